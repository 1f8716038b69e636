"""Point 16: an incomplete package is the only ground for refusal; three working days."""

from __future__ import annotations

from domain.standard import Standard, TermUnit


def test_the_only_ground(standard: Standard) -> None:
    """One ground, in the point's own words."""
    (ground,) = standard.refusal_grounds
    assert ground.text in standard.points[16].text
    assert ground.cites.point == 16


def test_three_working_days(standard: Standard) -> None:
    """The reasoned answer is due within three working days of receiving the package."""
    term = standard.timings["refusal"]
    assert (term.amount, term.unit, term.cites.point) == (3, TermUnit.WORKING_DAYS, 16)
    assert "трех рабочих дней" in standard.points[16].text
