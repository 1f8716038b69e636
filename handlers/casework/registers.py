"""Journal, passes and export: what a unit's people may read of its books."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from dialogs.casework.queue import passes_screen
from dialogs.casework.registers import books_screen, export_screen, journal_how_screen, units_screen
from dialogs.made import Export, Journal, JournalPage
from dialogs.ui.callback_data import BadTap, CaseworkCallback
from dialogs.ui.screen import drawn
from domain.casework.visits import FARTHEST, is_ahead
from domain.dates import read_period
from domain.errors import BadAnswer
from handlers.core.context import NO_BUTTON, HandlerContext, capability_router
from handlers.core.filters import OnAction, TextCommand, command_words
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import CallbackData
    from domain.offices.units import Unit, UnitId
    from domain.standard.editions import Editions
    from services.casework.queue import QueueService

YEAR = re.compile(r"(19|20)\d\d")
DAY = re.compile(r"\d{6}")
UNIT = re.compile(r"\d{1,2}[-/]\d{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterContext(HandlerContext):
    """Who wants to read a register, and what a button says of it."""

    callback: CallbackData = NO_BUTTON
    editions: Editions
    queue: QueueService

    @property
    def argument(self) -> str:
        """What the button says; empty where it was a command."""
        return self.callback.argument

    async def units(self, register: str) -> list[Unit]:
        """Those whose register the officer may read."""
        bindings = await self.queue.bindings(self.user_id, register)
        return [self.editions.unit(each.unit).corrected() for each in bindings]


def router() -> Router:
    """Commands and taps."""
    made = capability_router("registers", CaseworkCallback, RegisterContext)
    made.message.register(find_journal, TextCommand("journal"))
    made.message.register(show_passes, TextCommand("passes"))
    made.message.register(find_export, TextCommand("export"))
    made.callback_query.register(show_registers, OnAction("books"))
    made.callback_query.register(show_passes, OnAction("passes"))
    made.callback_query.register(show_journal, OnAction("journal"))
    made.callback_query.register(send_journal, OnAction("journal-file"))
    made.callback_query.register(show_export, OnAction("export"))
    made.callback_query.register(send_export, OnAction("export-file"))
    return made


async def find_journal(message: Message, context: RegisterContext) -> Reply:
    """`/journal`, `/journal 2026`, `/journal 2-65 2026`."""
    words = command_words(message.text or "")
    years = [each for each in words if YEAR.fullmatch(each)]
    if len(years) > 1 or any(not (YEAR.fullmatch(each) or UNIT.fullmatch(each)) for each in words):
        await context.units("journal")
        return Reply((journal_how_screen(context.texts),))
    return await _show_journal(context, _unit_among(words), next(iter(years), ""))


async def show_journal(_query: CallbackQuery, context: RegisterContext) -> Reply:
    """Of one unit and year."""
    unit, _, year = context.argument.partition(".")
    return await _show_journal(context, unit, year)


async def _show_journal(context: RegisterContext, unit: str, year: str) -> Reply:
    units = await context.units("journal")
    if not unit and len(units) > 1:
        return Reply((units_screen("journal", units, f".{year}", context.texts),))
    chosen = context.editions.find_unit_id(unit) if unit else units[0].id
    number = _read_year(year) if year else context.today.year
    await context.queue.authorize(context.user_id, chosen, "journal")
    return Reply((drawn(JournalPage(str(chosen), number, context.texts.language)),))


async def send_journal(_query: CallbackQuery, context: RegisterContext) -> Reply:
    """The same as a file."""
    unit, _, year = context.argument.partition(".")
    chosen, number = context.editions.find_unit_id(unit), _read_year(year)
    await context.queue.authorize(context.user_id, chosen, "journal")
    return Reply((drawn(Journal(str(chosen), number, context.texts.language)),))


async def show_registers(_query: CallbackQuery, context: RegisterContext) -> Reply:
    """Which there are."""
    bindings = await context.queue.bindings(context.user_id, "journal")
    figures = any(context.editions.is_office(each.unit) for each in bindings)
    return Reply((books_screen(context.texts, figures=figures),))


async def show_passes(_event: Message | CallbackQuery, context: RegisterContext) -> Reply:
    """Who is coming."""
    said = await context.queue.coming(context.user_id, context.now - FARTHEST)
    coming = [(case, event) for case, event in said if is_ahead(event, context.now)]
    return Reply((passes_screen(coming, context.texts),))


async def find_export(message: Message, context: RegisterContext) -> Reply:
    """`/export 01.01.2026 31.03.2026`; without days, a choice."""
    words = command_words(message.text or "")
    unit, days = _unit_among(words), " ".join(each for each in words if not UNIT.fullmatch(each))
    if not days:
        return await _show_export(context, unit)
    units, which = await context.units("export"), not unit
    chosen = context.editions.find_unit_id(unit) if unit else units[0].id
    try:
        first, last = read_period(days)
    except BadAnswer:
        how = context.texts("work-export-how")
        if which and len(units) > 1:
            return Reply((units_screen("export", units, "", context.texts, how),))
        page = export_screen(context.editions.unit(chosen), _periods(context.today), context.texts, how)
        return Reply((page,))
    if which and len(units) > 1:
        period = f".{first:%y%m%d}.{last:%y%m%d}"
        return Reply((units_screen("export", units, period, context.texts, opens="export-file"),))
    return await _send_export(context, chosen, first, last)


async def show_export(_query: CallbackQuery, context: RegisterContext) -> Reply:
    """Which days?"""
    return await _show_export(context, context.argument)


async def _show_export(context: RegisterContext, unit: str) -> Reply:
    units = await context.units("export")
    if not unit and len(units) > 1:
        return Reply((units_screen("export", units, "", context.texts),))
    chosen = context.editions.find_unit_id(unit) if unit else units[0].id
    await context.queue.authorize(context.user_id, chosen, "export")
    page = export_screen(context.editions.unit(chosen).corrected(), _periods(context.today), context.texts)
    return Reply((page,))


async def send_export(_query: CallbackQuery, context: RegisterContext) -> Reply:
    """The cases registered in these days."""
    unit, _, days = context.argument.partition(".")
    first, _, last = days.partition(".")
    if not (DAY.fullmatch(first) and DAY.fullmatch(last)):
        raise BadTap(context.argument)
    return await _send_export(context, context.editions.find_unit_id(unit), _read_day(first), _read_day(last))


async def _send_export(context: RegisterContext, unit_id: UnitId, first: date, last: date) -> Reply:
    await context.queue.authorize(context.user_id, unit_id, "export")
    days, language = (first.isoformat(), last.isoformat()), context.texts.language
    return Reply(tuple(drawn(Export(str(unit_id), *days, form, language)) for form in ("xlsx", "csv")))


def _unit_among(words: Sequence[str]) -> str:
    return next((each.replace("-", "/") for each in words if UNIT.fullmatch(each)), "")


def _periods(today: date) -> list[tuple[date, date]]:
    """This month, the one before, this year, the one before."""
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    year = today.replace(month=1, day=1)
    return [
        (month, today),
        (before, month - timedelta(days=1)),
        (year, today),
        (year.replace(year=year.year - 1), year - timedelta(days=1)),
    ]


def _read_year(text: str) -> int:
    if not YEAR.fullmatch(text):
        raise BadTap(text)
    return int(text)


def _read_day(text: str) -> date:
    try:
        return datetime.strptime(text, "%y%m%d").date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        raise BadTap(text) from None
