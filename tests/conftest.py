from __future__ import annotations

import signal
from collections.abc import AsyncIterator
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, settings

import bot  # noqa: F401  # before anything imports aiogram
from assets.loaders.calendar import load_calendar
from assets.loaders.edition import load_standard
from dialogs.ui.texts import Texts
from domain.calendar import WorkingCalendar
from domain.languages import LANGUAGES
from domain.standard.edition import Standard
from services.offices.finder import OfficeFinder
from storage.db.database import Database
from storage.db.engine import Engine
from storage.db.keys import KeyStore
from tests.factories.terms import Terms
from tests.factories.texts import texts_under
from tests.storage.engines import ENGINES, Stored, key_store, migrated

pytest_plugins = [
    "pytester",
    "tests.any_day",
    "tests.machine",
    "tests.suite.sharing",
    "tests.suite.traceability",
    "tests.suite.tracing",
]

# An example's duration depends on how busy the machine is.
settings.register_profile("any-load", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-load")


def pytest_configure() -> None:
    """Handles Ctrl+C as Python does; otherwise asyncio takes it over for each async fixture and test.

    `signal` then formats the handler that it restores, and with it the task and everything the fixture returned: half
    of the time of a test of a whole bot.
    """
    signal.signal(signal.SIGINT, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@pytest.fixture(scope="session")
def standard() -> Standard:
    return load_standard()


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    return load_calendar()


@pytest.fixture(scope="session")
def terms(standard: Standard, calendar: WorkingCalendar) -> Terms:
    return Terms(standard, calendar)


@pytest.fixture(scope="session")
def finder(standard: Standard, calendar: WorkingCalendar) -> OfficeFinder:
    return OfficeFinder(standard, calendar)


@pytest.fixture(scope="session", params=LANGUAGES)
def texts(request: pytest.FixtureRequest, standard: Standard) -> Texts:
    return texts_under(standard, str(request.param))


@pytest.fixture(scope="session")
def russian(standard: Standard) -> Texts:
    return texts_under(standard, "ru")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


@pytest.fixture
async def database(engine: Engine, tmp_path: Path) -> AsyncIterator[Database]:
    async with migrated(engine, tmp_path) as opened:
        yield opened


@pytest.fixture
async def keys(engine: Engine, tmp_path: Path) -> AsyncIterator[KeyStore]:
    async with key_store(engine, tmp_path) as opened:
        yield opened


@pytest.fixture(params=["fake", *ENGINES])
async def stored(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stored | None]:
    """A database and a key store of each engine; None stands for the fakes, which behave alike."""
    if request.param == "fake":
        yield None
        return
    engine = ENGINES[request.param]
    async with migrated(engine, tmp_path) as database, key_store(engine, tmp_path) as keys:
        yield database, keys
