"""Says in one line why a data folder cannot be used, above all when its files belong to another account."""

from __future__ import annotations

import os
import pwd
from typing import TYPE_CHECKING

from domain.errors import Explained

if TYPE_CHECKING:
    from pathlib import Path

ENTERED = os.R_OK | os.W_OK | os.X_OK
READ_AND_WRITTEN = os.R_OK | os.W_OK


def describe_fault(folder: Path, error: Exception, reason: str = "folder-not-usable") -> Explained:
    """Why a folder cannot be used: a file that this account may not read and write, or else `reason` with the error."""
    denied = _denied(folder)
    if denied is None:
        why = f"{type(error).__name__}: {error}" if isinstance(error, OSError) else str(error)
        return Explained(reason, folder=str(folder), why=why)
    ours, theirs = account_name(os.geteuid()), account_name(denied.stat().st_uid)
    return Explained("folder-denied", ours=ours, theirs=theirs, file=str(denied), folder=str(folder))


def _denied(folder: Path) -> Path | None:
    """The folder, or the first file in it, that this account may not read and write; None if it may all of them."""
    try:
        if not folder.exists() or os.statvfs(folder).f_flag & os.ST_RDONLY:  # nobody's, whatever the account
            return None
        if not os.access(folder, ENTERED, effective_ids=True):
            return folder
        files = (each for each in sorted(folder.iterdir()) if each.is_file())
        return next((each for each in files if not os.access(each, READ_AND_WRITTEN, effective_ids=True)), None)
    except OSError:  # a folder above it cannot be entered
        return None


def account_name(user: int) -> str:
    """The name of an account of this machine, or its number if it has none."""
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
