"""Notices about an officer's act, for the applicant or a colleague, and about an applicant's, for the officers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import GROUND_ROOM, case_card_button, shortfall_rows
from dialogs.offices.names import shown_name
from dialogs.offices.screens import visit_button
from dialogs.ui.dates import clock, day_and_month, full_date
from dialogs.ui.formatting import case_number
from dialogs.ui.navigation import back_to_application_button, complain_button
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.calendar import day_of
from domain.text import clipped

if TYPE_CHECKING:
    from datetime import date

    from dialogs.made import GeneratedContent
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.history import EventKind
    from domain.offices.units import Unit
    from domain.standard.refusals import RefusalGround
    from services.offices.finder import Card


def needed_screen(case: Case, items: tuple[str, ...], note: str, card: Card, texts: Texts) -> Screen:
    """The office asks for missing items; no deadline pauses."""
    rows = (texts("handover-row", item=texts(f"item-{each}"), count=1) for each in items)
    text = paragraphs(
        texts("told-needed", number=case_number(case)),
        lines(*rows),
        safe(note) if note else None,
        texts("told-needed-clock"),
        _office(card, texts),
    )
    return Screen(text, column(visit_button(card, texts), back_to_application_button(case.id, texts)))


def approved_screen(case: Case, texts: Texts) -> Screen:
    """The office has approved the application; nothing can be collected yet."""
    return Screen(
        texts(f"told-approved-{case.subject}", number=case_number(case)),
        column(back_to_application_button(case.id, texts)),
    )


def refused_screen(case: Case, card: Card, texts: Texts) -> Screen:
    """The office refuses: which documents, why, and what can be done where (points 16, 21 and 23)."""
    refused = case.final_refusal
    text = paragraphs(
        texts("told-refused", number=case_number(case)),
        shortfall_rows(refused.shortfalls, texts),
        texts("told-refused-late", date=full_date(refused.due, texts)) if refused.late else None,
        texts("told-refused-ways", akimat=shown_name(card.akimat, texts), phones=", ".join(card.akimat.phones)),
        _office(card, texts),
    )
    return Screen(
        text,
        column(visit_button(card, texts), complain_button(texts, case.id), back_to_application_button(case.id, texts)),
    )


def refused_on_substance_screen(case: Case, ground: RefusalGround, card: Card, texts: Texts) -> Screen:
    """The office refuses though the package is complete: on which ground, why, and what can be done where."""
    refused = case.final_refusal
    text = paragraphs(
        texts("told-refused-on-substance", number=case_number(case)),
        lines(
            texts("told-ground", ground=texts(f"ground-{ground.id}"), cites=texts.cited(str(ground.cites))),
            safe(clipped(refused.explanation, GROUND_ROOM)) if refused.explanation else None,
        ),
        texts("told-refused-on-substance-late", date=full_date(refused.due, texts)) if refused.late else None,
        texts(
            "told-refused-on-substance-ways",
            akimat=shown_name(card.akimat, texts),
            phones=", ".join(card.akimat.phones),
        ),
        _office(card, texts),
    )
    return Screen(
        text,
        column(visit_button(card, texts), complain_button(texts, case.id), back_to_application_button(case.id, texts)),
    )


def letter_screen(file: GeneratedContent, texts: Texts) -> Screen:
    """Sends the letter of refusal to read; the signed one is at the office."""
    return Screen(texts("told-letter"), made=file)


def ready_screen(case: Case, card: Card, texts: Texts) -> Screen:
    """The certificate or note can be collected: when, where and by whom (points 7, 9 and 15)."""
    text = paragraphs(texts(f"told-ready-{case.subject}", number=case_number(case)), _office(card, texts))
    return Screen(text, column(visit_button(card, texts), back_to_application_button(case.id, texts)))


def issued_screen(case: Case, texts: Texts) -> Screen:
    """The certificate or note was handed over, and to whom, in case somebody else collected it."""
    text = texts(
        f"told-issued-{case.subject}",
        number=case.approval.number,
        name=case.handover.collector,
        date=full_date(day_of(case.handover.at), texts),
    )
    return Screen(text, column(back_to_application_button(case.id, texts)))


def colleague_screen(text_id: str, case: Case, name: str, texts: Texts) -> Screen:
    """Tells a colleague that a case was taken over, assigned to them, or released."""
    text = texts(text_id, number=case_number(case), name=name)
    return Screen(text, column(case_card_button(case, texts)))


def new_case_screen(case: Case, office: Unit, texts: Texts) -> Screen:
    """Tells an officer about a new application."""
    text = texts("notice-filed", number=case_number(case), office=shown_name(office, texts))
    return Screen(text, column(case_card_button(case, texts)))


def applicant_act_screen(kind: EventKind, case: Case, detail: str, texts: Texts) -> Screen:
    """Tells an officer that the applicant cancelled a visit, withdrew, or requested something."""
    return Screen(
        texts(f"notice-{kind}", number=case_number(case), detail=detail), column(case_card_button(case, texts))
    )


def visit_screen(case: Case, visitor: str, day: date, texts: Texts) -> Screen:
    """Tells an officer who comes on which day."""
    number, when = case_number(case), day_and_month(day, texts)
    text = texts("notice-coming", number=number, detail=visitor, day=when)
    return Screen(text, column(case_card_button(case, texts)))


def _office(card: Card, texts: Texts) -> Html:
    phones = texts("card-phone", phones=", ".join(card.unit.phones)) if card.unit.phones else None
    name = f"<b>{safe(shown_name(card.unit, texts))}</b>"
    address = texts("card-address", address=card.unit.address)
    return lines(name, address, phones, _hours(card, texts))


def _hours(card: Card, texts: Texts) -> Html:
    """The hours as printed; whether the office is open now would be out of date when the notice is read."""
    schedule = card.unit.schedule
    if schedule is None:
        return texts("card-no-hours")
    pause = {"break_start": clock(schedule.break_start), "break_end": clock(schedule.break_end)}
    return texts("card-hours", open=clock(schedule.open), close=clock(schedule.close), **pause)
