"""What was refused: all that an error reply is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dialogs.home import home_screen
from dialogs.ui.callback_data import (
    ApplicationCallback,
    BadTap,
    CaseworkCallback,
    ComplaintCallback,
    OfficerComplaintCallback,
    unpack,
)
from domain.errors import BadAnswer
from domain.history import VISITS, EventKind
from handlers.core.reply import ANSWERING, COMPLAINING, FURTHER, HANDLING, UPLOADING, WRITING, Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from aiogram.types import Message

    from dialogs.ui.callback_data import CallbackData
    from domain.errors import DomainError
    from domain.history import Event
    from handlers.core.context import HandlerContext

MOST_TOLD = 5  # entries of the history
NO_CHANGE = VISITS | {EventKind.FILED}  # of what an officer saw
CAPABILITY_OF: Mapping[str | None, type[CallbackData]] = {
    ANSWERING: ApplicationCallback,
    UPLOADING: ApplicationCallback,
    FURTHER: ApplicationCallback,
    WRITING: CaseworkCallback,
    COMPLAINING: ComplaintCallback,
    HANDLING: OfficerComplaintCallback,
}
"""Of a question that the next message answers."""


@dataclass(frozen=True, slots=True)
class FailedAction:
    """An action that was refused, by a tap or by a message.

    Attributes:
        error: Why.
        tapped: Whether a button was tapped.
        callback: What the button says; None for a message, and where it says nothing that can be read.
        expecting: The kind of question that the message was to answer.
        question: Which question, and of which record.
        text: What was typed.
    """

    error: DomainError | BadTap
    tapped: bool = False
    callback: CallbackData | None = None
    expecting: str | None = None
    question: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def capability(self) -> type[CallbackData] | None:
        """Of the button or question; None where it is of none that has replies of its own."""
        if self.tapped:
            return type(self.callback) if self.callback else None
        return CAPABILITY_OF.get(self.expecting)

    @property
    def is_answer(self) -> bool:
        """Whether a message was to answer a question: neither a tap nor a command is."""
        return not self.tapped and self.expecting is not None and not self.text.startswith("/")

    @property
    def version(self) -> int | None:
        """Of the record on the screen that was tapped or answered; None where it says none."""
        shown = self.callback.version if self.callback else self.question.get("question", "").rpartition(".")[2]
        return int(shown) if shown.isascii() and shown.isdecimal() else None

    def since_screen(self, events: Sequence[Event]) -> list[Event]:
        """What was done to the record since that screen, oldest first, at most the last `MOST_TOLD`."""
        if self.version is None:
            return []
        since = [each for each in events if each.seen >= self.version and each.kind not in NO_CHANGE]
        return since[-MOST_TOLD:]

    @property
    def record_id(self) -> str:
        """The application or complaint it was about; empty where it was about none."""
        if self.tapped:
            return self.callback.record_id if self.callback else ""
        return self.question.get("case", "") if self.capability else ""


if TYPE_CHECKING:
    ErrorReply = Callable[[Any, FailedAction, Any], Awaitable[Reply]]
    """Given the error, what failed, and the context of its capability."""


async def refuse_other_kind(_message: Message) -> Reply:
    """A photo where a text is asked for, a sticker or a text where a photo is: the question is asked again."""
    raise BadAnswer("other-kind")


def read_callback(data: str) -> CallbackData | None:
    """What a button says; None where that cannot be read."""
    try:
        return unpack(data)
    except BadTap:
        return None


@dataclass(frozen=True, slots=True)
class ErrorReplies:
    """What a capability answers, by the class of the error: the nearest base counts.

    Attributes:
        capability: Whose buttons and questions these are about.
        context: What the replies are given.
        replies: Each is given the error and what failed, and shows the state there is now.
        is_about_record: Whether an action of this capability was about a record, rather than about the way to one.
    """

    capability: type[CallbackData]
    context: type[HandlerContext]
    replies: Mapping[type[Exception], ErrorReply]
    is_about_record: Callable[[FailedAction], bool] = lambda _failed: True

    def is_about(self, failed: FailedAction) -> bool:
        """Whether these replies are for it."""
        return failed.capability is self.capability and self.is_about_record(failed)


async def show_home(_error: Exception, _failed: FailedAction, context: HandlerContext) -> Reply:
    """What stands there is no more: from the beginning."""
    texts = context.texts
    home = home_screen(texts, texts("stale"), prepared=context.viewer.prepared)
    return Reply((home,), toast=texts.plain("stale"))
