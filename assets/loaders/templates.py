"""The papers of an edition beside its forms, and the messages of each language."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCALES = Path(__file__).parents[1] / "locales"
MESSAGE = re.compile(r"^(?=[a-z][a-z0-9-]* =)", re.MULTILINE)  # the start of one


class Paper(StrEnum):
    """A letter or table with a template in the folder of the edition; the value is the name of its file."""

    REFUSAL = "refusal"
    REFUSAL_WITH_REASON = "refusal-with-reason"  # of older refusals, which have one reason for all their items
    REFUSAL_ON_SUBSTANCE = "refusal-on-substance"  # only in editions with a ground for it
    NOT_ACCEPTED = "not-accepted"  # only in editions that let a package be refused acceptance
    SLIP = "slip"  # of a complaint (point 25)
    COMPLAINT = "complaint"  # to print and sign
    INDICATORS = "indicators"


@cache
def load_locale(language: str, root: Path = LOCALES) -> str:
    """The messages of a language, with its files joined in order of their names; cached."""
    files = sorted((root / language).glob("*.ftl"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@cache
def load_messages(language: str) -> Mapping[str, str]:
    """The messages of a language, each as it is written, by its id; cached."""
    return split_messages(load_locale(language))


def split_messages(*contents: str) -> dict[str, str]:
    """Maps the id of each message in files of this content to its source."""
    return {each.partition(" =")[0]: each for content in contents for each in MESSAGE.split(content)[1:]}
