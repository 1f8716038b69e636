from __future__ import annotations

import pytest

from domain.text import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ақтөбе", "Ақтөбе"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        ("  a \n\t b ", "a b"),
        ("\ud83d", ""),
        ("😀", "😀"),
    ],
)
def test_what_cannot_be_seen_is_left_out(text: str, shown: str) -> None:
    """Bidi marks, zero-width and control characters and half letters vanish; letters and pictures stay."""
    assert visible(text) == shown
