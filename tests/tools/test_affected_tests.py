from __future__ import annotations

import pytest

from tools.affected_tests import tests_of as affected


def test_a_modules_own_tests_come_first() -> None:
    """Tests that import the changed module itself run before those that reach it through other modules."""
    found = affected(["domain/offices/hours.py"])
    assert found[0] == "tests/domain/offices/test_hours.py"
    assert "tests/e2e/applications/test_application.py" in found


@pytest.mark.parametrize(
    ("changed", "reached"),
    [
        ("assets/locales/kk/casework.ftl", "tests/assets/test_messages.py"),
        ("sandbox/page/toast.js", "tests/e2e/page/test_page.py"),
        ("bot/cli/commands.py", "tests/e2e/test_backup.py"),
        ("tests/bot/updates/poison.py", "tests/bot/updates/test_poison.py"),
        ("tests/e2e/drivers/working.py", "tests/e2e/casework/test_officers.py"),
    ],
)
def test_what_is_not_imported_is_followed_too(changed: str, reached: str) -> None:
    """Data counts as its package, a process started by a test as an import of that test."""
    assert reached in affected([changed])


@pytest.mark.parametrize("changed", ["README.md", "deploy/tirkeu.service", "nowhere/at_all.py", "domain/gone.py"])
def test_other_files_reach_no_test(changed: str) -> None:
    """Pages, units and deleted files."""
    assert affected([changed]) == []
