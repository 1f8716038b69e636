"""The proof of a case's history: what its applicant is given to check and to keep."""

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
# Who works on the case within the office: the details name accounts of officers, so their digest alone is given.
WITHHELD = frozenset({EventKind.TAKEN, EventKind.RELEASED, EventKind.ASSIGNED})


@dataclass(frozen=True, slots=True)
class Proof:
    """The entries of one case, oldest first, and the last entry of the whole history at that moment."""

    case: Case
    entries: Sequence[Entry]
    head: ChainHead


def proof_value(proof: Proof) -> dict[str, Any]:
    """As JSON holds it; of whoever works for the office it tells no account."""
    given = proof.case.registration
    return {
        "format": FORMAT,
        "number": given.number if given else "",
        "entries": [_entry(each, proof.case.applicant) for each in proof.entries],
        "head": asdict(proof.head),
    }


def erasure_value(number: str, entries: Sequence[Entry], head: ChainHead) -> dict[str, Any]:
    """The entries of what was erased, as JSON holds them: their hashes and digests alone, no contents and no account.

    It is checked as any proof is; its last entry tells of the erasure, `number` is what was erased.
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
