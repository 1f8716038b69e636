"""What an act will do, shown before it is done: what is recorded, which term runs, what the applicant is told.

The button that does it says which day was shown: where that has become another one, all is shown anew.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dialogs.applications.case import received_screen
from dialogs.casework.elements import case_button, case_card_button, item_name
from dialogs.casework.notices import issued_screen
from dialogs.casework.registers import JOURNAL_COLUMNS, journal_row
from dialogs.ui.dates import explain, full_date, long_date
from dialogs.ui.formatting import case_number, slug
from dialogs.ui.law import Law
from dialogs.ui.length import most_room
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import Html, lines, paragraphs
from domain.calendar import day_of
from domain.text import clipped
from services.casework.paperwork import COLLECTOR, DOCUMENT, POWER

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.standard.edition import Standard
    from services.casework.review import Receiving

ALL, TICKED = "all", "ticked"  # what is recorded as received
CELL_ROOMS = (1000, 500, 250, 120)  # units of a cell of the journal; the journal has all of it


def shown_day(day: date | None) -> str:
    """A day as a button says that it was shown; empty for none."""
    return f"{day:%y%m%d}" if day else ""


def receiving_screen(
    found: Receiving,
    which: str,
    deadlines: CaseDeadlines,
    standard: Standard,
    texts: Texts,
    problem: Html | None = None,
) -> Screen:
    """Shows what is recorded, the term that runs then, and what the applicant is told; `which` is `ALL` or `TICKED`."""
    case, told = found.seen.case, received_screen(found.after, deadlines, standard, texts).text
    text = paragraphs(
        problem,
        texts("work-receiving", number=case_number(case)),
        lines(*(texts("work-receiving-row", item=item_name(each, texts)) for each in found.items)),
        _term(found, deadlines, texts),
        lines(texts("work-receiving-told-copy" if found.completes else "work-receiving-told"), quoted(told)),
    )
    shown = f"{which}.{shown_day(deadlines.last)}"
    return Screen(
        text,
        column(
            case_button(case, texts, "work-recorded-button", "recorded", shown),
            case_button(case, texts, "work-receiving-back-button", "receive"),
            case_card_button(case, texts),
        ),
    )


def handover_screen(case: Case, standard: Standard, texts: Texts, problem: Html | None = None) -> Screen:
    """Shows the line of the journal (point 15) as it will be written, and what the applicant is told.

    `case` has the line already, without the number of the entry. Whatever is typed here corrects the line.
    """

    def draw(room: int) -> Html:
        cells = zip(JOURNAL_COLUMNS, journal_row(case, Law(standard, texts)), strict=True)
        shown = {
            name: full_date(cell, texts) if isinstance(cell, date) else clipped(str(cell), room) for name, cell in cells
        }
        shown["entry"] = texts("work-handover-entry")
        return paragraphs(
            problem,
            texts("work-handover", number=case_number(case)),
            lines(
                *(
                    texts("review-row", label=texts(f"column-{name}"), answer=shown[name])
                    for name in JOURNAL_COLUMNS
                    if shown[name]
                )
            ),
            texts("work-handover-correct"),
            lines(texts("work-receiving-told"), quoted(issued_screen(case, texts).text)),
        )

    parts = [each for each in (COLLECTOR, DOCUMENT, POWER) if case.prepared.get(each)]
    return Screen(
        draw(most_room(draw, *CELL_ROOMS)),
        column(
            case_button(case, texts, "work-issued-button", "issued", shown_day(day_of(case.handover.at))),
            *(case_button(case, texts, f"work-reword-{slug(each)}-button", "reword", each) for each in parts),
            case_button(case, texts, "work-issue-again-button", "collector", ""),
            case_card_button(case, texts),
        ),
    )


def quoted(told: Html) -> Html:
    """What the applicant is told, as a quotation."""
    return Html(f"<blockquote>{told}</blockquote>")


def _term(found: Receiving, deadlines: CaseDeadlines, texts: Texts) -> Html:
    """Which term starts, or that none does; the days of the result's are in what the applicant is told."""
    if deadlines.refusal:
        starts = texts(
            "work-receiving-first" if found.begins else "work-receiving-runs",
            date=long_date(deadlines.refusal.last, texts),
        )
        return paragraphs(starts, explain(deadlines.refusal, texts) if found.begins else None)
    if found.completes:
        return texts("work-receiving-whole", date=long_date(deadlines.running.last, texts))
    return texts("work-receiving-same")
