"""Blank application forms to fill in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import FormCallback
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import Html, lines, paragraphs, safe

if TYPE_CHECKING:
    from dialogs.made import GeneratedContent
    from dialogs.ui.texts import Texts
    from domain.standard.edition import Form, Standard

GET = "get"
APPENDICES = (7, 8)  # the applications; forms 5 and 6 are issued by the office


def forms_screen(standard: Standard, back: Button, texts: Texts) -> Screen:
    """Lists the forms by their official titles, each with a download button."""
    forms = [standard.forms[appendix] for appendix in APPENDICES]
    text = paragraphs(
        texts("forms", button=texts.plain("home-apply-button")),
        *(_about(form, texts) for form in forms),
    )
    buttons = [_get_button(form, standard.status.id, texts) for form in forms]
    return Screen(text, column(*buttons, back))


def form_screen(form: Form, file: GeneratedContent, texts: Texts) -> Screen:
    """Sends one blank form as a file."""
    return Screen(_about(form, texts), made=file)


def _about(form: Form, texts: Texts) -> Html:
    whose = texts(f"forms-for-{form.subject}", appendix=str(form.appendix))
    return lines(whose, safe(f"{form.heading} {form.subheading}"))


def _get_button(form: Form, edition: str, texts: Texts) -> Button:
    data = FormCallback(GET, str(form.appendix), edition).pack()
    return Button(texts.plain(f"forms-get-{form.subject}-button"), data)
