"""Whether an office is open, and when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.dates import clock, day_and_month, reason
from dialogs.ui.texts import lines
from domain.offices.hours import Open, Why

if TYPE_CHECKING:
    from dialogs.ui.texts import Html, Texts
    from domain.offices.hours import Closed
    from services.offices.finder import Card


def hours(card: Card, texts: Texts) -> Html:
    """The hours as printed, and what holds now."""
    schedule = card.unit.schedule
    if schedule is None or card.hours is None:
        return texts("card-no-hours")
    printed = texts(
        "card-hours",
        open=clock(schedule.open),
        close=clock(schedule.close),
        break_start=clock(schedule.break_start),
        break_end=clock(schedule.break_end),
    )
    if isinstance(card.hours, Open):
        name = "card-open-lunch" if card.hours.lunch_follows else "card-open"
        return lines(printed, texts(name, until=clock(card.hours.until.time())))
    return lines(printed, _closed(card.hours, texts))


def _closed(closed: Closed, texts: Texts) -> Html:
    opens = clock(closed.opens.time())
    day = day_and_month(closed.opens.date(), texts)
    if closed.why is Why.DAY_OFF:
        return texts("card-closed-day-off", reason=reason(closed.today, texts), day=day, opens=opens)
    if closed.why is Why.AFTER_HOURS:
        return texts("card-closed", day=day, opens=opens)
    return texts(f"card-closed-{closed.why}", opens=opens)
