"""DOCX templates built by `tools/papers`, and the messages of each language."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

APPLICATIONS = (7, 8)
CERTIFICATES = (5, 6)
APPENDICES = (*CERTIFICATES, *APPLICATIONS)
LOCALES = Path(__file__).parents[1] / "locales"


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
