"""Complaints for those who answer them: queue, card, and details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints.elements import (
    TEXT_ROOM,
    addressee_name,
    complaint_number,
    complaint_state_text,
    due_text,
    is_late,
    written_text,
)
from dialogs.ui.callback_data import OfficerComplaintCallback
from dialogs.ui.dates import date_and_time, full_date, long_date, on_date, short_date
from dialogs.ui.length import fitting, most_room
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import Html, lines, paragraphs, safe
from dialogs.ui.unreached import unreached_text, with_unreached
from domain.calendar import day_of
from domain.casework.holders import names_in
from domain.complaints.permissions import ComplaintAction
from domain.text import clipped, telegram_length

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.made import GeneratedContent
    from dialogs.ui.texts import Texts
    from domain.complaints.complaint import Complaint
    from domain.history import Event
    from domain.offices.units import Units
    from domain.standard.edition import Standard
    from services.complaints.handling import OfficerComplaint
    from services.uploads import Upload


def officer_complaint_callback(complaint: Complaint, action: str, argument: str = "") -> str:
    """Callback data of a button about this version of a complaint."""
    return OfficerComplaintCallback.about(complaint, action, argument).pack()


def complaint_view_callback(complaint_id: str, action: str = "card", argument: str = "") -> str:
    """Callback data of a button that shows a complaint in its state at that time."""
    return OfficerComplaintCallback(action, f"{complaint_id}.{argument}").pack()


def complaint_card_button(complaint_id: str, texts: Texts) -> Button:
    """Returns to the card of a complaint."""
    return Button(texts.plain("hnd-card-button"), complaint_view_callback(complaint_id))


MOST_SHOWN = 20
WIDEST = 18
ROOMS = (TEXT_ROOM, 1000, 700, 400)  # units of each of the texts on the card
ACTS = (ComplaintAction.ACCEPT, ComplaintAction.ANSWER, ComplaintAction.EXTEND)


def queue_screen(
    queue: Sequence[OfficerComplaint], today: date, units: Units, texts: Texts, problem: Html | None = None
) -> Screen:
    """Lists the open complaints, the most urgent first; overdue ones are marked."""
    shown = queue[:MOST_SHOWN]
    several = len({each.complaint.unit for each in shown}) > 1
    rows = (_row(each, today, units if several else None, texts) for each in shown)
    buttons = [
        Button(
            texts.plain(
                "hnd-late-button" if is_late(each.complaint, today) else "hnd-button",
                number=complaint_number(each.complaint),
            ),
            complaint_view_callback(each.complaint.id),
        )
        for each in shown
    ]
    title = texts("hnd-queue", count=len(queue)) if queue else texts("hnd-queue-none")
    cut = texts("hnd-cut", most=MOST_SHOWN, total=len(queue)) if len(queue) > MOST_SHOWN else None
    text = paragraphs(problem, title, lines(*fitting(rows)) or None, cut, texts("hnd-example"))
    return Screen(text, (*grid(buttons), *column(home_button(texts))))


def which_screen(found: Sequence[OfficerComplaint], units: Units, texts: Texts) -> Screen:
    """Asks which of several complaints was meant by a number without its year."""
    shown = found[:MOST_SHOWN]
    rows = (
        texts("hnd-which", number=complaint_number(each.complaint), body=addressee_name(each.complaint, units, texts))
        for each in shown
    )
    buttons = [
        Button(
            texts.plain("hnd-button", number=complaint_number(each.complaint)),
            complaint_view_callback(each.complaint.id),
        )
        for each in shown
    ]
    back = Button(texts.plain("hnd-queue-button"), OfficerComplaintCallback("queue").pack())
    return Screen(paragraphs(texts("hnd-which-number"), lines(*fitting(rows))), (*grid(buttons), *column(back)))


def card_screen(
    held: OfficerComplaint, today: date, standard: Standard, texts: Texts, message: Html | None = None
) -> Screen:
    """Shows a complaint at a glance; `message` is shown above."""
    complaint = held.complaint

    def draw(room: int) -> Html:
        return paragraphs(
            message,
            lines(
                texts("hnd-title", number=complaint_number(complaint)),
                safe(addressee_name(complaint, standard, texts)),
                texts("hnd-stage", stage=complaint_state_text(complaint, today, texts)),
            ),
            unreached_text(_words(complaint), complaint.address, texts) if held.unreached else None,
            lines(
                texts("cmp-about", kind=texts(f"cmp-kind-{complaint.grievance}-short")),
                texts("cmp-from", name=complaint.name),
                texts("cmp-answer-to", address=complaint.address),
            ),
            written_text(complaint, room),
            texts("hnd-reopened", reason=clipped(complaint.reopened, room)) if complaint.reopened else None,
            _answer(complaint, texts, room),
            _term(complaint, today, standard, texts),
            texts("hnd-extend-reason", reason=clipped(complaint.extension.reason, room))
            if complaint.extension
            else None,
        )

    room = most_room(draw, *ROOMS)
    cut = any(telegram_length(each) > room for each in (complaint.text, *further_words(complaint)))
    acts = [
        Button(texts.plain(f"hnd-{each}-button"), officer_complaint_callback(complaint, each))
        for each in ACTS
        if held.may(each)
    ]
    page_buttons = [
        Button(texts.plain("cmp-whole-button"), complaint_view_callback(complaint.id, "whole")) if cut else None,
        _answer_file_button(complaint, texts),
        Button(texts.plain("hnd-files-button"), complaint_view_callback(complaint.id, "files")),
        Button(texts.plain("hnd-history-button"), complaint_view_callback(complaint.id, "history")),
    ]
    back = Button(texts.plain("hnd-queue-button"), OfficerComplaintCallback("queue").pack())
    return Screen(draw(room), (*column(*acts), *grid([each for each in page_buttons if each], WIDEST), *column(back)))


def _answer_file_button(complaint: Complaint, texts: Texts) -> Button | None:
    """Sends the file of the last answer."""
    file = complaint.answers[-1].file if complaint.answers else None
    if file is None:
        return None
    return Button(texts.plain("hnd-answer-file-button"), complaint_view_callback(complaint.id, "photo", str(file)))


def further_words(complaint: Complaint) -> tuple[str, ...]:
    """What was written after the complaint: why it was opened again or extended, and the last answer."""
    answer = complaint.answers[-1].text if complaint.answers else ""
    reason = complaint.extension.reason if complaint.extension else ""
    return tuple(each for each in (complaint.reopened, reason, answer) if each)


def files_screen(complaint: Complaint, files: Sequence[Upload], number: str, texts: Texts) -> Screen:
    """Lists the enclosures: photos, the stamped copy of the application (point 24), the complaint appealed."""
    available = [each for each in files if each.kept]
    copy = (
        Button(texts.plain("hnd-copy-button", number=number), complaint_view_callback(complaint.id, "copy"))
        if number
        else None
    )
    first = (
        Button(texts.plain("hnd-first-button"), complaint_view_callback(complaint.id, "first"))
        if complaint.earlier
        else None
    )
    photos = [
        Button(
            texts.plain("hnd-photo-button", number=str(at)),
            complaint_view_callback(complaint.id, "photo", str(each.id)),
        )
        for at, each in enumerate(available, 1)
    ]
    title = (
        texts("hnd-files", number=complaint_number(complaint)) if photos or copy or first else texts("hnd-files-none")
    )
    return Screen(title, (*column(copy, first), *grid(photos), *column(complaint_card_button(complaint.id, texts))))


def first_screen(complaint: Complaint, first: Complaint, standard: Standard, texts: Texts) -> Screen:
    """Shows the complaint this one appeals, with its answer."""
    text = paragraphs(
        texts("hnd-first", number=complaint_number(first), body=addressee_name(first, standard, texts)),
        written_text(first),
        _answer(first, texts, TEXT_ROOM) or texts("hnd-first-silent"),
    )
    return Screen(text, column(complaint_card_button(complaint.id, texts)))


def file_screen(complaint: Complaint, file: GeneratedContent, texts: Texts) -> Screen:
    """Sends a document of a complaint."""
    return Screen(
        texts("hnd-file", number=complaint_number(complaint)),
        column(complaint_card_button(complaint.id, texts)),
        made=file,
    )


def history_screen(held: OfficerComplaint, events: Sequence[Event], names: dict[int, str], texts: Texts) -> Screen:
    """Shows what was done by whom, oldest first."""
    known = {held.complaint.author: texts.plain("hnd-by-author")} | names_in(events) | names
    rows = (complaint_event_text(each, known, texts) for each in reversed(events))
    text = paragraphs(texts("history-title"), lines(*reversed(fitting(rows))))
    return Screen(text, column(complaint_card_button(held.complaint.id, texts)))


def complaint_event_text(event: Event, names: dict[int, str], texts: Texts) -> Html:
    """One entry of the history, with the name its officer had then; `names` are for entries that keep none."""
    who = event.name or names.get(event.actor) or texts.plain("hnd-by-body")
    return texts(f"hnd-event-{event.kind}", who=who, **date_and_time(event.at, texts))


def _row(held: OfficerComplaint, today: date, units: Units | None, texts: Texts) -> Html:
    """A line of the queue; `units` are given if the name of the body is to be shown."""
    complaint = held.complaint
    about = {
        "number": complaint_number(complaint),
        "kind": texts(f"cmp-kind-{complaint.grievance}-short"),
    }
    row = (
        texts("hnd-row-late", day=on_date(complaint.deadline, texts), **about)
        if is_late(complaint, today)
        else texts(
            "hnd-row",
            stage=texts(f"cmp-stage-{complaint.stage}"),
            date=short_date(complaint.deadline, texts),
            **about,
        )
    )
    named = Html(f"{row} {safe(addressee_name(complaint, units, texts))}") if units else row
    return with_unreached(named, _words(complaint), texts) if held.unreached else named


def _words(complaint: Complaint) -> list[str]:
    """What the author wrote, among which a phone number may be."""
    return [complaint.address, *complaint.texts]


def _term(complaint: Complaint, today: date, standard: Standard, texts: Texts) -> Html | None:
    if complaint.due is None:
        return None
    if is_late(complaint, today):
        return texts("hnd-late", date=long_date(complaint.due, texts))
    return due_text(complaint, standard, texts)


def _answer(complaint: Complaint, texts: Texts, room: int) -> Html | None:
    if not complaint.answers:
        return None
    last = complaint.answers[-1]
    title = texts("hnd-answered", name=last.officer, date=full_date(day_of(last.at), texts))
    return lines(title, safe(clipped(last.text, room)) if last.text else texts("cmp-answer-in-file"))
