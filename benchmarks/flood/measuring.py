"""`python -m benchmarks flood`: each flood on the real process, and a restart with the resulting backlog."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.flood.kinds import FIRST_STRANGER, FLOODS
from benchmarks.flood.latency import Others, Waits
from benchmarks.flood.people import Phone
from benchmarks.flood.prepared import fill_outbox, prepare
from benchmarks.flood.running import Bot, NotStarted, bot_in
from benchmarks.flood.telegram import Telegram, serving
from benchmarks.measure import Figure
from bot.data_folder import DATABASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.flood.kinds import Flood
    from benchmarks.spine.workload import Payload

FIRST_FLOODER = 5_000_001
TIMES_IDLE = 5  # upper limit of another person's p99
MOST_MEGABYTES = 256


@dataclass(frozen=True, slots=True)
class Scale:
    """The size of the measurement, full or a quick look.

    Attributes:
        floods: those to measure.
        share: of a flood's requests.
        questions: by other people, idle and during a flood.
        pace: of the questions, a second.
        others: how many people ask.
        patience: seconds to wait for their answers.
        rows: of the prepared outbox; 0 for none.
        settings: of the bot, in addition to its own.
        apart: whether each flood gets its own folder and process.
    """

    floods: tuple[Flood, ...] = FLOODS
    share: float = 1.0
    questions: int = 200
    pace: float = 10.0
    others: int = 100
    patience: float = 60.0
    rows: int = 100_000
    settings: Mapping[str, str] = field(default_factory=dict)
    apart: bool = True


@dataclass(frozen=True, slots=True)
class Flooded:
    """How long a flood lasted, and its results."""

    seconds: float
    requests: int
    shown: int
    acknowledged: int


def run(scale: Scale | None = None) -> list[Figure]:
    """Measures every flood and the prepared outbox."""
    return asyncio.run(_run(scale or Scale()))


async def _run(scale: Scale) -> list[Figure]:
    figures: list[Figure] = []
    together = [[each] for each in scale.floods] if scale.apart else [list(scale.floods)]
    for floods in filter(None, together):
        async with serving() as telegram:
            with TemporaryDirectory(prefix="tirkeu-flood-") as folder:
                figures += await _floods(scale, telegram, Path(folder), floods)
    if not scale.rows:
        return figures
    async with serving() as telegram:
        with TemporaryDirectory(prefix="tirkeu-flood-") as folder:
            await fill_outbox(Path(folder), FIRST_FLOODER, scale.rows)
            name = f"an outbox of {scale.rows:,} rows of one chat"
            figures.append(await _restart(name, Bot(telegram, Path(folder), scale.settings), _others(scale, telegram)))
    return figures


async def _floods(scale: Scale, telegram: Telegram, folder: Path, floods: list[Flood]) -> list[Figure]:
    figures: list[Figure] = []
    flooders = [Phone(telegram, FIRST_FLOODER + number) for number in range(len(floods))]
    await prepare(folder, [each.user_id for each in flooders])
    admins = {"ADMIN_IDS": ",".join(str(each.user_id) for each in flooders)}
    others = _others(scale, telegram)
    async with bot_in(telegram, folder, admins | dict(scale.settings)) as bot:
        await others.meet()
        for flood, phone in zip(floods, flooders, strict=True):
            requests = await flood.begin(phone)
            idle = await others.ask(scale.questions)
            waits, flooded = await _beside(flood, scale, others, phone, requests)
            figures.append(_figure(flood, idle, waits, flooded, bot))
        await bot.kill()
        names = ", ".join(each.name for each in floods)
        figures.append(await _restart(names, bot, others))
    return figures


def _others(scale: Scale, telegram: Telegram) -> Others:
    return Others(telegram, scale.others, scale.pace, scale.patience)


async def _beside(
    flood: Flood, scale: Scale, others: Others, phone: Phone, requests: Iterator[Payload]
) -> tuple[Waits, Flooded]:
    """Measures how long others wait during a flood, which lasts as long as they ask."""
    telegram = phone.telegram
    before, acknowledged = _shown(phone), telegram.acknowledged
    flooding = asyncio.create_task(_send(flood, max(1, int(flood.most * scale.share)), telegram, requests))
    asking = asyncio.create_task(others.ask(scale.questions))
    seconds, sent = await flooding
    waits = await asking
    return waits, Flooded(seconds, sent, _shown(phone) - before, telegram.acknowledged - acknowledged)


def _shown(phone: Phone) -> int:
    """What was shown to whoever floods: one person, or the strangers."""
    return sum(times for chat, times in phone.telegram.shown.items() if chat == phone.user_id or chat >= FIRST_STRANGER)


async def _send(flood: Flood, most: int, telegram: Telegram, requests: Iterator[Payload]) -> tuple[float, int]:
    began = perf_counter()
    for number in range(most):
        await asyncio.sleep(max(0.0, began + number / flood.rate - perf_counter()))
        telegram.deliver(next(requests))
    return perf_counter() - began, most


def _figure(flood: Flood, idle: Waits, waits: Waits, flooded: Flooded, bot: Bot) -> Figure:
    note = (
        f"p99 of others {waits} against {idle} idle; {flooded.requests:,} requests in {flooded.seconds:.0f} s,"
        f" {flooded.shown:,} replies by the last answer to others, {flooded.acknowledged:,} taps acknowledged;"
        f" peak {bot.peak():.0f} MB"
    )
    return Figure(
        f"flood: {flood.name}: {TIMES_IDLE} x idle p99 / another person's",
        TIMES_IDLE * idle.p99 / waits.p99,
        1,
        "times",
        note,
    )


async def _restart(name: str, bot: Bot, others: Others) -> Figure:
    """Restarts the bot with its backlog, and has everybody ask once."""
    waiting, undelivered = _waiting(bot.folder), bot.telegram.undelivered
    backlog = f"{waiting:,} rows of the outbox, {undelivered:,} updates waiting"
    try:
        seconds = await bot.start()
        waits = await others.ask(others.people)
        peak = bot.peak()
    except (NotStarted, OSError) as error:
        return Figure(f"restart after {name}: {MOST_MEGABYTES} MB / peak", 0, 1, "times", f"{error}; {backlog}")
    finally:
        await bot.kill()
    note = f"{peak:.0f} MB, first poll after {seconds:.1f} s, then p99 of others {waits}; {backlog}"
    return Figure(f"restart after {name}: {MOST_MEGABYTES} MB / peak", MOST_MEGABYTES / peak, 1, "times", note)


def _waiting(folder: Path) -> int:
    with closing(sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)) as connection:
        rows: int = connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
        return rows
