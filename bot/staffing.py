"""The use cases of people and invitations over one transaction."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from services.staff.directory import Staff
from services.staff.ports import StaffRooms
from storage.admins import SqlAdmins
from storage.applications import SqlCases
from storage.history.events import SqlHistory
from storage.invitations import SqlInvitations
from storage.officers import SqlOfficers

if TYPE_CHECKING:
    from domain.standard.edition import Standard
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


def staff_over(
    transaction: Transaction, keys: KeyStore, standard: Standard, admins: frozenset[int] = frozenset()
) -> Staff:
    """The use cases; `admins` are those of the settings."""
    history = SqlHistory(transaction, keys)
    rooms = StaffRooms(
        officers=SqlOfficers(transaction, keys),
        admins=SqlAdmins(transaction, keys),
        invitations=SqlInvitations(transaction, keys),
        cases=SqlCases(transaction, keys),
        history=history,
        people=history,
    )
    return Staff(rooms, standard, admins, secrets.token_bytes)
