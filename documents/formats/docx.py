"""Fills DOCX templates. The unchanging parts are deflated once, the texts are inserted between them.

A template has `{{full_name}}` in a run of its own where the text of a line belongs, and `<!--block-->` between
paragraphs where a stamp may stand. Its root element declares the prefixes w, r, wp, a and pic.
"""

from __future__ import annotations

import re
from collections import defaultdict
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING
from zipfile import ZipFile

from documents.formats.zip_files import Member, deflate, pack, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DOCUMENT = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
BLOCK = "block"
_NOTHING: Mapping[str, bytes] = MappingProxyType({})
_PLACE = re.compile(r"(?:\{\{|<!--)(\w+(?:-\w+)*)(?:\}\}|-->)")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # not a Char (XML 1.0, 2.2)
_UNUSUAL = re.compile("[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]")  # needs escaping, or is illegal
_BREAK, _TAB = (f'</w:t><w:{element}/><w:t xml:space="preserve">' for element in ("br", "tab"))
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": _BREAK, "\t": _TAB})
_PART = re.compile(
    r"(?:word/(?P<image>media/[\w-]+\.png)|(?P<customXml>customXml/[\w-]+\.xml))",
    re.ASCII,
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PNG = '<Default Extension="png" ContentType="image/png"/>'


class IllegalCharacter(ValueError):
    """A text contains a character that XML 1.0 cannot hold; `field` is the place of the text."""

    def __init__(self, field: str, character: str) -> None:
        super().__init__(f"{field}: the character U+{ord(character):04X} cannot be printed")
        self.field = field


class Template:
    """A parsed DOCX template, to fill any number of times; the same input gives the same bytes."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        pieces = _PLACE.split(files[DOCUMENT].decode())
        self._places: dict[str, list[int]] = defaultdict(list)
        for at in range(1, len(pieces), 2):
            self._places[pieces[at]].append(at)
            pieces[at] = ""
        self._blocks = self._places.pop(BLOCK, [])
        self._pieces = [piece.encode() for piece in pieces]
        self._packed = [deflate(piece) for piece in self._pieces]
        self._relationships = files[RELATIONSHIPS].decode()
        self._unrelated = Member.of(RELATIONSHIPS, files[RELATIONSHIPS])
        self._constant = tuple(Member.of(name, files[name]) for name in files if name not in {DOCUMENT, RELATIONSHIPS})

    @classmethod
    def load(cls, content: bytes) -> Template:
        """Parses the bytes of a DOCX."""
        with ZipFile(BytesIO(content)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        types = files[CONTENT_TYPES].decode()
        if 'Extension="png"' not in types:
            files[CONTENT_TYPES] = types.replace("</Types>", f"{_PNG}</Types>").encode()
        return cls(files)

    def fill(
        self,
        lines: Mapping[str, str],
        *,
        block: str = "",
        parts: Mapping[str, bytes] = _NOTHING,
    ) -> bytes:
        """Fills the template.

        Args:
            lines: field id → text, in which line breaks and tabs are kept; unnamed lines stay empty.
            block: WordprocessingML (whole paragraphs and tables) for the place of the stamp. It refers to a picture of
                `parts` by its `relationship_id`.
            parts: zip member name → content to add: `word/media/*.png` and `customXml/*.xml`, each related to the
                document.

        Raises:
            IllegalCharacter: a text contains a character that XML cannot hold.
            ValueError: the template has no such line, or a part has another name.
        """
        if not lines.keys() <= self._places.keys():
            raise ValueError(f"no such line: {', '.join(sorted(lines.keys() - self._places.keys()))}")
        pieces, packed = self._pieces.copy(), self._packed.copy()
        for places, content in self._contents(lines, block):
            for at in places:
                pieces[at], packed[at] = content, wrap(content)
        document = Member.joined(DOCUMENT, pieces, packed)
        added = [Member.of(name, content) for name, content in parts.items()]
        return pack([*self._constant, self._related(parts), document, *added])

    def _contents(self, lines: Mapping[str, str], block: str) -> Iterator[tuple[list[int], bytes]]:
        for field, text in lines.items():
            yield self._places[field], _written(field, text).encode()
        yield self._blocks, block.encode()

    def _related(self, parts: Mapping[str, bytes]) -> Member:
        if not parts:
            return self._unrelated
        relationships = "".join(map(_relationship, parts))
        content = self._relationships.replace("</Relationships>", f"{relationships}</Relationships>")
        return Member.of(RELATIONSHIPS, content.encode())


def relationship_id(part: str) -> str:
    """The id by which a block refers to an added part: `word/media/qr.png` is `r:embed="part-qr"`."""
    return f"part-{part.rpartition('/')[2].partition('.')[0]}"


def illegal_character(text: str) -> str:
    """The first character of a text that XML 1.0 cannot hold, or an empty string."""
    found = _ILLEGAL.search(text)
    return found[0] if found else ""


def _written(field: str, text: str) -> str:
    if not _UNUSUAL.search(text):
        return text
    if illegal := illegal_character(text):
        raise IllegalCharacter(field, illegal)
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPES)


def _relationship(part: str) -> str:
    found = _PART.fullmatch(part)
    if not found:
        raise ValueError(f"{part}: a part is word/media/*.png or customXml/*.xml")
    kind = found.lastgroup
    target = found["image"] or f"../{part}"
    return f'<Relationship Id="{relationship_id(part)}" Type="{_RELATION}/{kind}" Target="{target}"/>'
