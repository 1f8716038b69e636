"""Tables, charts and proofs, with the rights and figures at the moment they are sent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from assets.loaders.templates import Paper
from bot.delivery.messages import render_screen
from dialogs.casework.registers import export_table, journal_screen, journal_table, made_text, table_screen
from dialogs.history import proof_screen
from dialogs.indicators.chart import chart_screen, file_screen, how_screen
from dialogs.indicators.tables import appendix_text, counts_table
from dialogs.made import Chart, Export, IndicatorFile, Journal, JournalPage, Proof
from documents.tables import IndicatorTables, csv_table, workbook
from domain.calendar import day_of
from domain.files import Attachment, safe_name
from domain.indicators.scope import IndicatorScope, Period
from domain.offices.units import UnitId

if TYPE_CHECKING:
    from datetime import datetime

    from bot.making.reading import Reading, View
    from dialogs.made import GeneratedContent
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from domain.files import Table
    from domain.offices.units import Unit
    from services.indicators.report import Report
    from storage.messaging.bot_api_request import BotApiRequest

LANGUAGE = "ru"  # of the standard, and of everything an office signs
Draw = Callable[[], "Screen"]  # the part that needs no more data and can run in any thread


async def _proof(reading: Reading, user_id: int, spec: Proof) -> Draw:
    case = await reading.recipients.own_case(user_id, spec.case)
    proof = await reading.filing.proof(case)
    return lambda: proof_screen(proof, reading.texts(spec.language, case.edition))


async def _journal(reading: Reading, user_id: int, spec: Journal) -> Draw:
    unit, texts = _unit(reading, spec.unit), reading.texts(spec.language)
    cases = await reading.queue.journal(user_id, unit.id, spec.year)
    left = await reading.erasure.journal_of(unit.id, spec.year)

    def draw() -> Screen:
        table = journal_table(unit, spec.year, cases, left, reading.law_of(spec.language), texts)
        return _table(f"journal-{_slug(unit)}-{spec.year}", table, "xlsx", reading, texts)

    return draw


async def _journal_page(reading: Reading, user_id: int, spec: JournalPage) -> Draw:
    unit = _unit(reading, spec.unit)
    cases = await reading.queue.journal(user_id, unit.id, spec.year)
    left = await reading.erasure.journal_of(unit.id, spec.year)
    return lambda: journal_screen(unit, spec.year, cases, left, reading.texts(spec.language))


async def _export(reading: Reading, user_id: int, spec: Export) -> Draw:
    unit, texts = _unit(reading, spec.unit), reading.texts(spec.language)
    days = date.fromisoformat(spec.first), date.fromisoformat(spec.last)
    cases = await reading.queue.filed(user_id, unit.id, *days)
    left = await reading.erasure.registered(unit.id, *days)

    def draw() -> Screen:
        table = export_table(unit, cases, left, reading.law_of(spec.language), texts)
        return _table(f"cases-{_slug(unit)}-{spec.first}-{spec.last}", table, spec.form, reading, texts)

    return draw


async def _chart(reading: Reading, user_id: int, spec: Chart) -> Draw:
    report, texts = await _report(reading, user_id, spec), reading.texts(spec.language, spec.edition)
    who, places = await reading.indicators.authorize(user_id, report.extent, spec.edition), reading.places(spec.edition)
    if spec.how:
        return lambda: how_screen(report, places, texts)
    return lambda: chart_screen(report, who, places, texts)


async def _indicator_file(reading: Reading, user_id: int, spec: IndicatorFile) -> Draw:
    report, texts = await _report(reading, user_id, spec), reading.texts(spec.language, spec.edition)
    places = reading.places(spec.edition)
    place = report.extent.place
    named = _slug(reading.editions.unit(place)) if isinstance(place, UnitId) else place
    name = f"indicators-{named}-{spec.period}"

    def draw() -> Screen:
        if spec.form == "docx":
            text = appendix_text(report, places, reading.texts(LANGUAGE, spec.edition))
            file = Attachment(f"{name}.docx", _indicator_tables(reading, spec.edition).table(text))
        else:
            file = _workbook(name, counts_table(report, places, texts), reading, texts)
        return file_screen(report, file, reading.now, places, texts)

    return draw


async def _report(reading: Reading, user_id: int, spec: Chart | IndicatorFile) -> Report:
    law = reading.editions.get(spec.edition) if spec.edition else reading.editions.current
    extent, period = IndicatorScope.read(spec.extent, law), Period.parse(spec.period)
    return await reading.indicators.report(user_id, extent, period, day_of(reading.now), spec.edition)


def _table(name: str, table: Table, form: str, reading: Reading, texts: Texts) -> Screen:
    if form == "csv":
        file = Attachment(f"{name}.csv", csv_table(table.header, table.rows))
    else:
        file = _workbook(name, table, reading, texts)
    return table_screen(file, table.title, len(table.rows), reading.now, texts)


def _workbook(name: str, table: Table, reading: Reading, texts: Texts) -> Attachment:
    """Adds the time to the title, so that printed pages show it."""
    title = f"{table.title}. {made_text(reading.now, texts)}"
    return Attachment(f"{name}.xlsx", workbook(title, table.header, table.rows))


def _indicator_tables(reading: Reading, edition: str) -> IndicatorTables:
    standard = reading.editions.get(edition) if edition else reading.editions.current
    return _parsed(standard.templates[Paper.INDICATORS])


@cache
def _parsed(template: bytes) -> IndicatorTables:
    return IndicatorTables(template)


def _unit(reading: Reading, code: str) -> Unit:
    return reading.editions.unit(reading.editions.find_unit_id(code)).corrected()


def _slug(unit: Unit) -> str:
    return safe_name(unit.code)


TABLE_MAKERS: Mapping[type, Callable[[Reading, int, Any], Awaitable[Draw]]] = {
    Proof: _proof,
    Journal: _journal,
    JournalPage: _journal_page,
    Export: _export,
    Chart: _chart,
    IndicatorFile: _indicator_file,
}


async def draw_message(
    view: View, user_id: int, spec: GeneratedContent, edited: int | None, now: datetime
) -> BotApiRequest:
    """Makes a message, in place of `edited` if given: its text, and its table if it has one.

    Raises:
        DomainError: the person may not have it, or no longer.
        StorageFault: the database cannot work now.
        Unreadable: a key is missing.
    """
    async with view.at(now) as reading:
        work = await TABLE_MAKERS[type(spec)](reading, user_id, spec)
    screen = await asyncio.to_thread(work)
    return await asyncio.to_thread(render_screen, screen, user_id, edited)
