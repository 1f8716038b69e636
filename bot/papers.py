"""The documents of an application: handlers ask for them through their port, `documents` makes them."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from typing import TYPE_CHECKING

from dialogs.receipts import START
from dialogs.screens import Attachment
from documents.signing import Verifier
from documents.stamped_copy import stamped_copy
from documents.verify import verify_text
from domain.receipts import Receipt, Stamp
from domain.standard import Subject
from domain.zone import day_of
from handlers.desk import Checked

if TYPE_CHECKING:
    from documents.forms import Forms
    from documents.signing import Signer
    from domain.cases import Case
    from domain.standard import Standard

FORM_OF = {Subject.MISSIONARY: 7, Subject.GROUP: 8}  # appendices


class Papers:
    """handlers.desk.Papers for one edition and one signing key."""

    def __init__(self, standard: Standard, forms: Forms, signer: Signer, bot_name: str) -> None:
        self._standard = standard
        self._forms = forms
        self._signer = signer
        self._verifier = Verifier([signer.public])
        self._bot_name = bot_name

    def blank(self, appendix: int) -> Attachment:
        """An empty form."""
        return Attachment(f"form-{appendix}.docx", self._forms.blank(appendix))

    def application(self, case: Case) -> Attachment:
        """The application as it stands, to look at or to print and sign."""
        appendix = FORM_OF[case.subject]
        return Attachment(f"zayavlenie-{appendix}.docx", self._forms.filled(appendix, self._lines(case)))

    def stamped(self, case: Case) -> Attachment:
        """The copy of a registered application with its stamps (point 14)."""
        given = case.registration
        assert given is not None  # noqa: S101  # only a registered case is asked for
        assert case.office is not None  # noqa: S101
        office = self._standard.unit(case.office).corrected()
        receipt = Receipt(
            edition=self._standard.status.id,
            appendix=FORM_OF[case.subject],
            stamp=Stamp(str(case.office), office.name, given.number, given.at),
            received=day_of(case.complete_at) if case.complete_at else None,
            salt=urlsafe_b64decode(given.salt + "=="),
            answers=self._lines(case),
        )
        name = f"zayavlenie-{given.number.replace('/', '-')}.docx"
        return Attachment(name, stamped_copy(receipt, given.handle, self._forms, self._signer))

    def check(self, text: str) -> Checked:
        """Whether the text of a QR code is a receipt's."""
        verdict = verify_text(text, self._verifier)
        return Checked(verdict.finding, verdict.statement)

    def link(self, case: Case) -> str:
        """The address that opens the check of a registered case's receipt."""
        assert case.registration is not None  # noqa: S101  # only a registered case is asked for
        return f"https://t.me/{self._bot_name}?start={START}{case.registration.handle}"

    def _lines(self, case: Case) -> dict[str, str]:
        """What stands on the form, and nothing that does not."""
        parts = {part for field in self._standard.forms[FORM_OF[case.subject]].fields for part in field.parts}
        answers = {key: value for key, value in case.answers.items() if key in parts}
        if case.office is not None:
            office = self._standard.unit(case.office).corrected()
            answers |= {"office_name": office.name, "office_address": office.address}
        return answers
