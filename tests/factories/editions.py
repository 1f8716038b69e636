"""Editions that differ from that of 2011 in named ways, written to a folder of a test."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from assets.loaders.edition import EDITIONS, load_standard
from assets.loaders.faults import AssetFaults
from assets.loaders.templates import MESSAGE
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from tests.factories.units import EDITION

OFFICES = "units/appendix-2.jsonl"
CITING = re.compile(r"(?:cites|through|appendices|further_materials) = ")
Change = Callable[[Path], None]


def beside_another(standard: Standard, other: str = "1994-7") -> Editions:
    """The edition as the current one, and the same under another id."""
    return Editions(standard, {other: replace(standard, status=replace(standard.status, id=other))})


def write_edition(root: Path, edition: str, *changes: Change) -> Path:
    """Copies the edition of 2011 to a folder with another id, makes the changes there, and returns the folder."""
    folder = root / edition
    shutil.copytree(EDITIONS / EDITION, folder)
    for change in (set_id(edition), *changes):
        change(folder)
    return folder


def set_id(edition: str) -> Change:
    """Another id, as the folder's name must be."""
    return lambda folder: _replace(folder / "edition.toml", f'id = "{EDITION}"', f'id = "{edition}"')


def set_term(timing: str, amount: int) -> Change:
    """Another length of a term, in its own unit."""
    return lambda folder: _sub(folder / "terms.toml", rf'(id = "{re.escape(timing)}"\namount = )\d+', rf"\g<1>{amount}")


def set_answer_term(days: int, days_with_check: int, source: str, unit: str = "") -> Change:
    """Another law of complaints."""
    return lambda folder: _answer(folder / "complaints.toml", days, days_with_check, source, unit)


def swap_offices(one: int, other: int) -> Change:
    """Two rows of appendix 2 with each other's number and code."""
    return lambda folder: _swap(folder, one, other)


def shuffle_units(seed: int) -> Change:
    """The rows of all units and places in another order."""
    return lambda folder: _shuffle(folder, Random(seed))


def remove_document(item: str) -> Change:
    """A document that is no longer asked for; defects that named it alone go with it, and so do the texts of both."""
    return lambda folder: _remove(folder, item)


def remove_kind(kind: str) -> Change:
    """A kind of application that is no longer registered; with it go its questions, documents, forms and texts."""
    return lambda folder: _remove_kind(folder, kind)


def rename_kind(kind: str, name: str) -> Change:
    """A kind of application with another id, which continues the former one."""
    return lambda folder: _rename_kind(folder, kind, name)


def set_text(name: str, text: str) -> Change:
    """Another text of the edition, the same in each language."""
    return lambda folder: _set_text(folder, name, text)


def mark_texts(mark: str) -> Change:
    """Every text of the edition, in each language, begins with a mark."""
    return lambda folder: _mark(folder, mark)


def add_day_off(day: date, worked: date) -> Change:
    """A day off moved by decree, and the weekend worked instead."""
    return lambda folder: _move(folder / "calendar.toml", day, worked)


def renumber_points(by: int) -> Change:
    """Points, and the appendices that messages name, are cited under numbers so much higher; their texts stay."""
    return lambda folder: _renumber(folder, by)


def _renumber(folder: Path, by: int) -> None:
    points = folder / "points.toml"
    points.write_text(
        re.sub(
            r"^number = (\d+)$",
            lambda found: f'{found[0]}\nid = "{int(found[1]) + by}"',
            points.read_text("utf-8"),
            flags=re.MULTILINE,
        ),
        "utf-8",
    )
    for path in folder.glob("*.toml"):
        rows = path.read_text("utf-8").split("\n")
        path.write_text("\n".join(_renumbered(row, by) if CITING.match(row) else row for row in rows), "utf-8")


def _renumbered(row: str, by: int) -> str:
    """Forms stay appendices 5 to 8, as their templates are called."""
    return re.sub(r'"(app\.(?=[129]")|(?=\d))(\d+)', lambda found: f'"{found[1]}{int(found[2]) + by}', row)


def _swap(folder: Path, one: int, other: int) -> None:
    path = folder / OFFICES
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    first, second = rows[one - 1], rows[other - 1]
    for row, at in ((first, other), (second, one)):
        row |= {"number": at, "code": f"2/{at}"}
    _write_rows(path, rows)


def _shuffle(folder: Path, dice: Random) -> None:
    for path in (*sorted(folder.glob("units/*.jsonl")), folder / "places.jsonl"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        dice.shuffle(lines)
        path.write_text("".join(lines), "utf-8")


def _write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows), "utf-8")


def _remove(folder: Path, item: str) -> None:
    _sub(folder / "checklists.toml", rf'\[\[\w+\]\]\nid = "{re.escape(item)}"\n(?:[^\n\[][^\n]*\n)*\n?', "", most=2)
    defects = folder / "defects.toml"
    text = re.sub(rf'"{re.escape(item)}", |, "{re.escape(item)}"', "", defects.read_text("utf-8"))
    alone = rf'\[\[defect\]\]\n(?:[^\n\[][^\n]*\n)*?items = \["{re.escape(item)}"\]\n(?:[^\n\[][^\n]*\n)*\n?'
    defects.write_text(re.sub(alone, "", text), "utf-8")
    _remove_texts(folder, "item", {item})
    _remove_texts(folder, "defect", set(re.findall(r'id = "([^"]+)"', "".join(re.findall(alone, text)))))


