"""What a rule's refusal or a faulty edition says in the terminal, in the language of the LANGUAGE setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.texts import unmark
from domain.applications.case import CaseState
from domain.errors import BadAnswer, IllegalMove, NoSuchCase, UnknownUnit

if TYPE_CHECKING:
    from assets.loaders.faults import AssetFaults
    from dialogs.ui.texts import Texts
    from domain.errors import DomainError


def describe_refusal(error: DomainError, texts: Texts) -> str:
    """One line: what is wrong, and what to do."""
    match error:
        case UnknownUnit():
            said = [texts("bad-units-unknown", unit=str(error)), texts("terminal-find-unit")]
        case NoSuchCase():
            said = [texts("terminal-no-case", number=str(error))]
        case IllegalMove() if str(error) in set(CaseState):
            said = [texts("terminal-state", state=texts.plain(f"state-{str(error).replace('_', '-')}-short"))]
        case BadAnswer(reason="item"):
            said = [texts("terminal-item", item=", ".join(map(str, error.details.values())))]
        case BadAnswer():
            said = [texts(f"bad-{error.reason}", **error.details), texts("terminal-name")]
        case _:
            return f"{type(error).__name__}: {error}"
    return " ".join(" ".join(unmark(each) for each in said).split())


def describe_faults(error: AssetFaults, texts: Texts) -> list[str]:
    """One line for each fault of an edition's folder: file, row and field, and what is wrong there."""
    lines = (f"{each.place}: {texts.plain(f'terminal-fault-{each.reason}', **each.details)}" for each in error.faults)
    return [" ".join(line.split()) for line in lines]
