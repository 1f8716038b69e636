"""Applications that begin with the answers of an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import CaseState
from domain.applications.outcomes import Certificate
from domain.calendar import day_of
from domain.errors import ConsentNeeded, IllegalMove, NoSuchCase, NotIssued, TooMany
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from services.applications.drafting import MOST_DRAFTS, ApplicationDrafts
from services.applications.further import FurtherApplications
from tests.factories.cases import ANSWERS, another, next_question, registered, registration, started, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import EDITION, GROUP, KOKSHETAU, MISSIONARY
from tests.services.fakes import Rooms

LATER = NOW + timedelta(minutes=5)
SOMEBODY_ELSE = 701
PERSON = Person(APPLICANT).consenting(NOTICE_VERSION, NOW)


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


def continuing(rooms: Rooms, editions: Editions) -> FurtherApplications:
    return FurtherApplications(rooms.cases, ApplicationDrafts(rooms.cases, editions, rooms.chance), editions)


@pytest.fixture
def further(rooms: Rooms, standard: Standard) -> FurtherApplications:
    return continuing(rooms, Editions(standard))


async def test_renewing(further: FurtherApplications, rooms: Rooms, standard: Standard) -> None:
    """Re-registration carries over who, what and where, and names what was issued; the term and documents are new."""
    earlier = replace(worked(standard, CaseState.ISSUED), answers=ANSWERS[MISSIONARY] | {"by": "representative"})
    await rooms.cases.add(earlier)
    again = await further.renew(PERSON, earlier.id, LATER)
    assert again.id != earlier.id
    assert (again.state, again.subject, again.office) == (CaseState.DRAFT, earlier.subject, KOKSHETAU)
    gone = {"term_from", "term_to", "by"}
    assert again.answers == {key: value for key, value in earlier.answers.items() if key not in gone} | {
        "intent": "reregistration",
        "earlier_number": "1/2026",
        "earlier_date": day_of(NOW).isoformat(),
    }
    assert (again.declared, again.materials, again.registration) == ({}, (), None)
    following = next_question(again.subject, again.answers)
    assert following
    assert following.id == "by"


@pytest.mark.parametrize("there", [True, False])
async def test_renewing_under_another_edition(
    rooms: Rooms,
    standard: Standard,
    there: bool,  # noqa: FBT001  # one meaning
) -> None:
    """Territory and office are carried over where it has the same units for the same places, else they are asked."""
    earlier = worked(standard, CaseState.ISSUED)
    await rooms.cases.add(earlier)
    units = standard.units if there else {key: each for key, each in standard.units.items() if key != KOKSHETAU}
    newer = replace(standard, status=replace(standard.status, id="2031-1"), units=units)
    further = continuing(rooms, Editions(newer, {EDITION: standard}))
    again = await further.renew(PERSON, earlier.id, LATER)
    assert (again.edition, again.answers["full_name"]) == ("2031-1", earlier.answers["full_name"])
    places = {key: earlier.answers[key] for key in ("region", "districts", "territory", "office")}
    if there:
        assert places.items() <= again.answers.items()
    else:
        assert not places.keys() & again.answers.keys()
    assert again.office == (KOKSHETAU if there else None)


async def test_renewing_what_cannot_be(further: FurtherApplications, rooms: Rooms, standard: Standard) -> None:
    """Neither a draft, another person's case nor a missing one can be renewed, and none can without consent."""
    await rooms.cases.add(started())
    issued = worked(standard, CaseState.ISSUED)
    await rooms.cases.add(another(issued, "theirs", applicant=SOMEBODY_ELSE))
    await rooms.cases.add(another(issued, "mine"))
    for case_id in ("theirs", "nonsense"):
        with pytest.raises(NoSuchCase):
            await further.renew(PERSON, case_id, NOW)
    with pytest.raises(NotIssued):
        await further.renew(PERSON, "draft1", NOW)
    with pytest.raises(ConsentNeeded):
        await further.renew(Person(APPLICANT), "mine", NOW)


@pytest.mark.parametrize("state", sorted(set(CaseState) - {CaseState.ISSUED}))
async def test_only_what_was_issued_is_renewed(
    further: FurtherApplications, rooms: Rooms, standard: Standard, state: CaseState
) -> None:
    """A refused or withdrawn application has no certificate that could be registered again."""
    case = worked(standard, state)
    assert not await further.is_renewable(replace(case, state=CaseState.ISSUED, certificate=None))
    await rooms.cases.add(case)
    assert not await further.is_renewable(case)
    with pytest.raises(NotIssued):
        await further.renew(PERSON, case.id, NOW)


