"""The stand-in for Telegram in this process: the bot's calls are answered at once, and every chat keeps its log."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from benchmarks.conversations.wire import Log, Shown
from bot.delivery.telegram_api import TelegramError, Unreachable
from sandbox.bot_api.bot_api import METHODS
from sandbox.http.answers import NOT_MODIFIED, Refusal
from sandbox.http.request import Request, Upload
from storage.messaging.bot_api_request import BESIDE_FIELD, FILE_FIELD

if TYPE_CHECKING:
    from domain.files import Attachment
    from sandbox.http.answers import JsonObject
    from sandbox.world.world import World

SHOWING = frozenset({"sendmessage", "sendvenue", "sendlocation", "sendphoto", "senddocument", "editmessagetext"})


class WireApi:
    """Answers the bot's calls from a world, and notes what each chat is shown."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.logs: defaultdict[int, Log] = defaultdict(list)
        self.reached = True

    async def call(self, method: str, parameters: JsonObject | None = None, seconds: float = 0) -> Any:  # noqa: ANN401, ARG002  # as the bot's own
        """Returns the result of a method.

        Raises:
            TelegramError: the stand-in refuses the call.
            Unreachable: Telegram is not reached just now.
        """
        return self._answer(Request(method, parameters or {}))

    async def upload(
        self, method: str, parameters: JsonObject, file: Attachment, beside: Attachment | None = None
    ) -> Any:  # noqa: ANN401  # as the bot's own
        """Like `call`, with a file, or two."""
        sent = {FILE_FIELD: Upload(file.name, "application/octet-stream", file.content)}
        if beside is not None:
            sent[BESIDE_FIELD] = Upload(beside.name, "application/octet-stream", beside.content)
        return self._answer(Request(method, parameters, sent))

    async def close(self) -> None:
        """Nothing is open."""

    def _answer(self, request: Request) -> Any:  # noqa: ANN401  # a method's result is whatever Telegram returns
        name = request.method.lower()
        if not self.reached and request.chat_id:
            raise Unreachable(name)
        try:
            result = METHODS[name](self.world, request)
        except Refusal as refusal:
            if NOT_MODIFIED in refusal.description:
                self._note_again(request)
            raise TelegramError(request.method, refusal.code, refusal.description) from None
        if name in SHOWING and isinstance(result, dict):
            self.logs[result["chat"]["id"]].append(_shown(result))
        return result

    def _note_again(self, request: Request) -> None:
        chat_id = request.chat_id or 0
        message = self.world.chats[chat_id].messages[request.integer("message_id")]
        found = _shown(message.to_json())
        self.logs[chat_id].append(Shown(found.date, found.message_id, found.text, found.buttons, again=True))


def _shown(message: JsonObject) -> Shown:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = tuple((each["text"], each.get("callback_data", "")) for row in rows for each in row)
    text = message.get("text") or message.get("caption", "")
    return Shown(message.get("edit_date") or message["date"], message["message_id"], text, buttons)
