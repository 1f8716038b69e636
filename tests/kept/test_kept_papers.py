"""Papers of an earlier program are made by this one byte by byte as they were."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.data_folder import open_papers
from bot.repositories import Repositories
from bot.resources import load_library
from documents.factory import DocumentFactory
from domain.applications.case import Case, CaseState
from domain.complaints.complaint import Complaint, ComplaintState
from domain.files import Attachment
from domain.languages import LANGUAGES
from tests.factories.folders import opened_stores, settings_of
from tests.kept.folder import HERE, NEWEST, Kept

BOT = "tirkeu_bot"
BLANK = ("7", "8")  # as messages of that program name them
Parts = list[tuple[str, list[int], bytes]]  # of a paper, in order: name, date, and content


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept.unpacked(NEWEST, tmp_path)


@asynccontextmanager
async def opened(kept: Kept) -> AsyncIterator[Repositories]:
    async with opened_stores(kept.folder) as (database, keys), database.transaction() as transaction:
        yield Repositories(transaction, keys)


def test_every_state_is_kept_in_every_language(kept: Kept) -> None:
    """So every paper of every state is compared below."""
    known = set(CaseState) - {CaseState.NOT_ACCEPTED}  # came later, and no standard of then has it
    states = {(language, state) for language in LANGUAGES for state in known}
    assert set(kept.rows("SELECT language, state FROM cases JOIN people ON user_id = applicant")) == states
    stages = {(language, stage) for language in LANGUAGES for stage in ComplaintState}
    assert set(kept.rows("SELECT language, stage FROM complaints JOIN people ON user_id = author")) == stages


async def test_papers_are_as_they_were(kept: Kept) -> None:
    """Each has the same parts, in the same order, with the same bytes: text, stamp, signature and picture of the code.

    How the parts are compressed is left to the library of the machine.
    """
    library = load_library(settings_of(kept.folder))
    papers = open_papers(settings_of(kept.folder), library, BOT)
    made: dict[str, Parts] = {}
    for form in BLANK:
        made |= parts_of("blank", [papers.blank(form)])
    async with opened(kept) as stores:
        for (case_id,) in kept.rows("SELECT id FROM cases"):
            case = await stores.cases.get(case_id)
            assert case
            made |= parts_of(f"cases/{case_id}", of_case(case, papers))
        for (complaint_id,) in kept.rows("SELECT id FROM complaints WHERE unit IS NOT NULL"):
            complaint = await stores.complaints.get(complaint_id)
            assert complaint
            made |= parts_of(f"complaints/{complaint_id}", await of_complaint(complaint, papers, stores))
    then = kept_papers()
    assert made.keys() == then.keys()
    assert [name for name in made if made[name] != then[name]] == []


def of_case(case: Case, papers: DocumentFactory) -> list[Attachment]:
    found = [papers.application(case)]
    if case.registration:
        found.append(papers.stamped(case))
    if case.certificate:
        found.append(papers.certificate(case))
    if case.refusal:
        found.append(papers.refusal_letter(case))
    return found


async def of_complaint(complaint: Complaint, papers: DocumentFactory, stores: Repositories) -> list[Attachment]:
    case = await stores.cases.get(complaint.case_id) if complaint.case_id else None
    earlier = await stores.complaints.get(complaint.earlier) if complaint.earlier else None
    found = [papers.complaint_letter(complaint, case, earlier, 1)]
    return [*found, papers.slip(complaint)] if complaint.slip else found


def parts_of(record: str, found: list[Attachment]) -> dict[str, Parts]:
    """Returns the parts of each paper of a record."""
    made = {}
    for each in found:
        with zipfile.ZipFile(io.BytesIO(each.content)) as parts:
            made[f"{record}/{each.name}"] = [
                (part.filename, list(part.date_time), parts.read(part)) for part in parts.infolist()
            ]
    return made


def kept_papers() -> dict[str, Parts]:
    """Returns the papers that the program of then made."""
    with tarfile.open(HERE / f"papers-{NEWEST}.tar.xz") as archive:
        files = {each.name: archive.extractfile(each) for each in archive.getmembers()}
        contents = {name: file.read() for name, file in files.items() if file}
    order = json.loads(contents.pop("order.json"))
    return {name: [(part, date, contents[f"{name}/{part}"]) for part, *date in parts] for name, parts in order.items()}
