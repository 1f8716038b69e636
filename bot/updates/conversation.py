"""The one place that decides what the next message of a person means, and what becomes of a question they leave.

What stands on the screen owns it. A message answers a question only if it was sent after the question was shown; going
elsewhere suspends the question, and every screen there leads back to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Chat, Message, Update

from bot.delivery.messages import build_keyboard_removal
from dialogs.conversation import dropped_screen, early_screen, offer_screen, resume_button, waiting_screen
from dialogs.ui.callback_data import BadTap, ConversationCallback
from dialogs.ui.navigation import home_button
from domain.conversation import Moment, Timing, follows_at_once, join_parts, may_be_cut, timing
from handlers.core.errors import CAPABILITY_OF
from handlers.core.reply import CHOOSING, SUSPENDED, Reply
from storage.messaging.sessions import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.delivery.sender import Sender
    from bot.updates.unit_of_work import Incoming, UnitOfWork
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts

OFFERED = "offered"
PART = "part"  # the last message, where the next one may go on with its text
OURS = frozenset({SUSPENDED, OFFERED, PART})  # in the data of a session, beside the question
QUESTION = ("case", "question")
SAID = frozenset(
    {
        *(ContentType.TEXT, ContentType.ANIMATION, ContentType.AUDIO, ContentType.DOCUMENT, ContentType.PAID_MEDIA),
        *(ContentType.PHOTO, ContentType.STICKER, ContentType.STORY, ContentType.VIDEO, ContentType.VIDEO_NOTE),
        *(ContentType.VOICE, ContentType.CHECKLIST, ContentType.CONTACT, ContentType.DICE, ContentType.GAME),
        *(ContentType.POLL, ContentType.VENUE, ContentType.LOCATION, ContentType.INVOICE, ContentType.UNKNOWN),
    }
)
OF_THE_CHAT = frozenset(ContentType) - SAID  # pinned messages, timers, wallpapers: nobody has said anything


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an update is to be taken for: `meant` is handled, unless `reply` says all."""

    meant: Incoming
    reply: Reply | None = None


