from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from documents.uploads.cleaning import clean
from domain.uploads import CleanFile, FileFormat, UploadRefused
from tests.documents.uploads.test_pdf import (
    SCRIPT,
    open_pdf,
    packed_pdf,
    parts,
    simple_pdf,
    stream,
    update,
    write_pdf,
)
from tests.documents.uploads.test_pictures import drawn, open_jpeg, picture

pytestmark = pytest.mark.untraced

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 300  # for each sample; nine samples
WORDS = b"obj endobj stream endstream xref trailer << >> [ ] / # R -1 99999999999 0 ( )".split()
LOOK = b"/Type/XObject/Subtype/Form/BBox[0 0 50 20]"


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


SAMPLES = {
    "jpeg": picture("JPEG", exif=_exif(), comment="x", icc_profile=b"icc"),
    "progressive jpeg": picture("JPEG", drawn(mode="L"), progressive=True),
    "png": picture("PNG", drawn(mode="RGBA")),
    "webp": picture("WEBP"),
    "pdf": simple_pdf(),
    "pdf with annotations": simple_pdf(page=b"/Annots[<</Rect[0 0 9 9]/AP<</N 7 0 R>>>>]", o7=stream(b"%x", LOOK)),
    "pdf with object streams": packed_pdf(b"[3 0 R/Fit]"),
    "pdf written over": update(simple_pdf(), {4: stream(b"%new")}),
    "pdf with a picture": write_pdf(
        parts(resources=b"/XObject<</P 6 0 R>>")
        | {
            6: stream(
                picture("JPEG"),
                b"/Type/XObject/Subtype/Image/Width 64/Height 48/Filter/DCTDecode",
            )
        }
    ),
}


def flipped(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def overwritten(content: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(content))
    content[place : place + 4] = chance.randbytes(4)


def cut(content: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(content))
    del content[place : place + chance.randrange(1, 40)]


def doubled(content: bytearray, chance: random.Random) -> None:
    start, place = chance.randrange(len(content)), chance.randrange(len(content))
    content[place:place] = content[start : start + chance.randrange(1, 200)]


def shortened(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def worded(content: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(content))
    content[place : place + chance.randrange(3)] = chance.choice(WORDS)


def renumbered(content: bytearray, chance: random.Random) -> None:
    digits = [place for place, byte in enumerate(content) if byte in b"0123456789"]
    content[chance.choice(digits or [0])] = chance.choice(b"0123456789")


CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    *(
        flipped,
        overwritten,
        cut,
        doubled,
        worded,
        worded,
        renumbered,
        renumbered,
        shortened,
    ),
)


def changed(content: bytes, chance: random.Random) -> bytes:
    mutant = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        if mutant:
            chance.choice(CHANGES)(mutant, chance)
    return bytes(mutant)


def check(cleaned: CleanFile) -> None:
    if cleaned.kind is FileFormat.JPEG:
        open_jpeg(cleaned.content)
    else:
        assert len(open_pdf(cleaned.content).pages) == cleaned.pages
    again = clean(cleaned.content)
    assert (again.kind, again.pages) == (cleaned.kind, cleaned.pages)


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_give_a_sound_copy_or_a_refusal_and_nothing_else(
    name: str,
) -> None:
    """Whatever the bytes, the person gets an answer, and a stored copy opens and would be accepted again."""
    chance = random.Random(name)
    outcomes: Counter[str] = Counter()
    for _ in range(ROUNDS):
        try:
            cleaned = clean(changed(SAMPLES[name], chance))
        except UploadRefused as refusal:
            outcomes[type(refusal).__name__] += 1
        else:
            outcomes["taken"] += 1
            check(cleaned)
    assert outcomes["taken"] > ROUNDS // 50, outcomes
    assert outcomes["BrokenFile"] > ROUNDS // 50, outcomes


def test_a_damaged_file_with_a_script_never_leaves_the_script_in_the_copy() -> None:
    """Damage may hide a script from the check, but then the stored copy does not contain it either."""
    chance = random.Random(5)
    sample = simple_pdf(b"/OpenAction 7 0 R", b"/AA<</O 7 0 R>>", o7=SCRIPT)
    taken = 0
    for _ in range(ROUNDS):
        try:
            kept = clean(changed(sample, chance)).content
        except UploadRefused:
            continue
        taken += 1
        assert b"JavaScript" not in kept
        assert b"alert" not in kept
        assert set(open_pdf(kept).root_object) == {"/Type", "/Pages"}
    assert taken
