"""A complaint while it is written, before it is sent, and just after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.complaints.elements import (
    addressee_name,
    body,
    complaint_button,
    complaint_number,
    contacts,
    is_long,
    my_complaints_button,
    open_complaint_button,
    term_text,
    whereabouts,
    written_text,
)
from dialogs.ui.dates import date_and_time, explain, long_date
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import lines, paragraphs, safe
from domain.conversation import cut_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.made import Copy, GeneratedContent
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.complaints.answer_term import AnswerTerm
    from domain.complaints.complaint import Complaint
    from domain.standard.edition import Standard

WIDEST = 14
MOST_EXPLAINED = 50  # days told one by one on the page of a filed complaint, which has room for no more


@dataclass(frozen=True, slots=True)
class Writing:
    """A draft with what its screens need.

    `taken`: whether the body takes it in the bot; `files`: the number of attached photos; `case`: the subject, if any;
    `earlier`: the complaint this one appeals.
    """

    complaint: Complaint
    taken: bool
    files: int
    case: Case | None = None
    earlier: Complaint | None = None


def line_screen(draft: Writing, line: str, texts: Texts, problem: Html | None = None) -> Screen:
    """Asks for the author's name, or the address for the answer."""
    complaint = draft.complaint
    value = complaint.name if line == "name" else complaint.address
    keep = complaint_button(complaint, texts, "apply-keep-button", "next") if value else None
    text = paragraphs(
        problem,
        texts(f"cmp-ask-{line}"),
        texts("apply-now", answer=value) if value else None,
    )
    return Screen(text, column(keep, _later(texts)))


def text_screen(draft: Writing, standard: Standard, texts: Texts, problem: Html | None = None) -> Screen:
    """Asks for the text, in any number of messages and with photos; once there is some, it can be sent from here."""
    complaint, written = draft.complaint, bool(draft.complaint.texts)
    text = paragraphs(
        problem,
        _letter(draft, standard, texts) if written else _to(draft, standard, texts),
        None if written else _by_post(draft, standard, texts),
        texts("cmp-ask-more", count=len(complaint.texts)) if written else texts("cmp-ask-text"),
        None if draft.case or draft.earlier or draft.files else texts("cmp-with-own-copy"),
        texts("cmp-photos", count=draft.files) if draft.files and not written else None,
    )
    return Screen(
        text,
        column(
            complaint_button(complaint, texts, *_sending(draft)) if written else None,
            complaint_button(complaint, texts, "cmp-done-button", "review") if written else None,
            complaint_button(complaint, texts, "cmp-rewrite-button", "rewrite") if written else None,
            complaint_button(complaint, texts, "cmp-drop-button", "drop") if draft.files else None,
            complaint_button(complaint, texts, "cmp-other-body-button", "units"),
            _later(texts),
        ),
    )


def _sending(draft: Writing) -> tuple[str, str]:
    """The button that sends it: text and action."""
    return ("cmp-file-button", "file") if draft.taken else ("cmp-letter-button", "letter")


def _letter(draft: Writing, standard: Standard, texts: Texts) -> Html:
    """The complaint as it would be sent."""
    complaint = draft.complaint
    return paragraphs(
        lines(
            _to(draft, standard, texts),
            texts("cmp-about", kind=texts(f"cmp-kind-{complaint.grievance}-short")),
            texts("cmp-from", name=complaint.name),
            texts("cmp-answer-to", address=complaint.address),
        ),
        written_text(complaint),
        _attached(draft, texts),
        None if draft.taken else texts("cmp-by-post"),
    )


def review_screen(draft: Writing, standard: Standard, texts: Texts, message: Html | None = None) -> Screen:
    """Shows the complaint as it will be sent; `message` is shown above."""
    complaint = draft.complaint
    text = paragraphs(message, texts("cmp-review"), _letter(draft, standard, texts))
    edits = [
        complaint_button(complaint, texts, f"cmp-edit-{line}-button", action, argument)
        for line, action, argument in (
            ("text", "edit", "text"),
            ("unit", "units", ""),
            ("name", "edit", "name"),
            ("address", "edit", "address"),
        )
    ]
    rows = column(
        complaint_button(complaint, texts, *_sending(draft)),
        complaint_button(complaint, texts, "cmp-whole-button", "whole") if is_long(complaint) else None,
    )
    erase = complaint_button(complaint, texts, "cmp-discard-button", "discard")
    return Screen(text, (*rows, *grid(edits, WIDEST), *column(erase, _later(texts))))


