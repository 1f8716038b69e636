"""`/mydata` and erasure through the real bot over HTTP: the archive; drafts at once, closed cases after a term."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot import data_folder
from bot.data_folder import DATABASE, KEY_STORE, MASTER_KEY, open_stores
from domain.people import NOTICE_VERSION
from storage.applications import SqlCases
from storage.db.encryption import Unreadable
from storage.db.keys import read_master_key
from storage.history.audit import audit
from tests.e2e.applications.test_uploads import photo
from tests.e2e.casework.test_officers_books import table
from tests.e2e.drivers.bureau import APPLICANTS, MONDAY, OFFICER, Bureau, bureau
from tests.e2e.drivers.chatting import Chatting, newcomer
from tests.e2e.drivers.complaining import CLERK, WITH_AKIMAT
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.invariants import KNOWN
from tests.e2e.drivers.working import Applicant, files_of, newest, texts_of
from tests.e2e.test_canary import forms
from tests.factories.cases import ANSWERS, MATERIALS
from tests.factories.folders import settings_of
from tests.factories.units import AKIMAT, EDITION, GROUP, KOKSHETAU, MISSIONARY
from tests.services.test_proof import script
from tests.storage.engines import open_sqlite

__all__ = ["script"]
pytestmark = pytest.mark.e2e

YEAR, NOTICE = timedelta(days=365), timedelta(days=14)
TEXT = "Жалоба-канарейка 7701 & <b>не приняли</b>."
REASON = "причина-канарейка 7702"
ANSWER = "ответ-канарейка 7703"


@pytest.fixture(autouse=True)
def hurried() -> Iterator[None]:
    """Runs the jobs of every ten minutes and every hour at once."""
    with patch("bot.run.ERASURE_SECONDS", 0.05), patch("bot.run.JOB_SECONDS", 0.05):
        yield


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, MISSIONARY, GROUP, team=WITH_AKIMAT) as running:
        yield running


def archive(chat: Chatting) -> zipfile.ZipFile:
    """Returns the newest archive in the chat."""
    found = [content for name, content in files_of(chat).items() if name.startswith("tirkeu-my-data")]
    return zipfile.ZipFile(io.BytesIO(found[-1]))


async def my_data(chat: Chatting) -> zipfile.ZipFile:
    """Asks for the archive, past the screen that warns that it holds data about belief."""
    seen = await chat.say("/mydata")
    assert chat.word("data-belief") in seen.text
    await chat.tap("data-send-button")
    return archive(chat)


def told_in(packed: zipfile.ZipFile) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(packed.read("my-data.json"))
    return value


def words(packed: zipfile.ZipFile, name: str) -> str:
    """Returns the text of a DOCX in the archive."""
    paragraphs = Document(io.BytesIO(packed.read(name))).element.body.iter(qn("w:p"))
    return "\n".join("".join(run.text or "" for run in each.iter(qn("w:t"))) for each in paragraphs)


async def refused(town: Bureau) -> Applicant:
    """Brings an application to its end by a refusal."""
    who = await town.filed()
    await town.officer.does(who, "work-take-button")
    await town.officer.receives(who)
    await town.officer.refuses(who, "identity", REASON)
    return who


async def complains(town: Bureau, who: Applicant) -> str:
    """Files a complaint to the akimat, with a photo, and returns its id."""
    await who.tap("cmp-new-button")
    seen = await who.chat.tap("cmp-kind-service-button")
    await who.chat.press(next(data for _, data in seen.buttons if f".{AKIMAT}:" in data))
    who.chat.person.send_photo(photo(), caption=TEXT)
    await eventually("fetched", lambda: town.driven.rows("SELECT kind FROM uploads") == [("jpeg",)])
    await town.driven.settle()
    await who.chat.say("/complain")
    await who.chat.press(f"cmp:open:{complaint(town)}:")
    await who.chat.tap("cmp-file-button")
    return complaint(town)


def complaint(town: Bureau) -> str:
    return str(town.driven.rows("SELECT id FROM complaints ORDER BY touched_at")[-1][0])


async def answers(town: Bureau) -> None:
    clerk = town.person(CLERK)
    await clerk.says("/accept 1/2026")
    await clerk.taps("hnd-accepted-button")
    await clerk.says("/answer 1/2026")
    await clerk.says(ANSWER)
    await clerk.taps("hnd-answered-button")


async def forward(town: Bureau, moment: datetime) -> None:
    """Moves the clock to this moment and waits until the jobs have run."""
    town.clock.set(moment)
    before = ran(town)
    await eventually("the jobs ran", lambda: ran(town) > before + 2)
    await town.driven.settle()


def ran(town: Bureau) -> int:
    return len(town.driven.events.named("retention-done"))


async def test_the_archive_holds_what_was_entered(town: Bureau) -> None:
    """Answers, materials, complaint, photo, slip, answer, rating, refusal and letters: once each, where README says."""
    who = await refused(town)
    await who.chat.tap("svy-yes-button")
    complaint_id = await complains(town, who)
    await answers(town)
    await who.chat.press(f"cmp:open:{complaint_id}:")
    await who.chat.tap("4 ⭐")
    packed = await my_data(who.chat)
    assert packed.testzip() is None
    assert sorted(packed.namelist()) == [
        "README.txt",
        "applications/2-3-2026-1/otkaz-2-3-2026-1.docx",
        "applications/2-3-2026-1/zayavlenie-2-3-2026-1.docx",
        "complaints/4-3-1-2026/attached/photo-1.jpg",
        "complaints/4-3-1-2026/talon-1-2026.docx",
        "my-data.json",
    ]
    assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    value = told_in(packed)
    (case,), (written,) = value["applications"], value["complaints"]
    assert case["answers"] == ANSWERS[MISSIONARY]
    assert [each["title"] for each in case["materials"]] == [each.title for each in MATERIALS]
    assert case["refusal"]["words"] == {"identity": REASON}
    assert (written["texts"], written["your_rating"], written["answers"][0]["text"]) == ([TEXT], 4, ANSWER)
    assert written["slip"]["officer"] == "Ли Б."
    told = written["filed"]["term_as_told"]
    assert (told["last_day"], told["counted_in"], told["days"]) == (written["filed"]["due"], "calendar-days", [])
    assert told["last_day"] < told["last_day_with_a_check"]
    assert case["survey"] == {"process": {"satisfied": True, "day": "2026-11-23", "edition": EDITION}}
    assert case["term"]["done_on"] == "2026-11-23"
    terms = case["terms_as_told"]
    assert terms.keys() == {"decision", "refusal"}
    assert terms["refusal"]["last_day"] == case["term"]["due_on"] == terms["refusal"]["days"][-1]["day"]
    assert terms["refusal"]["days"][0] == {"day": "2026-11-24", "number": 1, "is": "working"}
    assert [each["edition"] for each in (case, case["term"], written)] == [EDITION] * 3
    assert case["history"][0]["details"] == {"edition": EDITION, "office": str(KOKSHETAU)}
    assert [each["what"] for each in case["history"]][:3] == ["filed", "taken", "received"]
    assert [each["what"] for each in written["history"]][-1] == "rated"
    assert value["person"]["telegram_account"] == who.chat.id
    assert value["person"]["consent"]["notice_version"] == NOTICE_VERSION
    assert case["registration"]["at"].endswith("+05:00")
    assert ANSWERS[MISSIONARY]["full_name"] in words(packed, "applications/2-3-2026-1/otkaz-2-3-2026-1.docx")
    assert "Ли Б." in words(packed, "complaints/4-3-1-2026/talon-1-2026.docx")
    assert packed.read("complaints/4-3-1-2026/attached/photo-1.jpg")[:2] == b"\xff\xd8"
    readme = packed.read("README.txt").decode()
    assert all(part in readme for part in ("my-data.json", "applications/", "complaints/", "attached"))
    assert town.driven.rows("SELECT count(*) FROM outbox") == [(0,)], "the archive is kept nowhere"
    for officer in (OFFICER, CLERK):
        assert str(officer) not in json.dumps(value), "accounts of officers are theirs"


async def test_a_second_tap_sends_no_second_archive(town: Bureau) -> None:
    """An archive of megabytes is not made at every tap; ten minutes later it is again."""
    who = await town.filed()
    await my_data(who.chat)
    sent = len([each for each in who.chat.seen() if "document" in each.content])
    await who.chat.say("/mydata")
    await who.chat.tap("data-send-button")
    assert who.chat.toasts()[-1] == who.chat.texts.plain("data-again-toast", minutes=10)
    assert len([each for each in who.chat.seen() if "document" in each.content]) == sent
    town.clock.set(MONDAY + timedelta(minutes=11))
    await who.chat.tap("data-send-button")
    assert len([each for each in who.chat.seen() if "document" in each.content]) == sent + 1


@pytest.mark.untraced
@pytest.mark.standard("17")
async def test_a_stranger_gets_nothing_of_mine(town: Bureau) -> None:
    """Neither `/mydata` nor another person's buttons, forged ones included, show a stranger anything of that person."""
    who = await refused(town)
    await complains(town, who)
    other = newcomer(town.driven)
    await other.say("/start")
    await other.tap("language-ru")
    packed = await my_data(other)
    assert sorted(packed.namelist()) == ["README.txt", "my-data.json"]
    value = told_in(packed)
    assert (value["applications"], value["complaints"]) == ([], [])
    for data in ("me:drop::00000000", "me:drop::", "me:erase::", f"me:send:{who.chat.id}:", "base:withdraw::00000000"):
        seen = await other.press(data)
        assert who.number not in seen.text
    assert town.state(who) == "refused"
    assert len(town.driven.rows("SELECT 1 FROM complaints")) == 1


