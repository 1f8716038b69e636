"""The card of a case for officers: applicant, deadline, what was handed over, what can be done now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dialogs.applications.elements import shown_answer
from dialogs.casework.elements import (
    OPENS,
    applicant_words,
    case_button,
    case_card_button,
    case_state_text,
    case_view_callback,
    ground_rows,
    item_name,
    items_text,
    queue_button,
    shortfall_rows,
)
from dialogs.casework.terms import recounts_text
from dialogs.ui.dates import date_and_time, full_date, long_date, pause_reason, short_date
from dialogs.ui.formatting import case_number, deadlines_text, slug
from dialogs.ui.length import fitting, most_room
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import lines, paragraphs, safe
from dialogs.ui.unreached import unreached_text
from domain.applications.case import CaseState
from domain.applications.checklist import needed
from domain.applications.parties import applicant_address, applicant_label, representative_name
from domain.calendar import day_of
from domain.casework.holders import FROM, FROM_NAME, TO_NAME, names_in
from domain.casework.permissions import CaseAction
from domain.casework.refusals import shortfalls_in
from domain.casework.substance import GROUND, WORDS
from domain.history import EventKind
from domain.standard.refusals import GroundSubject
from domain.text import clipped
from services.casework.pauses import PAUSE
from services.casework.term_decisions import COUNTED, SAID, SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialogs.made import GeneratedContent
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.checklist import NeededItem
    from domain.applications.deadlines import CaseDeadlines
    from domain.history import Event
    from domain.standard.edition import Standard
    from services.casework.access import OfficerCase
    from services.uploads import Upload

FIRST = (
    CaseAction.SETTLE,
    CaseAction.RESUME,
    CaseAction.TAKE,
    CaseAction.APPROVE,
    CaseAction.READY,
    CaseAction.ISSUE,
    CaseAction.RECEIVE,
    CaseAction.NEED,
    CaseAction.REFUSE,
    CaseAction.REFUSE_TO_ACCEPT,
    CaseAction.REFUSE_ON_SUBSTANCE,
    CaseAction.PAUSE,
    CaseAction.ASSIGN,
    CaseAction.RELEASE,
)
SETTLED = frozenset({EventKind.TERM_KEPT, EventKind.TERM_MOVED})
WITH_SHORTFALLS = frozenset({EventKind.REFUSED, EventKind.NOT_ACCEPTED})
PAUSES = frozenset({EventKind.PAUSED, EventKind.RESUMED})
WIDEST = 18
ANSWER_ROOMS = (200, 120, 80, 50)  # units of an answer; the stamped copy contains the full text
MATERIALS_ROOM = 900
WORDS_ROOM = 300  # of names and papers on the card
REASON_ROOM = 1000


def card_screen(
    seen: OfficerCase,
    deadlines: CaseDeadlines,
    standard: Standard,
    left: int | None,
    texts: Texts,
    message: Html | None = None,
) -> Screen:
    """Shows a case at a glance; `left` is the number of working days to its deadline, `message` is shown above."""
    case = seen.case
    text = paragraphs(
        message,
        lines(texts("work-card-title", number=case_number(case)), texts(f"subject-{case.subject}")),
        unreached_text(applicant_words(case, standard), applicant_address(case, standard), texts)
        if seen.unreached
        else None,
        lines(
            texts("work-applicant", name=clipped(applicant_label(case, standard), WORDS_ROOM)),
            _representative(case, standard, texts),
            _assigned(seen, texts),
        ),
        lines(case_state_text(case, texts), _term(deadlines, left, texts)),
        recounts_text(seen.recounts, texts),
        _received(case, standard, texts) if case.state is CaseState.REGISTERED else None,
        _outcome(case, texts),
    )
    empty = {
        CaseAction.SETTLE: not seen.recounts,
        CaseAction.PAUSE: not seen.reasons,
        CaseAction.REFUSE: not standard.grounds_about(GroundSubject.DOCUMENTS),
        CaseAction.REFUSE_TO_ACCEPT: standard.acceptance is None,
        CaseAction.REFUSE_ON_SUBSTANCE: not standard.grounds_about(GroundSubject.SUBSTANCE),
    }
    possible = [act for act in FIRST if not empty.get(act)]
    acts = [case_button(case, texts, f"work-{act}-button", OPENS[act]) for act in possible if seen.may(act)]
    page_buttons = [
        Button(texts.plain(f"work-{name}-button"), case_view_callback(case.id, name))
        for name in ("answers", "copies", "papers", "history", "clocks", "print")
    ]
    return Screen(text, (*column(*acts), *grid(page_buttons, WIDEST), *column(queue_button(texts))))


def answers_screen(case: Case, standard: Standard, texts: Texts) -> Screen:
    """Shows all answers of the applicant, on the form or not."""

    def draw(room: int) -> Html:
        return answers_text(case, standard, texts, room, MATERIALS_ROOM)

    return Screen(draw(most_room(draw, *ANSWER_ROOMS)), column(case_card_button(case, texts)))


def answers_text(case: Case, standard: Standard, texts: Texts, room: int, materials_room: int) -> Html:
    """The answers, each in so many units, and as many of the materials as fit into theirs."""
    materials = [
        texts("materials-row", title=each.title, count=str(each.count), kind=each.kind) for each in case.materials
    ]
    rows = (
        texts(
            "review-row",
            label=texts(f"label-{slug(each.id)}"),
            answer=shown_answer(case, each, standard, texts, room),
        )
        for each in standard.questions[case.subject].asked(case.answers)
        if each.id in case.answers
    )
    title = texts("work-answers", number=case_number(case))
    return paragraphs(title, lines(*rows), lines(*fitting(materials, materials_room)))


def history_text(seen: OfficerCase, events: Sequence[Event], texts: Texts) -> Html:
    """The whole history, oldest first."""
    names = case_names(seen, events, texts)
    return paragraphs(texts("history-title"), lines(*(case_event_text(each, names, texts) for each in events)))


def print_screen(case: Case, file: GeneratedContent, copies: int, of: int, texts: Texts) -> Screen:
    """Sends the whole case, with so many of its copies."""
    caption = texts("work-print-file", number=case_number(case), copies=str(copies), of=str(of))
    return Screen(caption, column(case_card_button(case, texts)), made=file)


def copies_screen(case: Case, uploads: Sequence[Upload], texts: Texts) -> Screen:
    """Lists the copies attached by the applicant."""
    available = [each for each in uploads if each.kept]
    buttons = [
        Button(
            texts.plain("work-copy-button", number=str(place), item=item_name(each.item, texts)),
            case_view_callback(case.id, "copy", str(each.id)),
        )
        for place, each in enumerate(available, 1)
    ]
    text = texts("work-copies", count=len(available)) if available else texts("work-copies-none")
    return Screen(text, column(*buttons, case_card_button(case, texts)))


def file_screen(case: Case, file: GeneratedContent, texts: Texts, caption: str = "work-file") -> Screen:
    """Sends a document of a case."""
    return Screen(texts(caption, number=case_number(case)), column(case_card_button(case, texts)), made=file)


def deadlines_screen(case: Case, deadlines: CaseDeadlines, texts: Texts) -> Screen:
    """Shows the running deadlines, counted day by day."""
    return Screen(deadlines_text(deadlines, texts), column(case_card_button(case, texts)))


def history_screen(seen: OfficerCase, events: Sequence[Event], texts: Texts) -> Screen:
    """Shows what was done by whom, oldest first; only the newest entries if a message cannot hold all."""
    names = case_names(seen, events, texts)
    newest = fitting(case_event_text(each, names, texts) for each in reversed(events))
    return Screen(
        paragraphs(texts("history-title"), lines(*reversed(newest))), column(case_card_button(seen.case, texts))
    )


def case_names(seen: OfficerCase, events: Sequence[Event], texts: Texts) -> dict[int, str]:
    """What to call those of whose acts an entry keeps no name: as the unit knows them now, or other entries do."""
    team = {each.user_id: each.name for each in seen.team}
    return names_in(events) | team | {seen.case.applicant: texts.plain("work-by-applicant")}


def case_event_text(event: Event, names: Mapping[int, str], texts: Texts) -> Html:
    """One entry of the history, with the name its officer had then; `names` are for entries that keep none."""
    who = event.name or names.get(event.actor) or texts.plain("work-by-office")
    about = {"who": who, **date_and_time(event.at, texts)}
    to, had = event.details.get(TO_NAME), event.details.get(FROM_NAME)
    if to and had:
        title = texts("work-event-passed-on", to=to, had=had, **about)
    elif to:
        title = texts("work-event-assigned-to", to=to, **about)
    elif had and event.details.get(FROM) != str(event.actor):
        title = texts("work-event-released-by", had=had, **about)
    else:
        title = texts(f"work-event-{event.kind}", **about)
    items = event.details.get("items")
    more = event.details.get("note") or event.details.get("reason") or event.details.get("text")
    more = more or event.details.get(SOURCE)
    if ground := event.details.get(GROUND):
        return lines(title, ground_rows(ground, event.details.get(WORDS, ""), texts))
    if event.kind in WITH_SHORTFALLS and not more:  # an older one has a reason for all its items instead
        return lines(title, shortfall_rows(shortfalls_in(event.details), texts))
    return lines(
        title,
        items_text(items.split(","), texts) if items else None,
        _settled(event, texts) if event.kind in SETTLED else None,
        _paused(event, texts) if event.kind in PAUSES else None,
        safe(more) if more else None,
    )


def _settled(event: Event, texts: Texts) -> Html:
    """The last days that were told, and those by the calendar of that moment."""
    said, now = (
        ", ".join(short_date(date.fromisoformat(each), texts) for each in event.details[name].split(","))
        for name in (SAID, COUNTED)
    )
    return texts("work-event-term-days", said=said, now=now)


def _paused(event: Event, texts: Texts) -> Html:
    """Why the term stands still, and the new last day once it goes on."""
    why = texts("work-event-pause", reason=pause_reason(event.details[PAUSE], texts))
    if COUNTED not in event.details:
        return why
    now = date.fromisoformat(event.details[COUNTED].partition(",")[0])
    return lines(why, texts("work-event-pause-days", now=short_date(now, texts)))


def assign_screen(seen: OfficerCase, texts: Texts) -> Screen:
    """Asks who is to work on the case."""
    case = seen.case
    buttons = [
        Button(each.name, case_button(case, texts, "work-assign-button", "give", str(each.user_id)).data)
        for each in seen.takers
    ]
    title = texts("work-assign", number=case_number(case)) if buttons else texts("work-assign-nobody")
    return Screen(title, column(*buttons, case_card_button(case, texts)))


def _assigned(seen: OfficerCase, texts: Texts) -> Html:
    """Who works on the case, or did."""
    before = seen.last_holder
    if seen.assignee:
        return texts("work-assigned", name=seen.assignee.name)
    if seen.case.assigned is not None:  # a finished case stays with whoever finished it
        return (
            texts("work-assigned-before", name=before.name) if before and before.name else texts("work-assigned-gone")
        )
    if before is None or before.until is None or not before.name:
        return texts("work-unassigned")
    return texts("work-unassigned-since", name=before.name, date=full_date(day_of(before.until), texts))


def _representative(case: Case, standard: Standard, texts: Texts) -> Html | None:
    name = representative_name(case, standard)
    return texts("work-representative", name=name) if name else None


def _term(deadlines: CaseDeadlines, left: int | None, texts: Texts) -> Html | None:
    if pause := deadlines.pause:
        since, reason = full_date(pause.first, texts), pause_reason(pause.reason, texts)
        return texts("work-term-paused", date=since, reason=reason)
    if deadlines.last is None or left is None:
        return None
    day = long_date(deadlines.last, texts)
    if left < 0:
        return texts(f"work-term-{deadlines.term}-late", date=day)
    return texts(f"work-term-{deadlines.term}", date=day, count=left, unit=deadlines.running.length.unit)


def _received(case: Case, standard: Standard, texts: Texts) -> Html:
    marks = {True: "work-ticked", False: "work-unticked"}
    rows = (texts(marks[each.item.id in case.received], item=_counted(each, texts)) for each in needed(case, standard))
    return lines(texts("work-handed-over"), *rows)


def _counted(each: NeededItem, texts: Texts) -> str:
    """An item, with the number of copies if more than one."""
    name = texts.plain(f"item-{each.item.id}")
    return f"{name}: {each.copies}" if each.copies > 1 else name


def _outcome(case: Case, texts: Texts) -> Html | None:
    rows: list[Html] = []
    if case.certificate:
        number, date_ = case.certificate.number, full_date(day_of(case.certificate.at), texts)
        rows.append(texts(f"work-certificate-{case.subject}", number=number, date=date_))
    if case.handing:
        handed = case.handing
        papers = (handed.document, handed.power_of_attorney)
        document = "; ".join(clipped(each, WORDS_ROOM) for each in papers if each)
        rows.append(
            texts("work-handed-out", name=handed.collector, document=document, **date_and_time(handed.at, texts))
        )
    if case.refusal:
        refused = case.refusal
        late = texts("work-refused-late", date=full_date(refused.due, texts)) if refused.late else None
        old = (
            lines(items_text(refused.items, texts), safe(clipped(refused.reason, REASON_ROOM)))
            if refused.reason
            else None
        )
        on_substance = ground_rows(refused.ground, refused.explanation, texts) if refused.ground else None
        rows.append(lines(old or on_substance or shortfall_rows(refused.shortfalls, texts), late))
    if case.not_accepted:
        rows.append(lines(shortfall_rows(case.not_accepted.shortfalls, texts)))
    return paragraphs(*rows) or None
