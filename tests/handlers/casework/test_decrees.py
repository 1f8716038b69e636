"""A decree changes the calendar while terms run: both days are shown, the head decides, nothing moves in silence."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest
import pytest_asyncio

from bot.container import Container
from bot.resources import Resources, library_of
from dialogs.ui.callback_data import ApplicationCallback, ComplaintCallback, OfficerComplaintCallback
from dialogs.ui.dates import full_date, long_date, short_date
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.calendar import KAZAKHSTAN
from domain.complaints.complaint import ComplaintState
from domain.history import EventKind
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Role
from domain.standard.edition import Standard
from services.casework.access import ActionRequest
from services.indicators.report import Days
from tests.factories.complaints import complained
from tests.factories.editions import add_day_off
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of, team
from tests.factories.terms import ONE_DAY, Terms
from tests.factories.units import AKIMAT, EDITION, KOKSHETAU
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.casework.test_kept_terms import changed, hand_over
from tests.handlers.front_door import Answer, FrontDoor

DECREE = "Постановление Правительства № 905 от 12.11.2026"
SECOND_HEAD = 4009
AKIM = 4010


@dataclass(frozen=True)
class Decree:
    """What it does to a term that began today: a day off within the first days, and a Saturday worked after it."""

    off: date
    told: date
    now: date
    refusal_told: date
    refusal_now: date


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path / "data") as opened:
        await opened.put(officer_of(SECOND_HEAD, KOKSHETAU, Role.HEAD))
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest_asyncio.fixture
async def decree(door: FrontDoor, standard: Standard, terms: Terms, russian: Texts, tmp_path: Path) -> Decree:
    """All documents of a case are handed over; then a decree makes the first working day of both terms a day off."""
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    await hand_over(door, russian, NUMBER)
    off = terms.after(NOW.date(), 1)
    told, refusal = terms.last("decision", NOW.date()), terms.last("refusal", NOW.date())
    door.serve(shifted(tmp_path, off, terms))
    return Decree(off, told, terms.after(told, 1), refusal, terms.after(refusal, 1))


def shifted(folder: Path, off: date, terms: Terms) -> Resources:
    """The served edition after a decree about this day, which is worked off on a Saturday long after."""
    worked = terms.after(off, 20)
    return changed(folder / f"off-{off}", add_day_off(off, worked + ONE_DAY * (5 - worked.weekday())))


async def settle(door: FrontDoor, actor: int, russian: Texts) -> Answer:
    """Opens the page on which the head decides."""
    card = await door.tap(actor, tap("card"))
    return await press(door, actor, card, russian.plain("work-settle-button"))


async def to_confirm(door: FrontDoor, actor: int, russian: Texts, decree: str = DECREE) -> Answer:
    """Names the decree; the page shows what will be recorded."""
    await press(door, actor, await settle(door, actor, russian), russian.plain("work-move-button"))
    return await door.say(actor, decree)


async def move(door: FrontDoor, russian: Texts) -> Answer:
    """The head moves the day."""
    return await press(door, HEAD, await to_confirm(door, HEAD, russian), russian.plain("work-moved-button"))


async def due(door: FrontDoor) -> list[tuple[object, ...]]:
    return await door.rows("SELECT due, done FROM terms WHERE case_id = 'case1'")


async def happened(door: FrontDoor) -> list[EventKind]:
    kinds = [each.kind for each in await door.events(await door.case("case1"))]
    return [each for each in kinds if each in {EventKind.TERM_KEPT, EventKind.TERM_MOVED}]


async def morning(door: FrontDoor, day: date) -> tuple[list[str], list[str]]:
    """What the round of this morning is to send of the case, and the groups of the head's digest it stands in."""
    now = datetime.combine(day, time(10), KAZAKHSTAN)
    async with door.processor.database.transaction() as transaction:
        use = Container(door.processor.containers.options, transaction, door.processor.keys)
        keys = [each.key for each in await use.digests.list_for_unit(KOKSHETAU, now)]
        digest = await use.digests.compute_for_person(HEAD, now)
    found = digest.digest if digest else None
    return keys, [name for name in ("overdue", "due_today", "due_in_two", "recounted") if getattr(found, name, ())]


