"""Whoever taps every button they are shown, under a law that is unlike that of 2011, meets no fault and no dead end."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Officer, Role
from tests.editions import AKIMAT, EDITION, EDITIONS_DIR, OFFICE
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD, OFFICER, REGISTRAR
from tests.factories.units import DEPARTMENT, KOKSHETAU
from tests.handlers.front_door import FrontDoor, front_door

pytestmark = pytest.mark.untraced

ADMIN, OLD_HEAD, CLERK = 6001, 6002, 6003
STAFF = (
    *(Officer(REGISTRAR, OFFICE, "А.", Role.REGISTRAR), Officer(OFFICER, OFFICE, "Б.", Role.OFFICER)),
    *(Officer(HEAD, OFFICE, "В.", Role.HEAD), Officer(CLERK, AKIMAT, "Г.", Role.HEAD)),
    *(Officer(OLD_HEAD, KOKSHETAU, "Д.", Role.HEAD), Officer(OLD_HEAD, DEPARTMENT, "Д.", Role.HEAD)),
)
COMMANDS = (
    *("/start", "/apply", "/my", "/complain", "/offices", "/about", "/help", "/mydata", "/queue", "/journal"),
    *("/export", "/passes", "/complaints", "/indicators", "/officers", "/invite", "/units"),
)
MOST = 130  # pages of one person in one language


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path, ADMIN, edition=EDITION, editions_dir=EDITIONS_DIR) as opened:
        await opened.put(*STAFF)
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", [APPLICANT, HEAD, OLD_HEAD, ADMIN])
async def test_every_button_leads_somewhere(door: FrontDoor, who: int, language: Language) -> None:
    """No button that was just drawn is out of date, and no page fails."""
    await door.put(Person(who, language).consenting(NOTICE_VERSION, NOW))
    stale = door.processor.containers.options.library.texts(language).plain("stale")
    waiting, known = deque[str](), set[str]()
    for command in COMMANDS:
        waiting += (await door.say(who, command)).buttons.values()
    while waiting and len(known) < MOST:
        data = waiting.popleft()
        if (page := page_of(data)) in known:
            continue
        known.add(page)
        answer = await door.tap(who, data)
        assert answer.calls or answer.toast, data
        assert not any(each.startswith(stale) for each in answer.texts), data
        waiting += answer.buttons.values()
    assert len(known) > 20


def page_of(data: str) -> str:
    """What a button leads to, whatever version it was drawn for, and which draft it is about."""
    return re.sub(r"[a-z2-7]{16}|:\d*$|\.\d+", "", data)
