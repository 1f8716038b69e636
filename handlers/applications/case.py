"""The buttons of a registered case, as its applicant has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications import case as case_pages
from dialogs.applications import visits
from dialogs.history import PROOF
from dialogs.made import Proof, StampedCopy
from dialogs.ui.screen import drawn
from domain.history import EventKind
from handlers.applications import draft as drafts
from handlers.core.reply import FURTHER, Notice, Reply, expect
from services.applications.filing import read_request

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.applications.filing import CaseChange


async def _papers(desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    return _page(case, case_pages.papers_screen(case, StampedCopy.of(case), desk.papers.link(case), visitor.texts))


async def _clocks(desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    return _page(case, case_pages.clocks_screen(case, desk.deadlines.compute(case), visitor.texts))


async def _history(desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    return _page(case, case_pages.history_screen(case, await desk.cases.events(case), visitor.texts))


async def _proof(_desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    return _page(case, drawn(Proof(case.id, visitor.texts.language)))


async def _coming(desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    return await _comes(desk, case, visitors(case)[0], visitor)


async def _other_comes(desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    return await _comes(desk, case, visitors(case)[-1], visitor)


async def _comes(desk: Desk, case: Case, name: str, visitor: Viewer) -> Reply:
    told = await desk.cases.coming(case, name, visitor.now)
    card = desk.office_card(case, visitor.now)
    screen = visits.coming_screen(case, card, name, visitors(case), visitor.texts)
    return Reply((screen,), _notices(told, EventKind.COMING, name, _visit_key(case)), case_id=case.id)


async def _not_coming(desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    name = await desk.cases.visitor(case, visitor.now)
    told = await desk.cases.not_coming(case, visitor.now)
    screen = visits.not_coming_screen(case, visitor.texts)
    return Reply((screen,), _notices(told, EventKind.NOT_COMING, name, _visit_key(case)), case_id=case.id)


def visitors(case: Case) -> tuple[str, ...]:
    """Who may come about a case, the likeliest first: the representative where there is one, the applicant."""
    answers = case.answers
    own = answers.get("full_name") or answers["leader_name"]
    return tuple(dict.fromkeys(each for each in (answers.get("representative_name"), own) if each))


async def _withdraw(_desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    return _page(case, case_pages.withdraw_screen(case, visitor.texts))


async def _withdrawn(desk: Desk, case: Case, visitor: Viewer, _state: FSMContext) -> Reply:
    told = await desk.cases.withdraw(case, visitor.now)
    page = desk.case_page(told.case, visitor)
    return Reply((page,), _notices(told, EventKind.WITHDRAWN, ""), case_id=case.id)


async def _further(_desk: Desk, case: Case, visitor: Viewer, state: FSMContext) -> Reply:
    await expect(state, case.id, FURTHER, FURTHER)
    return _page(case, case_pages.materials_question(case, visitor.texts))


async def further_typed(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """The further materials a registered missionary wants to agree (point 11.1)."""
    asked = await state.get_data()
    case = await desk.applications.get_own(visitor.person.id, asked["case"])
    asked_for = read_request(message.text or "")
    told = await desk.cases.further_materials(case, asked_for, visitor.now)
    await state.clear()
    screen = case_pages.further_screen(case, visitor.texts)
    return Reply((screen,), _notices(told, EventKind.FURTHER_MATERIALS, asked_for), case_id=case.id)


async def _renew(desk: Desk, case: Case, visitor: Viewer, state: FSMContext) -> Reply:
    draft = await desk.applications.renew(visitor.person, case.id, visitor.now)
    return await drafts.go_on(desk, draft, visitor, state)


def _page(case: Case, screen: Screen) -> Reply:
    return Reply((screen,), case_id=case.id)


def _visit_key(case: Case) -> str:
    """Who comes today is said by the last of these notices alone."""
    return f"{EventKind.COMING}:{case.id}"


def _notices(told: CaseChange, kind: EventKind, detail: str, merge_key: str = "") -> tuple[Notice, ...]:
    def draw(texts: Texts) -> Screen:
        return case_pages.notice_event(kind, told.case, detail, texts)

    return tuple(Notice(each.user_id, draw, told.case.id, merge_key) for each in told.officers)


ACTIONS: dict[str, Callable[[Desk, Case, Viewer, FSMContext], Awaitable[Reply]]] = {
    "papers": _papers,
    "clocks": _clocks,
    "history": _history,
    PROOF: _proof,
    "coming": _coming,
    "coming-other": _other_comes,
    "not-coming": _not_coming,
    "withdraw": _withdraw,
    "withdrawn": _withdrawn,
    "further": _further,
    "renew": _renew,
}
