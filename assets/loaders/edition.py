"""Loads an edition of the standard from its folder."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from assets.loaders import edition_rows, unit_rows
from assets.loaders.edition_rows import Row
from domain.offices.units import UnitId
from domain.standard.edition import Standard, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.offices.units import Place, Unit
    from domain.standard.edition import ChecklistItem, Citation, Defect, Indicator, Target

EDITIONS = Path(__file__).parents[1] / "standard"
ROWS_OF_APPENDIX = {1: 16, 2: 199, 3: 16, 4: 199}
R = TypeVar("R", bound=Row)


class AssetFault(Exception):
    """A data file is invalid; the message names file, row and field, so that whoever edits the file finds the place."""

    def __init__(self, file: str, row: str, field: str, problem: str) -> None:
        super().__init__(f"{file}: {row}: {field}: {problem}")
        self.file = file
        self.row = row
        self.field = field
        self.problem = problem

    @classmethod
    def from_validation(cls, file: str, row: str, error: ValidationError) -> AssetFault:
        """Describes the first error that pydantic found in a row."""
        first = error.errors(include_url=False)[0]
        steps = [str(step) for step in first["loc"]]
        return cls(file, row, ".".join(steps) or "(whole row)", first["msg"])


def editions() -> list[str]:
    """Ids of the editions in `EDITIONS`."""
    return sorted(folder.name for folder in EDITIONS.iterdir() if (folder / "edition.toml").is_file())


def load_standard(edition: str = "2011-20", root: Path = EDITIONS) -> Standard:
    """Loads a complete edition.

    Raises:
        AssetFault: a file is missing or invalid; the message names file, row and field.
    """
    folder = root / edition
    service = read_toml(folder / "terms.toml", "timing", "fee", "refusal_ground")
    checklists = read_toml(folder / "checklists.toml", "further_materials", *Subject)
    places = _places(folder)
    indicators = tuple(i.to_domain() for i in rows(folder / "indicators.toml", "indicator", edition_rows.IndicatorRow))
    items = {
        subject: tuple(
            item.to_domain() for item in _table(edition_rows.ItemRow, "checklists.toml", subject.value, checklists)
        )
        for subject in Subject
    }
    return Standard(
        status=_row(edition_rows.EditionRow, "edition.toml", "edition", read_toml(folder / "edition.toml")).to_domain(),
        points={p.number: p.to_domain() for p in rows(folder / "points.toml", "point", edition_rows.PointRow)},
        timings={t.id: t.to_domain() for t in _table(edition_rows.TimingRow, "terms.toml", "timing", service)},
        fee=_row(edition_rows.FeeRow, "terms.toml", "fee", service.get("fee", {})).to_domain(),
        checklists=items,
        further_materials=_further_materials(checklists),
        forms={f.appendix: f.to_domain() for f in rows(folder / "forms.toml", "form", edition_rows.FormRow)},
        refusal_grounds=tuple(
            r.to_domain() for r in _table(edition_rows.RefusalRow, "terms.toml", "refusal_ground", service)
        ),
        defects=tuple(_defects(folder / "defects.toml", items)),
        indicators=indicators,
        targets=tuple(_targets(folder / "targets.toml", indicators)),
        regions=tuple(r.to_domain() for r in rows(folder / "regions.toml", "region", unit_rows.RegionRow)),
        complaint_term=_row(
            edition_rows.ComplaintTermRow,
            "complaints.toml",
            "term",
            read_toml(folder / "complaints.toml", "term").get("term", {}),
        ).to_domain(),
        units={unit.id: unit for appendix in ROWS_OF_APPENDIX for unit in _units(folder, appendix, places)},
    )


def read_toml(path: Path, *tables: str) -> dict[str, Any]:
    """Parses a TOML file; if tables are named, no others may be in it.

    Raises:
        AssetFault: the file is missing, not TOML, or has another table, whose rows a misspelt name would silently drop.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AssetFault(path.name, "(file)", "(whole)", str(error)) from None
    for name in content:
        if tables and name not in tables:
            raise AssetFault(path.name, name, "(table)", f"not one of {', '.join(tables)}")
    return content


