"""Every action that the routers know: buttons by their capability, commands, and lines that are waited for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aiogram.filters import Command, StateFilter

from dialogs import forms as form_pages
from dialogs.offices import screens as office_pages
from dialogs.ui.callback_data import ApplicationCallback
from handlers import home as basics
from handlers import privacy as my_data
from handlers import routers
from handlers.applications import case as registered
from handlers.applications import draft as drafts
from handlers.applications import entry as applications
from handlers.casework import card as work_looks
from handlers.casework import queue as work
from handlers.casework import registers as work_books
from handlers.complaints import draft as complaint_drafts
from handlers.complaints import entry as complaint_looks
from handlers.complaints import entry as complaints
from handlers.complaints import officer_actions as handling_acts
from handlers.complaints import officer_card as handling_looks
from handlers.complaints import status as complaint_filed
from handlers.core.filters import TapOf
from handlers.indicators import chart as indicators
from handlers.indicators import survey
from handlers.staff import directory as staff
from tests.handlers.front_door import FrontDoor


def buttons(door: FrontDoor) -> dict[str, set[str]]:
    """By capability, as the handlers' own tables name them."""
    dispatcher: Any = door.processor.dispatch
    pages = dispatcher._dispatcher["pages"]  # noqa: SLF001  # the finder's table is a page's
    return {
        ApplicationCallback: {*applications.WAYS_IN, *drafts.ACTIONS, *registered.ACTIONS},
        HomeCallback: {*basics.ACTIONS, *basics.SCREENS, "offices"},
        ComplaintCallback: {
            *complaints.WAYS_IN,
            *complaint_looks.LOOKS,
            *complaint_drafts.ACTIONS,
            *complaint_filed.ACTIONS,
        },
        form_pages.CAPABILITY: {form_pages.GET},
        OfficerComplaintCallback: {"queue", *handling_looks.LOOKS, *handling_acts.ACTS},
        IndicatorCallback: set(indicators.ACTIONS),
        PrivacyCallback: set(my_data.ACTIONS),
        office_pages.CAPABILITY: set(pages._actions),  # noqa: SLF001
        StaffCallback: set(staff.ACTIONS),
        SurveyCallback: {survey.STOP, *survey.ANSWERS},
        CaseworkCallback: {"queue", *work_looks.LOOKS, *work.ACTIONS, *work_books.BOOKS},
    }


def capabilities() -> set[str]:
    """The first parts of callback data that some router takes."""
    return {each._prefix.rstrip(":") for each in _filters("callback_query") if isinstance(each, TapOf)}  # noqa: SLF001


def commands() -> set[str]:
    """The names that some router takes."""
    found = [each for each in _filters("message") if isinstance(each, Command)]
    return {str(name).lower() for each in found for name in each.commands}


def lines() -> set[str]:
    """The kinds of questions that a typed line, or a file, answers."""
    found = [each for each in _filters("message") if isinstance(each, StateFilter)]
    return {str(state) for each in found for state in each.states if isinstance(state, str)}


def _filters(event: str) -> Iterator[Any]:
    for router in routers():
        for handler in router.observers[event].handlers:
            yield from (each.callback for each in handler.filters or ())

