"""Cases, register and officers of one unit of work, over the fakes or over SQL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from domain.offices.units import UnitId
from domain.staff.membership import Officer
from services.applications.ports import CaseStore, OfficerReader, Register, Terms
from services.history import History, PeopleHistory
from services.indicators.survey import SurveyStore
from services.reach import Reach
from storage.applications import SqlCases
from storage.db.database import Database
from storage.db.keys import KeyStore
from storage.db.records import SqlRegister
from storage.history.events import SqlHistory
from storage.indicators import SqlSurvey, SqlTerms
from storage.messaging.reach import SqlReach
from storage.staff import SqlOfficers
from tests.services.fakes import (
    FakeCases,
    FakeOfficers,
    FakePeopleHistory,
    FakeReach,
    FakeRegister,
    FakeSurvey,
    FakeTerms,
)


class Officers(OfficerReader, Protocol):
    """Officers, and what appoints them."""

    async def bind(self, officer: Officer) -> None: ...

    async def release(self, user_id: int, unit: UnitId) -> bool: ...


@dataclass
class Kept:
    """One unit of work."""

    cases: CaseStore
    history: History
    people_history: PeopleHistory
    register: Register
    officers: Officers
    terms: Terms
    survey: SurveyStore
    reach: Reach


Opened = Callable[[], AbstractAsyncContextManager[Kept]]


def over_sql(database: Database, keys: KeyStore) -> Opened:
    """Each unit of work is a transaction."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Kept]:
        async with database.transaction() as transaction:
            history = SqlHistory(transaction, keys)
            cases, officers = SqlCases(transaction, keys), SqlOfficers(transaction, keys)
            yield Kept(
                cases,
                history,
                history,
                SqlRegister(transaction),
                officers,
                SqlTerms(transaction),
                SqlSurvey(transaction, keys),
                SqlReach(transaction),
            )

    return opened


def over_fakes() -> Opened:
    """Each unit of work sees what earlier ones left."""
    cases = FakeCases()
    kept = Kept(
        cases, cases, FakePeopleHistory(), FakeRegister(), FakeOfficers(), FakeTerms(), FakeSurvey(), FakeReach()
    )

    @asynccontextmanager
    async def opened() -> AsyncIterator[Kept]:
        yield kept

    return opened
