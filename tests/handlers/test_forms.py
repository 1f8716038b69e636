from __future__ import annotations

import io

import pytest
from docx import Document

from domain.languages import LANGUAGES
from tests.e2e.drivers.chatting import Chatting, Seen, acquaintance
from tests.e2e.drivers.driving import Driven

pytestmark = pytest.mark.asyncio(loop_scope="module")

MISSIONARY = "Заявление об учетной регистрации и перерегистрации миссионера"
GROUP = (
    "Заявление об учетной регистрации и перерегистрации малочисленной религиозной группы, "
    "не имеющей признаков юридического лица"
)


async def card(chat: Chatting, unit: str = "2/3") -> Seen:
    await chat.say("/offices")
    return await chat.press(f"off:card:{unit}:2011-20")


def words(chat: Chatting, seen: Seen) -> str:
    """Returns the text of the attached document, line by line."""
    stored = chat.driven.world.files.by_id[seen.content["document"]["file_id"]]
    document = Document(io.BytesIO(stored.upload.data))
    return " ".join(" ".join(each.text for each in document.paragraphs).split())


@pytest.mark.standard("12")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_forms_are_listed_at_an_office_by_their_official_titles(driven: Driven, language: str) -> None:
    """The list of forms has the titles printed in the appendices in each language, and leads back to the office."""
    person = await acquaintance(driven, language)
    office = await card(person)
    listed = await person.tap("card-forms-button")
    assert listed.id == office.id
    assert MISSIONARY in listed.text
    assert GROUP in listed.text
    for subject, appendix in (("missionary", "7"), ("group", "8")):
        assert person.texts.plain(f"forms-for-{subject}", appendix=appendix) in listed.text
    assert listed.labels[-1] == person.word("card-office-button")
    assert await person.tap("card-office-button") == office


@pytest.mark.standard("12")
@pytest.mark.parametrize(
    ("label", "title", "name"),
    [("forms-get-missionary-button", MISSIONARY, "form-7.docx"), ("forms-get-group-button", GROUP, "form-8.docx")],
)
async def test_a_tap_brings_the_form_as_a_document(aigul: Chatting, label: str, title: str, name: str) -> None:
    """A blank form comes as a message of its own with its title; the list stays and can bring the other form, too."""
    await card(aigul)
    listed = await aigul.tap("card-forms-button")
    brought = await aigul.tap(label)
    assert brought.id > listed.id
    assert brought.content["document"]["file_name"] == name
    assert title in brought.content["caption"]
    assert title.partition(" ")[2] in words(aigul, brought)
    assert listed in aigul.seen()


async def test_an_akimat_takes_no_applications_and_offers_no_forms(aigul: Chatting) -> None:
    """Neither its card nor a forged button offers any."""
    akimat = await card(aigul, "4/3")
    assert aigul.word("card-forms-button") not in akimat.labels
    answer = await aigul.press("off:forms:4/3:2011-20")
    assert answer.text.startswith(aigul.texts.plain("stale"))


@pytest.mark.parametrize(
    "data",
    [
        "form:get:5:2011-20",
        "form:get:7:",
        "form:get:7:1999-1",
        "form:get::2011-20",
        "form:get:х:2011-20",
        "form:list:7:2011-20",
        "off:forms::2011-20",
        "off:forms:2/9999:2011-20",
    ],
)
async def test_a_forged_or_outdated_button_brings_nothing(aigul: Chatting, data: str) -> None:
    """For another appendix, edition or action no document comes, and the answer says so."""
    await card(aigul)
    answer = await aigul.press(data)
    assert answer.text.startswith(aigul.texts.plain("stale"))
    assert all("document" not in each.content for each in aigul.seen())
