"""What a registrar or head sees before an act on a complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints.elements import TEXT_ROOM, complaint_number, law_name
from dialogs.complaints.officer import complaint_card_button, officer_complaint_callback
from dialogs.ui.dates import long_date
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.text import clipped
from services.complaints.handling import ANSWER, REASON

if TYPE_CHECKING:
    from datetime import date

    from dialogs.ui.texts import Html, Texts
    from domain.complaints.complaint import Complaint
    from domain.standard.edition import Standard
    from services.uploads import Upload


def accept_screen(complaint: Complaint, texts: Texts) -> Screen:
    """Asks for confirmation before accepting it and sending the author the slip."""
    yes = Button(texts.plain("hnd-accepted-button"), officer_complaint_callback(complaint, "accepted"))
    return Screen(
        texts("hnd-accept", number=complaint_number(complaint)), column(yes, complaint_card_button(complaint.id, texts))
    )


def answer_screen(complaint: Complaint, file: Upload | None, texts: Texts, problem: Html | None = None) -> Screen:
    """Collects the answer, a text, a file or both, until it is sent with a button."""
    written = complaint.prepared.get(ANSWER, "")
    text = paragraphs(
        problem,
        texts("hnd-answer", number=complaint_number(complaint)),
        texts("hnd-answer-ask") if not written and file is None else None,
        lines(texts("hnd-answer-text"), safe(clipped(written, TEXT_ROOM))) if written else None,
        texts("hnd-answer-file" if file.kept else "hnd-answer-file-waits") if file else None,
        texts("hnd-answer-then") if written or file else None,
    )
    send = Button(texts.plain("hnd-answered-button"), officer_complaint_callback(complaint, "answered"))
    drop = Button(texts.plain("hnd-drop-button"), officer_complaint_callback(complaint, "drop"))
    unwrite = Button(texts.plain("hnd-drop-text-button"), officer_complaint_callback(complaint, "drop", ANSWER))
    return Screen(
        text,
        column(
            send if written or file else None,
            drop if file else None,
            unwrite if written else None,
            complaint_card_button(complaint.id, texts),
        ),
    )


def extend_screen(
    complaint: Complaint, until: date, standard: Standard, texts: Texts, problem: Html | None = None
) -> Screen:
    """Asks for the reason of an extension, then for confirmation."""
    reason = complaint.prepared.get(REASON, "")
    text = paragraphs(
        problem,
        texts(
            "hnd-extend",
            number=complaint_number(complaint),
            date=long_date(until, texts),
            source=law_name(complaint, standard, texts),
        ),
        texts("hnd-extend-reason", reason=reason) if reason else texts("hnd-extend-ask"),
    )
    yes = (
        Button(texts.plain("hnd-extended-button"), officer_complaint_callback(complaint, "extended"))
        if reason
        else None
    )
    return Screen(text, column(yes, complaint_card_button(complaint.id, texts)))
