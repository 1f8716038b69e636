from __future__ import annotations

import pytest

from domain.people import NOTICE_VERSION
from tests.e2e.drivers.chatting import Chatting
from tests.factories.texts import home_page

pytestmark = pytest.mark.asyncio(loop_scope="module")


def consents(chat: Chatting) -> list[tuple[str, int]]:
    found = chat.driven.rows("SELECT version, given FROM consents WHERE user_id = ? ORDER BY id", chat.id)
    return [(str(version), int(given)) for version, given in found]


async def test_consent_is_recorded_with_its_notice_and_once(aigul: Chatting) -> None:
    """A second tap on the same old button adds no record and keeps the first time."""
    asked = await aigul.say("/privacy")
    assert aigul.word("privacy-not-agreed") in asked.text
    assert NOTICE_VERSION in asked.text
    agreed = await aigul.tap("privacy-agree-button")
    assert aigul.word("privacy-not-agreed") not in agreed.text
    assert agreed.labels == [
        aigul.word(f"{each}-button") for each in ("privacy-withdraw", "data", "data-erase", "home")
    ]
    moment = aigul.driven.rows("SELECT consent_at FROM people WHERE user_id = ?", aigul.id)
    again = await aigul.press(asked.data(aigul.word("privacy-agree-button")))
    assert again == agreed
    assert consents(aigul) == [(NOTICE_VERSION, 1)]
    assert aigul.driven.rows("SELECT consent_at FROM people WHERE user_id = ?", aigul.id) == moment
    assert aigul.toasts()[-2:] == [aigul.word("privacy-agreed-toast")] * 2


async def test_two_taps_at_once_record_one_consent(aigul: Chatting) -> None:
    """Both taps of an impatient finger reach the bot together."""
    asked = await aigul.say("/privacy")
    for _ in range(2):
        aigul.person.press(asked.id, asked.data(aigul.word("privacy-agree-button")))
    assert aigul.word("privacy-not-agreed") not in (await aigul.after()).text
    assert consents(aigul) == [(NOTICE_VERSION, 1)]


async def test_consent_can_be_withdrawn_and_given_anew(aigul: Chatting) -> None:
    """Each change is a record of its own; withdrawing a consent that was never given records nothing."""
    await aigul.say("/privacy")
    await aigul.press("base:withdraw::")
    assert consents(aigul) == []
    await aigul.tap("privacy-agree-button")
    withdrawn = await aigul.tap("privacy-withdraw-button")
    assert aigul.word("privacy-not-agreed") in withdrawn.text
    assert aigul.toasts()[-1] == aigul.word("privacy-withdrawn-toast")
    assert aigul.driven.rows("SELECT consent_version FROM people WHERE user_id = ?", aigul.id) == [(None,)]
    await aigul.tap("privacy-agree-button")
    assert [given for _, given in consents(aigul)] == [1, 0, 1]


async def test_agreeing_to_an_old_notice_is_no_consent(aigul: Chatting) -> None:
    """The button of an earlier wording says that it is out of date and shows the notice in force."""
    await aigul.say("/privacy")
    shown = await aigul.press("base:agree:2020-01:")
    assert aigul.toasts()[-1] == aigul.texts.plain("stale")
    assert aigul.texts.plain("privacy", version=NOTICE_VERSION) in shown.text
    assert shown.labels[0] == aigul.word("privacy-agree-button")
    assert consents(aigul) == []


async def test_language_survives_a_withdrawn_consent(aigul: Chatting) -> None:
    """Language and consent are independent: neither undoes the other."""
    await aigul.say("/language")
    await aigul.tap("English")
    await aigul.say("/privacy")
    await aigul.press(f"base:agree:{NOTICE_VERSION}:")
    await aigul.press("base:withdraw::")
    assert [given for _, given in consents(aigul)] == [1, 0]
    assert (await aigul.say("/start")).text.endswith(home_page("en"))
