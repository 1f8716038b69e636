"""Upkeep that nobody notices: old ids of updates are dropped, deadlines never recorded are, started terms are kept."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bot import clock
from bot.monitoring import fault_name, log_event
from domain.applications.deadlines import started_terms, with_terms_kept
from domain.applications.recounts import recounts_of
from domain.errors import CalendarUnknown, EditionMissing
from services.applications.deadlines import DeadlineService
from storage.applications import SqlCases
from storage.db.encryption import Unreadable
from storage.db.keys import case_owner
from storage.history.events import SqlDenials
from storage.indicators import SqlTerms
from storage.messaging.given_answers import GivenAnswers
from storage.messaging.inbox import Inbox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.resources import Resources
    from storage.db.database import Database
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

HOUR = 3600.0
AT_ONCE = 500  # applications in one transaction


async def forget_seen(database: Database, bot_id: int) -> None:
    """Drops ids of updates that no source will offer again, and what messages said that nobody can edit any more."""
    now = int(clock.now().timestamp())
    async with database.transaction() as transaction:
        dropped = await Inbox(transaction, bot_id).forget_seen(now)
        await GivenAnswers(transaction).forget_old(now)
    if dropped:
        log_event("seen-forgotten", rows=dropped)


async def merge_denials(database: Database, keys: KeyStore) -> None:
    """Merges equal denials of before they were counted; a migration cannot, as what they are about is sealed."""
    async with database.transaction() as transaction:
        await SqlDenials(transaction, keys).merge_equal()


async def record_missing_deadlines(database: Database, keys: KeyStore, library: Resources) -> int:
    """Records the missing term of every application that should have one; returns how many.

    Dates are sealed, so SQL alone cannot do it. A case that cannot be read or counted is logged and skipped, so that it
    does not keep the bot from starting.
    """
    filled, after = 0, ""
    while True:
        async with database.transaction() as transaction:
            missing = await SqlTerms(transaction).missing(after, AT_ONCE)
            if not missing:
                return filled
            await _open_keys(keys, missing)
            for after in missing:
                filled += await _record(transaction, keys, library, after)


async def keep_running_terms(database: Database, keys: KeyStore, library: Resources) -> int:
    """Keeps the terms of open applications whose terms started before terms were kept; returns of how many.

    The last day is the one on record, as it was told; the days counted up to it are those of this library, and where
    they end on another day, the term says so. No version changes: buttons that were shown go on to work. A case that
    cannot be read or counted is logged, skipped, and tried again at the next start. How many open cases have a last day
    that the calendar of today puts on another day is logged: the calendar changes at a start alone.
    """
    kept, differing, after = 0, 0, ""
    while True:
        async with database.transaction() as transaction:
            found = await SqlTerms(transaction).running(after, AT_ONCE)
            if not found:
                break
            await _open_keys(keys, found)
            for after in found:
                is_kept, differs = await _keep(transaction, keys, library, after)
                kept, differing = kept + is_kept, differing + differs
    if differing:
        log_event("terms-differ", cases=differing)
    return kept


async def _open_keys(keys: KeyStore, case_ids: Iterable[str]) -> None:
    """Opens or makes all together: one by one, each would cost a commit. A damaged one is a fault of its own case."""
    with suppress(Unreadable):
        await keys.ciphers(map(case_owner, case_ids))


async def _keep(transaction: Transaction, keys: KeyStore, library: Resources, case_id: str) -> tuple[bool, bool]:
    """Whether it keeps terms now that it did not, and whether one of its terms differs from today's calendar."""
    cases = SqlCases(transaction, keys)
    try:
        case = await cases.get(case_id)
        assert case is not None  # noqa: S101  # found in this transaction
        standard = library.editions.of(case)
        started = {standard.term(role).id for role in started_terms(case) if standard.has_term(role)}
        lacking = case.terms.keys() != started
        if lacking:
            told = await SqlTerms(transaction).last_day_on_record(case_id)
            case = with_terms_kept(case, told, standard, library.calendar)
            await cases.keep_terms(case)
    except (Unreadable, CalendarUnknown, EditionMissing) as error:
        log_event("term-not-known", case=case_id, fault=fault_name(error))
        return False, False
    return lacking, bool(recounts_of(case, standard, library.calendar))


async def _record(transaction: Transaction, keys: KeyStore, library: Resources, case_id: str) -> bool:
    try:
        case = await SqlCases(transaction, keys).get(case_id)
        assert case is not None  # noqa: S101  # found in this transaction
        await DeadlineService(SqlTerms(transaction), library.editions, library.calendar).record(case)
    except (Unreadable, CalendarUnknown, EditionMissing) as error:
        log_event("term-not-known", case=case_id, fault=fault_name(error))
        return False
    return True
