"""An edition's files: complete, with citations, and loaded only without faults."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

from assets.loaders.calendar import load_calendar
from assets.loaders.edition import EDITIONS, AssetFault, editions, load_standard
from domain.calendar import DayKind
from domain.standard.edition import Citation, Standard

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


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("terms.toml", 'unit = "working-days"\n', "", "terms.toml: timing 1: unit: Field required"),
        ("terms.toml", 'cites = "16"\n', "", "terms.toml: timing 5: cites: Field required"),
        (
            "terms.toml",
            'cites = "8"',
            'cites = "27"',
            "terms.toml: fee: cites: Value error, '27' is no point",
        ),
        (
            "checklists.toml",
            'cites = "11.2"',
            'cites = "x"',
            "checklists.toml: group 1: cites: Value error, 'x'",
        ),
        ("checklists.toml", 'further_materials = "11.1"', "", "checklists.toml: further_materials: cites: "),
        ("forms.toml", 'source = "office"', 'source = "nobody"', "forms.toml: form 1: field.0.source: Input"),
        (
            "points.toml",
            "number = 1\n",
            "number = 99\n",
            "points.toml: point 1: number: Input should be less",
        ),
        ("edition.toml", "adopted = 2011-01-21", "adopted = 0", "edition.toml: edition: adopted: "),
        ("edition.toml", "adopted = 2011-01-21", "adopted =", "edition.toml: (file): (whole): Invalid value"),
        (
            "indicators.toml",
            "\n[[indicator]]",
            "\n[[indicater]]",
            "indicators.toml: indicater: (table): not one of indicator",
        ),
        (
            "defects.toml",
            'items = ["premises"]',
            'items = ["premise"]',
            "defects.toml: defect 5: items: premise is no item of the checklists",
        ),
        ("defects.toml", 'id = "form"', 'id = "copy"', "defects.toml: defect 2: id: copy stands here twice"),
        ("defects.toml", 'cites = "16"\n', "", "defects.toml: defect 4: cites: Field required"),
        ("regions.toml", "office = 1", "office = 17", "regions.toml: region 1: office: Input should be less"),
        ("calendar.toml", "day = []", "day = [{}]", "calendar.toml: day 1: when: Field required"),
    ],
)
def test_a_fault_names_file_row_and_field(folder: Path, file: str, old: str, new: str, told: str) -> None:
    """The editor of a file reads the file, row and field of the first fault."""
    change(folder / file, old, new)
    with pytest.raises(AssetFault) as fault:
        load_calendar(EDITION, folder.parent) if file == "calendar.toml" else load_standard(EDITION, folder.parent)
    assert str(fault.value).startswith(told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"number": 2', "appendix-1.jsonl: line 2: (whole row): "),
        ('{"number": 2}', "appendix-1.jsonl: line 2: region: Field required"),
    ],
)
def test_a_fault_in_a_row_of_units(folder: Path, line: str, told: str) -> None:
    """A broken row of an appendix is named by its line."""
    path = folder / "units" / "appendix-1.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[1] = line
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(AssetFault) as fault:
        load_standard(EDITION, folder.parent)
    assert str(fault.value).startswith(told)


def test_a_bad_phone_is_told(folder: Path) -> None:
    """A phone not in the form `8 (code) number` is named by its row and position."""
    change(folder / "units" / "appendix-2.jsonl", "8 (7172) 55-66-92", "55-66-92")
    with pytest.raises(AssetFault, match=r"appendix-2\.jsonl: line 1: phones\.0: String should match"):
        load_standard(EDITION, folder.parent)


def test_a_missing_row_a_lost_place_and_a_lost_file_are_told(folder: Path) -> None:
    """Rows out of order, truncated rows, units without a location and missing files stop the loading."""
    path = folder / "units" / "appendix-3.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[1], lines[0], *lines[2:]]), encoding="utf-8")
    with pytest.raises(AssetFault, match="1 is next, not 2"):
        load_standard(EDITION, folder.parent)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    with pytest.raises(AssetFault, match="16 rows are printed, 15 are here"):
        load_standard(EDITION, folder.parent)
    path.write_text("".join(lines), encoding="utf-8")
    change(folder / "places.jsonl", '"unit": "2/7"', '"unit": "2/6"')
    with pytest.raises(AssetFault, match=r"places\.jsonl: 2/7: unit"):
        load_standard(EDITION, folder.parent)
    (folder / "places.jsonl").unlink()
    with pytest.raises(AssetFault, match=r"places\.jsonl: \(file\)"):
        load_standard(EDITION, folder.parent)


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
    """There is one edition, with a status that says that it is repealed, and by what."""
    assert editions() == [EDITION]


def test_units_are_written_without_stray_marks() -> None:
    """No double spaces, control characters, spaces before commas, or Latin letters in Cyrillic words."""
    for path in sorted((EDITIONS / EDITION / "units").iterdir()):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for field in ("region", "name", "address", "locality", "district"):
                text = row[field]
                assert text == " ".join(text.split()), row
                assert " ," not in text, row
                assert not any("a" <= letter <= "z" for letter in text.casefold()), row
            assert row["locality"] in row["address"], row
