"""A bot that is stopped on a full disk ends in order, and its next start delivers nothing again."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.spare_marks import SIZE, SpareMarks
from domain.conversation import Moment
from sandbox.people.person import Person
from sandbox.world.world import World
from storage.db.engine import StorageFault
from storage.messaging.outbox import Delivered
from storage.sqlite.connection import SqliteConnection
from tests.e2e.drivers.driving import bot, eventually

MARKS = [Delivered("u1.0", 5, Moment(7, 1_700_000_000)), Delivered("f2", -6)]


def spare(folder: Path) -> SpareMarks:
    made = SpareMarks(folder / "marks.spare")
    made.prepare()
    return made


def test_marks_are_read_as_written(tmp_path: Path) -> None:
    """Whatever was written before; and when they are taken over, nothing is left of them."""
    file = spare(tmp_path)
    assert file.read() == []
    assert file.write(MARKS * 9) == 18
    assert file.write(MARKS) == 2
    assert SpareMarks(tmp_path / "marks.spare").read() == MARKS
    file.write([])
    assert file.read() == []
    assert (tmp_path / "marks.spare").read_bytes() == bytes(SIZE)


def test_no_more_than_there_is_room_for(tmp_path: Path) -> None:
    """The file never grows, and is nobody else's to read."""
    file = spare(tmp_path)
    kept = file.write(MARKS * 5000)
    assert 500 < kept < 10_000
    assert len(file.read()) == kept
    assert (tmp_path / "marks.spare").stat().st_size == SIZE
    assert (tmp_path / "marks.spare").stat().st_mode & 0o077 == 0


def test_half_written_marks_are_none(tmp_path: Path) -> None:
    """A machine that fails meanwhile leaves nothing that would be taken for a mark."""
    file = spare(tmp_path)
    file.write(MARKS)
    content = bytearray((tmp_path / "marks.spare").read_bytes())
    content[40] ^= 1
    (tmp_path / "marks.spare").write_bytes(content)
    assert file.read() == []


@pytest.mark.parametrize("room", [True, False], ids=["room", "read-only"])
async def test_a_stop_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, room: bool) -> None:
    """It ends without a fault; what was delivered is not delivered again where the marks could be kept."""
    world = World()
    aigul = Person.meet(world, 5)
    async with bot(tmp_path, world) as driven:
        run_all = SqliteConnection.run_all

        async def full(connection: SqliteConnection, statements: Any) -> Any:  # noqa: ANN401
            if any(each.sql.startswith("DELETE FROM outbox WHERE origin") for each in statements):
                raise StorageFault("SQLITE_FULL")
            return await run_all(connection, statements)

        def read_only(*_arguments: Any) -> int:  # noqa: ANN401
            raise OSError(errno.EROFS, "Read-only file system")

        with monkeypatch.context() as disk:
            disk.setattr(SqliteConnection, "run_all", full)
            if not room:
                disk.setattr(SpareMarks, "write", read_only)
            aigul.start()
            await eventually("answered", lambda: len(received(aigul)) == 1)
            await driven.stop()
        ((_, told),) = driven.events.named("marks-not-written")
        assert (told["kept"], told["lost"]) == ((1, 0) if room else (0, 1))
        assert driven.events.said[-1][0] == "stopped"
        await driven.start()
        await eventually("settled", lambda: not driven.rows("SELECT 1 FROM outbox"))
        assert len(received(aigul)) == (1 if room else 2)


def received(person: Person) -> list[int]:
    return [number for number, message in person.chat.messages.items() if message.sender["is_bot"]]
