"""Documents of applications and complaints; the same case gives the same bytes."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from typing import TYPE_CHECKING

from documents.applications import Listed, Received, RefusalLetter
from documents.formats.icalendar import write_calendar
from documents.preparation import facts_of_draft
from documents.receipts.signing import Verifier
from documents.receipts.stamped_copy import stamped_copy
from documents.receipts.verification import verify_text
from domain.applications.outcomes import Refusal
from domain.applications.parties import answer_of, applicant_name
from domain.calendar import day_of
from domain.files import Attachment, safe_name
from domain.languages import Language
from domain.receipts import START, Receipt, Stamp
from domain.standard.forms import Given
from domain.standard.questions import Role
from services.applications.ports import Checked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from documents.library import PaperLibrary
    from documents.receipts.signing import Signer
    from domain.applications.case import Case
    from domain.applications.outcomes import Shortfall
    from domain.complaints.complaint import Complaint
    from domain.files import CalendarEntry
    from domain.offices.units import Unit
    from domain.standard.edition import Standard


class DocumentFactory:
    """Makes documents, each under the edition of its record, signs receipts with one key and checks their QR codes.

    What is made of a record raises EditionMissing where its edition is not loaded.
    """

    def __init__(self, library: PaperLibrary, signer: Signer, bot_name: str) -> None:
        self._library = library
        self._signer = signer
        self._verifier = Verifier([signer.public])
        self._bot_name = bot_name

    def blank(self, form: str, edition: str = "") -> Attachment:
        """An empty form of an edition, by its id or printed number; without an edition's id, of the current one.

        Raises:
            EditionMissing: it is not loaded.
            KeyError: nothing is applied for on such a form.
        """
        papers = self._library.get(edition)
        found = papers.standard.application_form(form)
        if found is None:
            raise KeyError(form)
        return Attachment(f"form-{found.appendix}.docx", papers.forms.blank(found.appendix))

    def application(self, case: Case) -> Attachment:
        """The application in its present state, to read, or to print and sign."""
        papers = self._library.of(case)
        kind = papers.standard.kinds[case.subject]
        appendix = papers.standard.forms[kind.form].appendix
        name = f"{kind.file_name}-{appendix}.docx" if appendix else f"{kind.file_name}.docx"
        return Attachment(name, papers.forms.filled(appendix, _lines(case, papers.standard)))

    def stamped(self, case: Case) -> Attachment:
        """The copy of a registered application with its stamps (point 14)."""
        registration, papers = case.filing, self._library.of(case)
        office, kind = papers.standard.unit(case.filed_office).corrected(), papers.standard.kinds[case.subject]
        receipt = Receipt(
            edition=case.edition,
            appendix=papers.standard.forms[kind.form].appendix,
            stamp=Stamp(office.code, office.name, registration.number, registration.at),
            received=day_of(case.complete_at) if case.complete_at else None,
            salt=urlsafe_b64decode(registration.salt + "=="),
            answers=_lines(case, papers.standard),
        )
        name = f"{kind.file_name}-{safe_name(registration.number)}.docx"
        return Attachment(name, stamped_copy(receipt, registration.handle, papers.forms, self._signer))

    def calendar(self, case: Case, entries: Sequence[CalendarEntry]) -> Attachment:
        """The days of a case, to import into a calendar."""
        name = f"srok-{safe_name(case.filing.number)}.ics"
        return Attachment(name, write_calendar(entries, self._bot_name))

    def certificate(self, case: Case) -> Attachment:
        """The certificate or reference note of an approved case, to print and sign."""
        approved, papers = case.approval, self._library.of(case)
        paper = papers.standard.kinds[case.subject].result
        given = {Given.PAPER_NUMBER: approved.number, Given.PAPER_DATE: day_of(approved.at).isoformat()}
        lines = {**approved.lines, **papers.standard.given.fill(given)}
        name = f"{paper.file_name}-{safe_name(approved.number)}.docx"
        return Attachment(name, papers.forms.filled(papers.standard.forms[paper.form].appendix, lines))

    def refusal_letter(self, case: Case) -> Attachment:
        """The letter of refusal (point 16), to print and sign; or that which says what an unaccepted package lacks."""
        registration, papers = case.filing, self._library.of(case)
        refused = case.not_accepted or case.final_refusal
        reason = refused.reason if isinstance(refused, Refusal) else ""
        office = papers.standard.unit(case.filed_office)
        shown, akimat = office.corrected(), _akimat(office, papers.standard)
        short = {each.item for each in refused.shortfalls} if not reason else set()
        letter = RefusalLetter(
            office_name=shown.name,
            office_address=shown.address,
            city=shown.locality,
            applicant=_applicant(case, papers.standard),
            paper=papers.standard.kinds[case.subject].result.refused,
            number=registration.number,
            filed=day_of(registration.at),
            refused=day_of(refused.at),
            received=_received(case, papers.standard, without=short),
            listed=tuple(_listed(each, case, papers.standard) for each in refused.shortfalls),
            akimat_name=akimat.name,
            akimat_address=akimat.address,
            reason=reason,
            accepted=case.not_accepted is None,
            **(_ground(refused, papers.standard) if isinstance(refused, Refusal) else {}),
        )
        name = "otkaz" if letter.accepted else "ne-prinyato"
        return Attachment(f"{name}-{safe_name(registration.number)}.docx", papers.letters.refusal(letter))

    def slip(self, complaint: Complaint, due: date | None = None) -> Attachment:
        """The slip of an accepted complaint (point 25); `due` is the day promised in it, if it has changed since."""
        return self._library.of(complaint).complaints.slip(complaint, due)

    def complaint_letter(
        self, complaint: Complaint, case: Case | None, earlier: Complaint | None, files: int
    ) -> Attachment:
        """A complaint to print and sign (point 22); `files` is the number of the author's enclosures."""
        return self._library.of(complaint).complaints.letter(complaint, case, earlier, files)

    def check(self, text: str) -> Checked:
        """Checks the text of a QR code."""
        verdict = verify_text(text, self._verifier)
        return Checked(verdict.finding, verdict.statement)

    def link(self, case: Case) -> str:
        """The link that opens the check of a registered case's receipt."""
        return f"https://t.me/{self._bot_name}?start={START}{case.filing.handle}"


