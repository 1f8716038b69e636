"""aiogram's dispatcher with our routers, and a bot that refuses to send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.middlewares.error import ErrorsMiddleware
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext, UserContextMiddleware
from aiogram.types import Update, User
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.monitoring import fault_name
from bot.settings import BadSettings
from bot.updates.fsm import SessionStorage
from bot.updates.reading import NotRead, find_origin, read_update
from bot.updates.routing import IndexedRouter
from bot.updates.unit_of_work import Incoming, Unread
from handlers import routers
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from aiogram import Router
    from aiogram.fsm.context import FSMContext
    from aiogram.methods import TelegramMethod


ME = ("id", "is_bot", "first_name", "username")


class HandlersDoNotSend(RuntimeError):
    """A handler called the Bot API instead of returning a reply: a fault of the program."""


class NoSession(BaseSession):
    """In the place of a session, whose TLS context alone would cost a twentieth of a second."""

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ANN401, ARG002, ASYNC109
        """Refuse.

        Raises:
            HandlersDoNotSend: always.
        """
        raise HandlersDoNotSend(type(method).__name__)

    def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:  # noqa: ANN401
        """Refuse.

        Raises:
            HandlersDoNotSend: always.
        """
        raise HandlersDoNotSend("download")


class MuteBot(Bot):
    """The bot that handlers see: it knows who it is and sends nothing."""

    def __init__(self, token: str, me: User) -> None:
        super().__init__(token, session=NoSession())
        self._me = me
        self.name = me.username or str(me.id)

    @classmethod
    def named(cls, token: str, answer: object) -> MuteBot:
        """As getMe answers; whatever else it says of the bot is not read, so it may be of any kind.

        Raises:
            BadSettings: that is no bot, so whatever answered is not the Bot API.
        """
        told = answer if isinstance(answer, dict) else {}
        try:
            me = User.model_validate({name: told[name] for name in ME if name in told})
        except ValidationError:
            raise BadSettings("setting-no-bot-api") from None
        return cls(token, me)


class Dispatch:
    """Feeds updates to the routers, one by one."""

    def __init__(self, bot: MuteBot, extra: tuple[Router, ...] = ()) -> None:
        self.bot = bot
        self._dispatcher = Dispatcher(storage=SessionStorage())
        self._dispatcher.include_routers(*extra, IndexedRouter(routers()))
        # The processor owns faults, and `parse` has found the chat and the user already.
        for middleware in list(self._dispatcher.update.outer_middleware):
            if isinstance(middleware, ErrorsMiddleware | UserContextMiddleware):
                self._dispatcher.update.outer_middleware.unregister(middleware)
        self.update_types = self._dispatcher.resolve_used_update_types()

    @property
    def bot_name(self) -> str:
        """The bot's user name at Telegram."""
        return self.bot.name

    def parse(self, payload: dict[str, Any]) -> Incoming:
        """The update with its chat and user; of what cannot be read, only these."""
        try:
            update, cut = read_update(payload, self._validate)
        except NotRead as error:
            return self._unread(payload, fault_name(error.__cause__ or error))
        context = UserContextMiddleware.resolve_event_context(update)
        user, chat = context.user, context.chat
        return Incoming(
            update,
            context,
            chat.id if chat else (user.id if user else 0),
            user.id if user else 0,
            (user.language_code or "") if user else "",
            private=chat is None or chat.type == "private",
            cut=cut,
        )

    def _validate(self, payload: dict[str, Any]) -> Update:
        return Update.model_validate(payload, context={"bot": self.bot})

    def _unread(self, payload: dict[str, Any], reason: str) -> Incoming:
        origin = find_origin(payload)
        return Incoming(
            self._validate({"update_id": int(payload["update_id"])}),
            EventContext(),
            origin.chat_id,
            origin.user_id,
            origin.language_code,
            private=not origin.in_group,
            unread=Unread(payload, origin, reason),
        )

    def state_of(self, incoming: Incoming) -> FSMContext:
        """Which question the next text of this person in this chat answers."""
        return self._dispatcher.fsm.get_context(self.bot, incoming.chat_id, incoming.user_id)

    async def feed(self, incoming: Incoming, **context: object) -> Reply:
        """What the handlers answer; an empty reply where none wants the update."""
        if not _known(incoming.update):
            return Reply()
        answer = await self._dispatcher.feed_update(
            self.bot, incoming.update, **{EVENT_CONTEXT_KEY: incoming.context}, **context
        )
        if answer is UNHANDLED or answer is None:
            return Reply()
        if not isinstance(answer, Reply):
            raise TypeError(type(answer).__name__)
        return answer


def _known(update: Update) -> bool:
    """Whether aiogram knows this type of update: of one that it does not know it would warn with the whole text."""
    try:
        return bool(update.event_type)
    except UpdateTypeLookupError:
        return False
