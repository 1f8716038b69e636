"""All data held about a person as a ZIP in parts, made when it is sent and stored nowhere (decision 13)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from dialogs.privacy import readme
from documents.formats.zip_files import Member, pack
from documents.privacy import copy_name, folder_of, my_data_json
from domain.applications.case import Case, CaseState
from domain.complaints.complaint import Complaint, ComplaintState
from domain.errors import BadAnswer, EditionMissing
from domain.files import Attachment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.making.reading import Reading
    from dialogs.made import Part
    from documents.factory import DocumentFactory
    from services.privacy.my_data import Dossier, PersonalRecord

NAME = "tirkeu-my-data"


async def make_part(reading: Reading, user_id: int, part: Part) -> Callable[[DocumentFactory], Attachment]:
    """Reads a part in one transaction; the returned function writes and packs it."""
    dossier = await reading.my_data.collect(user_id, reading.now) if part.number == 1 else None
    copies = [member for each in part.uploads for member in await _copy(reading, user_id, each)]

    def write(papers: DocumentFactory) -> Attachment:
        first = [] if dossier is None else _first(dossier, part, papers, reading)
        return Attachment(part_name(part), pack([*first, *copies]))

    return write


def _first(dossier: Dossier, part: Part, papers: DocumentFactory, reading: Reading) -> list[Member]:
    texts = reading.texts(dossier.person.language or reading.language)
    return [
        Member.of("README.txt", readme(part.of, texts).encode()),
        Member.of("my-data.json", my_data_json(dossier)),
        *_documents(dossier, papers),
    ]


def _documents(dossier: Dossier, papers: DocumentFactory) -> Iterator[Member]:
    """All papers; of a record whose edition is not here there are none, and `my-data.json` has all that is in them."""
    for personal in dossier.held:
        folder = folder_of(personal.record)
        with suppress(EditionMissing):
            for each in _papers_of(personal, dossier, papers):
                yield Member.stored(f"{folder}/{each.name}", each.content)


def _papers_of(personal: PersonalRecord, dossier: Dossier, papers: DocumentFactory) -> Iterator[Attachment]:
    if isinstance(personal.record, Case):
        yield from _papers_of_case(personal.record, papers)
    else:
        yield from _papers_of_complaint(personal, personal.record, dossier, papers)


def _papers_of_case(case: Case, papers: DocumentFactory) -> Iterator[Attachment]:
    yield papers.application(case) if case.state is CaseState.DRAFT else papers.stamped(case)
    if case.state is CaseState.ISSUED:
        yield papers.certificate(case)
    if case.state in {CaseState.REFUSED, CaseState.NOT_ACCEPTED}:
        yield papers.refusal_letter(case)


def _papers_of_complaint(
    personal: PersonalRecord, complaint: Complaint, dossier: Dossier, papers: DocumentFactory
) -> Iterator[Attachment]:
    if complaint.slip is not None:
        yield papers.slip(complaint)
    if complaint.stage is ComplaintState.LETTER:
        files = sum(each.kept for each in personal.uploads)
        yield papers.complaint_letter(complaint, _case_of(complaint, dossier), personal.earlier, files)


async def _copy(reading: Reading, user_id: int, upload_id: int) -> list[Member]:
    """Empty if the file was erased since the person asked."""
    try:
        found = await reading.my_data.copy(user_id, upload_id)
    except BadAnswer:
        return []
    return [Member.stored(copy_name(found.record, found.upload), found.content)]


def part_name(part: Part) -> str:
    """`tirkeu-my-data.zip`, with number and count if there are several."""
    return f"{NAME}.zip" if part.of == 1 else f"{NAME}-{part.number}-of-{part.of}.zip"


def _case_of(complaint: Complaint, dossier: Dossier) -> Case | None:
    cases = (each.record for each in dossier.held if isinstance(each.record, Case))
    return next((each for each in cases if each.id == complaint.case_id), None)
