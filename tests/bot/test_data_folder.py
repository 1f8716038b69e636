"""If a file of the data folder is lost, outdated or foreign, the start refuses in one line and changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

from bot.__main__ import main
from bot.data_folder import DATABASE, HEADS, KEY_STORE, MASTER_KEY, files_of
from bot.jobs.drafts import DraftJobs
from bot.settings import BadSettings
from domain.staff.membership import Officer
from storage.applications import SqlCases
from storage.db import key_check
from storage.db.database import Database
from storage.db.key_check import Found, Loss, look
from storage.db.keys import CHECK, KeyStore, case_owner, person
from storage.sqlite.engine import PRAGMAS
from storage.staff import SqlOfficers
from tests.bot.losing import contents, draft, killed, put, readable, remove, with_stores, worked
from tests.factories.units import KOKSHETAU

WAY_OUT = "python -m bot restore"
COMMANDS = (
    ("run",),
    ("officer", "list"),
    ("receive", "2-3/2026-1"),
    ("quarantine", "list"),
    ("audit", "verify"),
    ("audit", "denials"),
    ("backup", "."),
)
Losing = Callable[[Path, Path], None]


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("MASTER_KEY", "BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def _unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Skips syncing: a killed process loses nothing it has written; only a machine failure does."""
    monkeypatch.setattr("storage.sqlite.engine.PRAGMAS", (*PRAGMAS, "synchronous = OFF"))


