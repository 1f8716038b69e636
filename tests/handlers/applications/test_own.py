"""A person's own applications: which draft is meant, and what may be registered again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.ui.texts import Texts
from domain.applications.case import OPEN_CASE_STATES, Case, CaseState
from domain.history import EventKind
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Officer
from domain.standard.edition import Standard
from tests.factories.cases import another, started, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER
from tests.factories.units import GROUP, KOKSHETAU
from tests.handlers.front_door import FrontDoor, front_door

INTRO = ("/apply", "app:intro::")


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    """A front door, with a person who has agreed to the privacy notice."""
    async with front_door(tmp_path) as opened:
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


async def ask(door: FrontDoor, said: str) -> dict[str, str]:
    """Types a command or taps a button; returns the buttons of the reply."""
    answer = await (door.say if said.startswith("/") else door.tap)(APPLICANT, said)
    return answer.buttons


@pytest.mark.parametrize("said", INTRO)
async def test_a_draft_is_open(door: FrontDoor, russian: Texts, said: str) -> None:
    """Whoever applies is asked whether they mean it; a new application is one tap away, and so is the draft."""
    await door.put(replace(started(), answers={}))
    buttons = await ask(door, said)
    assert buttons[russian.plain("mine-draft", subject=russian.plain("subject-missionary"))] == "app:open:draft1:"
    assert russian.plain("subject-group") in await ask(door, buttons[russian.plain("apply-new-button")])
    assert russian.plain("choice-intent-registration-by-self") in await ask(door, "app:open:draft1:")


@pytest.mark.parametrize("said", INTRO)
async def test_no_draft_is_open(door: FrontDoor, standard: Standard, russian: Texts, said: str) -> None:
    """Nothing is asked: a filed application is none that could be gone on with."""
    await door.put(worked(standard, CaseState.REGISTERED))
    assert russian.plain("subject-group") in await ask(door, said)


def drafts() -> list[Case]:
    """Three drafts for a missionary, two of them of one name, and one for a group."""
    one = replace(started(), touched_at=NOW)
    later = another(one, "draft2", touched_at=NOW + timedelta(minutes=1))
    empty = another(one, "draft3", answers={}, touched_at=NOW + timedelta(minutes=2))
    return [one, later, empty, another(started(GROUP), "draft4")]


@pytest.mark.parametrize("said", ["/apply", "/my"])
async def test_drafts_of_one_kind(door: FrontDoor, russian: Texts, said: str) -> None:
    """A number, a name and a time tell them apart; the only one of its kind needs none of these."""
    await door.put(*drafts())
    labels = {data: label for label, data in (await ask(door, said)).items() if data.startswith("app:open:")}
    assert len(labels) == len(set(labels.values())) == len(drafts())
    assert labels["app:open:draft4:"] == russian.plain("mine-draft", subject=russian.plain("subject-group"))
    for draft in ("draft1", "draft2"):
        assert started().answers["full_name"] in labels[f"app:open:{draft}:"]
    assert russian.plain("subject-missionary") in labels["app:open:draft3:"]


@pytest.mark.parametrize("state", sorted(set(CaseState) - {CaseState.DRAFT}))
async def test_where_a_re_registration_is_offered(
    door: FrontDoor, standard: Standard, russian: Texts, state: CaseState
) -> None:
    """Only where a certificate or note was issued."""
    await door.put(worked(standard, state))
    buttons = await ask(door, "app:open:draft1:")
    assert (russian.plain("case-renew-button") in buttons) == (state is CaseState.ISSUED)
    old = await door.tap(APPLICANT, "app:renew:draft1.:0")
    assert (old.toast == russian.plain("toast-not-issued")) == (state is not CaseState.ISSUED), "an old button says why"


async def test_a_re_registration_is_begun_once(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Number and date of the certificate are filled in; the button is gone, and an old one leads to the draft."""
    await door.put(worked(standard, CaseState.ISSUED))
    renew = (await ask(door, "app:open:draft1:"))[russian.plain("case-renew-button")]
    first = await door.tap(APPLICANT, renew)
    assert russian("q-by") in first.texts[0]
    said = await door.tap(APPLICANT, first.buttons[russian.plain("choice-by-self")])
    assert russian("q-term-from") in said.texts[0]
    assert russian.plain("case-renew-button") not in await ask(door, "app:open:draft1:")
    again = await door.tap(APPLICANT, renew)
    assert russian("q-term-from") in again.texts[0]
    ((count,),) = await door.rows("SELECT count(*) FROM cases")
    assert count == 2


