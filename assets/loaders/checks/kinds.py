"""What must hold for each kind of application: its forms, documents and paper are there and fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assets.loaders import edition_files as files
from assets.loaders.files import RowChecks, values
from assets.loaders.question_rows import pairs_of
from domain.applications.form_lines import find_blank
from domain.offices.units import UnitKind
from domain.standard.edition import ItemRole
from domain.standard.forms import FieldSource, Given, Shape
from domain.standard.questions import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from assets.loaders.edition_files import EditionFiles
    from assets.loaders.edition_rows import FieldRow, PreparedFormRow
    from assets.loaders.files import Entry, FolderReader
    from assets.loaders.kind_rows import PreparedKindRow
    from assets.loaders.question_rows import QuestionRow


DATES = frozenset({Kind.PAST_DATE, Kind.START_DATE, Kind.END_DATE})
OF_DOCUMENT = (False, False, True, False)  # which parts are dates: kind, number, day of issue, issuer


class KindChecks(RowChecks):
    """Checks that each kind of application is complete: its forms, questions, documents and paper."""

    def __init__(self, edition: EditionFiles, reader: FolderReader) -> None:
        super().__init__(reader)
        self._edition = edition
        self._kinds = [(each, each.row) for each in edition.kinds if each.row]
        self._forms = {each.row.id: each.row for each in edition.forms if each.row}

    def run(self) -> None:
        """Checks everything."""
        if not self._edition.kinds and files.KINDS not in self._unread:
            self._faults.add(files.KINDS, "kind", "", "empty")
        ids = [(each, each.value("id")) for each in self._edition.kinds]
        self._repeated(ids, "id")
        self._repeated([(entry, name) for entry, row in self._kinds for name in row.continues], "continues")
        for entry, row in self._kinds:
            self._check_forms(entry, row)
            self._check_documents(row.id)
        self._check_every_form()
        self._check_copies()
        self._check_area()

    def _check_forms(self, entry: Entry[PreparedKindRow], row: PreparedKindRow) -> None:
        known = values(self._edition.forms, "id")
        for field, name in row.forms:
            if name not in known:
                self._unknown(entry, field, name, files.FORMS)
            elif form := self._forms.get(name):
                self._check_parts(row.id, form)
        if row.paper and (paper := self._forms.get(row.paper.form)):
            parts = {part for line in paper.field for part in line.parts}
            for part in row.paper.confirmed:
                if part not in parts:
                    self._unknown(entry, "paper confirmed", part, files.FORMS)

    def _check_parts(self, kind: str, form: PreparedFormRow) -> None:
        """Each part of a line is answered or filled in, and can be written there as a person would."""
        given = self._edition.given.row.parts if self._edition.given.row else {}
        asked = {row.id: row for row in self._asked(kind)}
        known = {*given, *asked}
        dates = {part for part, what in given.items() if what is Given.PAPER_DATE}
        dates |= {name for name, row in asked.items() if row.kind in DATES}
        entry = next(each for each in self._edition.forms if each.row is form)
        if self._edition.given.row is None or not all(each.row for each in self._edition.questions):
            return
        for number, line in enumerate(form.field, 1):
            for part in line.parts if line.source is not FieldSource.HAND else ():
                if part not in known:
                    self._unknown(entry, f"field #{number} parts", part, files.QUESTIONS)
                elif part in asked and line.shape is not Shape.DATE and not _is_named(asked[part]):
                    self._add(entry, f"field #{number} parts", "no-printed", value=part)
            if line.source is not FieldSource.HAND and known.issuperset(line.parts) and not _fits(line, dates):
                self._add(entry, f"field #{number} shape", "other-shape", value=line.shape.value)

    def _check_documents(self, kind: str) -> None:
        entries = self._edition.checklists.get(kind, [])
        told = [(each, each.row.role) for each in entries if each.row and each.row.role]
        self._repeated([(entry, role.value) for entry, role in told], "role")
        whole = files.CHECKLISTS not in self._unread and all(each.row for each in entries)
        if whole and ItemRole.APPLICATION not in {role for _, role in told}:
            self._faults.add(files.CHECKLISTS, kind, "role", "no-item", kind=kind, value=ItemRole.APPLICATION.value)

    def _check_every_form(self) -> None:
        """No two kinds share a form, and no form is without a kind."""
        told = [(entry, name) for entry, row in self._kinds for _, name in row.forms]
        self._repeated(told, "form")
        if files.KINDS in self._unread or len(self._kinds) < len(self._edition.kinds):
            return
        for form in self._edition.forms:
            if form.row and form.row.id not in {name for _, name in told}:
                self._unknown(form, "id", form.row.id, files.KINDS)

    def _check_copies(self) -> None:
        """Copies are counted by a number that is asked, and by choices that there are."""
        for kind, entries in self._edition.checklists.items():
            asked = {row.id: row for row in self._asked(kind)}
            for entry in entries:
                copies = entry.row.copies if entry.row else None
                if copies is None or not all(each.row for each in self._edition.questions):
                    continue
                if copies.of not in asked or asked[copies.of].kind is not Kind.COUNT:
                    self._unknown(entry, "copies of", copies.of, files.QUESTIONS)
                for question, value in pairs_of(copies.one_more):
                    if question not in asked or value not in {each.value for each in asked[question].choices}:
                        self._add(entry, "copies one_more", "no-choice", question=question, value=value)

    def _check_area(self) -> None:
        """The name of each office says its area, if a form has it."""
        given = self._edition.given.row
        if given is None or Given.OFFICE_AREA not in given.parts.values():
            return
        for entries in self._edition.units.values():
            for unit in entries:
                if unit.row and unit.row.kind is UnitKind.OFFICE and not _names_area(unit.row.name, given.area_after):
                    self._add(unit, "name", "no-territory", value=given.area_after.strip())

    def _asked(self, kind: str) -> Iterator[QuestionRow]:
        return (each.row for each in self._edition.questions if each.row and kind in each.row.of)


def _is_named(question: QuestionRow) -> bool:
    """Whether papers can call each choice otherwise than by the id that is kept."""
    return all(each.printed or each.text for each in question.choices)


def _fits(line: FieldRow, dates: Collection[str]) -> bool:
    """Whether the parts of a line can be put together as its shape says: dates are written only as such."""
    dated = tuple(part in dates for part in line.parts)
    match line.shape:
        case Shape.DOCUMENT:
            return dated == OF_DOCUMENT
        case Shape.TERM:
            return dated == (True, True)
        case Shape.DATE:
            return all(dated)
    return all(dated) if find_blank(line.label) else not any(dated)


def _names_area(name: str, after: str) -> bool:
    return bool(after and name.partition(after)[2])
