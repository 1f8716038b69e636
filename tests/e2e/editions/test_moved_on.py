"""A bot with cases of the standard of 2011 goes on under a law with other offices, and back: everybody works on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import main
from domain.staff.membership import Officer, Role
from tests.e2e.drivers.applying import Applying
from tests.e2e.drivers.bureau import OFFICER, Bureau, bureau
from tests.e2e.drivers.complaining import CLERK, WITH_AKIMAT, does, files
from tests.e2e.drivers.preaching import PLACES, TAPPED, TYPED, Town, law
from tests.e2e.drivers.working import Applicant, newest
from tests.editions import EDITION as OTHER
from tests.editions import EDITIONS_DIR, OFFICE, PREACHER
from tests.factories.units import EDITION, MISSIONARY

pytestmark = pytest.mark.untraced

TEAM = (*WITH_AKIMAT, Officer(OFFICER, OFFICE, "Ахметова А.", Role.OFFICER))
WAITING, IN_REVIEW, TO_COLLECT, MOVES, STAYS = range(5)


async def test_everybody_works_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each case by its own law to its end, whichever is current; both lie in one queue, and the history is whole."""
    async with bureau(tmp_path, *[MISSIONARY] * 5, team=TEAM, editions_dir=EDITIONS_DIR) as office:
        here, people = Town(office, "ru"), list(office.applicants)
        await office.to_collect()
        people[TO_COLLECT], people[WAITING] = people[WAITING], people[TO_COLLECT]
        await office.in_review()
        await office.filed()
        before = bound(office)
        await office.driven.goes_on(edition=OTHER)
        await their_pages_are_there(here)
        await old_cases_end(here, people)
        await a_draft_moves(here, people[MOVES])
        await people[STAYS].file()
        assert people[STAYS].number == "2-3/2026-4"
        newcomer = await here.petitioned()
        assert newcomer.number == "72-21/2026-2"
        queue = (await here.person(OFFICER).says("/queue")).text
        for number in (people[STAYS].number, newcomer.number):
            assert number in queue
        await office.driven.goes_on(edition=EDITION)
        await new_cases_end(here, newcomer)
        after = bound(office)
        assert {each: after[each] for each in before} == before
        assert set(after.values()) == {(MISSIONARY, EDITION), (PREACHER, OTHER)}
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("EDITIONS_DIR", str(EDITIONS_DIR))
    assert await asyncio.to_thread(main, ["audit", "verify"]) == 0


def bound(office: Bureau) -> dict[str, tuple[str, str]]:
    """Kind and edition of each case by its number."""
    rows = office.driven.rows("SELECT number, subject, edition FROM cases WHERE number IS NOT NULL")
    return {number: (subject, edition) for number, subject, edition in rows}


async def their_pages_are_there(here: Town) -> None:
    """Queue, books, figures and people of an office that the current edition does not have."""
    head = here.office.head
    assert head.word("home-work-button") in (await head.says("/start")).labels
    for command in ("journal", "export", "officers", "indicators", "passes"):
        assert "Кокшетау" in (await head.says(f"/{command}")).text or command == "passes", command
    assert head.word("work-denied") not in newest(head).text


async def old_cases_end(here: Town, people: list[Applicant]) -> None:
    """Handed over, approved, refused and complained of, by the standard of 2011."""
    office, officer = here.office, here.office.officer
    await officer.issues(people[TO_COLLECT], "паспорт № 1")
    await officer.approves(people[IN_REVIEW])
    await officer.makes_ready(people[IN_REVIEW])
    await officer.does(people[WAITING], "work-take-button")
    await officer.receives(people[WAITING])
    await officer.refuses(people[WAITING], "identity", "Паспорт недействителен.")
    assert [office.state(people[each]) for each in (TO_COLLECT, IN_REVIEW, WAITING)] == ["issued", "ready", "refused"]
    await files(office, people[WAITING])
    await does(office.person(CLERK), "accept", "hnd-accepted-button")
    assert "№ 221" in "\n".join(people[WAITING].told())
    await does(office.person(CLERK), "answer", "Разобрались.", "hnd-answered-button")
    assert office.driven.rows("SELECT edition, stage FROM complaints") == [(EDITION, "answered")]


async def a_draft_moves(here: Town, who: Applicant) -> None:
    """It becomes one of the kind that continues its own: what fits is kept, and the rest is asked."""
    await who.chat.say("/start")
    seen = await who.chat.press(f"app:open:{who.case_id}:")
    assert "Миссионер → Странствующий проповедник" in seen.text
    await who.chat.tap("offer-move-button")
    chat = replace(who.chat, texts=here.texts)
    region, district = PLACES["ru"]
    made = Applying(chat, PREACHER, typed=dict(TYPED), tapped=dict(TAPPED), region=region, district=district)
    made.questions = {each: asked.all for each, asked in law().standard.questions.items()}
    await made.answer_what_is_asked()
    await made.tick_all()
    assert "72-21/2026-1" in "\n".join(each.text for each in (await made.file(), *chat.seen()))
    rows = here.office.driven.rows("SELECT subject, edition FROM cases WHERE id = ?", who.case_id)
    assert rows == [(PREACHER, OTHER)]


async def new_cases_end(here: Town, who: Applicant) -> None:
    """A card under the other law, while that of 2011 is current again."""
    officer = here.person(OFFICER)
    await officer.does(who, "work-take-button")
    await officer.receives(who)
    await officer.approves(who)
    await officer.makes_ready(who)
    await officer.issues(who, "удостоверение № 1")
    assert here.office.state(who) == "issued"
    assert "72-21/2026-2" in (await officer.says("/journal 72-21")).text
