from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.applications.case import CaseState
from domain.applications.deadlines import compute_deadlines
from domain.calendar import WorkingCalendar
from domain.casework.digests import Digest, WatchedCase, digest_for, morning_of
from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from tests.factories.cases import registration, reviewed
from tests.factories.moments import in_kazakhstan
from tests.factories.people import officer_of
from tests.factories.terms import Terms
from tests.factories.units import KOKSHETAU, NEIGHBOUR

ME, COLLEAGUE = 10, 11
D = date.fromisoformat
MONDAY = D("2026-11-23")


def binding(role: Role, unit: UnitId = KOKSHETAU) -> Officer:
    return officer_of(ME, unit, role)


@pytest.fixture
def watch(terms: Terms) -> Watching:
    return Watching(terms)


class Watching:
    """Makes open cases with their terms."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def __call__(
        self,
        case_id: str,
        *,
        filed: str = "2026-11-02T12:00",
        decision: date | None = None,
        refusal: date | None = None,
        **changes: Any,  # noqa: ANN401  # fields of a Case
    ) -> WatchedCase:
        """`decision` is the last day of a complete package's term, `refusal` that of an incomplete one's."""
        whole = self._terms.started("decision", decision) if decision else None
        some = self._terms.started("refusal", refusal) if refusal else None
        case = reviewed(
            case_id,
            whole or in_kazakhstan(filed),
            registration=registration(case_id, in_kazakhstan(filed)),
            received={"application": some} if some else {},
            complete_at=whole,
        )
        case = replace(case, **changes)
        return WatchedCase(case, compute_deadlines(case, self._terms.standard, self._terms.calendar))


def told(digest: Digest) -> dict[str, list[str]]:
    """Returns the ids in each group that has any."""
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
        ("2024-05-04T09:00", "2024-05-04"),  # a working Saturday
        ("2024-05-08T09:00", None),  # the day off in its place
    ],
)
def test_mornings(calendar: WorkingCalendar, now: str, day: str | None) -> None:
    """A digest is due from 09:00 on a working day, and at no other time."""
    assert morning_of(in_kazakhstan(now), calendar) == (D(day) if day else None)


def test_the_morning_is_that_of_kazakhstan(calendar: WorkingCalendar) -> None:
    """04:00 UTC is 09:00 there; a second earlier is not."""
    assert morning_of(datetime(2026, 11, 23, 4, tzinfo=UTC), calendar) == MONDAY
    assert morning_of(datetime(2026, 11, 23, 3, 59, 59, tzinfo=UTC), calendar) is None
    assert morning_of(datetime(2026, 11, 22, 20, tzinfo=UTC), calendar) is None


@pytest.mark.parametrize(
    ("last", "group"),
    [
        ("2026-11-20", "overdue"),  # Friday
        ("2026-11-23", "due_today"),
        ("2026-11-24", "due_in_two"),
        ("2026-11-25", "due_in_two"),
        ("2026-11-26", ""),
    ],
)
@pytest.mark.parametrize("state", [CaseState.IN_REVIEW, CaseState.APPROVED])
def test_terms_of_the_result(
    watch: Watching, calendar: WorkingCalendar, last: str, group: str, state: CaseState
) -> None:
    """Until the result can be collected its term counts: overdue, due today, or near."""
    digest = digest_for([binding(Role.OFFICER)], [watch("a", decision=D(last), state=state)], MONDAY, calendar)
    assert told(digest) == ({group: ["a"]} if group else {})
    assert digest.empty is not bool(group)


@pytest.mark.parametrize(
    ("last", "group"), [("2026-11-20", "overdue"), ("2026-11-23", "due_today"), ("2026-11-25", "due_in_two")]
)
def test_terms_of_a_refusal(watch: Watching, calendar: WorkingCalendar, last: str, group: str) -> None:
    """Once something has been handed over, the term of point 16 counts."""
    case = watch("a", refusal=D(last), state=CaseState.REGISTERED)
    assert told(digest_for([binding(Role.OFFICER)], [case], MONDAY, calendar)) == {group: ["a"]}


def test_near_days_skip_days_off(watch: Watching, calendar: WorkingCalendar) -> None:
    """On the eve of Nauryz the next two working days come after it."""
    friday, thursday, next_monday = D("2026-03-20"), D("2026-03-26"), D("2026-03-30")
    days = (friday, thursday, thursday.replace(day=27), next_monday, D("2026-03-31"))
    cases = [watch(f"d{last.day}", decision=last) for last in days]
    digest = digest_for([binding(Role.HEAD)], cases, friday, calendar)
    assert told(digest) == {"due_today": ["d20"], "due_in_two": ["d26", "d27"]}
    assert [each.last for each in cases] == list(days)


@pytest.mark.parametrize(
    ("filed", "new"),
    [
        ("2026-11-20T08:59", False),  # in Friday's digest
        ("2026-11-20T09:00", True),
        ("2026-11-22T23:00", True),  # on Sunday
        ("2026-11-23T08:59", True),
        ("2026-11-23T09:00", False),  # in Tuesday's digest
    ],
)
def test_new_since_the_last_working_morning(
    watch: Watching, calendar: WorkingCalendar, filed: str, *, new: bool
) -> None:
    """Monday's digest has what came from Friday 09:00 on, and no case is new on two days."""
    case = watch("a", filed=filed, state=CaseState.REGISTERED)
    assert told(digest_for([binding(Role.OFFICER)], [case], MONDAY, calendar)) == ({"new": ["a"]} if new else {})


