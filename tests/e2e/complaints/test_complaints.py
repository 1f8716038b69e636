"""Complaints through the real bot over HTTP: with and without a case, to an akimat or office, or as a letter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.applications.test_uploads import pdf, photo
from tests.e2e.drivers.bureau import APPLICANTS, HEAD, MONDAY, OFFICER, REGISTRAR, Bureau
from tests.e2e.drivers.chatting import Seen
from tests.e2e.drivers.complaining import CLERK, TEXT, WITH_AKIMAT, begins, does, files, kinds, opened, opens
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.invariants import KNOWN
from tests.e2e.drivers.working import newest, texts_of, words_of
from tests.factories.terms import Terms
from tests.factories.units import AKIMAT, KOKSHETAU, REGION_AKIMAT

pytestmark = pytest.mark.e2e


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


@pytest.mark.standard("24", "25")
@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_a_whole_complaint(tmp_path: Path, terms: Terms, language: str) -> None:
    """A complaint to the akimat: number, slip, extension, answer with a file, rating; each reads their own language."""
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
        slip, due = words_of(who.chat, "talon"), terms.answer_by(MONDAY.date())
        for part in ("1/2026", "23.11.2026", "Ли Б.", "Акимат г. Кокшетау", f"{due:%d.%m.%Y}"):
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


@pytest.mark.standard("21", "22", "24")
async def test_nobody_there_means_a_letter(town: Bureau) -> None:
    """Without staff in the bot, the author hears so first and gets a letter with address and phones, but no number."""
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


@pytest.mark.standard("21")
async def test_the_result_goes_to_the_akimat_that_answers_for_the_office(town: Bureau) -> None:
    """About a district's result, its akimat or the region's answers; about a department's, only the region's."""
    who = await town.filed()
    await who.tap("cmp-new-button")
    seen = await who.chat.tap("cmp-kind-result-button")
    assert units_on(seen) == {str(AKIMAT), str(REGION_AKIMAT)}
    await who.chat.press(next(data for _, data in seen.buttons if f".{AKIMAT}:" in data))
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-file-button")
    assert town.driven.rows("SELECT stage, unit, number FROM complaints") == [("filed", str(AKIMAT), "1/2026")]
    await who.chat.say("/complain")
    for each in ("cmp-new-button", "cmp-kind-result-button", "Акмолинская область", "cmp-department-button"):
        seen = await who.chat.tap(each)
    assert units_on(seen) == {str(REGION_AKIMAT)}


def units_on(seen: Seen) -> set[str]:
    """Returns the bodies offered on the page."""
    return {data.split(".")[1].split(":")[0] for _, data in seen.buttons if data.startswith("cmp:unit:")}


@pytest.mark.standard("22")
async def test_without_a_case(town: Bureau) -> None:
    """Without a case, the bot asks for region, office, body, name and address; the rest is the same."""
    who = town.applicants[0]
    await begins(town, who, unit=KOKSHETAU, case=False)
    await who.chat.say("Иванов Пётр Сергеевич")
    await who.chat.say("г. Кокшетау, ул. Абая, 1")
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-file-button")
    assert town.driven.rows("SELECT stage, unit, number FROM complaints") == [("filed", str(KOKSHETAU), "1/2026")]
    for user in (REGISTRAR, HEAD):
        assert "1/2026" in newest(town.person(user)).text
    assert not any("1/2026" in each for each in texts_of(town.person(OFFICER)))


async def test_nobody_handles_one_about_themselves(town: Bureau) -> None:
    """Whoever worked on the case is not notified, cannot find it and is denied like a stranger, with a record."""
    who = await town.filed()
    await town.registrar.receives(who)
    await files(town, who, KOKSHETAU)
    assert "1/2026" in newest(town.head).text
    for user in (REGISTRAR, OFFICER, CLERK):
        before = town.denials()
        seen = await town.person(user).says("/complaint 1/2026")
        assert seen.text == town.person(user).word("work-denied")
        assert town.denials() == before + 1


async def test_nothing_of_it_stands_in_clear(town: Bureau, tmp_path: Path) -> None:
    """No file of the bot contains the text, the reason or the answer."""
    who, clerk = await town.filed(), town.person(CLERK)
    await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "answer", "Ответ-канарейка.", "hnd-answered-button")
    content = b"".join(path.read_bytes() for path in data_files(tmp_path))
    assert "канарейка".encode() not in content
    assert WITH_AKIMAT[-1].name.encode() not in content


def data_files(folder: Path) -> list[Path]:
    """Returns every file that the bot has written."""
    return [path for path in folder.rglob("*") if path.is_file()]
