"""A complaint after it was sent: number and term, slip, answer, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.complaints.elements import (
    addressee_name,
    back_to_complaint_button,
    body,
    complaint_button,
    complaint_callback,
    complaint_number,
    due_text,
    is_late,
    my_complaints_button,
)
from dialogs.ui.dates import date_and_time, full_date, long_date
from dialogs.ui.length import most_room
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.complaints.complaint import ComplaintState
from domain.text import clipped, telegram_length

if TYPE_CHECKING:
    from datetime import date

    from dialogs.made import GeneratedContent
    from dialogs.ui.texts import Html, Texts
    from domain.complaints.complaint import Complaint
    from domain.standard.edition import Standard

STARS = 5
ROOMS = (1500, 1000, 700, 400)  # units of the answer, and of the reason for a longer term


@dataclass(frozen=True, slots=True)
class Following:
    """A sent complaint with what its screens need; `further` is whether it can be appealed."""

    complaint: Complaint
    today: date
    further: bool


def status_screen(sent: Following, standard: Standard, texts: Texts, message: Html | None = None) -> Screen:
    """Shows the state of a complaint; `message` is shown above."""
    complaint = sent.complaint

    def draw(room: int) -> Html:
        return paragraphs(
            message,
            lines(
                texts("cmp-title", number=complaint_number(complaint)),
                texts("cmp-addressed", body=addressee_name(complaint, standard, texts)),
            ),
            texts(f"cmp-state-{complaint.stage}"),
            _term(sent, standard, texts),
            _answer(complaint, texts, room),
            _ways(complaint, texts),
            lines(_slip(complaint, texts), _extension(complaint, texts, room)),
            _phones(complaint, standard, texts) if complaint.due else None,
        )

    room = most_room(draw, *ROOMS)
    return Screen(draw(room), _buttons(sent, texts, room))


def reopen_screen(complaint: Complaint, texts: Texts, problem: Html | None = None) -> Screen:
    """Asks why the body should look at it again."""
    return Screen(paragraphs(problem, texts("cmp-ask-reopen")), column(back_to_complaint_button(complaint.id, texts)))


def answer_screens(complaint: Complaint, file: GeneratedContent | None, texts: Texts) -> tuple[Screen, ...]:
    """Sends the full last answer."""
    last = complaint.answers[-1]
    shown = [Screen(safe(last.text), column(back_to_complaint_button(complaint.id, texts)))] if last.text else []
    if file is not None:
        caption = texts("cmp-answer-file", number=complaint_number(complaint))
        shown.append(Screen(caption, column(back_to_complaint_button(complaint.id, texts)), made=file))
    return tuple(shown)


def _buttons(sent: Following, texts: Texts, room: int) -> tuple[tuple[Button, ...], ...]:
    complaint = sent.complaint
    stars = tuple(
        Button(texts.plain("cmp-star-button", rating=str(each)), complaint_callback(complaint, "rate", str(each)))
        for each in range(1, STARS + 1)
    )
    answered = complaint.stage is ComplaintState.ANSWERED
    last = complaint.answers[-1] if complaint.answers else None
    more = last is not None and (last.file is not None or telegram_length(last.text) > room)
    return (
        *column(
            complaint_button(complaint, texts, "cmp-answer-whole-button", "answer") if more else None,
            complaint_button(complaint, texts, "cmp-reopen-button", "reopen")
            if answered and not complaint.reopened
            else None,
            complaint_button(complaint, texts, "cmp-further-button", "further") if sent.further else None,
        ),
        *((stars,) if answered else ()),
        *column(
            complaint_button(complaint, texts, "cmp-slip-button", "slip") if complaint.slip else None,
            complaint_button(complaint, texts, "cmp-mytext-button", "text"),
            my_complaints_button(texts),
        ),
    )


def _term(sent: Following, standard: Standard, texts: Texts) -> Html | None:
    complaint = sent.complaint
    if complaint.due is None:
        return None
    if is_late(complaint, sent.today):
        return texts("cmp-late", date=long_date(complaint.due, texts))
    return due_text(complaint, standard, texts)


def _ways(complaint: Complaint, texts: Texts) -> Html | None:
    """Explains the choices after an answer, and says when one excludes the other."""
    if complaint.due is not None:
        return None
    if complaint.rating:
        return paragraphs(texts("cmp-rated", rating=str(complaint.rating)), texts("cmp-ways-court"))
    last = None if complaint.reopened else texts("cmp-rate-last")
    return paragraphs(lines(texts("cmp-rate"), last), texts("cmp-ways-court"))


def _slip(complaint: Complaint, texts: Texts) -> Html | None:
    if complaint.slip is None:
        return None
    return texts("cmp-accepted-by", name=complaint.slip.officer, **date_and_time(complaint.slip.at, texts))


def _extension(complaint: Complaint, texts: Texts, room: int) -> Html | None:
    if complaint.extension is None:
        return None
    extension = complaint.extension
    return texts("cmp-extended", date=full_date(extension.due, texts), reason=clipped(extension.reason, room))


def _answer(complaint: Complaint, texts: Texts, room: int) -> Html | None:
    if not complaint.answers:
        return texts("cmp-reopened") if complaint.reopened else None
    last = complaint.answers[-1]
    again = complaint.reopened and complaint.stage is ComplaintState.ACCEPTED
    return paragraphs(
        texts("cmp-answer", name=last.officer, **date_and_time(last.at, texts)),
        safe(clipped(last.text, room)) if last.text else None,
        texts("cmp-answer-in-file") if last.file is not None else None,
        texts("cmp-reopened") if again else None,
    )


def _phones(complaint: Complaint, standard: Standard, texts: Texts) -> Html | None:
    phones = body(complaint.addressee, standard).phones
    return texts("cmp-phones", phones=", ".join(phones)) if phones else None
