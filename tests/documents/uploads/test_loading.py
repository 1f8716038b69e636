"""A process that is shut in can read no module; a file that needs one would be refused as broken."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from documents.uploads.cleaning import clean
from documents.uploads.worker import SECONDS, clean_apart
from tests.documents.uploads.test_fuzz import SAMPLES, changed
from tests.documents.uploads.test_pdf import FONT, parts, stream, write_pdf
from tests.documents.uploads.test_pictures import drawn, picture
from tests.patience import PROCESS_SECONDS, stretched

ROOT = Path(__file__).parents[3]
DAMAGED = 30  # of each
RARE = {
    "two pictures of a telephone": picture("MPO", save_all=True, append_images=[drawn()]),
    "four inks": picture("JPEG", drawn(mode="CMYK")),
    "a palette": picture("PNG", drawn(mode="P"), transparency=0),
    "a see-through WebP": picture("WEBP", drawn(mode="RGBA")),
    "a Chinese name": write_pdf(parts(resources=b"/Properties<</\xc4\xe3 6 0 R>>") | {6: FONT}),
    "content in base 85": write_pdf(parts() | {4: stream(b"<~87cURD]~>", b"/Filter/ASCII85Decode")}),
}


@pytest.mark.parametrize("name", [*SAMPLES, *RARE])
async def test_every_kind_of_file_is_cleaned_as_if_nothing_were_shut(name: str) -> None:
    """What Pillow and pypdf import for few files is there for these."""
    content = (SAMPLES | RARE)[name]
    assert await clean_apart(content, stretched(SECONDS)) == clean(content)


def test_nothing_is_imported_after_the_loading() -> None:
    """Sound and damaged files of every kind ask for no module and no codec that was not there before the first."""
    chance = random.Random(7)
    whole = [*SAMPLES.values(), *RARE.values()]
    files = [*whole, *(changed(each, chance) for each in whole for _ in range(DAMAGED))]
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.documents.uploads.late_imports"],
        input=json.dumps([each.hex() for each in files]),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=stretched(PROCESS_SECONDS),
    )
    assert json.loads(done.stdout) == []
