"""Every command and button about complaints, used by everybody at every stage: only what the rule allows works."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import pytest_asyncio

from dialogs.ui.callback_data import OfficerComplaintCallback
from dialogs.ui.texts import Texts
from domain.complaints import complaint as written
from domain.complaints.complaint import Complaint, ComplaintState, Extension
from domain.complaints.permissions import ComplaintAction
from domain.staff.membership import Role
from storage.complaints import SqlComplaints
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, officer_of, team
from tests.factories.units import AKIMAT, REGION_AKIMAT
from tests.handlers.actions import buttons
from tests.handlers.front_door import Answer, FrontDoor, front_door

pytestmark = pytest.mark.untraced

CLERK, AKIM, CASEWORKER, ABOVE, BARRED, ADMIN, NOBODY = 6001, 6002, 6003, 6004, 6005, 6006, 6007
TEAM = (
    *team(AKIMAT, {CLERK: Role.REGISTRAR, AKIM: Role.HEAD, CASEWORKER: Role.OFFICER}),
    *team(AKIMAT, dict.fromkeys((BARRED, APPLICANT), Role.HEAD)),
    officer_of(ABOVE, REGION_AKIMAT, Role.HEAD),
)
EVERYBODY = (*(each.user_id for each in TEAM), ADMIN, NOBODY)
ACT_OF = {
    "accept": ComplaintAction.ACCEPT,
    "accepted": ComplaintAction.ACCEPT,
    "answer": ComplaintAction.ANSWER,
    "drop": ComplaintAction.ANSWER,
    "answered": ComplaintAction.ANSWER,
    "extend": ComplaintAction.EXTEND,
    "extended": ComplaintAction.EXTEND,
    **dict.fromkeys(("card", "whole", "files", "photo", "copy", "first", "history"), ComplaintAction.SEE),
}
MAY = {  # written out, not computed: what registrar and head of the addressed body may do, by stage
    ComplaintAction.SEE: {
        ComplaintState.FILED,
        ComplaintState.ACCEPTED,
        ComplaintState.ANSWERED,
        ComplaintState.CLOSED,
    },
    ComplaintAction.ACCEPT: {ComplaintState.FILED},
    ComplaintAction.ANSWER: {ComplaintState.ACCEPTED},
    ComplaintAction.EXTEND: {ComplaintState.ACCEPTED},
}
BODY = (CLERK, AKIM)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[FrontDoor]:
    folder: Path = tmp_path_factory.mktemp("data")
    async with front_door(folder, ADMIN) as opened:
        await opened.put(*TEAM)
        yield opened


async def has(door: FrontDoor, number: int, stage: ComplaintState, *, extended: bool = False) -> Complaint:
    """Stores a complaint to the akimat at this stage, with its answer and reason written."""
    made = complained(
        stage,
        number,
        about=(BARRED,),
        answers=(),
        extension=Extension(NOW, "Причина.", NOW.date()) if extended else None,
        prepared={"answer": "Ответ.", "reason": "Причина."},
    )
    await door.put(made)
    return made


async def kept(door: FrontDoor, complaint: Complaint) -> Complaint:
    async with door.processor.database.transaction() as transaction:
        found = await SqlComplaints(transaction, door.processor.keys).get(complaint.id)
    assert found
    return found


def is_denial(answer: Answer, russian: Texts) -> bool:
    return answer.texts == [russian("work-denied")] and not answer.notices


def test_the_table_names_every_button() -> None:
    """A new button without a row here would go untested."""
    assert {"queue", *ACT_OF} == buttons()[OfficerComplaintCallback]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("stage", ComplaintState)
async def test_buttons(door: FrontDoor, russian: Texts, stage: ComplaintState) -> None:
    """Denied people get the same words as everywhere; the denial is recorded and the complaint does not change."""
    number = 1000 * list(ComplaintState).index(stage)
    for at, (actor, action) in enumerate(product(EVERYBODY, ACT_OF)):
        made = await has(door, number + at, stage)
        denials = await door.denied()
        answer = await door.tap(actor, OfficerComplaintCallback(action, f"{made.id}.", str(made.version)).pack())
        allowed = actor in BODY and stage in MAY[ACT_OF[action]]
        assert is_denial(answer, russian) != allowed, (actor, action)
        assert await door.denied() == denials + (not allowed), (actor, action)
        if not allowed:
            assert await kept(door, made) == made


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("handling", ComplaintAction)
async def test_commands(door: FrontDoor, russian: Texts, handling: ComplaintAction) -> None:
    """A complaint to another body, a missing one and one's own get the same answer."""
    number = 100_000 + 100 * list(ComplaintAction).index(handling)
    for at, (actor, stage) in enumerate(
        product(EVERYBODY, (ComplaintState.FILED, ComplaintState.ACCEPTED, ComplaintState.ANSWERED))
    ):
        made = await has(door, number + at, stage)
        answer = await door.say(actor, f"/{handling} {number + at}/2026")
        allowed = actor in BODY and stage in MAY[handling]
        assert is_denial(answer, russian) != allowed, (actor, stage)
        assert await kept(door, made) == made
    assert is_denial(await door.say(CLERK, f"/{handling} 999999/2026"), russian)


