"""Which commands a chat's menu lists."""

from __future__ import annotations

from bot.resources import library_of
from dialogs.home import COMMANDS, FIGURES, PEOPLE, commands_of
from dialogs.ui.texts import Texts
from domain.staff.membership import Membership, Role
from tests.factories.people import officer_of
from tests.factories.units import AKIMAT, DEPARTMENT, EDITION, KOKSHETAU

STANDARD = library_of(EDITION).standard
LONGEST = 60  # characters that Telegram's menu shows on a phone


def own(*roles: Role, admin: bool = False) -> set[str]:
    """Returns the commands that not everybody has."""
    bindings = tuple(officer_of(1, unit, role) for unit, role in zip((KOKSHETAU, DEPARTMENT), roles, strict=False))
    listed = commands_of(Membership(1, admin, bindings), STANDARD)
    assert len(listed) == len(set(listed))
    assert not listed or listed[-len(COMMANDS) :] == COMMANDS
    return set(listed) - set(COMMANDS)


def test_each_role_has_what_the_one_below_has_and_more() -> None:
    """An officer decides, registrar and head answer complaints, a head also assigns, an admin appoints staff."""
    registrar, officer, head = own(Role.REGISTRAR), own(Role.OFFICER), own(Role.HEAD)
    complaints = {"complaints", "complaint", "accept", "answer", "extend"}
    assert officer - registrar == {"take", "release", "approve", "refuse"}
    assert registrar - officer == complaints
    assert head - officer == {"assign", *complaints, *PEOPLE}
    assert registrar | officer < head
    assert own(admin=True) == {*PEOPLE, FIGURES}


def test_several_roles_add_up() -> None:
    """A registrar here and head there has the commands of both, each once."""
    assert own(Role.REGISTRAR, Role.HEAD) == own(Role.HEAD)
    assert own(Role.REGISTRAR, admin=True) == own(Role.REGISTRAR) | set(PEOPLE)


def test_indicators_are_of_offices() -> None:
    """Staff of akimats only have no figures, and no command for them."""
    at = (officer_of(1, AKIMAT, Role.HEAD),)
    assert FIGURES not in commands_of(Membership(1, bindings=at), STANDARD)
    assert FIGURES in commands_of(Membership(1, bindings=(*at, officer_of(1, KOKSHETAU, Role.REGISTRAR))), STANDARD)


def test_nobody_has_no_menu_of_their_own() -> None:
    """The general menu is enough."""
    assert commands_of(Membership(1), STANDARD) == ()


def test_every_command_is_described(texts: Texts) -> None:
    """In a line that a phone shows in full."""
    for name in commands_of(Membership(1, admin=True, bindings=(officer_of(1, KOKSHETAU, Role.HEAD),)), STANDARD):
        assert 0 < len(texts.plain(f"command-{name}")) <= LONGEST
