"""Data folders, opened as every command opens them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from bot.data_folder import open_stores
from bot.settings import Settings
from storage.db.database import Database
from storage.db.keys import KeyStore


def settings_of(folder: Path, **more: Any) -> Settings:  # noqa: ANN401  # settings of any type
    """Settings of a bot with this data folder, regardless of the environment."""
    return Settings(_env_file=None, data_dir=folder, **more)


@asynccontextmanager
async def opened_stores(folder: Path) -> AsyncIterator[tuple[Database, KeyStore]]:
    """The database and the keys of a folder, closed in order at the end."""
    async with AsyncExitStack() as stack:
        yield await open_stores(settings_of(folder), stack)
