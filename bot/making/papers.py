"""Documents of cases and complaints and their attached files, made when they are sent, for those who may have them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.making.personal_archive import make_part
from dialogs.made import (
    CASE,
    Application,
    Attached,
    Blank,
    Certificate,
    ComplaintLetter,
    ComplaintPackage,
    ComplaintSlip,
    Copy,
    Part,
    RefusalLetter,
    StampedCopy,
)
from documents.formats.pdf import pdf_of
from documents.uploads.worker import join_apart
from domain.files import Attachment

if TYPE_CHECKING:
    from bot.making.reading import Reading
    from documents.factory import DocumentFactory

PACKAGE = "zhaloba-dlya-pechati.pdf"
Write = Callable[["DocumentFactory"], Attachment]  # the part that needs no more data and can run in any thread


async def _blank(_reading: Reading, _user_id: int, spec: Blank) -> Write:
    return lambda papers: papers.blank(spec.form, spec.edition)


async def _application(reading: Reading, user_id: int, spec: Application) -> Write:
    case = await reading.recipients.own_case(user_id, spec.case)
    return lambda papers: papers.application(case)


async def _stamped_copy(reading: Reading, user_id: int, spec: StampedCopy) -> Write:
    if spec.complaint:
        case = await reading.recipients.case_of_complaint(user_id, spec.complaint, spec.case, reading.now)
    else:
        case = await reading.recipients.case(user_id, spec.case, reading.now)
    # The package may have become complete since.
    promised = case if spec.complete else replace(case, complete_at=None)
    return lambda papers: papers.stamped(promised)


async def _certificate(reading: Reading, user_id: int, spec: Certificate) -> Write:
    case = await reading.recipients.case(user_id, spec.case, reading.now)
    return lambda papers: papers.certificate(case)


async def _refusal_letter(reading: Reading, user_id: int, spec: RefusalLetter) -> Write:
    case = await reading.recipients.case(user_id, spec.case, reading.now)
    return lambda papers: papers.refusal_letter(case)


async def _slip(reading: Reading, user_id: int, spec: ComplaintSlip) -> Write:
    complaint = await reading.recipients.complaint(user_id, spec.complaint, reading.now)
    return lambda papers: papers.slip(complaint, date.fromisoformat(spec.due))


async def _complaint_letter(reading: Reading, user_id: int, spec: ComplaintLetter) -> Write:
    complaint = await reading.recipients.complaint(user_id, spec.complaint, reading.now)
    case, earlier = await reading.recipients.about(complaint)
    return lambda papers: papers.complaint_letter(complaint, case, earlier, spec.files)


async def _complaint_package(reading: Reading, user_id: int, spec: ComplaintPackage) -> Write:
    """What was erased since is missing; the author's own files are opened in the process that is shut in."""
    complaint = await reading.recipients.complaint(user_id, spec.complaint, reading.now)
    case, earlier = await reading.recipients.about(complaint)
    files = [(await reading.my_data.copy(user_id, each)).content for each in spec.uploads]

    def write(papers: DocumentFactory) -> Attachment:
        ours = [papers.complaint_letter(complaint, case, earlier, len(files))]
        if case is not None and case.registration is not None:
            ours.append(papers.stamped(case))
        printed = [pdf_of(each.content, each.name.removesuffix(".docx")) for each in ours]
        return Attachment(PACKAGE, join_apart([*printed, *files]).content)

    return write


async def _attached(reading: Reading, user_id: int, spec: Attached) -> Write:
    who = reading.recipients
    record = await (who.case if spec.to == CASE else who.complaint)(user_id, spec.record, reading.now)
    file = Attachment(spec.name, await who.file(record, spec.upload))
    return lambda _papers: file


async def _copy(reading: Reading, user_id: int, spec: Copy) -> Write:
    file = Attachment(spec.name, (await reading.my_data.copy(user_id, spec.upload)).content)
    return lambda _papers: file


PAPER_MAKERS: Mapping[type, Callable[[Reading, int, Any], Awaitable[Write]]] = {
    Blank: _blank,
    Application: _application,
    StampedCopy: _stamped_copy,
    Certificate: _certificate,
    RefusalLetter: _refusal_letter,
    ComplaintSlip: _slip,
    ComplaintLetter: _complaint_letter,
    ComplaintPackage: _complaint_package,
    Attached: _attached,
    Copy: _copy,
    Part: make_part,
}
