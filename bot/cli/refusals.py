"""What a rule's refusal says in the terminal, in the language of the LANGUAGE setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.texts import unmark
from domain.applications.case import CaseState
from domain.casework.reassignment import Sharing, WorkLeft
from domain.errors import BadAnswer, IllegalMove, NoSuchCase, UnknownUnit

if TYPE_CHECKING:
    from dialogs.ui.texts import Html, Texts
    from domain.casework.reassignment import LeftWork
    from domain.errors import DomainError


def describe_refusal(error: DomainError, texts: Texts) -> str:
    """One line: what is wrong, and what to do."""
    match error:
        case UnknownUnit():
            said = [texts("bad-units-unknown", unit=str(error)), texts("terminal-find-unit")]
        case NoSuchCase():
            said = [texts("terminal-no-case", number=str(error))]
        case WorkLeft():
            said = _say_what_is_left(error.left, texts)
        case IllegalMove() if str(error) in set(CaseState):
            said = [texts("terminal-state", state=texts.plain(f"state-{str(error).replace('_', '-')}-short"))]
        case BadAnswer(reason="item"):
            said = [texts("terminal-item", item=", ".join(map(str, error.details.values())))]
        case BadAnswer():
            said = [texts(f"bad-{error.reason}", **error.details), texts("terminal-name")]
        case _:
            return f"{type(error).__name__}: {error}"
    return " ".join(" ".join(unmark(each) for each in said).split())


def _say_what_is_left(left: LeftWork, texts: Texts) -> list[Html]:
    """How much there is, and to whom it may go."""
    many = {"cases": len(left.cases), "complaints": len(left.complaints)}
    people = (f"{each.user_id} ({each.name})" for each in left.receivers)
    names = ", ".join((Sharing.QUEUE, Sharing.EVENLY, *people))
    counts = [texts(f"staff-left-{what}", count=count) for what, count in many.items() if count]
    return [*counts, texts("terminal-cases-to", names=names)]
