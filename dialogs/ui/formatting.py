"""What all screens format alike: deadlines, citations, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.dates import explain, long_date
from dialogs.ui.texts import paragraphs
from domain.standard.cites import CiteRole

if TYPE_CHECKING:
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines


def deadlines_text(deadlines: CaseDeadlines, texts: Texts) -> Html:
    """The running or paused deadline with its point and days, or that none runs."""
    standing = deadlines.paused.deadline if deadlines.paused else None
    term = deadlines.decision or deadlines.refusal or standing
    if term is None:
        return texts("no-term-runs")
    cites = texts.cite(CiteRole.REFUSAL if deadlines.refusal else CiteRole.RESULT)
    title = texts(f"clock-{deadlines.term}", cites=cites)
    return paragraphs(title, explain(term, texts), _moved(deadlines, texts))


def _moved(deadlines: CaseDeadlines, texts: Texts) -> Html | None:
    """That another last day was told before, and by which decree it was moved."""
    moved = deadlines.moved
    return texts("clock-moved", said=long_date(moved.told, texts), source=moved.source) if moved else None


def cited(citation: str, texts: Texts) -> Html:
    """Formats a citation as `пункт 11.2` or `приложение 7`."""
    return texts.cited(citation)


def slug(name: str) -> str:
    """Turns a name of the domain into part of a text id."""
    return name.replace("_", "-")


def case_number(case: Case) -> str:
    """The incoming number, or an empty string for a draft."""
    return case.registration.number if case.registration else ""
