"""Every command and button of officers, used by everybody on every kind of case: only what the table allows works."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count, product
from pathlib import Path

import pytest
import pytest_asyncio

from bot.resources import library_of
from bot.updates.reading import Payload
from dialogs.ui.callback_data import CaseworkCallback
from dialogs.ui.texts import Texts
from domain.applications.case import Case, CaseState
from domain.applications.deadlines import running_term
from domain.applications.kept_terms import KeptTerm, start_term
from domain.calendar import day_of
from domain.languages import LANGUAGES
from domain.offices.units import UnitId
from domain.staff.membership import Role
from domain.standard.edition import Standard
from domain.standard.terms import TermRole
from handlers.casework import commands as work
from tests.domain.table import TABLE, may
from tests.factories.cases import another, started, worked
from tests.factories.editions import add_acceptance, add_ground, add_pause
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of, team
from tests.factories.terms import unsettled
from tests.factories.units import DEPARTMENT, EDITION, KOKSHETAU
from tests.handlers.actions import buttons
from tests.handlers.casework.test_kept_terms import changed
from tests.handlers.front_door import Answer, FrontDoor, front_door

pytestmark = pytest.mark.untraced

ADMIN, NOBODY, STRANGER, SPARE = 6001, 6002, 6003, 6004
ROLES = {REGISTRAR: Role.REGISTRAR, OFFICER: Role.OFFICER, HEAD: Role.HEAD}
MISSING, MISSING_NUMBER = "missing", "2-3/2026-999999"
PAGE, PREPARED = "page", "prepared"
WRITTEN = {
    "receive_items": "identity",
    "need_items": "identity",
    "refuse_items": "application",
    "refuse_defect/application": "copy",
    "refuse_ground": "threat",
    "by": "self",
    "collector": "Иванов Пётр",
    "document": "паспорт № 1",
    "decree": "Постановление № 905 от 12.11.2026",
}
AFTER = {
    "approved": CaseState.APPROVED,
    "refused": CaseState.REFUSED,
    "not-accepted": CaseState.NOT_ACCEPTED,
    "ready": CaseState.READY,
    "issued": CaseState.ISSUED,
}

REASON = "examination"  # for which the term stands still
GROUND, OTHER_GROUND = "threat", "conclusion"  # of a refusal on substance


@dataclass(frozen=True)
class Deed:
    """What a button or command does: the action of the table it belongs to, and the expected result."""

    act: str
    does: str = PAGE
    argument: str = ""


BUTTONS = {
    "take": Deed("take", "taken"),
    "release": Deed("release", "released"),
    "assign": Deed("assign"),
    "give": Deed("assign", "assigned", str(SPARE)),
    "receive": Deed("receive"),
    "receive-tick": Deed("receive", PREPARED, "identity"),
    "receive-all": Deed("receive"),
    "received": Deed("receive"),
    "recorded": Deed("receive", "received", "all.261201"),
    "need": Deed("need"),
    "need-tick": Deed("need", PREPARED, "identity"),
    "need-note": Deed("need"),
    "needed": Deed("need", "needed"),
    "approve": Deed("approve"),
    "mend": Deed("approve", PAGE, "city"),
    "approved": Deed("approve", "approved"),
    "ready": Deed("ready"),
    "made-ready": Deed("ready", "ready"),
    "refuse": Deed("refuse"),
    "refuse-tick": Deed("refuse", PAGE, "application"),
    "refuse-as": Deed("refuse", PREPARED, "0.form"),
    "refuse-words": Deed("refuse", PAGE, "application"),
    "refuse-reason": Deed("refuse"),
    "refused": Deed("refuse", "refused"),
    "substance": Deed("refuse-on-substance"),
    "ground": Deed("refuse-on-substance", PREPARED, OTHER_GROUND),
    "ground-words": Deed("refuse-on-substance"),
    "refused-on": Deed("refuse-on-substance", "refused"),
    "not-accept": Deed("refuse-to-accept"),
    "short": Deed("refuse-to-accept", PAGE, "application"),
    "short-as": Deed("refuse-to-accept", PREPARED, "0.form"),
    "short-words": Deed("refuse-to-accept", PAGE, "application"),
    "not-accepted": Deed("refuse-to-accept", "not-accepted"),
    "issue": Deed("issue"),
    "collector": Deed("issue", PREPARED, "self"),
    "reword": Deed("issue", PAGE, "document"),
    "issued": Deed("issue", "issued", "261122"),
    "settle": Deed("settle"),
    "kept": Deed("settle", "term-kept", "261201"),
    "move": Deed("settle"),
    "decree": Deed("settle"),
    "moved": Deed("settle", "term-moved", "261201"),
    "pause": Deed("pause"),
    "pausing": Deed("pause", PAGE, REASON),
    "paused": Deed("pause", "paused", REASON),
    "resume": Deed("resume"),
    "resumed": Deed("resume", "resumed", "261201"),
}
CLOCKS = {act: act for act in ("settle", "pause", "resume")}
PAGES = {name: Deed("see") for name in ("card", "answers", "copies", "papers", "history", "clocks", "print")}
PAGES["copy"] = Deed("see", PAGE, "1")
COMMANDS = {"case": Deed("see"), "take": BUTTONS["take"], "release": BUTTONS["release"]}
ON_THE_CARD = {"settle", "pause", "resume", "refuse-on-substance", "refuse-to-accept"}
COMMANDS |= {act: Deed(act) for act in TABLE if act not in {"see", "take", "release", *ON_THE_CARD}}
STATUS = {"приняты": "receive", "решено": "approve", "отказ": "refuse", "готово": "ready", "выдано": "issue"}
BOOKS = {"books", "passes", "journal", "journal-file", "export", "export-file"}


@dataclass(frozen=True)
class Kind:
    """Cases that the table treats alike."""

    state: CaseState
    handed_in: bool = False
    assigned: int | None = None
    applicant: int = APPLICANT
    office: UnitId = KOKSHETAU
    clock: str = ""  # its last day is to be settled, it can be paused, or it stands still and can go on


@dataclass(frozen=True)
class Ask:
    """One cell of the matrix: who uses which button or command on which kind of case; None is a missing case."""

    actor: int
    way: str
    name: str
    deed: Deed
    kind: Kind | None

    @property
    def allowed(self) -> bool:
        """Whether the table allows it."""
        if self.kind is None or self.kind.office != KOKSHETAU:
            return False
        return may(self.deed.act, self.actor, ROLES.get(self.actor, ""), _plain(self.kind))

    @property
    def is_told_to_take(self) -> bool:
        """Whether a command only needs the case to be the officer's own."""
        deciding = {"approve", "refuse", "ready", "issue"}
        if (
            self.way == "button"
            or self.deed.act not in deciding
            or self.kind is None
            or self.kind.office != KOKSHETAU
            or self.allowed
        ):
            return False
        role, case = ROLES.get(self.actor, ""), _plain(self.kind)
        return may("take", self.actor, role, case) and may(
            self.deed.act, self.actor, role, replace(case, assigned=self.actor)
        )


