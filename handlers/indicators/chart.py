"""The indicators of appendix 9: `/indicators` and its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from dialogs.indicators.chart import choice_screen, period_how_screen
from dialogs.made import Chart, IndicatorFile
from dialogs.staff.elements import Places
from dialogs.ui.callback_data import BadTap, IndicatorCallback
from dialogs.ui.screen import drawn
from domain.indicators.scope import IndicatorScope, Period, PeriodKind
from domain.offices.units import UnitId
from domain.text import clipped
from handlers.core.context import NO_BUTTON, HandlerContext, capability_router
from handlers.core.filters import OnAction, TextCommand, command_words
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import CallbackData
    from domain.standard.edition import Standard
    from domain.standard.editions import Editions
    from services.indicators.report import Indicators
    from services.offices.finder import OfficeFinder

LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorContext(HandlerContext):
    """Who looks at the indicators of what, and of when; nothing said: of their own office, this quarter."""

    callback: CallbackData = NO_BUTTON
    standard: Standard
    editions: Editions
    finder: OfficeFinder
    indicators: Indicators

    @property
    def edition(self) -> str:
        """The edition that the tapped button was drawn for; else the current one."""
        return self.standard.status.id

    @property
    def places(self) -> Places:
        """The names of places."""
        return Places(self.standard, self.finder.districts, self.editions)

    async def at_own(self) -> Self:
        """The same wish under an edition that has the place which is shown first: the current one, if it has it.

        Raises:
            Denied: they may see none.
        """
        _, own = await self.indicators.own(self.user_id)
        place = own[0].place
        return self.under_edition(self.places.with_unit(place).status.id) if isinstance(place, UnitId) else self

    async def find(self) -> tuple[IndicatorScope, Period]:
        """Place and period, for whoever may see them; at the moment they are computed it is asked again.

        Raises:
            Denied: they may not.
            BadTap: there is no such period, or it has not begun; or the edition of the button is not here.
        """
        if self.callback.version not in {"", self.edition}:
            raise BadTap(self.callback.version)
        if self.callback.argument:
            code, _, period_code = self.callback.argument.partition(".")
            scope, period = IndicatorScope.read(code, self.standard), self.read_period(period_code)
        else:
            _, own = await self.indicators.own(self.user_id)
            scope, period = own[0], Period.around(self.today, PeriodKind.QUARTER)
        await self.indicators.authorize(self.user_id, scope, self.edition)
        return scope, period

    def read_period(self, code: str) -> Period:
        """A year, quarter or month.

        Raises:
            BadTap: there is none, or it has not begun.
        """
        try:
            period = Period.parse(code)
        except ValueError:
            raise BadTap(code) from None
        if period.first > self.today:
            raise BadTap(code)
        return period


def router() -> Router:
    """The command, and every button."""
    made = capability_router("indicators", IndicatorCallback, IndicatorContext)
    made.message.register(show_first_chart, TextCommand("indicators"))
    made.callback_query.register(show_chart, OnAction("chart"))
    made.callback_query.register(explain_chart, OnAction("how"))
    made.callback_query.register(choose_part, OnAction("parts"))
    made.callback_query.register(choose_own, OnAction("own"))
    made.callback_query.register(send_document, OnAction("docx"))
    made.callback_query.register(send_workbook, OnAction("xlsx"))
    return made


async def show_first_chart(message: Message, context: IndicatorContext) -> Reply:
    """The chart of this quarter, or of the period typed, at once: of one's own office, of the country for an admin."""
    typed = " ".join(command_words(message.text or ""))
    context = await context.at_own()
    scope, period = await context.find()
    try:
        period = context.read_period(typed.lower()) if typed else period
    except BadTap:
        return Reply((period_how_screen(clipped(typed, LONGEST_ECHO), context.texts),))
    return Reply((drawn(Chart(scope.code, period.code, context.texts.language, edition=context.edition)),))


async def show_chart(_query: CallbackQuery, context: IndicatorContext) -> Reply:
    """Of this place and period."""
    return await _draw_chart(context if context.callback.argument else await context.at_own())


async def explain_chart(_query: CallbackQuery, context: IndicatorContext) -> Reply:
    """How each figure is computed."""
    return await _draw_chart(context, how=True)


async def _draw_chart(context: IndicatorContext, *, how: bool = False) -> Reply:
    scope, period = await context.find()
    return Reply((drawn(Chart(scope.code, period.code, context.texts.language, how=how, edition=context.edition)),))


async def choose_part(_query: CallbackQuery, context: IndicatorContext) -> Reply:
    """Which region, or which office of it?"""
    scope, period = await context.find()
    if not (parts := scope.parts(context.standard)):
        raise BadTap(scope.code)
    return Reply((choice_screen(parts, scope, period, context.places, context.texts),))


async def choose_own(_query: CallbackQuery, context: IndicatorContext) -> Reply:
    """Which of the person's own places?"""
    scope, period = await context.find()
    _, own = await context.indicators.own(context.user_id)
    return Reply((choice_screen(own, scope, period, context.places, context.texts),))


async def send_document(_query: CallbackQuery, context: IndicatorContext) -> Reply:
    """The form of appendix 9."""
    return await _send_file(context, "docx")


async def send_workbook(_query: CallbackQuery, context: IndicatorContext) -> Reply:
    """The figures behind it."""
    return await _send_file(context, "xlsx")


async def _send_file(context: IndicatorContext, form: str) -> Reply:
    scope, period = await context.find()
    return Reply((drawn(IndicatorFile(scope.code, period.code, form, context.texts.language, context.edition)),))