async def test_a_certificate_is_renewed_once(further: FurtherApplications, rooms: Rooms, standard: Standard) -> None:
    """While its re-registration is open that one is meant; a withdrawn one, or one of another paper, is no obstacle."""
    issued = worked(standard, CaseState.ISSUED)
    other = another(worked(standard, CaseState.ISSUED, certificate=Certificate("2/2026", NOW, {})), "other")
    for each in (issued, other):
        await rooms.cases.add(each)
    assert await further.is_renewable(issued)
    again = await further.renew(PERSON, issued.id, NOW)
    assert (await further.renew(PERSON, issued.id, LATER)).id == again.id
    assert (await further.is_renewable(issued), await further.is_renewable(other)) == (False, True)
    withdrawn = replace(again, state=CaseState.WITHDRAWN, registration=registration("again"))
    await rooms.cases.save(withdrawn)
    assert await further.is_renewable(issued)
    assert (await further.renew(PERSON, issued.id, LATER)).id != again.id


async def test_applying_again(further: FurtherApplications, rooms: Rooms, standard: Standard) -> None:
    """The answers, the office and the list stay, what was said of documents does not; a draft begun so is continued."""
    case = worked(standard, CaseState.NOT_ACCEPTED)
    await rooms.cases.add(case)
    await rooms.cases.add(another(started(), "unlike", answers={"intent": "registration"}))
    again = await further.apply_again(PERSON, case.id, NOW)
    assert (again.state, again.answers, again.office) == (CaseState.DRAFT, case.answers, case.office)
    assert (again.materials, again.declared, again.not_accepted) == (case.materials, {}, None)
    assert await further.apply_again(PERSON, case.id, LATER) == again
    begun = replace(again, answers={**again.answers, "confession": "ислам"})
    await rooms.cases.save(begun)
    assert (await further.apply_again(PERSON, case.id, LATER)).id != begun.id


@pytest.mark.parametrize("state", sorted(set(CaseState) - {CaseState.NOT_ACCEPTED}))
async def test_only_what_was_not_accepted_is_applied_for_again(
    further: FurtherApplications, rooms: Rooms, standard: Standard, state: CaseState
) -> None:
    """In any other state the application has an end of its own, or none yet; consent is needed, too."""
    case = worked(standard, state)
    await rooms.cases.add(case)
    with pytest.raises(IllegalMove):
        await further.apply_again(PERSON, case.id, NOW)
    await rooms.cases.add(another(worked(standard, CaseState.NOT_ACCEPTED), "gone", subject="preacher"))
    await rooms.cases.add(another(worked(standard, CaseState.NOT_ACCEPTED), "mine"))
    with pytest.raises(IllegalMove):
        await further.apply_again(PERSON, "gone", NOW)
    with pytest.raises(ConsentNeeded):
        await further.apply_again(Person(APPLICANT), "mine", NOW)


async def test_beginning_like_the_last(further: FurtherApplications, rooms: Rooms, standard: Standard) -> None:
    """Who and where they are is taken from the last one that was filed, of this kind; nothing else is."""
    assert await further.find_earlier(APPLICANT, MISSIONARY) is None
    await rooms.cases.add(another(started(), "draft2"))
    assert await further.find_earlier(APPLICANT, MISSIONARY) is None, "a draft is gone on with"
    filed = registered(standard)
    await rooms.cases.add(replace(filed, answers={**filed.answers, "by": "representative"}))
    earlier = await further.find_earlier(APPLICANT, MISSIONARY)
    assert earlier is not None
    assert (earlier.id, await further.find_earlier(APPLICANT, GROUP)) == (filed.id, None)
    begun = await further.begin_like(PERSON, earlier.id, LATER)
    gone = {"term_from", "term_to", "by", "intent"}
    assert begun.answers == {key: text for key, text in earlier.answers.items() if key not in gone}
    assert (begun.office, begun.state, begun.touched_at) == (KOKSHETAU, CaseState.DRAFT, LATER)
    assert (begun.declared, begun.materials, begun.registration) == ({}, (), None)
    assert (await further.begin_like(PERSON, earlier.id, LATER)).id != begun.id, "another one may be begun"


async def test_beginning_like_what_cannot_be(further: FurtherApplications, rooms: Rooms, standard: Standard) -> None:
    """A draft, somebody else's, a missing one; nothing without consent, and no more drafts than there may be."""
    await rooms.cases.add(started())
    await rooms.cases.add(another(registered(standard), "theirs", applicant=SOMEBODY_ELSE))
    await rooms.cases.add(another(registered(standard), "mine"))
    with pytest.raises(IllegalMove):
        await further.begin_like(PERSON, "draft1", NOW)
    for case_id in ("theirs", "nonsense"):
        with pytest.raises(NoSuchCase):
            await further.begin_like(PERSON, case_id, NOW)
    with pytest.raises(ConsentNeeded):
        await further.begin_like(Person(APPLICANT), "mine", NOW)
    for _ in range(MOST_DRAFTS - 1):
        await further.begin_like(PERSON, "mine", NOW)
    with pytest.raises(TooMany):
        await further.begin_like(PERSON, "mine", NOW)
