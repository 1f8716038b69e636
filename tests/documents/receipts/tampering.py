"""Ways to alter a stamped copy, each with the place that a check should name."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from documents.formats.docx import DOCUMENT
from documents.receipts.stamp import handed_over, registered
from documents.receipts.stamped_copy import QR_PART, RECORD
from documents.receipts.verification import Part, Place
from domain.applications.form_lines import line
from domain.receipts import Receipt
from domain.standard.forms import FieldSource
from tests.documents.receipts.receipts import RECEIVED, STANDARD, Files, copy, receipt, rewrite_record, unpacked

Tampering = Callable[[Files, Receipt, Random], Place]
LETTERS = "абвгдежзиклмнопрстуә0123456789"
HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
HEADER = b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:hdr>'


@dataclass(frozen=True, slots=True)
class Tampered:
    """An altered copy: the way it was altered, its parts, and the place to be named."""

    way: str
    files: Files
    place: Place


def tampered(count: int, seed: int) -> Iterator[Tampered]:
    """Yields altered copies of both forms, with one stamp and with both, using every way in turn."""
    random = Random(seed)
    originals = [_original(random, appendix, received) for appendix in (7, 8) for received in (RECEIVED, None)]
    for turn in range(count):
        way = WAYS[turn % len(WAYS)]
        told, untouched = random.choice(originals[::2] if way is second_stamp else originals)
        files = untouched.copy()
        place = way(files, told, random)
        yield Tampered(way.__name__, files, place)


def form_line(files: Files, told: Receipt, random: Random) -> Place:
    """Puts another answer on a line of the form."""
    form = STANDARD.printed_forms[told.appendix]
    field = random.choice([field for field in form.fields if field.source is not FieldSource.HAND])
    _retype(files, line(field, told.fields()), random)
    return field.id


def first_stamp(files: Files, told: Receipt, random: Random) -> Place:
    """Puts other words, another number, date or office into the first frame."""
    each = random.choice(registered(told))
    _retype(files, each.text, random, in_stamp=True)
    return each.place


def second_stamp(files: Files, told: Receipt, random: Random) -> Place:
    """Puts other words or another date into the second frame."""
    each = random.choice(handed_over(told))
    _retype(files, each.text, random, in_stamp=True)
    return each.place


def printed_words(files: Files, _told: Receipt, random: Random) -> Place:
    """Changes a heading or caption."""
    words: dict[str, Place] = {">Заявление<": Part.TEXT, "к стандарту": Part.TEXT, "Подпись ": "signature"}
    word = random.choice(sorted(words))
    _swap(files, DOCUMENT, word.encode(), word.translate({ord("а"): "о", ord("д"): "т"}).encode())
    return words[word]


def foreign_code(files: Files, told: Receipt, random: Random) -> Place:
    """Inserts the QR code of another receipt."""
    other = replace(told, stamp=replace(told.stamp, number=f"{told.stamp.number}{random.randrange(10)}"))
    files[QR_PART] = unpacked(copy(other))[QR_PART]
    return Part.QR


def code_byte(files: Files, _told: Receipt, random: Random) -> Place:
    """Changes a byte of the QR code's picture."""
    _flip(files, QR_PART, random)
    return Part.QR


def embedded_fact(files: Files, told: Receipt, random: Random) -> Place:
    """Changes a fact in the embedded record."""
    at = (told.stamp.at + timedelta(hours=1)).isoformat()
    changes = {
        "edition": "2012-1",
        "appendix": 15 - told.appendix,
        "office": "2/4",
        "office_name": "Отдел внутренней политики г. Степногорск",
        "number": f"{told.stamp.number}0",
        "at": at,
        "received": None if told.received else "2027-03-09",
        "salt": b64encode(random.randbytes(16)).decode(),
        "handle": "AAAAAAAAAAAAAAAA",
        "signature": b64encode(random.randbytes(64)).decode(),
        "key_id": random.randbytes(8).hex(),
        "version": 2,
    }
    name = random.choice(sorted(changes))
    rewrite_record(files, {name: changes[name]})
    return Part.RECORD


def embedded_answer(files: Files, told: Receipt, random: Random) -> Place:
    """Changes an answer in the embedded record."""
    part = random.choice(sorted(told.answers))
    rewrite_record(files, {"answers": told.fields() | {part: f"{told.answers[part]} {random.choice(LETTERS)}"}})
    return Part.RECORD


