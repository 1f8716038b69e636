"""How the review and the next page show what was typed at a question of the form."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.texts import Texts
from domain.people import NOTICE_VERSION, Person
from tests.factories.cases import started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.handlers.front_door import FrontDoor, front_door


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    """A front door, with a person who has agreed to the privacy notice."""
    async with front_door(tmp_path) as opened:
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


async def asked(door: FrontDoor, question: str) -> None:
    """Makes the next text answer this question; the draft is complete otherwise."""
    draft = started()
    await door.put(replace(draft, answers={key: value for key, value in draft.answers.items() if key != question}))
    await door.tap(APPLICANT, ApplicationCallback("next", f"{draft.id}.", "0").pack())


@pytest.mark.parametrize(
    "typed",
    ["12/05/19", "12.05.19", "12–05–19", "12 мая 19 г.", "от 12.05.19", "Дата выдачи: 12.05.19 г.", "\u200e12.05.19"],
)
async def test_a_year_of_two_figures_is_shown_as_it_was_read(door: FrontDoor, russian: Texts, typed: str) -> None:
    """The page shows the year in full, so that whoever meant another one notices at once."""
    await asked(door, "document_date")
    answer = await door.say(APPLICANT, typed)
    assert answer.texts[0].startswith(russian("date-as-read", date="12 мая 2019 года"))
    assert (await door.case("draft1")).answers["document_date"] == "2019-05-12"


async def test_a_year_of_four_figures_is_not_repeated(door: FrontDoor) -> None:
    """Only a guessed year is shown again."""
    await asked(door, "document_date")
    assert "Записано" not in (await door.say(APPLICANT, "12.05.2019")).texts[0]


async def test_a_year_that_cannot_be_guessed(door: FrontDoor, russian: Texts) -> None:
    """The bot asks for four digits and keeps the question open."""
    await asked(door, "document_date")
    answer = await door.say(APPLICANT, "05.03.29")
    assert russian("bad-date-century") in answer.texts[0]
    assert "document_date" not in (await door.case("draft1")).answers
    await door.say(APPLICANT, "05.03.2009")
    assert (await door.case("draft1")).answers["document_date"] == "2009-03-05"


@pytest.mark.parametrize("name", ["Салтыков‑Щедрин Иван", "Салтыков–Щедрин Иван", "Салтыков‐Щедрин Иван"])
async def test_a_hyphen_however_it_is_typed(door: FrontDoor, name: str) -> None:
    """All hyphens and dashes that look the same are treated as the same."""
    await asked(door, "full_name")
    await door.say(APPLICANT, name)
    assert (await door.case("draft1")).answers["full_name"] == "Салтыков-Щедрин Иван"


async def test_an_address_that_no_document_could_hold(door: FrontDoor) -> None:
    """Characters that XML cannot hold are dropped on input, so the preview, filing and the archive all work."""
    await asked(door, "address")
    await door.say(APPLICANT, "г. Кок\ufffeшетау, ул. Абая, 1")
    assert (await door.case("draft1")).answers["address"] == "г. Кокшетау, ул. Абая, 1"
