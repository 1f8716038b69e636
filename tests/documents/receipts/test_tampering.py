"""Altered stamped copies: every one is detected, and the place is named."""

from __future__ import annotations

from collections import Counter
from random import Random

from documents.receipts.verification import Finding
from tests.documents.receipts.receipts import check, copy, packed, receipt, unpacked
from tests.documents.receipts.tampering import WAYS, any_byte, tampered

CHANGED = 300


def test_every_changed_copy_is_called_altered_and_the_place_is_named() -> None:
    """Of 300 copies altered in nineteen ways none passes, and a check says where each was altered."""
    ways = Counter[str]()
    for each in tampered(CHANGED, seed=20110121):
        verdict = check(packed(each.files))
        ways[each.way] += 1
        assert verdict.finding is Finding.ALTERED, each.way
        assert each.place in verdict.places or each.way == any_byte.__name__, (each, verdict.places)
    assert len(ways) == len(WAYS)


def test_any_byte_of_any_part_counts() -> None:
    """A changed bit anywhere in the parts is detected."""
    random, files = Random(7), unpacked(copy(receipt()))
    for name in files:
        for _ in range(8):
            content = bytearray(files[name])
            content[random.randrange(len(content))] ^= 1 << random.randrange(8)
            assert check(packed(files | {name: bytes(content)})).finding is Finding.ALTERED, name
