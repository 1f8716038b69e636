from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import Case, CaseState
from domain.applications.checklist import needed_ids
from domain.calendar import WorkingCalendar
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer, Changed, Denied, IllegalMove
from domain.history import NO_ACCOUNT, Event, EventKind
from domain.standard.edition import Standard
from services.casework.access import ActionRequest
from services.casework.paperwork import (
    NEED_ITEMS,
    NEED_NOTE,
    RECEIVED_NOW,
    REFUSE_ITEMS,
    REFUSE_REASON,
    REFUSE_WORDS,
    about,
)
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of
from tests.factories.units import KINDS
from tests.services.casework.fakes import STRANGER, Office, act_of, manned

LATER = NOW + timedelta(days=1)
ITEMS = ("application", "mission-authority", "association-registration", "invitation", "materials", "identity")


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    return await manned(standard, calendar)


def aim(actor: int, version: int = 0) -> ActionRequest:
    return ActionRequest(actor, "draft1", version, LATER)


async def unchanged(office: Office, case: Case) -> bool:
    return await office.rooms.cases.get(case.id) == case and not await office.noted(case)


async def test_taking_a_case(office: Office, standard: Standard) -> None:
    """From then on the case is theirs, even if a colleague had it."""
    await office.keeps(worked(standard, CaseState.IN_REVIEW))
    seen = await office.work.take(aim(OFFICER))
    assert (seen.case.assigned, seen.case.version, seen.case.state) == (OFFICER, 1, CaseState.IN_REVIEW)
    seen = await office.work.take(aim(COLLEAGUE, 1))
    assert await office.rooms.cases.get("draft1") == seen.case
    assert seen.case.assigned == COLLEAGUE
    assert await office.noted(seen.case) == [
        act_of(EventKind.TAKEN, LATER, OFFICER, {}, 0),
        act_of(EventKind.TAKEN, LATER, COLLEAGUE, {}, 1),
    ]
    with pytest.raises(Denied):
        await office.work.take(aim(COLLEAGUE, 2))


async def test_two_take_a_case_at_once(office: Office, standard: Standard) -> None:
    """One of them gets it; the other, who saw it unassigned, hears that it has changed."""
    await office.keeps(worked(standard, CaseState.REGISTERED))
    await office.work.take(aim(OFFICER))
    with pytest.raises(Changed):
        await office.work.take(aim(COLLEAGUE))
    kept = await office.rooms.cases.get("draft1")
    assert kept
    assert kept.assigned == OFFICER


async def test_giving_a_case_back(office: Office, standard: Standard) -> None:
    """The case becomes unassigned; an unassigned case cannot be given back."""
    await office.keeps(worked(standard, CaseState.APPROVED, assigned=OFFICER))
    seen = await office.work.release(aim(COLLEAGUE))
    assert seen.case.assigned is None
    had = {"from": str(OFFICER), "from_name": officer_of(OFFICER).name}
    assert await office.noted(seen.case) == [act_of(EventKind.RELEASED, LATER, COLLEAGUE, had, 0)]
    with pytest.raises(Denied):
        await office.work.release(aim(OFFICER, 1))


async def test_assigning(office: Office, standard: Standard) -> None:
    """The head assigns a case to somebody who may take it, and the entry says to whom."""
    await office.keeps(worked(standard, CaseState.REGISTERED))
    seen = await office.work.assign(aim(HEAD), COLLEAGUE)
    assert seen.case.assigned == COLLEAGUE
    given = {"to": str(COLLEAGUE), "to_name": officer_of(COLLEAGUE).name}
    assert await office.noted(seen.case) == [act_of(EventKind.ASSIGNED, LATER, HEAD, given, 0)]
    seen = await office.work.assign(aim(HEAD, 1), HEAD)
    assert seen.case.assigned == HEAD