@pytest.mark.asyncio(loop_scope="module")
async def test_the_queue(door: FrontDoor, russian: Texts) -> None:
    """Staff see those complaints of their own bodies that they may work on."""
    await has(door, 200_000, ComplaintState.FILED)
    for actor in EVERYBODY:
        answer = await door.say(actor, "/complaints")
        assert is_denial(answer, russian) == (actor in {CASEWORKER, ADMIN, NOBODY}), actor
        shows = any("№ 200000/2026" in text for text in answer.texts)
        assert not shows or actor in BODY


@pytest.mark.asyncio(loop_scope="module")
async def test_a_stale_button_shows_what_has_changed(door: FrontDoor, russian: Texts) -> None:
    """The current card with the last event appears; nothing is done twice, and a text typed in vain is shown back."""
    made = await has(door, 300_000, ComplaintState.FILED)
    tap = OfficerComplaintCallback("accepted", f"{made.id}.", str(made.version)).pack()
    assert len((await door.tap(CLERK, tap)).notices) == 2
    answer = await door.tap(AKIM, tap)
    assert (answer.notices, answer.toast) == ([], russian.plain("hnd-changed-toast"))
    assert russian("hnd-changed") in answer.texts[0]
    assert f"Имя {CLERK}" in answer.texts[0]
    await door.say(AKIM, "/answer 300000/2026")
    answering = await door.say(CLERK, "/answer 300000/2026")
    answering = await door.say(CLERK, "Ответ.")
    await door.tap(CLERK, answering.buttons[russian.plain("hnd-answered-button")])
    seen = await door.say(AKIM, "Другой ответ.")
    assert "Другой ответ." in seen.texts[0]
    assert russian("hnd-changed") in seen.texts[0]
    assert [each.text for each in (await kept(door, made)).answers] == ["Ответ."]


@pytest.mark.asyncio(loop_scope="module")
async def test_it_is_extended_once(door: FrontDoor, russian: Texts) -> None:
    """Nobody can extend the term a second time."""
    made = await has(door, 400_000, ComplaintState.ACCEPTED, extended=True)
    for actor in BODY:
        answer = await door.tap(actor, OfficerComplaintCallback("extended", f"{made.id}.", "0").pack())
        assert is_denial(answer, russian)
    assert await kept(door, replace(made)) == made


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "data", ["cpw:nothing:x.:0", "cpw:card::", "cpw:accepted:x.:я", "cpw:photo:x.y:", "cpw:queue:x:"]
)
@pytest.mark.parametrize("actor", [CLERK, NOBODY])
async def test_forged_buttons(door: FrontDoor, data: str, actor: int) -> None:
    """No forged button causes a fault."""
    assert (await door.tap(actor, data)).texts


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "data",
    [
        *("cmp:nothing:x.:0", "cmp:open::", "cmp:open:x:", "cmp:begin:x.:", "cmp:begin:result.x:", "cmp:kind:x:"),
        *("cmp:agree:result..old:", "cmp:silent:x:", "cmp:silent::", "cmp:how:x:", "cmp:how-region:x:"),
        *("cmp:how-office:4/3:", "cmp:how-office:x:", "cmp:file:x.:0", "cmp:rate:x.9:0", "cmp:unit:x.4/3:я"),
    ],
)
async def test_forged_buttons_of_authors(door: FrontDoor, data: str) -> None:
    """No forged button of an author causes a fault."""
    assert (await door.tap(NOBODY, data)).texts


@pytest.mark.asyncio(loop_scope="module")
async def test_the_card_has_what_the_body_wrote(door: FrontDoor, russian: Texts) -> None:
    """The reason of an extension, and the file of the answer, can be read by whoever opens the complaint later."""
    made = await has(door, 500_000, ComplaintState.ACCEPTED, extended=True)
    reason = russian("hnd-extend-reason", reason=made.extension.reason if made.extension else "")
    assert reason in (await door.say(AKIM, "/complaint 500000/2026")).texts[0]
    answered = complained(
        ComplaintState.ANSWERED, 500_001, unit=made.unit, answers=(written.Answer(NOW, f"Имя {CLERK}", "", 1),)
    )
    await door.put(answered)
    card = await door.say(AKIM, f"/complaint {answered.filing.number}")
    assert russian.plain("hnd-answer-file-button") in card.buttons
