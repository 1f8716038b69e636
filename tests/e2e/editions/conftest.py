from __future__ import annotations

from typing import Any

import pytest

from tests import editions as fictional
from tests.factories.editions import NEWER, unlike_2011, write_edition


@pytest.fixture(scope="package")
def newer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Settings under which another edition is current, as different from that of 2011 as one can be."""
    root = tmp_path_factory.mktemp("editions")
    write_edition(root, NEWER, *unlike_2011())
    return {"edition": NEWER, "editions_dir": root}


@pytest.fixture(scope="package")
def unlike() -> dict[str, Any]:
    """Settings under which the edition of the tests is current, which has nothing in common with that of 2011."""
    return {"edition": fictional.EDITION, "editions_dir": fictional.EDITIONS_DIR}