async def coming(door: FrontDoor, standard: Standard) -> dict[str, str]:
    """Registers an application and says that its applicant is coming; returns the days that are offered."""
    await door.put(worked(standard, CaseState.REGISTERED), Officer(OFFICER, KOKSHETAU, "Ахметова А."))
    buttons = await ask(door, "app:coming:draft1.:0")
    return {label: data for label, data in buttons.items() if data.startswith("app:coming:")}


async def test_the_days_on_which_one_may_come(door: FrontDoor, standard: Standard) -> None:
    """On a Sunday in Kazakhstan the next five working days are offered, and nobody is told of anything yet."""
    days = await coming(door, standard)
    assert [data.partition(".")[2].partition(":")[0] for data in days.values()] == [
        f"2026-11-{day}" for day in range(23, 28)
    ]
    assert [each.kind for each in await door.events(await door.case("draft1"))] == [EventKind.FILED]


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11-28", "2026-12-16", "2020-01-06", "2099-01-01", "soon"])
async def test_a_day_on_which_nobody_is_seen(door: FrontDoor, standard: Standard, russian: Texts, day: str) -> None:
    """A weekend, a holiday, a day that has passed or is no day: it is asked again, and nothing is written down."""
    days = await coming(door, standard)
    again = await door.tap(APPLICANT, f"app:coming:draft1.{day}:0")
    assert again.texts[0].startswith(russian("coming-closed"))
    assert days.items() <= again.buttons.items()
    assert len(await door.events(await door.case("draft1"))) == 1
    assert again.notices == []


async def test_a_visit_is_changed_and_taken_back(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The officers hear of the day, of another one, and that nobody comes; the same day again is no news."""
    first, second, *_ = (await coming(door, standard)).values()
    told = await door.tap(APPLICANT, first)
    assert russian("visit-pass") in told.texts[0]
    assert "понедельник, 23 ноября" in told.texts[0]
    assert "понедельник, 23 ноября" in told.notices[0][1].parameters["text"]
    assert (await door.tap(APPLICANT, first)).notices == []
    assert (
        russian("coming-when")
        in (await door.tap(APPLICANT, told.buttons[russian.plain("coming-change-button")])).texts[0]
    )
    other = await door.tap(APPLICANT, second)
    assert "вторник, 24 ноября" in other.notices[0][1].parameters["text"]
    ended = await door.tap(APPLICANT, other.buttons[russian.plain("coming-not-button")])
    assert ended.texts == [russian("coming-not-told")]
    assert len(ended.notices) == 1


@pytest.mark.parametrize("state", sorted(set(CaseState) - OPEN_CASE_STATES - {CaseState.DRAFT}))
async def test_nobody_comes_about_what_is_over(
    door: FrontDoor, standard: Standard, russian: Texts, state: CaseState
) -> None:
    """An old button shows the application as it is now."""
    await door.put(worked(standard, state))
    answer = await door.tap(APPLICANT, "app:coming:draft1.:0")
    assert answer.toast == russian.plain("stale")
    assert russian("coming-when") not in answer.texts[0]


async def test_the_pass_is_told_in_one_sentence(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Where one asks for the day, where it is confirmed, and on the page about the visit."""
    first, *_ = (await coming(door, standard)).values()
    pages = [await door.tap(APPLICANT, data) for data in ("app:coming:draft1.:0", first)]
    pages.append(await door.tap(APPLICANT, "off:visit:2/3:2011-20"))
    assert all(russian("visit-pass") in each.texts[0] for each in pages)
