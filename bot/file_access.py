"""Says in one line why a data folder cannot be used, above all when its files belong to another account."""

from __future__ import annotations

import os
import pwd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ENTERED = os.R_OK | os.W_OK | os.X_OK
READ_AND_WRITTEN = os.R_OK | os.W_OK


def describe_fault(folder: Path, error: Exception, what: str = "used") -> str:
    """The line about a folder that cannot be used: the file that this account may not read and write, or the error."""
    denied = _denied(folder)
    if denied is None:
        why = f"{type(error).__name__}: {error}" if isinstance(error, OSError) else str(error)
        return f"DATA_DIR: {folder} cannot be {what} ({why})"
    ours, theirs = account_name(os.geteuid()), account_name(denied.stat().st_uid)
    return (
        f"DATA_DIR: the account {ours} may not read and write {denied}, which belongs to {theirs}; the bot and its"
        f" commands need one account that owns the whole folder: as root, `chown -R ACCOUNT {folder}`, where ACCOUNT is"
        " the one that the bot runs as"
    )


def _denied(folder: Path) -> Path | None:
    """The folder, or the first file in it, that this account may not read and write; None if it may all of them."""
    try:
        if not folder.exists():
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
        return f"account {user}"