async def late_by(door: FrontDoor, day: date) -> int:
    """How many applications of the office the indicators count as late on the evening of this day."""
    async with door.processor.database.transaction() as transaction:
        use = Container(door.processor.containers.options, transaction, door.processor.keys)
        period = Days(day.replace(month=1, day=1), day.replace(month=12, day=31), day)
        tally = (await use.repositories.counts.terms((KOKSHETAU,), period, EDITION)).get(KOKSHETAU)
    return tally.counted - tally.good if tally else 0


async def test_the_office_is_shown_the_difference(
    door: FrontDoor, decree: Decree, terms: Terms, russian: Texts
) -> None:
    """Card, queue and digest have both days; the head's page the day of the calendar that differs, with its reason."""
    for actor in (OFFICER, COLLEAGUE, REGISTRAR, HEAD):
        card = await door.tap(actor, tap("card"))
        assert russian("work-recounted") in card.texts[0]
        for each in (decree.told, decree.now, decree.refusal_told, decree.refusal_now):
            assert long_date(each, russian) in card.texts[0]
        assert (russian.plain("work-settle-button") in card.buttons) is (actor == HEAD)
        queue = await door.say(actor, "/queue")
        assert russian("work-row-recounted", date=short_date(decree.now, russian)) in queue.texts[0]
    page = await settle(door, HEAD, russian)
    assert russian.plain("work-settle-working") in page.texts[0]
    assert long_date(decree.off, russian) in page.texts[0]
    assert russian("work-settle-no-days") not in page.texts[0]
    keys, groups = await morning(door, terms.after(NOW.date(), 2))
    assert (keys, groups) == ([], ["recounted"])


async def test_only_the_head_decides(door: FrontDoor, decree: Decree, russian: Texts) -> None:
    """Nobody else moves the day by which their work is measured, be it by a forged button."""
    version = (await door.case("case1")).version
    for actor in (OFFICER, COLLEAGUE, REGISTRAR, APPLICANT):
        for action in ("settle", "kept", "move", "decree", "moved"):
            answer = await door.tap(actor, tap(action, f"{decree.now:%y%m%d}.{decree.refusal_now:%y%m%d}", version))
            assert answer.texts == [russian("work-denied")], (actor, action)
    assert await happened(door) == []


async def test_the_day_is_kept(door: FrontDoor, decree: Decree, russian: Texts, terms: Terms, tmp_path: Path) -> None:
    """Nothing changes for the applicant, who is told nothing; the difference is not shown again, another one is."""
    before = await due(door)
    page = await settle(door, HEAD, russian)
    answer = await press(door, HEAD, page, russian.plain("work-kept-button"))
    assert (answer.toast, answer.notices) == (russian.plain("toast-term-kept"), [])
    assert russian("work-recounted") not in answer.texts[0]
    assert await due(door) == before == [(decree.told.isoformat(), None)]
    assert await morning(door, terms.after(NOW.date(), 2)) == ([], [])
    (event,) = [each for each in await door.events(await door.case("case1")) if each.kind is EventKind.TERM_KEPT]
    assert event.details == {
        "terms": "decision,refusal",
        "said": f"{decree.told},{decree.refusal_told}",
        "counted": f"{decree.now},{decree.refusal_now}",
        "days": decree.off.isoformat(),
    }
    again = await press(door, HEAD, page, russian.plain("work-kept-button"))
    assert (again.toast, again.notices) == (russian.plain("toast-changed"), [])
    assert short_date(decree.now, russian) in again.texts[0]
    assert await happened(door) == [EventKind.TERM_KEPT]
    door.serve(library_of(EDITION))
    door.serve(shifted(tmp_path / "again", decree.off, terms))
    assert russian("work-recounted") not in (await door.tap(HEAD, tap("card"))).texts[0]
    door.serve(two_days(tmp_path, decree.off, terms))
    assert russian("work-recounted") in (await door.tap(HEAD, tap("card"))).texts[0]


