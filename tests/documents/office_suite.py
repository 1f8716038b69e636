"""Documents as LibreOffice shows them."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.patience import PROCESS_SECONDS, stretched

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SOFFICE, PDFTOPPM = shutil.which("soffice"), shutil.which("pdftoppm")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="there is no LibreOffice on this machine")
needs_pdftoppm = pytest.mark.skipif(PDFTOPPM is None, reason="there is no pdftoppm on this machine")


def to_pdf(documents: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """The PDF of each document, by its name."""
    assert SOFFICE
    for name, content in documents.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in documents]
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=stretched(PROCESS_SECONDS))  # noqa: S603  # our own files
    return {name: folder / f"{name}.pdf" for name in documents}


def pixels(pdf: Path) -> bytes:
    """The first page as an image."""
    assert PDFTOPPM
    command = [PDFTOPPM, "-r", "80", "-singlefile", str(pdf)]
    return subprocess.run(command, check=True, capture_output=True, timeout=stretched(PROCESS_SECONDS)).stdout  # noqa: S603
