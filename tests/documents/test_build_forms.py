"""The committed templates."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from assets.loaders.edition import find_editions, load_standard
from tools.papers.build_forms import templates

TEMPLATES = load_standard().templates


@pytest.mark.parametrize("edition", find_editions())
def test_templates_are_what_the_script_builds(edition: str) -> None:
    """Changing data or script without rebuilding the templates is a fault, in every edition that is here."""
    standard = load_standard(edition)
    assert templates(standard) == standard.templates


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
