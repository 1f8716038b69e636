from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.applications.case import Case, CaseState
from domain.applications.outcomes import Certificate, Handover, Refusal
from domain.calendar import WorkingCalendar
from domain.casework.certificates import certificate_lines
from domain.casework.permissions import CaseAction
from domain.casework.refusals import shortfalls_in
from domain.errors import BadAnswer, Changed, Denied
from domain.history import Event, EventKind
from domain.staff.membership import Officer, Role
from domain.standard.edition import Standard
from services.applications.ports import Book
from services.casework.access import ActionRequest
from services.casework.paperwork import (
    BY,
    COLLECTOR,
    DOCUMENT,
    POWER,
    REFUSE_DEFECT,
    REFUSE_ITEMS,
    REFUSE_REASON,
    REFUSE_WORDS,
    about,
    missing_line,
)
from tests.factories.cases import another, worked
from tests.factories.moments import NOW
from tests.factories.people import COLLEAGUE, HEAD, OFFICER, REGISTRAR
from tests.factories.terms import Terms
from tests.factories.units import DEPARTMENT, GROUP, KINDS, KOKSHETAU, MISSIONARY
from tests.services.casework.fakes import STRANGER, Office, act_of, manned

LATER = NOW + timedelta(hours=1)
SELF = {BY: "self", COLLECTOR: "Иванов Пётр", DOCUMENT: "паспорт № 1"}
SENT = {BY: "representative", COLLECTOR: "Ким А.", DOCUMENT: "паспорт № 2", POWER: "№ 15"}


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    return await manned(standard, calendar)


def aim(actor: int, version: int = 0, case_id: str = "draft1", at: datetime = LATER) -> ActionRequest:
    return ActionRequest(actor, case_id, version, at)


@pytest.mark.parametrize("subject", KINDS)
async def test_approving(office: Office, standard: Standard, subject: str) -> None:
    """The number comes with the decision, and the certificate's content is stored as it was then."""
    prepared = {"territory": "г. Кокшетау", "refuse_reason": "Нет"}
    case = await office.keeps(worked(standard, CaseState.IN_REVIEW, subject, assigned=OFFICER, prepared=prepared))
    lines = office.decisions.lines(case)
    assert lines == certificate_lines(case, standard)
    assert lines["territory"] == "г. Кокшетау"
    seen = await office.decisions.approve(aim(OFFICER))
    assert (seen.case.state, seen.case.certificate) == (CaseState.APPROVED, Certificate("1/2026", LATER, lines))
    assert seen.case.prepared == {}
    assert await office.noted(seen.case) == [act_of(EventKind.APPROVED, LATER, OFFICER, {"number": "1/2026"}, 0)]
    with pytest.raises(Changed):
        await office.decisions.approve(aim(HEAD))
    with pytest.raises(Denied):
        await office.decisions.approve(aim(HEAD, 1))
    assert office.rooms.register.last == {(Book.CERTIFICATES, KOKSHETAU, 2026): 1}


async def test_numbers_of_certificates(office: Office, standard: Standard) -> None:
    """Each unit counts its own by Kazakhstan's year, apart from incoming numbers and the journal."""
    new_year = datetime(2026, 12, 31, 19, tzinfo=UTC)
    numbers = []
    for case_id, actor, unit, at in (
        ("a", HEAD, KOKSHETAU, LATER),
        ("b", STRANGER, DEPARTMENT, LATER),
        ("c", HEAD, KOKSHETAU, new_year - timedelta(seconds=1)),
        ("d", HEAD, KOKSHETAU, new_year),
    ):
        await office.keeps(another(worked(standard, CaseState.IN_REVIEW, office=unit), case_id))
        seen = await office.decisions.approve(aim(actor, case_id=case_id, at=at))
        assert seen.case.certificate
        numbers.append(seen.case.certificate.number)
    assert numbers == ["1/2026", "1/2026", "2/2026", "1/2027"]
    assert {book for book, *_ in office.rooms.register.last} == {Book.CERTIFICATES}


