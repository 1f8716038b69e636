"""What a rule's refusal or a faulty edition says in the terminal, in the language of the LANGUAGE setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assets.loaders.faults import AssetFaults
from bot.settings import BadSettings
from dialogs.ui.texts import describe_reason, unmark
from domain.applications.case import CaseState
from domain.casework.reassignment import Sharing, WorkLeft
from domain.errors import BadAnswer, CalendarUnknown, FormerUnit, IllegalMove, NoSuchCase, UnknownUnit

if TYPE_CHECKING:
    from bot.settings import Refusal
    from dialogs.ui.texts import Html, Texts
    from domain.casework.reassignment import LeftWork
    from domain.errors import DomainError


def describe_lines(error: Refusal | AssetFaults, texts: Texts) -> list[str]:
    """A line for each thing that is wrong."""
    if isinstance(error, AssetFaults):
        return describe_faults(error, texts)
    further = error.further if isinstance(error, BadSettings) else ()
    return [describe_reason(each, texts) for each in (error, *further)]


def describe_refusal(error: DomainError, texts: Texts) -> str:
    """One line: what is wrong, and what to do."""
    match error:
        case FormerUnit():
            said = [texts("bad-units-former", unit=str(error))]
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
        case CalendarUnknown():
            said = [texts("terminal-no-calendar", year=str(error))]
        case _:
            said = [texts("terminal-refused", why=f"{type(error).__name__} {error}")]
    return " ".join(" ".join(unmark(each) for each in said).split())


def _say_what_is_left(left: LeftWork, texts: Texts) -> list[Html]:
    """How much there is, and to whom it may go."""
    many = {"cases": len(left.cases), "complaints": len(left.complaints)}
    people = (f"{each.user_id} ({each.name})" for each in left.receivers)
    names = ", ".join((Sharing.QUEUE, Sharing.EVENLY, *people))
    counts = [texts(f"staff-left-{what}", count=count) for what, count in many.items() if count]
    return [*counts, texts("terminal-cases-to", names=names)]


def describe_faults(error: AssetFaults, texts: Texts) -> list[str]:
    """One line for each fault of an edition's folder: file, row and field, and what is wrong there."""
    lines = (f"{each.place}: {texts.plain(f'terminal-fault-{each.reason}', **each.details)}" for each in error.faults)
    return [" ".join(line.split()) for line in lines]
