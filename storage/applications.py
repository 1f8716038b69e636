"""Applications in SQL; their contents are sealed with a key of their own, which erasure destroys."""

from __future__ import annotations

import hmac
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from domain.applications.case import Case, CaseState, Declaration, Registration
from domain.applications.materials import Material
from domain.applications.outcomes import Certificate, Handover, NotAccepted, Refusal, Shortfall
from domain.errors import Changed
from domain.offices.units import UnitId
from storage.db.engine import from_seconds, marks, to_seconds
from storage.db.keys import case_owner
from storage.db.records import IDLE, erase_contents, warn
from storage.kept_terms import terms_fields, terms_value
from storage.prepared import prepared_fields, prepared_value
from storage.unit_aliases import BY_ID, find_aliases, is_by_id, list_codes, resolve_answers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from storage.db.engine import Row
    from storage.db.keys import KeyStore
    from storage.db.records import Idle
    from storage.db.transaction import Transaction


COLUMNS = "id, applicant, subject, edition, state, version, office, touched_at, sealed"
UNDELIVERED = (  # messages about the case wait until its applicant comes back
    "applicant IN (SELECT chat_id FROM suspended_chats)"  # noqa: S608  # our own text
    f" AND EXISTS (SELECT 1 FROM outbox WHERE chat_id = applicant AND owner = '{case_owner('')}' || cases.id)"
)