async def test_drafts_are_erased_with_one_confirmed_tap(town: Bureau) -> None:
    """What the screen listed is erased with its files and key, and nothing else; filed applications stay."""
    who = await town.filed()
    await who.chat.say("/complain")
    await who.tap("cmp-new-button")
    await who.chat.tap("cmp-kind-service-button")
    draft = complaint(town)
    await who.chat.say("/mydata")
    await who.chat.tap("data-erase-button")
    asked = await who.chat.tap("data-drop-button")
    (old,) = [data for _, data in asked.buttons if data.startswith("me:drop")]
    await who.chat.press("app:begin:group:")
    seen = await who.chat.press(old)
    assert who.chat.texts.plain("data-drop", cases="1", complaints="1") == seen.text, "there is one more by now"
    assert len(town.driven.rows("SELECT 1 FROM cases")) == 3
    seen = await who.chat.tap("data-drop-yes-button")
    assert who.chat.texts.plain("data-dropped", count="2") in seen.text
    assert who.chat.word("data-unsent-none") in seen.text
    assert (await who.chat.press(old)).text.startswith(who.chat.word("data-erase")), "a second tap erases nothing more"
    assert town.state(who) == "registered"
    assert town.driven.rows("SELECT 1 FROM complaints WHERE id = ?", draft) == []
    await eventually("keys destroyed", lambda: town.driven.rows("SELECT 1 FROM doomed_keys") == [])
    assert f"case:{draft}" not in owners(town.driven.folder)
    for each in who.chat.seen():
        assert all(KNOWN.fullmatch(data) for _, data in each.buttons), each


