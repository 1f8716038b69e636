"""Pages about a complaint that its body looks at, and what its handlers share: the card, who is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.complaints import officer as pages
from dialogs.complaints.draft import whole_screens
from dialogs.complaints.officer import to_card
from dialogs.made import COMPLAINT, Attached, StampedCopy
from dialogs.ui.callback_data import BadTap
from domain.calendar import day_of
from domain.complaints.permissions import ComplaintAction
from handlers.casework.card import EXTENSIONS, ActionContext
from handlers.core.reply import HANDLING, Notice, Reply, expect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.complaints.complaint import Complaint
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.complaints.handling import OfficerComplaint


def card(desk: Desk, held: OfficerComplaint, visitor: Viewer, told: Html | None = None) -> Screen:
    """The card of a complaint as it stands; `told` says what has changed meanwhile."""
    return pages.card_screen(held, day_of(visitor.now), desk.standard, visitor.texts, told)


async def carded(ask: ActionContext, held: OfficerComplaint, *notices: Notice, toast: str) -> Reply:
    """The card after an act; nothing typed is waited for."""
    await ask.state.clear()
    shown = card(ask.desk, held, ask.visitor)
    return Reply((shown,), notices, toast=ask.texts.plain(toast), case_id=held.complaint.id)


async def paged(ask: ActionContext, held: OfficerComplaint, *screens: Screen) -> Reply:
    """A page about a complaint; nothing typed is waited for."""
    await ask.state.clear()
    return Reply(screens, case_id=held.complaint.id)


async def asked(ask: ActionContext, held: OfficerComplaint, handling: ComplaintAction, screen: Screen) -> Reply:
    """A page on which something is to be typed, for this version of the complaint."""
    await expect(ask.state, held.complaint.id, f"{handling}.{held.complaint.version}", HANDLING)
    return Reply((screen,), case_id=held.complaint.id)


def to_author(complaint: Complaint, draw: Callable[[Texts], Screen]) -> Notice:
    """The author is told at once, in their own language."""
    return Notice(complaint.author, draw, complaint.id)


def at(ask: ActionContext, held: OfficerComplaint) -> ActionContext:
    """The same wish for the complaint as it is now."""
    return replace(ask, aim=replace(ask.aim, version=held.complaint.version))


async def show_card(ask: ActionContext) -> Reply:
    """The card."""
    held = await ask.desk.complaint_work.authorize(ComplaintAction.SEE, ask.aim)
    return await paged(ask, held, card(ask.desk, held, ask.visitor))


async def _whole(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.authorize(ComplaintAction.SEE, ask.aim)
    back = to_card(held.complaint.id, ask.texts)
    return await paged(ask, held, *whole_screens(held.complaint, back))


async def _files(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.authorize(ComplaintAction.SEE, ask.aim)
    files = await ask.desk.complaint_files.photos(held.complaint)
    case = await ask.desk.complaints.case_of(held.complaint)
    number = case.registration.number if case and case.registration else ""
    return await paged(ask, held, pages.files_screen(held.complaint, files, number, ask.texts))


async def _photo(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.authorize(ComplaintAction.SEE, ask.aim)
    if not (ask.argument.isascii() and ask.argument.isdecimal()):
        raise BadTap(ask.argument)
    upload = await ask.desk.complaint_files.kept(held.complaint, int(ask.argument))
    name = f"{upload.item}-{upload.id}.{EXTENSIONS[upload.kind]}"
    file = Attached(COMPLAINT, held.complaint.id, upload.id, name)
    return await paged(ask, held, pages.file_screen(held.complaint, file, ask.texts))


async def _copy(ask: ActionContext) -> Reply:
    """The stamped copy of the application, which goes along with every complaint about it (point 24)."""
    held = await ask.desk.complaint_work.authorize(ComplaintAction.SEE, ask.aim)
    case = await ask.desk.complaints.case_of(held.complaint)
    if case is None:
        raise BadTap(ask.aim.record_id)
    copy = StampedCopy.of(case, held.complaint.id)
    return await paged(ask, held, pages.file_screen(held.complaint, copy, ask.texts))


async def _first(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.authorize(ComplaintAction.SEE, ask.aim)
    first = await ask.desk.follow_up.first_of(held.complaint)
    if first is None:
        raise BadTap(ask.aim.record_id)
    return await paged(ask, held, pages.first_screen(held.complaint, first, ask.desk.standard, ask.texts))


async def _history(ask: ActionContext) -> Reply:
    held = await ask.desk.complaint_work.authorize(ComplaintAction.SEE, ask.aim)
    events = await ask.desk.complaint_work.events(held)
    names = await ask.desk.complaint_work.names(held)
    return await paged(ask, held, pages.history_screen(held, events, names, ask.texts))


LOOKS: dict[str, Callable[[ActionContext], Awaitable[Reply]]] = {
    "card": show_card,
    "whole": _whole,
    "files": _files,
    "photo": _photo,
    "copy": _copy,
    "first": _first,
    "history": _history,
}
