"""Appendix 5: the certificate of a missionary."""

from __future__ import annotations

import pytest

from documents.applications import Forms
from domain.standard.edition import Standard
from domain.standard.forms import FieldSource
from tests.documents.reading import every_word
from tests.documents.samples import ANSWERS
from tests.factories.units import MISSIONARY
from tests.standard.forms import check_words
from tests.standard.source import SOURCE, squeeze

LINES = (9490, 9517)  # of the published text

FILLED = [
    "Свидетельство",
    "об учетной регистрации и перерегистрации миссионера, осуществляющего деятельность на территории",
    "г. Кокшетау",
    "Республики Казахстан",
    "(области, города, района)",
    "",
    "г. Кокшетау\t",
    "№ 17/2026\t",
    '"05" ноября 2026 года',
    "Әлімжан Қожахметұлы Өтепов",
    "(фамилия, имя, отчество миссионера)",
    "Паспорт: № N12345678 от 05.03.2020, выдан: МВД РК\t",
    "Гражданство: Республика Казахстан\t",
    "христианство, РО «Приход Святителя Николая»\t",
    "(вероисповедная принадлежность, принадлежность к религиозному объединению)",
    "Территория, в пределах которой осуществляет свою деятельность: г. Кокшетау, Зерендинский район\t",
    'Данное свидетельство действительно до "30" ноября 2027 года',
    "Руководитель органа\tПодпись \t",
    "Печать",
]


@pytest.fixture(scope="module")
def forms(standard: Standard) -> Forms:
    return Forms(standard.printed_forms, standard.printed_templates)


def test_labels_and_captions(standard: Standard) -> None:
    """Heading, labels and captions stand as in the appendix, in its order."""
    check_words(standard.printed_forms[5], *LINES)


def test_who_fills_what(standard: Standard) -> None:
    """Every line is for a missionary and has the source of its content."""
    form = standard.printed_forms[5]
    assert standard.kind_of_form(form).id == MISSIONARY
    assert [part for field in form.fields for part in field.parts] == [
        "area",
        "city",
        "certificate_number",
        "certificate_date",
        "full_name",
        "document_kind",
        "document_number",
        "document_date",
        "document_issuer",
        "citizenship",
        "confession",
        "association",
        "territory",
        "term_to",
    ]


@pytest.mark.standard("app.5")
def test_blank_it_is_the_appendix_itself(forms: Forms) -> None:
    """Left blank, the certificate is the appendix word for word, from its heading to the seal."""
    printed, ours = "\n".join(SOURCE[LINES[0] - 1 : LINES[1] - 1]), every_word(forms.blank(5))
    assert squeeze(ours).replace("_", "") == squeeze(printed).replace("_", "")


@pytest.mark.standard("app.5")
def test_filled_it_has_every_answer_on_its_line(forms: Forms, standard: Standard) -> None:
    """Filled in, the certificate has each value on its line; signature and seal are left blank."""
    shown = every_word(forms.filled(5, ANSWERS[5])).splitlines()
    assert " ".join(shown[: -len(FILLED)]) == (
        f'Приложение 5 к стандарту государственной услуги "{standard.status.title}"'
    )
    assert shown[-len(FILLED) :] == FILLED


def test_a_line_without_its_value_is_ruled(forms: Forms, standard: Standard) -> None:
    """Whichever value is missing, its line looks as on the blank form, and the others keep theirs."""
    blank = every_word(forms.blank(5)).splitlines()
    for field in standard.printed_forms[5].fields:
        if field.source is FieldSource.HAND:
            continue
        answers = {part: text for part, text in ANSWERS[5].items() if part not in field.parts}
        shown = every_word(forms.filled(5, answers)).splitlines()
        kept = [row for row in FILLED if row in shown]
        assert len(kept) == len(FILLED) - 1, field.id
        assert set(shown) - set(FILLED) <= set(blank), field.id
