"""The pages about a complaint that its body looks at: they show it as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints.draft import whole_screens
from dialogs.complaints.officer import (
    complaint_card_button,
    file_screen,
    files_screen,
    first_screen,
    further_words,
    history_screen,
)
from dialogs.made import COMPLAINT, Attached, StampedCopy
from dialogs.ui.callback_data import BadTap
from domain.complaints.permissions import ComplaintAction
from handlers.core.filters import OnAction
from services.uploads import OF_OFFICER

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from handlers.complaints.officer_context import OfficerComplaintContext
    from handlers.core.reply import Reply


def register_pages(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(show_card, OnAction("card"))
    taps.register(show_whole_text, OnAction("whole"))
    taps.register(show_files, OnAction("files"))
    taps.register(send_photo, OnAction("photo"))
    taps.register(send_copy, OnAction("copy"))
    taps.register(show_first, OnAction("first"))
    taps.register(show_history, OnAction("history"))


async def show_card(_event: CallbackQuery | Message, context: OfficerComplaintContext) -> Reply:
    """Where the complaint stands, and what may be done."""
    held = await context.handling.authorize(ComplaintAction.SEE, context.view_request)
    return await context.show(held, context.card(held))


async def show_whole_text(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """All that was written, where the card shows its beginning."""
    held = await context.handling.authorize(ComplaintAction.SEE, context.view_request)
    back = complaint_card_button(held.complaint.id, context.texts)
    return await context.show(held, *whole_screens(held.complaint, back, *further_words(held.complaint)))


async def show_files(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """What was sent along."""
    held = await context.handling.authorize(ComplaintAction.SEE, context.view_request)
    files = await context.complaint_files.photos(held.complaint)
    case = await context.complaints.addressing.case_of(held.complaint)
    number = case.registration.number if case and case.registration else ""
    return await context.show(held, files_screen(held.complaint, files, number, context.texts))


async def send_photo(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """One of these files."""
    held = await context.handling.authorize(ComplaintAction.SEE, context.view_request)
    if not (context.argument.isascii() and context.argument.isdecimal()):
        raise BadTap(context.argument)
    upload = await context.complaint_files.kept(held.complaint, int(context.argument))
    name = f"{upload.item.partition(OF_OFFICER)[0]}-{upload.id}.{upload.extension}"
    file = Attached(COMPLAINT, held.complaint.id, upload.id, name)
    return await context.show(held, file_screen(held.complaint, file, context.texts))


async def send_copy(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """The stamped copy of the application, which goes along with every complaint about it (point 24)."""
    held = await context.handling.authorize(ComplaintAction.SEE, context.view_request)
    case = await context.complaints.addressing.case_of(held.complaint)
    if case is None:
        raise BadTap(held.complaint.id)
    copy = StampedCopy.of(case, held.complaint.id)
    return await context.show(held, file_screen(held.complaint, copy, context.texts))


async def show_first(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """The complaint that was answered before by the body below."""
    held = await context.handling.authorize(ComplaintAction.SEE, context.view_request)
    first = await context.follow_up.first_of(held.complaint)
    if first is None:
        raise BadTap(held.complaint.id)
    return await context.show(held, first_screen(held.complaint, first, context.standard, context.texts))


async def show_history(_event: CallbackQuery, context: OfficerComplaintContext) -> Reply:
    """What happened, and who did it."""
    held = await context.handling.authorize(ComplaintAction.SEE, context.view_request)
    events = await context.handling.events(held)
    names = await context.handling.names(held)
    return await context.show(held, history_screen(held, events, names, context.texts))
