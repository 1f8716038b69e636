"""A complaint has just gone out: its number and term, or the letter to print and where to send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints.elements import body, button, contacts, mine_button, moment, open_button, term_text
from dialogs.ui.dates import long_date
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.made import Copy, Made
    from dialogs.ui.texts import Texts
    from domain.complaints.complaint import Complaint, Term
    from domain.standard.edition import Standard


def filed_screen(complaint: Complaint, term: Term, standard: Standard, texts: Texts) -> Screen:
    """It is registered: number, time, and until when it is answered."""
    assert complaint.filed is not None  # noqa: S101  # it was filed
    assert complaint.unit is not None  # noqa: S101
    text = paragraphs(
        texts("cmp-filed", number=complaint.filed.number),
        lines(
            texts("cmp-filed-at", body=body(complaint.unit, standard).name, **moment(complaint.filed.at, texts)),
            texts("cmp-due", date=long_date(complaint.filed.due, texts)),
        ),
        texts("cmp-filed-slip"),
        term_text(complaint, term, standard, texts),
    )
    return Screen(text, column(open_button(complaint.id, texts), mine_button(texts)))


def letter_screen(complaint: Complaint, standard: Standard, texts: Texts) -> Screen:
    """It is ready to be printed: where to send or bring it (points 22 and 25)."""
    assert complaint.unit is not None  # noqa: S101  # it was chosen
    text = paragraphs(
        texts("cmp-letter"),
        contacts(body(complaint.unit, standard), texts),
        texts("cmp-letter-then"),
    )
    again = button(complaint, texts, "cmp-letter-again-button", "paper")
    return Screen(text, column(again, mine_button(texts)))


def paper_screen(file: Made, texts: Texts, caption: str = "cmp-letter-file") -> Screen:
    """A document that belongs to a complaint."""
    return Screen(texts(caption), made=file)


def photo_screens(files: Sequence[Copy], texts: Texts) -> list[Screen]:
    """What the author has attached, to be printed with the letter."""
    return [
        Screen(texts("cmp-letter-photo", number=str(at), of=str(len(files))), made=each)
        for at, each in enumerate(files, 1)
    ]
