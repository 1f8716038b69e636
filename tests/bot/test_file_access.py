from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bot.file_access import describe_fault
from tests.factories.faults import in_english


def test_a_disk_that_is_read_only_is_nobody_s_to_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other account could write there: the line says what the machine says, and asks for no `chown`."""
    real = os.statvfs(tmp_path)
    monkeypatch.setattr("bot.file_access.os.access", lambda *_, **__: False)
    error = OSError(errno.EROFS, "Read-only file system")
    assert "chown" in in_english(describe_fault(tmp_path, error))
    read_only = os.statvfs_result((*real[:8], real.f_flag | os.ST_RDONLY, real.f_namemax))
    monkeypatch.setattr("bot.file_access.os.statvfs", lambda _: read_only)
    line = in_english(describe_fault(tmp_path, error))
    assert line == f"DATA_DIR: {tmp_path} cannot be used (OSError: [Errno {errno.EROFS}] Read-only file system)"
