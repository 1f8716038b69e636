"""Requests in sealed rows: the next version reads what waits, so these bytes must not change."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import pytest
from aiogram.types import CallbackQuery

from bot.delivery.bot_profile import build_commands_request
from bot.delivery.messages import render_reply, render_screen, render_screens
from bot.jobs.uploads import UploadJobs
from bot.resources import library_of
from dialogs import made
from dialogs.ui.screen import Button, Pin, Screen
from dialogs.ui.texts import Html, Texts
from domain.files import Attachment
from domain.staff.membership import Membership
from handlers.core.reply import Reply
from services.uploads import Offered
from storage.db.database import Database, migrate
from storage.db.keys import SYSTEM, KeyStore
from storage.messaging.outbox import Delivered, Outbox, Outgoing
from storage.uploads import Waiting
from tests.factories.units import EDITION
from tests.storage.engines import SQLITE, open_sqlite
from tests.waiting import waiting

CHAT = 5
LINES = Path(__file__).with_name("stored_requests.txt").read_text("utf-8").splitlines()
STORED = dict(line.split(" ", 1) for line in LINES)
TEXT = Html("<b>Өтініш</b> &amp; 📄")
ROWS = (
    (Button("Иә", "app:yes:a:1"), Button("Сайт", url="https://example.kz/?a=1&b=2")),
    (Button("Үй", "base:home::"),),
)
DESCRIPTIONS = (
    made.Blank("missionary-application"),
    made.Application("a"),
    made.StampedCopy("a", complete=True),
    made.CaseCalendar("a", "kk", 3, "2026-11-20T12:00:00+00:00", "decision", "2026-12-11", "2026-12-10"),
    made.Certificate("a"),
    made.RefusalLetter("a"),
    made.ComplaintSlip("b", "2026-12-01"),
    made.ComplaintLetter("b", 2),
    made.ComplaintPackage("b", (1, 2)),
    made.ApplicationPackage("a", "kk"),
    made.WholeCase("a", "kk", (1,)),
    made.Attached(made.CASE, "a", 1, "жарғы.pdf"),
    made.Part(1, 2, (3, 4)),
    made.Copy(1, "x.pdf"),
    made.Proof("a", "kk"),
    made.Journal("2/3", 2026, "ru"),
    made.JournalPage("2/3", 2026, "ru"),
    made.Export("2/3", "2026-01-01", "2026-02-01", "csv", "en"),
    made.Chart("country", "2026q4", "ru", how=True),
    made.IndicatorFile("2/3", "2026", "docx", "ru"),
)


class Worded:
    """Texts of one word each, independent of what the bot says today."""

    def plain(self, name: str) -> str:
        return f"<{name}>"


@pytest.fixture
async def outbox(tmp_path: Path) -> AsyncIterator[tuple[Database, KeyStore]]:
    database, key_file = await open_sqlite(tmp_path / "a.db"), await open_sqlite(tmp_path / "k.db")
    await migrate(database, SQLITE)
    keys = await KeyStore.start(key_file, bytes(32))
    yield database, keys
    await database.close()
    await key_file.close()


def made_today() -> dict[str, Any]:
    """Returns each kind of request as the bot makes it."""
    texts, standard = cast("Texts", Worded()), library_of(EDITION).standard
    pin = Pin(51.1605, 71.4704, "Министрлік", "Астана, Мәңгілік ел 8")
    (leaving,) = render_reply(Reply(leave=True), CHAT, None)
    pinning, unpinning = render_reply(Reply(pins=(9,), unpins=(8,)), CHAT, None)
    (edit,) = render_reply(Reply((Screen(TEXT, ROWS),)), CHAT, tap(date=1))
    (anew,) = render_reply(Reply((Screen(TEXT, ROWS),)), CHAT, tap(date=0))
    letter = UploadJobs._letter(Waiting(1, "a", CHAT, "identity", 0, Offered("f", 9, 1)), lambda _: Screen(TEXT))  # noqa: SLF001  # it has no other door
    (deletion,) = letter.further_requests
    pdf, _ = render_screens(Screen(TEXT, ROWS, made=made.Application("a")), CHAT)
    return {
        "message": render_screen(Screen(TEXT), CHAT),
        "message-with-buttons": render_screen(Screen(TEXT, ROWS), CHAT),
        "edit": edit,
        "instead-of-an-old-message": anew,
        "venue": render_screen(Screen(Html(), pin=pin), CHAT),
        "protected": render_screen(Screen(TEXT), CHAT, protected=True),
        "file": render_screen(Screen(TEXT, ROWS, file=Attachment("көшірме.docx", bytes(range(256)))), CHAT),
        "edit-made-later": render_screen(Screen(Html(), made=made.Chart("2/3", "2026q4", "ru")), CHAT, 9),
        **{f"made-{each.kind}": render_screen(Screen(TEXT, ROWS[1:], made=each), CHAT) for each in DESCRIPTIONS},
        "pin": pinning,
        "unpin": unpinning,
        "pdf": pdf,
        "leave": leaving,
        "commands": build_commands_request(Membership(CHAT, admin=True), texts, standard),
        "no-commands": build_commands_request(Membership(CHAT), texts, standard),
        "delete": deletion,
    }


def test_message_without_a_number_is_not_edited() -> None:
    """Telegram gives 0 for a message that it has put off itself, and would refuse the edit: the answer is a new one."""
    (anew,) = render_reply(Reply((Screen(TEXT, ROWS),)), CHAT, tap(date=1, message_id=0))
    assert anew == render_screen(Screen(TEXT, ROWS), CHAT)


def tap(date: int, message_id: int = 9) -> CallbackQuery:
    """A tap under a message; Telegram gives 0 as the date of one that is too old."""
    message = {"message_id": message_id, "date": date, "chat": {"id": CHAT, "type": "private"}}
    query = {"id": "1", "chat_instance": "1", "from": {"id": CHAT, "is_bot": False, "first_name": "Ә"}}
    return CallbackQuery.model_validate(query | {"message": message})


async def stored(outbox: tuple[Database, KeyStore]) -> dict[str, str]:
    """Returns the decrypted content of the rows by origin."""
    database, keys = outbox
    cipher = await keys.cipher(SYSTEM)
    rows = await database.read("SELECT origin, sealed FROM outbox ORDER BY id")
    return {origin: cipher.decrypt(sealed, f"outbox.sealed:{origin}").decode() for origin, sealed in rows}


async def test_requests_are_stored_as_ever(outbox: tuple[Database, KeyStore], monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, including each kind of description."""
    monkeypatch.setattr(
        "bot.delivery.bot_profile.commands_of", lambda who, _standard: ("queue", "help") if who.admin else ()
    )
    database, keys = outbox
    today = made_today()
    rows = [Outgoing(at, origin, CHAT, SYSTEM, request) for at, (origin, request) in enumerate(today.items(), 1)]
    async with database.transaction() as transaction:
        await Outbox(transaction).queue(rows, await keys.ciphers([SYSTEM]))
    assert await stored(outbox) == {origin: line for origin, line in STORED.items() if origin in today}
    assert {each.kind for each in DESCRIPTIONS} == set(made.KINDS)
    assert set(STORED) - set(today) == {"old-part", "old-copy", "old-file", "old-blank"}


async def test_stored_requests_are_read_as_ever(outbox: tuple[Database, KeyStore]) -> None:
    """Including those of earlier versions: a request that was read is the same when written again."""
    database, keys = outbox
    cipher = await keys.cipher(SYSTEM)
    async with database.transaction() as transaction:
        await transaction.run_many(
            "INSERT INTO outbox (id, origin, chat_id, owner, sealed) VALUES (?, ?, ?, ?, ?)",
            [
                (at, origin, CHAT, SYSTEM, cipher.encrypt(line.encode(), f"outbox.sealed:{origin}"))
                for at, (origin, line) in enumerate(STORED.items(), 1)
            ],
        )
        rows = await waiting(transaction, keys)
        await Outbox(transaction).settle([Delivered(row.origin, row.chat_id) for row in rows])
        await Outbox(transaction).queue(rows, await keys.ciphers([SYSTEM]))
    assert await stored(outbox) == STORED
