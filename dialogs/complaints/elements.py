"""Shared by the screens of complaints: callback data, names of bodies, terms, ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.offices.names import shown_name
from dialogs.ui.callback_data import ComplaintCallback
from dialogs.ui.dates import long_date
from dialogs.ui.screen import Button
from dialogs.ui.texts import lines, safe
from domain.complaints.complaint import ComplaintState
from domain.text import clipped, telegram_length

if TYPE_CHECKING:
    from datetime import date

    from dialogs.ui.texts import Html, Texts
    from domain.complaints.answer_term import AnswerTerm
    from domain.complaints.complaint import Complaint
    from domain.offices.units import Unit, UnitId, Units
    from domain.standard.edition import Standard
    from domain.standard.terms import Term

TEXT_ROOM = 1500  # units of a complaint shown on a page; a button shows the full text


def complaint_callback(complaint: Complaint, action: str, argument: str = "") -> str:
    """Callback data of a button about this version of a complaint."""
    return ComplaintCallback.about(complaint, action, argument).pack()


def complaint_button(complaint: Complaint, texts: Texts, text: str, action: str, argument: str = "") -> Button:
    """A button about this version, with the text of this id."""
    return Button(texts.plain(text), complaint_callback(complaint, action, argument))


def my_complaints_button(texts: Texts) -> Button:
    """Returns to the person's complaints."""
    return Button(texts.plain("cmp-mine-button"), ComplaintCallback("mine").pack())


def open_complaint_button(complaint_id: str, texts: Texts) -> Button:
    """Opens a complaint in its state at that time."""
    return Button(texts.plain("cmp-open-button"), ComplaintCallback("open", complaint_id).pack())


def back_to_complaint_button(complaint_id: str, texts: Texts) -> Button:
    """Returns to a complaint in its state at that time."""
    return Button(texts.plain("cmp-back-button"), ComplaintCallback("open", complaint_id).pack())


def body(unit: UnitId, units: Units) -> Unit:
    """A body with misprints corrected."""
    return units.unit(unit).corrected()


def addressee_name(complaint: Complaint, units: Units, texts: Texts) -> str:
    """The name of the body that is to answer."""
    return shown_name(body(complaint.addressee, units), texts)


def contacts(unit: Unit, texts: Texts) -> Html:
    """Name, address and phones of a body."""
    return lines(f"<b>{safe(shown_name(unit, texts))}</b>", whereabouts(unit, texts))


def whereabouts(unit: Unit, texts: Texts) -> Html:
    """Address and phones of a body."""
    return lines(
        texts("card-address", address=unit.address),
        texts("card-phone", phones=", ".join(unit.phones)) if unit.phones else None,
    )


def complaint_number(complaint: Complaint) -> str:
    """The number in the body's register of complaints, or an empty string."""
    return complaint.filed.number if complaint.filed else ""


def term_text(term: AnswerTerm, texts: Texts) -> Html:
    """How the days for the answer are counted, and by which law (point 25)."""
    law = term.law
    return lines(
        texts("cmp-term", **law_days(law)),
        texts("cmp-term-source", source=law.named_in(texts.language)),
        texts("cmp-term-own") if law.own else texts("cmp-term-edition"),
    )


def law_days(law: Term) -> dict[str, str | int]:
    """How many days the law gives, in which days, and how many with a check."""
    return {"days": law.days, "unit": law.unit, "longest": str(law.days_with_check)}


def due_text(complaint: Complaint, standard: Standard, texts: Texts) -> Html:
    """The last day for the answer, and by which law."""
    due = texts("cmp-due", date=long_date(complaint.deadline, texts))
    return lines(due, texts("cmp-term-source", source=law_name(complaint, standard, texts)))


def law_name(complaint: Complaint, standard: Standard, texts: Texts) -> str:
    """The law that its author was told, in the reader's language."""
    filing, law = complaint.filing, standard.complaint_term
    if filing.term:
        return filing.term.law.with_names_of(law).named_in(texts.language)
    return law.named_in(texts.language) if filing.source == law.source else filing.source


def complaint_state_text(complaint: Complaint, today: date, texts: Texts) -> Html:
    """The state of a complaint in a few words."""
    if is_late(complaint, today):
        return texts("cmp-stage-late")
    return texts(f"cmp-stage-{complaint.stage}")


def is_late(complaint: Complaint, today: date) -> bool:
    """Whether the body has missed the deadline."""
    return complaint.due is not None and complaint.due < today


def written_text(complaint: Complaint, room: int = TEXT_ROOM) -> Html:
    """As much of the text as fits a page."""
    return safe(clipped(complaint.text, room))


def is_long(complaint: Complaint, room: int = TEXT_ROOM) -> bool:
    """Whether the text is too long for a page."""
    return telegram_length(complaint.text) > room


def complaint_label(complaint: Complaint, today: date, texts: Texts) -> str:
    """The text of a button that opens a complaint."""
    state = complaint_state_text(complaint, today, texts)
    if complaint.filed is None:
        kind = "cmp-label-letter" if complaint.stage is ComplaintState.LETTER else "cmp-label-draft"
        return texts.plain(kind, kind=texts.plain(f"cmp-kind-{complaint.grievance}-short"))
    return texts.plain("cmp-label", number=complaint.filed.number, state=state)
