"""Changes the master key of a key store: every key is wrapped anew in one commit, so one of both always opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.db.encryption import Cipher, Unreadable
from storage.db.keys import CHECK, KEY_VERSION, LOOKUPS, WRAPPING, WrongMasterKey, derive, wrapped_place

if TYPE_CHECKING:
    from storage.db.database import Database
    from storage.db.transaction import Transaction

STORE = "INSERT OR REPLACE INTO keys (owner, version, wrapped) VALUES (?, ?, ?)"


async def is_opened_by(database: Database, master: bytes) -> bool:
    """Whether the key store was made with this master key, or changed to it.

    Raises:
        StorageFault: the key store cannot work now.
    """
    async with database.transaction() as transaction:
        return await _is_opened_by(transaction, Cipher(derive(master, WRAPPING)))


async def rewrap(database: Database, old: bytes, new: bytes) -> bool:
    """Wraps all keys with the new master key, unless that is done, and removes what the old one opens from the log.

    The key of lookups is kept as it was, wrapped: the HMACs made with it cannot be computed anew.

    Returns:
        False if the keys as the old master key wrapped them may still be in the file's log: call it again.

    Raises:
        WrongMasterKey: neither of the two opens the key store; nothing was changed.
        Unreadable: a key in it is damaged; nothing was changed.
        StorageFault: the key store cannot work now; nothing was changed.
    """
    former, wrapper = Cipher(derive(old, WRAPPING)), Cipher(derive(new, WRAPPING))
    async with database.transaction() as transaction:
        if not await _is_opened_by(transaction, wrapper):
            if not await _is_opened_by(transaction, former):
                raise WrongMasterKey
            rows = await transaction.read("SELECT owner, wrapped FROM keys")
            keys = {owner: former.decrypt(wrapped, wrapped_place(owner)) for owner, wrapped in rows}
            keys.setdefault(LOOKUPS, derive(old, LOOKUPS))
            await transaction.run_many(
                STORE, [(each, KEY_VERSION, wrapper.encrypt(key, wrapped_place(each))) for each, key in keys.items()]
            )
    return await database.empty_log()


async def _is_opened_by(transaction: Transaction, wrapper: Cipher) -> bool:
    rows = await transaction.read("SELECT wrapped FROM keys WHERE owner = ?", (CHECK,))
    try:
        return bool([wrapper.decrypt(wrapped, wrapped_place(CHECK)) for (wrapped,) in rows])
    except Unreadable:
        return False