NAMED = {REFUSE_ITEMS: "invitation,materials", about(REFUSE_WORDS, "invitation"): "Нет вызова."}


async def test_refusing_for_what_is_missing(office: Office, terms: Terms) -> None:
    """Items and explanations are stored with the last day, as in time; preparations are removed."""
    case = worked(terms.standard, CaseState.REGISTERED, assigned=OFFICER, prepared=NAMED | {"by": "self"})
    await office.keeps(replace(case, received={"identity": NOW}))
    seen = await office.decisions.refuse(aim(OFFICER))
    assert (seen.case.state, seen.case.prepared) == (CaseState.REFUSED, {})
    due = terms.last("refusal", NOW.date())
    kept = Refusal(LATER, ("invitation", "materials"), "", due, words={"invitation": "Нет вызова."})
    assert seen.case.refusal == kept
    assert not kept.late
    details = {"items": "invitation,materials", "words-invitation": "Нет вызова."}
    assert await office.noted(seen.case) == [act_of(EventKind.REFUSED, LATER, OFFICER, details, 0)]


async def test_refusing_for_what_is_no_good(office: Office, terms: Terms) -> None:
    """A received item is named with its defect, in the history as well."""
    prepared = {
        REFUSE_ITEMS: "identity,materials",
        about(REFUSE_DEFECT, "identity"): "expired",
        about(REFUSE_DEFECT, "materials"): "part",
        about(REFUSE_WORDS, "materials"): "Нет двух книг.",
    }
    await office.keeps(worked(terms.standard, CaseState.IN_REVIEW, assigned=OFFICER, prepared=prepared))
    seen = await office.decisions.refuse(aim(OFFICER))
    defects = {"materials": "part", "identity": "expired"}
    words = {"materials": "Нет двух книг."}
    due = terms.last("refusal", NOW.date())
    assert seen.case.refusal == Refusal(LATER, ("materials", "identity"), "", due, defects, words)
    details = {
        "items": "materials,identity",
        "defects": "materials=part,identity=expired",
        "words-materials": "Нет двух книг.",
    }
    assert await office.noted(seen.case) == [act_of(EventKind.REFUSED, LATER, OFFICER, details, 0)]
    assert shortfalls_in(details) == seen.case.refusal.shortfalls


async def test_a_late_refusal(office: Office, terms: Terms) -> None:
    """It is possible, counts from the first item handed over, and is recorded as late with its last day."""
    due = terms.last("refusal", NOW.date())
    late = NOW + (due - NOW.date()) + timedelta(days=1)
    received = {"identity": late - timedelta(hours=1), "application": NOW}
    case = await office.keeps(worked(terms.standard, CaseState.REGISTERED, received=received, prepared=NAMED))
    assert office.deadlines.refusal_deadline(case).last == due
    seen = await office.decisions.refuse(aim(HEAD, at=late))
    assert seen.case.refusal
    assert seen.case.refusal.late
    assert (await office.noted(seen.case))[0].details["late"] == due.isoformat()


