"""Checks of stamped copies: the text of a QR code, or a link with a receipt's handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.receipts import authentic_screen, doubtful_screen
from domain.calendar import day_of
from domain.errors import EditionMissing, NoSuchCase
from domain.receipts import START
from handlers.core.context import capability_router
from handlers.core.filters import start_payload
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import Message

    from handlers.core.reply import Viewer
    from services.applications.filing import CaseFiling
    from services.applications.ports import Receipts

PREFIX = "TIRKEU"
NOT_OURS = "not-ours"
ANOTHER_EDITION = "another-edition"


def router() -> Router:
    """A QR code's text, and `/start r_…`."""
    made = capability_router("receipts")
    made.message.register(check_text, is_receipt)
    made.message.register(check_handle, is_link)
    return made


async def is_receipt(message: Message) -> bool:
    """Whether it is the text of a receipt's QR code."""
    return (message.text or "").lstrip().startswith(PREFIX)


async def is_link(message: Message) -> bool:
    """Whether a link to a receipt's check was opened."""
    return start_payload(message.text or "").startswith(START)


async def check_text(message: Message, viewer: Viewer, receipts: Receipts) -> Reply:
    """What the signature in the text confirms."""
    checked = receipts.check(message.text or "")
    if checked.statement is None:
        return Reply((doubtful_screen(checked.finding, viewer.texts),))
    signed = checked.statement
    try:
        law = viewer.under(signed.edition).served.standard
    except EditionMissing:
        return Reply((doubtful_screen(ANOTHER_EDITION, viewer.texts),))
    office = law.unit(law.find_unit_id(signed.office)).corrected()
    return Reply((authentic_screen(office, signed.number, signed.at, signed.received, viewer.texts),))


async def check_handle(message: Message, viewer: Viewer, filing: CaseFiling) -> Reply:
    """What the bot's own register says of a receipt."""
    handle = start_payload(message.text or "").removeprefix(START)
    try:
        case = await filing.get_by_handle(handle)
    except NoSuchCase:
        return Reply((doubtful_screen(NOT_OURS, viewer.texts),))
    given = case.filing
    office = viewer.under(case.edition).served.standard.unit(case.filed_office).corrected()
    received = day_of(case.complete_at) if case.complete_at else None
    return Reply((authentic_screen(office, given.number, given.at, received, viewer.texts),))
