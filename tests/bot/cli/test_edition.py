"""`edition check`, and a start with a faulty edition: every fault is told, in the language of the terminal."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from assets.loaders.edition import EDITIONS
from assets.loaders.faults import REASONS, TYPES
from dialogs.ui.texts import Texts
from domain.languages import LANGUAGES
from sandbox.world.world import DEFAULT_TOKEN
from tests.assets.faulty_editions import EDITION, TEN, change, copy_edition, plant_ten
from tests.bot.cli.test_commands import ROOT, run

pytestmark = pytest.mark.e2e
WHOLE = {
    "ru": "Ошибок нет. 2011-20: пунктов — 26, областей — 16, отделов и акиматов — 430, ",
    "kk": "Қате жоқ. 2011-20: тармақтар — 26, облыстар — 16, бөлімдер мен әкімдіктер — 430, ",
    "en": "No faults. 2011-20: points 26, regions 16, offices and akimats 430, ",
}


@pytest.fixture(autouse=True)
def russian_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless a test says otherwise."""
    monkeypatch.setenv("LANGUAGE", "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_edition_is_one_line(tmp_path: Path, language: str) -> None:
    """The command says what the edition holds; it needs neither token nor data folder, and makes none."""
    done = run("edition", "check", str(EDITIONS / EDITION), LANGUAGE=language, DATA_DIR=str(tmp_path / "data"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(WHOLE[language])
    assert done.stdout.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_faults_are_ten_lines(tmp_path: Path, language: str) -> None:
    """Each planted fault has a line with its file, row and field, and the exit code is 1."""
    planted = plant_ten(copy_edition(tmp_path))
    done = run("edition", "check", str(tmp_path / EDITION), LANGUAGE=language)
    assert done.returncode == 1
    lines = sorted(done.stdout.splitlines())
    assert len(lines) == len(TEN)
    for line, told in zip(lines, planted, strict=True):
        assert line.startswith(told.rpartition(": ")[0])


def test_a_fault_in_words(tmp_path: Path) -> None:
    """The editor reads what is wrong without knowing the program."""
    plant_ten(copy_edition(tmp_path))
    change(tmp_path / EDITION / "defects.toml", 'id = "stamp"', 'id = "seal"')
    lines = run("edition", "check", str(tmp_path / EDITION)).stdout.splitlines()
    assert "terms.toml: timing #1: unit: не указано." in lines
    assert "indicators.toml: строк должно быть 7, а их 6." in lines
    assert "defects.toml: defect #5: items: «premise» нет в checklists.toml." in lines
    assert "defects.toml: defect #5: id: нет текста на языке kk: defect-seal, defect-seal-button." in lines


def test_a_fault_stays_on_its_line(tmp_path: Path) -> None:
    """A value with a line break does not look like two faults."""
    change(copy_edition(tmp_path) / "defects.toml", 'items = ["premises"]', 'items = ["one\\ntwo"]')
    done = run("edition", "check", str(tmp_path / EDITION))
    assert done.stdout == "defects.toml: defect #5: items: «one two» нет в checklists.toml.\n"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A mistyped folder is one line, not a list of files that are missing."""
    done = run("edition", "check", str(tmp_path / "2012-1"))
    assert done.returncode == 1
    assert done.stdout == f"Папки {tmp_path / '2012-1'} нет.\n"


@pytest.mark.parametrize("arguments", [("edition",), ("edition", "check"), ("edition", "mend", ".")])
def test_bad_arguments_are_told(arguments: tuple[str, ...]) -> None:
    """An act that there is not, or no folder, ends with the usage."""
    done = run(*arguments)
    assert done.returncode == 2
    assert "как вызывать: " in done.stderr


def reasons() -> set[str]:
    """The reasons that the loaders give: an argument of those who note a fault."""
    found = {*REASONS.values(), *TYPES.values(), "unreadable", "invalid"}
    for path in (ROOT / "assets" / "loaders").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                place = {"_add": 2, "add": 3, "AssetFault": 3}.get(name, len(node.args))
                found |= {str(each.value) for each in node.args[place : place + 1] if isinstance(each, ast.Constant)}
    return found


def test_every_reason_has_its_words(texts: Texts) -> None:
    """Whatever is wrong with a file, there is a text for it in every language."""
    assert {"missing", "count", "no-citation", "no-file", "unknown-holiday"} <= reasons()
    for reason in reasons():
        assert texts.knows(f"terminal-fault-{reason}"), reason


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A program whose edition has ten faults and a misnamed text: its own copy of `assets`, all else as it is."""
    for each in ("bot", "dialogs", "documents", "domain", "handlers", "sandbox", "services", "storage"):
        (tmp_path / each).symlink_to(ROOT / each)
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    edition = tmp_path / "assets" / "standard" / EDITION
    plant_ten(edition)
    change(edition / "texts" / "kk" / "documents.ftl", "defect-stamp =", "defect-seal =")
    return tmp_path


def start(program: Path, *arguments: str, **environment: str) -> CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=program,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(program)} | environment,
    )


def test_the_start_tells_every_fault(faulty: Path) -> None:
    """The bot does not start with a faulty edition: a line for each fault, code 2, no traceback, no data written."""
    done = start(faulty, "run", BOT_TOKEN=DEFAULT_TOKEN, DATA_DIR=str(faulty / "data"), LANGUAGE="en")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == len(TEN) + 2
    assert "2011-20/terms.toml: timing #1: unit: is missing." in lines
    assert [line for line in lines if "there is no text in the language kk: defect-stamp." in line]
    assert "2011-20/texts/kk/documents.ftl: defect-seal: the program shows no such text." in lines
    assert not list(faulty.glob("data/*.db"))


def test_other_commands_tell_them_too(faulty: Path) -> None:
    """A command that reads the edition says the same instead of half of it."""
    done = start(faulty, "units", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == len(TEN) + 2