def two_days(folder: Path, off: date, terms: Terms) -> Resources:
    """The calendar after another decree, which makes the next working day a day off, too."""
    library = shifted(folder / "two", off, terms)
    more = shifted(folder / "more", terms.after(off, 1), terms).calendar
    special = library.calendar.special_days
    library.calendar.special_days = lambda year: {**special(year), **more.special_days(year)}
    return library


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_day_is_moved(door: FrontDoor, decree: Decree, russian: Texts, language: Language) -> None:
    """The applicant is told once, in their language, what was said, what it is now, and why; pages show the new day."""
    await door.put(Person(APPLICANT, language))
    theirs = door.processor.wording.library.texts(language)
    shown = await to_confirm(door, HEAD, russian)
    assert await due(door) == [(decree.told.isoformat(), None)]
    assert russian("told-moved-source", source=DECREE) in shown.texts[0]
    answer = await press(door, HEAD, shown, russian.plain("work-moved-button"))
    told = {chat: str(call.parameters["text"]) for chat, call in answer.notices}
    assert told.keys() == {APPLICANT, OFFICER}
    assert told[OFFICER] == russian("told-settled", number=NUMBER, name=officer_of(HEAD).name)
    for each in (decree.told, decree.now, decree.refusal_told, decree.refusal_now, decree.off):
        assert long_date(each, theirs) in told[APPLICANT]
    assert theirs("told-moved-source", source=DECREE) in told[APPLICANT]
    assert theirs("told-moved-silence", date=full_date(decree.told, theirs)) in told[APPLICANT]
    assert await due(door) == [(decree.now.isoformat(), None)]
    clocks = (await door.tap(APPLICANT, ApplicationCallback("clocks", "case1.", str(await version(door))).pack())).texts
    assert long_date(decree.now, theirs) in clocks[0]
    assert theirs("clock-moved", said=long_date(decree.told, theirs), source=DECREE) in clocks[0]
    (event,) = [each for each in await door.events(await door.case("case1")) if each.kind is EventKind.TERM_MOVED]
    assert (event.details["source"], event.details["days"]) == (DECREE, decree.off.isoformat())
    history = await door.tap(HEAD, tap("history"))
    assert DECREE in history.texts[0]
    assert "decree" not in (await door.case("case1", HEAD)).prepared
    again = await press(door, HEAD, shown, russian.plain("work-moved-button"))
    assert (again.toast, again.notices) == (russian.plain("toast-changed"), [])
    assert await happened(door) == [EventKind.TERM_MOVED]


async def version(door: FrontDoor) -> int:
    return (await door.case("case1")).version


async def test_all_that_is_late_follows_the_decision(door: FrontDoor, decree: Decree, russian: Texts) -> None:
    """Until it, the day that was told; after it, the new one: queue, digest, notices to heads, indicators."""
    library = door.processor.containers.options.library
    there = Terms(library.standard, library.calendar)
    after = there.after(decree.now, 1)
    keys, groups = await morning(door, decree.now)
    assert keys == [
        f"late:case1:{decree.told}",
        *(f"missed:case1:{decree.told}:{each}" for each in (HEAD, SECOND_HEAD)),
    ]
    assert groups == ["overdue", "recounted"]
    assert await late_by(door, decree.told) == 1
    await move(door, russian)
    keys, groups = await morning(door, decree.now)
    assert (keys, groups) == ([f"late:case1:{decree.told}"], ["due_today"])
    assert await late_by(door, decree.told) == 0
    keys, groups = await morning(door, after)
    assert keys == [f"late:case1:{decree.now}", *(f"missed:case1:{decree.now}:{each}" for each in (HEAD, SECOND_HEAD))]
    assert groups == ["overdue"]
    async with door.processor.database.transaction() as transaction:
        decisions = Container(door.processor.containers.options, transaction, door.processor.keys).decisions
        evening = datetime.combine(decree.now, time(18), KAZAKHSTAN)
        approved = await decisions.approve(ActionRequest(HEAD, "case1", None, evening))
        await decisions.ready(ActionRequest(HEAD, "case1", approved.case.version, evening))
    assert await due(door) == [(decree.now.isoformat(), decree.now.isoformat())]
    assert await late_by(door, decree.now) == 0


