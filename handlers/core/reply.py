"""What a handler is given and returns: it sends nothing itself; and which question the next text answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from aiogram.fsm.context import FSMContext

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from domain.people import Person


@dataclass(frozen=True, slots=True)
class Notice:
    """A screen for somebody else, drawn in the recipient's own language when it is queued.

    Of those with one `merge_key` that still wait for a person only the newest is sent: it has to say all that the
    others say. Without a key nothing is left out.
    """

    user_id: int
    draw: Callable[[Texts], Screen]
    case_id: str = ""
    merge_key: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """Screens for the person who wrote: after a tap the first one takes the place of the tapped message.

    `fresh` sends that one as a new message instead; `toast` shows briefly over the chat; `leave` leaves
    the chat afterwards. What tells of an application names its `case_id`: it waits sealed with that case's key.
    `menus` are the people whose list of commands is to be renewed.
    """

    screens: tuple[Screen, ...] = ()
    notices: tuple[Notice, ...] = ()
    toast: str = ""
    fresh: bool = False
    leave: bool = False
    case_id: str = ""
    menus: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who wrote, in which language to answer, and when it is."""

    person: Person
    texts: Texts
    now: datetime
    texts_of: Callable[[str], Texts]

    def changed(self, person: Person) -> Viewer:
        """The same viewer after a change of what they set for themselves."""
        texts = self.texts_of(person.language) if person.language else self.texts
        return replace(self, person=person, texts=texts)


ANSWERING = "apply"  # a draft's question, or its list of materials
UPLOADING = "upload"  # a copy of a document
WRITING = "work"  # a line that an officer's act needs: `question` is `act.line.version`
COMPLAINING = "complaining"  # the author of a complaint: name, address, text or a reason
HANDLING = "handling"  # who answers a complaint: `question` is `handling.version`
JOINING = "joining"  # the name of somebody who was invited; the question is the invitation's id
FURTHER = "further"  # a registered missionary's further materials


async def expect(state: FSMContext, case_id: str, what: str, kind: str = ANSWERING) -> None:
    """The next text answers this; with an empty `what` none does."""
    if what:
        await state.set_state(kind)
        await state.set_data({"case": case_id, "question": what})
    else:
        await state.clear()
