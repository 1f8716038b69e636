"""An edition whose service costs something: pages that speak of it say how much, and none says that it is free."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.resources import Resources
from dialogs.applications.elements import NEW
from dialogs.ui.callback_data import ApplicationCallback, OfficeCallback
from domain.applications.case import CaseState
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from tests.factories.cases import complete
from tests.factories.editions import charge_fee
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER
from tests.factories.units import EDITION, GROUP, KINDS, KOKSHETAU, MISSIONARY
from tests.handlers.casework.office import has, manned
from tests.handlers.casework.test_kept_terms import changed
from tests.handlers.front_door import FrontDoor

FEE = 5000
FREE = re.compile(r"бесплатн|тегін|\bfree\b", re.IGNORECASE)
SAID = {"ru": "5 000 тенге", "kk": "5 000 теңге", "en": "5,000 tenge"}


@pytest.fixture
def law(tmp_path: Path) -> Resources:
    return changed(tmp_path / "law", charge_fee(FEE, "Пошлина 5000 тенге."))


@pytest_asyncio.fixture
async def door(tmp_path: Path, law: Resources) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path / "data") as opened:
        opened.serve(law)
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_applicant_reads(door: FrontDoor, standard: Standard, language: Language) -> None:
    """From the first page to the decision; the pages that tell of the service name the amount."""
    await door.put(Person(APPLICANT, language).consenting(NOTICE_VERSION, NOW), complete(standard))
    intro = (await door.say(APPLICANT, "/apply")).texts
    intro += (await door.tap(APPLICANT, ApplicationCallback("intro", NEW).pack())).texts
    visit = (await door.tap(APPLICANT, OfficeCallback("visit", str(KOKSHETAU), EDITION).pack())).texts
    read = [*intro, *visit]
    for text in ("/start", "/about", "/help", "/my", "/offices", "/privacy"):
        read += (await door.say(APPLICANT, text)).texts
    for kind in KINDS:
        read += (await door.tap(APPLICANT, ApplicationCallback("subject", kind).pack())).texts
    read += (await door.tap(APPLICANT, OfficeCallback("card", str(KOKSHETAU), EDITION).pack())).texts
    read += (await door.tap(APPLICANT, OfficeCallback("forms", str(KOKSHETAU), EDITION).pack())).texts
    page = await door.tap(APPLICANT, ApplicationCallback("review", "draft1.", "0").pack())
    filed = await door.tap(APPLICANT, ApplicationCallback("file", "draft1.", "0").pack())
    assert (await door.case("draft1")).state is CaseState.REGISTERED
    read += [*page.texts, *filed.texts]
    assert [text for text in read if FREE.search(text)] == []
    for pages in (intro, visit):
        assert SAID[language] in "".join(pages).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_text_of_the_edition_says_so(law: Resources, standard: Standard, language: Language) -> None:
    """Neither the texts of the edition nor its papers; those of 2011 say that it is free."""
    name = {"ru": "бесплатн", "kk": "тегін", "en": "free of charge"}[language]
    assert not [each for each in law.standard.texts[language].values() if name in each.lower()]
    assert [each for each in standard.texts[language].values() if name in each.lower()]


@pytest.mark.parametrize("subject", [MISSIONARY, GROUP])
async def test_what_officers_read(door: FrontDoor, standard: Standard, subject: str) -> None:
    """The card of a case and its steps say nothing of a fee, so they cannot say that there is none."""
    case = await has(door, standard, CaseState.REGISTERED, assigned=OFFICER, subject=subject)
    for text in ("/queue", f"/case {case.filing.number}", f"/receive {case.filing.number}"):
        assert [each for each in (await door.say(OFFICER, text)).texts if FREE.search(each)] == []
