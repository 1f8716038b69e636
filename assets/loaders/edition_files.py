"""All rows of an edition, as they stand in its folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assets.loaders import cites as cite_rows
from assets.loaders import edition_rows as rows
from assets.loaders import kind_rows, question_rows
from assets.loaders.units import names as unit_names
from assets.loaders.units import rows as unit_rows
from domain.languages import Language
from domain.standard.refusals import GroundSubject

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assets.loaders.files import Entry, FolderReader, TextFile

EDITION = "edition.toml"
POINTS = "points.toml"
TERMS = "terms.toml"
CHECKLISTS = "checklists.toml"
FORMS = "forms.toml"
KINDS = kind_rows.FILE
QUESTIONS = question_rows.FILE
DEFECTS = "defects.toml"
INDICATORS = "indicators.toml"
TARGETS = "targets.toml"
COMPLAINTS = "complaints.toml"
REGIONS = "regions.toml"
CALENDAR = "calendar.toml"
CITES = cite_rows.FILE
PLACES = "places.jsonl"
TEXTS = "texts"
PAPERS = "papers"
UNITS = "units/"
NAMES = unit_names.FILE
ALIASES = "aliases.jsonl"  # beside the editions
_UNITS_FILE = re.compile(r"appendix-([1-9]\d*)\.jsonl")


def units_file(appendix: int) -> str:
    """The file with the units of an appendix."""
    return f"units/appendix-{appendix}.jsonl"


def texts_folder(language: str) -> str:
    """The folder with the messages of a language."""
    return f"{TEXTS}/{language}"


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """The rows of each table; `units` by appendix."""

    edition: Entry[rows.EditionRow]
    points: list[Entry[rows.PointRow]]
    timings: list[Entry[rows.TimingRow]]
    pauses: list[Entry[rows.PauseRow]]
    fee: Entry[rows.FeeRow]
    grounds: list[Entry[rows.RefusalRow]]
    acceptance: Entry[rows.AcceptanceRow] | None
    kinds: list[Entry[kind_rows.KindRow]]
    checklists: dict[str, list[Entry[kind_rows.ItemRow]]]
    conditions: Entry[question_rows.ConditionsRow]
    questions: list[Entry[question_rows.QuestionRow]]
    forms: list[Entry[rows.FormRow]]
    given: Entry[rows.GivenRow]
    defects: list[Entry[rows.DefectRow]]
    indicators: list[Entry[rows.IndicatorRow]]
    targets: list[Entry[rows.TargetRow]]
    complaint_term: Entry[rows.ComplaintTermRow]
    regions: list[Entry[unit_rows.RegionRow]]
    units: dict[int, list[Entry[unit_rows.UnitRow]]]
    patterns: list[Entry[unit_names.PatternRow]]
    endings: list[Entry[unit_names.EndingRow]]
    aliases: list[Entry[unit_rows.AliasRow]]
    places: list[Entry[unit_rows.PlaceRow]]
    decrees: list[Entry[rows.CalendarDayRow]]
    cites: list[Entry[cite_rows.CiteRow]]
    words: list[Entry[cite_rows.WordsRow]]
    texts: dict[Language, list[TextFile]]
    templates: dict[str, bytes]

    @property
    def items(self) -> Iterator[Entry[kind_rows.ItemRow]]:
        """The items of all checklists."""
        for items in self.checklists.values():
            yield from items

    def grounds_about(self, subject: GroundSubject) -> list[Entry[rows.RefusalRow]]:
        """The grounds of refusal about this, also those whose rows are invalid otherwise."""
        return [each for each in self.grounds if (each.value("about") or GroundSubject.DOCUMENTS) == subject]

    @property
    def cited(self) -> Iterator[tuple[Entry[Any], str, str]]:
        """Each citation, with its row and field; those of invalid rows are told after these are mended."""
        single: list[Entry[Any]] = [self.edition, self.fee, self.complaint_term]
        single += [self.acceptance] if self.acceptance else []
        tables: tuple[list[Entry[Any]], ...] = (
            self.timings,
            self.pauses,
            self.grounds,
            self.forms,
            self.defects,
            self.indicators,
            self.questions,
        )
        for entry in (*single, *(each for table in tables for each in table), *self.items, *self.targets):
            if entry.row is not None:
                yield entry, "cites", entry.row.cites
        for kind in self.kinds:
            if kind.row and kind.row.further_materials:
                yield kind, "further_materials", kind.row.further_materials
        for form in self.forms:
            for number, line in enumerate(form.row.field if form.row else (), 1):
                yield form, f"field #{number} cites", line.cites
        for role in self.cites:
            for number, text in enumerate(role.row.cites if role.row else (), 1):
                yield role, f"cites #{number}", text
            if role.row and role.row.through:
                yield role, "through", role.row.through


def read_edition(reader: FolderReader, beside: FolderReader) -> EditionFiles:
    """Reads every file, and the aliases `beside` the edition; whatever is wrong with one is noted by its reader."""
    status = read_status(reader)
    naming = reader.toml(NAMES, "pattern", "ending")
    terms = {"pause": [], **reader.toml(TERMS, "timing", "pause", "fee", "refusal_ground", "acceptance")}
    kinds = reader.rows(KINDS, "kind", kind_rows.KindRow)
    names = kind_rows.kind_ids(kinds)
    checklists = reader.toml(CHECKLISTS, *(("conditions", *names) if names else ()))
    if KINDS in reader.unread | reader.lacking:  # what it would name is checked, too
        names = [each for each in checklists if each != "conditions"]
    forms = reader.toml(FORMS, "form", "given")
    citing = reader.toml(CITES, "cite", "words")
    return EditionFiles(
        edition=status,
        points=reader.rows(POINTS, "point", rows.PointRow),
        timings=reader.table(rows.TimingRow, TERMS, "timing", terms),
        pauses=reader.table(rows.PauseRow, TERMS, "pause", terms),
        fee=reader.row(rows.FeeRow, TERMS, "fee", terms.get("fee", {})),
        grounds=reader.table(rows.RefusalRow, TERMS, "refusal_ground", terms),
        acceptance=reader.row(rows.AcceptanceRow, TERMS, "acceptance", terms["acceptance"])
        if "acceptance" in terms
        else None,
        kinds=kinds,
        checklists={each: reader.table(kind_rows.ItemRow, CHECKLISTS, each, checklists) for each in names},
        conditions=reader.row(
            question_rows.ConditionsRow, CHECKLISTS, "conditions", question_rows.conditions_of(checklists)
        ),
        questions=reader.rows(QUESTIONS, "question", question_rows.QuestionRow),
        forms=reader.table(rows.FormRow, FORMS, "form", forms),
        given=reader.row(rows.GivenRow, FORMS, "given", forms.get("given", {})),
        defects=reader.rows(DEFECTS, "defect", rows.DefectRow),
        indicators=reader.rows(INDICATORS, "indicator", rows.IndicatorRow),
        targets=reader.table(rows.TargetRow, TARGETS, "target", {"target": [], **reader.toml(TARGETS, "target")}),
        complaint_term=reader.row(
            rows.ComplaintTermRow, COMPLAINTS, "term", reader.toml(COMPLAINTS, "term").get("term", {})
        ),
        regions=reader.rows(REGIONS, "region", unit_rows.RegionRow),
        units={
            appendix: reader.lines(units_file(appendix), unit_rows.UnitRow)
            for appendix in _unit_appendices(reader.folder, status)
        },
        patterns=reader.table(unit_names.PatternRow, NAMES, "pattern", naming),
        endings=reader.table(unit_names.EndingRow, NAMES, "ending", naming),
        aliases=beside.shared_lines(ALIASES, unit_rows.AliasRow),
        places=reader.lines(PLACES, unit_rows.PlaceRow),
        decrees=read_decrees(reader),
        cites=reader.table(cite_rows.CiteRow, CITES, "cite", citing),
        words=reader.table(cite_rows.WordsRow, CITES, "words", citing),
        texts={language: reader.messages(texts_folder(language)) for language in Language},
        templates=reader.files(PAPERS, "docx"),
    )


def _unit_appendices(folder: Path, status: Entry[rows.EditionRow]) -> list[int]:
    """The appendices with a file of units, and those that edition.toml counts, whose file may be missing."""
    there = {found[1] for each in folder.glob("units/*") if (found := _UNITS_FILE.fullmatch(each.name))}
    counted = {name for name in (status.row.counts.units if status.row else ()) if name.isdecimal()}
    return sorted(map(int, there | counted))


def read_status(reader: FolderReader) -> Entry[rows.EditionRow]:
    """Reads edition.toml."""
    return reader.row(rows.EditionRow, EDITION, "", reader.toml(EDITION))


def read_decrees(reader: FolderReader) -> list[Entry[rows.CalendarDayRow]]:
    """Reads calendar.toml."""
    return reader.rows(CALENDAR, "day", rows.CalendarDayRow)
