"""Which question the next text message answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.core.reply import Expectation

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext

ANSWERING = "apply"  # a draft's question, or its list of materials
UPLOADING = "upload"  # a copy of a document
WRITING = "work"  # a line that an officer's act needs: `question` is `act.line.version`
COMPLAINING = "complaining"  # the author of a complaint: name, address, text or a reason
HANDLING = "handling"  # who answers a complaint: `question` is `handling.version`
JOINING = "joining"  # the name of somebody who was invited; the question is the invitation's id
FURTHER = "further"  # a registered missionary's further materials


def expectation(case_id: str, what: str, kind: str = ANSWERING) -> Expectation:
    """The same for a reply that could not change the state itself."""
    return Expectation(kind, case_id, what) if what else Expectation()


async def expect(state: FSMContext, case_id: str, what: str, kind: str = ANSWERING) -> None:
    """The next text answers this; with an empty `what` none does."""
    if what:
        await state.set_state(kind)
        await state.set_data({"case": case_id, "question": what})
    else:
        await state.clear()
