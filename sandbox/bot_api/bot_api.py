"""The methods of the Bot API by name, calls of them, and the faults that tests order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from sandbox.bot_api import chats, editing, forwarding, media, pinning, profile, sending, webhook
from sandbox.bot_api.polling import LongPolls
from sandbox.http.answers import WEBHOOK_SET, Refusal, bad_request, conflict, forbidden, refuse, too_many
from sandbox.http.request import Request
from sandbox.world import faults
from sandbox.world.faults import CALL_FAULTS, Fault
from sandbox.world.world import World

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.http.answers import JsonObject

Method: TypeAlias = Callable[[World, Request], object]

# In lower case: names are not case-sensitive.
METHODS: dict[str, Method] = {
    "getme": profile.get_me,
    "setmycommands": profile.set_my_commands,
    "getmycommands": profile.get_my_commands,
    "deletemycommands": profile.delete_my_commands,
    "setmyname": profile.profile_setter("name"),
    "getmyname": profile.profile_getter("name"),
    "setmydescription": profile.profile_setter("description"),
    "getmydescription": profile.profile_getter("description"),
    "setmyshortdescription": profile.profile_setter("short_description"),
    "getmyshortdescription": profile.profile_getter("short_description"),
    "setwebhook": webhook.set_webhook,
    "deletewebhook": webhook.delete_webhook,
    "getwebhookinfo": webhook.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendlocation": sending.send_location,
    "sendvenue": sending.send_venue,
    "sendcontact": sending.send_contact,
    "sendchataction": sending.send_chat_action,
    "senddocument": media.send_document,
    "sendphoto": media.send_photo,
    "sendmediagroup": media.send_media_group,
    "getfile": media.get_file,
    "forwardmessage": forwarding.forward_message,
    "copymessage": forwarding.copy_message,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "pinchatmessage": pinning.pin_chat_message,
    "unpinchatmessage": pinning.unpin_chat_message,
    "getchat": chats.get_chat,
    "leavechat": chats.leave_chat,
    "setchatmenubutton": chats.set_chat_menu_button,
    "answercallbackquery": chats.answer_callback_query,
}

# The documented spelling, for the journal.
NAMES: dict[str, str] = {
    name.lower(): name
    for name in (
        *("getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"),
        *("setMyCommands", "getMyCommands", "deleteMyCommands", "setMyName", "getMyName"),
        *("setMyDescription", "getMyDescription", "setMyShortDescription", "getMyShortDescription"),
        *("sendMessage", "sendLocation", "sendVenue", "sendContact", "sendChatAction"),
        *("sendDocument", "sendPhoto", "sendMediaGroup", "getFile"),
        *("forwardMessage", "copyMessage"),
        *("editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup"),
        *("pinChatMessage", "unpinChatMessage"),
        *("deleteMessage", "getChat", "leaveChat", "setChatMenuButton", "answerCallbackQuery"),
    )
}

_WEBHOOK_METHODS = frozenset({"setwebhook", "deletewebhook"})
_BLOCKED = "bot was blocked by the user"


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer; if `lost`, the connection is broken instead of sending it."""

    status: int
    body: JsonObject
    lost: bool = False


class BotApi:
    """Answers the calls of one bot and delivers its updates until it is closed."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._polls = LongPolls(world)
        self._courier: webhook.Courier | None = None

    async def open(self) -> None:
        """Starts deliveries if a webhook is set."""
        if self.world.webhook:
            self._courier = webhook.Courier(self.world, self.world.webhook, self.answer)

    async def close(self) -> None:
        """Refuses a waiting poll and stops deliveries."""
        self._polls.close()
        await self._stop_courier()

    async def answer(self, request: Request) -> Answer:
        """Executes a call and records it in the journal."""
        name = request.method.lower()
        if name not in NAMES:
            return _refused(refuse(404, "method not found"))
        world, chat_id = self.world, request.chat_id
        call = world.journal.open(NAMES[name], request.described(), chat_id, world.clock())
        struck = world.faults.strike(CALL_FAULTS, name, chat_id)
        if struck and await _lost_before(struck):
            return Answer(500, {}, lost=True)
        try:
            _refuse_for(struck)
            answer = Answer(200, {"ok": True, "result": await self._execute(name, request)})
        except Refusal as refusal:
            answer = _refused(refusal)
        call.answer = answer.body
        world.changes.note()
        if any(fault.kind == faults.DROP_AFTER for fault in struck):
            return Answer(answer.status, answer.body, lost=True)
        call.delivered = True
        return answer

    async def _execute(self, name: str, request: Request) -> object:
        if name == "getupdates":
            return await self._polls.get_updates(request)
        result = METHODS[name](self.world, request)
        if name in _WEBHOOK_METHODS:
            await self.follow_webhook()
        return result

    async def follow_webhook(self) -> None:
        """Restarts deliveries after the webhook has changed."""
        await self._stop_courier()
        if self.world.webhook:
            self._polls.abort(conflict(WEBHOOK_SET))
        await self.open()

    async def _stop_courier(self) -> None:
        courier, self._courier = self._courier, None
        if courier:
            await courier.close()


async def _lost_before(struck: Sequence[Fault]) -> bool:
    for fault in struck:
        if fault.kind == faults.DELAY:
            await asyncio.sleep(fault.seconds)
    return any(fault.kind == faults.DROP_BEFORE for fault in struck)


def _refuse_for(struck: Sequence[Fault]) -> None:
    for fault in struck:
        if fault.kind == faults.TOO_MANY:
            raise too_many(fault.retry_after)
        if fault.kind == faults.BAD_REQUEST:
            raise bad_request(fault.description)
        if fault.kind == faults.FORBIDDEN:
            raise forbidden(fault.description or _BLOCKED)
        if fault.kind == faults.SERVER_ERROR:
            raise refuse(fault.status, fault.description)


def _refused(refusal: Refusal) -> Answer:
    return Answer(refusal.code, refusal.body())
