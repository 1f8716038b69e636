"""Complaints with the real bot over HTTP: from a case and without one, slip, answer, further, silence, limits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.officers import Officer, Role
from domain.standard import Subject
from domain.units import UnitId
from sandbox.faults import SERVER_ERROR, Fault
from tests.e2e.bureau import APPLICANTS, HEAD, KOKSHETAU, MONDAY, OFFICER, REGISTRAR, TEAM, Bureau, bureau
from tests.e2e.driving import eventually
from tests.e2e.invariants import KNOWN, SHOWING
from tests.e2e.test_uploads import pdf, photo
from tests.e2e.working import Applicant, AtWork, newest, texts_of, words_of

pytestmark = pytest.mark.e2e

AKIMAT, REGION_AKIMAT, CLERK = UnitId(4, 3), UnitId(3, 4), 4_100_009
WITH_AKIMAT = (*TEAM, Officer(CLERK, AKIMAT, "Ли Б.", Role.REGISTRAR))
TEXT = "Сотрудник-канарейка не принял документы."


def opened(folder: Path, languages: dict[int, str] | None = None, **limits: int) -> AbstractAsyncContextManager[Bureau]:
    """A bot with an office and its akimat, and one applicant who has not filed yet."""
    return bureau(folder, Subject.MISSIONARY, team=WITH_AKIMAT, languages=languages, **limits)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


async def begins(town: Bureau, who: Applicant, unit: UnitId = AKIMAT, *, case: bool = True) -> None:
    """Up to the text."""
    if case:
        await who.tap("cmp-new-button")
    else:
        await who.chat.say("/complain")
        await who.chat.tap("cmp-new-button")
    seen = await who.chat.tap("cmp-kind-service-button")
    if not case:
        seen = await who.chat.tap("Акмолинская область")
        seen = await who.chat.tap("г. Кокшетау")
    await who.chat.press(next(data for _, data in seen.buttons if f".{unit}:" in data))
    assert town.driven.events.faults == []


async def files(town: Bureau, who: Applicant, unit: UnitId = AKIMAT) -> str:
    """A whole complaint from a case; its id."""
    await begins(town, who, unit=unit)
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    seen = await who.chat.tap("cmp-file-button")
    assert who.chat.texts.plain("cmp-filed", number="1/2026") in seen.text
    ((complaint_id,),) = town.driven.rows("SELECT id FROM complaints WHERE number IS NOT NULL AND stage = 'filed'")
    return str(complaint_id)


async def does(clerk: AtWork, command: str, *rest: str) -> None:
    """A command about the first complaint, then buttons by their id or texts."""
    await clerk.says(f"/{command} 1/2026")
    for each in rest:
        await (clerk.taps(each) if clerk.chat.texts.knows(each) else clerk.says(each))


@pytest.mark.standard("24", "25")
@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_a_whole_complaint(tmp_path: Path, language: str) -> None:
    """From a case to the akimat: number, slip, longer term, answer with a file, rating; each told in their language."""
    async with opened(tmp_path, languages={APPLICANTS: language, CLERK: language}) as town:
        who, clerk = await town.filed(), town.person(CLERK)
        await begins(town, who)
        who.chat.person.send_photo(photo(), caption=TEXT)
        await eventually("fetched", lambda: kinds(town) == ["jpeg"])
        await town.driven.settle()
        await who.chat.say("Ещё одно.")
        seen = await who.chat.tap("cmp-done-button")
        for part in (TEXT, "Ещё одно.", who.number):
            assert part in seen.text
        seen = await who.chat.tap("cmp-file-button")
        assert "№ 221" in seen.text
        assert clerk.word("hnd-card-button") in newest(clerk).labels
        await does(clerk, "accept", "hnd-accepted-button")
        told = "\n".join(texts_of(who))
        assert "Ли Б." in told
        slip = words_of(who.chat, "talon")
        for part in ("1/2026", "23.11.2026", "Ли Б.", "Акимат г. Кокшетау", "08.12.2026"):
            assert part in slip
        await does(clerk, "extend", "Запросили журнал.", "hnd-extended-button")
        assert any("Запросили журнал." in each for each in texts_of(who))
        await clerk.says("/answer 1/2026")
        clerk.chat.person.send_document(pdf(), caption="Ответ-слова.")
        await eventually("fetched", lambda: kinds(town) == ["jpeg", "pdf"])
        await town.driven.settle()
        await does(clerk, "answer", "hnd-answered-button")
        assert any("Ответ-слова." in each for each in texts_of(who))
        assert any("document" in each.content for each in who.chat.seen()[-1:]), "the file comes after the words"
        await opens(town, who)
        seen = await who.chat.tap("5 ⭐")
        assert who.chat.texts.plain("cmp-rated", rating="5") in seen.text
        kinds_of = [
            row[0]
            for row in town.driven.rows(
                "SELECT kind FROM events WHERE case_id IN (SELECT id FROM complaints) ORDER BY id"
            )
        ]
        assert kinds_of == ["complained", "complaint-accepted", "complaint-extended", "complaint-answered", "rated"]
        for each in (*who.chat.seen(), *clerk.chat.seen()):
            assert all(KNOWN.fullmatch(data) or data.startswith(("cpw:", "work:")) for _, data in each.buttons), each


def kinds(town: Bureau) -> list[str | None]:
    return [row[0] for row in town.driven.rows("SELECT kind FROM uploads ORDER BY id")]


async def opens(town: Bureau, who: Applicant, complaint_id: str = "") -> None:
    found = complaint_id or town.driven.rows("SELECT id FROM complaints WHERE stage != 'draft'")[0][0]
    await who.chat.say("/complain")
    await who.chat.press(f"cmp:open:{found}:")


@pytest.mark.standard("21", "22", "24")
async def test_nobody_there_means_a_letter(town: Bureau) -> None:
    """Said before the text; then the letter, the stamped copy, address and phones; no number, no slip."""
    who = await town.filed()
    await who.tap("cmp-new-button")
    seen = await who.chat.tap("cmp-kind-result-button")
    assert who.chat.texts.plain("cmp-by-post") in seen.text
    seen = await who.chat.press(next(data for _, data in seen.buttons if f".{REGION_AKIMAT}:" in data))
    assert who.chat.texts.plain("cmp-will-be-letter") in seen.text
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    seen = await who.chat.tap("cmp-letter-button")
    assert "8 (7162) 25-48-37" in seen.text
    letter = words_of(who.chat, "zhaloba")
    for part in (TEXT, "Акимат Акмолинской области (руководству)", f"заявления № {who.number}", "пункт\u00a021"):
        assert part in letter
    assert who.number in words_of(who.chat, "zayavlenie")
    assert town.driven.rows("SELECT stage, number FROM complaints") == [("letter", None)]


@pytest.mark.standard("22")
async def test_without_a_case(town: Bureau) -> None:
    """Region, office, body, name and address are asked; the rest is the same."""
    who = town.applicants[0]
    await begins(town, who, unit=KOKSHETAU, case=False)
    await who.chat.say("Иванов Пётр Сергеевич")
    await who.chat.say("г. Кокшетау, ул. Абая, 1")
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-file-button")
    assert town.driven.rows("SELECT stage, unit, number FROM complaints") == [("filed", "2/3", "1/2026")]
    for user in (REGISTRAR, HEAD):
        assert "1/2026" in newest(town.person(user)).text
    assert not any("1/2026" in each for each in texts_of(town.person(OFFICER)))


@pytest.mark.standard("21")
async def test_once_more_and_then_on_to_the_akimat_above(town: Bureau) -> None:
    """Reopened once with a reason; then a second complaint with the first attached, as a letter."""
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


async def test_nobody_handles_one_about_themselves(town: Bureau) -> None:
    """Who worked on the case is not told, does not find it, and is denied like a stranger; the denial is kept."""
    who = await town.filed()
    await town.registrar.receives(who)
    await files(town, who, KOKSHETAU)
    assert "1/2026" in newest(town.head).text
    for user in (REGISTRAR, OFFICER, CLERK):
        before = town.denials()
        seen = await town.person(user).says("/complaint 1/2026")
        assert seen.text == town.person(user).word("work-denied")
        assert town.denials() == before + 1


@pytest.mark.standard("25")
async def test_silence_brings_one_message_with_a_complaint_that_is_ready(town: Bureau) -> None:
    """The morning after the term: one message to the author with every word of it; one tap files it, once."""
    who = await town.filed()
    await files(town, who, KOKSHETAU)
    town.clock.set(MONDAY + timedelta(days=21, hours=1))
    await town.driven.restart()
    word = who.chat.texts.plain("cmp-silent-edit-button")
    await eventually("told", lambda: any(word in each.labels for each in who.chat.seen()))
    await town.driven.restart()
    await town.driven.settle()
    assert sum(word in each.labels for each in who.chat.seen()) == 1
    seen = next(each for each in who.chat.seen() if word in each.labels)
    send = seen.data(who.chat.texts.plain("cmp-file-button"))
    for _ in range(2):
        assert "1/2026" in (await who.chat.press(send, seen.id)).text
    assert town.driven.rows("SELECT stage, unit FROM complaints ORDER BY unit") == [("filed", "2/3"), ("filed", "4/3")]
    assert "1/2026" in newest(town.person(CLERK)).text


async def test_an_overdue_case_is_complained_of_with_one_tap(town: Bureau) -> None:
    """The morning after the office's term: one message with the complaint to its akimat; one tap files it, once."""
    who = await town.in_review()
    town.clock.set(MONDAY + timedelta(days=21, hours=1))
    await town.driven.restart()
    word = who.chat.texts.plain("cmp-silent-edit-button")
    await eventually("told", lambda: any(word in each.labels for each in who.chat.seen()))
    seen = next(each for each in who.chat.seen() if word in each.labels)
    for _ in range(2):
        shown = await who.chat.press(seen.data(who.chat.texts.plain("cmp-file-button")), seen.id)
        assert "1/2026" in shown.text
    assert town.driven.rows("SELECT stage, unit, number FROM complaints") == [("filed", "4/3", "1/2026")]
    card = await town.person(CLERK).says("/complaint 1/2026")
    quoted = next(each for each in seen.text.splitlines() if who.number in each and "7" in each)
    assert quoted in card.text
    assert town.person(CLERK).word("hnd-files-button") in card.labels


