"""Text that shows what it holds: nothing invisible, nothing that turns the reading direction."""

from __future__ import annotations

import unicodedata

# Control, format (bidi marks, zero-width characters) and halves of a letter.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


def visible(text: str) -> str:
    """The text without invisible characters, each run of white space as one space."""
    kept = (" " if letter.isspace() else letter for letter in text)
    return " ".join("".join(letter for letter in kept if unicodedata.category(letter) not in _INVISIBLE).split())
