"""Which messages are sent so that Telegram lets nobody forward, copy or save them (`protect_content`).

Whoever has a role gets everything so, except pages about nobody or about their own application or complaint, and what
is made to leave the chat: a paper that cannot be printed, a book that cannot be kept, or an invitation that cannot be
sent on is of no use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.made import (
    Application,
    ApplicationPackage,
    Blank,
    CaseCalendar,
    Certificate,
    ComplaintLetter,
    ComplaintPackage,
    ComplaintSlip,
    Copy,
    Export,
    IndicatorFile,
    Journal,
    Part,
    Proof,
    RefusalLetter,
    WholeCase,
)
from storage.messaging.readers import SqlReaders

if TYPE_CHECKING:
    from dialogs.ui.screen import Screen
    from storage.db.transaction import Transaction

PAPERS_AND_BOOKS = (
    *(Blank, Certificate, RefusalLetter, ComplaintSlip, ComplaintLetter),
    *(WholeCase, Journal, Export, IndicatorFile),
)
READERS_OWN = (
    Application,
    ApplicationPackage,
    CaseCalendar,
    ComplaintPackage,
    Part,
    Copy,
    Proof,
)  # made for nobody but the person they are about
UNPROTECTED = PAPERS_AND_BOOKS + READERS_OWN


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets a message.

    Attributes:
        staff: Whether they have a role: at a unit, or as an admin.
        own: Whether the message is about an application or complaint of their own, or about nobody's.
    """

    staff: bool = False
    own: bool = False


ANYBODY = Reader()


def is_protected(screen: Screen, reader: Reader) -> bool:
    """Whether the screen goes to this reader protected."""
    leaves = screen.to_hand_on or isinstance(screen.made, UNPROTECTED)
    return reader.staff and not reader.own and not leaves


async def find_reader(transaction: Transaction, user_id: int, owner: str) -> Reader:
    """Who somebody is to a message that nobody asked for; `owner` names the key that seals it."""
    readers = SqlReaders(transaction)
    if not await readers.is_staff(user_id):
        return ANYBODY
    return Reader(staff=True, own=await readers.owns(user_id, owner))
