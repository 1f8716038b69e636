"""A pinned status follows its case: edited without a sound, by whomever the case is changed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.drivers.bureau import Bureau, bureau
from tests.e2e.drivers.chatting import Seen
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.working import Applicant
from tests.factories.units import MISSIONARY

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bureau]:
    monkeypatch.setattr("bot.run.PIN_SECONDS", 0.05)
    async with bureau(tmp_path, MISSIONARY, MISSIONARY) as opened:
        yield opened


async def pinned(office: Bureau, applicant: Applicant) -> int:
    """Pins the status of a case; returns its message."""
    before = await applicant.opens()
    seen = await applicant.chat.tap("pin-button")
    assert seen.id == before.id
    await office.driven.settle()
    chat = applicant.chat.person.chat
    assert chat.pinned == {seen.id}
    return seen.id


def says(applicant: Applicant, number: int) -> Seen:
    return Seen.of(applicant.chat.person.chat.messages[number])


async def test_it_stays_current(office: Bureau) -> None:
    """Received, decided, ready: each is shown in the same message, which stays pinned; nothing else is sent for it."""
    applicant, officer = await office.filed(), office.officer
    number = await pinned(office, applicant)
    word = applicant.chat.texts.plain
    await officer.does(applicant, "work-take-button")
    await officer.receives(applicant)
    reviewed = word("state-in-review", filed="23 ноября 2026 года")
    await eventually("shown", lambda: reviewed in says(applicant, number).text)
    await office.driven.settle()
    sent = len(applicant.chat.seen())
    await officer.does(applicant, "work-approve-button", "work-approved-button")
    approved = word("state-approved", filed="23 ноября 2026 года")
    await eventually("shown", lambda: approved in says(applicant, number).text)
    await office.driven.settle()
    assert len(applicant.chat.seen()) == sent + 1, "the notice that it is approved, and no other"
    assert applicant.chat.person.chat.pinned == {number}
    pins = [call for call in office.driven.world.journal.since(0) if call.method == "pinChatMessage"]
    assert [call.parameters["disable_notification"] for call in pins] == [True]


async def test_its_buttons_leave_it_what_it_is(office: Bureau) -> None:
    """The page opens below; unpinning turns the message into that page."""
    applicant = await office.filed()
    number = await pinned(office, applicant)
    before = says(applicant, number)
    opened = await applicant.chat.tap("late-case-button")
    assert opened.id > number
    assert says(applicant, number) == before
    assert applicant.chat.word("unpin-button") in opened.labels
    await applicant.chat.press(before.data(applicant.chat.word("unpin-button")))
    await office.driven.settle()
    assert applicant.chat.person.chat.pinned == set()
    assert office.driven.rows("SELECT * FROM pinned_messages") == []


async def test_a_message_that_was_deleted(office: Bureau) -> None:
    """No other comes in its place, and nothing is left to be sent."""
    applicant, officer = await office.filed(), office.officer
    number = await pinned(office, applicant)
    applicant.chat.person.delete(number)
    await officer.does(applicant, "work-take-button")
    await officer.receives(applicant)
    version = "SELECT version - shown FROM pinned_messages, cases WHERE id = case_id"
    await eventually("brought up to date", lambda: office.driven.rows(version) == [(0,)])
    await office.driven.settle()
    assert not [each for each in applicant.chat.seen() if applicant.chat.word("unpin-button") in each.labels]


async def test_another_page_is_pinned(office: Bureau) -> None:
    """The message that was pinned before is unpinned: one a case; another case has its own."""
    first, other = await office.filed(), await office.filed()
    before = await pinned(office, first)
    await first.opens()
    unpin = first.chat.word("unpin-button")
    assert unpin in first.chat.seen()[-1].labels
    second = first.chat.seen()[-1].id
    await first.chat.press(f"app:pin:{first.case_id}.:{office.row(first)[1]}")
    await office.driven.settle()
    assert first.chat.person.chat.pinned == {second} != {before}
    assert await pinned(office, other)
    assert len(office.driven.rows("SELECT * FROM pinned_messages")) == 2
