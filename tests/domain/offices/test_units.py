from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import UnknownUnit
from domain.offices.units import Correction, UnitField, UnitId, UnitKind
from domain.standard.edition import Standard


def test_unit_ids_read_and_write() -> None:
    """`2/65` is row 65 of appendix 2, the office of a district."""
    unit = UnitId.parse("2/65")
    assert (str(unit), unit.kind, unit.regional) == ("2/65", UnitKind.OFFICE, False)
    assert UnitId(3, 1).kind is UnitKind.AKIMAT
    assert UnitId(3, 1).regional


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
