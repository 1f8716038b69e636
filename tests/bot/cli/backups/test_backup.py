"""`backup` on the command line writes two files; damage, or a copy made in any other way, is detected."""

from __future__ import annotations

import asyncio
import base64
import errno
import logging
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot import clock
from bot.data_folder import DATABASE, HEADS, MASTER_KEY, SIGNING_KEY
from bot.process import only_instance
from domain.history import ChainHead, Event, EventKind
from storage.backup.snapshots import copy_data
from storage.db.engine import Files
from storage.history.events import SqlHistory
from tests.bot.cli.backups.backing_up import NOON, STAMP, Bot, a_bot, names
from tests.factories.cases import started
from tests.factories.folders import opened_stores
from tests.factories.people import APPLICANT


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Bot]:
    """A bot that has given two numbers."""
    with a_bot(tmp_path, monkeypatch, capsys) as made:
        yield made


def test_two_files(bot: Bot) -> None:
    """One line for each; only their owner may read them; neither has the master key, and nothing else is left."""
    bot.now = NOON
    with only_instance(bot.old):
        code, said = bot.does(bot.old, "backup", bot.backups)
    paths = [bot.backups / f"tirkeu-{STAMP}.{kind}.zip" for kind in ("data", "keys")]
    assert (code, said) == (0, "".join(f"{each}  {each.stat().st_size} bytes\n" for each in paths))
    assert sorted(bot.backups.iterdir()) == paths
    master, signing = (bot.old / MASTER_KEY).read_bytes(), (bot.old / SIGNING_KEY).read_bytes()
    for each in paths:
        assert each.stat().st_mode & 0o777 == 0o600
        with zipfile.ZipFile(each) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
        assert master not in content
        assert base64.b64decode(master) not in content
        assert signing.splitlines()[1] not in content


def test_nothing_is_written_over(bot: Bot) -> None:
    """A second backup in the same second is refused, and the first one stays."""
    bot.now = NOON
    data, _ = bot.backup()
    before = data.read_bytes()
    bot.now = NOON
    bot.now += timedelta(seconds=1)
    code, said = bot.does(bot.old, "backup", bot.backups)
    assert (code, said) == (1, f"no backup: {data} is there already\n")
    assert data.read_bytes() == before
    assert len(names(bot.backups)) == 2


def test_keys_are_kept_for_thirty_days(bot: Bot) -> None:
    """Older backups of keys are removed and listed; backups of data, and any other files, stay."""
    data, keys = bot.backup()
    for name in ("tirkeu-20200101T000000Z.keys.zip.old", "tirkeu-20209901T000000Z.keys.zip", "notes.txt"):
        (bot.backups / name).touch()
    bot.now += timedelta(days=30) - timedelta(seconds=1)
    bot.backup()
    assert keys.exists()
    bot.now += timedelta(seconds=1)
    code, said = bot.does(bot.old, "backup", bot.backups)
    assert code == 0
    assert said.splitlines()[2:] == [f"{keys} removed: keys are kept for 30 days"]
    assert not keys.exists()
    assert data.exists()
    assert len(names(bot.backups)) == 3 + 3 + 2


