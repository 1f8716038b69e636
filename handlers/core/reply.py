"""What a handler is given and returns: it sends nothing itself; and which question the next text answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from domain.languages import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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
    `menus` are the people whose list of commands is to be renewed. With `keeps_question` the question that stands on
    the screen goes on to wait for its answer; without it, whatever is shown leads away from the question.
    `own` says that it shows nobody's data but the person's own: set where the capability is known, not by each handler.
    `removals` are messages, each after its chat, to be deleted where Telegram still does that.
    """

    screens: tuple[Screen, ...] = ()
    notices: tuple[Notice, ...] = ()
    toast: str = ""
    fresh: bool = False
    leave: bool = False
    case_id: str = ""
    menus: tuple[int, ...] = ()
    keeps_question: bool = False
    own: bool = False
    removals: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who wrote, in which language to answer, and when it is."""

    person: Person
    texts: Texts
    now: datetime
    texts_of: Callable[[str], Texts]

    @property
    def languages(self) -> tuple[Texts, ...]:
        """The words of every language, their own first."""
        return (self.texts, *(self.texts_of(each) for each in Language if each != self.texts.language))

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
CHOOSING = "choosing"  # a page of a record whose answer is one of its buttons

SUSPENDED = "suspended"  # in the data of a session: the question that was left
REPLACES = "replaces"  # in the data of a question: what was kept of the message before it was edited or gone on with
RETRACTED = "retracted"  # besides: that is taken out, and nothing put in its place


async def expect(
    state: FSMContext, case_id: str, what: str, kind: str = ANSWERING, place: tuple[int, int] | None = None
) -> None:
    """The next text answers this; with an empty `what`, a button of the page does.

    Args:
        state: of the chat.
        case_id: the record that is asked about.
        what: the question.
        kind: what sort of question it is.
        place: its number among how many, where it has one.
    """
    await state.set_state(kind if what else CHOOSING)
    await state.set_data({"case": case_id, "question": what} | ({"place": list(place)} if place else {}))


async def end_question(state: FSMContext, record_id: str) -> None:
    """Nothing about this record waits for an answer any more; a question about another one is only left."""
    data = await state.get_data()
    if data.get("case") == record_id:
        await state.clear()
    elif data.get(SUSPENDED, {}).get("case") == record_id:
        await forget_questions(state)


async def forget_questions(state: FSMContext) -> None:
    """No question waits for an answer, neither here nor where one was left: their records are erased."""
    await state.set_state(None)
    await state.set_data({SUSPENDED: {}})


async def expect_again(state: FSMContext, kind: str | None, question: Mapping[str, Any]) -> None:
    """The next text answers what it was to answer before."""
    await state.set_state(kind)
    await state.set_data(question)
