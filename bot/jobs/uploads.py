"""Fetches attached files, has them cleaned in a separate process, stores them sealed, and deletes their messages."""

from __future__ import annotations

import asyncio
from functools import partial
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from bot import clock
from bot.delivery.error_policy import may_pass, retry_delay
from bot.delivery.messages import Notification, build_delete_request, queue_notification
from bot.delivery.telegram_api import TelegramError, Unreachable
from bot.jobs.upload_turns import UploadTurns
from bot.monitoring import fault_name, log_event
from bot.process import uniform
from dialogs.complaints.notices import file_kept_screen, file_refused_screen
from dialogs.uploads import copy_refused_screen
from documents.uploads.worker import clean_apart
from domain.uploads import MAX_BYTES, BrokenFile, UploadRefused, check_size
from storage.db.engine import StorageFault
from storage.db.keys import case_owner
from storage.uploads import SqlUploads, copy_place

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.delivery.sender import Sender
    from bot.delivery.telegram_api import TelegramApi
    from bot.process import Uniform
    from bot.resources import Wording
    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Texts
    from domain.uploads import CleanFile
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.messaging.outbox import Outgoing
    from storage.uploads import Waiting
LOOK_SECONDS = 1.0  # for what others have sent, while a lane is busy
ITEMS_SEEN = 100  # of those with files waiting, when it is decided who is next
LONGEST_DELAY_SECONDS = 512.0  # between two tries
MOST_TRIES = 500  # two days; what has not come by then is not there


class _Fetched(NamedTuple):
    """A file that was fetched, the seconds that cleaning it took, and what commits how it ended."""

    waiting: Waiting
    seconds: float
    write: Callable[[], Awaitable[None]]


