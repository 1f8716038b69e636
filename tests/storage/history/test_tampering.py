"""Any change to a row of the history is detected by the row's hash, the chain, the contents, or the heads."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from domain.history import BEFORE_ALL, Event, EventKind
from storage.history.chain_walk import Bad, Fault
from storage.history.events import COLUMNS, Kept, SqlHistory
from storage.history.events import place as place_of_entry
from tests.factories.moments import NOW
from tests.storage.history.historic import CASES, Place, make_history

pytestmark = pytest.mark.untraced

TAMPERINGS = 500
NAMES = Kept._fields
Rows = list[Kept]
SELECT = f"SELECT {COLUMNS} FROM events ORDER BY id"  # noqa: S608  # names of columns
INSERT = f"INSERT INTO events ({', '.join(NAMES)}) VALUES ({', '.join('?' * len(NAMES))})"  # noqa: S608  # names of columns


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    return await make_history(tmp_path / "data")


def rows_of(place: Place) -> Rows:
    with closing(sqlite3.connect(place.files.database)) as connection:
        return [Kept(*row) for row in connection.execute(SELECT)]


def write(place: Place, rows: Rows) -> None:
    with closing(sqlite3.connect(place.files.database)) as connection, connection:
        connection.execute("DELETE FROM events")
        connection.executemany(INSERT, rows)


def forged_value(rows: Rows, at: int, name: str, chance: random.Random) -> object:
    """Returns another value that this column could hold."""
    value = getattr(rows[at], name)
    others = [each for each in {getattr(row, name) for row in rows} if each != value]
    if others and chance.random() < 0.5:
        return chance.choice(others)
    if name == "sealed":
        return chance.choice([each for each in (None, b"", chance.randbytes(60)) if each != value])
    if isinstance(value, int):
        return value + chance.choice([-1, 1, 60, 86_400, 10**14])
    return chance.choice([each for each in ("", "0" * 64, f"{value}0", value[:-1]) if each != value])


def named(name: str, value: object) -> dict[str, Any]:
    return {name: value}


def rechained(rows: Rows) -> Rows:
    """Does what a careful forger does: renumbers the rows and recomputes every hash."""
    made: Rows = []
    last_of: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        prev = made[-1].hash if made else BEFORE_ALL
        fresh = row._replace(id=number, prev=prev, case_prev=last_of.get(row.case_id, BEFORE_ALL))
        made.append(fresh._replace(hash=fresh.link.hash))
        last_of[row.case_id] = made[-1].hash
    return made


def edit(rows: Rows, chance: random.Random) -> Rows:
    at, name = chance.randrange(len(rows)), chance.choice(NAMES)
    forged = rows[at]._replace(**named(name, forged_value(rows, at, name, chance)))
    left = [*rows[:at], forged, *rows[at + 1 :]]
    if len({each.id for each in left}) < len(left):  # an id that another row has takes its place
        left = [each for each in left if each.id != forged.id or each is forged]
    return sorted(left, key=lambda each: each.id)


def edit_with_its_hash(rows: Rows, chance: random.Random) -> Rows:
    at, name = chance.randrange(len(rows)), chance.choice(["case_id", "kind", "at", "seen", "what", "who", "prev"])
    value = forged_value(rows, at, name, chance)
    forged = rows[at]._replace(**named(name, 7 if name == "at" else value))
    return [*rows[:at], forged._replace(hash=forged.link.hash), *rows[at + 1 :]]


def delete(rows: Rows, chance: random.Random) -> Rows:
    at, many = chance.randrange(len(rows) - 1), chance.randint(1, 3)
    return rows[:at] + rows[at + many :]


def swap(rows: Rows, chance: random.Random) -> Rows:
    one, two = sorted(chance.sample(range(len(rows)), 2))
    swapped = [*rows]
    swapped[one], swapped[two] = rows[two]._replace(id=rows[one].id), rows[one]._replace(id=rows[two].id)
    return swapped


def swap_contents(rows: Rows, chance: random.Random) -> Rows:
    one, two = chance.sample([at for at, row in enumerate(rows) if row.sealed], 2)
    swapped = [*rows]
    swapped[one] = rows[one]._replace(sealed=rows[two].sealed)
    swapped[two] = rows[two]._replace(sealed=rows[one].sealed)
    return swapped


def cut(rows: Rows, chance: random.Random) -> Rows:
    return rows[: chance.randrange(len(rows))]


def insert(rows: Rows, chance: random.Random) -> Rows:
    at, copy = chance.randrange(len(rows) + 1), chance.choice(rows)
    if chance.random() < 0.5:
        return rows[:at] + [copy._replace(id=at + 1)] + [each._replace(id=each.id + 1) for each in rows[at:]]
    return [copy._replace(id=rows[0].id - chance.randint(1, 3)), *rows]


def replay(rows: Rows, chance: random.Random) -> Rows:
    at, earlier = chance.choice([(two, one) for two in range(len(rows)) for one in range(two)])
    return [*rows[:at], rows[earlier]._replace(id=rows[at].id), *rows[at + 1 :]]


def careful(forge: Callable[[Rows, random.Random], Rows]) -> Callable[[Rows, random.Random], Rows]:
    def forged(rows: Rows, chance: random.Random) -> Rows:
        return rechained(forge(rows, chance))

    forged.__name__ = f"careful_{forge.__name__}"
    return forged


PLAIN = [edit, edit_with_its_hash, delete, swap, swap_contents, cut, insert, replay]
FORGERS = [*PLAIN, careful(delete), careful(swap), careful(insert), careful(replay)]


async def test_five_hundred_tamperings_are_all_found(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Edit, delete, swap, cut, insert or replay, even with all hashes recomputed: none passes."""
    assert place.audit().bad is None
    rows = rows_of(place)
    chance = random.Random(2026)
    found: Counter[str] = Counter()
    missed: list[str] = []
    forged_place = place.copied(tmp_path / "forged")
    while found.total() + len(missed) < TAMPERINGS:
        forge = FORGERS[found.total() % len(FORGERS)]
        forged = forge(rows, chance)
        if forged == rows:
            continue
        shutil.copy(place.files.database, forged_place.files.database)
        write(forged_place, forged)
        if forged_place.audit().bad is None:
            missed.append(f"{forge.__name__}: {set(rows) ^ set(forged)}")
        else:
            found[forge.__name__] += 1
    with capsys.disabled():
        print(f"\ntamperings found: {found.total()} of {TAMPERINGS}: {dict(found)}")
    assert missed == []


