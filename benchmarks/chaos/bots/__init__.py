"""The bots that are killed: forked, watched, stopped at chosen moments."""
