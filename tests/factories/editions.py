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

from assets.loaders.edition import EDITIONS
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


def give_code(code: str, to: str) -> Change:
    """A unit of appendix 2 with another code."""
    return lambda folder: _give(folder, code, to)


def reprint_offices(one: int, other: int) -> Change:
    """Two rows of appendix 2 in each other's place, each with its own code."""
    return lambda folder: _swap(folder, one, other, codes=False)


def shuffle_units(seed: int) -> Change:
    """The rows of all units and places in another order."""
    return lambda folder: _shuffle(folder, Random(seed))


def remove_document(item: str) -> Change:
    """A document that is no longer asked for; defects that named it alone go with it, and so do the texts of both."""
    return lambda folder: _remove(folder, item)


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


def _give(folder: Path, code: str, to: str) -> None:
    path = folder / OFFICES
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for row in rows:
        if row["id"] == to:
            row["code"] = code
    _write_rows(path, rows)


def _swap(folder: Path, one: int, other: int, *, codes: bool = True) -> None:
    path = folder / OFFICES
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    first, second = rows[one - 1], rows[other - 1]
    for row, at in ((first, other), (second, one)):
        row |= {"number": at, "code": f"2/{at}" if codes else row["code"]}
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


def _remove_texts(folder: Path, family: str, names: set[str]) -> None:
    gone = {f"{family}-{name}{end}" for name in names for end in ("", "-button", "-what")}
    for path in folder.glob("texts/*/*.ftl"):
        before, *messages = MESSAGE.split(path.read_text("utf-8"))
        path.write_text("".join((before, *(each for each in messages if each.partition(" =")[0] not in gone))), "utf-8")


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
