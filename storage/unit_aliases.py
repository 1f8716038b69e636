"""What records of before units had ids call them: by codes, which the table of aliases resolves for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.standard.questions import DISTRICTS
from storage.db.engine import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from storage.db.transaction import Transaction

ALIASES = "unit_aliases"  # the table
BY_ID = {"ids": 2}  # stands in sealed contents that name units by id; those that name them by code have no mark
_OFFICE = "office"  # the answer that named one; 2011-20 was the only edition then
_DIVISION = "2/"  # districts were numbers of its second list of units


async def find_aliases(transaction: Transaction, codes: Iterable[str]) -> dict[str, str]:
    """The ids of units by these codes; what is no code of before is left out."""
    asked = tuple(sorted({each for each in codes if each}))
    if not asked:
        return {}
    sql = f"SELECT was, unit FROM {ALIASES} WHERE was IN ({marks(asked)})"  # noqa: S608  # a name and marks
    return dict(await transaction.read(sql, asked))


def is_by_id(value: Mapping[str, Any]) -> bool:
    """Whether the sealed contents of a record name units by id."""
    return BY_ID.items() <= value.items()


def list_codes(answers: Mapping[str, str]) -> list[str]:
    """The codes of the units that answers of before name: the office, and the divisions of the districts."""
    return [answers.get(_OFFICE, ""), *map(_division, answers.get(DISTRICTS, "").split(","))]


def resolve_answers(answers: Mapping[str, str], aliases: Mapping[str, str]) -> dict[str, str]:
    """Answers of before, with units by id; whatever else stands in them is kept."""
    found = dict(answers)
    if _OFFICE in found:
        found[_OFFICE] = aliases.get(found[_OFFICE], found[_OFFICE])
    if DISTRICTS in found:
        found[DISTRICTS] = ",".join(aliases.get(_division(each), each) for each in found[DISTRICTS].split(","))
    return found


def _division(district: str) -> str:
    return f"{_DIVISION}{district}" if district.isdecimal() else ""