def _plain(kind: Kind) -> Case:
    received = {"application": NOW} if kind.handed_in else {}
    case = another(started(), "plain", state=kind.state, office=kind.office, received=received)
    return replace(case, applicant=kind.applicant, assigned=kind.assigned, terms=_terms(kind))


def _terms(kind: Kind) -> Mapping[str, KeptTerm]:
    library = library_of(EDITION)
    if kind.clock not in {"pause", "resume"}:
        return {}
    term = start_term(library.standard.timings["decision"], NOW, library.calendar)
    return {term.name: term if kind.clock == "pause" else term.stopped(REASON, day_of(NOW))}


def kinds(actor: int) -> Iterator[Kind | None]:
    """Cases of this unit, of another, and the actor's own, in every state, before and after handing in; and no case."""
    flavours = [(state, state is not CaseState.REGISTERED) for state in CaseState] + [(CaseState.REGISTERED, True)]
    for state, handed_in in flavours:
        for assigned in (None, actor, COLLEAGUE) if actor in ROLES else (None, actor):
            yield Kind(state, handed_in, assigned)
        yield Kind(state, handed_in, actor, applicant=actor)
        if actor in ROLES:
            yield Kind(state, handed_in, actor, office=DEPARTMENT)
    yield None


def asks(actor: int) -> Iterator[Ask]:
    ways = [("button", name, deed) for name, deed in (BUTTONS | PAGES).items()]
    ways += [("command", name, deed) for name, deed in COMMANDS.items()]
    ways += [("status", word, Deed(act)) for word, act in STATUS.items()]
    for (way, name, deed), kind in product(ways, kinds(actor)):
        yield Ask(actor, way, name, deed, replace(kind, clock=CLOCKS.get(deed.act, "")) if kind else None)


