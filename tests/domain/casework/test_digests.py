from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.applications.case import Case, CaseState, Registration
from domain.applications.deadlines import compute_deadlines
from domain.calendar import WorkingCalendar
from domain.casework.digests import Digest, Watched, digest_for, morning_of
from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from domain.standard.edition import Standard, Subject
from tests.factories.people import officer_of
from tests.factories.units import KOKSHETAU, NEIGHBOUR

ME, COLLEAGUE = 10, 11
D = date.fromisoformat
MONDAY = D("2026-11-23")


def at(text: str) -> datetime:
    """A moment in Kazakhstan."""
    return datetime.fromisoformat(f"{text}+05:00")


def binding(role: Role, unit: UnitId = KOKSHETAU) -> Officer:
    return officer_of(ME, unit, role)


@pytest.fixture
def watch(standard: Standard, calendar: WorkingCalendar) -> Watching:
    return Watching(standard, calendar)


class Watching:
    """Makes open cases with their terms."""

    def __init__(self, standard: Standard, calendar: WorkingCalendar) -> None:
        self._standard = standard
        self._calendar = calendar

    def __call__(
        self,
        case_id: str,
        *,
        filed: str = "2026-11-02T12:00",
        whole: str = "",
        some: str = "",
        **changes: Any,  # noqa: ANN401  # fields of a Case
    ) -> Watched:
        """`whole` is when the package was complete, `some` when the first of it came."""
        case = Case(
            case_id,
            700,
            Subject.GROUP,
            at(filed),
            state=CaseState.IN_REVIEW,
            office=KOKSHETAU,
            registration=Registration(case_id, at(filed), "salt", case_id),
            received={"application": at(some)} if some else {},
            complete_at=at(whole) if whole else None,
        )
        case = replace(case, **changes)
        return Watched(case, compute_deadlines(case, self._standard, self._calendar))


def told(digest: Digest) -> dict[str, list[str]]:
    """The ids of each group that holds any."""
    groups = {each.name: [one.case.id for one in getattr(digest, each.name)] for each in fields(digest)}
    return {name: ids for name, ids in groups.items() if ids}


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-23T08:59:59", None),
        ("2026-11-23T09:00", "2026-11-23"),
        ("2026-11-23T23:59", "2026-11-23"),
        ("2026-11-24T00:00", None),
        ("2026-11-21T09:00", None),  # Saturday
        ("2026-11-22T12:00", None),  # Sunday
        ("2026-03-23T09:00", None),  # Nauryz
        ("2026-03-26T09:00", "2026-03-26"),
        ("2024-05-04T09:00", "2024-05-04"),  # a Saturday that was worked
        ("2024-05-08T09:00", None),  # the day off instead of it
    ],
)
def test_mornings(calendar: WorkingCalendar, now: str, day: str | None) -> None:
    """It is time from 09:00 of a working day on, and never on another."""
    assert morning_of(at(now), calendar) == (D(day) if day else None)


def test_the_morning_is_that_of_kazakhstan(calendar: WorkingCalendar) -> None:
    """04:00 UTC is 09:00 there, a second earlier is not."""
    assert morning_of(datetime(2026, 11, 23, 4, tzinfo=UTC), calendar) == MONDAY
    assert morning_of(datetime(2026, 11, 23, 3, 59, 59, tzinfo=UTC), calendar) is None
    assert morning_of(datetime(2026, 11, 22, 20, tzinfo=UTC), calendar) is None


@pytest.mark.parametrize(
    ("whole", "group"),
    [
        ("2026-11-11T18:00", "overdue"),  # due on Friday 20
        ("2026-11-12T18:00", "due_today"),  # Monday 23
        ("2026-11-13T18:00", "due_in_two"),  # Tuesday 24
        ("2026-11-16T18:00", "due_in_two"),  # Wednesday 25
        ("2026-11-17T18:00", ""),  # Thursday 26
    ],
)
@pytest.mark.parametrize("state", [CaseState.IN_REVIEW, CaseState.APPROVED])
def test_terms_of_the_result(
    watch: Watching, calendar: WorkingCalendar, whole: str, group: str, state: CaseState
) -> None:
    """Until the result can be collected its seven days count: what has passed, what ends today, what is near."""
    digest = digest_for([binding(Role.OFFICER)], [watch("a", whole=whole, state=state)], MONDAY, calendar)
    assert told(digest) == ({group: ["a"]} if group else {})
    assert digest.empty is not bool(group)


@pytest.mark.parametrize(
    ("some", "group"),
    [("2026-11-17T10:00", "overdue"), ("2026-11-18T10:00", "due_today"), ("2026-11-20T10:00", "due_in_two")],
)
def test_terms_of_a_refusal(watch: Watching, calendar: WorkingCalendar, some: str, group: str) -> None:
    """Once something was handed over, the three days of point 16 count."""
    case = watch("a", some=some, state=CaseState.REGISTERED)
    assert told(digest_for([binding(Role.OFFICER)], [case], MONDAY, calendar)) == {group: ["a"]}


def test_near_days_skip_days_off(watch: Watching, calendar: WorkingCalendar) -> None:
    """On the eve of Nauryz the next two working days lie after it."""
    friday, thursday, next_monday = D("2026-03-20"), D("2026-03-26"), D("2026-03-30")
    cases = [watch(f"d{day}", whole=f"2026-03-{day}T10:00") for day in (11, 12, 13, 16, 17)]
    digest = digest_for([binding(Role.HEAD)], cases, friday, calendar)
    assert told(digest) == {"due_today": ["d11"], "due_in_two": ["d12", "d13"]}
    assert [each.last for each in digest.due_in_two] == [thursday, thursday.replace(day=27)]
    assert {each.last for each in cases} == {friday, thursday, thursday.replace(day=27), next_monday, D("2026-03-31")}


