"""What is worded alike on every screen: terms day by day, citations, numbers, texts that must fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.dates import explain
from dialogs.ui.texts import paragraphs, safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines


def clocks_text(clocks: CaseDeadlines, texts: Texts) -> Html:
    """Each term with its point and its days; that none runs where none does."""
    told = [
        paragraphs(texts(f"clock-{name}", cites=cited(point, texts)), explain(term, texts))
        for name, point, term in (("decision", "7", clocks.decision), ("refusal", "16", clocks.refusal))
        if term
    ]
    return paragraphs(*told) or texts("clock-none")


def cited(citation: str, texts: Texts) -> Html:
    """`пункт 11.2`, `приложение 7`."""
    if citation.startswith("app."):
        return texts("cite-appendix", number=citation.removeprefix("app."))
    return texts("cite-point", number=citation)


def slug(name: str) -> str:
    """The part of a text's id that a name of the domain makes."""
    return name.replace("_", "-")


ROOM = 3000  # letters of one list: Telegram takes 4096 in a message


def number_of(case: Case) -> str:
    """The incoming number of a registered case."""
    return case.registration.number if case.registration else ""


def fitting(rows: Iterable[Html], room: int = ROOM) -> list[Html]:
    """The first of these rows, as many as one message takes; a mark stands for the others."""
    taken: list[Html] = []
    for row in rows:
        room -= len(row)
        if room < 0:
            return [*taken, safe("…")]
        taken.append(row)
    return taken
