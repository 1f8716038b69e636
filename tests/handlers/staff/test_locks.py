"""A lost phone: `/lock` and `/unlock`, and what the phone still gets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.delivery.rate_limit import RateLimits
from bot.delivery.sender import Sender
from dialogs.ui.callback_data import ApplicationCallback, CaseworkCallback, StaffCallback
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Admin
from domain.standard.edition import Standard
from handlers.core.reply import ANSWERING, SUSPENDED, WRITING
from storage.db.keys import person
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outbox, Outgoing
from storage.messaging.sessions import Session, SessionBook
from storage.staff import SqlAdmins
from tests.bot.updates.spine import Telegram
from tests.factories.cases import another, complete, worked
from tests.factories.moments import NOW
from tests.factories.people import COLLEAGUE, HEAD, OFFICER, REGISTRAR, team
from tests.factories.texts import home_html
from tests.handlers.casework.office import press
from tests.handlers.front_door import Answer, FrontDoor, front_door

pytestmark = pytest.mark.untraced

ADMIN, INVITED = 6001, 6002


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path, ADMIN) as opened:
        await opened.put(*team())
        await opened.processor.keys.ciphers([person(INVITED)])
        async with opened.processor.database.transaction() as transaction:
            await SqlAdmins(transaction, opened.processor.keys).add(Admin(INVITED, "Ким Я. Я."))
        yield opened


async def tap(door: FrontDoor, actor: int, action: str, argument: object) -> Answer:
    return await door.tap(actor, StaffCallback(action, str(argument)).pack())


async def lock(door: FrontDoor, user_id: int = OFFICER, actor: int = HEAD) -> Answer:
    return await tap(door, actor, "locked", user_id)


@pytest.mark.parametrize(
    "words", [f"/lock {OFFICER}", f"/lock Имя {OFFICER}", f"/lock имя {OFFICER}.", f"/LOCK  {OFFICER}"]
)
async def test_one_question_before_it_is_done(door: FrontDoor, russian: Texts, words: str) -> None:
    """By id or name; the question says what will happen, and nothing has happened before the answer."""
    asked = await door.say(HEAD, words)
    assert russian("lock-effect") in asked.texts[0]
    assert await door.rows("SELECT user_id FROM locked_people") == []
    done = await door.tap(HEAD, asked.buttons[russian.plain("lock-yes-button")])
    assert done.toast == russian.plain("staff-done-toast")
    assert await door.rows("SELECT user_id, locked_by FROM locked_people") == [(OFFICER, HEAD)]
    assert {chat_id for chat_id, _ in done.notices} == {OFFICER}  # they are told, and their menu goes
    assert "deleteMyCommands" in [each.method for _, each in done.notices]
    again = await lock(door)
    assert (again.toast, again.notices) == (russian.plain("stale"), [])


async def test_a_choice_of_people(door: FrontDoor, russian: Texts) -> None:
    """Without a name all whom the person may lock; with one that several have or nobody has, a choice, too."""
    everybody = {f"Имя {each}" for each in (OFFICER, COLLEAGUE, REGISTRAR)}
    for typed in ("", " Имя", " Ахметова"):
        chosen = await door.say(HEAD, f"/lock{typed}")
        assert everybody <= set(chosen.buttons)
        assert (russian("lock-not-found", typed="Ахметова") in chosen.texts[0]) == ("Ахметова" in typed)
    await lock(door)
    assert f"Имя {OFFICER}" not in (await door.say(HEAD, "/lock")).buttons
    assert set((await door.say(HEAD, "/unlock")).buttons) >= {f"Имя {OFFICER}"}
    assert {"Ким Я. Я.", f"Имя {HEAD}"} <= set((await door.say(ADMIN, "/lock")).buttons)


async def test_from_the_page_of_a_person(door: FrontDoor, russian: Texts) -> None:
    """It has a button, and says afterwards that they are locked."""
    page = await tap(door, HEAD, "person", f"{OFFICER}.2/3")
    asked = await door.tap(HEAD, page.buttons[russian.plain("staff-lock-button")])
    await door.tap(HEAD, asked.buttons[russian.plain("lock-yes-button")])
    page = await tap(door, HEAD, "person", f"{OFFICER}.2/3")
    assert russian("lock-state") in page.texts[0]
    asked = await door.tap(HEAD, page.buttons[russian.plain("staff-unlock-button")])
    done = await door.tap(HEAD, asked.buttons[russian.plain("lock-unlock-yes-button")])
    assert russian("lock-unlocked", name=f"Имя {OFFICER}") in done.texts[0]
    assert await door.rows("SELECT user_id FROM locked_people") == []
    assert (await tap(door, HEAD, "unlocked", OFFICER)).toast == russian.plain("stale")


async def test_from_the_next_update_on_there_is_no_role(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Buttons of open pages say that this has changed, commands and typed lines do nothing; the case stays theirs."""
    case = worked(standard, CaseState.REGISTERED, assigned=OFFICER)
    await door.put(case)
    await door.tap(OFFICER, CaseworkCallback("need-note", f"{case.id}.", "0").pack())
    await lock(door)
    before = await door.everything()
    home = f"{russian('stale')}\n\n{home_html('ru')}"
    for action in ("card", "answers", "need", "approve", "release", "papers", "history"):
        answer = await door.tap(OFFICER, CaseworkCallback(action, f"{case.id}.", "0").pack())
        assert (answer.texts, answer.toast) == ([home], russian.plain("stale")), action
        assert not any("work:" in each for each in answer.buttons.values())
    for text in ("/queue", "/case 2-3/2026-1", "/journal", "/export", "/lock", "/officers", "/invite"):
        assert (await door.say(OFFICER, text)).texts == [home], text
    assert case.answers["full_name"] not in str((await door.say(OFFICER, "Принесите паспорт.")).texts)
    assert await door.everything() == before
    assert (await door.case(case.id)).assigned == OFFICER
    card = await door.tap(HEAD, CaseworkCallback("card", f"{case.id}.").pack())
    assert f"Имя {OFFICER}" in card.texts[0]
    chosen = await door.tap(HEAD, CaseworkCallback("assign", f"{case.id}.", "0").pack())
    assert f"Имя {COLLEAGUE}" in chosen.buttons
    assert f"Имя {OFFICER}" not in chosen.buttons
    await tap(door, HEAD, "unlocked", OFFICER)
    assert (
        case.answers["full_name"] in (await door.tap(OFFICER, CaseworkCallback("card", f"{case.id}.").pack())).texts[0]
    )


