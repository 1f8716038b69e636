"""Appendix 1: the departments of regions and cities."""

from __future__ import annotations

import pytest

from domain.standard.edition import Standard
from tests.standard.samples import check_sample, rows_of

SAMPLES = r"""
{"appendix": 1, "number": 1, "region": "г. Астана", "name": "Управление внутренней политики г. Астана", "address": "г. Астана, ул. Бейбітшілік, 11", "locality": "г. Астана", "phones": ["8 (7172) 55-66-92"], "faxes": [], "emails": ["ishki-sayasat.astana.kz"], "websites": []}
{"appendix": 1, "number": 7, "region": "Восточно-Казахстанская область", "name": "Управление внутренней политики Восточно-Казахстанской области", "address": "Усть-Каменогорск ул. М. Горького, 40", "locality": "Усть-Каменогорск", "phones": ["8 (7232) 26-42-54"], "faxes": [], "emails": ["dvp_vko@rambler.гu", "263641@mail.ru"], "websites": []}
{"appendix": 1, "number": 14, "emails": ["org.uvp@pavlodar.gov.kz"], "address": "г. Павлодар, пр. Победы, 15"}
{"appendix": 1, "number": 16, "region": "Южно-Казахстанская область", "address": "г. Шымкент, ул. Мира, 3", "emails": ["dvp-uko@mail.ru."]}
"""  # noqa: E501  # one row a line


@pytest.mark.standard("app.1")
@pytest.mark.parametrize("sample", SAMPLES.strip().splitlines())
def test_samples(standard: Standard, sample: str) -> None:
    """Rows of the appendix transcribed a second time, by hand, equal the data."""
    check_sample(standard, sample)


def test_rows_and_columns(standard: Standard) -> None:
    """Sixteen departments, each with an e-mail column, none with faxes or sites."""
    units = rows_of(standard, 1)
    assert len(units) == 16
    assert all(unit.emails and unit.phones and not unit.faxes and not unit.websites for unit in units)
