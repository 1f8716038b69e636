"""Which commands a chat's menu lists: everybody's, and those of what somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.home import COMMANDS
from domain.indicators.scope import own_extents
from domain.staff.officers import Role

if TYPE_CHECKING:
    from domain.staff.membership import Standing

_DESK = ("queue", "case", "receive", "need", "ready", "issue", "status", "journal", "passes", "export")
_COMPLAINTS = ("complaints", "complaint", "accept", "answer", "extend")
_DECIDING = ("take", "release", "approve", "refuse")
FIGURES = "indicators"  # of those who work at offices, and of admins
PEOPLE = ("officers", "invite", "units")
OF_ROLE = {
    Role.REGISTRAR: (*_DESK, *_COMPLAINTS),
    Role.OFFICER: (*_DESK, *_DECIDING),
    Role.HEAD: (*_DESK, *_DECIDING, "assign", *_COMPLAINTS, *PEOPLE),
}


def commands_of(standing: Standing) -> tuple[str, ...]:
    """The commands of somebody's menu, their work first; none where the menu of everybody will do."""
    roles = {each.role for each in standing.bindings}
    work = [name for role in Role if role in roles for name in OF_ROLE[role]]
    figures = (FIGURES,) if own_extents(standing) else ()
    own = dict.fromkeys((*work, *figures, *(PEOPLE if standing.admin else ())))
    return (*own, *COMMANDS) if own else ()