class SqlCases:
    """Implements `services.applications.ports.CaseStore` within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def get(self, case_id: str) -> Case | None:
        """Reads by primary key."""
        return await self._one("id = ?", case_id)

    async def get_by_number(self, number: str) -> Case | None:
        """Reads by incoming number, which is stored in clear."""
        return await self._one("number = ?", number)

    async def get_by_handle(self, handle: str) -> Case | None:
        """Reads by the HMAC of the handle: the handle itself is only in the sealed contents."""
        return await self._one("handle = ?", self._mac(handle))

    async def list_for_person(self, user_id: int) -> list[Case]:
        """All of an applicant's cases, the last changed first."""
        return await self._all("applicant = ? ORDER BY touched_at DESC, id", user_id)

    async def list_for_units(self, units: Collection[UnitId], states: Collection[CaseState]) -> list[Case]:
        """Cases by office and state, the longest unchanged first."""
        where = f"office IN ({marks(units)}) AND state IN ({marks(states)}) ORDER BY touched_at, id"
        return await self._all(where, *map(str, units), *states)

    async def list_ids(self, states: Collection[CaseState], after: str, limit: int) -> list[str]:
        """The next ids after this one, in order."""
        sql = f"SELECT id FROM cases WHERE id > ? AND state IN ({marks(states)}) ORDER BY id LIMIT ?"  # noqa: S608
        return [found for (found,) in await self._transaction.read(sql, (after, *states, limit))]

    async def list_by_id(self, ids: Collection[str]) -> list[Case]:
        """Those of these ids that are there.

        Raises:
            Unreadable: the contents of one of them do not open.
        """
        return await self._all(f"id IN ({marks(ids)})", *ids)

    async def units_among(self, units: Collection[UnitId], states: Collection[CaseState]) -> frozenset[UnitId]:
        """Reads no contents."""
        where = f"office IN ({marks(units)}) AND state IN ({marks(states)})"
        sql = f"SELECT DISTINCT office FROM cases WHERE {where}"  # noqa: S608  # marks only
        return frozenset(UnitId(unit) for (unit,) in await self._transaction.read(sql, (*map(str, units), *states)))

    async def list_undelivered(self, units: Collection[UnitId], states: Collection[CaseState]) -> list[Case]:
        """Those of them of which messages wait in the outbox, and the chat of the applicant is suspended."""
        where = f"office IN ({marks(units)}) AND state IN ({marks(states)}) AND {UNDELIVERED} ORDER BY touched_at, id"
        return await self._all(where, *map(str, units), *states)

    async def add(self, case: Case) -> None:
        """Inserts a case and makes its key."""
        await self._transaction.write(
            f"INSERT INTO cases ({COLUMNS}, number, handle) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  # names above
            (case.id, case.applicant, case.subject, case.edition, *await self._changing(case)),
        )

    async def save(self, case: Case) -> Case:
        """Writes a change and returns the case with the next version number; only a draft may change edition and kind.

        A warning about an idle draft no longer counts after a change.

        Raises:
            Changed: the stored version is not the one that was changed.
        """
        after = replace(case, version=case.version + 1)
        changed = await self._transaction.write(
            "UPDATE cases SET state = ?, version = ?, office = ?, touched_at = ?, sealed = ?, number = ?, handle = ?,"
            " subject = CASE state WHEN 'draft' THEN ? ELSE subject END,"
            " edition = CASE state WHEN 'draft' THEN ? ELSE edition END, warned = 0, warned_at = 0"
            " WHERE id = ? AND version = ?",
            (*await self._changing(after), case.subject, case.edition, case.id, case.version),
        )
        if not changed:
            raise Changed(case.id)
        return after

    async def keep_terms(self, case: Case) -> None:
        """Writes terms that an older record has not kept: nobody has acted on it, so version and times stay.

        Raises:
            Changed: the stored version is not the one that was read.
        """
        cipher = await self._keys.cipher(case_owner(case.id))
        sealed = cipher.encrypt_json(_value(case), _place(case.id))
        sql = "UPDATE cases SET sealed = ? WHERE id = ? AND version = ?"
        if not await self._transaction.write(sql, (sealed, case.id, case.version)):
            raise Changed(case.id)

    async def erase(self, case: Case) -> None:
        """Deletes the row and the contents of everything that belongs to it; a job destroys the key after the commit.

        Entries of its history stay in the hash chain without contents and actor. The audit accepts that only with an
        entry of kind ERASED: for a registered case the caller appends it first.
        """
        await erase_contents(self._transaction, case.id)
        await self._transaction.write("DELETE FROM cases WHERE id = ?", (case.id,))

    async def idle_drafts(self, idle: Idle, limit: int) -> list[Case]:
        """Idle drafts, the longest untouched first."""
        return await self._all(f"state = 'draft' AND {IDLE}", *idle.values(limit))

    async def warn(self, case: Case, told: int, at: datetime) -> None:
        """Records how many warnings about the idle draft were sent; the version stays the same."""
        await warn(self._transaction, "cases", case.id, told, at)

    async def _one(self, where: str, value: str | bytes) -> Case | None:
        return next(iter(await self._all(where, value)), None)

    async def _all(self, where: str, *values: str | bytes | int) -> list[Case]:
        rows = await self._transaction.read(f"SELECT {COLUMNS} FROM cases WHERE {where}", values)  # noqa: S608  # texts above
        return await self._opened(rows)

    async def _opened(self, rows: Iterable[Row]) -> list[Case]:
        found = list(rows)
        ciphers = await self._keys.ciphers({case_owner(row[0]) for row in found})
        values = [ciphers[case_owner(row[0])].decrypt_json(row[-1], _place(row[0])) for row in found]
        before = [each for each in values if not is_by_id(each)]
        aliases = await find_aliases(
            self._transaction, (code for each in before for code in list_codes(each["answers"]))
        )
        for each in before:
            each["answers"] = resolve_answers(each["answers"], aliases)
        return [_case(row, value) for row, value in zip(found, values, strict=True)]

    async def _changing(self, case: Case) -> tuple[object, ...]:
        cipher = await self._keys.cipher(case_owner(case.id))
        given = case.registration
        return (
            case.state,
            case.version,
            str(case.office) if case.office else None,
            to_seconds(case.touched_at),
            cipher.encrypt_json(_value(case), _place(case.id)),
            given.number if given else None,
            self._mac(given.handle) if given else None,
        )

    def _mac(self, handle: str) -> bytes:
        return hmac.digest(self._keys.lookup_key, handle.encode(), "sha256")