def _remove_kind(folder: Path, kind: str) -> None:
    kinds, forms, questions = folder / "kinds.toml", folder / "forms.toml", folder / "questions.toml"
    gone = re.search(rf'\[\[kind\]\]\nid = "{kind}"\n(?:(?!\[\[).*\n)*', kinds.read_text("utf-8"))
    assert gone
    _replace(kinds, gone[0], "")
    named = re.findall(r'^form = "(.+)"', gone[0], re.MULTILINE)
    for form in named:
        _sub(forms, rf'\[\[form\]\]\nid = "{form}"\n(?:(?!\[\[form\]\]).*\n)*', "")
    _sub(
        folder / "edition.toml",
        r"(?m)^forms = \d+",
        f"forms = {len(re.findall('appendix = ', forms.read_text('utf-8')))}",
    )
    _sub(questions, rf'\[\[question\]\]\n.*\nof = \["{kind}"\]\n(?:(?!\[\[).*\n)*', "", most=20)
    asked = re.sub(rf', "{kind}"|"{kind}", ', "", questions.read_text("utf-8"))
    questions.write_text(asked, "utf-8")
    checklists = folder / "checklists.toml"
    items = {
        name: set(re.findall(rf'\[\[{name}\]\]\nid = "(.+)"', checklists.read_text("utf-8"))) for name in _kinds(folder)
    }
    theirs = set(re.findall(rf'\[\[{kind}\]\]\nid = "(.+)"', checklists.read_text("utf-8")))
    for item in theirs.difference(*items.values()):
        _remove(folder, item)
    _sub(checklists, rf"\[\[{kind}\]\]\n(?:(?!\[).*\n)*", "", most=9)
    ids = set(re.findall(r'^id = "(.+)"', asked, re.MULTILINE))
    kept = [
        line
        for line in checklists.read_text("utf-8").splitlines(keepends=True)
        if not (found := re.match(r"[\w-]+ = \{ (\w+) = ", line)) or found[1] in ids
    ]
    checklists.write_text("".join(kept), "utf-8")
    _drop_stray_texts(folder)


def _rename_kind(folder: Path, kind: str, name: str) -> None:
    _replace(folder / "kinds.toml", f'id = "{kind}"\n', f'id = "{name}"\ncontinues = ["{kind}"]\n')
    _sub(folder / "questions.toml", rf'(of = \[.*)"{kind}"', rf'\1"{name}"', most=50)
    _sub(folder / "checklists.toml", rf"\[\[{kind}\]\]", f"[[{name}]]", most=50)
    for path in folder.glob("texts/*/*.ftl"):
        before, *messages = MESSAGE.split(path.read_text("utf-8"))
        named = (re.sub(rf"^([a-z-]+-){kind}\b(?=[a-z-]* =)", rf"\1{name}", each) for each in messages)
        path.write_text("".join((before, *named)), "utf-8")


def _set_text(folder: Path, name: str, text: str) -> None:
    for path in folder.glob("texts/*/*.ftl"):
        before, *messages = MESSAGE.split(path.read_text("utf-8"))
        said = (f"{name} = {text}\n\n" if each.startswith(f"{name} =") else each for each in messages)
        path.write_text("".join((before, *said)), "utf-8")


def _items(checklists: Path, kind: str) -> set[str]:
    return set(re.findall(rf'\[\[{kind}\]\]\nid = "(.+)"', checklists.read_text("utf-8")))


def _kinds(folder: Path) -> list[str]:
    return re.findall(r'\[\[kind\]\]\nid = "(.+)"', (folder / "kinds.toml").read_text("utf-8"))


def _drop_stray_texts(folder: Path) -> None:
    with pytest.raises(AssetFaults) as found:
        load_standard(folder.name, folder.parent, served=True)
    assert {each.reason for each in found.value.faults} == {"stray-text"}
    _drop_texts(folder, {each.row for each in found.value.faults})


def _drop_texts(folder: Path, gone: set[str]) -> None:
    for path in folder.glob("texts/*/*.ftl"):
        before, *messages = MESSAGE.split(path.read_text("utf-8"))
        path.write_text("".join((before, *(each for each in messages if each.partition(" =")[0] not in gone))), "utf-8")


def _remove_texts(folder: Path, family: str, names: set[str]) -> None:
    _drop_texts(folder, {f"{family}-{name}{end}" for name in names for end in ("", "-button", "-what")})


def _mark(folder: Path, mark: str) -> None:
    for path in folder.glob("texts/*/*.ftl"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"^([a-z][a-z0-9-]* =)", rf"\1 {mark}", text, flags=re.MULTILINE), "utf-8")


def _answer(path: Path, days: int, days_with_check: int, source: str, unit: str) -> None:
    rows = [f"days = {days}", f"days_with_check = {days_with_check}", f'source = "{source}"', 'cites = "25"']
    counted = [f'unit = "{unit}"'] if unit else []
    path.write_text("\n".join(("[term]", *rows, *counted, "")), "utf-8")


def _move(path: Path, day: date, worked: date) -> None:
    path.write_text(
        f'[[day]]\nwhen = {day}\nkind = "day-off-moved"\ninstead_of = {worked}\nsource = "a decree"\n'
        f'[[day]]\nwhen = {worked}\nkind = "worked-weekend"\ninstead_of = {day}\nsource = "a decree"\n',
        "utf-8",
    )


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def _sub(path: Path, pattern: str, new: str, most: int = 1) -> None:
    text, count = re.subn(pattern, new, path.read_text("utf-8"))
    assert 1 <= count <= most, pattern
    path.write_text(text, "utf-8")
