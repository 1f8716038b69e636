"""What an edition lets an office refuse for, and whether it may refuse to accept an incomplete package."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.standard.cites import Citation


class GroundSubject(StrEnum):
    """What a ground of refusal is about."""

    DOCUMENTS = "documents"  # the package is incomplete: item by item
    SUBSTANCE = "substance"  # the package is complete, and the service is refused all the same


@dataclass(frozen=True, slots=True)
class RefusalGround:
    """A ground for refusing the service, in the words of the edition (point 16 of the standard of 2011).

    `explain`: an officer must add an explanation; it matters for grounds on substance alone.
    """

    id: str
    text: str
    cites: Citation
    about: GroundSubject = GroundSubject.DOCUMENTS
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The rule by which an office may refuse to accept an incomplete package."""

    cites: Citation
