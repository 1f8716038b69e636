"""Loads an edition of the standard from its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assets.loaders.checking import EditionCheck, citations_of
from assets.loaders.cites import build_cites
from assets.loaders.completeness import check_completeness
from assets.loaders.edition_files import ALIASES, read_edition, units_file
from assets.loaders.edition_rows import Row
from assets.loaders.faults import AssetFault, FaultList
from assets.loaders.files import Entry, FolderReader
from assets.loaders.question_rows import build_questionnaires
from assets.loaders.templates import split_messages
from assets.loaders.units.names import UnitNames
from domain.offices.units import UnitId
from domain.standard.edition import Standard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assets.loaders.edition_files import EditionFiles
    from domain.offices.units import Unit

EDITIONS = Path(__file__).parents[1] / "standard"
R = TypeVar("R", bound=Row)


def check_codes(editions: Mapping[str, Standard]) -> list[AssetFault]:
    """A code names one unit in all editions: else two applications would have one number, or two copies one signature.

    Args:
        editions: By id.

    Returns:
        A fault for each unit that has the code of another, with the folder of its edition.
    """
    faults: list[AssetFault] = []
    first: dict[str, tuple[str, UnitId]] = {}
    for edition, standard in editions.items():
        for unit in standard.units.values():
            other, holder = first.setdefault(unit.code, (edition, unit.id))
            if holder != unit.id:
                told = {"code": unit.code, "value": str(holder), "edition": other}
                file = f"{edition}/{units_file(unit.appendix)}"
                faults.append(AssetFault(file, str(unit.id), "code", "code-of-other", told))
    return faults


def find_editions(further: Path | None = None) -> dict[str, Path]:
    """The folders of the editions in `EDITIONS`, and of those in a `further` folder, by id.

    Raises:
        OSError: the further folder cannot be read.
    """
    roots = [EDITIONS, *([further] if further else [])]
    folders = [folder for root in roots for folder in root.iterdir() if (folder / "edition.toml").is_file()]
    return {folder.name: folder for folder in sorted(folders, key=lambda each: each.name)}


def load_standard(edition: str = "2011-20", root: Path = EDITIONS, *, served: bool = False) -> Standard:
    """Loads an edition; if it is to be `served`, its texts and the program's templates must be complete, too.

    Raises:
        AssetFaults: files are missing or invalid, or contradict each other; every fault with file, row and field.
    """
    reader = FolderReader(root / edition, FaultList())
    beside = root if (root / ALIASES).is_file() else EDITIONS
    found = read_edition(reader, FolderReader(beside, reader.faults))
    EditionCheck(found, reader).run()
    if served:
        check_completeness(found, reader)
    reader.faults.raise_any()
    return _standard(found)


def _standard(found: EditionFiles) -> Standard:
    cite = citations_of(found)
    kinds = {row.id: row.to_domain(cite) for row in _rows(found.kinds)}
    questions = build_questionnaires(_rows(found.questions), kinds)
    kind_of = {form: each.id for each in kinds.values() for form in (each.form, each.paper.form)}
    return Standard(
        status=_valid(found.edition).to_domain(cite),
        points={row.number: row.to_domain() for row in _rows(found.points)},
        timings={row.id: row.to_domain(cite) for row in _rows(found.timings)},
        pauses={row.id: row.to_domain(cite) for row in _rows(found.pauses)},
        fee=_valid(found.fee).to_domain(cite),
        kinds=kinds,
        checklists={kind: tuple(row.to_domain(cite) for row in _rows(found.checklists[kind])) for kind in kinds},
        conditions=_valid(found.conditions).to_domain(),
        questions=questions,
        forms={row.id: row.to_domain(cite, questions[kind_of[row.id]]) for row in _rows(found.forms)},
        given=_valid(found.given).to_domain(),
        refusal_grounds=tuple(row.to_domain(cite) for row in _rows(found.grounds)),
        defects=tuple(row.to_domain(cite) for row in _rows(found.defects)),
        indicators=tuple(row.to_domain(cite) for row in _rows(found.indicators)),
        targets=tuple(row.to_domain(cite) for row in _rows(found.targets)),
        regions=tuple(row.to_domain() for row in _rows(found.regions)),
        complaint_term=_valid(found.complaint_term).to_domain(),
        units=_units(found),
        codes=_codes(found),
        cites=build_cites(_rows(found.cites), _rows(found.words), _valid(found.edition).appendices),
        texts={language: split_messages(*(each.content for each in own)) for language, own in found.texts.items()},
        templates=found.templates,
        acceptance=_valid(found.acceptance).to_domain(cite) if found.acceptance else None,
    )


def _units(found: EditionFiles) -> dict[UnitId, Unit]:
    """The units in the order of the print, in whatever order their rows stand."""
    places = {row.unit: row.to_domain() for row in _rows(found.places)}
    names = UnitNames(_rows(found.patterns), _rows(found.endings))
    units = (
        row.to_domain(appendix, places[row.id], names.of(row))
        for appendix, entries in found.units.items()
        for row in sorted(_rows(entries), key=lambda row: row.number)
    )
    return {unit.id: unit for unit in units}


def _codes(found: EditionFiles) -> dict[str, UnitId]:
    """The units by code: by those of the edition, and by those under which records of older ones named them."""
    own = {row.code: UnitId(row.id) for entries in found.units.values() for row in _rows(entries)}
    return {row.was: UnitId(row.id) for row in _rows(found.aliases)} | own


def _rows(entries: Iterable[Entry[R]]) -> list[R]:
    return [each.row for each in entries if each.row is not None]


def _valid(entry: Entry[R]) -> R:
    assert entry.row is not None  # noqa: S101  # else loading has ended
    return entry.row
