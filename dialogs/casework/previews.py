"""What an act will do, shown before it is done: what is recorded, which term runs, what the applicant is told.

The button that does it says which day was shown: where that has become another one, all is shown anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.case import received_screen
from dialogs.casework.elements import case_button, case_card_button, item_name
from dialogs.ui.dates import explain, long_date
from dialogs.ui.formatting import case_number
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import Html, lines, paragraphs

if TYPE_CHECKING:
    from datetime import date

    from dialogs.ui.texts import Texts
    from domain.applications.deadlines import CaseDeadlines
    from domain.standard.edition import Standard
    from services.casework.review import Receiving

ALL, TICKED = "all", "ticked"  # what is recorded as received


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
        lines(texts("work-receiving-told-copy" if found.completes else "work-receiving-told"), _quoted(told)),
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


def _quoted(told: Html) -> Html:
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
