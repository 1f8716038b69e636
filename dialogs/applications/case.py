"""A case after filing: where it stands, both clocks, what is still to be handed over, the next step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.applications.elements import button, open_tap
from dialogs.casework.elements import look
from dialogs.complaints.elements import complain_button
from dialogs.history import proof_button
from dialogs.offices.screens import visit_button
from dialogs.ui.dates import clock, explain, full_date, long_date
from dialogs.ui.formatting import clocks_text, number_of, slug
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.applications.case import OPEN_CASE_STATES, UNDECIDED_CASE_STATES, CaseState
from domain.applications.checklist import to_hand_over
from domain.calendar import KAZAKHSTAN, day_of
from domain.history import EventKind
from domain.standard.edition import Subject

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from dialogs.made import Made
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.calendar import Deadline
    from domain.history import Event
    from domain.standard.edition import Standard
    from services.offices.finder import Card

MOST_SHOWN = 20


def mine_screen(cases: Sequence[Case], texts: Texts) -> Screen:
    """All of a person's applications."""
    new = Button(texts.plain("apply-new-button"), open_tap("intro"))
    if not cases:
        return Screen(texts("mine-none"), column(new, home_button(texts)))
    buttons = [Button(_name(each, texts), open_tap("open", each.id)) for each in cases[:MOST_SHOWN]]
    return Screen(texts("mine-title"), column(*buttons, new, home_button(texts)))


def registered_screen(case: Case, texts: Texts) -> Screen:
    """The application is registered."""
    assert case.registration is not None  # noqa: S101  # it was filed
    return Screen(texts("filed-title", number=case.registration.number))


def receipt_screen(file: Made, link: str, texts: Texts) -> Screen:
    """The stamped copy, and where anybody can check it."""
    return Screen(paragraphs(texts("receipt-caption"), texts("receipt-check", link=link)), made=file)


def papers_screen(case: Case, file: Made, link: str, texts: Texts) -> Screen:
    """The stamped copy once more."""
    return replace(receipt_screen(file, link, texts), rows=column(_back(case, texts)))


def filed_screen(case: Case, card: Card, standard: Standard, promised: Deadline, texts: Texts) -> Screen:
    """After filing: what to hand over, where and when."""
    assert case.registration is not None  # noqa: S101  # it was filed
    text = paragraphs(
        texts("case-title", number=case.registration.number),
        texts("filed-at", date=full_date(day_of(case.registration.at), texts), time=_time(case.registration.at)),
        _still_to_hand_over(case, standard, texts),
        lines(f"<b>{safe(card.unit.name)}</b>", texts("card-address", address=card.unit.address), _phones(card, texts)),
        texts("filed-when", day=long_date(promised.start, texts), last=long_date(promised.last, texts)),
        texts("filed-nothing-received"),
    )
    return Screen(text, _buttons(case, card, texts))


def case_screen(case: Case, card: Card, clocks: CaseDeadlines, standard: Standard, texts: Texts) -> Screen:
    """Where a case stands, in plain words."""
    assert case.registration is not None  # noqa: S101  # a draft has no such page
    text = paragraphs(
        lines(texts("case-title", number=case.registration.number), texts(f"subject-{case.subject}")),
        texts(f"state-{slug(case.state)}", filed=full_date(day_of(case.registration.at), texts)),
        _still_to_hand_over(case, standard, texts) if case.state is CaseState.REGISTERED else None,
        texts("case-decision", date=long_date(clocks.decision.last, texts)) if clocks.decision else None,
        texts("case-refusal", date=long_date(clocks.refusal.last, texts)) if clocks.refusal else None,
        lines(safe(card.unit.name), _phones(card, texts)),
    )
    return Screen(text, _buttons(case, card, texts, clocks=bool(clocks.decision or clocks.refusal)))


def clocks_screen(case: Case, clocks: CaseDeadlines, texts: Texts) -> Screen:
    """The terms that run, counted day by day."""
    return Screen(clocks_text(clocks, texts), column(_back(case, texts)))


def history_screen(case: Case, events: Sequence[Event], texts: Texts) -> Screen:
    """What happened, oldest first."""
    rows = (_event(each, texts) for each in events)
    text = paragraphs(texts("history-title"), lines(*rows))
    return Screen(text, column(proof_button(case, texts), _back(case, texts)))


def withdraw_screen(case: Case, texts: Texts) -> Screen:
    """Really withdraw?"""
    return Screen(
        texts("withdraw-confirm"), column(button(case, texts, "withdraw-yes-button", "withdrawn"), _back(case, texts))
    )


def materials_question(case: Case, texts: Texts, problem: Html | None = None) -> Screen:
    """Which further materials are to be agreed?"""
    return Screen(paragraphs(problem, texts("further-question")), column(_back(case, texts)))


