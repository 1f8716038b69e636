"""Attaching copies of documents: a photo or PDF, one by one or as an album."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import application_button, continue_button, later_button
from dialogs.ui.screen import Screen, column
from dialogs.ui.texts import paragraphs
from domain.applications.case import Declaration
from domain.uploads import MEGABYTE, FileTooBig, NoRoom, TooManyFiles, TooManyPages

if TYPE_CHECKING:
    from dialogs.ui.screen import Button
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.uploads import UploadRefused

REASONS = {
    "NotAPicture": "upload-not-a-picture",
    "ActiveContent": "upload-active",
    "EncryptedPdf": "upload-encrypted",
    "TooManyPixels": "upload-too-hard",
    "TooHard": "upload-too-hard",
}


def attach_screen(case: Case, item: str, count: int, texts: Texts, problem: Html | None = None) -> Screen:
    """Asks for the copy of an item; a button ends the upload."""
    text = paragraphs(
        problem,
        texts("upload-title", item=texts(f"item-{item}")),
        texts("upload-how"),
        texts("upload-count", count=count) if count else None,
        texts("card-said-have") if count and case.declared.get(item) is Declaration.HAVE else None,
    )
    return Screen(
        text,
        column(
            application_button(case, texts, "upload-drop-button", "drop", item) if count else None,
            _done(case, item, count, texts),
            later_button(texts),
        ),
    )


def _done(case: Case, item: str, count: int, texts: Texts) -> Button:
    """Goes on to what is asked next; without a copy, back to the item."""
    action, about = ("next", "") if count else ("item", item)
    return application_button(case, texts, "upload-done-button", action, about)


def copy_refused_screen(case_id: str, item: str, refused: UploadRefused, texts: Texts) -> Screen:
    """Says that a copy was refused, and why."""
    text = paragraphs(texts("upload-refused", item=texts(f"item-{item}")), upload_problem_text(refused, texts))
    return Screen(text, column(continue_button(case_id, texts)))


def upload_problem_text(refused: UploadRefused, texts: Texts) -> Html:
    """Says what is wrong with a file, and what would be accepted."""
    if isinstance(refused, FileTooBig):
        return texts("upload-too-big", most=str(refused.limit // MEGABYTE))
    if isinstance(refused, NoRoom):
        return texts("upload-no-room", most=str(refused.limit // MEGABYTE))
    if isinstance(refused, TooManyFiles):
        return texts("upload-too-many", most=refused.limit)
    if isinstance(refused, TooManyPages):
        return texts("upload-too-many-pages", most=refused.limit)
    return texts(REASONS.get(type(refused).__name__, "upload-broken"))
