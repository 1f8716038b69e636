"""Structured logs: a JSON object a line, ids only. No texts of people, no texts of errors, no token."""

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
    """Our own records with their fields; of anybody else's only that there was one."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
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
    """Send everything to standard error as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for talkative in ("aiogram", "aiohttp.access", "aiosqlite", "asyncio"):
        logging.getLogger(talkative).setLevel(logging.ERROR)


def log_event(event: str, *, level: int = logging.INFO, **fields: str | float | None) -> None:
    """Log an event with ids and numbers."""
    LOGGER.log(level, event, extra={FIELDS: fields})


def fault_name(error: BaseException) -> str:
    """Type and place of an error: what helps to find it, without its text, which may quote a person."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"
