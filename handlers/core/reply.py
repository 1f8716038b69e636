"""What a handler is given and returns: it sends nothing itself; and which question the next text answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from dialogs.prepared import with_basis as add_basis
from dialogs.ui.law import Law
from domain.errors import EditionMissing
from domain.languages import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

    from aiogram.fsm.context import FSMContext

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from domain.people import Person
    from domain.standard.edition import Standard
    from domain.standard.editions import BoundRecord


class ServedEdition(Protocol):
    """An edition of the standard with what is made of it; what a handler may name are its attributes of these names."""

    @property
    def names(self) -> Collection[str]:
        """What a handler may name."""

    @property
    def standard(self) -> Standard:
        """The edition."""

    def texts(self, language: str) -> Texts:
        """The words of a language, with the citations of the edition."""


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
    `removals` are messages, each after its chat, to be deleted where Telegram still does that. `pins` and `unpins` are
    messages of the chat itself.
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
    pins: tuple[int, ...] = ()
    unpins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who wrote, in which language to answer, under which edition of the standard, and when it is.

    `served_of` finds any loaded edition by its id, and raises EditionMissing; `in_preparation` are the ids of those by
    which applications are only prepared.
    """

    person: Person
    language: str
    now: datetime
    served: ServedEdition
    served_of: Callable[[str], ServedEdition]
    in_preparation: tuple[str, ...] = ()

    @property
    def texts(self) -> Texts:
        """The words of their language, with the citations of the edition."""
        return self.served.texts(self.language)

    @property
    def languages(self) -> tuple[Texts, ...]:
        """The words of every language, their own first."""
        return (self.texts, *(self.served.texts(each) for each in Language if each != self.language))

    def changed(self, person: Person) -> Viewer:
        """The same viewer after a change of what they set for themselves."""
        return replace(self, person=person, language=person.language or self.language)

    def law_of(self, record: BoundRecord) -> Law:
        """The edition of a record in a list, with its words; the current one where a finished record's is not here."""
        try:
            served = self.served_of(record.edition)
        except EditionMissing:
            served = self.served_of("")
        return Law(served.standard, served.texts(self.language))

    @property
    def prepared(self) -> tuple[Law, ...]:
        """The editions under which applications are only prepared, each with the viewer's words."""
        served = map(self.served_of, self.in_preparation)
        return tuple(Law(each.standard, each.texts(self.language)) for each in served)

    def under(self, edition: str) -> Viewer:
        """The same viewer, who looks at a record of this edition.

        Raises:
            EditionMissing: it is not loaded.
        """
        return replace(self, served=self.served_of(edition))


def with_basis(reply: Reply, viewer: Viewer, edition: str) -> Reply:
    """The reply about a record of this edition; if that is in preparation, each page says on what it rests."""
    if edition not in viewer.in_preparation or not reply.screens:
        return reply
    served = viewer.served_of(edition)
    law = Law(served.standard, served.texts(viewer.language))
    return replace(reply, screens=tuple(add_basis(each, law) for each in reply.screens))


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
