"""The lines of a certificate (appendix 5) or reference note (appendix 6), and which of them an officer may correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.answers import read_answer
from domain.errors import BadAnswer
from domain.standard.edition import Subject
from domain.standard.questions import Kind, Part, Question

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from domain.applications.case import Case
    from domain.offices.units import Unit
    from domain.standard.edition import Standard

APPENDIX = {Subject.MISSIONARY: 5, Subject.GROUP: 6}
# Lines an officer confirms before the number is assigned; the others are the applicant's own words.
CONFIRMED: Mapping[Subject, tuple[str, ...]] = {
    Subject.MISSIONARY: ("citizenship", "association", "city", "term_to", "territory"),
    Subject.GROUP: ("office_city", "territory"),
}
NAMED_AFTER = " внутренней политики "  # precedes the area in the name of every office of appendices 1 and 2
GIVEN_LATER = frozenset({"certificate_number", "certificate_date"})
_FREE = {each: Question(each, Kind.TEXT, Part.CERTIFICATE, "") for each in ("territory", "office_city")}


def certificate_lines(case: Case, standard: Standard) -> dict[str, str]:
    """Maps each part of the appendix's lines to its text: answers, the office's data, and an officer's corrections.

    Raises:
        UnknownUnit: the edition has no such office.
    """
    office = standard.unit(case.filed_office).corrected()
    fields = standard.forms[APPENDIX[case.subject]].fields
    parts = {part for each in fields for part in each.parts} - GIVEN_LATER
    own = {"office_name": office.name, "office_city": bare(office.locality), "area": _area(office)}
    known = {**case.answers, **own, **corrections(case)}
    return {part: known[part] for part in sorted(parts) if known.get(part)}


def corrections(case: Case) -> dict[str, str]:
    """The corrections an officer has made so far."""
    return {key: text for key, text in case.prepared.items() if key in CONFIRMED[case.subject]}


def read_correction(case: Case, key: str, text: str, today: date, standard: Standard, *, sure: bool = False) -> str:
    """Reads the text an officer typed for a line; `sure`: a second time.

    Raises:
        BadAnswer: officers do not confirm this line, or the text does not fit it, or is doubtful.
    """
    asked = _FREE.get(key) or standard.questions[case.subject].find(key)
    if asked is None or key not in CONFIRMED[case.subject]:
        raise BadAnswer("choose")
    return read_answer(asked, text, case.answers, today, sure=sure)


def bare(locality: str) -> str:
    """Removes `г.` from a town's name: the appendix prints it itself."""
    return locality.removeprefix("г.").strip()


def _area(office: Unit) -> str:
    """The area in the grammatical case the line needs, which is the one in the name of the office."""
    return office.name.partition(NAMED_AFTER)[2]
