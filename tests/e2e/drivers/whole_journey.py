"""All that people do with the bot in one town, in one language, and all that each of them is shown.

Buttons are tapped by what stands on them, so that the journey is the same under an edition that says the same.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from domain.offices.units import UnitId
from domain.staff.membership import Officer, Role
from tests.e2e.drivers.applying import Applying
from tests.e2e.drivers.bureau import APPLICANTS, MONDAY, TEAM, Bureau, Clock, chat
from tests.e2e.drivers.chatting import Chatting, Seen
from tests.e2e.drivers.complaining import CLERK, TEXT, does
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.working import Applicant
from tests.factories.units import AKIMAT, GROUP, KINDS, MISSIONARY

STAFF = (*TEAM, Officer(CLERK, AKIMAT, "Ли Б.", Role.REGISTRAR))
ADMIN = 4_100_099
COMMANDS = ("/about", "/help", "/privacy", "/my", "/complain", "/offices", "/language")
SHORT = (
    ("application", "form", "Нет подписи."),
    ("identity-copies", "part", "Не хватает двух."),
    ("premises", "stamp", ""),
)
USELESS = (
    ("application", "copy", ""),
    ("identity-copies", "expired", ""),
    ("premises", "other", "Договор о другом доме."),
)
BOOKS = ("/start", "/queue", "/journal", "/export", "/passes", "/complaints", "/officers", "/indicators")
PLACES = {
    "ru": ("Акмолинская область", "г. Кокшетау"),
    "kk": ("Ақмола облысы", "Көкшетау қ."),
    "en": ("Akmola region", "Kokshetau city"),
}
LEFT = ("case-withdraw-button", "pin-button")  # ends it; and brings edits whenever a job comes to them
REMINDED = (1, 4, 8, 11, 21)  # days after that Monday, none of them a day off


@dataclass
class Counting(Clock):
    """A clock that goes on by a second with each act of anybody, so that two journeys are the same to the second."""

    acts: Callable[[], int] = lambda: 0
    _moment: datetime = MONDAY
    _since: int = 0

    def __call__(self) -> datetime:
        return self._moment + timedelta(seconds=self.acts() - self._since)

    def set(self, moment: datetime) -> None:
        self._moment, self._since = moment, self.acts()


@dataclass
class Town:
    """An office, its staff, and people who come to it; `unit` says how the edition calls a unit of that of 2011."""

    office: Bureau
    language: str
    unit: Callable[[UnitId], UnitId]
    met: int = field(default=APPLICANTS)

    async def newcomer(self) -> Chatting:
        """Somebody who has chosen their language."""
        self.met += 1
        person = chat(self.office.driven, self.met, self.language)
        await person.say("/start")
        await person.tap(f"language-{self.language}")
        return person

    async def begins(self, subject: str = MISSIONARY, **tapped: str) -> Applying:
        """Somebody who has answered every question and ticked every document."""
        made = Applying(await self.newcomer(), subject)
        made.region, made.district = PLACES[self.language]
        made.tapped |= tapped
        await made.begin()
        await made.answer_all()
        await made.tick_all()
        return made

    async def files(self, subject: str = MISSIONARY, **tapped: str) -> Applicant:
        """Somebody who has filed."""
        made = await self.begins(subject, **tapped)
        await made.file()
        ((case, number),) = self.office.driven.rows("SELECT id, number FROM cases WHERE applicant = ?", made.chat.id)
        return Applicant(made.chat, case, number)

    async def morning(self, days: int) -> None:
        """Goes on at half past nine so many days later, when all that is due then has been sent."""
        driven, before = self.office.driven, len(self.office.driven.events.named("retention-done"))
        await driven.stop()
        self.office.clock.set(MONDAY + timedelta(days=days, hours=1))
        await driven.start()
        done = f"round:{(MONDAY + timedelta(days=days)).date()}"
        await eventually("the round", lambda: bool(driven.rows("SELECT 1 FROM told WHERE what = ?", done)))
        await eventually("the erasures", lambda: len(driven.events.named("retention-done")) > before)
        await driven.settle()


async def explore(who: Chatting, opens: Callable[[], Awaitable[Seen]], *, without: tuple[str, ...] = ()) -> None:
    """Opens a page anew for each of its buttons, and taps it."""
    kept = {who.word(each) for each in without}
    for label, data in (await opens()).buttons:
        if label not in kept and not data.startswith("http"):
            await opens()
            await who.tap(label)


async def whole_journey(town: Town) -> None:
    """From the first page to the paper that was handed over, complaints, and figures."""
    await looks_around(town)
    for subject in KINDS:
        await doubts(town, subject)
    issued = await is_approved(town)
    refused = await is_refused(town, SHORT)
    await is_refused(town, USELESS)
    noted = await gets_a_note(town)
    await complains(town, issued)
    for who in (issued, refused, noted, await waits(town), await waits(town, "identity")):
        await explore(who.chat, who.opens, without=LEFT)
        await explore(town.office.officer.chat, partial(town.office.officer.opens, who))
    await reads_the_books(town)
    await issued.chat.say("/mydata")
    await issued.chat.tap("data-send-button")
    await refused.chat.say("/proof")
    for days in REMINDED:
        await town.morning(days)
    await reads_the_books(town)


async def looks_around(town: Town) -> None:
    """Pages that anybody reads: the service, offices, blank forms."""
    person, (region, district) = await town.newcomer(), PLACES[town.language]
    for command in COMMANDS:
        await person.say(command)

    async def card() -> Seen:
        await person.say("/offices")
        await person.tap(region)
        return await person.tap(district)

    await explore(person, card)
    await card()
    await person.tap("card-forms-button")
    for subject in (MISSIONARY, GROUP):
        await person.tap(f"forms-get-{subject}-button")
    for typed in ("Кокшетау", "кокчетав", "Нура", "Lisakovsk", "Павлодар"):
        await person.say(typed)
    person.person.share_location(53.28, 69.4)
    await person.after()
    await explore(person, partial(person.say, "/apply"))


async def doubts(town: Town, subject: str) -> None:
    """Somebody who types what cannot be, asks what each document is, lacks one, and looks at all before filing."""
    made = Applying(await town.newcomer(), subject)
    made.region, made.district = PLACES[town.language]
    made.tapped |= {"by": "representative"}
    await made.begin()
    person = made.chat
    for typed in ("?", "12"):
        await person.say(typed)
    await made.answer_all(until="representative_name")
    for typed in ("1", "иванов"):
        await person.say(typed)
    await made.answer_all(after="office")
    items = [label for label, data in (await person.tap("checklist-more-button")).buttons if ":item:" in data]
    for item in items:
        await person.tap(item)
        await person.tap("card-what-button")
        if (await person.tap("card-not-yet-button")).labels.count(person.word("checklist-more-button")):
            await person.tap("checklist-more-button")
    await made.tick_all()

    async def review() -> Seen:
        return await person.tap((await person.say("/my")).labels[0])

    await explore(person, review)


async def is_approved(town: Town) -> Applicant:
    """A missionary whose representative comes in two goes, whose certificate is corrected and handed over."""
    who = await town.files(by="representative", intent="reregistration", document_kind="identity-card")
    officer = town.office.officer
    await who.chat.tap((await who.tap("case-coming-button")).labels[0])
    await officer.does(who, "work-take-button")
    await officer.receives(who, "identity", "invitation")
    await officer.asks_for(who, "materials", "Принесите, пожалуйста.")
    await explore(who.chat, who.opens, without=LEFT)
    await officer.receives(who)
    await explore(officer.chat, partial(officer.opens, who), without=("work-release-button",))
    await officer.does(who, "work-approve-button")
    for line in ("citizenship", "association", "city", "territory"):
        await officer.taps(f"work-mend-{line}-button")
        await officer.says(f"Исправлено: {line.upper()}")
    await officer.taps("work-mend-term-to-button")
    await officer.says("05.03.2033")
    await officer.taps("work-approved-button")
    await officer.makes_ready(who)
    await officer.issues_to_representative(who, "Ахметова Айгуль Сериковна", "паспорт № 2", "№ 15 от 01.11.2026")
    await who.chat.tap("svy-yes-button")
    return who


async def is_refused(town: Town, defects: Iterable[tuple[str, str, str]]) -> Applicant:
    """A group whose package lacks the consent, and whose other papers are no good: each item, defect and words."""
    who = await town.files(GROUP)
    officer = town.office.officer
    await officer.does(who, "work-take-button")
    await officer.receives(who, "application", "identity-copies", "premises")
    await officer.asks_for(who, "premises", "Проверьте, пожалуйста.")
    consent = officer.word("work-unticked", item=officer.word("item-owner-consent-button"))
    await officer.does(who, "work-refuse-button", consent)
    for item, defect, words in defects:
        await officer.taps(officer.word("work-received-mark", item=officer.word(f"item-{item}-button")))
        await officer.taps(f"defect-{defect}-button")
        if words:
            await officer.says(words)
    await officer.taps("work-refused-button")
    return who


async def gets_a_note(town: Town) -> Applicant:
    """A group whose note is handed to its leader."""
    who, officer = await town.files(GROUP, premises_owner="entity", leader_counted="yes"), town.office.officer
    await officer.does(who, "work-take-button")
    await officer.receives(who)
    await officer.approves(who, office_city="Кокшетау")
    await officer.makes_ready(who)
    await officer.issues(who, "паспорт № 1")
    return who


async def complains(town: Town, who: Applicant) -> None:
    """About the service, to the akimat, which answers; the author is not content."""
    clerk = town.office.person(CLERK)
    await who.tap("cmp-new-button")
    seen = await who.chat.tap("cmp-kind-service-button")
    await who.chat.press(next(data for _, data in seen.buttons if f".{town.unit(AKIMAT)}:" in data))
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-file-button")
    await does(clerk, "accept", "hnd-accepted-button")
    await does(clerk, "extend", "Запросили журнал.", "hnd-extended-button")
    await does(clerk, "answer", "Приняли меры.", "hnd-answered-button")
    await explore(who.chat, partial(who.chat.say, "/complain"))


async def waits(town: Town, *items: str) -> Applicant:
    """A missionary whose papers are there, all or some, and of whom nobody thinks any more."""
    who, officer = await town.files(), town.office.officer
    await officer.does(who, "work-take-button")
    await officer.receives(who, *items)
    return who


async def reads_the_books(town: Town) -> None:
    """Queue, journal, passes, tables and figures, as an officer, a head and an admin read them."""
    officer = town.office.officer
    await officer.says("/export 01.11.2026 30.11.2026")
    await officer.says("/journal")
    await officer.taps("work-journal-file-button")
    for reader in (officer, town.office.head, town.office.person(ADMIN)):
        for command in BOOKS:
            await reader.says(command)
        await explore(reader.chat, partial(reader.says, "/indicators"))
        await explore(reader.chat, partial(reader.says, "/queue"))
