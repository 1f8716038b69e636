"""Who is there before anybody does anything: those whose phones the page shows, and people who know the bot already."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody of the cast; without a role the page shows no phone of theirs, though the bot can write to them."""

    id: int
    first_name: str
    last_name: str
    role: str
    language_code: str


# Whoever tries the bot finds them there already: two who apply and one who works the cases.
READY_MADE = (
    Part(7_000_001, "Айгүл", "Серікқызы", "applicant", "kk"),
    Part(7_000_002, "Тимур", "Ахметов", "applicant", "ru"),
    Part(7_000_003, "Сәуле", "Омарова", "officer", "ru"),
)


def write_cast(cast: Iterable[Part], path: Path) -> None:
    """Keep a cast in a file."""
    path.write_text(json.dumps([asdict(each) for each in cast], ensure_ascii=False, indent=1), encoding="utf-8")


def read_cast(path: Path) -> tuple[Part, ...]:
    """The cast that a file holds.

    Raises:
        OSError, ValueError, TypeError: it holds none.
    """
    return tuple(Part(**each) for each in json.loads(path.read_text(encoding="utf-8")))
