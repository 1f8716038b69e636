"""Which message gave which answer, as long as its author can edit it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from storage.db.encryption import Cipher
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

OF_OFFICERS = frozenset({"work", "handling"})  # kinds of questions about other people's records
KEPT_SECONDS = 3 * 24 * 3600  # people can edit a message for two days


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What a message answered.

    Attributes:
        chat_id: The chat it was sent in.
        message_id: Its id there.
        kind: What sort of question it answered.
        record_id: The application or complaint.
        question: Which question of it.
        text: What it said; of a file, what stood under it.
        file: Telegram's lasting id of the file; empty where there was none.
        is_part: Whether it is one of several messages that make up the answer: each can be edited.
    """

    chat_id: int
    message_id: int
    kind: str
    record_id: str
    question: str
    text: str
    file: str = ""
    is_part: bool = False

    @property
    def slot(self) -> str:
        """What it answers: of the messages with one slot only the newest counts."""
        which = (self.kind, self.record_id, self.question, *([str(self.message_id)] if self.is_part else ()))
        return ":".join(which)


class GivenAnswers:
    """Those of one bot, inside one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, given: Sequence[tuple[str, GivenAnswer]], ciphers: Mapping[str, Cipher], now: int) -> None:
        """Keep answers, each with the owner whose key seals it, in place of what the same messages gave before."""
        await self._transaction.run_many(
            "INSERT OR REPLACE INTO given_answers (chat_id, slot, message_id, owner, record_id, sealed, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (each.chat_id, each.slot, each.message_id, owner, each.record_id, _seal(each, ciphers[owner]), now)
                for owner, each in given
            ],
        )

    async def find(self, chat_id: int, message_id: int, keys: KeyStore) -> GivenAnswer | None:
        """What this message answered; None where nothing is known of it."""
        rows = await self._transaction.read(
            "SELECT owner, record_id, sealed FROM given_answers WHERE chat_id = ? AND message_id = ?",
            (chat_id, message_id),
        )
        for owner, record_id, sealed in rows:
            said = (await keys.cipher(owner)).decrypt_json(sealed, given_place(chat_id, message_id))
            rest = (said["question"], said["text"], said["file"], said["is_part"])
            return GivenAnswer(chat_id, message_id, said["kind"], record_id, *rest)
        return None

    async def forget_old(self, now: int) -> int:
        """Drop those whose messages nobody can edit any more; how many they were."""
        return await self._transaction.write("DELETE FROM given_answers WHERE at < ?", (now - KEPT_SECONDS,))


def given_place(chat_id: int, message_id: int) -> str:
    """What binds a sealed answer to its row."""
    return f"given_answers.sealed:{chat_id}.{message_id}"


def _seal(given: GivenAnswer, cipher: Cipher) -> bytes:
    said = {
        "kind": given.kind,
        "question": given.question,
        "text": given.text,
        "file": given.file,
        "is_part": given.is_part,
    }
    return cipher.encrypt_json(said, given_place(given.chat_id, given.message_id))
