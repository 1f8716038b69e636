"""A bot's data folder with its backups, and a new machine's folder to restore into."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import clock
from bot.__main__ import main
from bot.data_folder import MASTER_KEY, RESTORING, open_papers
from bot.resources import load_library
from domain.applications.case import Case
from domain.history import Event, EventKind
from services.applications.ports import Book
from storage.db.records import SqlRegister
from storage.history.events import SqlHistory
from tests.factories.cases import started
from tests.factories.folders import opened_stores, settings_of
from tests.factories.people import APPLICANT
from tests.factories.units import KOKSHETAU

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STAMP = "20261123T120000Z"


@dataclass
class Bot:
    """A data folder, the folder for its backups, and a new machine's folder with only the master key."""

    root: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    now: datetime = NOON
    backups: Path = field(init=False)
    old: Path = field(init=False)
    new: Path = field(init=False)

    def __post_init__(self) -> None:
        self.backups, self.old, self.new = (self.root / each for each in ("backups", "old", "new"))
        for each in (self.backups, self.old, self.new):
            each.mkdir()

    def work(self, numbers: int = 2, folder: Path | None = None, case_id: str = "draft1") -> list[int]:
        """Gives so many incoming numbers, each with an entry in the history, and returns them."""
        return asyncio.run(self._work(numbers, folder or self.old, replace(started(), id=case_id)))

    async def _work(self, numbers: int, folder: Path, case: Case) -> list[int]:
        settings = settings_of(folder)
        async with opened_stores(folder) as (database, keys):
            open_papers(settings, load_library(settings))
            given: list[int] = []
            for _ in range(numbers):
                async with database.transaction() as transaction:
                    given.append(await SqlRegister(transaction).next_number(Book.INCOMING, KOKSHETAU, self.now.year))
                    await SqlHistory(transaction, keys).append(case, Event(EventKind.FILED, self.now, APPLICANT))
            return given

    def does(self, folder: Path, *arguments: str | Path) -> tuple[int, str]:
        """Runs a command on this data folder; returns its exit code and both output streams."""
        self.monkeypatch.setenv("DATA_DIR", str(folder))
        code = main([str(each) for each in arguments])
        said = self.capsys.readouterr()
        return code, said.out + said.err

    def backup(self) -> tuple[Path, Path]:
        """Takes a backup one second after the previous one."""
        self.now += timedelta(seconds=1)
        code, said = self.does(self.old, "backup", self.backups)
        assert code == 0, said
        data, keys = (Path(line.split("  ")[0]) for line in said.splitlines()[:2])
        return data, keys

    def restore(self, *arguments: str | Path) -> tuple[int, str]:
        return self.does(self.new, "restore", *arguments)

    def verify(self, folder: Path) -> tuple[int, str]:
        return self.does(folder, "audit", "verify")

    def refused(self, *arguments: str | Path) -> str:
        """Returns the reason of a refusal, after checking that the new machine's folder is unchanged."""
        before = names(self.new)
        code, said = self.restore(*arguments)
        assert code in {1, 2}
        assert names(self.new) - {"lock"} == before - {"lock"}
        assert "Traceback" not in said
        return said


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def people_events(folder: Path) -> list[Event]:
    async def read() -> list[Event]:
        async with opened_stores(folder) as (database, keys), database.transaction() as transaction:
            return await SqlHistory(transaction, keys).list_about_people()

    return asyncio.run(read())


@contextmanager
def a_bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Bot]:
    """A bot that has given two numbers."""
    made = Bot(tmp_path, monkeypatch, capsys)
    monkeypatch.setattr(clock, "now", lambda: made.now)
    monkeypatch.delenv("MASTER_KEY", raising=False)
    made.work()
    shutil.copy(made.old / MASTER_KEY, made.new / MASTER_KEY)
    yield made
    assert not (made.new / RESTORING).exists()
