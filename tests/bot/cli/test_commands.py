"""The command line as people use it: as a process, or within this one if starting it is not the point."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

import pytest

from bot.__main__ import main
from tests import editions as fictional
from tests.factories.editions import set_calendar_days, set_term, write_edition

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.e2e


def run(*arguments: str, stdin: str = "", **environment: str) -> CompletedProcess[str]:
    """Runs the program in this process; returns its output and exit code."""
    stdout, stderr = io.StringIO(), io.StringIO()
    with (
        redirect_stdout(stdout),
        redirect_stderr(stderr),
        patch("sys.stdin", io.StringIO(stdin)),
        patch.dict(os.environ, environment),
    ):
        try:
            code = main(arguments)
        except SystemExit as ended:  # how argparse reports arguments that it cannot read
            code = int(ended.code or 0)
    return CompletedProcess(arguments, code, stdout.getvalue(), stderr.getvalue())


def start(*arguments: str, stdin: str = "", **environment: str) -> CompletedProcess[str]:
    """Does the same in a separate process."""
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
    )


def test_units_as_json() -> None:
    """`units --json` prints the 430 units in the order of the appendices, without importing Telegram's libraries."""
    done = start("units", "--json")
    units = json.loads(done.stdout)
    assert done.returncode == 0
    assert [(unit["appendix"], unit["number"]) for unit in units] == [
        (appendix, number) for appendix, rows in ((1, 16), (2, 199), (3, 16), (4, 199)) for number in range(1, rows + 1)
    ]


def test_offices_by_name_and_by_place() -> None:
    """`offices` prints the cards for a name or a location, and says that the standard is repealed."""
    named = start("offices", "Кокшетау", LANGUAGE="ru")
    assert "Отдел внутренней политики г. Кокшетау" in named.stdout
    assert "утратил силу" in named.stdout
    near = run("offices", "--near", "51.1,71.4", "--lang", "en")
    assert "Astana city: 9.5 km, north" in near.stdout
    assert "Address: г. Астана" in near.stdout
    akimat = run("offices", "--akimats", "Кокшетау", LANGUAGE="kk")
    assert "Көкшетау қаласының әкімдігі" in akimat.stdout
    assert "Мекенжайы" in akimat.stdout


def test_nothing_found_says_so() -> None:
    """A name unlike any other gets an example and an exit code that scripts can test."""
    done = run("offices", "xyzzyx", LANGUAGE="ru")
    assert done.returncode == 1
    assert "Кокшетау" in done.stdout


def test_due() -> None:
    """`due` prints the last day and explains every day before it."""
    done = run("due", "2025-03-20", "--days", "7", LANGUAGE="ru")
    assert done.stdout.endswith("Последний день срока: четверг, 3 апреля 2025 года.\n")
    assert "Наурыз" in done.stdout
    assert run("due", "2025-03-20", LANGUAGE="ru").stdout == done.stdout  # as long as the edition's term for the result


def test_due_by_an_edition(tmp_path: Path) -> None:
    """It counts a term of the edition that is named, in its own days; what is no term in days is told."""
    write_edition(tmp_path, "2031-1", set_calendar_days("decision", 30, "next-working"), set_term("refusal", 2))
    there = {"EDITIONS_DIR": str(tmp_path), "LANGUAGE": "en"}
    done = run("due", "2026-11-20", "--edition", "2031-1", **there)
    assert "30 calendar days" in done.stdout
    assert "Last day of the term: Monday, 21 December 2026." in done.stdout
    assert done.stdout.endswith("ended on a day off, so its last day is the next working day.\n")
    done = run("due", "2026-11-20", "--edition", "2031-1", "--term", "refusal", **there)
    assert done.stdout.endswith("Last day of the term: Tuesday, 24 November 2026.\n")
    wrong = start("due", "2026-11-20", "--term", "waiting", LANGUAGE="en")
    assert (wrong.returncode, "it has: decision, refusal" in wrong.stderr) == (2, True)
    assert "1900-1" in start("due", "2026-11-20", "--edition", "1900-1", LANGUAGE="en").stderr