def _place(case_id: str) -> str:
    return f"cases.sealed:{case_id}"


def _value(case: Case) -> dict[str, Any]:
    given = case.registration
    return {
        **BY_ID,
        "answers": dict(case.answers),
        "declared": dict(case.declared),
        "materials": [asdict(each) for each in case.materials],
        "registration": asdict(given) | {"at": given.at.timestamp()} if given else None,
        "received": {item: at.timestamp() for item, at in case.received.items()},
        "complete_at": case.complete_at.timestamp() if case.complete_at else None,
        **terms_value(case.terms),
        **({"offered": case.offered} if case.offered else {}),
        **({"guessed": sorted(case.guessed)} if case.guessed else {}),
        "work": work_value(case),
    }


def _case(row: Row, value: dict[str, Any]) -> Case:
    case_id, applicant, subject, edition, state, version, office, touched_at, _ = row
    given = value["registration"]
    return Case(
        id=case_id,
        applicant=applicant,
        subject=subject,
        edition=edition,
        offered=value.get("offered", ""),
        touched_at=from_seconds(touched_at),
        state=CaseState(state),
        version=version,
        office=UnitId(office) if office else None,
        answers=value["answers"],
        guessed=frozenset(value.get("guessed", ())),
        declared={item: Declaration(each) for item, each in value["declared"].items()},
        materials=tuple(Material(**each) for each in value["materials"]),
        registration=Registration(**(given | {"at": from_seconds(given["at"])})) if given else None,
        received={item: from_seconds(at) for item, at in value["received"].items()},
        complete_at=from_seconds(value["complete_at"]) if value["complete_at"] else None,
        **terms_fields(value),
        **work_fields(value.get("work", {})),
    )


def work_value(case: Case) -> dict[str, Any]:
    """The officers' part of the sealed JSON; a key is left out until there is something to store."""
    made: dict[str, Any] = {}
    if case.assigned is not None:
        made["assigned"] = case.assigned
    made |= prepared_value(case)
    if given := case.certificate:
        made["certificate"] = {"number": given.number, "at": given.at.timestamp(), "lines": dict(given.lines)}
    if refused := case.refusal:
        made["refusal"] = asdict(refused) | {"at": refused.at.timestamp(), "due": refused.due.isoformat()}
    if returned := case.not_accepted:
        made["not_accepted"] = asdict(returned) | {"at": returned.at.timestamp()}
    if case.ready_at:
        made["ready_at"] = case.ready_at.timestamp()
    if case.handing:
        made["handing"] = asdict(case.handing) | {"at": case.handing.at.timestamp()}
    return made


def work_fields(made: dict[str, Any]) -> dict[str, Any]:
    """Reads the result of `work_value` as keyword arguments of `Case`."""
    fields: dict[str, Any] = {name: made[name] for name in ("assigned",) if name in made} | prepared_fields(made)
    if given := made.get("certificate"):
        fields["certificate"] = Certificate(**given | {"at": from_seconds(given["at"])})
    if refused := made.get("refusal"):
        told = {
            "at": from_seconds(refused["at"]),
            "due": date.fromisoformat(refused["due"]),
            "items": tuple(refused["items"]),
        }
        fields["refusal"] = Refusal(**refused | told)
    if returned := made.get("not_accepted"):
        short = tuple(Shortfall(**each) for each in returned["shortfalls"])
        fields["not_accepted"] = NotAccepted(from_seconds(returned["at"]), short)
    if "ready_at" in made:
        fields["ready_at"] = from_seconds(made["ready_at"])
    if handed := made.get("handing"):
        fields["handing"] = Handover(**handed | {"at": from_seconds(handed["at"])})
    return fields
