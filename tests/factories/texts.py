"""The texts of an edition as a test draws and reads them."""

from __future__ import annotations

from assets.loaders.templates import load_locale, load_messages
from bot.resources import library_of
from dialogs.home import home_screen
from dialogs.ui.law import Law
from dialogs.ui.texts import EditionWords, Texts, unmark
from domain.languages import Language
from domain.standard.edition import Standard
from tests.factories.units import EDITION


def texts_under(standard: Standard, language: str) -> Texts:
    """The messages of a language under an edition, which knows no other."""
    own = EditionWords(standard.texts[Language(language)], standard.cites)
    return Texts(language, load_messages(language), own)


def home_page(language: str) -> str:
    """The words of the home page where every edition that is here is loaded, as a chat shows them."""
    return unmark(home_html(language))


def home_html(language: str) -> str:
    """The same as it is sent."""
    library = library_of(EDITION)
    laws = [Law(each, library.texts(language, each.status.id)) for each in library.editions.prepared]
    return str(home_screen(library.texts(language), prepared=laws).text)


def all_sources(standard: Standard, language: str) -> str:
    """The messages of the program and of an edition, as they are written."""
    return "\n".join((load_locale(language), *standard.texts[Language(language)].values()))
