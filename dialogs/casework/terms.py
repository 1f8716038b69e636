"""A last day that was told and is another one by the calendar of today: what differs, and what the head decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import case_button, case_card_button
from dialogs.casework.previews import quoted, shown_day
from dialogs.ui.dates import full_date, long_date, reason
from dialogs.ui.formatting import case_number
from dialogs.ui.navigation import back_to_application_button
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.applications.deadlines import running_term
from domain.calendar import DayKind
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.recounts import ChangedDay, Recount
    from domain.calendar import Day
    from services.casework.term_decisions import Unsettled

RECOUNTED = {TermRole.RESULT: "work-recounted-result", TermRole.REFUSAL: "work-recounted-refusal"}
MOVED = {TermRole.RESULT: "told-moved-result", TermRole.REFUSAL: "told-moved-refusal"}


def shown_days(recounts: Sequence[Recount]) -> str:
    """The days by the calendar of today, as a button says that they were shown."""
    return ".".join(shown_day(each.now) for each in recounts)


def recounts_text(recounts: Sequence[Recount], texts: Texts) -> Html | None:
    """Says on a card that the calendar has changed, and which days hold until the head decides."""
    return lines(texts("work-recounted"), *_rows(RECOUNTED, recounts, texts)) if recounts else None


def settle_screen(found: Unsettled, texts: Texts, problem: Html | None = None) -> Screen:
    """Shows the days that were told and those of today, what in the calendar differs, and both ways to decide."""
    case, recounts = found.seen.case, found.recounts
    text = paragraphs(
        problem,
        texts("work-settle", number=case_number(case)),
        lines(*_rows(RECOUNTED, recounts, texts)),
        _changed_days(recounts, texts) or texts("work-settle-no-days"),
        texts("work-settle-how"),
    )
    return Screen(
        text,
        column(
            case_button(case, texts, "work-kept-button", "kept", shown_days(recounts)),
            case_button(case, texts, "work-move-button", "move"),
            case_card_button(case, texts),
        ),
    )


def moving_screen(found: Unsettled, texts: Texts, problem: Html | None = None) -> Screen:
    """Shows what is recorded when the days are moved by this decree, and what the applicant is told."""
    case, told = found.seen.case, moved_screen(found.seen.case, found.recounts, found.source, texts).text
    text = paragraphs(
        problem,
        texts("work-moving", number=case_number(case)),
        lines(*_rows(RECOUNTED, found.recounts, texts)),
        lines(texts("work-receiving-told"), quoted(told)),
    )
    return Screen(
        text,
        column(
            case_button(case, texts, "work-moved-button", "moved", shown_days(found.recounts)),
            case_button(case, texts, "work-decree-button", "decree"),
            case_card_button(case, texts),
        ),
    )


def moved_screen(case: Case, recounts: Sequence[Recount], source: str, texts: Texts) -> Screen:
    """Tells the applicant what was said, what it is now, why, and from when they may complain about silence."""
    running = next((each for each in recounts if each.role is running_term(case)), None)
    text = paragraphs(
        texts("told-moved", number=case_number(case)),
        lines(*_rows(MOVED, recounts, texts)),
        texts("told-moved-source", source=source),
        _changed_days(recounts, texts),
        texts("told-moved-silence", date=full_date(min(running.term.earliest, running.now), texts))
        if running
        else None,
    )
    return Screen(text, column(back_to_application_button(case.id, texts)))


def _rows(text_ids: Mapping[TermRole, str], recounts: Sequence[Recount], texts: Texts) -> list[Html]:
    """One row for each term."""
    return [
        texts(text_ids[each.role], said=long_date(each.said, texts), now=long_date(each.now, texts))
        for each in recounts
    ]


def _changed_days(recounts: Sequence[Recount], texts: Texts) -> Html | None:
    """The days of the calendar that differ, each once; None if they are not on record."""
    days: dict[object, ChangedDay] = {day.now.when: day for each in recounts for day in each.days}
    rows = [
        texts(
            "work-settle-day",
            date=long_date(each.now.when, texts),
            was=_what(each.was, texts),
            now=_what(each.now, texts),
        )
        for each in sorted(days.values(), key=lambda each: each.now.when)
    ]
    return lines(texts("work-settle-days"), *rows) if rows else None


def _what(day: Day, texts: Texts) -> Html:
    return texts("work-settle-working") if day.kind is DayKind.WORKING else reason(day, texts)
