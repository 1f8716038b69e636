"""`rekey` on the command line changes the master key, whole or, after a kill, when it is run again."""

from __future__ import annotations

import base64
import io
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.data_folder import DATABASE, HEADS, KEY_STORE, MASTER_KEY, REKEYING
from bot.process import only_instance
from bot.settings import BadSettings
from domain.history import ChainHead
from storage.backup.snapshots import copy_data
from storage.db.encryption import Unreadable
from storage.db.engine import Files
from storage.db.keys import CHECK, derive, name_master_key
from storage.history.chain_walk import Keys
from storage.history.head_file import HEADS_KEY, read_heads
from storage.sqlite.engine import PRAGMAS
from tests.bot.cli.backups.backing_up import Bot, a_bot, names
from tests.bot.losing import contents, draft, killed, readable, with_stores
from tests.storage.engines import SQLITE

OLD, NEW, OTHER = (base64.b64encode(bytes([each]) * 32).decode() for each in (1, 2, 3))


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Bot]:
    """A bot that has given two numbers, with its master key in a file."""
    monkeypatch.delenv("NEW_MASTER_KEY", raising=False)
    with a_bot(tmp_path, monkeypatch, capsys) as made:
        yield made


@pytest.fixture
def outside(bot: Bot) -> Bot:
    """The same with its master key in the environment."""
    (bot.old / MASTER_KEY).unlink()
    shutil.rmtree(bot.old)
    bot.old.mkdir()
    bot.monkeypatch.setenv("MASTER_KEY", OLD)
    bot.work()
    return bot


@pytest.fixture
def _unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Skips syncing: a killed process loses nothing it has written; only a machine failure does."""
    monkeypatch.setattr("storage.sqlite.engine.PRAGMAS", (*PRAGMAS, "synchronous = OFF"))
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)


def opens(folder: Path, key: str) -> bool:
    """Whether this key opens the key store, and only this one the heads."""
    master = base64.b64decode(key)
    with SQLITE.snapshot(folder / KEY_STORE) as key_store:
        try:
            Keys(key_store, master).cipher(CHECK)
        except Unreadable:
            return False
    return not read_heads(folder / HEADS, derive(master, HEADS_KEY)).foreign


def old_key_of(folder: Path) -> Path:
    (path,) = folder.glob(f"{MASTER_KEY}.*")
    return path


def test_the_key_in_the_folder(bot: Bot) -> None:
    """A new one takes its place, the old one stays beside it, and the bot goes on: nothing is lost, nothing is cut."""
    old = (bot.old / MASTER_KEY).read_text()
    code, said = bot.does(bot.old, "rekey")
    kept = old_key_of(bot.old)
    assert code == 0
    assert said.startswith(f"The master key was changed: the new one is in {bot.old / MASTER_KEY}, ")
    assert f"The old key is in {kept}: " in said
    assert said.count("\n") == 1
    assert kept.read_text() == old
    assert kept.name == f"{MASTER_KEY}.{name_master_key(base64.b64decode(old))}"
    assert (bot.old / MASTER_KEY).read_text() != old
    assert {each.stat().st_mode & 0o777 for each in (kept, bot.old / MASTER_KEY, bot.old / HEADS)} == {0o600}
    assert bot.verify(bot.old) == (0, "2 entries, all whole\n")
    assert bot.work(1) == [3]
    assert not opens(bot.old, old)


def test_the_old_key_is_refused(bot: Bot) -> None:
    """A start, a command and a second change with it end with code 2 and one line."""
    bot.does(bot.old, "rekey")
    shutil.copy(old_key_of(bot.old), bot.old / MASTER_KEY)
    bot.monkeypatch.setenv("BOT_TOKEN", "42:token")
    for command in (("run",), ("officer", "list"), ("audit", "verify"), ("rekey",)):
        assert bot.does(bot.old, *command) == (2, f"MASTER_KEY: does not open {bot.old / KEY_STORE}\n"), command
    assert REKEYING not in names(bot.old)


def test_nothing_that_the_old_key_opens_is_left(bot: Bot) -> None:
    """No file of the folder has a key as the old master key wrapped it."""
    with closing(sqlite3.connect(bot.old / KEY_STORE)) as connection:
        wrapped = [row[0] for row in connection.execute("SELECT wrapped FROM keys")]
    bot.does(bot.old, "rekey")
    content = b"".join(each.read_bytes() for each in bot.old.iterdir())
    assert [each for each in wrapped if each in content] == []


def test_backups_of_before_and_after(bot: Bot) -> None:
    """The old key opens those made before, the new one those made after, and neither the others."""
    before = bot.backup()
    bot.does(bot.old, "rekey")
    after = bot.backup()
    old, new = old_key_of(bot.old), bot.old / MASTER_KEY
    for files, right, wrong in ((before, old, new), (after, new, old)):
        shutil.copy(wrong, bot.new / MASTER_KEY)
        assert "another master key" in bot.refused(*files, "--skip", "1")
        shutil.copy(right, bot.new / MASTER_KEY)
        assert bot.restore(*files, "--skip", "1")[0] == 0
        assert bot.verify(bot.new)[0] == 0
        shutil.rmtree(bot.new)
        bot.new.mkdir()
    shutil.copy(new, bot.new / MASTER_KEY)
    assert bot.restore(*after, "--heads", bot.old / HEADS)[0] == 0


@pytest.mark.parametrize("way", ["NEW_MASTER_KEY", "input"])
def test_the_key_in_the_environment(outside: Bot, way: str) -> None:
    """The new key comes by NEW_MASTER_KEY or by a line of input; then it belongs into MASTER_KEY."""
    if way == "input":
        outside.monkeypatch.setattr("sys.stdin", io.StringIO(f"{NEW}\n"))
    else:
        outside.monkeypatch.setenv("NEW_MASTER_KEY", NEW)
    code, said = outside.does(outside.old, "rekey")
    assert (code, said.partition(".")[0]) == (0, "The master key was changed, and the old one opens nothing any more")
    assert "put the new key into MASTER_KEY" in said
    assert outside.verify(outside.old) == (2, f"MASTER_KEY: does not open {outside.old / KEY_STORE}\n")
    outside.monkeypatch.setenv("NEW_MASTER_KEY", NEW)
    assert outside.does(outside.old, "rekey") == (0, said)  # what was said may be lost
    outside.monkeypatch.setenv("MASTER_KEY", NEW)
    assert outside.verify(outside.old) == (0, "2 entries, all whole\n")
    assert outside.work(1) == [3]
    assert MASTER_KEY not in names(outside.old)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "NEW_MASTER_KEY: neither set nor given as input."),
        ({"NEW_MASTER_KEY": "short"}, "NEW_MASTER_KEY: "),
        ({"NEW_MASTER_KEY": OLD}, "NEW_MASTER_KEY: this is the present key."),
        ({"NEW_MASTER_KEY": NEW, "MASTER_KEY": OTHER}, "MASTER_KEY: does not open "),
        ({"NEW_MASTER_KEY": NEW, "MASTER_KEY": "short"}, "MASTER_KEY: "),
    ],
)
def test_what_is_refused(outside: Bot, given: dict[str, str], told: str) -> None:
    """No key, a bad one or the same one, or another bot's: one line, and nothing is changed."""
    outside.monkeypatch.setattr("sys.stdin", io.StringIO())
    for name, value in given.items():
        outside.monkeypatch.setenv(name, value)
    before = contents(outside.old)
    code, said = outside.does(outside.old, "rekey")
    assert (code, said.startswith(told), said.count("\n")) == (2, True, 1), said
    assert contents(outside.old) == before


