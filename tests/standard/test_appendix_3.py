"""Appendix 3: the akimats of regions and cities."""

from __future__ import annotations

import pytest

from domain.standard.edition import Standard
from tests.standard.samples import check_sample, rows_of

SAMPLES = r"""
{"appendix": 3, "number": 1, "phones": ["8 (7172) 55-64-06", "8 (7172) 55-64-82", "8 (7172) 55-64-81", "8 (7172) 55-64-85"]}
{"appendix": 3, "number": 2, "phones": ["8 (7272) 71-66-47"], "faxes": ["8 (7272) 71-66-47"], "websites": ["www.almaty.kz"]}
{"appendix": 3, "number": 5, "region": "Актюбинская область", "name": "Акимат Актюбинской области", "address": "г. Актобе, пр. Абылхайырхана, 40", "locality": "г. Актобе", "phones": ["8 (7132) 93-20-79", "8 (7132) 56-31-66"], "faxes": [], "emails": [], "websites": ["www.akimat.info"]}
{"appendix": 3, "number": 10, "websites": ["www.karaganda-region.kz"], "faxes": ["8 (7212) 56-19-79"]}
"""  # noqa: E501  # one row a line


@pytest.mark.standard("app.3")
@pytest.mark.parametrize("sample", SAMPLES.strip().splitlines())
def test_samples(standard: Standard, sample: str) -> None:
    """Rows of the appendix transcribed a second time, by hand, equal the data."""
    check_sample(standard, sample)


def test_rows_and_columns(standard: Standard) -> None:
    """Sixteen akimats with sites, eight of them with a fax; no hours, no e-mail."""
    units = rows_of(standard, 3)
    assert len(units) == 16
    assert sum(bool(unit.faxes) for unit in units) == 8
    assert all(unit.websites and unit.phones and not unit.emails and not unit.schedule for unit in units)
