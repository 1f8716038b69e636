"""The 430 rows against the published text: nothing added, nothing lost, nothing altered."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from domain.offices.units import UnitField
from domain.standard.edition import Standard
from tests.standard.samples import rows_of
from tests.standard.source import SOURCE, TABLES, characters, heading, printed, squeeze, table

MIXED = re.compile("[A-Za-z][А-Яа-яӘәҒғҚқҢңӨөҰұҮүІі]|[А-Яа-яӘәҒғҚқҢңӨөҰұҮүІі][A-Za-z]")
# What the text has and the rows lack (first), and the other way round (second).
SLIPS = {
    1: (",", "."),  # a double comma in the hours of row 11; row 16 has no dot
    2: (
        "НО,",
        "110" + "..",
    ),  # row 110 is printed "НО."; rows 48 and 160 have no dot; a comma after row 67's phone
    3: ("", ""),
    4: ("1" + "-" + ",", "7"),  # row 67 is "61."; a word break in row 63; row 9's comma
}
# Names and addresses that a page break or a word break splits in two.
CUT = {"1/11", "2/116", "4/63"}


@pytest.mark.parametrize("appendix", TABLES)
def test_every_character_is_accounted_for(standard: Standard, appendix: int) -> None:
    """Text and rows have the same characters, except for the misprints listed above."""
    text, ours = Counter(table(appendix)), characters(rows_of(standard, appendix), standard)
    lost, added = SLIPS[appendix]
    assert text - ours == Counter(lost)
    assert ours - text == Counter(added)


@pytest.mark.standard("app.1", "app.2", "app.3", "app.4")
@pytest.mark.parametrize("appendix", TABLES)
def test_every_cell_stands_in_the_text(standard: Standard, appendix: int) -> None:
    """Each name, address, number and site is one continuous run of the text, so no cell mixes two."""
    text = table(appendix)
    for unit in rows_of(standard, appendix):
        cells = [
            *(printed(unit, field) for field in (UnitField.NAME, UnitField.ADDRESS)),
            *(number.split(") ")[1] for number in unit.phones + unit.faxes),
            *unit.emails,
            *unit.websites,
        ]
        missing = [cell for cell in cells if squeeze(cell) not in text]
        assert bool(missing) == (unit.code in CUT), missing


@pytest.mark.parametrize("appendix", [2, 4])
def test_rows_stand_in_order_under_their_headings(standard: Standard, appendix: int) -> None:
    """Addresses follow one another in the text as the rows do, each after its region's heading."""
    text, at, region = table(appendix), 0, ""
    for unit in rows_of(standard, appendix):
        if unit.region != region:
            region = unit.region
            at = text.index(squeeze(heading(unit, standard)), at)
        if unit.code not in CUT:
            at = text.index(squeeze(printed(unit, UnitField.ADDRESS)), at)


def test_latin_letters_in_cyrillic_words_are_listed(standard: Standard) -> None:
    """No Cyrillic word of a row has a Latin letter; each one in print is listed under `corrected`."""
    for unit in standard.units.values():
        for field in (UnitField.NAME, UnitField.ADDRESS, UnitField.LOCALITY):
            assert not re.search("[A-Za-z]", getattr(unit, field)), (unit.id, field)
    in_print = [word for line in SOURCE for word in line.split() if MIXED.search(word)]
    listed = {c.printed for unit in standard.units.values() for c in unit.corrections if MIXED.search(c.printed)}
    assert {word.strip(",") for word in in_print} <= {word for text in listed for word in text.split()}
