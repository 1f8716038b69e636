"""Notices about complaints: to the author about acts and uploaded files, to the body about new complaints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints.elements import complaint_number, open_complaint_button
from dialogs.complaints.officer import complaint_card_button, complaint_view_callback
from dialogs.offices.names import shown_name
from dialogs.ui.callback_data import ComplaintCallback
from dialogs.ui.dates import date_and_time, full_date, long_date
from dialogs.ui.length import most_room
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs, safe
from dialogs.uploads import upload_problem_text
from domain.conversation import TELEGRAM_LONGEST
from domain.text import clipped

if TYPE_CHECKING:
    from dialogs.made import GeneratedContent
    from dialogs.ui.texts import Html, Texts
    from domain.complaints.complaint import Complaint
    from domain.offices.units import Unit
    from domain.uploads import UploadRefused

ANSWER_ROOMS = (TELEGRAM_LONGEST, 3500, 3000, 2000)  # units of an answer; the page behind the button has the whole


def new_screen(complaint: Complaint, body: Unit, texts: Texts) -> Screen:
    """To those who handle complaints: a new one."""
    about = {"number": complaint_number(complaint), "body": shown_name(body, texts)}
    text = texts("hnd-new", **about, date=long_date(complaint.deadline, texts))
    return Screen(text, column(complaint_card_button(complaint.id, texts)))


def again_screen(complaint: Complaint, texts: Texts) -> Screen:
    """To those who handle complaints: the author is not satisfied with the answer."""
    text = texts("hnd-again", number=complaint_number(complaint), date=long_date(complaint.deadline, texts))
    return Screen(paragraphs(text, safe(complaint.reopened)), column(complaint_card_button(complaint.id, texts)))


def accepted_screen(complaint: Complaint, body: Unit, texts: Texts) -> Screen:
    """To the author: the slip (point 25)."""
    slip = complaint.acceptance
    about = {"number": complaint_number(complaint), "body": shown_name(body, texts), "name": slip.officer}
    text = texts("cmp-told-accepted", **about, **date_and_time(slip.at, texts))
    return Screen(text, column(open_complaint_button(complaint.id, texts)))


def file_screen(complaint: Complaint, file: GeneratedContent, texts: Texts, caption: str) -> Screen:
    """To the author: a document."""
    return Screen(texts(caption, number=complaint_number(complaint)), made=file)


def extended_screen(complaint: Complaint, texts: Texts) -> Screen:
    """To the author: the term is extended, why, and until when."""
    extension = complaint.longer_term
    text = texts(
        "cmp-told-extended",
        number=complaint_number(complaint),
        date=full_date(extension.due, texts),
        reason=extension.reason,
    )
    return Screen(text, column(open_complaint_button(complaint.id, texts)))


def answered_screen(complaint: Complaint, texts: Texts) -> Screen:
    """To the author: the answer, and what can be done about it."""
    last = complaint.answers[-1]

    def draw(room: int) -> Html:
        return paragraphs(
            texts("cmp-told-answered", number=complaint_number(complaint), name=last.officer),
            safe(clipped(last.text, room)) if last.text else None,
            texts("cmp-answer-in-file") if last.file is not None else None,
            texts("cmp-told-then"),
        )

    return Screen(draw(most_room(draw, *ANSWER_ROOMS)), column(open_complaint_button(complaint.id, texts)))


ANSWER = "answer"  # prefix of the items of an answer's files


def file_kept_screen(complaint_id: str, item: str, texts: Texts) -> Screen:
    """Confirms that a file was stored and its message deleted from the chat."""
    title = texts("hnd-kept") if _answers(item) else texts("cmp-kept")
    return Screen(title, column(_go_on(complaint_id, item, texts)))


def file_refused_screen(complaint_id: str, item: str, refused: UploadRefused, texts: Texts) -> Screen:
    """Says that a file was refused, and why."""
    title = texts("hnd-not-kept") if _answers(item) else texts("cmp-not-kept")
    return Screen(paragraphs(title, upload_problem_text(refused, texts)), column(_go_on(complaint_id, item, texts)))


def _answers(item: str) -> bool:
    return item.startswith(ANSWER)


def _go_on(complaint_id: str, item: str, texts: Texts) -> Button:
    if _answers(item):
        return Button(texts.plain("hnd-card-button"), complaint_view_callback(complaint_id))
    return Button(texts.plain("cmp-open-button"), ComplaintCallback("open", complaint_id).pack())
