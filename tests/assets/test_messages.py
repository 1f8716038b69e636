"""Texts of the program and of the edition: the same ids and variables in every language, none unused or in both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assets.loaders.edition import load_standard
from assets.loaders.templates import split_messages
from dialogs.ui.texts import MissingText, Texts
from domain.languages import LANGUAGES
from tests.factories.texts import all_sources

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "dialogs", "documents", "handlers", "storage")
_ID = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)
_VARIABLE = re.compile(r"\{\s*\$([a-z-]+)")
_USED = re.compile(r"""["']([a-z][a-z0-9]*(?:-[a-z0-9]+)+)["']|[tT]exts(?:\.plain)?\(["']([a-z]+)["']""")
# Families whose last part is data, such as f"holiday-{id}".
_FAMILY = re.compile(r"""f["']([a-z][a-z0-9-]*-)\{""")


def source(language: str) -> str:
    return all_sources(load_standard(), language)


def messages(language: str) -> dict[str, set[str]]:
    text = source(language)
    starts = list(_ID.finditer(text))
    ends = [match.start() for match in starts[1:]] + [len(text)]
    bodies = {m[1]: text[m.end() : end] for m, end in zip(starts, ends, strict=True)}
    assert len(bodies) == len(starts), f"{language}: an id stands twice"
    return {name: set(_VARIABLE.findall(body)) for name, body in bodies.items()}


def code() -> str:
    return "\n".join(path.read_text("utf-8") for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_messages(language: str) -> None:
    """Each language has exactly the ids and variables of the Russian texts."""
    assert messages(language) == messages("ru")


def test_no_message_is_unused() -> None:
    """Each id is named in the code, or belongs to a family that is."""
    written = code()
    used = {name for pair in _USED.findall(written) for name in pair}
    families = set(_FAMILY.findall(written))
    unused = {m for m in messages("ru") if m not in used and not any(m.startswith(f) for f in families)}
    assert unused == set()


def test_every_language_parses() -> None:
    """No Fluent file has junk that the parser would skip silently."""
    for language in LANGUAGES:
        texts = Texts(language, split_messages(source(language)))
        for name in messages(language):
            assert texts.knows(name), (language, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_refers_to_another(language: str) -> None:
    """Each is parsed by itself on first use, so braces contain only variables, numbers or letters."""
    assert re.findall(r"\{\s*-?[a-z][a-z0-9.-]*\s*\}|^-.*", source(language), re.MULTILINE) == []


def test_a_missing_text_or_variable_is_a_fault(russian: Texts) -> None:
    """An unknown id and a missing variable raise; nobody ever sees a blank in their place."""
    with pytest.raises(MissingText, match="ru: no-such"):
        russian("no-such")
    with pytest.raises(MissingText, match="card-address"):
        russian("card-address")


def test_an_underscore_of_an_id_is_a_hyphen(russian: Texts) -> None:
    """Whatever a text is named after: no caller has to think of it."""
    assert russian.knows("item-mission_authority")
    assert russian("item-mission_authority") == russian("item-mission-authority")
    with pytest.raises(MissingText):
        russian("item-mission_authorities")


def test_values_are_escaped(russian: Texts) -> None:
    """A value cannot bring its own HTML, and numbers have no invisible characters."""
    assert "&lt;b&gt; &amp;" in russian("card-address", address="<b> &")
    assert russian.plain("card-address", address="<b> &") == "Адрес: <b> &"
    assert russian("date-full", day="5", month="мая", year="12345") == "5 мая 12345 года"
