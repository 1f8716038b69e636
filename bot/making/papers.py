"""Documents of cases and complaints and their attached files, made when they are sent, for those who may have them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.making.packages import make_application_package, make_complaint_package, make_whole_case
from bot.making.personal_archive import make_part
from dialogs.applications.case_days import calendar_entries
from dialogs.made import (
    CASE,
    Application,
    ApplicationPackage,
    Attached,
    Blank,
    CaseCalendar,
    Certificate,
    ComplaintLetter,
    ComplaintPackage,
    ComplaintSlip,
    Copy,
    Part,
    RefusalLetter,
    StampedCopy,
    WholeCase,
)
from domain.files import Attachment

if TYPE_CHECKING:
    from bot.making.reading import Reading
    from documents.factory import DocumentFactory

# The part that needs no more data and can run in any thread: the file, and the PDF beside it if that says more.
Write = Callable[["DocumentFactory"], Attachment | tuple[Attachment, Attachment | None]]


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


async def _case_calendar(reading: Reading, user_id: int, spec: CaseCalendar) -> Write:
    case = await reading.recipients.own_case(user_id, spec.case)
    office = reading.editions.of(case).unit(case.filed_office).corrected()
    entries = calendar_entries(spec, case, office, reading.texts(spec.language, case.edition))
    return lambda papers: papers.calendar(case, entries)


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
    CaseCalendar: _case_calendar,
    Certificate: _certificate,
    RefusalLetter: _refusal_letter,
    ComplaintSlip: _slip,
    ComplaintLetter: _complaint_letter,
    ComplaintPackage: make_complaint_package,
    WholeCase: make_whole_case,
    ApplicationPackage: make_application_package,
    Attached: _attached,
    Copy: _copy,
    Part: make_part,
}
