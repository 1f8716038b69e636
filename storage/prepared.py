"""What officers have prepared, in the sealed JSON of a case or complaint; a key is left out if it would be empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.applications.preparation import Draft, Drafts

if TYPE_CHECKING:
    from domain.applications.preparation import PreparedRecord


def prepared_value(record: PreparedRecord) -> dict[str, Any]:
    """The keys to store; whoever was looking at the record is not stored."""
    kept = record.seen_by(None)
    made: dict[str, Any] = {"prepared": dict(kept.prepared)} if kept.prepared else {}
    if drafts := kept.drafts.by:
        own = {str(officer): [each.version, dict(each.lines)] for officer, each in drafts.items()}
        made["drafts"] = {"by": own, "since": kept.drafts.since, "to": kept.drafts.to}
    return made


def prepared_fields(made: dict[str, Any]) -> dict[str, Any]:
    """Reads the result of `prepared_value` as keyword arguments of the record; older rows have lines of the office."""
    fields: dict[str, Any] = {"prepared": made["prepared"]} if "prepared" in made else {}
    if drafts := made.get("drafts"):
        own = {int(officer): Draft(lines, version) for officer, (version, lines) in drafts["by"].items()}
        fields["drafts"] = Drafts(own, drafts["since"], drafts["to"])
    return fields
