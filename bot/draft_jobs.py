"""Drafts that nobody touches: reminded of once, erased after a warning; and keys whose data is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot import clock
from bot.log import say
from bot.posting import Letter, post
from dialogs.case_pages import draft_erased, draft_reminder, draft_warning
from domain.zone import day_of
from storage.cases import Idle, SqlCases
from storage.erasing import doomed, forget_doomed
from storage.keys import case_owner, person

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.sender import Sender
    from dialogs.screens import Screen
    from dialogs.texts import Texts
    from domain.cases import Case
    from storage.keys import KeyStore
    from storage.outbox import Outgoing
    from storage.sqlite import Database
    from storage.transaction import Transaction

REMINDED_AFTER = timedelta(days=3)
NOTICE = timedelta(days=3)  # between the warning and the erasure, at the least
AT_ONCE = 100  # drafts of one transaction


class DraftJobs:
    """Due work is computed from the data; doing it twice does nothing twice."""

    def __init__(self, database: Database, keys: KeyStore, sender: Sender, kept: timedelta, language: str) -> None:
        self._database = database
        self._keys = keys
        self._sender = sender
        self._kept = kept
        self._language = language

    async def run(self) -> None:
        """Everything that is due now."""
        await self.mind_drafts(clock.now())
        await self.destroy_keys()

    async def mind_drafts(self, now: datetime) -> None:
        """Remind, warn, erase: a draft takes one step at a time."""
        erased_on = now + NOTICE
        steps = (
            (Idle(now - self._kept, 2, now - NOTICE), self._erase),
            (Idle(now - self._kept + NOTICE, 1, now), self._warn),
            (Idle(now - REMINDED_AFTER, 0, now), self._remind),
        )
        for idle, step in steps:
            async with self._database.transaction() as transaction:
                cases = SqlCases(transaction, self._keys)
                drafts = await cases.idle_drafts(idle, AT_ONCE)
                rows: list[Outgoing] = []
                for draft in drafts:
                    rows += await step(transaction, cases, draft, erased_on)
            self._sender.queue(rows)

    async def destroy_keys(self) -> None:
        """Destroy the keys of what was erased: after this no backup of the database can be read there.

        They stay doomed until nothing of them is left in the key store's log, either.
        """
        async with self._database.transaction() as transaction:
            owners = await doomed(transaction, AT_ONCE)
        if not owners:
            return
        if not await self._keys.destroy(*owners):
            say("keys-still-in-log", keys=len(owners))
            return
        async with self._database.transaction() as transaction:
            await forget_doomed(transaction, owners)
        say("keys-destroyed", keys=len(owners))

    async def _remind(
        self, transaction: Transaction, cases: SqlCases, draft: Case, erased_on: datetime
    ) -> Sequence[Outgoing]:
        await cases.warn(draft, 1, erased_on - NOTICE)
        return await self._tell(transaction, draft, case_owner(draft.id), 1, lambda texts: draft_reminder(draft, texts))

    async def _warn(
        self, transaction: Transaction, cases: SqlCases, draft: Case, erased_on: datetime
    ) -> Sequence[Outgoing]:
        await cases.warn(draft, 2, erased_on - NOTICE)
        day = day_of(erased_on)
        return await self._tell(
            transaction, draft, case_owner(draft.id), 2, lambda texts: draft_warning(draft, day, texts)
        )

    async def _erase(
        self, transaction: Transaction, cases: SqlCases, draft: Case, _erased_on: datetime
    ) -> Sequence[Outgoing]:
        rows = await self._tell(transaction, draft, person(draft.applicant), 3, draft_erased)
        await cases.erase(draft)  # after the letter: its number in the outbox must not be one that is erased
        return rows

    async def _tell(
        self, transaction: Transaction, draft: Case, owner: str, step: int, draw: Callable[[Texts], Screen]
    ) -> Sequence[Outgoing]:
        origin = f"d{draft.id}.{draft.version}.{step}"
        letter = Letter(draft.applicant, owner, origin, lambda texts: [draw(texts)])
        return await post(transaction, self._keys, letter, self._language)