class UploadJobs:
    """What is due is listed in a table; repeating the work stores one copy.

    People take turns (`bot/jobs/upload_turns.py`), each with one file at a time, and a few files are cleaned at once.
    """

    def __init__(
        self,
        database: Database,
        keys: KeyStore,
        api: TelegramApi,
        sender: Sender,
        wording: Wording,
        *,
        uniform: Uniform = uniform,
    ) -> None:
        self._database = database
        self._keys = keys
        self._api = api
        self._sender = sender
        self._wording = wording
        self._uniform = uniform
        self._turns = UploadTurns()
        self._fetching: dict[asyncio.Task[_Fetched], Waiting] = {}
        self._unwritten: list[_Fetched] = []  # not committed yet
        self._faults = 0  # of the database, one after another
        self._resume_at = 0.0  # Unix seconds

    async def run(self) -> None:
        """Processes everything that waits now.

        While the database cannot work, no further file is fetched: the results of those fetched are held, and only
        their writing is tried again, after growing delays.

        Raises:
            StorageFault: the database cannot work now.
        """
        if clock.now().timestamp() < self._resume_at:
            return
        try:
            await self._write()
            await self._use_lanes()
        except StorageFault:
            self._resume_at = clock.now().timestamp() + retry_delay(self._faults, uniform=self._uniform)
            self._faults += 1
            raise
        self._faults = 0

    async def _use_lanes(self) -> None:
        """Fetches until nothing is due; when it ends before that, what is not fetched yet begins again later."""
        try:
            while await self._fill_lanes():
                await asyncio.wait(self._fetching, timeout=LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
                self._collect()
                await self._write()
        finally:
            for each in self._fetching:
                each.cancel()
            await asyncio.gather(*self._fetching, return_exceptions=True)
            self._collect()

    async def _fill_lanes(self) -> bool:
        """Gives each free lane a file, if one may have it; returns whether a lane is busy."""
        while self._turns.has_room:
            async with self._database.transaction() as transaction:
                now = int(clock.now().timestamp())
                uploads = SqlUploads(transaction, self._keys)
                due = await uploads.first_waiting(now, ITEMS_SEEN, self._turns.late_cases())
            found = self._turns.pick(due, monotonic())
            if found is None:
                break
            self._fetching[asyncio.create_task(self._fetch(found))] = found
        return bool(self._fetching)

    def _collect(self) -> None:
        """Takes the results of what is fetched; the lanes are free when these are written."""
        for each in [each for each in self._fetching if each.done()]:
            waiting = self._fetching.pop(each)
            if each.cancelled():
                self._turns.end(waiting, 0.0, monotonic())
            else:
                self._unwritten.append(each.result())

    async def _fetch(self, waiting: Waiting) -> _Fetched:
        """Fetches and cleans a file, and says what has to be written of it."""
        cleaning: list[float] = []  # when it began
        try:
            content = await self._content(waiting)
            cleaning.append(monotonic())
            write = partial(self._keep, waiting, await clean_apart(content))
        except UploadRefused as refused:
            write = partial(self._refuse, waiting, refused)
        except TelegramError as refused:
            if may_pass(refused):
                write = partial(self._put_off, waiting, fault_name(refused), refused.retry_after)
            else:
                log_event("upload-refused", case=waiting.case_id, code=refused.code)
                write = partial(self._refuse, waiting, BrokenFile("unreadable"))
        except Exception as fault:  # noqa: BLE001  # the boundary for what fails one file: others do not wait for it
            write = partial(self._put_off, waiting, fault_name(fault))
        return _Fetched(waiting, monotonic() - cleaning[0] if cleaning else 0.0, write)

    async def _write(self) -> None:
        """Commits how files ended; what the database cannot take is kept for the next time."""
        while self._unwritten:
            fetched = self._unwritten[0]
            await fetched.write()
            del self._unwritten[0]
            self._turns.end(fetched.waiting, fetched.seconds, monotonic())

    async def _content(self, waiting: Waiting) -> bytes:
        found = await self._api.call("getFile", {"file_id": waiting.offered.file_id})
        if not isinstance(found, dict) or "file_path" not in found:
            raise Unreachable("not an answer of the Bot API")
        size = found.get("file_size")
        check_size(size if isinstance(size, int) else None)
        content = await self._api.download(str(found["file_path"]), MAX_BYTES + 1)
        check_size(len(content))
        return content

    async def _keep(self, waiting: Waiting, clean: CleanFile) -> None:
        cipher = await self._keys.cipher(case_owner(waiting.case_id))
        sealed = cipher.encrypt(clean.content, copy_place(waiting.id))
        rows: list[Outgoing] = []
        async with self._database.transaction() as transaction:
            if await SqlUploads(transaction, self._keys).keep(waiting, clean, sealed):
                said = [partial(file_kept_screen, waiting.case_id, waiting.item)] if waiting.of_complaint else []
                letter = self._letter(waiting, *said)  # of copies their page tells: a note would push it away
                rows = await queue_notification(transaction, self._keys, letter, self._wording)
        self._sender.queue(rows)

    async def _refuse(self, waiting: Waiting, refused: UploadRefused) -> None:
        rows: list[Outgoing] = []
        async with self._database.transaction() as transaction:
            if await SqlUploads(transaction, self._keys).forget(waiting):
                refused_screen = file_refused_screen if waiting.of_complaint else copy_refused_screen
                draw = partial(refused_screen, waiting.case_id, waiting.item, refused)
                letter = self._letter(waiting, draw, clear=False)
                rows = await queue_notification(transaction, self._keys, letter, self._wording)
        self._sender.queue(rows)

    async def _put_off(self, waiting: Waiting, fault: str, demanded: float | None = None) -> None:
        if waiting.tries + 1 >= MOST_TRIES:
            await self._refuse(waiting, BrokenFile("unreadable"))
            return
        delay = retry_delay(waiting.tries, demanded, LONGEST_DELAY_SECONDS, uniform=self._uniform)
        async with self._database.transaction() as transaction:
            until = ceil(clock.now().timestamp() + delay)
            await SqlUploads(transaction, self._keys).put_off(waiting, until)
        log_event("upload-put-off", case=waiting.case_id, tries=waiting.tries + 1, fault=fault)

    @staticmethod
    def _letter(waiting: Waiting, *draw: Callable[[Texts], Screen], clear: bool = True) -> Notification:
        """The message about a file; once the file is stored, the message containing it is deleted from the chat."""
        return Notification(
            waiting.applicant,
            case_owner(waiting.case_id),
            f"f{waiting.id}",
            lambda texts: [each(texts) for each in draw],
            (build_delete_request(waiting.applicant, waiting.offered.message_id),) if clear else (),
            notice=False,
            edition=waiting.edition,
        )
