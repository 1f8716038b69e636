"""Appendix 6: the reference note of a small group."""

from __future__ import annotations

import pytest

from documents.applications import Forms
from domain.standard.edition import Standard
from domain.standard.forms import FieldSource
from tests.documents.reading import every_word
from tests.documents.samples import ANSWERS
from tests.factories.units import GROUP
from tests.standard.forms import check_words
from tests.standard.source import SOURCE, squeeze

LINES = (9517, 9542)  # of the published text

FILLED = [
    "Отдел внутренней политики Аршалинского района",
    "наименование органа, зарегистрировавшего заявление",
    "Справка",
    "об учетной регистрации и перерегистрации малочисленной группы, не имеющей признаков юридического лица",
    "п. Аршалы\t",
    "№ 3/2026\t",
    '"05" ноября 2026 года',
    "Наименование религиозной группы: «Надежда»\t",
    "Вероисповедная принадлежность группы: христианство\t",
    "Руководитель группы: Иванова Анна Петровна\t",
    "Местонахождение группы: Акмолинская область, п. Аршалы, ул. Абая, 87\t",
    "Территория, в пределах которой она осуществляет свою деятельность: Аршалинский район\t",
    "Руководитель органа\tПодпись \t",
    "Печать",
]


@pytest.fixture(scope="module")
def forms(standard: Standard) -> Forms:
    return Forms(standard.printed_forms, standard.printed_templates)


def test_labels_and_captions(standard: Standard) -> None:
    """Heading, labels and captions stand as in the appendix, in its order."""
    check_words(standard.printed_forms[6], *LINES)


def test_who_fills_what(standard: Standard) -> None:
    """Every line is for a group and has the source of its content."""
    form = standard.printed_forms[6]
    assert standard.kind_of_form(form).id == GROUP
    assert [part for field in form.fields for part in field.parts] == [
        "office_name",
        "office_city",
        "certificate_number",
        "certificate_date",
        "group_name",
        "confession",
        "leader_name",
        "location",
        "territory",
    ]


@pytest.mark.standard("app.6")
def test_blank_it_is_the_appendix_itself(forms: Forms) -> None:
    """Left blank, the note is the appendix word for word, from its heading to the seal."""
    printed, ours = "\n".join(SOURCE[LINES[0] - 1 : LINES[1] - 1]), every_word(forms.blank(6))
    assert squeeze(ours).replace("_", "") == squeeze(printed).replace("_", "")


@pytest.mark.standard("app.6")
def test_filled_it_has_every_answer_on_its_line(forms: Forms, standard: Standard) -> None:
    """Filled in, the note has each value on its line; signature and seal are left blank."""
    shown = every_word(forms.filled(6, ANSWERS[6])).splitlines()
    assert " ".join(shown[: -len(FILLED)]) == (
        f'Приложение 6 к стандарту государственной услуги "{standard.status.title}"'
    )
    assert shown[-len(FILLED) :] == FILLED


def test_a_line_without_its_value_is_ruled(forms: Forms, standard: Standard) -> None:
    """Whichever value is missing, its line looks as on the blank form, and the others keep theirs."""
    blank = every_word(forms.blank(6)).splitlines()
    for field in standard.printed_forms[6].fields:
        if field.source is FieldSource.HAND:
            continue
        answers = {part: text for part, text in ANSWERS[6].items() if part not in field.parts}
        shown = every_word(forms.filled(6, answers)).splitlines()
        kept = [row for row in FILLED if row in shown]
        assert len(kept) == len(FILLED) - 1, field.id
        assert set(shown) - set(FILLED) <= set(blank), field.id
