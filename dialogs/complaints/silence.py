"""Complaints about a missed deadline: the text, and the message that offers to send it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.complaints.elements import (
    body,
    complaint_callback,
    complaint_number,
    contacts,
    open_complaint_button,
)
from dialogs.offices.names import shown_name
from dialogs.ui.dates import full_date, long_date
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import Html, lines, paragraphs, safe, unmark
from domain.calendar import day_of

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.complaints.complaint import Complaint
    from domain.offices.units import Unit
    from domain.standard.edition import Standard

AT_ONCE = "now"  # argument of a button that sends what its message shows


@dataclass(frozen=True, slots=True)
class Ready:
    """A complaint ready to be sent; it becomes a letter unless the body takes it in the bot (`taken`)."""

    to: Unit
    taken: bool


def ready_text(ready: Ready, complaint_text: str, texts: Texts) -> Html:
    """Shows the addressee, the way it will be sent, and the full text."""
    how = "cmp-ready-taken" if ready.taken else "cmp-ready-by-post"
    return paragraphs(
        lines(f"<b>{safe(shown_name(ready.to, texts))}</b>", texts(how)),
        Html(f"<blockquote>{safe(complaint_text)}</blockquote>"),
    )


def ready_buttons(ready: Ready, at_once: str, looked_at: str, texts: Texts) -> tuple[Button, Button]:
    """Offers to send the complaint as it is, or to edit it; both arguments are callback data."""
    send = "cmp-file-button" if ready.taken else "cmp-letter-button"
    return Button(texts.plain(send), at_once), Button(texts.plain("cmp-silent-edit-button"), looked_at)


def about_case(case: Case, deadlines: CaseDeadlines, texts: Texts) -> str:
    """The text of a complaint about an office's silence."""
    last, told = deadlines.running.last, deadlines.earliest
    about = {"number": case.filing.number, "filed": full_date(day_of(case.filing.at), texts)}
    if told is not None and told < last:  # the office has moved the day since
        return unmark(texts("cmp-silence-moved", said=full_date(told, texts), date=full_date(last, texts), **about))
    return unmark(texts(f"cmp-silence-{deadlines.term}", date=full_date(last, texts), **about))


def about_complaint(complaint: Complaint, standard: Standard, texts: Texts) -> str:
    """The text of a complaint about a body's silence; it may be printed, so the body has its official name."""
    return unmark(
        texts(
            "cmp-silence-complaint",
            body=body(complaint.addressee, standard).name,
            number=complaint.filing.number,
            filed=full_date(day_of(complaint.filing.at), texts),
            date=full_date(complaint.deadline, texts),
        )
    )


def silent_screen(complaint: Complaint, ready: Ready | None, standard: Standard, texts: Texts) -> Screen:
    """Tells the author that the body missed its deadline, with a complaint to the next body ready to be sent."""
    text = paragraphs(
        texts("cmp-silent", number=complaint_number(complaint), date=long_date(complaint.deadline, texts)),
        lines(texts("cmp-silent-call"), contacts(body(complaint.addressee, standard), texts)),
        texts("cmp-silent-further") if ready else texts("cmp-silent-court"),
        ready_text(ready, about_complaint(complaint, standard, texts), texts) if ready else None,
    )
    ways = (complaint_callback(complaint, "further", AT_ONCE), complaint_callback(complaint, "further"))
    further = ready_buttons(ready, *ways, texts) if ready else ()
    return Screen(text, column(*further, open_complaint_button(complaint.id, texts)))
