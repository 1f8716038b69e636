"""Screens of a refusal on substance: which ground of the edition, the explanation, and what the applicant is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import case_button, case_callback, case_card_button
from dialogs.casework.notices import refused_on_substance_screen
from dialogs.casework.previews import quoted
from dialogs.ui.dates import long_date
from dialogs.ui.formatting import case_number
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs

if TYPE_CHECKING:
    from datetime import date

    from dialogs.ui.texts import Html, Texts
    from services.casework.substance import SubstanceRefusal
    from services.offices.finder import Card


def substance_screen(found: SubstanceRefusal, card: Card, today: date, texts: Texts) -> Screen:
    """Asks for the ground and says by when; once nothing is wanting, shows what the applicant is told."""
    case, chosen, last = found.seen.case, found.chosen, found.term.last
    text = paragraphs(
        texts("work-substance", number=case_number(case)),
        texts("work-substance-late" if today > last else "work-substance-term", date=long_date(last, texts)),
        texts("work-ground-unexplained") if chosen and found.after is None else None,
        _preview(found, card, texts),
    )
    return Screen(
        text,
        column(
            *(
                Button(
                    texts.plain(
                        "work-ticked" if each == chosen else "work-unticked",
                        item=texts.plain(f"ground-{each.id}-button"),
                    ),
                    case_callback(case, "ground", each.id),
                )
                for each in found.grounds
            ),
            case_button(case, texts, "work-ground-words-button", "ground-words") if chosen else None,
            case_button(case, texts, "work-refused-button", "refused-on") if found.after else None,
            case_card_button(case, texts),
        ),
    )


def _preview(found: SubstanceRefusal, card: Card, texts: Texts) -> Html | None:
    if found.chosen is None or found.after is None:
        return None
    told = refused_on_substance_screen(found.after, found.chosen, card, texts).text
    return lines(texts("work-receiving-told"), quoted(told))
