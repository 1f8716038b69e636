"""Guides in Kazakh say what the Russian ones say, in the words that stand on the buttons."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from assets.loaders.edition import find_editions, load_standard
from assets.loaders.templates import split_messages
from tests.factories.texts import all_sources
from tests.kazakh.test_texts import STUMBLED

pytestmark = pytest.mark.untraced

DOCS = Path(__file__).parents[2] / "docs"
GLOSSARY = Path(__file__).parents[1] / "assets" / "glossary.toml"
GUIDES = ("guide-officer", "guide-head", "guide")
LANGUAGES = ("ru", "kk")
TYPED = {"впервые", "алғаш рет"}  # what somebody writes instead of tapping
_MARKS = re.compile(r"<[^>]+>|^[^\w]+", re.MULTILINE)
_QUOTED = re.compile(r"«([^»]+)»")


def page(guide: str, language: str) -> str:
    return (DOCS / f"{guide}-{language}.md").read_text("utf-8")


@cache
def words(language: str) -> list[str]:
    """What stands on the screens: each message, without its formatting and the signs before it."""
    sources = [all_sources(load_standard(edition), language) for edition in find_editions()]
    found = [source for each in sources for source in split_messages(each).values()]
    return [_MARKS.sub("", source.partition("=")[2].strip()) for source in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("guide", GUIDES)
def test_words_of_buttons_are_those_of_the_bot(guide: str, language: str) -> None:
    """Whoever looks for a quoted button finds it: a message begins with these words."""
    quoted = {" ".join(_MARKS.sub("", each).split()) for each in _QUOTED.findall(page(guide, language))}
    assert len(quoted) > 5
    inside = {each for each in quoted if any(f"«{each}»" in text for text in words(language))}
    known = {each for each in quoted for text in words(language) if re.match(rf"{re.escape(each)}(?!\w)", text)}
    assert quoted - known - inside - TYPED == set()


def _shape(text: str) -> list[str]:
    """Headings, items, rows of tables, and pictures, in their order, without their words."""
    found = re.findall(r"^(#+|\d+\.|-(?= )|\|(?!-)|<img)", text, re.MULTILINE)
    return [each for each in found if each != "<img"]


@pytest.mark.parametrize("guide", ["guide-officer", "guide-head"])
def test_the_guides_have_the_same_parts(guide: str) -> None:
    """Each heading, step and row; each command; each picture that there is in Kazakh."""
    russian, kazakh = (page(guide, language) for language in LANGUAGES)
    assert _shape(kazakh) == _shape(russian)
    commands = re.compile(r"`/[a-z]+")
    assert set(commands.findall(kazakh)) == set(commands.findall(russian))
    pictures = re.compile(r"screens/([a-z-]+)-(?:ru|kk)\.webp")
    there = [each for each in pictures.findall(russian) if (DOCS / "screens" / f"{each}-kk.webp").exists()]
    assert pictures.findall(kazakh) == there
    assert "-ru.webp" not in kazakh


@pytest.mark.parametrize("guide", GUIDES)
def test_guides_use_the_words_of_the_glossary(guide: str) -> None:
    """What the texts of the bot may not say, the guides do not say either."""
    text = page(guide, "kk").lower()
    forbidden = [word for term in tomllib.loads(GLOSSARY.read_text("utf-8"))["term"] for word in term["forbid_kk"]]
    assert [word for word in forbidden if re.search(rf"(?<!\w){re.escape(word.lower())}", text)] == []
    assert [fault for fault in STUMBLED if re.search(fault, page(guide, "kk"))] == []
