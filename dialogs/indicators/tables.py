"""The indicators as tables: the counts behind them, and the form of appendix 9; names of places, periods and shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.offices.names import region_name
from dialogs.ui.callback_data import IndicatorCallback
from dialogs.ui.dates import full_date, short_date
from dialogs.ui.texts import safe, unmark
from domain.files import IndicatorRow, IndicatorText, Table
from domain.indicators.formulas import FEWEST
from domain.indicators.scope import Level, PeriodKind
from domain.offices.units import UnitId
from domain.standard.indicators import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dialogs.staff.elements import Places
    from dialogs.ui.texts import Html, Texts
    from domain.files import Cell
    from domain.indicators.formulas import Tally
    from domain.indicators.scope import IndicatorScope, Period
    from services.indicators.report import Line, Report

LABELS = "ind-label-"
QUARTERS = ("I", "II", "III", "IV")
COLUMNS = ("place", "row", "text", "counted", "good", "share", "normative", "target")
NOT_SET = "не установлено"


def indicator_callback(action: str, extent: IndicatorScope, period: Period, edition: str) -> str:
    """Callback data such as `ind:chart:shchuchinsk-ip.2026q4:2011-20`."""
    return IndicatorCallback(action, f"{extent.code}.{period.code}", edition).pack()


def place_name(extent: IndicatorScope, places: Places, texts: Texts) -> Html:
    """The name of the place; an office as printed, with misprints corrected."""
    if isinstance(extent.place, UnitId):
        return places.name(extent.place, texts)
    if extent.level is Level.COUNTRY:
        return texts("ind-country")
    return safe(region_name(places.standard.region(extent.place), texts))


def place_label(extent: IndicatorScope, places: Places, texts: Texts, *, within: IndicatorScope | None = None) -> str:
    """The name on a button; shorter for an office `within` its region."""
    if not isinstance(extent.place, UnitId):
        return unmark(place_name(extent, places, texts))
    among_its_own = within is not None and within.level is Level.REGION
    return places.short(extent.place, texts) if among_its_own else places.label(extent.place, texts)


def period_name(report: Report, texts: Texts) -> Html:
    """The name of the period, and if it has not ended, the day up to which it was counted."""
    named = bare_period(report.period, texts)
    if report.period.over(report.today):
        return named
    return texts("ind-going-on", period=named, date=short_date(report.today, texts))


def share(tenths: int, texts: Texts) -> Html:
    """Formats tenths of a percent as `94,6 %`, without a decimal place if it is zero."""
    whole, tenth = divmod(tenths, 10)
    return (
        texts("ind-share", whole=str(whole), tenth=str(tenth)) if tenth else texts("ind-share-whole", whole=str(whole))
    )


def none_text(measure: Measure, texts: Texts) -> Html:
    """Says why there is no figure."""
    if measure is Measure.IN_TIME:
        return texts("ind-none-cases")
    return texts("ind-none-answers", fewest=FEWEST)


def bare_period(period: Period, texts: Texts) -> Html:
    """The name of the period alone."""
    year = str(period.year)
    if period.span is PeriodKind.YEAR:
        return texts("ind-year", year=year)
    if period.span is PeriodKind.QUARTER:
        return texts("ind-quarter", quarter=QUARTERS[period.number - 1], year=year)
    return texts(f"ind-month-{period.number}", year=year)


def counts_table(report: Report, places: Places, texts: Texts) -> Table:
    """One row for each place and row of appendix 9; it reveals nothing that the chart does not show."""
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
    extent: IndicatorScope, tallies: Mapping[str, Tally], report: Report, places: Places, texts: Texts
) -> Iterator[tuple[Cell, ...]]:
    name = unmark(place_name(extent, places, texts))
    for line in report.lines:
        yield name, line.row.number, line.row.text_in(texts.language), *_figures(line, tallies[line.row.number], texts)


def _figures(line: Line, tally: Tally, texts: Texts) -> tuple[Cell, ...]:
    unset = texts.plain("ind-cell-not-set")
    normative, target = (line.set.normative, line.set.target) if line.set else (None, None)
    set_for = tuple(unset if each is None else each / 10 for each in (normative, target))
    if tally.tenths is not None:
        return tally.counted, tally.good, tally.tenths / 10, *set_for
    none = unmark(none_text(line.row.measure, texts))
    counts: tuple[Cell, Cell] = (0, 0) if line.row.measure is Measure.IN_TIME else ("", "")
    return *counts, none, *set_for


def appendix_text(report: Report, places: Places, texts: Texts) -> IndicatorText:
    """The figures of a report; `texts` are those of the language of the standard."""
    return IndicatorText(
        place=unmark(place_name(report.extent, places, texts)),
        period=unmark(bare_period(report.period, texts)),
        note=_note(report, texts),
        rows=tuple(_row(line, texts) for line in report.lines),
    )


def _row(line: Line, texts: Texts) -> IndicatorRow:
    return IndicatorRow(
        line.row.number,
        _set(line.set.normative if line.set else None, texts),
        _set(line.set_next.target if line.set_next else None, texts),
        _current(line, texts),
    )


def _current(line: Line, texts: Texts) -> str:
    tenths = line.tally.tenths
    return unmark(none_text(line.row.measure, texts) if tenths is None else share(tenths, texts))


def _set(tenths: int | None, texts: Texts) -> str:
    return NOT_SET if tenths is None else unmark(share(tenths, texts))


def _note(report: Report, texts: Texts) -> str:
    counted = [
        f"{line.row.number}\u00a0— {line.tally.good}\u00a0из\u00a0{line.tally.counted}"
        for line in report.lines
        if line.tally.counted
    ]
    orders = dict.fromkeys(each.order for line in report.lines for each in (line.set, line.set_next) if each)
    return "\n".join(
        [
            f"Посчитано на {unmark(full_date(report.today, texts))}: {'; '.join(counted)}.",
            *(f"Значения установлены: {order}." for order in orders),
        ]
    )
