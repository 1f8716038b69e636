"""What officers have done to a case, as a part of its sealed value."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from domain.applications.outcomes import Certificate, Handover, Refusal

if TYPE_CHECKING:
    from domain.applications.case import Case


def work_value(case: Case) -> dict[str, Any]:
    """As JSON holds it; nothing where nothing was done yet."""
    made: dict[str, Any] = {}
    if case.assigned is not None:
        made["assigned"] = case.assigned
    if case.prepared:
        made["prepared"] = dict(case.prepared)
    if given := case.certificate:
        made["certificate"] = {"number": given.number, "at": given.at.timestamp(), "lines": dict(given.lines)}
    if refused := case.refusal:
        made["refusal"] = asdict(refused) | {"at": refused.at.timestamp(), "due": refused.due.isoformat()}
    if case.ready_at:
        made["ready_at"] = case.ready_at.timestamp()
    if case.handing:
        made["handing"] = asdict(case.handing) | {"at": case.handing.at.timestamp()}
    return made


def work_fields(made: dict[str, Any]) -> dict[str, Any]:
    """Fields of a Case."""
    fields: dict[str, Any] = {name: made[name] for name in ("assigned", "prepared") if name in made}
    if given := made.get("certificate"):
        fields["certificate"] = Certificate(**given | {"at": _when(given["at"])})
    if refused := made.get("refusal"):
        told = {"at": _when(refused["at"]), "due": date.fromisoformat(refused["due"]), "items": tuple(refused["items"])}
        fields["refusal"] = Refusal(**refused | told)
    if "ready_at" in made:
        fields["ready_at"] = _when(made["ready_at"])
    if handed := made.get("handing"):
        fields["handing"] = Handover(**handed | {"at": _when(handed["at"])})
    return fields


def _when(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
