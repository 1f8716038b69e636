"""What a rule's no, or an outdated button, looks like to the person; everything written was undone before.

One table: by capability and by the class of the error, the nearest base first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialogs.casework.elements import denied_screen
from dialogs.home import bad_place_screen, privacy_screen
from dialogs.limits import limit_screen, limit_toast, today_screen
from dialogs.ui.callback_data import BadTap
from domain.errors import BadCoordinates, ConsentNeeded, Denied, DomainError, OutdatedNotice, TooManyToday
from handlers.applications import errors as applications
from handlers.casework import errors as casework
from handlers.complaints import errors as complaints
from handlers.complaints import officer_errors as officer_complaints
from handlers.core.context import HandlerContext, make_context
from handlers.core.errors import show_home
from handlers.core.reply import Expectation, Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from dialogs.ui.callback_data import CallbackData
    from domain.limits import LimitReached
    from handlers.core.context import Container
    from handlers.core.errors import FailedAction
    from handlers.core.reply import Viewer

REFUSALS = (DomainError, BadTap)
CAPABILITIES = (applications.ERRORS, complaints.ERRORS, casework.ERRORS, officer_complaints.ERRORS)


async def error_reply(failed: FailedAction, viewer: Viewer, container: Container) -> Reply:
    """Say what is wrong and show the state there is now."""
    try:
        return await _reply(failed, viewer, container)
    except Denied as denial:  # of the record itself, while it was to be shown
        return await deny(denial, viewer, container)


async def _reply(failed: FailedAction, viewer: Viewer, container: Container) -> Reply:
    if isinstance(failed.error, Denied):
        return await deny(failed.error, viewer, container)
    theirs = next((each for each in CAPABILITIES if each.is_about(failed)), None)
    context = make_context(theirs.context if theirs else HandlerContext, container, {"viewer": viewer})
    capability = theirs.capability if theirs else None
    for kind in type(failed.error).__mro__:
        reply = TABLE.get((capability, kind)) or TABLE.get((None, kind))
        if reply is not None:
            return await reply(failed.error, failed, context)
    raise failed.error


async def deny(denial: Denied, viewer: Viewer, container: Any) -> Reply:  # noqa: ANN401
    """The same words for all; the denial is kept."""
    await container.denials.deny(viewer.person.id, denial.act, denial.about, viewer.now)
    texts = viewer.texts
    return Reply((denied_screen(texts),), toast=texts.plain("toast-denied"), expecting=Expectation())


def limit_reply(limit: LimitReached, viewer: Viewer) -> Reply:
    """Told once in a message of its own; from then on only a tap is answered, over the chat."""
    screens = (limit_screen(limit, viewer.now, viewer.texts),) if limit.first else ()
    return Reply(screens, toast=limit_toast(limit, viewer.now, viewer.texts), fresh=True)


async def _show_too_many_today(error: TooManyToday, failed: FailedAction, context: HandlerContext) -> Reply:
    """A tap is answered over the chat alone: what stands there holds."""
    if failed.tapped:
        return Reply(toast=context.texts.plain("limit-today", most=str(error)))
    return Reply((today_screen(str(error), context.texts),), expecting=Expectation())


async def _show_bad_place(_error: BadCoordinates, _failed: FailedAction, context: HandlerContext) -> Reply:
    return Reply((bad_place_screen(context.texts),))


async def _show_notice(_error: OutdatedNotice, _failed: FailedAction, context: HandlerContext) -> Reply:
    """The notice has a newer version than the one that was agreed to."""
    page = privacy_screen(context.viewer.person, context.texts)
    return Reply((page,), toast=context.texts.plain("stale"))


async def _ask_for_consent(_error: ConsentNeeded, _failed: FailedAction, context: HandlerContext) -> Reply:
    page = privacy_screen(context.viewer.person, context.texts)
    return Reply((page,), toast=context.texts.plain("toast-consent"), expecting=Expectation())


TABLE: Mapping[tuple[type[CallbackData] | None, type], Callable[[Any, FailedAction, Any], Awaitable[Reply]]] = {
    (None, TooManyToday): _show_too_many_today,
    (None, BadCoordinates): _show_bad_place,
    (None, OutdatedNotice): _show_notice,
    (None, ConsentNeeded): _ask_for_consent,
    (None, Exception): show_home,
    **{(each.capability, kind): reply for each in CAPABILITIES for kind, reply in each.replies.items()},
}
