"""Collects evidence of filings from the database, its sealed values, the journal and the chats."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.chaos.applications.drafts import YEARS
from benchmarks.chaos.applications.records import Evidence, Filing, Kind, Shown
from benchmarks.chaos.evidence import quarantined
from benchmarks.chaos.papers import sent_paper
from benchmarks.chaos.wording import ORIGIN
from bot.data_folder import DATABASE

if TYPE_CHECKING:
    from benchmarks.chaos.applications.filers import Filers
    from benchmarks.chaos.bots.job import Job
    from sandbox.world.journal import Call

REGISTERS = (  # by the code of the office, as numbers name it
    "SELECT was, year, last FROM registers JOIN unit_aliases ON unit_aliases.unit = office WHERE book = 'incoming'"
)
NUMBER = re.compile(r"\d+-\d+/\d{4}-\d+")
NOT_FILED = ("", "", "")  # number, hash of the receipt, edition
RECEIPT = re.compile(r"zayavlenie-(\d+-\d+)-(\d{4}-\d+)\.docx")


def collect(filers: Filers, job: Job, set_aside: set[int]) -> Evidence:
    """Reads all evidence; no process may be running any more."""
    intake = filers.intake
    drafts = {intake.case_id(number): number for number in set(filers.taps.values())}
    audit = json.loads(job.audit.read_text(encoding="utf-8"))
    with closing(sqlite3.connect(Path(job.folder) / DATABASE)) as database:

        def rows(sql: str) -> list[tuple[Any, ...]]:
            return database.execute(sql).fetchall()

        numbers = dict(rows("SELECT id, number FROM cases WHERE number IS NOT NULL AND state = 'registered'"))
        return Evidence(
            filings={
                draft: Filing(
                    applicant=intake.applicant(draft),
                    officer=intake.officer(draft),
                    office=intake.code(draft),
                    number=numbers.get(case, ""),
                    sealed_number=audit.get(case, NOT_FILED)[0],
                    page=_page(filers, draft),
                    bytes_of=audit.get(case, NOT_FILED)[1],
                    edition=audit.get(case, NOT_FILED)[2],
                    begun_under=intake.edition(draft) if case in audit else "",
                )
                for case, draft in drafts.items()
            },
            taps=filers.taps,
            history=[drafts[case] for (case,) in rows("SELECT case_id FROM events WHERE kind = 'filed' ORDER BY id")],
            registers={(code, year): last for code, year, last in rows(REGISTERS)},
            shown=[found for call in filers.world.journal.since(0) if (found := _shown(call, filers.taps))],
            years=() if filers.waiting else YEARS,
            set_aside=frozenset(set_aside),
            left=len(quarantined(job.folder)),
            queued=rows("SELECT count(*) FROM outbox")[0][0],
            sound=rows("PRAGMA integrity_check") == [("ok",)],
        )


def _page(filers: Filers, draft: int) -> str:
    message = filers.world.chats[filers.intake.applicant(draft)].messages[filers.pages[draft]]
    return _named(str(message.content["text"]))


def _named(text: str) -> str:
    found = NUMBER.search(text)
    return found.group() if found else ""


def _shown(call: Call, taps: dict[int, int]) -> Shown | None:
    """What a call showed, and for which draft; None if it showed nothing."""
    origin = str(call.parameters.get(ORIGIN, ""))
    if origin[:1] not in {"u", "n"} or call.chat_id is None or call.answer is None:
        return None
    if not call.answer["ok"] and "message is not modified" not in call.answer["description"]:
        return None
    draft = taps[int(origin[1:].partition(".")[0])]
    document = sent_paper(call)
    if document is None:
        kind = Kind.NOTICE if origin.startswith("n") else Kind.PAGE
        return Shown(origin, draft, call.chat_id, kind, _named(str(call.parameters["text"])))
    named = RECEIPT.fullmatch(document["file_name"])
    number = "/".join(named.groups()) if named else ""
    return Shown(origin, draft, call.chat_id, Kind.RECEIPT, number, document["file_unique_id"])
