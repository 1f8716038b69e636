"""The survey through the real bot over HTTP: after an outcome or an answer, once, in each language, or not at all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from tests.e2e.drivers.bureau import APPLICANTS, MONDAY, Bureau, bureau
from tests.e2e.drivers.chatting import Seen
from tests.e2e.drivers.complaining import CLERK, WITH_AKIMAT, does, files
from tests.e2e.drivers.invariants import KNOWN
from tests.e2e.drivers.working import Applicant, newest
from tests.factories.terms import Terms
from tests.factories.units import KOKSHETAU, MISSIONARY

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

ANSWERS = "SELECT question, office, day, answer FROM survey ORDER BY question"
DAY = MONDAY.date().isoformat()
BOTH = pytest.mark.parametrize("language", ["ru", "kk"])


def opened(folder: Path, language: str = "ru") -> AbstractAsyncContextManager[Bureau]:
    """Runs an office with its akimat, and an applicant who uses this language."""
    return bureau(folder, MISSIONARY, team=WITH_AKIMAT, languages={APPLICANTS: language})


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


def asks(who: Applicant, seen: Seen, topic: str) -> bool:
    return who.chat.texts.plain(f"svy-ask-{topic}") in seen.text


def surveys(who: Applicant) -> list[Seen]:
    """Returns the messages of the survey in their current form."""
    return [each for each in who.chat.seen() if any(data.startswith("svy:") for _, data in each.buttons)]


@pytest.mark.standard("18")
@BOTH
async def test_after_it_was_issued(tmp_path: Path, language: str) -> None:
    """The survey is one last message in the applicant's language, with question after question, then thanks."""
    async with opened(tmp_path, language) as town:
        who = await town.to_collect()
        await town.officer.issues(who, "паспорт № 1")
        (survey,) = surveys(who)
        assert survey == newest(who)
        assert asks(who, survey, "process")
        assert who.chat.texts.plain("svy-why") in survey.text
        assert all(KNOWN.fullmatch(data) for _, data in survey.buttons)
        row, told = town.row(who), len(who.told())
        for label, topic in (("svy-yes-button", "information"), ("svy-no-button", "politeness")):
            seen = await who.chat.tap(label)
            assert (seen.id, asks(who, seen, topic)) == (survey.id, True)
        seen = await who.chat.tap("svy-yes-button")
        assert (seen.id, seen.text) == (survey.id, who.chat.word("svy-thanks"))
        assert town.driven.rows(ANSWERS) == [
            ("information", str(KOKSHETAU), DAY, 0),
            ("politeness", str(KOKSHETAU), DAY, 1),
            ("process", str(KOKSHETAU), DAY, 1),
        ]
        assert (town.row(who), len(who.told())) == (row, told)
        assert who.chat.toasts()[-3:] == [who.chat.word("svy-kept-toast")] * 3


@BOTH
async def test_after_a_refusal(tmp_path: Path, language: str) -> None:
    """It follows the reason and the letter; the first question can be the last."""
    async with opened(tmp_path, language) as town:
        who = await town.in_review()
        await town.officer.refuses(who, "identity", "Паспорт недействителен.")
        assert who.told()[-2] == who.chat.word("told-letter")
        assert asks(who, newest(who), "process")
        await who.chat.tap("svy-no-button")
        seen = await who.chat.tap("svy-stop-button")
        assert seen.text == who.chat.word("svy-stopped")
        assert surveys(who) == []
        assert town.driven.rows(ANSWERS) == [("process", str(KOKSHETAU), DAY, 0)]


async def test_who_does_not_answer(town: Bureau) -> None:
    """Nothing is stored, and nothing is asked again, after a restart or when the case is opened."""
    who = await town.to_collect()
    await town.officer.issues(who, "паспорт № 1")
    told = len(who.told())
    await town.driven.restart()
    await town.driven.settle()
    await who.opens()
    assert len(surveys(who)) == 1
    assert len(who.told()) == told + 1  # the answer to /my, which has become the case
    assert town.driven.rows(ANSWERS) == []
    assert town.state(who) == "issued"


