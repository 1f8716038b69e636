"""Descriptions of content that is made when a message is sent; they wait in the row of the message as plain values.

A description holds whatever determines the content, so neither a crash nor a delay changes what was promised: the same
case gives the same bytes. Tables and charts show the state at the moment they are made, and say when that was.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint

CASE, COMPLAINT = "case", "complaint"


@dataclass(frozen=True, slots=True)
class GeneratedContent:
    """A description. `kind` identifies it in stored rows, so the kinds and fields of old rows must stay readable."""

    kind: ClassVar[str]
    is_text: ClassVar[bool] = False  # the text itself is made, and may replace that of an earlier message


@dataclass(frozen=True, slots=True)
class Blank(GeneratedContent):
    """A form of an edition to fill in by hand, by its id.

    An older version of the bot gave the number of its appendix, a still older one no edition.
    """

    kind = "blank"
    form: str
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Application(GeneratedContent):
    """The application in its state at that moment, to read, or to print and sign."""

    kind = "application"
    case: str


@dataclass(frozen=True, slots=True)
class ApplicationPackage(GeneratedContent):
    """The application in its state at that moment, whose PDF also says what to bring and where, in this language."""

    kind = "application-package"
    case: str
    language: str


@dataclass(frozen=True, slots=True)
class StampedCopy(GeneratedContent):
    """The copy of a registered application (point 14); `complete` adds the stamp for the complete package.

    `complaint` is set if the copy goes to whoever handles that complaint (point 24).
    """

    kind = "stamped-copy"
    case: str
    complete: bool
    complaint: str = ""

    @classmethod
    def of(cls, case: Case, complaint: str = "") -> StampedCopy:
        """The copy with the stamps it has at present."""
        return cls(case.id, case.complete_at is not None, complaint)


@dataclass(frozen=True, slots=True)
class CaseCalendar(GeneratedContent):
    """The days of a case for the calendar of a phone, as they were when it was asked for.

    Attributes:
        version: Of the case, which was changed at `changed` (ISO 8601).
        term: The id of the term that runs, with its `last` day and the working day before it; all empty if none runs.
        visit: The announced day, which was said at `visit_said`; both empty if nobody is expected.
        visit_revision: How often a visit was announced or cancelled until then.
    """

    kind = "case-calendar"
    case: str
    language: str
    version: int
    changed: str
    term: str = ""
    last: str = ""
    reminder: str = ""
    visit: str = ""
    visit_said: str = ""
    visit_revision: int = 0


@dataclass(frozen=True, slots=True)
class Certificate(GeneratedContent):
    """The certificate or reference note of an approved case (appendices 5 and 6)."""

    kind = "certificate"
    case: str


@dataclass(frozen=True, slots=True)
class RefusalLetter(GeneratedContent):
    """The letter of refusal (point 16)."""

    kind = "refusal-letter"
    case: str


@dataclass(frozen=True, slots=True)
class ComplaintSlip(GeneratedContent):
    """The slip of an accepted complaint (point 25), with the last day for the answer as promised then (ISO 8601)."""

    kind = "slip"
    complaint: str
    due: str

    @classmethod
    def of(cls, complaint: Complaint) -> ComplaintSlip:
        """The slip with the present last day."""
        return cls(complaint.id, str(complaint.answer_by))


@dataclass(frozen=True, slots=True)
class ComplaintLetter(GeneratedContent):
    """A complaint to print and sign (point 22); `files` is the number of the author's enclosures."""

    kind = "complaint-letter"
    complaint: str
    files: int


@dataclass(frozen=True, slots=True)
class ComplaintPackage(GeneratedContent):
    """A complaint with what goes along, as one PDF to print; `uploads` are the ids of the author's files in it."""

    kind = "complaint-package"
    complaint: str
    uploads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WholeCase(GeneratedContent):
    """A whole case as one PDF for the file; `uploads` are the ids of the applicant's copies in it."""

    kind = "whole-case"
    case: str
    language: str
    uploads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Attached(GeneratedContent):
    """A file attached to a case or complaint."""

    kind = "attached"
    to: str  # CASE or COMPLAINT
    record: str
    upload: int
    name: str


