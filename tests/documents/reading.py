"""Reads a form as a word processor does."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from domain.standard.forms import Form

SHOWN = {qn("w:tab"): "\t", qn("w:br"): "\n"}


def paragraphs(content: bytes) -> list[Paragraph]:
    """Returns the form's own paragraphs; the appendix's heading and the stamp are in a table."""
    return Document(BytesIO(content)).paragraphs


def values(content: bytes, form: Form) -> dict[str, str]:
    """Maps field ids to the text after the label, without the tab that rules the line to its end."""
    lines = [each for each in paragraphs(content) if each.text.endswith("\t")]
    return {
        field.id: "".join(run.text for run in paragraph.runs[bool(field.label) :]).removesuffix("\t")
        for field, paragraph in zip(form.fields, lines, strict=True)
    }


def every_word(content: bytes) -> str:
    """Returns all text from top to bottom, including tables, one line per paragraph."""
    body = Document(BytesIO(content)).element.body
    rows = []
    for paragraph in body.iter(qn("w:p")):
        pieces = (piece for run in paragraph.iter(qn("w:r")) for piece in run)
        rows.append("".join(SHOWN.get(piece.tag) or piece.text or "" for piece in pieces))
    return "\n".join(rows)
