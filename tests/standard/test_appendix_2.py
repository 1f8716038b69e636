"""Appendix 2: the divisions of districts and cities."""

from __future__ import annotations

import pytest

from domain.standard.edition import Standard
from tests.standard.samples import check_sample, rows_of

SAMPLES = r"""
{"appendix": 2, "number": 14, "address": "г. Есиль, ул. Кунаева, 6", "phones": ["8 (71633) 2-11-25"]}
{"appendix": 2, "number": 21, "name": "Отдел внутренней политики Шортандинского района", "address": "п. Шортанды, ул. Абылай-хана, 20"}
{"appendix": 2, "number": 25, "region": "Актюбинская область", "name": "Отдел внутренней политики Байганинского района", "address": "п. Байгани, с. Карауылкелди, ул. Д. Кунаева, 36", "locality": "с. Карауылкелди", "phones": ["8 (71345) 2-29-37"]}
{"appendix": 2, "number": 91, "locality": "с. Толе би", "address": "с. Толе би, пл. Достык, 1"}
{"appendix": 2, "number": 110, "name": "Отдел внутренней политики г. Сарань", "address": "г. Сарань, ул. Джамбула, 67"}
{"appendix": 2, "number": 116, "name": "Отдел внутренней политики Бухар-Жырауского района", "address": "п. Ботакара, ул. Аблай хана, 39"}
{"appendix": 2, "number": 129, "address": "п. Аулиеколь, ул. Бірінші май, 44"}
{"appendix": 2, "number": 190, "phones": ["8 (72534) 6-17-20"]}
{"appendix": 2, "number": 196, "locality": "п. Толеби"}
"""  # noqa: E501  # one row a line


@pytest.mark.standard("app.2")
@pytest.mark.parametrize("sample", SAMPLES.strip().splitlines())
def test_samples(standard: Standard, sample: str) -> None:
    """Rows of the appendix transcribed a second time, by hand, equal the data."""
    check_sample(standard, sample)


def test_rows_and_columns(standard: Standard) -> None:
    """199 divisions with phones and hours, without e-mail and sites."""
    units = rows_of(standard, 2)
    assert len(units) == 199
    assert all(unit.phones and not (unit.faxes or unit.emails or unit.websites) for unit in units)


def test_offices_and_akimats_are_paired(standard: Standard) -> None:
    """Rows of appendices 2 and 4 are in the same order: each pair is in one region and one town."""
    for unit in rows_of(standard, 2):
        assert unit.partner
        akimat = standard.unit(unit.partner)
        assert (akimat.partner, akimat.region) == (unit.id, unit.region)
        assert (akimat.place.lat, akimat.place.lon) == (unit.place.lat, unit.place.lon)
