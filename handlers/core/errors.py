"""What was refused: all that an error reply is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.ui.callback_data import ApplicationCallback, BadTap, Tap
from handlers.core.reply import ANSWERING, FURTHER, UPLOADING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FailedAction:
    """What was refused: the data of the tapped button, or the question that the typed `text` was to answer."""

    tapped: str | None
    expecting: str | None
    question: Mapping[str, str]
    text: str = ""

    @property
    def typed(self) -> bool:
        """Whether it was a message, not a tap."""
        return self.tapped is None

    @property
    def case_id(self) -> str:
        """The application it was about; empty where it was about none."""
        if self.tapped is None:
            return self.question.get("case", "") if self.expecting in {ANSWERING, FURTHER, UPLOADING} else ""
        try:
            tap = Tap.unpack(self.tapped)
        except BadTap:
            return ""
        return tap.argument.partition(".")[0] if tap.capability == ApplicationCallback else ""
