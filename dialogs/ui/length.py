"""How much one message of Telegram holds, and what of a screen gives way so that it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.texts import paragraphs, safe, unmark
from domain.conversation import TELEGRAM_LONGEST
from domain.text import telegram_length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dialogs.ui.texts import Html

LIST = 3000  # units of a list, with room for what stands around it


def shown_length(html: Html) -> int:
    """Units of a text as Telegram counts it: tags are not part of it, and `&amp;` is one."""
    return telegram_length(unmark(html))


def fits(html: Html) -> bool:
    """Whether one message holds it."""
    return shown_length(html) <= TELEGRAM_LONGEST


def fitting(rows: Iterable[Html], room: int = LIST) -> list[Html]:
    """The first rows that fit into so many units, and an ellipsis for the others."""
    shown = list(rows)
    taken = leading(shown, room)
    return taken if len(taken) == len(shown) else [*taken, safe("…")]


def leading(rows: Iterable[Html], room: int = LIST) -> list[Html]:
    """The first rows that fit into so many units, with an end of line each."""
    taken: list[Html] = []
    for row in rows:
        room -= shown_length(row) + 1
        if room < 0:
            break
        taken.append(row)
    return taken


def most_room(draw: Callable[[int], Html], *rooms: int, below: Html | None = None) -> int:
    """The first room for people's words in a text with which one message holds it; the last where none does.

    What stands `below` the text has its room, too.
    """
    return next((room for room in rooms if fits(paragraphs(draw(room), below))), rooms[-1])
