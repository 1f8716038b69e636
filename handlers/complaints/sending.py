"""A complaint that is whole goes out: it is filed where its body takes it in the bot, else it becomes a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints import draft as pages
from dialogs.complaints.elements import body
from dialogs.complaints.notices import new_screen
from dialogs.made import ComplaintLetter, Copy, StampedCopy
from handlers.casework.card import EXTENSIONS
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from domain.complaints.complaint import Complaint
    from handlers.core.desk import Desk
    from handlers.core.reply import Visitor
    from services.complaints.filing import Sent


async def file(desk: Desk, complaint: Complaint, _argument: str, visitor: Visitor, state: FSMContext) -> Reply:
    """It has its number; whoever may take it is told."""
    sent = await desk.complaints.file(complaint, visitor.now)
    await state.clear()
    page = pages.filed_screen(sent.complaint, desk.complaints.term, desk.standard, visitor.texts)
    return Reply((page,), _notices(sent, desk), case_id=complaint.id)


async def letter(desk: Desk, complaint: Complaint, _argument: str, visitor: Visitor, state: FSMContext) -> Reply:
    """The letter, with the stamped copy that goes along."""
    kept = await desk.complaints.letter(complaint, visitor.now)
    await state.clear()
    return Reply(await letter_screens(desk, kept, visitor), case_id=complaint.id)


async def send(desk: Desk, complaint: Complaint, visitor: Visitor, state: FSMContext) -> Reply:
    """File it where the body takes it in the bot; else make it a letter."""
    way = file if await desk.complaints.handlers(complaint) else letter
    return await way(desk, complaint, "", visitor, state)


async def letter_screens(desk: Desk, complaint: Complaint, visitor: Visitor) -> tuple[Screen, ...]:
    """Where to send it, after what is to be printed; the author's own files, which the chat has lost, among it."""
    case, photos = await desk.complaints.case_of(complaint), await _photos(desk, complaint)
    papers = [pages.paper_screen(ComplaintLetter(complaint.id, len(photos)), visitor.texts)]
    if case is not None:
        papers.append(pages.paper_screen(StampedCopy.of(case), visitor.texts, "cmp-copy-file"))
    papers += pages.photo_screens(photos, visitor.texts)
    return (*papers, pages.letter_screen(complaint, desk.standard, visitor.texts))


async def _photos(desk: Desk, complaint: Complaint) -> list[Copy]:
    kept = [each for each in await desk.complaint_files.photos(complaint) if each.kept]
    return [Copy(each.id, f"prilozhenie-{at}.{EXTENSIONS[each.kind]}") for at, each in enumerate(kept, 1)]


def _notices(sent: Sent, desk: Desk) -> tuple[Notice, ...]:
    assert sent.complaint.unit is not None  # noqa: S101  # it was filed
    name = body(sent.complaint.unit, desk.standard).name

    def draw(texts: Texts) -> Screen:
        return new_screen(sent.complaint, name, texts)

    return tuple(Notice(each.user_id, draw, sent.complaint.id) for each in sent.officers)
