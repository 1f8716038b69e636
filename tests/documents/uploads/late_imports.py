"""Cleans the files given as a JSON list of hexadecimal text, and prints what was imported or opened on the way.

A process of its own, which has loaded only what the one that cleans uploads has.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress

from documents.uploads.loading import load_all
from domain.uploads import UploadRefused

LATE: set[str] = set()


def note(event: str, values: tuple[object, ...]) -> None:
    """Notes an event of Python's audit (PEP 578)."""
    if event in ("import", "open"):
        LATE.add(f"{event} {values[0]}")


if __name__ == "__main__":
    files = [bytes.fromhex(each) for each in json.load(sys.stdin)]
    load_all()
    from documents.uploads.cleaning import clean

    sys.addaudithook(note)
    for each in files:
        with suppress(UploadRefused):
            clean(each)
    json.dump(sorted(LATE), sys.stdout)
