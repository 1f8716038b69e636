"""The survey at the front door: who is asked, after which outcome, and what anybody's tap does to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from dialogs.ui.callback_data import OfficerComplaintCallback, SurveyCallback
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.applications.outcomes import Refusal
from domain.complaints.complaint import Answer, Complaint, ComplaintState
from domain.indicators.survey import Topic
from domain.languages import Language
from domain.people import Person
from domain.staff.membership import Role
from domain.standard.edition import Standard
from handlers.indicators.survey import NO, YES
from storage.messaging.bot_api_request import BotApiRequest
from tests.factories.cases import another, worked
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of
from tests.factories.stored import store
from tests.factories.units import AKIMAT, KOKSHETAU
from tests.handlers.casework.office import has, manned, tap
from tests.handlers.front_door import Answer as Heard
from tests.handlers.front_door import FrontDoor

CLERK, STRANGER = 6001, 6002
REFUSING = {"refuse_items": "identity", "refuse_defect/identity": "expired"}
ISSUING = {"by": "self", "collector": "Ким А. Б.", "document": "паспорт"}
COUNTED = "SELECT question, office, day, answer FROM survey ORDER BY question"


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        await opened.put(officer_of(CLERK, AKIMAT, Role.REGISTRAR))
        yield opened


def data(action: str, sheet: str = "case1", topic: str = "") -> str:
    return SurveyCallback(action, f"{sheet}.{topic}").pack()


def asked(notice: BotApiRequest) -> list[str]:
    """Returns the callback data of a message's buttons."""
    board = notice.parameters.get("reply_markup", {}).get("inline_keyboard", [])
    return [each["callback_data"] for row in board for each in row]


def surveys(answer: Heard) -> list[tuple[int, list[str]]]:
    """Lists who was sent a survey, with its buttons."""
    found = [(user, asked(each)) for user, each in answer.notices]
    return [
        (user, buttons) for user, buttons in found if any(each.startswith(SurveyCallback.prefix) for each in buttons)
    ]


async def complains(
    door: FrontDoor,
    number: int = 1,
    stage: ComplaintState = ComplaintState.ACCEPTED,
    **changes: Any,  # noqa: ANN401  # fields of any type
) -> Complaint:
    """Stores a complaint of the applicant which the akimat is reviewing."""
    made = complained(stage, number, prepared={"answer": "Ответ."}, **changes)
    await store(door.processor.database, door.processor.keys, made)
    return made


async def answers(door: FrontDoor, complaint: Complaint) -> Heard:
    """Lets the akimat answer the complaint."""
    return await door.tap(
        CLERK, OfficerComplaintCallback("answered", f"{complaint.id}.", str(complaint.version)).pack()
    )


@pytest.mark.parametrize(
    ("act", "state", "prepared"),
    [(("issued", "261122"), CaseState.READY, ISSUING), (("refused", ""), CaseState.IN_REVIEW, REFUSING)],
)
async def test_after_an_outcome(
    door: FrontDoor,
    standard: Standard,
    russian: Texts,
    act: tuple[str, str],
    state: CaseState,
    prepared: dict[str, str],
) -> None:
    """The applicant's last message is the first question, in their language; the officer sees nothing of it."""
    await has(door, standard, state, prepared=prepared)
    await door.put(Person(APPLICANT, Language.KK))
    answer = await door.tap(HEAD, tap(*act))
    ((user, buttons),) = surveys(answer)
    assert (user, buttons) == (APPLICANT, [data("yes", topic="process"), data("no", topic="process"), data("stop")])
    kazakh = door.processor.wording.library.texts("kk")
    assert asked(answer.notices[-1][1]) == buttons
    for part in ("svy-why", "svy-ask-process"):
        assert kazakh(part) in answer.notices[-1][1].parameters["text"]
    assert russian("svy-why") not in "".join(answer.texts)
    assert await door.rows(COUNTED) == []


