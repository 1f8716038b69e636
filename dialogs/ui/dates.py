"""Dates, times and terms in words."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from dialogs.ui.texts import Html, lines, paragraphs
from domain.calendar import KAZAKHSTAN, ONE_DAY, DayKind, day_of

if TYPE_CHECKING:
    from datetime import date

    from dialogs.ui.texts import Texts
    from domain.calendar import CountedDay, Day, Deadline, Pause

NOON = time(12)


def clock(when: time) -> str:
    """Formats a time as `09:00`."""
    return when.strftime("%H:%M")


def long_date(when: date, texts: Texts) -> Html:
    """Weekday, day, month and year."""
    weekday = texts(f"weekday-{when.weekday()}")
    return texts("date-long", weekday=weekday, year=str(when.year), **_parts(when, texts))


def tappable_date(when: date, texts: Texts) -> Html:
    """The same as an entity of Telegram: clients that know it offer a reminder and the calendar, others show the words.

    Without a format the words stay in the person's language, and the day that of Kazakhstan. The moment is noon there,
    which is the same day from UTC-7 to UTC+16. The server takes moments of the next three years.
    """
    noon = int(datetime.combine(when, NOON, KAZAKHSTAN).timestamp())
    return Html(f'<tg-time unix="{noon}">{long_date(when, texts)}</tg-time>')


def full_date(when: date, texts: Texts) -> Html:
    """Day, month and year, as used within a sentence."""
    return texts("date-full", year=str(when.year), **_parts(when, texts))


def day_and_month(when: date, texts: Texts) -> Html:
    """Weekday, day and month, for dates in the near future or past."""
    return texts("date-day", weekday=texts(f"weekday-{when.weekday()}"), **_parts(when, texts))


def short_date(when: date, texts: Texts) -> Html:
    """Day and month, for lists of dates in the near future or past."""
    return texts("date-short", **_parts(when, texts))


def on_date(when: date, texts: Texts) -> Html:
    """Day and month of what happened then: `17 декабря`, `17 желтоқсанда`."""
    return texts("date-on", day=str(when.day), month=texts(f"month-on-{when.month}"))


def _parts(when: date, texts: Texts) -> dict[str, str]:
    return {"day": str(when.day), "month": texts(f"month-{when.month}")}


def date_and_time(when: datetime, texts: Texts) -> dict[str, str]:
    """Date and time in Kazakhstan, as arguments of a text."""
    return {"date": full_date(day_of(when), texts), "time": clock(when.astimezone(KAZAKHSTAN).time())}


def reason(day: Day, texts: Texts) -> Html:
    """Why a day is off, or why a weekend is worked."""
    words = _reason(day, texts)
    return Html(f"{words} {texts('reason-estimated')}") if day.estimated else words


def _reason(day: Day, texts: Texts) -> Html:
    if day.holiday is not None:
        return texts(f"reason-{day.kind}", holiday=texts(f"holiday-{day.holiday}"))
    if day.kind is DayKind.WEEKEND:
        return texts("reason-weekend")
    worked = day.kind is DayKind.WORKED_WEEKEND
    if day.instead_of is None:
        return texts("reason-worked-decree" if worked else "reason-day-off-decree")
    moved = texts("date-short", **_parts(day.instead_of, texts))
    return texts("reason-worked-weekend" if worked else "reason-day-off-moved", day=moved)


def explain(deadline: Deadline, texts: Texts) -> Html:
    """The term with each of its days, its pauses and the last day; of a paused one, how many days are left."""
    length, stands = deadline.length, any(each.until is None for each in deadline.pauses)
    rows = [(each.day.when, _counted(each, texts)) for each in deadline.days]
    rows += [(each.first, _paused(each, texts)) for each in deadline.pauses if each.until != each.first]
    return paragraphs(
        texts("deadline-title", days=length.amount, unit=length.unit, start=long_date(deadline.start, texts)),
        lines(*(row for _, row in sorted(rows, key=lambda each: each[0]))),
        texts("deadline-left", days=deadline.left, unit=length.unit)
        if stands
        else texts("deadline-due", date=tappable_date(deadline.last, texts)),
        texts("deadline-carried") if deadline.carried else None,
        texts("deadline-estimated") if deadline.estimated else None,
    )


def pause_reason(reason: str, texts: Texts) -> Html:
    """Why a term stands still, in the words of the edition."""
    return texts(f"pause-{reason}")


def _paused(pause: Pause, texts: Texts) -> Html:
    """The days on which a term stood still, or since when it does."""
    reason, first = pause_reason(pause.reason, texts), day_and_month(pause.first, texts)
    if pause.until is None:
        return texts("deadline-stands", date=first, reason=reason)
    return texts("deadline-stood", first=first, last=day_and_month(pause.until - ONE_DAY, texts), reason=reason)


def _counted(each: CountedDay, texts: Texts) -> Html:
    words = day_and_month(each.day.when, texts)
    if each.number is None:
        return texts("deadline-skipped", date=words, reason=reason(each.day, texts))
    if each.day.kind is DayKind.WORKED_WEEKEND:
        return texts("deadline-counted-because", number=str(each.number), date=words, reason=reason(each.day, texts))
    return texts("deadline-counted", number=str(each.number), date=words)