async def test_limits_are_told_politely(tmp_path: Path) -> None:
    """One complaint more, or one file more, than may be."""
    async with opened(tmp_path, max_open_complaints=1, max_files_a_day=1) as town:
        who = await town.filed()
        await begins(town, who)
        for _ in range(2):
            who.chat.person.send_photo(photo())
            await town.driven.settle()
        assert any(who.chat.texts.plain("cmp-too-many-files", most="1") in each for each in texts_of(who))
        await who.tap("cmp-new-button")
        seen = await who.chat.tap("cmp-kind-result-button")
        assert who.chat.texts.plain("cmp-too-many", most="1") in seen.text


async def test_killed_between_the_commit_and_the_message(town: Bureau) -> None:
    """The number is given once, and the author and the akimat hear of it after the restart."""
    who, world = await town.filed(), town.driven.world
    await begins(town, who)
    await who.chat.say(TEXT)
    seen = await who.chat.tap("cmp-done-button")
    world.faults.rules += [Fault(SERVER_ERROR, method) for method in sorted(SHOWING)]
    who.chat.person.press(seen.id, seen.data(who.chat.texts.plain("cmp-file-button")))
    await eventually("taken", lambda: not world.updates.pending)
    await town.driven.kill()
    world.faults.rules.clear()
    for tap in world.taps.values():
        tap.answered = True
    await town.driven.start()
    await town.driven.settle()
    assert town.driven.rows("SELECT stage, number FROM complaints") == [("filed", "1/2026")]
    assert "1/2026" in newest(who).text
    assert "1/2026" in newest(town.person(CLERK)).text


async def test_nothing_of_it_stands_in_clear(town: Bureau, tmp_path: Path) -> None:
    """Text, reason and answer are in no file of the bot's."""
    who, clerk = await town.filed(), town.person(CLERK)
    await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "answer", "Ответ-канарейка.", "hnd-answered-button")
    content = b"".join(path.read_bytes() for path in data_files(tmp_path))
    assert "канарейка".encode() not in content
    assert replace(WITH_AKIMAT[-1]).name.encode() not in content


def data_files(folder: Path) -> list[Path]:
    """All that the bot has written."""
    return [path for path in folder.rglob("*") if path.is_file()]
