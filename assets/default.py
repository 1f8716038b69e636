"""Which edition counts where nothing else is said: the folder of the editions names it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("standard") / "default.toml"


@cache
def default_edition() -> str:
    """The id of that edition; cached."""
    return str(tomllib.loads(FILE.read_text(encoding="utf-8"))["edition"])
