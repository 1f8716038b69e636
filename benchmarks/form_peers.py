"""Other libraries that fill the same template: python-docx by hand, and docxtpl."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docxtpl import DocxTemplate  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Mapping


def with_python_docx(template: bytes, lines: Mapping[str, str]) -> bytes:
    """Parses the template, replaces the placeholder runs and saves."""
    document = Document(BytesIO(template))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if run.text.startswith("{{"):
                run.text = lines[run.text[2:-2]]
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def with_docxtpl(template: bytes, lines: Mapping[str, str]) -> bytes:
    """Parses the template, renders and saves."""
    document = DocxTemplate(BytesIO(template))
    document.render(dict(lines), autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
