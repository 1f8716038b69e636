"""An edition whose law stops the term for an examination: who may stop it, what everybody is told, and what follows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
import pytest_asyncio

from bot.resources import Resources
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.dates import full_date, long_date, short_date, tappable_date
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.calendar import KAZAKHSTAN
from domain.history import EventKind
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from tests.factories.editions import add_pause, set_calendar_days
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR
from tests.factories.terms import ONE_DAY, Terms
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.casework.test_decrees import due, late_by, morning
from tests.handlers.casework.test_kept_terms import changed, hand_over
from tests.handlers.front_door import Answer, FrontDoor

NAMES = {
    "ru": "религиоведческая экспертиза",
    "kk": "дінтану сараптамасы",
    "en": "an examination of the materials",
}
OTHERS = {"ru": "запрос в суд", "kk": "сотқа сұрау", "en": "a question to the court"}
TODAY = NOW.date()
STOOD = 10  # days


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture
def law(tmp_path: Path) -> Resources:
    """The standard, in working days, with an examination."""
    return changed(tmp_path / "law", add_pause("examination", "decision", "refusal", names=NAMES))


@pytest_asyncio.fixture
async def case(door: FrontDoor, law: Resources, standard: Standard, russian: Texts) -> None:
    """A case in review under that law, with the officer who handles it."""
    door.serve(law)
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    await hand_over(door, russian, NUMBER)


def at(door: FrontDoor, day: date) -> None:
    """The clock shows ten o'clock of this day."""
    door.processor.clock = lambda: datetime.combine(day, time(10), KAZAKHSTAN)


async def card(door: FrontDoor, actor: int) -> Answer:
    return await door.tap(actor, tap("card"))


async def stop(door: FrontDoor, russian: Texts) -> Answer:
    """The head stops the term, for the only reason there is."""
    page = await press(door, HEAD, await card(door, HEAD), russian.plain("work-pause-button"))
    return await press(door, HEAD, page, russian.plain("work-paused-button"))


async def go_on(door: FrontDoor, russian: Texts, actor: int = OFFICER) -> Answer:
    page = await press(door, actor, await card(door, actor), russian.plain("work-resume-button"))
    return await press(door, actor, page, russian.plain("work-resumed-button"))


async def happened(door: FrontDoor) -> list[EventKind]:
    kinds = [each.kind for each in await door.events(await door.case("case1"))]
    return [each for each in kinds if each in {EventKind.PAUSED, EventKind.RESUMED}]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("case")
