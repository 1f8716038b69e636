"""Morning messages: an officer's digest, a head's notice, and an applicant's notice of a missed deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import QUEUE, case_view_callback
from dialogs.complaints.elements import contacts
from dialogs.complaints.silence import AT_ONCE, about_case, ready_buttons, ready_text
from dialogs.ui.callback_data import ApplicationCallback, CaseworkCallback, ComplaintCallback
from dialogs.ui.dates import day_and_month, long_date, short_date
from dialogs.ui.formatting import case_number
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import lines, paragraphs
from services.casework.digests import Occasion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.complaints.silence import Ready
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.casework.digests import Digest, WatchedCase
    from domain.offices.units import Unit
    from services.casework.digests import HeadNotice, LateNotice, MorningDigest

MOST_LINES = 10  # in a group
MOST_BUTTONS = 6
LONGEST_NUMBER = 16  # characters of a button that still leave room for a second one beside it
SAID_BY_TITLE = frozenset({"overdue", "in-two"})  # groups whose title already explains the date in their lines


def digest_screen(morning: MorningDigest, texts: Texts) -> Screen:
    """Lists what is overdue, due and new, with numbers and days only: it appears on lock screens."""
    groups = _groups(morning.digest)
    text = paragraphs(
        texts("digest-title", date=day_and_month(morning.day, texts)),
        *(_group(name, group, texts) for name, group in groups if group),
    )
    urgent = {each.case.id: each.case for _, group in groups for each in group}
    buttons = [_case_button(case, texts) for case in [*urgent.values()][:MOST_BUTTONS]]
    return Screen(text, (*grid(buttons, LONGEST_NUMBER), *column(_queue(texts))))


def head_screen(notice: HeadNotice, texts: Texts) -> Screen:
    """Tells a head that a case's deadline is the next working day, or has passed."""
    case = notice.watched.case
    text_id = f"head-{notice.occasion}-{notice.watched.deadlines.term}"
    text = paragraphs(
        texts(f"head-{notice.occasion}", number=case_number(case)),
        texts(text_id, date=long_date(notice.last, texts)),
        texts("head-worker", name=notice.worker) if notice.worker else texts("head-nobody"),
        texts("head-missed-then") if notice.occasion is Occasion.MISSED else None,
    )
    card = Button(texts.plain("head-card-button"), case_view_callback(case.id))
    return Screen(text, column(card, _queue(texts)))


def late_screen(notice: LateNotice, office: Unit, ready: Ready, texts: Texts) -> Screen:
    """Tells the applicant that the office missed a deadline, with a complaint ready to be sent (points 22 and 24)."""
    case = notice.watched.case
    text = paragraphs(
        _missed(notice, texts),
        texts("late-then"),
        lines(texts("late-call"), contacts(office, texts)),
        texts("late-complain"),
        ready_text(ready, about_case(case, notice.watched.deadlines, texts), texts),
    )
    ways = (ComplaintCallback("silent", f"{case.id}.{AT_ONCE}").pack(), ComplaintCallback("silent", case.id).pack())
    back = Button(texts.plain("late-case-button"), ApplicationCallback("open", case.id).pack())
    return Screen(text, column(*ready_buttons(ready, *ways, texts), back))


def _missed(notice: LateNotice, texts: Texts) -> Html:
    """That a day was missed; or that the day told before has passed, where the office has moved it since."""
    about = {"number": case_number(notice.watched.case), "date": long_date(notice.last, texts)}
    moved, to = notice.watched.deadlines.moved, notice.moved_to
    if moved is None or to is None:
        return texts(f"late-{notice.watched.deadlines.term}", **about)
    return texts("late-moved", now=long_date(to, texts), source=moved.source, **about)


def _groups(digest: Digest) -> tuple[tuple[str, Sequence[WatchedCase]], ...]:
    """The most urgent group first."""
    return (
        ("overdue", digest.overdue),
        ("today", digest.due_today),
        ("in-two", digest.due_in_two),
        ("recounted", digest.recounted),
        ("paused", digest.paused),
        ("unreached", digest.unreached),
        ("new", digest.new),
        ("lacking", digest.waiting),
        ("ready", digest.ready),
    )


def _group(name: str, group: Sequence[WatchedCase], texts: Texts) -> Html:
    rest = len(group) - MOST_LINES
    return lines(
        texts(f"digest-{name}", count=len(group)),
        *(_row(name, each, texts) for each in group[:MOST_LINES]),
        texts("digest-more", count=rest) if rest > 0 else None,
    )


def _row(name: str, watched: WatchedCase, texts: Texts) -> Html:
    number = case_number(watched.case)
    if name == "recounted":
        said, now = watched.recounts[0].said, watched.recounts[0].now
        return texts("digest-row-recounted", number=number, said=short_date(said, texts), now=short_date(now, texts))
    if name == "paused" and (pause := watched.deadlines.pause):
        return texts("digest-row-paused", number=number, date=short_date(pause.first, texts))
    if watched.last is None or name == "today":
        return texts("digest-row", number=number)
    row = "digest-row-day" if name in SAID_BY_TITLE else "digest-row-due"
    return texts(row, number=number, date=short_date(watched.last, texts))


def _case_button(case: Case, texts: Texts) -> Button:
    return Button(texts.plain("digest-case-button", number=case_number(case)), case_view_callback(case.id))


def _queue(texts: Texts) -> Button:
    return Button(texts.plain("digest-queue-button"), CaseworkCallback(QUEUE).pack())