async def test_who_cannot_be_given_a_case(office: Office, standard: Standard) -> None:
    """Neither its present officer nor a registrar, a stranger, or an officer who is its applicant."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED, assigned=OFFICER, applicant=COLLEAGUE))
    for to in (OFFICER, REGISTRAR, STRANGER, COLLEAGUE, 0):
        with pytest.raises(BadAnswer, match="choose"):
            await office.work.assign(aim(HEAD), to)
    assert await unchanged(office, case)


@pytest.mark.parametrize("subject", KINDS)
def test_what_can_be_ticked(office: Office, standard: Standard, subject: str) -> None:
    """On receipt, items that are still missing; in review, or for a request, any item, as any may be defective."""
    waiting = worked(standard, CaseState.REGISTERED, subject)
    everything = needed_ids(waiting, standard)
    assert office.work.items(waiting) == everything
    partly = replace(waiting, received={everything[0]: NOW})
    assert office.work.items(partly) == everything[1:]
    assert office.work.items(partly, CaseAction.NEED) == everything
    assert office.work.items(worked(standard, CaseState.IN_REVIEW, subject)) == everything


@pytest.mark.parametrize(("act", "key"), [(CaseAction.RECEIVE, RECEIVED_NOW), (CaseAction.NEED, NEED_ITEMS)])
async def test_ticking(office: Office, standard: Standard, act: CaseAction, key: str) -> None:
    """A tick is stored for its own action, and a second one removes it; nothing else happens."""
    await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER))
    await office.work.tick(act, aim(OFFICER), "identity")
    seen = await office.work.tick(act, aim(OFFICER, 1), "invitation")
    assert seen.case.prepared == {key: "identity,invitation"}
    seen = await office.work.tick(act, aim(OFFICER, 2), "identity")
    assert seen.case.prepared == {key: "invitation"}
    seen = await office.work.tick(act, aim(OFFICER, 3), "invitation")
    assert (seen.case.prepared, seen.case.state) == ({}, CaseState.IN_REVIEW)
    assert await office.noted(seen.case) == []


async def test_what_cannot_be_ticked(office: Office, standard: Standard) -> None:
    """Neither an item that the case does not need nor one that was received before."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED, received={"identity": NOW}))
    for item in ("premises", "identity", "", "identity,invitation"):
        with pytest.raises(BadAnswer, match="choose"):
            await office.work.tick(CaseAction.RECEIVE, aim(OFFICER), item)
    assert await unchanged(office, case)


async def test_writing_a_line(office: Office, standard: Standard) -> None:
    """A note is stored for its action; lines of other actions, and empty ones, are not."""
    case = await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER))
    for key, text, reason in ((REFUSE_REASON, "Нет вызова", "choose"), (NEED_NOTE, " \n ", "empty")):
        with pytest.raises(BadAnswer, match=reason):
            await office.work.write(CaseAction.NEED, aim(OFFICER), key, text)
    assert await unchanged(office, case)
    seen = await office.work.write(CaseAction.NEED, aim(OFFICER), NEED_NOTE, " Принесите  новую.\n\n До среды. ")
    assert seen.case.prepared == {NEED_NOTE: "Принесите новую.\nДо среды."}
    seen = await office.work.write(CaseAction.REFUSE, aim(OFFICER, 1), REFUSE_REASON, "Нет вызова")
    assert seen.case.prepared[REFUSE_REASON] == "Нет вызова"


async def test_words_about_an_item(office: Office, standard: Standard) -> None:
    """They belong to an item named for a refusal; no other item takes them, and they cannot stand alone."""
    prepared = {REFUSE_ITEMS: "invitation"}
    case = worked(standard, CaseState.REGISTERED, assigned=OFFICER, received={"identity": NOW}, prepared=prepared)
    await office.keeps(case)
    for key in (about(REFUSE_WORDS, "materials"), about(REFUSE_WORDS, ""), REFUSE_WORDS, REFUSE_ITEMS):
        with pytest.raises(BadAnswer, match="choose"):
            await office.work.write(CaseAction.REFUSE, aim(OFFICER), key, "Вера заявителя нам не нравится.")
    seen = await office.work.write(
        CaseAction.REFUSE, aim(OFFICER), about(REFUSE_WORDS, "invitation"), " Нет\u200b  вызова. "
    )
    assert seen.case.prepared == prepared | {about(REFUSE_WORDS, "invitation"): "Нет вызова."}


async def test_writing_a_line_of_the_certificate(office: Office, standard: Standard) -> None:
    """It is parsed like the form's question; today is the day of the action in Kazakhstan."""
    await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER))
    seen = await office.work.write(CaseAction.APPROVE, aim(OFFICER), "term_to", "05.03.2029")
    assert seen.case.prepared == {"term_to": "2029-03-05"}
    with pytest.raises(BadAnswer, match="choose"):
        await office.work.write(CaseAction.APPROVE, aim(OFFICER, 1), "full_name", "Иванов Пётр")


