"""What an officer's tap, command or typed line is given; and the replies that all of them share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.casework import card as work_card
from domain.zone import day_of
from handlers.core.expecting import WRITING, expect
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiogram.fsm.context import FSMContext

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.casework.permissions import Act
    from handlers.core.desk import Desk
    from handlers.core.reply import Visitor
    from services.casework.access import Aim, Sight


@dataclass(frozen=True, slots=True)
class Ask:
    """An officer asks for something to be done to a case."""

    desk: Desk
    aim: Aim
    argument: str
    visitor: Visitor
    state: FSMContext

    @property
    def texts(self) -> Texts:
        """The words of the officer's language."""
        return self.visitor.texts


def card(desk: Desk, seen: Sight, visitor: Visitor, told: Html | None = None) -> Screen:
    """The card of a case as it stands; `told` says what has changed meanwhile."""
    left = desk.cases.days_left(seen.case, day_of(visitor.now))
    return work_card.card_screen(seen, desk.cases.clocks(seen.case), desk.standard, left, visitor.texts, told)


async def carded(ask: Ask, seen: Sight, *notices: Notice, toast: str = "") -> Reply:
    """The card after an act; nothing typed is waited for."""
    await ask.state.clear()
    toast = ask.texts.plain(toast) if toast else ""
    return Reply((card(ask.desk, seen, ask.visitor),), notices, toast=toast, case_id=seen.case.id)


async def paged(ask: Ask, seen: Sight, screen: Screen) -> Reply:
    """A page about a case; nothing typed is waited for."""
    await ask.state.clear()
    return Reply((screen,), case_id=seen.case.id)


async def asked(ask: Ask, seen: Sight, screen: Screen, act: Act, line: str) -> Reply:
    """A page on which something is to be typed, for this version of the case."""
    await expect(ask.state, seen.case.id, f"{act}.{line}.{seen.case.version}", WRITING)
    return Reply((screen,), case_id=seen.case.id)


def to_applicant(case: Case, draw: Callable[[Texts], Screen]) -> Notice:
    """The applicant is told at once, in their own language."""
    return Notice(case.applicant, draw, case.id)


def to_colleague(seen: Sight, user_id: int | None, draw: Callable[[Texts], Screen]) -> tuple[Notice, ...]:
    """A colleague is told, unless it is the officer themselves, or somebody who left the unit."""
    known = user_id in {each.user_id for each in seen.team} and user_id != seen.officer.user_id
    return (Notice(user_id, draw, seen.case.id),) if known and user_id is not None else ()


def at(ask: Ask, seen: Sight) -> Ask:
    """The same wish for the case as it is now."""
    return replace(ask, aim=replace(ask.aim, version=seen.case.version))
