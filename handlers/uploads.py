"""Photos and PDFs sent for an item of the checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.uploads import attach_screen
from handlers.core.reply import Reply
from services.uploads import Offered

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer


async def has_file(message: Message) -> bool:
    """Whether a photo or a file was sent."""
    return bool(message.photo or message.document)


async def sent(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """One file, alone or of an album."""
    asked = await state.get_data()
    visitor.person.check_consent()
    case = await desk.applications.draft(visitor.person.id, asked["case"])
    await desk.uploads.offer(case, asked["question"], offered(message))
    count = len(await desk.uploads.list_for_item(case, asked["question"]))
    return Reply((attach_screen(case, asked["question"], count, visitor.texts),), case_id=case.id)


def offered(message: Message, sender: int = 0) -> Offered:
    """The file of a message: of a photo's sizes the largest. `sender` where it is not the applicant or author."""
    file = message.photo[-1] if message.photo else message.document
    assert file is not None  # noqa: S101  # the filter saw it
    return Offered(file.file_id, message.message_id, file.file_size or 0, sender)