def test_a_slip_of_the_hand(outside: Bot) -> None:
    """At a terminal the key is asked for twice, and two that differ change nothing."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    outside.monkeypatch.setattr("sys.stdin", Terminal())
    typed = iter((NEW, OTHER, NEW, NEW))
    outside.monkeypatch.setattr("bot.cli.rekey.getpass", lambda _prompt: next(typed))
    assert outside.does(outside.old, "rekey") == (2, "The two keys differ. Nothing was changed.\n")
    assert opens(outside.old, OLD)
    assert outside.does(outside.old, "rekey")[0] == 0
    assert opens(outside.old, NEW)


def test_a_key_for_the_environment_while_it_is_in_the_folder(bot: Bot) -> None:
    """It is not ignored in silence: what to do is said, and nothing is changed."""
    bot.monkeypatch.setenv("NEW_MASTER_KEY", NEW)
    code, said = bot.does(bot.old, "rekey")
    assert (code, said.startswith("NEW_MASTER_KEY: the master key is in ")) == (2, True)
    assert bot.work(1) == [3]


def test_while_the_bot_runs_and_without_a_bot(bot: Bot, tmp_path: Path) -> None:
    """It is refused beside a bot, and where there is none it makes nothing."""
    with only_instance(bot.old):
        code, said = bot.does(bot.old, "rekey")
    assert (code, "another bot is running" in said) == (2, True)
    assert bot.does(tmp_path / "nowhere", "rekey") == (2, f"DATA_DIR: {tmp_path / 'nowhere'} holds no bot's data\n")
    assert not (tmp_path / "nowhere").exists()
    assert bot.work(1) == [3]


def test_a_damaged_key(bot: Bot) -> None:
    """A key that does not open ends it before anything is changed, and the bot goes on with the old master key."""
    with closing(sqlite3.connect(bot.old / KEY_STORE)) as connection, connection:
        connection.execute("UPDATE keys SET wrapped = ? WHERE owner LIKE 'case:%'", (bytes(61),))
    code, said = bot.does(bot.old, "rekey")
    assert (code, "is damaged: a key in it does not open" in said) == (2, True)
    assert opens(bot.old, (bot.old / MASTER_KEY).read_text())
    with_stores(bot.old)


def test_a_reader_of_the_key_store(bot: Bot) -> None:
    """While a backup reads it, old keys stay in its log: the change goes on when that has ended."""
    with closing(sqlite3.connect(bot.old / KEY_STORE)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM keys").fetchone()
        code, said = bot.does(bot.old, "rekey")
    assert (code, said.startswith("Somebody is reading ")) == (2, True)
    assert bot.verify(bot.old)[0] == 2
    assert bot.does(bot.old, "rekey")[0] == 0
    assert bot.verify(bot.old) == (0, "2 entries, all whole\n")


def test_what_stands_in_the_heads_stays(bot: Bot) -> None:
    """A cut that was recorded, and a line of somebody else, are there after the change as before."""
    with closing(sqlite3.connect(bot.old / DATABASE)) as connection, connection:
        connection.execute("DELETE FROM events WHERE id = 2")
    bot.work(1)
    before = bot.verify(bot.old)
    assert before[0] == 1
    bot.does(bot.old, "rekey")
    assert bot.verify(bot.old) == before
    with (bot.old / HEADS).open("ab") as heads:
        heads.write(b"confirmed 9 x y\n")
    foreign = bot.verify(bot.old)
    bot.does(bot.old, "rekey")
    assert bot.verify(bot.old) == foreign


def test_a_backup_beside_it(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup of keys that were changed after the data were copied is none: no key would open both."""

    def copy(files: Files, database: Path, heads: Path, master: bytes) -> ChainHead:
        head = copy_data(files, database, heads, master)
        assert main(["rekey"]) == 0
        return head

    with monkeypatch.context() as patched:
        patched.setattr("bot.cli.backups.backup.copy_data", copy)
        code, said = bot.does(bot.old, "backup", bot.backups)
    assert code == 1
    assert said.splitlines()[-1].startswith("no backup: ")
    assert [each for each in names(bot.backups) if ".keys." in each] == []


