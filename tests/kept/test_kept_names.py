"""Names that others have written down stay: settings, events of the log, commands, kinds of questions."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.clock import ROOT
from tests.handlers.actions import commands, lines

KEPT = {
    name: set(words.split())
    for name, words in tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8")).items()
}


def settings() -> set[str]:
    """Returns the variables that the program reads."""
    return {name.upper() for name in Settings.model_fields}


def events() -> set[str]:
    """Returns the events that the program writes."""
    return {event for path in (ROOT / "bot").rglob("*.py") for event in _events_in(ast.parse(path.read_text("utf-8")))}


def _events_in(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id="log_event"), args=[ast.Constant(value=str(event)), *_]):
                yield event


@pytest.mark.parametrize(
    ("names", "found"), [("settings", settings), ("events", events), ("commands", commands), ("questions", lines)]
)
def test_a_name_that_was_there_is_there(names: str, found: Callable[[], set[str]]) -> None:
    """New ones may be added."""
    assert KEPT[names] - found() == set()
