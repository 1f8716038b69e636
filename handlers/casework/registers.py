"""Journal, passes and export: what a unit's people may read of its books."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from aiogram import Router

from dialogs.casework import queue as work_queue
from dialogs.casework import registers as work_books
from dialogs.made import Export, Journal, JournalPage
from dialogs.ui.callback_data import BadTap
from dialogs.ui.screen import drawn
from domain.calendar import day_of
from domain.errors import BadAnswer
from domain.offices.units import UnitId
from domain.text import read_date
from handlers.core.filters import TextCommand
from handlers.core.reply import Reply
from services.applications.filing import AWAITED

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from domain.offices.units import Unit
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer

YEAR = re.compile(r"(19|20)\d\d")
DAY = re.compile(r"\d{6}")
UNIT = re.compile(r"\d{1,2}[-/]\d{1,3}")


def router() -> Router:
    """The commands; their buttons come through the router of officers."""
    made = Router(name="books")
    made.message.register(journal, TextCommand("journal"))
    made.message.register(passes, TextCommand("passes"))
    made.message.register(export, TextCommand("export"))
    return made


async def journal(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """`/journal`, `/journal 2026`, `/journal 2-65 2026`."""
    await state.clear()
    words = (message.text or "").split()[1:]
    unit = next((each.replace("-", "/") for each in words if UNIT.fullmatch(each)), "")
    year = next((each for each in words if YEAR.fullmatch(each)), "")
    return await _journal(desk, f"{unit}.{year}", visitor)


async def passes(_message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """Who is coming."""
    await state.clear()
    return await _passes(desk, "", visitor)


async def export(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """`/export 01.01.2026 31.03.2026`; without days, a choice."""
    await state.clear()
    words = (message.text or "").split()[1:]
    unit = next((each.replace("-", "/") for each in words if UNIT.fullmatch(each)), "")
    days = [each for each in words if not UNIT.fullmatch(each)]
    if not days:
        return await _export(desk, unit, visitor)
    units = await _units(desk, visitor, "export")
    chosen = UnitId.parse(unit) if unit else units[0].id
    try:
        first, last = sorted(map(read_date, days))
    except (BadAnswer, ValueError):
        page = work_books.export_screen(
            desk.standard.unit(chosen), _periods(visitor), visitor.texts, visitor.texts("work-export-how")
        )
        return Reply((page,))
    return await _exported(desk, chosen, first, last, visitor)


async def _books(desk: Desk, _argument: str, visitor: Viewer) -> Reply:
    bindings = await desk.queues.bindings(visitor.person.id, "journal")
    figures = any(each.unit.takes_applications for each in bindings)
    return Reply((work_books.books_screen(visitor.texts, figures=figures),))


async def _passes(desk: Desk, _argument: str, visitor: Viewer) -> Reply:
    coming = await desk.queues.coming(visitor.person.id, visitor.now - AWAITED)
    return Reply((work_queue.passes_screen(coming, visitor.texts),))


async def _journal(desk: Desk, argument: str, visitor: Viewer) -> Reply:
    unit, _, year = argument.partition(".")
    units = await _units(desk, visitor, "journal")
    if not unit and len(units) > 1:
        return Reply((work_books.units_screen("journal", units, f".{year}", visitor.texts),))
    chosen = UnitId.parse(unit) if unit else units[0].id
    number = _year(year) if year else day_of(visitor.now).year
    await desk.queues.authorize(visitor.person.id, chosen, "journal")
    return Reply((drawn(JournalPage(str(chosen), number, visitor.texts.language)),))


async def _journal_file(desk: Desk, argument: str, visitor: Viewer) -> Reply:
    unit, _, year = argument.partition(".")
    chosen, number = UnitId.parse(unit), _year(year)
    await desk.queues.authorize(visitor.person.id, chosen, "journal")
    return Reply((drawn(Journal(str(chosen), number, visitor.texts.language)),))


async def _export(desk: Desk, argument: str, visitor: Viewer) -> Reply:
    units = await _units(desk, visitor, "export")
    if not argument and len(units) > 1:
        return Reply((work_books.units_screen("export", units, "", visitor.texts),))
    chosen = UnitId.parse(argument) if argument else units[0].id
    await desk.queues.authorize(visitor.person.id, chosen, "export")
    unit = desk.standard.unit(chosen).corrected()
    return Reply((work_books.export_screen(unit, _periods(visitor), visitor.texts),))


async def _export_file(desk: Desk, argument: str, visitor: Viewer) -> Reply:
    unit, _, days = argument.partition(".")
    first, _, last = days.partition(".")
    if not (DAY.fullmatch(first) and DAY.fullmatch(last)):
        raise BadTap(argument)
    return await _exported(desk, UnitId.parse(unit), _day(first), _day(last), visitor)


async def _exported(desk: Desk, unit_id: UnitId, first: date, last: date, visitor: Viewer) -> Reply:
    await desk.queues.authorize(visitor.person.id, unit_id, "export")
    days, language = (first.isoformat(), last.isoformat()), visitor.texts.language
    return Reply(tuple(drawn(Export(str(unit_id), *days, form, language)) for form in ("xlsx", "csv")))


async def _units(desk: Desk, visitor: Viewer, act: str) -> list[Unit]:
    bindings = await desk.queues.bindings(visitor.person.id, act)
    return [desk.standard.unit(each.unit).corrected() for each in bindings]


def _periods(visitor: Viewer) -> list[tuple[date, date]]:
    """This month, the one before, this year, the one before."""
    today = day_of(visitor.now)
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    year = today.replace(month=1, day=1)
    return [
        (month, today),
        (before, month - timedelta(days=1)),
        (year, today),
        (year.replace(year=year.year - 1), year - timedelta(days=1)),
    ]


def _year(text: str) -> int:
    if not YEAR.fullmatch(text):
        raise BadTap(text)
    return int(text)


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%y%m%d").date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        raise BadTap(text) from None


BOOKS: dict[str, Callable[[Desk, str, Viewer], Awaitable[Reply]]] = {
    "books": _books,
    "passes": _passes,
    "journal": _journal,
    "journal-file": _journal_file,
    "export": _export,
    "export-file": _export_file,
}
