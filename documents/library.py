"""The papers of every edition that is loaded; those of one are read when they are first needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.errors import PreparationOnly

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.applications import Forms, Letters
    from documents.complaints import ComplaintPapers
    from domain.standard.edition import Standard
    from domain.standard.editions import BoundRecord, Editions


@dataclass(frozen=True, slots=True)
class FilingPapers:
    """What is printed about applications and complaints that were filed."""

    letters: Letters
    complaints: ComplaintPapers


@dataclass(frozen=True, slots=True)
class EditionPapers:
    """What is printed under one edition; `filing` is None where applications are only prepared."""

    standard: Standard
    forms: Forms
    filing: FilingPapers | None = None

    @property
    def letters(self) -> Letters:
        """Letters of refusal.

        Raises:
            PreparationOnly: nothing is filed under this edition.
        """
        return self._filed.letters

    @property
    def complaints(self) -> ComplaintPapers:
        """Slips and complaints to print.

        Raises:
            PreparationOnly: nothing is filed under this edition.
        """
        return self._filed.complaints

    @property
    def _filed(self) -> FilingPapers:
        if self.filing is None:
            raise PreparationOnly(self.standard.status.id)
        return self.filing


class PaperLibrary:
    """Finds the papers that a record, or a stamped copy, was made under."""

    def __init__(self, editions: Editions, read: Callable[[Standard], EditionPapers]) -> None:
        self._editions = editions
        self._read = read
        self._papers: dict[str, EditionPapers] = {}

    def get(self, edition: str = "") -> EditionPapers:
        """The papers of this edition; without an id, of the current one.

        Raises:
            EditionMissing: it is not loaded.
        """
        standard = self._editions.get(edition) if edition else self._editions.current
        if standard.status.id not in self._papers:
            self._papers[standard.status.id] = self._read(standard)
        return self._papers[standard.status.id]

    def of(self, record: BoundRecord) -> EditionPapers:
        """The papers of the edition that a record belongs to.

        Raises:
            EditionMissing: it is not loaded.
        """
        return self.get(record.edition)
