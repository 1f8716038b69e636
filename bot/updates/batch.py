"""A batch of updates in one transaction: what they need is read, each is handled, what they change is committed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiogram.types import CallbackQuery

from bot import clock
from bot.delivery.bot_profile import build_commands_request
from bot.delivery.messages import build_delete_request, render_reply, render_screens
from bot.delivery.protection import Reader, find_reader, is_protected
from bot.monitoring import log_event
from bot.updates.conversation import Conversations
from bot.updates.reading import shallow
from bot.updates.turn import Turns
from bot.updates.unit_of_work import UnitOfWork
from dialogs.home import group_screen, unread_screen
from domain.languages import LANGUAGES
from handlers.core.reply import Reply, Viewer
from handlers.core.subject import edition_named, may_be_prepared, record_named
from storage.db.keys import case_owner, person
from storage.messaging.inbox import Inbox, Quarantined, quarantine_place
from storage.messaging.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.container import ContainerFactory
    from bot.delivery.sender import Sender
    from bot.resources import Wording
    from bot.updates.admission import Admission
    from bot.updates.dispatch import Dispatch
    from bot.updates.reading import Payload
    from bot.updates.unit_of_work import Incoming, Unread
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction
    from storage.messaging.outbox import Delivered

LEAVING = {"message", "channel_post", "my_chat_member"}  # what in a group is answered by leaving it, read or not
MENU = "menu"  # merges renewals of a list of commands: the newest is the whole list


@dataclass(slots=True)
class Batches:
    """Runs batches; whatever a handler raises undoes the whole batch."""

    database: Database
    keys: KeyStore
    dispatch: Dispatch
    containers: ContainerFactory
    sender: Sender
    wording: Wording
    admission: Admission
    handler_seconds: float = 5.0
    clock: Callable[[], datetime] = field(default_factory=lambda: clock.now)

    async def _batch(self, payloads: Sequence[Payload], *, alone: bool = False, released: bool = False) -> None:
        now = self.clock()
        marks: list[Delivered] = []
        try:
            async with self.database.transaction() as transaction:
                if released:
                    for payload in payloads:
                        await Inbox(transaction, self.dispatch.bot.id).release(int(payload["update_id"]))
                unit, fresh = await self._begin(transaction, payloads)
                async with asyncio.timeout(self.handler_seconds):  # a batch that takes longer is run one by one
                    for incoming in fresh:
                        await self._one(unit, incoming, now)
                        if alone:
                            await unit.inbox.forget_tries(incoming.id)
                marks = self.sender.take_marks()  # as late as may be: what is delivered meanwhile rides along
                await unit.finish(fresh, marks, int(now.timestamp()))
        except BaseException:
            self.sender.return_marks(marks)
            raise
        self._after_commit(unit, fresh)

    def _after_commit(self, unit: UnitOfWork, fresh: Sequence[Incoming]) -> None:
        self.admission.taps.forget(unit.taken)
        # Of those that wrote, some may have been suspended while their update was at work, for what was sent earlier.
        suspended = {each.chat_id for each in fresh if not _blocks(each)} & self.sender.suspended
        self.sender.resume(unit.resumed_chats | suspended)
        self.sender.queue(unit.outgoing)
        for query_id, text in unit.answers:
            self.sender.answer(query_id, text)

    async def _begin(self, transaction: Transaction, payloads: Sequence[Payload]) -> tuple[UnitOfWork, list[Incoming]]:
        bot_id = self.dispatch.bot.id
        by_id = {int(each["update_id"]): each for each in payloads}
        read = [self.dispatch.parse(payload) for payload in by_id.values()]
        unit, seen = await UnitOfWork.begin(transaction, self.keys, self.containers, bot_id, by_id.keys(), read)
        fresh = [each for each in read if each.id not in seen]
        for incoming in fresh:
            waits = incoming.chat_id in self.sender.suspended and incoming.chat_id not in unit.resumed_chats
            if waits and not _blocks(incoming):
                await Outbox(transaction).resume(incoming.chat_id)
                unit.resumed_chats.add(incoming.chat_id)
        return unit, fresh

    async def _one(self, unit: UnitOfWork, incoming: Incoming, now: datetime) -> None:
        viewer = await self._viewer(unit, incoming, now)
        turns = Turns(self.dispatch, self.admission, self.sender, self.keys, self._take_unread)
        await self._queue(unit, incoming, await turns.take(unit, incoming, viewer, await self._edition(unit, incoming)))
        unit.taken.append(incoming.id)
        if incoming.cut:
            log_event("part-not-read", update=incoming.id, parts=" ".join(incoming.cut))

    async def _take_unread(self, unit: UnitOfWork, unread: Unread, owner: str, viewer: Viewer) -> Reply:
        """Set it aside for its person and tell them; of a group nothing is kept, whatever happens there."""
        origin = unread.origin
        log_event("not-an-update", update=int(unread.payload["update_id"]), fault=unread.reason)
        if origin.tap_id:
            unit.answers.append((origin.tap_id, ""))
        if origin.in_group:
            leaves = origin.kind in LEAVING
            return Reply((group_screen(viewer.texts),), leave=True) if leaves else Reply()
        await self._set_aside(unit.transaction, unread.payload, owner, unread.reason, viewer.now)
        return Reply((unread_screen(viewer.texts),), keeps_question=True) if origin.is_sent else Reply()

    async def _queue(self, unit: UnitOfWork, incoming: Incoming, reply: Reply, origin: str = "u") -> None:
        tapped = incoming.update.callback_query
        owner = await self._owner(unit, reply.case_id, incoming.owner)
        known = incoming.user_id in unit.met
        for user_id in reply.menus:  # their role has just changed
            await self._note_role(unit, user_id)
        reader = Reader(staff=incoming.private and incoming.user_id in unit.staff, own=reply.own)
        requests = list(render_reply(reply, incoming.chat_id, tapped, reader))
        asks = Conversations(self.sender).bind(unit, incoming, reply, f"{origin}{incoming.id}.{len(requests) - 1}")
        for part, request in enumerate(requests, 1):
            origin_of_part = f"{origin}{incoming.id}.{part - 1}"
            last = part == len(requests)
            unit.queue(request, incoming.chat_id, owner, origin_of_part, known=known, asks=asks and last)
        for part, notice in enumerate(reply.notices):
            owner = await self._owner(unit, notice.case_id, person(notice.user_id))
            language = (await unit.people.get(notice.user_id)).language or self.wording.language
            screen = notice.draw(self.wording.library.texts(language, await unit.edition_of(notice.case_id)))
            protected = is_protected(screen, await find_reader(unit.transaction, notice.user_id, owner))
            for at, request in enumerate(render_screens(screen, notice.user_id, protected=protected)):
                more = f".{at}" if at else ""
                key = f"{notice.merge_key}{more}" if notice.merge_key else ""
                unit.queue_notice(request, notice.user_id, owner, f"n{incoming.id}.{part}{more}", key)
        for part, (chat_id, message_id) in enumerate(reply.removals):
            request = build_delete_request(chat_id, message_id)
            owner = await self._owner(unit, "", person(chat_id))
            unit.queue_notice(request, chat_id, owner, f"d{incoming.id}.{part}")
        for part, user_id in enumerate(reply.menus):
            await self._renew_menu(unit, incoming, user_id, part)
        if isinstance(tapped, CallbackQuery):
            unit.answers.append((tapped.id, reply.toast))

    @staticmethod
    async def _note_role(unit: UnitOfWork, user_id: int) -> None:
        unit.staff.discard(user_id)
        if await unit.container.staff.is_staff(user_id):
            unit.staff.add(user_id)

    async def _renew_menu(self, unit: UnitOfWork, incoming: Incoming, user_id: int, part: int) -> None:
        code = incoming.language_code if user_id == incoming.user_id else ""
        texts = self.wording.library.texts(self._language((await unit.people.get(user_id)).language, code))
        standing = await unit.container.staff.get_membership(user_id)
        owner = await self._owner(unit, "", person(user_id))
        menu = build_commands_request(standing, texts, unit.container.editions)
        unit.queue_notice(menu, user_id, owner, f"m{incoming.id}.{part}", MENU)

    async def _owner(self, unit: UnitOfWork, case_id: str, otherwise: str) -> str:
        owner = case_owner(case_id) if case_id else otherwise
        if owner not in unit.ciphers:
            unit.ciphers |= await self.keys.ciphers({owner})
        return owner

    async def _viewer(self, unit: UnitOfWork, incoming: Incoming, now: datetime) -> Viewer:
        known = await unit.people.get(incoming.user_id)
        language = self._language(known.language, incoming.language_code)
        library = self.wording.library
        prepared = tuple(each.status.id for each in library.editions.prepared)
        return Viewer(known, language, now, library.served(), library.served, prepared)

    async def _edition(self, unit: UnitOfWork, incoming: Incoming) -> str:
        """The edition that the update is about; empty where it is about none."""
        editions = self.wording.library.editions
        if (found := edition_named(incoming.update)) not in editions:
            found = await unit.edition_of(record_named(incoming.update, unit.sessions.get(incoming.session).data))
        prepared = found in editions and editions.get(found).preparation is not None
        return "" if prepared and not may_be_prepared(incoming.update) else found

    def _language(self, chosen: str | None, client: str) -> str:
        code = client.partition("-")[0]
        return chosen or (code if code in LANGUAGES else self.wording.language)

    async def _set_aside(
        self, transaction: Transaction, payload: Payload, owner: str, reason: str, now: datetime
    ) -> None:
        update_id = int(payload["update_id"])
        cipher = (await self.keys.ciphers({owner}))[owner]
        sealed = cipher.encrypt_json(shallow(payload), quarantine_place(update_id))
        row = Quarantined(update_id, owner, sealed, reason, int(now.timestamp()))
        await Inbox(transaction, self.dispatch.bot.id).set_aside(row)


def _blocks(incoming: Incoming) -> bool:
    member = incoming.update.my_chat_member
    return member is not None and member.new_chat_member.status == "kicked"
