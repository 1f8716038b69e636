"""Code, messages and templates know less and less of one edition, and never more."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.loaders.edition import find_editions, load_standard
from tools import hard_wired
from tools.hard_wired import Edition, Finding

EDITION = Edition(frozenset({"2012-1", "owner-consent", "full_name", "copy"}), points=26, units=430)


@pytest.mark.untraced
def test_no_file_knows_more_of_an_edition_than_it_did() -> None:
    """A number of a point, an appendix or an id of the edition belongs into its folder; one that is gone stays gone.

    A file that falls below its count must be lowered in the list: `python -m tools.hard_wired`.
    """
    found, listed = hard_wired.find(Edition.of(load_standard())), hard_wired.listed()
    counts = {file: len(here) for file, here in found.items()}
    risen = {file: found[file] for file, count in counts.items() if count > listed.get(file, 0)}
    fallen = {file: counts.get(file, 0) for file, count in listed.items() if counts.get(file, 0) < count}
    assert risen == {}, "the folder of the edition should say this (docs/editions.md)"
    assert fallen == {}, "lower the list: python -m tools.hard_wired"


@pytest.mark.untraced
@pytest.mark.parametrize("edition", [each for each in find_editions() if each != load_standard().status.id])
def test_no_file_knows_another_edition(edition: str) -> None:
    """No id of an edition that came later stands anywhere; ids that it shares with that of 2011 are counted there."""
    first, other = Edition.of(load_standard()), Edition.of(load_standard(edition))
    found = hard_wired.find(Edition(other.ids - first.ids, points=0, units=other.units))
    known = {file: {each.what for each in here} & (other.ids - first.ids) for file, here in found.items()}
    assert {file: ids for file, ids in known.items() if ids} == {}


def test_the_list_is_as_it_is_written() -> None:
    """Its lines are sorted, so that two branches that lower it meet line by line."""
    assert hard_wired.LIST.read_text("utf-8") == hard_wired.written(hard_wired.listed())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('x = "2012-1"', ["2012-1"]),
        ('if answers["full_name"]: pass', ["full_name"]),
        ('match item:\n    case "owner-consent": pass', ["owner-consent"]),
        ('ask(cites="app.7")', ["app.7"]),
        ('ask(cites="11.2")', ["11.2"]),
        ('text = cited("1", texts)', ["1"]),
        ('point = "21" if late else "22"', ["21", "22"]),
        ('say("копия (пункты 2 и 15 стандарта)")', ["2", "15"]),
        ('help = "write form 7 or 8"', ["7", "8"]),
        ('help = "the 430 units"', ["430"]),
        ("APPENDICES = (7, 8)", ["7", "8"]),
        ("if unit.appendix == 3: pass", ["3"]),
        ("UnitId(2, number)", ["2"]),
        ('add("appendix", choices=(7, 8))', ["7", "8"]),
        ('"""Of point 7: `full_name`."""\nx = 1  # point 7, "full_name"', []),
        ('def f() -> None:\n    """Point 16."""', []),
        ('x = "copy"', []),
        ('x = "1"', []),
        ('x = "27"', []),
        ('x = answers.get(name, "9")', []),
        ("COUNT = 7", []),
    ],
)
def test_what_code_knows(source: str, found: list[str]) -> None:
    """Ids, points and appendices in strings and constants count; docstrings, comments and everyday words do not."""
    assert sorted(each.what for each in EDITION.in_code(source)) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("q-full-name-why = Как в паспорте.", ["q-full-name-why"]),
        ("defect-copy = копия", ["defect-copy"]),
        ("card-copy-button = Копия", []),
        ("how-21 = Как жаловаться", ["how-21"]),
        ("month-1 = января", []),
        ("month-name-1 = Январь", []),
        ("paper-copy = копия", ["paper-copy"]),
        ("told-ready-full-name = Готово", ["told-ready-full-name"]),
        ("told = Ответ дадут за 7 рабочих дней (пункт 7).", ["7", "7"]),
        ("told = Бесплатно (пункты 2 и 15, приложение 9).", ["2", "15", "9"]),
        ("told = Тегін (2 және 15‑тармақтар, 9‑қосымша).", ["2", "15", "9"]),
        ("told = See points 20–25 and appendix 9.", ["20", "25", "9"]),
        ("told = Приложение { $number }, { $days } дней", []),
    ],
)
def test_what_messages_know(text: str, found: list[str]) -> None:
    """Points and appendices in three languages count, and ids of messages that are made of the edition's."""
    assert [each.what for each in EDITION.in_messages(text)] == found


def test_the_list_is_lowered_and_never_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tool writes what is gone, and tells where a file has risen instead of writing it."""
    listed = tmp_path / "hard_wired.toml"
    listed.write_text(hard_wired.written({"a.py": 3, "b.py": 1, "c.py": 1}), "utf-8")
    places = {"a.py": [Finding("7", "copy")], "b.py": [Finding("1", "x"), Finding("2", "y")]}
    monkeypatch.setattr(hard_wired, "LIST", listed)
    monkeypatch.setattr(hard_wired, "find", lambda _: places)
    assert hard_wired.main() == 1
    assert capsys.readouterr().out == "b.py: 2, not 1: 1:x, 2:y\n"
    assert hard_wired.listed() == {"a.py": 1, "b.py": 1}