@dataclass
class Office:
    """Cases of every kind, made on demand; a changed one is not used again."""

    door: FrontDoor
    standard: Standard
    kept: dict[Kind, Case] = field(default_factory=dict)
    numbers: count[int] = field(default_factory=lambda: count(1))

    async def case(self, kind: Kind) -> Case:
        if kind not in self.kept:
            self.kept[kind] = self._made(kind)
            await self.door.put(self.kept[kind])
        return self.kept[kind]

    async def cases(self, wanted: set[Kind]) -> None:
        made = {kind: self._made(kind) for kind in wanted - self.kept.keys()}
        self.kept |= made
        await self.door.put(*made.values())

    def _made(self, kind: Kind) -> Case:
        number = next(self.numbers)
        case = worked(self.standard, kind.state, prepared=WRITTEN, assigned=kind.assigned, applicant=kind.applicant)
        if kind.state is CaseState.REGISTERED and kind.handed_in:
            case = replace(case, received={"application": NOW})
        if kind.clock in {"pause", "resume"}:
            case = replace(case, terms=_terms(kind))
        if kind.clock == "settle":
            running = self.standard.term(running_term(case) or TermRole.RESULT).id
            case = replace(case, terms=unsettled(running, NOW, self.standard, library_of(EDITION).calendar))
        return another(case, f"case{number}", number, office=kind.office)

    async def payload(self, ask: Ask) -> Payload:
        case = await self.case(ask.kind) if ask.kind else None
        if ask.way == "button":
            argument = f"{case.id if case else MISSING}.{ask.deed.argument}"
            return self.door.tapping(ask.actor, CaseworkCallback(ask.name, argument, "0").pack())
        number = number_of(case)
        text = f"/{ask.name} {number}" if ask.way == "command" else f"/status {number} {ask.name}"
        return self.door.saying(ask.actor, text)

    async def about(self, ask: Ask) -> str:
        """Returns what the history of denials names: the typed number, or the case."""
        case = await self.case(ask.kind) if ask.kind else None
        seen = (
            ask.kind and ask.kind.office == KOKSHETAU and ask.actor in ROLES and ask.kind.state is not CaseState.DRAFT
        )
        if ask.way == "button" or (seen and case):
            return case.id if case else MISSING
        return number_of(case)


def number_of(case: Case | None) -> str:
    return case.registration.number if case and case.registration else MISSING_NUMBER


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest_asyncio.fixture
async def office(tmp_path: Path, standard: Standard) -> AsyncIterator[Office]:
    async with front_door(tmp_path, ADMIN) as door:
        why = dict.fromkeys(LANGUAGES, "why")
        grounds = (add_ground(each, why) for each in (GROUND, OTHER_GROUND))
        door.serve(changed(tmp_path / "law", add_pause(REASON, "decision", names=why), *grounds, add_acceptance()))
        await door.put(*team(), officer_of(SPARE), officer_of(STRANGER, DEPARTMENT, Role.HEAD))
        yield Office(door, standard)


def test_nothing_is_left_out() -> None:
    """Every button, page, register and command of officers has a row here."""
    assert buttons()[CaseworkCallback] == {"queue", *BUTTONS, *PAGES, *BOOKS}
    assert {name: each.act for name, each in COMMANDS.items()} == work.COMMANDS
    assert set(work.STEPS.values()) == set(STATUS.values())
    assert STATUS.items() <= {word: str(act) for word, act in work.STEPS.items()}.items()


@pytest.mark.parametrize("actor", [NOBODY, ADMIN, STRANGER, REGISTRAR, OFFICER, HEAD])
async def test_what_is_denied(office: Office, russian: Texts, actor: int) -> None:
    """The words are the same each time; no case, number or entry changes; each denial is recorded."""
    denied = [each for each in asks(actor) if not each.allowed and not each.is_told_to_take]
    assert len(denied) > 100
    await office.cases({each.kind for each in denied if each.kind})
    before = await office.door.everything()
    answers = await office.door.send([await office.payload(each) for each in denied])
    told = [answer_of(each) for each in answers]
    buttons = {(russian("work-denied"), russian.plain("toast-denied"))}
    commands = {(russian("work-denied"), None)}
    wrong = [
        (ask, said)
        for ask, said in zip(denied, told, strict=True)
        if {said} != (buttons if ask.way == "button" else commands)
    ]
    assert wrong == []
    assert len({str(each.calls[0].parameters["reply_markup"]) for each in answers}) == 1
    assert [each.notices for each in answers if each.notices] == []
    assert await office.door.everything() == before
    expected = [(actor, each.deed.act, await office.about(each)) for each in denied]
    assert sorted(await office.door.denials()) == sorted(expected)


