"""Buttons of old messages stay in the chats for ever: what they say is read, and somebody answers it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.ui.callback_data import BY_PREFIX, CallbackData, unpack
from handlers.costs import FREE, TAPS
from tests.handlers.actions import buttons

# What the program drew before its capabilities had classes: one or two of each action and shape of its argument.
# Lines are added, never removed or changed.
DRAWN = Path(__file__).with_name("buttons.txt").read_text("utf-8").splitlines()
ACTIONS = buttons()


@pytest.mark.parametrize("data", DRAWN)
def test_an_old_button_is_read_and_answered(data: str) -> None:
    """Every part of it comes back as it was, and a router has its action."""
    callback = unpack(data)
    assert callback.pack() == data
    assert (callback.prefix, callback.action, callback.argument, callback.version) == tuple(data.split(":"))
    assert callback.action in ACTIONS[type(callback)]


def test_every_action_there_is_was_drawn_before() -> None:
    """The table of costs has these actions and no other: who adds one draws it, and adds a line to the list."""
    drawn = {tuple(each.split(":")[:2]) for each in DRAWN}
    assert drawn == {
        (capability.prefix, action)
        for capability in (*TAPS, *FREE)
        for action in (*TAPS.get(capability, ()), *FREE[capability])
    }


def test_every_capability_keeps_its_prefix() -> None:
    """No two classes share one, and none is new or gone."""
    assert {each.partition(":")[0] for each in DRAWN} == set(BY_PREFIX)
    assert len(BY_PREFIX) == len(CallbackData.__subclasses__())


def test_the_list_is_in_order() -> None:
    """Sorted, each line once, so that an addition is seen as one."""
    assert sorted(set(DRAWN)) == DRAWN
