"""Pages about a case that officers look at; they hold for whatever the case is by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework import card as work_card
from dialogs.made import CASE, Attached, Certificate, RefusalLetter, StampedCopy
from dialogs.ui.callback_data import BadTap
from domain.casework.permissions import Act
from handlers.casework.steps import carded, paged
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from dialogs.made import Made
    from handlers.casework.steps import Ask

EXTENSIONS = {"jpeg": "jpg", "pdf": "pdf"}


async def _card(ask: Ask) -> Reply:
    return await carded(ask, await ask.desk.access.sight(Act.SEE, ask.aim))


async def _answers(ask: Ask) -> Reply:
    seen = await ask.desk.access.sight(Act.SEE, ask.aim)
    return await paged(ask, seen, work_card.answers_screen(seen.case, ask.desk.standard, ask.texts))


async def _copies(ask: Ask) -> Reply:
    seen = await ask.desk.access.sight(Act.SEE, ask.aim)
    uploads = await ask.desk.uploads.of_case(seen.case)
    return await paged(ask, seen, work_card.copies_screen(seen.case, uploads, ask.texts))


async def _copy(ask: Ask) -> Reply:
    seen = await ask.desk.access.sight(Act.SEE, ask.aim)
    if not ask.argument.isdecimal():
        raise BadTap(ask.argument)
    upload = await ask.desk.uploads.kept(seen.case, int(ask.argument))
    file = Attached(CASE, seen.case.id, upload.id, f"{upload.item}-{upload.id}.{EXTENSIONS[upload.kind]}")
    return await paged(ask, seen, work_card.file_screen(seen.case, file, ask.texts))


async def _papers(ask: Ask) -> Reply:
    """The stamped copy of the application; the certificate, note or letter that came of it."""
    seen = await ask.desk.access.sight(Act.SEE, ask.aim)
    case = seen.case
    files: list[Made] = [StampedCopy.of(case)]
    if case.certificate:
        files.append(Certificate(case.id))
    if case.refusal:
        files.append(RefusalLetter(case.id))
    await ask.state.clear()
    return Reply(tuple(work_card.file_screen(case, file, ask.texts) for file in files), case_id=case.id)


async def _history(ask: Ask) -> Reply:
    seen = await ask.desk.access.sight(Act.SEE, ask.aim)
    events = await ask.desk.access.events(seen)
    return await paged(ask, seen, work_card.history_screen(seen, events, ask.texts))


async def _clocks(ask: Ask) -> Reply:
    seen = await ask.desk.access.sight(Act.SEE, ask.aim)
    return await paged(ask, seen, work_card.clocks_screen(seen.case, ask.desk.cases.clocks(seen.case), ask.texts))


LOOKS: dict[str, Callable[[Ask], Awaitable[Reply]]] = {
    "card": _card,
    "answers": _answers,
    "copies": _copies,
    "copy": _copy,
    "papers": _papers,
    "history": _history,
    "clocks": _clocks,
}
