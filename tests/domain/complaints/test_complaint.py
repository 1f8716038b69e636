from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.complaints.complaint import ComplaintState, Extension, Slip
from domain.errors import Changed
from tests.factories.complaints import begun, filed
from tests.factories.moments import NOW
from tests.factories.units import AKIMAT

DRAFT = begun(version=3)


def test_what_filing_gave() -> None:
    """A filed complaint has its number and term; asking a draft for them is a fault of the program."""
    assert replace(DRAFT, filed=filed()).filing == filed()
    with pytest.raises(ValueError, match="not filed"):
        _ = DRAFT.filing


def test_what_is_there_once_it_is_sent() -> None:
    """The body, its term, the slip and an extension; asking a draft for them is a fault of the program."""
    slip, extension = Slip(NOW, "Н. Касымова"), Extension(NOW, "Проверка", date(2026, 12, 30))
    sent = replace(DRAFT, stage=ComplaintState.ACCEPTED, unit=AKIMAT, filed=filed(), slip=slip)
    assert (sent.addressee, sent.deadline, sent.acceptance) == (AKIMAT, filed().due, slip)
    extended = replace(sent, extension=extension)
    assert (extended.longer_term, extended.deadline) == (extension, extension.due)
    with pytest.raises(ValueError, match="no addressee"):
        _ = DRAFT.addressee
    with pytest.raises(ValueError, match="no answer"):
        _ = replace(sent, stage=ComplaintState.ANSWERED).deadline
    with pytest.raises(ValueError, match="not accepted"):
        _ = DRAFT.acceptance
    with pytest.raises(ValueError, match="not extended"):
        _ = sent.longer_term


def test_a_version_that_is_no_longer_there() -> None:
    """A button of another version is refused; whoever saw none may go on."""
    DRAFT.require_version(3)
    DRAFT.require_version(None)
    for other in (2, 4, -1):
        with pytest.raises(Changed):
            DRAFT.require_version(other)
