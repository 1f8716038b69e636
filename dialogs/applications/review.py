"""The whole application on one screen before filing, where each answer can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.checklist import declared_row, materials_text
from dialogs.applications.elements import application_button, later_button
from dialogs.applications.questions import answer_row
from dialogs.offices.names import name_and_address, shown_name
from dialogs.offices.screens import visit_button
from dialogs.prepared import LAW, basis_text, entry_callback, unknown_text
from dialogs.ui.formatting import cited, slug
from dialogs.ui.length import most_room
from dialogs.ui.screen import Button, Screen, column, grid
from dialogs.ui.texts import Html, lines, paragraphs
from domain.applications.checklist import cards, needed
from domain.standard.questions import Part

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.applications.checklist import NeededItem
    from domain.standard.edition import Standard
    from services.offices.finder import Card

ANSWER_ROOMS = (120, 80, 50, 30)  # units of an answer, the most that lets one message hold them all
MATERIALS_ROOM = 900  # units of the list of materials beside the longest answers; less beside shorter ones


def review_screen(case: Case, standard: Standard, texts: Texts, *, connected: bool) -> Screen:
    """Shows the application as it would be filed, and what it lacks."""
    lacking = [each for each in cards(case, standard) if each.declared != "have"]

    def draw(room: int) -> Html:
        return paragraphs(
            texts("review-title", subject=texts(f"subject-{case.subject}")),
            lines(*_answers(case, standard, texts, room)),
            lines(*(declared_row(each, texts) for each in cards(case, standard))),
            _materials(case, texts, room) if case.materials else None,
            _lacking(lacking, texts) if lacking else None,
            None if connected else texts("office-not-connected"),
            texts("review-file-warning") if connected and not lacking else None,
        )

    file = "review-file-button" if connected else "review-package-button"
    ready = connected is False or not lacking
    return Screen(
        draw(most_room(draw, *ANSWER_ROOMS, below=basis_text(standard, texts))),
        column(
            application_button(case, texts, file, "file" if connected else "package") if ready else None,
            application_button(case, texts, "review-preview-button", "preview"),
            application_button(case, texts, "review-edit-button", "answers"),
            application_button(case, texts, "review-checklist-button", "documents"),
            application_button(case, texts, "review-discard-button", "discard"),
            later_button(texts),
        ),
    )


def answers_screen(case: Case, standard: Standard, texts: Texts) -> Screen:
    """Asks which answer to change."""
    buttons = [
        application_button(case, texts, f"label-{slug(each.id)}", "edit", each.id)
        for each in standard.questions[case.subject].asked(case.answers)
    ]
    return Screen(
        texts("review-edit"), (*grid(buttons, 18), *column(application_button(case, texts, "review-button", "review")))
    )


def confirm_screen(case: Case, standard: Standard, texts: Texts) -> Screen:
    """Asks for confirmation before filing."""
    text = texts("file-confirm", office=shown_name(standard.unit(case.filed_office).corrected(), texts))
    return Screen(
        text,
        column(
            application_button(case, texts, "file-button", "file"),
            application_button(case, texts, "review-button", "review"),
        ),
    )


def discard_screen(case: Case, texts: Texts) -> Screen:
    """Asks for confirmation before erasing the draft."""
    return Screen(
        texts("discard-confirm"),
        column(
            application_button(case, texts, "discard-button", "erase"),
            application_button(case, texts, "review-button", "review"),
        ),
    )


def _answers(case: Case, standard: Standard, texts: Texts, room: int) -> list[Html]:
    rows: list[Html] = []
    for each in standard.questions[case.subject].asked(case.answers):
        row = answer_row(case, each, standard, texts, room)
        rows.append(texts("review-row-certificate", row=row) if each.part is Part.CERTIFICATE else row)
    return rows


def _materials(case: Case, texts: Texts, room: int) -> Html:
    return lines(texts("review-materials"), materials_text(case, texts, MATERIALS_ROOM * room // ANSWER_ROOMS[0]))


def _lacking(lacking: list[NeededItem], texts: Texts) -> Html:
    rows = (
        texts("review-lacking-row", item=texts(f"item-{each.item.id}"), cites=cited(str(each.item.cites), texts))
        for each in lacking
    )
    return lines(texts("review-lacking"), *rows)


def package_screen(case: Case, card: Card, standard: Standard, texts: Texts) -> Screen:
    """Says what to print and bring where, for an office that issues no receipts through the bot."""
    rows = (
        texts("handover-row", item=texts(f"item-{each.item.id}"), count=each.copies) for each in needed(case, standard)
    )
    text = paragraphs(
        texts("package-title"),
        name_and_address(card.unit, texts),
        lines(texts("package-bring"), *rows),
        texts("package-no-receipt"),
        unknown_text(standard, texts),
    )
    review = application_button(case, texts, "review-button", "review")
    law = Button(texts.plain("prepared-law-button"), entry_callback(LAW, case.id, standard))
    visit = law if standard.preparation else visit_button(card, texts)
    return Screen(text, column(visit, review, later_button(texts)))
