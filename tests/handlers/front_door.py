"""The real processor on a real database, without a network: the replies to an update and the changes it makes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.conversations.bot_in_process import sqlite_in_this_thread
from bot.data_folder import paper_library
from bot.delivery.rate_limit import RateLimits
from bot.delivery.sender import STANDING, Sender
from bot.making.making import Making
from bot.resources import Resources
from bot.updates.processor import Processor
from bot.updates.reading import Payload
from domain.applications.case import Case
from domain.history import Event
from domain.staff.membership import Officer
from sandbox.formatting.entities import utf16_length
from storage.applications import SqlCases
from storage.db.keys import person
from storage.history.events import SqlHistory
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Delivered, Outgoing
from storage.staff import SqlOfficers
from storage.uploads import SqlUploads
from tests.bot.updates.spine import Telegram, spine
from tests.factories.moments import NOW
from tests.factories.stored import Record, store, store_copy
from tests.factories.updates import tap_update, text_update
from tests.factories.uploads import offered
from tests.handlers.fitting import TOAST, too_long, words_of_call

BATCH = 50
TABLES = ("cases", "events", "registers", "officers", "admins", "invitations", "survey", "terms")
Row = tuple[Any, ...]


class Heard(Sender):
    """Delivers nothing, but records what each update would have sent."""

    def __init__(self, processor: Processor) -> None:
        limits = RateLimits(per_chat=1e6, chat_burst=1e6, overall=1e6)
        super().__init__(Telegram(), processor.database, processor.keys, limits, processor.sender.maker)
        self.answers: defaultdict[int, Answer] = defaultdict(Answer)
        self._sent: list[Delivered] = []

    def queue(self, rows: Iterable[Outgoing]) -> None:
        for row in rows:
            kind, update_id = row.origin[0], int(row.origin[1:].partition(".")[0])
            self._sent.append(Delivered(row.origin, row.chat_id, STANDING))
            if kind == "u":
                self.answers[update_id].calls.append(row.request)
            else:
                self.answers[update_id].notices.append((row.chat_id, row.request))

    async def make(self, answer: Answer) -> Answer:
        """Makes what is made on sending, and leaves out what would no longer be sent."""
        answer.calls = [each for call in answer.calls if (each := await self._whole(call.parameters["chat_id"], call))]
        made = [(chat_id, await self._whole(chat_id, call)) for chat_id, call in answer.notices]
        answer.notices = [(chat_id, call) for chat_id, call in made if call]
        refused = [each for call in answer.everything for each in too_long(call)]
        assert not refused, refused
        assert utf16_length(answer.toast or "") <= TOAST, answer.toast
        return answer

    async def _whole(self, chat_id: int, call: BotApiRequest) -> BotApiRequest | None:
        with patch("bot.clock.now", lambda: NOW):
            async with self.maker.complete(chat_id, call) as whole:
                return whole

    def find_mark(self, origin: str) -> Delivered | None:
        return next((each for each in self._sent if each.origin == origin), None)

    def take_marks(self) -> list[Delivered]:
        marks, self._sent = self._sent, []
        return marks

    def answer(self, query_id: str, text: str) -> None:
        self.answers[int(query_id)].toast = text


@dataclass
class Answer:
    """The reply to an update: calls to its own chat, messages to others, and the notice over the chat."""

    calls: list[BotApiRequest] = field(default_factory=list)
    notices: list[tuple[int, BotApiRequest]] = field(default_factory=list)
    toast: str | None = None

    @property
    def everything(self) -> list[BotApiRequest]:
        return [*self.calls, *(call for _, call in self.notices)]

    @property
    def texts(self) -> list[str]:
        return [words_of_call(each) for each in self.calls]

    @property
    def files(self) -> list[str]:
        """The names of the files, without the PDF that comes with each paper."""
        return [each.file.name for each in self.calls if each.file and not each.as_pdf]

    @property
    def buttons(self) -> dict[str, str]:
        keyboards = [each.parameters.get("reply_markup", {}).get("inline_keyboard", []) for each in self.calls]
        return {
            each["text"]: each["callback_data"]
            for board in keyboards
            for row in board
            for each in row
            if "callback_data" in each
        }


@dataclass
class FrontDoor:
    """Passes updates of any person to the bot and returns the replies."""

    processor: Processor
    heard: Heard
    noted: dict[int, Counter[tuple[int, str, str]]] = field(default_factory=dict)  # denials, by their number
    _ids: count[int] = field(default_factory=lambda: count(1))

    async def tap(self, actor: int, data: str) -> Answer:
        return (await self.send([self.tapping(actor, data)]))[0]

    async def say(self, actor: int, text: str) -> Answer:
        return (await self.send([self.saying(actor, text)]))[0]

    def tapping(self, actor: int, data: str) -> Payload:
        return tap_update(next(self._ids), actor, data)

    def saying(self, actor: int, text: str) -> Payload:
        return text_update(next(self._ids), actor, text)

    async def send(self, payloads: list[Payload]) -> list[Answer]:
        for start in range(0, len(payloads), BATCH):
            await self.processor.process(payloads[start : start + BATCH])
        aside = await self.rows("SELECT update_id, reason FROM quarantine")
        assert aside == [], aside
        return [await self.heard.make(self.heard.answers.pop(each["update_id"], Answer())) for each in payloads]

    def serve(self, library: Resources, **options: Any) -> None:  # noqa: ANN401  # as ContainerOptions names them
        """Serves these editions from now on, as after a start with them."""
        made = self.processor
        changed = replace(made.containers.options, library=library, **options)
        made.containers = replace(made.containers, options=changed)
        made.wording = replace(made.wording, library=library)
        maker = made.sender.maker
        assert isinstance(maker, Making)
        maker._papers._library = paper_library(library)  # noqa: SLF001  # it is read at the start alone

    async def put(self, *records: Record) -> None:
        """Stores the records, with the filing of cases and complaints in the history."""
        await store(self.processor.database, self.processor.keys, *records, filed=True)

    async def leave(self, officer: Officer) -> None:
        async with self.processor.database.transaction() as transaction:
            await SqlOfficers(transaction, self.processor.keys).release(officer.user_id, officer.unit)

    async def attach(self, case: Case, item: str, content: bytes | None) -> None:
        """Stores a copy attached by the applicant; one without content has not been fetched yet."""
        if content is not None:
            await store_copy(self.processor.database, self.processor.keys, case, item, content)
            return
        async with self.processor.database.transaction() as transaction:
            await SqlUploads(transaction, self.processor.keys).add(case, item, offered(100))

    async def case(self, case_id: str, viewer: int | None = None) -> Case:
        """Returns the case as stored, or as an officer sees it."""
        async with self.processor.database.transaction() as transaction:
            case = await SqlCases(transaction, self.processor.keys).get(case_id)
        assert case
        return case if viewer is None else case.seen_by(viewer)

    async def events(self, case: Case) -> list[Event]:
        async with self.processor.database.transaction() as transaction:
            return list(await SqlHistory(transaction, self.processor.keys).events(case))

    async def denials(self, after: int = 0) -> list[tuple[int, str, str]]:
        """Lists who was denied which action on what, since `denied` returned this number: each as often as it was."""
        found: Counter[tuple[int, str, str]] = Counter()
        for actor, act, sealed, times in await self.rows("SELECT actor, act, sealed, count FROM denials ORDER BY id"):
            cipher = await self.processor.keys.cipher(person(actor))
            found[actor, act, cipher.decrypt_json(sealed, f"denials.sealed:{actor}")["about"]] += times
        self.noted[found.total()] = found
        return list((found - self.noted.get(after, Counter())).elements())

    async def denied(self) -> int:
        """How many times anybody was denied anything."""
        return len(await self.denials())

    async def everything(self) -> list[list[Row]]:
        """Returns all rows of every table that officers can change."""
        return [await self.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES]  # noqa: S608  # names above

    async def rows(self, sql: str, *values: int | str) -> list[Row]:
        return await self.processor.database.read(sql, values)


@asynccontextmanager
async def front_door(
    folder: Path,
    *admins: int,
    first_update: int = 1,
    **settings: Any,  # noqa: ANN401  # as Settings names them
) -> AsyncIterator[FrontDoor]:
    """Keeps the front door open for the length of the context, during which time stands still."""
    with sqlite_in_this_thread():
        async with _opened(folder, admins, first_update, settings) as door:
            yield door


@asynccontextmanager
async def _opened(
    folder: Path, admins: tuple[int, ...], first_update: int, settings: dict[str, Any]
) -> AsyncIterator[FrontDoor]:
    async with spine(folder, admin_ids=",".join(map(str, admins)), **settings) as processor:
        heard = Heard(processor)
        processor.sender = heard
        options = replace(processor.containers.options, admins=frozenset(admins))
        processor.containers = replace(processor.containers, options=options)
        processor.clock = lambda: NOW
        processor.careful = False
        yield FrontDoor(processor, heard, _ids=count(first_update))