@pytest.mark.parametrize("moved", [True, False])
async def test_silence_may_be_complained_of_after_the_day_that_was_told(
    door: FrontDoor, decree: Decree, russian: Texts, *, moved: bool
) -> None:
    """A move takes this right from nobody; the text of the complaint names both days."""
    await door.put(Person(APPLICANT, Language("ru")).consenting(NOTICE_VERSION, NOW))
    if moved:
        await move(door, russian)
    silent = ComplaintCallback("silent", "case1").pack()
    door.processor.clock = lambda: datetime.combine(decree.told, time(23), KAZAKHSTAN)
    await door.tap(APPLICANT, silent)
    assert await door.rows("SELECT count(*) FROM complaints") == [(0,)]
    door.processor.clock = lambda: datetime.combine(decree.told + ONE_DAY, time(9), KAZAKHSTAN)
    answer = await door.tap(APPLICANT, silent)
    assert await door.rows("SELECT count(*) FROM complaints") == [(1,)]
    assert full_date(decree.told, russian) in answer.texts[0]
    assert (full_date(decree.now, russian) in answer.texts[0]) is moved


async def test_a_term_is_shortened(
    door: FrontDoor, standard: Standard, terms: Terms, russian: Texts, tmp_path: Path
) -> None:
    """A Saturday worked within the term: the new day is earlier, and so is the one after which to complain."""
    await has(door, standard, CaseState.REGISTERED, assigned=HEAD)
    await hand_over(door, russian, NUMBER)
    told = terms.last("decision", NOW.date())
    saturday = NOW.date() + ONE_DAY * 6
    door.serve(changed(tmp_path, add_day_off(terms.after(told, 10), saturday)))
    earlier = terms.before(told, 1)
    answer = await move(door, russian)
    ((chat, call),) = answer.notices
    assert chat == APPLICANT
    assert russian("told-moved-silence", date=full_date(earlier, russian)) in str(call.parameters["text"])
    assert await due(door) == [(earlier.isoformat(), None)]
    assert (await morning(door, told))[0][0] == f"late:case1:{earlier}"


@pytest.mark.usefixtures("decree")
@pytest.mark.parametrize(
    ("text", "problem"), [("905", "bad-doubtful-figures"), ("Постановление № 905", "bad-doubtful-decree")]
)
async def test_a_decree_that_looks_like_none(door: FrontDoor, russian: Texts, text: str, problem: str) -> None:
    """The question comes again with an example; the same text once more is believed."""
    answer = await to_confirm(door, HEAD, russian, text)
    assert russian(problem) in answer.texts[0]
    assert russian("work-ask-decree") in answer.texts[0]
    answer = await door.say(HEAD, text)
    assert russian("told-moved-source", source=text) in answer.texts[0]
    corrected = await press(door, HEAD, answer, russian.plain("work-decree-button"))
    assert russian("work-ask-decree") in corrected.texts[0]
    assert russian("told-moved-source", source=DECREE) in (await door.say(HEAD, DECREE)).texts[0]


