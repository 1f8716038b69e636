"""Faults as people read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.resources import load_texts
from dialogs.ui.texts import describe_reason
from domain.errors import Explained


def in_english(fault: Explained) -> str:
    return describe_reason(fault, load_texts("en"))


@contextmanager
def refused(kind: type[Explained], match: str) -> Iterator[None]:
    """Expects a fault of this kind whose English text has a match."""
    with pytest.raises(kind) as caught:
        yield
    assert re.search(match, in_english(caught.value)), in_english(caught.value)
