"""Where a stamped copy differs from the one made from its record."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from documents.formats.docx import DOCUMENT
from documents.receipts.record import RECORD
from documents.receipts.stamp import StampPlace, handed_over, registered
from documents.receipts.stamped_copy import QR_PART
from domain.applications.form_lines import line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.receipts import Receipt
    from domain.standard.edition import Form

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_MOST_PARAGRAPHS = 500  # a stamped copy has about 30


class Part(StrEnum):
    """A place in a stamped copy that is neither a line of the form nor of the stamp."""

    QR = "qr"
    RECORD = "record"  # the data embedded for the check
    TEXT = "text"  # a paragraph that is no line of the form, such as a heading, caption or addition
    LOOK = "look"  # formatting or hidden content: same words, different file
    FILE = "file"  # parts were added, removed or changed, as also happens when a word processor saves the file


Place = Part | StampPlace | str  # a str is the id of a line of the form


class Unparsable(ValueError):
    """Not XML, or XML that no word processor writes."""


def differences(shown: Mapping[str, bytes], expected: Mapping[str, bytes], lines: Mapping[str, Place]) -> list[Place]:
    """The places where two unpacked copies differ, each once; empty if all parts are identical.

    Args:
        shown: the parts of the copy to check.
        expected: the parts of the copy made from the record.
        lines: text of a paragraph → its place, from `known_lines`.
    """
    changed = {name for name in shown.keys() | expected.keys() if shown.get(name) != expected.get(name)}
    places: list[Place] = []
    if DOCUMENT in changed:
        places += text_differences(shown.get(DOCUMENT, b""), expected[DOCUMENT], lines) or [Part.LOOK]
    if QR_PART in changed:
        places.append(Part.QR)
    if RECORD in changed:
        places.append(Part.RECORD)
    if changed - {DOCUMENT, QR_PART, RECORD}:
        places.append(Part.FILE)
    return places


def known_lines(receipt: Receipt, form: Form) -> dict[str, Place]:
    """Maps the text of each paragraph to its line of the form or stamp."""
    answers = receipt.fields()
    form_lines: dict[str, Place] = {_plain(f"{field.label} {line(field, answers)}"): field.id for field in form.fields}
    return form_lines | {_plain(each.text): each.place for each in (*registered(receipt), *handed_over(receipt))}


def text_differences(shown: bytes, expected: bytes, lines: Mapping[str, Place]) -> list[Place]:
    """The lines whose visible text differs; `Part.TEXT` for any other paragraph."""
    ours = _paragraphs(expected)
    try:
        theirs = _paragraphs(shown)
    except Unparsable:
        return [Part.TEXT]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    places: list[Place] = []
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind == "insert":
            places.append(Part.TEXT)
        elif kind != "equal":
            places += [lines.get(_plain(text), Part.TEXT) for text in ours[start:end]]
    return list(dict.fromkeys(places))


def _paragraphs(document: bytes) -> list[str]:
    """Collects paragraphs in one pass although they may be nested; text after an inner paragraph counts as its own."""
    paragraphs: list[list[str]] = [[]]
    for element in _root(document).iter():
        if element.tag == f"{_W}p":
            paragraphs.append([])
        paragraphs[-1].append(_text(element))
    if len(paragraphs) > _MOST_PARAGRAPHS:
        raise Unparsable("too many paragraphs")
    return ["".join(texts) for texts in paragraphs]


def _root(document: bytes) -> ET.Element:
    try:
        text = document.decode()
        if "<!DOCTYPE" in text:
            raise Unparsable("a document type, which no word processor writes")
        return ET.fromstring(text)  # noqa: S314  # without a document type there are no entities, and `unzip` limits the size
    except (ET.ParseError, ValueError):
        raise Unparsable("broken XML") from None


def _text(element: ET.Element) -> str:
    return (element.text or "") if element.tag == f"{_W}t" else _TEXT.get(element.tag, "")


def _plain(text: str) -> str:
    return " ".join(text.split())
