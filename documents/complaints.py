"""Documents of complaints: the slip (point 25), and the letter to post or deliver by hand (points 22 and 24)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from documents.formats.docx import Template
from domain.calendar import KAZAKHSTAN
from domain.complaints.complaint import CITED, Grievance
from domain.files import Attachment, safe_name
from domain.languages import Language
from domain.standard.cites import CiteRole

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from domain.offices.units import Unit
    from domain.standard.edition import Standard

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class ComplaintText:
    """The texts of the letter, ready to print.

    `to_head` follows the name of the body if its head is addressed (point 21); `ground` and `about` name what is
    complained of, `attached` lists the enclosures.
    """

    body_name: str
    to_head: str
    body_address: str
    body_phones: str
    author: str
    author_address: str
    ground: str
    about: str
    text: str
    attached: str


class ComplaintLetters:
    """Letters from one template."""

    def __init__(self, template: bytes) -> None:
        self._template = Template.load(template)

    def letter(self, text: ComplaintText) -> bytes:
        """Fills the letter as DOCX; the same input gives the same bytes.

        Raises:
            IllegalCharacter: a text contains a character that XML cannot hold.
        """
        return self._template.fill(asdict(text))


@dataclass(frozen=True, slots=True)
class SlipText:
    """The texts of the slip, ready to print: dates with times; `officer` is the surname with initials."""

    body_name: str
    body_address: str
    number: str
    author: str
    filed: str
    accepted: str
    officer: str
    due: str
    source: str
    phones: str


class Slips:
    """Slips from one template."""

    def __init__(self, template: bytes) -> None:
        self._template = Template.load(template)

    def slip(self, text: SlipText) -> bytes:
        """Fills the slip as DOCX; the same input gives the same bytes.

        Raises:
            IllegalCharacter: a text contains a character that XML cannot hold.
        """
        return self._template.fill(asdict(text))


@dataclass(frozen=True, slots=True)
class ComplaintPapers:
    """The documents of complaints under one edition of the standard."""

    standard: Standard
    slips: Slips
    letters: ComplaintLetters

    def slip(self, complaint: Complaint, due: date | None = None) -> Attachment:
        """The slip of an accepted complaint; `due` is the day promised in it, if it has changed since."""
        filed, accepted, due = complaint.filing, complaint.acceptance, due or complaint.answer_by
        assert due is not None  # noqa: S101
        body = self._body(complaint)
        text = SlipText(
            body_name=body.name,
            body_address=body.address,
            number=filed.number,
            author=complaint.name,
            filed=_moment(filed.at),
            accepted=_moment(accepted.at),
            officer=accepted.officer,
            due=_day(due),
            source=filed.source,
            phones=_phones(body),
        )
        return Attachment(f"talon-{safe_name(filed.number)}.docx", self.slips.slip(text))

    def letter(self, complaint: Complaint, case: Case | None, earlier: Complaint | None, files: int) -> Attachment:
        """The complaint as a letter; `earlier` is the one it appeals, `files` the number of the author's enclosures."""
        body = self._body(complaint)
        text = ComplaintText(
            body_name=body.name,
            to_head="" if complaint.unit and self.standard.is_office(complaint.unit) else " (руководству)",
            body_address=body.address,
            body_phones=_phones(body),
            author=complaint.name,
            author_address=complaint.address,
            ground=f"{self._ground(complaint.grievance)} ({self._cite(CITED[complaint.grievance])})",
            about=self._about(complaint, case),
            text=complaint.text,
            attached=_attached(self._copy(case), earlier, files),
        )
        return Attachment("zhaloba.docx", self.letters.letter(text))

    def _cite(self, role: CiteRole) -> str:
        """As `пункт 21 стандарта`."""
        return self.standard.paper_words.after(self.standard.cites.write(Language.RU, (role,)))

    def _copy(self, case: Case | None) -> str:
        cites = self._cite(CiteRole.COMPLAINT_FORM)
        if case is None or case.registration is None:
            return f"{self.standard.paper_words.unfiled_copy} ({cites})"
        filed = _day(case.registration.at.astimezone(KAZAKHSTAN).date())
        return f"копия заявления № {case.registration.number} от {filed} со штампом регистрации ({cites})"

    def _ground(self, grievance: Grievance) -> str:
        words = self.standard.paper_words
        return words.of_result if grievance is Grievance.RESULT else words.of_service

    def _body(self, complaint: Complaint) -> Unit:
        return self.standard.unit(complaint.addressee).corrected()

    def _about(self, complaint: Complaint, case: Case | None) -> str:
        assert complaint.office is not None  # noqa: S101  # callers ask only for complete complaints
        office = f"Услугу оказывает: {self.standard.unit(complaint.office).corrected().name}."
        if case is None or case.registration is None:
            return office
        registration = case.registration
        return f"{office} Заявление № {registration.number} от {_day(registration.at.astimezone(KAZAKHSTAN).date())}."


def _attached(copy: str, earlier: Complaint | None, files: int) -> str:
    """Numbers the enclosures; the copy that is required comes first."""
    rows = [copy]
    if files:
        rows.append(f"фотографии и другие файлы автора, количество: {files}")
    if earlier is not None and earlier.filed is not None:
        answer = earlier.answers[-1] if earlier.answers else None
        answered = "Ответа нет." if answer is None else f"Ответ: {answer.text or 'в приложенном файле.'}"
        day = _day(earlier.filed.at.astimezone(KAZAKHSTAN).date())
        rows.append(f"прежняя жалоба № {earlier.filed.number} от {day}: {earlier.text}\n{answered}")
    return "\n".join(f"{at}. {row}" for at, row in enumerate(rows, 1))


def _phones(body: Unit) -> str:
    """Keeps each phone number on one line."""
    return ", ".join(each.replace(" ", "\u00a0").replace("-", "\u2011") for each in body.phones) or NOTHING


def _day(when: date) -> str:
    return f"{when.day:02}.{when.month:02}.{when.year:04}"


def _moment(when: datetime) -> str:
    here = when.astimezone(KAZAKHSTAN)
    return f"{_day(here.date())}, {here:%H:%M}"
