"""Files people send with an application or complaint: noted at once, fetched and cleaned later by a job."""

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
    from domain.standard.edition import Standard
    from services.history import FiledRecord

EXTENSIONS: Mapping[str, str] = {FileFormat.JPEG: "jpg", FileFormat.PDF: "pdf"}
PHOTO = "photo"  # what the author attaches
ANSWER = "answer"  # what the body answers with: `answer-0` for the first answer, `answer-1` after a reopening


@dataclass(frozen=True, slots=True)
class Offered:
    """A file a person sent: where Telegram has it, and the message it came with. `size` in bytes, 0 where untold.

    `sender` is who sent it, 0 for the applicant or author of what it belongs to.
    """

    file_id: str
    message_id: int
    size: int
    sender: int = 0


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of an application or complaint; `kept` once it was fetched and cleaned, as `kind` (domain.uploads)."""

    id: int
    item: str
    size: int
    kept: bool
    kind: str = ""

    @property
    def extension(self) -> str:
        """Of the name it is sent under."""
        return EXTENSIONS.get(self.kind, "bin")


class UploadStore(Protocol):
    """Where copies are kept."""

    async def list_for_record(self, record: FiledRecord) -> Sequence[Upload]:
        """All files of an application or complaint, oldest first."""

    async def add(self, record: FiledRecord, item: str, offered: Offered) -> None:
        """Remember a file to be fetched."""

    async def drop(self, record: FiledRecord, item: str) -> None:
        """Erase an item's files."""

    async def content(self, record: FiledRecord, upload_id: int) -> bytes:
        """A kept copy."""


async def kept_file(store: UploadStore, record: FiledRecord, upload_id: int) -> Upload:
    """A file of a case or complaint that was fetched and cleaned.

    Raises:
        BadAnswer: it has no such file, or not yet, or no longer.
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
    """Use cases of one unit of work."""

    def __init__(self, store: UploadStore, standard: Standard) -> None:
        self._store = store
        self._standard = standard

    async def list_for_item(self, case: Case, item: str) -> list[Upload]:
        """The files of one item."""
        return [each for each in await self._store.list_for_record(case) if each.item == item]

    async def list_for_case(self, case: Case) -> list[Upload]:
        """All files of a case, oldest first."""
        return list(await self._store.list_for_record(case))

    async def kept(self, case: Case, upload_id: int) -> Upload:
        """A kept copy.

        Raises:
            BadAnswer: the case has no such copy.
        """
        return await kept_file(self._store, case, upload_id)

    async def offer(self, case: Case, item: str, offered: Offered) -> None:
        """Take note of a file.

        Raises:
            BadAnswer: the item takes no copies: an identity document, or none of the checklist's.
            UploadRefused: it is too big, or there are too many already.
        """
        self.check(case, item)
        await _add(self._store, case, item, offered)

    async def drop(self, case: Case, item: str) -> None:
        """Erase an item's files."""
        self.check(case, item)
        await self._store.drop(case, item)

    def check(self, case: Case, item: str) -> None:
        """Whether an item takes copies.

        Raises:
            BadAnswer: it does not.
        """
        if not any(each.item.id == item and each.item.upload for each in cards(case, self._standard)):
            raise BadAnswer("choose")


class ComplaintFiles:
    """Use cases of one unit of work."""

    def __init__(self, store: UploadStore) -> None:
        self._store = store

    async def photos(self, complaint: Complaint) -> list[Upload]:
        """What the author has attached, oldest first."""
        return await self._of(complaint, PHOTO)

    async def attach(self, complaint: Complaint, offered: Offered) -> None:
        """Take note of a file of the author's.

        Raises:
            UploadRefused: it is too big, or the complaint has too many already.
        """
        await _add(self._store, complaint, PHOTO, offered)

    async def drop_photos(self, complaint: Complaint) -> None:
        """Erase what the author has attached."""
        await self._store.drop(complaint, PHOTO)

    async def answer(self, complaint: Complaint) -> Upload | None:
        """The file of the answer that is being prepared; None where there is none."""
        return next(iter(await self._of(complaint, _next_answer(complaint))), None)

    async def ready_answer(self, complaint: Complaint) -> int | None:
        """The id of the file to answer with; None where the answer is a text alone.

        Raises:
            BadAnswer: the file is not fetched yet.
        """
        file = await self.answer(complaint)
        if file is not None and not file.kept:
            raise BadAnswer("file-waiting")
        return file.id if file else None

    async def answer_with(self, complaint: Complaint, offered: Offered) -> None:
        """Take note of the file to answer with; it takes the place of one that was sent before it.

        Raises:
            UploadRefused: it is too big.
        """
        await self._store.drop(complaint, _next_answer(complaint))
        await _add(self._store, complaint, _next_answer(complaint), offered)

    async def drop_answer(self, complaint: Complaint) -> None:
        """Answer without a file."""
        await self._store.drop(complaint, _next_answer(complaint))

    async def kept(self, complaint: Complaint, upload_id: int) -> Upload:
        """A kept file.

        Raises:
            BadAnswer: the complaint has no such file.
        """
        return await kept_file(self._store, complaint, upload_id)

    async def _of(self, complaint: Complaint, item: str) -> list[Upload]:
        return [each for each in await self._store.list_for_record(complaint) if each.item == item]


def _next_answer(complaint: Complaint) -> str:
    return f"{ANSWER}-{len(complaint.answers)}"
