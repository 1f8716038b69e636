"""The use cases over one transaction, for content made when it is sent."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bot.container import Container
from dialogs.staff.elements import Places

if TYPE_CHECKING:
    from datetime import datetime

    from bot.container import ContainerOptions
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


class Reading(Container):
    """Reads beside the writer, as of one moment; `language` is for people who have not chosen one."""

    def __init__(
        self, options: ContainerOptions, transaction: Transaction, keys: KeyStore, language: str, now: datetime
    ) -> None:
        super().__init__(options, transaction, keys)
        self.transaction = transaction
        self.language = language
        self.now = now

    @cached_property
    def places(self) -> Places:
        """The names of places."""
        return Places(self.standard, self.finder.districts)
