"""Screens of a refusal (point 16): missing items, defects of received ones, explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.casework.elements import (
    ask_text_screen,
    case_button,
    case_callback,
    case_card_button,
    item_name,
    shortfall_rows,
)
from dialogs.ui.dates import full_date, long_date
from dialogs.ui.formatting import case_number
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs
from domain.calendar import day_of
from domain.text import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.calendar import Deadline
    from domain.standard.edition import Defect
    from services.casework.refusals import Weighed


LOOSE_ROOM = 500  # units of a reason for all items, as it was asked for before


def refuse_screen(weighed: Weighed, term: Deadline, today: date, texts: Texts) -> Screen:
    """Shows the grounds named so far, what else could be named, and the term of a refusal; missing items first."""
    case, named = weighed.seen.case, {each.item for each in weighed.named}
    wanting = [item_name(each, texts) for each in weighed.unexplained]
    text = paragraphs(
        texts("work-refuse", number=case_number(case)),
        texts("work-refuse-late" if today > term.last else "work-refuse-term", date=long_date(term.last, texts)),
        shortfall_rows(weighed.named, texts),
        texts("work-refuse-unexplained", items=", ".join(wanting)) if wanting else None,
        texts("work-refuse-loose", text=clipped(weighed.loose, LOOSE_ROOM)) if weighed.loose else None,
        texts("work-refuse-told") if weighed.complete else None,
    )
    items = sorted(weighed.items, key=lambda item: item in case.received)
    return Screen(
        text,
        column(
            *(_item_button(case, each, texts, named=each in named) for each in items),
            *(_words_button(case, each.item, texts) for each in weighed.named),
            case_button(case, texts, "work-refused-button", "refused") if weighed.complete else None,
            case_card_button(case, texts),
        ),
    )


def defect_screen(weighed: Weighed, item: str, defects: Sequence[Defect], texts: Texts) -> Screen:
    """Asks what is wrong with a received item; some defects are offered only after the item was requested again."""
    case, place = weighed.seen.case, weighed.items.index(item)
    first = item not in weighed.again
    received = full_date(day_of(case.received[item]), texts)
    chosen = [
        Button(_defect_name(each, texts, first=first), case_callback(case, "refuse-as", f"{place}.{each.id}"))
        for each in defects
    ]
    fine = case_button(case, texts, "work-defect-none-button", "refuse-as", f"{place}.")
    text = texts("work-defect", number=case_number(case), item=item_name(item, texts), date=received)
    back = case_button(case, texts, "work-defect-back-button", "refuse")
    taken_back = fine if any(each.item == item for each in weighed.named) else None
    return Screen(text, column(*chosen, taken_back, back))


def words_screen(case: Case, item: str, texts: Texts, problem: Html | None = None) -> Screen:
    """Asks for an explanation about an item; older buttons name no item."""
    about = texts("work-writing-item", number=case_number(case), item=item_name(item, texts)) if item else None
    title = about or texts("work-writing", number=case_number(case))
    return ask_text_screen(case, title, "work-ask-refuse-words", texts, problem)


def _item_button(case: Case, item: str, texts: Texts, *, named: bool) -> Button:
    if item in case.received:
        mark = "work-defective" if named else "work-received-mark"
    else:
        mark = "work-ticked" if named else "work-unticked"
    return Button(texts.plain(mark, item=item_name(item, texts)), case_callback(case, "refuse-tick", item))


def _words_button(case: Case, item: str, texts: Texts) -> Button:
    return Button(
        texts.plain("work-refuse-words-button", item=item_name(item, texts)), case_callback(case, "refuse-words", item)
    )


def _defect_name(defect: Defect, texts: Texts, *, first: bool) -> str:
    name = texts.plain(f"defect-{defect.id}-button")
    return texts.plain("work-ask-first-button", defect=name) if defect.ask_first and first else name
