"""Starting a complaint: own complaints, subject, consent, addressee; and how to appeal (points 20 to 25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints.elements import (
    body,
    complaint_button,
    complaint_callback,
    complaint_label,
    contacts,
    law_days,
    my_complaints_button,
)
from dialogs.offices.names import region_name, shown_district, shown_name
from dialogs.offices.screens import NARROW
from dialogs.ui.callback_data import ComplaintCallback
from dialogs.ui.formatting import case_number
from dialogs.ui.navigation import back_to_application_button, complain_button, home_button
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import lines, paragraphs, safe
from domain.complaints.complaint import CITED, Grievance, Reason
from domain.people import NOTICE_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.complaints.complaint import Addressee, Complaint
    from domain.offices.units import Region, Unit
    from domain.standard.edition import Standard
    from domain.standard.terms import Term
    from services.complaints.addressing import Option
    from services.offices.finder import Card

MOST_SHOWN = 20
MOST_CASES = 3


def own_complaints_screen(
    complaints: Sequence[Complaint], today: date, texts: Texts, message: Html | None = None
) -> Screen:
    """Lists a person's complaints; `message` is shown above."""
    buttons = [
        Button(complaint_label(each, today, texts), ComplaintCallback("open", each.id).pack())
        for each in complaints[:MOST_SHOWN]
    ]
    how = Button(texts.plain("cmp-how-button"), ComplaintCallback("how").pack())
    title = texts("cmp-mine") if complaints else texts("cmp-mine-none")
    return Screen(paragraphs(message, title), column(*buttons, complain_button(texts), how, home_button(texts)))


def kind_screen(case_id: str, number: str, cases: Sequence[Case], texts: Texts) -> Screen:
    """Asks what the complaint is about; `number` is that of an application, else empty and `cases` are offered."""
    rows = (
        lines(texts(f"cmp-kind-{each}", cites=texts.cite(CITED[each])), texts(f"cmp-kind-{each}-what"))
        for each in Grievance
    )
    buttons = [
        Button(texts.plain(f"cmp-kind-{each}-button"), ComplaintCallback("begin", f"{each}.{case_id}").pack())
        for each in Grievance
    ]
    title = texts("cmp-kind-of", number=number) if number else texts("cmp-kind")
    how = Button(texts.plain("cmp-how-button"), ComplaintCallback("how", case_id).pack())
    theirs = [_case_button(each, texts) for each in cases[:MOST_CASES]]
    offered = texts("cmp-kind-cases") if theirs else None
    return Screen(paragraphs(title, *rows, offered), column(*theirs, *buttons, how, _back(case_id, texts)))


def consent_screen(grievance: Grievance, case_id: str, texts: Texts) -> Screen:
    """Asks for consent to the privacy notice; giving it starts the draft."""
    agree = ComplaintCallback("agree", f"{grievance}.{case_id}.{NOTICE_VERSION}").pack()
    text = paragraphs(texts("privacy", version=NOTICE_VERSION), texts("cmp-consent"))
    return Screen(text, column(Button(texts.plain("cmp-agree-button"), agree), _back(case_id, texts)))


def regions_screen(complaint: Complaint, regions: Sequence[Region], texts: Texts) -> Screen:
    """Asks for the region of the office."""
    buttons = [Button(region_name(each, texts), complaint_callback(complaint, "region", each.id)) for each in regions]
    return Screen(texts("cmp-region"), (*grid(buttons, NARROW), *column(my_complaints_button(texts))))


def offices_screen(complaint: Complaint, region: Region, districts: Sequence[Unit], texts: Texts) -> Screen:
    """Asks for an office of the region."""
    department = Button(
        texts.plain("cmp-department-button"), complaint_callback(complaint, "office", str(region.office))
    )
    buttons = [
        Button(shown_district(each, texts), complaint_callback(complaint, "office", str(each.id))) for each in districts
    ]
    back = complaint_button(complaint, texts, "back-regions-button", "regions")
    text = texts("cmp-office", region=region_name(region, texts))
    return Screen(text, (*column(department), *grid(buttons, NARROW), *column(back)))


def addressees_screen(
    complaint: Complaint, options: Sequence[Option], standard: Standard, texts: Texts, *, fixed: bool
) -> Screen:
    """Offers the bodies with reasons and how each takes complaints; `fixed` if a case determines the office."""
    where = "department" if complaint.office and standard.is_regional(complaint.office) else "office"
    rows = [_option(str(at), each, where, standard, texts) for at, each in enumerate(options, 1)]
    buttons = [
        Button(
            texts.plain("cmp-to-button", number=str(at), body=texts.plain(f"cmp-to-{each.addressee.reason}")),
            complaint_callback(complaint, "unit", str(each.addressee.unit)),
        )
        for at, each in enumerate(options, 1)
    ]
    other = None if fixed else complaint_button(complaint, texts, "cmp-other-office-button", "regions")
    return Screen(paragraphs(texts("cmp-to"), *rows), column(*buttons, other, my_complaints_button(texts)))


def _option(number: str, option: Option, office: str, standard: Standard, texts: Texts) -> Html:
    one = option.addressee
    return lines(
        f"{number}. <b>{safe(shown_name(body(one.unit, standard), texts))}</b>",
        _why(one, office, texts),
        texts("cmp-taken") if option.taken else texts("cmp-by-post"),
    )


def _why(one: Addressee, office: str, texts: Texts) -> Html:
    cites = texts.cite(one.cites)
    if one.reason is Reason.OWN_AKIMAT:
        return texts("cmp-why-own-akimat", office=office, cites=cites)
    return texts(f"cmp-why-{one.reason}", cites=cites)


def how_screen(card: Card, case_id: str, law: Term, texts: Texts) -> Screen:
    """Explains how to appeal against one office (points 20 to 25)."""
    text = paragraphs(
        texts("cmp-how"),
        lines(texts("cmp-how-ask"), contacts(card.unit, texts)),
        lines(texts("cmp-how-result"), contacts(card.akimat, texts)),
        texts("cmp-how-service"),
        texts("cmp-how-write"),
        texts("cmp-how-then", source=law.named_in(texts.language), **law_days(law)),
        texts("cmp-how-court"),
    )
    return Screen(text, column(complain_button(texts, case_id), _back(case_id, texts)))


def how_regions_screen(regions: Sequence[Region], texts: Texts) -> Screen:
    """Asks for a region, to explain how to appeal."""
    buttons = [Button(region_name(each, texts), ComplaintCallback("how-region", each.id).pack()) for each in regions]
    return Screen(texts("cmp-how-where"), (*grid(buttons, NARROW), *column(my_complaints_button(texts))))


def how_offices_screen(region: Region, districts: Sequence[Unit], texts: Texts) -> Screen:
    """Asks for an office of the region, to explain how to appeal."""
    department = Button(
        texts.plain("cmp-department-button"), ComplaintCallback("how-office", str(region.office)).pack()
    )
    buttons = [
        Button(shown_district(each, texts), ComplaintCallback("how-office", str(each.id)).pack()) for each in districts
    ]
    back = Button(texts.plain("back-regions-button"), ComplaintCallback("how-regions").pack())
    return Screen(texts("cmp-how-where"), (*column(department), *grid(buttons, NARROW), *column(back)))


def _case_button(case: Case, texts: Texts) -> Button:
    return Button(
        texts.plain("cmp-kind-case-button", number=case_number(case)), ComplaintCallback("kind", case.id).pack()
    )


def _back(case_id: str, texts: Texts) -> Button:
    return back_to_application_button(case_id, texts) if case_id else my_complaints_button(texts)
