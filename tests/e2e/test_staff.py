"""Staff and invitations over HTTP: who invites whom, and what happens when people leave."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
import pytest_asyncio

from bot import clock
from dialogs.home import OF_ROLE
from domain.history import EventKind
from domain.staff.invitations import read_signature
from domain.staff.membership import Role
from sandbox.http.answers import dumps
from sandbox.world.world import World
from tests.e2e.drivers.applying import Applying
from tests.e2e.drivers.chatting import Chatting, Seen, acquaintance, shown
from tests.e2e.drivers.driving import Driven, bot

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADMIN_ID = 5_900_001
AKMOLA, KOKSHETAU, REGION = "1/3", "2/3", "Акмолинская область"
NOT_WORKING = "Эта ссылка не работает."


REAL = clock.now


@dataclass
class Clock:
    """The bot's clock, which a test may move forward."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return REAL() + self.ahead


@dataclass
class Office:
    """A running bot, its clock and its admin."""

    driven: Driven
    clock: Clock
    admin: Chatting

    async def link(self, by: Chatting, command: str) -> str:
        """Returns the payload of the link that a command gives."""
        return payload(await by.say(command))

    async def newcomer(self, language: str = "ru") -> Chatting:
        return await acquaintance(self.driven, language)

    async def somebody(self, role: str, unit: str = KOKSHETAU, name: str = "Ахметова А.") -> Chatting:
        """Returns the chat of a new person who has joined with that role."""
        secret = await self.link(self.admin, f"/invite {role} {unit}")
        person = await self.newcomer()
        await opens(person, secret)
        await person.say(name)
        return person

    def menu(self, person: Chatting) -> list[str]:
        listed = self.driven.world.commands.get((dumps(["chat", str(person.id)]), ""), [])
        return [str(each["command"]) for each in listed]

    def bound(self, person: Chatting) -> list[tuple[str, str]]:
        """Where, by the codes of the units, and in which roles."""
        found = "SELECT was, role FROM officers JOIN unit_aliases ON unit_aliases.unit = officers.unit"
        return self.driven.rows(f"{found} WHERE user_id = ? ORDER BY was", person.id)


def payload(seen: Seen) -> str:
    """Returns the payload of the link in a message."""
    assert "?start=i_" in seen.text, seen.text
    return "i_" + seen.text.partition("?start=i_")[2].split()[0]


async def opens(person: Chatting, secret: str) -> Seen:
    person.person.start(secret)
    return await person.after()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Driven, Clock]]:
    """One bot for all tests; each test meets people of its own."""
    put_forward = Clock()
    with patch("bot.clock.now", put_forward):
        async with bot(tmp_path_factory.mktemp("data"), World(), admin_ids=f"{ADMIN_ID}, 5900002") as driven:
            yield driven, put_forward
            assert driven.events.faults == []
            assert driven.rows("SELECT reason FROM quarantine") == []
            assert driven.rows("SELECT code FROM dead_letters") == []


@pytest_asyncio.fixture(loop_scope="module")
async def office(running: tuple[Driven, Clock]) -> AsyncIterator[Office]:
    driven, put_forward = running
    put_forward.ahead = timedelta()
    admin = await acquaintance(driven)
    admin = Chatting(driven, type(admin.person).meet(driven.world, ADMIN_ID, language_code="ru"), admin.texts)
    await admin.say("/start")
    if "Русский" in admin.seen()[-1].labels:
        await admin.tap("Русский")
    yield Office(driven, put_forward, admin)
    put_forward.ahead = timedelta()


async def test_admin_invites_a_head_who_invites_an_officer(office: Office) -> None:
    """Buttons lead through role, region, office and link; the head only chooses the role at their own office."""
    await office.admin.say("/invite")
    await office.admin.tap("Руководитель")
    await office.admin.tap(REGION)
    await office.admin.tap("г. Кокшетау")
    made, link = office.admin.seen()[-2:]
    assert made.text == office.admin.texts.plain("invite-made")
    assert "Отдел внутренней политики г. Кокшетау" in link.text
    head = await office.newcomer()
    asked = await opens(head, payload(link))
    assert asked.text.startswith("Вас приглашают: руководитель")
    welcome = await head.say("ахметова аб")
    assert welcome.text.startswith("Здравствуйте, Ахметова А. Б.!")
    assert office.bound(head) == [(KOKSHETAU, "head")]
    assert shown(office.admin.person)[-1].text.startswith("Ахметова А. Б. теперь в боте. Роль: руководитель")
    assert office.menu(head)[: len(OF_ROLE[Role.HEAD])] == list(OF_ROLE[Role.HEAD])

    await head.say("/invite")
    await head.tap("Сотрудник")
    await head.tap(f"г. Кокшетау ({REGION})")
    officer = await office.newcomer("kk")
    await opens(officer, payload(head.seen()[-1]))
    assert (await officer.say("Қасымов Ә.")).text.startswith("Сәлеметсіз бе, Қасымов Ә.!")
    assert office.bound(officer) == [(KOKSHETAU, "officer")]
    assert office.menu(officer)[: len(OF_ROLE[Role.OFFICER])] == list(OF_ROLE[Role.OFFICER])
    assert "Қасымов Ә." in shown(head.person)[-1].text


