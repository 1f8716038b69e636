"""What people are told about complaints: the author of what the body does, the body of a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints.elements import moment, number_of, open_button
from dialogs.complaints.officer_elements import to_card
from dialogs.ui.dates import full_date, long_date
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import paragraphs, safe

if TYPE_CHECKING:
    from dialogs.made import Made
    from dialogs.ui.texts import Texts
    from domain.complaints.complaint import Complaint


def new_screen(complaint: Complaint, body: str, texts: Texts) -> Screen:
    """To who handles complaints: one was filed."""
    assert complaint.due is not None  # noqa: S101  # it was filed
    text = texts("hnd-new", number=number_of(complaint), body=body, date=long_date(complaint.due, texts))
    return Screen(text, column(to_card(complaint.id, texts)))


def again_screen(complaint: Complaint, texts: Texts) -> Screen:
    """To who handles complaints: the author is not satisfied with the answer."""
    assert complaint.due is not None  # noqa: S101  # its term runs again
    text = texts("hnd-again", number=number_of(complaint), date=long_date(complaint.due, texts))
    return Screen(paragraphs(text, safe(complaint.reopened)), column(to_card(complaint.id, texts)))


def accepted_screen(complaint: Complaint, body: str, texts: Texts) -> Screen:
    """To the author: the slip (point 25)."""
    assert complaint.slip is not None  # noqa: S101  # it was accepted
    told = moment(complaint.slip.at, texts)
    text = texts("cmp-told-accepted", number=number_of(complaint), body=body, name=complaint.slip.officer, **told)
    return Screen(text, column(open_button(complaint.id, texts)))


def file_screen(complaint: Complaint, file: Made, texts: Texts, caption: str) -> Screen:
    """To the author: a document."""
    return Screen(texts(caption, number=number_of(complaint)), made=file)


def extended_screen(complaint: Complaint, texts: Texts) -> Screen:
    """To the author: the body takes longer, why, and until when."""
    given = complaint.extension
    assert given is not None  # noqa: S101  # it was extended
    text = texts(
        "cmp-told-extended", number=number_of(complaint), date=full_date(given.due, texts), reason=given.reason
    )
    return Screen(text, column(open_button(complaint.id, texts)))


def answered_screen(complaint: Complaint, texts: Texts) -> Screen:
    """To the author: the answer, and what can be done with it."""
    last = complaint.answers[-1]
    text = paragraphs(
        texts("cmp-told-answered", number=number_of(complaint), name=last.officer),
        safe(last.text) if last.text else None,
        texts("cmp-answer-in-file") if last.file is not None else None,
        texts("cmp-told-then"),
    )
    return Screen(text, column(open_button(complaint.id, texts)))
