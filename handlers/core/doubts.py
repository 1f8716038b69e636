"""A doubtful answer is believed when it is said again: what remembers it is a print of it, beside the question."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from domain.text import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram.fsm.context import FSMContext

DOUBTED = "doubted"


async def remember_doubt(state: FSMContext, text: str) -> None:
    """The same text answers the question, as long as it is the question; a new one forgets this."""
    if await state.get_state():
        await state.update_data({DOUBTED: _print_of(text)})


def is_said_again(asked: Mapping[str, str], text: str) -> bool:
    """Whether this very text was doubted as the answer to this question."""
    return asked.get(DOUBTED) == _print_of(text)


def _print_of(text: str) -> str:
    return sha256(visible(text).casefold().encode("utf-8", "surrogatepass")).hexdigest()
