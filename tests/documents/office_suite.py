"""Documents as LibreOffice renders them."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from tests.machine import PDFTOPPM, PDFTOTEXT, convert, needs
from tests.patience import PROCESS_SECONDS, stretched

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

needs_libreoffice = needs("a word processor")
needs_pdftoppm = needs("pictures of pages")
needs_pdftotext = needs("texts of pages")
needs_kazakh_letters = needs("Kazakh letters")


def to_pdf(documents: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Converts each document to PDF and returns the files by name."""
    for name, content in documents.items():
        (folder / f"{name}.docx").write_bytes(content)
    convert(folder, *(folder / f"{name}.docx" for name in documents))
    return {name: folder / f"{name}.pdf" for name in documents}


def pixels(pdf: Path) -> bytes:
    """Returns the first page as an image."""
    assert PDFTOPPM
    command = [PDFTOPPM, "-r", "80", "-singlefile", str(pdf)]
    return subprocess.run(command, check=True, capture_output=True, timeout=stretched(PROCESS_SECONDS)).stdout  # noqa: S603


def heights(pdf: bytes) -> list[list[float]]:
    """Returns how far below the top each word of each page ends, in points."""
    assert PDFTOTEXT
    command = [PDFTOTEXT, "-bbox", "-", "-"]
    done = subprocess.run(command, input=pdf, check=True, capture_output=True, timeout=stretched(PROCESS_SECONDS))  # noqa: S603
    pages = done.stdout.decode().split("<page ")[1:]
    return [[float(each) for each in re.findall(r'<word .*yMax="([\d.]+)"', page)] for page in pages]
