"""Opens every complaint as its body would, remakes its slip or letter, and verifies the history."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
from contextlib import AsyncExitStack, redirect_stdout
from dataclasses import asdict, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks.chaos.audit import SHOWN_OF_HASH
from benchmarks.chaos.bots.ours import settings_of, warm_up
from benchmarks.chaos.complaints.paths import REOPEN, TEXT
from benchmarks.chaos.complaints.records import FURTHER, Entry, Left
from benchmarks.chaos.complaints.town import Town
from bot.cli import audit as audit_command
from bot.data_folder import open_papers, open_stores
from domain.calendar import day_of
from domain.complaints.complaint import ComplaintState
from storage.complaints import SqlComplaints
from storage.history.events import SqlHistory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.chaos.bots.job import Job
    from documents.factory import DocumentFactory
    from domain.complaints.complaint import Complaint
    from domain.history import Entry as ChainEntry


def audit(job: Job) -> None:
    """Writes what each complaint contains, and whether `python -m bot audit verify` finds the history intact."""
    settings = settings_of(job)

    async def read() -> tuple[dict[int, Left], int]:
        town, library, found = Town.of(job.complaints), warm_up(), dict[int, Left]()
        numbers = {town.id(number): number for number in range(job.complaints)}
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            papers = open_papers(settings, library)
            ids = await database.read("SELECT id, number FROM complaints")
            for complaint_id, column in ids:
                async with database.transaction() as transaction:
                    kept = SqlComplaints(transaction, keys)
                    complaint = await kept.get(complaint_id)
                    assert complaint
                    earlier = await kept.get(complaint.earlier) if complaint.earlier else None
                    entries = await SqlHistory(transaction, keys).entries(complaint)
                number = numbers.get(complaint.earlier or complaint_id, -1) + FURTHER * bool(complaint.earlier)
                made = _papers(complaint, earlier, papers)
                found[number] = _left(complaint, column or "", entries, made)
        return found, len(ids) - len(found)

    left, strangers = asyncio.run(read())
    with redirect_stdout(io.StringIO()) as told:
        whole = audit_command.verify(settings, None) == 0
    value = {"left": {number: asdict(each) for number, each in left.items()}, "strangers": strangers, "whole": whole}
    job.audit.write_text(json.dumps(value | {"told": told.getvalue()}), encoding="utf-8")


def _left(complaint: Complaint, column: str, entries: Sequence[ChainEntry], papers: dict[str, str]) -> Left:
    return Left(
        stage=complaint.stage,
        unit=str(complaint.unit),
        number=complaint.filed.number if complaint.filed else "",
        column=column,
        rating=complaint.rating,
        typed={
            TEXT: complaint.texts,
            "answer": tuple(each.text for each in complaint.answers),
            "extend": (complaint.extension.reason,) if complaint.extension else (),
            REOPEN: (complaint.reopened,),
        },
        entries=tuple(Entry(each.link.kind, each.link.seen, each.link.id) for each in entries),
        papers=papers,
    )


def _papers(complaint: Complaint, earlier: Complaint | None, papers: DocumentFactory) -> dict[str, str]:
    """The documents as first given: the slip with the original term."""
    made = [papers.complaint_letter(complaint, None, earlier, 0)] if complaint.stage is ComplaintState.LETTER else []
    if complaint.slip and complaint.filed and complaint.filed.term:
        days = complaint.filed.term.law.days
        first = replace(complaint.filed, due=day_of(complaint.filed.at) + timedelta(days=days))
        made.append(papers.slip(replace(complaint, filed=first, extension=None)))
    return {each.name: hashlib.sha256(each.content).hexdigest()[:SHOWN_OF_HASH] for each in made}