async def test_a_day_is_not_moved_without_a_decree(door: FrontDoor, decree: Decree, russian: Texts) -> None:
    """A forged button says what is missing; an officer's own text can be typed later."""
    argument = f"{decree.now:%y%m%d}.{decree.refusal_now:%y%m%d}"
    answer = await door.tap(HEAD, tap("moved", argument, await version(door)))
    assert russian("bad-no-decree") in answer.texts[0]
    assert await happened(door) == []


@pytest.mark.usefixtures("decree")
async def test_two_heads_at_once(door: FrontDoor, russian: Texts) -> None:
    """One of them decides, the other is told what and by whom; the applicant hears of it once."""
    first, second = [await to_confirm(door, each, russian) for each in (HEAD, SECOND_HEAD)]
    button = russian.plain("work-moved-button")
    answers = await door.send(
        [door.tapping(HEAD, first.buttons[button]), door.tapping(SECOND_HEAD, second.buttons[button])]
    )
    assert [chat for each in answers for chat, _ in each.notices].count(APPLICANT) == 1
    assert answers[1].toast == russian.plain("toast-changed")
    assert russian("work-changed") in answers[1].texts[0]
    assert officer_of(HEAD).name in answers[1].texts[0]
    assert await happened(door) == [EventKind.TERM_MOVED]
    assert "decree" not in (await door.case("case1", SECOND_HEAD)).prepared


@pytest.mark.usefixtures("decree")
@pytest.mark.parametrize("button", ["work-kept-button", "work-move-button"])
async def test_a_difference_that_goes_away(door: FrontDoor, russian: Texts, button: str) -> None:
    """The decree is withdrawn before the head decides: nothing is left to decide, nobody is told anything."""
    page = await settle(door, HEAD, russian)
    before = await door.everything()
    door.serve(library_of(EDITION))
    answer = await press(door, HEAD, page, russian.plain(button))
    assert russian("bad-nothing-to-settle") in answer.texts[0]
    assert russian("work-recounted") not in answer.texts[0]
    assert answer.notices == []
    assert await door.everything() == before


async def test_a_difference_that_goes_away_while_the_decree_is_typed(
    door: FrontDoor, decree: Decree, russian: Texts
) -> None:
    """The card says so; no day is moved."""
    await press(door, HEAD, await settle(door, HEAD, russian), russian.plain("work-move-button"))
    door.serve(library_of(EDITION))
    answer = await door.say(HEAD, DECREE)
    assert russian("bad-nothing-to-settle") in answer.texts[0]
    assert await due(door) == [(decree.told.isoformat(), None)]
    assert await happened(door) == []


@pytest.mark.parametrize("button", ["work-kept-button", "work-moved-button"])
async def test_the_calendar_changes_once_more(
    door: FrontDoor, decree: Decree, russian: Texts, terms: Terms, tmp_path: Path, button: str
) -> None:
    """A button decides about the days that it showed: for others, all is shown again."""
    page = await settle(door, HEAD, russian) if button == "work-kept-button" else await to_confirm(door, HEAD, russian)
    door.serve(two_days(tmp_path, decree.off, terms))
    answer = await press(door, HEAD, page, russian.plain(button))
    assert answer.texts[0].startswith(russian("work-calendar-changed"))
    assert answer.notices == []
    assert await happened(door) == []


@pytest.mark.usefixtures("decree")
async def test_complaints_are_counted_in_calendar_days(door: FrontDoor) -> None:
    """No decree moves the day of an answer, nor asks about it."""
    await door.put(*team(AKIMAT, {AKIM: Role.HEAD}), complained(ComplaintState.ACCEPTED, unit=AKIMAT))
    card = OfficerComplaintCallback("card", "complaint1.", "").pack()
    page = (await door.tap(AKIM, card)).texts
    queue = (await door.say(AKIM, "/complaints")).texts
    door.serve(library_of(EDITION))
    assert (await door.tap(AKIM, card)).texts == page
    assert (await door.say(AKIM, "/complaints")).texts == queue
