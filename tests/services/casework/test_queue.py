from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.applications.case import CaseState
from domain.applications.outcomes import Handover
from domain.calendar import WorkingCalendar
from domain.casework.permissions import CaseAction
from domain.errors import Denied
from domain.history import Event, EventKind
from domain.staff.membership import Role
from domain.standard.edition import Standard
from services.casework.queue import QueueItem, QueueTab
from tests.factories.cases import another, registration, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of
from tests.factories.terms import Terms
from tests.factories.units import DEPARTMENT, KOKSHETAU, NEIGHBOUR
from tests.services.casework.fakes import STRANGER, Office, manned

MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)
NOBODY = 9


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    return await manned(standard, calendar)


def ids(waiting: tuple[QueueItem, ...]) -> list[str]:
    return [each.case.id for each in waiting]


async def filled(office: Office, terms: Terms) -> None:
    """One case of each state, with terms that end on different days."""
    standard = terms.standard
    for state in CaseState:
        await office.keeps(another(worked(standard, state), state))
    for case_id, day in (("overdue", 20), ("today", 23), ("soon", 24)):
        handed_in = {"identity": terms.started("refusal", date(2026, 11, day))}
        await office.keeps(another(worked(standard, CaseState.REGISTERED, received=handed_in), case_id))
    await office.keeps(another(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER), "mine"))
    await office.keeps(another(worked(standard, CaseState.IN_REVIEW, office=DEPARTMENT), "elsewhere"))


async def test_the_queue(office: Office, terms: Terms) -> None:
    """The open cases of one's own units: the most urgent first, those without a term last."""
    await filled(office, terms)
    queue = await office.queues.queue(OFFICER, MONDAY)
    found = ids(queue.items)
    assert found[:3] == ["overdue", "today", "soon"]
    assert set(found[3:6]) == {"in_review", "approved", "mine"}
    assert set(found[6:]) == {"registered", "ready"}
    assert [each.last is None for each in queue.items] == [False] * 6 + [True] * 2
    assert queue.today == date(2026, 11, 23)
    assert {each.officer for each in queue.items} == {office.rooms.officers.bound[KOKSHETAU, OFFICER]}


async def test_the_tabs(office: Office, terms: Terms) -> None:
    """One's own cases, unassigned ones, overdue ones, those due today, and all."""
    await filled(office, terms)
    queue = await office.queues.queue(OFFICER, MONDAY)
    everything = ids(queue.items)
    assert ids(queue.list_tab(QueueTab.ALL)) == everything
    assert ids(queue.list_tab(QueueTab.MINE)) == ["mine"]
    assert ids(queue.list_tab(QueueTab.UNASSIGNED)) == [each for each in everything if each != "mine"]
    assert ids(queue.list_tab(QueueTab.OVERDUE)) == ["overdue"]
    assert ids(queue.list_tab(QueueTab.TODAY)) == ["today"]
    assert ids((await office.queues.queue(COLLEAGUE, MONDAY)).list_tab(QueueTab.MINE)) == []


async def test_the_day_of_the_queue_is_kazakhstans(office: Office, terms: Terms) -> None:
    """A case due today is overdue from midnight there, which is 19:00 UTC."""
    await filled(office, terms)
    midnight = datetime(2026, 11, 23, 19, tzinfo=UTC)
    before = await office.queues.queue(OFFICER, midnight - timedelta(seconds=1))
    after = await office.queues.queue(OFFICER, midnight)
    assert ids(before.list_tab(QueueTab.TODAY)) == ["today"]
    assert ids(after.list_tab(QueueTab.OVERDUE)) == ["overdue", "today"]


async def test_a_queue_of_several_units(office: Office, terms: Terms) -> None:
    """Staff of two units see both, in their role at each."""
    await filled(office, terms)
    await office.rooms.officers.bind(officer_of(OFFICER, DEPARTMENT, Role.REGISTRAR))
    queue = await office.queues.queue(OFFICER, MONDAY)
    roles = {each.case.id: each.officer.role for each in queue.items}
    assert (roles["elsewhere"], roles["mine"]) == (Role.REGISTRAR, Role.OFFICER)
    assert len(roles) == 9


async def test_what_may_be_chosen_for_an_act(office: Office, terms: Terms) -> None:
    """Only cases on which the officer may perform the action now."""
    await filled(office, terms)

    async def chosen(actor: int, act: CaseAction) -> set[str]:
        return set(ids(await office.queues.candidates(actor, act, MONDAY)))

    assert await chosen(OFFICER, CaseAction.APPROVE) == {"mine"}
    assert await chosen(HEAD, CaseAction.APPROVE) == {"mine", "in_review"}
    assert await chosen(HEAD, CaseAction.REFUSE) == {"mine", "in_review", "overdue", "today", "soon"}
    assert await chosen(REGISTRAR, CaseAction.TAKE) == set()
    assert await chosen(REGISTRAR, CaseAction.READY) == {"approved"}
    assert await chosen(REGISTRAR, CaseAction.ISSUE) == {"ready"}
    assert await chosen(OFFICER, CaseAction.RELEASE) == {"mine"}
    assert len(await chosen(OFFICER, CaseAction.SEE)) == 8


