"""Appendix 9: the table of quality indicators."""

from __future__ import annotations

from domain.standard import Standard
from tests.standard.source import SOURCE, squeeze

FIRST, LAST = 9586, len(SOURCE)


def test_rows_as_printed(standard: Standard) -> None:
    """Six indicators under five groups, numbered as printed: 3.1 is followed by 3.3."""
    assert [row.number for row in standard.indicators] == ["1.1", "2.1", "3.1", "3.3", "4.1", "5.1"]
    text = squeeze("\n".join(SOURCE[FIRST - 1 : LAST]))
    at = 0
    for row in standard.indicators:
        assert squeeze(row.group) in text
        at = text.index(squeeze(f"{row.number}. {row.text}"), at)