@pytest.mark.parametrize("name", NAMES[1:])
async def test_an_edit_of_any_column_names_the_row(place: Place, name: str) -> None:
    """For each column but the number, in each row by itself, the audit names the edited row."""
    rows = rows_of(place)
    chance = random.Random(name)
    for at in range(len(rows)):
        forged = rows[at]._replace(**named(name, forged_value(rows, at, name, chance)))
        write(place, [*rows[:at], forged, *rows[at + 1 :]])
        bad = place.audit().bad
        assert bad is not None
        assert bad.entry == rows[at].id
        write(place, rows)
    assert place.audit().bad is None


async def test_another_name_for_who_acted_is_found(place: Place) -> None:
    """Whoever has the keys still cannot put another officer's name on an act, or take it off."""
    async with place.opened() as store, store.database.transaction() as transaction:
        await SqlHistory(transaction, store.keys).append(CASES[0], Event(EventKind.TAKEN, NOW, 4001, name="Ким А."))
    assert place.audit().bad is None
    *rows, last = rows_of(place)
    for name in ("Ли Б.", ""):
        async with place.opened() as store:
            cipher = await store.keys.cipher(last.owner)
            at = place_of_entry(last.case_id, last.id)
            said = cipher.decrypt_json(last.sealed or b"", at) | {"name": name}
            forged = last._replace(sealed=cipher.encrypt_json(said, at))
        write(place, [*rows, forged])
        assert place.audit().bad == Bad(last.id, Fault.OTHER_ACTOR)


async def test_what_is_said_of_a_forgery(place: Place) -> None:
    """A gap, a change, another row's contents, a cut and an extra row are distinguished."""
    rows = rows_of(place)
    last = len(rows)

    def told(forged: Rows) -> tuple[int, Fault]:
        write(place, forged)
        bad = place.audit().bad
        assert bad is not None
        return bad.entry, bad.fault

    assert told(rows[:4] + rows[5:]) == (5, Fault.MISSING)
    assert told(rows[1:]) == (1, Fault.MISSING)
    assert told([*rows[:4], rows[4]._replace(seen=9), *rows[5:]]) == (5, Fault.CHANGED)
    here = next(at for at, row in enumerate(rows) if row.case_id == "one")
    assert told([*rows[:here], rows[here]._replace(actor=9), *rows[here + 1 :]]) == (here + 1, Fault.OTHER_ACTOR)
    assert told([*rows[:here], rows[here]._replace(sealed=b""), *rows[here + 1 :]]) == (here + 1, Fault.UNREADABLE)
    assert told([*rows[:here], rows[here]._replace(sealed=None), *rows[here + 1 :]]) == (here + 1, Fault.GONE)
    gone = next(at for at, row in enumerate(rows) if row.case_id == "gone")
    assert told([*rows[:gone], rows[gone]._replace(actor=9), *rows[gone + 1 :]]) == (gone + 1, Fault.NOT_ERASED)
    assert told([*rows[:gone], rows[gone]._replace(sealed=b""), *rows[gone + 1 :]]) == (gone + 1, Fault.NOT_ERASED)
    for name, fault in (
        ("prev", Fault.OUT_OF_CHAIN),
        ("case_prev", Fault.OUT_OF_CASE),
        ("what", Fault.OTHER_CONTENTS),
        ("who", Fault.OTHER_ACTOR),
        ("at", Fault.OUT_OF_CHAIN),  # of the entry after it
    ):
        forged = rows[here]._replace(**named(name, 7 if name == "at" else "0" * 64))
        bad = here + 2 if name == "at" else here + 1
        assert told([*rows[:here], forged._replace(hash=forged.link.hash), *rows[here + 1 :]]) == (bad, fault)
    assert told(rows[:-1]) == (last, Fault.CUT)
    assert told(rows[:-2]) == (last - 1, Fault.CUT)
    assert told([]) == (1, Fault.CUT)
    one_more = rechained([*rows, rows[-1]])
    assert told(one_more)[0] == last + 1
    assert told([rows[0]._replace(id=0), *rows]) == (0, Fault.ADDED)
    assert told([rows[0]._replace(id=0, hash=""), *rows]) == (0, Fault.ADDED)
    assert told([*rows[:-1], rechained([*rows[:-1], rows[-1]._replace(at=7)])[-1]]) == (last, Fault.REPLACED)