@pytest.mark.parametrize("state", [CaseState.REGISTERED, CaseState.IN_REVIEW])
async def test_a_refusal_that_has_no_ground(office: Office, standard: Standard, state: CaseState) -> None:
    """No item, an item in order, or required words missing: whatever was prepared, nothing is refused."""
    received = {"identity": NOW, "invitation": NOW, "materials": NOW}
    words = about(REFUSE_WORDS, "invitation")
    for prepared, reason in (
        ({}, "nothing-ticked"),
        ({words: "Вера заявителя нам не нравится."}, "nothing-ticked"),
        ({REFUSE_ITEMS: "invitation", words: "Вера заявителя нам не нравится."}, "no-ground"),
        ({REFUSE_ITEMS: "invitation", REFUSE_REASON: "Вера заявителя нам не нравится."}, "reason-for-all"),
        ({REFUSE_ITEMS: "identity,premises"}, "no-ground"),
        ({REFUSE_ITEMS: "identity", about(REFUSE_DEFECT, "identity"): "illegible"}, "no-ground"),
        ({REFUSE_ITEMS: "invitation", about(REFUSE_DEFECT, "invitation"): "illegible"}, "no-ground"),
        ({REFUSE_ITEMS: "invitation", about(REFUSE_DEFECT, "invitation"): "faith"}, "no-ground"),
        ({REFUSE_ITEMS: "materials", about(REFUSE_DEFECT, "materials"): "part"}, "unexplained"),
    ):
        case = worked(standard, state, prepared=prepared)
        case = await office.keeps(replace(case, received=case.received or received))
        with pytest.raises(BadAnswer, match=reason):
            await office.decisions.refuse(aim(HEAD))
        assert await office.rooms.cases.get("draft1") == case
        assert await office.noted(case) == []


async def test_an_item_comes_while_a_refusal_is_prepared(office: Office, standard: Standard) -> None:
    """Whoever saw it missing hears that the case has changed, and the item is no longer named."""
    received = {"identity": NOW}
    await office.keeps(worked(standard, CaseState.REGISTERED, received=received, prepared=NAMED | {"by": "self"}))
    received_more = await office.work.record_received(await case_of(office), ["invitation"], REGISTRAR, LATER)
    with pytest.raises(Changed):
        await office.decisions.refuse(aim(HEAD))
    assert received_more.prepared == {REFUSE_ITEMS: "materials", "by": "self"}


async def test_nothing_handed_over_nothing_refused(office: Office, standard: Standard) -> None:
    """If nothing was handed over, nothing can be incomplete."""
    await office.keeps(worked(standard, CaseState.REGISTERED, prepared=NAMED))
    with pytest.raises(Denied):
        await office.decisions.refuse(aim(HEAD))


async def case_of(office: Office) -> Case:
    case = await office.rooms.cases.get("draft1")
    assert case
    return case


async def test_ready(office: Office, standard: Standard) -> None:
    """From then on it can be collected, and no term runs."""
    await office.keeps(worked(standard, CaseState.APPROVED))
    seen = await office.decisions.ready(aim(REGISTRAR))
    assert (seen.case.state, seen.case.ready_at) == (CaseState.READY, LATER)
    assert office.deadlines.compute(seen.case).last is None
    assert await office.noted(seen.case) == [act_of(EventKind.READY, LATER, REGISTRAR, {}, 0)]


@pytest.mark.parametrize(
    ("subject", "answers", "representative", "collector"),
    [
        (MISSIONARY, {}, False, "Қожахметов Әлімжан Өтепұлы"),
        (GROUP, {}, False, "Қожахметов Әлімжан Өтепұлы"),
        (MISSIONARY, {}, True, ""),
        (MISSIONARY, {"representative_name": "Ким А. Б."}, True, "Ким А. Б."),
        (MISSIONARY, {"representative_name": "Ким А. Б."}, False, "Қожахметов Әлімжан Өтепұлы"),
    ],
)
async def test_who_collects(
    office: Office,
    standard: Standard,
    subject: str,
    answers: dict[str, str],
    representative: bool,  # noqa: FBT001
    collector: str,
) -> None:
    """The applicant, the group's leader or the form's representative is entered with one tap."""
    case = worked(standard, CaseState.READY, subject, prepared=SENT).answering(**answers)
    await office.keeps(case)
    seen = await office.decisions.choose_collector(aim(REGISTRAR), representative=representative)
    by = {BY: "representative" if representative else "self"}
    assert seen.case.prepared == by | ({COLLECTOR: collector} if collector else {})
    seen = await office.decisions.forget_collector(aim(REGISTRAR, 1))
    assert (seen.case.prepared, seen.case.version) == ({}, 2)
    assert await office.noted(seen.case) == []


