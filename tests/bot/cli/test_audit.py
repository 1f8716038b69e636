"""`audit` on the command line confirms an intact history or names its first bad entry, and lists denials."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.cli.audit import describe_finding
from bot.data_folder import DATABASE, HEADS, KEY_STORE, MASTER_KEY
from bot.process import only_instance
from dialogs.ui.texts import Texts
from domain.history import Event, EventKind
from storage.db.keys import person
from storage.history.chain_walk import Bad, Fault
from storage.history.events import SqlDenials, SqlHistory
from tests.factories.cases import started
from tests.factories.faults import in_english
from tests.factories.folders import opened_stores
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The commands' data folder, with three events and two denials."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    asyncio.run(_fill(tmp_path))
    return tmp_path


async def _fill(folder: Path) -> None:
    async with opened_stores(folder) as (database, keys):
        async with database.transaction() as transaction:
            for kind in (EventKind.FILED, EventKind.COMING, EventKind.WITHDRAWN):
                await SqlHistory(transaction, keys).append(started(), Event(kind, NOW, APPLICANT))
            await SqlDenials(transaction, keys).deny(5, "approve", "2-3/2026-1", NOW)
            for later in (0, 7):
                await SqlDenials(transaction, keys).deny(6, "see", "что-то", NOW + timedelta(seconds=later))
        await keys.destroy(person(6))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["audit", *arguments])
    return code, capsys.readouterr().out


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute(statement)


def test_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It exits with 0 and prints the number of entries, even beside a running bot: nothing is written."""
    assert told(capsys, "verify") == (0, "3 entries, all whole\n")
    with only_instance(folder):
        assert told(capsys, "verify") == (0, "3 entries, all whole\n")


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("UPDATE events SET at = at + 1 WHERE id = 2", "entry 2 was changed: its hash does not fit it"),
        ("DELETE FROM events WHERE id = 2", "entry 2 is missing"),
        ("DELETE FROM events WHERE id = 3", "entry 3 is missing: the end of the history was cut"),
        ("DELETE FROM events", "entry 1 is missing: the end of the history was cut"),
        ("UPDATE events SET actor = 1 WHERE id = 1", "entry 1 names another person than it was written with"),
    ],
)
def test_the_first_bad_entry_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], statement: str, line: str
) -> None:
    """It exits with 1 and prints one line."""
    change(folder, statement)
    assert told(capsys, "verify") == (1, f"{line}\n")


def test_without_the_heads(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A history without its heads is not called intact."""
    (folder / HEADS).unlink()
    assert told(capsys, "verify") == (1, f"{in_english(describe_finding(Bad(3, Fault.HEADS_LOST)))}\n")


def test_every_fault_has_its_words(texts: Texts) -> None:
    """No fault is reported as a bare code."""
    assert all(texts.knows(describe_finding(Bad(1, each)).reason) for each in Fault)


def test_a_proof(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A proof issued earlier is compared with the history; anything that is not a proof is named as such."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        rows = connection.execute("SELECT id, hash FROM events").fetchall()
    entries = [{"id": number, "hash": each} for number, each in rows]
    proof = tmp_path / "proof.json"
    proof.write_text(json.dumps({"entries": entries, "head": entries[-1]}))
    assert told(capsys, "verify", "--proof", str(proof)) == (0, "3 entries, all whole\n")
    entries[1]["hash"] = "0" * 64
    proof.write_text(json.dumps({"entries": entries, "head": entries[-1]}))
    assert told(capsys, "verify", "--proof", str(proof)) == (1, "entry 2 is not the one that the proof holds\n")
    for wrong in ("", "[]", '{"entries": [1], "head": 2}'):
        proof.write_text(wrong)
        assert main(["audit", "verify", "--proof", str(proof)]) == 2
        assert "is no proof" in capsys.readouterr().err
    assert main(["audit", "verify", "--proof", str(tmp_path / "nowhere")]) == 2


def test_denials(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each, oldest first; what an erased person asked for stays erased."""
    assert folder.exists()
    when, again = f"{NOW:%Y-%m-%d %H:%M:%S}", f"{NOW + timedelta(seconds=7):%H:%M:%S}"
    first, second = f"1  5  approve  {when}  2-3/2026-1\n", f"2  6  see  {when}  (erased)  ×2  {again}\n"
    assert told(capsys, "denials") == (0, f"{first}{second}")


def test_a_cut_is_told_at_the_start(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The event names the entry expected and the entry found, and the bot continues."""
    change(folder, "DELETE FROM events WHERE id > 1")

    async def start() -> None:
        async with opened_stores(folder):
            pass

    asyncio.run(start())
    (said,) = [each for each in caplog.records if each.getMessage() == "history-cut"]
    assert said.__dict__["fields"] == {"expected": 3, "found": 1}
    caplog.clear()
    asyncio.run(start())
    assert "history-cut" not in caplog.messages


def test_another_or_no_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No data, another master key or a file that is not a database: one line, exit code 2, and nothing is created."""
    (folder / MASTER_KEY).write_bytes(b"A" * 43 + b"=")
    assert main(["audit", "verify"]) == 2
    assert capsys.readouterr().err.startswith("MASTER_KEY: does not open")
    (folder / MASTER_KEY).write_bytes(b"short")
    assert main(["audit", "verify"]) == 2
    assert capsys.readouterr().err.startswith("MASTER_KEY: ")
    (folder / MASTER_KEY).unlink()
    assert main(["audit", "verify"]) == 2
    assert not (folder / MASTER_KEY).exists()
    monkeypatch.setenv("MASTER_KEY", "A" * 43 + "=")
    (folder / KEY_STORE).write_bytes(b"no database" * 1000)
    assert main(["audit", "verify"]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("DATA_DIR: ")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "empty"))
    assert main(["audit", "denials"]) == 2
    assert "holds no bot's data" in capsys.readouterr().err
    assert not (tmp_path / "empty").exists()
