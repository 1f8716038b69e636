"""One tap or command about people: who, with which arguments, and what all its handlers need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.staff.directory import unit_screen
from dialogs.staff.elements import OpenInvitations, Places, initial
from dialogs.ui.callback_data import BadTap
from domain.people import LARGEST_USER_ID
from domain.staff.membership import APPOINTABLE_ROLES, Role
from handlers.core.context import NO_BUTTON, HandlerContext
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from aiogram import Bot

    from dialogs.ui.callback_data import CallbackData
    from dialogs.ui.screen import Screen
    from domain.offices.units import UnitId
    from domain.staff.membership import AppointableRole, Membership, Officer
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions
    from services.offices.finder import OfficeFinder
    from services.staff.directory import Staff
    from services.staff.locks import LockService


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffContext(HandlerContext):
    """Who asked for what; a command has no argument."""

    callback: CallbackData = NO_BUTTON
    bot: Bot
    standard: Standard
    editions: Editions
    finder: OfficeFinder
    staff: Staff
    locks: LockService

    @property
    def argument(self) -> str:
        """What the button says of people, places and roles."""
        return self.callback.argument

    @property
    def places(self) -> Places:
        """The names of places."""
        return Places(self.standard, self.finder.districts, self.editions)

    async def count_invitations(self) -> int:
        """How many invitations could be revoked."""
        return len(await self.staff.invitations.open_invitations(self.user_id, self.now))

    async def managed(self) -> tuple[Officer, Membership]:
        """The binding of the button, and all that its person is, for whoever may change it."""
        return await self.staff.appointments.managed(self.user_id, self.read_user(0), self.read_unit(1), "bind")

    async def draw_unit(self, unit: UnitId) -> Screen:
        """Who works at a unit."""
        who = await self.staff.get_membership(self.user_id)
        people = await self.staff.list_for_unit(self.user_id, unit)
        here = bool(await self.staff.workplaces.open_among((unit,)))
        invitations = OpenInvitations(await self.count_invitations(), here)
        return unit_screen(unit, people, who, invitations, self.places, self.texts)

    async def show_unit_again(self, unit: UnitId) -> Reply:
        """Somebody has changed this meanwhile: who works at the unit now."""
        return Reply((await self.draw_unit(unit),), toast=self.texts.plain("stale"))

    async def show_done(self, officer: Officer, *notices: Notice) -> Reply:
        """The unit after a change of this binding, whose person gets another menu."""
        toast = self.texts.plain("staff-done-toast")
        return Reply((await self.draw_unit(officer.unit),), notices, toast=toast, menus=(officer.user_id,))

    def has_part(self, at: int) -> bool:
        """Whether the argument has this part."""
        return at < len(self.argument.split("."))

    def part(self, at: int) -> str:
        """A part of the argument.

        Raises:
            BadTap: it has fewer.
        """
        parts = self.argument.split(".")
        if at >= len(parts):
            raise BadTap(self.argument)
        return parts[at]

    def read_unit(self, at: int) -> UnitId:
        """A unit of the argument.

        Raises:
            BadTap: there is none.
            UnknownUnit: it is no unit's id.
        """
        return self.editions.find_unit_id(self.part(at))

    def read_user(self, at: int) -> int:
        """A user id of the argument.

        Raises:
            BadTap: there is none, or what stands there is none.
        """
        given = self.part(at)
        if not (given.isascii() and given.isdecimal()) or int(given) > LARGEST_USER_ID:
            raise BadTap(given)
        return int(given)

    def read_post(self, at: int) -> AppointableRole:
        """A post of the argument.

        Raises:
            BadTap: there is none.
        """
        return read_post(self.part(at))

    def read_role(self, at: int) -> Role:
        """A role of the argument, by its name or its initial.

        Raises:
            BadTap: there is none.
        """
        name = self.part(at)
        role = next((each for each in Role if name in {each, initial(each)}), None)
        if role is None:
            raise BadTap(name)
        return role


def read_post(name: str) -> AppointableRole:
    """The post of this name.

    Raises:
        BadTap: there is none.
    """
    post = next((each for each in APPOINTABLE_ROLES if each == name), None)
    if post is None:
        raise BadTap(name)
    return post
