"""The third campaign: officers work on cases to their end, alone and against each other, under the same kills."""
