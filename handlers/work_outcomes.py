"""Refusing (point 16) and handing over in person (point 15)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialogs import work_acts, work_card
from dialogs import work_notices as told
from dialogs.made import RefusalLetter
from dialogs.taps import BadTap
from domain.rights import Act
from domain.zone import day_of
from handlers.reply import Reply
from handlers.survey import after_outcome
from handlers.work_steps import asked, carded, paged, to_applicant
from services.decisions import missing_line
from services.paperwork import BY, REFUSE_REASON

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.work_steps import Ask
    from services.sight import Sight

WHO = {"self": False, "other": True}


async def _refuse(ask: Ask) -> Reply:
    return await refusing(ask, await ask.desk.access.sight(Act.REFUSE, ask.aim))


async def _refuse_tick(ask: Ask) -> Reply:
    return await refusing(ask, await ask.desk.work.tick(Act.REFUSE, ask.aim, ask.argument))


async def refusing(ask: Ask, seen: Sight) -> Reply:
    """What is missing, why, and until when a refusal is in time."""
    term = ask.desk.decisions.refusal_clock(seen.case)
    items = ask.desk.work.items(seen.case)
    screen = work_acts.refuse_screen(seen.case, items, term, day_of(ask.visitor.now), ask.texts)
    return await paged(ask, seen, screen)


async def _refuse_reason(ask: Ask) -> Reply:
    seen = await ask.desk.access.sight(Act.REFUSE, ask.aim)
    screen = work_acts.ask_screen(seen.case, Act.REFUSE, REFUSE_REASON, ask.texts)
    return await asked(ask, seen, screen, Act.REFUSE, REFUSE_REASON)


async def _refused(ask: Ask) -> Reply:
    seen = await ask.desk.decisions.refuse(ask.aim)
    office = ask.desk.office_card(seen.case, ask.visitor.now)
    letter = RefusalLetter(seen.case.id)
    notices = (
        to_applicant(seen.case, partial(told.refused_screen, seen.case, office)),
        to_applicant(seen.case, partial(told.letter_screen, letter)),
        *await after_outcome(ask.desk, seen.case),
    )
    reply = await carded(ask, seen, *notices)
    paper = work_card.file_screen(seen.case, letter, ask.texts, "work-letter-file")
    return Reply((*reply.screens, paper), notices, toast=ask.texts.plain("toast-refused"), case_id=seen.case.id)


async def _issue(ask: Ask) -> Reply:
    return await issuing(ask, await ask.desk.access.sight(Act.ISSUE, ask.aim))


async def issuing(ask: Ask, seen: Sight) -> Reply:
    """The next thing to write down, or the last look."""
    screen, wanted = work_acts.issue_screen(seen.case, ask.texts), missing_line(seen.case)
    if not wanted or wanted == BY:
        return await paged(ask, seen, screen)
    return await asked(ask, seen, screen, Act.ISSUE, wanted)


async def _collector(ask: Ask) -> Reply:
    if not ask.argument:  # from the beginning
        return await issuing(ask, await ask.desk.decisions.forget_collector(ask.aim))
    if ask.argument not in WHO:
        raise BadTap(ask.argument)
    return await issuing(ask, await ask.desk.decisions.choose_collector(ask.aim, representative=WHO[ask.argument]))


async def _issued(ask: Ask) -> Reply:
    seen = await ask.desk.decisions.issue(ask.aim)
    notice = to_applicant(seen.case, partial(told.issued_screen, seen.case))
    return await carded(ask, seen, notice, *await after_outcome(ask.desk, seen.case), toast="toast-issued")


OUTCOMES: dict[str, tuple[Act, Callable[[Ask], Awaitable[Reply]]]] = {
    "refuse": (Act.REFUSE, _refuse),
    "refuse-tick": (Act.REFUSE, _refuse_tick),
    "refuse-reason": (Act.REFUSE, _refuse_reason),
    "refused": (Act.REFUSE, _refused),
    "issue": (Act.ISSUE, _issue),
    "collector": (Act.ISSUE, _collector),
    "issued": (Act.ISSUE, _issued),
}
