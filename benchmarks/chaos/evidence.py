"""Collects evidence from the database and the server's journal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.default import default_edition
from benchmarks.chaos.judge import Delivery, Evidence
from benchmarks.chaos.wording import HOME, ORIGIN
from bot.data_folder import DATABASE
from bot.resources import load_texts
from dialogs.home import home_screen
from domain.languages import LANGUAGES

if TYPE_CHECKING:
    from benchmarks.chaos.traffic import Sent
    from sandbox.world.journal import Call
    from sandbox.world.world import World

SHOWING = {"sendMessage", "editMessageText", "sendVenue"}


def collect(world: World, sent: dict[int, Sent], folder: str, set_aside: set[int], *, ours: bool) -> Evidence:
    """Reads all evidence; no process may be running any more."""
    with closing(sqlite3.connect(Path(folder) / DATABASE)) as database:

        def rows(sql: str) -> list[tuple[Any, ...]]:
            return database.execute(sql).fetchall()

        return Evidence(
            sent=sent,
            applied=[row[0] for row in rows("SELECT update_id FROM applied ORDER BY n")],
            taken={row[0] for row in rows("SELECT update_id FROM seen_updates")} if ours else None,
            totals=dict(rows("SELECT chat, total FROM totals")),
            languages=dict(rows("SELECT user_id, language FROM people")),
            deliveries=[found for call in world.journal.since(0) if (found := _delivery(call))],
            set_aside=set_aside,
            queued=rows("SELECT count(*) FROM outbox")[0][0] if ours else 0,
            sound=rows("PRAGMA integrity_check") == [("ok",)],
        )


def quarantined(folder: str) -> set[int]:
    """The updates in quarantine."""
    with closing(sqlite3.connect(Path(folder) / DATABASE)) as database:
        return {row[0] for row in database.execute("SELECT update_id FROM quarantine")}


def spoken(text: str) -> str | None:
    """The language of a home screen, ours or the peer's; None for any other text."""
    homes = {each: str(home_screen(load_texts(each, default_edition())).text) for each in LANGUAGES}
    _, bar, told = text.partition(f"|{HOME}")
    if bar and told in homes:
        return told
    return next((language for language, home in homes.items() if home in text), None)


def _delivery(call: Call) -> Delivery | None:
    """What a call showed, and which update it answers; None if it showed nothing."""
    if call.method not in SHOWING or call.chat_id is None or call.answer is None:
        return None
    if not call.answer["ok"] and "message is not modified" not in call.answer["description"]:
        return None
    text = str(call.parameters.get("text", ""))
    origin = call.parameters.get(ORIGIN, "")
    if origin.startswith("q"):  # the message that something went wrong; the real answer comes with the replay
        return None
    update = origin.removeprefix("u").partition(".")[0] if origin else text.partition("|")[0]
    return Delivery(int(update), call.chat_id, text)
