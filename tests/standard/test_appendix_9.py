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
@pytest.mark.parametrize("wanting", ["year = 2012\n", 'order = "Приказ № 1"\n', 'cites = "19"\n'])
def test_no_target_without_its_order(tmp_path: Path, wanting: str) -> None:
    """A target names its year, the order that sets it and the point; one that does not stops the loading."""
    shutil.copytree(EDITIONS / "2011-20", tmp_path / "2011-20")
    targets = tmp_path / "2011-20" / "targets.toml"
    whole = '[[target]]\nyear = 2012\nrow = "1.1"\ntarget = 95\norder = "Приказ № 1"\ncites = "19"\n'
    targets.write_text(whole, "utf-8")
    assert len(load_standard("2011-20", tmp_path).targets) == 1
    targets.write_text(whole.replace(wanting, ""), "utf-8")
    with pytest.raises(AssetFault, match=f"target 1: {wanting.partition(' ')[0]}"):
        load_standard("2011-20", tmp_path)
