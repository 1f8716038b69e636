"""One term for one thing in each language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assets.loaders.edition import find_editions, load_standard
from domain.languages import LANGUAGES
from tests.factories.texts import all_sources

pytestmark = pytest.mark.untraced

TERMS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "glossary.toml").read_text("utf-8"))["term"]
_MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) =(.*(?:\n(?:[ \t].*)?)*)", re.MULTILINE)
_VARIABLE = re.compile(r"\{\s*\$[a-z-]+\s*\}|\$[a-z-]+")
THREE_LANGUAGES = "language-choose"  # one text for all


def plain(text: str) -> str:
    return text.lower().replace("ё", "е")


@cache
def values(language: str) -> dict[str, str]:
    found = _MESSAGE.findall(all_sources(load_standard(), language))
    return {name: plain(_VARIABLE.sub("", value)) for name, value in found if name != THREE_LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_forbidden_synonym(language: str) -> None:
    """No text contains a word that the glossary forbids for a term."""
    for term in TERMS:
        for word in term[f"forbid_{language}"]:
            pattern = re.compile(rf"(?<!\w){re.escape(plain(word))}")
            used = [name for name, value in values(language).items() if pattern.search(value)]
            assert used == [], f"{word}: say {term[language]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_are_used(language: str) -> None:
    """Every term not marked as planned occurs in some text, so the glossary describes this product."""
    text = "\n".join(values(language).values())
    for term in TERMS:
        stem = plain(term.get(f"stem_{language}", term[language]))
        assert term.get("planned") or re.search(rf"(?<!\w){re.escape(stem)}", text), stem


def test_a_kazakh_date_is_followed_by_its_day() -> None:
    """A date as a variable has no ending of its own: "25 қараша күнінен бастап", never "25 қараша бастап"."""
    verbs = "берілген|қабылданды|тексерілді|өтті"
    bare = re.compile(rf"\{{ \$(?:date|since|filed) \}}(?:</b>)? (?:бастап|дейін|кейін|бері|{verbs})")
    found = _MESSAGE.findall("\n".join(all_sources(load_standard(each), "kk") for each in find_editions()))
    assert [name for name, value in found if bare.search(value)] == []
