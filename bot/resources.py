"""Loads what commands and processes share: the editions, their calendar, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from assets.loaders.calendar import load_common_calendar
from assets.loaders.edition import check_together, find_editions, list_filed, load_standard
from assets.loaders.faults import AssetFault, AssetFaults
from assets.loaders.templates import load_messages
from bot.settings import BadSettings
from dialogs.applications.flow import ApplyPages
from dialogs.offices.flow import OfficePages
from dialogs.ui.texts import EditionWords, Texts
from domain.languages import Language
from domain.standard.editions import Editions
from services.offices.finder import OfficeFinder

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings
    from domain.calendar import WorkingCalendar
    from domain.people import Person
    from domain.standard.edition import Standard


class ServedEdition:
    """One edition, with what is made of it when it is first asked for; `names` are what a handler may name."""

    names = frozenset({"standard", "finder", "office_pages", "application_pages"})

    def __init__(self, standard: Standard, calendar: WorkingCalendar) -> None:
        self.standard = standard
        self._calendar = calendar
        self._texts: dict[str, Texts] = {}

    @cached_property
    def finder(self) -> OfficeFinder:
        """Offices by place and name."""
        return OfficeFinder(self.standard, self._calendar)

    @cached_property
    def office_pages(self) -> OfficePages:
        """The screens of the office finder."""
        return OfficePages(self.finder, self.standard)

    @cached_property
    def application_pages(self) -> ApplyPages:
        """The screens of a draft."""
        return ApplyPages(self.standard, self.finder)

    def texts(self, language: str) -> Texts:
        """The messages of a language, with the citations of this edition."""
        if language not in self._texts:
            words = EditionWords(self.standard.texts[Language(language)], self.standard.cites)
            self._texts[language] = Texts(language, load_messages(language), words)
        return self._texts[language]


@dataclass(frozen=True, slots=True)
class Resources:
    """The bot's read-only data.

    Attributes:
        editions: All that are loaded; new records begin under the current one.
        calendar: The working days of the country, by the decrees that any of the editions has.
    """

    editions: Editions
    calendar: WorkingCalendar
    _served: dict[str, ServedEdition] = field(default_factory=dict, init=False)

    def served(self, edition: str = "") -> ServedEdition:
        """An edition with what is made of it; without an id, the current one.

        Raises:
            EditionMissing: it is not loaded.
        """
        standard = self.editions.get(edition) if edition else self.editions.current
        served = self._served.get(standard.status.id)
        if served is None:
            served = self._served.setdefault(standard.status.id, ServedEdition(standard, self.calendar))
        return served

    def texts(self, language: str, edition: str = "") -> Texts:
        """The messages of a language under an edition; without an id, under the current one.

        Raises:
            EditionMissing: it is not loaded.
        """
        return self.served(edition).texts(language)

    @property
    def standard(self) -> Standard:
        """The current edition."""
        return self.editions.current

    @property
    def finder(self) -> OfficeFinder:
        """Offices of the current edition."""
        return self.served().finder


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for people whom the bot writes to by itself; `language` is for those who have not chosen one."""

    library: Resources
    language: str

    def texts(self, person: Person, edition: str = "") -> Texts:
        """The messages of a person's language under an edition; without an id, under the current one.

        Raises:
            EditionMissing: it is not loaded.
        """
        return self.library.texts(person.language or self.language, edition)


def known_editions(settings: Settings) -> dict[str, Path]:
    """The folders of all editions by id.

    Raises:
        BadSettings: the folder of further editions cannot be read.
    """
    try:
        return find_editions(settings.editions_dir)
    except OSError:
        raise BadSettings("setting-editions-dir", typed=str(settings.editions_dir)) from None


def load_library(settings: Settings) -> Resources:
    """Loads all editions; the one named in the settings is the current one.

    Raises:
        BadSettings: there is no such edition, or the folder of further editions cannot be read.
        BadSettings: nothing can be filed under the edition that is named.
        AssetFaults: files of an edition are invalid: all that is wrong with all of them.
    """
    known = known_editions(settings)
    filed = list_filed(known)
    if settings.edition not in filed:
        fault = "setting-edition-preparation" if settings.edition in known else "setting-edition"
        raise BadSettings(fault, typed=repr(settings.edition), known=", ".join(filed))
    return library_of(settings.edition, settings.editions_dir)


def library_of(edition: str, further: Path | None = None) -> Resources:
    """Loads the editions of this package, and of a further folder, cached; an existing one is the current one.

    Raises:
        AssetFaults: files of an edition are invalid.
    """
    return _load(edition, tuple(find_editions(further).items()))


@cache
def _load(current: str, folders: tuple[tuple[str, Path], ...]) -> Resources:
    loaded: dict[str, Standard] = {}
    faults: list[AssetFault] = []
    for edition, folder in folders:
        try:
            loaded[edition] = load_standard(edition, folder.parent, served=True)
        except AssetFaults as error:
            faults += [replace(each, file=f"{edition}/{each.file}") for each in error.faults]
    if faults := faults or check_together(loaded):
        raise AssetFaults(faults)
    calendar = load_common_calendar(folder for _, folder in folders)
    others = {edition: standard for edition, standard in loaded.items() if edition != current}
    return Resources(Editions(loaded[current], others), calendar)


@cache
def load_texts(language: str, edition: str = "", further: Path | None = None) -> Texts:
    """The messages of a language, cached; those of an edition, and those that cite, can be drawn only under one.

    `further` is the folder of editions that are not of this package, if the edition may be one of these.

    Raises:
        AssetFaults: files of the edition are invalid.
    """
    return library_of(edition, further).texts(language) if edition else Texts(language, load_messages(language))
