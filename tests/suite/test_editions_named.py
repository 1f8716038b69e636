"""Whatever is about a record asks for the edition of that record; the current edition is named in few places."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.affected_tests import PRODUCT

ROOT = Path(__file__).parents[2]
OF_ONE_EDITION = frozenset({"Standard", "OfficeFinder", "ServedEdition"})
LIBRARIES = frozenset({"library", "_library", "resources"})
CURRENT = frozenset(
    {
        # what begins now
        "services/applications/further.py::FurtherApplications.apply_again",
        "services/applications/further.py::FurtherApplications.is_renewable",
        "services/applications/further.py::FurtherApplications.renew",
        "services/applications/further.py::FurtherApplications._answers_under",
        "services/applications/further.py::FurtherApplications._continue",
        "services/applications/further.py::FurtherApplications.begin_like",
        "services/applications/further.py::FurtherApplications.find_earlier",
        "services/complaints/filing.py::ComplaintFiling.draw_up",
        # a draft is asked once whether it moves to it
        "services/applications/offers.py::DraftOffers._wanted",
        # pages about no record: the home page, the finder, a blank form, the figures shown first, the bot's description
        "bot/delivery/bot_profile.py::update_profile",
        "bot/resources.py::Resources.served",
        "bot/resources.py::Resources.standard",
        "bot/updates/batch.py::Batches._viewer",
        "documents/library.py::PaperLibrary.get",
        "services/indicators/report.py::Indicators._find",
        # where somebody new can be given a role
        "services/staff/workplaces.py::Workplaces.open_among",
        "bot/making/tables.py::_indicator_tables",
        "bot/making/tables.py::_report",
        # a digest, which says nothing about the law of any case
        "bot/jobs/reminders.py::ReminderJobs._edition",
        # commands in the terminal about offices, what is logged at the start, and the people of the demo
        "bot/cli/commands.py::due",
        "bot/cli/commands.py::offices",
        "bot/cli/commands.py::finder",
        "bot/cli/poster.py::poster",
        "bot/run.py::_log_start",
        "bot/demo/fill.py::fill",
    }
)
MADE_FOR_ONE = frozenset(
    {
        "services/offices/finder.py::OfficeFinder",
        "services/offices/search.py::SearchIndex",
        "services/applications/offers.py::Offer",  # of a draft: what moves it from one to the other
    }
)


def test_the_current_edition_is_named_in_few_places() -> None:
    """A record that is read under it would change its law in silence when `EDITION` does."""
    assert {place for room in PRODUCT for place in named_in(ROOT / room)} == CURRENT


def test_no_use_case_holds_one_edition() -> None:
    """They are given all; the search for offices is made for one, and is asked for by edition."""
    assert set(holding(ROOT / "services")) == MADE_FOR_ONE


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def f(self): return self._editions.current", {"f"}),
        ("class A:\n    def f(self): return editions.current.status", {"A.f"}),
        ("def f(): return library.standard", {"f"}),
        ("def f(self): return self._library.finder", {"f"}),
        ("def f(): return library.served().office_pages", {"f"}),
        ("def f(): return library.served(edition), editions.of(case), pages.current(case), context.standard", set()),
    ],
)
def test_the_look_finds_it(source: str, found: set[str]) -> None:
    """Whatever holds the editions, and however it is called."""
    assert set(places(ast.parse(source), ())) == found


def named_in(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.py"):
        for place in places(ast.parse(path.read_text("utf-8")), ()):
            yield f"{path.relative_to(ROOT)}::{place}"


def places(node: ast.AST, within: tuple[str, ...]) -> Iterator[str]:
    """The functions that name the current edition."""
    for each in ast.iter_child_nodes(node):
        if names_current(each):
            yield ".".join(within)
        named = (each.name,) if isinstance(each, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) else ()
        yield from places(each, (*within, *named))


def names_current(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr == "served" and last_name(node.func.value) in LIBRARIES and not node.args
    if not isinstance(node, ast.Attribute):
        return False
    of = last_name(node.value)
    if node.attr == "current":
        return of.endswith("editions")
    return node.attr in {"standard", "finder"} and of in LIBRARIES


def last_name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def holding(folder: Path) -> Iterator[str]:
    """The classes that are made for one edition."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and given_to(node) & OF_ONE_EDITION:
                yield f"{path.relative_to(ROOT)}::{node.name}"


def given_to(made: ast.ClassDef) -> set[str]:
    """The types of what an object of a class is made from."""
    found = {last_name(each.annotation) for each in made.body if isinstance(each, ast.AnnAssign)}
    for each in made.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            found |= {last_name(given.annotation) for given in each.args.args if given.annotation}
    return found
