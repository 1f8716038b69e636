"""The officer's act of receiving documents, from the command line; the applicant is told by the bot's next run."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from bot import clock
from bot.container import Services
from bot.data_folder import open_papers, open_stores
from bot.delivery.notices import Letter, post
from bot.process import only_instance
from bot.resources import load_library
from dialogs.applications.case import received_screen
from dialogs.made import StampedCopy
from dialogs.ui.screen import Screen
from storage.db.keys import case_owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.settings import Settings
    from dialogs.ui.texts import Texts

COMMAND_LINE = 0  # who did it: nobody's Telegram account


async def receive(settings: Settings, number: str, items: Sequence[str]) -> list[str]:
    """Record what the office received of a case; with no items named, all that is left.

    Raises:
        NoSuchCase: no register holds this number.
        BadAnswer: the checklist has no such item, or it was received before.
        IllegalMove: the case takes no documents any more.
        AlreadyRunning: the bot runs.
    """
    now = clock.now()
    library = load_library(settings)
    async with AsyncExitStack() as stack:
        stack.enter_context(only_instance(settings.data_dir))
        database, keys = await open_stores(settings, stack)
        services = Services(library, open_papers(settings, library))
        async with database.transaction() as transaction:
            desk = services.desk(transaction, keys)
            case = await desk.cases.by_number(number)
            left = [each for each in desk.cases.all_items(case) if each not in case.received]
            told = await desk.cases.receive(case, items or left, COMMAND_LINE, now)
            clocks = desk.cases.clocks(told.case)

            def draw(texts: Texts) -> list[Screen]:
                screen = received_screen(told.case, clocks, library.standard, texts)
                copy = Screen(texts("receipt-caption"), made=StampedCopy.of(told.case))
                return [copy, screen] if told.case.complete_at else [screen]

            origin = f"r{case.id}.{told.case.version}"
            await post(transaction, keys, Letter(case.applicant, case_owner(case.id), origin, draw), settings.language)
    left = [each for each in desk.cases.all_items(told.case) if each not in told.case.received]
    return [f"{number}  {told.case.state}", f"left: {', '.join(left) or 'nothing'}"]
