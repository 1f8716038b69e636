"""The committed templates."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from assets.loaders.edition import find_editions, load_standard
from assets.loaders.faults import AssetFaults
from domain.standard.edition import Standard
from tests.editions import EDITION, EDITIONS_DIR
from tests.factories.editions import write_edition
from tools.papers.build_forms import templates

TEMPLATES = load_standard().templates
PLACE = re.compile(r"\{\{\w+\}\}")


@pytest.mark.parametrize("edition", find_editions(EDITIONS_DIR))
def test_templates_are_what_the_script_builds(edition: str) -> None:
    """Changing data or script without rebuilding the templates is a fault, in every edition that is here."""
    standard = load_standard(edition, find_editions(EDITIONS_DIR)[edition].parent)
    assert templates(standard) == standard.templates


def test_a_form_without_lines_side_by_side_has_no_empty_table() -> None:
    """A table without cells is a broken file."""
    other = load_standard(EDITION, EDITIONS_DIR)
    tables = Document(BytesIO(other.templates["preacher-card"])).tables
    assert all(row.cells for table in tables for row in table.rows)
    assert all(table.rows for table in tables)


def test_what_stands_above_a_table_that_a_point_asks_for() -> None:
    """It is of the act; an appendix is to it."""
    other = load_standard(EDITION, EDITIONS_DIR)
    words = {name: Document(BytesIO(content)).element.xpath("string(.)") for name, content in other.templates.items()}
    assert words["indicators"].lstrip().startswith("Статья 9приказа")
    assert "Лист 3к приказу" in words["petition"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_in_a_template_that_it_does_not_use(name: str) -> None:
    """Document, styles, settings and their relationships: no theme, thumbnail or author."""
    assert ZipFile(BytesIO(TEMPLATES[name])).namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
    ]
    assert len(TEMPLATES[name]) < (20_000 if name == "indicators" else 12_000)  # the table has many cells


def test_papers_say_what_their_edition_says(standard: Standard, tmp_path: Path) -> None:
    """How the act is called, what stands above a form and in a letter; without the file, no paper names an act."""
    named = write_edition(tmp_path, "2031-1")
    words = (named / "papers.toml").read_text("utf-8").replace("стандарт", "правил")
    (named / "papers.toml").write_text(words, "utf-8")
    nameless = write_edition(tmp_path, "2032-1")
    (nameless / "papers.toml").unlink()
    for folder, said in ((named, True), (nameless, False)):
        edition = load_standard(folder.name, tmp_path)
        for name, content in templates(edition).items():
            text = _text(content)
            ours = text.replace(standard.status.title, "").replace(standard.refusal_grounds[0].text, "")
            assert "стандарт" not in ours.replace("настоящего стандарта", ""), (folder.name, name)
            assert set(PLACE.findall(text)) == set(PLACE.findall(_text(TEMPLATES[name])))
            assert not said or name not in {"refusal", "slip"} or "правила)" in text


def test_a_word_with_an_unknown_place(tmp_path: Path) -> None:
    """It is told with its row and field, and not printed."""
    folder = write_edition(tmp_path, "2031-1")
    path = folder / "papers.toml"
    path.write_text(path.read_text("utf-8").replace("({court} стандарта)", "({judge})"), "utf-8")
    with pytest.raises(AssetFaults) as found:
        load_standard("2031-1", tmp_path)
    assert [(each.place, each.reason) for each in found.value.faults] == [("papers.toml: words: court", "pattern")]


def _text(content: bytes) -> str:
    return ZipFile(BytesIO(content)).read("word/document.xml").decode()
