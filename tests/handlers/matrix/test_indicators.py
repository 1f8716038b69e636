"""Every command and button of the indicators, used by everybody for every place: only what the table allows works."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path

import pytest
import pytest_asyncio

from dialogs.ui.callback_data import CaseworkCallback, IndicatorCallback
from dialogs.ui.texts import Texts
from domain.staff.membership import Role
from tests.factories.people import HEAD, OFFICER, REGISTRAR, officer_of, team
from tests.factories.units import DEPARTMENT, EDITION, KOKSHETAU, NEIGHBOUR, REGION_AKIMAT, unit_id
from tests.handlers.actions import buttons
from tests.handlers.front_door import Answer, FrontDoor, front_door

ACTIONS = ("chart", "how", "parts", "own", "docx", "xlsx")
pytestmark = pytest.mark.untraced

ADMIN, NOBODY = 6001, 6002
CLERK, CHIEF, AKIM, BOTH = range(6101, 6105)
TEAM = (
    *team(KOKSHETAU, {REGISTRAR: Role.REGISTRAR, OFFICER: Role.OFFICER, HEAD: Role.HEAD, BOTH: Role.OFFICER}),
    *team(DEPARTMENT, {CLERK: Role.OFFICER, CHIEF: Role.HEAD}),
    officer_of(AKIM, REGION_AKIMAT, Role.HEAD),
    officer_of(BOTH, unit_id("2/60"), Role.HEAD),
)
DIVISION, OTHER, REGIONAL, FAR = map(str, (KOKSHETAU, NEIGHBOUR, DEPARTMENT, unit_id("2/60")))
PLACES = (DIVISION, OTHER, REGIONAL, FAR, "akmola", "astana", "country")
MAY = {  # written out, not computed: who may see what
    ADMIN: set(PLACES),
    REGISTRAR: {DIVISION},
    OFFICER: {DIVISION},
    HEAD: {DIVISION},
    CLERK: {REGIONAL},
    CHIEF: {REGIONAL, DIVISION, OTHER, "akmola"},
    BOTH: {DIVISION, FAR},
    AKIM: set(),
    NOBODY: set(),
}
FIRST = {ADMIN: "country", CLERK: REGIONAL, CHIEF: REGIONAL}  # what the bare command shows; others get their division
FILES = {"docx", "xlsx"}
PRINTED = {DIVISION: "2-3", OTHER: "2-4", REGIONAL: "1-3", FAR: "2-60"}  # their codes in names of files


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[FrontDoor]:
    folder: Path = tmp_path_factory.mktemp("data")
    async with front_door(folder, ADMIN) as opened:
        await opened.put(*TEAM)
        yield opened


def is_denial(answer: Answer, russian: Texts) -> bool:
    return answer.texts == [russian("work-denied")]


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


def test_every_button_is_here() -> None:
    """A new button without a row here would go untested."""
    assert set(ACTIONS) == buttons()[IndicatorCallback]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("actor", MAY)
async def test_buttons(door: FrontDoor, russian: Texts, actor: int) -> None:
    """Denied people get the same words as everywhere, the denial is recorded, and nothing else is written."""
    before = await door.everything()
    for action, place in product(ACTIONS, PLACES):
        noted = await door.denied()
        answer = await door.tap(actor, IndicatorCallback(action, f"{place}.2026q4").pack())
        allowed = place in MAY[actor]
        assert is_denial(answer, russian) != allowed, (action, place)
        assert await door.denials(noted) == ([] if allowed else [(actor, "indicators", place)]), (action, place)
        named = PRINTED.get(place, place)
        files = [f"indicators-{named}-2026q4.{action}"] if allowed and action in FILES else []
        assert answer.files == files
    assert await door.everything() == before


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("actor", MAY)
async def test_the_command_and_its_button(door: FrontDoor, russian: Texts, actor: int) -> None:
    """This quarter's chart opens at once, of one's own office or, for an admin, the country, with a way to others."""
    answers = [await door.say(actor, "/indicators"), await door.tap(actor, IndicatorCallback("chart").pack())]
    for answer in answers:
        if not MAY[actor]:
            assert is_denial(answer, russian)
            continue
        first = f"{FIRST.get(actor, DIVISION)}.2026q4"
        assert russian("ind-title") in answer.texts[0]
        assert russian("ind-quarter", quarter="IV", year="2026") in answer.texts[0]
        assert f"ind:how:{first}:{EDITION}" in answer.buttons.values()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("actor", [ADMIN, OFFICER, CHIEF, BOTH])
async def test_every_way_from_the_chart_leads_somewhere(door: FrontDoor, actor: int) -> None:
    """Every tap, however deep, opens a page that the person may see, and every page has a way back."""
    seen, ahead = set[str](), [f"ind:chart:{FIRST.get(actor, DIVISION)}.2026q4:{EDITION}"]
    places, noted = set[str](), await door.denied()
    while ahead and len(seen) < 60:
        data = ahead.pop()
        seen.add(data)
        answer = await door.tap(actor, data)
        assert answer.toast == "", data
        *_, back = answer.buttons.values()
        chart = data.startswith("ind:chart:")
        assert back == (("base:home::" if actor == ADMIN else "work:queue::") if chart else _chart_of(data)), data
        ahead += [each for each in answer.buttons.values() if each.startswith("ind:") and each not in seen]
        places.add(data.split(":")[2].partition(".")[0])
    assert await door.denied() == noted
    assert actor in {ADMIN, CHIEF} or places <= MAY[actor]


def _chart_of(data: str) -> str:
    return f"ind:chart:{data.split(':')[2]}:{EDITION}"


@pytest.mark.asyncio(loop_scope="module")
async def test_from_the_books(door: FrontDoor) -> None:
    """The page of the journal and export leads to the chart, except for people who work only at an akimat."""
    button = IndicatorCallback("chart").pack()
    for actor, has in ((OFFICER, True), (AKIM, False)):
        answer = await door.tap(actor, CaseworkCallback("books").pack())
        assert (button in answer.buttons.values()) is has


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "argument",
    ["2/3.2027q1", "2/3.2026q5", "2/3.", "2/3", ".2026", "x.2026", "2/999.2026", "2/3.2026m12", "2/3.1999", "3/1.2026"],
)
@pytest.mark.parametrize("actor", [ADMIN, OFFICER, NOBODY])
async def test_forged_buttons(door: FrontDoor, russian: Texts, argument: str, actor: int) -> None:
    """No fault occurs, and nobody sees figures of the future or of a place that does not exist."""
    for action in (*ACTIONS, "nothing"):
        answer = await door.tap(actor, IndicatorCallback(action, argument).pack())
        assert answer.texts
        assert russian("ind-title") not in answer.texts[0]


@pytest.mark.asyncio(loop_scope="module")
async def test_an_office_has_no_parts(door: FrontDoor, russian: Texts) -> None:
    """A forged button for them is answered like an outdated one."""
    assert (await door.tap(OFFICER, IndicatorCallback("parts", "2/3.2026").pack())).toast == russian.plain("stale")
