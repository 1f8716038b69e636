"""kinds.toml: the kinds of application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assets.loaders.edition_rows import Id, Row, Text
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


class PreparedKindRow(Row):
    """kinds.toml, [[kind]] of an edition in preparation, which need not end with a paper."""

    id: Id
    form: Id
    file_name: Id
    paper: PaperRow | None = None
    continues: tuple[Id, ...] = ()
    further_materials: Text | None = None

    def to_domain(self, cite: Cite) -> ApplicationKind:
        """The kind of application."""
        rule = cite(self.further_materials) if self.further_materials else None
        paper = self.paper.to_domain() if self.paper else None
        return ApplicationKind(self.id, self.form, self.file_name, paper, self.continues, rule)

    @property
    def forms(self) -> list[tuple[str, str]]:
        """The field that names each of its forms, and the form."""
        return [("form", self.form), *([("paper form", self.paper.form)] if self.paper else [])]


class KindRow(PreparedKindRow):
    """kinds.toml, [[kind]]."""

    paper: PaperRow


def kind_ids(entries: Iterable[Entry[PreparedKindRow]]) -> list[str]:
    """The ids of the kinds in their order, also of invalid rows."""
    return list(dict.fromkeys(name for each in entries if isinstance(name := each.value("id"), str)))
