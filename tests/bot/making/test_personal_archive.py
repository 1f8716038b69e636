"""Archives are made on sending: the same bytes from the same data, in parts that fit, and none is kept."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from bot.repositories import Repositories
from bot.resources import load_texts
from bot.updates.processor import Processor
from dialogs.made import Copy, GeneratedContent, Part, write_description
from dialogs.privacy import part_screens
from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState, Grievance
from domain.files import Attachment, safe_name
from domain.standard.edition import Standard
from services.privacy.my_data import Dossier, MyData
from storage.db.engine import StorageFault
from storage.messaging.bot_api_request import BotApiRequest
from tests.bot.updates.spine import Telegram, spine
from tests.factories.cases import another, started, worked
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.stored import store, store_copy
from tests.factories.units import GROUP
from tests.factories.updates import tap_update, text_update
from tests.patience import PATIENCE_SECONDS

ASCII = re.compile(r"[A-Za-z0-9._/-]+")
CLOSED = complained(ComplaintState.CLOSED, id="closed11", grievance=Grievance.RESULT, case_id="issued11")
LETTER = complained(ComplaintState.LETTER, id="letter11", grievance=Grievance.RESULT, earlier="closed11")


@dataclass
class House:
    processor: Processor
    telegram: Telegram

    async def attach(self, content: bytes, item: str = "identity") -> int:
        """Attaches a copy as fetched and cleaned."""
        return await store_copy(self.processor.database, self.processor.keys, started(), item, content)

    async def file(self, made: GeneratedContent, user_id: int = APPLICANT) -> Attachment | None:
        maker = self.processor.sender.maker  # as in the running bot
        request = BotApiRequest("sendDocument", {"chat_id": user_id}, content_to_make=write_description(made))
        with patch("bot.clock.now", lambda: NOW):
            async with maker.complete(user_id, request) as whole:
                return whole.file if whole else None

    async def made(self, part: Part, user_id: int = APPLICANT) -> bytes:
        file = await self.file(part, user_id)
        assert file
        return file.content

    async def names(self, part: Part, user_id: int = APPLICANT) -> list[str]:
        return zipfile.ZipFile(io.BytesIO(await self.made(part, user_id))).namelist()


@pytest.fixture
async def house(tmp_path: Path, standard: Standard) -> AsyncIterator[House]:
    telegram = Telegram()
    async with spine(tmp_path, api=telegram) as processor:
        issued = another(worked(standard, CaseState.ISSUED), "issued11", 2)
        theirs = another(started(GROUP), "theirs", applicant=1)
        await store(processor.database, processor.keys, issued, started(), theirs, CLOSED, LETTER)
        yield House(processor, telegram)


async def test_a_finished_record_whose_edition_is_gone(house: House, standard: Standard) -> None:
    """Its papers cannot be made; the data about it, and all about the other records, are there."""
    before = await house.names(Part(1, 1, ()))
    gone = another(worked(standard, CaseState.ISSUED, edition="1994-7"), "gone1111", 3)
    await store(house.processor.database, house.processor.keys, gone)
    assert await house.names(Part(1, 1, ())) == before
    with zipfile.ZipFile(io.BytesIO(await house.made(Part(1, 1, ())))) as archive:
        assert "1994-7" in archive.read("my-data.json").decode()


async def test_documents_of_every_kind(house: House) -> None:
    """Draft, stamped copy, certificate, slip and letter: folders named by number, names in plain ASCII, none twice."""
    names = await house.names(Part(1, 1, (await house.attach(b"%PDF-1"),)))
    assert sorted(names) == [
        "README.txt",
        "applications/2-3-2026-2/svidetelstvo-1-2026.docx",
        "applications/2-3-2026-2/zayavlenie-2-3-2026-2.docx",
        "applications/draft-draft1/attached/identity-1.pdf",
        "applications/draft-draft1/zayavlenie-7.docx",
        "complaints/4-3-1-2026/talon-1-2026.docx",
        "complaints/letter-letter/zhaloba.docx",
        "my-data.json",
    ]
    assert all(ASCII.fullmatch(each) for each in names)


async def test_same_data_same_bytes(house: House) -> None:
    """Made twice for the same moment, the file is the same."""
    part = Part(1, 1, (await house.attach(b"%PDF-1"),))
    assert await house.made(part) == await house.made(part)


async def test_one_file_by_itself(house: House) -> None:
    """A file comes back under the requested name, to its owner and to nobody else."""
    content = bytes(3000)
    upload = await house.attach(content)
    made = Copy(upload, "prilozhenie-1.pdf")
    file = await house.file(made)
    assert file == Attachment("prilozhenie-1.pdf", content)
    assert await house.file(made, APPLICANT + 1) is None


async def test_parts_of_whole_files(house: House) -> None:
    """Above a limit the files come in further parts, each complete and small enough; the first has all the rest."""
    first = await house.attach(bytes(1000), "identity")
    second = await house.attach(bytes(3000), "charter")
    limit = 3_000_000 + 4 * 60_000 + 500
    async with house.processor.database.transaction() as transaction:
        parts = await MyData(Repositories(transaction, house.processor.keys).for_my_data).parts(APPLICANT, limit)
    assert parts == ((), (first, second))
    screens = part_screens(parts, NOW, load_texts("ru"))
    assert ["1 из 2" in screens[0].text, "2 из 2" in screens[1].text] == [True, True]
    assert [bool(each.rows) for each in screens] == [False, True], "the way back stands under the last"
    made = [each.made for each in screens if each.made]
    files = [file for each in made if (file := await house.file(each))]
    assert [each.name for each in files] == ["tirkeu-my-data-1-of-2.zip", "tirkeu-my-data-2-of-2.zip"]
    assert all(len(each.content) < limit for each in files)
    second_part = zipfile.ZipFile(io.BytesIO(files[1].content))
    assert second_part.testzip() is None
    assert [len(second_part.read(each)) for each in second_part.namelist()] == [1000, 3000]


async def test_what_is_gone_or_of_others_is_not_sent(house: House) -> None:
    """If a row names a file that was erased, or is somebody else's, the archive comes without it."""
    mine = await house.attach(b"%PDF-1")
    assert await house.names(Part(2, 2, (mine, 99))) == ["applications/draft-draft1/attached/identity-1.pdf"]
    assert await house.names(Part(2, 2, (mine,)), user_id=1) == []