def test_no_backup(bot: Bot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder to write to, no data, no or another master key, no space: one line says so, and nothing is created."""
    assert bot.does(bot.old, "backup", tmp_path / "unmounted") == (
        2,
        f"{tmp_path / 'unmounted'}: no such folder; is the disk there that it is on?\n",
    )
    assert "holds no bot's data" in bot.does(bot.new, "backup", bot.backups)[1]
    (bot.old / MASTER_KEY).write_bytes(b"A" * 43 + b"=")
    assert bot.does(bot.old, "backup", bot.backups) == (1, "no backup: the master key does not open keys.db\n")
    (bot.old / MASTER_KEY).write_bytes(b"short")
    assert bot.does(bot.old, "backup", bot.backups)[1].startswith("MASTER_KEY: ")
    (bot.old / MASTER_KEY).unlink()
    assert bot.does(bot.old, "backup", bot.backups)[1].startswith("MASTER_KEY: neither set nor in")
    assert not (bot.old / MASTER_KEY).exists()
    shutil.copy(bot.new / MASTER_KEY, bot.old / MASTER_KEY)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.cli.backups.backup.pack", full)
    code, said = bot.does(bot.old, "backup", bot.backups)
    assert (code, said) == (1, f"no backup: {bot.backups} cannot be written (OSError: No space left on device)\n")
    assert names(bot.backups) == set()


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda log: log.write_bytes(log.read_bytes()[: log.stat().st_size // 2])]
)
def test_a_folder_copied_by_hand(
    bot: Bot, tmp_path: Path, caplog: pytest.LogCaptureFixture, spoil: Callable[[Path], object]
) -> None:
    """Without its log, or with a truncated one, the start says so, and the audit names the first missing entry."""

    async def copy_while_open() -> None:
        async with opened_stores(bot.old) as (database, keys):
            for _ in range(4):
                async with database.transaction() as transaction:
                    await SqlHistory(transaction, keys).append(started(), Event(EventKind.COMING, NOON, APPLICANT))
            shutil.copytree(bot.old, tmp_path / "copy")

    asyncio.run(copy_while_open())
    copy = tmp_path / "copy"
    spoil(copy / f"{DATABASE}-wal")
    (copy / f"{DATABASE}-shm").unlink()
    code, said = bot.verify(copy)
    assert code == 1
    missing = re.fullmatch(r"entry ([3-6]) is missing: the end of the history was cut\n", said)
    assert missing
    with caplog.at_level(logging.ERROR):
        bot.work(1, copy)
    (cut,) = [each for each in caplog.records if each.getMessage() == "history-cut"]
    assert cut.__dict__["fields"] == {"expected": 6, "found": int(missing[1]) - 1}
    assert bot.verify(copy) == (1, said)


def test_damaged_pages_are_told_by_the_audit(bot: Bot) -> None:
    """An intact history may lie in a damaged file: `audit verify` says which file."""
    with closing(sqlite3.connect(bot.old / DATABASE)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'cases_by_applicant'"
        ((page,),) = connection.execute(sql).fetchall()
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray((bot.old / DATABASE).read_bytes())
    start = (page - 1) * size
    content[start : start + size] = bytes(each ^ 0xFF for each in content[start : start + size])
    (bot.old / DATABASE).write_bytes(content)
    code, said = bot.verify(bot.old)
    assert code == 1
    assert said.startswith("tirkeu.db is damaged")
    assert said.endswith("; the history itself is whole\n")


def test_what_a_killed_backup_has_left(bot: Bot) -> None:
    """Its keys stay no longer than others; while it may still be running, it is left alone."""
    left = bot.backups / ".tirkeu-abcdefgh"
    left.mkdir()
    part = bot.backups / "tirkeu-20200101T000000Z.keys.zip.part"
    part.touch()
    for age, there in ((timedelta(hours=1), True), (timedelta(days=31), False)):
        moment = (bot.now - age).timestamp()
        os.utime(left, (moment, moment))
        bot.backup()
        assert left.exists() == there
    assert not part.exists()


def test_a_clock_that_is_put_back(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even when it goes back between the data and the keys, the two files fit together."""
    moments = iter([NOON, NOON, NOON - timedelta(minutes=5)])
    monkeypatch.setattr(clock, "now", lambda: next(moments, NOON))
    assert bot.does(bot.old, "backup", bot.backups)[0] == 0
    data, keys = sorted(bot.backups.iterdir())
    assert bot.restore(data, keys, "--heads", bot.old / HEADS)[0] == 0


def test_the_keys_are_copied_after_the_data(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case begun just before the data are copied has its key in the backup; without it, it would count as erased."""

    def copy_later(files: Files, database: Path, heads: Path, master: bytes) -> ChainHead:
        bot.work(1, case_id="begun-meanwhile")
        return copy_data(files, database, heads, master)

    monkeypatch.setattr("bot.cli.backups.backup.copy_data", copy_later)
    data, keys = bot.backup()
    code, said = bot.restore(data, keys, "--heads", bot.old / HEADS)
    assert (code, "erased" in said) == (0, False)
    assert bot.verify(bot.new) == (0, "4 entries, all whole\n")
