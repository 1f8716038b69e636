"""Plain text as pages of a PDF, in the look of our letters: a screen of the chat, to print with a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.formats.docx_looks import PLAIN_PARAGRAPH, PLAIN_TEXT, ParagraphLook, TextLook
from documents.formats.paper import Block, PageBreak, Paragraph, words

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE, ABOVE = 12, 3.0  # points: of the letters, and above a line
EMPTY_LINE = 8.0  # points


def text_pages(text: str) -> list[Block]:
    """Lays out a text on a page of its own: a paragraph for each line, the first of them in bold."""
    look = TextLook({**PLAIN_TEXT, "size": SIZE})
    return [PageBreak(kind="page-break"), *_paragraphs(text.split("\n"), look)]


def _paragraphs(lines: Iterable[str], look: TextLook) -> Iterable[Paragraph]:
    bold, gap = True, 0.0
    for line in lines:
        if not line:
            gap += EMPTY_LINE
            continue
        plain, first = ParagraphLook({**PLAIN_PARAGRAPH}), TextLook({**look, "bold": bold})
        yield Paragraph(kind="paragraph", lines=[[words(line, first)]], look=plain, text=look, gap=gap + ABOVE)
        bold, gap = False, 0.0