def whole_screens(complaint: Complaint, back: Button, *further: str) -> tuple[Screen, ...]:
    """The full text and what was written after it, one message for each text, or more where that is too long."""
    pages = [page for each in (*complaint.texts, *further) for page in cut_text(each)]
    return tuple(Screen(safe(each), column(back)) for each in pages)


def discard_screen(complaint: Complaint, texts: Texts) -> Screen:
    """Asks for confirmation before erasing the draft."""
    yes = complaint_button(complaint, texts, "cmp-erase-button", "erase")
    return Screen(texts("cmp-discard"), column(yes, complaint_button(complaint, texts, "review-button", "next")))


def gone_screen(texts: Texts) -> Screen:
    """Says that the draft was erased."""
    return Screen(texts("cmp-erased"), column(my_complaints_button(texts), home_button(texts)))


def _to(draft: Writing, standard: Standard, texts: Texts) -> Html:
    return texts("cmp-addressed", body=addressee_name(draft.complaint, standard, texts))


def _by_post(draft: Writing, standard: Standard, texts: Texts) -> Html | None:
    """Where the letter must go if the body does not use the bot, said before the author writes (points 22 and 25)."""
    if draft.taken:
        return None
    return lines(texts("cmp-will-be-letter"), whereabouts(body(draft.complaint.addressee, standard), texts))


def _attached(draft: Writing, texts: Texts) -> Html | None:
    case, earlier = draft.case, draft.earlier
    rows = [
        texts("cmp-with-copy", number=case.registration.number) if case and case.registration else None,
        texts("cmp-with-first", number=complaint_number(earlier)) if earlier else None,
        texts("cmp-with-photos", count=draft.files) if draft.files else None,
    ]
    return lines(texts("cmp-with"), *rows) if any(rows) else None


def _later(texts: Texts) -> Button:
    return Button(texts.plain("apply-later-button"), my_complaints_button(texts).data)


def filed_screen(complaint: Complaint, term: AnswerTerm, standard: Standard, texts: Texts) -> Screen:
    """Confirms the registration: number, time, and last day for the answer."""
    text = paragraphs(
        texts("cmp-filed", number=complaint.filing.number),
        lines(
            texts(
                "cmp-filed-at",
                body=addressee_name(complaint, standard, texts),
                **date_and_time(complaint.filing.at, texts),
            ),
            texts("cmp-due", date=long_date(complaint.filing.due, texts)),
        ),
        texts("cmp-filed-slip"),
        term_text(term, texts),
        explain(term.deadline, texts) if term.deadline and len(term.days) <= MOST_EXPLAINED else None,
    )
    return Screen(text, column(open_complaint_button(complaint.id, texts), my_complaints_button(texts)))


def letter_screen(complaint: Complaint, standard: Standard, texts: Texts) -> Screen:
    """The letter is ready to print: where to send or bring it (points 22 and 25)."""
    text = paragraphs(
        texts("cmp-letter"),
        contacts(body(complaint.addressee, standard), texts),
        texts("cmp-letter-then"),
    )
    again = complaint_button(complaint, texts, "cmp-letter-again-button", "paper")
    return Screen(text, column(again, my_complaints_button(texts)))


def paper_screen(file: GeneratedContent, texts: Texts, caption: str = "cmp-letter-file") -> Screen:
    """Sends a document of a complaint."""
    return Screen(texts(caption), made=file)


def package_screen(file: GeneratedContent, texts: Texts) -> Screen:
    """Sends the letter with all that goes along as one file to print."""
    return Screen(texts("cmp-letter-whole"), made=file)


def photo_screens(files: Sequence[Copy], texts: Texts) -> list[Screen]:
    """Sends the author's photos, to print with the letter."""
    return [
        Screen(texts("cmp-letter-photo", number=str(at), of=str(len(files))), made=each)
        for at, each in enumerate(files, 1)
    ]