async def test_it_is_made_when_it_is_sent_and_kept_nowhere(house: House) -> None:
    """The outbox row only says what to make; the message brings it to the chat that asked."""
    house.processor.sender.suspended.add(APPLICANT)
    await house.processor.process([tap_update(1, APPLICANT, "me:send::")])
    ((sealed,),) = await house.processor.database.read("SELECT sealed FROM outbox")
    assert len(sealed) < 2000
    await house.processor.process([text_update(2, APPLICANT, "/help")])
    await house.processor.sender.drain(PATIENCE_SECONDS)
    (sent,) = [each for each in house.telegram.sent[APPLICANT] if "file" in each]
    assert (sent["method"], sent["file"].name) == ("sendDocument", "tirkeu-my-data.zip")
    assert await house.processor.database.read("SELECT * FROM outbox") == []


async def test_what_cannot_be_made_holds_up_nothing(house: House) -> None:
    """A fault of ours becomes a dead letter, one of the database is waited out; the next message arrives."""
    collect, tries = MyData.collect, 0

    async def faulty(my_data: MyData, user_id: int, now: datetime) -> Dossier:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise StorageFault("SQLITE_BUSY")
        if tries == 2:
            return await collect(my_data, user_id, now)
        raise ZeroDivisionError

    with patch.object(MyData, "collect", faulty), patch("bot.delivery.error_policy.FIRST_RETRY_SECONDS", 0.01):
        await house.processor.process([tap_update(1, APPLICANT, "me:send::")])
        await house.processor.sender.drain(PATIENCE_SECONDS)
        assert [each["method"] for each in house.telegram.sent[APPLICANT]] == ["sendDocument"]
        with patch("services.privacy.my_data.ASKED", "again"):
            await house.processor.process([tap_update(2, APPLICANT, "me:send::"), text_update(3, APPLICANT, "/help")])
        await house.processor.sender.drain(PATIENCE_SECONDS)
    assert [each["method"] for each in house.telegram.sent[APPLICANT]] == ["sendDocument", "sendMessage"]
    assert await house.processor.database.read("SELECT code FROM dead_letters") == [(400,)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("2-3/2026-1", "2-3-2026-1"), ("Ә/../x", "x"), ("..", "x"), ("a b", "a-b"), ("a.", "a")),
        *(("con", "x-con"), ("NUL.txt", "x-NUL.txt"), ("lpt1", "x-lpt1"), ("console", "console"), ('a<>:"|?*b', "a-b")),
    ],
)
def test_names_are_safe(text: str, name: str) -> None:
    """No name leads to another folder, none is a device of Windows, and none has a letter that it refuses."""
    assert safe_name(text) == name
