"""The program asks for the time in one place, and the tests answer there."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import bot.clock
import sandbox.clock
from tests.clock import CLOCKED, ROOT, VARIABLE, Clock, read_moment

ROOMS = ("assets", "bot", "dialogs", "documents", "domain", "handlers", "sandbox", "services", "storage")
PLACES = {"bot/clock.py": "datetime.now", "sandbox/clock.py": "time.time"}
OF_A_CLASS = {"now", "utcnow", "today"}  # of datetime and date, under whatever name they were imported
OF_TIME = {"time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime", "clock_gettime"}
IN_SQL = re.compile(r"current_(date|time|timestamp)|'now'|unixepoch\(\s*\)|julianday\(\s*\)", re.IGNORECASE)
SAYS_NOW = "from bot import clock; print(clock.now().isoformat())"
FAR = datetime(2031, 5, 10, tzinfo=UTC)


def readings(path: Path) -> Iterator[str]:
    """Yields every expression in a file that would read the machine's clock."""
    if path.suffix == ".sql":
        yield from (found[0] for found in IN_SQL.finditer(path.read_text("utf-8")))
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and (of := ast.unparse(node.value).rpartition(".")[2]):
            if (of in {"datetime", "date"} and node.attr in OF_A_CLASS) or (of == "time" and node.attr in OF_TIME):
                yield f"{of}.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (f"time.{each.name}" for each in node.names if each.name in OF_TIME)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            yield from (f"{each.name} as {each.asname}" for each in node.names if each.name == "time" and each.asname)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and IN_SQL.search(node.value):
            yield node.value


def test_one_place_reads_the_machines_clock() -> None:
    """Program and stand-in each read it in one module only: any other place would miss the tests' day."""
    files = [path for room in ROOMS for suffix in ("py", "sql") for path in sorted((ROOT / room).rglob(f"*.{suffix}"))]
    found = {path.relative_to(ROOT).as_posix(): [*readings(path)] for path in files}
    assert {path: read for path, read in found.items() if read} == {path: [read] for path, read in PLACES.items()}


@pytest.mark.parametrize(
    "line",
    [
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\ndate.today()",
        "from time import time\ntime()",
        "import time\ntime.localtime()",
        "import time as t\nt.time()",
        "SQL = \"SELECT strftime('%s', 'now')\"",
    ],
)
def test_every_way_to_read_it_is_found(tmp_path: Path, line: str) -> None:
    """The check above finds each of them; elapsed time (`monotonic`, `perf_counter`) may be read."""
    module = tmp_path / "module.py"
    module.write_text(line)
    assert len([*readings(module)]) == 1
    module.write_text("import time\ntime.monotonic()\ntime.perf_counter()\n")
    assert [*readings(module)] == []


def test_program_and_stand_in_go_by_one_clock(pytestconfig: pytest.Config) -> None:
    """It started at the suite's moment and runs; neither depends on the machine's clock."""
    before, there, after = bot.clock.now(), sandbox.clock.now(), bot.clock.now()
    assert before.timestamp() <= there <= after.timestamp()
    passed = before - pytestconfig.getoption("--today")
    assert timedelta() <= passed < timedelta(seconds=time.monotonic())


def test_time_goes_on() -> None:
    """It runs on from that moment at the usual speed."""
    assert Clock(FAR, time.monotonic() - 60)() - FAR >= timedelta(minutes=1)


@pytest.mark.e2e
def test_a_process_has_the_clock_of_the_test_that_starts_it() -> None:
    """It continues the same moment, and so do processes that it starts in turn."""
    again = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SAYS_NOW!r}], check=True)"
    for program in (SAYS_NOW, again):
        before, there, after = bot.clock.now(), said(program, ROOT), bot.clock.now()
        assert before <= there <= after
    assert said(SAYS_NOW, ROOT, **Clock(FAR).variables()) - FAR < timedelta(hours=1)


@pytest.mark.e2e
def test_a_program_that_no_test_starts_knows_no_other_clock(tmp_path: Path) -> None:
    """The variable alone, in the environment or in a `.env`, has no effect on it."""
    (tmp_path / ".env").write_text(f"{VARIABLE}={FAR.isoformat()} 0.0\nPYTHONPATH={CLOCKED}\n")
    told = {VARIABLE: f"{FAR.isoformat()} 0.0", "PYTHONPATH": str(ROOT)}
    started = datetime.now(UTC)
    assert started <= said(SAYS_NOW, tmp_path, **told) <= datetime.now(UTC)


@pytest.mark.e2e
def test_a_process_that_cannot_have_the_clock_does_not_start() -> None:
    """It would use the machine's clock, and its test would pass or fail depending on the day."""
    with pytest.raises(subprocess.CalledProcessError):
        said(SAYS_NOW, ROOT, **{VARIABLE: "tomorrow 1.0"})


def test_a_moment_is_told_with_its_zone() -> None:
    """For `--today`, a moment in another zone is converted to UTC; one without a zone is rejected."""
    assert read_moment("2026-12-31T23:59+05:00") == datetime(2026, 12, 31, 18, 59, tzinfo=UTC)
    with pytest.raises(ValueError, match="needs a zone"):
        read_moment("2026-12-31T23:59")


def said(program: str, folder: Path, **variables: str) -> datetime:
    done = subprocess.run(  # noqa: S603  # ours
        [sys.executable, "-c", program],
        cwd=folder,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return datetime.fromisoformat(done.stdout.strip())
