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
    ComplaintSlip,
    Copy,
    Part,
    RefusalLetter,
    StampedCopy,
)
from domain.files import Attachment

if TYPE_CHECKING:
    from bot.making.reading import Reading
    from documents.factory import DocumentFactory

Write = Callable[["DocumentFactory"], Attachment]  # the part that needs no more data and can run in any thread


async def _blank(_reading: Reading, _user_id: int, made: Blank) -> Write:
    return lambda papers: papers.blank(made.appendix)


async def _application(reading: Reading, user_id: int, made: Application) -> Write:
    case = await reading.recipients.own_case(user_id, made.case)
    return lambda papers: papers.application(case)


async def _stamped_copy(reading: Reading, user_id: int, made: StampedCopy) -> Write:
    if made.complaint:
        case = await reading.recipients.case_of_complaint(user_id, made.complaint, made.case, reading.now)
    else:
        case = await reading.recipients.case(user_id, made.case, reading.now)
    promised = case if made.complete else replace(case, complete_at=None)  # the package may have become complete since
    return lambda papers: papers.stamped(promised)


async def _certificate(reading: Reading, user_id: int, made: Certificate) -> Write:
    case = await reading.recipients.case(user_id, made.case, reading.now)
    return lambda papers: papers.certificate(case)


async def _refusal_letter(reading: Reading, user_id: int, made: RefusalLetter) -> Write:
    case = await reading.recipients.case(user_id, made.case, reading.now)
    return lambda papers: papers.refusal_letter(case)


async def _slip(reading: Reading, user_id: int, made: ComplaintSlip) -> Write:
    complaint = await reading.recipients.complaint(user_id, made.complaint, reading.now)
    return lambda papers: papers.slip(complaint, date.fromisoformat(made.due))


async def _complaint_letter(reading: Reading, user_id: int, made: ComplaintLetter) -> Write:
    complaint = await reading.recipients.complaint(user_id, made.complaint, reading.now)
    case, earlier = await reading.recipients.about(complaint)
    return lambda papers: papers.complaint_letter(complaint, case, earlier, made.files)


async def _attached(reading: Reading, user_id: int, made: Attached) -> Write:
    who = reading.recipients
    record = await (who.case if made.to == CASE else who.complaint)(user_id, made.record, reading.now)
    file = Attachment(made.name, await who.file(record, made.upload))
    return lambda _papers: file


async def _copy(reading: Reading, user_id: int, made: Copy) -> Write:
    file = Attachment(made.name, (await reading.my_data.copy(user_id, made.upload)).content)
    return lambda _papers: file


PAPER_MAKERS: Mapping[type, Callable[[Reading, int, Any], Awaitable[Write]]] = {
    Blank: _blank,
    Application: _application,
    StampedCopy: _stamped_copy,
    Certificate: _certificate,
    RefusalLetter: _refusal_letter,
    ComplaintSlip: _slip,
    ComplaintLetter: _complaint_letter,
    Attached: _attached,
    Copy: _copy,
    Part: make_part,
}
