"""One tap or command about people: who, with which arguments, and what all its handlers need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.staff.elements import Places
from dialogs.ui.callback_data import BadTap
from domain.offices.units import UnitId
from domain.people import LARGEST_USER_ID
from domain.staff.membership import APPOINTABLE_ROLES, Role

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram import Bot

    from dialogs.ui.callback_data import Tap
    from dialogs.ui.texts import Texts
    from domain.staff.membership import AppointableRole
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.staff.directory import Staff


@dataclass(frozen=True, slots=True)
class StaffContext:
    """Who asked for what; a command has no argument."""

    visitor: Viewer
    desk: Desk
    places: Places
    argument: str = ""
    version: str = ""
    bot: Bot | None = None

    @classmethod
    def of(cls, visitor: Viewer, desk: Desk, tap: Tap | None = None, bot: Bot | None = None) -> StaffContext:
        """The turn of a visitor."""
        places = Places(desk.standard, desk.finder.districts)
        if tap is None:
            return cls(visitor, desk, places, bot=bot)
        return cls(visitor, desk, places, tap.argument, tap.version, bot)

    @property
    def actor(self) -> int:
        """Whose turn it is."""
        return self.visitor.person.id

    @property
    def now(self) -> datetime:
        """When."""
        return self.visitor.now

    @property
    def texts(self) -> Texts:
        """In whose words to answer."""
        return self.visitor.texts

    @property
    def staff(self) -> Staff:
        """The use cases."""
        return self.desk.staff

    async def invitations(self) -> int:
        """How many invitations the actor could revoke."""
        return len(await self.staff.invitations.open_invitations(self.actor, self.now))

    def part(self, at: int) -> str:
        """A part of the argument.

        Raises:
            BadTap: it has fewer.
        """
        parts = self.argument.split(".")
        if at >= len(parts):
            raise BadTap(self.argument)
        return parts[at]

    def unit(self, at: int) -> UnitId:
        """A unit of the argument.

        Raises:
            BadTap: there is none.
            UnknownUnit: it is no unit's id.
        """
        return UnitId.parse(self.part(at))

    def user(self, at: int) -> int:
        """A user id of the argument.

        Raises:
            BadTap: there is none, or what stands there is none.
        """
        given = self.part(at)
        if not (given.isascii() and given.isdecimal()) or int(given) > LARGEST_USER_ID:
            raise BadTap(given)
        return int(given)

    def post(self, at: int) -> AppointableRole:
        """A post of the argument.

        Raises:
            BadTap: there is none.
        """
        return read_post(self.part(at))

    def role(self, at: int) -> Role:
        """A role of the argument.

        Raises:
            BadTap: there is none.
        """
        post = self.post(at)
        if not isinstance(post, Role):
            raise BadTap(post)
        return post


def read_post(name: str) -> AppointableRole:
    """The post of this name.

    Raises:
        BadTap: there is none.
    """
    post = next((each for each in APPOINTABLE_ROLES if each == name), None)
    if post is None:
        raise BadTap(name)
    return post
