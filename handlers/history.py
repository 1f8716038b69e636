"""The proof of the history of one's own case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from dialogs.history import which_screen
from dialogs.made import Proof
from dialogs.ui.screen import drawn
from handlers.core.filters import TextCommand
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram.types import Message

    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer


def router() -> Router:
    """The command; the buttons are those of a registered case."""
    made = Router(name="proof")
    made.message.register(prove, TextCommand("proof"))
    return made


async def prove(_message: Message, visitor: Viewer, desk: Desk) -> Reply:
    """The proof of the only case, or a choice among several."""
    cases = [each for each in await desk.applications.list_for_person(visitor.person.id) if each.registration]
    if len(cases) != 1:
        return Reply((which_screen(cases, visitor.texts),))
    return Reply((drawn(Proof(cases[0].id, visitor.texts.language)),), case_id=cases[0].id)
