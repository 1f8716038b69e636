"""Messages that say again what another said: an edit, and the next part of a text that a client has cut.

Both change the answer that the earlier message gave. It is given anew, in the name of the same question.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.updates.conversation import as_message, moment_of
from dialogs.conversation import edit_screen
from domain.applications.checklist import MATERIALS
from domain.conversation import Moment, follows_at_once, join_parts, may_be_cut
from domain.errors import BadAnswer, Changed, Denied, DomainError, IllegalMove
from handlers.complaints.draft import TEXT
from handlers.core.reply import (
    ANSWERING,
    CHOOSING,
    COMPLAINING,
    FURTHER,
    HANDLING,
    JOINING,
    REPLACES,
    RETRACTED,
    UPLOADING,
    WRITING,
    Reply,
)
from storage.messaging.given_answers import GivenAnswer, GivenAnswers
from storage.messaging.sessions import Session

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from aiogram.types import Message

    from bot.updates.unit_of_work import Incoming, UnitOfWork
    from dialogs.ui.texts import Texts
    from storage.db.keys import KeyStore

    Feed = Callable[[Incoming], Awaitable[Reply]]

REOPENED = "reopen"  # the reason for which a complaint is reopened is sent at once, as are these:
ACTS = frozenset({FURTHER, JOINING})
SEVERAL = frozenset({(COMPLAINING, TEXT), (ANSWERING, MATERIALS)})  # questions that several messages answer together
REFUSED = "refused:"  # before the kind of a question that the message was no answer to


def given_answer(incoming: Incoming, session: Session, *, accepted: bool) -> GivenAnswer | None:
    """What a message answers of what was asked; None for a command, and for what says nothing."""
    message = incoming.update.message
    if message is None or session.state in {None, CHOOSING} or (message.text or "").startswith("/"):
        return None
    text, file = message.text or message.caption or "", file_of(message)
    if not text and not file:
        return None
    kind = session.state if accepted else f"{REFUSED}{session.state}"
    case_id, question = session.data.get("case", ""), _without_version(session)
    is_part = session.state == UPLOADING or (session.state, question) in SEVERAL
    return GivenAnswer(incoming.chat_id, message.message_id, kind, case_id, question, text, file, is_part)


def _without_version(session: Session) -> str:
    """The question of a session; an edit comes to whatever version there is then."""
    question = str(session.data.get("question", ""))
    return f"{question.rpartition('.')[0]}." if session.state in {WRITING, HANDLING} else question


def file_of(message: Message) -> str:
    """Telegram's lasting id of the file of a message; empty where it has none."""
    found = message.photo[-1] if message.photo else message.document
    return found.file_unique_id if found else ""


def part_of(message: Message, given: GivenAnswer) -> Mapping[str, Any] | None:
    """What to remember of a message that the next one may go on with; None where nothing was cut from it."""
    if not may_be_cut(message.text or ""):
        return None
    told = {"kind": given.kind, "case": given.record_id, "question": given.question, "text": given.text}
    sent = moment_of(message)
    return {"id": sent.message_id, "at": sent.at, **told}


