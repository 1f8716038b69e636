"""Filling DOCX templates."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from assets.loaders.edition import load_standard
from documents.formats.docx import IllegalCharacter, Template, illegal_character, relationship_id

STANDARD = load_standard()
TEMPLATE = Template.load(STANDARD.printed_templates[7])
IMAGE = "word/media/qr.png"
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="QR"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="QR"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    f'<a:blip r:embed="{relationship_id(IMAGE)}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)


def value(content: bytes) -> str:
    """Returns the text on the line for the name."""
    paragraph = next(each for each in Document(BytesIO(content)).paragraphs if each.text.startswith("Фамилия"))
    return paragraph.runs[1].text


@given(st.text(st.characters(exclude_categories=[])))
def test_a_text_comes_back_or_is_refused(text: str) -> None:
    """Whatever XML can hold is read back character by character (line breaks as line feeds); all else is refused."""
    try:
        filled = TEMPLATE.fill({"full_name": text})
    except IllegalCharacter:
        assert illegal_character(text)
        assert any(letter < " " or "\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff" for letter in text)
    else:
        assert value(filled) == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("character", [*map(chr, range(9)), "\v", "\f", *map(chr, range(14, 32)), "\ud800", "\uffff"])
def test_what_xml_cannot_hold_is_refused(character: str) -> None:
    """Control characters except tab and line breaks, lone surrogates, and noncharacters."""
    with pytest.raises(IllegalCharacter, match=f"U\\+{ord(character):04X}"):
        TEMPLATE.fill({"full_name": f"Анна{character}"})


@pytest.mark.parametrize("length", [0, 1, 512, 513, 65_535, 65_536, 300_000])
def test_any_length(length: int) -> None:
    """Short texts are stored, longer ones deflated; both are read back complete."""
    text = ("Қостанай, " * (length // 10 + 1))[:length]
    assert value(TEMPLATE.fill({"full_name": text})) == text


def test_same_input_same_bytes() -> None:
    """Two fillings, even by two template objects, give the same file, and a filling leaves no trace."""
    lines = {"full_name": "Анна", "address": "Астана"}
    first = TEMPLATE.fill(lines)
    TEMPLATE.fill({"full_name": "другая", "territory": "другая"}, block="<w:p/>")
    assert TEMPLATE.fill(lines) == Template.load(STANDARD.printed_templates[7]).fill(lines) == first


def test_a_sound_archive() -> None:
    """Checksums are right, names unique, the content types come first, and no date is set."""
    archive = ZipFile(BytesIO(TEMPLATE.fill({"full_name": "Анна"})))
    assert archive.testzip() is None
    names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names)) == len(ZipFile(BytesIO(STANDARD.printed_templates[7])).namelist())
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pictures_and_data_travel_with_a_block() -> None:
    """A picture is found by its relationship, and embedded data is related to the document."""
    image = BytesIO()
    Image.new("1", (8, 8)).save(image, "PNG")
    parts = {IMAGE: image.getvalue(), "customXml/item1.xml": b"<receipt/>"}
    document = Document(BytesIO(TEMPLATE.fill({}, block=PICTURE, parts=parts)))
    related = {rel.reltype.rpartition("/")[2]: rel.target_part for rel in document.part.rels.values()}
    assert related["image"].blob == parts[IMAGE]
    assert related["image"].content_type == "image/png"
    assert related["customXml"].blob == parts["customXml/item1.xml"]
    assert f"{Mm(10)}" in document.tables[0].rows[0].cells[0].paragraphs[0].runs[0].element.xml


@pytest.mark.parametrize("name", ["word/document.xml", "word/media/../x.png", "customXml/a.json", "x.png"])
def test_parts_belong_in_their_places(name: str) -> None:
    """No part can replace the document or stand where no relationship leads."""
    with pytest.raises(ValueError, match="a part is"):
        TEMPLATE.fill({}, parts={name: b""})


def test_a_line_that_is_not_there() -> None:
    """A misspelt line is an error, not a form with a gap."""
    with pytest.raises(ValueError, match="no such line: fullname, name"):
        TEMPLATE.fill({"name": "", "fullname": ""})
