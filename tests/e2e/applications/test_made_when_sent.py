"""Files that were requested but not sent when the bot died are made by the next process as promised."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.world.faults import SERVER_ERROR, Fault
from tests.e2e.drivers.bureau import Bureau, bureau
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.invariants import SHOWING
from tests.e2e.drivers.working import Applicant
from tests.factories.units import MISSIONARY

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, MISSIONARY) as opened:
        yield opened


def documents(office: Bureau, applicant: Applicant) -> list[tuple[str, bytes]]:
    """Returns names and contents of the files in the applicant's chat, oldest first."""
    files = office.driven.world.files.by_id
    shown = [each.content["document"] for each in applicant.chat.seen() if "document" in each.content]
    return [(each["file_name"], files[each["file_id"]].upload.data) for each in shown]


async def test_killed_between_the_commit_and_the_file(office: Bureau) -> None:
    """Outbox rows only describe the stamped copy and the proof; the copy is byte for byte that of the day of filing."""
    applicant = await office.filed()
    (pdf, (name, receipt)) = documents(office, applicant)
    await applicant.opens()
    world = office.driven.world
    world.faults.rules += [Fault(SERVER_ERROR, each) for each in sorted(SHOWING)]
    applicant.chat.person.tap(text=applicant.chat.texts.plain("case-papers-button"))
    applicant.chat.person.say("/proof")
    await eventually("taken", lambda: not world.updates.pending)
    assert office.driven.waiting() == 3  # the PDF, the DOCX, the proof
    await office.driven.kill()
    ((longest,),) = office.driven.rows("SELECT max(length(sealed)) FROM outbox")
    assert longest < 1000 < len(receipt)
    world.faults.rules.clear()
    for tap in world.taps.values():
        tap.answered = True
    await office.driven.start()
    await office.driven.settle()
    *_, pdf_again, again, (proof, _) = documents(office, applicant)
    assert (pdf_again, again) == (pdf, (name, receipt))
    assert proof.startswith("istoriya-")
