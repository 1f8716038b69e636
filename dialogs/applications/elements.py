"""Shared by the screens of an application: callback data, texts of answers, ways back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dialogs.offices.names import shown_name
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.dates import full_date
from dialogs.ui.formatting import slug
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button
from dialogs.ui.texts import safe
from domain.applications.territory import read_territory
from domain.standard.questions import Kind, Role
from domain.text import clipped

if TYPE_CHECKING:
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.standard.edition import Standard
    from domain.standard.questions import Choice, Question

NEW = "new"  # said by the button of the introduction: not one of the drafts
DATE_KINDS = frozenset({Kind.PAST_DATE, Kind.START_DATE, Kind.END_DATE})


def application_callback(case: Case, action: str, argument: str = "") -> str:
    """Callback data of a button about this version of an application."""
    return ApplicationCallback.about(case, action, argument).pack()


def application_button(case: Case, texts: Texts, text: str, action: str, argument: str = "") -> Button:
    """A button about this version, with the text of this id."""
    return Button(texts.plain(text), application_callback(case, action, argument))


def later_button(texts: Texts) -> Button:
    """Leaves the draft, which is already saved."""
    return Button(texts.plain("apply-later-button"), home_button(texts).data)


def new_button(texts: Texts) -> Button:
    """Introduces the service to whoever wants another application, drafts or not."""
    return Button(texts.plain("apply-new-button"), ApplicationCallback("intro", NEW).pack())


def continue_button(case_id: str, texts: Texts) -> Button:
    """Returns to the draft from a message about it."""
    return Button(texts.plain("draft-continue-button"), ApplicationCallback("open", case_id).pack())


def shown_answer(case: Case, question: Question, standard: Standard, texts: Texts, room: int | None = None) -> Html:
    """Formats an answer for people; free text is cut to the room there is."""
    value = case.answers[question.id]
    if question.kind in DATE_KINDS:
        return full_date(date.fromisoformat(value), texts)
    if choice := question.choice(value):
        return texts(choice_text(question, choice))
    if question.role is Role.OFFICE:
        return safe(shown_name(standard.unit(standard.find_unit_id(value)).corrected(), texts))
    if question.kind is Kind.PLACE:
        value = shown_territory(case, value, standard, texts)
    return safe(clipped(value, room) if room else value)


def shown_territory(case: Case, written: str, standard: Standard, texts: Texts) -> str:
    """The territory in the reader's language, unless what is `written` on the form is not just the chosen places."""
    territory = read_territory(case.answers, standard)
    return territory.words_in(texts.language) if territory and territory.words == written else written


def choice_text(question: Question, choice: Choice) -> str:
    """The text id of a choice."""
    return f"choice-{slug(question.id)}-{choice.text}"


def choices_text(first: Question, one: Choice, second: Question, other: Choice) -> str:
    """The text id of a button that answers two questions."""
    return f"{choice_text(first, one)}-{slug(second.id)}-{other.text}"
