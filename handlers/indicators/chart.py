"""The indicators of appendix 9: `/indicators` and its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiogram import Router

from dialogs.indicators import chart as pages
from dialogs.made import Chart, IndicatorFile
from dialogs.staff.elements import Places
from dialogs.ui.callback_data import BadTap
from dialogs.ui.navigation import INDICATORS
from dialogs.ui.screen import drawn
from domain.calendar import day_of
from domain.indicators.scope import IndicatorScope, Period, PeriodKind
from handlers.core.filters import TapOf, TextCommand
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import Tap
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks at the indicators of what, and when."""

    visitor: Viewer
    desk: Desk
    places: Places
    extent: IndicatorScope
    period: Period

    @classmethod
    def of(cls, visitor: Viewer, desk: Desk, extent: IndicatorScope, period: Period) -> Look:
        """A look at a place in a period."""
        return cls(visitor, desk, Places(desk.standard, desk.finder.districts), extent, period)

    @property
    def actor(self) -> int:
        """Who looks."""
        return self.visitor.person.id

    async def check(self) -> None:
        """Deny it to whoever may not see them; at the moment they are computed it is asked again."""
        await self.desk.indicators.authorize(self.actor, self.extent)

    @property
    def what(self) -> tuple[str, str]:
        """Place and period in a description."""
        return self.extent.code, self.period.code


def router() -> Router:
    """The command, and every button."""
    made = Router(name="indicators")
    made.message.register(indicators, TextCommand("indicators"))
    made.callback_query.register(tapped, TapOf(INDICATORS))
    return made


async def indicators(_message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """The chart of this quarter at once: of the person's own office, of the country for an admin."""
    await state.clear()
    _, own = await desk.indicators.own(visitor.person.id)
    return await _chart(Look.of(visitor, desk, own[0], Period.around(_today(visitor), PeriodKind.QUARTER)))


async def tapped(_query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk) -> Reply:
    """A button about indicators."""
    act = ACTIONS.get(tap.action)
    if act is None:
        raise BadTap(tap.action)
    if not tap.argument:
        _, own = await desk.indicators.own(visitor.person.id)
        return await act(Look.of(visitor, desk, own[0], Period.around(_today(visitor), PeriodKind.QUARTER)))
    code, _, period = tap.argument.partition(".")
    return await act(Look.of(visitor, desk, IndicatorScope(code), _period(period, visitor)))


async def _chart(look: Look) -> Reply:
    await look.check()
    return Reply((drawn(Chart(*look.what, look.visitor.texts.language)),))


async def _how(look: Look) -> Reply:
    await look.check()
    return Reply((drawn(Chart(*look.what, look.visitor.texts.language, how=True)),))


async def _parts(look: Look) -> Reply:
    await look.check()
    if not (parts := look.extent.parts(look.desk.standard)):
        raise BadTap(look.extent.code)
    return Reply((pages.choice_screen(parts, look.extent, look.period, look.places, look.visitor.texts),))


async def _own(look: Look) -> Reply:
    await look.check()
    _, own = await look.desk.indicators.own(look.actor)
    return Reply((pages.choice_screen(own, look.extent, look.period, look.places, look.visitor.texts),))


async def _docx(look: Look) -> Reply:
    return await _file(look, "docx")


async def _xlsx(look: Look) -> Reply:
    return await _file(look, "xlsx")


async def _file(look: Look, form: str) -> Reply:
    await look.check()
    return Reply((drawn(IndicatorFile(*look.what, form, look.visitor.texts.language)),))


def _today(visitor: Viewer) -> date:
    return day_of(visitor.now)


def _period(code: str, visitor: Viewer) -> Period:
    """The period of a button: none that has not begun."""
    try:
        period = Period.parse(code)
    except ValueError:
        raise BadTap(code) from None
    if period.first > _today(visitor):
        raise BadTap(code)
    return period


ACTIONS: dict[str, Callable[[Look], Awaitable[Reply]]] = {
    "chart": _chart,
    "how": _how,
    "parts": _parts,
    "own": _own,
    "docx": _docx,
    "xlsx": _xlsx,
}