def _listed(shortfall: Shortfall, case: Case, standard: Standard) -> Listed:
    """Describes an item that led to the refusal, in the words of the edition."""
    item = next(each for each in standard.checklists[case.subject] if each.id == shortfall.item)
    title, cites, words = item.title, standard.cites.write_citation(Language.RU, str(item.cites)), shortfall.words
    if not shortfall.defect:
        return Listed(title, cites, words=words)
    wrong = next(each for each in standard.defects if each.id == shortfall.defect)
    rests_on = standard.cites.write_citation(Language.RU, str(wrong.cites))
    received = case.received.get(item.id)  # what is brought and not accepted was not received
    return Listed(title, cites, day_of(received) if received else None, wrong.text, rests_on, words)


def _ground(refused: Refusal, standard: Standard) -> dict[str, str]:
    """The ground of a refusal on substance, in the words of the edition; empty for any other refusal.

    Raises:
        KeyError: the edition does not name it.
    """
    if not refused.ground:
        return {}
    ground = standard.ground(refused.ground)
    cites = standard.cites.write_citation(Language.RU, str(ground.cites))
    return {"ground": ground.text, "ground_cites": cites, "explanation": refused.explanation}


def _received(case: Case, standard: Standard, without: Collection[str]) -> tuple[Received, ...]:
    """Groups by day what was handed over, in the order of point 11, except for the items listed as defective."""
    days: dict[date, list[str]] = {}
    for item in standard.checklists[case.subject]:
        if item.id not in without and (at := case.received.get(item.id)):
            days.setdefault(day_of(at), []).append(item.title)
    return tuple(Received(day, tuple(titles)) for day, titles in sorted(days.items()))


def _akimat(office: Unit, standard: Standard) -> Unit:
    """The local executive body responsible for an office (point 21), with misprints corrected."""
    return standard.akimat_of(office).corrected()


def _lines(case: Case, standard: Standard) -> dict[str, str]:
    """The parts printed on the form and no others."""
    parts = standard.forms[standard.kinds[case.subject].form].parts
    answers = {key: value for key, value in case.answers.items() if key in parts}
    if case.office is not None:
        office = standard.unit(case.office).corrected()
        answers |= {key: text for key, text in standard.given.of_office(office).items() if key in parts}
    return answers | standard.given.fill(facts_of_draft(case, standard))


def _applicant(case: Case, standard: Standard) -> str:
    """The missionary, or the leader and the group."""
    return ", ".join(filter(None, (applicant_name(case, standard), answer_of(case, Role.GROUP, standard))))
