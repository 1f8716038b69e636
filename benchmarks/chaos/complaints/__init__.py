"""The fourth campaign: people complain, bodies accept, extend and answer, across New Year, under the same kills."""