class Rewriting:
    """Changes answers that were given, within one unit of work."""

    def __init__(self, unit: UnitOfWork, incoming: Incoming, keys: KeyStore, texts: Texts, feed: Feed) -> None:
        self._unit = unit
        self._incoming = incoming
        self._keys = keys
        self._texts = texts
        self._feed = feed

    def changes_answer(self, part: Mapping[str, Any] | None, offered: Mapping[str, Any] | None) -> bool:
        """Whether the update may change what an earlier message has answered."""
        message, edited = self._incoming.update.message, self._incoming.update.edited_message
        if edited is not None:
            return offered is None or offered["id"] != edited.message_id
        if message is None or part is None or not message.text:
            return False
        first, second = Moment(part["id"], part["at"]), moment_of(message)
        acts = part["kind"].removeprefix(REFUSED) in ACTS or part["question"] == REOPENED
        return follows_at_once(first, second) and not acts

    async def edit(self, message: Message) -> Reply:
        """The answer that this message gave becomes what it says now."""
        given = await GivenAnswers(self._unit.transaction).find(self._incoming.chat_id, message.message_id, self._keys)
        text = message.text or message.caption or ""
        if given is None or (text == given.text and file_of(message) == given.file):
            return Reply()  # nothing that was kept, or nothing that changes it, such as the preview of a link
        if given.file and given.file != file_of(message):
            return self._say("file")
        if given.kind == UPLOADING:
            return Reply()  # what stands under a copy is nobody's answer
        before = self._unit.sessions.get(self._incoming.session)
        if given.kind.startswith(REFUSED):
            return await self._answer_again(given, message, text, before)
        if given.kind in ACTS or given.question == REOPENED:
            return self._say("late")
        reply = await self._try(given, before, text, message)
        return reply if isinstance(reply, Reply) else self._refuse(reply)

    async def join(self, part: Mapping[str, Any], message: Message) -> Reply:
        """The text that a client has cut, as one.

        Raises:
            DomainError: it is no answer as a whole; then neither of its parts is kept.
        """
        kind, accepted = part["kind"].removeprefix(REFUSED), not part["kind"].startswith(REFUSED)
        whole = join_parts(part["text"], message.text or "")
        chat_id = self._incoming.chat_id
        is_part = (kind, part["question"]) in SEVERAL
        given = GivenAnswer(
            chat_id, message.message_id, kind, part["case"], part["question"], part["text"], is_part=is_part
        )
        answered = await self._give(given, whole, message, {REPLACES: part["text"] if accepted else ""})
        if isinstance(answered, Reply):
            self._remember(given, whole, message)
            return answered
        if accepted:
            await self._give(given, part["text"], message, {REPLACES: part["text"], RETRACTED: True})
        self._ask(given)
        raise answered

    async def _answer_again(self, given: GivenAnswer, message: Message, text: str, before: Session) -> Reply:
        """An answer that was refused, put right: it counts while its question still stands."""
        kind = given.kind.removeprefix(REFUSED)
        if (before.state, before.data.get("case", ""), _without_version(before)) != (
            kind,
            given.record_id,
            given.question,
        ):
            return Reply()
        asked = replace(given, kind=kind, question=before.data["question"])
        answered = await self._give(asked, text, message, {})
        if isinstance(answered, Reply):
            self._remember(replace(given, kind=kind), text, message)
            return answered
        self._ask(asked)
        raise answered

    async def _try(self, given: GivenAnswer, before: Session, text: str, message: Message) -> Reply | DomainError:
        """Give the answer anew; the screen goes on to ask what it asks, below a word about the change."""
        answered = await self._give(given, text, message, {REPLACES: given.text})
        if not isinstance(answered, Reply):
            self._unit.sessions.put(self._incoming.session, before)
            self._unit.sessions.decided.discard(self._incoming.session)
            return answered
        self._remember(given, text, message)
        said = edit_screen("edited", self._texts, text=text)
        if before.data.get("case") == given.record_id and before.state is not None and answered.screens:
            return replace(answered, screens=(said, *answered.screens))
        self._unit.sessions.put(self._incoming.session, before)
        self._unit.sessions.decided.discard(self._incoming.session)
        return replace(answered, screens=(said,), keeps_question=True)

    async def _give(
        self, given: GivenAnswer, text: str, message: Message, more: Mapping[str, Any]
    ) -> Reply | DomainError:
        self._ask(given, more)
        try:
            async with self._unit.transaction.guard():
                return await self._feed(as_message(self._incoming, moment_of(message), text))
        except DomainError as refused:
            self._unit.people.forget(self._incoming.user_id)
            return refused

    def _ask(self, given: GivenAnswer, more: Mapping[str, Any] | None = None) -> None:
        """As though this question stood on the screen."""
        data = {"case": given.record_id, "question": given.question, **(more or {})}
        self._unit.sessions.put(self._incoming.session, Session(given.kind, data))

    def _remember(self, given: GivenAnswer, text: str, message: Message) -> None:
        now = replace(given, message_id=message.message_id, text=text)
        self._unit.given[now.chat_id, now.message_id] = (self._incoming.owner, now)

    def _refuse(self, refused: DomainError) -> Reply:
        if isinstance(refused, BadAnswer):
            return self._say("refused", refused)
        return self._say("late" if isinstance(refused, Changed | Denied | IllegalMove) else "gone")

    def _say(self, what: str, problem: BadAnswer | None = None) -> Reply:
        return Reply((edit_screen(what, self._texts, problem=problem),), keeps_question=True)
