"""`restore` on the command line rebuilds the bot from two files, or says why it does not."""

from __future__ import annotations

import asyncio
import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.backups.restore_folder import PLACED, Folder
from bot.data_folder import DATABASE, HEADS, KEY_STORE, MASTER_KEY, RESTORING, SIGNING_KEY
from bot.process import only_instance
from bot.settings import BadSettings
from domain.history import Event, EventKind
from services.applications.ports import Book
from storage.applications import SqlCases
from storage.db.keys import case_owner
from storage.history.events import SqlHistory
from tests.bot.cli.backups.backing_up import NOON, Bot, a_bot, names, people_events
from tests.factories.cases import started
from tests.factories.folders import opened_stores
from tests.factories.units import unit_id


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Bot]:
    """A bot that has given two numbers."""
    with a_bot(tmp_path, monkeypatch, capsys) as made:
        yield made


def test_the_whole_bot_again(bot: Bot) -> None:
    """Nothing came after the backup: registers continue, and the intact history says what happened."""
    data, keys = bot.backup()
    signing = (bot.old / SIGNING_KEY).read_bytes()
    bot.now += timedelta(hours=1)
    code, said = bot.restore(data, keys, "--heads", bot.old / HEADS)
    assert code == 0
    assert said.splitlines() == [
        f"restored into {bot.new}: data of 2026-11-23 12:00:01 UTC, keys of 2026-11-23 12:00:01 UTC",
        "the lost machine's bot must never start again",
    ]
    assert names(bot.new) == {DATABASE, KEY_STORE, HEADS, SIGNING_KEY, MASTER_KEY, "lock"}
    assert bot.verify(bot.new) == (0, "3 entries, all whole\n")
    assert (bot.new / SIGNING_KEY).read_bytes() == signing
    assert {(bot.new / each).stat().st_mode & 0o777 for each in PLACED} == {0o600}
    details = {"backup": "2026-11-23T12:00:01+00:00", "last": "2", "lost": "0", "skipped": "0"}
    assert people_events(bot.new) == [Event(EventKind.RESTORED, bot.now, 0, details)]
    assert bot.work(2, bot.new) == [3, 4]
    assert bot.verify(bot.new) == (0, "5 entries, all whole\n")


def test_a_bot_that_has_never_run(bot: Bot) -> None:
    """Officers appointed on the command line are backed up and restored, though nothing was ever signed."""
    (bot.old / SIGNING_KEY).unlink()
    data, keys = bot.backup()
    assert bot.restore(data, keys, "--heads", bot.old / HEADS)[0] == 0
    assert names(bot.new) == {DATABASE, KEY_STORE, HEADS, MASTER_KEY, "lock"}


def test_nothing_is_moved_without_its_log(tmp_path: Path) -> None:
    """If SQLite has left something in the log (WAL), the database is not moved without it."""
    folder = Folder(tmp_path)
    folder.make_ready()
    for name in (DATABASE, f"{DATABASE}-wal"):
        (folder.staging / name).write_text("x")
    with pytest.raises(OSError, match="is not empty"):
        folder.put_in_place()
    assert names(tmp_path) == {folder.staging.name}


def test_nobody_knows_what_came_after(bot: Bot) -> None:
    """It is refused with both ways out; with numbers to skip, every register has a gap that the history explains."""
    data, keys = bot.backup()
    said = bot.refused(data, keys)
    assert "numbers may have been given after it" in said
    assert "--heads FILE" in said
    assert "--skip N" in said
    assert said.count("\n") == 1
    code, said = bot.restore(data, keys, "--skip", "100")
    assert code == 0
    assert said.splitlines()[1:4] == [
        "entries of the history that are lost: unknown",
        "invitations that nobody had used are revoked",
        "every register goes on 100 numbers later",
    ]
    assert bot.verify(bot.new) == (0, "3 entries, all whole\n")
    (event,) = people_events(bot.new)
    assert (event.details["lost"], event.details["skipped"]) == ("", "100")
    assert bot.work(1, bot.new) == [103]
    with closing(sqlite3.connect(bot.new / DATABASE)) as connection:
        begun = connection.execute("SELECT count(*), min(last) FROM registers WHERE year = 2026").fetchone()
    assert begun == (len(Book) * 430, 100)


def test_across_new_year(bot: Bot) -> None:
    """A register that may have begun after the backup does not start at 1."""
    bot.now = datetime(2026, 12, 31, 18, 59, tzinfo=UTC)  # a minute to midnight in Kazakhstan
    data, keys = bot.backup()
    bot.now += timedelta(days=2)
    assert bot.restore(data, keys, "--skip", "100")[0] == 0
    assert bot.work(1, bot.new) == [101]


