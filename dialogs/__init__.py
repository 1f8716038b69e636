"""Pure presentation: turns domain objects into screens of text and buttons."""
