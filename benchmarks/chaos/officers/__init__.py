"""The third campaign: officers work on cases to their ends, alone and against each other, under the same kills."""
