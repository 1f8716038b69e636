"""What an edition is for: applications are filed under it, or are only prepared, to be carried to the office."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from domain.standard.cites import Citation


class Purpose(StrEnum):
    """What the folder of an edition is made for."""

    FILING = "filing"
    PREPARATION = "preparation"


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is not known of a law that applications are prepared by; `text` is for papers."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """What an edition in preparation says of itself.

    Attributes:
        checked_on: The day on which its text was last compared with the law.
        unknown: What is not known.
        unregistered: Kinds of application of other editions whose registration this law does not know, with the rule
            that concerns them.
    """

    checked_on: date
    unknown: tuple[Unknown, ...]
    unregistered: Mapping[str, Citation]
