"""A refusal is prepared item by item: missing, or received and defective."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import timedelta

import pytest

from domain.applications.case import CaseState
from domain.applications.outcomes import Shortfall
from domain.calendar import WorkingCalendar
from domain.casework.permissions import CaseAction
from domain.errors import BadAnswer, Denied
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.casework.access import ActionRequest
from services.casework.paperwork import NEED_ITEMS, REFUSE_DEFECT, REFUSE_ITEMS, REFUSE_REASON, REFUSE_WORDS, about
from services.casework.refusals import Refusals
from tests.factories.cases import worked
from tests.factories.moments import NOW
from tests.factories.people import COLLEAGUE, OFFICER
from tests.services.casework.fakes import STRANGER, Office, manned

LATER = NOW + timedelta(hours=1)
WORDS = about(REFUSE_WORDS, "invitation")


@pytest.fixture
async def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    return await manned(standard, calendar)


@pytest.fixture
def refusals(office: Office, standard: Standard) -> Refusals:
    return Refusals(office.access, Editions(standard))


def aim(version: int = 0, actor: int = OFFICER) -> ActionRequest:
    return ActionRequest(actor, "draft1", version, LATER)


async def test_what_is_missing(office: Office, refusals: Refusals, standard: Standard) -> None:
    """One tap names it, the next removes it with its words; a received or unneeded item is not missing."""
    await office.keeps(worked(standard, CaseState.REGISTERED, assigned=OFFICER, received={"identity": NOW}))
    assert not (await refusals.open(aim())).complete
    weighed = await refusals.toggle(aim(), "invitation")
    assert (weighed.named, weighed.complete) == ((Shortfall("invitation"),), True)
    await office.work.write(CaseAction.REFUSE, aim(1), WORDS, "Нет вызова.")
    weighed = await refusals.toggle(aim(2), "materials")
    assert weighed.named == (Shortfall("invitation", words="Нет вызова."), Shortfall("materials"))
    weighed = await refusals.toggle(aim(3), "invitation")
    assert weighed.seen.case.prepared == {REFUSE_ITEMS: "materials"}
    for item in ("identity", "premises", ""):
        with pytest.raises(BadAnswer, match="choose"):
            await refusals.toggle(aim(4), item)


async def test_what_is_no_good(office: Office, refusals: Refusals, standard: Standard) -> None:
    """Only defects that fit the item are possible; words stay if the defect changes and go if there is none."""
    await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER))
    weighed = await refusals.find(aim(), "invitation", "other")
    assert (weighed.unexplained, weighed.complete) == (("invitation",), False)
    await office.work.write(CaseAction.REFUSE, aim(1), WORDS, "Это письмо.")
    weighed = await refusals.find(aim(2), "invitation", "copy")
    assert (weighed.named, weighed.complete) == ((Shortfall("invitation", "copy", "Это письмо."),), True)
    weighed = await refusals.find(aim(3), "invitation", "")
    assert weighed.seen.case.prepared == {}
    for item, defect in (("invitation", "expired"), ("invitation", "illegible"), ("premises", "other"), ("", "")):
        with pytest.raises(BadAnswer, match="choose"):
            await refusals.find(aim(4), item, defect)


async def test_what_cannot_be_read_is_asked_for_first(office: Office, refusals: Refusals, standard: Standard) -> None:
    """It can be named after the request; a new copy in its place removes it again."""
    case = await office.keeps(
        worked(standard, CaseState.REGISTERED, assigned=OFFICER, prepared={NEED_ITEMS: "invitation"})
    )
    case = await office.work.record_received(case, ["invitation"], OFFICER, NOW)
    with pytest.raises(BadAnswer, match="choose"):
        await refusals.find(aim(case.version), "invitation", "illegible")
    seen = await office.work.need(aim(case.version))
    assert "invitation" in office.work.items(seen.case)
    case = await office.work.record_received(seen.case, ["invitation"], OFFICER, LATER)  # the same item may come again
    assert (case.received, case.state) == ({"invitation": NOW}, CaseState.REGISTERED)
    assert "invitation" not in office.work.items(case)
    weighed = await refusals.find(aim(case.version), "invitation", "illegible")
    assert weighed.again == {"invitation"}
    assert weighed.complete
    seen = await office.work.receive(aim(weighed.seen.case.version), everything=True)
    assert seen.case.state is CaseState.IN_REVIEW
    assert (await refusals.open(aim(seen.case.version))).named == (Shortfall("invitation", "illegible"),)
    case = await office.work.record_received(seen.case, ["invitation"], OFFICER, LATER)
    assert case.prepared == {}


@pytest.mark.parametrize(
    ("prepared", "named", "loose"),
    [
        (
            {REFUSE_ITEMS: "invitation,materials"},
            (Shortfall("invitation", words="Нет вызова."), Shortfall("materials")),
            "",
        ),
        ({REFUSE_ITEMS: "identity,invitation"}, (Shortfall("invitation", words="Нет вызова."),), ""),
        ({REFUSE_ITEMS: "identity"}, (), "Нет вызова."),
        ({REFUSE_ITEMS: "invitation", WORDS: "Нет его."}, (Shortfall("invitation", words="Нет его."),), "Нет вызова."),
    ],
)
async def test_what_was_prepared_with_one_reason(
    office: Office, standard: Standard, prepared: dict[str, str], named: tuple[Shortfall, ...], loose: str
) -> None:
    """The first missing item takes over the reason; items in order are dropped; no typed text is lost."""
    refusals, before = Refusals(office.access, Editions(standard)), prepared | {REFUSE_REASON: "Нет вызова."}
    received = {"identity": NOW}
    await office.keeps(worked(standard, CaseState.REGISTERED, assigned=OFFICER, received=received, prepared=before))
    weighed = await refusals.open(aim())
    assert (weighed.named, weighed.loose) == (named, loose)
    assert REFUSE_REASON not in weighed.seen.case.prepared
    again = await refusals.open(aim(1))
    assert (again.named, again.loose, again.seen.case.version) == (named, "", 1)


async def test_forged_preparations_are_put_right(office: Office, refusals: Refusals, standard: Standard) -> None:
    """Opening the page removes whatever is no ground, and shows the new version."""
    prepared = {REFUSE_ITEMS: "identity,invitation,invitation", about(REFUSE_DEFECT, "invitation"): "faith"}
    await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER, prepared=prepared))
    weighed = await refusals.open(aim())
    assert (weighed.named, weighed.complete, weighed.seen.case.version) == ((), False, 1)
    assert weighed.seen.case.prepared == {}


async def test_every_step_asks_for_the_right(office: Office, refusals: Refusals, standard: Standard) -> None:
    """Whoever may not refuse may not prepare a refusal either."""
    case = await office.keeps(worked(standard, CaseState.IN_REVIEW, assigned=OFFICER))
    attempts: list[Awaitable[object]] = [
        refusals.open(aim(actor=STRANGER)),
        refusals.toggle(aim(actor=COLLEAGUE), "identity"),
        refusals.find(aim(actor=COLLEAGUE), "identity", "expired"),
    ]
    for attempt in attempts:
        with pytest.raises(Denied):
            await attempt
    assert await office.rooms.cases.get("draft1") == case
