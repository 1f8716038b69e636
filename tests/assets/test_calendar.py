from __future__ import annotations

from datetime import date

import pytest

from assets.loaders import calendar as module
from assets.loaders.calendar import HOLIDAY_IDS, special_days_of
from assets.loaders.faults import AssetFaults
from dialogs.ui.texts import Texts
from domain.calendar import DayKind


def test_every_holiday_of_every_year_has_an_id() -> None:
    """Every holiday that the package names from 2011 on has a text of ours."""
    seen = {day.holiday for year in range(2011, 2061) for day in special_days_of(year).values() if day.holiday}
    assert seen == set(HOLIDAY_IDS.values())


def test_ids_have_texts(texts: Texts) -> None:
    """Each holiday has a name in each language."""
    for each in HOLIDAY_IDS.values():
        assert texts(f"holiday-{each}")


def test_an_unknown_holiday_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A holiday that the package knows before we have a text for it stops the start instead of leaving a gap."""
    monkeypatch.delitem(module.HOLIDAY_IDS, "Nowruz Holiday")
    with pytest.raises(AssetFaults, match="unknown-holiday value=Nowruz Holiday"):
        special_days_of(2025)


def test_a_worked_weekend_knows_its_day_off() -> None:
    """Saturday 4 May 2024 is worked in place of Wednesday 8 May, and either date leads to the other."""
    days = special_days_of(2024)
    assert days[date(2024, 5, 4)].kind is DayKind.WORKED_WEEKEND
    assert days[date(2024, 5, 4)].instead_of == date(2024, 5, 8)
    assert days[date(2024, 5, 8)].instead_of == date(2024, 5, 4)