def further_screen(case: Case, texts: Texts) -> Screen:
    """The request is with the officers."""
    return Screen(texts("further-told"), column(_back(case, texts)))


def notice_filed(case: Case, office: str, texts: Texts) -> Screen:
    """For an officer: an application was filed."""
    return Screen(texts("notice-filed", number=number_of(case), office=office), column(_to_work(case, texts)))


def notice_event(kind: EventKind, case: Case, detail: str, texts: Texts) -> Screen:
    """For an officer: the applicant comes, withdraws, or asks for something."""
    return Screen(texts(f"notice-{kind}", number=number_of(case), detail=detail), column(_to_work(case, texts)))


def _to_work(case: Case, texts: Texts) -> Button:
    return Button(texts.plain("work-card-button"), look(case.id))


def received_screen(case: Case, clocks: CaseDeadlines, standard: Standard, texts: Texts) -> Screen:
    """For the applicant: what the office received, and the term that runs now."""
    assert case.registration is not None  # noqa: S101  # only a case receives anything
    text = paragraphs(
        texts(_received_text(case), number=case.registration.number),
        _still_to_hand_over(case, standard, texts) if not case.complete_at else None,
        explain(clocks.decision, texts) if clocks.decision else None,
        texts("case-refusal", date=long_date(clocks.refusal.last, texts)) if clocks.refusal else None,
    )
    return Screen(text, column(_back(case, texts)))


def _received_text(case: Case) -> str:
    """What was handed over now: all, some, or something once more."""
    if case.complete_at is None:
        return "received-some"
    return "received-all" if case.complete_at == case.touched_at else "received-more"


def draft_reminder(case: Case, texts: Texts) -> Screen:
    """A draft waits."""
    return Screen(texts("reminder-draft"), column(_continue(case, texts)))


def draft_warning(case: Case, erased_on: date, texts: Texts) -> Screen:
    """A draft will be erased on this day."""
    return Screen(texts("warning-draft", date=full_date(erased_on, texts)), column(_continue(case, texts)))


def draft_erased(texts: Texts) -> Screen:
    """A draft was erased."""
    return Screen(texts("erased-draft"), column(Button(texts.plain("apply-new-button"), open_tap("intro"))))


def _continue(case: Case, texts: Texts) -> Button:
    return Button(texts.plain("draft-continue-button"), open_tap("open", case.id))


def _buttons(case: Case, card: Card, texts: Texts, *, clocks: bool = False) -> tuple[tuple[Button, ...], ...]:
    may_ask = case.subject is Subject.MISSIONARY and case.state is CaseState.ISSUED
    return column(
        button(case, texts, "case-coming-button", "coming") if case.state in OPEN_CASE_STATES else None,
        button(case, texts, "case-papers-button", "papers"),
        button(case, texts, "case-clocks-button", "clocks") if clocks else None,
        button(case, texts, "case-history-button", "history"),
        visit_button(card, texts) if case.state in OPEN_CASE_STATES else None,
        button(case, texts, "case-further-button", "further") if may_ask else None,
        button(case, texts, "case-renew-button", "renew"),
        complain_button(texts, case.id),
        button(case, texts, "case-withdraw-button", "withdraw") if case.state in UNDECIDED_CASE_STATES else None,
        Button(texts.plain("mine-button"), open_tap("mine")),
    )


def _still_to_hand_over(case: Case, standard: Standard, texts: Texts) -> Html:
    rows = (
        texts("handover-row", item=texts(f"item-{each.item.id}"), count=each.copies)
        for each in to_hand_over(case, standard)
    )
    return lines(texts("handover-title"), *rows)


def _event(event: Event, texts: Texts) -> Html:
    when = full_date(day_of(event.at), texts)
    told = texts(f"event-{event.kind}", date=when, time=_time(event.at))
    if event.kind is not EventKind.RECEIVED:
        return told
    items = ", ".join(texts.plain(f"item-{each}") for each in event.details["items"].split(","))
    return lines(told, texts("event-items", items=items))


def _phones(card: Card, texts: Texts) -> Html | None:
    return texts("card-phone", phones=", ".join(card.unit.phones)) if card.unit.phones else None


def _time(when: datetime) -> str:
    return clock(when.astimezone(KAZAKHSTAN).time())


def _name(case: Case, texts: Texts) -> str:
    if case.registration is None:
        return texts.plain("mine-draft", subject=texts.plain(f"subject-{case.subject}"))
    state = texts.plain(f"state-{slug(case.state)}-short")
    return texts.plain("mine-case", number=case.registration.number, state=state)


def _back(case: Case, texts: Texts) -> Button:
    return Button(texts.plain("case-back-button"), open_tap("open", case.id))