def change(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for each in statements:
            connection.execute(each)


def empty(name: str) -> Losing:
    def lose(folder: Path, _before: Path) -> None:
        remove(folder, name)
        (folder / name).touch()

    return lose


def another_bot(folder: Path, before: Path) -> None:
    """Takes the key store of a bot with the same master key and the same person."""
    other = before.parent / "other"
    other.mkdir()
    shutil.copy(folder / MASTER_KEY, other / MASTER_KEY)
    for case_id in ("first", "second", "third"):
        with_stores(other, draft(case_id))
    put(KEY_STORE, other, folder)


def older_that_went_on(folder: Path, before: Path) -> None:
    """Uses an older folder for a while, so that its key store has made as many keys since, and more."""
    for case_id in ("third", "fourth", "second"):
        with_stores(before, draft(case_id))
    put(KEY_STORE, before, folder)


def both(folder: Path, _before: Path) -> None:
    remove(folder, DATABASE)
    remove(folder, KEY_STORE)


def older_than_this_program(folder: Path, _before: Path) -> None:
    """Leaves data from before generations were kept, with the key store lost."""
    forget_generations(folder)
    remove(folder, KEY_STORE)


def forget_generations(folder: Path) -> None:
    """Leaves the folder as the program before generations did."""
    counted = (("denials", "count"), ("denials", "last_at"), ("tries", "at"))
    later = [f"ALTER TABLE {table} DROP COLUMN {each}" for table, each in counted]
    later += ["DROP TABLE given_answers", *(f"ALTER TABLE sessions DROP COLUMN {each}" for each in ASKED)]
    later += ["DROP TABLE key_generation", "DROP TABLE locked_people", "DROP TABLE pinned_messages", *FORGET_EDITIONS]
    later += ["DROP TABLE unit_aliases", "ALTER TABLE officers DROP COLUMN sealed_for"]
    change(folder / DATABASE, *later, "PRAGMA user_version = 9")
    change(folder / KEY_STORE, "DROP TABLE series")


ASKED = ("asked_by", "shown_id", "shown_at")
FORGET_EDITIONS = (
    *(f"DROP INDEX {each}_by_edition" for each in ("cases", "complaints", "remains")),
    "DROP INDEX terms_by_done",
    "DROP INDEX survey_by_office",
    *(f"ALTER TABLE {each} DROP COLUMN edition" for each in ("cases", "complaints", "terms", "survey", "remains")),
    "CREATE INDEX terms_by_done ON terms (office, done, due)",
    "CREATE INDEX survey_by_office ON survey (office, day, question, answer)",
)
SITUATIONS: dict[str, tuple[Losing, str]] = {
    "deleted": (lambda folder, _: remove(folder, KEY_STORE), "keys.db is missing or empty"),
    "empty": (empty(KEY_STORE), "keys.db is missing or empty"),
    "no keys in it": (lambda folder, _: change(folder / KEY_STORE, "DELETE FROM keys"), "keys.db is missing or empty"),
    "no tables in it": (
        lambda folder, _: change(folder / KEY_STORE, "DROP TABLE keys", "DROP TABLE series"),
        "keys.db is missing or empty",
    ),
    "no database": (lambda folder, _: cast("Any", (folder / KEY_STORE).write_bytes(b"?" * 9000)), "keys.db is damaged"),
    "older": (lambda folder, before: put(KEY_STORE, before, folder), "keys.db is older than tirkeu.db"),
    "older and went on": (older_that_went_on, "keys.db is older than tirkeu.db"),
    "of before series": (lambda folder, _: change(folder / KEY_STORE, "DROP TABLE series"), "keys.db is older than"),
    "another bot's": (another_bot, "keys.db is another bot's than tirkeu.db"),
    "one key less": (
        lambda folder, _: change(folder / KEY_STORE, "DELETE FROM keys WHERE owner = 'case:second'"),
        "keys.db lacks keys that tirkeu.db is sealed with (people, applications and complaints: 1)",
    ),
    "lost at an upgrade": (older_than_this_program, "keys.db is missing or empty"),
    "data deleted": (lambda folder, _: remove(folder, DATABASE), "tirkeu.db is missing or empty"),
    "data empty": (empty(DATABASE), "tirkeu.db is missing or empty"),
    "both deleted": (both, "tirkeu.db is missing or empty"),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_lost_file_is_told_in_a_line_by_every_command(
    tmp_path: Path, situation: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 and one line with the file and the way out; no byte of the folder changes, no file is created."""
    lose, told = SITUATIONS[situation]
    folder, before = worked(tmp_path)
    lose(folder, before)
    left = contents(folder)
    monkeypatch.setenv("DATA_DIR", str(folder))
    monkeypatch.setenv("BOT_TOKEN", "42:token")
    lines = set()
    for command in COMMANDS:
        assert main(command) == 2, command
        lines.add(capsys.readouterr().err)
    (line,) = lines
    assert line.startswith(f"DATA_DIR: {folder}: {told}")
    assert WAY_OUT in line
    assert line.count("\n") == 1
    assert contents(folder) == left


def test_a_lost_master_key_is_told_and_none_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new one would open nothing; another one is named as such, and no migration runs."""
    folder, _ = worked(tmp_path)
    (folder / MASTER_KEY).rename(tmp_path / "kept")
    left = contents(folder)
    monkeypatch.setenv("DATA_DIR", str(folder))
    for command in COMMANDS[1:]:
        assert main(command) == 2
        line = capsys.readouterr().err
        assert line.startswith(f"MASTER_KEY: neither set nor in {folder / MASTER_KEY}, and keys.db opens with the one")
        assert line.count("\n") == 1
    assert contents(folder) == left
    forget_generations(folder)
    (folder / MASTER_KEY).write_bytes(b"A" * 43 + b"=")
    version = contents(folder)[DATABASE]
    with pytest.raises(BadSettings, match=f"MASTER_KEY: does not open {folder / KEY_STORE}"):
        with_stores(folder)
    assert contents(folder)[DATABASE] == version


@pytest.mark.parametrize("content", [b"", b"of another file"])
def test_no_master_key_is_made_beside_a_key_store(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `MASTER_KEY=` empty, whatever the store holds: the key would open nothing of it."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / KEY_STORE).write_bytes(content)
    monkeypatch.setenv("DATA_DIR", str(folder))
    monkeypatch.setenv("MASTER_KEY", "")
    assert main(["officer", "add", "--user", "5", "--unit", "2/3", "--name", "Ли Б."]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert {each.name for each in folder.iterdir()} == {KEY_STORE, "lock"}
    assert (folder / KEY_STORE).read_bytes() == content


NOBODY = 65534
READING_AND_WRITING = (("officer", "add", "--user", "5", "--unit", "2/3", "--name", "Ли Б."), ("audit", "verify"))


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Path]:
    """A folder whose files somebody else moved there: this account may not read them, even if it is root's."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as parent:
        folder = Path(parent) / "data"
        monkeypatch.setenv("DATA_DIR", str(folder))
        assert [main(each) for each in READING_AND_WRITING] == [0, 0]  # imports what the other account may not read
        capsys.readouterr()
        user = os.geteuid()
        if user == 0:
            Path(parent).chmod(0o755)
            for each in (folder, *folder.iterdir()):
                os.chown(each, NOBODY, -1)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(user)


@pytest.mark.parametrize("name", [DATABASE, KEY_STORE, MASTER_KEY, HEADS])
def test_files_of_another_account_are_told(
    moved: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command says in one line which file which account may not read, and what to do about it."""
    monkeypatch.chdir(moved.parent)
    (moved / name).chmod(0)
    for command in READING_AND_WRITING:
        assert main(command) == 2
        line = capsys.readouterr().err
        assert f" may not read and write {moved / name}, which belongs to " in line
        assert f"`chown -R ACCOUNT {moved}`" in line
        assert "Errno" not in line
        assert line.count("\n") == 1


def test_settings_of_another_account_are_told(
    moved: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So is an `.env` that this account may not read."""
    monkeypatch.chdir(moved)
    settings = moved / ".env"
    settings.touch(mode=0)
    assert main(["officer", "list"]) == 2
    line = capsys.readouterr().err
    assert f" may not read {settings}, which holds the settings: " in line
    assert line.count("\n") == 1


def test_other_tables_are_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a start nor an audit calls a folder whole whose tables are not this program's."""
    folder, _ = worked(tmp_path)
    change(folder / DATABASE, "DROP TABLE limit_counters", "CREATE TABLE limit_counters (user_id, told)")
    monkeypatch.setenv("DATA_DIR", str(folder))
    monkeypatch.setenv("BOT_TOKEN", "42:token")
    told = "has other tables than this program (limit_counters, limit_counters_by_age); "
    for command in (("run",), ("officer", "add", "--user", "5", "--unit", "2/3", "--name", "Ли Б.")):
        assert main(command) == 2
        line = capsys.readouterr().err
        assert line.startswith(f"DATA_DIR: {folder / DATABASE} {told}nothing was started.")
        assert line.count("\n") == 1
    assert main(["audit", "verify"]) == 1
    assert capsys.readouterr().out == f"{DATABASE} {told}the history itself is whole\n"
    change(folder / DATABASE, *FORGET_EDITIONS, "PRAGMA user_version = 12")
    assert main(["audit", "verify"]) == 0


def test_the_right_file_put_back_is_all_it_takes(tmp_path: Path) -> None:
    """After the refusal nothing stands in the way of the right key store."""
    folder, before = worked(tmp_path)
    shutil.copytree(folder, tmp_path / "right")
    put(KEY_STORE, before, folder)
    with pytest.raises(BadSettings, match="older"):
        with_stores(folder)
    put(KEY_STORE, tmp_path / "right", folder)
    assert with_stores(folder, readable) == 2


def test_an_older_key_store_that_has_all_keys_is_taken(tmp_path: Path) -> None:
    """It is older, but no key was made since: nothing is lost, and new keys follow."""
    folder, _ = worked(tmp_path)
    shutil.copytree(folder, tmp_path / "copy")
    for _ in range(2):
        with_stores(folder, readable)
    put(KEY_STORE, tmp_path / "copy", folder)
    assert with_stores(folder, readable) == 2
    with_stores(folder, draft("third"))
    assert with_stores(folder, readable) == 3


def test_newer_keys_fit_older_data(tmp_path: Path) -> None:
    """Keys of a later day open the data of an earlier one (docs/backup.md)."""
    folder, before = worked(tmp_path)
    put(DATABASE, before, folder)
    assert with_stores(folder, readable) == 1


def test_a_folder_of_the_program_before(tmp_path: Path) -> None:
    """It starts, and from then on an outdated key store is reported; one that lacks keys is reported at once."""
    folder, before = worked(tmp_path)
    forget_generations(folder)
    shutil.copytree(folder, tmp_path / "old")
    assert with_stores(folder, readable) == 2
    put(KEY_STORE, tmp_path / "old", folder)
    with pytest.raises(BadSettings, match="older"):
        with_stores(folder)
    put(DATABASE, tmp_path / "old", folder)
    put(KEY_STORE, before, folder)
    with pytest.raises(BadSettings, match="lacks keys"):
        with_stores(folder)


def test_data_of_an_early_version(tmp_path: Path) -> None:
    """Tables that came later are not required."""
    folder, _ = worked(tmp_path)
    forget_generations(folder)
    change(folder / DATABASE, "DROP TABLE complaints", "DROP TABLE admins")
    assert look(files_of(folder), beside_bot=True) == Found()


def test_people_whom_nothing_is_kept_of(tmp_path: Path) -> None:
    """Neither a key of a person without rows nor a denial whose person's key is gone counts as a loss."""
    folder, _ = worked(tmp_path)

    async def work(database: Database, keys: KeyStore) -> None:
        await keys.ciphers([person(9)])
        async with database.transaction() as transaction:
            await transaction.run("INSERT INTO denials (actor, act, at, sealed) VALUES (8, 'see', 1, x'00')")
            await transaction.run("INSERT INTO sessions (chat_id, user_id, sealed) VALUES (5, 0, x'00')")

    with_stores(folder, work)
    assert with_stores(folder, readable) == 2


def test_damage_to_the_data_is_not_called_a_lost_key(tmp_path: Path) -> None:
    """A damaged page of the database is left to `audit verify`."""
    folder, _ = worked(tmp_path)
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'cases_by_applicant'"
        ((page,),) = connection.execute(sql).fetchall()
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray((folder / DATABASE).read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    (folder / DATABASE).write_bytes(content)
    assert look(files_of(folder), beside_bot=True) == Found()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not a database, or a folder in the key store's place: one line, exit code 2."""
    folder, _ = worked(tmp_path)
    (folder / DATABASE).write_bytes(b"?" * 9000)
    with pytest.raises(BadSettings, match="SQLITE_NOTADB"):
        with_stores(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_DIR", str(folder))
        assert main(["backup", str(tmp_path)]) == 2
        assert "cannot be read (SQLITE_NOTADB)" in capsys.readouterr().err
    remove(folder, KEY_STORE)
    (folder / KEY_STORE).mkdir()
    with pytest.raises(BadSettings, match=r"keys\.db is no file"):
        with_stores(folder)


def test_an_erasure_beside_the_look_is_no_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside a running bot, an apparent loss is checked twice, so a case erased in between is none."""
    folder, _ = worked(tmp_path)
    seen = [frozenset({"case:erased", "case:second"}), frozenset({"case:second", "case:erased-later"}), frozenset()]
    monkeypatch.setattr(key_check, "_owners", lambda *_: seen.pop(0))
    assert look(files_of(folder), beside_bot=True) == Found(Loss.SOME_KEYS, frozenset({"case:second"}))
    seen[:] = [frozenset({"case:erased"}), frozenset()]
    assert look(files_of(folder), beside_bot=True) == Found()


@pytest.mark.untraced
@pytest.mark.usefixtures("_unsynced")
def test_a_first_start_killed_at_any_call(tmp_path: Path) -> None:
    """Whenever it is killed, the next start continues and does not report a lost file."""
    points = 0
    while True:
        folder = tmp_path / str(points)
        if not killed(points + 1, lambda folder=folder: with_stores(folder, draft("first"))):  # type: ignore[misc]
            break
        points += 1
        with_stores(folder, draft("later"))
        assert with_stores(folder, readable) in {1, 2}
        shutil.rmtree(folder)
    assert points > 40


@pytest.mark.untraced
@pytest.mark.usefixtures("_unsynced")
def test_an_erasure_killed_at_any_call(tmp_path: Path) -> None:
    """From the erasing commit to the destroyed key, no kill leaves anything that looks like a lost key."""
    folder, _ = worked(tmp_path)

    async def erase(database: Database, keys: KeyStore) -> None:
        async with database.transaction() as transaction:
            cases = SqlCases(transaction, keys)
            found = await cases.get("second")
            if found is not None:
                await cases.erase(found)
        await DraftJobs(database, keys, cast("Any", None), cast("Any", None), cast("Any", None)).destroy_keys()

    points = 0
    while True:
        copy = tmp_path / str(points)
        shutil.copytree(folder, copy)
        if not killed(points + 1, lambda copy=copy: with_stores(copy, erase)):  # type: ignore[misc]
            break
        points += 1
        assert look(files_of(copy), beside_bot=True) == Found()
        with_stores(copy, erase)
        assert with_stores(copy, readable) == 1
        shutil.rmtree(copy)
    assert points > 20


def test_the_generation_is_named_in_the_commit_that_needs_it(tmp_path: Path) -> None:
    """A rolled-back transaction names nothing; the commit of a row sealed with a new key names that key."""

    async def work(database: Database, keys: KeyStore) -> None:
        named = "SELECT series, keys FROM key_generation"
        before = await database.read(named)
        await keys.ciphers([case_owner("x"), case_owner("y")])
        with pytest.raises(RuntimeError):
            async with database.transaction() as transaction:
                await SqlOfficers(transaction, keys).bind(Officer(5, KOKSHETAU, "Ким В."))
                raise RuntimeError
        async with database.transaction():
            pass
        with closing(sqlite3.connect(tmp_path / "data" / DATABASE)) as beside:
            assert beside.execute(named).fetchall() == before
            async with database.transaction() as transaction:
                await SqlOfficers(transaction, keys).bind(Officer(5, KOKSHETAU, "Ким В."))
            assert beside.execute(named).fetchall() == [(keys.generation.series, 3)]

    folder, _ = worked(tmp_path)
    with_stores(folder, work)


def test_the_check_key_alone_is_no_bot_that_has_worked(tmp_path: Path) -> None:
    """A first start that has made only the check key, and no database yet, continues."""
    folder = tmp_path / "data"
    with_stores(folder)
    remove(folder, DATABASE)
    (folder / HEADS).unlink()
    with closing(sqlite3.connect(folder / KEY_STORE)) as connection:
        assert connection.execute("SELECT count(*) FROM keys").fetchone() == (2,)
        assert connection.execute("SELECT owner FROM keys WHERE owner = ?", (CHECK,)).fetchone() == (CHECK,)
    with_stores(folder, draft("first"))
    assert with_stores(folder, readable) == 1
