"""Nothing is filed under an edition in preparation: by no button, old or forged, no command, no text and no person."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from assets.loaders.edition import find_editions, load_standard
from dialogs.ui.callback_data import (
    ApplicationCallback,
    CallbackData,
    CaseworkCallback,
    ComplaintCallback,
    FormCallback,
    IndicatorCallback,
    OfficeCallback,
    OfficerComplaintCallback,
    StaffCallback,
)
from domain.applications.case import Case, CaseState, Declaration
from domain.people import NOTICE_VERSION, Person
from domain.staff.membership import Officer, Role
from domain.standard.edition import Standard
from handlers.costs import COMMANDS, FREE, FREE_COMMANDS, TAPS
from storage.applications import SqlCases
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD
from tests.factories.units import EDITION, KOKSHETAU, MISSIONARY
from tests.handlers.front_door import FrontDoor, front_door

ADMIN = 1
DRAFT = "prepareddraft"
WRITTEN = ("events", "registers", "invitations", "survey", "terms", "complaints")
KEPT = {"erase"}  # the applicant's own right
OF_OTHERS = (CaseworkCallback, ComplaintCallback, OfficerComplaintCallback, StaffCallback)


@pytest.fixture(scope="module")
def law() -> Standard:
    """The edition in preparation that is here."""
    found = (load_standard(each) for each in find_editions())
    return next(each for each in found if each.preparation is not None)


def drafted(law: Standard) -> Case:
    """A draft that lacks nothing, with an office that has a head in the bot."""
    region = law.regions[0]
    answers = {
        "intent": "зарегистрировать",
        "citizenship": "гражданин Республики Казахстан",
        "region": region.id,
        "districts": "all",
        "territory": region.name,
        "office": str(region.office),
        "places": "вся территория",
        "term_from": "2027-03-01",
        "term_to": "2028-03-01",
        "full_name": "Иванов Пётр Сергеевич",
        "address": "г. Кокшетау, ул. Ауэзова, 141",
        "document_kind": "passport",
        "document_number": "N12345678",
        "document_date": "2020-03-05",
        "document_issuer": "МВД Республики Казахстан",
        "association": "Объединение",
    }
    assert law.questions[MISSIONARY].next(answers) is None
    have = {each.id: Declaration.HAVE for each in law.checklists[MISSIONARY]}
    return Case(
        DRAFT, APPLICANT, MISSIONARY, NOW, edition=law.status.id, answers=answers, declared=have, office=region.office
    )


@pytest.fixture
async def door(tmp_path: Path, law: Standard) -> AsyncIterator[FrontDoor]:
    """Where the office of the draft has a head by whatever mistake, so that only the rule is in the way."""
    async with front_door(tmp_path, ADMIN) as opened:
        await opened.put(
            Person(APPLICANT).consenting(NOTICE_VERSION, NOW),
            Person(HEAD).consenting(NOTICE_VERSION, NOW),
            Officer(HEAD, law.regions[0].office, "Глава", Role.HEAD),
        )
        await keep(opened, drafted(law))
        yield opened


async def keep(door: FrontDoor, draft: Case) -> None:
    async with door.processor.database.transaction() as transaction:
        await SqlCases(transaction, door.processor.keys).add(draft)


async def discard(door: FrontDoor, draft: Case) -> None:
    async with door.processor.database.transaction() as transaction:
        await SqlCases(transaction, door.processor.keys).erase(draft)


async def filed(door: FrontDoor) -> Mapping[str, int]:
    """What was written of anything that is filed: rows by table, and drafts that are none any more."""
    found = {each: len(await door.rows(f"SELECT * FROM {each}")) for each in WRITTEN}  # noqa: S608  # names above
    left = await door.rows("SELECT id FROM cases WHERE number IS NOT NULL OR state <> ?", CaseState.DRAFT.value)
    return {name: count for name, count in {**found, "cases": len(left)}.items() if count}


async def test_no_button_of_an_applicant(door: FrontDoor, law: Standard) -> None:
    """Not the one that files, whatever it names, and none of the others; each on a draft that lacks nothing."""
    actions = sorted({*TAPS[ApplicationCallback], *FREE[ApplicationCallback]} - KEPT)
    for number, action in enumerate(actions):
        draft = replace(drafted(law), id=f"prepared{number}")
        await keep(door, draft)
        for argument in ("", EDITION, law.status.id):
            version = (await door.case(draft.id)).version
            await door.tap(APPLICANT, ApplicationCallback(action, f"{draft.id}.{argument}", str(version)).pack())
        kept = await door.case(draft.id)
        assert (kept.edition, kept.offered) == (law.status.id, ""), action
        await discard(door, kept)
    assert await filed(door) == {}


async def test_it_says_why(door: FrontDoor) -> None:
    """A button that files, or asks whether to, answers that nothing is filed here, and shows the draft."""
    for action in ("file", "confirm"):
        answer = await door.tap(APPLICANT, f"app:{action}:{DRAFT}.:0")
        assert answer.toast == "Здесь заявление только готовят: подать его через бот нельзя."
        assert "Проверьте" in answer.texts[0]
        assert not [each for each in answer.buttons.values() if each.startswith(("app:file:", "app:confirm:"))]


@pytest.mark.parametrize("capability", OF_OTHERS, ids=lambda each: each.prefix)
async def test_no_button_of_others(door: FrontDoor, law: Standard, capability: type[CallbackData]) -> None:
    """Neither for a complaint about the draft or the office, nor for work with it, nor for inviting people there."""
    office, code = str(law.regions[0].office), law.units[law.regions[0].office].code
    for action in sorted({*TAPS.get(capability, {}), *FREE[capability]}):
        for record in (DRAFT, office, code, f"officer.{office}", f"head.{code}"):
            for actor in (APPLICANT, HEAD, ADMIN):
                await door.tap(actor, capability(action, f"{record}.", "0").pack())
                await door.tap(actor, capability(action, record, law.status.id).pack())
    found = await filed(door)
    if capability is ComplaintCallback:  # drafts about other things may begin
        assert await door.rows("SELECT id FROM complaints WHERE edition = ?", law.status.id) == []
        found = {name: count for name, count in found.items() if name != "complaints"}
    assert found == {}


async def test_no_command(door: FrontDoor, law: Standard) -> None:
    """Nobody's command knows the draft, its office or a number under that code."""
    code = law.units[law.regions[0].office].code
    for command in sorted({*COMMANDS, *FREE_COMMANDS} - {"lock", "unlock"}):
        number = f"{code.replace('/', '-')}/2026-1"
        for rest in (DRAFT, code, number, f"officer {code}", f"head {law.regions[0].office}"):
            for actor in (APPLICANT, HEAD, ADMIN):
                await door.say(actor, f"/{command} {rest}")
    assert await filed(door) == {}


