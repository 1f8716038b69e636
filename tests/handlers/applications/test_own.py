"""A person's own applications: which draft is meant, and what may be registered again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.ui.texts import Texts
from domain.applications.case import Case, CaseState
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard, Subject
from tests.factories.cases import another, started, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
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
    assert russian.plain("choice-intent-registration") in await ask(door, "app:open:draft1:")


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
    return [one, later, empty, another(started(Subject.GROUP), "draft4")]


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


@pytest.mark.parametrize("state", set(CaseState) - {CaseState.DRAFT})
async def test_where_a_re_registration_is_offered(
    door: FrontDoor, standard: Standard, russian: Texts, state: CaseState
) -> None:
    """Only where a certificate or note was issued."""
    await door.put(worked(standard, state))
    buttons = await ask(door, "app:open:draft1:")
    assert (russian.plain("case-renew-button") in buttons) == (state is CaseState.ISSUED)


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
