"""Applications on forms 7 and 8, as their readers see them; forms 5 and 6 are tested with their appendices."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from documents.applications import Forms
from documents.formats.docx import IllegalCharacter
from domain.applications.form_lines import line
from domain.standard.edition import Standard
from tests.documents.reading import paragraphs, values
from tests.documents.samples import ANSWERS

BOTH = pytest.mark.parametrize("appendix", [7, 8])


@pytest.fixture(scope="module")
def forms(standard: Standard) -> Forms:
    return Forms(standard.printed_forms, standard.printed_templates)


@pytest.mark.standard("app.7", "app.8")
@BOTH
def test_words_of_the_appendix(forms: Forms, standard: Standard, appendix: int) -> None:
    """Office, title, labels and captions stand as in the appendix, in its order."""
    form = standard.printed_forms[appendix]
    office, *others = form.fields
    title = [office.caption, form.heading, form.subheading]
    expected = [*title, *(words for field in others for words in (field.label, field.caption) if words)]
    shown = [paragraph.text.strip() for paragraph in paragraphs(forms.blank(appendix))]
    assert [words for words in shown if words] == expected


@BOTH
def test_heading_of_the_appendix(forms: Forms, standard: Standard, appendix: int) -> None:
    """The top right corner says which appendix of which standard this is."""
    stamp, heading = Document(BytesIO(forms.blank(appendix))).tables[0].rows[0].cells
    assert " ".join(heading.text.split()).startswith(f"Приложение {appendix} к стандарту государственной услуги")
    assert heading.text.endswith(f'"{standard.status.title}"')
    assert stamp.text == ""


@BOTH
def test_answers_stand_on_their_lines(forms: Forms, standard: Standard, appendix: int) -> None:
    """Each line has its own answers; signature and date stay empty."""
    form, answers = standard.printed_forms[appendix], ANSWERS[appendix]
    shown = values(forms.filled(appendix, answers), form)
    assert shown == {field.id: line(field, answers) for field in form.fields}
    assert shown["signature"] == shown["filing_date"] == ""
    assert all(text for field, text in shown.items() if field not in {"signature", "filing_date"})


def test_values_are_underlined_and_labels_are_not(forms: Forms) -> None:
    """The line for the name has a label, then the name and the rest of the line, both underlined."""
    assert Document(BytesIO(forms.blank(7))).styles["Value"].font.underline
    name = next(each for each in paragraphs(forms.filled(7, ANSWERS[7])) if each.text.startswith("Фамилия"))
    assert [(run.text, getattr(run.style, "name", "")) for run in name.runs] == [
        ("Фамилия, имя, отчество заявителя: ", ""),
        (ANSWERS[7]["full_name"], "Value"),
        ("\t", "Value"),
    ]


@BOTH
def test_a_blank_form_is_ruled_for_the_hand(forms: Forms, standard: Standard, appendix: int) -> None:
    """A line without an answer is underlined to its end, and more lines follow where handwriting needs them."""
    form = standard.printed_forms[appendix]
    shown = values(forms.blank(appendix), form)
    assert shown == {field.id: "\t\n" * (field.rows - 1) for field in form.fields}
    assert shown["territory"].count("\n") == 2


def test_one_missing_answer_leaves_one_line_to_the_hand(forms: Forms, standard: Standard) -> None:
    """A line without its answers is ruled; the others keep theirs."""
    answers = {part: text for part, text in ANSWERS[7].items() if part != "address"}
    shown = values(forms.filled(7, answers), standard.printed_forms[7])
    assert shown["address"] == "\t\n"
    assert shown["full_name"] == answers["full_name"]


def test_the_stamp_stands_beside_the_heading(forms: Forms) -> None:
    """A block that is passed in goes into the stamp's place, and its files are in the document."""
    block = "<w:p><w:r><w:t>Вх. № 1</w:t></w:r></w:p>"
    stamped = forms.filled(7, ANSWERS[7], block=block, parts={"customXml/item1.xml": b"<a/>"})
    assert Document(BytesIO(stamped)).tables[0].rows[0].cells[0].text.strip() == "Вх. № 1"
    assert ZipFile(BytesIO(stamped)).read("customXml/item1.xml") == b"<a/>"


def test_an_illegal_character_is_told_with_its_line(forms: Forms) -> None:
    """The error for a character that a document cannot hold names the line."""
    with pytest.raises(IllegalCharacter, match=r"full_name: the character U\+0007") as refused:
        forms.filled(7, ANSWERS[7] | {"full_name": "Анна\a"})
    assert refused.value.field == "full_name"


def test_no_such_form(forms: Forms) -> None:
    """Appendix 9 is a table of indicators, not a form."""
    with pytest.raises(KeyError):
        forms.blank(9)
