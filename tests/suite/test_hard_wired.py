"""Code, messages and templates know nothing of any edition."""

from __future__ import annotations

import pytest

from assets.loaders.edition import find_editions
from domain.standard.edition import Standard
from tools import hard_wired
from tools.hard_wired import EVERYDAY, WORDS, Finding, Known

KNOWN = Known(
    frozenset({"2012-1", "owner-consent", "full_name", "copy", "waiting"}),
    points=26,
    units=frozenset({16, 430}),
    texts=frozenset({"clock-decision", "item-copy"}),
)


@pytest.mark.untraced
def test_no_file_knows_an_edition() -> None:
    """A number of a point or an appendix, or an id, belongs into the folder of its edition (docs/editions.md)."""
    assert hard_wired.find(hard_wired.known()) == {}


@pytest.mark.untraced
def test_every_edition_of_the_program_is_looked_for() -> None:
    """What any of their folders names is looked for, also things that the others do not have."""
    ids = hard_wired.known().ids
    assert {folder.name for folder in find_editions().values()} <= ids
    assert ids > EVERYDAY | WORDS, "a word that no edition uses as an id needs no exception"


def test_what_an_edition_is_known_by(standard: Standard) -> None:
    """Things of every kind, and the texts that are called after them; not those that every edition has."""
    found = Known.of([standard])
    ids = {
        *(standard.status.id, "decision", "missionary", "group-note", "owner-is-natural-person", "kokshetau-ip"),
        *("akmola", "incomplete-package", "illegible", "mission-authority", "full_name", "valid_until"),
        *("certificate_number", "residence-permit", "нет"),
    }
    assert ids <= found.ids
    assert {"clock-decision", "item-copy-what", "item-identity-what"} & found.texts == {
        "clock-decision",
        "item-identity-what",
    }
    assert "visit-free" not in found.texts
    assert (found.points, found.units) == (len(standard.points), frozenset({len(standard.units)}))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('x = "2012-1"', ["2012-1"]),
        ('if answers["full_name"]: pass', ["full_name"]),
        ('match item:\n    case "owner-consent": pass', ["owner-consent"]),
        ('texts("clock-decision")', ["clock-decision"]),
        ('texts(f"item-{item}")', []),
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
        ('class TermRole(StrEnum):\n    WAITING = "waiting"', []),
        ('class Term(StrEnum):\n    WAITING = "waiting"', ["waiting"]),
        ('timings["waiting"]', ["waiting"]),
        ('x = "copy"', []),
        ('x = "1"', []),
        ('x = "27"', []),
        ('x = answers.get(name, "9")', []),
        ("COUNT = 7", []),
    ],
)
def test_what_code_knows(source: str, found: list[str]) -> None:
    """Ids, points and appendices in strings and constants count; docstrings, comments and everyday words do not."""
    assert sorted(each.what for each in KNOWN.in_code(source)) == sorted(found)


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
    """Points and appendices in three languages count, and ids of messages that are made of an edition's."""
    assert [each.what for each in KNOWN.in_messages(text)] == found


def test_the_tool_tells_each_place(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """As editors read it, and it fails."""
    monkeypatch.setattr(hard_wired, "find", lambda _: {"a.py": [Finding("7", "copy"), Finding("9", "stamp")]})
    assert hard_wired.main() == 1
    assert capsys.readouterr().out == "a.py:7: copy\na.py:9: stamp\n"
