"""Figures of appendix 9 for tests of the documents with them."""

from __future__ import annotations

from datetime import date

from assets.loaders.templates import Paper
from bot.resources import load_texts
from dialogs.indicators.tables import appendix_text
from dialogs.staff.elements import Places
from documents.tables import IndicatorTables
from domain.indicators.formulas import Tally
from domain.indicators.scope import IndicatorScope, Period
from domain.standard.cites import Citation
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from domain.standard.indicators import Target
from services.indicators.report import Line, Report
from tests.factories.units import EDITION

FIGURES = {
    "1.1": Tally(50, 47),
    "2.1": Tally(45, 41),
    "3.1": Tally(45, 45),
    "3.3": Tally(2, 2),
    "4.1": Tally(),
    "5.1": Tally(1_000_000, 999_999),
}
CITES = Citation("19", 19)
THIS = Target(2026, "1.1", 1000, 950, "приказ № 1", CITES)
NEXT = Target(2027, "1.1", None, 955, "приказ № 2", CITES)


def report(standard: Standard, extent: str = "2/3", *parts: str) -> Report:
    lines = tuple(
        Line(row, FIGURES[row.number], *((THIS, NEXT) if row.number == "1.1" else (None, None)))
        for row in standard.indicators
    )
    made_of = tuple((IndicatorScope.read(part, standard), FIGURES | {"1.1": Tally()}) for part in parts)
    return Report(IndicatorScope.read(extent, standard), Period.parse("2026"), date(2026, 11, 25), lines, made_of)


def written(standard: Standard, told: Report) -> bytes:
    """Returns the table as DOCX."""
    text = appendix_text(told, Places(standard, lambda _region: (), Editions(standard)), load_texts("ru", EDITION))
    return IndicatorTables(standard.templates[Paper.INDICATORS]).table(text)


def of_the_longest_name(standard: Standard) -> bytes:
    """Returns the table for the office with the longest name."""
    longest = max(standard.units.values(), key=lambda unit: len(unit.name) * unit.takes_applications).id
    return written(standard, report(standard, str(longest)))
