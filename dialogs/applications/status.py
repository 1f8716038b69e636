"""The status of a case in one short message, which its applicant can pin: it depends on the case alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.offices.names import phones, shown_name
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.dates import full_date, pause_reason, tappable_date
from dialogs.ui.formatting import slug
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.calendar import day_of

if TYPE_CHECKING:
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from services.offices.finder import Card


def status_screen(case: Case, card: Card, deadlines: CaseDeadlines, texts: Texts) -> Screen:
    """Where the case stands; its buttons lead to messages of their own, so that this one stays what it is."""
    text = paragraphs(
        texts("case-title", number=case.filing.number),
        state_text(case, texts),
        term_text(deadlines, texts),
        office_text(card, texts),
    )
    opens = Button(texts.plain("late-case-button"), ApplicationCallback("status", case.id).pack())
    return Screen(text, column(opens, unpin_button(case, texts)))


def unpin_button(case: Case, texts: Texts) -> Button:
    """Unpins the status; it works in any state of the case."""
    return Button(texts.plain("unpin-button"), ApplicationCallback("unpin", case.id).pack())


def state_text(case: Case, texts: Texts) -> Html:
    """Where the case stands; a refusal on substance rests on another part of the edition."""
    on_substance = case.refusal is not None and case.refusal.ground
    state = "state-refused-on-substance" if on_substance else f"state-{slug(case.state)}"
    return texts(state, filed=full_date(day_of(case.filing.at), texts))


def term_text(deadlines: CaseDeadlines, texts: Texts) -> Html | None:
    """The last day of the term that runs, or since when it stands still; None if there is none."""
    if (pause := deadlines.pause) is not None:
        return texts("case-paused", date=full_date(pause.first, texts), reason=pause_reason(pause.reason, texts))
    return texts(f"case-{deadlines.term}", date=tappable_date(deadlines.last, texts)) if deadlines.last else None


def office_text(card: Card, texts: Texts) -> Html:
    """The office and its phone numbers."""
    return lines(safe(shown_name(card.unit, texts)), phones(card.unit, texts))
