"""Files people send with an application or complaint: noted at once, then fetched and cleaned by a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from domain.applications.checklist import cards
from domain.errors import BadAnswer
from domain.uploads import FileFormat, check_quota, check_size

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from domain.standard.editions import Editions
    from services.history import FiledRecord

EXTENSIONS: Mapping[str, str] = {FileFormat.JPEG: "jpg", FileFormat.PDF: "pdf"}
OF_OFFICER = "."
PHOTO = "photo"  # files of the author
# Files of answers: `answer-0.4001` is what officer 4001 prepares for the first answer, `answer-1.4001` for the one
# after a reopening; older ones name no officer.
ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Offered:
    """A file in Telegram, and the message it came with.

    `size` is in bytes, 0 if Telegram does not tell. `sender` is 0 for the applicant or author themselves.
    """

    file_id: str
    message_id: int
    size: int
    sender: int = 0


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a case or complaint; `kept` once it is fetched and cleaned, with its format as `kind`."""

    id: int
    item: str
    size: int
    kept: bool
    kind: str = ""

    @property
    def extension(self) -> str:
        """The extension for its file name."""
        return EXTENSIONS.get(self.kind, "bin")


class UploadStore(Protocol):
    """Stores files of cases and complaints."""

    async def list_for_record(self, record: FiledRecord) -> Sequence[Upload]:
        """The files of a record without their contents, oldest first."""

    async def add(self, record: FiledRecord, item: str, offered: Offered) -> None:
        """Stores a file to be fetched."""

    async def drop(self, record: FiledRecord, item: str, keep: int = 0) -> None:
        """Erases an item's files, except the one with the id `keep`."""

    async def rename(self, record: FiledRecord, items: Mapping[str, str]) -> None:
        """Gives the files of these items to others, all at once: the new item by the old one."""

    async def content(self, record: FiledRecord, upload_id: int) -> bytes:
        """The contents of a cleaned file."""


async def kept_file(store: UploadStore, record: FiledRecord, upload_id: int) -> Upload:
    """A fetched and cleaned file of a record.

    Raises:
        BadAnswer: there is none, or it is not fetched yet.
    """
    for each in await store.list_for_record(record):
        if each.id == upload_id and each.kept:
            return each
    raise BadAnswer("choose")


async def _add(store: UploadStore, record: FiledRecord, item: str, offered: Offered) -> None:
    check_size(offered.size or None)
    files = await store.list_for_record(record)
    of_item = sum(each.item == item for each in files)
    check_quota(of_item, len(files), sum(each.size for each in files), offered.size)
    await store.add(record, item, offered)


class Uploads:
    """Copies of documents for the items of an application that take them (point 11)."""

    def __init__(self, store: UploadStore, editions: Editions) -> None:
        self._store = store
        self._editions = editions

    async def list_for_item(self, case: Case, item: str) -> list[Upload]:
        """The files of one item, oldest first."""
        return [each for each in await self._store.list_for_record(case) if each.item == item]

    async def list_for_case(self, case: Case) -> list[Upload]:
        """All files of a case, oldest first."""
        return list(await self._store.list_for_record(case))

    async def kept(self, case: Case, upload_id: int) -> Upload:
        """As `kept_file`."""
        return await kept_file(self._store, case, upload_id)

    async def offer(self, case: Case, item: str, offered: Offered) -> None:
        """Notes a file to be fetched.

        Raises:
            BadAnswer: the item takes no copies, as identity documents do not, or is not on the checklist.
            UploadRefused: the file is too big, or there are too many.
        """
        self.check(case, item)
        await _add(self._store, case, item, offered)

    async def drop(self, case: Case, item: str) -> None:
        """Erases an item's files.

        Raises:
            BadAnswer: as `check`.
        """
        self.check(case, item)
        await self._store.drop(case, item)

    def check(self, case: Case, item: str) -> None:
        """Checks that an item takes copies.

        Raises:
            BadAnswer: it does not.
        """
        if not any(each.item.id == item and each.item.upload for each in cards(case, self._editions.of(case))):
            raise BadAnswer("choose")


class ComplaintFiles:
    """Files of complaints: the author's, and those of the body's answers."""

    def __init__(self, store: UploadStore) -> None:
        self._store = store

    async def photos(self, complaint: Complaint) -> list[Upload]:
        """The author's files, oldest first."""
        return await self._of(complaint, PHOTO)

    async def attach(self, complaint: Complaint, offered: Offered) -> None:
        """Notes a file of the author's.

        Raises:
            UploadRefused: it is too big, or there are too many.
        """
        await _add(self._store, complaint, PHOTO, offered)

    async def drop_photos(self, complaint: Complaint) -> None:
        """Erases the author's files."""
        await self._store.drop(complaint, PHOTO)

    async def answer(self, complaint: Complaint) -> Upload | None:
        """The file of the answer that the viewer prepares, the last one sent; None if there is none."""
        return next(iter(reversed(await self._prepared(complaint))), None)

    async def ready_answer(self, complaint: Complaint) -> int | None:
        """The id of the file to answer with; None if there is none.

        Raises:
            BadAnswer: the file is not fetched yet.
        """
        file = await self.answer(complaint)
        if file is not None and not file.kept:
            raise BadAnswer("file-waiting")
        return file.id if file else None

    async def answer_with(self, complaint: Complaint, offered: Offered) -> None:
        """Notes the file to answer with; an earlier one is kept until this one is sent, in case it turns out unusable.

        Raises:
            UploadRefused: it is too big.
        """
        usable = [each for each in await self._prepared(complaint) if each.kept]
        await self._store.drop(complaint, _next_answer(complaint), usable[-1].id if usable else 0)
        await _add(self._store, complaint, _next_answer(complaint), offered)

    async def drop_answer(self, complaint: Complaint) -> None:
        """Removes the file from the answer that the viewer prepares."""
        for item in {_next_answer(complaint), _next_answer(complaint.seen_by(None))}:
            await self._store.drop(complaint, item)

    async def drop_prepared(self, complaint: Complaint) -> None:
        """Removes the file that the viewer alone prepares for the next answer."""
        await self._store.drop(complaint, _next_answer(complaint))

    async def drop_unsent(self, complaint: Complaint, sent: int | None) -> None:
        """Removes what was prepared for the next answer, by anybody, except the file that is sent."""
        items = {each.item for each in await self._store.list_for_record(complaint)}
        whose = _next_answer(complaint.seen_by(None))
        for item in sorted(each for each in items if each.partition(OF_OFFICER)[0] == whose):
            await self._store.drop(complaint, item, sent or 0)

    async def kept(self, complaint: Complaint, upload_id: int) -> Upload:
        """As `kept_file`."""
        return await kept_file(self._store, complaint, upload_id)

    async def _prepared(self, complaint: Complaint) -> list[Upload]:
        own = await self._of(complaint, _next_answer(complaint))
        return own or await self._of(complaint, _next_answer(complaint.seen_by(None)))

    async def _of(self, complaint: Complaint, item: str) -> list[Upload]:
        return [each for each in await self._store.list_for_record(complaint) if each.item == item]


def _next_answer(complaint: Complaint) -> str:
    item = f"{ANSWER}-{len(complaint.answers)}"
    return item if complaint.viewer is None else f"{item}{OF_OFFICER}{complaint.viewer}"
