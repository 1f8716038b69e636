"""Files made on sending match the promise, reach only those who may still have them, and hold nobody up."""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from bot.delivery.telegram_api import TelegramError
from bot.making import making
from bot.making.worker import TableProcess
from bot.updates.processor import Processor
from dialogs.made import (
    KINDS,
    Attached,
    Blank,
    Certificate,
    Chart,
    Export,
    GeneratedContent,
    IndicatorFile,
    Journal,
    JournalPage,
    Proof,
    RefusalLetter,
    StampedCopy,
    read_description,
    write_description,
)
from dialogs.ui.callback_data import CaseworkCallback, IndicatorCallback
from documents.factory import DocumentFactory
from documents.formats.pdf import pdf_of
from documents.tables import workbook
from domain.applications.case import Case, CaseState
from domain.files import Attachment
from domain.standard.edition import Standard
from storage.applications import SqlCases
from storage.db.keys import case_owner, person
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.outbox import Outbox, Outgoing
from storage.staff import SqlOfficers
from tests.bot.updates.spine import Telegram, spine
from tests.e2e.drivers.driving import eventually
from tests.factories.cases import started, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER, officer_of
from tests.factories.stored import store
from tests.factories.units import KOKSHETAU
from tests.factories.updates import tap_update, text_update

ADMIN = 6001
CLERK = officer_of(OFFICER)
CALENDAR = {
    "case": "a",
    "language": "kk",
    "version": 3,
    "changed": "2026-11-20T12:00:00+00:00",
    "term": "decision",
    "last": "2026-12-11",
    "reminder": "2026-12-10",
    "visit": "2026-11-23",
    "visit_said": "2026-11-20T12:00:00+00:00",
    "visit_revision": 1,
}
WORKBOOK = IndicatorCallback("xlsx", "2/3.2026q4").pack()


@asynccontextmanager
async def office(folder: Path, telegram: Telegram, **limits: int) -> AsyncIterator[Processor]:
    """The bot as in a fresh process, with these limits of `bot.making.making`; time stands still."""
    with patch("bot.clock.now", lambda: NOW), patch.dict(vars(making), limits):
        async with spine(folder, api=telegram, admin_ids=str(ADMIN)) as processor:
            options = replace(processor.containers.options, admins=frozenset({ADMIN}))
            processor.containers = replace(processor.containers, options=options)
            processor.clock = lambda: NOW
            processor.careful = False
            yield processor


async def put(processor: Processor, *cases: Case) -> None:
    await store(processor.database, processor.keys, CLERK, *cases, filed=True)


async def committed(processor: Processor, *updates: dict[str, Any]) -> list[Outgoing]:
    """Processes updates and returns the outbox rows of their replies; nothing is sent."""
    rows: list[Outgoing] = []
    with patch.object(processor.sender, "queue", rows.extend):
        await processor.process(list(updates))
    return rows


async def made(processor: Processor, user_id: int, what: GeneratedContent) -> BotApiRequest | None:
    """Returns the call that the sender would make."""
    method = "sendMessage" if what.is_text else "sendDocument"
    request = BotApiRequest(method, {"chat_id": user_id}, content_to_make=write_description(what))
    async with processor.sender.maker.complete(user_id, request) as whole:
        return whole


async def content(processor: Processor, user_id: int, what: GeneratedContent) -> bytes:
    call = await made(processor, user_id, what)
    assert call is not None, what
    assert call.file is not None, what
    return call.file.content


def apart_of(processor: Processor) -> TableProcess:
    maker = processor.sender.maker
    assert isinstance(maker, making.Making)
    return maker.apart


def papers(processor: Processor) -> DocumentFactory:
    return processor.containers.documents


def files(telegram: Telegram, chat_id: int) -> list[str]:
    return [call["file"].name for call in telegram.sent[chat_id] if "file" in call]