@dataclass(frozen=True, slots=True)
class Part(GeneratedContent):
    """One part of the archive of data held about its recipient.

    `number` counts from 1; `uploads` are the ids of the attached files in it.
    """

    kind = "my-data"
    number: int
    of: int
    uploads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copy(GeneratedContent):
    """A file that its recipient has attached."""

    kind = "my-file"
    upload: int
    name: str


@dataclass(frozen=True, slots=True)
class Proof(GeneratedContent):
    """The proof of a case's history, up to that moment."""

    kind = "proof"
    case: str
    language: str


@dataclass(frozen=True, slots=True)
class Journal(GeneratedContent):
    """The journal of a unit and year (point 15) as a workbook."""

    kind = "journal"
    unit: str
    year: int
    language: str


@dataclass(frozen=True, slots=True)
class JournalPage(GeneratedContent):
    """The last entries of a journal, as text."""

    kind = "journal-page"
    is_text = True
    unit: str
    year: int
    language: str


@dataclass(frozen=True, slots=True)
class Export(GeneratedContent):
    """The cases a unit registered from the first to the last day (ISO 8601), as `xlsx` or `csv`."""

    kind = "export"
    unit: str
    first: str
    last: str
    form: str
    language: str


@dataclass(frozen=True, slots=True)
class Chart(GeneratedContent):
    """The indicators of a place (`IndicatorScope.code`) and `Period.code`; `how` adds how they are computed.

    Without the id of an edition, under the current one: an older version of the bot did not say.
    """

    kind = "chart"
    is_text = True
    extent: str
    period: str
    language: str
    how: bool = False
    edition: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorFile(GeneratedContent):
    """The indicators in the shape of appendix 9 (`docx`), or the data behind them (`xlsx`)."""

    kind = "indicators"
    extent: str
    period: str
    form: str
    language: str
    edition: str = ""


PAPERS = (
    *(Blank, Application, ApplicationPackage, StampedCopy, Certificate, RefusalLetter),
    *(ComplaintSlip, ComplaintLetter),
)
Drawn = Proof | Journal | JournalPage | Export | Chart | IndicatorFile  # their captions are made, too
KINDS: Mapping[str, type[GeneratedContent]] = {
    each.kind: each
    for each in (
        *PAPERS,
        *(CaseCalendar, ComplaintPackage, WholeCase, Attached, Part, Copy, Proof),
        *(Journal, JournalPage, Export, Chart, IndicatorFile),
    )
}


def has_pdf(made: GeneratedContent | None) -> bool:
    """Whether it is a DOCX that is sent with its PDF: a paper to print and sign, or the table of appendix 9."""
    return isinstance(made, PAPERS) or (isinstance(made, IndicatorFile) and made.form == "docx")


def write_description(made: GeneratedContent) -> dict[str, Any]:
    """Turns a description into the value stored in a row; one without an edition does not name it, as ever."""
    row = {"kind": made.kind, **asdict(made)}
    return row if row.get("edition", True) else {name: value for name, value in row.items() if name != "edition"}


def kind_of(row: Mapping[str, Any]) -> str:
    """The kind of the description in a row, known or not; the oldest rows do not name it."""
    kind: str = row.get("kind", Copy.kind if "upload" in row else Part.kind)
    return kind


def read_description(row: Mapping[str, Any]) -> GeneratedContent:
    """Reads the description in a row.

    Raises:
        KeyError: a newer version of the program wrote it.
    """
    kind = kind_of(row)
    values = {name: value for name, value in row.items() if name != "kind"}
    if "appendix" in values:
        values["form"] = str(values.pop("appendix"))
    if "uploads" in values:
        values["uploads"] = tuple(values["uploads"])
    return KINDS[kind](**values)
