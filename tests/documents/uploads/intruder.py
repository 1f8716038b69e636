"""A file that takes over the process that cleans it: `python -m tests.documents.uploads.intruder LAYERS … SECONDS`.

It starts the real worker, whose `clean` gets a JSON object about the bot instead of a file, tries everything that it
should not be able to do, and returns as JSON what became of each try.
"""

from __future__ import annotations

import _thread
import ctypes
import errno
import json
import os
import runpy
import signal
import socket
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from documents.uploads import cleaning
from domain.uploads import CleanFile, FileFormat

if TYPE_CHECKING:
    from collections.abc import Callable

# What is left out of the isolation, to see what the rest of it refuses.
LAYERS: dict[str, dict[str, Any]] = {
    "everything": {},
    "Landlock alone": {"LIMITS": (), "_leave_root": lambda: None},
    "no Landlock": {"landlock_version": lambda: 0},
    "nothing": {"LIMITS": (), "_leave_root": lambda: None, "landlock_version": lambda: 0},
}
PTRACE_SEIZE = 0x4206  # attaches without stopping (linux/ptrace.h)
PR_GET_DUMPABLE, PR_GET_NO_NEW_PRIVS = 3, 39  # linux/prctl.h
LIBC = ctypes.CDLL(None, use_errno=True)

OPENING = (
    *("read the key store", "read the database", "read the master key", "read /etc/passwd", "read the program"),
    *("list the folder", "read the bot's environment", "open the bot's memory", "create", "append"),
)
NETWORK = ("connect", "listen", "send", "connect to a socket file", "connect to an abstract socket")
STARTING = ("fork", "start a thread", "start a program")
NAMING = ("delete", "move", "empty", "make a folder", "link")
REACHING = ("signal the bot", "trace the bot", "read the bot's memory")


class Vector(ctypes.Structure):
    """`struct iovec`."""

    _fields_ = (("start", ctypes.c_void_p), ("length", ctypes.c_size_t))


def tries(about: dict[str, Any]) -> dict[str, Callable[[], object]]:
    """What it tries, by name."""
    folder, bot = Path(about["folder"]), os.getppid()
    write = os.O_WRONLY | os.O_APPEND
    return {
        "read the key store": (folder / "keys.db").read_bytes,
        "read the database": (folder / "tirkeu.db").read_bytes,
        "read the master key": (folder / "master.key").read_bytes,
        "read /etc/passwd": Path("/etc/passwd").read_bytes,
        "read the program": Path(cleaning.__file__).read_bytes,
        "list the folder": partial(os.listdir, folder),
        "read the bot's environment": Path(f"/proc/{bot}/environ").read_bytes,
        "open the bot's memory": partial(os.open, f"/proc/{bot}/mem", os.O_RDONLY),
        "create": partial(os.open, folder / "new", write | os.O_CREAT | os.O_EXCL),
        "append": partial(os.open, folder / "tirkeu.db", write),
        "connect": partial(_connect, socket.AF_INET, tuple(about["tcp"])),
        "listen": lambda: socket.socket().bind(("127.0.0.1", 0)),
        "send": lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", tuple(about["udp"])),
        "connect to a socket file": partial(_connect, socket.AF_UNIX, about["unix"]),
        "connect to an abstract socket": partial(_connect, socket.AF_UNIX, about["abstract"]),
        "fork": _fork,
        "start a thread": partial(_thread.start_new_thread, int, ()),
        "start a program": lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0),
        "delete": (folder / "history.heads").unlink,
        "move": partial(os.rename, folder / "signing.key", folder / "moved"),
        "empty": partial(os.truncate, folder / "keys.db", 0),
        "make a folder": (folder / "sub").mkdir,
        "link": partial(os.symlink, "keys.db", folder / "linked"),
        "signal the bot": partial(os.kill, bot, signal.SIGWINCH),
        "trace the bot": lambda: _called("ptrace", PTRACE_SEIZE, bot, None, None),
        "read the bot's memory": partial(_read_memory, bot, int(about["secret"])),
    }


def _connect(family: int, address: tuple[str, int] | str) -> None:
    with socket.socket(family) as made:
        made.connect(address)


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _read_memory(process: int, address: int) -> None:
    found = ctypes.create_string_buffer(8)
    here, there = Vector(ctypes.addressof(found), 8), Vector(address, 8)
    _called("process_vm_readv", process, ctypes.byref(here), 1, ctypes.byref(there), 1, 0)


def _called(name: str, *values: object) -> None:
    if getattr(LIBC, name)(*(ctypes.c_long(each) if isinstance(each, int) else each for each in values)) < 0:
        raise OSError(ctypes.get_errno(), name)


def _outcome(act: Callable[[], object]) -> str:
    """The name of the error, or "done"."""
    try:
        act()
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, "?")
    except RuntimeError:  # how Python tells that no thread can be started
        return "EAGAIN"
    return "done"


def _open_descriptors() -> list[int]:
    def is_open(number: int) -> bool:
        try:
            os.fstat(number)
        except OSError:
            return False
        return True

    return [each for each in range(64) if is_open(each)]


def intrude(content: bytes) -> CleanFile:
    """Stands in for `clean`."""
    found = {
        "descriptors": _open_descriptors(),
        "environment": " ".join(map("=".join, os.environ.items())),
        "users": [*os.getresuid(), *os.getresgid(), *os.getgroups()],
        "dumped": LIBC.prctl(PR_GET_DUMPABLE, 0, 0, 0, 0),
        "no new privileges": LIBC.prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0),
        "outcomes": {name: _outcome(act) for name, act in tries(json.loads(content)).items()},
    }
    return CleanFile(FileFormat.PDF, json.dumps(found).encode(), 1)


if __name__ == "__main__":
    with ExitStack() as changes:
        changes.enter_context(patch.object(cleaning, "clean", intrude))
        for name, instead in LAYERS[sys.argv[1]].items():
            changes.enter_context(patch(f"documents.uploads.isolation.{name}", instead))
        sys.argv[1:] = sys.argv[-2:]
        runpy.run_module("documents.uploads.worker", run_name="__main__")
