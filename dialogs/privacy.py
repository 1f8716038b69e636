"""My data: the archive, what can be erased and when, the notice before the erasure and the proof after it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dialogs.complaints.elements import complaint_number
from dialogs.made import Part
from dialogs.ui.callback_data import HomeCallback, PrivacyCallback
from dialogs.ui.dates import date_and_time, full_date
from dialogs.ui.formatting import case_number
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.applications.case import Case
from domain.calendar import day_of
from domain.complaints.complaint import ComplaintState
from domain.files import Attachment
from domain.history import erasure_value
from domain.retention import NOTICE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dialogs.ui.texts import Html, Texts
    from domain.retention import Record
    from services.privacy.erasure import Erased, Notice, Overview, Planned, Unsent

MOST_SHOWN = 10
SEND, ERASE, ASK, DROP, SHOW, STAYS = "send", "erase", "ask", "drop", "show", "stays"


def privacy_callback(action: str, version: str = "") -> str:
    """Callback data of a button about one's own data."""
    return PrivacyCallback(action, "", version).pack()


def data_screen(parts: int, texts: Texts) -> Screen:
    """Describes the archive, warns that it reveals belief, and offers to send it."""
    text = paragraphs(
        texts("data-title"), texts("data-belief"), texts("data-parts", parts=str(parts)) if parts > 1 else None
    )
    return Screen(
        text,
        column(
            Button(texts.plain("data-send-button"), privacy_callback(SEND)),
            Button(texts.plain("data-erase-button"), privacy_callback(ERASE)),
            Button(texts.plain("data-privacy-button"), HomeCallback("privacy").pack()),
            home_button(texts),
        ),
    )


def part_screens(parts: Sequence[tuple[int, ...]], now: datetime, texts: Texts) -> tuple[Screen, ...]:
    """One message for each part of the archive; the last one has the way back."""
    return tuple(
        Screen(
            texts("data-sent", **date_and_time(now, texts))
            if len(parts) == 1
            else texts("data-sent-part", number=str(number), parts=str(len(parts)), **date_and_time(now, texts)),
            column(_back(texts)) if number == len(parts) else (),
            made=Part(number, len(parts), uploads),
        )
        for number, uploads in enumerate(parts, 1)
    )


def erase_screen(overview: Overview, days: int, texts: Texts, message: Html | None = None) -> Screen:
    """Shows what can be erased now, what will be and when; `message` is shown above."""
    unsent = overview.unsent
    now = _unsent(texts("data-unsent", **_counts(unsent)), unsent, texts) if unsent else texts("data-unsent-none")
    text = paragraphs(
        message,
        texts("data-erase"),
        now,
        _planned(overview.planned, texts),
        texts("data-term", days=days, notice=str(NOTICE.days)),
    )
    drop = Button(texts.plain("data-drop-button"), privacy_callback(ASK)) if unsent else None
    stays = Button(texts.plain("data-stays-button"), privacy_callback(STAYS))
    return Screen(text, column(drop, stays, _back(texts)))


def stays_screen(texts: Texts) -> Screen:
    """Explains what an office keeps of erased records, by which points, and why nothing is erased before its time."""
    back = Button(texts.plain("data-erase-back-button"), privacy_callback(ERASE))
    return Screen(paragraphs(texts("data-stays"), texts("data-why")), column(back))


def drop_screen(unsent: Unsent, texts: Texts) -> Screen:
    """Asks for confirmation before erasing the drafts."""
    yes = Button(texts.plain("data-drop-yes-button"), privacy_callback(DROP, unsent.version))
    back = Button(texts.plain("data-erase-back-button"), privacy_callback(ERASE))
    return Screen(_unsent(texts("data-drop", **_counts(unsent)), unsent, texts), column(yes, back))


def withdraw_screen(unsent: Unsent, texts: Texts) -> Screen:
    """Asks for confirmation before withdrawing consent, which erases the drafts."""
    yes = Button(texts.plain("withdraw-consent-button"), HomeCallback("withdraw", "", unsent.version).pack())
    back = Button(texts.plain("data-privacy-button"), HomeCallback("privacy").pack())
    return Screen(_unsent(texts("withdraw-consent", **_counts(unsent)), unsent, texts), column(yes, back))


def dropped_text(erased: Unsent, texts: Texts) -> Html:
    """Says how many drafts, and messages that were set aside, were erased."""
    drafts = texts("data-dropped", count=str(len(erased.cases) + len(erased.complaints)))
    return _unsent(drafts, erased, texts)


def notice_screen(notice: Notice, texts: Texts) -> Screen:
    """Announces what will be erased on which day, and offers a copy."""
    date = full_date(day_of(notice.at), texts)
    text = texts("data-notice", what=record_name(notice.record, texts), date=date)
    take = Button(texts.plain("data-notice-button"), privacy_callback(SHOW))
    stays = Button(texts.plain("data-stays-button"), privacy_callback(STAYS))
    return Screen(text, column(take, stays, home_button(texts)))


def erased_screen(erased: Erased, texts: Texts) -> Screen:
    """Reports an erasure, and sends the history entry by which it can be checked."""
    text = paragraphs(
        texts("data-erased", what=record_name(erased.record, texts), **date_and_time(erased.at, texts)),
        texts("data-erased-proof", entry=str(erased.head.id), hash=erased.head.hash),
        texts("data-erased-check"),
    )
    value = erasure_value(record_number(erased.record), erased.entries, erased.head)
    content = json.dumps(value, ensure_ascii=False, indent=1).encode()
    return Screen(text, column(home_button(texts)), file=Attachment(f"sterto-{erased.head.id}.json", content))


def readme(parts: int, texts: Texts) -> str:
    """Describes the files in the archive, and what it leaves out and why."""
    return f"{texts.plain('data-readme', parts=str(parts))}\n"


def record_name(record: Record, texts: Texts) -> str:
    """Names a case or complaint within a sentence."""
    if isinstance(record, Case):
        return texts.plain("data-case", number=record_number(record))
    if record.filed is not None:
        return texts.plain("data-complaint", number=record_number(record))
    return texts.plain("data-complaint-letter" if record.stage is ComplaintState.LETTER else "data-complaint-draft")


def record_number(record: Record) -> str:
    """The number in the register, or an empty string."""
    return case_number(record) if isinstance(record, Case) else complaint_number(record)


def _planned(planned: Sequence[Planned], texts: Texts) -> Html:
    if not planned:
        return texts("data-planned-none")
    rows = [_row(each, texts) for each in planned[:MOST_SHOWN]]
    more = len(planned) - MOST_SHOWN
    return lines(texts("data-planned"), *rows, texts("data-planned-more", count=str(more)) if more > 0 else None)


def _row(each: Planned, texts: Texts) -> Html:
    what = record_name(each.record, texts)
    if each.at is None:
        return texts("data-planned-open", what=what)
    return texts("data-planned-row", what=what, date=full_date(day_of(each.at), texts))


def _unsent(drafts: Html, unsent: Unsent, texts: Texts) -> Html:
    """What is said of the drafts, and the number of messages set aside if there are any."""
    return lines(drafts, texts("data-set-aside", count=str(unsent.set_aside)) if unsent.set_aside else None)


def _counts(unsent: Unsent) -> dict[str, str]:
    return {"cases": str(len(unsent.cases)), "complaints": str(len(unsent.complaints))}


def _back(texts: Texts) -> Button:
    return Button(texts.plain("data-back-button"), privacy_callback(SHOW))
