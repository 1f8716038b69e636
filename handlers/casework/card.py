"""The pages about a case that officers look at: each shows it as it is now, whatever its button was drawn for."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from dialogs.casework.card import (
    answers_screen,
    copies_screen,
    deadlines_screen,
    file_screen,
    history_screen,
    print_screen,
)
from dialogs.made import CASE, Attached, Certificate, RefusalLetter, StampedCopy, WholeCase
from dialogs.ui.callback_data import BadTap
from domain.casework.permissions import CaseAction
from handlers.core.filters import OnAction

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.made import GeneratedContent
    from handlers.casework.context import CaseContext
    from handlers.core.reply import Reply

MOST_PRINTED = 20_000_000  # bytes of copies that are printed with a case
EXTENSIONS = {"jpeg": "jpg", "pdf": "pdf"}


def register_pages(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(show_card, OnAction("card"))
    taps.register(show_answers, OnAction("answers"))
    taps.register(show_copies, OnAction("copies"))
    taps.register(send_copy, OnAction("copy"))
    taps.register(send_papers, OnAction("papers"))
    taps.register(print_case, OnAction("print"))
    taps.register(show_history, OnAction("history"))
    taps.register(show_deadlines, OnAction("clocks"))


async def show_card(_event: CallbackQuery | Message, context: CaseContext) -> Reply:
    """Where the case stands, and what may be done."""
    return await context.show_card(await context.access.authorize(CaseAction.SEE, context.view_request))


async def show_answers(_event: CallbackQuery, context: CaseContext) -> Reply:
    """What the applicant wrote."""
    seen = await context.access.authorize(CaseAction.SEE, context.view_request)
    return await context.show(seen, answers_screen(seen.case, context.standard, context.texts))


async def show_copies(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The copies of documents that were sent along."""
    seen = await context.access.authorize(CaseAction.SEE, context.view_request)
    uploads = await context.uploads.list_for_case(seen.case)
    return await context.show(seen, copies_screen(seen.case, uploads, context.texts))


async def send_copy(_event: CallbackQuery, context: CaseContext) -> Reply:
    """One of them as a file."""
    seen = await context.access.authorize(CaseAction.SEE, context.view_request)
    if not context.argument.isdecimal():
        raise BadTap(context.argument)
    upload = await context.uploads.kept(seen.case, int(context.argument))
    file = Attached(CASE, seen.case.id, upload.id, f"{upload.item}-{upload.id}.{EXTENSIONS[upload.kind]}")
    return await context.show(seen, file_screen(seen.case, file, context.texts))


async def send_papers(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The stamped copy of the application; the certificate, note or letter that came of it."""
    seen = await context.access.authorize(CaseAction.SEE, context.view_request)
    case = seen.case
    files: list[GeneratedContent] = [StampedCopy.of(case)]
    if case.certificate:
        files.append(Certificate(case.id))
    if case.refusal or case.not_accepted:
        files.append(RefusalLetter(case.id))
    return await context.show(seen, *(file_screen(case, file, context.texts) for file in files))


async def print_case(_event: CallbackQuery, context: CaseContext) -> Reply:
    """All of it as one PDF for the file; of the copies, those that fit."""
    seen = await context.access.authorize(CaseAction.SEE, context.view_request)
    kept = [each for each in await context.uploads.list_for_case(seen.case) if each.kept]
    sizes = accumulate(each.size for each in kept)
    printed = tuple(each.id for each, size in zip(kept, sizes, strict=True) if size <= MOST_PRINTED)
    file = WholeCase(seen.case.id, context.texts.language, printed)
    return await context.show(seen, print_screen(seen.case, file, len(printed), len(kept), context.texts))


async def show_history(_event: CallbackQuery, context: CaseContext) -> Reply:
    """What happened, and who did it."""
    seen = await context.access.authorize(CaseAction.SEE, context.view_request)
    events = await context.access.events(seen)
    return await context.show(seen, history_screen(seen, events, context.texts))


async def show_deadlines(_event: CallbackQuery, context: CaseContext) -> Reply:
    """The terms that run, and how they are counted."""
    seen = await context.access.authorize(CaseAction.SEE, context.view_request)
    deadlines = context.deadlines.compute(seen.case)
    return await context.show(seen, deadlines_screen(seen.case, deadlines, context.texts))
