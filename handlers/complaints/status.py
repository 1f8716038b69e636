"""The buttons of a complaint that was sent: slip, answer, rating, once more, further; and silence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.complaints.draft import letter_screen, whole_screens
from dialogs.complaints.elements import back_to_complaint_button, complaint_number, is_late
from dialogs.complaints.notices import again_screen, file_screen
from dialogs.complaints.silence import AT_ONCE, about_case, about_complaint
from dialogs.complaints.status import Following, answer_screens, reopen_screen, status_screen
from dialogs.made import COMPLAINT, Attached, ComplaintSlip
from dialogs.ui.callback_data import BadTap
from domain.complaints.complaint import ComplaintState
from domain.files import safe_name
from handlers.complaints.context import page_of
from handlers.complaints.draft import go_on, letter_screens, send
from handlers.core.filters import OnAction
from handlers.core.reply import COMPLAINING, Notice, Reply, end_question, expect

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery

    from dialogs.ui.screen import Screen
    from domain.complaints.complaint import Complaint
    from handlers.complaints.context import ComplaintContext
    from services.uploads import ComplaintFiles

REOPEN = "reopen"


def register_status(router: Router) -> None:
    """Its buttons."""
    taps = router.callback_query
    taps.register(rate, OnAction("rate"))
    taps.register(ask_to_reopen, OnAction("reopen"))
    taps.register(take_further, OnAction("further"))
    taps.register(send_slip, OnAction("slip"))
    taps.register(show_answer, OnAction("answer"))
    taps.register(show_text, OnAction("text"))
    taps.register(send_letter, OnAction("paper"))
    taps.register(complain_of_silence, OnAction("silent"))


async def show_complaint(context: ComplaintContext, complaint: Complaint) -> Reply:
    """A complaint as it stands: a draft goes on where it was left."""
    if complaint.stage is ComplaintState.DRAFT:
        return await go_on(context, complaint)
    await end_question(context.state, complaint.id)
    return page_of(complaint, await _draw_status(context.under(complaint), complaint))


async def _draw_status(context: ComplaintContext, complaint: Complaint) -> Screen:
    """Where it stands."""
    if complaint.stage is ComplaintState.LETTER:
        return letter_screen(complaint, context.standard, context.texts)
    further = await context.follow_up.may_go_further(complaint, context.now)
    return status_screen(Following(complaint, context.today, further), context.standard, context.texts)


async def rate(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """Stars for the answer."""
    complaint = await _find_sent(context)
    if not (context.argument.isascii() and context.argument.isdecimal()):
        raise BadTap(context.argument)
    rated = await context.follow_up.rate(complaint, int(context.argument), context.now)
    await end_question(context.state, complaint.id)
    toast = context.texts.plain("cmp-rated-toast")
    return Reply((await _draw_status(context, rated),), toast=toast, case_id=complaint.id)


async def ask_to_reopen(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """The next message says why the answer is not enough."""
    complaint = await _find_sent(context)
    context.follow_up.check_reopening(complaint)
    await expect(context.state, complaint.id, REOPEN, COMPLAINING)
    return page_of(complaint, reopen_screen(complaint, context.texts))


async def reopen(context: ComplaintContext, complaint: Complaint, reason: str) -> Reply:
    """The body looks once more."""
    sent = await context.follow_up.reopen(complaint, reason, context.now)
    await end_question(context.state, complaint.id)
    draw = partial(again_screen, sent.complaint)
    notices = tuple(Notice(each.user_id, draw, complaint.id) for each in sent.officers)
    return Reply((await _draw_status(context, sent.complaint),), notices, case_id=complaint.id)


async def take_further(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """To the body above; about a silence the text stands already."""
    complaint = await _find_sent(context)
    silent = is_late(complaint, context.today)
    text = about_complaint(complaint, context.standard, context.texts) if silent else ""
    made = await context.follow_up.take_further(context.viewer.person, complaint, context.now, text)
    return await _go_further(context, made, text if context.argument == AT_ONCE else "")


async def complain_of_silence(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """The office has missed a term: a complaint that is whole already, sent at once or looked at first."""
    case_id = context.callback.record_id
    case = await context.drafts.get_own(context.user_id, case_id)
    deadlines = context.deadlines.compute(case)
    if deadlines.earliest is None or deadlines.earliest >= context.today:
        raise BadTap(case_id)  # the office has answered meanwhile
    text = about_case(case, deadlines, context.texts)
    made = await context.follow_up.about_silence(context.viewer.person, case_id, text, deadlines.earliest, context.now)
    return await _go_further(context, made, text if context.argument == AT_ONCE else "")


async def _go_further(context: ComplaintContext, made: Complaint, seen: str) -> Reply:
    """What was sent before is shown; what says just what was seen is sent; anything else is shown for review."""
    ready = made.stage is ComplaintState.DRAFT and made.texts == (seen,) and not context.complaints.missing(made)
    return await send(context, made) if seen and ready else await show_complaint(context, made)


async def send_slip(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """The slip of acceptance, once more."""
    complaint = await _find_sent(context)
    if complaint.slip is None:
        raise BadTap(complaint.id)
    return page_of(complaint, file_screen(complaint, ComplaintSlip.of(complaint), context.texts, "cmp-slip-file"))


async def show_answer(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """The answer with its file."""
    complaint = await _find_sent(context)
    if not complaint.answers:
        raise BadTap(complaint.id)
    file = await answer_file(context.complaint_files, complaint)
    return page_of(complaint, *answer_screens(complaint, file, context.texts))


async def answer_file(files: ComplaintFiles, complaint: Complaint) -> Attached | None:
    """The file of the last answer; None where it is a text alone."""
    file = complaint.answers[-1].file
    if file is None:
        return None
    upload = await files.kept(complaint, file)
    number = safe_name(complaint_number(complaint))
    return Attached(COMPLAINT, complaint.id, upload.id, f"otvet-{number}.{upload.extension}")


async def show_text(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """All that was written."""
    complaint = await _find_sent(context)
    return page_of(complaint, *whole_screens(complaint, back_to_complaint_button(complaint.id, context.texts)))


async def send_letter(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """The letter, once more."""
    complaint = await _find_sent(context)
    if complaint.stage is not ComplaintState.LETTER:
        raise BadTap(complaint.id)
    return page_of(complaint, *await letter_screens(context, complaint))


async def _find_sent(context: ComplaintContext) -> Complaint:
    version = context.callback.seen_version
    complaint = await context.complaints.get_own(context.user_id, context.callback.record_id, version)
    if complaint.stage is ComplaintState.DRAFT:
        raise BadTap(complaint.id)
    return complaint
