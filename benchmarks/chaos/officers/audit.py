"""Opens every case as its office would, remakes its documents, and verifies the history."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
from contextlib import AsyncExitStack, redirect_stdout
from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.chaos.audit import MADE_ANEW, SHOWN_OF_HASH
from benchmarks.chaos.bots.ours import settings_of, warm_up
from benchmarks.chaos.officers.office import intake_of
from benchmarks.chaos.officers.paths import DEFECT, MEND, MENDED, WORDS
from benchmarks.chaos.officers.records import Entry, Left
from bot.cli import audit as audit_command
from bot.data_folder import open_papers, open_stores
from storage.applications import SqlCases
from storage.history.events import SqlHistory

if TYPE_CHECKING:
    from benchmarks.chaos.bots.job import Job
    from documents.factory import DocumentFactory
    from domain.applications.case import Case
    from domain.history import Event


def audit(job: Job) -> None:
    """Writes what each case contains, and whether `python -m bot audit verify` finds the history intact."""
    settings = settings_of(job)

    async def read() -> dict[int, Left]:
        found: dict[int, Left] = {}
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            papers, intake = open_papers(settings, warm_up()), intake_of(job.cases)
            for number in range(job.cases):
                async with database.transaction() as transaction:
                    case = await SqlCases(transaction, keys).get(intake.case_id(number))
                    assert case
                    events = await SqlHistory(transaction, keys).events(case)
                found[number] = _left(case, events, _papers(case, papers, stamped=number < MADE_ANEW))
        return found

    left = {number: asdict(each) for number, each in asyncio.run(read()).items()}
    with redirect_stdout(io.StringIO()) as told:
        whole = audit_command.verify(settings, None) == 0
    job.audit.write_text(json.dumps({"left": left, "whole": whole, "told": told.getvalue()}), encoding="utf-8")


def _left(case: Case, events: list[Event], papers: dict[str, str]) -> Left:
    assert case.registration
    lines = case.certificate.lines if case.certificate else {}
    words = next(iter(case.refusal.words.values()), "") if case.refusal else ""
    typed = {
        "collector": case.handing.document if case.handing else "",
        WORDS: words,
        DEFECT: words,
        MEND: next((text for key, text in lines.items() if key in MENDED), ""),
    }
    return Left(
        state=case.state,
        number=case.registration.number,
        certificate=case.certificate.number if case.certificate else "",
        journal=case.handing.number if case.handing else "",
        typed=typed,
        entries=tuple(
            Entry(each.kind, each.seen, each.details.get("number") or each.details.get("entry", "")) for each in events
        ),
        papers=papers,
    )


def _papers(case: Case, papers: DocumentFactory, *, stamped: bool) -> dict[str, str]:
    made = [papers.stamped(case)] if stamped else []
    made += [papers.certificate(case)] if case.certificate else []
    made += [papers.refusal_letter(case)] if case.refusal else []
    return {each.name: hashlib.sha256(each.content).hexdigest()[:SHOWN_OF_HASH] for each in made}
