"""A record of an earlier edition is answered as if no other had come: every page, notice and file of every action."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dialogs.ui.callback_data import (
    ApplicationCallback,
    CallbackData,
    CaseworkCallback,
    ComplaintCallback,
    OfficerComplaintCallback,
    SurveyCallback,
)
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.standard.edition import Standard
from tests.factories.complaints import complained
from tests.factories.editions import remove_document, renumber_points, set_term, write_edition
from tests.factories.people import HEAD
from tests.factories.units import EDITION
from tests.handlers.fitting import words_of_call
from tests.handlers.front_door import Answer, front_door
from tests.handlers.matrix.test_bounds import ADMIN, AKIM, TEAM, TRIES, Town, actions

pytestmark = pytest.mark.untraced

NEWER = "2031-1"
BY = 30  # so much higher are the numbers of points in the newer edition
OF_RECORDS = (ApplicationCallback, ComplaintCallback, CaseworkCallback, OfficerComplaintCallback, SurveyCallback)
COMMANDS = ("case", "status", "take", "receive", "need", "approve", "refuse", "ready", "issue")
UNLIKE = re.compile(r"zayavlenie-\d-\d+-|istoriya-|delo-")  # signed with a key of its own, or with salts
STANDARD = "Стандарт № 20 от 21 января 2011 года"  # the same in both, as one is a copy of the other
BEGINS = {"renew", "again"}  # a new record, under the current edition
POINT = re.compile(r"пункт\w* (\d+)")


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Settings under which a newer edition is current: other points, shorter terms, and a document less."""
    root = tmp_path_factory.mktemp("editions")
    changes = (renumber_points(BY), set_term("decision", 5), set_term("refusal", 1), remove_document("invitation"))
    write_edition(root, NEWER, *changes)
    return {"edition": NEWER, "editions_dir": root}


@asynccontextmanager
async def opened(folder: Path, standard: Standard, settings: dict[str, Any]) -> AsyncIterator[Town]:
    async with front_door(folder, ADMIN, **settings) as door:
        containers = door.processor.containers
        options = replace(containers.options, random=Random(7).randbytes)  # the same in both towns
        door.processor.containers = replace(containers, options=options)
        await door.put(*TEAM)
        yield Town(door, standard, offered=NEWER)  # drafts stay: what is asked about others is in test_offers.py


def differing(beside: dict[str, list[Any]], alone: dict[str, list[Any]]) -> list[str]:
    """Names what was answered otherwise, with the first difference."""
    return [
        f"{what}: {each} instead of {was}"
        for what in alone
        for each, was in zip_longest(beside[what], alone[what])
        if each != was
    ]


def said(answer: Answer) -> list[Any]:
    """All that somebody sees of it."""
    shown = [(each.method, words_of_call(each), each.parameters.get("reply_markup")) for each in answer.everything]
    made = [each.file for each in answer.everything if each.file]
    files = [(each.name, None if UNLIKE.match(each.name) else each.content) for each in made]
    return [*shown, *files, [chat for chat, _ in answer.notices], answer.toast]


async def walk(town: Town, capability: type[CallbackData]) -> dict[str, list[Any]]:
    """What every action on a record of this capability answers."""
    found: dict[str, list[Any]] = {}
    for action in actions(capability):
        made = await TRIES[capability](town, action)
        answer = await town.door.tap(made.actor, made.tap(capability, action, await town.version(made.record)))
        if made.record and action not in BEGINS:
            found[action] = said(answer)
    return found


@pytest.mark.parametrize("capability", OF_RECORDS, ids=lambda each: each.prefix)
async def test_every_action(
    tmp_path: Path, standard: Standard, newer: dict[str, Any], capability: type[CallbackData]
) -> None:
    """Word for word, with all its buttons, whoever is told."""
    async with opened(tmp_path / "alone", standard, {}) as town:
        alone = await walk(town, capability)
    async with opened(tmp_path / "beside", standard, newer) as town:
        beside = await walk(town, capability)
    assert len(alone) > 2
    assert differing(beside, alone) == []


