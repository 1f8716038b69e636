"""All methods by name, in lower case."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sandbox.bot_api import chats, editing, media, profile, sending, webhook_methods
from sandbox.http.request import Request
from sandbox.world.world import World

Method: TypeAlias = Callable[[World, Request], object]

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
    "setwebhook": webhook_methods.set_webhook,
    "deletewebhook": webhook_methods.delete_webhook,
    "getwebhookinfo": webhook_methods.get_webhook_info,
    "sendmessage": sending.send_message,
    "sendlocation": sending.send_location,
    "sendvenue": sending.send_venue,
    "sendcontact": sending.send_contact,
    "sendchataction": sending.send_chat_action,
    "senddocument": media.send_document,
    "sendphoto": media.send_photo,
    "sendmediagroup": media.send_media_group,
    "getfile": media.get_file,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
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
        *("editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup"),
        *("deleteMessage", "getChat", "leaveChat", "setChatMenuButton", "answerCallbackQuery"),
    )
}