async def test_recording_what_is_ticked(office: Office, standard: Standard) -> None:
    """The ticked items are received, the ticks are removed, and the last item puts the case in review."""
    await office.keeps(
        worked(standard, CaseState.REGISTERED, prepared={RECEIVED_NOW: "identity,invitation", "by": "self"})
    )
    seen = await office.work.receive(aim(REGISTRAR))
    assert seen.case.received == dict.fromkeys(("invitation", "identity"), LATER)
    assert (seen.case.state, seen.case.prepared) == (CaseState.REGISTERED, {"by": "self"})
    assert seen.officer.user_id == REGISTRAR
    seen = await office.work.receive(aim(REGISTRAR, 1), everything=True)
    assert (seen.case.state, seen.case.complete_at, seen.case.version) == (CaseState.IN_REVIEW, LATER, 2)
    assert [(each.kind, each.actor, each.seen) for each in await office.noted(seen.case)] == [
        (EventKind.RECEIVED, REGISTRAR, 0),
        (EventKind.RECEIVED, REGISTRAR, 1),
        (EventKind.COMPLETE, REGISTRAR, 1),
    ]


async def test_recording_nothing(office: Office, standard: Standard) -> None:
    """With nothing ticked, or only items received meanwhile, the officer reads why, and nothing is recorded."""
    case = await office.keeps(
        worked(standard, CaseState.REGISTERED, received={"identity": NOW}, prepared={RECEIVED_NOW: "identity"})
    )
    with pytest.raises(BadAnswer, match="nothing-ticked"):
        await office.work.receive(aim(OFFICER))
    assert await unchanged(office, case)


async def test_receiving_in_review(office: Office, standard: Standard) -> None:
    """A replacement for a defective item is recorded; the term stays, and completeness keeps its date."""
    before = await office.keeps(worked(standard, CaseState.IN_REVIEW, prepared={RECEIVED_NOW: "invitation"}))
    seen = await office.work.receive(aim(OFFICER))
    assert (seen.case.state, seen.case.complete_at) == (CaseState.IN_REVIEW, NOW)
    assert seen.case.received == before.received
    assert office.deadlines.compute(seen.case) == office.deadlines.compute(before)
    seen = await office.work.receive(aim(OFFICER, 1), everything=True)
    assert (seen.case.state, seen.case.complete_at) == (CaseState.IN_REVIEW, NOW)
    assert [(each.kind, each.details) for each in await office.noted(seen.case)] == [
        (EventKind.RECEIVED, {"items": "invitation"}),
        (EventKind.RECEIVED, {"items": ",".join(ITEMS)}),
    ]
    with pytest.raises(IllegalMove):
        await office.work.record_received(seen.case, [], OFFICER, LATER)
    with pytest.raises(BadAnswer):
        await office.work.record_received(seen.case, ["premises"], OFFICER, LATER)


async def test_handed_over_in_two_parts(office: Office, standard: Standard) -> None:
    """The first part starts only the refusal's term; the last puts the case in review, with its own term."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED))
    assert office.deadlines.compute(case).refusal is None
    some = await office.work.record_received(case, ITEMS[:2], NO_ACCOUNT, NOW)
    assert (some.state, some.complete_at, some.touched_at) == (CaseState.REGISTERED, None, NOW)
    assert some.received == dict.fromkeys(ITEMS[:2], NOW)
    assert office.deadlines.compute(some).refusal
    assert office.deadlines.compute(some).decision is None
    whole = await office.work.record_received(some, ITEMS[2:], OFFICER, LATER)
    assert (whole.state, whole.complete_at) == (CaseState.IN_REVIEW, LATER)
    assert whole.received == dict.fromkeys(ITEMS[:2], NOW) | dict.fromkeys(ITEMS[2:], LATER)
    decision = office.deadlines.compute(whole).decision
    assert decision
    assert decision.start == LATER.date()
    assert office.deadlines.compute(whole).refusal is None
    assert await office.noted(whole) == [
        Event(EventKind.RECEIVED, NOW, NO_ACCOUNT, {"items": ",".join(ITEMS[:2])}, case.version),
        Event(EventKind.RECEIVED, LATER, OFFICER, {"items": ",".join(ITEMS[2:])}, some.version),
        Event(EventKind.COMPLETE, LATER, OFFICER, seen=some.version),
    ]


async def test_received_is_what_the_list_holds(office: Office, standard: Standard) -> None:
    """An item received before, or not needed by the case, is named; nothing is recorded."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED, received={"invitation": NOW}))
    for item in ("invitation", "premises", "power-of-attorney", ""):
        with pytest.raises(BadAnswer) as refused:
            await office.work.record_received(case, ["identity", item], NO_ACCOUNT, LATER)
        assert refused.value.details == {"item": item}
    assert await unchanged(office, case)


