"""The counts behind the indicators as a table: of the place itself, and of what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.registers import Table
from dialogs.indicators.elements import bare_period, none_text, place_name
from dialogs.ui.texts import unmark
from domain.standard.edition import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dialogs.casework.registers import Cell
    from dialogs.staff.elements import Places
    from dialogs.ui.texts import Texts
    from domain.indicators.formulas import Tally
    from domain.indicators.scope import Extent
    from services.indicators.report import Line, Report

COLUMNS = ("place", "row", "text", "counted", "good", "share", "normative", "target")


def counts_table(report: Report, places: Places, texts: Texts) -> Table:
    """A row of the table for each place and each row of appendix 9; what is not shown on the chart is not here."""
    year = str(report.period.year)
    header = (
        *(texts.plain(f"ind-column-{each}") for each in COLUMNS[:-1]),
        texts.plain("ind-column-target", year=year),
    )
    title = f"{unmark(place_name(report.extent, places, texts))}. {unmark(bare_period(report.period, texts))}"
    own = (report.extent, {line.row.number: line.tally for line in report.lines})
    rows = [row for each in (own, *report.parts) for row in _rows(*each, report, places, texts)]
    return Table(title, header, tuple(rows))


def _rows(
    extent: Extent, tallies: Mapping[str, Tally], report: Report, places: Places, texts: Texts
) -> Iterator[tuple[Cell, ...]]:
    name = unmark(place_name(extent, places, texts))
    for line in report.lines:
        yield name, line.row.number, line.row.text, *_figures(line, tallies[line.row.number], texts)


def _figures(line: Line, tally: Tally, texts: Texts) -> tuple[Cell, ...]:
    unset = texts.plain("ind-cell-not-set")
    normative, target = (line.set.normative, line.set.target) if line.set else (None, None)
    set_for = tuple(unset if each is None else each / 10 for each in (normative, target))
    if tally.tenths is not None:
        return tally.counted, tally.good, tally.tenths / 10, *set_for
    none = unmark(none_text(line.row.measure, texts))
    counts: tuple[Cell, Cell] = (0, 0) if line.row.measure is Measure.IN_TIME else ("", "")
    return *counts, none, *set_for
