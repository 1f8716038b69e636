"""Makes a PDF of one of our DOCX files: the same lines from the one source (decision 32), the same bytes each time.

The letters are embedded: Liberation Serif, which is as wide as the font that the DOCX names, and for letters that it
lacks the fonts in the typesetter's package. No font, file or network of the machine is used.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from documents.formats.docx_reading import read_docx

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typst

    from documents.formats.paper import Block


class Unprintable(ValueError):
    """The typesetter cannot lay out the document."""


FONTS = Path(__file__).resolve().parents[1] / "fonts"
_LAYOUT = Path(__file__).with_name("paper.typ")
_FAULTS = frozenset({"TypstError", "PanicException"})  # a panic of Rust is no Exception, and cannot be imported
_NO_TIME = 0  # seconds since 1970; the time of making would make each file another one


def pdf_of(docx: bytes, title: str, then: Sequence[Block] = ()) -> bytes:
    """Lays out a DOCX made from one of our templates as PDF, tagged so that it can be read aloud.

    Args:
        docx: the document.
        title: shown by programs in place of the file's name.
        then: what follows it (`documents/formats/text_pages.py`).

    Raises:
        UnknownMarkup: the document has something that is not known here.
        Unprintable: the typesetter cannot lay it out.
    """
    import typst  # noqa: PLC0415  # takes 6 MB, which a start without a paper need not spend

    read = read_docx(docx)
    read["blocks"].extend(then)
    paper = json.dumps({**read, "title": title}, ensure_ascii=False, separators=(",", ":"))
    compiler = typst.Compiler(root=FONTS, font_paths=_fonts(), ignore_system_fonts=True)
    try:
        made = compiler.compile(_layout(), format="pdf", sys_inputs={"paper": paper}, timestamp=_NO_TIME)
    except BaseException as fault:
        if type(fault).__name__ not in _FAULTS:
            raise
        raise Unprintable(type(fault).__name__) from None  # its words may quote the document
    assert isinstance(made, bytes)  # noqa: S101  # a list is for pictures of pages
    return made


@cache
def _fonts() -> typst.Fonts:
    import typst  # noqa: PLC0415  # as above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


@cache
def _layout() -> bytes:
    return _LAYOUT.read_bytes()
