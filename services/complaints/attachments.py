"""Files of complaints: photos and PDFs of the author, and what a body answers with; cleaned as copies are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import BadAnswer
from domain.uploads import check_quota, check_size
from services.uploads import kept_file

if TYPE_CHECKING:
    from domain.complaints.complaint import Complaint
    from services.uploads import Offered, Upload, UploadStore

PHOTO = "photo"  # what the author attaches
ANSWER = "answer"  # what the body answers with: `answer-0` for the first answer, `answer-1` after a reopening


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
        await self._note(complaint, PHOTO, offered)

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
        await self._note(complaint, _next_answer(complaint), offered)

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

    async def _note(self, complaint: Complaint, item: str, offered: Offered) -> None:
        check_size(offered.size or None)
        files = await self._store.list_for_record(complaint)
        of_item = sum(each.item == item for each in files)
        check_quota(of_item, len(files), sum(each.size for each in files), offered.size)
        await self._store.add(complaint, item, offered)


def _next_answer(complaint: Complaint) -> str:
    return f"{ANSWER}-{len(complaint.answers)}"
