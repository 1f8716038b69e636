"""Which edition of the standard records belong to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.applications.case import OPEN_CASE_STATES, CaseState
from domain.complaints.complaint import OPEN_COMPLAINT_STATES, ComplaintState
from storage.db.engine import marks

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.db.database import Database
    from storage.db.transaction import Transaction

BOUND = ("cases", "complaints", "remains")  # tables of what belongs to an edition
OPEN = (  # the kind of a record, its table, its columns of the unit and the state, the states in which it goes on
    ("case", "cases", "office", "state", (CaseState.DRAFT, *sorted(OPEN_CASE_STATES))),
    ("complaint", "complaints", "unit", "stage", (ComplaintState.DRAFT, *sorted(OPEN_COMPLAINT_STATES))),
)
ID_SHOWN = 6  # characters: the whole id is in callback data, and nobody must learn another's


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A record and the edition of the standard it belongs to; `number` and `unit` are empty until it has them."""

    kind: str
    number: str
    id_shown: str
    unit: str
    edition: str


async def count_by_edition(database: Database) -> Counter[str]:
    """How many applications, complaints and erased ones belong to each edition."""
    found: Counter[str] = Counter()
    for table in BOUND:
        rows = await database.read(f"SELECT edition, count(*) FROM {table} GROUP BY edition")  # noqa: S608  # a name
        found.update(dict(rows))
    return found


async def list_open_of(database: Database, editions: Collection[str], most: int) -> tuple[list[OpenRecord], int]:
    """Drafts and open records of these editions.

    Returns:
        At most `most` of them, those with a number first, and how many there are.
    """
    found: list[OpenRecord] = []
    count = 0
    for kind, table, unit, state, going_on in OPEN:
        what = f"FROM {table} WHERE edition IN ({marks(editions)}) AND {state} IN ({marks(going_on)})"
        values = (*editions, *going_on)
        ((here,),) = await database.read(f"SELECT count(*) {what}", values)
        count += here
        rows = await database.read(
            f"SELECT id, number, coalesce({unit}, ''), edition {what}"
            f" ORDER BY number IS NULL, {unit}, number, id LIMIT ?",
            (*values, most - len(found)),
        )
        found += [OpenRecord(kind, number or "", each[:ID_SHOWN], at, of) for each, number, at, of in rows]
    return found, count


async def read_editions(transaction: Transaction, record_ids: Collection[str]) -> dict[str, str]:
    """The editions of those of these ids that name an application or a complaint."""
    if not record_ids:
        return {}
    of_table = f"SELECT id, edition FROM {{}} WHERE id IN ({marks(record_ids)})"  # noqa: S608  # names and marks only
    sql = " UNION ALL ".join(of_table.format(table) for table in ("cases", "complaints"))
    return dict(await transaction.read(sql, (*record_ids, *record_ids)))