async def test_what_was_begun_is_dropped(door: FrontDoor, standard: Standard) -> None:
    """Ticks, lines and the question that waited; the messages that are known to hold it are deleted."""
    case = worked(standard, CaseState.REGISTERED, assigned=OFFICER)
    await door.put(case)
    await door.tap(OFFICER, CaseworkCallback("need-note", f"{case.id}.", "0").pack())
    await door.say(OFFICER, "Принесите паспорт.")
    assert (await door.case(case.id, OFFICER)).prepared["need_note"] == "Принесите паспорт."
    ((said,),) = await door.rows("SELECT message_id FROM given_answers WHERE chat_id = ?", OFFICER)
    done = await lock(door)
    assert [each.parameters for _, each in done.notices if each.method == "deleteMessage"] == [
        {"chat_id": OFFICER, "message_id": said}
    ]
    assert "need_note" not in (await door.case(case.id, OFFICER)).prepared
    assert await door.rows("SELECT 1 FROM sessions WHERE chat_id = ?", OFFICER) == []
    assert await door.rows("SELECT 1 FROM given_answers WHERE chat_id = ?", OFFICER) == []
    assert not [each for chat_id, each in (await lock(door)).notices if chat_id == OFFICER]


async def test_colleagues_are_told_and_the_phone_is_not(door: FrontDoor, standard: Standard) -> None:
    """A new application is told to everybody else of the office."""
    draft = replace(complete(standard), id="new")
    await door.put(Person(draft.applicant).consenting(NOTICE_VERSION, NOW), draft)
    await lock(door)
    filed = await door.tap(draft.applicant, ApplicationCallback("file", "new.", "0").pack())
    assert {chat_id for chat_id, _ in filed.notices} == {HEAD, COLLEAGUE, REGISTRAR}


