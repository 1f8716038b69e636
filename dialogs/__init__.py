"""Pure presentation: domain objects in, screens of text and buttons out."""
