"""Nothing that officers type is stored in clear text: not in the data folder or the log, not after a kill."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from signal import SIGKILL

import pytest

from domain.staff.membership import Officer
from sandbox.server.server import running
from sandbox.world.faults import SERVER_ERROR, Fault
from sandbox.world.world import World
from tests.e2e.drivers.bureau import OFFICER, applicant, chat, prepare
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.invariants import SHOWING
from tests.e2e.drivers.process import BotProcess, bot_process
from tests.e2e.drivers.working import Applicant, AtWork
from tests.e2e.test_canary import forms
from tests.factories.folders import settings_of
from tests.factories.units import KOKSHETAU, MISSIONARY

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

OFFICER_NAME = "Канарейкина-Сотрудница К."
TEAM = (Officer(OFFICER, KOKSHETAU, OFFICER_NAME),)
TYPED = {
    "note": "пояснение-канарейка-6601 & <b>",
    "city": "город-канарейка-6602",
    "territory": "территория-канарейка-6603",
    "collector": "Получатель Канарейкин-Кенарь",
    "document": "удостоверение канарейка-6604",
    "power": "доверенность канарейка-6605",
    "reason": "причина-канарейка-6606 & <i>",
    "reason before": "причина-канарейка-6607, которую исправили",
    "for nothing": "причина-канарейка-6608, для которой поздно",
    "not a number": "номер-канарейка-6609",
}
EVERYTHING = (OFFICER_NAME, *TYPED.values())


def in_clear(folder: Path) -> list[str]:
    """Lists each canary found in a file, with the file's name."""
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    wanted = {each: set(forms(each)) for each in EVERYTHING}
    return [
        f"{canary} in {path.name}"
        for canary, written in wanted.items()
        for path, content in files.items()
        if any(form in content for form in written)
    ]


def shown_by(world: World) -> str:
    """Returns every text that the bot has sent, including those edited since."""
    texts = (str(each.parameters.get("text", "")) for each in world.journal.calls)
    return unescape("\n".join(texts))


async def issued(officer: AtWork, applicant: Applicant) -> None:
    """Takes a case to its end, typing everything that can be typed on the way."""
    await officer.asks_for(applicant, "invitation", TYPED["note"])
    await officer.does(applicant, "work-take-button")
    await officer.receives(applicant)
    await officer.approves(applicant, city=TYPED["city"], territory=TYPED["territory"])
    await officer.makes_ready(applicant)
    lines = (TYPED["collector"], TYPED["document"], TYPED["power"])
    await officer.issues_to_representative(applicant, *lines)


async def refused(process: BotProcess, officer: AtWork, applicant: Applicant) -> None:
    """Types a reason twice for a refusal that Telegram does not accept, so that it waits in the outbox."""
    await officer.does(applicant, "work-take-button")
    await officer.receives(applicant)
    await named(officer, applicant)
    for reason in (TYPED["reason before"], TYPED["reason"]):
        await officer.explains("identity", reason)
    process.world.faults.rules += [Fault(SERVER_ERROR, each) for each in sorted(SHOWING)]
    officer.chat.person.tap(text=officer.word("work-refused-button"))
    await eventually("taken", lambda: not process.world.updates.pending)
    assert process.rows("SELECT count(*) FROM outbox") != [(0,)]


async def named(officer: AtWork, applicant: Applicant) -> None:
    """Names the passport as defective."""
    await officer.does(applicant, "work-refuse-button")
    await officer.taps(officer.word("work-received-mark", item=officer.word("item-identity-button")))
    await officer.taps("defect-expired-button")


async def typed_for_nothing(officer: AtWork, applicant: Applicant) -> None:
    """Types texts that the bot rejects."""
    await officer.says(f"/case {TYPED['not a number']}")
    await officer.does(applicant, "work-take-button")
    await officer.receives(applicant)
    await named(officer, applicant)
    await officer.taps(officer.word("work-refuse-words-button", item=officer.word("item-identity-button")))
    await applicant.tap("case-withdraw-button")
    await applicant.chat.tap("withdraw-yes-button")
    assert TYPED["for nothing"] in (await officer.says(TYPED["for nothing"])).text


async def test_nothing_that_officers_type_stands_in_the_clear(tmp_path: Path) -> None:
    """Notes, corrections, collectors, documents, reasons and names stay sealed, while they wait and for good."""
    await prepare(settings_of(tmp_path / "data"), (MISSIONARY,) * 3, TEAM, {})
    world = World()
    async with running(world) as sandbox, bot_process(world, sandbox.url, tmp_path, LOG_LEVEL="DEBUG") as process:
        applicants, officer = [applicant(process, at, {}) for at in range(3)], AtWork(chat(process, OFFICER))
        for each in applicants:
            await each.file()
        await issued(officer, applicants[0])
        await typed_for_nothing(officer, applicants[1])
        assert in_clear(tmp_path) == []
        await officer.says("/journal")
        await officer.taps("work-journal-file-button")
        await refused(process, officer, applicants[2])
        assert in_clear(tmp_path) == []
        assert await process.end(SIGKILL) == -SIGKILL
        assert process.rows("SELECT state FROM cases ORDER BY number") == [("issued",), ("withdrawn",), ("refused",)]
        assert in_clear(tmp_path) == []
        world.faults.rules.clear()
        for tap in world.taps.values():
            tap.answered = True
        await process.start()
        await process.settle()
        assert [each for each in EVERYTHING if each not in shown_by(world)] == []
        assert in_clear(tmp_path) == []
