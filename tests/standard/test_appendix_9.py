"""Appendix 9: the table of quality indicators."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assets.faults import AssetFault
from assets.standard import EDITIONS, load_standard
from domain.standard import Standard
from tests.standard.source import SOURCE, squeeze

FIRST, LAST = 9586, len(SOURCE)


@pytest.mark.standard("18", "app.9")
def test_rows_as_printed(standard: Standard) -> None:
    """Six indicators under five groups, numbered as printed: 3.1 is followed by 3.3."""
    assert [row.number for row in standard.indicators] == ["1.1", "2.1", "3.1", "3.3", "4.1", "5.1"]
    text = squeeze("\n".join(SOURCE[FIRST - 1 : LAST]))
    at = 0
    for row in standard.indicators:
        assert squeeze(row.group) in text
        at = text.index(squeeze(f"{row.number}. {row.text}"), at)


@pytest.mark.standard("19")
def test_no_target_without_its_order(tmp_path: Path) -> None:
    """A target that is written beside an indicator, with neither a year nor an order, stops the loading."""
    shutil.copytree(EDITIONS / "2011-20", tmp_path / "2011-20")
    indicators = tmp_path / "2011-20" / "indicators.toml"
    indicators.write_text(
        indicators.read_text("utf-8").replace("[[indicator]]", "[[indicator]]\ntarget = 90", 1), "utf-8"
    )
    with pytest.raises(AssetFault, match="indicator 1: target"):
        load_standard("2011-20", tmp_path)
