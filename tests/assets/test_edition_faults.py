"""Faults in an edition's files: all are told at once, each with file, row and field."""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assets.loaders.calendar import load_calendar
from assets.loaders.cites import Citations
from assets.loaders.edition import load_standard
from assets.loaders.edition_rows import LONGEST_EDITION, LONGEST_ID, LONGEST_UNIT
from assets.loaders.faults import AssetFaults
from dialogs.ui.callback_data import ApplicationCallback, CaseworkCallback, OfficeCallback, StaffCallback
from domain.languages import LANGUAGES
from domain.offices.units import LocalName
from domain.people import LARGEST_USER_ID
from domain.standard.cites import Citation
from domain.standard.edition import Standard
from tests.assets.faulty_editions import EDITION, change, copy_edition, plant_ten
from tests.factories.units import unit_id

ROUNDS = 10  # each row is broken in one of them, beside every tenth row of its file
CASE = "a" * 16


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_edition(tmp_path)


def load(folder: Path) -> Standard:
    return load_standard(EDITION, folder.parent)


def told(folder: Path) -> list[str]:
    with pytest.raises(AssetFaults) as faults:
        load(folder)
    return str(faults.value).splitlines()


def stray(*names: str) -> list[str]:
    """The faults of texts in each language that nothing needs."""
    return [f"texts/{each}/documents.ftl: {name}: stray-text" for each in sorted(LANGUAGES) for name in names]


