"""What an act will do is shown before it is done: the term, the day, what the applicant is told, the journal's line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from dialogs.ui.texts import Texts
from domain.applications.case import Case, CaseState
from domain.standard.edition import Standard
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER, REGISTRAR
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.front_door import Answer, FrontDoor

DAY = timedelta(days=1)
PREVIEWED = ("received", "receive-all")  # of older screens, too: what recorded at once


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


async def kept(door: FrontDoor, before: Case) -> None:
    """Nothing is recorded: neither the case nor its history has changed."""
    assert (await door.case(before.id, OFFICER)) == before
    assert [str(each.kind) for each in await door.events(before)] == ["filed"]


def quoted(answer: Answer) -> str:
    return answer.texts[0].partition("<blockquote>")[2].partition("</blockquote>")[0]


async def test_everything_is_handed_over(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """All items, the term that starts, its last day and the applicant's own message; one more tap records it."""
    await has(door, standard, CaseState.REGISTERED)
    before = await door.case("case1", OFFICER)
    page = await door.say(OFFICER, f"/receive {NUMBER}")
    shown = await press(door, OFFICER, page, russian.plain("work-receive-all-button"))
    text = shown.texts[0]
    for item in ("application", "identity", "invitation"):
        assert russian("work-receiving-row", item=russian.plain(f"item-{item}-button")) in text
    assert russian("work-receiving-whole", date="вторник, 1 декабря 2026 года") in text
    assert russian("work-receiving-told-copy") in text
    assert "1-й день: понедельник, 23 ноября" in quoted(shown)
    assert shown.notices == []
    await kept(door, before)
    done = await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    assert done.toast == russian.plain("toast-received")
    _, (told, message) = done.notices
    assert told == APPLICANT
    assert message.parameters["text"] == quoted(shown)
    assert (await door.case("case1")).state is CaseState.IN_REVIEW


async def test_first_documents_and_more_of_them(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The first start the term of a refusal, counted day by day; later ones say that it runs."""
    await has(door, standard, CaseState.REGISTERED)
    day = "среда, 25 ноября 2026 года"
    page = await door.tap(OFFICER, tap("receive-tick", "identity"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    assert russian("work-receiving-first", date=day) in shown.texts[0]
    assert "3-й день: среда, 25 ноября" in shown.texts[0]
    assert russian.plain("item-identity-button") in shown.texts[0]
    assert russian("work-receiving-row", item=russian.plain("item-invitation-button")) not in shown.texts[0]
    done = await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    ((told, message),) = done.notices
    assert (told, message.parameters["text"]) == (APPLICANT, quoted(shown))
    assert set((await door.case("case1")).received) == {"identity"}
    page = await press(door, OFFICER, done, russian.plain("work-receive-button"))
    page = await press(door, OFFICER, page, "▫️ " + russian.plain("item-invitation-button"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    assert russian("work-receiving-runs", date=day) in shown.texts[0]
    assert russian("work-receiving-first", date=day) not in shown.texts[0]


async def test_what_comes_again_during_the_review(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """No term changes, and the applicant will read just that."""
    await has(door, standard, CaseState.IN_REVIEW, complete_at=NOW - DAY)
    page = await door.tap(OFFICER, tap("receive-tick", "identity"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    assert russian("work-receiving-same") in shown.texts[0]
    assert quoted(shown).startswith(russian("received-more", number=NUMBER))


async def test_the_way_back_from_the_preview(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The ticks stand as they were and can be changed; the preview of the earlier ticks records nothing then."""
    await has(door, standard, CaseState.REGISTERED)
    page = await door.tap(OFFICER, tap("receive-tick", "identity"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    page = await press(door, OFFICER, shown, russian.plain("work-receiving-back-button"))
    await press(door, OFFICER, page, "✅ " + russian.plain("item-identity-button"))
    late = await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    assert late.toast == russian.plain("toast-changed")
    assert (await door.case("case1")).received == {}


@pytest.mark.parametrize("action", PREVIEWED)
async def test_a_button_that_recorded_at_once(door: FrontDoor, standard: Standard, russian: Texts, action: str) -> None:
    """One of an older screen opens the preview, and tells nobody."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("receive-tick", "identity"))
    before = await door.case("case1", OFFICER)
    shown = await door.tap(OFFICER, tap(action, "", 1))
    assert russian("work-receiving", number=NUMBER) in shown.texts[0]
    assert shown.notices == []
    await kept(door, before)


@pytest.mark.parametrize("which", ["all", "ticked"])
async def test_midnight_between_the_preview_and_its_button(
    door: FrontDoor, standard: Standard, russian: Texts, which: str
) -> None:
    """The day would be another one: it is shown anew and nothing is recorded until that is confirmed."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(REGISTRAR, tap("receive-tick", "identity"))
    shown = await door.tap(REGISTRAR, tap({"all": "receive-all", "ticked": "received"}[which], "", 1))
    before = await door.case("case1", OFFICER)
    door.processor.clock = lambda: NOW + DAY
    again = await press(door, REGISTRAR, shown, russian.plain("work-recorded-button"))
    assert again.texts[0].startswith(russian("work-day-changed"))
    assert again.toast == russian.plain("toast-day-changed")
    assert again.notices == []
    assert again.texts[0] != shown.texts[0]
    await kept(door, before)
    done = await press(door, REGISTRAR, again, russian.plain("work-recorded-button"))
    assert done.toast == russian.plain("toast-received")
    assert (await door.case("case1")).received


async def test_a_forged_confirmation(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """A button that names neither ticks nor everything records nothing."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("receive-tick", "identity"))
    before = await door.case("case1", OFFICER)
    answer = await door.tap(OFFICER, tap("recorded", "some.261125", 1))
    assert answer.toast == russian.plain("toast-changed")
    await kept(door, before)
