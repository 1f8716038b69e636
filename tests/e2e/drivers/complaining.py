"""People who complain, and the staff who handle complaints, in their chats with the real bot."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from tests.e2e.drivers.bureau import TEAM, Bureau, bureau
from tests.e2e.drivers.working import Applicant, AtWork
from tests.factories.units import AKIMAT, MISSIONARY

CLERK = 4_100_009
WITH_AKIMAT = (*TEAM, Officer(CLERK, AKIMAT, "Ли Б.", Role.REGISTRAR))
TEXT = "Сотрудник-канарейка не принял документы."


def opened(
    folder: Path,
    languages: dict[int, str] | None = None,
    **settings: Any,  # noqa: ANN401  # settings of any type
) -> AbstractAsyncContextManager[Bureau]:
    """Runs a bot with an office, its akimat, and one applicant who has not filed yet."""
    return bureau(folder, MISSIONARY, team=WITH_AKIMAT, languages=languages, **settings)


async def begins(town: Bureau, who: Applicant, unit: UnitId = AKIMAT, *, case: bool = True) -> None:
    """Goes as far as the question for the text."""
    if case:
        await who.tap("cmp-new-button")
    else:
        await who.chat.say("/complain")
        await who.chat.tap("cmp-new-button")
    seen = await who.chat.tap("cmp-kind-service-button")
    if not case:
        seen = await who.chat.tap("Акмолинская область")
        seen = await who.chat.tap("г. Кокшетау")
    await who.chat.press(next(data for _, data in seen.buttons if f".{unit}:" in data))
    assert town.driven.events.faults == []


async def files(town: Bureau, who: Applicant, unit: UnitId = AKIMAT) -> str:
    """Files a whole complaint, from a case, and returns its id."""
    await begins(town, who, unit=unit)
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    seen = await who.chat.tap("cmp-file-button")
    assert who.chat.texts.plain("cmp-filed", number="1/2026") in seen.text
    ((complaint_id,),) = town.driven.rows("SELECT id FROM complaints WHERE number IS NOT NULL AND stage = 'filed'")
    return str(complaint_id)


async def does(clerk: AtWork, command: str, *rest: str) -> None:
    """Sends a command about the first complaint, then taps buttons by id or types texts."""
    await clerk.says(f"/{command} 1/2026")
    for each in rest:
        await (clerk.taps(each) if clerk.chat.texts.knows(each) else clerk.says(each))


def kinds(town: Bureau) -> list[str | None]:
    return [row[0] for row in town.driven.rows("SELECT kind FROM uploads ORDER BY id")]


async def opens(town: Bureau, who: Applicant, complaint_id: str = "") -> None:
    found = complaint_id or town.driven.rows("SELECT id FROM complaints WHERE stage != 'draft'")[0][0]
    await who.chat.say("/complain")
    await who.chat.press(f"cmp:open:{found}:")
