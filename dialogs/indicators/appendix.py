"""The texts of the table of appendix 9 as handed in by an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.indicators.table import bare_period, none_text, place_name, share
from dialogs.ui.dates import full_date
from dialogs.ui.texts import unmark
from domain.files import IndicatorRow, IndicatorText

if TYPE_CHECKING:
    from dialogs.staff.elements import Places
    from dialogs.ui.texts import Texts
    from services.indicators.report import Line, Report

NOT_SET = "не установлено"


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