def test_what_came_after_is_counted(bot: Bot) -> None:
    """The heads give the number of lost entries: fewer numbers may not be skipped, and so many suffice."""
    data, keys = bot.backup()
    given = bot.work(3)
    heads = bot.old / HEADS
    for more in ((), ("--skip", "2")):
        said = bot.refused(data, keys, "--heads", heads, *more)
        assert f"3 entries of the history came after {data.name}" in said
        assert "--skip 3" in said
    assert bot.restore(data, keys, "--heads", heads, "--skip", "3")[0] == 0
    assert bot.verify(bot.new)[0] == 0
    assert people_events(bot.new)[0].details["lost"] == "3"
    assert bot.work(1, bot.new) == [max(given) + 1]


def test_heads_that_show_nothing(bot: Bot, tmp_path: Path) -> None:
    """An older copy, changed heads, another bot's or none are refused."""
    shutil.copy(bot.old / HEADS, tmp_path / "older")
    bot.work(1)
    data, keys = bot.backup()
    assert "older than the backup" in bot.refused(data, keys, "--heads", tmp_path / "older")
    (tmp_path / "changed").write_bytes((bot.old / HEADS).read_bytes().replace(b"confirmed 3", b"confirmed 4"))
    assert "was changed" in bot.refused(data, keys, "--heads", tmp_path / "changed")
    assert "no such file" in bot.refused(data, keys, "--heads", tmp_path / "nowhere")
    other = bot.root / "other"
    other.mkdir()
    shutil.copy(bot.old / MASTER_KEY, other / MASTER_KEY)
    bot.work(3, other)
    assert "another history" in bot.refused(data, keys, "--heads", other / HEADS)


def test_a_folder_in_use(bot: Bot) -> None:
    """Nothing is ever overwritten, neither database nor keys, and nothing happens while a bot runs there."""
    data, keys = bot.backup()
    heads = ("--heads", bot.old / HEADS)
    for name in (DATABASE, f"{DATABASE}-wal", KEY_STORE, HEADS, SIGNING_KEY):
        (bot.new / name).write_text("x")
        said = bot.refused(data, keys, *heads)
        assert said == f"DATA_DIR: {bot.new} holds {name}: move that away first, and keep it\n"
        assert (bot.new / name).read_text() == "x"
        (bot.new / name).unlink()
    with only_instance(bot.new):
        assert "another bot is running" in bot.refused(data, keys, *heads)
    assert bot.restore(data, keys, *heads)[0] == 0
    assert "move that away first" in bot.refused(data, keys, *heads)


def test_the_wrong_files(bot: Bot) -> None:
    """Missing, swapped or changed files, another bot's, or keys older than the data: each gets its own reason."""
    data, keys = bot.backup()
    later, later_keys = bot.backup()
    heads = ("--heads", bot.old / HEADS)
    assert "no such file" in bot.refused(bot.root / "nowhere", keys, *heads)
    assert "no such file" in bot.refused(data, bot.root / "nowhere", *heads)
    assert "is a backup of keys, not of data" in bot.refused(keys, data, *heads)
    assert f"{keys.name} is older than the data" in bot.refused(later, keys, *heads)
    changed = bytearray(keys.read_bytes())
    changed[100] ^= 1
    keys.write_bytes(changed)
    assert f"{keys.name} is damaged" in bot.refused(data, keys, *heads)
    other = bot.root / "other"
    other.mkdir()
    shutil.copy(bot.old / MASTER_KEY, other / MASTER_KEY)
    bot.work(2, other)
    shutil.move(bot.old, bot.root / "gone")
    shutil.move(other, bot.old)
    foreign = bot.backup()[1]
    assert f"{foreign.name} is of another bot than {data.name}" in bot.refused(data, foreign, *heads)
    assert bot.restore(data, later_keys, "--heads", bot.root / "gone" / HEADS)[0] == 0