def test_what_is_still_to_be_written(standard: Standard) -> None:
    """First the collector, then their proof of identity; for a representative, the power of attorney as well."""

    def wanted(prepared: dict[str, str]) -> str:
        return missing_line(worked(standard, CaseState.READY, prepared=prepared))

    assert wanted({}) == BY
    assert wanted({BY: "self"}) == COLLECTOR
    assert wanted({BY: "self", COLLECTOR: "Ким А."}) == DOCUMENT
    assert wanted(SELF) == ""
    assert wanted(SENT | {POWER: ""}) == POWER
    assert wanted(SENT) == ""


@pytest.mark.parametrize("prepared", [SELF, SENT])
async def test_issuing(office: Office, standard: Standard, prepared: dict[str, str]) -> None:
    """The journal's entry has its number, who handed it over, who collected it, and their proof of identity."""
    await office.rooms.officers.bind(Officer(REGISTRAR, KOKSHETAU, "Ахметова А.", Role.REGISTRAR))
    await office.keeps(worked(standard, CaseState.READY, prepared=prepared))
    seen = await office.decisions.issue(aim(REGISTRAR))
    entry = Handover("1/2026", LATER, "Ахметова А.", prepared[COLLECTOR], prepared[DOCUMENT], prepared.get(POWER, ""))
    assert (seen.case.state, seen.case.handing, seen.case.prepared) == (CaseState.ISSUED, entry, {})
    assert office.rooms.register.last == {(Book.JOURNAL, KOKSHETAU, 2026): 1}
    issued = Event(EventKind.ISSUED, LATER, REGISTRAR, {"entry": "1/2026"}, 0, "Ахметова А.")
    assert await office.noted(seen.case) == [issued]


@pytest.mark.parametrize("lacking", [*({each: ""} for each in SENT), {BY: "", COLLECTOR: ""}])
async def test_issuing_asks_who_and_on_what(office: Office, standard: Standard, lacking: dict[str, str]) -> None:
    """While a line is missing nothing is issued, and no journal number is used."""
    case = await office.keeps(worked(standard, CaseState.READY, prepared=SENT | lacking))
    with pytest.raises(BadAnswer, match="empty"):
        await office.decisions.issue(aim(HEAD))
    assert await office.rooms.cases.get("draft1") == case
    assert office.rooms.register.last == {}


async def test_every_decision_asks_for_the_right(office: Office, standard: Standard) -> None:
    """Each method denies whoever may not, naming the action, and takes no number."""
    decisions = office.decisions
    attempts: list[tuple[CaseState, CaseAction, Awaitable[object]]] = [
        (CaseState.IN_REVIEW, CaseAction.APPROVE, decisions.approve(aim(COLLEAGUE))),
        (CaseState.IN_REVIEW, CaseAction.REFUSE, decisions.refuse(aim(REGISTRAR))),
        (CaseState.APPROVED, CaseAction.READY, decisions.ready(aim(COLLEAGUE))),
        (CaseState.READY, CaseAction.ISSUE, decisions.choose_collector(aim(COLLEAGUE), representative=False)),
        (CaseState.READY, CaseAction.ISSUE, decisions.forget_collector(aim(STRANGER))),
        (CaseState.READY, CaseAction.ISSUE, decisions.issue(aim(COLLEAGUE))),
    ]
    for state, act, attempt in attempts:
        prepared = SENT | {REFUSE_ITEMS: "invitation", REFUSE_REASON: "Нет"}
        case = await office.keeps(worked(standard, state, assigned=OFFICER, prepared=prepared))
        with pytest.raises(Denied) as denied:
            await attempt
        assert (denied.value.action, denied.value.about) == (act, "draft1")
        assert await office.rooms.cases.get("draft1") == case
    assert office.rooms.register.last == {}