@pytest.mark.parametrize("state", [CaseState.IN_REVIEW, CaseState.REFUSED])
def test_whom_messages_do_not_reach(watch: Watching, calendar: WorkingCalendar, state: CaseState) -> None:
    """A case is named for that alone, a closed one too, which is not new any more; a colleague's is not."""
    mine = replace(watch("a", filed="2026-11-20T10:00", state=state), unreached=True)
    theirs = replace(watch("b", assigned=COLLEAGUE, state=state), unreached=True)
    found = told(digest_for([binding(Role.OFFICER)], [mine, theirs], MONDAY, calendar))
    assert found == ({"unreached": ["a"]} if state is CaseState.REFUSED else {"unreached": ["a"], "new": ["a"]})


def test_new_and_already_near_its_end(watch: Watching, calendar: WorkingCalendar) -> None:
    """The case is listed under both headings."""
    case = watch("a", filed="2026-11-20T10:00", refusal=D("2026-11-25"), state=CaseState.REGISTERED)
    digest = digest_for([binding(Role.REGISTRAR)], [case], MONDAY, calendar)
    assert told(digest) == {"new": ["a"], "due_in_two": ["a"]}


def test_an_officer_is_told_of_theirs_and_of_nobodys(watch: Watching, calendar: WorkingCalendar) -> None:
    """A colleague's case is not in their digest; an unassigned one is."""
    cases = [
        watch("mine", decision=MONDAY, assigned=ME),
        watch("free", decision=MONDAY),
        watch("theirs", decision=MONDAY, assigned=COLLEAGUE),
        watch("elsewhere", decision=MONDAY, office=NEIGHBOUR),
    ]
    assert told(digest_for([binding(Role.OFFICER)], cases, MONDAY, calendar)) == {"due_today": ["mine", "free"]}


def test_a_head_is_told_of_all(watch: Watching, calendar: WorkingCalendar) -> None:
    """Whoever has a case, the head hears of its term; cases waiting for the registrar are not listed."""
    cases = [
        watch("mine", decision=MONDAY, assigned=ME),
        watch("theirs", decision=MONDAY, assigned=COLLEAGUE),
        watch("waits", state=CaseState.REGISTERED),
        watch("ready", decision=MONDAY, state=CaseState.READY),
        watch("elsewhere", decision=MONDAY, office=NEIGHBOUR),
    ]
    assert told(digest_for([binding(Role.HEAD)], cases, MONDAY, calendar)) == {"due_today": ["mine", "theirs"]}


def test_a_registrar_is_told_of_the_desk(watch: Watching, calendar: WorkingCalendar) -> None:
    """New cases, those awaiting documents, those to collect: each once; cases in review are the officers'."""
    cases = [
        watch("new", filed="2026-11-20T10:00", state=CaseState.REGISTERED),
        watch("waits", state=CaseState.REGISTERED),
        watch("far", refusal=D("2026-11-26"), state=CaseState.REGISTERED),
        watch("late", refusal=D("2026-11-06"), state=CaseState.REGISTERED),
        watch("ready", decision=MONDAY, state=CaseState.READY),
        watch("review", decision=MONDAY),
    ]
    assert told(digest_for([binding(Role.REGISTRAR)], cases, MONDAY, calendar)) == {
        "new": ["new"],
        "overdue": ["late"],
        "waiting": ["far", "waits"],
        "ready": ["ready"],
    }


def test_several_units_are_one_digest(watch: Watching, calendar: WorkingCalendar) -> None:
    """Each case is listed by the person's role at its unit, all of them together by urgency."""
    cases = [
        watch("b", decision=D("2026-11-20")),
        watch("a", decision=D("2026-11-19"), office=NEIGHBOUR),
        watch("desk", state=CaseState.READY),
        watch("desk-there", state=CaseState.READY, office=NEIGHBOUR),
    ]
    bindings = [binding(Role.OFFICER), binding(Role.HEAD, NEIGHBOUR)]
    assert told(digest_for(bindings, cases, MONDAY, calendar)) == {"overdue": ["a", "b"]}
    registrar_there = [binding(Role.OFFICER), binding(Role.REGISTRAR, NEIGHBOUR)]
    assert told(digest_for(registrar_there, cases, MONDAY, calendar)) == {"overdue": ["b"], "ready": ["desk-there"]}


def test_the_longest_overdue_comes_first(watch: Watching, calendar: WorkingCalendar) -> None:
    """By the term's last day, then by registration."""
    cases = [
        watch("c", decision=D("2026-11-19"), filed="2026-11-02T13:00"),
        watch("b", decision=D("2026-11-19"), filed="2026-11-02T12:00"),
        watch("a", decision=D("2026-11-18"), filed="2026-11-03T12:00"),
    ]
    assert told(digest_for([binding(Role.HEAD)], cases, MONDAY, calendar)) == {"overdue": ["a", "b", "c"]}


def test_nothing_to_tell(watch: Watching, calendar: WorkingCalendar) -> None:
    """Without appointments, cases or near terms the digest is empty."""
    case = watch("a", decision=MONDAY)
    assert digest_for([], [case], MONDAY, calendar).empty
    assert digest_for([binding(Role.HEAD)], [], MONDAY, calendar).empty
    assert digest_for(
        [binding(Role.HEAD)], [replace(case, deadlines=replace(case.deadlines, decision=None))], MONDAY, calendar
    ).empty
