"""Editions with other kinds of application than that of 2011: one alone, and one that has another id."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from assets.loaders.edition import load_standard
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.indicators.formulas import Tally, electronic
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from tests.factories.cases import worked
from tests.factories.editions import remove_kind, rename_kind, set_text, write_edition
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import GROUP, MISSIONARY
from tests.handlers.front_door import FrontDoor, front_door

ALONE, RENAMED = "2031-1", "2032-1"
INTRO = "Для миссионеров."


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("editions")
    write_edition(root, ALONE, remove_kind(GROUP), set_text("apply-intro", INTRO))
    write_edition(root, RENAMED, rename_kind(MISSIONARY, "preacher"))
    return root


@pytest.fixture
async def door(tmp_path: Path, editions: Path) -> AsyncIterator[FrontDoor]:
    """Under the edition with one kind."""
    async with front_door(tmp_path, edition=ALONE, editions_dir=editions) as opened:
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


async def test_one_kind_is_offered(door: FrontDoor, editions: Path) -> None:
    """There is one way in, one form, and one service to tell of."""
    shown = await door.say(APPLICANT, "/apply")
    assert shown.texts == [INTRO]
    kinds = [data for data in shown.buttons.values() if data.startswith("app:subject:")]
    assert kinds == ["app:subject:missionary:"]
    forms = await door.tap(APPLICANT, f"off:forms:2/3:{ALONE}")
    assert [data for data in forms.buttons.values() if data.startswith("form:")] == [
        f"form:get:missionary-application:{ALONE}"
    ]
    assert (await door.tap(APPLICANT, f"form:get:7:{ALONE}")).files == ["form-7.docx"]
    assert electronic(load_standard(ALONE, editions)) == Tally(1, 1)


async def test_it_is_begun(door: FrontDoor, russian: Texts) -> None:
    """An application of this kind is asked for what it needs; an old button of the other is told to be outdated."""
    asked = await door.tap(APPLICANT, "app:begin:missionary:")
    assert russian.plain("choice-intent-registration-by-self") in asked.buttons
    for data in ("app:begin:group:", "app:subject:group:", f"app:agree:group.{NOTICE_VERSION}:"):
        (shown,) = (await door.tap(APPLICANT, data)).texts
        assert shown.startswith(russian.plain("stale"))
    assert (await door.tap(APPLICANT, f"form:get:8:{ALONE}")).files == []


@pytest.mark.parametrize("subject", [MISSIONARY, GROUP])
async def test_what_was_issued_before(door: FrontDoor, standard: Standard, russian: Texts, subject: str) -> None:
    """A kind that is gone stays readable under its own edition, and is not offered to be registered anew."""
    await door.put(replace(worked(standard, CaseState.ISSUED, subject), id="old"))
    shown = await door.tap(APPLICANT, "app:open:old:")
    assert russian.plain(f"subject-{subject}") in shown.texts[0]
    assert (russian.plain("case-renew-button") in shown.buttons) == (subject == MISSIONARY)
    renewed = await door.tap(APPLICANT, "app:renew:old.:0")
    assert len(await door.rows("SELECT id FROM cases WHERE subject = ? AND state = 'draft'", subject)) == (
        subject == MISSIONARY
    ), renewed.texts


async def test_a_kind_with_another_id(tmp_path: Path, editions: Path, standard: Standard) -> None:
    """What continues it is a draft of the new kind, with the answers that are carried over."""
    async with front_door(tmp_path, edition=RENAMED, editions_dir=editions) as door:
        await door.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        await door.put(replace(worked(standard, CaseState.ISSUED), id="old"))
        await door.tap(APPLICANT, "app:renew:old.:0")
        assert await door.rows("SELECT subject, edition FROM cases WHERE state = 'draft'") == [("preacher", RENAMED)]
        again = await door.tap(APPLICANT, "app:open:old:")
        assert not [data for data in again.buttons.values() if data.startswith("app:renew:")]
