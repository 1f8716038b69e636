"""The buttons of a draft; each is for the version of the draft it was drawn for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialogs.applications import case as case_pages
from dialogs.applications import checklist as apply_checklist
from dialogs.applications import dates as apply_dates
from dialogs.applications import review as apply_review
from dialogs.applications.elements import button
from dialogs.made import Application, StampedCopy
from dialogs.ui.callback_data import BadTap
from dialogs.ui.screen import Screen, column
from dialogs.uploads import attach_screen
from domain.applications.case import Declared
from domain.applications.questions import question
from domain.applications.territory import WHOLE
from domain.calendar import day_of
from domain.offices.units import UnitId
from handlers.core.desk import office_name
from handlers.core.reply import UPLOADING, Notice, Reply, expect
from services.offices.finder import next_visit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext

    from dialogs.applications.flow import Step
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.applications.questions import Question
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.applications.filing import CaseChange


CALENDAR = re.compile(r"|(19|20)\d\d(-(0[1-9]|1[0-2]))?")  # nothing, a year, a month of it


async def go_on(desk: Desk, case: Case, visitor: Viewer, state: FSMContext) -> Reply:
    """What comes next."""
    return await _stepped(desk.pages.current(await desk.look(case, visitor.now), visitor.texts), case, state)


async def show_card(desk: Desk, case: Case, item: str, visitor: Viewer, state: FSMContext) -> Reply:
    """One item of the checklist."""
    return await _stepped(desk.pages.card(await desk.look(case, visitor.now), item, visitor.texts), case, state)


async def _stepped(step: Step, case: Case, state: FSMContext) -> Reply:
    await expect(state, case.id, step.expects)
    return Reply((step.screen,), case_id=case.id)


async def _next(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    return await go_on(desk, case, visitor, state)


async def _edit(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    step = desk.pages.edit(await desk.look(case, visitor.now), argument, visitor.texts)
    return await _stepped(step, case, state)


async def _answer(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    asked, value = _asked(case, argument)
    if not value.isdecimal() or int(value) >= len(asked.choices):
        raise BadTap(value)
    case = await desk.applications.answer(case, asked.id, asked.choices[int(value)], visitor.now)
    return await go_on(desk, case, visitor, state)


async def _date(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    asked, value = _asked(case, argument)
    case = await desk.applications.answer(case, asked.id, value, visitor.now)
    return await go_on(desk, case, visitor, state)


async def _calendar(desk: Desk, case: Case, argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    asked, prefix = _asked(case, argument)
    if not CALENDAR.fullmatch(prefix):
        raise BadTap(prefix)
    today = (await desk.look(case, visitor.now)).today
    return Reply((apply_dates.calendar_screen(case, asked, prefix, visitor.texts, today),), case_id=case.id)


async def _region(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    case = await desk.applications.choose_region(case, argument, visitor.now)
    only = desk.finder.districts(argument)
    if len(only) == 1:  # a city of republican significance: nothing to choose
        case = await desk.applications.toggle_district(case, only[0].id.number, visitor.now)
        case = await desk.applications.fix_territory(case, visitor.now)
        return await go_on(desk, case, visitor, state)
    return await _stepped(desk.pages.districts(await desk.look(case, visitor.now), visitor.texts), case, state)


async def _district(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    if argument == WHOLE:
        return await go_on(desk, await desk.applications.whole_region(case, visitor.now), visitor, state)
    if not argument.isdecimal():
        raise BadTap(argument)
    case = await desk.applications.toggle_district(case, int(argument), visitor.now)
    return await _stepped(desk.pages.districts(await desk.look(case, visitor.now), visitor.texts), case, state)


async def _placed(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    return await go_on(desk, await desk.applications.fix_territory(case, visitor.now), visitor, state)


async def _offices(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    return await _stepped(desk.pages.other_offices(await desk.look(case, visitor.now), visitor.texts), case, state)


async def _office(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    case = await desk.applications.choose_office(case, UnitId.parse(argument), visitor.now)
    return await go_on(desk, case, visitor, state)


async def _item(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    return await show_card(desk, case, argument, visitor, state)


async def _what(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    step = desk.pages.card(await desk.look(case, visitor.now), argument, visitor.texts, explained=True)
    return await _stepped(step, case, state)


async def _have(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    case = await desk.applications.declare(case, argument, Declared.HAVE, visitor.now)
    return await go_on(desk, case, visitor, state)


async def _lack(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    case = await desk.applications.declare(case, argument, Declared.NOT_YET, visitor.now)
    return await go_on(desk, case, visitor, state)


async def _clear(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    case = await desk.applications.clear_materials(case, visitor.now)
    return await show_card(desk, case, "materials", visitor, state)


async def _attach(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    desk.uploads.check(case, argument)
    await expect(state, case.id, argument, UPLOADING)
    count = len(await desk.uploads.list_for_item(case, argument))
    return _page(case, attach_screen(case, argument, count, visitor.texts))


async def _drop(desk: Desk, case: Case, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    await desk.uploads.drop(case, argument)
    return await _attach(desk, case, argument, visitor, state)


async def _list(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    await state.clear()
    return _page(case, apply_checklist.list_screen(case, desk.standard, visitor.texts))


async def _review(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    return await _stepped(desk.pages.review(await desk.look(case, visitor.now), visitor.texts), case, state)


async def _answers(_desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    await state.clear()
    return _page(case, apply_review.answers_screen(case, visitor.texts))


async def _preview(_desk: Desk, case: Case, _argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    back = button(case, visitor.texts, "review-button", "review")
    return _page(case, Screen(visitor.texts("preview-caption"), column(back), made=Application(case.id)))


async def _confirm(desk: Desk, case: Case, _argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    _check_office(case)
    return _page(case, apply_review.confirm_screen(case, desk.standard, visitor.texts))


async def _file(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    told = await desk.cases.file(case, visitor.now)
    await state.clear()
    filed, texts = told.case, visitor.texts
    card = desk.office_card(filed, visitor.now)
    promised = desk.deadlines.result_by(next_visit(card, day_of(visitor.now)))
    screens = (
        case_pages.registered_screen(filed, texts),
        case_pages.receipt_screen(StampedCopy.of(filed), desk.papers.link(filed), texts),
        case_pages.filed_screen(filed, card, desk.standard, promised, texts),
    )
    return Reply(screens, _notices(told, office_name(desk, filed)), case_id=filed.id)


async def _package(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    _check_office(case)
    await state.clear()
    form = Screen(visitor.texts("package-caption"), made=Application(case.id))
    package = apply_review.package_screen(case, desk.office_card(case, visitor.now), desk.standard, visitor.texts)
    return Reply((form, package), case_id=case.id)


async def _discard(_desk: Desk, case: Case, _argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    return _page(case, apply_review.discard_screen(case, visitor.texts))


async def _erase(desk: Desk, case: Case, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    await desk.applications.discard(case)
    await state.clear()
    mine = await desk.applications.list_for_person(visitor.person.id)
    return Reply((case_pages.mine_screen(mine, visitor.texts),), toast=visitor.texts.plain("discarded"))


def _page(case: Case, screen: Screen) -> Reply:
    return Reply((screen,), case_id=case.id)


def _check_office(case: Case) -> None:
    if case.office is None:  # no button of ours is drawn so early
        raise BadTap(case.id)


def _asked(case: Case, argument: str) -> tuple[Question, str]:
    question_id, _, value = argument.partition(".")
    asked = question(case.subject, question_id)
    if asked is None:
        raise BadTap(question_id)
    return asked, value


def _notices(told: CaseChange, office: str) -> tuple[Notice, ...]:
    def draw(texts: Texts) -> Screen:
        return case_pages.notice_filed(told.case, office, texts)

    return tuple(Notice(each.user_id, draw, told.case.id) for each in told.officers)


WITHOUT_CONSENT = frozenset({"discard", "erase"})  # what a person may do who has taken the consent back
ACTIONS: dict[str, Callable[[Desk, Case, str, Viewer, FSMContext], Awaitable[Reply]]] = {
    "next": _next,
    "edit": _edit,
    "ans": _answer,
    "date": _date,
    "cal": _calendar,
    "region": _region,
    "district": _district,
    "placed": _placed,
    "offices": _offices,
    "office": _office,
    "item": _item,
    "what": _what,
    "have": _have,
    "lack": _lack,
    "clear": _clear,
    "attach": _attach,
    "drop": _drop,
    "list": _list,
    "review": _review,
    "answers": _answers,
    "preview": _preview,
    "confirm": _confirm,
    "file": _file,
    "package": _package,
    "discard": _discard,
    "erase": _erase,
}
