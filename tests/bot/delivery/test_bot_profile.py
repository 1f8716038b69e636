"""The bot introduces itself in the words of the edition under which new records begin, wherever its folder is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.delivery.bot_profile import update_profile
from bot.resources import load_library
from bot.settings import Settings
from domain.languages import LANGUAGES
from tests.factories.editions import charge_fee, write_edition

PAID = "2031-1"


class Profile:
    """Takes what the bot says of itself."""

    def __init__(self) -> None:
        self.said: dict[str, list[str]] = {}

    async def call(self, method: str, parameters: dict[str, Any]) -> dict[str, str]:
        self.said.setdefault(method, []).extend(str(each) for each in parameters.values() if isinstance(each, str))
        return {}


@pytest.mark.parametrize("edition", ["2011-20", PAID])
async def test_what_it_says_of_the_fee(tmp_path: Path, edition: str) -> None:
    """The description has the amount of an edition with a fee, in each language."""
    write_edition(tmp_path / "editions", PAID, charge_fee(5000, "Пошлина."))
    profile = Profile()
    settings = Settings(_env_file=None, edition=edition, editions_dir=tmp_path / "editions")
    await update_profile(profile, load_library(settings))  # type: ignore[arg-type]  # all that is called
    said = [each for each in profile.said["setMyDescription"] if len(each) > len("kk")]
    assert len(said) == len(LANGUAGES)
    costs = ["5" in each and "000" in each for each in said]
    assert costs == [edition == PAID] * len(LANGUAGES)
    assert len(profile.said["setMyName"]) >= len(LANGUAGES)
