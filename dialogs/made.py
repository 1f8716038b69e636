"""What is made when it is sent: descriptions, small and in plain values, that stand in a message's row until then.

A description says what fixes the content, so that a crash or a wait changes nothing of what was promised: the same
case, the same bytes. A table and a chart tell what is so at the moment they are made, and say which moment that was.
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
class Made:
    """A description. `kind` names it in the row; a row that has landed must go on to be read."""

    kind: ClassVar[str]
    is_text: ClassVar[bool] = False  # the text itself is made, and may take the place of another


@dataclass(frozen=True, slots=True)
class Blank(Made):
    """A form to fill by hand."""

    kind = "blank"
    appendix: int


@dataclass(frozen=True, slots=True)
class Application(Made):
    """The application as it stands when it is made: to look at, or to print and sign."""

    kind = "application"
    case: str


@dataclass(frozen=True, slots=True)
class StampedCopy(Made):
    """The copy of a registered application (point 14); `complete`: with the stamp of the day the package was whole.

    With a `complaint`, for whoever handles that one (point 24).
    """

    kind = "stamped-copy"
    case: str
    complete: bool
    complaint: str = ""

    @classmethod
    def of(cls, case: Case, complaint: str = "") -> StampedCopy:
        """The copy with the stamps that there are now."""
        return cls(case.id, case.complete_at is not None, complaint)


@dataclass(frozen=True, slots=True)
class Certificate(Made):
    """The certificate or reference note of an approved case (appendices 5 and 6)."""

    kind = "certificate"
    case: str


@dataclass(frozen=True, slots=True)
class RefusalLetter(Made):
    """The reasoned refusal (point 16)."""

    kind = "refusal-letter"
    case: str


@dataclass(frozen=True, slots=True)
class ComplaintSlip(Made):
    """The slip of an accepted complaint (point 25), with the last day of the answer as it was then (ISO 8601)."""

    kind = "slip"
    complaint: str
    due: str

    @classmethod
    def of(cls, complaint: Complaint) -> ComplaintSlip:
        """The slip with the term that runs now."""
        return cls(complaint.id, str(complaint.answer_by))


@dataclass(frozen=True, slots=True)
class ComplaintLetter(Made):
    """A complaint to print and sign (point 22); `files` of the author's go along."""

    kind = "complaint-letter"
    complaint: str
    files: int


@dataclass(frozen=True, slots=True)
class Attached(Made):
    """A file that was attached to a case or a complaint."""

    kind = "attached"
    to: str  # CASE or COMPLAINT
    record: str
    upload: int
    name: str


@dataclass(frozen=True, slots=True)
class Part(Made):
    """A part of all that is held about the person who gets it.

    `number` counts from 1; `uploads` are the ids of attached files that lie in it.
    """

    kind = "my-data"
    number: int
    of: int
    uploads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copy(Made):
    """A file that the person who gets it has attached."""

    kind = "my-file"
    upload: int
    name: str


@dataclass(frozen=True, slots=True)
class Proof(Made):
    """The proof of a case's history, as far as it goes when it is made."""

    kind = "proof"
    case: str
    language: str


@dataclass(frozen=True, slots=True)
class Journal(Made):
    """The journal of a unit and year (point 15) as a workbook."""

    kind = "journal"
    unit: str
    year: int
    language: str


@dataclass(frozen=True, slots=True)
class JournalPage(Made):
    """The last entries of that journal."""

    kind = "journal-page"
    is_text = True
    unit: str
    year: int
    language: str


@dataclass(frozen=True, slots=True)
class Export(Made):
    """The cases that a unit registered from the first to the last day (ISO 8601), as `xlsx` or `csv`."""

    kind = "export"
    unit: str
    first: str
    last: str
    form: str
    language: str


@dataclass(frozen=True, slots=True)
class Chart(Made):
    """The indicators of a place (`Extent.code`) and period (`Period.code`); with `how`, how they are computed."""

    kind = "chart"
    is_text = True
    extent: str
    period: str
    language: str
    how: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorFile(Made):
    """The same figures in the appendix's own shape (`docx`), or what they are computed from (`xlsx`)."""

    kind = "indicators"
    extent: str
    period: str
    form: str
    language: str


Drawn = Proof | Journal | JournalPage | Export | Chart | IndicatorFile  # the words of the message are made, too
KINDS: Mapping[str, type[Made]] = {
    each.kind: each
    for each in (
        *(Blank, Application, StampedCopy, Certificate, RefusalLetter, ComplaintSlip, ComplaintLetter),
        *(Attached, Part, Copy, Proof, Journal, JournalPage, Export, Chart, IndicatorFile),
    )
}


def described(made: Made) -> dict[str, Any]:
    """A description as a row holds it."""
    return {"kind": made.kind, **asdict(made)}


def read_description(row: Mapping[str, Any]) -> Made:
    """The description of a row; the earliest ones did not name their kind.

    Raises:
        KeyError: a newer program wrote it.
    """
    values = dict(row)
    kind = values.pop("kind", Copy.kind if "upload" in values else Part.kind)
    if kind == Part.kind:
        values["uploads"] = tuple(values["uploads"])
    return KINDS[kind](**values)