def test_descriptions_go_on_to_be_read() -> None:
    """Each kind is read under its name in the rows, as are the two older rows without a name."""
    rows: dict[str, dict[str, Any]] = {
        "blank": {"form": "missionary-application"},
        "application": {"case": "a"},
        "application-package": {"case": "a", "language": "kk"},
        "stamped-copy": {"case": "a", "complete": True, "complaint": "b"},
        "case-calendar": CALENDAR,
        "certificate": {"case": "a"},
        "refusal-letter": {"case": "a"},
        "slip": {"complaint": "b", "due": "2026-12-01"},
        "complaint-letter": {"complaint": "b", "files": 2},
        "complaint-package": {"complaint": "b", "uploads": (1, 2)},
        "whole-case": {"case": "a", "language": "kk", "uploads": (1,)},
        "attached": {"to": "case", "record": "a", "upload": 1, "name": "x.pdf"},
        "my-data": {"number": 1, "of": 2, "uploads": (1, 2)},
        "my-file": {"upload": 1, "name": "x.pdf"},
        "proof": {"case": "a", "language": "kk"},
        "journal": {"unit": "2/3", "year": 2026, "language": "ru"},
        "journal-page": {"unit": "2/3", "year": 2026, "language": "ru"},
        "export": {"unit": "2/3", "first": "2026-01-01", "last": "2026-02-01", "form": "csv", "language": "en"},
        "chart": {"extent": "country", "period": "2026q4", "language": "ru", "how": True},
        "indicators": {"extent": "2/3", "period": "2026", "form": "docx", "language": "ru"},
    }
    for kind, values in rows.items():
        row = {"kind": kind, **values}
        assert write_description(read_description(row)) == row
    assert len(KINDS) == 20
    assert read_description({"kind": "blank", "appendix": 7}) == Blank("7")
    assert write_description(read_description({"number": 1, "of": 1, "uploads": [3]}))["kind"] == "my-data"
    assert write_description(read_description({"upload": 3, "name": "x"}))["kind"] == "my-file"


async def test_a_paper_that_waited_comes_from_the_next_process_as_it_was_promised(
    tmp_path: Path, standard: Standard
) -> None:
    """The row holds no file, and the bot dies before sending; the copy ignores the papers received since."""
    first, second = Telegram(), Telegram()
    case = worked(standard, CaseState.REGISTERED)
    async with office(tmp_path, first) as processor:
        await put(processor, case)
        await committed(processor, tap_update(1, APPLICANT, f"app:papers:{case.id}:0"))
        rows = await processor.database.read("SELECT sealed FROM outbox")
        assert len(rows) == 2  # its PDF, and the DOCX with a button
        assert all(len(sealed) < 1000 for (sealed,) in rows)
        promised = papers(processor).stamped(case)
        later = worked(standard, CaseState.IN_REVIEW, version=case.version)
        async with processor.database.transaction() as transaction:
            await SqlCases(transaction, processor.keys).save(later)
        assert papers(processor).stamped(later) != promised
    assert first.sent[APPLICANT] == []
    async with office(tmp_path, second) as processor:
        await processor.sender.drain(30)
        pdf, call = second.sent[APPLICANT]
        assert call["file"] == promised
        assert pdf["file"].content == pdf_of(promised.content, promised.name.removesuffix(".docx"))
        assert await processor.database.read("SELECT 1 FROM outbox") == []


async def test_rows_with_files_inside_are_delivered(tmp_path: Path) -> None:
    """As earlier versions wrote them."""
    telegram = Telegram()
    async with office(tmp_path, telegram) as processor:
        request = BotApiRequest("sendDocument", {"chat_id": APPLICANT, "caption": "x"}, Attachment("old.docx", b"old"))
        row = Outgoing(1, "u1.0", APPLICANT, person(APPLICANT), request)
        async with processor.database.transaction() as transaction:
            await Outbox(transaction).queue([row], await processor.keys.ciphers([row.owner]))
    async with office(tmp_path, telegram) as processor:
        await processor.sender.drain(30)
    assert files(telegram, APPLICANT) == ["old.docx"]


async def test_papers_of_an_officer_are_those_of_the_case(tmp_path: Path, standard: Standard) -> None:
    """The same case gives the same bytes whenever they are made."""
    async with office(tmp_path, Telegram()) as processor:
        issued = worked(standard, CaseState.ISSUED)
        given = worked(standard, CaseState.REFUSED).registration
        assert given
        refused = worked(
            standard, CaseState.REFUSED, id="no", registration=replace(given, number="2-3/2026-2", handle="h")
        )
        await put(processor, issued, refused)
        write = papers(processor)
        assert await content(processor, OFFICER, StampedCopy.of(issued)) == write.stamped(issued).content
        assert await content(processor, OFFICER, Certificate(issued.id)) == write.certificate(issued).content
        assert await content(processor, OFFICER, RefusalLetter("no")) == write.refusal_letter(refused).content


