from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import UnknownUnit
from domain.offices.units import Correction, LocalName, UnitField, UnitId
from domain.standard.edition import Standard


def test_unit_ids_read_and_write() -> None:
    """`2/65` is the code of a unit, for people and in records."""
    unit = UnitId.parse("2/65")
    assert (str(unit), unit) == ("2/65", UnitId(2, 65))


@pytest.mark.parametrize("text", ["", "2", "2/", "/3", "a/3", "2/b", "2/3/4", "-2/3", "2/٣x"])
def test_what_is_no_unit_id(text: str) -> None:
    """Anything else, such as forged callback data, names no unit."""
    with pytest.raises(UnknownUnit):
        UnitId.parse(text)


def test_corrections_apply_to_texts_and_to_one_of_several_values(standard: Standard) -> None:
    """A corrected unit differs from print in exactly the corrected words and values."""
    printed = replace(
        standard.unit(UnitId(3, 1)),
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
    unit = standard.unit(UnitId(2, 3))
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
