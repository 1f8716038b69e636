"""What a rule's no, or an outdated button, looks like to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs import basics
from dialogs.taps import BadTap
from domain.errors import BadCoordinates, DomainError, OutdatedNotice
from handlers.reply import Reply

if TYPE_CHECKING:
    from handlers.reply import Visitor

REFUSALS = (DomainError, BadTap)


def reply_to(refusal: DomainError | BadTap, visitor: Visitor) -> Reply:
    """Say what is wrong and show the state there is now."""
    if isinstance(refusal, BadCoordinates):
        return Reply((basics.bad_place_screen(visitor.texts),))
    toast = visitor.texts.plain("stale")
    if isinstance(refusal, OutdatedNotice):
        return Reply((basics.privacy_screen(visitor.person, visitor.texts),), toast=toast)
    return Reply((basics.home_screen(visitor.texts, visitor.texts("stale")),), toast=toast)
