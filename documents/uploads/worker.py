"""Opens people's files in a separate process, which cannot block the bot, exhaust its memory or read its secrets.

It cleans an upload, or joins copies and papers into one PDF to print.

It is a new program, with no memory, variable or descriptor of the bot, and shuts itself in (`isolation.py`) before it
reads. The bytes go in through standard input, of several files after a line of JSON with their lengths; a line of JSON
and the clean copy, or the whole PDF, come out.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from documents.uploads.isolation import isolate
from domain.uploads import CleanFile, FileFormat, TooHard, UploadRefused, check_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLEAN, JOIN = "clean", "join"
MODULE = "documents.uploads.worker"
SECONDS = 20.0  # 60 scanned pages take under 2
MEMORY = 1024 * 1024 * 1024  # bytes: a transparent picture of 50 million pixels takes 0.5 GB
_FILES = 16  # open at once
_HOME = Path(__file__).resolve().parents[2]  # where the packages are


async def clean_apart(content: bytes, seconds: float = SECONDS) -> CleanFile:
    """Runs `documents.uploads.cleaning.clean` within a time limit; cancelling the call ends the process.

    Each call starts a process of up to `MEMORY` bytes; the caller limits how many run at once.

    Raises:
        UploadRefused: as from `clean`; `TooHard` if time or memory ran out, or the process crashed.
        RuntimeError: a fault of the program.
    """
    check_size(len(content))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-B", "-m", MODULE, CLEAN, str(int(seconds) + 1)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # a traceback could quote the document
        cwd=_HOME,
        close_fds=True,  # without the database
        env={},  # without token and master key
    )
    try:
        async with asyncio.timeout(seconds):
            answer, _ = await process.communicate(content)
    except TimeoutError:
        raise TooHard from None
    finally:
        await _end(process)
    if process.returncode != 0:
        raise _ended_by(process.returncode)
    return read_answer(answer)


def join_apart(parts: Sequence[bytes], seconds: float = SECONDS) -> CleanFile:
    """Runs `documents.uploads.joining.join` within a time limit, and waits for it: not for the event loop.

    Raises:
        TooHard: time or memory ran out, or the process crashed.
        RuntimeError: a part is neither a PDF nor a JPEG, or a fault of the program.
    """
    lengths = json.dumps([len(each) for each in parts]).encode()
    try:
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-B", "-m", MODULE, JOIN, str(int(seconds) + 1)],
            input=b"".join((lengths, b"\n", *parts)),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_HOME,
            env={},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooHard from None
    if done.returncode != 0:
        raise _ended_by(done.returncode)
    return read_answer(done.stdout)


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()  # drains the pipes so that they are closed


def _ended_by(code: int | None) -> Exception:
    """A negative code is a signal, sent by the time limit or a crash in C code (subprocess, returncode)."""
    return TooHard() if code is not None and code < 0 else RuntimeError(f"opening a file ended with code {code}")


def read_answer(answer: bytes) -> CleanFile:
    """Parses the output of `work`: returns the clean copy or raises the refusal."""
    line, _, content = answer.partition(b"\n")
    head = json.loads(line)
    if "refused" in head:
        raise _refusals()[head["refused"]](**head["about"])
    return CleanFile(FileFormat(head["kind"]), content, head["pages"])


def _refusals() -> dict[str, type[UploadRefused]]:
    return {each.__name__: each for each in UploadRefused.__subclasses__()}


def work(incoming: BinaryIO, outgoing: BinaryIO, act: str = CLEAN) -> None:
    """Cleans the input, or joins it, and writes the answer: the whole work of the process."""
    from documents.uploads.cleaning import clean  # noqa: PLC0415  # the bot's own process does not need Pillow and pypdf
    from documents.uploads.joining import join  # noqa: PLC0415

    try:
        cleaned = join(_parts(incoming)) if act == JOIN else clean(incoming.read())
    except UploadRefused as refusal:
        answer = _line({"refused": type(refusal).__name__, "about": vars(refusal)})
    else:
        answer = _line({"kind": cleaned.kind, "pages": cleaned.pages}) + cleaned.content
    outgoing.write(answer)
    outgoing.flush()


def _parts(incoming: BinaryIO) -> Iterator[bytes]:
    for length in json.loads(incoming.readline()):
        yield incoming.read(length)


def _line(head: dict[str, object]) -> bytes:
    return json.dumps(head).encode() + b"\n"


def limit(seconds: int) -> None:
    """Limits processor time, memory and open files of this process; it can write no files and no core dump."""
    bounds = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_NOFILE: _FILES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for name, bound in bounds.items():
        resource.setrlimit(name, (bound, bound))


def load() -> None:
    """Imports what the work needs, which cannot be read later."""
    from documents.uploads.loading import load_all  # noqa: PLC0415  # as above

    load_all()


if __name__ == "__main__":
    limit(int(sys.argv[2]))
    load()
    isolate()
    work(sys.stdin.buffer, sys.stdout.buffer, sys.argv[1])