async def test_stopped_and_going_on(
    door: FrontDoor, law: Resources, terms: Terms, russian: Texts, language: Language
) -> None:
    """The applicant is told why the term stands, then its new last day, in their language; so is who works on it."""
    await door.put(Person(APPLICANT, language).consenting(NOTICE_VERSION, NOW))
    theirs, name = law.texts(language), NAMES[language]
    last = terms.last("decision", TODAY)
    answer = await stop(door, russian)
    assert answer.toast == russian.plain("toast-paused")
    assert russian("work-term-paused", date=full_date(TODAY, russian), reason=NAMES["ru"]) in answer.texts[0]
    told = {user: str(call.parameters["text"]) for user, call in answer.notices}
    assert told.keys() == {APPLICANT, OFFICER}
    assert theirs("told-paused", number=NUMBER) in told[APPLICANT]
    assert name in told[APPLICANT]
    assert theirs("deadline-left", days=7, unit="working-days") in told[APPLICANT]
    assert await due(door) == [("9999-12-31", None)]

    at(door, until := terms.after(TODAY, STOOD))
    opened = await door.tap(APPLICANT, ApplicationCallback("open", "case1.", "").pack())
    assert theirs("case-paused", date=full_date(TODAY, theirs), reason=name) in opened.texts[0]
    assert theirs("deadline-due", date=tappable_date(last, theirs)) not in "".join(
        (await door.tap(APPLICANT, opened.buttons[theirs.plain("case-clocks-button")])).texts
    )
    answer = await go_on(door, russian)
    assert answer.toast == russian.plain("toast-resumed")
    now = terms.after(TODAY, terms.days("decision") + STOOD - 1)  # today counts again
    (told_at_last,) = [str(call.parameters["text"]) for _, call in answer.notices]
    assert theirs("told-resumed", number=NUMBER, date=long_date(now, theirs)) in told_at_last
    assert theirs("told-resumed-why", since=full_date(TODAY, theirs), reason=name) in told_at_last
    assert await due(door) == [(now.isoformat(), None)]
    opened = await door.tap(APPLICANT, ApplicationCallback("open", "case1.", "").pack())
    history = await door.tap(APPLICANT, opened.buttons[theirs.plain("case-history-button")])
    assert history.texts[0].count(theirs("event-pause", reason=name)) == 2
    assert [each.details for each in (await door.events(await door.case("case1")))[-2:]] == [
        {
            "terms": "decision,refusal",
            "said": f"{last},{terms.last('refusal', TODAY)}",
            "pause": "examination",
        },
        {
            "terms": "decision,refusal",
            "said": f"{last},{terms.last('refusal', TODAY)}",
            "counted": f"{now},{terms.after(TODAY, terms.days('refusal') + STOOD - 1)}",
            "pause": "examination",
            "since": TODAY.isoformat(),
        },
    ]
    assert until < now


@pytest.mark.usefixtures("case")
async def test_day_by_day(door: FrontDoor, terms: Terms, russian: Texts) -> None:
    """Days counted before the pause, the days it stood in one line with their reason, and those after it."""
    at(door, first := terms.after(TODAY, 2))
    await stop(door, russian)
    (shown,) = (await door.tap(HEAD, tap("clocks"))).texts
    assert russian("deadline-left", days=6, unit="working-days") in shown
    assert "deadline-stood" not in shown
    at(door, terms.after(first, 5))
    await go_on(door, russian)
    (shown,) = (await door.tap(OFFICER, tap("clocks"))).texts
    rows = shown.split("\n")
    (stood,) = [place for place, row in enumerate(rows) if NAMES["ru"] in row]
    assert rows[stood - 1].startswith("1-й день")
    assert rows[stood + 1].startswith("2-й день")
    assert russian("deadline-due", date=tappable_date(terms.after(TODAY, terms.days("decision") + 5), russian)) in shown
    (history,) = (await door.tap(HEAD, tap("history"))).texts
    assert history.count(russian("work-event-pause", reason=NAMES["ru"])) == 2


@pytest.mark.usefixtures("case")
async def test_nothing_is_late_meanwhile(door: FrontDoor, terms: Terms, russian: Texts) -> None:
    """No notice of a missed day, no figure against the office; queue and digest say since when the term stands."""
    await stop(door, russian)
    after = terms.after(terms.last("decision", TODAY), 3)
    at(door, after)
    assert await morning(door, after) == ([], [])
    assert await late_by(door, after) == 0
    queue = await door.say(OFFICER, "/queue")
    assert russian("work-row-paused", date=short_date(TODAY, russian)) in queue.texts[0]
    digest = await digest_of(door, HEAD, after)
    assert russian("digest-paused", count=1) in digest
    assert russian("digest-row-paused", number=NUMBER, date=short_date(TODAY, russian)) in digest
    await go_on(door, russian)
    keys, groups = await morning(door, terms.after(terms.after(after, terms.days("decision") - 1), 1))
    assert groups == ["overdue"]
    assert any(each.startswith("late:case1:") for each in keys)


async def digest_of(door: FrontDoor, user_id: int, day: date) -> str:
    from bot.container import Container  # noqa: PLC0415
    from dialogs.casework.digests import digest_screen  # noqa: PLC0415

    async with door.processor.database.transaction() as transaction:
        use = Container(door.processor.containers.options, transaction, door.processor.keys)
        found = await use.digests.compute_for_person(user_id, datetime.combine(day, time(10), KAZAKHSTAN))
        assert found
        return str(digest_screen(found, door.processor.containers.options.library.texts("ru")).text)