def test_the_wrong_master_key(bot: Bot) -> None:
    """Another key, none, or something that is not a key: the reason is printed, and no key is created."""
    data, keys = bot.backup()
    (bot.new / MASTER_KEY).write_bytes(b"A" * 43 + b"=")
    assert "was made with another master key" in bot.refused(data, keys, "--skip", "1")
    (bot.new / MASTER_KEY).write_bytes(b"short")
    assert bot.refused(data, keys, "--skip", "1").startswith("MASTER_KEY: ")
    (bot.new / MASTER_KEY).unlink()
    assert bot.refused(data, keys, "--skip", "1").startswith("MASTER_KEY: neither set nor in")
    bot.monkeypatch.setenv("MASTER_KEY", (bot.old / MASTER_KEY).read_text())
    assert bot.restore(data, keys, "--skip", "1")[0] == 0
    assert bot.verify(bot.new)[0] == 0
    assert MASTER_KEY not in names(bot.new)


def test_old_keys_and_old_data(bot: Bot) -> None:
    """Keys over 30 days old would revive erased data; data may be of any age. A clock that is behind is reported."""
    data, keys = bot.backup()
    bot.now += timedelta(days=31)
    assert f"{keys.name} is older than 30 days: erased data would be back" in bot.refused(data, keys, "--skip", "1")
    newer = bot.backup()[1]
    bot.now = NOON
    assert "the clock of this machine is behind" in bot.refused(data, newer, "--skip", "1")
    bot.now += timedelta(days=32)
    assert bot.restore(data, newer, "--heads", bot.old / HEADS)[0] == 0


def test_what_was_erased_stays_erased(bot: Bot) -> None:
    """Older data with newer keys: a case erased in between is not there, and the audit passes."""

    async def work(*, erase: bool) -> None:
        async with opened_stores(bot.old) as (database, keys):
            async with database.transaction() as transaction:
                cases = SqlCases(transaction, keys)
                if not erase:
                    return await cases.add(started())
                await SqlHistory(transaction, keys).append(started(), Event(EventKind.ERASED, bot.now, 0))
                await cases.erase(started())
            assert await keys.destroy(case_owner(started().id))
        return None

    asyncio.run(work(erase=False))
    data, _ = bot.backup()
    asyncio.run(work(erase=True))
    _, keys = bot.backup()
    code, said = bot.restore(data, keys, "--heads", bot.old / HEADS, "--skip", "1")
    assert code == 0
    assert "erased after the backup, and erased here: 1" in said
    assert bot.verify(bot.new) == (0, "4 entries, all whole\n")
    with closing(sqlite3.connect(bot.new / DATABASE)) as connection:
        assert connection.execute("SELECT count(*) FROM cases").fetchone() == (0,)


def test_a_newer_program(bot: Bot) -> None:
    """An older program does not open the data of a newer one."""
    with closing(sqlite3.connect(bot.old / DATABASE)) as connection:
        connection.execute("PRAGMA user_version = 999")
    data, keys = bot.backup()
    assert "is of a newer program" in bot.refused(data, keys, "--heads", bot.old / HEADS)


def test_a_history_that_is_not_whole(bot: Bot) -> None:
    """It is refused with the first bad entry; if forced, it is restored unchanged, and the audit still names it."""
    with closing(sqlite3.connect(bot.old / DATABASE)) as connection, connection:
        connection.execute("UPDATE events SET at = at + 1 WHERE id = 1")
    data, keys = bot.backup()
    heads = ("--heads", bot.old / HEADS)
    said = bot.refused(data, keys, *heads)
    assert "its history is not whole: entry 1 was changed" in said
    assert "--even-if-not-whole" in said
    code, said = bot.restore(data, keys, *heads, "--even-if-not-whole")
    assert code == 0
    assert said.startswith("the history is not whole, and was not when the backup was made: entry 1 was changed")
    assert bot.verify(bot.new)[0] == 1


def test_a_cut_outlives_the_restore(bot: Bot) -> None:
    """If the lost machine's heads show an earlier cut, restoring its backup does not hide it."""
    data, keys = bot.backup()
    heads = bot.old / HEADS
    with closing(sqlite3.connect(bot.old / DATABASE)) as connection, connection:
        connection.execute("DELETE FROM events WHERE id = 2")
    bot.work(1)
    said = bot.refused(data, keys, "--heads", heads, "--skip", "10")
    assert "another history" in said
    bot.work(1)
    said = bot.refused(data, keys, "--heads", heads, "--skip", "10")
    assert "entry 2 is missing: the end of the history was cut" in said


class Died(BaseException):
    """Ends the process."""


