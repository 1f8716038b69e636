"""Nothing that people write into applications is stored in clear text, and erased data cannot be read again."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from signal import SIGKILL

import pytest
from PIL import Image

from bot.cli.staff import bind_officer
from bot.data_folder import DATABASE, KEY_STORE, MASTER_KEY
from sandbox.server.server import running
from sandbox.world.world import World
from storage.db.encryption import Unreadable
from storage.db.keys import KeyStore, case_owner, read_master_key
from tests.e2e.drivers.applying import KOKSHETAU, TYPED, Applying
from tests.e2e.drivers.chatting import acquaintance
from tests.e2e.drivers.driving import bot, eventually
from tests.e2e.drivers.process import bot_process
from tests.e2e.test_canary import forms
from tests.factories.folders import settings_of
from tests.factories.units import MISSIONARY
from tests.storage.engines import open_sqlite

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

CANARIES = {
    "full_name": "Жаркынай Канарейкина",
    "address": "улица-канарейка, 5501",
    "document_number": "NCANARY5502",
    "document_issuer": "орган-канарейка-5503",
    "confession": "вера-канарейка-5504",
    "citizenship": "гражданство-канарейка-5505",
    "association": "объединение-канарейка-5506",
    "city": "город-канарейка-5507",
    "representative_name": "Представитель Канарейкин",
}
MATERIAL, FILE_NAME, EXIF = "Книга-канарейка-5508", "файл-канарейка-5509.jpg", "exif-canary-5510"
OFFICER_NAME = "Канарейкин-сотрудник К."
EVERYTHING = (*CANARIES.values(), MATERIAL, FILE_NAME, EXIF, OFFICER_NAME)


def in_clear(folder: Path) -> Iterator[str]:
    """Yields each canary found in a file, with the file's name."""
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield from (f"{each} in {path.name}" for each in EVERYTHING if any(form in content for form in forms(each)))


def photo() -> bytes:
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = EXIF
    Image.new("RGB", (60, 40), "red").save(target, "JPEG", exif=exif)
    return target.getvalue()


@pytest.mark.standard("17")
async def test_an_application_stands_nowhere_in_the_clear(tmp_path: Path) -> None:
    """No field, list of materials or upload appears in logs, database, WAL or temporary files, even after a kill."""
    assert list(in_clear(tmp_path)) == []
    await bind_officer(settings_of(tmp_path / "data"), 4_000_001, KOKSHETAU, OFFICER_NAME)
    world = World()
    async with running(world) as sandbox, bot_process(world, sandbox.url, tmp_path, LOG_LEVEL="DEBUG") as process:
        applying = Applying(await acquaintance(process, "ru"), MISSIONARY, TYPED | CANARIES)
        applying.tapped["by"] = "representative"
        await applying.begin()
        await applying.answer_all()
        await applying.opens("mission-authority")
        await applying.tap("card-attach-button")
        applying.chat.person.send_document(photo(), FILE_NAME)
        await eventually("kept", lambda: process.rows("SELECT kind FROM uploads") == [("jpeg",)])
        await applying.chat.after()
        await applying.tap("upload-done-button")
        applying.materials = f"{MATERIAL} — 3"
        assert list(in_clear(tmp_path)) == []
        await applying.tick_all()
        assert CANARIES["address"] in applying.chat.seen()[-1].text, "the canary has flown through the bot"
        await applying.file()
        assert list(in_clear(tmp_path)) == []
        assert await process.end(SIGKILL) == -SIGKILL
        assert process.rows("SELECT state FROM cases") == [("registered",)]
        assert list(in_clear(tmp_path)) == []


async def test_an_erased_draft_cannot_be_read_from_anything_that_is_left(tmp_path: Path) -> None:
    """Even with the master key: not from the database, its WAL, or an older backup of the database."""
    data, backup = tmp_path / "data", tmp_path / "backup"
    backup.mkdir()
    async with bot(data, World()) as driven:
        applying = Applying(await acquaintance(driven, "ru"), MISSIONARY, TYPED | CANARIES)
        await applying.begin()
        await applying.answer_all()
        await applying.tick_all()
        ((case_id,),) = driven.rows("SELECT id FROM cases")
        with closing(sqlite3.connect(data / KEY_STORE)) as keys:
            ((wrapped,),) = keys.execute("SELECT wrapped FROM keys WHERE owner = ?", (case_owner(case_id),)).fetchall()
        for name in (DATABASE, f"{DATABASE}-wal"):
            shutil.copy(data / name, backup / name)
        await applying.tap("review-discard-button")
        await applying.tap("discard-button")
        await driven.restart()  # jobs that are due run at the start
        await eventually("key destroyed", lambda: driven.rows("SELECT * FROM doomed_keys") == [])
        await driven.stop()
        assert [each.name for each in data.iterdir() if wrapped in each.read_bytes()] == []
        await nobody_reads(backup / DATABASE, data, case_id)
        await driven.start()


async def nobody_reads(older: Path, data: Path, case_id: str) -> None:
    database, key_file = await open_sqlite(older), await open_sqlite(data / KEY_STORE)
    keys = await KeyStore.start(key_file, read_master_key(data / MASTER_KEY, None))
    ((sealed,),) = await database.read("SELECT sealed FROM cases WHERE id = ?", (case_id,))
    with pytest.raises(Unreadable):
        (await keys.cipher(case_owner(case_id))).decrypt(sealed, f"cases.sealed:{case_id}")
    await database.close()
    await key_file.close()
