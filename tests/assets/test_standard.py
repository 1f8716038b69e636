"""An edition's files: complete, and with citations."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

from assets.loaders.calendar import load_calendar
from assets.loaders.edition import EDITIONS, find_editions, load_standard
from domain.calendar import DayKind
from domain.standard.cites import Citation
from domain.standard.edition import Standard

EDITION = "2011-20"


class Cited(Protocol):
    @property
    def cites(self) -> Citation: ...


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EDITIONS / EDITION, tmp_path / EDITION)
    return tmp_path / EDITION


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_decree_wins_over_the_package(folder: Path) -> None:
    """A day moved by decree in calendar.toml is worked, or off, whatever the package says."""
    rows = (
        '[[day]]\nwhen = 2026-10-17\nkind = "worked-weekend"\ninstead_of = 2026-10-23\nsource = "проверка"\n'
        '[[day]]\nwhen = 2026-10-23\nkind = "day-off-moved"\ninstead_of = 2026-10-17\nsource = "проверка"\n'
    )
    (folder / "calendar.toml").write_text(rows, encoding="utf-8")
    moved = load_calendar(EDITION, folder.parent)
    assert moved.is_working(date(2026, 10, 17))
    assert moved.day(date(2026, 10, 23)).kind is DayKind.DAY_OFF_MOVED


def test_every_rule_cites_its_point(standard: Standard) -> None:
    """Every timing, fee, document, form line, ground and indicator cites its point or appendix."""
    assert standard.fee is not None
    rules: list[Cited] = [
        standard.status,
        standard.fee,
        *standard.timings.values(),
        *(item for items in standard.checklists.values() for item in items),
        *standard.forms.values(),
        *(field for form in standard.forms.values() for field in form.fields),
        *standard.refusal_grounds,
        *standard.defects,
        *standard.indicators,
    ]
    assert len(rules) > 60
    for rule in rules:
        cites = rule.cites
        assert (cites.point in standard.points) != (cites.appendix in range(1, 10)), rule


def test_the_editions_that_are_here() -> None:
    """Applications are filed under that of 2011 alone; what is known of the law of today is for preparation."""
    loaded = {each: load_standard(each) for each in find_editions()}
    assert [each for each, standard in loaded.items() if standard.preparation is None] == [EDITION]
    assert len(loaded) == 2


def test_units_are_written_without_stray_marks() -> None:
    """No double spaces, control characters, spaces before commas, or Latin letters in Cyrillic words."""
    for path in sorted((EDITIONS / EDITION / "units").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for field in ("name", "address", "locality", "district", "district_kk"):
                text = row[field]
                assert text == " ".join(text.split()), row
                assert " ," not in text, row
                assert not any("a" <= letter <= "z" for letter in text.casefold()), row
            assert row["locality"] in row["address"], row
