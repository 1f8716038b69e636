"""An officer's queue, the most urgent case first, and the choice of a case for an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import (
    OPENS,
    QUEUE,
    applicant_words,
    case_callback,
    case_view_callback,
    queue_button,
)
from dialogs.ui.callback_data import CaseworkCallback
from dialogs.ui.dates import date_and_time, day_and_month, short_date
from dialogs.ui.formatting import case_number, slug
from dialogs.ui.length import fitting
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from dialogs.ui.unreached import with_unreached
from domain.casework.permissions import CaseAction
from domain.casework.visits import visit_day
from domain.history import EventKind
from services.casework.queue import QueueTab

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.law import LawOf
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.history import Event
    from services.casework.queue import Queue, QueueItem

PAGE = 8
MOST_OFFERED = 20


def queue_screen(queue: Queue, heap: QueueTab, page: int, law_of: LawOf, texts: Texts) -> Screen:
    """Shows one page of a tab of the queue, with the size of every tab."""
    cases = queue.list_tab(heap)
    pages = max(1, -(-len(cases) // PAGE))
    page = min(page, pages - 1)
    shown = cases[page * PAGE : (page + 1) * PAGE]
    text = paragraphs(
        texts("work-queue-title"),
        texts(f"work-heap-{heap}", count=len(cases)) if cases else texts("work-heap-empty"),
        lines(*(_row(each, queue, law_of, texts) for each in shown)) or None,
        texts("work-page", page=str(page + 1), pages=str(pages)) if pages > 1 else None,
    )
    heaps = [
        Button(texts.plain(f"work-heap-{each}-button", count=str(len(queue.list_tab(each)))), _tab_callback(each, 0))
        for each in QueueTab
    ]
    rows = [*column(*(Button(_label(each, texts), case_view_callback(each.case.id)) for each in shown))]
    turns = [
        Button(texts.plain(name), _tab_callback(heap, to))
        for name, to in (("work-earlier-button", page - 1), ("work-later-button", page + 1))
        if 0 <= to < pages
    ]
    if turns:
        rows.append(tuple(turns))
    rows += [tuple(heaps[:2]), tuple(heaps[2:4]), (heaps[4],)]
    books = CaseworkCallback("books").pack()
    return Screen(text, (*rows, *column(Button(texts.plain("work-books-button"), books), home_button(texts))))


def picker_screen(act: CaseAction, waiting: Sequence[QueueItem], texts: Texts, problem: Html | None = None) -> Screen:
    """Asks which case to apply an act to, out of those that allow it."""
    example = texts("work-example", command=act if act is not CaseAction.SEE else "case")
    title = texts(f"work-pick-{act}") if waiting else texts("work-pick-none")
    buttons = [
        Button(
            _label(each, texts, of_colleague=each.case.assigned not in {None, each.officer.user_id}),
            case_view_callback(each.case.id) if act is CaseAction.SEE else case_callback(each.case, OPENS[act]),
        )
        for each in waiting[:MOST_OFFERED]
    ]
    return Screen(paragraphs(problem, title, _cut(len(waiting), texts), example), column(*buttons, queue_button(texts)))


def which_screen(cases: Sequence[Case], texts: Texts) -> Screen:
    """Asks which of several cases was meant by a part of a number."""
    buttons = [Button(case_number(each), case_view_callback(each.id)) for each in cases[:MOST_OFFERED]]
    text = paragraphs(texts("work-which-number"), _cut(len(cases), texts))
    return Screen(text, column(*buttons, queue_button(texts)))


def _cut(total: int, texts: Texts) -> Html | None:
    """Says that not all are offered, and how to reach the others."""
    return texts("work-cut", most=MOST_OFFERED, total=total) if total > MOST_OFFERED else None


PASSES = {EventKind.COMING: "work-pass", EventKind.NOT_COMING: "work-pass-not"}


def passes_screen(coming: Sequence[tuple[Case, Event]], texts: Texts) -> Screen:
    """Lists the visitors for whom a pass is needed (point 10)."""
    rows = [_pass(case, event, texts) for case, event in coming]
    shown = fitting(rows)
    buttons = {case.id: Button(case_number(case), case_view_callback(case.id)) for case, _ in coming}
    text = paragraphs(texts("work-passes") if rows else texts("work-passes-none"), *shown, _cut(len(buttons), texts))
    return Screen(text, column(*list(buttons.values())[:MOST_OFFERED], queue_button(texts)))


def _pass(case: Case, event: Event, texts: Texts) -> Html:
    name, day = event.details.get("visitor", ""), visit_day(event)
    about = {"name": name, "number": case_number(case), **date_and_time(event.at, texts)}
    if event.kind is EventKind.COMING and day:
        return texts("work-pass-day", day=day_and_month(day, texts), **about)
    return texts(PASSES[event.kind], **about)


def _row(each: QueueItem, queue: Queue, law_of: LawOf, texts: Texts) -> Html:
    about = {"number": case_number(each.case), "state": _state(each.case, texts)}
    if each.last is None:
        row = texts("work-row", **about)
    else:
        late = "work-row-late" if each.last < queue.today else "work-row-due"
        row = texts(late, date=short_date(each.last, texts), **about)
    if each.recounts:
        row = lines(row, texts("work-row-recounted", date=short_date(each.recounts[0].now, texts)))
    if each.pause:
        row = lines(row, texts("work-row-paused", date=short_date(each.pause.first, texts)))
    words = applicant_words(each.case, law_of(each.case).standard)
    return with_unreached(row, words, texts) if each.unreached else row


def _state(case: Case, texts: Texts) -> str:
    return texts.plain(f"work-state-{slug(case.state)}-short")


def _label(each: QueueItem, texts: Texts, *, of_colleague: bool = False) -> str:
    label = "work-case-colleague-button" if of_colleague else "work-case-button"
    return texts.plain(label, number=case_number(each.case), state=_state(each.case, texts))


def _tab_callback(heap: QueueTab, page: int) -> str:
    return CaseworkCallback(QUEUE, f"{heap}.{page}").pack()
