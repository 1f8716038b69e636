"""Checks of stamped copies: the text of a QR code, or a link with a receipt's handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from dialogs.receipts import authentic_screen, doubtful_screen
from domain.calendar import day_of
from domain.errors import NoSuchCase
from domain.offices.units import UnitId
from domain.receipts import START
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram.types import Message

    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer

PREFIX = "TIRKEU"
NOT_OURS = "not-ours"


def router() -> Router:
    """A QR code's text, and `/start r_…`."""
    made = Router(name="receipts")
    made.message.register(by_text, is_receipt)
    made.message.register(by_handle, is_link)
    return made


async def is_receipt(message: Message) -> bool:
    """Whether it is the text of a receipt's QR code."""
    return (message.text or "").lstrip().startswith(PREFIX)


async def is_link(message: Message) -> bool:
    """Whether a link to a receipt's check was opened."""
    return (message.text or "").startswith(f"/start {START}")


async def by_text(message: Message, visitor: Viewer, desk: Desk) -> Reply:
    """What the signature in the text confirms."""
    checked = desk.papers.check(message.text or "")
    if checked.statement is None:
        return Reply((doubtful_screen(checked.finding, visitor.texts),))
    told = checked.statement
    office = desk.standard.unit(UnitId.parse(told.office)).corrected().name
    return Reply((authentic_screen(office, told.number, told.at, told.received, visitor.texts),))


async def by_handle(message: Message, visitor: Viewer, desk: Desk) -> Reply:
    """What the bot's own register says of a receipt."""
    handle = (message.text or "").partition(START)[2]
    try:
        case = await desk.cases.get_by_handle(handle)
    except NoSuchCase:
        return Reply((doubtful_screen(NOT_OURS, visitor.texts),))
    given = case.registration
    assert given is not None  # noqa: S101  # it was found by what registration gave it
    assert case.office is not None  # noqa: S101
    office = desk.standard.unit(case.office).corrected().name
    received = day_of(case.complete_at) if case.complete_at else None
    return Reply((authentic_screen(office, given.number, given.at, received, visitor.texts),))
