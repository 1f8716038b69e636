"""Back to a question that was left; taps on a message that was offered as an answer, once that is outdated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.conversation import choose_screen
from dialogs.ui.callback_data import ConversationCallback
from domain.errors import BadAnswer
from handlers.core.context import capability_router
from handlers.core.filters import OnAction, wordless
from handlers.core.reply import CHOOSING, JOINING, Reply
from handlers.staff.context import StaffContext
from handlers.staff.invitations import ask_again

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message


class QuestionResumed(BadAnswer):
    """The question is asked again, though nothing is wrong with an answer: the person comes back to it.

    Attributes:
        kind: What sort of question it is.
        question: Which, and of which record.
    """

    def __init__(self, kind: str, question: dict[str, str]) -> None:
        super().__init__("")
        self.kind = kind
        self.question = question


def router() -> Router:
    """Taps, and what is typed on a page that is left by its buttons."""
    made = capability_router("conversation", ConversationCallback, StaffContext)
    made.message.register(ask_for_button, StateFilter(CHOOSING), wordless)
    made.callback_query.register(resume, OnAction("resume"))
    made.callback_query.register(refuse_outdated, OnAction("take", "drop"))
    return made


async def ask_for_button(_message: Message, context: StaffContext) -> Reply:
    """The page stays, and waits for its button."""
    return Reply((choose_screen(context.texts),), keeps_question=True)


async def resume(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Ask the question that was left, where it still waits; else show its record as it stands."""
    kind, case_id = context.callback.record_id, context.callback.rest
    data = await context.state.get_data()
    waiting = next((each for each in (data.get("suspended"), data) if each and each.get("case") == case_id), None)
    question = waiting["question"] if waiting else ""
    if kind == JOINING:
        return await ask_again(context, question)
    raise QuestionResumed(kind, {"case": case_id, "question": question})


async def refuse_outdated(_query: CallbackQuery, context: StaffContext) -> Reply:
    """The message was taken or dropped before, or its question is left: what stands on the screen stays."""
    return Reply(toast=context.texts.plain("stale"))
