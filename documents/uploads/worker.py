"""Cleans uploads in a separate process, which cannot block the bot, exhaust its memory or read its secrets.

It is a new program, with no memory, variable or descriptor of the bot, and shuts itself in (`isolation.py`) before it
reads. The bytes go in through standard input; a line of JSON and the clean copy come out.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from documents.uploads.isolation import isolate
from domain.uploads import CleanFile, FileFormat, TooHard, UploadRefused, check_size

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
        *(sys.executable, "-B", "-m", "documents.uploads.worker", str(int(seconds) + 1)),
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


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()  # drains the pipes so that they are closed


def _ended_by(code: int | None) -> Exception:
    """A negative code is a signal, sent by the time limit or a crash in C code (subprocess, returncode)."""
    return TooHard() if code is not None and code < 0 else RuntimeError(f"cleaning a file ended with code {code}")


def read_answer(answer: bytes) -> CleanFile:
    """Parses the output of `work`: returns the clean copy or raises the refusal."""
    line, _, content = answer.partition(b"\n")
    head = json.loads(line)
    if "refused" in head:
        raise _refusals()[head["refused"]](**head["about"])
    return CleanFile(FileFormat(head["kind"]), content, head["pages"])


def _refusals() -> dict[str, type[UploadRefused]]:
    return {each.__name__: each for each in UploadRefused.__subclasses__()}


def work(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Cleans the input and writes the answer: the whole work of the process."""
    from documents.uploads.cleaning import clean  # noqa: PLC0415  # the bot's own process does not need Pillow and pypdf

    try:
        cleaned = clean(incoming.read())
    except UploadRefused as refusal:
        answer = _line({"refused": type(refusal).__name__, "about": vars(refusal)})
    else:
        answer = _line({"kind": cleaned.kind, "pages": cleaned.pages}) + cleaned.content
    outgoing.write(answer)
    outgoing.flush()


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
    limit(int(sys.argv[1]))
    load()
    isolate()
    work(sys.stdin.buffer, sys.stdout.buffer)
