from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import Changed
from tests.factories.complaints import begun, filed

DRAFT = begun(version=3)


def test_what_filing_gave() -> None:
    """A filed complaint has its number and term; to ask a draft for them is a fault of the program."""
    assert replace(DRAFT, filed=filed()).filing == filed()
    with pytest.raises(ValueError, match="not filed"):
        _ = DRAFT.filing


def test_a_version_that_is_no_longer_there() -> None:
    """What was drawn for another version is refused; whoever saw none may go on."""
    DRAFT.require_version(3)
    DRAFT.require_version(None)
    for other in (2, 4, -1):
        with pytest.raises(Changed):
            DRAFT.require_version(other)