def test_ten_faults_are_ten(folder: Path) -> None:
    """Ten faults in ten files are told in one go, each once, with file, row and field."""
    planted = plant_ten(folder)
    found = sorted(told(folder))
    assert len(found) == len(planted)
    for line, start in zip(found, planted, strict=True):
        assert line.startswith(start)


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("terms.toml", 'cites = "16"\n', "", "terms.toml: timing #5: cites: missing"),
        ("terms.toml", 'id = "waiting"', 'id = "refusal"', "terms.toml: timing #5: id: twice value=refusal"),
        ("terms.toml", 'id = "waiting"', 'id = "queue"', "terms.toml: timing: id: no-row value=waiting"),
        ("terms.toml", 'id = "waiting"', 'id = "a.b"', "terms.toml: timing #2: id: pattern"),
        (
            "terms.toml",
            'amount = 7\nunit = "working-days"',
            'amount = 7\nunit = "calendar-days"',
            "terms.toml: timing #1: ends_on_day_off: missing",
        ),
        (
            "terms.toml",
            'amount = 7\nunit = "working-days"',
            'amount = 7\nunit = "working-days"\nends_on_day_off = "stays"',
            "terms.toml: timing #1: ends_on_day_off: unknown-field",
        ),
        (
            "terms.toml",
            'amount = 7\nunit = "working-days"',
            'amount = 7\nunit = "minutes"',
            "terms.toml: timing #1: unit: not-one-of allowed=working-days, calendar-days",
        ),
        (
            "terms.toml",
            "[fee]",
            '[[pause]]\nid = "examination"\nstops = ["decision", "waiting"]\ncites = "7"\n[fee]',
            "terms.toml: pause #1: stops: not-one-of allowed=decision, refusal",
        ),
        (
            "terms.toml",
            "[fee]",
            '[[pause]]\nid = "examination"\nstops = ["refusal"]\ncites = "7"\n[fee]',
            "terms.toml: pause #1: stops: no-row value=decision",
        ),
        (
            "terms.toml",
            "[fee]",
            '[[pause]]\nid = "examination"\nstops = []\ncites = "7"\n[fee]',
            "terms.toml: pause #1: stops: empty",
        ),
        (
            "terms.toml",
            "[fee]",
            '[[pause]]\nid = "examination"\nstops = ["decision"]\ncites = "99"\n[fee]',
            "terms.toml: pause #1: cites: no-citation value=99",
        ),
        (
            "terms.toml",
            '"incomplete-package"',
            '"incomplete-package"\nabout = "belief"',
            "terms.toml: refusal_ground #1: about: not-one-of allowed='documents'",
        ),
        ("terms.toml", "[fee]", "[acceptance]\n[fee]", "terms.toml: acceptance: cites: missing"),
        (
            "terms.toml",
            "[fee]",
            '[acceptance]\ncites = "99"\n[fee]',
            "terms.toml: acceptance: cites: no-citation value=99",
        ),
        (
            "terms.toml",
            '"incomplete-package"',
            '"incomplete-package"\nexplain = true',
            "terms.toml: refusal_ground #1: explain: unknown-field",
        ),
        (
            "complaints.toml",
            "days = 15\n",
            'unit = "minutes"\ndays = 15\n',
            "complaints.toml: term: unit: not-one-of allowed='calendar-days', 'working-days'",
        ),
        ("complaints.toml", "days = 15", "days = 31", "complaints.toml: term: days_with_check: too-small limit=31"),
        ("terms.toml", "[fee]", "[fees]", "terms.toml: fees: unknown-table allowed=timing, pause, fee, refusal_ground"),
        ("checklists.toml", 'cites = "11.2"', 'cites = "x"', "checklists.toml: group #1: cites: no-citation value=x"),
        ("checklists.toml", 'cites = "11.2"', 'cites = ""', "checklists.toml: group #1: cites: empty"),
        (
            "kinds.toml",
            'further_materials = "11.1"',
            'further_materials = "27"',
            "kinds.toml: kind #1: further_materials: no-citation value=27",
        ),
        (
            "checklists.toml",
            'id = "identity"',
            f'id = "{"a" * 25}"',
            "checklists.toml: missionary #6: id: too-long",
        ),
        ("checklists.toml", "upload = false", "upload = 3", "checklists.toml: missionary #1: upload: not-yes-no"),
        ("forms.toml", "appendix = 5", "appendix = 15", "forms.toml: form #1: appendix: unknown value=15"),
        ("forms.toml", "appendix = 5", "appendix = 6", "forms.toml: form #2: appendix: twice value=6"),
        ("forms.toml", 'parts = ["area"]', "parts = 1", "forms.toml: form #1: field #1 parts: not-list"),
        ("forms.toml", 'id = "city"', 'id = "area"', "forms.toml: form #1: field id: twice value=area"),
        ("points.toml", "number = 1\n", "number = 99\n", "points.toml: point #1: number: order wanted=1 found=99"),
        ("points.toml", "number = 2\n", "number = 0\n", "points.toml: point #2: number: too-small limit=1"),
        ("edition.toml", "adopted = 2011-01-21", "adopted = 0", "edition.toml: adopted: not-date"),
        ("edition.toml", "adopted = 2011-01-21", "adopted =", "edition.toml: unreadable said=Invalid value"),
        ("edition.toml", "south = 40", "south = 400", "edition.toml: area south: too-large limit=90"),
        ("edition.toml", "4 = 199", "5 = 199", "edition.toml: counts units 4: missing"),
        ("edition.toml", 'id = "2011-20"', 'id = "2012-1"', f"edition.toml: id: other-folder folder={EDITION}"),
        ("edition.toml", "points = 26", "points = 25", "points.toml: count wanted=25 found=26"),
        ("indicators.toml", "\n[[indicator]]", "\n[[sign]]", "indicators.toml: sign: unknown-table allowed=indicator"),
        ("defects.toml", 'id = "form"', 'id = "copy"', "defects.toml: defect #2: id: twice value=copy"),
        (
            "regions.toml",
            'id = "astana"',
            'id = "a"',
            "units/appendix-1.jsonl: #1: region: unknown value=astana file=regions.toml",
        ),
        ("cites.toml", 'cites = ["1"]', 'cites = ["27"]', "cites.toml: cite #1: cites #1: no-citation value=27"),
        (
            "cites.toml",
            'through = "25"',
            'through = "app.10"',
            "cites.toml: cite #19: through: no-citation value=app.10",
        ),
        ("cites.toml", 'role = "fee"', 'role = "price"', "cites.toml: cite #9: role: not-one-of allowed="),
        ("cites.toml", 'role = "fee"', 'role = "queue"', "cites.toml: cite #10: role: twice value=queue"),
        ("cites.toml", 'role = "fee"', 'role = "queue"', "cites.toml: cite: role: no-row value=fee"),
        ("cites.toml", 'cites = ["8"]', "cites = []", "cites.toml: cite #9: cites: empty"),
        ("cites.toml", 'language = "kk"', 'language = "en"', "cites.toml: words: language: no-row value=kk"),
        ("cites.toml", 'point = "point {}"', 'point = "point"', "cites.toml: words #3: point: pattern"),
        ("cites.toml", "[words.case.locative]", "[words.case.dative]", "cites.toml: words #2: case locative: missing"),
        (
            "cites.toml",
            "[words.case.locative]",
            "[words.case.dative]",
            "cites.toml: words #2: case dative: unknown-field",
        ),
        ("calendar.toml", "day = []", "", "calendar.toml: day: no-table"),
        ("calendar.toml", "day = []", "day = [{}]", "calendar.toml: day #1: when: missing"),
        (
            "units/appendix-1.jsonl",
            '{"id": "almaty-ci-r-ip", ',
            '{"id": "almaty-ci-r-ip"',
            "units/appendix-1.jsonl: #2: unreadable said=",
        ),
        (
            "units/appendix-1.jsonl",
            '"open": "09:00"',
            '"open": "noon"',
            "units/appendix-1.jsonl: #1: schedule open: not-time",
        ),
        ("places.jsonl", '"lon": 71.446', '"lon": 7.1', "places.jsonl: #1: lon: outside first=46.0 last=88.0"),
        (
            "places.jsonl",
            '"unit": "astrakhan-ip"',
            '"unit": "arshaly-ip"',
            "places.jsonl: #23: unit: twice value=arshaly-ip",
        ),
        (
            "places.jsonl",
            '"unit": "astrakhan-ip"',
            '"unit": "arshaly-ip"',
            "units/appendix-2.jsonl: #7: no-place unit=astrakhan-ip",
        ),
        (
            "places.jsonl",
            '"unit": "astrakhan-ip"',
            '"unit": "no-ip"',
            "places.jsonl: #23: unit: unknown value=no-ip file=units/",
        ),
        ("places.jsonl", '"unit": "astrakhan-ip"', '"unit": "2/7"', "places.jsonl: #23: unit: pattern"),
    ],
)
def test_a_fault_names_file_row_and_field(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    """The editor of a file reads where the fault is and what is wrong."""
    change(folder / file, old, new)
    assert [line for line in told(folder) if line.startswith(fault)]


def test_a_lost_row_is_told(folder: Path) -> None:
    """A row that is gone is missed by the count of the edition, and by who refers to it."""
    path = folder / "units" / "appendix-3.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    found = told(folder)
    assert "units/appendix-3.jsonl: count wanted=16 found=15" in found
    assert "places.jsonl: #231: unit: unknown value=south-r-akim file=units/" in found
    assert "regions.toml: region #16: akimat: unknown value=south-r-akim file=units/" in found


def test_a_lost_file_is_one_fault(folder: Path) -> None:
    """Of a file that is gone nothing else is told, neither its rows nor what refers to them."""
    for file in ("places.jsonl", "points.toml", "checklists.toml", "regions.toml", "units/appendix-4.jsonl"):
        (folder / file).unlink()
    assert told(folder) == [
        "checklists.toml: no-file",
        "places.jsonl: no-file",
        "points.toml: no-file",
        "regions.toml: no-file",
        "units/appendix-4.jsonl: no-file",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("edition.toml", "appendices = [", "# [", "edition.toml: appendices: missing"),
        ("regions.toml", "[[region]]", "[[land]]", "regions.toml: region: no-table"),
    ],
)
def test_a_lost_table_is_not_blamed_on_others(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    """Without its table of appendices or regions, an edition's citations and units are not called wrong."""
    path = folder / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert [line for line in told(folder) if "unknown-table" not in line] == [fault]


@pytest.mark.parametrize(
    ("file", "old", "new", "faults"),
    [
        (
            "checklists.toml",
            'id = "premises"',
            'id = "lease"',
            [
                *(f"checklists.toml: group #3: id: no-text language={each} value=item-lease" for each in LANGUAGES),
                *stray("item-premises", "item-premises-button", "item-premises-what"),
            ],
        ),
        (
            "defects.toml",
            'id = "stamp"',
            'id = "seal"',
            [
                *(f"defects.toml: defect #5: id: no-text language={each} value=defect-seal" for each in LANGUAGES),
                *stray("defect-stamp", "defect-stamp-button"),
            ],
        ),
        (
            "forms.toml",
            'id = "area"',
            'id = "region"',
            [
                "forms.toml: form #1: field #1 id: no-place-in-template value=region",
                "forms.toml: form #1: field: no-row",
            ],
        ),
    ],
)
def test_an_edition_is_served_with_all_its_texts_and_templates(
    folder: Path, file: str, old: str, new: str, faults: list[str]
) -> None:
    """A document or defect without a text, a text without one, or a line without its place, is not found in a chat."""
    change(folder / file, old, new)
    if "lease" in new:
        defects = folder / "defects.toml"
        defects.write_text(defects.read_text("utf-8").replace('"premises"', '"lease"'), "utf-8")
    load(folder)
    with pytest.raises(AssetFaults) as found:
        load_standard(EDITION, folder.parent, served=True)
    lines = str(found.value).splitlines()
    assert len(lines) == len(faults)
    for line, fault in zip(lines, faults, strict=True):
        assert line.startswith(fault)


def test_partners_name_each_other(folder: Path) -> None:
    """An akimat that names another office than the one that names it would send complaints astray."""
    path, told_of = folder / "units" / "appendix-2.jsonl", "units/appendix-2.jsonl: #3: partner:"
    change(path, '"partner": "kokshetau-akim"', '"partner": "akkol-akim"')
    assert told(folder) == [
        f"{told_of} partner file=units/appendix-4.jsonl row=#5",
        "units/appendix-4.jsonl: #3: partner: partner file=units/appendix-2.jsonl row=#3",
    ]
    change(path, '"partner": "akkol-akim"', '"partner": "no-akim"')
    assert f"{told_of} unknown value=no-akim file=units/" in told(folder)
    change(path, '"partner": "no-akim"', '"partner": "akkol-ip"')
    other = "other-unit value=akkol-ip kind=akimat level=district region=akmola"
    assert f"{told_of} {other}" in told(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("2", '"code": "2/3"', '"code": "2/4"', "units/appendix-2.jsonl: #4: code: twice value=2/4"),
        ("2", '"code": "2/3"', '"code": "2-3"', "units/appendix-2.jsonl: #3: code: pattern"),
        ("2", '"id": "kokshetau-ip"', '"id": "akkol-ip"', "units/appendix-2.jsonl: #5: id: twice value=akkol-ip"),
        ("2", '"id": "kokshetau-ip"', '"id": "Kokshetau"', "units/appendix-2.jsonl: #3: id: pattern"),
        ("2", '"id": "kokshetau-ip"', f'"id": "{"a" * 17}"', "units/appendix-2.jsonl: #3: id: too-long limit=16"),
        ("2", '"number": 3,', '"number": 4,', "units/appendix-2.jsonl: #4: number: twice value=4"),
        ("2", '"number": 3,', '"number": 200,', "units/appendix-2.jsonl: #3: number: too-large limit=199"),
        ("2", '"kind": "office"', '"kind": "bureau"', "units/appendix-2.jsonl: #1: kind: not-one-of allowed="),
        (
            "1",
            '"kind": "office"',
            '"kind": "akimat"',
            "regions.toml: region #1: office: other-unit value=astana-r-ip kind=office level=region region=astana",
        ),
        (
            "2",
            '"level": "district"',
            '"level": "region"',
            "units/appendix-2.jsonl: #1: level: not-of-region value=astana file=regions.toml",
        ),
        ("2", '"pattern": "division"', '"pattern": "d"', "units/appendix-2.jsonl: #3: pattern: unknown value=d"),
        ("2", '"pattern": "division", ', "", "units/appendix-2.jsonl: #3: name_kk: missing"),
        ("2", '"pattern": "division", ', "", "units/appendix-2.jsonl: #3: name_en: missing"),
        ("2", '"Көкшетау қ."', '"Көкшетау"', "units/appendix-2.jsonl: #3: district_kk: unknown value=Көкшетау"),
        ("2", '"Көкшетау қ."', '""', "units/appendix-2.jsonl: #3: district_kk: empty"),
        ("names", 'en = "Akimat of {}"', 'en = "Akimat"', "units/names.toml: pattern #3: en: pattern"),
        ("names", 'id = "akimat"', 'id = "division"', "units/names.toml: pattern #3: id: twice value=division"),
        ("names", 'alone = " қ."', 'alone = " қаласы"', "units/names.toml: ending #2: alone: twice value=kk  қаласы"),
        ("names", "[[ending]]", "[[endings]]", "units/names.toml: endings: unknown-table"),
    ],
)
def test_a_unit_is_what_its_row_says(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    """Ids, codes, kind, level and names are checked with each other, since no position in a file says them."""
    change(folder / "units" / ("names.toml" if file == "names" else f"appendix-{file}.jsonl"), old, new)
    assert [line for line in told(folder) if line.startswith(fault)]


def test_an_official_name_is_no_pattern_s(folder: Path) -> None:
    """Where the state has published a name in a language, the row has it, and it is shown without a mark."""
    name = "Көкшетау қаласының ішкі саясат бөлімі"
    change(
        folder / "units" / "appendix-2.jsonl", '"pattern": "division"', f'"pattern": "division", "name_kk": "{name}"'
    )
    unit = load(folder).unit(unit_id("2/3"))
    assert unit.name_in("kk") == LocalName(name)
    assert not unit.name_in("en").official


def test_a_language_without_endings_takes_names_as_they_are(folder: Path) -> None:
    """Endings are the edition's; without any, what a unit serves stands in its name as it stands alone."""
    names = folder / "units" / "names.toml"
    text = names.read_text("utf-8")
    names.write_text("ending = []\n" + text[: text.index("# In Kazakh")], "utf-8")
    assert load(folder).unit(unit_id("2/3")).name_in("kk").text == "Көкшетау қ. ішкі саясат бөлімі"


def test_a_file_of_units_is_counted_and_there(folder: Path) -> None:
    """Which appendices list units says edition.toml; a file that is missing or not counted is told."""
    (folder / "units" / "appendix-3.jsonl").rename(folder / "units" / "appendix-7.jsonl")
    found = told(folder)
    assert "units/appendix-3.jsonl: no-file" in found
    assert "edition.toml: counts units 7: missing" in found
    change(folder / "edition.toml", "3 = 16", "three = 16")
    assert "edition.toml: counts units three: unknown-field" in told(folder)


def test_an_unreadable_row_is_told_once(folder: Path) -> None:
    """Who refers to a unit whose row cannot be read is not blamed for it."""
    change(folder / "units" / "appendix-1.jsonl", '{"id"', '"id"')
    assert [line.partition(" said=")[0] for line in told(folder)] == ["units/appendix-1.jsonl: #1: unreadable"]


def test_a_code_never_becomes_another_unit_s(folder: Path) -> None:
    """Records name a unit by its code: the swap of two codes is refused, since old cases would change their office."""
    aliases = [{"edition": EDITION, "was": "2/3", "id": "kokshetau-ip"}]
    (folder.parent / "aliases.jsonl").write_text("\n".join(map(json.dumps, aliases * 2)), "utf-8")
    assert told(folder) == ["aliases.jsonl: #2: was: twice value=2011-20 2/3"]
    (folder.parent / "aliases.jsonl").write_text(json.dumps(aliases[0]), "utf-8")
    path = folder / "units" / "appendix-2.jsonl"
    for old, new in (("2/3", "2/0"), ("2/4", "2/3"), ("2/0", "2/4")):
        path.write_text(path.read_text("utf-8").replace(f'"code": "{old}"', f'"code": "{new}"'), "utf-8")
    assert told(folder) == ["units/appendix-2.jsonl: #4: id: alias code=2/3 value=kokshetau-ip file=aliases.jsonl"]


def test_what_is_dated_outside_the_calendar_is_told(folder: Path) -> None:
    """A decree or target of a year that the edition's calendar does not know is a misprint."""
    day = '{when = 2062-01-04, kind = "worked-weekend", instead_of = 2062-01-06, source = "?"}'
    change(folder / "calendar.toml", "day = []", f"day = [{day}, {day}]")
    assert told(folder) == [
        "calendar.toml: day #2: when: twice value=2062-01-04",
        "calendar.toml: day #1: when: outside first=2010 last=2060",
        "calendar.toml: day #2: when: outside first=2010 last=2060",
    ]


def test_the_calendar_tells_its_own_faults(folder: Path) -> None:
    """Loaded alone, the calendar tells all faults of its files, too."""
    change(folder / "calendar.toml", "day = []", "day = [{}]")
    change(folder / "edition.toml", "first_year = 2010", "first_year = 0")
    with pytest.raises(AssetFaults) as faults:
        load_calendar(EDITION, folder.parent)
    assert len(faults.value.faults) == 5


# Other counts and citations


def test_an_edition_of_other_counts_loads(folder: Path) -> None:
    """Fewer units, indicators and points are no fault where edition.toml says so."""
    for appendix in (2, 4):
        path = folder / "units" / f"appendix-{appendix}.jsonl"
        path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
        change(folder / "edition.toml", f"\n{appendix} = 199", f"\n{appendix} = 198")
    places = folder / "places.jsonl"
    kept = [
        line
        for line in places.read_text("utf-8").splitlines()
        if json.loads(line)["unit"] not in {"shardara-ip", "shardara-akim"}
    ]
    places.write_text("\n".join(kept), "utf-8")
    points = (folder / "points.toml").read_text("utf-8")
    (folder / "points.toml").write_text(points[: points.rindex("[[point]]")], "utf-8")
    change(folder / "edition.toml", "points = 26", "points = 25")
    standard = load(folder)
    assert (len(standard.units), len(standard.points)) == (428, 25)


def test_an_edition_cites_as_its_text_does(folder: Path) -> None:
    """Articles and appendices are cited under the names that the edition gives them."""
    change(folder / "points.toml", "number = 8\n", 'number = 8\nid = "ст. 8"\n')
    change(folder / "edition.toml", '"app.9"]', '"прил. 9"]')
    for file in ("terms.toml", "indicators.toml", "cites.toml"):
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(text.replace('"8"', '"ст. 8(4)2"').replace("app.9", "прил. 9"), "utf-8")
    standard = load(folder)
    assert standard.fee.cites == Citation("ст. 8(4)2", 8)
    assert standard.indicators[0].cites == Citation("прил. 9", appendix=9)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2", Citation("2", 2)),
        ("2.1.а", Citation("2.1.а", 2)),
        ("ст. 8", Citation("ст. 8", 3)),
        ("ст. 8(4)", Citation("ст. 8(4)", 3)),
        ("app.9", Citation("app.9", appendix=9)),
        ("Annex", Citation("Annex")),
        ("27", None),
        ("2.", None),
        ("2а", None),
        ("ст. 80", None),
        ("app.10", None),
        ("", None),
    ],
)
def test_what_a_citation_names(text: str, found: Citation | None) -> None:
    """A citation begins with a point or appendix of the edition; its sub-points are as free as the text."""
    assert Citations({"1": 1, "2": 2, "ст. 8": 3}, ["app.9", "Annex"]).find(text) == found


