"""What the bot writes by itself about a record is in the words of its edition, whichever is current."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.drivers.bureau import MONDAY, Bureau, bureau
from tests.e2e.drivers.complaining import TEXT, WITH_AKIMAT
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.working import Applicant, AtWork, texts_of
from tests.e2e.editions.test_beginning import applied, began, of_newer
from tests.factories.editions import BY, MARK
from tests.factories.units import AKIMAT, MISSIONARY

pytestmark = pytest.mark.untraced

MORNINGS = (4, 8, 21, 28, 35, 63)  # days after that Monday, none of them a day off
POINT = re.compile(r"пункт\w*\s(\d+)")
IN_REVIEW, COMPLAINED, FINISHED, DRAFT = range(4)


async def complain(who: Applicant) -> None:
    """Files a complaint about the case with the akimat."""
    await who.tap("cmp-new-button")
    seen = await who.chat.tap("cmp-kind-service-button")
    await who.chat.press(next(data for _, data in seen.buttons if f".{AKIMAT}:" in data))
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-file-button")


async def withdraw(who: Applicant) -> None:
    await who.tap("case-withdraw-button")
    await who.chat.tap("withdraw-yes-button")


async def attach_what_is_none(office: Bureau, who: Applicant) -> str:
    """Sends a file that is no picture as a copy of a document, and returns what the bot says of it."""
    await who.opens()
    version = office.row(who)[1]
    await who.chat.press(f"app:attach:{who.case_id}.association-registration:{version}")
    who.chat.person.send_document(b"MZ this is a program", name="photo.jpg")
    await who.chat.after()
    await eventually("refused", lambda: office.driven.rows("SELECT * FROM uploads") == [])
    return (await who.chat.after()).text


async def morning(office: Bureau, days: int) -> None:
    """Goes on at half past nine so many days later, until all that is due then has been done and sent."""
    driven, before = office.driven, len(office.driven.events.named("retention-done"))
    await driven.stop()
    office.clock.set(MONDAY + timedelta(days=days, hours=1))
    await driven.start()
    done = f"round:{(MONDAY + timedelta(days=days)).date()}"
    await eventually("the round", lambda: bool(driven.rows("SELECT 1 FROM told WHERE what = ?", done)))
    await eventually("the erasures", lambda: len(driven.events.named("retention-done")) > before)
    await driven.settle()


async def test_each_letter_is_in_the_words_of_its_record(tmp_path: Path, newer: dict[str, Any]) -> None:
    """Missed terms, silence, idle drafts, files refused, and erasures: the same events, each under its own edition."""
    settings = newer | {"retention_days": 30, "draft_days": 30}
    async with bureau(tmp_path, *[MISSIONARY] * 4, team=WITH_AKIMAT, **settings) as office:
        old = [*[await office.filed() for _ in range(3)], office.applicants.pop()]
        new = [*[await applied(office, newer, "ru") for _ in range(3)], await began(office, newer, "ru")]
        refused = []
        for people, officer in ((old, office.officer), (new, of_newer(office.officer, newer))):
            await officer.does(people[IN_REVIEW], "work-take-button")
            await officer.receives(people[IN_REVIEW])
            await officer.does(people[COMPLAINED], "work-take-button")
            await officer.receives(people[COMPLAINED], "identity")
            await complain(people[COMPLAINED])
            await withdraw(people[FINISHED])
            refused.append(await attach_what_is_none(office, people[DRAFT]))
        readers: list[Applicant | AtWork] = [*old, *new, office.head]
        before = [len(texts_of(each)) for each in readers]
        for days in MORNINGS:
            await morning(office, days)
        letters = [texts_of(each)[count:] for each, count in zip(readers, before, strict=True)]
        ours, others, heads = letters[: len(old)], letters[len(old) : -1], letters[-1]
    assert [len(each) for each in ours] == [len(each) for each in others] == [2, 2, 2, 3]
    assert [MARK in each for each in refused] == [False, True]
    numbers = [each.number for each in new if each.number]
    about_new = [each for each in heads if any(f"№ {number}:" in each for number in numbers)]
    about_old = [each for each in heads if each not in about_new and not each.startswith("Сводка")]
    assert len(about_new) == len(about_old) == 3
    assert [each for each in (*chain(*ours), *about_old) if MARK in each or cites_newer(each)] == []
    assert [each for each in (*chain(*others), *about_new) if cites_older(each)] == []
    told = [each for each in (*others[IN_REVIEW], *others[COMPLAINED], *about_new) if REMINDER not in each]
    assert len(told) == 2 * 2 - 1 + len(about_new)
    assert all(map(cites_newer, told))
    assert all(MARK in each for each in told)


REMINDER = "следующий рабочий день"  # of the program itself, which cites nothing


def cites_newer(text: str) -> bool:
    return any(int(each) > BY for each in POINT.findall(text))


def cites_older(text: str) -> bool:
    return any(int(each) <= BY for each in POINT.findall(text))
