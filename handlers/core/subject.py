"""Which record an update is about, before any handler has seen it: it is answered under the record's own edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.ui.callback_data import (
    BadTap,
    ConversationCallback,
    FormCallback,
    IndicatorCallback,
    OfficeCallback,
    unpack,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram.types import Update

    from dialogs.ui.callback_data import CallbackData

OF_AN_EDITION = (OfficeCallback, FormCallback, IndicatorCallback)  # whose version is the id of an edition


def edition_named(update: Update) -> str:
    """The edition that the tapped button was drawn for, if it names one."""
    tapped = _tapped(update)
    return tapped.version if isinstance(tapped, OF_AN_EDITION) else ""


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
