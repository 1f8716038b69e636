"""What is said about the conversation itself: a message that answered nothing, a question that waits, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.questions import answer_problem_text
from dialogs.ui.callback_data import ConversationCallback
from dialogs.ui.screen import Button, Screen, column

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from dialogs.ui.texts import Texts
    from domain.errors import BadAnswer

LONGEST_QUOTE = 80  # letters of a person's own message
PLACE = "place"  # the number of a question among how many, where it has one


def early_screen(text: str, asked: Mapping[str, Any], texts: Texts) -> Screen:
    """Says that a message came before its question was shown."""
    if not text:
        return Screen(texts("conversation-early-file"))
    return Screen(texts("conversation-early", text=quoted(text), question=question_name(asked, texts)))


def offer_screen(text: str, message_id: int, asked: Mapping[str, Any], texts: Texts) -> Screen:
    """Asks whether a message of the same second is the answer."""
    buttons = [
        Button(texts.plain(f"conversation-{action}-button"), ConversationCallback(action, str(message_id)).pack())
        for action in ("take", "drop")
    ]
    return Screen(
        texts("conversation-offer", text=quoted(text), question=question_name(asked, texts)), column(*buttons)
    )


def dropped_screen(texts: Texts) -> Screen:
    """Says that the message was not taken."""
    return Screen(texts("conversation-dropped"))


def choose_screen(texts: Texts) -> Screen:
    """Says that one of the buttons is the answer."""
    return Screen(texts("conversation-choose"))


def waiting_screen(texts: Texts) -> Screen:
    """Stands in for a screen that cannot have the way back as a button."""
    return Screen(texts("conversation-waits"))


def resume_button(kind: str, asked: Mapping[str, Any], texts: Texts) -> Button:
    """Returns to the question that was left."""
    number, total = asked.get(PLACE) or ("", "")
    label = (
        texts.plain("conversation-resume-question", number=str(number), total=str(total))
        if number
        else texts.plain(f"conversation-resume-{kind}")
    )
    return Button(label, ConversationCallback("resume", f"{kind}.{asked['case']}").pack())


def question_name(asked: Mapping[str, Any], texts: Texts) -> str:
    """`вопрос 6`, or `вопрос на экране` where it has no number."""
    number, _ = asked.get(PLACE) or ("", "")
    return texts.plain("conversation-question", number=str(number)) if number else texts.plain("conversation-this")


def quoted(text: str) -> str:
    """The beginning of a person's message."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE].rstrip()}…"


def edit_screen(outcome: str, texts: Texts, *, text: str = "", problem: BadAnswer | None = None) -> Screen:
    """Says what became of the edit of an answer: edited, refused, late, gone, or file."""
    if problem is not None:
        why = answer_problem_text(problem, texts) or ""
        return Screen(texts("conversation-edit-refused", problem=why))
    if outcome == "edited":
        return Screen(texts("conversation-edited", text=quoted(text)))
    return Screen(texts(f"conversation-edit-{outcome}"))
