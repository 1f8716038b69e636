"""kinds.toml, checklists.toml and papers.toml: the kinds of application, the documents of each, and what papers say.

A word that papers.toml leaves out is the program's, which names no act; so are all of an edition without this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from assets.loaders.edition_rows import Id, Row, Text
from assets.loaders.question_rows import Conditions, read_conditions
from domain.standard.edition import ChecklistItem, Copies, ItemRole, Presentation
from domain.standard.kinds import ApplicationKind, ResultPaper
from domain.standard.paper_words import PaperWords

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assets.loaders.edition_rows import Cite
    from assets.loaders.files import Entry, FolderReader

FILE, WORDS_FILE = "kinds.toml", "papers.toml"
_ANY = r"[^{}]|\{\{\w+\}\}"  # words, and places that a template fills in
OfAct = Annotated[str, Field(pattern=rf"^(?:{_ANY}|\{{(?:title|act)\}})+$")]
OfComplaint = Annotated[str, Field(pattern=rf"^(?:{_ANY}|\{{(?:result|form)\}})+$")]
OfCourt = Annotated[str, Field(pattern=rf"^(?:{_ANY}|\{{court\}})+$")]


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


def kind_ids(entries: Iterable[Entry[PreparedKindRow]]) -> list[str]:
    """The ids of the kinds in their order, also of invalid rows."""
    return list(dict.fromkeys(name for each in entries if isinstance(name := each.value("id"), str)))


class PaperWordsRow(Row):
    """papers.toml, [words]."""

    act: str = ""
    heading: str = ""
    heading_of_point: str = ""
    refused: OfAct = '"{title}" ({act}): отказано.'
    shortfalls: Text = "Пакет документов не полон:"
    missing: Text = "В пакете документов не хватает:"
    ground: Text = "Основание отказа:"
    lacks: Text = "Чего нет или что не годится:"
    complain: OfComplaint = (
        "Если Вы не согласны с отказом, подайте жалобу ({result}): {{akimat_name}}, {{akimat_address}}. "
        "Приложите копию заявления ({form})."
    )
    court: OfCourt = "Вы также вправе обратиться в суд ({court})."
    service: OfAct = '"{title}".'
    of_result: Text = "о несогласии с результатом"
    of_service: Text = "на обслуживание"
    unfiled_copy: Text = "копия заявления, если оно подавалось"
    table: Text = "Показатели"
    columns: tuple[Text, Text, Text, Text] = ("Показатель", "Норматив", "Цель на следующий год", "Значение")

    def to_domain(self) -> PaperWords:
        """The words."""
        return PaperWords(**self.model_dump())


def read_paper_words(reader: FolderReader) -> Entry[PaperWordsRow]:
    """Reads papers.toml, if the edition has one."""
    content = reader.toml(WORDS_FILE, "words") if (reader.folder / WORDS_FILE).exists() else {}
    return reader.row(PaperWordsRow, WORDS_FILE, "words", content.get("words", {}))
