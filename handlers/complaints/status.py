"""The buttons of a complaint that was sent: slip, answer, rating, once more, further; and silence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs.complaints import draft as complaint_sent
from dialogs.complaints import draft as drafts_pages
from dialogs.complaints import elements as complaint_parts
from dialogs.complaints import notices as told
from dialogs.complaints import silence as complaint_silence
from dialogs.complaints import status as pages
from dialogs.complaints.status import Following
from dialogs.made import COMPLAINT, Attached, ComplaintSlip
from dialogs.ui.callback_data import BadTap
from domain.calendar import day_of
from domain.complaints.complaint import ComplaintState
from handlers.casework.card import EXTENSIONS
from handlers.complaints import draft as complaint_drafts
from handlers.complaints import draft as complaint_sending
from handlers.core.reply import COMPLAINING, Notice, Reply, expect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html
    from domain.complaints.complaint import Complaint
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer

REOPEN = "reopen"


async def page(desk: Desk, complaint: Complaint, visitor: Viewer, said: Html | None = None) -> Screen:
    """Where it stands."""
    if complaint.stage is ComplaintState.LETTER:
        return complaint_sent.letter_screen(complaint, desk.standard, visitor.texts)
    further = await desk.follow_up.may_go_further(complaint, visitor.now)
    given = Following(complaint, day_of(visitor.now), further)
    return pages.status_screen(given, desk.standard, visitor.texts, said)


async def _rate(desk: Desk, complaint: Complaint, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    if not (argument.isascii() and argument.isdecimal()):
        raise BadTap(argument)
    rated = await desk.follow_up.rate(complaint, int(argument), visitor.now)
    await state.clear()
    shown = await page(desk, rated, visitor)
    return Reply((shown,), toast=visitor.texts.plain("cmp-rated-toast"), case_id=complaint.id)


async def _reopen(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    desk.follow_up.check_reopening(complaint)
    await expect(state, complaint.id, REOPEN, COMPLAINING)
    return _page(complaint, pages.reopen_screen(complaint, visitor.texts))


async def reopened(desk: Desk, complaint: Complaint, text: str, visitor: Viewer, state: FSMContext) -> Reply:
    """The reason is typed: the body looks once more."""
    sent = await desk.follow_up.reopen(complaint, text, visitor.now)
    await state.clear()
    draw = partial(told.again_screen, sent.complaint)
    notices = tuple(Notice(each.user_id, draw, complaint.id) for each in sent.officers)
    shown = await page(desk, sent.complaint, visitor)
    return Reply((shown,), notices, case_id=complaint.id)


async def _further(desk: Desk, complaint: Complaint, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    silent = complaint_parts.is_late(complaint, day_of(visitor.now))
    text = complaint_silence.about_complaint(complaint, desk.standard, visitor.texts) if silent else ""
    made = await desk.follow_up.take_further(visitor.person, complaint, visitor.now, text)
    return await _onward(desk, made, text if argument == complaint_silence.AT_ONCE else "", visitor, state)


async def about_silence(desk: Desk, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    """The office has missed a term: a complaint that is whole already, sent at once or looked at first."""
    case_id, _, how = argument.partition(".")
    case = await desk.applications.get_own(visitor.person.id, case_id)
    clocks = desk.deadlines.compute(case)
    left = desk.deadlines.days_left(case, day_of(visitor.now))
    if clocks.last is None or left is None or left >= 0:
        raise BadTap(case_id)  # the office has answered meanwhile
    text = complaint_silence.about_case(case, clocks, visitor.texts)
    made = await desk.follow_up.about_silence(visitor.person, case_id, text, clocks.last, visitor.now)
    return await _onward(desk, made, text if how == complaint_silence.AT_ONCE else "", visitor, state)


async def _onward(desk: Desk, made: Complaint, seen: str, visitor: Viewer, state: FSMContext) -> Reply:
    """What was sent before is shown; what says just what was seen is sent; anything else is gone on with."""
    if made.stage is not ComplaintState.DRAFT:
        await state.clear()
        return _page(made, await page(desk, made, visitor))
    if not seen or made.texts != (seen,) or desk.complaints.missing(made):
        return await complaint_drafts.go_on(desk, made, visitor, state)
    return await complaint_sending.send(desk, made, visitor, state)


async def _slip(_desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    if complaint.slip is None:
        raise BadTap(complaint.id)
    screen = told.file_screen(complaint, ComplaintSlip.of(complaint), visitor.texts, "cmp-slip-file")
    return _page(complaint, screen)


async def _answer(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    if not complaint.answers:
        raise BadTap(complaint.id)
    screens = pages.answer_screens(complaint, await answer_file(desk, complaint), visitor.texts)
    return Reply(screens, case_id=complaint.id)


async def answer_file(desk: Desk, complaint: Complaint) -> Attached | None:
    """The file of the last answer; None where it is a text alone."""
    file = complaint.answers[-1].file
    if file is None:
        return None
    upload = await desk.complaint_files.kept(complaint, file)
    number = complaint_parts.number_of(complaint).replace("/", "-")
    return Attached(COMPLAINT, complaint.id, upload.id, f"otvet-{number}.{EXTENSIONS[upload.kind]}")


async def _text(_desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    back = complaint_parts.back_button(complaint.id, visitor.texts)
    return Reply(drafts_pages.whole_screens(complaint, back), case_id=complaint.id)


async def _paper(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    if complaint.stage is not ComplaintState.LETTER:
        raise BadTap(complaint.id)
    return Reply(await complaint_sending.letter_screens(desk, complaint, visitor), case_id=complaint.id)


def _page(complaint: Complaint, screen: Screen) -> Reply:
    return Reply((screen,), case_id=complaint.id)


ACTIONS: dict[str, Callable[[Desk, Complaint, str, Viewer, FSMContext], Awaitable[Reply]]] = {
    "rate": _rate,
    "reopen": _reopen,
    "further": _further,
    "slip": _slip,
    "answer": _answer,
    "text": _text,
    "paper": _paper,
}
