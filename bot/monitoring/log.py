"""Structured logs: one JSON object a line, with ids only. No texts of people or errors, and no token."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

LOGGER = logging.getLogger("tirkeu")
FIELDS = "fields"


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


def set_up(level: str) -> None:
    """Sends all logs to standard error as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for talkative in ("aiogram", "aiohttp.access", "aiosqlite", "asyncio"):
        logging.getLogger(talkative).setLevel(logging.ERROR)


def log_event(event: str, *, level: int = logging.INFO, **fields: str | float | None) -> None:
    """Logs an event; fields are ids and numbers."""
    LOGGER.log(level, event, extra={FIELDS: fields})


def fault_name(error: BaseException) -> str:
    """Type and place of an error, without its text, which may quote a person."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"
