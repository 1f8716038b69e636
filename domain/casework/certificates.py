"""The lines of a certificate or reference note, and which of them an officer may correct."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.applications.answers import read_answer
from domain.errors import BadAnswer
from domain.standard.questions import Kind, Part, Question, Role

if TYPE_CHECKING:
    from domain.applications.case import Case
    from domain.standard.edition import Standard


def certificate_lines(case: Case, standard: Standard) -> dict[str, str]:
    """Maps each part of the form's lines to its text: answers, the office's data, and an officer's corrections.

    Raises:
        UnknownUnit: the edition has no such office.
    """
    office = standard.unit(case.filed_office).corrected()
    parts = standard.forms[standard.kinds[case.subject].result.form].parts - standard.given.later()
    known = {**case.answers, **standard.given.of_office(office), **corrections(case, standard)}
    return {part: known[part] for part in sorted(parts) if known.get(part)}


def valid_until(case: Case, standard: Standard) -> date | None:
    """The last day of what was issued; None if nothing was, or papers of its kind have no such day."""
    asked = standard.questions[case.subject].with_role(Role.END)
    if asked is None or case.certificate is None:
        return None
    said = case.certificate.lines.get(asked.id) or case.answers.get(asked.id)
    return date.fromisoformat(said) if said else None


def confirmed_lines(case: Case, standard: Standard) -> tuple[str, ...]:
    """The parts that an officer confirms before the number is assigned."""
    return standard.kinds[case.subject].result.confirmed


def corrections(case: Case, standard: Standard) -> dict[str, str]:
    """The corrections an officer has made so far."""
    confirmed = confirmed_lines(case, standard)
    return {key: text for key, text in case.prepared.items() if key in confirmed}


def read_correction(case: Case, key: str, text: str, today: date, standard: Standard, *, sure: bool = False) -> str:
    """Reads the text an officer typed for a line; `sure`: a second time.

    Raises:
        BadAnswer: officers do not confirm this line, or the text does not fit it, or is doubtful.
    """
    if key not in confirmed_lines(case, standard):
        raise BadAnswer("choose")
    asked = standard.questions[case.subject].find(key)
    if asked is None or asked.kind is Kind.PLACE:  # what is chosen from lists or known of the office is free text here
        asked = Question(key, Kind.TEXT, Part.CERTIFICATE, "")
    return read_answer(asked, text, case.answers, today, sure=sure)
