"""Pinned statuses of cases: the message is edited when its case has changed, and unpinned when it is erased.

Who changed a case does not matter, nor by which way: what is outdated follows from the data, so a change by a command
of the terminal is shown as well, and an interrupted round can be repeated. An edit makes no sound.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot import clock
from bot.container import Container
from bot.delivery.error_policy import PINNED
from bot.delivery.messages import Notification, build_unpin_request, queue_notification
from dialogs.applications.status import status_screen
from storage.db.keys import case_owner, person
from storage.messaging.pins import SqlPins

if TYPE_CHECKING:
    from datetime import datetime

    from bot.container import ContainerOptions
    from bot.delivery.sender import Sender
    from bot.resources import Wording
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.outbox import Outgoing
    from storage.messaging.pins import Outdated

PIN_SECONDS = 5.0
AT_ONCE = 50  # messages in one transaction


class PinJobs:
    """Brings the pinned messages up to date; costs one query where none is outdated."""

    def __init__(
        self, database: Database, keys: KeyStore, sender: Sender, options: ContainerOptions, wording: Wording
    ) -> None:
        self._database = database
        self._keys = keys
        self._sender = sender
        self._options = options
        self._wording = wording

    async def run(self) -> None:
        """Edits all that are outdated now."""
        while await self._some(clock.now()):
            pass

    async def _some(self, now: datetime) -> bool:
        """Edits a few; returns whether more may be left."""
        rows: list[Outgoing] = []
        async with self._database.transaction() as transaction:
            outdated = await SqlPins(transaction).list_outdated(AT_ONCE)
            for each in outdated:
                letter = await self._letter(transaction, each, now)
                if letter is not None:
                    rows += await queue_notification(transaction, self._keys, letter, self._wording)
        self._sender.queue(rows)
        return len(outdated) == AT_ONCE

    async def _letter(self, transaction: Transaction, outdated: Outdated, now: datetime) -> Notification | None:
        pins, container = SqlPins(transaction), Container(self._options, transaction, self._keys)
        case = None if outdated.erased else await container.repositories.cases.get(outdated.case_id)
        if case is None:
            await pins.remove(outdated.case_id)
            unpin = build_unpin_request(outdated.chat_id, outdated.message_id)
            owner, origin = person(outdated.chat_id), f"unpin:{outdated.case_id}"
            return Notification(outdated.chat_id, owner, origin, lambda _: [], (unpin,))
        await pins.put(case, outdated.message_id)
        if case.edition not in container.editions:  # a finished case of an edition that is not loaded any more
            return None
        return Notification(
            case.applicant,
            case_owner(case.id),
            f"pin:{case.id}.{case.version}",
            partial(_screens, case, container, now),
            merge_key=f"{PINNED}{case.id}",
            edition=case.edition,
            edited=outdated.message_id,
        )


def _screens(case: Case, container: Container, now: datetime, texts: Texts) -> list[Screen]:
    card = container.options.library.served(case.edition).finder.card_of(case, now)
    return [status_screen(case, card, container.deadlines.compute(case), texts)]
