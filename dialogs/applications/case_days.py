"""The days of a case that its applicant should not miss: reminders, and the file for a phone's calendar."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from dialogs.applications.elements import application_callback
from dialogs.made import CaseCalendar
from dialogs.offices.names import phones, shown_name
from dialogs.ui.callback_data import WITHIN, ApplicationCallback
from dialogs.ui.dates import full_date, long_date, tappable_date
from dialogs.ui.navigation import back_to_application_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, unmark
from domain.calendar import KAZAKHSTAN, ONE_DAY
from domain.casework.digests import MORNING
from domain.files import CalendarEntry

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.casework.visits import AnnouncedVisit
    from domain.offices.units import Unit
    from services.applications.reminders import Reminder, RenewalReminder, ResultReminder

BEFORE_OPENING = timedelta(hours=2)  # to be on the way


def result_reminder(due: ResultReminder, texts: Texts) -> Screen:
    """On the working day before the last day of the result."""
    title = "reminder-result-tomorrow" if due.tomorrow else "reminder-result"
    text = paragraphs(
        texts(title, number=due.case.filing.number, date=tappable_date(due.last, texts)), texts("reminder-result-else")
    )
    return Screen(text, _reminder_buttons(due.case, quiet_button(due.case, due.about, texts), texts))


def renewal_reminder(due: RenewalReminder, texts: Texts) -> Screen:
    """Before the end of what was issued."""
    approved = due.case.approval
    text = paragraphs(
        texts("reminder-renewal", certificate=approved.number, date=full_date(due.until, texts)),
        texts("reminder-renewal-how"),
    )
    renew = Button(texts.plain("case-renew-button"), application_callback(due.case, "renew"))
    return Screen(text, (*column(renew), *_reminder_buttons(due.case, quiet_button(due.case, due.about, texts), texts)))


def quiet_button(case: Case, reminder: Reminder, texts: Texts) -> Button:
    """Turns reminders of this kind of the case off; from a message it works however the case has changed since."""
    return Button(texts.plain("reminder-off-button"), _choice("quiet", case, reminder))


def remind_button(case: Case, reminder: Reminder, texts: Texts) -> Button:
    """Turns them on again."""
    return Button(texts.plain("reminder-on-button"), _choice("remind", case, reminder))


def _choice(action: str, case: Case, reminder: Reminder) -> str:
    return ApplicationCallback(action, f"{case.id}{WITHIN}{reminder}").pack()


def _reminder_buttons(case: Case, quiet: Button, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return column(Button(texts.plain("late-case-button"), ApplicationCallback("open", case.id).pack()), quiet)


def has_days(deadlines: CaseDeadlines, visit: AnnouncedVisit | None) -> bool:
    """Whether a calendar file of the case would hold anything."""
    return deadlines.last is not None or visit is not None


def calendar_screen(
    case: Case, deadlines: CaseDeadlines, reminder: date | None, visit: AnnouncedVisit | None, texts: Texts
) -> Screen:
    """Sends the calendar file; `reminder` is the working day before the last day."""
    last = deadlines.last
    file = CaseCalendar(
        case=case.id,
        language=texts.language,
        version=case.version,
        changed=case.touched_at.isoformat(),
        term=deadlines.term if last else "",
        last=last.isoformat() if last else "",
        reminder=reminder.isoformat() if reminder else "",
        visit=visit.day.isoformat() if visit else "",
        visit_said=visit.said_at.isoformat() if visit else "",
        visit_revision=visit.revision if visit else 0,
    )
    return Screen(texts("calendar-caption"), column(back_to_application_button(case.id, texts)), made=file)


def calendar_entries(days: CaseCalendar, case: Case, office: Unit, texts: Texts) -> list[CalendarEntry]:
    """The entries of the file; of the applicant they say nothing but the number and the office."""
    found = []
    if days.last:
        found.append(_term_entry(days, case, office, texts))
    if days.visit:
        found.append(_visit_entry(days, case, office, texts))
    return found


def _term_entry(days: CaseCalendar, case: Case, office: Unit, texts: Texts) -> CalendarEntry:
    """The last day; the alarm is on the working day before it, when the office can still be called."""
    last, reminder = date.fromisoformat(days.last), date.fromisoformat(days.reminder)
    return CalendarEntry(
        uid=f"{case.id}-term",
        revision=days.version,
        changed=datetime.fromisoformat(days.changed),
        start=last,
        end=last + ONE_DAY,
        alarm=_at(last, time()) - _at(reminder, MORNING),
        title=texts.plain("calendar-term", number=case.filing.number),
        place=_place(office, texts),
        about=unmark(lines(texts(f"case-{days.term}", date=long_date(last, texts)), phones(office, texts))),
    )


def _visit_entry(days: CaseCalendar, case: Case, office: Unit, texts: Texts) -> CalendarEntry:
    """The visit in the hours of the office on that day; the whole day where they are not known."""
    day = date.fromisoformat(days.visit)
    start: date = day
    end, alarm = day + ONE_DAY, _at(day, time()) - _at(day - ONE_DAY, MORNING)
    if hours := office.schedule:
        start, end, alarm = _at(day, hours.open), _at(day, hours.close), BEFORE_OPENING
    return CalendarEntry(
        uid=f"{case.id}-visit",
        revision=days.visit_revision,
        changed=datetime.fromisoformat(days.visit_said),
        start=start,
        end=end,
        alarm=alarm,
        title=texts.plain("calendar-visit", number=case.filing.number),
        place=_place(office, texts),
        about=unmark(phones(office, texts) or ""),
    )


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, KAZAKHSTAN)


def _place(office: Unit, texts: Texts) -> str:
    return ", ".join(filter(None, (shown_name(office, texts), office.address)))
