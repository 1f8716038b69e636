"""The looks of paragraphs and text in our own DOCX files (ISO/IEC 29500-1, 17.3 and 17.7).

Styles and direct formatting are merged. Only what our templates use is known; anything else is refused. Lengths are in
points.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FONT = "Times New Roman"  # of the templates; its substitute with the same widths is Liberation Serif
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS, _HALF_POINTS, _LINE = 20, 2, 240  # in a point; in a single line


class UnknownMarkup(ValueError):
    """The document has something that is not known here."""


class TextLook(TypedDict, total=False):
    """How a run of text looks; `tracking` is added between letters."""

    size: float
    bold: bool
    underlined: bool
    colour: str  # RRGGBB
    tracking: float


class Stop(TypedDict):
    """A tab stop; text after it begins there, or ends there if it is a right one."""

    at: float
    right: bool


class ParagraphLook(TypedDict, total=False):
    """How a paragraph looks: `spacing` is a multiple of a single line, `exact` a fixed height instead."""

    align: str
    before: float
    after: float
    left: float
    right: float
    spacing: float
    exact: float
    stops: list[Stop]
    kept: bool  # on one page with the next paragraph
    ruled: bool  # a line below it


class Looks(TypedDict):
    """A style with what it inherits."""

    paragraph: ParagraphLook
    text: TextLook


PLAIN_TEXT = TextLook(size=10, bold=False, underlined=False, colour="000000", tracking=0)
PLAIN_PARAGRAPH = ParagraphLook(
    align="left", before=0, after=0, left=0, right=0, spacing=1, exact=0, stops=[], kept=False, ruled=False
)


def tag_of(element: ET.Element) -> str:
    """The name of an element of WordprocessingML without its namespace.

    Raises:
        UnknownMarkup: it is of another namespace.
    """
    if not element.tag.startswith(_W):
        raise UnknownMarkup(element.tag)
    return element.tag.removeprefix(_W)


def values(element: ET.Element, *known: str) -> dict[str, str]:
    """The attributes of an element, all of which must be known.

    Raises:
        UnknownMarkup: there is another one.
    """
    found = {name.removeprefix(_W): each for name, each in element.attrib.items()}
    if not found.keys() <= {*known}:
        raise UnknownMarkup(f"{tag_of(element)}: {', '.join(sorted(found.keys() - {*known}))}")
    return found


def value(element: ET.Element, *allowed: str) -> str:
    """The attribute `val`, the only one.

    Raises:
        UnknownMarkup: it is none of those allowed, if any are given.
    """
    found = values(element, "val").get("val", "")
    if allowed and found not in allowed:
        raise UnknownMarkup(f"{tag_of(element)}: {found}")
    return found


def points(twips: str) -> float:
    """Converts twentieths of a point."""
    return int(twips) / _TWIPS


class StyleSheet:
    """The styles of a document by their ids."""

    def __init__(self, content: bytes) -> None:
        """Reads `word/styles.xml`.

        Raises:
            UnknownMarkup: a style has something that is not known here.
        """
        self._styles: dict[str, Looks] = {}
        self._default = Looks(paragraph=PLAIN_PARAGRAPH, text=PLAIN_TEXT)
        for element in ET.fromstring(content):  # noqa: S314  # a part of our own template
            if tag_of(element) == "docDefaults":
                self._default = _defaults(element, self._default)
            else:
                self._read(element)

    def paragraph(self, properties: ET.Element | None) -> Looks:
        """A paragraph by its properties, and the text in it."""
        if properties is None:
            return self._default
        style, direct = read_paragraph_look(properties)
        of_style = self._styles[style] if style else self._default
        return Looks(paragraph=_merged(of_style["paragraph"], direct), text=of_style["text"])

    def text(self, properties: ET.Element | None, around: TextLook) -> TextLook:
        """A run by its properties, in a paragraph with text like `around`."""
        if properties is None:
            return around
        style, direct = read_text_look(properties)
        return around | (self._styles[style]["text"] if style else TextLook()) | direct

    def _read(self, element: ET.Element) -> None:
        found = values(element, "type", "default", "customStyle", "styleId")
        parts = {tag_of(each): each for each in element}
        if not parts.keys() <= {"name", "basedOn", "qFormat", "rsid", "pPr", "rPr"}:
            raise UnknownMarkup(f"style {found['styleId']}: {', '.join(sorted(parts))}")
        text = read_text_look(parts["rPr"])[1] if "rPr" in parts else TextLook()
        if found["type"] == "character":  # leaves all else as it is around it
            self._styles[found["styleId"]] = Looks(paragraph=ParagraphLook(), text=text)
            return
        base = self._styles[value(parts["basedOn"])] if "basedOn" in parts else self._default
        paragraph = read_paragraph_look(parts["pPr"])[1] if "pPr" in parts else ParagraphLook()
        looks = Looks(paragraph=_merged(base["paragraph"], paragraph), text=base["text"] | text)
        self._styles[found["styleId"]] = looks
        if found.get("default") == "1":
            self._default = looks


def _defaults(element: ET.Element, plain: Looks) -> Looks:
    """`docDefaults`, in which properties of text come first."""
    text, paragraph = (next(iter(each)) for each in element)
    return Looks(
        paragraph=plain["paragraph"] | read_paragraph_look(paragraph)[1], text=plain["text"] | read_text_look(text)[1]
    )


def _merged(base: ParagraphLook, direct: ParagraphLook) -> ParagraphLook:
    """Tab stops are added to those of the style."""
    stops = sorted([*base.get("stops", []), *direct.get("stops", [])], key=lambda each: each["at"])
    return base | direct | ParagraphLook(stops=stops)


def read_paragraph_look(properties: ET.Element) -> tuple[str, ParagraphLook]:
    """The id of the style, if it names one, and the direct formatting.

    Raises:
        UnknownMarkup: a property is not known here.
    """
    style, look = "", ParagraphLook()
    for element in properties:
        tag = tag_of(element)
        if tag == "pStyle":
            style = value(element)
        elif tag in _PARAGRAPH:
            look |= _PARAGRAPH[tag](element)
        else:
            raise UnknownMarkup(tag)
    return style, look


def read_text_look(properties: ET.Element) -> tuple[str, TextLook]:
    """The id of the style, if it names one, and the direct formatting.

    Raises:
        UnknownMarkup: a property is not known here.
    """
    style, look = "", TextLook()
    for element in properties:
        tag = tag_of(element)
        if tag == "rStyle":
            style = value(element)
        elif tag in _TEXT:
            look |= _TEXT[tag](element)
        else:
            raise UnknownMarkup(tag)
    return style, look


def _font(element: ET.Element) -> TextLook:
    if set(values(element, "ascii", "hAnsi", "cs", "eastAsia").values()) != {FONT}:
        raise UnknownMarkup(f"rFonts: {element.attrib}")
    return TextLook()


def _spacing(element: ET.Element) -> ParagraphLook:
    found = values(element, "before", "after", "line", "lineRule")
    look = ParagraphLook()
    if "before" in found:
        look["before"] = points(found["before"])
    if "after" in found:
        look["after"] = points(found["after"])
    if "line" in found:
        rule = found.get("lineRule", "auto")
        if rule not in {"auto", "exact"}:
            raise UnknownMarkup(f"lineRule: {rule}")
        look |= (
            ParagraphLook(spacing=int(found["line"]) / _LINE, exact=0)
            if rule == "auto"
            else ParagraphLook(exact=points(found["line"]))
        )
    return look


def _indents(element: ET.Element) -> ParagraphLook:
    found = values(element, "left", "right")
    look = ParagraphLook()
    if "left" in found:
        look["left"] = points(found["left"])
    if "right" in found:
        look["right"] = points(found["right"])
    return look


def _rule(element: ET.Element) -> ParagraphLook:
    for side in element:
        if tag_of(side) != "bottom" or values(side, "val", "sz", "space", "color")["val"] != "single":
            raise UnknownMarkup("pBdr")
    return ParagraphLook(ruled=True)


def _stops(element: ET.Element) -> Iterator[Stop]:
    for each in element:
        found = values(each, "val", "pos")
        if found["val"] not in {"left", "right"}:
            raise UnknownMarkup(f"tab: {found['val']}")
        yield Stop(at=points(found["pos"]), right=found["val"] == "right")


def _tracking(element: ET.Element) -> TextLook:
    return TextLook(tracking=points(value(element)))


_PARAGRAPH: Mapping[str, Callable[[ET.Element], ParagraphLook]] = {
    "keepNext": lambda element: ParagraphLook(kept=not value(element, "")),
    "jc": lambda element: ParagraphLook(align=value(element, "left", "center", "right")),
    "spacing": _spacing,
    "ind": _indents,
    "pBdr": _rule,
    "tabs": lambda element: ParagraphLook(stops=[*_stops(element)]),
}
_TEXT: Mapping[str, Callable[[ET.Element], TextLook]] = {
    "b": lambda element: TextLook(bold=not value(element, "")),
    "u": lambda element: TextLook(underlined=bool(value(element, "single"))),
    "color": lambda element: TextLook(colour=value(element)),
    "sz": lambda element: TextLook(size=int(value(element)) / _HALF_POINTS),
    "szCs": lambda _element: TextLook(),  # of Arabic and Hebrew letters only
    "spacing": _tracking,
    "rFonts": _font,
    "lang": lambda _element: TextLook(),
}


@lru_cache(maxsize=32)
def style_sheet(content: bytes) -> StyleSheet:
    """The styles in `word/styles.xml`, read once for each template."""
    return StyleSheet(content)
