"""A document as `paper.typ` lays it out: plain values only, ready to be written as JSON. Lengths are in points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from documents.formats.docx_looks import ParagraphLook, TextLook


class Words(TypedDict):
    """Text without a line break; `long` if a word in it may be wider than a line, and has to be divided anywhere."""

    kind: Literal["words"]
    text: str
    look: TextLook
    long: bool


_LONG_WORD = re.compile(r"[^\s-]{25,}")  # one of 25 letters fits into every line but those of the narrowest cells


def words(text: str, look: TextLook) -> Words:
    """Text that looks like this."""
    return Words(kind="words", text=text, look=look, long=bool(_LONG_WORD.search(text)))


class Tab(TypedDict):
    """A jump to a tab stop; `at` is 0 where there is none left on the line."""

    kind: Literal["tab"]
    at: float
    right: bool
    look: TextLook


class Picture(TypedDict):
    """A picture in the text, as the bytes of a PNG; `description` is read aloud instead of it."""

    kind: Literal["picture"]
    content: list[int]
    width: float
    height: float
    description: str


Piece = Words | Tab | Picture


class Paragraph(TypedDict):
    """A paragraph by its lines, as they are broken in the text; `gap` is the space above it."""

    kind: Literal["paragraph"]
    lines: list[list[Piece]]
    look: ParagraphLook
    text: TextLook  # of the paragraph itself, which gives an empty one its height
    gap: float


class PageBreak(TypedDict):
    """What follows begins on a new page."""

    kind: Literal["page-break"]


class Cell(TypedDict):
    """A cell over `span` columns; `align` is vertical."""

    span: int
    align: str
    blocks: list[Block]


class Row(TypedDict):
    """A row; a `whole` one is not divided between pages. `letters` is the length of its text."""

    cells: list[Cell]
    whole: bool
    letters: int


class Table(TypedDict):
    """A table; the first `heads` rows are repeated on each page.

    `frame` and `grid` are the widths of the lines around it and between its cells, 0 for none.
    """

    kind: Literal["table"]
    columns: list[float]
    rows: list[Row]
    heads: int
    centred: bool
    margin: float
    frame: float
    double: bool
    colour: str
    grid: float
    gap: float


Block = Paragraph | PageBreak | Table


class Page(TypedDict):
    """The paper and its margins."""

    width: float
    height: float
    margins: dict[str, float]


class Paper(TypedDict):
    """A whole document."""

    page: Page
    blocks: list[Block]
