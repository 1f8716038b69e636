"""Before any personal data: what the service is, what it needs, and the consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.applications.elements import cited, open_tap
from dialogs.ui.navigation import base_tap, home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import lines, paragraphs
from domain.applications.checklist import APPLICATION
from domain.people import NOTICE_VERSION
from domain.standard.edition import Condition, Subject

if TYPE_CHECKING:
    from dialogs.ui.texts import Html, Texts
    from domain.people import Person
    from domain.standard.edition import ChecklistItem, Standard


def intro_screen(standard: Standard, texts: Texts) -> Screen:
    """What the service is; who applies?"""
    buttons = [Button(texts.plain(f"subject-{each}"), open_tap("subject", each)) for each in Subject]
    text = texts("apply-intro", days=standard.timings["decision"].amount)
    return Screen(text, column(*buttons, home_button(texts)))


def subject_screen(subject: Subject, standard: Standard, texts: Texts) -> Screen:
    """What is needed, in plain words; begin?"""
    rows = [_row(item, texts) for item in standard.checklists[subject]]
    text = paragraphs(texts(f"apply-needed-{subject}"), lines(*rows), texts("apply-needed-way"))
    return Screen(
        text,
        column(
            Button(texts.plain("apply-begin-button"), open_tap("begin", subject)),
            Button(texts.plain("apply-back-button"), open_tap("intro")),
            home_button(texts),
        ),
    )


def consent_screen(subject: Subject, texts: Texts) -> Screen:
    """The privacy notice, and a consent that begins at once."""
    agree = Button(texts.plain("apply-agree-button"), open_tap("agree", f"{subject}.{NOTICE_VERSION}"))
    back = Button(texts.plain("apply-back-button"), open_tap("subject", subject))
    return Screen(paragraphs(texts("privacy", version=NOTICE_VERSION), texts("apply-consent")), column(agree, back))


def can_begin(person: Person) -> bool:
    """Whether personal data may be asked for."""
    return person.consents


def privacy_button(texts: Texts) -> Button:
    """The way to the privacy notice."""
    return Button(texts.plain("home-privacy-button"), base_tap("privacy"))


def _row(item: ChecklistItem, texts: Texts) -> Html:
    name = texts(f"item-{item.id}") if item.id != APPLICATION else texts("item-application")
    told = texts("apply-needed-row", item=name, cites=cited(str(item.cites), texts))
    if item.condition is Condition.ALWAYS:
        return told
    return texts("apply-needed-if", row=told, condition=texts(f"condition-{item.condition}"))
