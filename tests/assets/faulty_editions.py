"""Copies of an edition with faults planted in its files."""

from __future__ import annotations

import shutil
from pathlib import Path

from assets.loaders.edition import EDITIONS

EDITION = "2011-20"
# File, what stands there, what is planted, and how the fault is told: file, row, field, reason. The first ten can be
# planted together: each is in a file of its own, or at another place of it.
FAULTS = [
    ("terms.toml", 'unit = "working-days"\n', "", "terms.toml: timing #1: unit: missing"),
    ("terms.toml", 'cites = "8"', 'cites = "27"', "terms.toml: fee: cites: no-citation value=27"),
    (
        "checklists.toml",
        'presentation = "original"',
        'presentation = "sung"',
        "checklists.toml: missionary #1: presentation: not-one-of allowed=",
    ),
    (
        "forms.toml",
        'source = "office"',
        'source = "nobody"',
        "forms.toml: form #1: field #1 source: not-one-of allowed=",
    ),
    (
        "defects.toml",
        'items = ["premises"]',
        'items = ["premise"]',
        "defects.toml: defect #5: items: unknown value=premise file=checklists.toml",
    ),
    (
        "regions.toml",
        'office = "astana-r-ip"',
        'office = "astana-r"',
        "regions.toml: region #1: office: unknown value=astana-r file=units/",
    ),
    ("points.toml", "number = 26\n", "number = 27\n", "points.toml: point #26: number: order wanted=26 found=27"),
    ("places.jsonl", '"lat": 51.1801', '"lat": 71.446', "places.jsonl: #1: lat: outside first=40.0 last=56.0"),
    (
        "units/appendix-2.jsonl",
        "8 (7172) 55-66-92",
        "55-66-92",
        "units/appendix-2.jsonl: #1: phones #1: pattern pattern=",
    ),
    ("edition.toml", "\nindicators = 6", "\nindicators = 7", "indicators.toml: count wanted=7 found=6"),
    ("terms.toml", 'cites = "16"\n', "", "terms.toml: timing #5: cites: missing"),
    ("terms.toml", 'id = "waiting"', 'id = "refusal"', "terms.toml: timing #5: id: twice value=refusal"),
    ("terms.toml", 'id = "waiting"', 'id = "queue"', "terms.toml: timing: role: no-row value=waiting"),
    ("terms.toml", 'role = "result"', 'role = "refusal"', "terms.toml: timing #5: role: twice value=refusal"),
    ("terms.toml", 'role = "result"', 'role = "refusal"', "terms.toml: timing: role: no-row value=result"),
    ("terms.toml", 'role = "result"', 'role = "end"', "terms.toml: timing #1: role: not-one-of allowed="),
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
]
TEN = FAULTS[:10]


def copy_edition(root: Path) -> Path:
    """Copies the edition into this folder; returns the copy's folder."""
    return Path(shutil.copytree(EDITIONS / EDITION, root / EDITION))


def change(path: Path, old: str, new: str) -> None:
    """Replaces the first occurrence."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def plant_ten(folder: Path) -> list[str]:
    """Plants ten faults in ten places; returns how each begins to be told."""
    for file, old, new, _ in TEN:
        change(folder / file, old, new)
    return sorted(told for *_, told in TEN)
