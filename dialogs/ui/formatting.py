"""The terms that run for a case, counted day by day: the same words for the applicant and for the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import cited
from dialogs.ui.dates import explain
from dialogs.ui.texts import paragraphs

if TYPE_CHECKING:
    from dialogs.ui.texts import Html, Texts
    from domain.applications.deadlines import Clocks


def clocks_text(clocks: Clocks, texts: Texts) -> Html:
    """Each term with its point and its days; that none runs where none does."""
    told = [
        paragraphs(texts(f"clock-{name}", cites=cited(point, texts)), explain(term, texts))
        for name, point, term in (("decision", "7", clocks.decision), ("refusal", "16", clocks.refusal))
        if term
    ]
    return paragraphs(*told) or texts("clock-none")
