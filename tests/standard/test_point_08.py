"""Point 8: the service is free of charge."""

from __future__ import annotations

import pytest

from domain.standard.edition import Standard


@pytest.mark.standard("8")
def test_free(standard: Standard) -> None:
    """The fee is zero, in the point's own words."""
    assert standard.fee is not None
    assert standard.fee.amount == 0
    assert standard.fee.text == standard.points[8].text
    assert standard.fee.cites.point == 8
