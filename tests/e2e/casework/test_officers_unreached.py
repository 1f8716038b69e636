"""An applicant or author blocks the bot: the office is told to call, until they come back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.e2e.drivers.bureau import APPLICANTS, MONDAY, Bureau
from tests.e2e.drivers.complaining import CLERK, does, files, opened
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.working import Applicant, AtWork, newest

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


async def leaves(town: Bureau, who: Applicant) -> None:
    """Blocks the bot; nothing of it is known before a message is refused."""
    who.chat.person.block()
    await town.driven.settle()
    assert town.driven.rows("SELECT * FROM suspended_chats") == []


async def refused(town: Bureau) -> None:
    await eventually("refused", lambda: town.driven.rows("SELECT chat_id FROM suspended_chats") == [(APPLICANTS,)])


async def comes_back(town: Bureau, who: Applicant) -> None:
    who.chat.person.unblock()
    await town.driven.settle()
    assert town.driven.rows("SELECT * FROM suspended_chats") == []


def says(person: AtWork, text_id: str) -> bool:
    return person.word(text_id) in newest(person).text


async def morning(town: Bureau) -> None:
    """Lets the next morning begin."""
    town.clock.set(MONDAY + timedelta(days=1, hours=1))
    await town.driven.restart()


async def digest_of(person: AtWork) -> str:
    title = person.word("digest-title", date="").partition(":")[0]
    await eventually("the digest", lambda: newest(person).text.startswith(title))
    return newest(person).text


async def test_an_applicant_blocks_the_bot(town: Bureau) -> None:
    """The card, the queue and the morning's digest say so until the applicant unblocks it and reads what waited."""
    who, officer = await town.filed(), town.officer
    await officer.does(who, "work-take-button")
    await leaves(town, who)
    await officer.opens(who)
    assert not says(officer, "unreached")
    await officer.receives(who)
    await refused(town)
    told = len(who.told())
    await officer.opens(who)
    assert says(officer, "unreached")
    assert "ул. Ауэзова, 141" in newest(officer).text
    await officer.says("/queue")
    assert says(officer, "unreached-row")
    await morning(town)
    digest = await digest_of(officer)
    assert officer.word("digest-unreached", count="1") in digest
    assert who.number in digest
    assert "Ауэзова" not in digest, "it stands on lock screens"
    assert len(who.told()) == told

    await comes_back(town, who)
    assert who.told()[told:][-1].startswith(who.chat.texts.plain("received-all", number=who.number))
    await officer.opens(who)
    assert not says(officer, "unreached")
    await officer.says("/queue")
    assert not says(officer, "unreached-row")


async def test_a_refusal_that_does_not_arrive(town: Bureau) -> None:
    """The case is in no queue any more: the digest of the officer and of the head names it all the same."""
    who = await town.in_review()
    await leaves(town, who)
    await town.officer.refuses(who, "identity", "Паспорт недействителен.")
    await refused(town)
    await town.officer.opens(who)
    assert says(town.officer, "unreached")
    await morning(town)
    for person in (town.officer, town.head):
        digest = await digest_of(person)
        assert person.word("digest-unreached", count="1") in digest
        assert who.number in digest


async def test_the_author_of_a_complaint_blocks_the_bot(town: Bureau) -> None:
    """The body's card and queue say so until the author writes again."""
    who = await town.filed()
    await files(town, who)
    clerk = town.person(CLERK)
    await leaves(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await refused(town)
    await does(clerk, "complaint")
    assert says(clerk, "unreached")
    await clerk.says("/complaints")
    assert says(clerk, "unreached-row")
    who.chat.person.chat.blocked = False
    await who.chat.say("/my")
    assert town.driven.rows("SELECT * FROM suspended_chats") == []
    await does(clerk, "complaint")
    assert not says(clerk, "unreached")
    await clerk.says("/complaints")
    assert not says(clerk, "unreached-row")
