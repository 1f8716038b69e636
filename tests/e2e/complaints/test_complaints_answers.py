"""Answers to complaints, in words, as a file or both; reopened once, then on to the higher akimat, then the court."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.staff.membership import Officer, Role
from tests.e2e.applications.test_uploads import pdf
from tests.e2e.drivers.bureau import Bureau, bureau
from tests.e2e.drivers.complaining import CLERK, TEXT, WITH_AKIMAT, does, files, kinds, opened, opens
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.working import Applicant, newest, texts_of, words_of
from tests.factories.units import AKIMAT, MISSIONARY, REGION_AKIMAT

ABOVE = 4_100_010

pytestmark = pytest.mark.e2e


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


async def test_an_answer_in_words(town: Bureau) -> None:
    """It is typed, corrected and sent; the author reads the final words, who answered, and what they can still do."""
    who, clerk = await town.filed(), town.person(CLERK)
    await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "answer", "Приняли миры.", "Приняли меры.", "hnd-answered-button")
    told = next(each for each in texts_of(who) if "Приняли меры." in each)
    assert "Ли Б." in told
    assert who.chat.texts.plain("cmp-told-then") in told
    assert not any("Приняли миры." in each for each in texts_of(who))
    await opens(town, who)
    assert who.chat.texts.plain("cmp-ways-court") in newest(who).text


async def test_an_answer_in_a_file_alone(town: Bureau) -> None:
    """Removed and attached again, it is sent when the button says so; the author gets it, and again on request."""
    who, clerk = await town.filed(), town.person(CLERK)
    await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await clerk.says("/answer 1/2026")
    for _ in range(2):
        clerk.chat.person.send_document(pdf())
        await eventually("fetched", lambda: kinds(town) == ["pdf"])
        await town.driven.settle()
        await does(clerk, "answer")
        await clerk.taps("hnd-drop-button")
    assert kinds(town) == []
    clerk.chat.person.send_document(pdf())
    await eventually("fetched", lambda: kinds(town) == ["pdf"])
    await town.driven.settle()
    before = len(sent_files(town, who))
    await does(clerk, "answer", "hnd-answered-button")
    assert who.chat.texts.plain("cmp-answer-in-file") in "\n".join(texts_of(who))
    assert len(sent_files(town, who)) == before + 1
    await opens(town, who)
    await who.chat.tap("cmp-answer-whole-button")
    assert len(sent_files(town, who)) == before + 2


def sent_files(town: Bureau, who: Applicant) -> list[str]:
    """Returns the names of the answer files that the author received."""
    documents = [each.content["document"] for each in who.chat.seen() if "document" in each.content]
    assert town.driven.events.faults == []
    return [each["file_name"] for each in documents if each["file_name"].startswith("otvet")]


@pytest.mark.standard("21")
async def test_once_more_and_then_on_to_the_akimat_above(town: Bureau) -> None:
    """A complaint is reopened once with a reason; a second one then follows as a letter, with the first attached."""
    who, clerk = await town.filed(), town.person(CLERK)
    first = await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "answer", "Нет.", "hnd-answered-button")
    await opens(town, who, first)
    await who.chat.tap("cmp-reopen-button")
    await who.chat.say("Почему нет?")
    assert "Почему нет?" in newest(clerk).text
    await does(clerk, "answer", "Потому.", "hnd-answered-button")
    await opens(town, who, first)
    assert who.chat.texts.plain("cmp-reopen-button") not in newest(who).labels
    seen = await who.chat.tap("cmp-further-button")
    assert "Акимат Акмолинской области" in seen.text
    await who.chat.say("Не согласен.")
    seen = await who.chat.tap("cmp-done-button")
    assert who.chat.texts.plain("cmp-with-first", number="1/2026") in seen.text
    await who.chat.tap("cmp-letter-button")
    letter = words_of(who.chat, "zhaloba")
    for part in ("Не согласен.", TEXT, "Потому."):
        assert part in letter


async def test_a_second_reopening_is_refused_politely(town: Bureau) -> None:
    """An old button and one forged for the current version both show the current state and change nothing."""
    who, clerk = await town.filed(), town.person(CLERK)
    first = await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "answer", "Нет.", "hnd-answered-button")
    await opens(town, who, first)
    old = newest(who).data(who.chat.texts.plain("cmp-reopen-button"))
    await who.chat.tap("cmp-reopen-button")
    await who.chat.say("Почему нет?")
    await does(clerk, "answer", "Потому.", "hnd-answered-button")
    ((version,),) = town.driven.rows("SELECT version FROM complaints")
    for data in (old, f"cmp:reopen:{first}.:{version}"):
        seen = await who.chat.press(data)
        assert "Потому." in seen.text
        assert who.chat.toasts()[-1] == who.chat.texts.plain("stale")
    await who.chat.say("Ещё раз!")
    assert town.driven.rows("SELECT stage, version FROM complaints") == [("answered", version)]


@pytest.mark.standard("21", "23")
async def test_the_akimat_above_gets_the_first_complaint_with_it(tmp_path: Path) -> None:
    """A higher akimat that uses the bot gives the complaint a number, and its card shows the first with the answer."""
    team = (*WITH_AKIMAT, Officer(ABOVE, REGION_AKIMAT, "Ахметова А.", Role.HEAD))
    async with bureau(tmp_path, MISSIONARY, team=team) as town:
        who, clerk, above = await town.filed(), town.person(CLERK), town.person(ABOVE)
        first = await files(town, who)
        await does(clerk, "accept", "hnd-accepted-button")
        await does(clerk, "answer", "Нет оснований.", "hnd-answered-button")
        await opens(town, who, first)
        further = newest(who)
        for _ in range(2):
            await who.chat.press(further.data(who.chat.texts.plain("cmp-further-button")), further.id)
        await who.chat.say("Не согласен.")
        await who.chat.tap("cmp-done-button")
        await who.chat.tap("cmp-file-button")
        rows = town.driven.rows("SELECT stage, unit, number FROM complaints ORDER BY unit")
        assert rows == [("filed", str(REGION_AKIMAT), "1/2026"), ("answered", str(AKIMAT), "1/2026")]
        await above.says("/complaint 1/2026")
        await above.taps("hnd-files-button")
        seen = await above.taps("hnd-first-button")
        for part in (TEXT, "Нет оснований.", "Акимат г. Кокшетау"):
            assert part in seen.text
        await above.taps("hnd-card-button")
        await above.taps("hnd-files-button")
        await above.taps(above.chat.texts.plain("hnd-copy-button", number=who.number))
        assert who.number in words_of(above.chat, "zayavlenie")
