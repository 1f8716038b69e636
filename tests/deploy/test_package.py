"""The installed package is the whole program: it runs far from the repository."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.deploy.reading import ROOT, run, text

pytestmark = pytest.mark.untraced

BUILD = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
LOOK = """
import sys
from pathlib import Path
from assets.loaders.templates import Paper
from bot.resources import load_library, load_texts
from domain.languages import LANGUAGES
from bot.settings import Settings
from storage.sqlite.engine import MIGRATIONS
from documents.applications import Forms
from sandbox.server.chat_page import __file__ as page
standard = load_library(Settings()).standard
texts = {each: load_texts(each, Settings().edition) for each in LANGUAGES}
assert all(each.plain("q-intent") for each in texts.values())
of_other_laws = {Paper.REFUSAL_ON_SUBSTANCE, Paper.NOT_ACCEPTED}
standard.printed_templates, [standard.templates[paper] for paper in Paper if paper not in of_other_laws]
assert list(MIGRATIONS.glob("*.sql"))
assert (Path(page).parents[1] / "page" / "index.html").exists()
rooms = ("assets", "bot", "dialogs", "documents", "domain", "services", "storage", "sandbox")
assert all(Path(sys.modules[each].__file__).is_relative_to(Path.cwd() / "site") for each in rooms)
"""
MADE = ("__pycache__", "*.egg-info", "build")


def allowed() -> list[Path]:
    """Lists what `.containerignore` lets into the image: it excludes everything and then names exceptions."""
    rules = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    rules = [each for each in rules if each and not each.startswith("#")]
    assert rules[0] == "*"
    return [ROOT / each[1:] for each in rules if each.startswith("!")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built as the image builds it."""
    context = tmp_path_factory.mktemp("context")
    for each in allowed():
        if each.is_dir():
            shutil.copytree(each, context / each.name, ignore=shutil.ignore_patterns(*MADE))
        else:
            shutil.copy(each, context)
    built = tmp_path_factory.mktemp("wheel")
    told = run(sys.executable, "-c", BUILD, str(built), folder=context)
    assert told.returncode == 0, told.stderr
    (found,) = built.glob("*.whl")
    return found


def test_the_package_holds_every_file(wheel: Path) -> None:
    """It has every text, form, file of the standard and migration, and the chat page."""
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    rooms = [each for each in allowed() if each.is_dir()]
    there = {
        str(path.relative_to(ROOT))
        for room in rooms
        for path in room.rglob("*")
        if path.is_file() and not any(fnmatch(part, made) for part in path.parts for made in MADE)
    }
    assert packed == there


def test_the_package_runs_far_from_the_repository(wheel: Path, tmp_path: Path) -> None:
    """It reads only packaged files."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    told = run(sys.executable, "-c", LOOK, folder=tmp_path, environment=environment)
    assert told.returncode == 0, told.stderr
    told = run(sys.executable, "-m", "bot", "offices", "Кокшетау", folder=tmp_path, environment=environment)
    assert told.returncode == 0, told.stderr
    assert "Кокшетау" in told.stdout


def test_the_image_has_the_same_context_for_both_builders() -> None:
    """Podman reads one file and Docker the other; their contents are equal."""
    assert (ROOT / ".dockerignore").resolve() == ROOT / ".containerignore"
    assert "COPY . ." in text("Containerfile")
