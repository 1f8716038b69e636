"""Opens every case as its applicant would, and remakes some receipts, which must equal the delivered ones."""

from __future__ import annotations

import asyncio
import hashlib
import json
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from benchmarks.chaos.applications.drafts import under_two_editions
from benchmarks.chaos.bots.ours import settings_of, warm_up
from bot.data_folder import open_papers, open_stores
from storage.applications import SqlCases

if TYPE_CHECKING:
    from benchmarks.chaos.bots.job import Job

MADE_ANEW = 500  # receipts; each takes some milliseconds
SHOWN_OF_HASH = 16  # hexadecimal digits of SHA-256, as in the server's file ids


def audit(job: Job) -> None:
    """Writes the sealed number of each filed case, the hash of its receipt if it was remade, and its edition."""

    async def read() -> dict[str, tuple[str, str, str]]:
        settings, intake = settings_of(job), under_two_editions(job.drafts)
        found: dict[str, tuple[str, str, str]] = {}
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            papers = open_papers(settings, warm_up(job.editions))
            for number in range(intake.drafts):
                async with database.transaction() as transaction:
                    case = await SqlCases(transaction, keys).get(intake.case_id(number))
                if case is None or case.registration is None:
                    continue
                bytes_of = hashlib.sha256(papers.stamped(case).content).hexdigest() if number < MADE_ANEW else ""
                found[case.id] = case.registration.number, bytes_of[:SHOWN_OF_HASH], case.edition
        return found

    job.audit.write_text(json.dumps(asyncio.run(read())), encoding="utf-8")