@pytest.mark.parametrize("locked", [False, True])
async def test_what_waited_for_the_phone_is_withheld(door: FrontDoor, *, locked: bool) -> None:
    """A page with the data of others is sent only to whom has a role at that moment; what is their own comes."""
    if locked:
        await lock(door)
    telegram, processor = Telegram(), door.processor
    rows = [
        Outgoing(901, "digest:x.0", OFFICER, person(OFFICER), page("дела"), notice=True),
        Outgoing(902, "waits:1.0", OFFICER, person(OFFICER), replace(page("карточка"), protected=True), notice=True),
        Outgoing(903, "waits:2.0", OFFICER, person(OFFICER), page("своё"), notice=True),
    ]
    rows[0] = replace(rows[0], request=replace(rows[0].request, protected=True))
    async with processor.database.transaction() as transaction:
        await transaction.run("DELETE FROM outbox")
        await Outbox(transaction).queue(rows, await processor.keys.ciphers([person(OFFICER)]))
    limits = RateLimits(per_chat=1e6, chat_burst=1e6, overall=1e6)
    sender = Sender(telegram, processor.database, processor.keys, limits, door.heard.maker)
    await sender.start()
    await sender.drain(5)
    sent = [(each["text"], each.get("protect_content", False)) for each in telegram.sent[OFFICER]]
    expected = [] if locked else [("дела", True), ("карточка", True)]
    assert sent == [*expected, ("своё", False)]
    assert await door.rows("SELECT origin FROM outbox WHERE chat_id = ?", OFFICER) == []


def page(text: str) -> BotApiRequest:
    return BotApiRequest("sendMessage", {"chat_id": OFFICER, "text": text})


async def test_the_applicants_side_stays(door: FrontDoor, standard: Standard) -> None:
    """Whoever has also applied goes on as an applicant: start, own application, filing; their own question waits."""
    draft = replace(complete(standard), id="own", applicant=OFFICER)
    filed = another(worked(standard, CaseState.REGISTERED), "filed", 9, applicant=OFFICER)
    await door.put(Person(OFFICER).consenting(NOTICE_VERSION, NOW), draft, filed)
    await door.tap(OFFICER, ApplicationCallback("edit", "own.full_name", "0").pack())
    await lock(door)
    assert await door.rows("SELECT 1 FROM sessions WHERE chat_id = ?", OFFICER) == [(1,)]
    await door.say(OFFICER, "Ким Пётр Иванович")
    assert (await door.case("own")).answers["full_name"] == "Ким Пётр Иванович"
    start = await door.say(OFFICER, "/start")
    assert not any("work:" in each or "staff:" in each for each in start.buttons.values())
    opened = await door.tap(OFFICER, ApplicationCallback("open", "filed", "0").pack())
    assert filed.registration
    assert filed.registration.number in opened.texts[0]
    assert not any(each.protected for each in opened.calls)


async def test_a_question_of_work_that_was_left_is_forgotten(door: FrontDoor, standard: Standard) -> None:
    """The question about their own application, which stands in front of it, goes on to wait."""
    case = worked(standard, CaseState.REGISTERED, assigned=OFFICER)
    draft = replace(complete(standard), id="own", applicant=OFFICER)
    await door.put(Person(OFFICER).consenting(NOTICE_VERSION, NOW), case, draft)
    await door.tap(OFFICER, CaseworkCallback("need-note", f"{case.id}.", "0").pack())
    await door.tap(OFFICER, ApplicationCallback("edit", "own.full_name", "0").pack())
    before = await session(door)
    assert (before.state, before.data[SUSPENDED]["kind"]) == (ANSWERING, WRITING)
    await lock(door)
    after = await session(door)
    assert (after.state, after.data) == (
        ANSWERING,
        {name: value for name, value in before.data.items() if name != SUSPENDED},
    )


async def session(door: FrontDoor) -> Session:
    key, book = (OFFICER, OFFICER), SessionBook()
    async with door.processor.database.transaction() as transaction:
        await book.load(transaction, [key], {key: await door.processor.keys.cipher(person(OFFICER))})
    return book.get(key)


