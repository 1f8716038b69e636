"""Texts of the tally, shared by both bots and the judge."""

from __future__ import annotations

import re

ADD = "add "
HOME = "home "
ORIGIN = "chaos_origin"  # a parameter that no method has, so the server ignores it
ANSWER = re.compile(r"(?:^|\|)(\d+):(\d+)$")


def tally(request: str, total: int) -> str:
    """The answer to a request to add: the request, and the new total of the chat."""
    return f"{request}:{total}"


def told_total(text: str) -> int | None:
    """The total in an answer; None for any other text."""
    found = ANSWER.search(text)
    return int(found.group(2)) if found else None