def rows(path: Path, table: str, model: type[R]) -> list[R]:
    """The validated rows of one table of a TOML file."""
    return _table(model, path.name, table, read_toml(path, table))


def _table(model: type[R], file: str, table: str, content: dict[str, Any]) -> list[R]:
    found = content.get(table)
    if not isinstance(found, list):
        raise AssetFault(file, table, "(table)", "this table is missing")
    return [_row(model, file, f"{table} {number}", row) for number, row in enumerate(found, 1)]


def _row(model: type[R], file: str, name: str, content: object) -> R:
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise AssetFault.from_validation(file, name, error) from None


def _json_lines(path: Path) -> Iterator[tuple[int, object]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AssetFault(path.name, "(file)", "(whole)", str(error)) from None
    for number, line in enumerate(lines, 1):
        try:
            yield number, json.loads(line)
        except ValueError as error:
            raise AssetFault(path.name, f"line {number}", "(whole row)", str(error)) from None


def _further_materials(content: dict[str, Any]) -> Citation:
    row = {"cites": content.get("further_materials")}
    return edition_rows.citation(_row(edition_rows.CitedRow, "checklists.toml", "further_materials", row).cites)


def _defects(path: Path, checklists: Mapping[Subject, tuple[ChecklistItem, ...]]) -> Iterator[Defect]:
    """Reads defects; each id occurs once and each item must be in a checklist."""
    known, found = {item.id for items in checklists.values() for item in items}, set()
    for place, row in enumerate(rows(path, "defect", edition_rows.DefectRow), 1):
        if strange := [each for each in row.items if each not in known]:
            raise AssetFault(path.name, f"defect {place}", "items", f"{strange[0]} is no item of the checklists")
        if row.id in found:
            raise AssetFault(path.name, f"defect {place}", "id", f"{row.id} stands here twice")
        found.add(row.id)
        yield row.to_domain()


def _targets(path: Path, indicators: tuple[Indicator, ...]) -> Iterator[Target]:
    """Reads the targets of point 19; an empty file is valid and means that no order is known."""
    content = {"target": [], **read_toml(path, "target")}
    known, found = {each.number for each in indicators}, set()
    for place, row in enumerate(_table(edition_rows.TargetRow, path.name, "target", content), 1):
        if row.row not in known:
            raise AssetFault(path.name, f"target {place}", "row", f"{row.row} is no row of appendix 9")
        if (row.year, row.row) in found:
            raise AssetFault(path.name, f"target {place}", "row", f"{row.row} of {row.year} stands here twice")
        found.add((row.year, row.row))
        yield row.to_domain()


def _places(folder: Path) -> dict[UnitId, Place]:
    path = folder / "places.jsonl"
    found = [_row(unit_rows.PlaceRow, path.name, f"line {n}", row) for n, row in _json_lines(path)]
    return {UnitId.parse(row.unit): row.to_domain() for row in found}


def _units(folder: Path, appendix: int, places: dict[UnitId, Place]) -> Iterator[Unit]:
    path = folder / "units" / f"appendix-{appendix}.jsonl"
    expected = 0
    for expected, (line, content) in enumerate(_json_lines(path), 1):
        row = _row(unit_rows.UnitRow, path.name, f"line {line}", content)
        if row.number != expected:
            raise AssetFault(path.name, f"line {line}", "number", f"{expected} is next, not {row.number}")
        place = places.get(UnitId(appendix, row.number))
        if place is None:
            raise AssetFault("places.jsonl", f"{appendix}/{row.number}", "unit", "this unit has no place")
        yield row.to_domain(appendix, place)
    if expected != ROWS_OF_APPENDIX[appendix]:
        problem = f"{ROWS_OF_APPENDIX[appendix]} rows are printed, {expected} are here"
        raise AssetFault(path.name, "(file)", "(rows)", problem)