def test_finder_in_the_terminal() -> None:
    """Buttons by number, search by words, location by coordinates, `q` to leave; nonsense does no harm."""
    done = start("finder", stdin="3\n2\n1\n\nКокшетау\n99\n51.1, 71.4\n99.9, 999.9\nq\n", LANGUAGE="ru")
    assert done.returncode == 0
    assert "Акмолинская область" in done.stdout
    assert "Отдел внутренней политики г. Кокшетау" in done.stdout
    assert "Как войти и чего ждать" in done.stdout
    assert "Ближайшие к вам" in done.stdout
    assert run("finder", stdin="").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("due", "20.03.2025"), "'20.03.2025' is no day, e.g. 2025-03-20"),
        (("due", "2025-03-20", "--days", "0"), "'0' is not a number of days"),
        (("due", "2070-03-20"), "There is no working calendar for 2070."),
        (("offices", "--near", "here"), "'here' is not LAT,LON, e.g. 51.1,71.4"),
        (("offices", "--near", "99,71"), "'99,71' is not LAT,LON, e.g. 51.1,71.4"),
        (("offices",), "one of the arguments text --near is required"),
        (("nonsense",), "invalid choice"),
        ((), "the following arguments are required"),
    ],
)
def test_bad_input_is_told_in_a_line(arguments: tuple[str, ...], told: str) -> None:
    """Bad arguments end with exit code 2 and the reason, never with a traceback."""
    done = run(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("language", "told"), [("ru", "'20.03.2025' — не дата"), ("kk", "'20.03.2025' — күн емес")])
def test_bad_input_is_told_in_the_language(language: str, told: str) -> None:
    """LANGUAGE holds before anything else is read."""
    assert told in run("due", "20.03.2025", LANGUAGE=language).stderr


def test_bad_input_ends_the_process_so() -> None:
    """Bad arguments and bad settings give the process the same code and reason."""
    for done in (start("due", "20.03.2025"), start("units", "--json", LANGUAGE="de")):
        assert done.returncode == 2
        assert "'20.03.2025' is no day" in done.stderr or "LANGUAGE: возможны" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"LANGUAGE": "de"}, "LANGUAGE: возможны 'ru', 'kk', 'en'\n"),
        ({"EDITION": "1999"}, "EDITION: '1999' is not one of 2011-20\n"),
        (
            {"LANGUAGE": "de", "WEBHOOK_PORT": "0"},
            "LANGUAGE: возможны 'ru', 'kk', 'en'\nWEBHOOK_PORT: не меньше 1\n",
        ),
        ({"BOT_TOKEN": "secret"}, "BOT_TOKEN: a token looks like 123456:ABC-DEF, as @BotFather gives it\n"),
        ({"WEBHOOK_URL": "https://e.org/x"}, "WEBHOOK_SECRET: needed with WEBHOOK_URL"),
        ({"WEBHOOK_SECRET": "no spaces"}, "WEBHOOK_SECRET: 1-256 characters of A-Z"),
    ],
)
def test_bad_settings_stop_in_a_line_each(environment: dict[str, str], told: str) -> None:
    """Each bad variable gets a line of its own; the exit code is 2, without a traceback."""
    done = run("units", "--json", **environment)
    assert done.returncode == 2
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr


def test_the_bot_needs_a_token(tmp_path: Path) -> None:
    """`run` without a token names the missing variable; so does an impossible data folder."""
    done = start("run", DATA_DIR=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr == "BOT_TOKEN: needed to talk to Telegram; @BotFather gives one\n"


def test_a_reader_that_leaves_is_no_error() -> None:
    """`units --json | head -1` ends quietly."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "units", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ru", "Канцелярия по делам общин г. Акшатыра"),
        ("kk", "Ақшатыр қаласының қауымдар істері жөніндегі кеңсесі"),
        ("en", "Chancellery for Communities of Akshatyr city"),
    ],
)
def test_an_edition_of_another_folder(tmp_path: Path, language: str, name: str) -> None:
    """Its offices are found, its numbers are known, and what is refused is told, as with that of the package."""
    other = {
        "EDITION": fictional.EDITION,
        "EDITIONS_DIR": str(fictional.EDITIONS_DIR),
        "LANGUAGE": language,
        "DATA_DIR": str(tmp_path),
    }
    found, looked = run("offices", "акшатыр", **other), run("finder", stdin="акшатыр\n1\n", **other)
    for done in (found, looked):
        assert (done.returncode, done.stderr) == (0, "")
        assert "г. Акшатыр, Соборная площадь, 1" in done.stdout
    assert name in found.stdout
    bound = run("officer", "add", "--unit", "72/21", "--user", "5", "--name", "Ким В.", **other)
    assert bound.returncode == 0
    unknown = run("officer", "add", "--unit", "9/9", "--user", "5", "--name", "Ким В.", **other)
    assert unknown.returncode == 2
    assert "9/9" in unknown.stderr
