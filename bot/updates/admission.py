"""What one person may ask of the bot in a time: checked once, before an update is handled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aiogram.types import CallbackQuery, Message

from bot.monitoring import log_event
from domain.limits import Cost, LimitReached, PersonalLimits, Window
from handlers.core.reply import Reply
from handlers.costs import cost_of_message, cost_of_tap
from handlers.error_replies import limit_reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection
    from datetime import datetime

    from bot.updates.unit_of_work import Incoming
    from handlers.core.reply import Viewer
    from services.limits import Allowances
    from storage.messaging.sessions import Session

MOST_REMEMBERED = 20_000  # people, and updates that are not committed yet


class TapCounter:
    """Counts taps and messages by person in memory: it protects the machine, and a restart may forget it.

    What was decided on an update stays decided until its commit, so an update that is tried again counts once.
    """

    def __init__(self, limits: PersonalLimits) -> None:
        self._limits = limits
        self._windows: dict[int, Window] = {}
        self._decided: dict[int, LimitReached | None] = {}

    async def use(
        self, update_id: int, user_id: int, now: datetime, is_staff: Callable[[int], Awaitable[bool]]
    ) -> None:
        """Count one.

        Raises:
            LimitReached: that is one more than may be.
        """
        if update_id not in self._decided:
            _make_room(self._decided)
            self._decided[update_id] = await self._decide(user_id, now, is_staff)
        if (limit := self._decided[update_id]) is not None:
            raise limit

    def forget(self, update_ids: Collection[int]) -> None:
        """These are committed: they do not come again."""
        for each in update_ids:
            self._decided.pop(each, None)

    @property
    def remembered(self) -> int:
        """How many people and updates are held in memory."""
        return len(self._windows) + len(self._decided)

    async def _decide(
        self, user_id: int, now: datetime, is_staff: Callable[[int], Awaitable[bool]]
    ) -> LimitReached | None:
        window = self._windows.get(user_id)
        if window is None or not window.since <= now < window.ends(Cost.TAP):
            _make_room(self._windows)
            window = Window(now, 0)
        window = self._windows[user_id] = replace(window, used=window.used + 1)
        try:
            window.check(Cost.TAP, self._limits.of(Cost.TAP, staff=False), now)
        except LimitReached as limit:
            if not await is_staff(user_id):
                return self._remember_notice(user_id, window, limit, now)
        try:
            window.check(Cost.TAP, self._limits.of(Cost.TAP, staff=True), now)
        except LimitReached as limit:
            return self._remember_notice(user_id, window, limit, now)
        return None

    def _remember_notice(self, user_id: int, window: Window, limit: LimitReached, now: datetime) -> LimitReached:
        self._windows[user_id] = replace(window, told_at=now if limit.first else window.told_at)
        return limit


@dataclass(frozen=True, slots=True)
class Admission:
    """Says of each update whether its person may ask for that much now."""

    taps: TapCounter

    async def check(self, incoming: Incoming, session: Session, allowances: Allowances, now: datetime) -> None:
        """Count what it costs.

        Raises:
            LimitReached: that is more than may be.
        """
        update = incoming.update
        event = update.callback_query or update.message
        said = event or update.edited_message or incoming.unread
        if said is None or not incoming.user_id:
            return
        await self.taps.use(incoming.id, incoming.user_id, now, allowances.is_staff)
        cost = _cost(event, session) if event else None
        if cost is not None:
            await allowances.use(incoming.user_id, cost, now)

    async def refuse(self, limit: LimitReached, incoming: Incoming, viewer: Viewer, allowances: Allowances) -> Reply:
        """What is answered: a message once, then words over the chat alone; in a group nothing."""
        if not incoming.private:
            return Reply()
        if limit.first:
            log_event("limit-reached", person=incoming.user_id, what=limit.cost, most=limit.most)
        if limit.first and limit.cost is not Cost.TAP:
            await allowances.mark_notified(incoming.user_id, limit.cost, viewer.now)
        return limit_reply(limit, viewer)


def _cost(event: CallbackQuery | Message, session: Session) -> Cost | None:
    if isinstance(event, CallbackQuery):
        return cost_of_tap(event.data or "")
    return cost_of_message(event, session.state, session.data.get("question", ""))


def _make_room(remembered: dict[int, Window] | dict[int, LimitReached | None]) -> None:
    if len(remembered) >= MOST_REMEMBERED:
        remembered.clear()
