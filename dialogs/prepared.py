"""What screens say of a law by which applications are only prepared: its basis, and what is not known of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.dates import full_date
from dialogs.ui.formatting import cited
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.law import Law
    from dialogs.ui.texts import Html, Texts
    from domain.standard.edition import Standard

LAW = "law"
WAYS_IN = frozenset({"intro", "subject", "begin", "agree", LAW})
"""Actions of buttons on the way to a draft, which are about no record yet."""


def entry_callback(action: str, argument: str, standard: Standard) -> str:
    """Callback data of a button on the way to a draft: it names an edition in preparation, and else none."""
    return ApplicationCallback(action, argument, standard.status.id if standard.preparation else "").pack()


def basis_text(standard: Standard, texts: Texts) -> Html | None:
    """On what the page rests, and when that was last checked; None where applications are filed."""
    if standard.preparation is None:
        return None
    checked = full_date(standard.preparation.checked_on, texts)
    return texts("prepared-basis", basis=texts("prepare-basis"), date=checked)


def with_basis(screen: Screen, law: Law) -> Screen:
    """The screen with the basis below, if there is something to say."""
    basis = basis_text(law.standard, law.texts)
    return replace(screen, text=paragraphs(screen.text, basis)) if basis else screen


def unknown_text(standard: Standard, texts: Texts) -> Html | None:
    """What is not known of the law; None where applications are filed, or nothing is missing."""
    gaps = standard.preparation.unknown if standard.preparation else ()
    rows = (texts("prepared-unknown-row", what=texts(f"unknown-{each.id}")) for each in gaps)
    return lines(texts("prepared-unknown"), *rows) if gaps else None


def unregistered_texts(standard: Standard, texts: Texts, only: str = "") -> tuple[Html, ...]:
    """What the law says of kinds of application that it does not register: of all of them, or of one."""
    found = standard.preparation.unregistered.items() if standard.preparation else ()
    return tuple(
        texts(f"unregistered-{kind}", cites=cited(str(cites), texts)) for kind, cites in found if only in {"", kind}
    )


def warning_texts(subject: str, prepared: Sequence[Law]) -> tuple[Html, ...]:
    """What laws that are prepared under say of a kind of application of another edition, with their basis."""
    found = ((each, text) for each in prepared for text in unregistered_texts(each.standard, each.texts, subject))
    return tuple(paragraphs(text, basis_text(law.standard, law.texts)) for law, text in found)


def law_screen(standard: Standard, texts: Texts, back: Button) -> Screen:
    """What the law says besides: term, pause, refusal, complaints; told, and never counted."""
    term = standard.term(TermRole.RESULT)
    text = paragraphs(
        texts("prepare-law", days=term.amount, unit=term.unit),
        unknown_text(standard, texts),
        basis_text(standard, texts),
    )
    return Screen(text, column(back))


def offer_texts(prepared: Sequence[Law]) -> tuple[Html, ...]:
    """A sentence of each for the first page."""
    return tuple(each.texts("prepare-offer") for each in prepared)


def offer_buttons(prepared: Sequence[Law]) -> tuple[Button, ...]:
    """The ways in."""
    return tuple(
        Button(each.texts.plain("prepare-offer-button"), entry_callback("intro", "", each.standard))
        for each in prepared
    )
