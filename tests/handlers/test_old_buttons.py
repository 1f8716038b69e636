"""Buttons of old messages stay in the chats for ever: their data can be read, and some router answers it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialogs.ui.callback_data import BY_PREFIX, CallbackData, unpack
from domain.standard.edition import Standard
from handlers.costs import FREE, TAPS
from tests.handlers.actions import buttons

pytestmark = pytest.mark.untraced

# Callback data from before capabilities had classes: one or two for each action and shape of its argument.
# Lines are added, never removed or changed.
DRAWN = Path(__file__).with_name("buttons.txt").read_text("utf-8").splitlines()
CODE = re.compile(r"(?<!\d)[1-4]/\d+")
ACTIONS = buttons()


@pytest.mark.parametrize("data", DRAWN)
def test_an_old_button_is_read_and_answered(data: str) -> None:
    """Every part of it survives decoding and encoding, and a router knows its action."""
    callback = unpack(data)
    assert callback.pack() == data
    assert (callback.prefix, callback.action, callback.argument, callback.version) == tuple(data.split(":"))
    assert callback.action in ACTIONS[type(callback)]


@pytest.mark.parametrize("data", [each for each in DRAWN if CODE.search(each)])
def test_a_code_in_an_old_button_is_a_unit_s(standard: Standard, data: str) -> None:
    """The id that stands in the button drawn now is in the list, too, and is found by the code."""
    now = CODE.sub(lambda code: str(standard.find_unit_id(code[0])), data)
    now = now.replace(".registrar.evenly:", ".r.e:").replace(".queue:", ".q:")
    assert now in DRAWN
    assert all(unit in standard.units for unit in map(standard.find_unit_id, CODE.findall(data)))


def test_every_action_there_is_was_drawn_before() -> None:
    """The table of costs has exactly these actions: a new one needs a button in the list."""
    drawn = {tuple(each.split(":")[:2]) for each in DRAWN}
    assert drawn == {
        (capability.prefix, action)
        for capability in (*TAPS, *FREE)
        for action in (*TAPS.get(capability, ()), *FREE[capability])
    }


def test_every_capability_keeps_its_prefix() -> None:
    """No two classes share a prefix, and none was added or lost."""
    assert {each.partition(":")[0] for each in DRAWN} == set(BY_PREFIX)
    assert len(BY_PREFIX) == len(CallbackData.__subclasses__())


def test_the_list_is_in_order() -> None:
    """Lines are sorted and unique, so that a diff shows only the addition."""
    assert sorted(set(DRAWN)) == DRAWN
