"""What the bot's own tables hold about a person, opened for that person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.applications.deadlines import NOT_RUNNING
from services.privacy.my_data import PersonalDataReader
from storage.db.engine import from_seconds, marks
from storage.db.keys import case_owner, person
from storage.db.records import OF_RECORDS
from storage.history.events import SqlHistory
from storage.messaging.bot_api_request import BotApiRequest
from storage.messaging.given_answers import OF_OFFICERS, given_place
from storage.messaging.inbox import quarantine_place
from storage.messaging.outbox import outbox_place

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from domain.history import Event
    from services.privacy.my_data import Row
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

# Every table, with the sections of `my-data.json` it appears in; docs/my-data.md says why some appear in none.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "people": ("person",),
    "consents": ("consent_history",),
    "sessions": ("question_that_waits_for_an_answer",),
    "cases": ("applications",),
    "complaints": ("complaints",),
    "events": ("applications", "complaints", "roles"),
    "uploads": ("applications", "complaints"),
    "limit_counters": ("messages",),
    "officers": ("roles",),
    "admins": ("roles",),
    "locked_people": ("roles",),
    "invitations": ("roles",),
    "denials": ("denied_requests",),
    "outbox": ("messages",),
    "dead_letters": ("messages",),
    "suspended_chats": ("messages",),
    "told": ("messages",),
    "pinned_messages": ("messages",),
    "survey": ("applications", "complaints"),
    "terms": ("applications",),
    "quarantine": ("messages_set_aside_after_a_fault",),
    "given_answers": ("messages_that_gave_answers",),
    "seen_updates": (),
    "tries": (),
    "registers": (),
    "remains": (),
    "unit_aliases": (),
    "doomed_keys": (),
    "key_generation": (),
}
INVITED = "role, units, made_at, ends_at, used_by IS NOT NULL, revoked_at"
SHOWN = ("text", "caption")  # parameters shown of a message that could not be delivered


class SqlPersonalData:
    """Implements `services.privacy.my_data.RecordReader` within one transaction."""

    def __init__(self, transaction: Transaction, keys: KeyStore) -> None:
        self._transaction = transaction
        self._keys = keys

    async def read_for_person(self, user_id: int, own: Collection[str]) -> PersonalDataReader:
        """Reads each table by user id, or by the ids in `own`: the person's cases and complaints."""
        made = await self._invitations("made_by", user_id)
        used = await self._invitations("used_by", user_id)
        roles = await self._roles_history(user_id)
        return PersonalDataReader(
            consents=await self._consents(user_id),
            session=await self._session(user_id),
            invitations_made=made,
            invitations_used=used,
            roles_history=roles,
            acts=await self._acts(user_id, own) if made or used or roles or await self._has_role(user_id) else (),
            denials=await self._denials(user_id),
            waiting=(await self._read("SELECT count(*) FROM outbox WHERE chat_id = ?", user_id))[0][0],
            dead_letters=await self._dead_letters(user_id, own),
            quarantine=await self._quarantine(user_id),
            given_answers=await self._given_answers(user_id),
            told=await self._read_notifications(user_id, own),
            pinned=await self._pinned(user_id),
            counted=await self._counted(user_id),
            terms=await self._terms(own),
            blocked_since=await self._blocked_since(user_id),
            locked_since=await self._locked_since(user_id),
        )

    async def _consents(self, user_id: int) -> tuple[Row, ...]:
        rows = await self._read("SELECT version, given, at FROM consents WHERE user_id = ? ORDER BY id", user_id)
        return tuple(
            {"notice_version": version, "given": bool(given), "at": from_seconds(at)} for version, given, at in rows
        )

    async def _session(self, user_id: int) -> Row | None:
        rows = await self._read("SELECT chat_id, sealed FROM sessions WHERE user_id = ? ORDER BY chat_id", user_id)
        cipher = await self._keys.cipher(person(user_id))
        values = [cipher.decrypt_json(sealed, f"sessions.sealed:{chat}.{user_id}") for chat, sealed in rows]
        return values[0] if values else None

    async def _invitations(self, column: str, user_id: int) -> tuple[Row, ...]:
        rows = await self._read(
            f"SELECT {INVITED} FROM invitations WHERE {column} = ? ORDER BY made_at, id",  # noqa: S608  # names above
            user_id,
        )
        return tuple(
            {
                "role": role,
                "units": [each for each in units.split(",") if each],
                "made_at": from_seconds(made_at),
                "ends_at": from_seconds(ends_at),
                "used": bool(used),
                "revoked_at": from_seconds(revoked_at) if revoked_at else None,
            }
            for role, units, made_at, ends_at, used, revoked_at in rows
        )

    async def _roles_history(self, user_id: int) -> tuple[Row, ...]:
        """What they did, and what was done to them; nobody else's ids are included."""
        events = await SqlHistory(self._transaction, self._keys).list_about_people()
        return tuple(_about_role(each, user_id) for each in events if _concerns(each, user_id))

    async def _acts(self, user_id: int, own: Collection[str]) -> tuple[Row, ...]:
        others = f"case_id NOT IN ('', {marks(own) or 0})"
        rows = await self._read(
            f"SELECT kind, count(*), min(at), max(at) FROM events WHERE actor = ? AND {others}"  # noqa: S608  # marks only
            " GROUP BY kind ORDER BY kind",
            user_id,
            *own,
        )
        return tuple(
            {"what": kind, "times": count, "first_at": from_seconds(first), "last_at": from_seconds(last)}
            for kind, count, first, last in rows
        )

    async def _has_role(self, user_id: int) -> bool:
        return bool(
            await self._read(
                "SELECT 1 FROM officers WHERE user_id = ? UNION SELECT 1 FROM admins WHERE user_id = ?",
                user_id,
                user_id,
            )
        )

    async def _denials(self, user_id: int) -> tuple[Row, ...]:
        sql = "SELECT act, at, sealed, count, coalesce(last_at, at) FROM denials WHERE actor = ? ORDER BY id"
        rows = await self._read(sql, user_id)
        cipher, place = await self._keys.cipher(person(user_id)), f"denials.sealed:{user_id}"
        return tuple(
            {
                "act": act,
                "at": from_seconds(at),
                "about": cipher.decrypt_json(sealed, place)["about"],
                "times": count,
                "last_at": from_seconds(last_at),
            }
            for act, at, sealed, count, last_at in rows
        )

    async def _dead_letters(self, user_id: int, own: Collection[str]) -> tuple[Row, ...]:
        """With the text only if it is about the person: an officer's message may be about somebody else's case."""
        rows = await self._read(
            "SELECT origin, owner, sealed, code, died_at FROM dead_letters WHERE chat_id = ? ORDER BY died_at, origin",
            user_id,
        )
        theirs = {person(user_id), *map(case_owner, own)}
        ciphers = await self._keys.ciphers({row[1] for row in rows} & theirs)
        found = []
        for origin, owner, sealed, code, died_at in rows:
            row: Row = {"at": from_seconds(died_at), "error_code_of_telegram": code}
            if owner in theirs:
                request = BotApiRequest.from_json(ciphers[owner].decrypt_json(sealed, outbox_place(origin)))
                row |= {name: request.parameters[name] for name in SHOWN if name in request.parameters}
            found.append(row)
        return tuple(found)

    async def _quarantine(self, user_id: int) -> tuple[Row, ...]:
        owner = person(user_id)
        rows = await self._read(
            "SELECT update_id, sealed, reason, at FROM quarantine WHERE owner = ? ORDER BY at, update_id", owner
        )
        cipher = await self._keys.cipher(owner)
        return tuple(
            {
                "at": from_seconds(at),
                "reason": reason,
                "what_you_sent": cipher.decrypt_json(sealed, quarantine_place(update_id)),
            }
            for update_id, sealed, reason, at in rows
        )

    async def _given_answers(self, user_id: int) -> tuple[Row, ...]:
        owner = person(user_id)
        rows = await self._read(
            "SELECT chat_id, message_id, sealed, at FROM given_answers WHERE owner = ? ORDER BY at, message_id", owner
        )
        cipher = await self._keys.cipher(owner)
        said = (
            (at, cipher.decrypt_json(sealed, given_place(chat_id, message_id)))
            for chat_id, message_id, sealed, at in rows
        )
        own = ((at, each) for at, each in said if each["kind"].rpartition(":")[2] not in OF_OFFICERS)
        return tuple({"at": from_seconds(at), "what_you_sent": each["text"]} for at, each in own)

    async def _read_notifications(self, user_id: int, own: Collection[str]) -> tuple[Row, ...]:
        mine = [
            f"digest:{user_id}:",
            f"my-data:{user_id}:",
            *(f"{kind}:{each}:" for each in own for kind in OF_RECORDS),
        ]
        found: list[Row] = []
        for begin in mine:
            between = (begin, f"{begin[:-1]};")  # `;` follows `:` in ASCII
            rows = await self._read("SELECT what, at FROM told WHERE what >= ? AND what < ? ORDER BY what", *between)
            found += [{"what": what, "at": from_seconds(at)} for what, at in rows]
        return tuple(found)

    async def _pinned(self, user_id: int) -> tuple[Row, ...]:
        sql = "SELECT case_id, message_id FROM pinned_messages WHERE chat_id = ? ORDER BY case_id"
        rows = await self._read(sql, user_id)
        return tuple({"application": case_id, "message_id": message_id} for case_id, message_id in rows)

    async def _counted(self, user_id: int) -> tuple[Row, ...]:
        rows = await self._read("SELECT cost, since, used FROM limit_counters WHERE user_id = ? ORDER BY cost", user_id)
        return tuple({"what": cost, "since": from_seconds(since), "used": used} for cost, since, used in rows)

    async def _terms(self, own: Collection[str]) -> dict[str, Row]:
        rows = await self._read(f"SELECT case_id, due, done, edition FROM terms WHERE case_id IN ({marks(own)})", *own)  # noqa: S608  # marks only
        never = NOT_RUNNING.isoformat()
        return {
            case: {"due_on": due if due != never else None, "done_on": done, "edition": edition}
            for case, due, done, edition in rows
        }

    async def _blocked_since(self, user_id: int) -> datetime | None:
        rows = await self._read("SELECT suspended_at FROM suspended_chats WHERE chat_id = ?", user_id)
        return from_seconds(rows[0][0]) if rows else None

    async def _locked_since(self, user_id: int) -> datetime | None:
        rows = await self._read("SELECT locked_at FROM locked_people WHERE user_id = ?", user_id)
        return from_seconds(rows[0][0]) if rows else None

    async def _read(self, sql: str, *values: int | str) -> list[Any]:
        return await self._transaction.read(sql, values)


def _concerns(event: Event, user_id: int) -> bool:
    return user_id in (event.actor, _user_of(event))


def _user_of(event: Event) -> int:
    told = event.details.get("user", "")
    return int(told) if told.isdecimal() else 0


def _about_role(event: Event, user_id: int) -> Row:
    details = {name: value for name, value in event.details.items() if name != "user"}
    about = "you" if _user_of(event) in (0, user_id) else "somebody else"
    return {"what": event.kind, "at": event.at, "by_you": event.actor == user_id, "about": about, **details}
