"""What a rule's no, or an outdated button, looks like to the person; everything written was undone before.

One table: by capability and by the class of the error, the nearest base first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialogs.casework.elements import denied_screen, no_manager_screen
from dialogs.home import bad_place_screen, edition_missing_screen, privacy_screen
from dialogs.limits import limit_screen, limit_toast, today_screen
from dialogs.ui.callback_data import BadTap
from domain.errors import (
    BadCoordinates,
    ConsentNeeded,
    Denied,
    DomainError,
    DoubtfulAnswer,
    EditionMissing,
    NoManager,
    OutdatedNotice,
    TooManyToday,
)
from handlers.applications import errors as applications
from handlers.casework import errors as casework
from handlers.complaints import errors as complaints
from handlers.complaints import officer_errors as officer_complaints
from handlers.core.context import HandlerContext, make_context
from handlers.core.doubts import remember_doubt
from handlers.core.errors import show_home
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram.fsm.context import FSMContext

    from dialogs.ui.callback_data import CallbackData
    from domain.limits import LimitReached
    from handlers.core.context import Container
    from handlers.core.errors import ErrorReply, FailedAction
    from handlers.core.reply import Viewer
    from services.history import DenialLog
    from services.staff.locks import LockService

REFUSALS = (DomainError, BadTap)
CAPABILITIES = (applications.ERRORS, complaints.ERRORS, casework.ERRORS, officer_complaints.ERRORS)


async def error_reply(failed: FailedAction, viewer: Viewer, state: FSMContext, container: Container) -> Reply:
    """Say what is wrong and show the state there is now."""
    context = make_context(ErrorContext, container, {"viewer": viewer, "state": state})
    try:
        if isinstance(failed.error, Denied):
            return await _show_denied(failed.error, failed, context)
        theirs = next((each for each in CAPABILITIES if each.is_about(failed)), None)
        if theirs is None:
            return await _find(None, failed.error)(failed.error, failed, context)
        own = make_context(theirs.context, container, {"viewer": viewer, "state": state})
        reply = await _find(theirs.capability, failed.error)(failed.error, failed, own)
        reply = replace(reply, own=theirs.capability.own)
    except Denied as denial:  # of the record itself, while it was to be shown
        return await _show_denied(denial, failed, context)
    if isinstance(failed.error, DoubtfulAnswer):  # beside the question, which has just been asked again
        await remember_doubt(state, failed.text)
    return reply


def _find(capability: type[CallbackData] | None, error: Exception) -> ErrorReply:
    """By the class of the error, the nearest base first; of one class the capability's own before everybody's."""
    keys = [(each, kind) for kind in type(error).__mro__ for each in (capability, None)]
    return next(TABLE[key] for key in keys if key in TABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorContext(HandlerContext):
    """What replies of no capability need."""

    denials: DenialLog
    locks: LockService


def limit_reply(limit: LimitReached, viewer: Viewer) -> Reply:
    """Told once in a message of its own; from then on only a tap is answered, over the chat."""
    screens = (limit_screen(limit, viewer.now, viewer.texts),) if limit.first else ()
    return Reply(screens, toast=limit_toast(limit, viewer.now, viewer.texts), fresh=True)


async def _show_too_many_today(error: TooManyToday, failed: FailedAction, context: HandlerContext) -> Reply:
    """A tap is answered over the chat alone: what stands there holds."""
    if failed.tapped:
        return Reply(toast=context.texts.plain("limit-today", most=error.most))
    await _end_question(failed, context)
    return Reply((today_screen(error.most, context.texts),))


async def _show_bad_place(_error: BadCoordinates, _failed: FailedAction, context: HandlerContext) -> Reply:
    return Reply((bad_place_screen(context.texts),))


async def _show_edition_missing(_error: EditionMissing, failed: FailedAction, context: HandlerContext) -> Reply:
    """The record is kept, and shown under no other edition."""
    await _end_question(failed, context)
    return Reply((edition_missing_screen(context.texts),))


async def _show_notice(_error: OutdatedNotice, _failed: FailedAction, context: HandlerContext) -> Reply:
    """The notice has a newer version than the one that was agreed to."""
    page = privacy_screen(context.viewer.person, context.texts)
    return Reply((page,), toast=context.texts.plain("stale"))


async def _ask_for_consent(_error: ConsentNeeded, failed: FailedAction, context: HandlerContext) -> Reply:
    await _end_question(failed, context)
    page = privacy_screen(context.viewer.person, context.texts)
    return Reply((page,), toast=context.texts.plain("toast-consent"))


async def _show_denied(error: Denied, failed: FailedAction, context: ErrorContext) -> Reply:
    """The same words for all, whether or not there is such a record; the denial is kept."""
    await context.denials.deny(context.user_id, error.action, error.about, context.now)
    await _end_question(failed, context)
    if await context.locks.is_locked(context.user_id):  # whatever stands there was shown to them in a role
        return await show_home(error, failed, context)
    draw = no_manager_screen if isinstance(error, NoManager) else denied_screen
    return Reply((draw(context.texts),), toast=context.texts.plain("toast-denied"))


async def _end_question(failed: FailedAction, context: HandlerContext) -> None:
    """Nothing waits any more for what cannot be answered; a command or a tap only leads away from a question."""
    if failed.is_answer:
        await context.state.clear()


TABLE: Mapping[tuple[type[CallbackData] | None, type], ErrorReply] = {
    (None, TooManyToday): _show_too_many_today,
    (None, BadCoordinates): _show_bad_place,
    (None, EditionMissing): _show_edition_missing,
    (None, OutdatedNotice): _show_notice,
    (None, ConsentNeeded): _ask_for_consent,
    (None, Exception): show_home,
    **{(each.capability, kind): reply for each in CAPABILITIES for kind, reply in each.replies.items()},
}
