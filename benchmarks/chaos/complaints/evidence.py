"""Collects evidence of complaints from the database, its sealed values, the journal and the chats."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.chaos.complaints.paths import BEST
from benchmarks.chaos.complaints.records import FURTHER, Entry, Evidence, Left, Plan
from benchmarks.chaos.evidence import quarantined
from benchmarks.chaos.officers.records import Kind, Shown
from benchmarks.chaos.papers import is_pdf_alone, sent_paper
from benchmarks.chaos.wording import ORIGIN
from bot.data_folder import DATABASE
from bot.resources import load_texts
from services.applications.ports import Book

if TYPE_CHECKING:
    from benchmarks.chaos.bots.job import Job
    from benchmarks.chaos.complaints.people import People
    from sandbox.world.journal import Call

NUMBER = re.compile(r"№ (\d+/\d{4})")
RATED = load_texts("ru").plain("cmp-rated", rating=BEST)


def collect(people: People, job: Job, set_aside: set[int]) -> Evidence:
    """Reads all evidence; no process may be running any more."""
    audit = json.loads(job.audit.read_text(encoding="utf-8"))
    opened = {each.case % FURTHER for each in people.sent.values()}
    left = {int(number): _left(each) for number, each in audit["left"].items() if int(number) % FURTHER in opened}
    with closing(sqlite3.connect(Path(job.folder) / DATABASE)) as database:

        def rows(sql: str) -> list[tuple[Any, ...]]:
            return database.execute(sql).fetchall()

        registers = rows(f"SELECT office, year, last FROM registers WHERE book = '{Book.COMPLAINTS}'")  # noqa: S608  # a constant
        return Evidence(
            plans={number: _plan(people, number) for number in opened},
            left=left,
            sent=people.sent,
            shown=[found for call in people.world.journal.since(0) if (found := _shown(call))],
            ends=_ends(people, left),
            registers={(office, year): last for office, year, last in registers},
            strangers=audit["strangers"],
            whole=audit["whole"],
            denials=rows("SELECT coalesce(sum(count), 0) FROM denials")[0][0],
            set_aside=frozenset(set_aside),
            remaining=len(quarantined(job.folder)),
            queued=rows("SELECT count(*) FROM outbox")[0][0],
            sound=rows("PRAGMA integrity_check") == [("ok",)],
        )


def _plan(people: People, number: int) -> Plan:
    town = people.town
    return Plan(town.path(number), town.author(number), str(town.body(number)), str(town.above(number)))


def _left(told: dict[str, Any]) -> Left:
    typed = {after: tuple(lines) for after, lines in told["typed"].items()}
    return Left(**told | {"typed": typed, "entries": tuple(Entry(*each) for each in told["entries"])})


def _ends(people: People, left: dict[int, Left]) -> list[tuple[int, bool]]:
    """The final state of the messages with the last tap: a rating, or the filing of an appeal."""
    ended = {
        (sent.chat, sent.message, sent.case, sent.action)
        for sent in people.sent.values()
        if sent.action == "rate" or (sent.action == "file" and sent.case >= FURTHER)
    }
    found: list[tuple[int, bool]] = []
    for chat, message, number, action in ended:
        shown = people.world.chats[chat].messages.get(message)
        text = str(shown.content.get("text", "")) if shown else ""
        right = number in left and left[number].number in NUMBER.findall(text)
        found.append((number, right and (action == "file" or RATED in text)))
    return found


def _shown(call: Call) -> Shown | None:
    """What a call showed, and because of what; None if it showed nothing about an act."""
    origin = str(call.parameters.get(ORIGIN, ""))
    if origin[:1] not in set(Kind) or call.chat_id is None or call.answer is None:
        return None
    if not call.answer["ok"] and "message is not modified" not in call.answer["description"]:
        return None
    update, _, part = origin[1:].partition(".")
    file = bytes_of = ""
    if is_pdf_alone(call):
        return None
    if document := sent_paper(call):
        file, bytes_of = document["file_name"], document["file_unique_id"]
    number = NUMBER.search(str(call.parameters.get("text", "")))
    return Shown(
        int(update), Kind(origin[0]), int(part), call.chat_id, number.group(1) if number else "", file, bytes_of
    )
