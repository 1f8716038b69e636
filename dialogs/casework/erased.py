"""What the books keep of erased cases: numbers and days, and in the place of a name that it was erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import slug
from domain.applications.case import State

if TYPE_CHECKING:
    from dialogs.casework.registers import Cell
    from dialogs.ui.texts import Texts
    from domain.privacy import Remains


def journal_cells(left: Remains, texts: Texts) -> dict[str, Cell]:
    """Column of the journal → what is left; the other columns are empty."""
    return {
        "entry": left.journal,
        "kind": texts.plain(f"paper-{left.kind}"),
        "certificate": left.certificate,
        "name": texts.plain("work-erased"),
        "handed": left.ended_on,
    }


def export_cells(left: Remains, texts: Texts) -> dict[str, Cell]:
    """The same of the table of cases."""
    ended = {State.REFUSED: "decided", State.ISSUED: "handed"}.get(State(left.outcome), "")
    return {
        "number": left.number,
        "filed": left.filed_on,
        "kind": texts.plain(f"paper-{left.kind}"),
        "name": texts.plain("work-erased"),
        "state": texts.plain(f"work-state-{slug(left.outcome)}-short"),
        "certificate": left.certificate,
        ended: left.ended_on,
    }