@pytest.mark.standard("18", "app.9")
async def test_one_tap_a_question(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Each question replaces the previous one; thanks and the way home follow; case and history stay unchanged."""
    case = await has(door, standard, CaseState.ISSUED)
    before = [await door.case(case.id), await door.events(case)]
    for number, topic, following, action in (
        ("2", "process", "information", "yes"),
        ("3", "information", "politeness", "no"),
    ):
        answer = await door.tap(APPLICANT, data(action, topic=topic))
        assert answer.calls[0].method == "editMessageText"
        assert answer.toast == russian.plain("svy-kept-toast")
        assert russian(f"svy-ask-{following}") in answer.texts[0]
        assert russian("svy-place", number=number, count="3") in answer.texts[0]
    answer = await door.tap(APPLICANT, data("yes", topic="politeness"))
    assert answer.texts == [russian("svy-thanks")]
    assert list(answer.buttons.values()) == ["base:home::"]
    assert await door.rows(COUNTED) == [
        ("information", str(KOKSHETAU), "2026-11-22", 0),
        ("politeness", str(KOKSHETAU), "2026-11-22", 1),
        ("process", str(KOKSHETAU), "2026-11-22", 1),
    ]
    assert [await door.case(case.id), await door.events(case)] == before


async def test_a_second_tap_changes_nothing(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The person reads that the first answer stands and sees the next question again."""
    await has(door, standard, CaseState.ISSUED)
    await door.tap(APPLICANT, data("no", topic="process"))
    again = await door.tap(APPLICANT, data("yes", topic="process"))
    assert again.toast == russian.plain("svy-again-toast")
    assert russian("svy-ask-information") in again.texts[0]
    assert await door.rows(COUNTED) == [("process", str(KOKSHETAU), "2026-11-22", 0)]


async def test_two_taps_at_once(door: FrontDoor, standard: Standard) -> None:
    """If two buttons are tapped at the same moment, the first one counts."""
    await has(door, standard, CaseState.ISSUED)
    both = [door.tapping(APPLICANT, data(each, topic="process")) for each in (YES, NO)]
    await door.send(both)
    assert await door.rows(COUNTED) == [("process", str(KOKSHETAU), "2026-11-22", 1)]


async def test_who_does_not_want_to_be_asked(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """One tap ends the survey; the answers given before stay."""
    await has(door, standard, CaseState.ISSUED)
    await door.tap(APPLICANT, data("yes", topic="process"))
    answer = await door.tap(APPLICANT, data("stop"))
    assert answer.texts == [russian("svy-stopped")]
    assert list(answer.buttons.values()) == ["base:home::"]
    assert len(await door.rows(COUNTED)) == 1


async def test_what_is_being_typed_elsewhere_goes_on(door: FrontDoor, standard: Standard) -> None:
    """A survey that arrives while somebody is typing does not capture their next text."""
    await has(door, standard, CaseState.ISSUED)
    await has(door, standard, CaseState.ISSUED, 2)
    await door.tap(APPLICANT, "app:further:case1.:0")
    before = await door.rows("SELECT chat_id, user_id FROM sessions")
    assert before
    await door.tap(APPLICANT, data("yes", "case2", "process"))
    assert await door.rows("SELECT chat_id, user_id FROM sessions") == before


async def test_the_order_of_appeal(door: FrontDoor, standard: Standard) -> None:
    """If a complaint about the case was answered by then, the question comes with the outcome, not with the answer."""
    await has(door, standard, CaseState.READY, prepared=ISSUING)
    answer = await answers(door, await complains(door, case_id="case1"))
    assert surveys(answer) == []
    await door.tap(HEAD, tap("issued", "261122"))
    await door.tap(APPLICANT, data("yes", topic="process"))
    answer = await door.tap(APPLICANT, data("yes", topic="information"))
    assert data("yes", topic="complaints") in answer.buttons.values()
    answer = await door.tap(APPLICANT, data("no", topic="complaints"))
    assert data("yes", topic="politeness") in answer.buttons.values()
    assert ("complaints", str(KOKSHETAU), "2026-11-22", 0) in await door.rows(COUNTED)


@pytest.mark.parametrize("case_id", ["", "case1"])
async def test_after_the_answer_to_a_complaint(
    door: FrontDoor, standard: Standard, russian: Texts, case_id: str
) -> None:
    """One question comes in a last message of its own, but not after a second answer or another complaint."""
    ended = Refusal(NOW - timedelta(days=1), ("identity",), "Нет вызова.", NOW.date())
    await has(door, standard, CaseState.REFUSED, refusal=ended)
    made = await complains(door, case_id=case_id)
    answer = await answers(door, made)
    assert surveys(answer) == [
        (APPLICANT, [data(each, made.id, "complaints") for each in (YES, NO)] + [data("stop", made.id)])
    ]
    assert surveys(answer)[0][1] == asked(answer.notices[-1][1])
    answer = await door.tap(APPLICANT, data("yes", made.id, "complaints"))
    assert answer.texts == [russian("svy-thanks")]
    assert await door.rows(COUNTED) == [("complaints", str(KOKSHETAU), "2026-11-22", 1)]
    answered = (Answer(NOW - timedelta(hours=1), "Ли Б.", "Ответ."),)
    again = await complains(door, 2, case_id=case_id, answers=answered, reopened="Не то.")
    assert surveys(await answers(door, again)) == []
    if case_id:
        assert surveys(await answers(door, await complains(door, 3, case_id=case_id))) == []


@pytest.mark.parametrize("actor", [STRANGER, OFFICER, COLLEAGUE, HEAD, REGISTRAR, CLERK])
async def test_anothers_survey(door: FrontDoor, standard: Standard, russian: Texts, actor: int) -> None:
    """It is answered like one that does not exist, and nothing is saved; an officer's role makes no difference."""
    await has(door, standard, CaseState.ISSUED)
    complaint = await complains(door, stage=ComplaintState.ANSWERED)
    before = await door.everything()
    for action in (YES, NO, "stop"):
        missing = await door.tap(actor, data(action, "missing", "process"))
        theirs = await door.tap(actor, data(action, "case1", "process"))
        about = await door.tap(actor, data(action, complaint.id, "complaints"))
        assert theirs.texts == missing.texts == about.texts
        assert theirs.texts[0].startswith(russian("stale"))
        assert (theirs.toast, theirs.notices) == (russian.plain("stale"), [])
    assert await door.everything() == before


@pytest.mark.parametrize(
    "forged",
    [
        *("svy:yes::", "svy:yes:case1:", "svy:yes:case1.:", "svy:yes:case1.x:", "svy:yes:case1.complaints:"),
        *("svy:nothing:case1.process:", "svy:stop::", "svy:yes:case2.process:", "svy:no:case1.process.process:"),
    ],
)
async def test_forged_buttons(door: FrontDoor, standard: Standard, russian: Texts, forged: str) -> None:
    """No fault occurs, and a case still in progress cannot be rated yet."""
    await has(door, standard, CaseState.ISSUED)
    await door.put(another(worked(standard, CaseState.READY), "case2", 2))
    answer = await door.tap(APPLICANT, forged)
    assert answer.texts[0].startswith(russian("stale"))
    assert await door.rows(COUNTED) == []


def test_every_question_has_its_words(texts: Texts) -> None:
    """Every topic has its question in each language."""
    for topic in Topic:
        assert texts(f"svy-ask-{topic}")