async def test_what_needs_the_case_to_be_taken(office: Office, russian: Texts) -> None:
    """Says so, with the button; nothing changes, and it is no denial."""
    asked = [each for each in asks(OFFICER) if each.is_told_to_take]
    assert {each.deed.act for each in asked} == {"approve", "refuse", "ready", "issue"}
    await office.cases({each.kind for each in asked if each.kind})
    before = await office.door.everything()
    for answer in await office.door.send([await office.payload(each) for each in asked]):
        assert answer.texts[0].startswith(russian("work-take-first"))
        assert russian.plain("work-take-button") in answer.buttons
    assert await office.door.everything() == before
    assert await office.door.denials() == []


def answer_of(answer: Answer) -> tuple[str, str | None]:
    (text,) = answer.texts
    return text, answer.toast


@pytest.mark.parametrize("actor", [REGISTRAR, OFFICER, HEAD])
async def test_what_is_allowed(office: Office, russian: Texts, actor: int) -> None:
    """Each does what its row says: a page changes nothing, a tick only the preparation, an action adds one entry."""
    allowed = [each for each in asks(actor) if each.allowed]
    assert len(allowed) > 100
    for ask in allowed:
        assert ask.kind
        before = await office.case(ask.kind)
        (answer,) = await office.door.send([await office.payload(ask)])
        after = await office.door.case(before.id)
        assert russian("work-denied") not in answer.texts, ask
        assert answer.toast != russian.plain("toast-changed") or ask.name == "copy", ask  # there is no copy to show
        assert await changes(office, ask, before, after) == ask.deed.does, ask
        if after != before:
            del office.kept[ask.kind]
    assert await office.door.denials() == []


async def changes(office: Office, ask: Ask, before: Case, after: Case) -> str:
    """Returns what has happened to the case: nothing, a preparation, or an action with its entry."""
    if after == before:
        return PAGE
    assert after.version == before.version + 1, ask
    _, *entries = await office.door.events(after)
    if not entries:
        assert replace(after.with_nothing_prepared(), version=0) == before.with_nothing_prepared(), ask
        return PREPARED
    assert {(each.actor, each.seen) for each in entries} == {(ask.actor, 0)}, ask
    does = str(entries[0].kind)
    whole = ask.name == "recorded" and before.state is CaseState.REGISTERED
    assert [str(each.kind) for each in entries] == [does, "complete"][: 1 + whole], ask
    assert after.state is (CaseState.IN_REVIEW if whole else AFTER.get(does, before.state)), ask
    return does


@pytest.mark.parametrize("actor", [NOBODY, ADMIN, STRANGER, REGISTRAR, OFFICER, HEAD])
async def test_queue_and_books(office: Office, russian: Texts, actor: int) -> None:
    """Staff of the unit see its queue and registers; everybody else is denied in the same words."""
    await office.cases({Kind(state) for state in CaseState})
    before = await office.door.everything()
    asked: list[tuple[str, CaseworkCallback | str]] = [
        ("queue", CaseworkCallback("queue")),
        ("queue", CaseworkCallback("queue", "mine.0")),
        ("journal", CaseworkCallback("books")),
        ("passes", CaseworkCallback("passes")),
        ("journal", CaseworkCallback("journal", "2/3.2026")),
        ("journal", CaseworkCallback("journal-file", "2/3.2026")),
        ("export", CaseworkCallback("export", "2/3")),
        ("export", CaseworkCallback("export-file", "2/3.261101.261130")),
        ("queue", "/queue"),
        ("passes", "/passes"),
        ("journal", "/journal 2-3 2026"),
        ("export", "/export 2-3"),
        ("export", "/export 2-3 01.11.2026 30.11.2026"),
        *(("queue", f"/{command}") for command in COMMANDS),
        ("queue", "/status"),
        ("queue", "/case мусор"),
    ]
    for name, data in asked:
        last = await office.door.denied()
        answer = await (office.door.say(actor, data) if isinstance(data, str) else office.door.tap(actor, data.pack()))
        noted = await office.door.denials(last)
        named = "2/3" in str(data) or "2-3" in str(data) or "books" in str(data)
        if actor in ROLES or (actor == STRANGER and not named) or (actor == STRANGER and "books" in str(data)):
            assert russian("work-denied") not in answer.texts, (actor, data)
            assert noted == [], (actor, data)
        else:
            assert answer.texts == [russian("work-denied")], (actor, data)
            assert [each[:2] for each in noted] == [(actor, name)], (actor, data)
    assert await office.door.everything() == before