async def test_a_link_works_once(office: Office) -> None:
    """Of two who open it the first to type a name joins; the other hears so afterwards, and a third at once."""
    secret = await office.link(office.admin, "/invite officer 2/3 1/3")
    first, second, third = [await office.newcomer() for _ in range(3)]
    for person in (first, second):
        assert "Вас приглашают" in (await opens(person, secret)).text
    first.person.say("Ли Б.")
    second.person.say("Ким В.")
    await first.after()
    assert office.bound(first) == [(AKMOLA, "officer"), (KOKSHETAU, "officer")]
    assert (await second.after()).text.startswith(NOT_WORKING)
    assert office.bound(second) == []
    assert office.menu(second) == []
    assert (await opens(third, secret)).text.startswith(NOT_WORKING)
    assert (await second.say("Кокшетау")).text.startswith("Нашлось")  # no name is asked for any more


async def test_a_link_holds_for_a_day(office: Office) -> None:
    """After 24 hours it no longer works, even for those who opened it before."""
    secret = await office.link(office.admin, "/invite registrar 2/3")
    early, late = await office.newcomer(), await office.newcomer()
    office.clock.ahead = timedelta(hours=23, minutes=59)
    assert "Вас приглашают" in (await opens(early, secret)).text
    office.clock.ahead = timedelta(hours=24, seconds=1)
    assert (await opens(late, secret)).text.startswith(NOT_WORKING)
    assert (await early.say("Ли Б.")).text.startswith(NOT_WORKING)
    assert office.bound(early) == []


async def test_a_revoked_link(office: Office) -> None:
    """Revoked under the link itself or in the list; a second tap says that it is gone."""
    link = await office.admin.say("/invite officer 2/3")
    person = await office.newcomer()
    await opens(person, payload(link))
    revoke = link.data(office.admin.word("invite-revoke-button"))
    await office.admin.press(revoke, link.id)
    assert office.admin.toasts()[-1] == office.admin.texts.plain("invite-revoked-toast")
    await office.admin.press(revoke, link.id)
    assert office.admin.toasts()[-1] == office.admin.texts.plain("invite-gone-toast")
    assert (await person.say("Ли Б.")).text.startswith(NOT_WORKING)
    assert (await opens(person, payload(link))).text.startswith(NOT_WORKING)


async def test_a_second_tap_makes_no_second_invitation(office: Office) -> None:
    """The tapped message has already changed: there is one link, and the second tap shows it."""
    await office.admin.say("/invite")
    await office.admin.tap("Сотрудник")
    picker = await office.admin.tap(REGION)
    before = office.driven.rows("SELECT count(*) FROM invitations")[0][0]
    data = picker.data("г. Кокшетау")
    office.admin.person.press(picker.id, data)
    office.admin.person.press(picker.id, data)
    await office.admin.after()
    assert office.driven.rows("SELECT count(*) FROM invitations") == [(before + 1,)]
    assert "?start=i_" in office.admin.seen()[-1].text


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("Ахметова", "bad-signature-initials"),
        ("Ахметова Айгуль Сериковна", "bad-signature-full"),
        ("А. Б. Ахметова", "bad-signature-order"),
    ],
)
async def test_a_name_that_is_none_is_asked_again(office: Office, typed: str, problem: str) -> None:
    """The bot says what is wrong and gives an example that works."""
    secret = await office.link(office.admin, "/invite officer 2/3")
    person = await office.newcomer()
    await opens(person, secret)
    again = await person.say(typed)
    assert again.text.startswith(person.texts.plain(problem))
    (example,) = [each for each in again.bold() if "." in each]
    assert read_signature(example) == example
    person.person.share_contact("+77010000000")
    assert (await person.after()).text.startswith(person.texts.plain("bad-empty"))
    assert (await person.say(example)).text.startswith("Здравствуйте, ")


