"""The edition of 2011 under other ids, drawn by a seed: every thing that its files name is called otherwise in them.

What is printed or belongs to the program stays: numbers of points, appendices and rows of indicators, codes of units,
answers that stand on paper as they are kept, roles, names of letters, and the files themselves.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

from assets.loaders import edition_files as files
from assets.loaders.edition import EDITIONS
from assets.loaders.edition_rows import LONGEST_EDITION, LONGEST_ID, LONGEST_UNIT
from assets.loaders.templates import MESSAGE
from assets.loaders.texts import needed
from domain.standard.edition import ALWAYS
from domain.standard.terms import TermRole
from tests.factories.units import EDITION

Row = dict[str, Any]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PLACE = re.compile(rb"\{\{(\w+?)(_label)?\}\}")
OF_TERM = {**needed.OF_TIMING, **needed.OF_TERM}
OF_QUESTION = {**needed.OF_QUESTION, needed.EXAMPLE: "", needed.TOGETHER: ""}
# By the kind of thing: the texts that are called after one.
TEXTS = {
    "kind": needed.OF_KIND,
    "part": {**OF_QUESTION, **needed.OF_LINE, needed.LABEL: ""},
    "item": {**needed.OF_ITEM, needed.EXPLAINED: ""},
    "condition": {needed.CONDITION: ""},
    "defect": needed.OF_DEFECT,
    "term": OF_TERM,
    "pause": needed.OF_PAUSE,
}


@dataclass
class Names:
    """What things are called now, by their kind and former id; each new id is used once."""

    dice: Random
    of: dict[str, dict[str, str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def __call__(self, kind: str, old: str) -> str:
        """The new id of a thing, drawn when it is first met."""
        known = self.of.setdefault(kind, {})
        if old not in known:
            known[old] = self._draw(kind)
        return known[old]

    @property
    def edition(self) -> str:
        """The id of the edition."""
        return self("edition", EDITION)

    def former(self, text: str) -> str:
        """The text with the former ids in the place of the new ones, as data files have them."""
        back = {new: old.rpartition("=")[2] for known in self.of.values() for old, new in known.items()}
        return re.sub("|".join(back), lambda found: back[found[0]], text)

    def in_text(self) -> dict[str, str]:
        """The new ids of the texts that are called after something."""
        families = [
            (family, old, new)
            for kind, texts in TEXTS.items()
            for old, new in self.of.get(kind, {}).items()
            for family in texts
        ]
        choices = [
            (needed.CHOICE, old.replace("=", "-"), f"{self('part', old.partition('=')[0])}-{new}")
            for old, new in self.of.get("choice", {}).items()
        ]
        typed = [(needed.CHOICE_TYPED, old, new) for _, old, new in choices]
        of_two = [
            (needed.CHOICE, f"{first[1]}-{second[1]}", f"{first[2]}-{second[2]}")
            for first, second in permutations(choices, 2)
        ]
        renamed = (*families, *choices, *typed, *of_two)
        return {family.format(_slug(old)): family.format(_slug(new)) for family, old, new in renamed}

    def _draw(self, kind: str) -> str:
        """An id as editions may have it: of a unit two words, else one or two, up to the longest."""
        longest = {"edition": LONGEST_EDITION, "unit": LONGEST_UNIT}.get(kind, LONGEST_ID)
        joint = "-" if kind == "unit" else self.dice.choice(["", "-", "_"])
        length = self.dice.randint(9, longest) - len(joint)
        word = "".join(self.dice.choices(LETTERS, k=length))
        at = self.dice.randint(2, length - 2)
        drawn = f"{word[:at]}{joint}{word[at:]}"
        if _slug(drawn) in self.used:
            return self._draw(kind)
        self.used.add(_slug(drawn))
        return drawn


def write_renamed(root: Path, seed: int) -> Names:
    """Writes the edition under other ids, with rows of units in another order, as the only one of a folder of editions.

    Returns:
        What everything is called there.
    """
    names = Names(Random(seed))
    folder = root / names.edition
    shutil.copytree(EDITIONS / EDITION, folder)
    for name, rename in TABLES.items():
        content = tomllib.loads((folder / name).read_text("utf-8"))
        (folder / name).write_text(_toml(rename(names, content)), "utf-8")
    for path in (*sorted(folder.glob(f"{files.UNITS}*.jsonl")), folder / files.PLACES):
        rows = [_unit(names, row) for row in _lines(path)]
        names.dice.shuffle(rows)
        _write_lines(path, rows)
    _write_lines(root / files.ALIASES, [_unit(names, row) for row in _lines(EDITIONS / files.ALIASES)])
    for path in sorted((folder / files.PAPERS).glob("*.docx")):
        if path.stem in names.of["form"]:
            path.rename(path.with_stem(names("form", path.stem)))
    for form in names.of["form"].values():
        _rename_places(names, folder / files.PAPERS / f"{form}.docx")
    texts = names.in_text()
    for path in folder.glob(f"{files.TEXTS}/*/*.ftl"):
        before, *messages = MESSAGE.split(path.read_text("utf-8"))
        path.write_text(before + "".join(_message(texts, each) for each in messages), "utf-8")
    return names


def write_alone(root: Path) -> None:
    """Writes the edition as it is, as the only one of a folder of editions."""
    shutil.copytree(EDITIONS / EDITION, root / EDITION)
    shutil.copy(EDITIONS / files.ALIASES, root / files.ALIASES)


def _edition(names: Names, content: Row) -> Row:
    return {**content, "id": names.edition}


def _terms(names: Names, content: Row) -> Row:
    """A term that was called as its role says its role now."""
    for row in content["timing"]:
        if "role" not in row and row["id"] in set(TermRole):
            row["role"] = row["id"]
        row["id"] = names("term", row["id"])
    for row in content.get("pause", []):
        row |= {"id": names("pause", row["id"]), "stops": [names("term", each) for each in row["stops"]]}
    for row in content["refusal_ground"]:
        row["id"] = names("ground", row["id"])
    return content


def _kinds(names: Names, content: Row) -> Row:
    for row in content["kind"]:
        paper = row["paper"]
        paper |= {
            "form": names("form", paper["form"]),
            "confirmed": [names("part", each) for each in paper["confirmed"]],
        }
        row |= {"id": names("kind", row["id"]), "form": names("form", row["form"])}
    return content


def _checklists(names: Names, content: Row) -> Row:
    conditions = content.pop("conditions")
    made: Row = {"conditions": {names("condition", each): _when(names, when) for each, when in conditions.items()}}
    for kind, rows in content.items():
        for row in rows:
            row["id"] = names("item", row["id"])
            if row["condition"] != ALWAYS:
                row["condition"] = names("condition", row["condition"])
            if copies := row.get("copies"):
                copies["of"] = names("part", copies["of"])
                copies["one_more"] = _when(names, copies.get("one_more", {}))
        made[names("kind", kind)] = rows
    return made


def _questions(names: Names, content: Row) -> Row:
    for row in content["question"]:
        question = row["id"]
        row |= {"id": names("part", question), "of": [names("kind", each) for each in row["of"]]}
        for choice in row.get("choices", []):
            if "text" in choice:  # the value is what is printed
                choice["text"] = names("choice", f"{question}={choice['text']}")
            else:
                choice["value"] = names("choice", f"{question}={choice['value']}")
        if "again" in row:
            row["again"] = names("choice", f"{question}={row['again']}")
        if "after" in row:
            row["after"] = names("part", row["after"])
        if "when" in row:
            row["when"] = _when(names, row["when"])
        if "together" in row:
            row["together"] = [names("part", each) for each in row["together"]]
        for guess in row.get("guesses", []):
            guess["when"] = _when(names, guess.get("when", {}))
            if "from" in guess:
                guess["from"] = names("part", guess["from"])
    return content


def _when(names: Names, when: Mapping[str, Any]) -> Row:
    """Answers to questions; a list holds several."""
    made: Row = {}
    for question, value in when.items():
        several = [names("choice", f"{question}={each}") for each in (value if isinstance(value, list) else [value])]
        made[names("part", question)] = several if isinstance(value, list) else several[0]
    return made


def _defects(names: Names, content: Row) -> Row:
    for row in content["defect"]:
        row |= {"id": names("defect", row["id"]), "items": [names("item", each) for each in row["items"]]}
    return content


def _forms(names: Names, content: Row) -> Row:
    given = content["given"]
    given["parts"] = {names("part", part): role for part, role in given["parts"].items()}
    for row in content["form"]:
        row["id"] = names("form", row["id"])
        for line in row["field"]:
            line |= {"id": names("line", line["id"]), "parts": [names("part", each) for each in line["parts"]]}
    return content


def _regions(names: Names, content: Row) -> Row:
    for row in content["region"]:
        row |= {each: names("unit", row[each]) for each in ("office", "akimat")}
        row["id"] = names("region", row["id"])
    return content


def _patterns(names: Names, content: Row) -> Row:
    for row in content["pattern"]:
        row["id"] = names("pattern", row["id"])
    return content


TABLES: Mapping[str, Callable[[Names, Row], Row]] = {
    files.EDITION: _edition,
    files.TERMS: _terms,
    files.KINDS: _kinds,
    files.QUESTIONS: _questions,
    files.CHECKLISTS: _checklists,
    files.DEFECTS: _defects,
    files.FORMS: _forms,
    files.REGIONS: _regions,
    files.NAMES: _patterns,
}


def _unit(names: Names, row: Row) -> Row:
    """A row of a unit, a place or an alias."""
    kinds = {"id": "unit", "unit": "unit", "partner": "unit", "region": "region", "pattern": "pattern"}
    return {name: names(kinds[name], value) if name in kinds and value else value for name, value in row.items()}


def _message(texts: Mapping[str, str], message: str) -> str:
    name, equals, said = message.partition(" =")
    return f"{texts.get(name, name)}{equals}{said}"


def _rename_places(names: Names, path: Path) -> None:
    """The places of a template are called as the lines of its form."""

    def renamed(found: re.Match[bytes]) -> bytes:
        return b"{{" + names("line", found[1].decode()).encode() + (found[2] or b"") + b"}}"

    made = io.BytesIO()
    with zipfile.ZipFile(path) as read, zipfile.ZipFile(made, "w") as written:
        for member in read.infolist():
            written.writestr(member, PLACE.sub(renamed, read.read(member)))
    path.write_bytes(made.getvalue())


def _toml(content: Row) -> str:
    """A document whose tables have all their values in line."""
    plain = {name: value for name, value in content.items() if not _is_table(value)}
    rows = [f"{name} = {_value(value)}" for name, value in plain.items()]
    for name, value in content.items():
        for table in value if isinstance(value, list) else [value]:
            if name not in plain:
                head = f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
                rows += ["", head, *(f"{_key(key)} = {_value(each)}" for key, each in table.items())]
    return "\n".join((*rows, ""))


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))


def _value(value: object) -> str:
    match value:
        case dict():
            return f"{{ {', '.join(f'{_key(name)} = {_value(each)}' for name, each in value.items())} }}"
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case bool() | str():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else json.dumps(name, ensure_ascii=False)


def _lines(path: Path) -> Iterator[Row]:
    return map(json.loads, path.read_text("utf-8").splitlines())


def _write_lines(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows), "utf-8")


def _slug(name: str) -> str:
    return name.replace("_", "-")