@pytest.mark.parametrize("moved", range(len(PLACED) + 1))
def test_a_restore_that_dies(bot: Bot, monkeypatch: pytest.MonkeyPatch, moved: int) -> None:
    """Wherever it dies, nothing starts in the folder until it has run again; then all is there and intact."""
    data, keys = bot.backup()
    heads = ("--heads", bot.old / HEADS)
    rename, left = Path.rename, moved

    def dies(path: Path, target: Path) -> Path:
        nonlocal left
        if path.parent.name == RESTORING:
            left -= 1
            if left < 0:
                raise Died
        return rename(path, target)

    with monkeypatch.context() as dying:
        dying.setattr(Path, "rename", dies)
        dying.setattr(Folder, "clear", lambda _folder: None)
        with pytest.raises(Died) if moved < len(PLACED) else nullcontext():
            bot.restore(data, keys, *heads)
    if moved < len(PLACED):
        assert not (bot.new / DATABASE).exists()
        with pytest.raises(BadSettings, match="did not end: run it again"):
            bot.work(1, bot.new)
        code, said = bot.restore(data, keys, *heads)
        assert (code, "had not ended is done now" in said) == (0, True)
    assert bot.verify(bot.new) == (0, "3 entries, all whole\n")
    assert bot.work(1, bot.new) == [3]
    shutil.rmtree(bot.new / RESTORING, ignore_errors=True)


def test_a_restore_that_dies_before_it_moves_anything(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it had prepared is in nobody's way: the next restore starts afresh."""
    data, keys = bot.backup()
    with monkeypatch.context() as dying:
        dying.setattr("bot.cli.backups.restore._check", raises_died)
        dying.setattr(Folder, "clear", lambda _folder: None)
        with pytest.raises(Died):
            bot.restore(data, keys, "--skip", "5")
    assert names(bot.new) > {f"{RESTORING}.new"}
    assert bot.restore(data, keys, "--skip", "7")[0] == 0
    assert bot.work(1, bot.new) == [10]
    assert names(bot.new) == {DATABASE, KEY_STORE, HEADS, SIGNING_KEY, MASTER_KEY, "lock"}


def raises_died(*_: object) -> None:
    raise Died


def test_files_put_beside_a_restore_that_died(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """If other data is put there meanwhile, none of it is lost: the restore does not continue over it."""
    data, keys = bot.backup()
    heads = ("--heads", bot.old / HEADS)
    with monkeypatch.context() as dying:
        dying.setattr(Folder, "finish", raises_died)
        with pytest.raises(Died):
            bot.restore(data, keys, *heads)
    for name in (DATABASE, KEY_STORE):
        (bot.new / name).write_text("of somebody")
        assert f"holds {name}: move that away first" in bot.refused(data, keys, *heads)
        assert (bot.new / name).read_text() == "of somebody"
        (bot.new / name).unlink()
    assert bot.restore(data, keys, *heads)[0] == 0
    assert bot.verify(bot.new)[0] == 0


def test_a_disk_that_fails(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a file cannot be moved, a message says so, nothing starts, and the next try continues."""
    data, keys = bot.backup()
    rename = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if path.name == HEADS and path.parent.name == RESTORING:
            raise OSError(errno.EIO, "Input/output error")
        return rename(path, target)

    with monkeypatch.context() as failing:
        failing.setattr(Path, "rename", fails)
        code, said = bot.restore(data, keys, "--heads", bot.old / HEADS)
        assert (code, "Input/output error" in said) == (1, True)
    with pytest.raises(BadSettings, match="did not end"):
        bot.work(1, bot.new)
    assert bot.restore(data, keys, "--heads", bot.old / HEADS)[0] == 0
    assert bot.verify(bot.new)[0] == 0


@pytest.mark.parametrize("skip", ["0", "-1", "1000001", "many", "٣"])
def test_numbers_to_skip(bot: Bot, skip: str) -> None:
    """The number must be at least 1 and no larger than anybody could mean."""
    with pytest.raises(SystemExit):
        bot.restore("data", "keys", "--skip", skip)
    assert "is not a number from 1 to 1000000" in bot.capsys.readouterr().err


def test_units_of_no_edition(bot: Bot) -> None:
    """Registers of an office that the edition does not have continue at a higher number, too."""
    with closing(sqlite3.connect(bot.old / DATABASE)) as connection, connection:
        connection.execute("INSERT INTO registers VALUES ('incoming', ?, 2026, 7)", (str(unit_id("2/999")),))
    data, keys = bot.backup()
    assert bot.restore(data, keys, "--skip", "10")[0] == 0
    with closing(sqlite3.connect(bot.new / DATABASE)) as connection:
        assert connection.execute("SELECT last FROM registers WHERE office = '2/999'").fetchall() == [(17,)]
