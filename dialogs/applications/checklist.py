"""The checklist of point 11, one card for each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import application_button, application_callback, later_button
from dialogs.applications.visits import forward_button
from dialogs.ui.formatting import cited
from dialogs.ui.length import leading
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs, safe
from domain.applications.case import Declaration
from domain.applications.checklist import cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.applications.checklist import NeededItem
    from domain.errors import TooMany
    from domain.standard.edition import Standard

SHOWN_MATERIALS = 15
MATERIALS_ROOM = 2000  # units


def card_screen(case: Case, needed: NeededItem, standard: Standard, texts: Texts, *, explained: bool = False) -> Screen:
    """Asks whether the applicant has one item; `explained` adds what it is."""
    if needed.is_list:
        return materials_screen(case, standard, texts, explained=explained)
    name = needed.item.id
    text = paragraphs(
        _place(case, needed, standard, texts),
        texts("card-item", item=texts(f"item-{name}")),
        texts("card-copies", count=needed.copies) if needed.item.copies else None,
        texts(f"item-{name}-what") if explained else None,
        texts("card-source", title=needed.item.title, cites=cited(str(needed.item.cites), texts))
        if explained
        else None,
        _said(needed, texts),
    )
    return Screen(
        text,
        column(
            application_button(case, texts, "card-have-button", "have", name),
            application_button(case, texts, "card-not-yet-button", "lack", name),
            application_button(case, texts, "card-attach-button", "attach", name) if needed.item.upload else None,
            None if explained else application_button(case, texts, "card-what-button", "what", name),
            *_ways(case, texts),
        ),
    )


def materials_screen(
    case: Case, standard: Standard, texts: Texts, *, explained: bool = False, problem: Html | None = None
) -> Screen:
    """Asks for the list of literature and materials, one a line."""
    needed = next(each for each in cards(case, standard) if each.is_list)
    name = needed.item.id
    text = paragraphs(
        problem,
        _place(case, needed, standard, texts),
        texts("card-item", item=texts(f"item-{name}")),
        texts(f"item-{name}-what") if explained else None,
        texts("materials-how"),
        materials_text(case, texts) if case.materials else None,
        _said_none(needed, texts),
    )
    return Screen(
        text,
        column(
            application_button(case, texts, "materials-done-button", "have", name) if case.materials else None,
            application_button(case, texts, "materials-clear-button", "clear") if case.materials else None,
            None if case.materials else application_button(case, texts, "materials-none-button", "have", name),
            application_button(case, texts, "card-not-yet-button", "lack", name),
            None if explained else application_button(case, texts, "card-what-button", "what", name),
            *_ways(case, texts),
        ),
    )


def checklist_screen(case: Case, standard: Standard, texts: Texts, problem: Html | None = None) -> Screen:
    """All documents on one page: one button for the whole package, and one for each document that is not there yet.

    The list of literature and materials is written as a message.
    """
    asked = cards(case, standard)
    listed = next((each for each in asked if each.is_list), None)
    text = paragraphs(
        problem,
        texts("checklist-ask"),
        lines(*(declared_row(each, texts) for each in asked)),
        _list_text(case, listed, texts) if listed else None,
    )
    return Screen(
        text,
        column(
            _all_button(case, asked, listed, texts),
            *(_turn_button(case, each, texts) for each in asked if not each.is_list),
            application_button(case, texts, "checklist-more-button", "list"),
            later_button(texts),
        ),
    )


def _list_text(case: Case, listed: NeededItem, texts: Texts) -> Html | None:
    """The list so far, or how to write it; nothing once there is none to come."""
    if case.materials:
        return lines(materials_text(case, texts), texts("checklist-list-more"))
    return texts("checklist-list-how") if listed.declared is None else None


def _all_button(case: Case, asked: Sequence[NeededItem], listed: NeededItem | None, texts: Texts) -> Button | None:
    """Says that whatever was not said to be lacking is there; its words say what that means for the materials."""
    if all(each.declared for each in asked):
        return application_button(case, texts, "review-button", "review")
    rest = any(each.declared is Declaration.NOT_YET for each in asked)
    none = listed is not None and listed.declared is None
    name = f"checklist-{'rest' if rest else 'all'}{'-none' if none else ''}-button"
    return application_button(case, texts, name, "all")


def _turn_button(case: Case, needed: NeededItem, texts: Texts) -> Button:
    """Says of one document the opposite of what stands there."""
    item = texts.plain(f"item-{needed.item.id}-button")
    lacks = needed.declared is Declaration.NOT_YET
    name, action = ("checklist-have-button", "have") if lacks else ("checklist-lack-button", "lack")
    return Button(texts.plain(name, item=item), application_callback(case, action, needed.item.id))


def list_screen(case: Case, standard: Standard, texts: Texts) -> Screen:
    """Lists all items with what was declared; each opens its card."""
    text = paragraphs(texts("checklist-title"), lines(*(declared_row(each, texts) for each in cards(case, standard))))
    buttons = [
        application_button(case, texts, f"item-{each.item.id}-button", "item", each.item.id)
        for each in cards(case, standard)
    ]
    return Screen(
        text,
        column(
            *buttons,
            forward_button(case, texts) if case.office else None,
            application_button(case, texts, "review-button", "review"),
            later_button(texts),
        ),
    )


def declared_row(needed: NeededItem, texts: Texts) -> Html:
    """One item of the list with what was declared."""
    state = "none" if needed.is_none else needed.declared or "unseen"
    row = texts(f"checklist-{state}", item=texts(f"item-{needed.item.id}"))
    return texts("checklist-copies", row=row, count=needed.copies) if needed.item.copies else row


def materials_text(case: Case, texts: Texts, room: int = MATERIALS_ROOM) -> Html:
    """The materials entered so far; a long list is shortened on the screen to `room` units, never on paper."""
    rows = (
        texts("materials-row", title=each.title, count=str(each.count), kind=safe(each.kind))
        for each in case.materials[:SHOWN_MATERIALS]
    )
    shown = leading(rows, room)
    left = len(case.materials) - len(shown)
    return lines(*shown, texts("materials-more", count=left) if left else None)


def materials_problem_text(error: TooMany, texts: Texts) -> Html:
    """Says that the list is too long."""
    return texts("materials-too-many", most=error.most)


def _place(case: Case, needed: NeededItem, standard: Standard, texts: Texts) -> Html:
    row_of_cards = [each.item.id for each in cards(case, standard)]
    number = row_of_cards.index(needed.item.id) + 1
    return texts("card-place", number=str(number), total=str(len(row_of_cards)))


def _said(needed: NeededItem, texts: Texts) -> Html | None:
    if needed.declared is None:
        return None
    return texts("card-said-have" if needed.declared is Declaration.HAVE else "card-said-not-yet")


def _said_none(needed: NeededItem, texts: Texts) -> Html | None:
    return texts("materials-said-none") if needed.is_none else None


def _ways(case: Case, texts: Texts) -> tuple[Button, ...]:
    return (application_button(case, texts, "checklist-button", "list"), later_button(texts))
