"""How many messages and taps people need from the home page to their number, and that they saw all that is filed."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.data_folder import open_stores
from sandbox.people.person import Person
from sandbox.world.world import World
from storage.applications import SqlCases
from tests.e2e.applications.test_uploads import photo
from tests.e2e.drivers.applying import OFFICER, connect
from tests.e2e.drivers.bureau import Clock
from tests.e2e.drivers.chatting import Chatting, Seen, acquaintance
from tests.e2e.drivers.complaining import opened
from tests.e2e.drivers.driving import Driven, bot
from tests.factories.cases import ASKED
from tests.factories.folders import settings_of
from tests.factories.units import AKIMAT

PEOPLE = tomllib.loads(Path(__file__).with_name("people.toml").read_text("utf-8"))["person"]
CAPTIONED = "a photo with words"
DONE = ("review-file-button", "review-package-button")


@pytest.fixture(autouse=True)
def _in_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    """Terms without a year belong to one November, whenever the tests run."""
    monkeypatch.setattr("bot.clock.now", Clock())


@pytest.fixture
async def driven(tmp_path: Path) -> AsyncIterator[Driven]:
    """A bot whose Kokshetau office has an officer."""
    await connect(settings_of(tmp_path))
    world = World()
    Person.meet(world, OFFICER).chat  # noqa: B018  # the first look opens it
    async with bot(tmp_path, world) as opened:
        yield opened
        assert opened.events.faults == []


async def act(chat: Chatting, each: Mapping[str, str]) -> Seen:
    return await (chat.tap(each["tap"]) if "tap" in each else chat.say(each["say"]))


def rows_of(review: Seen, chat: Chatting, kind: str) -> dict[str, str]:
    """What stands on the review behind the label of each question."""
    labels = {chat.word(f"label-{each.id.replace('_', '-')}"): each.id for each in ASKED[kind].all}
    rows = (row.partition(": ") for row in review.text.splitlines())
    return {labels[label]: answer for label, _, answer in rows if label in labels}


async def answers_of(driven: Driven, applicant: int) -> Mapping[str, str]:
    """What is stored; the bot is stopped for it."""
    await driven.stop()
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(driven.settings, stack)
        async with database.transaction() as transaction:
            (case,) = await SqlCases(transaction, keys).list_for_person(applicant)
    await driven.start()
    return case.answers


@pytest.mark.untraced
@pytest.mark.standard("11", "app.7", "app.8")
@pytest.mark.parametrize("person", PEOPLE, ids=[each["name"] for each in PEOPLE])
async def test_from_home_to_the_number(
    driven: Driven, person: Mapping[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Within so many acts; whatever is filed stood on the review, and what was guessed was marked there as a guess."""
    chat, kind = await acquaintance(driven, person.get("language", "ru")), person["kind"]
    *before, last = person["acts"]
    for each in before:
        await act(chat, each)
    review = chat.seen()[-1]
    assert last["tap"] in DONE
    await act(chat, last)
    with capsys.disabled():
        print(f"\n{person['name']}: {len(person['acts'])} acts")  # the figure is wanted in the output
    assert len(person["acts"]) <= person["most"]
    assert [each for each in person["seen"] if each not in review.text] == []
    rows, guess = rows_of(review, chat, kind), chat.texts.plain("review-row-guessed", row="")
    assert sorted(row.partition(guess)[0] for row in rows.values() if guess in row) == sorted(person["guessed"])
    stored = await answers_of(driven, chat.id)
    assert {each.id for each in ASKED[kind].asked(stored)} == set(rows), "a line that nobody has seen"
    number = "2-3/2026-1" if last["tap"] == DONE[0] else None
    assert driven.rows("SELECT number FROM cases") == [(number,)]


def test_six_are_ordinary_and_six_awkward() -> None:
    """Whoever is added here is added to one of the two."""
    assert len(PEOPLE) == len({each["name"] for each in PEOPLE}) == 12


AGAIN = ("home-apply-button", "subject-missionary", "apply-like-button", "choice-intent-registration-by-self")
TERM_AND_REST = ("1 год с 1 декабря", "checklist-all-none-button", "review-file-button")
RENEWING = ("case-renew-button", "choice-by-self", *TERM_AND_REST)
ON_SERVICE = ("cmp-new-button", "cmp-kind-service-button", "cmp-to-button", CAPTIONED, "cmp-file-button")
ON_THE_RESULT = ("cmp-new-button", "cmp-kind-result-button", "cmp-to-button", "Отказали зря.", "cmp-file-button")


async def goes(chat: Chatting, acts: Sequence[str]) -> Seen:
    """Taps what stands on a button, sends a photo where one is meant, and writes anything else."""
    seen = chat.seen()[-1]
    for each in acts:
        if each == CAPTIONED:
            chat.person.send_photo(photo(), caption="Нагрубили и не приняли документы.")
            seen = await chat.after()
        elif each == "cmp-to-button":
            seen = await chat.press(next(data for _, data in seen.buttons if f".{AKIMAT}:" in data))
        else:
            seen = await (chat.tap(each) if chat.word(each) in seen.labels else chat.say(each))
    return seen


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("begins", "acts", "most"),
    [("/start", (*AGAIN, *TERM_AND_REST), 8), ("", RENEWING, 8), ("", ON_SERVICE, 8), ("", ON_THE_RESULT, 5)],
    ids=["a second application", "a re-registration", "a complaint about the service", "a complaint about the result"],
)
async def test_what_follows_an_application(
    tmp_path: Path, begins: str, acts: Sequence[str], most: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """What somebody gave before is not asked again."""
    async with opened(tmp_path) as town:
        who = await town.to_collect()
        await town.officer.issues(who, "паспорт № N12345678")
        await (who.chat.say(begins) if begins else who.opens())
        seen = await goes(who.chat, acts)
        with capsys.disabled():
            print(f"\n{len(acts)} acts: {' · '.join(acts)}")  # the figure is wanted in the output
        assert len(acts) <= most
        assert seen.text.partition("№ ")[2].startswith(("2-3/2026-2", "1/2026")), seen
        assert town.driven.events.faults == []
