"""The files that wait to be fetched, over every engine."""

from __future__ import annotations

from dataclasses import replace

from storage.db.database import Database
from storage.db.keys import KeyStore
from storage.uploads import SqlUploads
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.stored import store
from tests.factories.uploads import offered

ONE, TWO = started(), replace(started(), id="draft2", applicant=701)
AT = int(NOW.timestamp())


async def test_the_first_file_of_each_item(database: Database, keys: KeyStore) -> None:
    """However many wait for one item, the first of every other is seen; those put off are not, and some come last."""
    await store(database, keys, ONE, TWO)
    async with database.transaction() as transaction:
        files = SqlUploads(transaction, keys)
        for case, item, name in ((ONE, "a", "1"), (ONE, "a", "2"), (ONE, "b", "3"), (TWO, "a", "4"), (TWO, "a", "5")):
            await files.add(case, item, offered(10, name))

        async def found(limit: int = 9, *last: str) -> list[str]:
            return [each.offered.file_id for each in await files.first_waiting(AT, limit, last)]

        assert await found() == ["1", "3", "4"]
        assert await found(2) == ["1", "3"]
        assert await found(2, ONE.id) == ["4", "1"]
        first = (await files.first_waiting(AT, 1))[0]
        await files.put_off(first, AT + 1)
        assert await found() == ["2", "3", "4"]
        assert [each.offered.file_id for each in await files.first_waiting(AT + 1, 9)] == ["1", "3", "4"]


async def test_files_come_to_other_items(database: Database, keys: KeyStore) -> None:
    """All at once: two items may change places; those of other applications stay."""
    await store(database, keys, ONE, TWO)
    async with database.transaction() as transaction:
        files = SqlUploads(transaction, keys)
        for case, item in ((ONE, "a"), (ONE, "b"), (ONE, "a"), (ONE, "c"), (TWO, "a")):
            await files.add(case, item, offered(10))
        await files.rename(ONE, {"a": "b", "b": "a"})
        assert [each.item for each in await files.list_for_record(ONE)] == ["b", "a", "b", "c"]
        assert [each.item for each in await files.list_for_record(TWO)] == ["a"]
