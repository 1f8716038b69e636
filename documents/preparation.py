"""What a draft to carry to the office says beside the answers: what to bring, and what is not known of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.applications.checklist import needed
from domain.languages import Language
from domain.standard.forms import Given

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.applications.case import Case
    from domain.standard.edition import Standard

NONE_LISTED = "—"


def facts_of_draft(case: Case, standard: Standard) -> dict[Given, str]:
    """These facts, in the words of the edition; none where applications are filed under it."""
    if standard.preparation is None:
        return {}
    items = [each.item for each in needed(case, standard)]
    documents = (f"{each.title} ({standard.cites.write_citation(Language.RU, str(each.cites))})" for each in items)
    checked = standard.preparation.checked_on
    return {
        Given.CHECKED_ON: f"{checked.day:02}.{checked.month:02}.{checked.year:04}",
        Given.UNKNOWN: _numbered(each.text for each in standard.preparation.unknown),
        Given.DOCUMENTS: _numbered(documents),
        Given.MATERIALS: _numbered(f"{each.title} — {each.count} {each.kind}".strip() for each in case.materials),
    }


def _numbered(rows: Iterable[str]) -> str:
    return "\n".join(f"{number}. {each}" for number, each in enumerate(rows, 1)) or NONE_LISTED
