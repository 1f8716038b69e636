"""Whoever continues a draft of another edition is asked once whether it moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import Case, CaseState
from domain.errors import Changed
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.applications.offers import DraftOffers
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.units import EDITION
from tests.factories.uploads import offered
from tests.services.fakes import Rooms
from tests.services.test_uploads import FakeUploads

NEWER, THIRD = "2031-1", "2032-2"
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


@pytest.fixture
def uploads() -> FakeUploads:
    return FakeUploads()


@pytest.fixture
def newer(standard: Standard) -> Standard:
    """The same rules with a document less."""
    less = {
        kind: tuple(each for each in items if each.id != "invitation") for kind, items in standard.checklists.items()
    }
    return replace(standard, status=replace(standard.status, id=NEWER), checklists=less)


@pytest.fixture
def offers(rooms: Rooms, uploads: FakeUploads, standard: Standard, newer: Standard) -> DraftOffers:
    return DraftOffers(rooms.cases, uploads, Editions(newer, {EDITION: standard}))


@pytest.fixture
async def draft(rooms: Rooms, standard: Standard) -> Case:
    made = worked(standard, CaseState.DRAFT)
    await rooms.cases.add(made)
    return made


async def test_what_is_asked(offers: DraftOffers, draft: Case, uploads: FakeUploads) -> None:
    """The draft with what changes, and each document whose copies would be erased, once."""
    for item in ("invitation", "mission-authority", "invitation"):
        await uploads.add(draft, item, offered())
    offer = await offers.find(draft, NOW)
    assert offer
    assert (offer.before.status.id, offer.after.status.id) == (EDITION, NEWER)
    assert offer.difference
    assert offer.moved
    assert offer.erased == ("invitation",)


async def test_nothing_is_asked(offers: DraftOffers, standard: Standard, draft: Case) -> None:
    """Of what is filed, of a draft of the current edition, and of one that was to stay."""
    assert await offers.find(worked(standard, CaseState.REGISTERED), NOW) is None
    assert await offers.find(replace(draft, edition=NEWER), NOW) is None
    assert await offers.find(replace(draft, offered=NEWER), NOW) is None
    assert await offers.find(replace(draft, offered=THIRD), NOW) is not None


async def test_it_stays(offers: DraftOffers, draft: Case) -> None:
    """It is not asked again, and all else is as it was."""
    stayed = await offers.stay(draft, NEWER, LATER)
    assert stayed == replace(draft, offered=NEWER, touched_at=LATER, version=draft.version + 1)
    assert await offers.find(stayed, LATER) is None
    with pytest.raises(Changed):
        await offers.stay(stayed, NEWER, LATER)


async def test_it_moves(offers: DraftOffers, draft: Case, uploads: FakeUploads) -> None:
    """With its answers; copies of what is no longer asked for are erased, others stay."""
    for item in ("invitation", "mission-authority"):
        await uploads.add(draft, item, offered())
    moved = await offers.move(draft, NEWER, LATER)
    assert (moved.edition, moved.answers, moved.version) == (NEWER, draft.answers, draft.version + 1)
    assert "invitation" not in moved.declared
    assert [each.item for each in uploads.files] == ["mission-authority"]
    assert await offers.find(moved, LATER) is None


async def test_a_button_of_another_edition(offers: DraftOffers, draft: Case) -> None:
    """What was asked when a third edition counted is not what is answered now."""
    for act in (offers.stay, offers.move):
        with pytest.raises(Changed):
            await act(draft, THIRD, LATER)


async def test_an_application_that_is_no_more(
    rooms: Rooms, uploads: FakeUploads, standard: Standard, newer: Standard, draft: Case
) -> None:
    """It can only stay, and nothing is said to be erased."""
    without = replace(newer, kinds={each: kind for each, kind in newer.kinds.items() if each != draft.subject})
    offers = DraftOffers(rooms.cases, uploads, Editions(without, {EDITION: standard}))
    await uploads.add(draft, "invitation", offered())
    offer = await offers.find(draft, NOW)
    assert offer
    assert (offer.moved, offer.erased) == (None, ())
    with pytest.raises(Changed):
        await offers.move(draft, NEWER, LATER)
    assert (await offers.stay(draft, NEWER, LATER)).offered == NEWER
    assert uploads.files
