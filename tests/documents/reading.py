"""Reads a form as a word processor does."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from domain.standard import Form


def paragraphs(content: bytes) -> list[Paragraph]:
    """Those of the form itself: the appendix's heading and the stamp stand in a table."""
    return Document(BytesIO(content)).paragraphs


def values(content: bytes, form: Form) -> dict[str, str]:
    """Field id → what stands after its label, without the tab that rules the line to its end."""
    lines = [each for each in paragraphs(content) if each.text.endswith("\t")]
    return {
        field.id: "".join(run.text for run in paragraph.runs[bool(field.label) :]).removesuffix("\t")
        for field, paragraph in zip(form.fields, lines, strict=True)
    }
