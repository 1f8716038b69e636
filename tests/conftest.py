from __future__ import annotations

import os

import pytest

from assets.calendar import load_calendar
from assets.messages import load_locale
from assets.standard import load_standard
from dialogs.texts import LANGUAGES, Texts
from domain.calendar import WorkingCalendar
from domain.standard import Standard
from services.offices import OfficeFinder
from tests.clock import TODAY, Clock, install, read_moment

pytest_plugins = ["pytester", "tests.traceability"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--today", metavar="MOMENT", type=read_moment, default=TODAY, help="when the tests take place")


def pytest_configure(config: pytest.Config) -> None:
    """This process and every one that a test starts go by the clock of the tests."""
    clock = Clock(config.getoption("--today"))
    install(clock)
    os.environ.update(clock.variables())


@pytest.fixture(scope="session")
def standard() -> Standard:
    return load_standard()


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    return load_calendar()


@pytest.fixture(scope="session")
def finder(standard: Standard, calendar: WorkingCalendar) -> OfficeFinder:
    return OfficeFinder(standard, calendar)


@pytest.fixture(scope="session", params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    return Texts(request.param, load_locale(request.param))


@pytest.fixture(scope="session")
def russian() -> Texts:
    return Texts("ru", load_locale("ru"))
