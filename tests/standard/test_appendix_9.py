"""Appendix 9: the table of quality indicators."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assets.loaders.edition import EDITIONS, load_standard
from assets.loaders.faults import AssetFaults
from assets.loaders.templates import Paper
from documents.tables import IndicatorTables
from domain.standard.cites import Citation
from domain.standard.edition import Standard
from domain.standard.indicators import Measure, Target
from tests.documents.reading import every_word
from tests.standard.source import SOURCE, squeeze

FIRST, LAST = 9586, len(SOURCE)


@pytest.mark.standard("18", "app.9")
def test_rows_as_printed(standard: Standard) -> None:
    """The edition has six indicators in five groups, numbered as printed: 3.1 is followed by 3.3."""
    assert [row.number for row in standard.indicators] == ["1.1", "2.1", "3.1", "3.3", "4.1", "5.1"]
    text = squeeze("\n".join(SOURCE[FIRST - 1 : LAST]))
    at = 0
    for row in standard.indicators:
        assert squeeze(row.group) in text
        at = text.index(squeeze(f"{row.number}. {row.text}"), at)


@pytest.mark.standard("app.9")
def test_blank_it_is_the_appendix_itself(standard: Standard) -> None:
    """Left blank, the table is the appendix word for word, from its heading to the last row."""
    printed = "\n".join(SOURCE[FIRST - 1 : LAST])
    assert squeeze(every_word(IndicatorTables(standard.templates[Paper.INDICATORS]).blank())) == squeeze(printed)


def test_every_row_is_measured_in_its_own_way(standard: Standard) -> None:
    """Each of the six figures has its own formula."""
    assert [row.measure for row in standard.indicators] == [
        *(Measure.IN_TIME, Measure.PROCESS, Measure.INFORMATION),
        *(Measure.ELECTRONIC, Measure.COMPLAINTS, Measure.POLITENESS),
    ]


@pytest.mark.standard("19")
def test_no_order_is_known(standard: Standard) -> None:
    """No order is known, so no target is set for any year."""
    assert standard.targets == ()
    assert standard.target(2012, "1.1") is None


ORDER = "Приказ Агентства Республики Казахстан по делам религий от 1 декабря 2011 года № 1"
GIVEN = {"year": "2012", "row": '"1.1"', "normative": "100", "target": "95.5", "order": f'"{ORDER}"', "cites": '"19"'}


def with_targets(root: Path, *rows: dict[str, str]) -> Standard:
    """Loads the edition with these rows in its file of targets."""
    shutil.copytree(EDITIONS / "2011-20", root / "2011-20")
    told = ("\n".join(["[[target]]", *(f"{name} = {value}" for name, value in row.items())]) for row in rows)
    (root / "2011-20" / "targets.toml").write_text("\n".join(told), "utf-8")
    return load_standard("2011-20", root)


@pytest.mark.standard("19")
def test_targets_are_filled_in_as_the_file_says(tmp_path: Path) -> None:
    """Targets are read by year and row, with the order, as their file explains; a normative value is optional."""
    without = {name: value for name, value in GIVEN.items() if name != "normative"} | {"row": '"3.3"', "target": "90"}
    standard = with_targets(tmp_path, GIVEN, without)
    cites = Citation("19", 19)
    assert standard.target(2012, "1.1") == Target(2012, "1.1", 1000, 955, ORDER, cites)
    assert standard.target(2012, "3.3") == Target(2012, "3.3", None, 900, ORDER, cites)
    assert standard.target(2013, "1.1") is None


def test_the_comment_of_the_file_is_a_row(tmp_path: Path) -> None:
    """Removing the comment marks leaves a row that loads."""
    text = (EDITIONS / "2011-20" / "targets.toml").read_text("utf-8")
    row = text[text.index("# [[target]]") :].replace("# ", "")
    shutil.copytree(EDITIONS / "2011-20", tmp_path / "2011-20")
    (tmp_path / "2011-20" / "targets.toml").write_text(row, "utf-8")
    assert load_standard("2011-20", tmp_path).target(2012, "1.1") is not None


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"row": '"3.2"'}, "targets.toml: target #2: row: unknown value=3.2"),
        ({"row": '"1.1"'}, "targets.toml: target #2: row: twice value=2012 1.1"),
        ({"target": "101"}, "targets.toml: target #2: target"),
        ({"target": "95.55"}, "targets.toml: target #2: target"),
        ({"target": '"many"'}, "targets.toml: target #2: target"),
        ({"normative": "-1"}, "targets.toml: target #2: normative"),
        ({"order": '""'}, "targets.toml: target #2: order"),
        ({"cites": '"99"'}, "targets.toml: target #2: cites"),
        ({"year": "1"}, "targets.toml: target #2: year"),
        ({"wish": "1"}, "targets.toml: target #2: wish"),
    ],
)
def test_a_wrong_target_is_told(tmp_path: Path, change: dict[str, str], fault: str) -> None:
    """The error names file, row and field."""
    with pytest.raises(AssetFaults, match=fault):
        with_targets(tmp_path, GIVEN, GIVEN | {"row": '"2.1"'} | change)


@pytest.mark.standard("19")
@pytest.mark.parametrize("wanting", ["year = 2012\n", 'order = "Приказ № 1"\n', 'cites = "19"\n'])
def test_no_target_without_its_order(tmp_path: Path, wanting: str) -> None:
    """A target needs its year, the order that sets it and the point; otherwise the loading stops."""
    shutil.copytree(EDITIONS / "2011-20", tmp_path / "2011-20")
    targets = tmp_path / "2011-20" / "targets.toml"
    whole = '[[target]]\nyear = 2012\nrow = "1.1"\ntarget = 95\norder = "Приказ № 1"\ncites = "19"\n'
    targets.write_text(whole, "utf-8")
    assert len(load_standard("2011-20", tmp_path).targets) == 1
    targets.write_text(whole.replace(wanting, ""), "utf-8")
    with pytest.raises(AssetFaults, match=f"target #1: {wanting.partition(' ')[0]}"):
        load_standard("2011-20", tmp_path)
