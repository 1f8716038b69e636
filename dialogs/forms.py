"""Blank application forms to fill in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.ui.callback_data import FormCallback
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import Html, lines, paragraphs, safe

if TYPE_CHECKING:
    from dialogs.made import GeneratedContent
    from dialogs.ui.texts import Texts
    from domain.standard.edition import Standard
    from domain.standard.forms import Form
    from domain.standard.kinds import ApplicationKind

GET = "get"


def forms_screen(standard: Standard, back: Button, texts: Texts) -> Screen:
    """Lists the forms of applications by their official titles, each with a download button."""
    kinds = standard.kinds.values()
    text = paragraphs(
        texts("forms", button=texts.plain("home-apply-button")),
        *(_about(kind, standard.forms[kind.form], texts) for kind in kinds),
    )
    return Screen(text, column(*(_get_button(kind, standard.status.id, texts) for kind in kinds), back))


def form_screen(kind: ApplicationKind, form: Form, file: GeneratedContent, texts: Texts) -> Screen:
    """Sends one blank form as a file."""
    return Screen(_about(kind, form, texts), made=file)


def _about(kind: ApplicationKind, form: Form, texts: Texts) -> Html:
    whose = texts(f"forms-for-{kind.id}", appendix=str(form.appendix))
    return lines(whose, safe(f"{form.heading} {form.subheading}"))


def _get_button(kind: ApplicationKind, edition: str, texts: Texts) -> Button:
    return Button(texts.plain(f"forms-get-{kind.id}-button"), FormCallback(GET, kind.form, edition).pack())