async def test_who_is_coming(office: Office, standard: Standard) -> None:
    """The latest message of each applicant to one's own units: that somebody comes, or that nobody does."""
    ours = await office.keeps(another(worked(standard, CaseState.REGISTERED), "a"))
    theirs = await office.keeps(another(worked(standard, CaseState.REGISTERED, office=DEPARTMENT), "b"))
    coming = [Event(EventKind.COMING, NOW + timedelta(hours=n), APPLICANT, {"visitor": str(n)}) for n in range(3)]
    for event in coming:
        await office.rooms.cases.append(ours, event)
        await office.rooms.cases.append(theirs, event)
    await office.rooms.cases.append(ours, Event(EventKind.TAKEN, coming[2].at, OFFICER))
    assert await office.queues.coming(REGISTRAR, coming[1].at) == [(ours, coming[2])]
    not_coming = Event(EventKind.NOT_COMING, coming[2].at, APPLICANT, {"visitor": "2"})
    await office.rooms.cases.append(ours, not_coming)
    assert await office.queues.coming(REGISTRAR, coming[1].at) == [(ours, not_coming)]


async def test_the_journal(office: Office, standard: Standard) -> None:
    """Documents handed over in one of Kazakhstan's years, in the order of their numbers: the tenth after the second."""
    new_year = datetime(2026, 12, 31, 19, tzinfo=UTC)
    for number, at in ((10, NOW), (2, NOW), (1, NOW), (3, new_year - timedelta(seconds=1)), (4, new_year)):
        handing = Handover(f"{number}/2026", at, "Ахметова А.", "Иванов Пётр", "паспорт")
        await office.keeps(another(worked(standard, CaseState.ISSUED, handing=handing), str(number)))
    await office.keeps(another(worked(standard, CaseState.ISSUED, office=DEPARTMENT), "elsewhere"))
    await office.keeps(another(worked(standard, CaseState.READY), "ready"))
    assert [each.id for each in await office.queues.journal(REGISTRAR, KOKSHETAU, 2026)] == ["1", "2", "3", "10"]
    assert [each.id for each in await office.queues.journal(REGISTRAR, KOKSHETAU, 2027)] == ["4"]
    assert await office.queues.journal(REGISTRAR, KOKSHETAU, 2025) == ()


async def test_what_was_filed(office: Office, standard: Standard) -> None:
    """Cases in every state, registered from the first to the last day in Kazakhstan, oldest first; no drafts."""
    first = datetime(2026, 10, 31, 19, tzinfo=UTC)  # 1 November there
    last = datetime(2026, 11, 30, 18, 59, 59, tzinfo=UTC)
    second = timedelta(seconds=1)
    for case_id, at in (("d", last + second), ("c", last), ("b", first), ("a", first - second)):
        given = registration(case_id, at)
        await office.keeps(worked(standard, CaseState.REFUSED, id=case_id, registration=given))
    await office.keeps(another(worked(standard, CaseState.REGISTERED), "now"))
    await office.keeps(replace(worked(standard, CaseState.DRAFT), id="draft"))
    await office.keeps(another(worked(standard, CaseState.REGISTERED, office=DEPARTMENT), "elsewhere"))
    found = await office.queues.filed(REGISTRAR, KOKSHETAU, date(2026, 11, 1), date(2026, 11, 30))
    assert [each.id for each in found] == ["b", "now", "c"]


async def test_books_are_for_those_who_work_there(office: Office) -> None:
    """People without an appointment are denied everything; staff of other units are denied this one's, by name."""
    day = date(2026, 11, 22)
    queues = office.queues
    for actor, act, about, attempt in (
        (NOBODY, "queue", "", lambda: queues.queue(NOBODY, NOW)),
        (NOBODY, "queue", "", lambda: queues.candidates(NOBODY, CaseAction.TAKE, NOW)),
        (NOBODY, "passes", "", lambda: queues.coming(NOBODY, NOW)),
        (NOBODY, "journal", "", lambda: queues.journal(NOBODY, KOKSHETAU, 2026)),
        (NOBODY, "export", "", lambda: queues.filed(NOBODY, KOKSHETAU, day, day)),
        (STRANGER, "journal", str(KOKSHETAU), lambda: queues.journal(STRANGER, KOKSHETAU, 2026)),
        (STRANGER, "export", str(KOKSHETAU), lambda: queues.filed(STRANGER, KOKSHETAU, day, day)),
        (OFFICER, "export", str(NEIGHBOUR), lambda: queues.filed(OFFICER, NEIGHBOUR, day, day)),
    ):
        with pytest.raises(Denied) as denied:
            await attempt()
        assert (denied.value.action, denied.value.about) == (act, about), actor
