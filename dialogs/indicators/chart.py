"""Screens of the indicators (appendix 9): the chart, how each figure is computed, the choice of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import queue_button
from dialogs.casework.registers import made_text
from dialogs.indicators.tables import (
    LABELS,
    indicator_callback,
    none_text,
    period_name,
    place_label,
    place_name,
    share,
)
from dialogs.ui.dates import full_date
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import Html, lines, paragraphs
from domain.indicators.formulas import WHOLE
from domain.indicators.scope import Level, PeriodKind, may_see, own_scopes
from domain.offices.units import UnitId
from domain.standard.indicators import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dialogs.staff.elements import Places
    from dialogs.ui.texts import Texts
    from domain.files import Attachment
    from domain.indicators.scope import IndicatorScope, Period
    from domain.staff.membership import Membership
    from services.indicators.report import Line, Report

CELLS = 14  # of a bar
LINE = 34  # characters that fit a line on a phone: a bar with its mark and counts, or else the counts stand below it
WIDEST = 16  # characters of a button that still leave room for a second one beside it
FULL, EMPTY, MARK = "▓", "░", "┃"
EARLIEST = 2011  # the year of the standard
PARTS = {Level.COUNTRY: "ind-regions-button", Level.REGION: "ind-offices-button"}
COUNTED = {Measure.IN_TIME: "cases", Measure.ELECTRONIC: "services"}  # for any other measure answers


def chart_screen(report: Report, who: Membership, places: Places, texts: Texts) -> Screen:
    """Shows each figure with its bar, in which a mark shows the target."""
    status = places.standard.status
    law = texts("ind-edition", number=status.number, date=full_date(status.adopted, texts)) if report.others else None
    without_targets = not any(line.set for line in report.lines)
    text = paragraphs(
        lines(texts("ind-title"), place_name(report.extent, places, texts), period_name(report, texts), law),
        *(_charted(line, texts) for line in report.lines),
        texts("ind-no-targets", year=str(report.period.year)) if without_targets else None,
    )
    back = queue_button(texts) if who.bindings else home_button(texts)
    looks = (*_periods(report, texts), *_places(report, who, places, texts))
    rows = (*looks, *_more(report, texts), *_editions(report, texts), (back,))
    return Screen(text, tuple(row for row in rows if row))


def how_screen(report: Report, places: Places, texts: Texts) -> Screen:
    """For each figure: what was counted, the formula in words, the source, and the target of the year."""
    text = paragraphs(
        lines(texts("ind-how-title"), place_name(report.extent, places, texts), period_name(report, texts)),
        *(_explained(line, report.period.year, texts) for line in report.lines),
        texts("ind-how-fives"),
    )
    return Screen(text, column(_to_chart(report.extent, report.period, report.edition, texts)))


def choice_screen(
    extents: Sequence[IndicatorScope], shown: IndicatorScope, period: Period, places: Places, texts: Texts
) -> Screen:
    """Offers a choice of places; `shown` is the one to return to."""
    within = shown if extents == shown.parts(places.standard) else None
    buttons = [_place_button(each, period, places, texts, within) for each in extents]
    back = _to_chart(shown, period, places.edition, texts)
    return Screen(texts("ind-choose"), (*grid(buttons, WIDEST), *column(back)))


def file_screen(report: Report, file: Attachment, now: datetime, places: Places, texts: Texts) -> Screen:
    """Sends the table (DOCX) or the counts (XLSX)."""
    caption = lines(
        texts(f"ind-file-{file.name.rpartition('.')[2]}"),
        place_name(report.extent, places, texts),
        period_name(report, texts),
        made_text(now, texts),
    )
    return Screen(caption, column(_to_chart(report.extent, report.period, report.edition, texts)), file=file)


def bar(tenths: int, target: int | None) -> str:
    """Draws a share as a bar, with a mark at the target; both in tenths of a percent."""
    filled = tenths * CELLS // WHOLE
    cells = FULL * filled + EMPTY * (CELLS - filled)
    if target is None:
        return cells
    at = target * CELLS // WHOLE
    return cells[:at] + MARK + cells[at:]


def _charted(line: Line, texts: Texts) -> Html:
    named = {"row": line.row.number, "label": texts(f"{LABELS}{line.row.measure}")}
    target = line.set.target if line.set else None
    if (tenths := line.tally.tenths) is None:
        shown, drawn, reached = texts("ind-line-none", none=none_text(line.row.measure, texts), **named), None, "open"
    else:
        shown = texts("ind-line", share=share(tenths, texts), **named)
        count = texts(f"ind-line-count-{_counted(line)}", good=str(line.tally.good), counted=str(line.tally.counted))
        beside = CELLS + 2 + len(count) <= LINE
        drawn = (" " if beside else "\n").join((f"<code>{bar(tenths, target)}</code>", count))
        reached = "reached" if target is not None and line.tally.reaches(target) else "missed"
    target_text = None if target is None else texts(f"ind-target-{reached}", target=share(target, texts))
    return lines(shown, drawn, target_text)


def _counted(line: Line) -> str:
    """Of what the figure is a share."""
    return COUNTED.get(line.row.measure, "answers")


def _explained(line: Line, year: int, texts: Texts) -> Html:
    measure, tally, row = line.row.measure, line.tally, line.row.number
    tenths = tally.tenths
    shown = none_text(measure, texts) if tenths is None else share(tenths, texts)
    counts = {"counted": str(tally.counted), "good": str(tally.good)}
    return lines(
        texts("ind-how-row", row=row, label=texts(f"{LABELS}{measure}"), share=shown),
        None if tenths is None else texts(f"ind-counted-{_counted(line)}", **counts),
        texts(f"ind-formula-{measure}", row=row),
        _set(line, year, texts),
    )


def _set(line: Line, year: int, texts: Texts) -> Html:
    if line.set is None:
        return texts("ind-set-none", year=str(year))
    value = line.set.normative
    normative = texts("ind-not-set") if value is None else share(value, texts)
    return texts(
        "ind-set", normative=normative, year=str(year), target=share(line.set.target, texts), order=line.set.order
    )


def _periods(report: Report, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    period, today = report.period, report.today

    def button(name: str, at: Period) -> Button:
        return Button(texts.plain(f"ind-{name}-button"), indicator_callback("chart", report.extent, at, report.edition))

    moves = []
    if period.moved(-1).year >= EARLIEST:
        moves.append(button("earlier", period.moved(-1)))
    if period.over(today):
        moves.append(button("later", period.moved(1)))
    spans = [button(span, period.seen_as(span, today)) for span in PeriodKind if span is not period.span]
    return tuple(moves), tuple(spans)


def _places(report: Report, who: Membership, places: Places, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    extent, period = report.extent, report.period
    buttons = []
    wider = extent.wider(places.standard)
    if wider is not None and may_see(who, wider, places.standard):
        buttons.append(_place_button(wider, period, places, texts))
    if extent.level in PARTS:
        parts = indicator_callback("parts", extent, period, places.edition)
        buttons.append(Button(texts.plain(PARTS[extent.level]), parts))
    own = own_scopes(who, places.editions)
    if len(own) > 1:
        buttons.append(Button(texts.plain("ind-own-button"), indicator_callback("own", extent, period, places.edition)))
    elif own[0] not in {extent, wider}:
        buttons.append(_place_button(own[0], period, places, texts))
    return column(*buttons)


def _place_button(
    extent: IndicatorScope, period: Period, places: Places, texts: Texts, within: IndicatorScope | None = None
) -> Button:
    """Leads to the figures under this edition, or where it has no such office, under one that has."""
    here = places.with_unit(extent.place) if isinstance(extent.place, UnitId) else places.standard
    label = place_label(extent, places, texts, within=within)
    return Button(label, indicator_callback("chart", extent, period, here.status.id))


def _more(report: Report, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    extent, period, edition = report.extent, report.period, report.edition
    how, *files = (
        Button(texts.plain(f"ind-{name}-button"), indicator_callback(name, extent, period, edition))
        for name in ("how", "docx", "xlsx")
    )
    return (how,), tuple(files)


def _editions(report: Report, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """The other editions of the standard under which there are figures."""
    return column(
        *(
            Button(
                texts.plain("ind-edition-button", number=each.number, date=full_date(each.adopted, texts)),
                indicator_callback("chart", report.extent, report.period, each.id),
            )
            for each in report.others
        )
    )


def _to_chart(extent: IndicatorScope, period: Period, edition: str, texts: Texts) -> Button:
    return Button(texts.plain("ind-chart-button"), indicator_callback("chart", extent, period, edition))


def period_how_screen(typed: str, texts: Texts) -> Screen:
    """Says that this is no period that has begun, with examples."""
    return Screen(texts("ind-bad-period", typed=typed), column(queue_button(texts), home_button(texts)))
