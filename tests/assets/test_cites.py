"""Messages cite by role: no number of a point stands in them, and another edition's numbers appear in every one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assets.loaders.edition import load_standard
from assets.loaders.templates import split_messages
from dialogs.ui.texts import EditionWords, MissingText, Texts
from domain.languages import LANGUAGES
from domain.standard.cites import CASES, CiteRole
from domain.standard.edition import Standard
from tests.factories.editions import renumber_points, write_edition
from tests.factories.texts import all_sources, texts_under
from tools.hard_wired import MESSAGE

ROOT = Path(__file__).parents[2]
BY = 30  # so much higher are the numbers of the other edition
_CALL = re.compile(r"\{ CITE\(([^)]*)\) \}")
_LIST = r"\d+(?:\.\d+)*(?:(?:, |–|-| и | және | and | or )\d+(?:\.\d+)*)*"
POINTS = {
    "ru": re.compile(rf"(?:пункт|приложени|стать|\bп\.|\bст\.)\w*[ \u00a0]?(?P<numbers>{_LIST})", re.IGNORECASE),
    "kk": re.compile(rf"(?<![\w.])(?P<numbers>{_LIST})[‑-](?:тарма|қосымша|бап)", re.IGNORECASE),
    "en": re.compile(rf"(?:point|appendi|article)\w*[ \u00a0](?P<numbers>{_LIST})", re.IGNORECASE),
}


def bodies(language: str) -> dict[str, str]:
    return dict(MESSAGE.findall(all_sources(load_standard(), language)))


def calls(body: str) -> list[tuple[list[str], str]]:
    """The roles and the case of each citation."""
    found = _CALL.findall(body)
    return [(re.findall(r'(?<!: )"([^"]*)"', each), "".join(re.findall(r'case: "(\w+)"', each))) for each in found]


def drawn(texts: Texts, name: str, body: str) -> str:
    return texts(name, **dict.fromkeys(re.findall(r"\$([a-z-]+)", body), "x"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_holds_a_number_of_a_point(language: str) -> None:
    """Points, appendices and articles come from the edition, by `CITE`."""
    assert {name for name, body in bodies(language).items() if POINTS[language].search(body)} == set()


def test_every_language_cites_the_same_roles() -> None:
    """A message rests on the same rules in each language; each writes them in cases that editions must have."""
    cited = {language: {name: calls(body) for name, body in bodies(language).items()} for language in LANGUAGES}
    for language in LANGUAGES:
        assert [
            name for name, body in bodies(language).items() if body.count("CITE") != len(cited[language][name])
        ] == []
        roles = {name: sorted(role for found, _ in each for role in found) for name, each in cited[language].items()}
        expected = {name: sorted(role for found, _ in each for role in found) for name, each in cited["ru"].items()}
        assert roles == expected
    used = {language: {case for each in cited[language].values() for _, case in each if case} for language in LANGUAGES}
    assert used == {language: set(cases) for language, cases in CASES.items()}


def test_every_role_is_used() -> None:
    """An edition is not asked for a citation that nothing shows, and no message asks for one that no edition has."""
    in_messages = {role for body in bodies("ru").values() for found, _ in calls(body) for role in found}
    assert in_messages <= set(CiteRole)
    rooms = ("dialogs", "documents", "domain", "services")
    code = "\n".join(path.read_text("utf-8") for room in rooms for path in (ROOT / room).rglob("*.py"))
    assert set(re.findall(r"CiteRole\.([A-Z_]+)\b", code)) <= set(CiteRole.__members__)
    assert {each for each in CiteRole if each not in in_messages and f"CiteRole.{each.name}" not in code} == set()


def test_an_unknown_role_is_a_fault(standard: Standard) -> None:
    """So is an unknown case, and a citation where no edition is served: nobody ever sees a blank in its place."""
    messages = split_messages(
        'wrong = Бесплатно ({ CITE("nobody") })\nbent = По { CITE("fee", case: "dative") }\nfree = { CITE("fee") }'
    )
    texts = Texts("ru", messages, EditionWords({}, standard.cites))
    assert texts("free") == "пункт\u00a08"
    for name, unknown in {"wrong": "nobody", "bent": "dative"}.items():
        with pytest.raises(MissingText, match=unknown):
            texts(name)
    with pytest.raises(MissingText, match="CITE"):
        Texts("ru", messages)("free")
    with pytest.raises(MissingText, match="without an edition"):
        Texts("ru", messages).cited("11")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_another_edition_are_in_every_message(standard: Standard, tmp_path: Path, language: str) -> None:
    """Under an edition with other numbers each message has these, and is the same in every other word."""
    write_edition(tmp_path, "2031-1", renumber_points(BY))
    other = load_standard("2031-1", tmp_path)
    here, there = (texts_under(each, language) for each in (standard, other))
    citing = {name: body for name, body in bodies(language).items() if "CITE" in body}
    assert len(citing) > 80  # else the messages are not found
    for name, body in citing.items():
        before = drawn(here, name, body)
        assert drawn(there, name, body) == POINTS[language].sub(_higher, before) != before, name


def _higher(found: re.Match[str]) -> str:
    text, first, last = found[0], *(place - found.start() for place in found.span("numbers"))
    numbers = re.sub(r"(?<![\d.])\d+", lambda number: str(int(number[0]) + BY), text[first:last])
    return f"{text[:first]}{numbers}{text[last:]}"
