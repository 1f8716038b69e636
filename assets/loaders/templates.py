"""DOCX templates built by `tools/papers`, and the messages of each language."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATIONS = (7, 8)
CERTIFICATES = (5, 6)
APPENDICES = (*CERTIFICATES, *APPLICATIONS)
LOCALES = Path(__file__).parents[1] / "locales"
MESSAGE = re.compile(r"^(?=[a-z][a-z0-9-]* =)", re.MULTILINE)  # the start of one


class Paper(StrEnum):
    """A letter or table with one template; the value is the name of its file."""

    REFUSAL = "refusal"
    REFUSAL_WITH_REASON = "refusal-with-reason"  # of older refusals, which have one reason for all their items
    SLIP = "slip"  # of a complaint (point 25)
    COMPLAINT = "complaint"  # to print and sign
    INDICATORS = "indicators"  # the table of appendix 9

    def template(self) -> bytes:
        """The DOCX to fill in."""
        return _read(self)


def form_templates() -> dict[int, bytes]:
    """Maps the appendix to the DOCX template of its form."""
    return {appendix: _read(f"form-{appendix}") for appendix in APPENDICES}


def _read(name: str) -> bytes:
    return (files("assets") / "forms" / f"{name}.docx").read_bytes()


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
