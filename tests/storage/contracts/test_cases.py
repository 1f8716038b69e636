"""Cases, history, registers and officers: what the fakes and every engine must do alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.applications.case import Case, CaseState, Declaration, Registration
from domain.applications.kept_terms import KeptTerm, TermMove
from domain.applications.materials import Material
from domain.calendar import CountedDay, Day, DayKind, LastDay, Pause, TermUnit
from domain.errors import Changed
from domain.history import Event, EventKind
from domain.offices.units import UnitId
from domain.staff.membership import Officer
from domain.standard.edition import Standard
from services.applications.ports import Book
from tests.factories.cases import registered, started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import DEPARTMENT, EDITION, FAR, KINDS, KOKSHETAU
from tests.storage.engines import Stored
from tests.storage.rooms import Opened, over_fakes, over_sql

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def work(stored: Stored | None) -> Opened:
    """Opens a unit of work; each commits at its end."""
    return over_sql(*stored) if stored else over_fakes()


async def test_what_is_added_is_found(work: Opened) -> None:
    """It is found by its own id only, and not before it is added."""
    async with work() as kept:
        assert await kept.cases.get("draft1") is None
        await kept.cases.add(started())
        assert await kept.cases.get("draft1") == started()
    async with work() as kept:
        assert await kept.cases.get("draft1") == started()
        assert await kept.cases.get("draft2") is None
        assert await kept.cases.get("") is None


async def test_a_change_is_kept_with_its_version(work: Opened) -> None:
    """Each change makes the next version; everything else is as it was given."""
    async with work() as kept:
        await kept.cases.add(started())
        changed = await kept.cases.save(
            replace(started(), touched_at=LATER, office=DEPARTMENT).answering(city="Астана")
        )
        assert changed.version == 1
        assert changed == replace(started(), version=1, touched_at=LATER, office=DEPARTMENT).answering(city="Астана")
        again = await kept.cases.save(replace(changed, office=None))
        assert again.version == 2
    async with work() as kept:
        assert await kept.cases.get("draft1") == again


async def test_an_application_keeps_its_edition(work: Opened) -> None:
    """Whatever happens to it: each is found with the edition it was added with, and saved with it."""
    old, new = replace(started(), id="old", edition="1994-7"), started()
    async with work() as kept:
        for each in (old, new):
            await kept.cases.add(each)
            await kept.cases.save(each.answering(city="Астана"))
    async with work() as kept:
        found = {each.id: each.edition for each in await kept.cases.list_for_person(APPLICANT)}
        assert found == {"old": "1994-7", new.id: EDITION}


async def test_only_a_draft_changes_its_edition(work: Opened, standard: Standard) -> None:
    """It may be moved until it is filed; from then on nothing that is saved changes the edition, or the kind."""
    async with work() as kept:
        await kept.cases.add(started())
        moved = await kept.cases.save(replace(started(), edition="2031-1", subject="preacher"))
        filed = await kept.cases.save(
            replace(registered(standard), edition="2031-1", subject="preacher", id=moved.id, version=moved.version)
        )
        await kept.cases.save(replace(filed, edition="2032-2", subject="monk"))
    async with work() as kept:
        (stored,) = await kept.cases.list_for_person(APPLICANT)
        assert (stored.edition, stored.subject) == ("2031-1", "preacher")


async def test_a_change_of_an_earlier_version(work: Opened) -> None:
    """Of two changes to one version the second raises, and the first one's stays."""
    async with work() as kept:
        await kept.cases.add(started())
        changed = await kept.cases.save(started().answering(city="Астана"))
    async with work() as kept:
        for version in (0, 2, -1):
            with pytest.raises(Changed):
                await kept.cases.save(replace(started(), version=version).answering(city="Алматы"))
        assert await kept.cases.get("draft1") == changed


