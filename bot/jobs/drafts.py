"""Idle drafts of applications and complaints: reminder, warning, erasure; and destruction of erased data's keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from bot import clock
from bot.delivery.messages import Notification, queue_notification
from bot.monitoring import log_event
from dialogs.applications.case import draft_erased, draft_reminder, draft_warning
from dialogs.complaints.idle import complaint_erased, complaint_reminder, complaint_warning
from dialogs.prepared import with_basis
from dialogs.ui.law import Law
from domain.calendar import day_of
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.keys import case_owner, person
from storage.db.records import Idle, forget_destroyed_keys, list_keys_to_destroy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from bot.delivery.sender import Sender
    from bot.resources import Wording
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.outbox import Outgoing

REMINDED_AFTER = timedelta(days=3)
NOTICE = timedelta(days=3)  # at least this long between the warning and the erasure
AT_ONCE = 100  # drafts in one transaction


class Draft(Protocol):
    """A draft of either kind."""

    @property
    def id(self) -> str:
        """The id, which also names the key."""

    @property
    def version(self) -> int:
        """The number of its last change."""

    @property
    def edition(self) -> str:
        """The id of the edition it was begun under."""


DraftT = TypeVar("DraftT", bound=Draft)


class Drafts(Protocol[DraftT]):
    """Storage of drafts of one kind."""

    async def idle_drafts(self, idle: Idle, limit: int) -> Sequence[DraftT]:
        """Finds drafts that are idle in this way, oldest first."""

    async def warn(self, draft: DraftT, /, told: int, at: datetime) -> None:
        """Records how often the person was reminded; does not count as a change of the draft."""

    async def erase(self, draft: DraftT, /) -> None:
        """Erases the draft and dooms its key."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[DraftT]):
    """A kind of drafts: storage, owner, and messages."""

    kept: Callable[[Transaction, KeyStore], Drafts[DraftT]]
    whose: Callable[[DraftT], int]
    reminder: Callable[[DraftT, Texts], Screen]
    warning: Callable[[DraftT, date, Texts], Screen]
    erased: Callable[[Texts], Screen]


APPLICATIONS = Kind(SqlCases, lambda case: case.applicant, draft_reminder, draft_warning, draft_erased)
COMPLAINTS = Kind(
    SqlComplaints,
    lambda complaint: complaint.author,
    complaint_reminder,
    complaint_warning,
    complaint_erased,
)


class DraftJobs:
    """What is due follows from the data, so the work can be repeated safely."""

    def __init__(self, database: Database, keys: KeyStore, sender: Sender, kept: timedelta, wording: Wording) -> None:
        self._database = database
        self._keys = keys
        self._sender = sender
        self._kept = kept
        self._wording = wording

    async def run(self) -> None:
        """Does everything that is due now."""
        await self.mind_drafts(clock.now())
        await self.destroy_keys()

    async def mind_drafts(self, now: datetime) -> None:
        """Reminds, warns and erases; each draft takes one step at a time."""
        steps = (
            (Idle(now - self._kept, 2, now - NOTICE), _DraftSteps.erase),
            (Idle(now - self._kept + NOTICE, 1, now), _DraftSteps.warn),
            (Idle(now - REMINDED_AFTER, 0, now), _DraftSteps.remind),
        )
        kinds: tuple[Kind[Any], ...] = (APPLICATIONS, COMPLAINTS)
        for kind in kinds:
            for idle, step in steps:
                async with self._database.transaction() as transaction:
                    steps_of_kind = _DraftSteps(kind, transaction, self._keys, self._wording, now)
                    rows: list[Outgoing] = []
                    for draft in await steps_of_kind.drafts.idle_drafts(idle, AT_ONCE):
                        rows += await step(steps_of_kind, draft)
                self._sender.queue(rows)

    async def destroy_keys(self) -> None:
        """Destroys the keys of erased data, after which no backup of the database can be read there.

        Keys stay doomed until the log of the key store holds nothing of them either.
        """
        async with self._database.transaction() as transaction:
            owners = await list_keys_to_destroy(transaction, AT_ONCE)
        if not owners:
            return
        if not await self._keys.destroy(*owners):
            log_event("keys-still-in-log", keys=len(owners))
            return
        async with self._database.transaction() as transaction:
            await forget_destroyed_keys(transaction, owners)
        log_event("keys-destroyed", keys=len(owners))


class _DraftSteps(Generic[DraftT]):
    """The steps for drafts of one kind in one transaction."""

    def __init__(
        self, kind: Kind[DraftT], transaction: Transaction, keys: KeyStore, wording: Wording, now: datetime
    ) -> None:
        self._kind = kind
        self._transaction = transaction
        self._keys = keys
        self._wording = wording
        self._now = now
        self.drafts = kind.kept(transaction, keys)

    async def remind(self, draft: DraftT) -> Sequence[Outgoing]:
        """Reminds the author."""
        await self.drafts.warn(draft, 1, self._now)
        return await self._tell(draft, case_owner(draft.id), 1, lambda texts: self._kind.reminder(draft, texts))

    async def warn(self, draft: DraftT) -> Sequence[Outgoing]:
        """Announces the erasure."""
        await self.drafts.warn(draft, 2, self._now)
        day = day_of(self._now + NOTICE)
        return await self._tell(draft, case_owner(draft.id), 2, lambda texts: self._kind.warning(draft, day, texts))

    async def erase(self, draft: DraftT) -> Sequence[Outgoing]:
        """Erases the draft and says so."""
        rows = await self._tell(draft, person(self._kind.whose(draft)), 3, self._kind.erased)
        await self.drafts.erase(draft)  # after the message, so that its row does not reuse the number of an erased one
        return rows

    async def _tell(self, draft: DraftT, owner: str, step: int, draw: Callable[[Texts], Screen]) -> Sequence[Outgoing]:
        origin = f"d{draft.id}.{draft.version}.{step}"
        standard = self._wording.library.editions.get(draft.edition)

        def screens(texts: Texts) -> list[Screen]:
            return [with_basis(draw(texts), Law(standard, texts))]

        letter = Notification(self._kind.whose(draft), owner, origin, screens, edition=draft.edition)
        return await queue_notification(self._transaction, self._keys, letter, self._wording)
