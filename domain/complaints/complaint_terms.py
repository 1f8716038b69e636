"""Which law the term of a complaint is counted by: that of its day, or the one its author was told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.calendar import ONE_DAY, TermUnit, day_of, due
from domain.complaints.answer_term import AnswerTerm
from domain.standard.terms import Term

if TYPE_CHECKING:
    from datetime import datetime

    from domain.calendar import WorkingCalendar
    from domain.complaints.complaint import Complaint
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions


@dataclass(frozen=True, slots=True)
class ComplaintTerms:
    """The terms of complaints; `own` is the law that those who run the bot set instead of the edition's."""

    editions: Editions
    calendar: WorkingCalendar
    own: Term | None = None

    def law_under(self, edition: Standard) -> Term:
        """The law of a complaint of this edition about which nobody has been told anything yet."""
        return self.own or edition.complaint_term

    def start(self, law: Term, now: datetime) -> AnswerTerm:
        """Counts a term that starts at this moment: the day itself does not count.

        Raises:
            CalendarUnknown: working days count, and the calendar does not cover the end of the term.
        """
        start = day_of(now)
        if law.unit is TermUnit.WORKING_DAYS:
            counted = due(start, law.days, self.calendar)
            longest = due(start, law.days_with_check, self.calendar).last
            return AnswerTerm(law, start, counted.last, longest, counted.days)
        return AnswerTerm(law, start, start + law.days * ONE_DAY, start + law.days_with_check * ONE_DAY)

    def of(self, complaint: Complaint) -> AnswerTerm:
        """The term of a filed complaint as its author was told it, whatever the law is now.

        Raises:
            ValueError: it is not filed.
        """
        term = complaint.filing.term or self._term_of_before(complaint)
        return replace(term, law=term.law.with_names_of(self.editions.of(complaint).complaint_term))

    def _term_of_before(self, complaint: Complaint) -> AnswerTerm:
        """The term of a complaint filed before terms were kept, all of them in calendar days.

        Its last day and the name of its law are on record; how much longer a check may take is what a law of that name
        says, or else the edition's. Until it is reopened, the last day tells the length, too.
        """
        filing, edition = complaint.filing, self.editions.of(complaint).complaint_term
        named = self.own if self.own and self.own.source == filing.source else edition
        days = named.days if complaint.reopened else (filing.due - day_of(filing.at)).days
        more = named.days_with_check - named.days
        law = Term(days, days + more, filing.source, own=filing.source != edition.source).with_names_of(named)
        return AnswerTerm(law, filing.due - days * ONE_DAY, filing.due, filing.due + more * ONE_DAY)
