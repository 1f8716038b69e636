"""The books of a unit: the journal of what was handed over (point 15), and tables of cases, with erased ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import queue_button
from dialogs.offices.names import name_button, shown_name
from dialogs.ui.callback_data import CaseworkCallback, IndicatorCallback
from dialogs.ui.dates import date_and_time, full_date
from dialogs.ui.formatting import case_number, slug
from dialogs.ui.length import fitting
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.applications.case import CaseState
from domain.applications.parties import applicant_label
from domain.calendar import day_of
from domain.files import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from dialogs.ui.law import Law, LawOf
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.files import Attachment
    from domain.offices.units import Unit
    from domain.retention import Remains


def journal_cells(left: Remains, texts: Texts) -> dict[str, Cell]:
    """Maps columns of the journal to what remains of an erased case; the other columns are empty."""
    return {
        "entry": left.journal,
        "kind": texts.plain(f"paper-{left.kind}"),
        "certificate": left.certificate,
        "name": texts.plain("work-erased"),
        "handed": left.ended_on,
    }


def export_cells(left: Remains, texts: Texts) -> dict[str, Cell]:
    """Maps columns of the table of cases to what remains of an erased case."""
    ended = {CaseState.REFUSED: "decided", CaseState.NOT_ACCEPTED: "decided", CaseState.ISSUED: "handed"}.get(
        CaseState(left.outcome), ""
    )
    return {
        "number": left.number,
        "filed": left.filed_on,
        "kind": texts.plain(f"paper-{left.kind}"),
        "name": texts.plain("work-erased"),
        "state": texts.plain(f"work-state-{slug(left.outcome)}-short"),
        "certificate": left.certificate,
        ended: left.ended_on,
    }


MOST_SHOWN = 15
JOURNAL_COLUMNS = (
    "entry",
    "kind",
    "certificate",
    "given",
    "name",
    "collector",
    "document",
    "power",
    "handed",
    "officer",
)
EXPORT_COLUMNS = (
    *("number", "filed", "kind", "name", "state", "handed-over", "complete"),
    *("decided", "certificate", "late", "ready", "handed"),
)


def books_screen(texts: Texts, *, figures: bool) -> Screen:
    """Offers journal, passes and export, and with `figures` the indicators."""
    buttons = [
        Button(texts.plain(f"work-{each}-button"), CaseworkCallback(each).pack())
        for each in ("journal", "passes", "export")
    ]
    indicators = Button(texts.plain("ind-books-button"), IndicatorCallback("chart").pack()) if figures else None
    return Screen(texts("work-books"), column(*buttons, indicators, queue_button(texts)))


def units_screen(
    book: str, units: Sequence[Unit], argument: str, texts: Texts, problem: Html | None = None, opens: str = ""
) -> Screen:
    """Asks which unit is meant; its button `opens` the book, if nothing else."""
    buttons = [
        Button(name_button(unit, texts), CaseworkCallback(opens or book, f"{unit.id}{argument}").pack())
        for unit in units
    ]
    return Screen(paragraphs(problem, texts(f"work-{book}-unit")), column(*buttons, queue_button(texts)))


def journal_how_screen(texts: Texts) -> Screen:
    """Says how to name a unit and a year."""
    return Screen(texts("work-journal-how"), column(queue_button(texts)))


def journal_screen(unit: Unit, year: int, cases: Sequence[Case], left: Sequence[Remains], texts: Texts) -> Screen:
    """Shows the last entries of a year's journal; `left` is what remains of erased cases."""
    newest = fitting(_entry(case, texts) for case in reversed(cases[-MOST_SHOWN:]))
    rows = [*reversed(newest)]
    text = paragraphs(
        texts("work-journal", unit=shown_name(unit, texts), year=str(year), count=len(cases) + len(left)),
        texts("work-journal-erased", count=str(len(left))) if left else None,
        lines(*rows) or (None if left else texts("work-journal-none")),
    )
    before = Button(str(year - 1), CaseworkCallback("journal", f"{unit.id}.{year - 1}").pack())
    file = Button(texts.plain("work-journal-file-button"), CaseworkCallback("journal-file", f"{unit.id}.{year}").pack())
    return Screen(text, column(file if cases or left else None, before, queue_button(texts)))


