"""What a machine can do is found out by trying: a program that is installed but fails counts as missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import machine

PROGRAMS = {
    "a browser": "CHROMIUM",
    "a word processor": "SOFFICE",
    "pictures of pages": "PDFTOPPM",
    "systemd": "ANALYZE",
}
DOES_NOTHING, FAILS = "exit 0", "echo '%PDF P6 <p>shown</p> systemd Liberation Serif'; exit 1"


def program(folder: Path, name: str, does: str) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("does", [DOES_NOTHING, FAILS])
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_that_does_not_do_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, does: str) -> None:
    """It starts but does not do its job, so the machine counts as unable."""
    monkeypatch.setattr(machine, PROGRAMS[name], program(tmp_path, "tool", does))
    assert not machine.NEEDS[name].can()


def test_the_form_that_is_tried_is_there() -> None:
    """Otherwise tests of printed papers would be skipped everywhere, and nobody would hear of it."""
    assert machine.A_FORM.is_file()


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_that_is_not_there(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(machine, PROGRAMS[name], None)
    assert not machine.NEEDS[name].can()


@pytest.mark.parametrize(
    ("does", "can"),
    [
        (DOES_NOTHING, False),
        (FAILS, False),
        ('case "$1" in "Liberation Serif:"*4d8*) echo "Liberation Serif";; esac', True),
        ('case "$1" in "Times New Roman:"*4d8*) echo "Times New Roman";; esac', True),
        ('case "$1" in *4d8*) ;; *) echo "Liberation Serif";; esac', False),
    ],
    ids=["no font", "no fontconfig", "Liberation 2", "Times New Roman", "Liberation 1"],
)
def test_a_font_is_asked_for_its_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, *, can: bool
) -> None:
    """Neither the version nor the folder of the font matters."""
    program(tmp_path, "fc-list", does)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert machine.NEEDS["Kazakh letters"].can() is can


def test_skipped_where_the_machine_cannot(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason names what is missing and the package for it; no part of the test has run by then."""
    monkeypatch.setattr(machine, "can", lambda name: name != "a browser")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\nmarkers = ["needs(*names): x"]\n')
    pytester.makepyfile("""
        import pytest

        @pytest.fixture
        def begun():
            raise RuntimeError

        @pytest.mark.needs("codecs", "a browser")
        def test_with_a_browser(begun): ...

        @pytest.mark.needs("codecs")
        def test_with_codecs(): ...
    """)
    result = pytester.runpytest_inprocess("-p", "tests.machine", "-rs")
    result.assert_outcomes(passed=1, skipped=1)
    result.stdout.fnmatch_lines(["*this machine has not a browser that starts (Debian: chromium)*"])
