"""Which record an update is about, before any handler has seen it: it is answered under the record's own edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.prepared import WAYS_IN
from dialogs.ui.callback_data import (
    ApplicationCallback,
    BadTap,
    ConversationCallback,
    FormCallback,
    HomeCallback,
    IndicatorCallback,
    OfficeCallback,
    PrivacyCallback,
    unpack,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram.types import Update

    from dialogs.ui.callback_data import CallbackData

OF_AN_EDITION = (OfficeCallback, FormCallback, IndicatorCallback)  # whose version is the id of an edition
# Where an edition in preparation counts: on the way to a draft of one's own, in it, and in one's data.
OF_A_DRAFT = (ApplicationCallback, ConversationCallback, HomeCallback, PrivacyCallback)


def edition_named(update: Update) -> str:
    """The edition that the tapped button was drawn for, if it names one."""
    tapped = _tapped(update)
    on_the_way = isinstance(tapped, ApplicationCallback) and tapped.action in WAYS_IN
    return tapped.version if tapped and (on_the_way or isinstance(tapped, OF_AN_EDITION)) else ""


def may_be_prepared(update: Update) -> bool:
    """Whether the update may be about an application that is only prepared: no work, complaint or office is."""
    tapped = _tapped(update)
    return tapped is None or isinstance(tapped, OF_A_DRAFT)


def record_named(update: Update, asked: Mapping[str, Any]) -> str:
    """What may be the id of the record: the button's, or that of the question `asked` in the chat; else empty."""
    tapped, message = _tapped(update), update.message or update.edited_message
    if tapped is not None:
        return tapped.rest if isinstance(tapped, ConversationCallback) else tapped.record_id
    if message is not None and not (message.text or "").startswith("/"):
        return str(asked.get("case", ""))
    return ""


def _tapped(update: Update) -> CallbackData | None:
    query = update.callback_query
    try:
        return unpack((query and query.data) or "")
    except BadTap:
        return None