@pytest.mark.parametrize("state", sorted(set(CaseState) - {CaseState.REGISTERED, CaseState.IN_REVIEW}))
async def test_nothing_is_received_any_more(office: Office, standard: Standard, state: CaseState) -> None:
    """Documents are received only before a decision."""
    case = await office.keeps(worked(standard, state))
    with pytest.raises(IllegalMove):
        await office.work.record_received(case, ["identity"], NO_ACCOUNT, LATER)
    assert await unchanged(office, case)


async def test_received_by_two_at_once(office: Office, standard: Standard) -> None:
    """Of two officers with the same version, the second is rejected."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED))
    await office.work.record_received(case, ["identity"], NO_ACCOUNT, LATER)
    with pytest.raises(Changed):
        await office.work.record_received(case, ["invitation"], NO_ACCOUNT, LATER)


async def test_asking_for_what_is_missing(office: Office, standard: Standard) -> None:
    """Items and note go to the applicant and their preparation is removed; no term stops."""
    prepared = {NEED_ITEMS: "identity,invitation", NEED_NOTE: "Принесите.", REFUSE_REASON: "Нет"}
    before = await office.keeps(worked(standard, CaseState.IN_REVIEW, prepared=prepared))
    assert office.work.needed(before) == (("invitation", "identity"), "Принесите.")
    seen = await office.work.need(aim(REGISTRAR))
    assert seen.case.prepared == {REFUSE_REASON: "Нет"}
    assert office.deadlines.compute(seen.case) == office.deadlines.compute(before)
    asked = {"items": "invitation,identity", "note": "Принесите."}
    assert await office.noted(seen.case) == [act_of(EventKind.NEEDED, LATER, REGISTRAR, asked, 0)]


async def test_asking_for_nothing(office: Office, standard: Standard) -> None:
    """A note without items asks for nothing; items without a note do."""
    case = await office.keeps(worked(standard, CaseState.REGISTERED, prepared={NEED_NOTE: "Принесите."}))
    with pytest.raises(BadAnswer, match="nothing-ticked"):
        await office.work.need(aim(OFFICER))
    assert await unchanged(office, case)
    await office.work.tick(CaseAction.NEED, aim(OFFICER), "identity")
    await office.work.write(CaseAction.NEED, aim(OFFICER, 1), NEED_NOTE, "Паспорт.")
    seen = await office.work.need(aim(OFFICER, 2))
    seen = await office.work.tick(CaseAction.NEED, aim(OFFICER, 3), "identity")
    seen = await office.work.need(aim(OFFICER, 4))
    assert (await office.noted(seen.case))[-1].details == {"items": "identity"}


async def test_every_act_asks_for_the_right(office: Office, standard: Standard) -> None:
    """Each method denies whoever may not, naming the action, and nothing is stored."""
    case = await office.keeps(worked(standard, CaseState.IN_REVIEW, applicant=APPLICANT))
    work, stranger = office.work, aim(STRANGER)
    attempts: list[tuple[CaseAction, Awaitable[object]]] = [
        (CaseAction.TAKE, work.take(stranger)),
        (CaseAction.RELEASE, work.release(stranger)),
        (CaseAction.ASSIGN, work.assign(aim(OFFICER), COLLEAGUE)),
        (CaseAction.RECEIVE, work.tick(CaseAction.RECEIVE, stranger, "identity")),
        (CaseAction.REFUSE, work.tick(CaseAction.REFUSE, aim(COLLEAGUE), "identity")),
        (CaseAction.NEED, work.write(CaseAction.NEED, stranger, NEED_NOTE, "Да")),
        (CaseAction.RECEIVE, work.receive(stranger)),
        (CaseAction.NEED, work.need(stranger)),
    ]
    for act, attempt in attempts:
        with pytest.raises(Denied) as denied:
            await attempt
        assert (denied.value.action, denied.value.about) == (act, "draft1")
    assert await unchanged(office, case)
