"""What whoever sent a file for a complaint, or for its answer, is told once it was fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints.elements import open_tap
from dialogs.complaints.officer_elements import look
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs
from dialogs.uploads import problem_text

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.uploads import UploadRefused

ANSWER = "answer"  # how the items of answers begin


def kept_screen(complaint_id: str, item: str, texts: Texts) -> Screen:
    """The file is kept, and gone from the chat."""
    told = texts("hnd-kept") if _answers(item) else texts("cmp-kept")
    return Screen(told, column(_go_on(complaint_id, item, texts)))


def refused_screen(complaint_id: str, item: str, refused: UploadRefused, texts: Texts) -> Screen:
    """The file is not taken, and why."""
    told = texts("hnd-not-kept") if _answers(item) else texts("cmp-not-kept")
    return Screen(paragraphs(told, problem_text(refused, texts)), column(_go_on(complaint_id, item, texts)))


def _answers(item: str) -> bool:
    return item.startswith(ANSWER)


def _go_on(complaint_id: str, item: str, texts: Texts) -> Button:
    if _answers(item):
        return Button(texts.plain("hnd-card-button"), look(complaint_id))
    return Button(texts.plain("cmp-open-button"), open_tap("open", complaint_id))
