"""Stopping the terms of a case and letting them go on: why, what comes of it, and what the applicant is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import case_button, case_callback, case_card_button
from dialogs.casework.previews import quoted, shown_day
from dialogs.ui.dates import explain, full_date, long_date, pause_reason
from dialogs.ui.formatting import case_number
from dialogs.ui.navigation import back_to_application_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.calendar import Pause
    from domain.standard.terms import PauseReason
    from services.casework.pauses import Resuming, Stopping


def reasons_screen(case: Case, reasons: Sequence[PauseReason], texts: Texts) -> Screen:
    """Asks for which of the edition's reasons the terms stop."""
    buttons = [
        Button(texts.plain(f"pause-{each.id}-button"), case_callback(case, "pausing", each.id)) for each in reasons
    ]
    return Screen(texts("work-pause", number=case_number(case)), column(*buttons, case_card_button(case, texts)))


def pausing_screen(found: Stopping, deadlines: CaseDeadlines, texts: Texts) -> Screen:
    """Shows what it means that the terms stop, and what the applicant is told."""
    case, told = found.seen.case, paused_screen(found.after, deadlines, found.reason, texts).text
    text = paragraphs(
        texts("work-pausing", number=case_number(case)),
        lines(texts("work-receiving-told"), quoted(told)),
    )
    return Screen(
        text,
        column(
            case_button(case, texts, "work-paused-button", "paused", found.reason.id), case_card_button(case, texts)
        ),
    )


def paused_screen(case: Case, deadlines: CaseDeadlines, reason: PauseReason, texts: Texts) -> Screen:
    """Tells the applicant that the term stands still, why, and that a new last day will be told."""
    text = paragraphs(
        texts("told-paused", number=case_number(case)),
        texts("told-paused-why", reason=pause_reason(reason.id, texts), cites=texts.cited(str(reason.cites))),
        explain(deadlines.paused.deadline, texts) if deadlines.paused else None,
        texts("told-paused-then"),
    )
    return Screen(text, column(back_to_application_button(case.id, texts)))


def resuming_screen(found: Resuming, deadlines: CaseDeadlines, texts: Texts, problem: Html | None = None) -> Screen:
    """Shows what is recorded when the terms go on, and what the applicant is told."""
    case, told = found.seen.case, resumed_screen(found.after, deadlines, found.pause, texts).text
    text = paragraphs(
        problem,
        texts("work-resuming", number=case_number(case)),
        lines(texts("work-receiving-told"), quoted(told)),
    )
    return Screen(
        text,
        column(
            case_button(case, texts, "work-resumed-button", "resumed", shown_day(deadlines.last)),
            case_card_button(case, texts),
        ),
    )


def resumed_screen(case: Case, deadlines: CaseDeadlines, pause: Pause, texts: Texts) -> Screen:
    """Tells the applicant that the term goes on, why it stood still, and the new last day, counted day by day."""
    term = deadlines.running
    text = paragraphs(
        texts("told-resumed", number=case_number(case), date=long_date(term.last, texts)),
        texts("told-resumed-why", since=full_date(pause.first, texts), reason=pause_reason(pause.reason, texts)),
        explain(term, texts),
    )
    return Screen(text, column(back_to_application_button(case.id, texts)))
