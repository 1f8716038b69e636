"""How long finished cases and complaints are kept, and what the registers keep of an erased one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.applications.case import Case, CaseState
from domain.applications.parties import key_of
from domain.calendar import KAZAKHSTAN, ONE_DAY, day_of
from domain.complaints.complaint import OPEN_COMPLAINT_STATES, Complaint, ComplaintState
from domain.standard.questions import Role

if TYPE_CHECKING:
    from domain.offices.units import UnitId
    from domain.standard.edition import Standard

RETENTION = timedelta(days=365)  # after the end of a record, unless the setting RETENTION_DAYS says otherwise
NOTICE = timedelta(days=14)  # at least this long between the notice and the erasure
ENDED = frozenset({CaseState.ISSUED, CaseState.REFUSED, CaseState.WITHDRAWN, CaseState.NOT_ACCEPTED})
SETTLED = frozenset(ComplaintState) - OPEN_COMPLAINT_STATES
UNSENT = frozenset(
    {ComplaintState.DRAFT, ComplaintState.LETTER}
)  # no body has received it: its author may erase it at any time
Record = Case | Complaint
COMPLAINT = "complaint"  # the kind of what remains of a complaint; for a case it is the subject


class Step(StrEnum):
    """What to do with a finished record now."""

    WAIT = "wait"
    HOLD = "hold"  # something open needs it, and any notice given no longer counts
    NOTICE = "notice"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Remains:
    """What the registers of an office keep of an erased case or complaint: numbers and days, no person.

    Incoming numbers are kept by point 14, certificates and the journal by point 15, refusals by point 16, complaints by
    point 25. `entry` is the number of the history entry about the erasure, `edition` that of the erased record.
    """

    entry: int
    unit: UnitId
    kind: str
    number: str
    outcome: str
    filed_on: date
    ended_on: date
    certificate: str = ""
    journal: str = ""
    items: tuple[str, ...] = ()
    edition: str = field(kw_only=True)


def ended_at(record: Record) -> datetime | None:
    """When the record ended, or an unsent complaint was last changed; None for a draft or an open record."""
    if isinstance(record, Complaint):
        return record.touched_at if record.stage in SETTLED else None
    if record.state not in ENDED:
        return None
    outcome = record.handing or record.refusal or record.not_accepted
    return outcome.at if outcome else record.touched_at


def in_force_until(record: Record, edition: Standard) -> date | None:
    """The last day of an issued certificate; None without one, or if the edition's paper has no last day."""
    if isinstance(record, Complaint) or record.state is not CaseState.ISSUED or record.certificate is None:
        return None
    last = record.certificate.lines.get(key_of(record, Role.END, edition))
    return date.fromisoformat(last) if last else None


def due(record: Record, retention: timedelta, edition: Standard) -> datetime | None:
    """When a record may be erased: `retention` after its end, once its certificate has expired; None while it is open.

    The holder of a certificate in force can still have further materials approved under it (point 11).
    """
    ended, last = ended_at(record), in_force_until(record, edition)
    if ended is None:
        return None
    after = ended + retention
    return max(after, datetime.combine(last + ONE_DAY, time(), KAZAKHSTAN)) if last else after


def erased_on(due_at: datetime, now: datetime) -> datetime:
    """The moment of erasure to announce in a notice given now."""
    return max(due_at, now + NOTICE)


def step(due_at: datetime | None, told_at: datetime | None, now: datetime, *, needed: bool) -> Step:
    """Decides what to do with a record.

    Args:
        due_at: when it may be erased; None if it cannot be yet.
        told_at: when its person was given notice.
        now: the current time.
        needed: whether an open complaint refers to it.
    """
    if due_at is None or needed:
        return Step.WAIT if told_at is None else Step.HOLD
    if told_at is None:
        return Step.NOTICE if now >= due_at - NOTICE else Step.WAIT
    return Step.ERASE if now >= erased_on(due_at, told_at) else Step.WAIT


def needed_by(record: Record, open_complaints: tuple[Complaint, ...]) -> bool:
    """Whether one of these complaints, all by the same person, refers to the record."""
    return any(record.id in (each.case_id, each.earlier) for each in open_complaints)


def remains(record: Record, entry: int, now: datetime) -> Remains | None:
    """What the registers keep of it; None if it never had a number, such as a letter."""
    ended_on = day_of(ended_at(record) or now)
    if isinstance(record, Complaint):
        if record.filed is None or record.unit is None:
            return None
        filed_on = day_of(record.filed.at)
        number, edition = record.filed.number, record.edition
        return Remains(entry, record.unit, COMPLAINT, number, record.stage, filed_on, ended_on, edition=edition)
    if record.registration is None or record.office is None:
        return None
    return Remains(
        entry,
        record.office,
        record.subject,
        record.registration.number,
        record.state,
        day_of(record.registration.at),
        ended_on,
        record.certificate.number if record.certificate else "",
        record.handing.number if record.handing else "",
        record.refusal.items if record.refusal else (),
        edition=record.edition,
    )
