"""Photos and PDFs that people send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.uploads import Offered

if TYPE_CHECKING:
    from aiogram.types import Message


def offered(message: Message, sender: int = 0) -> Offered:
    """The file of a message: of a photo's sizes the largest. `sender` where it is not the applicant or author.

    Raises:
        ValueError: it has none; handlers ask for it behind `has_file`.
    """
    file = message.photo[-1] if message.photo else message.document
    if file is None:
        raise ValueError("a message without a file")
    return Offered(file.file_id, message.message_id, file.file_size or 0, sender)
