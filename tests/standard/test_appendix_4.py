"""Appendix 4: the akimats of districts and cities."""

from __future__ import annotations

import pytest

from domain.standard.edition import Standard
from tests.factories.units import unit_id
from tests.standard.samples import check_sample, rows_of

SAMPLES = r"""
{"appendix": 4, "number": 9, "phones": ["8 (71636) 4-23-47"]}
{"appendix": 4, "number": 63, "address": "г. Семей, ул. Интернациональная, 8"}
{"appendix": 4, "number": 67, "name": "Акимат Аягозского района"}
{"appendix": 4, "number": 103, "region": "Западно-Казахстанская область", "name": "Акимат Теректинского района", "address": "п. Федоровка, ул. Юбилейная, 18", "locality": "п. Федоровка", "phones": ["8 (71132) 2-12-98"], "websites": ["www.terekta-zko.kz"]}
{"appendix": 4, "number": 114, "websites": ["www.abay-akimat-karaganda.kz"]}
{"appendix": 4, "number": 196, "address": "п. Толеби, ул. Айтеке би, 28"}
"""  # noqa: E501  # one row a line


@pytest.mark.standard("app.4")
@pytest.mark.parametrize("sample", SAMPLES.strip().splitlines())
def test_samples(standard: Standard, sample: str) -> None:
    """Rows of the appendix transcribed a second time, by hand, equal the data."""
    check_sample(standard, sample)


def test_rows_and_columns(standard: Standard) -> None:
    """199 akimats with phones and sites, without faxes and e-mail."""
    units = rows_of(standard, 4)
    assert len(units) == 199
    assert all(unit.phones and unit.websites and not (unit.faxes or unit.emails) for unit in units)


def test_latin_letters_are_replaced_and_listed(standard: Standard) -> None:
    """A Latin letter inside a Cyrillic word is corrected in the row itself and listed as a correction."""
    unit = standard.unit(unit_id("4/129"))
    assert "Бірінші" in unit.address
    assert [(c.printed, c.corrected, c.cosmetic) for c in unit.corrections] == [("Біpiншi", "Бірінші", True)]
