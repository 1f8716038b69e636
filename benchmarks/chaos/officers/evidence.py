"""Collects evidence of officers' work from the database, its sealed values, the journal and the chats."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.chaos.evidence import quarantined
from benchmarks.chaos.officers.paths import ENDS
from benchmarks.chaos.officers.records import Entry, Evidence, Kind, Left, Plan, Shown
from benchmarks.chaos.papers import is_pdf_alone, sent_paper
from benchmarks.chaos.wording import ORIGIN
from bot.data_folder import DATABASE
from bot.resources import load_texts
from domain.applications.case import CaseState

if TYPE_CHECKING:
    from benchmarks.chaos.bots.job import Job
    from benchmarks.chaos.officers.phones import Officers
    from sandbox.world.journal import Call

INCOMING = re.compile(r"\d+-\d+/\d{4}-\d+")
CERTIFICATE = re.compile(r"№ (\d+/\d{4})")
ENDED = tuple((state, load_texts("ru").plain(f"work-state-{state}")) for state in (CaseState.ISSUED, CaseState.REFUSED))


def collect(officers: Officers, job: Job, set_aside: set[int]) -> Evidence:
    """Reads all evidence; no process may be running any more."""
    audit = json.loads(job.audit.read_text(encoding="utf-8"))
    with closing(sqlite3.connect(Path(job.folder) / DATABASE)) as database:

        def rows(sql: str) -> list[tuple[Any, ...]]:
            return database.execute(sql).fetchall()

        return Evidence(
            plans={number: _plan(officers, number) for number in officers.begun},
            left={number: _left(audit["left"][str(number)]) for number in officers.begun},
            sent=officers.sent,
            shown=[found for call in officers.world.journal.since(0) if (found := _shown(call))],
            ends=_ends(officers),
            registers={(book, office, year): last for book, office, year, last in rows("SELECT * FROM registers")},
            whole=audit["whole"],
            denials=rows("SELECT coalesce(sum(count), 0) FROM denials")[0][0],
            set_aside=frozenset(set_aside),
            remaining=len(quarantined(job.folder)),
            queued=rows("SELECT count(*) FROM outbox")[0][0],
            sound=rows("PRAGMA integrity_check") == [("ok",)],
        )


def _plan(officers: Officers, number: int) -> Plan:
    intake = officers.intake
    team = frozenset(each.person.user.id for each in officers.team(number % intake.offices))
    return Plan(officers.paths[number], intake.applicant(number), str(intake.office(number)), team)


def _left(told: dict[str, Any]) -> Left:
    return Left(**told | {"entries": tuple(Entry(*each) for each in told["entries"])})


def _ends(officers: Officers) -> list[tuple[int, str]]:
    """The final state of the messages on which a last act was tapped."""
    tapped = {(sent.chat, sent.message, sent.case) for sent in officers.sent.values() if sent.action in ENDS}
    found: list[tuple[int, str]] = []
    for chat, message, case in tapped:
        shown = officers.world.chats[chat].messages.get(message)
        text = str(shown.content.get("text", "")) if shown else ""
        named = INCOMING.search(text)
        state = next((state for state, words in ENDED if words in text.splitlines()), "")
        found.append((case, state if named and named.group() == officers.numbers[case] else ""))
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
    text = str(call.parameters.get("text", ""))
    found = INCOMING.search(text)
    certificate = CERTIFICATE.search(text)
    number = found.group() if found else certificate.group(1) if certificate else ""
    return Shown(int(update), Kind(origin[0]), int(part), call.chat_id, number, file, bytes_of)
