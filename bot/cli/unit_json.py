"""A unit as in the output of `python -m bot units --json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.ui.dates import clock

if TYPE_CHECKING:
    from domain.offices.units import Schedule, Unit


def unit_to_json(unit: Unit) -> dict[str, Any]:
    """The row as printed, with its location and its misprints under `corrected`."""
    return {
        "appendix": unit.id.appendix,
        "number": unit.id.number,
        "region": unit.region,
        "name": unit.name,
        "address": unit.address,
        "locality": unit.locality,
        "phones": list(unit.phones),
        "faxes": list(unit.faxes),
        "emails": list(unit.emails),
        "websites": list(unit.websites),
        "schedule": _schedule(unit.schedule),
        "lat": unit.place.lat,
        "lon": unit.place.lon,
        "place_names": list(unit.place.all_names),
        "corrected": [
            {"field": c.field.value, "printed": c.printed, "corrected": c.corrected, "why": c.why}
            for c in unit.corrections
        ],
    }


def _schedule(schedule: Schedule | None) -> dict[str, str] | None:
    if schedule is None:
        return None
    return {
        "open": clock(schedule.open),
        "close": clock(schedule.close),
        "break_start": clock(schedule.break_start),
        "break_end": clock(schedule.break_end),
        "days": "mon-fri",
    }
