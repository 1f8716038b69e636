"""The proof of a case's history, and the choice of a case for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.navigation import back_to_application_button, home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs
from domain.files import Attachment, safe_name
from domain.history import proof_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.history import Proof

PROOF = "proof"
MOST_SHOWN = 20


def proof_screen(proof: Proof, texts: Texts) -> Screen:
    """Sends the proof as a file and explains how to check it."""
    number = proof.case.filing.number
    content = json.dumps(proof_value(proof), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    text = paragraphs(texts("proof-title", number=number, count=len(proof.entries)), texts("proof-check"))
    return Screen(
        text,
        column(back_to_application_button(proof.case.id, texts)),
        file=Attachment(f"istoriya-{safe_name(number)}.json", content),
    )


def proof_button(case: Case, texts: Texts, label: str = "") -> Button:
    """Requests the proof of a case."""
    return Button(label or texts.plain("proof-button"), ApplicationCallback.about(case, PROOF).pack())


def which_screen(cases: Sequence[Case], texts: Texts) -> Screen:
    """Asks which case to prove, or says that there is none yet."""
    if not cases:
        return Screen(texts("proof-none"), column(home_button(texts)))
    buttons = [
        proof_button(each, texts, texts.plain("proof-of", number=each.filing.number)) for each in cases[:MOST_SHOWN]
    ]
    return Screen(texts("proof-which"), column(*buttons, home_button(texts)))
