from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import UnknownUnit
from domain.offices.units import Correction, LocalName, UnitField, UnitId
from domain.standard.edition import Standard
from tests.factories.units import unit_id


def test_a_unit_is_found_by_id_and_by_code(standard: Standard) -> None:
    """Buttons and records say the id; people and older buttons the code, also with the dash of incoming numbers."""
    kokshetau = UnitId("kokshetau-ip")
    for text in ("kokshetau-ip", "2/3", "2-3"):
        assert standard.find_unit_id(text) == kokshetau
    assert (str(kokshetau), standard.unit(kokshetau).code) == ("kokshetau-ip", "2/3")
    assert standard.find_unit_id("2/999") not in standard.units


@pytest.mark.parametrize("text", ["", "x", "2/", "/3", "A/3", "-2/3", "2/٣x", "a b", "kokshetau--ip", "a" * 17])
def test_what_is_no_unit_id(standard: Standard, text: str) -> None:
    """Anything else, such as forged callback data, names no unit."""
    with pytest.raises(UnknownUnit):
        standard.find_unit_id(text)


def test_corrections_apply_to_texts_and_to_one_of_several_values(standard: Standard) -> None:
    """A corrected unit differs from print in exactly the corrected words and values."""
    printed = replace(
        standard.unit(unit_id("3/1")),
        corrections=(
            Correction(UnitField.ADDRESS, "Бейбитшилик", "Бейбітшілік", "проверка"),
            Correction(UnitField.PHONES, "8 (7172) 55-64-82", "8 (7172) 55-64-00", "проверка"),
        ),
    )
    corrected = printed.corrected()
    assert corrected.address == "г. Астана, ул. Бейбітшілік, 11"
    assert corrected.phones == (
        "8 (7172) 55-64-06",
        "8 (7172) 55-64-00",
        "8 (7172) 55-64-81",
        "8 (7172) 55-64-85",
    )
    assert printed.address == "г. Астана, ул. Бейбитшилик, 11"


def test_a_unit_has_a_name_in_every_language(standard: Standard) -> None:
    """The Russian name is the printed one; the others are made by a pattern, and say so."""
    unit = standard.unit(unit_id("2/3"))
    assert unit.name_in("ru") == LocalName("Отдел внутренней политики г. Кокшетау")
    assert unit.name_in("kk") == LocalName("Көкшетау қаласының ішкі саясат бөлімі", official=False)
    assert unit.name_in("en") == LocalName("Internal Policy Office of Kokshetau city", official=False)
    assert [unit.district_in(each) for each in ("ru", "kk", "en")] == ["г. Кокшетау", "Көкшетау қ.", "Kokshetau city"]


def test_the_heading_above_a_row_is_no_part_of_it(standard: Standard) -> None:
    """A misprint in the heading is listed, and leaves the unit in its region."""
    unit = next(
        each
        for each in standard.units.values()
        if any(correction.field is UnitField.REGION for correction in each.corrections)
    )
    assert unit.corrected().region == "zhambyl"