async def test_a_second_tap(town: Bureau) -> None:
    """An old message's buttons change nothing and say so, even after a restart."""
    who = await town.to_collect()
    await town.officer.issues(who, "паспорт № 1")
    (survey,) = surveys(who)
    yes, no = survey.data(who.chat.word("svy-yes-button")), survey.data(who.chat.word("svy-no-button"))
    await who.chat.press(yes, survey.id)
    await town.driven.restart()
    await who.chat.press(no, survey.id)
    assert who.chat.toasts()[-1] == who.chat.word("svy-again-toast")
    assert asks(who, surveys(who)[0], "information")
    assert town.driven.rows(ANSWERS) == [("process", str(KOKSHETAU), DAY, 1)]


async def test_a_complaint_before_the_outcome(town: Bureau) -> None:
    """Its answer brings no question; the outcome also asks about the order of appeal, once."""
    who, clerk = await town.filed(), town.person(CLERK)
    await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "answer", "Ответ.", "hnd-answered-button")
    assert surveys(who) == []
    await town.officer.does(who, "work-take-button")
    await town.officer.receives(who, "identity")
    await town.officer.refuses(who, "invitation", "Нет вызова.")
    for topic in ("process", "information", "complaints", "politeness"):
        assert asks(who, surveys(who)[0], topic)
        await who.chat.tap("svy-yes-button")
    assert surveys(who) == []
    assert [row[0] for row in town.driven.rows(ANSWERS)] == ["complaints", "information", "politeness", "process"]


@pytest.mark.standard("18")
async def test_a_complaint_after_the_outcome(town: Bureau) -> None:
    """If a complaint follows the outcome, its answer brings the question, once, even if the complaint was reopened."""
    who, clerk = await town.in_review(), town.person(CLERK)
    await town.officer.refuses(who, "identity", "Паспорт недействителен.")
    for topic in ("process", "information", "politeness"):
        assert asks(who, surveys(who)[0], topic)
        await who.chat.tap("svy-yes-button")
    complaint = await files(town, who)
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "answer", "Нет.", "hnd-answered-button")
    assert asks(who, surveys(who)[0], "complaints")
    assert (await who.chat.tap("svy-no-button")).text == who.chat.word("svy-thanks")
    await who.chat.say("/complain")
    await who.chat.press(f"cmp:open:{complaint}:")
    await who.chat.tap("cmp-reopen-button")
    await who.chat.say("Почему нет?")
    await does(clerk, "answer", "Потому.", "hnd-answered-button")
    assert surveys(who) == []
    assert ("complaints", str(KOKSHETAU), DAY, 0) in town.driven.rows(ANSWERS)
    assert len(town.driven.rows(ANSWERS)) == 4


@pytest.mark.standard("18", "app.9")
async def test_terms_are_kept_beside_the_case(town: Bureau, terms: Terms) -> None:
    """A stored term runs from filing to the day on which the document can be collected."""
    who, due = await town.filed(), str(terms.last("decision", MONDAY.date()))
    assert town.driven.rows("SELECT * FROM terms") == [(who.case_id, str(KOKSHETAU), "9999-12-31", None, "2011-20")]
    await town.officer.does(who, "work-take-button")
    await town.officer.receives(who)
    assert town.driven.rows("SELECT due, done FROM terms") == [(due, None)]
    await town.officer.approves(who)
    await town.officer.makes_ready(who)
    assert town.driven.rows("SELECT due, done FROM terms") == [(due, DAY)]


async def test_a_withdrawn_application_leaves_no_term(town: Bureau) -> None:
    """And nobody is asked to rate it."""
    who = await town.filed()
    await who.tap("case-withdraw-button")
    await who.chat.tap("withdraw-yes-button")
    assert town.driven.rows("SELECT * FROM terms") == []
    assert surveys(who) == []
