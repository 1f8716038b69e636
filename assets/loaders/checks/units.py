"""What must hold between units, regions, and the ids under which both are known for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assets.loaders import edition_files as files
from assets.loaders.files import RowChecks, values
from assets.loaders.units.names import LANGUAGES, UnitNames
from domain.offices.units import UnitKind, UnitLevel

if TYPE_CHECKING:
    from assets.loaders.edition_files import EditionFiles
    from assets.loaders.files import Entry, FolderReader
    from assets.loaders.units.rows import PreparedRegionRow, UnitRow


class UnitChecks(RowChecks):
    """Checks regions and units of one edition.

    Attributes:
        all_read: Whether each unit's id is known, so that an id that is not among them is a fault.
    """

    def __init__(self, edition: EditionFiles, reader: FolderReader) -> None:
        super().__init__(reader)
        self._edition = edition
        self._units = [each for entries in edition.units.values() for each in entries]
        self._rows = {each.row.id: each for each in self._units if each.row}
        self._known = values(self._units, "id")
        self._region_ids = values(edition.regions, "id")
        self._regions = {each.row.id: each.row for each in edition.regions if each.row}
        unread = any(files.units_file(appendix) in self._unread for appendix in edition.units)
        self.all_read = not unread and all(isinstance(each.value("id"), str) for each in self._units)

    def run(self) -> None:
        """Checks everything."""
        self._repeated([(each, each.value("id")) for each in self._units], "id")
        self._repeated([(each, each.value("code")) for each in self._units], "code")
        self._check_numbers()
        for region in self._edition.regions:
            if region.row:
                self._check_region(region, region.row)
        for unit in self._units:
            if unit.row:
                self._check_unit(unit, unit.row)
        self._check_names()
        self._check_aliases()

    def _check_numbers(self) -> None:
        """Each place in the print is taken by one row, in whatever order the rows stand."""
        status = self._edition.edition.row
        counts = status.counts.units if status else {}
        for appendix, entries in self._edition.units.items():
            self._repeated([(each, each.value("number")) for each in entries], "number")
            last = counts.get(str(appendix))
            for each in entries:
                if each.row and last is not None and each.row.number > last:
                    self._add(each, "number", "too-large", limit=last)

    def _check_region(self, region: Entry[Any], row: PreparedRegionRow) -> None:
        for field, kind in (("office", UnitKind.OFFICE), ("akimat", UnitKind.AKIMAT)):
            if named := getattr(row, field):  # an edition in preparation need not name an akimat
                self._check_is(region, field, named, (kind, UnitLevel.REGION, row.id))

    def _check_unit(self, unit: Entry[Any], row: UnitRow) -> None:
        """The region is there and names its own units; partners are of the other kind and name each other."""
        if row.region not in self._region_ids:
            self._unknown(unit, "region", row.region, files.REGIONS)
        region = self._regions.get(row.region)
        if region and row.level is UnitLevel.REGION:
            named = region.office if row.kind is UnitKind.OFFICE else region.akimat
            if row.id != named and named in self._known:  # else the region is told already
                self._add(unit, "level", "not-of-region", value=row.region, file=files.REGIONS)
        if row.partner is None:
            return
        other = UnitKind.AKIMAT if row.kind is UnitKind.OFFICE else UnitKind.OFFICE
        partner = self._check_is(unit, "partner", row.partner, (other, row.level, row.region))
        if partner and partner.row and partner.row.partner != row.id:
            self._add(unit, "partner", "partner", file=partner.file, row=partner.name)

    def _check_is(
        self, entry: Entry[Any], field: str, unit: str, wanted: tuple[UnitKind, UnitLevel, str]
    ) -> Entry[UnitRow] | None:
        """The unit a field names, if its row is valid; that it is another one than must stand there is noted."""
        if unit not in self._known and self.all_read:
            self._add(entry, field, "unknown", value=unit, file=files.UNITS)
        found = self._rows.get(unit)
        if found and found.row and (found.row.kind, found.row.level, found.row.region) != wanted:
            kind, level, region = wanted
            self._add(entry, field, "other-unit", value=unit, kind=kind, level=level, region=region)
        return found

    def _check_names(self) -> None:
        """Each unit has a name in every language: its official one, or one that a pattern makes."""
        patterns, endings = self._edition.patterns, self._edition.endings
        self._repeated([(each, each.value("id")) for each in patterns], "id")
        self._repeated([(each, (each.row.language, each.row.alone)) for each in endings if each.row], "alone")
        if files.NAMES in self._unread:
            return
        known = values(patterns, "id")
        names = UnitNames([], [each.row for each in endings if each.row])
        for unit in self._units:
            if unit.row is None:
                continue
            made = [language for language in LANGUAGES if unit.row.names[language] is None]
            if unit.row.pattern is None:
                for language in made:
                    self._add(unit, f"name_{language}", "missing")
            elif unit.row.pattern not in known:
                self._unknown(unit, "pattern", unit.row.pattern, files.NAMES)
            for language in made:
                served = unit.row.districts[language]
                if names.within(served, language) is None and all(each.row for each in endings):
                    self._unknown(unit, f"district_{language}", served, files.NAMES)

    def _check_aliases(self) -> None:
        """A code that records were made under stays that of its unit for ever, in every edition."""
        aliases = self._edition.aliases
        self._repeated([(each, (each.row.edition, each.row.was)) for each in aliases if each.row], "was")
        units = {each.row.was: each.row.id for each in aliases if each.row}
        for each in self._units:
            if each.row and units.get(each.row.code, each.row.id) != each.row.id:
                self._add(each, "id", "alias", code=each.row.code, value=units[each.row.code], file=files.ALIASES)
