"""The names of all files that people get, as Windows, Android and Telegram show them, in whatever language."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from dialogs.made import COMPLAINT, KINDS, Attached, ComplaintPackage, Copy, GeneratedContent, write_description
from dialogs.ui.callback_data import CaseworkCallback, FormCallback, PrivacyCallback
from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.files import Attachment
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from storage.messaging.bot_api_request import BotApiRequest
from tests.factories.cases import another, worked
from tests.factories.complaints import complained
from tests.factories.editions import add_acceptance
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD
from tests.factories.stored import store_copy
from tests.factories.units import KINDS as SUBJECTS
from tests.handlers.casework.test_kept_terms import changed
from tests.handlers.front_door import FrontDoor, front_door
from tests.handlers.matrix.test_bounds import ADMIN, TEAM, TRIES, Town, actions

pytestmark = pytest.mark.untraced

# ASCII, as other letters would arrive as `%D0%9E`; none of `<>:"/\|?*`; neither dot nor space at an end.
NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.(?:docx|pdf|xlsx|csv|json|jpg|zip|ics|txt)")
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\..*", re.IGNORECASE)
LONGEST = 48  # characters: what a phone shows of a name
BEGINS = {  # of each kind that is a file; two where a kind is two papers
    "blank": {"form-"},
    "application": {"zayavlenie-7"},
    "stamped-copy": {"zayavlenie-2-3-2026-"},
    "case-calendar": {"srok-2-3-2026-"},
    "certificate": {"svidetelstvo-", "spravka-"},
    "refusal-letter": {"otkaz-", "ne-prinyato-"},
    "slip": {"talon-"},
    "complaint-letter": {"zhaloba"},
    "application-package": {"zayavlenie-7"},
    "complaint-package": {"zhaloba-dlya-pechati"},
    "whole-case": {"delo-"},
    "attached": {"identity-", "otvet-"},
    "my-data": {"tirkeu-my-data"},
    "my-file": {"prilozhenie-"},
    "proof": {"istoriya-"},
    "journal": {"journal-"},
    "export": {"cases-"},
    "indicators": {"indicators-"},
}


@pytest.fixture(params=LANGUAGES)
async def town(request: pytest.FixtureRequest, tmp_path: Path, standard: Standard) -> AsyncIterator[Town]:
    async with front_door(tmp_path, ADMIN, language=request.param) as door:
        door.serve(changed(tmp_path / "law", add_acceptance()))
        await door.put(*TEAM)
        yield Town(door, standard)


async def files_of(door: FrontDoor, actor: int, data: str) -> list[Attachment]:
    answer = await door.tap(actor, data)
    return [call.file for call in answer.everything if call.file]


async def made(door: FrontDoor, user_id: int, what: GeneratedContent) -> Attachment:
    request = BotApiRequest("sendDocument", {"chat_id": user_id}, content_to_make=write_description(what))
    async with door.processor.sender.maker.complete(user_id, request) as whole:
        assert whole
        assert whole.file
        return whole.file


async def every_file(town: Town) -> list[Attachment]:
    """Those behind every button, and those that need a record of their own."""
    door, found = town.door, []
    for capability, prepare in TRIES.items():
        for action in actions(capability):
            tried = await prepare(town, action)
            version = await town.version(tried.record)
            found += await files_of(door, tried.actor, tried.tap(capability, action, version))
    for kind in SUBJECTS:
        for state in (CaseState.ISSUED, CaseState.REFUSED, CaseState.NOT_ACCEPTED):
            number = next(town.numbers)
            case = another(worked(town.standard, state, kind), f"case{number}", 500 + number)
            await door.put(case)
            found += await files_of(door, HEAD, CaseworkCallback("papers", f"{case.id}.").pack())
    for form in ("7", "8"):
        found += await files_of(door, APPLICANT, FormCallback("get", form).pack())
    await door.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
    found += await files_of(door, APPLICANT, PrivacyCallback("send").pack())
    letter = replace(complained(ComplaintState.LETTER, 900), author=APPLICANT)
    await door.put(letter)
    await store_copy(door.processor.database, door.processor.keys, letter, "photo", b"jpeg")
    ((upload,),) = await door.rows("SELECT max(id) FROM uploads")
    found.append(await made(door, APPLICANT, Copy(upload, "prilozhenie-1.jpg")))
    found.append(await made(door, APPLICANT, ComplaintPackage(letter.id, ())))
    found.append(await made(door, APPLICANT, Attached(COMPLAINT, letter.id, upload, "otvet-17-2026.jpg")))
    return found


async def test_every_name(town: Town) -> None:
    """Of every kind of file, in every language: in ASCII, without what Windows refuses, and short."""
    names = {each.name for each in await every_file(town)}
    assert {each for each in names if not NAME.fullmatch(each) or DEVICE.fullmatch(each)} == set()
    assert {each for each in names if len(each) > LONGEST} == set()
    assert {kind for kind, each in KINDS.items() if not each.is_text} == set(BEGINS)
    begins = {each for found in BEGINS.values() for each in found}
    assert {each for each in begins if not any(name.startswith(each) for name in names)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_archive_holds(tmp_path: Path, standard: Standard, language: Language) -> None:
    """The names of its folders and files are as safe, and its own name is that of one file."""
    async with front_door(tmp_path) as door:
        case = worked(standard, CaseState.ISSUED)
        await door.put(Person(APPLICANT, language).consenting(NOTICE_VERSION, NOW), case)
        await door.attach(case, "identity", b"%PDF")
        (archive,) = await files_of(door, APPLICANT, PrivacyCallback("send").pack())
        assert archive.name == "tirkeu-my-data.zip"
        with ZipFile(BytesIO(archive.content)) as opened:
            parts = {part for name in opened.namelist() for part in name.split("/")}
    assert "README.txt" in parts
    assert all(NAME.fullmatch(each) for each in parts if "." in each), parts
    assert all(re.fullmatch(r"[A-Za-z0-9-]+", each) for each in parts if "." not in each), parts
