"""The table of costs knows every action: each one either has a cost or is free."""

from __future__ import annotations

import pytest
from aiogram.types import Message

from domain.limits import Cost
from handlers.costs import COMMANDS, FREE, FREE_COMMANDS, TAPS, cost_of_message, cost_of_tap
from tests.factories.updates import text_update
from tests.handlers.actions import buttons, capabilities, commands

PHOTO = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}


def test_every_button_is_in_the_table() -> None:
    """Each button stands there exactly once, with its cost or among the free ones, so a new action needs a choice."""
    known = buttons()
    assert capabilities() == set(known)
    assert set(FREE) == set(known)
    for capability, actions in known.items():
        costly = TAPS.get(capability, {}).keys()
        assert costly | FREE[capability] == actions, capability
        assert not costly & FREE[capability], capability


def test_every_command_is_in_the_table() -> None:
    """Each command stands there exactly once, with its cost or among the free ones."""
    assert COMMANDS.keys() | FREE_COMMANDS == commands()
    assert not COMMANDS.keys() & FREE_COMMANDS


@pytest.mark.parametrize(
    ("data", "cost"),
    [
        ("app:coming:case1.:0", Cost.ACTION),
        ("app:withdrawn:case1.:0", None),
        ("base:withdraw::", None),
        ("form:get:7:2011-20", Cost.DOCUMENT),
        ("app:forged:case1.:0", None),
        ("nowhere:coming:case1.:0", None),
        ("app:coming", None),
    ],
)
def test_taps(data: str, cost: Cost | None) -> None:
    """Capability and action decide; a forged tap costs no more than the real one."""
    assert cost_of_tap(data) == cost


@pytest.mark.parametrize(
    ("said", "expecting", "question", "cost"),
    [
        ("/proof", None, "", Cost.DOCUMENT),
        ("/PROOF@bot x", None, "", Cost.DOCUMENT),
        ("/help", "further", "", None),
        ("/", None, "", None),
        ("Книга", "further", "further", Cost.ACTION),
        ("Ким А. Б.", "joining", "x", Cost.ACTION),
        ("Причина", "complaining", "reopen", Cost.ACTION),
        ("Текст", "complaining", "text", None),
        ("Кокшетау", None, "", None),
    ],
)
def test_messages(said: str, expecting: str | None, question: str, cost: Cost | None) -> None:
    """A command costs by its name, a typed text by the question it answers."""
    message = Message.model_validate(text_update(1, 700, said)["message"])
    assert cost_of_message(message, expecting, question) == cost


@pytest.mark.parametrize(("expecting", "cost"), [("upload", Cost.FILE), ("handling", Cost.FILE), ("apply", None)])
def test_files(expecting: str, cost: Cost | None) -> None:
    """A file has a cost where the bot expects files; elsewhere a photo is a message like any other."""
    message = Message.model_validate(text_update(1, 700, "")["message"] | PHOTO)
    assert cost_of_message(message, expecting, "identity") == cost
