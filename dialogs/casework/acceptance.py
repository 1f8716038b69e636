"""Screens of the refusal to accept an incomplete package: what is wrong with each item, what the applicant is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import application_button
from dialogs.casework.elements import case_button, case_callback, case_card_button, item_name, shortfall_rows
from dialogs.ui.formatting import case_number
from dialogs.ui.navigation import back_to_application_button, complain_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs
from services.casework.acceptance import MISSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialogs.made import GeneratedContent
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.standard.edition import Defect
    from domain.standard.refusals import Acceptance
    from services.casework.acceptance import LookedAt


def acceptance_screen(looked: LookedAt, rule: Acceptance, texts: Texts) -> Screen:
    """Shows what was found wrong so far, and all items to be looked at."""
    case, named = looked.seen.case, {each.item for each in looked.named}
    wanting = ", ".join(item_name(each, texts) for each in looked.unexplained)
    text = paragraphs(
        texts("work-not-accept", number=case_number(case), cites=texts.cited(str(rule.cites))),
        shortfall_rows(looked.named, texts),
        texts("work-refuse-unexplained", items=wanting) if wanting else None,
        texts("work-not-accept-told") if looked.complete else None,
    )
    marks = {True: "work-defective", False: "work-unticked"}
    return Screen(
        text,
        column(
            *(
                Button(
                    texts.plain(marks[each in named], item=item_name(each, texts)), case_callback(case, "short", each)
                )
                for each in looked.items
            ),
            *(
                Button(
                    texts.plain("work-refuse-words-button", item=item_name(each.item, texts)),
                    case_callback(case, "short-words", each.item),
                )
                for each in looked.named
            ),
            case_button(case, texts, "work-not-accepted-button", "not-accepted") if looked.complete else None,
            case_card_button(case, texts),
        ),
    )


def item_screen(looked: LookedAt, item: str, defects: Sequence[Defect], texts: Texts) -> Screen:
    """Asks what is wrong with an item: it is not there, or has one of its defects."""
    case, place = looked.seen.case, looked.items.index(item)
    findings = [(each.id, f"defect-{each.id}-button") for each in defects]
    if item not in case.received:
        findings.insert(0, (MISSING, "work-missing-button"))
    if any(each.item == item for each in looked.named):
        findings.append(("", "work-defect-none-button"))
    return Screen(
        texts("work-not-accept-item", number=case_number(case), item=item_name(item, texts)),
        column(
            *(
                Button(texts.plain(name), case_callback(case, "short-as", f"{place}.{finding}"))
                for finding, name in findings
            ),
            case_button(case, texts, "work-defect-back-button", "not-accept"),
        ),
    )


def not_accepted_screen(case: Case, rule: Acceptance, texts: Texts) -> Screen:
    """Tells the applicant what was missing, and how to apply again with the answers kept."""
    text = paragraphs(
        texts("told-not-accepted", number=case_number(case), cites=texts.cited(str(rule.cites))),
        shortfall_rows(case.return_of_package.shortfalls, texts),
        texts("told-not-accepted-ways"),
    )
    return Screen(
        text,
        column(
            application_button(case, texts, "case-again-button", "again"),
            complain_button(texts, case.id),
            back_to_application_button(case.id, texts),
        ),
    )


def not_accepted_letter_screen(file: GeneratedContent, texts: Texts) -> Screen:
    """Sends the letter to read; the signed one is given on the spot."""
    return Screen(texts("told-not-accepted-letter"), made=file)
