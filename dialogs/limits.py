"""Replies to a person who has reached a limit: how much is allowed, and when they can continue."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dialogs.ui.dates import clock, short_date
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Screen, column
from domain.calendar import KAZAKHSTAN, day_of

if TYPE_CHECKING:
    from datetime import datetime

    from dialogs.ui.texts import Html, Texts
    from domain.limits import LimitReached

MINUTE = timedelta(minutes=1)


def limit_screen(limit: LimitReached, now: datetime, texts: Texts) -> Screen:
    """Explains the limit."""
    text = texts(f"limit-{limit.cost}", most=limit.most, again=_again(limit.until, now, texts))
    return Screen(text, column(home_button(texts)))


def limit_toast(limit: LimitReached, now: datetime, texts: Texts) -> str:
    """A one-line version for the notification of a button."""
    return texts.plain("limit-toast", again=_again(limit.until, now, texts))


def today_screen(most: int, texts: Texts) -> Screen:
    """Says that the act was done to this case as often as a day allows."""
    return Screen(texts("limit-today", most=most), column(home_button(texts)))


def _again(until: datetime, now: datetime, texts: Texts) -> Html:
    """The first full minute when the person can continue, with the date if it is not today."""
    whole = until.replace(second=0, microsecond=0)
    shown = whole if whole == until else whole + MINUTE
    time = clock(shown.astimezone(KAZAKHSTAN).time())
    if day_of(shown) == day_of(now):
        return texts("limit-again-today", time=time)
    return texts("limit-again", date=short_date(day_of(shown), texts), time=time)
