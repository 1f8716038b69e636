"""DOCX templates built by `tools/papers`, and the messages of each language."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

APPLICATIONS = (7, 8)
CERTIFICATES = (5, 6)
APPENDICES = (*CERTIFICATES, *APPLICATIONS)
REFUSAL, REFUSAL_WITH_REASON = "refusal", "refusal-with-reason"
SLIP, COMPLAINT = "slip", "complaint"
INDICATORS = "indicators"


def form_templates() -> dict[int, bytes]:
    """Maps the appendix to the DOCX template of its form."""
    return {appendix: _read(f"form-{appendix}") for appendix in APPENDICES}


def refusal_template() -> bytes:
    """The template for the letter of refusal."""
    return _read(REFUSAL)


def refusal_with_reason_template() -> bytes:
    """The template for older refusals, which have one reason for all their items."""
    return _read(REFUSAL_WITH_REASON)


def slip_template() -> bytes:
    """The template for the slip of a complaint (point 25)."""
    return _read(SLIP)


def complaint_template() -> bytes:
    """The template for a complaint to print and sign."""
    return _read(COMPLAINT)


def indicators_template() -> bytes:
    """The template for the table of appendix 9."""
    return _read(INDICATORS)


def _read(name: str) -> bytes:
    return (files("assets") / "forms" / f"{name}.docx").read_bytes()


LOCALES = Path(__file__).parents[1] / "locales"


def load_locale(language: str, root: Path = LOCALES) -> str:
    """The messages of a language, with its files joined in order of their names."""
    files = sorted((root / language).glob("*.ftl"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)