@pytest.mark.usefixtures("case")
async def test_who_may(door: FrontDoor, russian: Texts) -> None:
    """The head stops it; whoever decides lets it go on; nothing is decided while it stands."""
    for actor in (OFFICER, COLLEAGUE, REGISTRAR, HEAD):
        assert (russian.plain("work-pause-button") in (await card(door, actor)).buttons) is (actor == HEAD)
    version = (await door.case("case1")).version
    for actor in (OFFICER, COLLEAGUE, REGISTRAR, APPLICANT):
        answer = await door.tap(actor, tap("paused", "examination", version))
        assert answer.texts == [russian("work-denied")], actor
    before = await card(door, OFFICER)
    await stop(door, russian)
    for actor in (OFFICER, COLLEAGUE, REGISTRAR, HEAD):
        shown = (await card(door, actor)).buttons
        assert (russian.plain("work-resume-button") in shown) is (actor in {OFFICER, HEAD})
        assert not {russian.plain(f"work-{act}-button") for act in ("approve", "refuse", "pause")} & shown.keys()
    old = await press(door, OFFICER, before, russian.plain("work-approve-button"))
    assert old.toast == russian.plain("toast-changed")
    assert NAMES["ru"] in old.texts[0]
    assert (await door.tap(OFFICER, tap("approve", "", version + 1))).texts == [russian("work-denied")]
    assert (await door.case("case1")).state is CaseState.IN_REVIEW


@pytest.mark.usefixtures("case")
async def test_second_taps(door: FrontDoor, terms: Terms, russian: Texts) -> None:
    """A second tap stops nothing twice and lets nothing go on twice; a button of yesterday shows the day of today."""
    page = await press(door, HEAD, await card(door, HEAD), russian.plain("work-pause-button"))
    await press(door, HEAD, page, russian.plain("work-paused-button"))
    again = await press(door, HEAD, page, russian.plain("work-paused-button"))
    assert (again.toast, again.notices) == (russian.plain("toast-changed"), [])
    resuming = await press(door, OFFICER, await card(door, OFFICER), russian.plain("work-resume-button"))
    at(door, terms.after(TODAY, 2))
    shown = await press(door, OFFICER, resuming, russian.plain("work-resumed-button"))
    assert russian("work-day-changed") in shown.texts[0]
    assert await happened(door) == [EventKind.PAUSED]
    await press(door, OFFICER, shown, russian.plain("work-resumed-button"))
    again = await press(door, OFFICER, shown, russian.plain("work-resumed-button"))
    assert (again.toast, again.notices) == (russian.plain("toast-changed"), [])
    assert await happened(door) == [EventKind.PAUSED, EventKind.RESUMED]


@pytest.mark.usefixtures("case")
async def test_only_in_time(door: FrontDoor, terms: Terms, russian: Texts) -> None:
    """It can be stopped on its last day, and no more after it: what is missed stays missed."""
    last = terms.last("decision", TODAY)
    at(door, last)
    page = await press(door, HEAD, await card(door, HEAD), russian.plain("work-pause-button"))
    at(door, last + ONE_DAY)
    late = await press(door, HEAD, page, russian.plain("work-paused-button"))
    assert russian("bad-nothing-to-pause") in late.texts[0]
    assert russian.plain("work-pause-button") not in late.buttons
    assert await happened(door) == []


