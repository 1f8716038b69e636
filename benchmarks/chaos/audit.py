"""Opens every case as its applicant would see it, and makes some receipts anew: what was delivered must be the same."""

from __future__ import annotations

import asyncio
import hashlib
import json
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from benchmarks.chaos.applications.drafts import Intake
from benchmarks.chaos.bots.ours import settings_of, warm_up
from bot.data_folder import open_papers, open_stores
from storage.applications import SqlCases

if TYPE_CHECKING:
    from benchmarks.chaos.bots.job import Job

MADE_ANEW = 500  # receipts; each takes some milliseconds
SHOWN_OF_HASH = 16  # hexadecimal digits of SHA-256, as the server names the bytes of a file


def audit(job: Job) -> None:
    """Write down the sealed number of each filed case, and the hash of its receipt where one was made anew."""

    async def read() -> dict[str, tuple[str, str]]:
        settings, intake = settings_of(job), Intake(job.drafts)
        found: dict[str, tuple[str, str]] = {}
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            papers = open_papers(settings, warm_up())
            for number in range(intake.drafts):
                async with database.transaction() as transaction:
                    case = await SqlCases(transaction, keys).get(intake.case_id(number))
                if case is None or case.registration is None:
                    continue
                bytes_of = hashlib.sha256(papers.stamped(case).content).hexdigest() if number < MADE_ANEW else ""
                found[case.id] = case.registration.number, bytes_of[:SHOWN_OF_HASH]
        return found

    job.audit.write_text(json.dumps(asyncio.run(read())), encoding="utf-8")
