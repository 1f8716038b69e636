"""What an operator learns of the running bot: a log of events, and that a blocked process is ended.

The log has one JSON object a line, with ids and figures: no texts of people or errors, and no token. There are no other
metrics; whoever wants them counts events.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
import threading
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LOGGER = logging.getLogger("tirkeu")
FIELDS = "fields"
BEAT_SECONDS = 1.0
EXIT_CODE = 70  # EX_SOFTWARE of sysexits.h; the supervisor restarts the process
# How severe an event is: an error is a fault that somebody has to look at, a warning passes
# by itself or lies with somebody else. Whatever is named nowhere here belongs to the ordinary work.
LEVELS = {
    **dict.fromkeys(
        (
            "history-cut",
            "data-folder-not-usable",
            "marks-not-written",
            "quarantined",
            "dead-letter",
            "loop-stands-still",
            "job-failed",
            "retention-failed",
            "telling-failed",
            "file-not-made",
            "pdf-not-made",
            "stray-fault",
            "delivery-failed",
            "batch-failed",
            "update-failed",
            "replay-failed",
        ),
        logging.ERROR,
    ),
    **dict.fromkeys(
        (
            "telegram-not-reached",
            "telegram-refuses",
            "poll-failed",
            "webhook-batch-not-taken",
            "upload-refused",
            "callback-not-answered",
            "not-introduced",
            "keys-still-in-log",
            "term-not-known",
            "terms-differ",
            "part-not-read",
            "not-an-update",
            "edition-missing",
            "landlock-missing",
        ),
        logging.WARNING,
    ),
    "retention-done": logging.DEBUG,
}


class JsonLines(logging.Formatter):
    """Formats our own records with their fields; of other loggers' records only the logger and the type of error."""

    def format(self, record: logging.LogRecord) -> str:
        """Returns one line of JSON."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": when, "level": record.levelname.lower()}
        if record.name == LOGGER.name:
            line |= {"event": record.getMessage(), **getattr(record, FIELDS, {})}
        else:
            line |= {"event": "foreign-log", "logger": record.name}
            if record.exc_info and record.exc_info[1]:
                line["fault"] = fault_name(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def set_up_logs(level: str) -> None:
    """Sends all logs to standard error as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for talkative in ("aiogram", "aiohttp.access", "aiosqlite", "asyncio"):
        logging.getLogger(talkative).setLevel(logging.ERROR)


def log_event(event: str, **fields: str | float | None) -> None:
    """Logs an event at its level (`LEVELS`); fields are ids and numbers."""
    LOGGER.log(LEVELS.get(event, logging.INFO), event, extra={FIELDS: fields})


def fault_name(error: BaseException) -> str:
    """Type and place of an error, without its text, which may quote a person."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"


def _end() -> None:
    os._exit(EXIT_CODE)


class Watchdog:
    """A thread that ends a process whose loop is blocked; a handler's own timeout cannot stop blocking code."""

    def __init__(self, patience: float, end: Callable[[], None] = _end) -> None:
        self._patience = patience
        self._end = end
        self._last_beat = time.monotonic()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True, name="watchdog")

    async def beat(self) -> None:
        """Signals that the loop is running, until cancelled."""
        self._last_beat = time.monotonic()
        self._thread.start()
        try:
            while True:
                self._last_beat = time.monotonic()
                await asyncio.sleep(min(BEAT_SECONDS, self._patience / 4))
        finally:
            self._stopped.set()

    def _watch(self) -> None:
        while not self._stopped.wait(min(BEAT_SECONDS, self._patience / 4)):
            silence = time.monotonic() - self._last_beat
            if silence > self._patience:
                log_event("loop-stands-still", seconds=round(silence))
                self._end()
                return
