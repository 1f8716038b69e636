"""The pages match the program: settings, log lines, commands, links."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.resources import library_of
from dialogs.home import COMMANDS, commands_of
from domain.staff.membership import Membership, Role
from tests.deploy.reading import MANUAL, ROOT, section
from tests.factories.people import officer_of
from tests.factories.units import EDITION, KOKSHETAU
from tools.settings_table import EXAMPLE, table, written

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
INDEX = ROOT / "docs" / "README.md"
GUIDES = sorted((ROOT / "docs").glob("guide-*.md"))
STARTING = {"start", "complain"}  # commands from outside the menu


def said() -> set[str]:
    """Returns every event that the program can log."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "bot").rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {str(first.value) for first in map(_first_of_log_event, calls) if first is not None} | {"foreign-log"}


def _first_of_log_event(call: ast.Call) -> ast.Constant | None:
    named = isinstance(call.func, ast.Name) and call.func.id == "log_event"
    return call.args[0] if named and isinstance(call.args[0], ast.Constant) else None


def test_the_table_of_settings_is_the_example() -> None:
    """Administrators find every new setting: `python -m tools.settings_table` writes the table."""
    page = MANUAL.read_text(encoding="utf-8")
    assert written(page, table(EXAMPLE.read_text(encoding="utf-8"))) == page


def test_every_log_line_is_explained() -> None:
    """The page has every event that the bot can log, and no other."""
    told = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", section(MANUAL, "Watch it")))
    words = {"failed", "fault", "tirkeu-backup", "history.heads"}
    assert {"quarantined", "history-cut", "started"} <= said()
    assert said() - told == set()
    assert told - said() - words == set()


def test_every_command_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    """The commands that administrators are told to type exist."""
    with pytest.raises(SystemExit):
        main(["--help"])
    there = set(re.findall(r"^    ([a-z-]+)", capsys.readouterr().out, flags=re.MULTILINE))
    pages = "\n".join(each.read_text(encoding="utf-8") for each in PAGES)
    typed = set(re.findall(r"python -m bot ([a-z][a-z-]+)", pages)) | set(
        re.findall(
            r"(?:sudo|^\| `|^ +)\s*tirkeu ([a-z][a-z-]+)", MANUAL.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
    )
    assert {"backup", "restore", "audit", "officer"} <= typed
    assert typed - there == set()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_guides_name_commands_that_there_are(guide: Path) -> None:
    """Every `/command` of a guide is in somebody's menu."""
    everything = Membership(1, admin=True, bindings=tuple(officer_of(1, KOKSHETAU, role) for role in Role))
    there = {*COMMANDS, *STARTING, *commands_of(everything, library_of(EDITION).standard)}
    named = set(re.findall(r"`/([a-z]+)", guide.read_text(encoding="utf-8")))
    assert named, guide
    assert named - there == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """Links to pages, headings and pictures have their targets."""
    for target, anchor in links(page):
        assert target.exists(), f"{page.name}: {target}"
        if anchor:
            assert anchor in anchors(target), f"{page.name}: {target.name}#{anchor}"


def test_every_mistake_once_made_has_its_test() -> None:
    """Each row of the page names tests, and all of them are there."""
    page = (ROOT / "docs" / "conversation.md").read_text("utf-8")
    rows = [each for each in page.splitlines() if each.startswith("|") and not each.startswith(("| fault |", "|---"))]
    told = [each.split("|")[-2] for each in rows if "tests/" in each]
    assert len(told) == len(rows)
    for cell in told:
        path = ""
        for file, name in re.findall(r"`(tests/[\w/]+\.py)?(?:::(test_\w+))?[^`]*`", cell):
            path = file or path
            assert not name or f"def {name}(" in (ROOT / path).read_text("utf-8"), f"{path}::{name}"


def links(page: Path) -> Iterator[tuple[Path, str]]:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", text):
        target, _, anchor = "".join(link).partition("#")
        if "://" not in target:
            yield (page.parent / target).resolve() if target else page, anchor


def anchors(page: Path) -> set[str]:
    """Returns the anchors of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_index_lists_every_page() -> None:
    """Readers need not find any page of `docs/` by chance."""
    listed = {target for target, _ in links(INDEX)}
    decisions = ROOT / "docs" / "decisions"
    pages = {each for each in PAGES if each.parent != ROOT and decisions not in each.parents}
    assert pages - {INDEX} - listed == set()
    assert decisions in listed
