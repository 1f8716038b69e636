from __future__ import annotations

import pytest

from storage.db.engine import Engine
from tests.storage.engines import SQLITE


@pytest.fixture
def engine() -> Engine:
    return SQLITE
