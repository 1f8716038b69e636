from __future__ import annotations

import re
from pathlib import Path

from bot.settings import Settings

EXAMPLE = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8")


def test_the_example_is_the_settings() -> None:
    """`.env.example` names every variable, no other, each with its default; optional ones stand empty."""
    shown = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", EXAMPLE, flags=re.MULTILINE))
    defaults = {
        name.upper(): "" if field.default is None else str(field.default)
        for name, field in Settings.model_fields.items()
    }
    assert shown == defaults


def test_the_example_explains_each_variable() -> None:
    """Above every variable stands a comment that says what it is for."""
    lines = EXAMPLE.splitlines()
    for number, line in enumerate(lines):
        if re.match(r"[A-Z_]+=", line):
            assert lines[number - 1].startswith("#"), line