@pytest.mark.parametrize(
    ("filed", "new"),
    [
        ("2026-11-20T08:59", False),  # told on Friday
        ("2026-11-20T09:00", True),
        ("2026-11-22T23:00", True),  # on Sunday
        ("2026-11-23T08:59", True),
        ("2026-11-23T09:00", False),  # told on Tuesday
    ],
)
def test_new_since_the_last_working_morning(
    watch: Watching, calendar: WorkingCalendar, filed: str, *, new: bool
) -> None:
    """Monday's digest has what came from Friday 09:00 on, and no case is new on two days."""
    case = watch("a", filed=filed, state=CaseState.REGISTERED)
    assert told(digest_for([binding(Role.OFFICER)], [case], MONDAY, calendar)) == ({"new": ["a"]} if new else {})


def test_new_and_already_near_its_end(watch: Watching, calendar: WorkingCalendar) -> None:
    """Both are true of it, so both are told."""
    case = watch("a", filed="2026-11-20T10:00", some="2026-11-20T11:00", state=CaseState.REGISTERED)
    digest = digest_for([binding(Role.REGISTRAR)], [case], MONDAY, calendar)
    assert told(digest) == {"new": ["a"], "due_in_two": ["a"]}


def test_an_officer_is_told_of_theirs_and_of_nobodys(watch: Watching, calendar: WorkingCalendar) -> None:
    """A colleague's case is none of their morning; one that nobody took is."""
    whole = "2026-11-12T18:00"
    cases = [
        watch("mine", whole=whole, assigned=ME),
        watch("free", whole=whole),
        watch("theirs", whole=whole, assigned=COLLEAGUE),
        watch("elsewhere", whole=whole, office=NEIGHBOUR),
    ]
    assert told(digest_for([binding(Role.OFFICER)], cases, MONDAY, calendar)) == {"due_today": ["mine", "free"]}


def test_a_head_is_told_of_all(watch: Watching, calendar: WorkingCalendar) -> None:
    """Whoever works on a case, the head of the unit hears of its term; what waits at the desk is not theirs."""
    whole = "2026-11-12T18:00"
    cases = [
        watch("mine", whole=whole, assigned=ME),
        watch("theirs", whole=whole, assigned=COLLEAGUE),
        watch("waits", state=CaseState.REGISTERED),
        watch("ready", whole=whole, state=CaseState.READY),
        watch("elsewhere", whole=whole, office=NEIGHBOUR),
    ]
    assert told(digest_for([binding(Role.HEAD)], cases, MONDAY, calendar)) == {"due_today": ["mine", "theirs"]}


def test_a_registrar_is_told_of_the_desk(watch: Watching, calendar: WorkingCalendar) -> None:
    """What came, what waits for documents, what can be collected: each once; what is in review is the officers'."""
    cases = [
        watch("new", filed="2026-11-20T10:00", state=CaseState.REGISTERED),
        watch("waits", state=CaseState.REGISTERED),
        watch("far", some="2026-11-23T09:10", state=CaseState.REGISTERED),
        watch("late", some="2026-11-03T10:00", state=CaseState.REGISTERED),
        watch("ready", whole="2026-11-12T18:00", state=CaseState.READY),
        watch("review", whole="2026-11-12T18:00"),
    ]
    assert told(digest_for([binding(Role.REGISTRAR)], cases, MONDAY, calendar)) == {
        "new": ["new"],
        "overdue": ["late"],
        "waiting": ["far", "waits"],
        "ready": ["ready"],
    }


def test_several_units_are_one_digest(watch: Watching, calendar: WorkingCalendar) -> None:
    """Each case is told by the part that the person has at its unit, all together by urgency."""
    cases = [
        watch("b", whole="2026-11-11T18:00"),
        watch("a", whole="2026-11-10T18:00", office=NEIGHBOUR),
        watch("desk", state=CaseState.READY),
        watch("desk-there", state=CaseState.READY, office=NEIGHBOUR),
    ]
    bindings = [binding(Role.OFFICER), binding(Role.HEAD, NEIGHBOUR)]
    assert told(digest_for(bindings, cases, MONDAY, calendar)) == {"overdue": ["a", "b"]}
    registrar_there = [binding(Role.OFFICER), binding(Role.REGISTRAR, NEIGHBOUR)]
    assert told(digest_for(registrar_there, cases, MONDAY, calendar)) == {"overdue": ["b"], "ready": ["desk-there"]}


def test_the_longest_overdue_comes_first(watch: Watching, calendar: WorkingCalendar) -> None:
    """By the last day of the term, then by when the case was registered."""
    cases = [
        watch("c", whole="2026-11-10T18:00", filed="2026-11-02T13:00"),
        watch("b", whole="2026-11-10T18:00", filed="2026-11-02T12:00"),
        watch("a", whole="2026-11-09T18:00", filed="2026-11-03T12:00"),
    ]
    assert told(digest_for([binding(Role.HEAD)], cases, MONDAY, calendar)) == {"overdue": ["a", "b", "c"]}


def test_nothing_to_tell(watch: Watching, calendar: WorkingCalendar) -> None:
    """No binding, no case, or none that is near: an empty digest."""
    case = watch("a", whole="2026-11-12T18:00")
    assert digest_for([], [case], MONDAY, calendar).empty
    assert digest_for([binding(Role.HEAD)], [], MONDAY, calendar).empty
    assert digest_for(
        [binding(Role.HEAD)], [replace(case, clocks=replace(case.clocks, decision=None))], MONDAY, calendar
    ).empty