class Conversations:
    """Knows from the sender what stands on the screens."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def read(self, unit: UnitOfWork, incoming: Incoming, texts: Texts) -> Meaning:
        """What the update means, as the screen stands."""
        message, tapped = incoming.update.message, incoming.update.callback_query
        if not incoming.private:
            return Meaning(incoming)
        if message is not None:
            return Meaning(incoming, self._check(unit, incoming, message, texts))
        if tapped is not None:
            return self._read_tap(unit, incoming, tapped, texts)
        return Meaning(incoming)

    def _check(self, unit: UnitOfWork, incoming: Incoming, message: Message, texts: Texts) -> Reply | None:
        """What is replied where the message answers nothing; None where it is to be handled."""
        if message.content_type in OF_THE_CHAT:
            return Reply()
        session = unit.sessions.get(incoming.session)
        text = message.text or ""
        if not is_asking(session) or session.state == CHOOSING or text.startswith("/"):
            return None
        match self._timing(unit, incoming, message):
            case Timing.BEFORE:
                return _beside(session, early_screen(text, session.data, texts))
            case Timing.UNCERTAIN if text:
                offered = _offered(message, session.data.get(OFFERED))
                unit.sessions.put(incoming.session, replace(session, data=session.data | {OFFERED: offered}))
                return _beside(session, offer_screen(offered["text"], message.message_id, session.data, texts))
            case Timing.UNCERTAIN:
                return _beside(session, early_screen("", session.data, texts))
        return None

    def _timing(self, unit: UnitOfWork, incoming: Incoming, message: Message) -> Timing:
        session = unit.sessions.get(incoming.session)
        if not session.asked_by:  # by an older version of the bot, long ago
            return Timing.AFTER
        shown = self._shown(session)
        queued = any(each.origin == session.asked_by for each in unit.outgoing)
        attempted = not queued and self._sender.may_be_shown(incoming.chat_id, session.asked_by)
        return timing(moment_of(message), shown, attempted=attempted)

    def _shown(self, session: Session) -> Moment | None:
        """The newest message that shows the question, and since when the question has stood there."""
        mark = self._sender.find_mark(session.asked_by) if session.asked_by else None
        if mark is None or mark.shown is None:
            return session.shown
        return replace(mark.shown, at=session.shown.at) if session.shown else mark.shown

    def _read_tap(self, unit: UnitOfWork, incoming: Incoming, tapped: CallbackQuery, texts: Texts) -> Meaning:
        try:
            callback = ConversationCallback.unpack(tapped.data or "")
        except BadTap:
            return Meaning(incoming)
        session = unit.sessions.get(incoming.session)
        offered = session.data.get(OFFERED)
        if callback.action not in {"take", "drop"} or not offered or callback.argument != str(offered["id"]):
            return Meaning(incoming)
        data = {name: value for name, value in session.data.items() if name != OFFERED}
        unit.sessions.put(incoming.session, replace(session, data=data))
        if callback.action == "drop":
            return Meaning(incoming, Reply((dropped_screen(texts),), keeps_question=True))
        return Meaning(as_message(incoming, Moment(offered["id"], offered["at"]), offered["text"]))

    def settle(self, unit: UnitOfWork, incoming: Incoming, before: Session, reply: Reply, texts: Texts) -> Reply:
        """The reply with the way back to what it leads away from; the session knows what was left."""
        if not incoming.private or not incoming.user_id or reply.keeps_question or not reply.screens:
            return reply
        place = incoming.session
        after = unit.sessions.get(place)
        asks = place in unit.sessions.decided and after.state is not None
        left = _left(before, after if asks else None, ended=place in unit.sessions.decided and not asks)
        if after.data.get(SUSPENDED) == {} and not asks:
            left = None
        self._take_off(unit, incoming, before, reply)
        if not asks:
            unit.sessions.put(place, Session(None, {SUSPENDED: left} if left else {}))
            return _with_way_back(reply, left, texts) if left else reply
        same = _question(after) == _question(before)
        data = {name: value for name, value in after.data.items() if name not in OURS}
        shown = self._shown(before) if same else None
        first = before.asked_by if same and shown is None else ""  # the first of its rows tells since when it stands
        unit.sessions.put(place, Session(after.state, data | ({SUSPENDED: left} if left else {}), first, shown))
        return reply

    def bind(self, unit: UnitOfWork, incoming: Incoming, reply: Reply, origin: str) -> bool:
        """Note which row shows the question that is asked now; whether one is."""
        session = unit.sessions.get(incoming.session)
        if not incoming.private or reply.keeps_question or not reply.screens or not is_asking(session):
            return False
        if session.asked_by:
            return False  # asked anew before its first row was delivered
        unit.sessions.put(incoming.session, replace(session, asked_by=origin))
        return True

    def _take_off(self, unit: UnitOfWork, incoming: Incoming, before: Session, reply: Reply) -> None:
        """The buttons of a question that is answered, asked anew below, or left."""
        shown = self._shown(before) if is_asking(before) else None
        if shown is None or not shown.message_id or shown.message_id == _replaced(incoming, reply):
            return
        request = build_keyboard_removal(incoming.chat_id, shown.message_id)
        unit.queue_notice(request, incoming.chat_id, incoming.owner, f"k{incoming.id}.0")


def _offered(message: Message, before: Mapping[str, Any] | None) -> dict[str, Any]:
    """A message to be offered as the answer, together with the part of one text that was offered before it."""
    text, now = message.text or "", moment_of(message)
    if before and may_be_cut(before["last"]) and follows_at_once(Moment(before["id"], before["at"]), now):
        return {"id": now.message_id, "at": now.at, "text": join_parts(before["text"], text), "last": text}
    return {"id": now.message_id, "at": now.at, "text": text, "last": text}


def _beside(session: Session, screen: Screen) -> Reply:
    """A page beside the question, which goes on to wait; it shows whose data the question does."""
    capability = CAPABILITY_OF.get(session.state)
    return Reply((screen,), keeps_question=True, own=capability is not None and capability.own)


def is_asking(session: Session) -> bool:
    """Whether a question, or a page of a record, stands on the screen."""
    return session.state is not None


def moment_of(message: Message) -> Moment:
    """Where a message of the person stands in its chat."""
    return Moment(message.message_id, int(message.date.timestamp()))


def as_message(incoming: Incoming, sent: Moment, text: str) -> Incoming:
    """A message of the same person that says this and nothing else, in the place of the update."""
    message = Message(
        message_id=sent.message_id,
        date=datetime.fromtimestamp(sent.at, UTC),
        chat=Chat(id=incoming.chat_id, type="private"),
        from_user=incoming.context.user,
        text=text,
    ).as_(incoming.update.bot)
    update = Update(update_id=incoming.update.update_id, message=message).as_(incoming.update.bot)
    return replace(incoming, update=update)


def _question(session: Session) -> tuple[Any, ...]:
    return (session.state, *(session.data.get(each, "") for each in QUESTION))


def _left(before: Session, after: Session | None, *, ended: bool) -> dict[str, Any] | None:
    """The question that waits elsewhere; `after` asks another one, and `ended` says that the one before is done."""
    record = before.data.get("case", "")
    if is_asking(before) and before.state != CHOOSING and not ended and (after is None or after.data["case"] != record):
        kept = {name: value for name, value in before.data.items() if name not in OURS}
        return {"kind": before.state, **kept}
    waiting: dict[str, Any] | None = before.data.get(SUSPENDED)
    if waiting is None or (after is not None and after.data["case"] == waiting["case"]):
        return None
    return waiting


def _replaced(incoming: Incoming, reply: Reply) -> int:
    """The id of the message that the first screen takes the place of."""
    tapped = incoming.update.callback_query
    if tapped is None or tapped.message is None or reply.fresh or reply.screens[0].needs_own_message:
        return 0
    return tapped.message.message_id


def _with_way_back(reply: Reply, left: Mapping[str, Any], texts: Texts) -> Reply:
    *others, last = reply.screens
    if last.pin is not None or (last.made is not None and last.made.is_text):
        others, last = [*others, last], waiting_screen(texts)
    return replace(reply, screens=(*others, _add_button(last, left, texts)))


def _add_button(screen: Screen, left: Mapping[str, Any], texts: Texts) -> Screen:
    back, rows = (resume_button(left["kind"], left, texts),), screen.rows
    leads_out = bool(rows) and rows[-1][-1].data == home_button(texts).data  # stays the last
    return replace(screen, rows=(*rows[:-1], back, rows[-1]) if leads_out else (*rows, back))
