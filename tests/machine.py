"""What the tests need of a machine, each thing found out by trying it.

`@needs("a word processor")` skips a test if the machine cannot do that. `python -m tests.machine` prints a line for
each thing it cannot do, with the Debian package that provides it: `.ci/run` installs these.
"""

from __future__ import annotations

import ctypes
import errno
import io
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.patience import PROCESS_SECONDS, stretched

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "needs"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")  # Debian uses the first name, others the second
SOFFICE, PDFTOPPM, PDFTOTEXT = (shutil.which(each) for each in ("soffice", "pdftoppm", "pdftotext"))
ANALYZE = shutil.which("systemd-analyze")
A_FORM = Path(__file__).parents[1] / "assets" / "standard" / "2011-20" / "papers" / "missionary-application.docx"
A_PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
A_PAGE += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
FORMS_FONTS = ("Times New Roman", "Liberation Serif")  # the font of the forms, and its substitute
LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһ"  # Kazakh letters that a font with Russian ones may lack


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a machine can or cannot do; `package` is the Debian package for it, if there is one."""

    package: str
    purpose: str
    can: Callable[[], bool]


def starts_a_browser() -> bool:
    """Returns whether Chromium shows a page."""
    if not CHROMIUM:
        return False
    with tempfile.TemporaryDirectory(prefix="tests-") as profile:
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}")
        return b"<p>shown</p>" in _said(CHROMIUM, *quiet, "--dump-dom", "data:text/html,<p>shown</p>")


def converts_a_document() -> bool:
    """Returns whether LibreOffice makes a PDF of a form, which its base package without Writer cannot."""
    if not SOFFICE:
        return False
    with tempfile.TemporaryDirectory(prefix="tests-") as name:
        try:
            convert(Path(name), A_FORM)
        except (OSError, subprocess.SubprocessError):
            return False
        return (Path(name) / A_FORM.with_suffix(".pdf").name).exists()


def convert(folder: Path, *documents: Path) -> None:
    """Converts each document to PDF in this folder; LibreOffice leaves out what it cannot read."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = (profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder))
    command = [str(SOFFICE), *options, *map(str, documents)]
    subprocess.run(command, check=True, capture_output=True, timeout=stretched(PROCESS_SECONDS))  # noqa: S603  # our own files


def draws_a_page() -> bool:
    """Returns whether pdftoppm makes a picture of a PDF."""
    return bool(PDFTOPPM) and _said(str(PDFTOPPM), "-r", "36", "-singlefile", stdin=A_PAGE).startswith(b"P6")


def reads_a_page() -> bool:
    """Returns whether pdftotext reads a PDF, of which a page without text is a form feed."""
    return bool(PDFTOTEXT) and _said(str(PDFTOTEXT), "-", "-", stdin=A_PAGE) == b"\f"


def has_kazakh_letters() -> bool:
    """Returns whether a font used for the forms has every Kazakh letter; Liberation has from version 2 on."""
    codes = " ".join(f"{ord(each):x}" for each in LETTERS)
    return any(_said("fc-list", f"{font}:charset={codes}", "family") for font in FORMS_FONTS)


def checks_units() -> bool:
    """Returns whether systemd-analyze checks a unit without a running systemd."""
    return bool(ANALYZE) and _said(str(ANALYZE), "--version").startswith(b"systemd")


def reads_pictures() -> bool:
    """Returns whether Pillow writes and reads the formats that people send."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  # 0.1 s that most runs need not spend

    try:
        for kind in ("JPEG", "PNG", "WEBP"):
            file = io.BytesIO()
            Image.new("RGB", (8, 8)).save(file, kind)
            Image.open(file).load()
    except (KeyError, OSError, UnidentifiedImageError):  # this build lacks the codec
        return False
    return True


def landlock_of_kernel() -> int:
    """Returns the version of Landlock, 0 only if the kernel says that it has none or that it is switched off."""
    libc = ctypes.CDLL(None, use_errno=True)
    version = int(libc.syscall(ctypes.c_long(444), None, ctypes.c_size_t(0), ctypes.c_uint(1)))
    if version < 0 and ctypes.get_errno() not in (errno.ENOSYS, errno.EOPNOTSUPP):
        raise OSError(ctypes.get_errno(), "Landlock")
    return max(version, 0)


NEEDS = {
    "a browser": Need("chromium", "a browser that starts", starts_a_browser),
    "a word processor": Need("libreoffice-writer", "LibreOffice that turns a form into PDF", converts_a_document),
    "Kazakh letters": Need("fonts-liberation2", f"a font of the forms with {LETTERS}", has_kazakh_letters),
    "pictures of pages": Need("poppler-utils", "pdftoppm that draws a page", draws_a_page),
    "texts of pages": Need("poppler-utils", "pdftotext that reads a page", reads_a_page),
    "systemd": Need("systemd", "systemd-analyze that runs", checks_units),
    "Landlock": Need("", "a kernel with Landlock", lambda: landlock_of_kernel() > 0),
    "codecs": Need("", "Pillow that writes and reads JPEG, PNG and WebP", reads_pictures),
}


@cache
def can(name: str) -> bool:
    """Returns whether this machine can do it, which is tried once in a process.

    Raises:
        KeyError: NEEDS has nothing with that name.
    """
    return NEEDS[name].can()


def needs(*names: str) -> pytest.MarkDecorator:
    """Returns a mark that skips the test if the machine cannot do each of these."""
    assert set(names) <= NEEDS.keys()
    return pytest.mark.needs(*names)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in (name for mark in item.iter_markers(MARK) for name in mark.args):
        if not can(name):
            pytest.skip(f"this machine has not {NEEDS[name].purpose} (Debian: {NEEDS[name].package or 'none'})")


def _said(*command: str, stdin: bytes = b"") -> bytes:
    """Returns a program's output, or nothing if it is missing, fails, or does not end."""
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=stretched(PROCESS_SECONDS), check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout


if __name__ == "__main__":
    for name, need in NEEDS.items():
        if not can(name):
            sys.stdout.write(f"{need.package}: {need.purpose}\n")
