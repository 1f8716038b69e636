"""Refusing on substance: though the package is complete, on a ground that the edition names for this.

The standard of 2011 names none: under it only an incomplete package is a ground (point 16).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import BadAnswer
from domain.standard.refusals import GroundSubject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.standard.edition import Standard
    from domain.standard.refusals import RefusalGround

GROUND, WORDS = "ground", "words"  # keys in the details of a history entry


def ground_on_substance(ground_id: str, standard: Standard) -> RefusalGround:
    """The ground with this id, if the edition lets the service be refused for it though the package is complete.

    Raises:
        BadAnswer: it names no such ground.
    """
    found = next((each for each in standard.grounds_about(GroundSubject.SUBSTANCE) if each.id == ground_id), None)
    if found is None:
        raise BadAnswer("no-ground-on-substance")
    return found


def details_on_substance(ground_id: str, words: str) -> Mapping[str, str]:
    """The details of the history entry about such a refusal."""
    return {GROUND: ground_id, WORDS: words}