async def test_an_applicant_who_joins_keeps_the_draft(office: Office) -> None:
    """The way back leads to the application as it was."""
    applying = Applying(await office.newcomer())
    await applying.begin()
    await applying.answer_all(until="territory")
    secret = await office.link(office.admin, "/invite officer 2/3")
    person = applying.chat
    await opens(person, secret)
    await person.tap("join-later-button")
    await opens(person, secret)
    await person.say("Ли Б.")
    mine = await person.say("/my")
    assert [label for label in mine.labels if label.startswith("Черновик")]


async def test_whoever_made_the_link_is_not_harmed_by_it(office: Office) -> None:
    """A head who opens the link for an officer stays head, and the link still works for the invited person."""
    head = await office.somebody("head")
    secret = await office.link(head, "/invite officer 2/3")
    assert (await opens(head, secret)).text.startswith("Эта ссылка ничего вам не добавит")
    assert office.bound(head) == [(KOKSHETAU, "head")]
    assert "Вас приглашают" in (await opens(await office.newcomer(), secret)).text


@pytest.mark.parametrize(
    "command", ["/invite head 2/3", "/invite officer 1/3", "/invite officer 2/3 1/3", "/invite admin"]
)
async def test_what_a_head_may_not_invite(office: Office, command: str) -> None:
    """A head may not invite heads or admins, or anybody to another office: no link is made."""
    head = await office.somebody("head")
    before = office.driven.rows("SELECT count(*) FROM invitations")
    assert "?start=" not in (await head.say(command)).text
    assert office.driven.rows("SELECT count(*) FROM invitations") == before


@pytest.mark.parametrize("role", ["registrar", "officer", ""])
@pytest.mark.parametrize("command", ["/invite", "/invite officer 2/3", "/invite nonsense", "/officers", "/units"])
async def test_who_looks_after_nobody(office: Office, role: str, command: str) -> None:
    """Registrars, officers and applicants are all denied, whatever they type."""
    person = await office.somebody(role) if role else await office.newcomer()
    before = office.driven.rows("SELECT count(*) FROM invitations")
    denied = (await person.say(command)).text
    assert "?start=" not in denied
    assert "/invite officer" not in denied
    assert office.driven.rows("SELECT count(*) FROM invitations") == before


@pytest.mark.parametrize(
    "typed",
    [
        "/invite boss 2/3",
        "/invite officer Кокшетау",
        "/invite officer 2/999",
        "/invite officer 4/3",
        "/invite admin 2/3",
    ],
)
async def test_bad_arguments_show_an_example(office: Office, typed: str) -> None:
    """The example itself works."""
    example = await office.admin.say(typed)
    (command,) = [each for each in example.bold() if each.startswith("/invite")]
    assert "?start=i_" in (await office.admin.say(command)).text


async def test_the_end_of_a_binding(office: Office) -> None:
    """The head sees the effects first; cases become free, menu and buttons are gone, the person is notified."""
    head, officer = await office.somebody("head", "2/5"), await office.somebody("officer", "2/5", "Ли Б.")
    people = await head.say("/officers")
    assert "• Ли Б. — сотрудник" in people.text
    await head.tap("Ли Б.")
    asked = await head.tap("staff-end-button")
    assert "Дел за этим человеком нет." in asked.text
    assert office.admin.texts.plain("staff-end-closes") not in asked.text
    confirm = asked.data(head.word("staff-end-yes-button"))
    after = await head.tap("staff-end-yes-button")
    assert "Ли Б." not in after.text
    assert office.bound(officer) == []
    assert office.menu(officer) == []
    assert shown(officer.person)[-1].text.startswith("Вы больше не работаете")
    assert officer.word("home-work-button") not in (await officer.say("/start")).labels
    await head.press(confirm)
    assert office.bound(head) == [("2/5", "head")]