async def test_rights_are_asked_again_when_it_is_made(
    tmp_path: Path, standard: Standard, caplog: pytest.LogCaptureFixture
) -> None:
    """An officer dismissed meanwhile gets neither table nor paper, but what is their own; no dead letter results."""
    telegram = Telegram()
    caplog.set_level(logging.INFO)
    async with office(tmp_path, telegram) as processor:
        await put(processor, worked(standard, CaseState.ISSUED))
        asked = ("journal-file:2/3.2026:", "journal:2/3.2026:", "export-file:2/3.260101.261231:", "papers:draft1:0")
        taps = [tap_update(at, OFFICER, f"{CaseworkCallback.prefix}:{each}") for at, each in enumerate(asked, 1)]
        waiting = await committed(processor, *taps, tap_update(9, OFFICER, WORKBOOK), text_update(10, OFFICER, "/my"))
        assert sum(each.request.content_to_make is not None for each in waiting) == 9
        async with processor.database.transaction() as transaction:
            await SqlOfficers(transaction, processor.keys).release(OFFICER, KOKSHETAU)
        processor.sender.queue(waiting)
        await processor.sender.drain(30)
        assert [call["method"] for call in telegram.sent[OFFICER]] == ["sendMessage"]
        assert await processor.database.read("SELECT 1 FROM dead_letters UNION ALL SELECT 1 FROM outbox") == []
    said = [each.getMessage() for each in caplog.records]
    assert said.count("file-withheld") + said.count("message-withheld") == 9
    assert "file-not-made" not in said


async def test_what_was_erased_is_not_sent(tmp_path: Path, standard: Standard) -> None:
    """Neither from its row nor by a sender that has read the row already: no file, no dead letter, no fault."""
    telegram = Telegram()
    async with office(tmp_path, telegram) as processor:
        await put(processor, started(), worked(standard, CaseState.ISSUED, id="mine"))
        asked = tap_update(1, APPLICANT, "app:papers:mine:0"), text_update(2, APPLICANT, "/proof")
        waiting = await committed(processor, *asked)
        assert len(waiting) == 3  # its PDF, its DOCX, the proof
        async with processor.database.transaction() as transaction:
            cases = SqlCases(transaction, processor.keys)
            found = await cases.get("mine")
            assert found
            await cases.erase(found)
        await processor.keys.destroy(case_owner("mine"))
        assert await processor.database.read("SELECT 1 FROM outbox") == []
        processor.sender.queue(waiting)
        await processor.sender.drain(30)
        assert telegram.sent[APPLICANT] == []
        assert await processor.database.read("SELECT 1 FROM dead_letters") == []


async def test_nobody_waits_for_somebody_elses_tables(tmp_path: Path, standard: Standard) -> None:
    """While none of an admin's fifty is made, others get answers and papers; then all fifty come in order."""
    telegram, release = Telegram(), threading.Event()

    def held(*table: Any) -> bytes:  # noqa: ANN401  # as it stands there
        release.wait(60)
        return workbook(*table)

    async with office(tmp_path, telegram, SMALL_AT_ONCE=1, TABLES_AT_ONCE=1) as processor:
        case = worked(standard, CaseState.ISSUED)
        await put(processor, case)
        try:
            with patch("bot.making.tables.workbook", held):
                asked = [f"{place}.2026q4" for place in ("2/3", "2/4", "1/3", "2/60", "country")] * 10
                taps = [IndicatorCallback("xlsx", each).pack() for each in asked]
                await processor.process([tap_update(at, ADMIN, each) for at, each in enumerate(taps, 1)])
                await processor.process([text_update(60, APPLICANT, "/help")])
                await processor.process([tap_update(61, APPLICANT, f"app:papers:{case.id}:0")])
                await eventually("both answers", lambda: len(telegram.sent[APPLICANT]) == 2)
                assert telegram.sent[ADMIN] == []
                release.set()
                await processor.sender.drain(60)
        finally:
            release.set()
        assert files(telegram, ADMIN) == [
            f"indicators-{each.replace('/', '-').replace('.', '-')}.xlsx" for each in asked
        ]


