"""The use cases of complaints over one transaction."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from services.complaints.filing import Allowance, Complaints
from services.complaints.ports import ComplaintRooms
from services.complaints.silence import Silence
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.db.records import SqlRegister
from storage.history.events import SqlHistory
from storage.officers import SqlOfficers

if TYPE_CHECKING:
    from domain.standard.edition import Standard
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction


def complaint_rooms(transaction: Transaction, keys: KeyStore) -> ComplaintRooms:
    """Where complaints are kept, with what they need beside."""
    return ComplaintRooms(
        SqlComplaints(transaction, keys),
        SqlCases(transaction, keys),
        SqlHistory(transaction, keys),
        SqlRegister(transaction),
        SqlOfficers(transaction, keys),
    )


def silence_over(transaction: Transaction, keys: KeyStore, standard: Standard) -> Silence:
    """What tells of complaints that are not answered in time."""
    rooms = complaint_rooms(transaction, keys)
    complaints = Complaints(rooms, standard, standard.complaint_term, Allowance(), secrets.token_bytes)
    return Silence(rooms.complaints, complaints)
