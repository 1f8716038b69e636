"""`/lock` and `/unlock`: a lost phone is cut off at once, by a name, an id or a button, after one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.staff.locks import (
    LOCK,
    UNLOCK,
    choice_screen,
    lock_screen,
    locked_screen,
    notice_locked,
    notice_unlocked,
    own_lock_screen,
    unlock_screen,
    unlocked_screen,
)
from domain.people import LARGEST_USER_ID
from domain.text import clipped
from handlers.core.filters import STOPS, OnAction, TextCommand, command_parts
from handlers.core.reply import Notice, Reply

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from handlers.staff.context import StaffContext

LONGEST_ECHO = 40


def register_locks(router: Router) -> None:
    """The commands and their buttons."""
    router.message.register(find_to_lock, TextCommand(LOCK))
    router.message.register(find_to_unlock, TextCommand(UNLOCK))
    taps = router.callback_query
    taps.register(ask_to_lock, OnAction("lock"))
    taps.register(lock, OnAction("locked"))
    taps.register(ask_to_unlock, OnAction("unlock"))
    taps.register(unlock, OnAction("unlocked"))


async def find_to_lock(message: Message, context: StaffContext) -> Reply:
    """`/lock`: whom; `/lock Ахметова`, `/lock 123456789`: this one."""
    return await _find(message, context, LOCK)


async def find_to_unlock(message: Message, context: StaffContext) -> Reply:
    """`/unlock`: whom of those who are locked."""
    return await _find(message, context, UNLOCK)


async def _find(message: Message, context: StaffContext, action: str) -> Reply:
    typed = command_parts(message.text or "")[1].strip(f"{STOPS} ")
    manageable = await context.locks.list_manageable(context.user_id, action)
    if typed.isascii() and typed.isdecimal() and int(typed) <= LARGEST_USER_ID:
        return await _ask(context, action, int(typed))
    waiting = [each for each in manageable if each.locked is (action == UNLOCK)]
    found = [each for each in waiting if each.name.casefold().startswith(typed.casefold())]
    if typed and len(found) == 1:
        return await _ask(context, action, found[0].user_id)
    problem = None if found else context.texts("lock-not-found", typed=clipped(typed, LONGEST_ECHO))
    return Reply((choice_screen(action, found or waiting, context.texts, problem if typed else None),))


async def _ask(context: StaffContext, action: str, user_id: int) -> Reply:
    if user_id == context.user_id:
        return Reply((own_lock_screen(context.texts),))
    account = await context.locks.get(context.user_id, user_id, action)
    if account.locked is not (action == UNLOCK):  # done meanwhile, or never needed
        draw = locked_screen if account.locked else unlocked_screen
        return Reply((draw(account, context.texts),))
    if action == UNLOCK:
        return Reply((unlock_screen(account, context.places, context.texts),))
    closes = await context.locks.closes(account)
    return Reply((lock_screen(account, context.places, context.texts, closes=closes),))


async def ask_to_lock(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Lock this one?"""
    await context.staff.require_manager(context.user_id, LOCK, context.argument)
    return await _ask(context, LOCK, context.read_user(0))


async def ask_to_unlock(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Unlock this one?"""
    await context.staff.require_manager(context.user_id, UNLOCK, context.argument)
    return await _ask(context, UNLOCK, context.read_user(0))


async def lock(_query: CallbackQuery, context: StaffContext) -> Reply:
    """From the next update on they have no role, and what is known to stand in their chat goes."""
    user_id = context.read_user(0)
    done = await context.locks.lock(context.user_id, user_id, context.now)
    screen = locked_screen(done.account, context.texts)
    if not done.anew:
        return Reply((screen,), toast=context.texts.plain("stale"))
    removals = tuple((user_id, each) for each in done.messages)
    toast = context.texts.plain("staff-done-toast")
    return Reply((screen,), (Notice(user_id, notice_locked),), toast=toast, menus=(user_id,), removals=removals)


async def unlock(_query: CallbackQuery, context: StaffContext) -> Reply:
    """Their roles count again."""
    user_id = context.read_user(0)
    before = await context.locks.get(context.user_id, user_id, UNLOCK)
    account = await context.locks.unlock(context.user_id, user_id, context.now)
    screen = unlocked_screen(account, context.texts)
    if not before.locked:
        return Reply((screen,), toast=context.texts.plain("stale"))
    toast = context.texts.plain("staff-done-toast")
    return Reply((screen,), (Notice(user_id, notice_unlocked),), toast=toast, menus=(user_id,))