def answer_added(files: Files, told: Receipt, random: Random) -> Place:
    """Adds an answer to the embedded record, or removes one."""
    answers = told.fields()
    if random.random() < 0.5:
        answers["note"] = ""
    else:
        del answers[random.choice(sorted(answers))]
    rewrite_record(files, {"answers": answers})
    return Part.RECORD


def record_spelling(files: Files, _told: Receipt, _random: Random) -> Place:
    """Writes the same record in another way."""
    files[RECORD] = files[RECORD].replace(b"\n}", b" \n}")
    return Part.RECORD


def record_removed(files: Files, _told: Receipt, _random: Random) -> Place:
    """Removes the record."""
    del files[RECORD]
    return Part.RECORD


def answer_and_line(files: Files, told: Receipt, _random: Random) -> Place:
    """Changes an answer both on the form and in the record."""
    _swap(files, DOCUMENT, told.answers["territory"].encode(), "Алматы".encode())
    rewrite_record(files, {"answers": told.fields() | {"territory": "Алматы"}})
    return Part.RECORD


def hidden_text(files: Files, _told: Receipt, random: Random) -> Place:
    """Adds a hidden paragraph."""
    body = files[DOCUMENT].decode()
    at = random.choice([found.start() for found in re.finditer("<w:p>", body)])
    files[DOCUMENT] = (body[:at] + HIDDEN + body[at:]).encode()
    return Part.TEXT


def formatting(files: Files, _told: Receipt, random: Random) -> Place:
    """Makes some of the words hidden, white, or very small."""
    hide = random.choice(("<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'))
    body = files[DOCUMENT].decode()
    at = random.choice([found.start() for found in re.finditer("</w:rPr>", body)])
    files[DOCUMENT] = (body[:at] + hide + body[at:]).encode()
    return Part.LOOK


def comment(files: Files, _told: Receipt, _random: Random) -> Place:
    """Adds a comment in the XML, which nobody sees."""
    _swap(files, DOCUMENT, b"<w:body>", b"<w:body><!-- -->")
    return Part.LOOK


def styles(files: Files, _told: Receipt, random: Random) -> Place:
    """Changes a byte of a part that determines the form's look or belongs to it."""
    others = sorted(files.keys() - {DOCUMENT, QR_PART, RECORD})
    _flip(files, random.choice(others), random)
    return Part.FILE


def part_added(files: Files, _told: Receipt, random: Random) -> Place:
    """Adds a part."""
    files[random.choice(("word/header1.xml", "word/comments.xml", "docProps/app.xml", "customXml/item2.xml"))] = HEADER
    return Part.FILE


def part_removed(files: Files, _told: Receipt, random: Random) -> Place:
    """Removes a part."""
    del files[random.choice(("word/styles.xml", "word/settings.xml", "[Content_Types].xml"))]
    return Part.FILE


def any_byte(files: Files, _told: Receipt, random: Random) -> Place:
    """Changes any byte of the document."""
    _flip(files, DOCUMENT, random)
    return Part.LOOK  # or whichever line contains the byte


WAYS: tuple[Tampering, ...] = (
    form_line, first_stamp, second_stamp, printed_words, foreign_code, code_byte, embedded_fact, embedded_answer,
    answer_added, record_spelling, record_removed, answer_and_line, hidden_text, formatting, comment, styles,
    part_added, part_removed, any_byte,
)  # fmt: skip


def _original(random: Random, appendix: int, received: date | None) -> tuple[Receipt, Files]:
    number = f"2-3/2027-{random.randrange(1, 5000)}"
    told = receipt(appendix, number=number, received=received, salt=random.randbytes(16))
    return told, unpacked(copy(told))


def _retype(files: Files, text: str, random: Random, *, in_stamp: bool = False) -> None:
    """Replaces one letter of a text where the document shows the text."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    at = random.choice([place for place, letter in enumerate(text) if letter.isalnum()])
    other = text[:at] + random.choice(LETTERS.replace(text[at], "")) + text[at + 1 :]
    shown = other.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    body = files[DOCUMENT].decode()
    where = body.index(escaped) if in_stamp else body.rindex(escaped)
    files[DOCUMENT] = (body[:where] + shown + body[where + len(escaped) :]).encode()


def _swap(files: Files, name: str, old: bytes, new: bytes) -> None:
    assert old in files[name]
    files[name] = files[name].replace(old, new, 1)


def _flip(files: Files, name: str, random: Random) -> None:
    content = bytearray(files[name])
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    files[name] = bytes(content)
