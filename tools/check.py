"""Checks a change within a minute: `python -m tools.check [--since REV] [--seconds 60]`, or `make check`.

Runs the linter on changed files, the type checker and the import contracts on everything, and the tests affected by the
change, nearest first. No test starts after the time is up; `make test` runs them all.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from time import monotonic

from tools.affected_tests import ROOT, tests_of
from tools.within import run_tests

BIN = Path(sys.executable).parent


def changed_files(since: str) -> list[str]:
    """Files that differ from a revision, including those git does not track yet."""
    differing = _lines("git", "diff", "--name-only", "--diff-filter=d", since)
    return sorted({*differing, *_lines("git", "ls-files", "--others", "--exclude-standard")})


def main() -> int:
    """Returns 1 if any check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--since", default="HEAD", metavar="REV", help="the revision to compare with, HEAD by default")
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    deadline = monotonic() + options.seconds
    changed = changed_files(options.since)
    if not changed:
        sys.stdout.write(f"nothing has changed since {options.since}\n")
        return 0
    sources = [path for path in changed if path.endswith(".py")]
    lint = [
        [str(BIN / "ruff"), "check", "--force-exclude", *sources],
        [str(BIN / "ruff"), "format", "--check", "--force-exclude", *sources],
        [str(BIN / "lint-imports"), "--no-cache"],
    ]
    with subprocess.Popen([str(BIN / "mypy")], cwd=ROOT) as types:  # noqa: S603
        failed = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in lint]  # noqa: S603
        files = [path for path in tests_of(changed) if (ROOT / path).exists()]
        tests = run_tests(["-q", "-x", *files], deadline) if files else 0
    return int(any(failed) or types.returncode != 0 or tests != 0)


def _lines(*command: str) -> list[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