@pytest.mark.untraced
@pytest.mark.usefixtures("_unsynced")
@pytest.mark.parametrize("place", ["file", "environment"])
def test_killed_at_any_call(outside: Bot, place: str) -> None:
    """One of both keys always opens the store; nothing else starts; the next run ends it, and all of it opens."""
    in_file = place == "file"
    if in_file:
        (outside.old / MASTER_KEY).write_text(OLD)
        outside.monkeypatch.delenv("MASTER_KEY")
    else:
        outside.monkeypatch.setenv("NEW_MASTER_KEY", NEW)
    with_stores(outside.old, draft("first"))
    points = refused = 0
    while True:
        folder = outside.root / str(points)
        shutil.copytree(outside.old, folder)
        outside.monkeypatch.setenv("DATA_DIR", str(folder))
        if not killed(points + 1, lambda: main(["rekey"]), folder):
            break
        points += 1
        if (folder / REKEYING).exists():
            refused += 1
            with pytest.raises(BadSettings, match="the change of the master key"):
                with_stores(folder)
            assert re.fullmatch(r"DATA_DIR: the change .* did not end: run `rekey` again\n", said(outside, folder))
        assert outside.does(folder, "rekey")[0] == 0
        new = (folder / MASTER_KEY).read_text() if in_file else NEW
        assert opens(folder, new)
        assert not opens(folder, OLD)
        with pytest.MonkeyPatch.context() as after:
            if not in_file:
                after.setenv("MASTER_KEY", NEW)
            assert with_stores(folder, readable) == 1
            assert outside.verify(folder) == (0, "3 entries, all whole\n")
            assert [each for each in names(folder) if each.endswith((".part", ".new"))] == []
        assert not (folder / REKEYING).exists()
        shutil.rmtree(folder)
    assert points > 20
    assert refused > 10


def said(bot: Bot, folder: Path) -> str:
    """Returns what the audit and a backup say, which is the same line."""
    code, line = bot.verify(folder)
    assert bot.does(folder, "backup", bot.backups) == (code, line)
    assert code == 2
    return line
