"""Tables, charts and proofs, made when they are sent: the rights and the figures are those of that moment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.resources import load_texts
from bot.tables import TableWriter
from dialogs.casework import registers as books
from dialogs.history import proof_screen
from dialogs.indicators import chart as charts
from dialogs.indicators.table import counts_table
from dialogs.made import Chart, Export, IndicatorFile, Journal, JournalPage, Proof
from domain.calendar import day_of
from domain.indicators.scope import IndicatorScope, Period
from domain.offices.units import UnitId

if TYPE_CHECKING:
    from bot.making.reading import Reading
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from domain.files import Attachment, Table
    from domain.offices.units import Unit
    from services.indicators.report import Report

Draw = Callable[[], "Screen"]  # the work that needs no data any more, for whatever thread


async def _proof(reading: Reading, user_id: int, made: Proof) -> Draw:
    case = await reading.recipients.own_case(user_id, made.case)
    proof = await reading.cases.proof(case)
    return lambda: proof_screen(proof, load_texts(made.language))


async def _journal(reading: Reading, user_id: int, made: Journal) -> Draw:
    unit, texts = _unit(reading, made.unit), load_texts(made.language)
    cases = await reading.queues.journal(user_id, unit.id, made.year)
    left = await reading.erasing.journal_of(unit.id, made.year)

    def draw() -> Screen:
        table = books.journal_table(unit, made.year, cases, left, texts)
        return _table(f"journal-{_slug(unit)}-{made.year}", table, "xlsx", reading, texts)

    return draw


async def _journal_page(reading: Reading, user_id: int, made: JournalPage) -> Draw:
    unit = _unit(reading, made.unit)
    cases = await reading.queues.journal(user_id, unit.id, made.year)
    left = await reading.erasing.journal_of(unit.id, made.year)
    return lambda: books.journal_screen(unit, made.year, cases, left, load_texts(made.language))


async def _export(reading: Reading, user_id: int, made: Export) -> Draw:
    unit, texts = _unit(reading, made.unit), load_texts(made.language)
    days = date.fromisoformat(made.first), date.fromisoformat(made.last)
    cases = await reading.queues.filed(user_id, unit.id, *days)
    left = await reading.erasing.registered(unit.id, *days)

    def draw() -> Screen:
        table = books.export_table(unit, cases, left, texts)
        return _table(f"cases-{_slug(unit)}-{made.first}-{made.last}", table, made.form, reading, texts)

    return draw


async def _chart(reading: Reading, user_id: int, made: Chart) -> Draw:
    report, texts = await _report(reading, user_id, made), load_texts(made.language)
    who = await reading.indicators.authorize(user_id, report.extent)
    if made.how:
        return lambda: charts.how_screen(report, reading.places, texts)
    return lambda: charts.chart_screen(report, who, reading.places, texts)


async def _indicator_file(reading: Reading, user_id: int, made: IndicatorFile) -> Draw:
    report, texts = await _report(reading, user_id, made), load_texts(made.language)
    name = f"indicators-{made.extent.replace('/', '-')}-{made.period}"

    def draw() -> Screen:
        if made.form == "docx":
            file = TableWriter(reading.library.standard).appendix_9(name, report)
        else:
            file = _workbook(name, counts_table(report, reading.places, texts), reading, texts)
        return charts.file_screen(report, file, reading.now, reading.places, texts)

    return draw


async def _report(reading: Reading, user_id: int, made: Chart | IndicatorFile) -> Report:
    extent, period = IndicatorScope(made.extent), Period.parse(made.period)
    return await reading.indicators.report(user_id, extent, period, day_of(reading.now))


def _table(name: str, table: Table, form: str, reading: Reading, texts: Texts) -> Screen:
    if form == "csv":
        file = TableWriter(reading.library.standard).csv(name, table)
    else:
        file = _workbook(name, table, reading, texts)
    return books.table_screen(file, len(table.rows), reading.now, texts)


def _workbook(name: str, table: Table, reading: Reading, texts: Texts) -> Attachment:
    """Printed pages tell when they were made."""
    dated = replace(table, title=f"{table.title}. {books.made_text(reading.now, texts)}")
    return TableWriter(reading.library.standard).workbook(name, dated)


def _unit(reading: Reading, code: str) -> Unit:
    return reading.library.standard.unit(UnitId.parse(code)).corrected()


def _slug(unit: Unit) -> str:
    return f"{unit.id.appendix}-{unit.id.number}"


TABLE_MAKERS: Mapping[type, Callable[[Reading, int, Any], Awaitable[Draw]]] = {
    Proof: _proof,
    Journal: _journal,
    JournalPage: _journal_page,
    Export: _export,
    Chart: _chart,
    IndicatorFile: _indicator_file,
}
