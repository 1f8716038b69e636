"""Every action fifty times over: what it may leave behind is limited, and the limits stand here.

The same tap, a forged tap for the current version, a command and a typed text: each test counts the rows of every
table, the messages to others, and files. A new action fails here until it has its limit.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from bot.resources import library_of
from bot.settings import Settings
from bot.updates.admission import Admission, TapCounter
from dialogs.ui.callback_data import (
    ApplicationCallback,
    CallbackData,
    CaseworkCallback,
    ComplaintCallback,
    ConversationCallback,
    FormCallback,
    HomeCallback,
    IndicatorCallback,
    OfficeCallback,
    OfficerComplaintCallback,
    PrivacyCallback,
    StaffCallback,
    SurveyCallback,
)
from domain.applications.case import Case, CaseState
from domain.applications.kept_terms import start_term
from domain.calendar import day_of
from domain.complaints.complaint import Complaint, ComplaintState
from domain.history import EventKind
from domain.languages import LANGUAGES
from domain.limits import MOST_A_CASE_AND_DAY, Cost
from domain.offices.units import UnitId
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Admin, Role
from domain.standard.edition import Standard
from handlers.core.reply import ANSWERING, CHOOSING, COMPLAINING, FURTHER, HANDLING, JOINING, UPLOADING, WRITING
from handlers.costs import COMMANDS, FREE, FREE_COMMANDS, TAPS
from services.applications.drafting import MOST_DRAFTS
from storage.db.keys import person
from storage.staff import SqlAdmins
from tests.factories.cases import another, worked
from tests.factories.complaints import complained
from tests.factories.editions import add_acceptance, add_ground, add_pause
from tests.factories.moments import NOW
from tests.factories.people import COLLEAGUE, HEAD, OFFICER, REGISTRAR, team
from tests.factories.terms import unsettled
from tests.factories.units import AKIMAT, EDITION, REGION_AKIMAT
from tests.handlers.actions import lines
from tests.handlers.casework.test_kept_terms import changed
from tests.handlers.front_door import Answer, FrontDoor, front_door

pytestmark = pytest.mark.untraced

TIMES = 50
PARTS = 4  # so many tests share the buttons of a capability, so that none takes long
ADMIN, INVITED, AKIM, CLERK = 6001, 6002, 6003, 6004
TEAM = (*team(), *team(AKIMAT, {AKIM: Role.HEAD, CLERK: Role.REGISTRAR}))
OFFICE = 4  # how many people are notified of what an applicant does
WRITTEN = {"receive_items": "identity", "need_items": "identity", "refuse_items": "identity", "refuse_reason": "Нет."}
WRITTEN |= {"refuse_ground": "threat", "ground_words": "Письмо № 7."}
WRITTEN |= {"decree": "Постановление № 905 от 12.11.2026"}
WRITTEN |= {"by": "self", "collector": "Иванов Пётр", "document": "паспорт № 1"}
MOST_FILES_OF_A_REPLY = 4
RECEIVED = MOST_A_CASE_AND_DAY[EventKind.RECEIVED]
BOOKKEEPING = {"seen_updates", "tally", "outbox"}  # one row per update; one row per message until it is sent
ANY = {
    "sessions": 2,
    "limit_counters": 3,
    "denials": 100,
}  # one per chat; one per person and cost; limited per person and day
# What fifty repeats of one action may add to each table, and the messages to others; everything else adds nothing.
Button = tuple[type[CallbackData], str]
BOUNDS: dict[Button, dict[str, int]] = {
    (ApplicationCallback, "begin"): {"cases": MOST_DRAFTS},
    (ApplicationCallback, "like"): {"cases": MOST_DRAFTS},
    (ApplicationCallback, "agree"): {"cases": MOST_DRAFTS, "people": 1, "consents": 1},
    (ApplicationCallback, "renew"): {"cases": 1},
    (ApplicationCallback, "file"): {"events": 1, "registers": 1, "terms": 1, "notices": OFFICE},
    (ApplicationCallback, "erase"): {"doomed_keys": 1},
    (ApplicationCallback, "coming"): {"events": 1, "notices": OFFICE},
    (ApplicationCallback, "coming-other"): {"events": 1, "notices": OFFICE},
    (ApplicationCallback, "not-coming"): {"events": 1, "notices": OFFICE},
    (ApplicationCallback, "again"): {"cases": 1},
    (ApplicationCallback, "pin"): {"pinned_messages": 1},
    (ApplicationCallback, "quiet"): {"told": 1},
    (ApplicationCallback, "withdrawn"): {"events": 1, "notices": OFFICE},
    (HomeCallback, "agree"): {"consents": 1, "people": 1},
    (HomeCallback, "withdraw"): {"consents": 1},
    (HomeCallback, "speak"): {"people": 1},
    (ComplaintCallback, "begin"): {"complaints": 1},
    (ComplaintCallback, "agree"): {"complaints": 1, "people": 1, "consents": 1},
    (ComplaintCallback, "silent"): {"complaints": 1},
    (ComplaintCallback, "further"): {"complaints": 1},
    (ComplaintCallback, "file"): {"events": 1, "registers": 1, "notices": 2},
    (ComplaintCallback, "erase"): {"doomed_keys": 1},
    (ComplaintCallback, "rate"): {"events": 1},
    (OfficerComplaintCallback, "accepted"): {"events": 1, "notices": 2},
    (OfficerComplaintCallback, "answered"): {"events": 1, "notices": 2},
    (OfficerComplaintCallback, "extended"): {"events": 1, "notices": 1},
    (PrivacyCallback, "send"): {"told": 1},
    (PrivacyCallback, "drop"): {"doomed_keys": 3},
    (StaffCallback, "reroled"): {"events": 1, "notices": 2},
    (StaffCallback, "bound"): {"events": 1, "officers": 1, "notices": 2},
    (StaffCallback, "ended"): {"events": 1, "notices": 2},
    (StaffCallback, "admin-ended"): {"events": 1, "notices": 2},  # and the list of commands
    (StaffCallback, "locked"): {"events": 1, "locked_people": 1, "notices": 2},
    (StaffCallback, "unlocked"): {"events": 1, "notices": 2},
    (StaffCallback, "make"): {"events": 30, "invitations": 30},  # as many as may be open
    (StaffCallback, "revoke"): {"events": 1},
    (SurveyCallback, "yes"): {"survey": 1},
    (SurveyCallback, "no"): {"survey": 1},
    (CaseworkCallback, "take"): {"events": 1, "notices": 1},
    (CaseworkCallback, "release"): {"events": 1, "notices": 1},
    (CaseworkCallback, "give"): {"events": 1, "notices": 2},
    (CaseworkCallback, "recorded"): {
        "events": RECEIVED + 1,
        "notices": 2 * RECEIVED,
        "terms": 1,
    },  # the same item may come again during review
    (CaseworkCallback, "needed"): {"events": 1, "notices": 1},
    (CaseworkCallback, "approved"): {"events": 1, "notices": 1, "registers": 1},
    (CaseworkCallback, "refused"): {"events": 1, "notices": 3, "terms": 1},
    (CaseworkCallback, "refused-on"): {"events": 1, "notices": 3, "terms": 1},
    (CaseworkCallback, "not-accepted"): {"events": 1, "notices": 2},
    (CaseworkCallback, "made-ready"): {"events": 1, "notices": 1, "terms": 1},
    (CaseworkCallback, "kept"): {"events": 1},
    (CaseworkCallback, "moved"): {"events": 1, "notices": 2, "terms": 1},
    (CaseworkCallback, "paused"): {"events": 1, "notices": 2, "terms": 1},
    (CaseworkCallback, "resumed"): {"events": 1, "notices": 2, "terms": 1},
    (CaseworkCallback, "issued"): {"events": 1, "notices": 2, "registers": 1},
}
BETWEEN: dict[tuple[Button, Button], dict[str, int]] = {  # two that undo each other, in turn
    ((ApplicationCallback, "coming"), (ApplicationCallback, "not-coming")): {"events": 4, "notices": 4 * OFFICE},
    ((ApplicationCallback, "coming"), (ApplicationCallback, "coming-other")): {"events": 4, "notices": 4 * OFFICE},
    ((HomeCallback, "agree"), (HomeCallback, "withdraw")): {"people": 1, "consents": 2 * TIMES},
    ((CaseworkCallback, "take"), (CaseworkCallback, "release")): {"events": 40},
    ((CaseworkCallback, "paused"), (CaseworkCallback, "resumed")): {"events": 6, "notices": 6, "terms": 1},
}


@dataclass
class Town:
    """Offices, an akimat, and a fresh record for each action."""

    door: FrontDoor
    standard: Standard
    numbers: count[int] = field(default_factory=lambda: count(1))
    offered: str = ""  # the edition to which no draft wants to move

    async def newcomer(self) -> int:
        """Adds a person who has agreed to the privacy notice."""
        user = 700_000 + next(self.numbers)
        await self.door.put(Person(user).consenting(NOTICE_VERSION, NOW))
        return user

    async def case(self, state: CaseState, **changes: object) -> Case:
        """Stores a case of a new applicant."""
        number, user = next(self.numbers), await self.newcomer()
        changes = {"applicant": user, "offered": self.offered, **changes}
        made = another(worked(self.standard, state), f"case{number}", 500 + number, **changes)
        await self.door.put(made)
        return made

    async def complaint(self, stage: ComplaintState, unit: UnitId = AKIMAT) -> Complaint:
        """Stores a complaint of a new author."""
        number, user = next(self.numbers), await self.newcomer()
        prepared = {"answer": "Ответ.", "reason": "Причина."}
        made = complained(stage, 500 + number, author=user, unit=unit, prepared=prepared)
        await self.door.put(made)
        return made

    async def counted(self) -> dict[str, int]:
        """Counts the rows of every table."""
        names = [row[0] for row in await self.door.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        kept = [each for each in names if each not in BOOKKEEPING and not each.startswith("sqlite_")]
        return {each: (await self.door.rows(f"SELECT count(*) FROM {each}"))[0][0] for each in kept}  # noqa: S608  # names of tables

    async def version(self, record: str) -> str:
        """Returns the current version of a case or complaint; empty if the record is neither."""
        both = "SELECT version FROM cases WHERE id = ? UNION ALL SELECT version FROM complaints WHERE id = ?"
        found = await self.door.rows(both, record, record)
        return str(found[0][0]) if found else ""


@dataclass(frozen=True)
class Try:
    """Who taps, on which record, with which argument."""

    actor: int
    record: str = ""
    argument: str = ""
    version: str = ""

    def tap(self, capability: type[CallbackData], action: str, version: str) -> str:
        about = f"{self.record}.{self.argument}" if self.record else self.argument
        return capability(action, about, self.version or version).pack()


DRAFT_ARGUMENTS = {
    "edit": "full_name",
    "ans": "by.0",
    "date": "term_from.2027-03-05",
    "term": "term_from.740000.12",
    "cal": "term_from.",
    "region": "akmola",
    "district": "3",
    "office": "2/3",
    **dict.fromkeys(("stay", "move"), "2011-20"),
    **dict.fromkeys(("item", "what", "have", "lack", "attach", "drop"), "identity"),
}
SETTLING = ("settle", "kept", "move", "decree", "moved")
PAUSING, RESUMING, REASON = ("pause", "pausing", "paused"), ("resume", "resumed"), "examination"
REFUSING = ("refuse", "refuse-reason", "refuse-tick", "refuse-as", "refuse-words", "refused")
ON_SUBSTANCE, GROUND = ("substance", "ground", "ground-words", "refused-on"), "threat"
BY_STATE = {
    **dict.fromkeys(("approve", "mend", "approved"), CaseState.IN_REVIEW),
    **dict.fromkeys(("ready", "made-ready"), CaseState.APPROVED),
    **dict.fromkeys(("issue", "collector", "reword", "issued"), CaseState.READY),
    **dict.fromkeys((*SETTLING, *PAUSING, *RESUMING, *ON_SUBSTANCE), CaseState.IN_REVIEW),
}
WORK_ARGUMENTS = {"give": str(COLLEAGUE), "mend": "city", "collector": "self", "copy": "1", "recorded": "all.261201"}
WORK_ARGUMENTS |= {"reword": "document", "issued": "261122", "kept": "261201", "moved": "261201"}
WORK_ARGUMENTS |= {"pausing": REASON, "paused": REASON, "resumed": "261201", "ground": GROUND}
WORK_ARGUMENTS |= {"short": "identity", "short-words": "identity", "short-as": "0.missing"}
WORK_ARGUMENTS |= dict.fromkeys(("receive-tick", "need-tick", "refuse-tick"), "identity")
BOOK_ARGUMENTS = {"journal-file": "2/3.2026", "export-file": "2/3.261101.261130", "queue": "all.0"}
STAFF_ARGUMENTS = {
    "region": "akmola",
    "unit": "2/3",
    **dict.fromkeys(("person", "rerole", "bind"), f"{OFFICER}.2/3"),
    "end": f"{COLLEAGUE}.2/3",
    "ended": f"{COLLEAGUE}.2/3",
    "bind-in": f"{OFFICER}.2/3.akmola",
    "reroled": f"{OFFICER}.2/3.registrar",
    "bound": f"{REGISTRAR}.2/3.2/4",
    **dict.fromkeys(("admin", "admin-ended"), str(INVITED)),
    **dict.fromkeys(("lock", "locked", "unlock", "unlocked"), str(REGISTRAR)),
    "role": "officer",
    "in": "officer.akmola",
    "make": "officer.2/3",
}
COMPLAINT_ARGUMENTS = {"region": "akmola", "office": "2/3", "unit": "4/3", "edit": "name", "rate": "5"}
STAGES = {
    "rate": ComplaintState.ANSWERED,
    "reopen": ComplaintState.ANSWERED,
    "further": ComplaintState.ANSWERED,
    "answer": ComplaintState.ANSWERED,
}
STAGES |= {"slip": ComplaintState.ACCEPTED, "text": ComplaintState.FILED, "paper": ComplaintState.LETTER}
HANDLED = {"accept": ComplaintState.FILED, "accepted": ComplaintState.FILED}


async def _apply(town: Town, action: str) -> Try:
    if action in {"intro", "subject", "law", "begin", "agree", "mine"}:
        told = {"agree": f"missionary.{NOTICE_VERSION}", **dict.fromkeys(("mine", "intro", "law"), "")}
        argument = told.get(action, "missionary")
        user = 800_000 if action == "agree" else await town.newcomer()
        return Try(user, argument=argument)
    if action == "like":
        case = await town.case(CaseState.REGISTERED)
        return Try(case.applicant, argument=case.id)
    if action in {"papers", "clocks", "history", "proof", "withdraw", "withdrawn", "forward", "pin", *_VISITS}:
        case = await town.case(CaseState.REGISTERED)
        if action in {"coming", "coming-other"}:
            return Try(case.applicant, case.id, OPEN_DAY)
        if action == "not-coming":
            await town.door.tap(case.applicant, f"app:coming:{case.id}.{OPEN_DAY}:0")
        return Try(case.applicant, case.id)
    if action in {"calendar", "quiet", "remind", "unpin", "status"}:
        case = await town.case(CaseState.IN_REVIEW, complete_at=NOW)
        return Try(case.applicant, case.id, "result" if action in {"quiet", "remind"} else "")
    ended = {"further": CaseState.ISSUED, "renew": CaseState.ISSUED, "again": CaseState.NOT_ACCEPTED}
    case = await town.case(ended.get(action, CaseState.DRAFT))
    return Try(case.applicant, case.id if action != "open" else "", DRAFT_ARGUMENTS.get(action, ""))


OPEN_DAY = "2026-11-23"  # a Monday
_VISITS = ("coming", "coming-other", "not-coming")


async def _complain(town: Town, action: str) -> Try:
    if action in {"mine", "kind", "how", "how-regions", "how-region", "how-office", "begin", "agree"}:
        user = 800_001 if action == "agree" else await town.newcomer()
        argument = {"begin": "service.", "agree": f"service..{NOTICE_VERSION}", "how-region": "akmola"}.get(action, "")
        return Try(user, argument="2/3" if action == "how-office" else argument)
    if action == "silent":
        case = await town.case(CaseState.IN_REVIEW, complete_at=NOW - timedelta(days=99))
        return Try(case.applicant, case.id, "look")
    made = await town.complaint(
        STAGES.get(action, ComplaintState.DRAFT), REGION_AKIMAT if action == "letter" else AKIMAT
    )
    return Try(made.author, made.id if action != "open" else "", COMPLAINT_ARGUMENTS.get(action, ""))


async def _work(town: Town, action: str) -> Try:
    if action in BOOK_ARGUMENTS or action in {"books", "passes", "journal", "export"}:
        return Try(HEAD, argument=BOOK_ARGUMENTS.get(action, ""))
    state = BY_STATE.get(action, CaseState.REGISTERED)
    changes: dict[str, object] = {"received": {"application": NOW}} if action in REFUSING else {}
    if action in SETTLING:
        library = town.door.processor.containers.options.library
        changes["terms"] = unsettled("decision", NOW, town.standard, library.calendar)
    if action in (*PAUSING, *RESUMING):
        library = town.door.processor.containers.options.library
        term = start_term(town.standard.timings["decision"], NOW, library.calendar)
        stands = action in RESUMING and bool(library.standard.pauses)
        changes["terms"] = {term.name: term.stopped(REASON, day_of(NOW)) if stands else term}
    assigned = OFFICER if action in {"release", "give"} else None
    case = await town.case(state, prepared=WRITTEN, assigned=assigned, **changes)
    if action == "copy":
        await town.door.attach(case, "identity", b"%PDF")
    ((upload,),) = await town.door.rows("SELECT coalesce(max(id), 0) FROM uploads")
    return Try(HEAD, case.id, str(upload) if action == "copy" else WORK_ARGUMENTS.get(action, ""))


async def _handle(town: Town, action: str) -> Try:
    if action == "queue":
        return Try(AKIM)
    made = await town.complaint(HANDLED.get(action, ComplaintState.ACCEPTED))
    return Try(AKIM, made.id)


async def _staff(town: Town, action: str) -> Try:
    if action == "revoke":
        await town.door.say(ADMIN, "/invite officer 2/3")
        buttons = (await town.door.tap(ADMIN, StaffCallback("open").pack())).buttons.values()
        return Try(ADMIN, argument=next(StaffCallback.unpack(each).argument for each in buttons if ":revoke:" in each))
    return Try(ADMIN, argument=STAFF_ARGUMENTS.get(action, ""))


async def _base(town: Town, action: str) -> Try:
    if action == "agree":
        return Try(800_002, argument=NOTICE_VERSION)
    return Try(await town.newcomer(), argument="kk" if action == "speak" else "")


async def _my_data(town: Town, _action: str) -> Try:
    return Try((await town.case(CaseState.DRAFT)).applicant)


async def _survey(town: Town, _action: str) -> Try:
    case = await town.case(CaseState.ISSUED)
    return Try(case.applicant, case.id, "process")


async def _indicators(_town: Town, _action: str) -> Try:
    return Try(HEAD)


async def _form(town: Town, _action: str) -> Try:
    return Try(await town.newcomer(), argument="7", version="2011-20")


async def _offices(town: Town, action: str) -> Try:
    argument = {"regions": "", "region": "akmola"}.get(action, "2/3")
    return Try(await town.newcomer(), argument=argument, version="2011-20")


async def _conversation(town: Town, _action: str) -> Try:
    case = await town.case(CaseState.DRAFT)
    await town.door.tap(case.applicant, f"app:edit:{case.id}.full_name:{await town.version(case.id)}")
    await town.door.say(case.applicant, "/help")
    return Try(case.applicant, argument=f"apply.{case.id}")


TRIES = {
    ApplicationCallback: _apply,
    HomeCallback: _base,
    ComplaintCallback: _complain,
    FormCallback: _form,
    OfficerComplaintCallback: _handle,
    IndicatorCallback: _indicators,
    PrivacyCallback: _my_data,
    OfficeCallback: _offices,
    StaffCallback: _staff,
    SurveyCallback: _survey,
    ConversationCallback: _conversation,
    CaseworkCallback: _work,
}


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture
def every_denial_kept() -> None:
    """Keeps as many denials as production does."""


@pytest.fixture
async def town(tmp_path: Path, standard: Standard) -> AsyncIterator[Town]:
    """A town under the default limits; only taps are unlimited, as time stands still here."""
    async with front_door(tmp_path, ADMIN) as door:
        why = dict.fromkeys(LANGUAGES, "why")
        door.serve(
            changed(
                tmp_path / "law", add_pause(REASON, "decision", names=why), add_ground(GROUND, why), add_acceptance()
            )
        )
        await door.put(*TEAM)
        limits = Settings(_env_file=None).personal_limits
        limits = replace(limits, most={**limits.most, Cost.TAP: 10**6})
        door.processor.containers = replace(door.processor.containers, personal_limits=limits)
        door.processor.admission = Admission(TapCounter(limits))
        await door.processor.keys.ciphers([person(INVITED)])
        async with door.processor.database.transaction() as transaction:
            await SqlAdmins(transaction, door.processor.keys).add(Admin(INVITED, "Ким Я. Я."))
        yield Town(door, standard)


class Tally:
    """What a flood of repeats has left behind."""

    def __init__(self, town: Town, before: dict[str, int]) -> None:
        self._town = town
        self._before = before
        self.answers: list[Answer] = []

    @classmethod
    async def begun(cls, town: Town) -> Tally:
        return cls(town, await town.counted())

    async def check(self, bound: dict[str, int], staff: bool, what: str = "") -> None:  # noqa: FBT001  # one meaning
        """Raises AssertionError if more was added than the limit allows."""
        after = await self._town.counted()
        grown = {name: rows - self._before[name] for name, rows in after.items() if rows > self._before[name]}
        grown["notices"] = sum(len(each.notices) for each in self.answers)
        beyond = {name: rows for name, rows in grown.items() if rows > (ANY | bound).get(name, 0)}
        assert not beyond, (what, beyond, bound)
        files = sum(len(each.files) for each in self.answers)
        assert files <= MOST_FILES_OF_A_REPLY * 30 * (10 if staff else 1)
        assert all(len(each.calls) <= MOST_FILES_OF_A_REPLY + 4 for each in self.answers)


def actions(capability: type[CallbackData]) -> list[str]:
    return sorted(FREE[capability] | TAPS.get(capability, {}).keys())


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("capability", TRIES, ids=lambda each: each.prefix)
async def test_buttons(town: Town, capability: type[CallbackData], part: int) -> None:
    """Each tap is repeated as a chat may repeat it, and then forged for the current version."""
    door = town.door
    for action in actions(capability)[part::PARTS]:
        made = await TRIES[capability](town, action)
        ((used,),) = await door.rows("SELECT coalesce(sum(used), 0) FROM limit_counters")
        tally = await Tally.begun(town)
        version = await town.version(made.record) or await _drawn_for(town, capability, made)
        same = [door.tapping(made.actor, made.tap(capability, action, version)) for _ in range(TIMES)]
        tally.answers += await door.send(same)
        for _ in range(TIMES):
            version = await town.version(made.record) or await _drawn_for(town, capability, made)
            tally.answers.append(await door.tap(made.actor, made.tap(capability, action, version)))
        await tally.check(BOUNDS.get((capability, action), {}), made.actor in STAFF_IDS, action)
        if action in TAPS.get(capability, {}) and (capability, action) not in HARD_TO_REACH:
            ((now,),) = await door.rows("SELECT coalesce(sum(used), 0) FROM limit_counters")
            assert now > used, f"{action} was never done: this test says nothing of it"


HARD_TO_REACH = {
    (OfficerComplaintCallback, "photo"),
    (OfficerComplaintCallback, "copy"),
    (CaseworkCallback, "refused"),
}  # without a file, a case, or valid reasons
STAFF_IDS = {ADMIN, INVITED, *(each.user_id for each in TEAM)}


async def _drawn_for(town: Town, capability: type[CallbackData], made: Try) -> str:
    """Returns the version in a button that makes an invitation: the number made so far."""
    if capability is not StaffCallback:
        return ""
    sql = "SELECT count(*) FROM invitations WHERE made_by = ?"
    return str((await town.door.rows(sql, made.actor))[0][0])


@pytest.mark.parametrize("pair", BETWEEN, ids=lambda pair: "-".join(action for _, action in pair))
async def test_two_that_undo_each_other(town: Town, pair: tuple[Button, Button]) -> None:
    """Done in turn, each for the current version, they work as often as a day allows and no more."""
    capability = pair[0][0]
    if capability is HomeCallback:
        made = Try(800_003)
    else:
        answers = {"representative_name": "Ким Пётр"}
        case = await town.case(CaseState.REGISTERED)
        case = await town.case(CaseState.REGISTERED, answers={**case.answers, **answers})
        if pair[0][1] in PAUSING:
            term = start_term(town.standard.timings["decision"], NOW, library_of(EDITION).calendar)
            case = await town.case(CaseState.IN_REVIEW, terms={term.name: term})
        made = Try(HEAD if capability is CaseworkCallback else case.applicant, case.id)
    tally = await Tally.begun(town)
    for _ in range(TIMES):
        for _, action in pair:
            argument = NOTICE_VERSION if action == "agree" else WORK_ARGUMENTS.get(action, "")
            version = await town.version(made.record)
            data = replace(made, argument=argument).tap(capability, action, version)
            tally.answers.append(await town.door.tap(made.actor, data))
    await tally.check(BETWEEN[pair], made.actor in STAFF_IDS)


COMMAND_BOUNDS = {
    "take": {"events": 1, "notices": 1},
    "release": {"events": 1, "notices": 1},
    "invite": {"events": 30, "invitations": 30},
}


@pytest.mark.parametrize("name", sorted(FREE_COMMANDS | COMMANDS.keys()))
async def test_commands(town: Town, name: str) -> None:
    """Heads name a case or complaint, an admin names a role and a unit, an applicant nothing."""
    case = await town.case(CaseState.REGISTERED, assigned=OFFICER if name == "release" else None)
    complaint = await town.complaint(ComplaintState.ACCEPTED)
    assert case.registration
    assert complaint.filed
    tally = await Tally.begun(town)
    arguments = {HEAD: case.registration.number, AKIM: complaint.filed.number, ADMIN: "officer 2/3", case.applicant: ""}
    for actor, argument in arguments.items():
        text = f"/{name} {argument}".strip()
        tally.answers += await town.door.send([town.door.saying(actor, text) for _ in range(TIMES)])
    bound = {"denials": 4 * TIMES, "sessions": 6, "limit_counters": 12}
    await tally.check(bound | COMMAND_BOUNDS.get(name, {}), staff=True)


GIVEN = {UPLOADING: TIMES, CHOOSING: 0}  # one a question, and one that was refused; a copy is one of several
LINE_BOUNDS: dict[str, dict[str, int]] = {
    ANSWERING: {},
    UPLOADING: {"uploads": 10},  # as many as an item may have
    WRITING: {},
    COMPLAINING: {"events": 1, "notices": 2},
    HANDLING: {"uploads": 1},
    JOINING: {"events": 1, "notices": 1, "officers": 1},
    FURTHER: {"events": 5, "notices": 5 * OFFICE},
    CHOOSING: {},
}


def test_every_line_has_its_bound() -> None:
    """A new kind of question without a row here would never be tried."""
    assert LINE_BOUNDS.keys() == lines()
    assert TRIES.keys() == FREE.keys()


async def test_lines(town: Town) -> None:
    """Each text is typed over and over, with a tap before each on the button that asks for it."""
    door = town.door
    draft, issued, registered = [
        await town.case(each) for each in (CaseState.DRAFT, CaseState.ISSUED, CaseState.REGISTERED)
    ]
    answered, accepted = await town.complaint(ComplaintState.ANSWERED), await town.complaint(ComplaintState.ACCEPTED)
    await door.say(ADMIN, "/invite registrar 2/3")
    asks: dict[str, tuple[int, Callable[[str], str], str]] = {
        ANSWERING: (draft.applicant, lambda v: f"app:edit:{draft.id}.full_name:{v}", draft.id),
        UPLOADING: (draft.applicant, lambda v: f"app:attach:{draft.id}.identity:{v}", draft.id),
        WRITING: (HEAD, lambda v: f"work:need-note:{registered.id}.:{v}", registered.id),
        COMPLAINING: (answered.author, lambda v: f"cmp:reopen:{answered.id}.:{v}", answered.id),
        HANDLING: (AKIM, lambda v: f"cpw:answer:{accepted.id}.:{v}", accepted.id),
        FURTHER: (issued.applicant, lambda v: f"app:further:{issued.id}.:{v}", issued.id),
        CHOOSING: (draft.applicant, lambda v: f"app:discard:{draft.id}.:{v}", draft.id),
    }
    photo = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "file_size": 9}]}
    for kind, (actor, data, record) in asks.items():
        tally = await Tally.begun(town)
        for _ in range(TIMES):
            await door.tap(actor, data(await town.version(record)))
            said = door.saying(actor, "Книга «Путь» — 20 экз.")
            if kind in {UPLOADING, HANDLING}:
                said["message"] |= photo
                del said["message"]["text"]
            tally.answers += await door.send([said])
        await tally.check(LINE_BOUNDS[kind] | {"sessions": 2, "given_answers": GIVEN.get(kind, 2)}, staff=True)


async def test_denials(town: Town) -> None:
    """A stranger who tries the buttons of officers is recorded only a limited number of times a day."""
    case = await town.case(CaseState.REGISTERED)
    tally = await Tally.begun(town)
    tally.answers += await town.door.send([town.door.tapping(99, f"work:take:{case.id}.:0") for _ in range(5 * TIMES)])
    await tally.check({"denials": 1}, staff=False)
    assert await town.door.denied() == 5 * TIMES
