"""Loads what commands and processes share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from assets.loaders.calendar import load_calendar
from assets.loaders.edition import editions, load_standard
from assets.loaders.templates import load_messages
from bot.settings import BadSettings
from dialogs.offices.flow import OfficePages
from dialogs.ui.texts import EditionWords, Texts
from domain.languages import LANGUAGES, Language
from services.offices.finder import OfficeFinder

if TYPE_CHECKING:
    from bot.settings import Settings
    from domain.calendar import WorkingCalendar
    from domain.standard.edition import Standard


@dataclass(frozen=True, slots=True)
class Resources:
    """The bot's read-only data: an edition, its calendar, and the finder over both."""

    standard: Standard
    calendar: WorkingCalendar
    finder: OfficeFinder
    pages: OfficePages


def load_library(settings: Settings) -> Resources:
    """Loads the edition named in the settings.

    Raises:
        BadSettings: there is no such edition.
        AssetFaults: files of the edition are invalid.
    """
    if settings.edition not in editions():
        raise BadSettings("setting-edition", typed=repr(settings.edition), known=", ".join(editions()))
    return library_of(settings.edition)


@cache
def library_of(edition: str) -> Resources:
    """Loads an existing edition, cached.

    Raises:
        AssetFaults: files of the edition are invalid.
    """
    standard, calendar = load_standard(edition, served=True), load_calendar(edition)
    finder = OfficeFinder(standard, calendar)
    return Resources(standard, calendar, finder, OfficePages(finder, standard))


def texts_by_language(edition: str = "") -> dict[str, Texts]:
    """The messages of every language."""
    return {language: load_texts(language, edition) for language in LANGUAGES}


@cache
def load_texts(language: str, edition: str = "") -> Texts:
    """The messages of a language, cached; those of an edition, and those that cite, can be drawn only under one.

    Raises:
        AssetFaults: files of the edition are invalid.
    """
    own = _words(language, library_of(edition).standard) if edition else None
    return Texts(language, load_messages(language), own, partial(load_texts, language))


def _words(language: str, standard: Standard) -> EditionWords:
    return EditionWords(standard.texts[Language(language)], standard.cites)
