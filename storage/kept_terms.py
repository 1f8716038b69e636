"""Terms as they were told, in the sealed JSON of a case or complaint.

A day is stored with all that was said of it, `[day, kind, number]` and for a special one `[…, holiday, instead of,
estimated]`: nothing of the explanation is counted again when it is read.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from domain.applications.kept_terms import KeptTerm, TermMove
from domain.calendar import CountedDay, Day, DayKind, LastDay, Pause, TermUnit
from domain.complaints.answer_term import AnswerTerm
from domain.standard.terms import Term
from storage.db.engine import from_seconds

if TYPE_CHECKING:
    from collections.abc import Mapping


def terms_value(terms: Mapping[str, KeptTerm]) -> dict[str, Any]:
    """The keys to store; none if no term has started."""
    return {"terms": {name: _value(each) for name, each in terms.items()}} if terms else {}


def terms_fields(made: Mapping[str, Any]) -> dict[str, Any]:
    """Reads the result of `terms_value` as keyword arguments of `Case`; older rows have none."""
    terms = made.get("terms")
    return {"terms": {name: _term(name, each) for name, each in terms.items()}} if terms else {}


def answer_term_value(term: AnswerTerm) -> dict[str, Any]:
    """What to store beside the last day and the name of the law, which stand with the number of the complaint."""
    return {
        "days": term.law.days,
        "days_with_check": term.law.days_with_check,
        "unit": term.law.unit,
        "own": term.law.own,
        "source_kk": term.law.source_kk,
        "source_en": term.law.source_en,
        "start": term.start.isoformat(),
        "longest": term.longest.isoformat(),
        "counted": [_day_value(each) for each in term.days],
    }


def answer_term(made: Mapping[str, Any], last: date, source: str) -> AnswerTerm:
    """Reads the result of `answer_term_value`; older rows name the law in one language."""
    names = {name: made.get(name, "") for name in ("source_kk", "source_en")}
    law = Term(made["days"], made["days_with_check"], source, TermUnit(made["unit"]), made["own"], **names)
    start, longest = date.fromisoformat(made["start"]), date.fromisoformat(made["longest"])
    return AnswerTerm(law, start, last, longest, tuple(_day(*each) for each in made["counted"]))


def _value(term: KeptTerm) -> dict[str, Any]:
    made: dict[str, Any] = {
        "since": term.since.timestamp(),
        "last": term.last.isoformat(),
        "amount": term.amount,
        "unit": term.unit,
        "cites": term.cites,
        "days": [_day_value(each) for each in term.days],
    }
    if term.recounted:
        made["recounted"] = term.recounted.isoformat()
    if term.kept_against:
        made["kept_against"] = term.kept_against.isoformat()
    if term.moved:
        made["moved"] = [term.moved.told.isoformat(), term.moved.source]
    if term.ends_on_day_off is not LastDay.STAYS:
        made["ends_on_day_off"] = term.ends_on_day_off
    if term.pauses:
        made["pauses"] = [_pause_value(each) for each in term.pauses]
    return made


def _term(name: str, made: dict[str, Any]) -> KeptTerm:
    return KeptTerm(
        name,
        from_seconds(made["since"]),
        date.fromisoformat(made["last"]),
        made["amount"],
        TermUnit(made["unit"]),
        made["cites"],
        tuple(_day(*each) for each in made["days"]),
        _date(made.get("recounted")),
        _date(made.get("kept_against")),
        _move(*made["moved"]) if "moved" in made else None,
        LastDay(made.get("ends_on_day_off", LastDay.STAYS)),
        tuple(_pause(*each) for each in made.get("pauses", ())),
    )


def _date(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _move(told: str, source: str) -> TermMove:
    return TermMove(date.fromisoformat(told), source)


def _pause_value(pause: Pause) -> list[Any]:
    return [pause.reason, pause.first.isoformat(), pause.until.isoformat() if pause.until else None]


def _pause(reason: str, first: str, until: str | None) -> Pause:
    return Pause(reason, date.fromisoformat(first), _date(until))


def _day_value(counted: CountedDay) -> list[Any]:
    day = counted.day
    plain = [day.when.isoformat(), day.kind, counted.number]
    if day.holiday is None and day.instead_of is None and not day.estimated:
        return plain
    return [*plain, day.holiday, day.instead_of.isoformat() if day.instead_of else None, day.estimated]


def _day(
    when: str,
    kind: str,
    number: int | None,
    holiday: str | None = None,
    instead_of: str | None = None,
    estimated: bool = False,  # noqa: FBT001, FBT002  # as it is stored
) -> CountedDay:
    exchanged = date.fromisoformat(instead_of) if instead_of else None
    return CountedDay(Day(date.fromisoformat(when), DayKind(kind), holiday, exchanged, estimated), number)