async def test_a_page_of_somebody_elses_case_is_dropped_and_of_their_own_is_not(
    door: FrontDoor, standard: Standard
) -> None:
    """Both wait for one of their buttons; only one is about their own application."""
    case = worked(standard, CaseState.REGISTERED, assigned=OFFICER)
    own = another(worked(standard, CaseState.REGISTERED), "own", 9, applicant=OFFICER)
    await door.put(case, own)
    for data, kept in ((CaseworkCallback("answers", f"{case.id}.").pack(), 0), ("app:open:own:0", 1)):
        await door.tap(OFFICER, data)
        await lock(door)
        assert len(await door.rows("SELECT 1 FROM sessions WHERE chat_id = ?", OFFICER)) <= kept
        await tap(door, HEAD, "unlocked", OFFICER)


@pytest.mark.parametrize("actor", [ADMIN, HEAD])
async def test_nobody_locks_themselves(door: FrontDoor, russian: Texts, actor: int) -> None:
    """They are told who does it; the button, forged, is denied."""
    assert (await door.say(actor, f"/lock {actor}")).texts == [russian("lock-own")]
    assert (await tap(door, actor, "lock", actor)).texts == [russian("lock-own")]
    assert (await lock(door, actor, actor)).texts == [russian("work-denied")]
    assert await door.rows("SELECT user_id FROM locked_people") == []


async def test_an_admin_of_the_settings_is_locked_by_another(door: FrontDoor, russian: Texts) -> None:
    """From then on they are nobody; who is left unlocks them."""
    await lock(door, ADMIN, INVITED)
    assert russian("stale") in (await door.say(ADMIN, "/officers")).texts[0]
    assert russian("stale") in (await tap(door, ADMIN, "unlocked", ADMIN)).texts[0]
    await tap(door, INVITED, "unlocked", ADMIN)
    assert russian("stale") not in (await door.say(ADMIN, "/officers")).texts[0]


async def test_help_tells_those_who_may(door: FrontDoor) -> None:
    """Heads and admins read of it, nobody else does."""
    for actor in (ADMIN, INVITED, HEAD, OFFICER, REGISTRAR, 800_000):
        text = (await door.say(actor, "/help")).texts[0]
        assert ("/lock" in text, "/unlock" in text) == (actor in {ADMIN, INVITED, HEAD},) * 2


async def test_a_locked_person_can_be_dismissed(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Their role is changed and ended as anybody's; their cases become free then, and only then."""
    case = worked(standard, CaseState.REGISTERED, assigned=OFFICER)
    await door.put(case)
    await lock(door)
    people = await tap(door, HEAD, "unit", "2/3")
    assert russian("lock-row", row=f"• Имя {OFFICER} — {russian('role-officer')}") in people.texts[0]
    await press(door, HEAD, await tap(door, HEAD, "end", f"{OFFICER}.2/3"), russian.plain("staff-left-queue-button"))
    assert await door.rows("SELECT 1 FROM officers WHERE user_id = ?", OFFICER) == []
    assert (await door.case(case.id)).assigned is None


async def test_an_office_with_nobody_else_takes_no_applications(door: FrontDoor, russian: Texts) -> None:
    """While all who decide are locked; the last question before says so."""
    for each in (COLLEAGUE, HEAD):
        await lock(door, each, ADMIN)
    asked = await tap(door, ADMIN, "lock", OFFICER)
    assert russian("staff-end-closes") in asked.texts[0]
    await lock(door, OFFICER, ADMIN)
    assert russian("staff-not-connected") in (await tap(door, ADMIN, "unit", "2/3")).texts[0]


async def test_no_invitation_helps_a_lost_phone(door: FrontDoor, russian: Texts) -> None:
    """Its link opens nothing, before the name or after it, and remains good for whom it was meant."""
    made = await door.say(ADMIN, "/invite officer 2/4")
    secret = made.texts[0].partition("?start=")[2].split()[0]
    await door.say(OFFICER, f"/start {secret}")
    await lock(door)
    for words in ("Ахметова А. Б.", f"/start {secret}"):
        assert russian("join-bad") in (await door.say(OFFICER, words)).texts[0]
    assert await door.rows("SELECT count(*) FROM officers WHERE user_id = ?", OFFICER) == [(1,)]
    assert await door.rows("SELECT count(*) FROM invitations WHERE used_by IS NULL") == [(1,)]