async def test_a_change_of_what_is_not_there(work: Opened) -> None:
    """A record that was erased, or never added, cannot be changed, and a change does not create it."""
    async with work() as kept:
        with pytest.raises(Changed):
            await kept.cases.save(started())
        await kept.cases.add(started())
        await kept.cases.erase(started())
    async with work() as kept:
        with pytest.raises(Changed):
            await kept.cases.save(started())
        assert await kept.cases.get("draft1") is None
        assert await kept.cases.list_for_person(APPLICANT) == []


async def test_erasing_takes_this_one_alone(work: Opened, standard: Standard) -> None:
    """The application goes with its number and history; others stay; a second erasure changes nothing."""
    mine, other = registered(standard), replace(started(), id="other")
    async with work() as kept:
        for case in (mine, other):
            await kept.cases.add(case)
            await kept.history.append(case, Event(EventKind.FILED, NOW, APPLICANT))
        await kept.cases.erase(mine)
        await kept.cases.erase(mine)
    async with work() as kept:
        assert await kept.cases.get(mine.id) is None
        assert await kept.cases.get_by_number("2-3/2026-1") is None
        assert await kept.cases.list_for_person(APPLICANT) == [other]
        assert len(await kept.history.events(other)) == 1


async def test_all_of_an_applicant(work: Opened) -> None:
    """The applicant's own, most recently touched first; those touched in the same second by id."""
    touched = {"b": NOW, "a": NOW, "d": LATER, "c": NOW - timedelta(days=1)}
    async with work() as kept:
        for case_id, at in touched.items():
            await kept.cases.add(replace(started(), id=case_id, touched_at=at))
        await kept.cases.add(replace(started(), id="theirs", applicant=APPLICANT + 1))
    async with work() as kept:
        assert [each.id for each in await kept.cases.list_for_person(APPLICANT)] == ["d", "a", "b", "c"]
        assert [each.id for each in await kept.cases.list_for_person(APPLICANT + 1)] == ["theirs"]
        assert await kept.cases.list_for_person(1) == []


async def test_by_number(work: Opened, standard: Standard) -> None:
    """From its registration on, a case is found by its whole incoming number."""
    async with work() as kept:
        await kept.cases.add(replace(registered(standard), registration=None, state=CaseState.DRAFT))
        assert await kept.cases.get_by_number("2-3/2026-1") is None
        filed = await kept.cases.save(registered(standard))
    async with work() as kept:
        assert await kept.cases.get_by_number("2-3/2026-1") == filed
        for other in ("2-3/2026-10", "2-3/2026-", "2-3/2025-1", "", "%"):
            assert await kept.cases.get_by_number(other) is None


async def test_by_handle(work: Opened, standard: Standard) -> None:
    """A receipt's handle finds its case; a part of it, or another handle, finds none."""
    async with work() as kept:
        await kept.cases.add(replace(registered(standard), registration=None, state=CaseState.DRAFT))
        assert await kept.cases.get_by_handle("handle1") is None
        filed = await kept.cases.save(registered(standard))
    async with work() as kept:
        assert await kept.cases.get_by_handle("handle1") == filed
        for other in ("hand", "handles", ""):
            assert await kept.cases.get_by_handle(other) is None


async def test_registers_count_by_office_and_year(work: Opened) -> None:
    """Each office and year has its own register, which begins with 1 and has no gap."""
    async with work() as kept:
        assert [await kept.register.next_number(Book.INCOMING, KOKSHETAU, 2026) for _ in range(3)] == [1, 2, 3]
    async with work() as kept:
        assert await kept.register.next_number(Book.INCOMING, DEPARTMENT, 2026) == 1
        assert await kept.register.next_number(Book.INCOMING, KOKSHETAU, 2027) == 1
        assert await kept.register.next_number(Book.INCOMING, KOKSHETAU, 2026) == 4
        assert await kept.register.next_number(Book.INCOMING, FAR, 2026) == 1


