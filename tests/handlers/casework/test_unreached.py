"""A message that cannot reach the applicant: the card and the queue say so, with the phone that was written."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.standard.edition import Standard
from storage.messaging.outbox import Outbox
from tests.factories.cases import ANSWERS
from tests.factories.people import APPLICANT, OFFICER
from tests.factories.units import GROUP, MISSIONARY
from tests.handlers.casework.office import NUMBER, has, manned, tap
from tests.handlers.front_door import FrontDoor

PHONE = "+7 701 123-45-67"


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        async with opened.processor.database.transaction() as transaction:
            await Outbox(transaction).suspend(APPLICANT, 1)
        opened.processor.sender.suspended.add(APPLICANT)
        yield opened


@pytest.mark.parametrize("phone", [PHONE, ""])
async def test_whom_to_call(door: FrontDoor, standard: Standard, russian: Texts, phone: str) -> None:
    """The phone that the applicant wrote beside the address; where there is none, the address."""
    address = f"г. Кокшетау, ул. Абая, 5 {phone}".strip()
    answers = ANSWERS[MISSIONARY] | {"address": address}
    await has(door, standard, CaseState.IN_REVIEW, answers=answers)
    card = await door.say(OFFICER, f"/case {NUMBER}")
    assert russian("unreached") in card.texts[0]
    asked = russian("unreached-phone", phone=phone) if phone else russian("unreached-address", address=address)
    assert asked in card.texts[0]
    queue = await door.say(OFFICER, "/queue")
    row = russian("unreached-row-phone", phone=phone) if phone else russian("unreached-row")
    assert row in queue.texts[0].splitlines()


async def test_a_group_is_reached_at_its_place(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Its form has no address of a person."""
    case = await has(door, standard, CaseState.IN_REVIEW, subject=GROUP)
    card = await door.say(OFFICER, f"/case {NUMBER}")
    assert russian("unreached-address", address=case.answers["location"]) in card.texts[0]


@pytest.mark.parametrize("state", [CaseState.REFUSED, CaseState.ISSUED])
async def test_the_card_of_a_finished_case(
    door: FrontDoor, standard: Standard, russian: Texts, state: CaseState
) -> None:
    """What was not delivered of its outcome has to be told as well."""
    await has(door, standard, state)
    assert russian("unreached") in (await door.say(OFFICER, f"/case {NUMBER}")).texts[0]


async def test_after_an_act(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The card that follows an act says so, too: its message will not arrive either."""
    await has(door, standard, CaseState.REGISTERED)
    assert russian("unreached") in (await door.tap(OFFICER, tap("take"))).texts[0]


async def test_the_applicant_comes_back(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Anything they send ends it."""
    await has(door, standard, CaseState.IN_REVIEW)
    await door.say(APPLICANT, "/my")
    assert russian("unreached") not in (await door.say(OFFICER, f"/case {NUMBER}")).texts[0]
    assert russian("unreached-row") not in (await door.say(OFFICER, "/queue")).texts[0]