async def test_withdrawing_the_consent_erases_drafts(town: Bureau) -> None:
    """It is confirmed first if there are any; filed applications stay with the office."""
    who = await town.filed()
    await who.tap("cmp-new-button")
    await who.chat.tap("cmp-kind-service-button")
    await who.chat.say("/privacy")
    seen = await who.chat.tap("privacy-withdraw-button")
    assert seen.text == who.chat.texts.plain("withdraw-consent", cases="0", complaints="1")
    assert town.driven.rows("SELECT given FROM consents WHERE user_id = ?", who.chat.id) == [(1,)]
    seen = await who.chat.tap("withdraw-consent-button")
    assert who.chat.word("privacy-not-agreed") in seen.text
    assert town.driven.rows("SELECT 1 FROM complaints") == []
    assert town.state(who) == "registered"
    assert town.driven.rows("SELECT given FROM consents WHERE user_id = ?", who.chat.id) == [(1,), (0,)]


def owners(folder: Path) -> set[str]:
    with closing(sqlite3.connect(f"file:{folder / KEY_STORE}?mode=ro", uri=True)) as connection:
        return {row[0] for row in connection.execute("SELECT owner FROM keys")}


def whole(folder: Path) -> bool:
    """Returns whether the audit passes."""
    return audit(data_folder.files_of(folder), read_master_key(folder / MASTER_KEY, None)).bad is None


