from __future__ import annotations

from tests.suite.sharing import pytest_collection_modifyitems as sort


class Item:
    def __init__(self, nodeid: str) -> None:
        self.nodeid = nodeid


NEAREST, LONGEST = "tests/domain/test_text.py::test_it", "tests/e2e/chaos/test_chaos.py::test_it"


def order(config: object) -> list[str]:
    items = [Item(NEAREST), Item(LONGEST)]
    sort(config, items)  # type: ignore[arg-type]  # all that is asked of either
    return [each.nodeid for each in items]


def test_the_longest_come_first_where_several_share() -> None:
    """No process works alone at the end."""
    assert order(type("Worker", (), {"workerinput": {}})()) == [LONGEST, NEAREST]


def test_one_process_keeps_the_order_that_it_was_given() -> None:
    """Naming the nearest files first finds a fault first."""
    assert order(object()) == [NEAREST, LONGEST]
