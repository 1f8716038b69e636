"""What became of each filing: from the database as it was left, and from the chats as people see them."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos.drafts import FIRST_APPLICANT, FIRST_OFFICER, case_id, office
from bot.stores import DATABASE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Filing:
    """One tap on the button that files, and all that is known of it.

    `number` is what the database gave it, `receipts` the numbers on the documents in the applicant's chat,
    `last_seen` the text of the newest message there, `told` whether the office's officer heard of it.
    """

    number: str
    filed_events: int
    receipts: tuple[str, ...]
    last_seen: str
    told: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that was left."""

    filings: tuple[Filing, ...]
    registers: dict[tuple[str, str], int]  # office, year → the last number given
    queued: int = 0
    sound: bool = True


@dataclass(slots=True)
class Found:
    """How often what may not happen did."""

    filings: int = 0
    lost: int = 0
    doubled: int = 0
    gaps: int = 0
    undelivered: int = 0
    untold: int = 0
    stale: int = 0
    queued: int = 0
    unsound: int = 0
    by_year: Counter[str] = field(default_factory=Counter)

    @property
    def forbidden(self) -> int:
        """All of it together."""
        of_filings = self.lost + self.doubled + self.gaps + self.undelivered + self.untold + self.stale
        return of_filings + self.queued + self.unsound


def judge(evidence: Evidence) -> Found:
    """Hold every filing, and every register, against what must be."""
    found = Found(filings=len(evidence.filings), queued=evidence.queued, unsound=int(not evidence.sound))
    given: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for filing in evidence.filings:
        number = filing.number
        if not number:
            found.lost += 1
            continue
        found.doubled += filing.filed_events != 1
        found.undelivered += number not in filing.receipts
        found.stale += any(each != number for each in filing.receipts) or number not in filing.last_seen
        found.untold += not filing.told
        at, _, place = number.partition("/")
        year, _, serial = place.partition("-")
        given[at, year].append(int(serial))
        found.by_year[year] += 1
    for register, serials in given.items():
        found.doubled += len(serials) - len(set(serials))
        contiguous = sorted(set(serials)) == list(range(1, len(set(serials)) + 1))
        found.gaps += not (contiguous and evidence.registers.get(register) == len(serials))
    return found


def read(world: World, folder: str, filed: Iterable[int]) -> Evidence:
    """Collect the evidence; nothing may be running any more."""
    with closing(sqlite3.connect(Path(folder) / DATABASE)) as database:
        numbers = dict(database.execute("SELECT id, number FROM cases WHERE state = 'registered'").fetchall())
        events = dict(database.execute("SELECT case_id, count(*) FROM events WHERE kind = 'filed' GROUP BY case_id"))
        rows = database.execute("SELECT office, year, last FROM registers").fetchall()
        last = {(unit.replace("/", "-"), str(year)): number for unit, year, number in rows}
        ((queued,),) = database.execute("SELECT count(*) FROM outbox").fetchall()
        ((sound,),) = database.execute("PRAGMA integrity_check").fetchall()
    filings = tuple(_filing(world, each, numbers, events) for each in filed)
    return Evidence(filings, last, queued, sound == "ok")


def _filing(world: World, number: int, numbers: dict[str, str], events: dict[str, int]) -> Filing:
    case, unit = case_id(number), office(number)
    chat = world.chats[FIRST_APPLICANT + number]
    shown = [chat.messages[each].content for each in sorted(chat.messages)]
    names = [str(each["document"]["file_name"]) for each in shown if "document" in each]
    own = numbers.get(case, "")
    heard = world.chats[FIRST_OFFICER + (unit.number - 3)].messages.values()
    return Filing(
        number=own,
        filed_events=events.get(case, 0),
        receipts=tuple(_number(each) for each in names),
        last_seen=str(shown[-1].get("text", "")) if shown else "",
        told=bool(own) and any(f" {own}\n" in str(each.content.get("text", "")) for each in heard),
    )


def _number(file_name: str) -> str:
    """`zayavlenie-2-65-2026-17.docx` is of `2-65/2026-17`."""
    appendix, row, year, serial = file_name.removeprefix("zayavlenie-").removesuffix(".docx").split("-")
    return f"{appendix}-{row}/{year}-{serial}"
