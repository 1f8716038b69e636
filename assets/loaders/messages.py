"""The Fluent files of each language, as one resource a language."""

from __future__ import annotations

from pathlib import Path

LOCALES = Path(__file__).parents[1] / "locales"


def load_locale(language: str, root: Path = LOCALES) -> str:
    """All messages of a language, in the order of the files' names."""
    files = sorted((root / language).glob("*.ftl"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)