async def test_officers(work: Opened) -> None:
    """A unit may have several officers and an officer several units; a new appointment replaces the name there."""
    first, second, elsewhere = (
        Officer(5, KOKSHETAU, "Ким А."),
        Officer(4, KOKSHETAU, "Ли Б."),
        Officer(5, DEPARTMENT, "Ким"),
    )
    async with work() as kept:
        assert await kept.officers.list_for_unit(KOKSHETAU) == []
        for officer in (first, second, elsewhere):
            await kept.officers.bind(officer)
        renamed = replace(first, name="Ахметова Ә.")
        await kept.officers.bind(renamed)
    async with work() as kept:
        assert await kept.officers.list_for_unit(KOKSHETAU) == [second, renamed]
        assert await kept.officers.list_for_unit(DEPARTMENT) == [elsewhere]
        assert await kept.officers.release(5, KOKSHETAU)
        assert not await kept.officers.release(5, KOKSHETAU)
        assert not await kept.officers.release(6, DEPARTMENT)
    async with work() as kept:
        assert await kept.officers.list_for_unit(KOKSHETAU) == [second]
        assert await kept.officers.list_for_unit(DEPARTMENT) == [elsewhere]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001  # the zone is next to it
    lambda when: when.replace(microsecond=0)
)
ITEMS = st.sampled_from(["application", "identity", "invitation", "materials", "premises"])
REGISTRATIONS = st.builds(Registration, TEXTS, TIMES, TEXTS, TEXTS)
DAYS = st.builds(
    CountedDay,
    st.builds(Day, st.dates(), st.sampled_from(DayKind), st.none() | TEXTS, st.none() | st.dates(), st.booleans()),
    st.none() | st.integers(1, 99),
)
KEPT_TERMS = st.builds(
    KeptTerm,
    TEXTS,
    TIMES,
    st.dates(),
    st.integers(1, 99),
    st.sampled_from(TermUnit),
    TEXTS,
    st.lists(DAYS, max_size=4).map(tuple),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.none() | st.builds(TermMove, st.dates(), TEXTS),
    st.sampled_from(LastDay),
    st.lists(st.builds(Pause, TEXTS, st.dates(), st.none() | st.dates()), max_size=3).map(tuple),
)
CASES = st.builds(
    Case,
    id=st.just("any"),
    applicant=st.integers(1, 2**52),
    subject=st.sampled_from(KINDS),
    touched_at=TIMES,
    edition=TEXTS,
    offered=st.just("") | TEXTS,
    state=st.sampled_from(CaseState),
    version=st.integers(0, 10_000),
    office=st.none() | st.builds(UnitId, st.from_regex(r"[a-z]{1,12}-(ip|akim)", fullmatch=True)),
    answers=st.dictionaries(TEXTS, TEXTS, max_size=5),
    declared=st.dictionaries(ITEMS, st.sampled_from(Declaration)),
    materials=st.lists(st.builds(Material, TEXTS, st.integers(1, 100_000), TEXTS), max_size=4).map(tuple),
    registration=st.none() | REGISTRATIONS,
    received=st.dictionaries(ITEMS, TIMES),
    complete_at=st.none() | TIMES,
    terms=st.dictionaries(TEXTS, KEPT_TERMS, max_size=2).map(
        lambda terms: {name: replace(each, name=name) for name, each in terms.items()}
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(case=CASES, changed=CASES)
async def test_every_field_comes_back(work: Opened, case: Case, changed: Case) -> None:
    """Answers, declarations, materials, stamps, times to the second and any characters are read back as stored."""
    async with work() as kept:
        await kept.cases.add(case)
        assert await kept.cases.get("any") == case
        change = replace(
            changed, applicant=case.applicant, subject=case.subject, edition=case.edition, version=case.version
        )
        saved = await kept.cases.save(change)
    async with work() as kept:
        assert await kept.cases.get("any") == saved == replace(change, version=case.version + 1)
        assert await kept.cases.list_for_person(case.applicant) == [saved]
        await kept.cases.erase(saved)
