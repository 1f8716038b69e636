"""What must hold between the rows of an edition: nothing is lost, said twice, or refers to what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assets.loaders import edition_files as files
from assets.loaders.cites import Citations, appendix_number, check_cites
from assets.loaders.files import RowChecks, values
from assets.loaders.kind_checks import KindChecks
from assets.loaders.kind_rows import kind_ids
from assets.loaders.question_rows import check_conditions, check_questions
from assets.loaders.unit_checks import UnitChecks
from domain.applications.deadlines import REFUSAL, RESULT
from domain.calendar import TermUnit
from domain.standard.edition import ALWAYS
from domain.standard.refusals import GroundSubject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assets.loaders.edition_files import EditionFiles
    from assets.loaders.edition_rows import AreaRow
    from assets.loaders.files import Entry, FolderReader

# Terms that the program itself asks for by name.
TIMINGS = (RESULT, "waiting", "serving", "collecting")
COUNTED_IN_DAYS = (RESULT, REFUSAL)
DAYS = (TermUnit.WORKING_DAYS, TermUnit.CALENDAR_DAYS)


class EditionCheck(RowChecks):
    """Checks the rows of one edition against each other; what is wrong is noted with the faults of its reader."""

    def __init__(self, edition: EditionFiles, reader: FolderReader) -> None:
        super().__init__(reader)
        self._edition = edition
        self._folder = reader.folder.name
        if not isinstance(edition.edition.value("appendices"), list | tuple):
            self._unread |= {files.EDITION}
        self._units = UnitChecks(edition, reader)
        self._kinds = KindChecks(edition, reader)

    def run(self) -> None:
        """Checks everything."""
        self._check_status()
        self._check_counts()
        self._check_order()
        self._check_repetitions()
        self._check_citations()
        if files.CITES not in self._unread:
            check_cites(self._edition.cites, self._edition.words, self._faults)
        self._check_rules()
        self._check_grounds()
        self._check_questions()
        self._kinds.run()
        self._units.run()
        self._check_places()
        self._check_years()

    def _check_status(self) -> None:
        status = self._edition.edition
        if status.row and status.row.id != self._folder:
            self._add(status, "id", "other-folder", folder=self._folder)
        if status.row:
            self._repeated([(status, name) for name in status.row.appendices], "appendices")

    def _check_counts(self) -> None:
        """As many rows as edition.toml says; invalid ones count, since they are there."""
        edition = self._edition
        row = edition.edition.row
        if row is None:
            return
        counted: list[tuple[str, Sequence[Any], int]] = [
            (files.POINTS, edition.points, row.counts.points),
            (files.REGIONS, edition.regions, row.counts.regions),
            (files.FORMS, edition.forms, row.counts.forms),
            (files.INDICATORS, edition.indicators, row.counts.indicators),
        ]
        for appendix in edition.units:
            if str(appendix) in row.counts.units:
                counted.append((files.units_file(appendix), edition.units[appendix], row.counts.units[str(appendix)]))
            else:
                self._add(edition.edition, f"counts units {appendix}", "missing")
        for name in row.counts.units:
            if name not in map(str, edition.units):
                self._add(edition.edition, f"counts units {name}", "unknown-field")
        for file, entries, wanted in counted:
            if len(entries) != wanted and file not in self._unread:
                self._faults.add(file, "", "", "count", wanted=wanted, found=len(entries))

    def _check_order(self) -> None:
        """Points are numbered in the order in which they stand."""
        for expected, each in enumerate(self._edition.points, 1):
            if each.row and each.row.number != expected:
                self._add(each, "number", "order", wanted=expected, found=each.row.number)

    def _check_repetitions(self) -> None:
        edition = self._edition
        tables: tuple[Sequence[Entry[Any]], ...] = (
            *(edition.timings, edition.pauses, edition.grounds, edition.defects, edition.regions, edition.forms),
            *edition.checklists.values(),
        )
        for table in tables:
            self._repeated([(each, each.value("id")) for each in table], "id")
        self._repeated([(each, _name_of_point(each, place)) for place, each in enumerate(edition.points, 1)], "id")
        self._repeated([(each, each.value("number")) for each in edition.indicators], "number")
        self._repeated([(each, each.value("name")) for each in edition.regions], "name")
        self._repeated([(each, each.value("appendix")) for each in edition.forms], "appendix")
        self._repeated([(each, each.value("unit")) for each in edition.places], "unit")
        self._repeated([(each, each.value("when")) for each in edition.decrees], "when")
        self._repeated([(each, (each.row.year, each.row.row)) for each in edition.targets if each.row], "row")
        for form in edition.forms:
            self._repeated([(form, line.id) for line in (form.row.field if form.row else ())], "field id")

    def _check_citations(self) -> None:
        """Each citation begins with a point or an appendix that the edition has."""
        if self._unread & {files.EDITION, files.POINTS}:
            return
        find = citations_of(self._edition).find
        for entry, field, text in self._edition.cited:
            if find(text) is None:
                self._add(entry, field, "no-citation", value=text)

    def _check_rules(self) -> None:
        edition = self._edition
        for_documents = (REFUSAL,) if edition.grounds_about(GroundSubject.DOCUMENTS) else ()
        self._check_needed(files.TERMS, "timing", (*TIMINGS, *for_documents), edition.timings)
        self._check_clocks()
        answer = edition.complaint_term
        if answer.row and answer.row.days_with_check < answer.row.days:
            self._add(answer, "days_with_check", "too-small", limit=answer.row.days)
        items = values(edition.items, "id")
        indicators = values(edition.indicators, "number")
        appendices = set(map(appendix_number, _appendices(edition)))
        for defect in edition.defects:
            for item in defect.row.items if defect.row else ():
                if item not in items:
                    self._unknown(defect, "items", item, files.CHECKLISTS)
        for target in edition.targets:
            if target.row and target.row.row not in indicators:
                self._unknown(target, "row", target.row.row, files.INDICATORS)
        for form in edition.forms:
            if form.row and form.row.appendix not in appendices:
                self._unknown(form, "appendix", form.row.appendix, files.EDITION)

    def _check_grounds(self) -> None:
        """What is missing is explained item by item, a ground on substance as a whole."""
        for ground in self._edition.grounds_about(GroundSubject.DOCUMENTS):
            if ground.value("explain"):
                self._add(ground, "explain", "unknown-field")

    def _check_clocks(self) -> None:
        """The terms of a case are counted in days, and a pause stops the one by which the office must act."""
        for each in self._edition.timings:
            if each.row is None:
                continue
            unit, ends = TermUnit(each.row.unit), each.row.ends_on_day_off
            if each.row.id in COUNTED_IN_DAYS and unit is TermUnit.MINUTES:
                self._add(each, "unit", "not-one-of", allowed=", ".join(DAYS))
            if (ends is None) is (unit is TermUnit.CALENDAR_DAYS):
                self._add(each, "ends_on_day_off", "missing" if ends is None else "unknown-field")
        for pause in self._edition.pauses:
            for name in pause.row.stops if pause.row else ():
                if name not in COUNTED_IN_DAYS:
                    self._add(pause, "stops", "not-one-of", allowed=", ".join(COUNTED_IN_DAYS))
            if pause.row and RESULT not in pause.row.stops:
                self._add(pause, "stops", "no-row", value=RESULT)

    def _check_questions(self) -> None:
        """Questions fit together, and items are needed under conditions that there are."""
        edition = self._edition
        if files.QUESTIONS not in self._unread:
            check_questions(edition.questions, kind_ids(edition.kinds), self._faults)
            check_conditions(edition.conditions, edition.questions, self._faults)
        kinds = kind_ids(edition.kinds)
        for question in edition.questions:
            for kind in question.row.of if question.row else ():
                if kind not in kinds:
                    self._unknown(question, "of", kind, files.KINDS)
        conditions = {ALWAYS, *(edition.conditions.row.conditions if edition.conditions.row else ())}
        for each in edition.items if edition.conditions.row else ():
            if each.row and each.row.condition not in conditions:
                self._unknown(each, "condition", each.row.condition, files.CHECKLISTS)

    def _check_needed(self, file: str, table: str, wanted: Iterable[str], entries: Sequence[Entry[Any]]) -> None:
        there = values(entries, "id")
        if file not in self._unread:
            for name in wanted:
                if name not in there:
                    self._faults.add(file, table, "id", "no-row", value=name)

    def _check_places(self) -> None:
        """Each unit has a place, each place a unit, within the area of the edition."""
        edition = self._edition
        units = [each for entries in edition.units.values() for each in entries]
        known, placed = values(units, "id"), values(edition.places, "unit")
        for place in edition.places:
            if place.row and place.row.unit not in known and self._units.all_read:
                self._unknown(place, "unit", place.row.unit, files.UNITS)
        if files.PLACES not in self._unread:
            for each in units:
                if isinstance(unit := each.value("id"), str) and unit not in placed:
                    self._add(each, "", "no-place", unit=unit)
        if edition.edition.row:
            self._check_area(edition.edition.row.area)

    def _check_area(self, area: AreaRow) -> None:
        for each in self._edition.places:
            if each.row and not area.south <= each.row.lat <= area.north:
                self._add(each, "lat", "outside", first=area.south, last=area.north)
            if each.row and not area.west <= each.row.lon <= area.east:
                self._add(each, "lon", "outside", first=area.west, last=area.east)

    def _check_years(self) -> None:
        """Decrees and targets are of years that the calendar of the edition knows."""
        status = self._edition.edition.row
        if status is None:
            return
        first, last = status.calendar.first_year, status.calendar.last_year
        for decree in self._edition.decrees:
            if decree.row and not first <= decree.row.when.year <= last:
                self._add(decree, "when", "outside", first=first, last=last)
        for target in self._edition.targets:
            if target.row and not status.adopted.year <= target.row.year <= last:
                self._add(target, "year", "outside", first=status.adopted.year, last=last)


def citations_of(edition: EditionFiles) -> Citations:
    """What the rules of the edition may cite; a point has the number of its place even if its row is invalid."""
    points = {_name_of_point(each, number): number for number, each in enumerate(edition.points, 1)}
    return Citations(points, _appendices(edition))


def _name_of_point(point: Entry[Any], number: int) -> str:
    return str(point.value("id") or number)


def _appendices(edition: EditionFiles) -> tuple[str, ...]:
    told = edition.edition.value("appendices")
    return tuple(each for each in told if isinstance(each, str)) if isinstance(told, list | tuple) else ()
