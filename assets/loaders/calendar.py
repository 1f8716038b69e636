"""The working calendar: the `holidays` package for Kazakhstan, overridden by the decrees that editions have."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from assets.default import default_edition
from assets.loaders.edition import EDITIONS
from assets.loaders.edition_files import read_decrees, read_status
from assets.loaders.faults import AssetFault, AssetFaults, FaultList
from assets.loaders.files import FolderReader
from domain.calendar import Day, DayKind, WorkingCalendar
from domain.errors import CalendarUnknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# English names of the package → our ids (texts in locales/*/calendar.ftl).
HOLIDAY_IDS = {
    "New Year's Day": "new-year",
    "Orthodox Christmas": "christmas",
    "International Women's Day": "womens-day",
    "Nowruz Holiday": "nauryz",
    "Kazakhstan's People Solidarity Holiday": "unity-day",
    "Defender of the Fatherland Day": "defender-day",
    "Victory Day": "victory-day",
    "Capital Day": "capital-day",
    "Constitution Day": "constitution-day",
    "Republic Day": "republic-day",
    "First President Day": "first-president-day",
    "Independence Day": "independence-day",
    "Eid al-Adha": "kurban-ait",
}
_MOVED = re.compile(r"Day off \(substituted from (\d\d/\d\d/\d{4})\)")
_LABELS = re.compile(r"(?P<name>[^(]+?)(?: \((?P<labels>[a-z, ]+)\))?")


def load_calendar(edition: str | None = None, root: Path = EDITIONS) -> WorkingCalendar:
    """As `load_common_calendar`, of one edition, by default that of `default.toml`.

    Raises:
        AssetFaults: calendar.toml or edition.toml is invalid.
    """
    return load_common_calendar([root / (edition or default_edition())])


def load_common_calendar(editions: Iterable[Path]) -> WorkingCalendar:
    """Loads the working calendar of the country from the folders of all editions; each year is computed on first use.

    A decree counts for the cases of every edition, whichever folder it stands in.

    Raises:
        AssetFaults: a calendar.toml or edition.toml is invalid, or two say something else of a day.
    """
    faults, decrees, years = FaultList(), dict[date, Day](), set[int]()
    for folder in editions:
        reader = FolderReader(folder, faults)
        status = read_status(reader).row
        years |= set(range(status.calendar.first_year, status.calendar.last_year + 1)) if status else set()
        for entry in read_decrees(reader):
            if entry.row and decrees.setdefault(entry.row.when, day := entry.row.to_domain()) != day:
                faults.add(f"{folder.name}/{entry.file}", entry.name, "when", "other-day", value=entry.row.when)
    faults.raise_any()

    def special_days(year: int) -> Mapping[date, Day]:
        if year not in years:
            raise CalendarUnknown(str(year))
        return special_days_of(year) | {when: day for when, day in decrees.items() if when.year == year}

    return WorkingCalendar(special_days)


def special_days_of(year: int) -> dict[date, Day]:
    """The days of a year that differ from Monday to Friday, by the `holidays` package.

    Raises:
        AssetFaults: the package names a holiday that `HOLIDAY_IDS` does not know.
    """
    import holidays  # noqa: PLC0415  # takes 0.1 s, which commands without a calendar need not spend

    kazakhstan = holidays.country_holidays("KZ", years=year, language="en_US")
    found = {when: _day(when, name) for when, name in kazakhstan.items()}
    moved_to = {day.instead_of: day.when for day in found.values() if day.instead_of}
    for when in kazakhstan.weekend_workdays:
        if when.year == year:
            found[when] = Day(when, DayKind.WORKED_WEEKEND, instead_of=moved_to.get(when))
    return found


def _day(when: date, name: str) -> Day:
    first = name.split("; ", maxsplit=1)[0]
    moved = _MOVED.fullmatch(first)
    if moved:
        worked = datetime.strptime(moved[1], "%m/%d/%Y").date()  # noqa: DTZ007  # a date without a time
        return Day(when, DayKind.DAY_OFF_MOVED, instead_of=worked)
    parts = _LABELS.fullmatch(first)
    if not parts or parts["name"] not in HOLIDAY_IDS:
        raise AssetFaults([AssetFault("holidays", str(when), "name", "unknown-holiday", {"value": first})])
    labels = parts["labels"] or ""
    kind = DayKind.HOLIDAY_OBSERVED if "observed" in labels else DayKind.HOLIDAY
    return Day(when, kind, HOLIDAY_IDS[parts["name"]], estimated="estimated" in labels)
