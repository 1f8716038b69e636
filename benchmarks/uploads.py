"""A photo beside another person's hostile files: six PDFs of 80,000 tiny objects each, sent just before it."""

from __future__ import annotations

import asyncio
import io
import tempfile
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PIL import Image

from benchmarks.chaos.applications.drafts import Intake, draft
from benchmarks.measure import Figure
from bot.data_folder import open_stores
from bot.jobs.uploads import UploadJobs
from bot.process import every
from bot.resources import Wording, load_library
from bot.run import UPLOAD_SECONDS
from bot.settings import Settings
from services.uploads import Offered
from storage.applications import SqlCases
from storage.uploads import SqlUploads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.delivery.sender import Sender
    from bot.delivery.telegram_api import TelegramApi
    from domain.applications.case import Case
    from storage.db.database import Database
    from storage.db.keys import KeyStore

FILES, OBJECTS, ROUNDS = 6, 80_000, 5
HEAD_START = 1.0  # seconds between the hostile files and the photo
LIMIT = 3.0  # times as long as alone
LOOK_SECONDS = 0.02
STORED = "SELECT id FROM uploads WHERE kind IS NOT NULL AND case_id = ?"
PHOTO_SIZE = (4000, 3000)
NOISE = 40
_FIRST = 10  # number of the first tiny object
_PAGE = {
    1: b"<</Type/Catalog/Pages 2 0 R>>",
    2: b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 200]>>",
    3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Properties<</A[%s]>>>>>>",
    4: b"<</Length 1>>stream\nq\nendstream",
}


class _Telegram:
    """Hands out files at once; the name of each says which of the two it is."""

    def __init__(self) -> None:
        photo = io.BytesIO()
        Image.effect_noise(PHOTO_SIZE, NOISE).convert("RGB").save(photo, "JPEG")
        self.files = {"photo": photo.getvalue(), "hostile": hostile_pdf(OBJECTS)}

    async def call(self, _method: str, parameters: dict[str, Any]) -> dict[str, object]:
        return {"file_path": parameters["file_id"], "file_size": len(self.files[parameters["file_id"]])}

    async def download(self, path: str, _most: int) -> bytes:
        return self.files[path]


class _Sender:
    """Delivers nothing: the answer is not what is measured."""

    def queue(self, _rows: object) -> None: ...


def hostile_pdf(objects: int) -> bytes:
    """A valid page that names so many objects, of one digit each."""
    numbers = range(_FIRST, _FIRST + objects)
    bodies = _PAGE | dict.fromkeys(numbers, b"1")
    bodies[3] %= b" ".join(b"%d 0 R" % number for number in numbers)
    out, table = bytearray(b"%PDF-1.7\n"), bytearray(b"xref\n0 1\n0000000000 65535 f \n1 4\n")
    for number, body in bodies.items():
        if number == _FIRST:
            table += b"%d %d\n" % (number, objects)
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj %s endobj\n" % (number, body)
    return bytes(out + table + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (numbers.stop, len(out)))


def run() -> list[Figure]:
    """Measures the photo alone and with the others, in turn; the ratio is that of the medians."""
    telegram = _Telegram()
    times: dict[bool, list[float]] = {False: [], True: []}
    for number in range(ROUNDS):
        for crowded, found in times.items():
            with tempfile.TemporaryDirectory(prefix="uploads-") as folder:
                phase = UPLOAD_SECONDS * number / ROUNDS
                found.append(asyncio.run(_measured(Path(folder), telegram, phase, crowded=crowded)))
    alone, crowded_time = median(times[False]), median(times[True])
    size = len(telegram.files["hostile"]) / 1e6
    note = (
        f"median of {ROUNDS}: alone {alone:.1f} s, with {FILES} PDFs of {size:.1f} MB {crowded_time:.1f} s"
        f" (at most {max(times[True]):.1f} s): {crowded_time / alone:.2f} times"
    )
    title = f"a photo beside another's {FILES} hostile files: {LIMIT:g} times as long as alone / ours"
    return [Figure(title, LIMIT * alone / crowded_time, 1.0, "times", note)]


async def _measured(folder: Path, telegram: _Telegram, phase: float, *, crowded: bool) -> float:
    """Returns the seconds from the commit of the photo to that of its clean copy."""
    settings = Settings(_env_file=None, data_dir=folder)
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(settings, stack)
        hostile, other = _cases(settings)
        async with database.transaction() as transaction:
            for case in (hostile, other):
                await SqlCases(transaction, keys).add(case)
        if crowded:
            await _send(database, keys, telegram, hostile, *["hostile"] * FILES)
        api: TelegramApi = telegram  # type: ignore[assignment]  # all that the job calls
        sender: Sender = _Sender()  # type: ignore[assignment]  # the same
        stop = asyncio.Event()
        wording = Wording(load_library(settings), "ru")
        work = asyncio.create_task(every(UPLOAD_SECONDS, UploadJobs(database, keys, api, sender, wording).run, stop))
        stack.push_async_callback(_cancelled, work)
        await asyncio.sleep(HEAD_START + phase)
        started = perf_counter()
        await _send(database, keys, telegram, other, "photo")
        while not await database.read(STORED, (other.id,)):  # noqa: ASYNC110  # it is seen from outside
            await asyncio.sleep(LOOK_SECONDS)
        return perf_counter() - started


async def _cancelled(work: asyncio.Task[None]) -> None:
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)


async def _send(database: Database, keys: KeyStore, telegram: _Telegram, case: Case, *names: str) -> None:
    async with database.transaction() as transaction:
        for name in names:
            await SqlUploads(transaction, keys).add(case, "identity", Offered(name, 1, len(telegram.files[name])))


def _cases(settings: Settings) -> Iterator[Case]:
    """A draft of each of two people."""
    editions, intake = load_library(settings).editions, Intake(2)
    return (replace(draft(intake, number, editions), applicant=number + 1) for number in range(2))
