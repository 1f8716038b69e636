"""The committed templates."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from assets.loaders.edition import load_standard
from domain.standard.edition import Standard
from tests.editions import EDITION, EDITIONS_DIR
from tools.papers.build_forms import templates

TEMPLATES = load_standard().templates


def test_templates_are_what_the_script_builds(standard: Standard) -> None:
    """Changing data or script without rebuilding the templates is a fault, in the edition of the tests as well."""
    assert templates(standard) == TEMPLATES
    other = load_standard(EDITION, EDITIONS_DIR)
    assert templates(other) == other.templates


def test_a_form_without_lines_side_by_side_has_no_empty_table() -> None:
    """A table without cells is a broken file."""
    other = load_standard(EDITION, EDITIONS_DIR)
    tables = Document(BytesIO(other.templates["preacher-card"])).tables
    assert all(row.cells for table in tables for row in table.rows)
    assert all(table.rows for table in tables)


def test_what_stands_above_a_table_that_a_point_asks_for() -> None:
    """It is of the standard; an appendix is to it."""
    other = load_standard(EDITION, EDITIONS_DIR)
    words = {name: Document(BytesIO(content)).element.xpath("string(.)") for name, content in other.templates.items()}
    assert words["indicators"].lstrip().startswith("Статья 9стандарта")
    assert "Лист 3к стандарту" in words["petition"]


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
