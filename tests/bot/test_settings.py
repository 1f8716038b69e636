from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, load_settings

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


@pytest.mark.parametrize(
    ("given", "admins"), [("", set()), ("123", {123}), (" 123, 456 ,", {123, 456}), (str(1 << 52), {1 << 52})]
)
def test_admins(monkeypatch: pytest.MonkeyPatch, given: str, admins: set[int]) -> None:
    """Their ids stand one after another; there need be none."""
    monkeypatch.setenv("ADMIN_IDS", given)
    assert load_settings().admins == admins


@pytest.mark.parametrize("given", ["me", "0", "-5", "1;2", "1 2", "٣", str((1 << 52) + 1)])
def test_an_admin_who_is_none(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """The bot does not start, and says why in one line."""
    monkeypatch.setenv("ADMIN_IDS", given)
    with pytest.raises(BadSettings, match=r"^ADMIN_IDS: .+ is no Telegram user id; .+$") as told:
        load_settings()
    assert "\n" not in str(told.value)
