"""What people with a role see of others cannot be forwarded, copied or saved; what is anybody's own can."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.delivery.protection import PAPERS_AND_BOOKS, UNPROTECTED, Reader, is_protected
from dialogs import made
from dialogs.made import Attached, JournalPage, StampedCopy
from dialogs.ui.callback_data import (
    ApplicationCallback,
    CallbackData,
    CaseworkCallback,
    ComplaintCallback,
    OfficerComplaintCallback,
    StaffCallback,
)
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Html
from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.languages import LANGUAGES
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from storage.messaging.bot_api_request import BotApiRequest
from tests.factories.cases import ANSWERS, another, complete, worked
from tests.factories.complaints import complained
from tests.factories.editions import add_acceptance, add_ground, add_pause
from tests.factories.moments import NOW
from tests.factories.people import HEAD, OFFICER
from tests.factories.units import MISSIONARY
from tests.handlers.casework.test_kept_terms import changed
from tests.handlers.fitting import words_of_call
from tests.handlers.front_door import Answer, front_door
from tests.handlers.matrix.test_bounds import ADMIN, AKIM, GROUND, REASON, TEAM, TRIES, Town, actions

pytestmark = pytest.mark.untraced

STAFF = {each.user_id for each in TEAM} | {ADMIN}
NAMES = (ANSWERS[MISSIONARY]["full_name"], complained(ComplaintState.FILED).name)
SAVED = (
    "svidetelstvo",
    "spravka",
    "otkaz",
    "ne-prinyato",
    "journal-",
    "cases-",
    "talon",
    "delo-",
)  # papers and books, by name
OFFICES = (CaseworkCallback, OfficerComplaintCallback)


@pytest.fixture
async def town(tmp_path: Path, standard: Standard) -> AsyncIterator[Town]:
    async with front_door(tmp_path, ADMIN) as door:
        why = dict.fromkeys(LANGUAGES, "why")
        law = (add_pause(REASON, "decision", names=why), add_ground(GROUND, why), add_acceptance())
        door.serve(changed(tmp_path / "law", *law))
        await door.put(*TEAM)
        yield Town(door, standard)


@dataclass
class Sent:
    """All that a town was sent, by whom it went to."""

    calls: list[tuple[int, BotApiRequest]]

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> Sent:
        calls = [call for each in answers for call in each.everything]
        return cls([(call.parameters["chat_id"], call) for call in calls if shows(call)])

    @property
    def naked(self) -> list[str]:
        """What staff got unprotected, other than papers and books."""
        return [
            str(call)
            for chat_id, call in self.calls
            if chat_id in STAFF and not call.protected and not (call.file and call.file.name.startswith(SAVED))
        ]

    @property
    def named(self) -> int:
        """How many messages to staff name the applicant or author."""
        return sum(chat_id in STAFF and any(each in said(call) for each in NAMES) for chat_id, call in self.calls)


def shows(call: BotApiRequest) -> bool:
    return call.file is not None or bool(said(call))


def said(call: BotApiRequest) -> str:
    return words_of_call(call)


@pytest.mark.parametrize("capability", OFFICES, ids=lambda each: each.prefix)
async def test_every_page_of_an_office(town: Town, capability: type[CallbackData]) -> None:
    """Behind every button, and in what colleagues are told of it."""
    answers = []
    for action in actions(capability):
        made = await TRIES[capability](town, action)
        answers.append(await town.door.tap(made.actor, made.tap(capability, action, await town.version(made.record))))
    sent = Sent.of(answers)
    assert sent.naked == []
    assert sent.named > 5


async def test_every_state_and_command(town: Town) -> None:
    """Cards, papers, files, lists and books, by button and by command."""
    answers = []
    for state in CaseState:
        case = await town.case(state, assigned=OFFICER)
        pages = ("card", "answers", "history", "clocks", "copies", "papers", "print")
        answers += [await town.door.tap(HEAD, CaseworkCallback(each, f"{case.id}.").pack()) for each in pages]
        if case.registration:
            acts = ("case", "status", "take", "receive", "need", "approve", "refuse", "ready", "issue")
            answers += [await town.door.say(OFFICER, f"/{each} {case.registration.number}") for each in acts]
    for stage in ComplaintState:
        made = await town.complaint(stage)
        parts = ("card", "whole", "history", "first", "files")
        answers += [await town.door.tap(AKIM, OfficerComplaintCallback(each, f"{made.id}.").pack()) for each in parts]
    for command in ("queue", "journal 2-3 2026", "passes", "complaints", "officers", "indicators"):
        answers += [await town.door.say(each, f"/{command}") for each in (HEAD, AKIM, ADMIN)]
    sent = Sent.of(answers)
    assert sent.naked == []
    assert sent.named > 20


async def test_what_shows_nobody_can_be_forwarded(town: Town) -> None:
    """Home, help and offices; and the link of an invitation, which is made to be handed on."""
    answers = [await town.door.say(ADMIN, each) for each in ("/start", "/help", "/offices", "/invite officer 2/4")]
    assert [call.protected for each in answers for call in each.calls if shows(call)] == [False] * 4
    assert "?start=" in said(answers[-1].calls[0])


async def test_papers_and_books_can_be_saved(town: Town) -> None:
    """An office prints the certificate and keeps the journal; the application and the copies stay where they are."""
    case = await town.case(CaseState.ISSUED)
    papers = await town.door.tap(HEAD, CaseworkCallback("papers", f"{case.id}.").pack())
    book = await town.door.tap(HEAD, CaseworkCallback("journal-file", "2/3.2026").pack())
    assert [each.protected for each in papers.calls] == [True, True, False, False]  # each paper after its PDF
    assert [each.protected for each in book.calls if each.file] == [False]


async def test_an_applicants_messages_are_theirs(town: Town) -> None:
    """Neither the pages of their application and complaint nor its papers are protected, nor what they are told."""
    answers = []
    for capability in (ApplicationCallback, ComplaintCallback):
        for action in actions(capability):
            made = await TRIES[capability](town, action)
            answers.append(
                await town.door.tap(made.actor, made.tap(capability, action, await town.version(made.record)))
            )
    case = await town.case(CaseState.REGISTERED, prepared={"need_items": "identity"})
    answers.append(await town.door.tap(HEAD, CaseworkCallback("needed", f"{case.id}.", "0").pack()))
    calls = Sent.of(answers).calls
    assert not [call for chat_id, call in calls if chat_id not in STAFF and call.protected]
    assert any(chat_id == case.applicant for chat_id, _ in calls)
    assert any(chat_id in STAFF and call.protected for chat_id, call in calls)  # officers are told of the filing


async def test_an_officer_who_applies(town: Town, standard: Standard) -> None:
    """Their own application is theirs: its pages, the stamped copy and what they are told come unprotected."""
    draft = replace(complete(standard), id="own", applicant=OFFICER)
    await town.door.put(Person(OFFICER).consenting(NOTICE_VERSION, NOW), draft)
    review = await town.door.tap(OFFICER, ApplicationCallback("review", "own.", "0").pack())
    assert not any(each.protected for each in review.calls)
    assert [each.method for each in review.calls] == ["editMessageReplyMarkup", "sendMessage"]  # not within their work
    filed = await town.door.tap(OFFICER, ApplicationCallback("file", "own.", "0").pack())
    assert not any(each.protected for each in filed.calls)
    told = {chat_id: call.protected for chat_id, call in filed.notices if shows(call)}
    assert told[HEAD]
    other = another(worked(standard, CaseState.REGISTERED), "other", 9, applicant=OFFICER)
    await town.door.put(replace(other, prepared={"need_items": "identity"}))
    asked = await town.door.tap(HEAD, CaseworkCallback("needed", "other.", "0").pack())
    assert [(chat_id, call.protected) for chat_id, call in asked.notices if shows(call)] == [(OFFICER, False)]


async def test_a_page_of_work_never_takes_an_unprotected_message(town: Town) -> None:
    """A message cannot be protected later: the page comes as a new one, and the old one loses its buttons."""
    payload = town.door.tapping(HEAD, CaseworkCallback("queue", "all.0").pack())
    del payload["callback_query"]["message"]["has_protected_content"]
    (answer,) = await town.door.send([payload])
    assert [(each.method, each.protected) for each in answer.calls] == [
        ("editMessageReplyMarkup", False),
        ("sendMessage", True),
    ]
    again = await town.door.tap(HEAD, CaseworkCallback("queue", "all.0").pack())
    assert [(each.method, each.protected) for each in again.calls] == [("editMessageText", True)]


async def test_an_invitation_can_be_sent_on(town: Town) -> None:
    """Its link is of no use where it cannot be copied; the page beside it is as every other."""
    (link,) = (await town.door.say(ADMIN, "/invite officer 2/3")).calls
    tapped = (await town.door.tap(ADMIN, StaffCallback("make", "officer.2/3", "1").pack())).calls
    assert "?start=" in said(link)
    assert not link.protected
    assert [("?start=" in said(each), each.protected) for each in tapped] == [(False, True), (True, False)]


def test_whatever_is_made_later_is_protected_unless_it_is_said_why_not() -> None:
    """A new kind of file goes protected to people with a role."""
    protected = {each for each in made.KINDS.values() if each not in UNPROTECTED}
    assert {Attached, JournalPage, StampedCopy} <= protected
    assert not set(PAPERS_AND_BOOKS) & protected
    page = Screen(Html("x"))
    assert is_protected(page, Reader(staff=True))
    assert not is_protected(page, Reader(staff=True, own=True))
    assert not is_protected(page, Reader())
