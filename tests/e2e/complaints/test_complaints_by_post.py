"""What a letter encloses, and how the list of complaints leads to an application."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.making.packages import COMPLAINT as PACKAGE
from tests.e2e.applications.test_uploads import photo
from tests.e2e.drivers.bureau import Bureau
from tests.e2e.drivers.complaining import TEXT, begins, does, files, kinds, opened
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.working import files_of, words_of
from tests.factories.units import KOKSHETAU, REGION_AKIMAT

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with opened(tmp_path) as running:
        yield running


@pytest.mark.standard("22", "24")
async def test_the_authors_photos_come_back_with_the_letter(town: Bureau) -> None:
    """The letter lists them after the stamped copy; one PDF has it all in that order, ready to print."""
    who = await town.filed()
    await begins(town, who, REGION_AKIMAT)
    await who.chat.say(TEXT)
    for colour in ("red", "green"):
        who.chat.person.send_photo(photo(colour))
    await eventually("fetched", lambda: kinds(town) == ["jpeg", "jpeg"])
    await town.driven.settle()
    await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-letter-button")
    assert {name for name in files_of(who.chat) if name.startswith("prilozhenie")} == {
        "prilozhenie-1.jpg",
        "prilozhenie-2.jpg",
    }
    letter = words_of(who.chat, "zhaloba")
    assert f"1. копия заявления № {who.number} от 23.11.2026 со штампом регистрации (пункт\u00a024 стандарта)" in letter
    assert "2. фотографии и другие файлы автора, количество: 2" in letter
    pages = PdfReader(io.BytesIO(files_of(who.chat)[PACKAGE])).pages
    assert [len(page.images) for page in pages] == [0, 1, 1, 1]  # the second is the QR code
    first, second, *_ = (" ".join(page.extract_text().split()) for page in pages)
    assert TEXT in first
    assert f"Входящий № {who.number}" in second


@pytest.mark.standard("24")
async def test_a_letter_about_no_application_still_names_the_copy(town: Bureau) -> None:
    """The letter lists a copy of the application even if it was filed on paper: the author is asked for it first."""
    who = town.applicants[0]
    await begins(town, who, REGION_AKIMAT, case=False)
    await who.chat.say("Ли Борис")
    seen = await who.chat.say("г. Степногорск, 4")
    assert who.chat.texts.plain("cmp-with-own-copy") in seen.text
    await who.chat.say(TEXT)
    await who.chat.tap("cmp-done-button")
    await who.chat.tap("cmp-letter-button")
    asked = "1. копия заявления на выдачу свидетельства (справки), если оно подавалось (пункт\u00a024 стандарта)"
    assert asked in words_of(who.chat, "zhaloba")
    assert PACKAGE not in files_of(who.chat)  # nothing goes along


@pytest.mark.standard("24")
async def test_an_application_is_offered_where_a_complaint_begins(town: Bureau) -> None:
    """A complaint begun from the list of complaints offers the application, because its copy is enclosed that way."""
    who = await town.filed()
    await who.chat.say("/complain")
    await who.chat.tap("cmp-new-button")
    seen = await who.chat.tap(who.chat.texts.plain("cmp-kind-case-button", number=who.number))
    assert who.chat.texts.plain("cmp-kind-of", number=who.number) in seen.text
    seen = await who.chat.tap("cmp-kind-result-button")
    await who.chat.press(next(data for _, data in seen.buttons if f".{REGION_AKIMAT}:" in data))
    await who.chat.say(TEXT)
    seen = await who.chat.tap("cmp-done-button")
    assert who.chat.texts.plain("cmp-with-copy", number=who.number) in seen.text


async def test_the_queue_tells_what_waits_to_be_accepted(town: Bureau) -> None:
    """Each line shows a complaint's state; only those who work for several bodies see the body's name."""
    who, registrar = await town.filed(), town.registrar
    await files(town, who, KOKSHETAU)
    stage = registrar.chat.texts.plain
    seen = await registrar.says("/complaints")
    assert stage("cmp-stage-filed") in seen.text
    assert "Кокшетау" not in seen.text
    await does(registrar, "accept", "hnd-accepted-button")
    seen = await registrar.says("/complaints")
    assert stage("cmp-stage-accepted") in seen.text
