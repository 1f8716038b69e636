"""Templates and texts as they lie in the folder: DOCX made by `tools/papers`, messages of each language."""

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
    """Appendix → the template's DOCX."""
    return {appendix: _read(f"form-{appendix}") for appendix in APPENDICES}


def refusal_template() -> bytes:
    """The letter of a reasoned refusal."""
    return _read(REFUSAL)


def refusal_with_reason_template() -> bytes:
    """The letter of a refusal that has one reason for all its items, as they were once made."""
    return _read(REFUSAL_WITH_REASON)


def slip_template() -> bytes:
    """The slip of a complaint."""
    return _read(SLIP)


def complaint_template() -> bytes:
    """A complaint to print and sign."""
    return _read(COMPLAINT)


def indicators_template() -> bytes:
    """The table of appendix 9."""
    return _read(INDICATORS)


def _read(name: str) -> bytes:
    return (files("assets") / "forms" / f"{name}.docx").read_bytes()


LOCALES = Path(__file__).parents[1] / "locales"


def load_locale(language: str, root: Path = LOCALES) -> str:
    """All messages of a language, in the order of the files' names."""
    files = sorted((root / language).glob("*.ftl"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)