@pytest.mark.untraced
async def test_an_officer_leaves_in_the_middle_of_a_case(office: Office) -> None:
    """Who is to have the case is asked first; the answer frees it in the same commit, and nothing else changes."""
    officer, applying = await office.somebody("officer"), Applying(await office.newcomer())
    await applying.whole()
    ((case_id, number),) = office.driven.rows(
        "SELECT id, number FROM cases WHERE applicant = ? AND number IS NOT NULL", applying.chat.id
    )
    await officer.say(f"/take {number}")
    await office.admin.press(f"staff:end:{officer.id}.2/3:")
    assert "Открытых дел: 1." in office.admin.seen()[-1].text
    await office.admin.tap("staff-left-queue-button")
    events = office.driven.rows("SELECT kind, actor FROM events WHERE case_id = ? ORDER BY id", case_id)
    assert events[-2:] == [(EventKind.TAKEN, officer.id), (EventKind.RELEASED, ADMIN_ID)]
    assert office.driven.rows("SELECT state FROM cases WHERE id = ?", case_id) == [("registered",)]
    heard = len(shown(officer.person))
    assert number not in (await officer.say(f"/case {number}")).text
    assert len(shown(officer.person)) == heard + 1


async def test_the_last_who_decides(office: Office) -> None:
    """Whoever dismisses them reads that the office will then take no applications."""
    head = await office.somebody("head", "2/7")
    await office.admin.press(f"staff:person:{head.id}.2/7:")
    asked = await office.admin.tap("staff-end-button")
    assert "Решать в отделе будет некому" in asked.text
    after = await office.admin.tap("staff-end-yes-button")
    assert office.admin.texts.plain("staff-not-connected") in after.text
    assert office.bound(head) == []


async def test_another_role_and_a_further_office(office: Office) -> None:
    """The menu follows the role; the person is notified of both."""
    officer = await office.somebody("officer")
    await office.admin.press(f"staff:person:{officer.id}.2/3:")
    await office.admin.tap("staff-rerole-button")
    await office.admin.tap("Регистратор")
    assert office.bound(officer) == [(KOKSHETAU, "registrar")]
    assert "take" not in office.menu(officer)
    assert shown(officer.person)[-1].text.startswith("Ваша роль: регистратор")
    await office.admin.press(f"staff:person:{officer.id}.2/3:")
    await office.admin.tap("staff-bind-button")
    await office.admin.tap(REGION)
    await office.admin.tap("staff-department-button")
    assert office.bound(officer) == [(AKMOLA, "registrar"), (KOKSHETAU, "registrar")]


async def test_a_head_of_two_offices(office: Office) -> None:
    """They invite to one or to both at once, find staff by office, and appoint them at the other."""
    head = await office.somebody("head", "2/8 2/9")
    await head.say("/invite")
    await head.tap("Регистратор")
    await head.tap("invite-all-button")
    person = await office.newcomer()
    await opens(person, payload(head.seen()[-1]))
    await person.say("Ли Б.")
    assert office.bound(person) == [("2/8", "registrar"), ("2/9", "registrar")]
    officer = await office.somebody("officer", "2/8", "Ким В.")
    units = await head.say("/officers")
    assert sum(" · " in label for label in units.labels) == 2
    await head.tap(next(label for label in units.labels if label.endswith(" · 3")))
    await head.tap("Ким В.")
    other = await head.tap("staff-bind-button")
    await head.tap(other.labels[0])
    assert office.bound(officer) == [("2/8", "officer"), ("2/9", "officer")]


async def test_what_an_admin_sees(office: Office) -> None:
    """Counts by region, then offices, then staff; admins, who can dismiss each other; but no case."""
    person = await office.somebody("officer")
    home = await office.admin.say("/start")
    assert home.labels[0] == office.admin.word("home-people-button")
    units = await office.admin.say("/units")
    assert f"{REGION}: " in units.text
    await office.admin.say("/officers")
    await office.admin.tap(next(label for label in office.admin.seen()[-1].labels if label.startswith(REGION)))
    await office.admin.tap(next(label for label in office.admin.seen()[-1].labels if label.startswith("г. Кокшетау")))
    assert "Ахметова А." in office.admin.seen()[-1].labels
    secret = await office.link(office.admin, "/invite admin")
    await opens(person, secret)
    await person.say("Ким В.")
    assert {"queue", "officers", "invite", "units"} <= set(office.menu(person))
    await office.admin.press("staff:admins::")
    await office.admin.tap("Ким В.")
    await office.admin.tap("staff-end-yes-button")
    assert "invite" not in office.menu(person)
    assert "?start=" not in (await person.say("/invite admin")).text


