"""The texts of an edition as a test draws and reads them."""

from __future__ import annotations

from assets.loaders.templates import load_locale, load_messages
from dialogs.ui.texts import EditionWords, Texts
from domain.languages import Language
from domain.standard.edition import Standard


def texts_under(standard: Standard, language: str) -> Texts:
    """The messages of a language under an edition, which knows no other."""
    own = EditionWords(standard.texts[Language(language)], standard.cites)
    return Texts(language, load_messages(language), own)


def all_sources(standard: Standard, language: str) -> str:
    """The messages of the program and of an edition, as they are written."""
    return "\n".join((load_locale(language), *standard.texts[Language(language)].values()))
