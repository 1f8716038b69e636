"""aiogram routers, one file a capability: parse the update, call a service, return a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import (
    applications,
    basics,
    complaints,
    forms,
    groups,
    handling,
    indicators,
    my_data,
    offices,
    proof,
    receipts,
    staff,
    survey,
    work,
    work_books,
)

if TYPE_CHECKING:
    from aiogram import Router


def routers() -> list[Router]:
    """All routers in the order they are asked; made anew each time, as a router has one parent."""
    work_of_officers = (staff, work, work_books, handling, indicators)
    capabilities = (
        groups,
        receipts,
        *work_of_officers,
        applications,
        complaints,
        survey,
        offices,
        forms,
        proof,
        my_data,
        basics,
    )
    return [*(each.router() for each in capabilities), basics.last_router()]
