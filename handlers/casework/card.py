"""Pages about a case that officers look at, and what handlers of casework share: the tap, the replies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.casework import card as work_card
from dialogs.made import CASE, Attached, Certificate, RefusalLetter, StampedCopy
from dialogs.ui.callback_data import BadTap
from domain.calendar import day_of
from domain.casework.permissions import CaseAction
from handlers.core.reply import WRITING, Notice, Reply, expect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext

    from dialogs.made import Made
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.action_request import ActionRequest
    from services.casework.access import OfficerCase


@dataclass(frozen=True, slots=True)
class ActionContext:
    """An officer asks for something to be done to a case."""

    desk: Desk
    aim: ActionRequest
    argument: str
    visitor: Viewer
    state: FSMContext

    @property
    def texts(self) -> Texts:
        """The words of the officer's language."""
        return self.visitor.texts


def card(desk: Desk, seen: OfficerCase, visitor: Viewer, told: Html | None = None) -> Screen:
    """The card of a case as it stands; `told` says what has changed meanwhile."""
    left = desk.deadlines.days_left(seen.case, day_of(visitor.now))
    return work_card.card_screen(seen, desk.deadlines.compute(seen.case), desk.standard, left, visitor.texts, told)


async def carded(ask: ActionContext, seen: OfficerCase, *notices: Notice, toast: str = "") -> Reply:
    """The card after an act; nothing typed is waited for."""
    await ask.state.clear()
    toast = ask.texts.plain(toast) if toast else ""
    return Reply((card(ask.desk, seen, ask.visitor),), notices, toast=toast, case_id=seen.case.id)


async def paged(ask: ActionContext, seen: OfficerCase, screen: Screen) -> Reply:
    """A page about a case; nothing typed is waited for."""
    await ask.state.clear()
    return Reply((screen,), case_id=seen.case.id)


async def asked(ask: ActionContext, seen: OfficerCase, screen: Screen, act: CaseAction, line: str) -> Reply:
    """A page on which something is to be typed, for this version of the case."""
    await expect(ask.state, seen.case.id, f"{act}.{line}.{seen.case.version}", WRITING)
    return Reply((screen,), case_id=seen.case.id)


def to_applicant(case: Case, draw: Callable[[Texts], Screen]) -> Notice:
    """The applicant is told at once, in their own language."""
    return Notice(case.applicant, draw, case.id)


def to_colleague(seen: OfficerCase, user_id: int | None, draw: Callable[[Texts], Screen]) -> tuple[Notice, ...]:
    """A colleague is told, unless it is the officer themselves, or somebody who left the unit."""
    known = user_id in {each.user_id for each in seen.team} and user_id != seen.officer.user_id
    return (Notice(user_id, draw, seen.case.id),) if known and user_id is not None else ()


def at(ask: ActionContext, seen: OfficerCase) -> ActionContext:
    """The same wish for the case as it is now."""
    return replace(ask, aim=replace(ask.aim, version=seen.case.version))


EXTENSIONS = {"jpeg": "jpg", "pdf": "pdf"}


async def _card(ask: ActionContext) -> Reply:
    return await carded(ask, await ask.desk.access.authorize(CaseAction.SEE, ask.aim))


async def _answers(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.SEE, ask.aim)
    return await paged(ask, seen, work_card.answers_screen(seen.case, ask.desk.standard, ask.texts))


async def _copies(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.SEE, ask.aim)
    uploads = await ask.desk.uploads.list_for_case(seen.case)
    return await paged(ask, seen, work_card.copies_screen(seen.case, uploads, ask.texts))


async def _copy(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.SEE, ask.aim)
    if not ask.argument.isdecimal():
        raise BadTap(ask.argument)
    upload = await ask.desk.uploads.kept(seen.case, int(ask.argument))
    file = Attached(CASE, seen.case.id, upload.id, f"{upload.item}-{upload.id}.{EXTENSIONS[upload.kind]}")
    return await paged(ask, seen, work_card.file_screen(seen.case, file, ask.texts))


async def _papers(ask: ActionContext) -> Reply:
    """The stamped copy of the application; the certificate, note or letter that came of it."""
    seen = await ask.desk.access.authorize(CaseAction.SEE, ask.aim)
    case = seen.case
    files: list[Made] = [StampedCopy.of(case)]
    if case.certificate:
        files.append(Certificate(case.id))
    if case.refusal:
        files.append(RefusalLetter(case.id))
    await ask.state.clear()
    return Reply(tuple(work_card.file_screen(case, file, ask.texts) for file in files), case_id=case.id)


async def _history(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.SEE, ask.aim)
    events = await ask.desk.access.events(seen)
    return await paged(ask, seen, work_card.history_screen(seen, events, ask.texts))


async def _clocks(ask: ActionContext) -> Reply:
    seen = await ask.desk.access.authorize(CaseAction.SEE, ask.aim)
    return await paged(ask, seen, work_card.clocks_screen(seen.case, ask.desk.deadlines.compute(seen.case), ask.texts))


LOOKS: dict[str, Callable[[ActionContext], Awaitable[Reply]]] = {
    "card": _card,
    "answers": _answers,
    "copies": _copies,
    "copy": _copy,
    "papers": _papers,
    "history": _history,
    "clocks": _clocks,
}