async def test_the_menu_speaks_the_chosen_language(office: Office) -> None:
    """It changes with the language; whoever has no role has no menu of their own."""
    officer, applicant = await office.somebody("officer"), await office.newcomer()
    for person in (officer, applicant):
        await person.say("/language")
        await person.tap("Қазақша")
    (queue,) = [
        each
        for each in office.driven.world.commands[dumps(["chat", str(officer.id)]), ""]
        if each["command"] == "queue"
    ]
    assert queue["description"] == "Істер кезегі"
    assert office.menu(applicant) == []


FORGED = [
    "staff:nothing::",
    "staff:unit::",
    "staff:unit:x:",
    "staff:unit:4/3:",
    "staff:unit:2/999:",
    "staff:region:atlantis:",
    "staff:person:x.2/3:",
    "staff:person:1:",
    "staff:person:99999999999999999999999.2/3:",
    "staff:person:٣.2/3:",
    "staff:person:1.2/3:",
    "staff:rerole:1.2/3:",
    "staff:reroled:1.2/3.boss:",
    "staff:reroled:1.2/3.admin:",
    "staff:bind:1.2/3:",
    "staff:bind-in:1.2/3.akmola:",
    "staff:bound:1.2/3.1/3:",
    "staff:end:1.2/3:",
    "staff:end:99999999999999999999999.2/3:",
    "staff:admin-ended:99999999999999999999999:",
    "staff:ended:1.2/3:",
    "staff:admin:1:",
    "staff:admin-ended:1:",
    "staff:admin-ended:5900002:",
    "staff:invite:x:",
    "staff:invite:4/3:",
    "staff:role:boss:",
    "staff:role::",
    "staff:in:officer.atlantis:",
    "staff:in:officer:",
    "staff:make:officer.2/3:-1",
    "staff:make:officer:",
    "staff:make:officer.:",
    "staff:make:officer.4/3:{made}",
    "staff:make:officer.:{made}",
    "staff:make:admin.2/3:{made}",
    "staff:revoke:x:",
    "staff:revoke::",
    "staff:revoke:я:",
]


@pytest.mark.parametrize("role", ["admin", "head", "officer", ""])
async def test_forged_buttons(office: Office, role: str) -> None:
    """Whoever sends them, each is answered and changes nothing."""
    if role == "admin":
        person = office.admin
    else:
        person = await office.somebody(role, "2/11") if role else await office.newcomer()
    tables = ("SELECT * FROM officers", "SELECT * FROM invitations", "SELECT * FROM admins")
    before = [office.driven.rows(each) for each in tables]
    made = office.driven.rows("SELECT count(*) FROM invitations WHERE made_by = ?", person.id)[0][0]
    for data in FORGED:
        asked = await person.say("/help")
        answer = await person.press(data.replace("{made}", str(made)))
        assert answer.id >= asked.id, data  # what is protected comes as a message of its own
        assert answer.text != asked.text, data
        assert [office.driven.rows(each) for each in tables] == before, data
    assert office.driven.events.faults == []


async def test_every_act_is_in_the_history_of_people(office: Office) -> None:
    """Invited, revoked, joined, role changed, dismissed: each entry with the person who did it."""
    begins = office.driven.rows("SELECT max(id) FROM events")[0][0] or 0
    link = await office.admin.say("/invite officer 2/3")
    await office.admin.press(link.data(office.admin.word("invite-revoke-button")), link.id)
    officer = await office.somebody("officer")
    for data in ("reroled:{}.2/3.registrar", "ended:{}.2/3"):
        await office.admin.press(f"staff:{data.format(officer.id)}:")
    noted = office.driven.rows("SELECT kind, actor, case_id FROM events WHERE id > ? ORDER BY id", begins)
    assert noted == [
        (EventKind.INVITED, ADMIN_ID, ""),
        (EventKind.INVITATION_REVOKED, ADMIN_ID, ""),
        (EventKind.INVITED, ADMIN_ID, ""),
        (EventKind.JOINED, officer.id, ""),
        (EventKind.ROLE_CHANGED, ADMIN_ID, ""),
        (EventKind.UNBOUND, ADMIN_ID, ""),
    ]


async def test_no_secret_stands_in_clear(office: Office) -> None:
    """No file of the data folder contains what stands in the link."""
    secret = (await office.link(office.admin, "/invite officer 2/3")).removeprefix("i_")
    await opens(await office.newcomer(), f"i_{secret}")
    written = b"".join(file.read_bytes() for file in sorted(office.driven.folder.iterdir()) if file.is_file())
    assert secret.encode() not in written
