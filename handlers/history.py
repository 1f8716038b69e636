"""The proof of the history of one's own case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.history import which_screen
from dialogs.made import Proof
from dialogs.ui.screen import drawn
from handlers.core.context import capability_router
from handlers.core.filters import TextCommand
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import Message

    from handlers.core.reply import Viewer
    from services.applications.drafting import ApplicationDrafts


def router() -> Router:
    """The command; the buttons are those of a registered case."""
    made = capability_router("history")
    made.message.register(prove_history, TextCommand("proof"))
    return made


async def prove_history(_message: Message, viewer: Viewer, drafts: ApplicationDrafts) -> Reply:
    """The proof of the only case, or a choice among several."""
    cases = [each for each in await drafts.list_for_person(viewer.person.id) if each.registration]
    if len(cases) != 1:
        return Reply((which_screen(cases, viewer.texts),))
    return Reply((drawn(Proof(cases[0].id, viewer.texts.language)),), case_id=cases[0].id)
