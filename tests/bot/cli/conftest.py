from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands speak English here, unless a test says otherwise."""
    monkeypatch.setenv("LANGUAGE", "en")