def test_a_citation_that_was_not_checked_is_a_fault() -> None:
    """No citation of another edition's point comes about by mistake."""
    with pytest.raises(KeyError):
        Citations({}, ())("1")


def test_the_longest_ids_fit_their_buttons() -> None:
    """Ids as long as an edition may have them fit the 64 bytes of a button, beside the longest of all else."""
    unit, version = "u" * LONGEST_UNIT, "9999"
    OfficeCallback("card", unit, "e" * LONGEST_EDITION).pack()
    OfficeCallback("region", "r" * LONGEST_ID, "e" * LONGEST_EDITION).pack()
    StaffCallback("bound", f"{LARGEST_USER_ID}.{unit}.{unit}").pack()
    ApplicationCallback("cal", f"{CASE}.{'q' * LONGEST_ID}.2020-01", version).pack()
    ApplicationCallback("attach", f"{CASE}.{'i' * LONGEST_ID}", version).pack()
    CaseworkCallback("receive-tick", f"{CASE}.{'i' * LONGEST_ID}", version).pack()
    CaseworkCallback("refuse-as", f"{CASE}.12.{'d' * LONGEST_ID}", version).pack()


# Every row


def toml(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f'"{name}" = {toml(each)}' for name, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case date():
            return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def rows_of(content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row of a TOML file, with the name under which its faults are told."""
    for table, value in content.items():
        if isinstance(value, list):
            yield from (
                (f"{table} #{number}".strip(), row) for number, row in enumerate(value, 1) if isinstance(row, dict)
            )
        elif isinstance(value, dict):
            yield table, value


def break_rows(folder: Path, part: int, break_row: Callable[[dict[str, Any]], None]) -> set[tuple[str, str]]:
    """Breaks every tenth row of each file, from this one on; returns file and row of each."""
    broken = set()
    for path in sorted((*folder.rglob("*.toml"), *folder.rglob("*.jsonl"))):
        file, text = str(path.relative_to(folder)), path.read_text("utf-8")
        rows = [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else []
        content = {} if rows else tomllib.loads(text)
        named = [("", content)] if file == "edition.toml" else list(rows_of({"": rows} | content))
        for name, row in named[part::ROUNDS]:
            break_row(row)
            broken.add((file, name))
        lines = [json.dumps(each, ensure_ascii=False) for each in rows]
        lines += [f"{key} = {toml(value)}" for key, value in content.items()]
        path.write_text("\n".join(lines), "utf-8")
    return broken


def places_of(folder: Path) -> set[tuple[str, str]]:
    with pytest.raises(AssetFaults) as faults:
        load(folder)
    return {(each.file, each.row) for each in faults.value.faults}


@pytest.mark.parametrize("part", range(ROUNDS))
def test_every_row_that_is_broken_is_told(folder: Path, part: int) -> None:
    """A stray field in any row of any file is told with this file and row; no other row is blamed."""
    broken = break_rows(folder, part, lambda row: row.update(stray=1))
    assert len(broken) > 80
    assert places_of(folder) == broken


@pytest.mark.parametrize("part", range(ROUNDS))
def test_every_field_has_its_kind(folder: Path, part: int) -> None:
    """A list of lists, which no field may hold, is told with file and row wherever it stands."""
    dice = random.Random(part)  # so a failure comes again
    broken = break_rows(folder, part, lambda row: row.update({dice.choice(sorted(row)): [[]]}))
    assert broken <= places_of(folder)


@pytest.mark.parametrize("part", range(ROUNDS))
def test_no_damage_ends_in_anything_else(folder: Path, part: int) -> None:
    """Whatever happens to a few bytes of each file, the edition loads or its faults are told."""
    dice = random.Random(part)
    for path in sorted(folder.rglob("*.*l")):
        content = bytearray(path.read_bytes())
        for _ in range(3):
            at = dice.randrange(len(content))
            content[at : at + dice.randrange(3)] = dice.choice([b"", b"[", b'"', b"9", b"\xff", b"\n", b"-", b"null"])
        path.write_bytes(content)
    with pytest.raises(AssetFaults):
        load_standard(EDITION, folder.parent, served=True)
