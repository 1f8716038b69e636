"""The survey: one question at a time, answered with one tap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import SurveyCallback
from dialogs.ui.navigation import home_button
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import paragraphs

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.indicators.survey import SurveySheet, Topic


def survey_screen(sheet: SurveySheet, texts: Texts) -> Screen:
    """Asks the next question, or says thanks; the last button declines."""
    topic = sheet.next
    if topic is None:
        return Screen(texts("svy-thanks"), column(home_button(texts)))
    number, count = sheet.topics.index(topic) + 1, len(sheet.topics)
    title = texts("svy-place", number=str(number), count=str(count)) if count > 1 else texts("svy-what")
    text = paragraphs(title, texts(f"svy-ask-{topic}"), texts("svy-why"))
    yes = Button(texts.plain("svy-yes-button"), _survey_callback("yes", sheet, topic))
    no = Button(texts.plain("svy-no-button"), _survey_callback("no", sheet, topic))
    stop = Button(texts.plain("svy-stop-button"), _survey_callback("stop", sheet))
    return Screen(text, ((yes, no), (stop,)))


def stopped_screen(texts: Texts) -> Screen:
    """Confirms that the person will not be asked."""
    return Screen(texts("svy-stopped"), column(home_button(texts)))


def _survey_callback(action: str, sheet: SurveySheet, topic: Topic | None = None) -> str:
    return SurveyCallback(action, f"{sheet.id}.{topic or ''}").pack()
