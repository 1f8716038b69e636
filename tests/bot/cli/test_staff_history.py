"""What `officer` on the command line leaves behind: the history of staff, freed cases, the chat's menu."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.__main__ import main
from domain.history import Event, EventKind
from storage.history.events import SqlHistory
from storage.messaging.bot_api_request import BotApiRequest
from tests.factories.folders import opened_stores
from tests.waiting import waiting

WHO = ("--user", "4001", "--unit", "2/3")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    return tmp_path


def left_behind(folder: Path) -> tuple[list[Event], list[BotApiRequest]]:
    """Returns the history of staff, and what waits to be sent."""

    async def read() -> tuple[list[Event], list[BotApiRequest]]:
        async with opened_stores(folder) as (database, keys), database.transaction() as transaction:
            kept = await waiting(transaction, keys)
            return await SqlHistory(transaction, keys).list_about_people(), [each.request for each in kept]

    return asyncio.run(read())


def test_a_role_is_given_and_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The entry names no Telegram account; roles other than officer are listed."""
    for role in ((), ("--role", "head"), ("--role", "head")):
        assert main(("officer", "add", *WHO, "--name", "Ли Б.", *role)) == 0
    capsys.readouterr()
    assert main(("officer", "list")) == 0
    assert capsys.readouterr().out == "4001  2/3  Ли Б.  head\n"
    events, waiting = left_behind(folder)
    assert [(each.kind, each.actor, each.details["role"]) for each in events] == [
        (EventKind.JOINED, 0, "officer"),
        (EventKind.ROLE_CHANGED, 0, "head"),
    ]
    assert waiting == []


def test_an_end_renews_the_menu(folder: Path) -> None:
    """The next run removes the chat's commands; if another office is left, it lists those of the role there.

    To end what has ended changes nothing.
    """
    assert main(("officer", "add", *WHO, "--name", "Ли Б.")) == 0
    assert main(("officer", "add", "--user", "4001", "--unit", "1/3", "--name", "Ли Б.", "--role", "registrar")) == 0
    assert main(("officer", "remove", *WHO)) == 0
    assert main(("officer", "remove", *WHO)) == 1
    assert main(("officer", "remove", "--user", "4001", "--unit", "1/3")) == 0
    events, (first, second) = left_behind(folder)
    assert [each.kind for each in events][2:] == [EventKind.UNBOUND, EventKind.UNBOUND]
    assert first.method == "setMyCommands"
    assert first.parameters["scope"] == {"type": "chat", "chat_id": 4001}
    named = [each["command"] for each in first.parameters["commands"]]
    assert "queue" in named
    assert "take" not in named
    assert second == BotApiRequest("deleteMyCommands", {"scope": {"type": "chat", "chat_id": 4001}})


def test_a_lost_phone_is_locked_and_unlocked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By id, in either writing; the list and the menu follow, and the last admin is not locked in silence."""
    monkeypatch.setenv("ADMIN_IDS", "6001")
    assert main(("officer", "add", *WHO, "--name", "Ли Б.")) == 0
    capsys.readouterr()
    for words, code, said in (
        (("lock", "4001"), 0, "locked"),
        (("lock", "--user", "4001"), 0, "locked before"),
        (("list",), 0, "4001  2/3  Ли Б.  locked"),
        (("unlock", "4001"), 0, "unlocked"),
        (("list",), 0, "4001  2/3  Ли Б."),
        (
            ("lock", "6001"),
            0,
            "locked\nno admin is left who could unlock anybody in the chat: “officer unlock”",
        ),
        (("lock", "5"), 1, "Nobody with the id 5 has a role; nothing was changed. “officer list” shows who does."),
        (("unlock", "5"), 1, "Nobody with the id 5 has a role; nothing was changed. “officer list” shows who does."),
        (("lock",), 2, ""),
    ):
        assert main(("officer", *words)) == code
        assert capsys.readouterr().out.strip() == said
    events, waiting = left_behind(folder)
    assert [each.kind for each in events][1:] == [EventKind.LOCKED, EventKind.UNLOCKED, EventKind.LOCKED]
    assert [each.method for each in waiting] == [
        "deleteMyCommands",
        "deleteMyCommands",
        "setMyCommands",
        "deleteMyCommands",
    ]
