"""Writes the folder of a new edition: one that loads, made of another, with comments that say what to fill in."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from typing import TYPE_CHECKING, Any

from assets.loaders import edition_files as files
from assets.loaders.edition_rows import ID, LONGEST_EDITION

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

TO_FILL_IN = "to be filled in"
TAKEN_OVER = "It is taken over from {source} as an example: compare it with the new law, row by row."
WHAT_TO_FILL_IN = {
    files.EDITION: "Fill in the act, its number, title and day; name its appendices; then count what it holds.",
    files.POINTS: "Fill in each point of the law, word for word and in order; then correct [counts] and what cites.",
    files.TERMS: "Fill in how long things may take, the fee, and the grounds of refusal.",
    files.CHECKLISTS: "Fill in the documents that each kind of application needs.",
    files.QUESTIONS: "Fill in what an applicant is asked.",
    files.DEFECTS: "Fill in what can be wrong with a document.",
    files.FORMS: "Fill in the lines of the forms.",
    files.INDICATORS: "Fill in the rows of the table of indicators.",
    files.TARGETS: "Fill in the targets, where an order sets any. There are none yet.",
    files.COMPLAINTS: "Fill in how long a body may take to answer a complaint, and the law that says so.",
    files.REGIONS: "Fill in the regions. One is taken over with its offices and akimats, to show how they are written.",
    files.CALENDAR: "Fill in the days that decrees move.",
    files.CITES: "Fill in which point or appendix has which role.",
    files.PAPER_WORDS: "Fill in how papers call the act, and what they say about the new law.",
    files.NAMES: "Fill in how names of offices and akimats are made in Kazakh and English.",
}
ANEW = frozenset({files.EDITION, files.POINTS, files.REGIONS})  # what these say of themselves is no longer true
OF_OTHERS = "Fill in what the new law says of this."
OF_TEXTS = "Fill in what people read about the new law, in each language; a text that names no rule may stay."


def is_edition_id(name: str) -> bool:
    """Whether an edition, and so its folder, may be called so."""
    return len(name) <= LONGEST_EDITION and re.fullmatch(ID, name) is not None


def write_skeleton(folder: Path, source: Path, today: date) -> None:
    """Writes a new edition called as the folder; `source` is the folder of the one that it is made of.

    Raises:
        OSError: the folder cannot be written.
    """
    shutil.copytree(source, folder, dirs_exist_ok=True)
    region = _keep_one_region(folder / files.REGIONS)
    units = _keep_units(folder, region)
    _empty_points(folder / files.POINTS)
    _rewrite(folder / files.TARGETS, lambda text: re.split(r"^\[\[", text, maxsplit=1, flags=re.MULTILINE)[0])
    _rewrite(folder / files.EDITION, lambda text: _status(text, folder.name, today, units))
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".toml", ".ftl"}:
            _comment(path, path.relative_to(folder).as_posix(), source.name)


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def _status(text: str, edition: str, today: date, units: dict[str, int]) -> str:
    text = re.split(r"^\[(?:repealed\]|names\.)", text, maxsplit=1, flags=re.MULTILINE)[0]
    values = {"id": f'"{edition}"', "number": f'"{TO_FILL_IN}"', "adopted": str(today), "act": f'"{TO_FILL_IN}"'}
    values |= {"regions": "1", **{appendix: str(count) for appendix, count in units.items()}}
    for name, value in values.items():
        text = re.sub(rf"^{name} = .*$", f"{name} = {value}", text, count=1, flags=re.MULTILINE)
    return text


def _empty_points(path: Path) -> None:
    """Points stay, since rules cite them; what they say is the law's that comes."""
    text = re.sub(
        r"^text = '''.*?'''$", f'text = "{TO_FILL_IN}"', path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    path.write_text(re.sub(r"^note = .*\n", "", text, flags=re.MULTILINE), "utf-8")


def _keep_one_region(path: Path) -> str:
    """The id of the region that stays: the first."""
    head, first, *_ = path.read_text("utf-8").split("[[region]]")
    path.write_text(f"{head}[[region]]{first.rstrip()}\n", "utf-8")
    return str(tomllib.loads(first)["id"])


def _keep_units(folder: Path, region: str) -> dict[str, int]:
    """How many units of the region each appendix has; their places stay with them."""
    kept: set[str] = set()
    counts: dict[str, int] = {}
    for path in sorted(folder.glob(f"{files.UNITS}*.jsonl")):
        rows = [each for each in _read(path) if each["region"] == region]
        numbered = [{**each, "number": number} for number, each in enumerate(rows, 1)]
        _write(path, numbered)
        counts[path.stem.removeprefix("appendix-")] = len(rows)
        kept |= {each["id"] for each in rows}
    _write(folder / files.PLACES, [each for each in _read(folder / files.PLACES) if each["unit"] in kept])
    return counts


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in rows), "utf-8")


def _comment(path: Path, name: str, source: str) -> None:
    """Says at the top what to fill in; a comment of a file of texts is set apart from the first text."""
    sign, other = ("###", OF_TEXTS) if path.suffix == ".ftl" else ("#", OF_OTHERS)
    said = (WHAT_TO_FILL_IN.get(name, other), TAKEN_OVER.format(source=source))
    rows = "".join(f"{sign} {each}\n" for each in said)
    text = path.read_text("utf-8")
    own = re.sub(r"\A(?:#.*\n|\n)*", "", text) if name in ANEW else text
    path.write_text(f"{rows}\n{own}", "utf-8")
