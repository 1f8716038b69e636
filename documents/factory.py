"""Documents of applications and complaints; the same case gives the same bytes."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from typing import TYPE_CHECKING

from documents.applications import Listed, Received, RefusalLetter
from documents.receipts.signing import Verifier
from documents.receipts.stamped_copy import stamped_copy
from documents.receipts.verification import verify_text
from domain.calendar import day_of
from domain.casework.certificates import APPENDIX
from domain.files import Attachment
from domain.receipts import START, Receipt, Stamp
from domain.standard.edition import Subject
from services.applications.ports import Checked

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from documents.applications import Forms, Letters
    from documents.complaints import ComplaintPapers
    from documents.receipts.signing import Signer
    from domain.applications.case import Case
    from domain.applications.outcomes import Shortfall
    from domain.complaints.complaint import Complaint
    from domain.offices.units import Unit
    from domain.standard.edition import Standard

PAPER_OF = {Subject.MISSIONARY: "svidetelstvo", Subject.GROUP: "spravka"}
REFUSED_PAPER = {Subject.MISSIONARY: "свидетельства", Subject.GROUP: "справки"}  # points 5 and 16
FORM_OF = {Subject.MISSIONARY: 7, Subject.GROUP: 8}  # appendices


class DocumentFactory:
    """Makes documents under one edition, signs receipts with one key and checks their QR codes."""

    def __init__(  # all that documents are made from
        self,
        standard: Standard,
        forms: Forms,
        letters: Letters,
        signer: Signer,
        bot_name: str,
        complaints: ComplaintPapers,
    ) -> None:
        self._standard = standard
        self._forms = forms
        self._letters = letters
        self._signer = signer
        self._verifier = Verifier([signer.public])
        self._bot_name = bot_name
        self._complaints = complaints

    def blank(self, appendix: int) -> Attachment:
        """An empty form."""
        return Attachment(f"form-{appendix}.docx", self._forms.blank(appendix))

    def application(self, case: Case) -> Attachment:
        """The application in its present state, to read, or to print and sign."""
        appendix = FORM_OF[case.subject]
        return Attachment(f"zayavlenie-{appendix}.docx", self._forms.filled(appendix, self._lines(case)))

    def stamped(self, case: Case) -> Attachment:
        """The copy of a registered application with its stamps (point 14)."""
        registration = case.filing
        office = self._standard.unit(case.filed_office).corrected()
        receipt = Receipt(
            edition=self._standard.status.id,
            appendix=FORM_OF[case.subject],
            stamp=Stamp(str(case.filed_office), office.name, registration.number, registration.at),
            received=day_of(case.complete_at) if case.complete_at else None,
            salt=urlsafe_b64decode(registration.salt + "=="),
            answers=self._lines(case),
        )
        name = f"zayavlenie-{_in_a_file_name(registration.number)}.docx"
        return Attachment(name, stamped_copy(receipt, registration.handle, self._forms, self._signer))

    def certificate(self, case: Case) -> Attachment:
        """The certificate (appendix 5) or reference note (appendix 6) of an approved case, to print and sign."""
        approved = case.approval
        lines = {
            **approved.lines,
            "certificate_number": approved.number,
            "certificate_date": day_of(approved.at).isoformat(),
        }
        name = f"{PAPER_OF[case.subject]}-{_in_a_file_name(approved.number)}.docx"
        return Attachment(name, self._forms.filled(APPENDIX[case.subject], lines))

    def refusal_letter(self, case: Case) -> Attachment:
        """The letter of refusal (point 16), to print and sign."""
        registration, refused = case.filing, case.final_refusal
        office = self._standard.unit(case.filed_office)
        shown, akimat = office.corrected(), self._akimat(office)
        short = {each.item for each in refused.shortfalls} if not refused.reason else set()
        letter = RefusalLetter(
            office_name=shown.name,
            office_address=shown.address,
            city=shown.locality,
            applicant=_applicant(case),
            paper=REFUSED_PAPER[case.subject],
            number=registration.number,
            filed=day_of(registration.at),
            refused=day_of(refused.at),
            received=self._received(case, without=short),
            listed=tuple(self._listed(each, case) for each in refused.shortfalls),
            akimat_name=akimat.name,
            akimat_address=akimat.address,
            reason=refused.reason,
        )
        return Attachment(f"otkaz-{_in_a_file_name(registration.number)}.docx", self._letters.refusal(letter))

    def slip(self, complaint: Complaint, due: date | None = None) -> Attachment:
        """The slip of an accepted complaint (point 25); `due` is the day promised in it, if it has changed since."""
        return self._complaints.slip(complaint, due)

    def complaint_letter(
        self, complaint: Complaint, case: Case | None, earlier: Complaint | None, files: int
    ) -> Attachment:
        """A complaint to print and sign (point 22); `files` is the number of the author's enclosures."""
        return self._complaints.letter(complaint, case, earlier, files)

    def check(self, text: str) -> Checked:
        """Checks the text of a QR code."""
        verdict = verify_text(text, self._verifier)
        return Checked(verdict.finding, verdict.statement)

    def link(self, case: Case) -> str:
        """The link that opens the check of a registered case's receipt."""
        return f"https://t.me/{self._bot_name}?start={START}{case.filing.handle}"

    def _listed(self, shortfall: Shortfall, case: Case) -> Listed:
        """Describes an item that led to the refusal, in the words of the edition."""
        item = next(each for each in self._standard.checklists[case.subject] if each.id == shortfall.item)
        title, cites, words = item.title, str(item.cites), shortfall.words
        if not shortfall.defect:
            return Listed(title, cites, words=words)
        wrong = next(each for each in self._standard.defects if each.id == shortfall.defect)
        return Listed(title, cites, day_of(case.received[item.id]), wrong.text, str(wrong.cites), words)

    def _received(self, case: Case, without: Collection[str]) -> tuple[Received, ...]:
        """Groups by day what was handed over, in the order of point 11, except for the items listed as defective."""
        days: dict[date, list[str]] = {}
        for item in self._standard.checklists[case.subject]:
            if item.id not in without and (at := case.received.get(item.id)):
                days.setdefault(day_of(at), []).append(item.title)
        return tuple(Received(day, tuple(titles)) for day, titles in sorted(days.items()))

    def _akimat(self, office: Unit) -> Unit:
        """The local executive body responsible for an office (point 21), with misprints corrected."""
        return self._standard.akimat_of(office).corrected()

    def _lines(self, case: Case) -> dict[str, str]:
        """The parts printed on the form and no others."""
        parts = {part for field in self._standard.forms[FORM_OF[case.subject]].fields for part in field.parts}
        answers = {key: value for key, value in case.answers.items() if key in parts}
        if case.office is not None:
            office = self._standard.unit(case.office).corrected()
            answers |= {"office_name": office.name, "office_address": office.address}
        return answers


def _applicant(case: Case) -> str:
    """The missionary, or the leader and the group."""
    names = (case.answers.get("full_name", ""), case.answers.get("leader_name", ""), case.answers.get("group_name", ""))
    return ", ".join(filter(None, names))


def _in_a_file_name(number: str) -> str:
    return number.replace("/", "-")