async def test_two_chats_with_tables_take_turns(tmp_path: Path, standard: Standard) -> None:
    """With one lane, the first table of one comes before the second of the other, however many that one asked for."""
    telegram = Telegram()
    order: list[int] = []
    take = telegram.upload

    async def noted(method: str, parameters: dict[str, Any], file: Attachment, beside: Attachment | None = None) -> Any:  # noqa: ANN401  # the API's
        order.append(parameters["chat_id"])
        return await take(method, parameters, file, beside)

    telegram.upload = noted  # type: ignore[method-assign]
    async with office(tmp_path, telegram, TABLES_AT_ONCE=1) as processor:
        await put(processor, worked(standard, CaseState.ISSUED))
        taps = [tap_update(at, ADMIN, WORKBOOK) for at in range(1, 6)]
        await processor.process([*taps, tap_update(9, OFFICER, WORKBOOK)])
        await processor.sender.drain(60)
    assert order == [ADMIN, OFFICER, ADMIN, ADMIN, ADMIN, ADMIN]


DRAWN = (
    Proof("draft1", "ru"),
    Journal("2/3", 2026, "ru"),
    JournalPage("2/3", 2026, "kk"),
    Export("2/3", "2026-01-01", "2026-12-31", "xlsx", "en"),
    Export("2/3", "2026-01-01", "2026-12-31", "csv", "ru"),
    Chart("2/3", "2026q4", "ru"),
    Chart("2/3", "2026q4", "ru", how=True),
    IndicatorFile("2/3", "2026q4", "docx", "ru"),
    IndicatorFile("2/3", "2026q4", "xlsx", "kk"),
)


async def test_the_process_for_long_tables(tmp_path: Path, standard: Standard) -> None:
    """It makes the same files with the same permissions; killed, it is restarted; and it ends with the bot."""
    async with office(tmp_path, Telegram()) as processor:
        await put(processor, worked(standard, CaseState.ISSUED))
        apart = apart_of(processor)
        here = [await made(processor, APPLICANT if isinstance(each, Proof) else OFFICER, each) for each in DRAWN]
        assert not vars(apart)["process"], "what is short is made without it"
        with patch.object(making, "MANY", 0), patch.object(making, "MANY_ANSWERS", -1):
            there = [await made(processor, APPLICANT if isinstance(each, Proof) else OFFICER, each) for each in DRAWN]
            assert there == here
            assert None not in here
            assert await made(processor, APPLICANT, Journal("2/3", 2026, "ru")) is None
            process = apart.process
            assert process
            process.kill()
            assert await made(processor, OFFICER, DRAWN[1]) == here[1]
            assert process.returncode is not None
            process = apart.process
    assert process
    assert process.returncode is not None


async def test_the_process_ends_when_there_is_nothing_to_do(tmp_path: Path, standard: Standard) -> None:
    """The next table starts it again."""
    async with office(tmp_path, Telegram()) as processor:
        await put(processor, worked(standard, CaseState.ISSUED))
        apart = apart_of(processor)
        with patch.object(making, "MANY", 0), patch("bot.making.worker.IDLE_SECONDS", 0):
            first = await made(processor, OFFICER, DRAWN[1])
            process = apart.process
            assert process
            assert await process.wait() == 0
            assert await made(processor, OFFICER, DRAWN[1]) == first


async def test_a_chart_whose_message_is_gone_comes_as_a_new_one(tmp_path: Path, standard: Standard) -> None:
    """Its text is made for the new message as well."""

    class Forgetful(Telegram):
        async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401
            if method == "editMessageText":
                raise TelegramError(method, 400, "Bad Request: message to edit not found")
            return await super().call(method, parameters, seconds)

    telegram = Forgetful()
    async with office(tmp_path, telegram) as processor:
        await put(processor, worked(standard, CaseState.ISSUED))
        await processor.process([tap_update(1, OFFICER, IndicatorCallback("chart", "2/3.2026q4").pack())])
        await processor.sender.drain(30)
    (call,) = telegram.sent[OFFICER]
    assert call["method"] == "sendMessage"
    assert "message_id" not in call
    assert call["text"]


async def test_a_file_that_is_gone_is_not_sent(tmp_path: Path, standard: Standard) -> None:
    """For example a file that its applicant has removed."""
    async with office(tmp_path, Telegram()) as processor:
        await put(processor, worked(standard, CaseState.ISSUED))
        assert await made(processor, OFFICER, Attached("case", "draft1", 99, "x.pdf")) is None
