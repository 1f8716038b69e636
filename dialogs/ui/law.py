"""Under which edition, and in which words, a record is shown among records of several editions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.standard.editions import BoundRecord

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.standard.edition import Standard


@dataclass(frozen=True, slots=True)
class Law:
    """An edition, and the reader's words under it."""

    standard: Standard
    texts: Texts


LawOf = Callable[[BoundRecord], Law]
"""Finds that of a record; of a finished one whose edition is not here, the current one's."""
