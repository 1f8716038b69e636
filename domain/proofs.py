"""The proof of a case's history, for the applicant to check and keep."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from domain.history import EventKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.applications.case import Case
    from domain.history import ChainHead, Entry

FORMAT = "tirkeu-history-1"
YOU, OFFICE = "you", "office"
# Work on the case inside the office: the details name officers' accounts, so only their digest is given.
WITHHELD = frozenset({EventKind.TAKEN, EventKind.RELEASED, EventKind.ASSIGNED})


@dataclass(frozen=True, slots=True)
class Proof:
    """The entries of one case, oldest first, and the last entry of the whole history at that moment."""

    case: Case
    entries: Sequence[Entry]
    head: ChainHead


def proof_value(proof: Proof) -> dict[str, Any]:
    """The proof as JSON; it names no account but the applicant's."""
    registration = proof.case.registration
    return {
        "format": FORMAT,
        "number": registration.number if registration else "",
        "entries": [_entry(each, proof.case.applicant) for each in proof.entries],
        "head": asdict(proof.head),
    }


def erasure_value(number: str, entries: Sequence[Entry], head: ChainHead) -> dict[str, Any]:
    """The proof of an erasure as JSON: links and hashes without contents or accounts.

    It is checked like any other proof; the last entry is the erasure, `number` is that of the erased record.
    """
    return {
        "format": FORMAT,
        "number": number,
        "entries": [asdict(each.link) | {"hash": each.link.hash} for each in entries],
        "head": asdict(head),
    }


def _entry(entry: Entry, applicant: int) -> dict[str, Any]:
    value: dict[str, Any] = asdict(entry.link) | {"hash": entry.link.hash}
    if entry.event.actor == applicant:
        value |= {"by": YOU, "actor": applicant, "who_salt": entry.who_salt}
    else:
        value |= {"by": OFFICE}
    if entry.event.kind not in WITHHELD:
        value |= {"details": dict(entry.event.details), "salt": entry.salt}
    return value
