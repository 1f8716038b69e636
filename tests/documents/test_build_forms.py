"""The committed templates."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from assets.forms import APPENDICES, form_templates
from domain.standard import Standard
from tools.build_forms import build


@pytest.mark.parametrize("appendix", APPENDICES)
def test_templates_are_what_the_script_builds(standard: Standard, appendix: int) -> None:
    """Data or script changed without building the templates anew is a fault."""
    assert form_templates()[appendix] == build(standard, appendix)


@pytest.mark.parametrize("appendix", APPENDICES)
def test_nothing_is_in_a_template_that_it_does_not_use(appendix: int) -> None:
    """Document, styles and settings, and what relates them: no theme, thumbnail or author."""
    assert ZipFile(BytesIO(form_templates()[appendix])).namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
    ]
    assert len(form_templates()[appendix]) < 12_000