def export_screen(
    unit: Unit, periods: Sequence[tuple[date, date]], texts: Texts, problem: Html | None = None
) -> Screen:
    """Asks for the period."""
    buttons = [
        Button(
            texts.plain("work-period", first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}"),
            CaseworkCallback("export-file", f"{unit.id}.{first:%y%m%d}.{last:%y%m%d}").pack(),
        )
        for first, last in periods
    ]
    return Screen(
        paragraphs(problem, texts("work-export", unit=shown_name(unit, texts))), column(*buttons, queue_button(texts))
    )


def table_screen(file: Attachment, title: str, count: int, now: datetime, texts: Texts) -> Screen:
    """Sends a table with its title, which names the unit, and the time it was made."""
    text = lines(safe(title), texts("work-table", count=count), made_text(now, texts))
    return Screen(text, column(queue_button(texts)), file=file)


def made_text(now: datetime, texts: Texts) -> Html:
    """Says when a table was made."""
    return texts("table-made", **date_and_time(now, texts))


def journal_table(
    unit: Unit, year: int, cases: Sequence[Case], left: Sequence[Remains], law_of: LawOf, texts: Texts
) -> Table:
    """The journal of a year (point 15), sorted by number."""
    header = tuple(texts.plain(f"column-{each}") for each in JOURNAL_COLUMNS)
    rows = [journal_row(case, law_of(case)) for case in cases]
    rows += [_row(JOURNAL_COLUMNS, journal_cells(each, texts)) for each in left]
    rows.sort(key=lambda row: int(str(row[0]).partition("/")[0]))
    return Table(texts.plain("work-journal-title", unit=shown_name(unit, texts), year=str(year)), header, tuple(rows))


def export_table(unit: Unit, cases: Sequence[Case], left: Sequence[Remains], law_of: LawOf, texts: Texts) -> Table:
    """Cases with the days of their events, followed by what remains of erased ones."""
    header = tuple(texts.plain(f"column-{each}") for each in EXPORT_COLUMNS)
    rows = [_export_row(case, law_of(case)) for case in cases]
    rows += [_row(EXPORT_COLUMNS, export_cells(each, texts)) for each in left]
    return Table(texts.plain("work-export-title", unit=shown_name(unit, texts)), header, tuple(rows))


def _row(columns: Sequence[str], cells: Mapping[str, Cell]) -> tuple[Cell, ...]:
    return tuple(cells.get(each, "") for each in columns)


def _entry(case: Case, texts: Texts) -> Html:
    handed = case.handover
    day = full_date(day_of(handed.at), texts)
    return texts("work-journal-row", entry=handed.number, number=case_number(case), date=day, name=handed.collector)


def journal_row(case: Case, law: Law) -> tuple[Cell, ...]:
    """What the journal says of a case that was handed over, in the order of `JOURNAL_COLUMNS`."""
    handed, certificate = case.handover, case.approval
    return (
        handed.number,
        law.texts.plain(f"paper-{case.subject}"),
        certificate.number,
        day_of(certificate.at),
        applicant_label(case, law.standard),
        handed.collector,
        handed.document,
        handed.power_of_attorney,
        day_of(handed.at),
        handed.officer,
    )


def _export_row(case: Case, law: Law) -> tuple[Cell, ...]:
    texts, certificate, refused = law.texts, case.certificate, case.refusal
    ended = certificate or refused or case.not_accepted
    moments = {
        "filed": case.registration.at if case.registration else None,
        "handed-over": case.first_received_at,
        "complete": case.complete_at,
        "decided": ended.at if ended else None,
        "ready": case.ready_at,
        "handed": case.handing.at if case.handing else None,
    }
    words = {
        "number": case_number(case),
        "kind": texts.plain(f"paper-{case.subject}"),
        "name": applicant_label(case, law.standard),
        "state": texts.plain(f"work-state-{slug(case.state)}-short"),
        "certificate": certificate.number if certificate else "",
        "late": texts.plain("column-late-yes") if refused and refused.late else "",
    }
    days = {name: day_of(at) if at else "" for name, at in moments.items()}
    return tuple((words | days)[each] for each in EXPORT_COLUMNS)
