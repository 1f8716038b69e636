"""Which form a button means: new ones say its id, and only old ones its printed number."""

from __future__ import annotations

from dataclasses import replace

from dialogs.forms import forms_screen
from dialogs.ui.callback_data import FormCallback, unpack
from dialogs.ui.screen import Button
from dialogs.ui.texts import Texts
from domain.standard.edition import Standard


def crossed(standard: Standard) -> Standard:
    """The edition in which each of two forms has the printed number of the other as its id."""
    one, other = (standard.forms[each.form] for each in standard.kinds.values())
    named = {one.id: str(other.appendix), other.id: str(one.appendix)}
    forms = {named[each.id]: replace(each, id=named[each.id]) for each in (one, other)}
    kinds = {name: replace(each, form=named[each.form]) for name, each in standard.kinds.items()}
    return replace(standard, forms={**standard.forms, **forms}, kinds=kinds)


def test_a_new_button_says_the_id(standard: Standard, russian: Texts) -> None:
    """Whatever number is printed on the form."""
    buttons = [each for row in forms_screen(standard, Button("", "back"), russian).rows for each in row]
    said = [each.argument for each in (unpack(one.data) for one in buttons[:-1]) if isinstance(each, FormCallback)]
    assert said == [each.form for each in standard.kinds.values()]
    assert not set(said) & {str(each.appendix) for each in standard.forms.values()}


def test_the_id_comes_before_the_number(standard: Standard) -> None:
    """A button brings the form that it was drawn for, also where its id is the number of another."""
    edition = crossed(standard)
    for each in edition.kinds.values():
        form = edition.application_form(each.form)
        assert form
        assert form.id == each.form
    for each in standard.kinds.values():
        form = standard.forms[each.form]
        assert standard.application_form(str(form.appendix)) is form
    assert standard.application_form("99") is None
