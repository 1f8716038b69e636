"""kinds.toml and checklists.toml: the kinds of application, and the documents of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from assets.loaders.edition_rows import Id, Row, Text
from assets.loaders.question_rows import Conditions, read_conditions
from domain.standard.edition import ChecklistItem, Copies, ItemRole, Presentation
from domain.standard.kinds import ApplicationKind, ResultPaper

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assets.loaders.edition_rows import Cite
    from assets.loaders.files import Entry

FILE = "kinds.toml"


class PaperRow(Row):
    """kinds.toml, [kind.paper]."""

    form: Id
    file_name: Id
    refused: Text
    confirmed: tuple[Id, ...]

    def to_domain(self) -> ResultPaper:
        """What the application ends with."""
        return ResultPaper(self.form, self.file_name, self.refused, self.confirmed)


class KindRow(Row):
    """kinds.toml, [[kind]]."""

    id: Id
    form: Id
    file_name: Id
    paper: PaperRow
    continues: tuple[Id, ...] = ()
    further_materials: Text | None = None

    def to_domain(self, cite: Cite) -> ApplicationKind:
        """The kind of application."""
        rule = cite(self.further_materials) if self.further_materials else None
        return ApplicationKind(self.id, self.form, self.file_name, self.paper.to_domain(), self.continues, rule)


class CopiesRow(Row):
    """checklists.toml, `copies` of an item."""

    of: Id
    one_more: Conditions = Field(default_factory=dict)

    def to_domain(self) -> Copies:
        """How many are required."""
        return Copies(self.of, read_conditions(self.one_more))


class ItemRow(Row):
    """checklists.toml, one table for each kind of application."""

    id: Id
    title: Text
    presentation: Presentation
    condition: Id
    upload: bool
    cites: Text
    copies: CopiesRow | None = None
    role: ItemRole | None = None

    def to_domain(self, cite: Cite) -> ChecklistItem:
        """The item of point 11."""
        return ChecklistItem(
            self.id,
            self.title,
            self.presentation,
            self.condition,
            self.upload,
            cite(self.cites),
            self.copies.to_domain() if self.copies else None,
            self.role,
        )


def kind_ids(entries: Iterable[Entry[KindRow]]) -> list[str]:
    """The ids of the kinds in their order, also of invalid rows."""
    return list(dict.fromkeys(name for each in entries if isinstance(name := each.value("id"), str)))
