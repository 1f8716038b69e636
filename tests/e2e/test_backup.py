"""Backups of a running bot, taken while people apply: each restores to an intact bot that repeats no number."""

from __future__ import annotations

import asyncio
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL

import pytest

from bot.__main__ import main
from bot.data_folder import HEADS, MASTER_KEY
from sandbox.people.person import Person
from sandbox.server.server import running
from sandbox.world.world import World
from tests.e2e.drivers.applying import OFFICER, Applying, connect
from tests.e2e.drivers.chatting import Watched, acquaintance
from tests.e2e.drivers.driving import rows
from tests.e2e.drivers.process import BotProcess, bot_process
from tests.factories.folders import settings_of

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

BACKUPS = 3
APPLICANTS = 8  # apply while a backup is taken
LAST = "SELECT book, office, year, last FROM registers"
NUMBERS = "SELECT number FROM cases WHERE number IS NOT NULL"


@dataclass
class Machines:
    """The lost machine's folder, its backups, and a new machine for each of them."""

    root: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    backups: list[tuple[Path, Path]] = field(default_factory=list)

    @property
    def lost(self) -> Path:
        return self.root / "data"

    def new(self, number: int) -> Path:
        """Returns the data folder of a new machine, which has nothing but the master key."""
        folder = self.root / f"new{number}" / "data"
        if not folder.exists():
            folder.mkdir(parents=True)
            shutil.copy(self.lost / MASTER_KEY, folder / MASTER_KEY)
        return folder

    def does(self, folder: Path, *arguments: str | Path) -> tuple[int, str]:
        self.monkeypatch.setenv("DATA_DIR", str(folder))
        self.monkeypatch.setenv("LANGUAGE", "en")
        code = main([str(each) for each in arguments])
        said = self.capsys.readouterr()
        return code, said.out + said.err

    async def back_up(self, process: BotProcess) -> None:
        """Takes a backup from a separate process, as a timer would."""
        folder = self.root / f"backup{len(self.backups)}"
        folder.mkdir()  # nobody waits for it
        running_command = await process.command("backup", str(folder))
        assert await running_command.wait() == 0, process.stderr.read_text()
        data, keys = sorted(folder.iterdir())
        self.backups.append((data, keys))

    def restore(self, number: int) -> int:
        """Restores to a new machine, skipping the numbers that may have been given since; returns the lost entries."""
        data, keys = self.backups[number]
        given = ("restore", data, keys, "--heads", self.lost / HEADS)
        code, said = self.does(self.new(number), *given)
        missing = re.search(r"(\d+) entr(?:y|ies) of the history came after", said)
        if missing is None:
            assert code == 0, said
            return 0
        assert code == 1
        assert self.does(self.new(number), *given, "--skip", missing[1])[0] == 0
        return int(missing[1])


async def apply_on_and_on(bot: Watched, stop: asyncio.Event) -> None:
    """Files one application after another, from the first greeting to the receipt, until stopped."""
    for _ in range(APPLICANTS):
        if not stop.is_set():
            await Applying(await acquaintance(bot)).whole()


async def test_backup_and_restore(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the machine is lost, every backup passes the audit and gives only numbers never given before."""
    await connect(settings_of(tmp_path / "data"))
    machines, world = Machines(tmp_path, monkeypatch, capsys), World()
    Person.meet(world, OFFICER).chat  # noqa: B018  # the first look opens it
    async with running(world) as sandbox:
        async with bot_process(world, sandbox.url, tmp_path) as process:
            await Applying(await acquaintance(process)).whole()
            for _ in range(BACKUPS):
                stop = asyncio.Event()
                applying = asyncio.create_task(apply_on_and_on(process, stop))
                await machines.back_up(process)
                stop.set()
                await applying
            await Applying(await acquaintance(process)).whole()
            await process.end(SIGKILL)
        given = {row[0] for row in rows(machines.lost, NUMBERS)}
        lasts = {row[:3]: row[3] for row in rows(machines.lost, LAST)}
        lost = [await asyncio.to_thread(machines.restore, number) for number in range(BACKUPS)]
        assert lost == sorted(lost, reverse=True)
        assert lost[0] > 0
        for number in range(BACKUPS):
            new = machines.new(number)
            code, said = await asyncio.to_thread(machines.does, new, "audit", "verify")
            assert (code, said.partition(",")[2]) == (0, " all whole\n")
            restored = {row[:3]: row[3] for row in rows(new, LAST)}
            assert all(restored[each] >= lasts[each] for each in lasts)
            assert {row[0] for row in rows(new, NUMBERS)} < given
        async with bot_process(world, sandbox.url, machines.new(0).parent) as again:
            await Applying(await acquaintance(again)).whole()
            fresh = {row[0] for row in again.rows(NUMBERS)} - given
            assert len(fresh) == 1
            assert again.said("history-cut") == []
    ((entries,),) = rows(machines.new(0), "SELECT count(*) FROM events")
    assert machines.does(machines.new(0), "audit", "verify") == (0, f"{entries} entries, all whole\n")
