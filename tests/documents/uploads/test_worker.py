from __future__ import annotations

import asyncio
import json
import os
from io import BytesIO
from pathlib import Path

import pytest

from documents.uploads.cleaning import clean
from documents.uploads.worker import SECONDS, clean_apart, read_answer, work
from domain.uploads import (
    MAX_BYTES,
    ActiveContent,
    ActiveElement,
    BrokenFile,
    Damage,
    EncryptedPdf,
    FileTooBig,
    NoRoom,
    NotAPicture,
    QuotaScope,
    TooHard,
    TooManyFiles,
    TooManyPages,
    TooManyPixels,
    UploadRefused,
)
from tests.documents.uploads.test_pdf import SCRIPT, simple_pdf
from tests.documents.uploads.test_pictures import drawn, picture
from tests.patience import stretched

REFUSALS = [
    FileTooBig(1, 2),
    TooManyFiles(QuotaScope.CASE, 1),
    NoRoom(1, 2, 3),
    TooManyPages(1, 2),
    TooManyPixels(1),
    NotAPicture("heic"),
    ActiveContent(ActiveElement.MEDIA),
    EncryptedPdf(),
    BrokenFile(Damage.NO_PAGES),
    TooHard(),
]


def endless_pdf() -> bytes:
    """Returns objects nested in objects: each is read as deep as possible before it proves not to be one."""
    return simple_pdf() + b"1 0 obj[" * 1_000_000


def children() -> set[str]:
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {child for each in listed for child in each.read_text().split()}


@pytest.mark.parametrize("content", [picture("JPEG"), picture("PNG", drawn(mode="RGBA")), simple_pdf()])
async def test_the_process_gives_what_cleaning_gives(content: bytes) -> None:
    """Bytes of any value pass both pipes unchanged."""
    assert await clean_apart(content, stretched(SECONDS)) == clean(content)


async def test_a_refusal_comes_with_what_the_person_is_told() -> None:
    """The reason is passed from process to process unchanged."""
    with pytest.raises(ActiveContent) as refusal:
        await clean_apart(simple_pdf(b"/OpenAction" + SCRIPT))
    assert refusal.value.found is ActiveElement.SCRIPT


async def test_what_is_too_big_starts_no_process() -> None:
    """The limit is checked first."""
    before = children()
    with pytest.raises(FileTooBig):
        await clean_apart(bytes(MAX_BYTES + 1))
    assert children() == before


async def test_a_file_that_takes_too_long_is_given_up_and_its_process_ended() -> None:
    """Hostile bytes cost a bounded time and leave nothing behind."""
    before = children()
    with pytest.raises(TooHard):
        await clean_apart(endless_pdf(), seconds=1.0)
    assert children() == before


async def test_giving_up_ends_the_process() -> None:
    """A bot that stops leaves no process reading hostile bytes."""
    before = children()
    cleaning = asyncio.create_task(clean_apart(endless_pdf()))
    while children() == before:  # noqa: ASYNC110  # the system tells it in no other way
        await asyncio.sleep(0.01)
    cleaning.cancel()
    with pytest.raises(asyncio.CancelledError):
        await cleaning
    assert children() == before


async def test_the_bot_goes_on_meanwhile() -> None:
    """Other people's updates are processed while a file is read."""
    cleaning = asyncio.create_task(clean_apart(picture("PNG", drawn((3000, 2000))), stretched(SECONDS)))
    turns = 0
    while not cleaning.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert (await cleaning).pages == 1
    assert turns > 10


@pytest.mark.parametrize(("end", "raised"), [("kill -SEGV $$", TooHard), ("exit 1", RuntimeError)])
async def test_a_crash_of_the_reader_is_a_refusal_and_a_fault_of_ours_is_not(
    end: str, raised: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library's C code may crash on hostile bytes, but a program that does not start is not the file's fault."""
    interpreter = tmp_path / "python"
    interpreter.write_text(f"#!/bin/sh\n{end}\n")
    interpreter.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(interpreter))
    with pytest.raises(raised):
        await clean_apart(simple_pdf() + bytes(1_000_000))


def test_the_work_of_the_process_is_a_line_and_the_copy() -> None:
    """The other side reads back the cleaned file."""
    out = BytesIO()
    work(BytesIO(picture("PNG")), out)
    assert read_answer(out.getvalue()) == clean(picture("PNG"))
    refused = BytesIO()
    work(BytesIO(b"GIF89a"), refused)
    with pytest.raises(NotAPicture):
        read_answer(refused.getvalue())


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda each: type(each).__name__)
def test_every_refusal_can_be_built_again_from_what_it_tells(
    refusal: UploadRefused,
) -> None:
    """Only attributes pass between the processes."""
    line = json.dumps({"refused": type(refusal).__name__, "about": vars(refusal)})
    with pytest.raises(type(refusal)) as again:
        read_answer(line.encode() + b"\n")
    assert vars(again.value) == vars(refusal)


def test_no_refusal_is_left_out_above() -> None:
    """A new kind of refusal has to pass between the processes as well."""
    assert set(UploadRefused.__subclasses__()) == {type(each) for each in REFUSALS}