async def test_the_standard_of_2011_knows_no_reason(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """There is no button, and a forged one stops nothing."""
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    await hand_over(door, russian, NUMBER)
    assert russian.plain("work-pause-button") not in (await card(door, HEAD)).buttons
    version = (await door.case("case1")).version
    for action in ("pause", "pausing", "paused"):
        forged = await door.tap(HEAD, tap(action, "examination", version))
        assert russian("bad-nothing-to-pause") in forged.texts[0]
    for action in ("resume", "resumed"):
        assert (await door.tap(HEAD, tap(action, "", version))).texts == [russian("work-denied")]
    assert await happened(door) == []


async def test_several_reasons(door: FrontDoor, standard: Standard, russian: Texts, tmp_path: Path) -> None:
    """The head chooses; one that the edition does not name stops nothing."""
    both = (add_pause("examination", "decision", names=NAMES), add_pause("court", "decision", names=OTHERS))
    door.serve(changed(tmp_path / "law", *both))
    await has(door, standard, CaseState.REGISTERED, assigned=None)
    await hand_over(door, russian, NUMBER)
    page = await press(door, HEAD, await card(door, HEAD), russian.plain("work-pause-button"))
    assert {*NAMES.values(), *OTHERS.values()} & page.buttons.keys() == {NAMES["ru"], OTHERS["ru"]}
    version = (await door.case("case1")).version
    assert russian("bad-nothing-to-pause") in (await door.tap(HEAD, tap("paused", "weather", version))).texts[0]
    shown = await press(door, HEAD, page, OTHERS["ru"])
    answer = await press(door, HEAD, shown, russian.plain("work-paused-button"))
    assert [user for user, _ in answer.notices] == [APPLICANT]
    assert OTHERS["ru"] in answer.texts[0]
    (term,) = [each for each in (await door.case("case1")).terms.values() if each.pause]
    assert term.name == "decision"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_calendar_days(
    door: FrontDoor, standard: Standard, russian: Texts, tmp_path: Path, language: Language
) -> None:
    """Everything about the term speaks of calendar days, and its last day is a working one, as the edition has it."""
    law = changed(
        tmp_path / "law",
        set_calendar_days("decision", 30, "next-working"),
        add_pause("examination", "decision", names=NAMES),
    )
    door.serve(law)
    await door.put(Person(HEAD, language).consenting(NOTICE_VERSION, NOW))
    theirs = law.texts(language)
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    await hand_over(door, russian, NUMBER)
    last = law.calendar.next_working(TODAY + 29 * ONE_DAY)
    assert await due(door) == [(last.isoformat(), None)]
    (shown,) = (await card(door, HEAD)).texts
    left = (last - TODAY).days
    assert theirs("work-term-decision", date=long_date(last, theirs), count=left, unit="calendar-days") in shown
    days = {"ru": "календарных дней", "kk": "күнтізбелік", "en": "calendar days"}[language]
    assert days in shown
    (told,) = (await door.tap(HEAD, tap("clocks"))).texts
    assert days in told
    at(door, TODAY + 5 * ONE_DAY)
    await stop(door, theirs)
    at(door, TODAY + 45 * ONE_DAY)
    await go_on(door, russian)
    assert await due(door) == [(law.calendar.next_working(TODAY + 69 * ONE_DAY).isoformat(), None)]


async def test_a_term_that_ends_on_a_day_off(
    door: FrontDoor, standard: Standard, russian: Texts, tmp_path: Path
) -> None:
    """Head and applicant are warned on the working day before it, and it is missed from the day after it."""
    days = 5 - TODAY.weekday() + 14
    saturday = TODAY + days * ONE_DAY
    door.serve(changed(tmp_path / "law", set_calendar_days("decision", days, "stays")))
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    await hand_over(door, russian, NUMBER)
    assert await due(door) == [(saturday.isoformat(), None)]
    assert await morning(door, saturday - ONE_DAY) == (
        [f"ahead:case1:{saturday}:{HEAD}", f"eve:case1:{saturday}"],
        ["due_in_two"],
    )
    keys, groups = await morning(door, saturday + 2 * ONE_DAY)
    assert (f"late:case1:{saturday}" in keys, groups) == (True, ["overdue"])
