"""The history: what the fake and every engine must do alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.history import ABOUT_PEOPLE, BEFORE_ALL, ChainHead, Event, EventKind, moment, what_digest, who_digest
from domain.standard.edition import Standard
from tests.factories.cases import registered, started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import DEPARTMENT, KOKSHETAU
from tests.storage.engines import Stored
from tests.storage.rooms import Opened, over_fakes, over_sql

LATER = NOW + timedelta(hours=1)
IDS = count()


@pytest.fixture
def work(stored: Stored | None) -> Opened:
    """Opens a unit of work; each commits at its end."""
    return over_sql(*stored) if stored else over_fakes()


async def test_history(work: Opened) -> None:
    """Events come in the order of recording, not of their times, per case, with all their details."""
    mine, other = started(), replace(started(), id="other")
    noted = [
        Event(EventKind.FILED, LATER, APPLICANT),
        Event(EventKind.COMING, NOW, APPLICANT, {"visitor": "Әйгерім <Ким> 😀"}, seen=3),
        Event(EventKind.RECEIVED, NOW, 0, {"items": "identity,invitation"}),
    ]
    async with work() as kept:
        for case in (mine, other):
            await kept.cases.add(case)
        assert await kept.history.events(mine) == []
        for event in noted:
            await kept.history.append(mine, event)
            await kept.history.append(other, Event(EventKind.WITHDRAWN, NOW, 1))
    async with work() as kept:
        assert await kept.history.events(mine) == noted
        assert await kept.history.events(other) == [Event(EventKind.WITHDRAWN, NOW, 1)] * 3


async def test_since(work: Opened, standard: Standard) -> None:
    """Events of one kind, at these offices, from a moment on: each with its case."""
    here, elsewhere = (
        registered(standard),
        replace(registered(standard), id="other", office=DEPARTMENT, registration=None),
    )
    async with work() as kept:
        for case in (here, elsewhere):
            await kept.cases.add(case)
            for at in (NOW, LATER):
                await kept.history.append(case, Event(EventKind.COMING, at, APPLICANT, {"visitor": case.id}, seen=7))
        await kept.history.append(here, Event(EventKind.FILED, LATER, APPLICANT))
    told = Event(EventKind.COMING, LATER, APPLICANT, {"visitor": here.id}, seen=7)
    async with work() as kept:
        assert await kept.history.since([EventKind.COMING], [KOKSHETAU], LATER) == [(here, told)]
        assert len(await kept.history.since([EventKind.COMING], [KOKSHETAU, DEPARTMENT], NOW)) == 4
        assert await kept.history.since([EventKind.COMING], [], NOW) == []
        assert await kept.history.since([EventKind.ISSUED], [KOKSHETAU], NOW) == []


async def test_about_people(work: Opened) -> None:
    """Invitations and appointments belong to no case: they come back in order, in no case's history."""
    noted = [Event(kind, NOW, 5, {"unit": "2/3"}) for kind in sorted(ABOUT_PEOPLE)]
    async with work() as kept:
        await kept.cases.add(started())
        assert await kept.people_history.list_about_people() == []
        for event in noted:
            await kept.people_history.append_about_people(event)
        await kept.history.append(started(), Event(EventKind.FILED, NOW, APPLICANT))
    async with work() as kept:
        assert await kept.people_history.list_about_people() == noted
        assert [each.kind for each in await kept.history.events(started())] == [EventKind.FILED]


async def test_the_chain(work: Opened) -> None:
    """Every entry names the previous one, and the previous one of its own case; its salts open its digests."""
    mine, other = started(), replace(started(), id="other")
    async with work() as kept:
        assert await kept.history.head() == ChainHead(0, BEFORE_ALL)
        for case in (mine, other, mine, mine):
            await kept.history.append(case, Event(EventKind.COMING, NOW, APPLICANT, {"visitor": "Ким"}, seen=2))
    async with work() as kept:
        first, third, fourth = await kept.history.entries(mine)
        (second,) = await kept.history.entries(other)
        assert [each.link.id for each in (first, second, third, fourth)] == [1, 2, 3, 4]
        before = [BEFORE_ALL, first.link.hash, second.link.hash, third.link.hash]
        assert [each.link.prev for each in (first, second, third, fourth)] == before
        before = [BEFORE_ALL, BEFORE_ALL, first.link.hash, third.link.hash]
        assert [each.link.case_prev for each in (first, second, third, fourth)] == before
        assert await kept.history.head() == ChainHead(4, fourth.link.hash)
        for entry in (first, second, third, fourth):
            assert entry.link.what == what_digest(entry.salt, entry.event.details)
            assert entry.link.who == who_digest(entry.who_salt, APPLICANT)
            assert (entry.link.at, entry.link.seen) == (moment(int(NOW.timestamp())), 2)
        assert len({each.salt for each in (first, second, third, fourth)}) == 4
        assert len({each.who_salt for each in (first, second, third, fourth)}) == 4


async def test_the_name_an_officer_had(work: Opened) -> None:
    """It comes back with the act, and the entry commits to it; without a name the digest is of the account alone."""
    case = started()
    named = Event(EventKind.TAKEN, NOW, 4001, name="Ахметова С.")
    async with work() as kept:
        await kept.cases.add(case)
        for event in (named, replace(named, name="")):
            await kept.history.append(case, event)
    async with work() as kept:
        first, second = await kept.history.entries(case)
        assert [first.event, second.event] == [named, replace(named, name="")]
        assert first.link.who == who_digest(first.who_salt, 4001, "Ахметова С.") != who_digest(first.who_salt, 4001)
        assert second.link.who == who_digest(second.who_salt, 4001)


TEXTS = st.text(max_size=30)
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001  # the zone is next to it
    lambda when: when.replace(microsecond=0)
)
EVENTS = st.builds(
    Event,
    st.sampled_from(EventKind),
    TIMES,
    st.integers(0, 2**52),
    st.dictionaries(TEXTS, TEXTS),
    st.integers(0, 10_000),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(event=EVENTS)
async def test_every_field_of_an_event_comes_back(work: Opened, event: Event) -> None:
    """Kind, time to the second, actor, version and details are read back as recorded."""
    case = replace(started(), id=f"case{next(IDS)}")
    async with work() as kept:
        await kept.history.append(case, event)
    async with work() as kept:
        assert await kept.history.events(case) == [event]
        assert [each.event for each in await kept.history.entries(case)] == [event]