@pytest.mark.untraced
async def test_a_finished_case_is_erased_after_its_term(town: Bureau, tmp_path: Path, script: Path) -> None:
    """Notice comes 14 days before; after a restart it is erased and proved, unreadable, and the audit passes."""
    who = await refused(town)
    key, older = wrapped_key(tmp_path, who.case_id), tmp_path / "older.db"
    with closing(sqlite3.connect(tmp_path / DATABASE)) as source, closing(sqlite3.connect(older)) as copy:
        source.backup(copy)
    before = len(who.chat.seen())
    await forward(town, MONDAY + YEAR - NOTICE - timedelta(hours=1))
    assert len(who.chat.seen()) == before
    await forward(town, MONDAY + YEAR - NOTICE + timedelta(hours=1))
    (notice,) = who.chat.seen()[before:]
    assert who.number in notice.text
    assert who.chat.word("data-notice-button") in notice.labels
    await town.driven.restart()
    await forward(town, MONDAY + YEAR - timedelta(hours=1))
    assert town.state(who) == "refused"
    await forward(town, MONDAY + YEAR + timedelta(hours=1))
    assert len(who.chat.seen()) == before + 2, "one notice, one proof"
    assert town.driven.rows("SELECT 1 FROM cases WHERE id = ?", who.case_id) == []
    proof = newest(who)
    ((entry, digest),) = town.driven.rows("SELECT id, hash FROM events WHERE kind = 'erased'")
    for part in (who.number, str(entry), digest):
        assert part in proof.text
    assert town.driven.rows("SELECT number, outcome, items FROM remains") == [(who.number, "refused", "identity")]
    await eventually("keys destroyed", lambda: town.driven.rows("SELECT 1 FROM doomed_keys") == [])
    assert told_in(await my_data(who.chat))["applications"] == []
    await town.driven.stop()
    file = tmp_path / "proof.json"
    file.write_bytes(files_of(who.chat)[f"sterto-{entry}.json"])
    assert json.loads(file.read_bytes())["entries"][-1]["hash"] == digest
    assert run(tmp_path, "-m", "bot", "audit", "verify", "--proof", str(file)) == 0
    assert run(tmp_path, "-I", str(script), str(file)) == 0
    await nobody_reads(tmp_path, older, key)
    await town.driven.start()


def wrapped_key(folder: Path, case_id: str) -> bytes:
    """Returns what the key store holds for a case's key."""
    with closing(sqlite3.connect(f"file:{folder / KEY_STORE}?mode=ro", uri=True)) as connection:
        (row,) = connection.execute("SELECT wrapped FROM keys WHERE owner = ?", (f"case:{case_id}",))
    return bytes(row[0])


async def nobody_reads(folder: Path, older: Path, key: bytes) -> None:
    """Checks that no file contains a canary or the key's bytes, and that today's keys open no older copy."""
    canaries = (REASON, ANSWERS[MISSIONARY]["full_name"], ANSWERS[MISSIONARY]["document_number"])
    wanted = {form for each in canaries for form in forms(each)} | {key}
    assert [name for name, content in contents(folder).items() if any(each in content for each in wanted)] == []
    async with AsyncExitStack() as stack:
        _, keys = await open_stores(settings_of(folder), stack)
        database = await open_sqlite(older)
        stack.push_async_callback(database.close)
        async with database.transaction() as transaction:
            with pytest.raises(Unreadable):
                await SqlCases(transaction, keys).list_for_person(APPLICANTS)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(folder: Path, *arguments: str) -> int:
    """Runs the program as a separate process on the data folder."""
    environment = os.environ | {"DATA_DIR": str(folder)}
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=False)  # noqa: S603  # ours
    return done.returncode


