"""aiogram routers by capability: parse the update, call a use case, return a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import conversation, forms, groups, history, home, offices, privacy, receipts
from handlers.applications import entry as applications
from handlers.casework import commands, registers
from handlers.complaints import entry as complaints
from handlers.complaints import officer as complaints_officer
from handlers.indicators import chart, survey
from handlers.staff import directory as staff

if TYPE_CHECKING:
    from aiogram import Router


def routers() -> list[Router]:
    """All routers in the order they are asked; made anew each time, as a router has one parent."""
    capabilities = (
        groups,
        conversation,
        receipts,
        staff,
        commands,
        registers,
        complaints_officer,
        chart,
        applications,
        complaints,
        survey,
        offices,
        forms,
        history,
        privacy,
        home,
    )
    return [*(each.router() for each in capabilities), home.last_router()]