async def answers(town: Town) -> dict[str, list[Any]]:
    """What is typed about a record in each of its states."""
    found: dict[str, list[Any]] = {}
    for state in CaseState:
        case = await town.case(state)
        await town.door.tap(case.applicant, f"app:open:{case.id}:")
        if state is CaseState.DRAFT:
            found[f"{state}.typed"] = said(await town.door.say(case.applicant, "что-нибудь"))
        if case.registration:
            for each in COMMANDS:
                found[f"{state}.{each}"] = said(await town.door.say(HEAD, f"/{each} {case.registration.number}"))
    for stage in ComplaintState:
        made = await town.complaint(stage)
        await town.door.tap(made.author, f"cmp:open:{made.id}:")
        if stage is ComplaintState.DRAFT:
            found[f"{stage}.typed"] = said(await town.door.say(made.author, "что-нибудь"))
        if made.filed:
            for act in ("accept", "answer", "extend"):
                found[f"{stage}.{act}"] = said(await town.door.say(AKIM, f"/{act} {made.filed.number}"))
    return found


async def test_every_command_and_answer(tmp_path: Path, standard: Standard, newer: dict[str, Any]) -> None:
    """By number, and what is typed where a question stands on the screen."""
    async with opened(tmp_path / "alone", standard, {}) as town:
        alone = await answers(town)
    async with opened(tmp_path / "beside", standard, newer) as town:
        beside = await answers(town)
    assert len(alone) > 50
    assert differing(beside, alone) == []


async def test_what_begins_now(tmp_path: Path, standard: Standard, newer: dict[str, Any]) -> None:
    """The pages about no record follow the newer edition, and a new draft belongs to it."""
    async with opened(tmp_path, standard, newer) as town:
        who = await town.newcomer()
        page = await town.door.tap(who, "app:subject:missionary:")
        await town.door.tap(who, "app:begin:missionary:")
        assert await town.door.rows("SELECT edition FROM cases") == [(NEWER,)]
    cited = [int(each) for each in POINT.findall(page.texts[0].replace("\u00a0", " "))]
    assert len(cited) > 1
    assert min(cited) > BY


async def test_a_finished_record_whose_edition_is_gone(tmp_path: Path, standard: Standard, russian: Texts) -> None:
    """Whoever opens it is told why it is not shown, and the lists with it are; nothing is set aside as a fault."""
    gone = [russian("edition-missing")]
    async with opened(tmp_path, standard, {}) as town:
        case = await town.case(CaseState.ISSUED, edition=NEWER)
        made = complained(ComplaintState.CLOSED, 900, author=case.applicant, edition=NEWER)
        await town.door.put(made)
        for actor, data in ((case.applicant, f"app:open:{case.id}:"), (case.applicant, f"cmp:open:{made.id}:")):
            assert (await town.door.tap(actor, data)).texts == gone
        for page in ("card", "answers", "papers"):
            assert (await town.door.tap(HEAD, f"work:{page}:{case.id}.:")).texts == gone, page
        assert (await town.door.say(HEAD, f"/case {case.filing.number}")).texts == gone
        assert case.filing.number in "".join((await town.door.say(case.applicant, "/my")).buttons)


async def test_indicators_of_each_edition(tmp_path: Path, standard: Standard, newer: dict[str, Any]) -> None:
    """They are counted apart: the current one is shown first, with a way to the other where that has figures."""
    async with opened(tmp_path, standard, newer) as town:
        async with town.door.processor.database.transaction() as transaction:
            row = (
                "INSERT INTO terms (case_id, office, due, done, edition) VALUES (?, 'kokshetau-ip', '2026-11-10', ?, ?)"
            )
            await transaction.run_many(row, [("a", "2026-11-09", EDITION), ("b", "2026-11-11", NEWER)])
        first = await town.door.say(HEAD, "/indicators")
        assert "0/1" in first.texts[0].replace(" из ", "/").replace("\u00a0", " ")
        other = first.buttons[STANDARD]
        assert other == f"ind:chart:kokshetau-ip.2026q4:{EDITION}"
        second = await town.door.tap(HEAD, other)
        assert "1/1" in second.texts[0].replace(" из ", "/")
        own = {each for name, each in second.buttons.items() if each.startswith("ind:") and name != STANDARD}
        assert {each.rpartition(":")[2] for each in own} == {EDITION}
        before = await town.door.tap(HEAD, second.buttons["◀ Раньше"])
        assert not [each for each in before.buttons.values() if each.endswith(NEWER)]