async def test_a_certificate_in_force_and_an_open_complaint_wait(town: Bureau) -> None:
    """A certificate is kept until its last day, a case until the complaint about it is answered."""
    who = await town.to_collect()
    await town.officer.issues(who, "паспорт № 1")
    complaint_id = await complains(town, who)
    await forward(town, MONDAY + YEAR + NOTICE)
    assert town.driven.rows("SELECT warned_at FROM cases WHERE id = ?", who.case_id) == [(0,)]
    last = datetime(2028, 3, 5, 19, tzinfo=UTC)  # midnight in Kazakhstan after the last day printed
    await forward(town, last)
    assert town.driven.rows("SELECT warned_at FROM cases WHERE id = ?", who.case_id) == [(0,)], "a complaint is open"
    await answers(town)
    await forward(town, last + timedelta(hours=1))
    assert any(who.number in each and "сотрёт" in each for each in texts_of(who)[-2:])
    await forward(town, last + NOTICE + timedelta(hours=2))
    assert town.driven.rows("SELECT kind, number, certificate, journal FROM remains") == [
        ("missionary", who.number, "1/2026", "1/2026")
    ]
    assert [row[0] for row in town.driven.rows("SELECT id FROM complaints")] == [complaint_id], "its term began later"
    seen = await town.officer.says("/journal 2026")
    assert town.officer.chat.texts.plain("work-journal-erased", count="1") in seen.text
    await town.officer.taps("work-journal-file-button")
    erased = town.officer.word("work-erased")
    (row,) = table(town.officer, "journal-2-3-2026.xlsx")[1:]
    assert row[:5] == ["1/2026", "свидетельство", "1/2026", "", erased]
    assert len([each for each in row if each]) == 5, "and the day"
    await town.officer.says("/export 01.01.2026 31.12.2026")
    (row,) = table(town.officer, "cases-2-3-2026-01-01-2026-12-31.xlsx")[1:]
    assert [row[0], row[3], row[4]] == [who.number, erased, "выдано"]
    await forward(town, last + YEAR + timedelta(days=1))
    await forward(town, last + YEAR + NOTICE + timedelta(days=2))
    assert town.driven.rows("SELECT number FROM remains ORDER BY entry") == [(who.number,), ("1/2026",)]
    assert whole(town.driven.folder)


async def test_whoever_blocks_the_bot(town: Bureau) -> None:
    """Notice and proof cannot be delivered: the data is erased nevertheless, and the proof waits for them."""
    who = await refused(town)
    who.chat.person.block()
    await forward(town, MONDAY + YEAR)
    await forward(town, MONDAY + YEAR + NOTICE + timedelta(hours=1))
    assert town.driven.rows("SELECT 1 FROM cases WHERE id = ?", who.case_id) == []
    await eventually("keys destroyed", lambda: town.driven.rows("SELECT 1 FROM doomed_keys") == [])
    assert town.driven.rows("SELECT owner FROM outbox") == [(f"person:{who.chat.id}",)]
    await town.driven.restart()
    who.chat.person.unblock()
    await who.chat.say("/start")
    assert any("sterto" in name for name in files_of(who.chat))


async def test_an_officer_who_is_an_applicant(town: Bureau) -> None:
    """The archive has their role and their actions by number and kind, but nothing of the cases they work on."""
    who = await refused(town)
    officer = town.officer
    value = told_in(await my_data(officer.chat))
    assert value["applications"] == []
    assert value["roles"]["at_units"] == [{"unit": str(KOKSHETAU), "role": "officer", "name": "Ахметова А."}]
    counted = {each["what"]: each["times"] for each in value["roles"]["acts_on_cases_of_others"]}
    assert counted == {"taken": 1, "received": 1, "complete": 1, "refused": 1}
    told = json.dumps(value, ensure_ascii=False)
    for part in (who.number, who.case_id, ANSWERS[MISSIONARY]["full_name"], REASON):
        assert part not in told


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
async def test_in_every_language(tmp_path: Path, language: str) -> None:
    """The screens and README are in the person's language."""
    async with bureau(tmp_path, GROUP, languages={APPLICANTS: language}) as town:
        who = town.applicants[0]
        packed = await my_data(who.chat)
        assert packed.read("README.txt").decode() == f"{who.chat.texts.plain('data-readme', parts='1')}\n"
        assert any(name.startswith("applications/draft-") for name in packed.namelist())
        for label in ("data-back-button", "data-erase-button", "data-stays-button", "data-erase-back-button"):
            await who.chat.tap(label)
        await who.chat.tap("data-drop-button")
        seen = await who.chat.tap("data-drop-yes-button")
        assert who.chat.texts.plain("data-dropped", count="1") in seen.text
