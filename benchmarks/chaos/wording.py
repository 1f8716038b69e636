"""The words of the tally, shared by both bots and by the judge."""

from __future__ import annotations

import re

ADD = "add "
HOME = "home "
ORIGIN = "chaos_origin"  # a parameter of no method, which a server passes over
ANSWER = re.compile(r"(?:^|\|)(\d+):(\d+)$")


def tally(request: str, total: int) -> str:
    """What answers a request to add: the request, and the chat's new total."""
    return f"{request}:{total}"


def told_total(text: str) -> int | None:
    """The total that an answer names; None for any other text."""
    found = ANSWER.search(text)
    return int(found.group(2)) if found else None
