"""Shuts in the process that opens people's files, in case a file takes it over: it keeps its input and output alone.

Limits do the most, on every kernel: no new descriptor, so no file can be opened and no address be reached, and no new
process or thread. What needs no descriptor (deleting or emptying a file by its name, a signal, reading the memory of
the bot) is denied by Landlock (landlock(7)) as far as the kernel's version goes. Root also becomes a user of its own,
for whom an empty folder is all there is.

No folder is allowed, not even the program's own, so it does not matter where the data folder is.
"""

from __future__ import annotations

import ctypes
import os
import resource
import struct
from contextlib import suppress

USER = 65530  # nobody's: above those that systemd gives to services, in the range that Debian keeps free
LIMITS = (resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE)

_EMPTY = "/proc/self/fdinfo"  # a folder of this process alone, where nothing can be created
_CREATE_RULESET, _RESTRICT_SELF = 444, 446  # the same on all architectures of Debian
_ASK_VERSION = 1  # LANDLOCK_CREATE_RULESET_VERSION
# What Landlock can deny since which version: bits for files, TCP and scopes (linux/landlock.h).
_DENIED = (
    (1, (1 << 13) - 1, 0, 0),  # execute, write, read, list, remove, create
    (2, 1 << 13, 0, 0),  # move to another folder
    (3, 1 << 14, 0, 0),  # empty
    (4, 0, 0b11, 0),  # listen, connect
    (5, 1 << 15, 0, 0),  # control a device
    (6, 0, 0, 0b11),  # connect to others' abstract sockets, signal others
)
_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38  # linux/prctl.h
_CLONE_NEWIPC, _CLONE_NEWNET = 0x08000000, 0x40000000  # linux/sched.h

_LIBC = ctypes.CDLL(None, use_errno=True)


def landlock_version() -> int:
    """Returns the version of the kernel's Landlock; 0 if there is none, or a filter of system calls withholds it."""
    try:
        return _create_ruleset(None, _ASK_VERSION)
    except OSError:
        return 0


def isolate() -> None:
    """Shuts this process in for good. It must have imported whatever it needs, and read nothing hostile yet.

    Raises:
        OSError: the kernel refused what it has.
    """
    if os.geteuid() == 0:
        _leave_root()
    _set(_PR_SET_DUMPABLE, 0)  # a dump would contain the file; a pipe to a program takes it in spite of RLIMIT_CORE
    _set(_PR_SET_NO_NEW_PRIVS, 1)
    version = landlock_version()
    if version:
        _deny_all(version)
    for each in LIMITS:
        resource.setrlimit(each, (0, 0))


def _leave_root() -> None:
    """Goes as far as a container lets its root: each step alone is worth taking."""
    with suppress(OSError):
        _checked(_LIBC.unshare(ctypes.c_int(_CLONE_NEWNET | _CLONE_NEWIPC)))
    with suppress(OSError):
        os.chroot(_EMPTY)
        os.chdir("/")
    with suppress(OSError):
        os.setgroups([])
        os.setresgid(USER, USER, USER)
        os.setresuid(USER, USER, USER)


def _deny_all(version: int) -> None:
    denied = [bits for since, *bits in _DENIED if since <= version]
    files, network, scopes = map(sum, zip(*denied, strict=True))
    ruleset = _create_ruleset(struct.pack("=3Q", files, network, scopes), 0)  # old kernels accept zeros at the end
    _checked(_LIBC.syscall(ctypes.c_long(_RESTRICT_SELF), ctypes.c_int(ruleset), ctypes.c_uint(0)))
    os.close(ruleset)


def _create_ruleset(attributes: bytes | None, flags: int) -> int:
    size = ctypes.c_size_t(len(attributes or b""))
    number = ctypes.c_long(_CREATE_RULESET)
    return _checked(_LIBC.syscall(number, ctypes.c_char_p(attributes), size, ctypes.c_uint(flags)))


def _set(option: int, value: int) -> None:
    _checked(_LIBC.prctl(ctypes.c_int(option), *map(ctypes.c_ulong, (value, 0, 0, 0))))


def _checked(answer: int) -> int:
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return answer
