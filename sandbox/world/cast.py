"""The people who exist from the start: those whose phones the page shows, and those the bot has already met."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A person of the cast; without a role the page shows no phone for them, but the bot can write to them."""

    id: int
    first_name: str
    last_name: str
    role: str
    language_code: str


# For people trying out the bot: two applicants and one officer.
READY_MADE = (
    Part(7_000_001, "Айгүл", "Серікқызы", "applicant", "kk"),
    Part(7_000_002, "Тимур", "Ахметов", "applicant", "ru"),
    Part(7_000_003, "Сәуле", "Омарова", "officer", "ru"),
)


def write_cast(cast: Iterable[Part], path: Path) -> None:
    """Writes a cast to a JSON file."""
    path.write_text(json.dumps([asdict(each) for each in cast], ensure_ascii=False, indent=1), encoding="utf-8")


def read_cast(path: Path) -> tuple[Part, ...]:
    """Reads a cast from a JSON file.

    Raises:
        OSError, ValueError, TypeError: the file is missing or invalid.
    """
    return tuple(Part(**each) for each in json.loads(path.read_text(encoding="utf-8")))