async def test_no_text(door: FrontDoor) -> None:
    """What is typed at the last page files nothing."""
    await door.tap(APPLICANT, f"app:review:{DRAFT}.:0")
    for text in ("Подать заявление", "Да, подать", "file", "подать"):
        await door.say(APPLICANT, text)
    assert await filed(door) == {}


async def test_its_forms_offices_and_figures_are_shown_to_nobody(door: FrontDoor, law: Standard) -> None:
    """A forged button of an office, a blank form or the indicators leads to nothing of this edition."""
    await door.put(Officer(HEAD, KOKSHETAU, "Глава", Role.HEAD))
    office = str(law.regions[0].office)
    for actor in (APPLICANT, HEAD, ADMIN):
        for tap in (
            *(OfficeCallback(each, office, law.status.id) for each in FREE[OfficeCallback]),
            *(FormCallback("get", each, law.status.id) for each in ("0", "free-application")),
            *(IndicatorCallback(each, "kz.2026", law.status.id) for each in FREE[IndicatorCallback]),
            *(IndicatorCallback(each, "kz.2026", law.status.id) for each in TAPS[IndicatorCallback]),
        ):
            answer = await door.tap(actor, tap.pack())
            assert answer.files == [], tap
            assert not [text for text in answer.texts if law.regions[0].name in text and "исполнительный" in text], tap


async def test_nothing_begins_under_an_edition_that_is_not_current(door: FrontDoor) -> None:
    """A forged way in that names any other edition than one in preparation begins nothing."""
    before = await door.rows("SELECT id FROM cases")
    for edition in ("1994-7", "x" * 12):
        await door.tap(APPLICANT, ApplicationCallback("begin", "group", edition).pack())
    found = await door.rows("SELECT edition FROM cases WHERE id <> ?", DRAFT)
    assert {edition for (edition,) in found} <= {EDITION}
    assert len(before) == 1
