"""The turn of one update: what it means, what the handlers make of it, and what is shown when a rule refuses it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.updates.conversation import OFFERED, PART, Conversations, as_message, moment_of
from bot.updates.edits import Rewriting, given_answer, part_of
from bot.updates.unit_of_work import CURRENT
from domain.errors import BadAnswer
from domain.limits import LimitReached
from handlers.conversation import QuestionResumed
from handlers.core.errors import FailedAction, read_callback
from handlers.core.reply import Reply, with_basis
from handlers.error_replies import REFUSALS, error_reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.delivery.sender import Sender
    from bot.updates.admission import Admission
    from bot.updates.dispatch import Dispatch
    from bot.updates.edits import Feed
    from bot.updates.unit_of_work import Incoming, UnitOfWork, Unread
    from dialogs.ui.callback_data import BadTap
    from domain.errors import DomainError
    from handlers.core.reply import Viewer
    from storage.db.keys import KeyStore
    from storage.messaging.sessions import Session


@dataclass(slots=True)
class Turn:
    """What is known of it so far.

    Attributes:
        meant: The update as it is handled: an offered message in the place of the tap that takes it.
        asked: The question that it was to answer.
    """

    meant: Incoming
    asked: Session


@dataclass(slots=True)
class Turns:
    """Takes the turns of a batch."""

    dispatch: Dispatch
    admission: Admission
    sender: Sender
    keys: KeyStore
    take_unread: Callable[[UnitOfWork, Unread, str, Viewer], Awaitable[Reply]]

    async def take(self, unit: UnitOfWork, incoming: Incoming, viewer: Viewer, edition: str) -> Reply:
        """Handles an update about a record of this edition, or about none; what a rule refuses is undone and told."""
        before, conversations = unit.sessions.get(incoming.session), Conversations(self.sender)
        unit.sessions.decided.discard(incoming.session)
        turn = Turn(incoming, before)
        token = CURRENT.set(unit)
        try:
            viewer = viewer.under(edition) if edition else viewer
            reply = await self._handle(unit, turn, viewer)
        except LimitReached as limit:
            refused = await self.admission.refuse(limit, incoming, viewer, unit.container.allowances)
            reply = replace(refused, keeps_question=True)
        except REFUSALS as refusal:
            unit.sessions.put(incoming.session, turn.asked)
            unit.sessions.decided.discard(incoming.session)
            unit.people.forget(incoming.user_id)
            state = self.dispatch.state_of(incoming)
            reply = await error_reply(_failed(refusal, turn), viewer, state, unit.container)
            if isinstance(refusal, QuestionResumed):
                reply = replace(reply, toast="")  # nothing is outdated
            elif isinstance(refusal, BadAnswer):
                self._remember(unit, turn, accepted=False)
        finally:
            CURRENT.reset(token)
        viewer = viewer.changed(await unit.people.get(incoming.user_id))  # who may have chosen a language just now
        if reply.case_id:
            reply = with_basis(reply, viewer, await unit.edition_of(reply.case_id))
        settled = conversations.settle(unit, incoming, before, reply, viewer.texts)
        self._remember_part(unit, turn)
        return settled

    async def _handle(self, unit: UnitOfWork, turn: Turn, viewer: Viewer) -> Reply:
        incoming, before = turn.meant, turn.asked

        async def feed(meant: Incoming) -> Reply:
            return await self.dispatch.feed(meant, viewer=viewer, container=unit.container)

        rewriting = Rewriting(unit, incoming, self.keys, viewer.texts, feed)
        changes = incoming.private and rewriting.changes_answer(before.data.get(PART), before.data.get(OFFERED))
        async with unit.transaction.guard():
            await self.admission.check(incoming, before, unit.container.allowances, viewer.now)
            if incoming.unread is not None:
                return await self.take_unread(unit, incoming.unread, incoming.owner, viewer)
            if not changes:
                return await self._answer(unit, turn, viewer, feed)
        return await self._rewrite(unit, turn, rewriting)

    async def _answer(self, unit: UnitOfWork, turn: Turn, viewer: Viewer, feed: Feed) -> Reply:
        """What the handlers make of it, unless it answers nothing."""
        edited, offered = turn.meant.update.edited_message, turn.asked.data.get(OFFERED)
        if edited is not None and offered and offered["id"] == edited.message_id:
            turn.meant = as_message(turn.meant, moment_of(edited), edited.text or "")  # offered as it says now
        meaning = Conversations(self.sender).read(unit, turn.meant, viewer.texts)
        if meaning.reply is not None:
            return meaning.reply
        turn.meant = meaning.meant
        reply = await feed(turn.meant)
        self._remember(unit, turn, accepted=True)
        return reply

    @staticmethod
    async def _rewrite(unit: UnitOfWork, turn: Turn, rewriting: Rewriting) -> Reply:
        """What an edit, or the next part of a cut text, changes."""
        message, edited = turn.meant.update.message, turn.meant.update.edited_message
        try:
            if edited is not None:
                return await rewriting.edit(edited)
            if message is not None:
                return await rewriting.join(turn.asked.data[PART], message)
        except REFUSALS:
            turn.asked = unit.sessions.get(turn.meant.session)
            raise
        return Reply()

    @staticmethod
    def _remember(unit: UnitOfWork, turn: Turn, *, accepted: bool) -> None:
        if turn.meant.private and (given := given_answer(turn.meant, turn.asked, accepted=accepted)):
            unit.given[given.chat_id, given.message_id] = (turn.meant.owner, given)

    @staticmethod
    def _remember_part(unit: UnitOfWork, turn: Turn) -> None:
        """The next message may go on with a text that is as long as one that a client has cut."""
        message = turn.meant.update.message
        given = unit.given.get((turn.meant.chat_id, message.message_id)) if message else None
        if message is None or given is None or (part := part_of(message, given[1])) is None:
            return
        session = unit.sessions.get(turn.meant.session)
        unit.sessions.put(turn.meant.session, replace(session, data=session.data | {PART: part}))


def _failed(error: DomainError | BadTap, turn: Turn) -> FailedAction:
    if isinstance(error, QuestionResumed):
        return FailedAction(error, expecting=error.kind, question=error.question)
    update = turn.meant.update
    tapped, message = update.callback_query, update.message or update.edited_message
    return FailedAction(
        error,
        tapped=tapped is not None,
        callback=read_callback(tapped.data or "") if tapped else None,
        expecting=turn.asked.state,
        question=turn.asked.data,
        text=(message.text or "") if message else "",
    )
