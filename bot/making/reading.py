"""How makers of content read the data when it is sent: the use cases over one transaction beside the writer."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.container import Container, ContainerOptions
from dialogs.staff.elements import Places
from dialogs.ui.law import Law
from domain.errors import BadAnswer, Denied, NoSuchCase

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from bot.resources import Resources
    from dialogs.ui.law import LawOf
    from dialogs.ui.texts import Texts
    from domain.standard.editions import BoundRecord
    from storage.db.database import Database
    from storage.db.keys import KeyReader, KeyStore
    from storage.db.transaction import Transaction

WITHHELD = (Denied, NoSuchCase, BadAnswer)  # the person may not have it, or its subject was erased


class Reading(Container):
    """Reads beside the writer, as of one moment; `language` is for people who have not chosen one."""

    def __init__(
        self, options: ContainerOptions, transaction: Transaction, keys: KeyStore, language: str, now: datetime
    ) -> None:
        super().__init__(options, transaction, keys)
        self.transaction = transaction
        self.language = language
        self.now = now

    def texts(self, language: str, edition: str = "") -> Texts:
        """The messages of a language under an edition; without an id, under the current one."""
        return self.options.library.texts(language, edition)

    def law_of(self, language: str) -> LawOf:
        """How a record of any edition is shown in this language."""

        def found(record: BoundRecord) -> Law:
            edition = record.edition if record.edition in self.editions else ""
            return Law(self.options.library.served(edition).standard, self.texts(language, edition))

        return found

    def places(self, edition: str = "") -> Places:
        """The names of places in an edition; without an id, in the current one."""
        served = self.options.library.served(edition)
        return Places(served.standard, served.finder.districts, self.editions)


@dataclass(frozen=True, slots=True)
class View:
    """How makers read the data, beside the writer; `language` is for people who have not chosen one."""

    database: Database
    keys: KeyReader
    library: Resources
    admins: frozenset[int]
    language: str

    @asynccontextmanager
    async def at(self, now: datetime) -> AsyncIterator[Reading]:
        """The data at present, in one read transaction.

        Raises:
            StorageFault: the database cannot work now.
        """
        async with self.database.transaction() as transaction:
            options = ContainerOptions(self.library, self.admins)
            yield Reading(options, transaction, self.keys, self.language, now)
