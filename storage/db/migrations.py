"""Numbered migrations of an engine: each runs once, in order, in a transaction of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.db.database import Database
    from storage.db.engine import Engine


class NewerDatabase(Exception):
    """The file was written by a newer program than this one."""


async def migrate(database: Database, engine: Engine) -> int:
    """Bring a database to the newest version; the version it has then.

    Raises:
        NewerDatabase: it is newer than the program.
        StorageFault: the database cannot work now.
    """
    steps = engine.migrations()
    version: int = (await database.read(engine.version_query))[0][0]
    if version > len(steps):
        raise NewerDatabase(f"version {version}, this program knows {len(steps)}")
    for step in steps[version:]:
        async with database.transaction() as transaction:
            for statement in step:
                await transaction.run(statement)
    return len(steps)
