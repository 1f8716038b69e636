"""Which tests share a process, and the order in which files are distributed, when several processes run the suite.

A file goes to one process, so that its tests share what its fixtures start. Files that share something slow to start
go to the same process. The longest come first, so that no process works alone at the end.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from xdist.remote import Producer

SHARED = {
    "tests/e2e/page/test_page_alone.py": "tests/e2e/page/test_page.py",  # Chromium
    "tests/documents/test_indicators.py": "tests/documents/test_forms_rendered.py",  # LibreOffice
}
LONGEST = (
    "tests/e2e/conversations/test_random_conversations.py",
    "tests/e2e/chaos/test_chaos.py",
    "tests/handlers/matrix/test_bounds.py",
    "tests/e2e/applications/test_application.py",
    "tests/e2e/chaos/test_chaos_officers.py",
    "tests/handlers/matrix/test_officers.py",
    "tests/handlers/matrix/test_lengths.py",
    "tests/e2e/applications/test_uploads.py",
    "tests/e2e/test_staff.py",
    "tests/bot/test_data_folder.py",
    "tests/e2e/chaos/test_chaos_complaints.py",
    "tests/bot/delivery/test_sender.py",
    "tests/bot/cli/test_demo.py",
    "tests/bot/updates/test_poison.py",
    "tests/e2e/page/test_page.py",
    "tests/e2e/privacy/test_my_data.py",
    "tests/kept/test_kept_folder.py",
    "tests/bot/cli/test_rekey.py",
    "tests/e2e/test_canary.py",
    "tests/e2e/test_backup.py",
)


ROOT = Path(__file__).parents[2]


class ByFile(LoadFileScheduling):  # type: ignore[misc]  # it has no types
    """Distributes files, keeping some of them together."""

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        return SHARED.get(file, file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    return ByFile(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Imports the test files from another one on in each process, and then the rest.

    pytest rewrites the assertions of a file at its first import for all later ones. In a new checkout, all processes
    would rewrite the same file at the same time, which takes six seconds of each.
    """
    told = getattr(session.config, "workerinput", None)
    if told is None:
        return
    asked = [Path(session.config.invocation_params.dir, each.partition("::")[0]) for each in session.config.args]
    files = [path for each in asked for path in (each.rglob("test_*.py") if each.is_dir() else [each])]
    inside = [path.relative_to(ROOT).with_suffix("") for path in files if path.is_relative_to(ROOT)]
    names = sorted(".".join(path.parts) for path in inside)
    first = len(names) * int(told["workerid"].removeprefix("gw")) // told["workercount"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in names[first:] + names[:first]:
            try:
                import_module(name)
            except BaseException:  # noqa: BLE001, S112  # the collection imports it again, and tells what is wrong
                continue


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not hasattr(config, "workerinput"):
        return  # a single process keeps the given order: `make check` names the nearest files first
    places = {file: place for place, file in enumerate(LONGEST)}

    def place(item: pytest.Item) -> int:
        file = item.nodeid.partition("::")[0]
        return places.get(SHARED.get(file, file), len(places))

    items.sort(key=place)
