"""A word, a town or a pin at a question that has buttons is read as the answer, or the question is asked again."""

from __future__ import annotations

import pytest

from tests.e2e.drivers.driving import Driven
from tests.handlers.conversation.test_leaving import asked

pytestmark = pytest.mark.asyncio(loop_scope="module")
KOKSHETAU = (53.2833, 69.3833)


@pytest.mark.parametrize(
    "typed", ["впервые", "Регистрация, впервые", "алғаш рет", "РЕГИСТРАЦИЯ, ВПЕРВЫЕ.", "first time"]
)
async def test_a_word_of_a_button(driven: Driven, typed: str) -> None:
    """In any language of the bot, whole or in part."""
    chat, _ = await asked(driven, "intent")
    assert chat.word("q-by") in (await chat.say(typed)).text


async def test_a_word_of_no_button(driven: Driven) -> None:
    """The question is asked again with what it wants, and the office finder is left alone."""
    chat, question = await asked(driven, "intent")
    again = await chat.say("Караганда")
    assert again.text == f"{chat.word('bad-choose')}\n\n{question.text}"
    assert again.labels == question.labels


@pytest.mark.parametrize("typed", ["Кокшетау", "г. Кокшетау", "kokshetau", "Көкшетау"])
async def test_a_town_is_the_territory(driven: Driven, typed: str) -> None:
    """Its office is proposed at once."""
    chat, _ = await asked(driven, "territory")
    assert "Кокшетау" in (await chat.say(typed)).text
    assert chat.word("office-keep-button") in chat.seen()[-1].labels


async def test_a_region_offers_its_districts(driven: Driven) -> None:
    """A part of it may be meant."""
    chat, _ = await asked(driven, "territory")
    assert (await chat.say("Акмолинская область")).text.startswith("Акмолинская область")
    assert "Кокшетау" in (await chat.say("Кокшетау")).text


async def test_a_city_that_is_a_region(driven: Driven) -> None:
    """There is nothing to choose in it."""
    chat, _ = await asked(driven, "territory")
    assert chat.word("office-keep-button") in (await chat.say("Астана")).labels


async def test_a_place_nobody_knows(driven: Driven) -> None:
    """What can be sent is said, with an example."""
    chat, question = await asked(driven, "territory")
    again = await chat.say("Тимбукту")
    assert again.text.startswith(chat.word("bad-place-unknown"))
    assert again.labels == question.labels


async def test_a_pin_is_the_territory(driven: Driven) -> None:
    """The nearest district's office is proposed."""
    chat, _ = await asked(driven, "territory")
    chat.person.share_location(*KOKSHETAU)
    assert chat.word("office-keep-button") in (await chat.after()).labels


async def test_a_pin_where_a_name_is_asked_for(driven: Driven) -> None:
    """It leads nowhere: the question says that it wants a text."""
    chat, question = await asked(driven, "full_name")
    chat.person.share_location(*KOKSHETAU)
    assert (await chat.after()).text == f"{chat.word('bad-other-kind')}\n\n{question.text}"


async def test_a_card_of_the_checklist(driven: Driven) -> None:
    """Yes and no are answers there, anything else is asked about again."""
    chat, _ = await asked(driven, "")
    await chat.tap("checklist-more-button")
    first = await chat.tap("item-mission-authority-button")
    assert (await chat.say("Караганда")).text.startswith(chat.word("bad-declare"))
    whole = await chat.say("есть")
    item = chat.word("item-mission-authority")
    assert chat.texts.plain("checklist-have", item=item) in whole.text
    await chat.tap("checklist-more-button")
    assert (await chat.tap("item-mission-authority-button")).text != first.text
    assert chat.texts.plain("checklist-not-yet", item=item) in (await chat.say("пока нет")).text


async def test_below_the_checklist(driven: Driven) -> None:
    """A title with how many is one of the materials, other words are asked about, and yes is for all of it."""
    chat, _ = await asked(driven, "")
    assert (await chat.say("Караганда")).text.startswith(chat.word("bad-doubtful-title"))
    assert chat.driven.rows("SELECT version FROM cases WHERE applicant = ?", chat.id)[0][0] > 0
    assert "Путь" in (await chat.say("Книга «Путь» — 10 экз.")).text
    assert chat.word("checklist-all-button") in chat.seen()[-1].labels
    assert chat.word("review-preview-button") in (await chat.say("Всё есть")).labels


async def test_the_list_of_the_checklist(driven: Driven) -> None:
    """A town typed under it leads nowhere: what is still to be done is shown, and that a button is wanted."""
    chat, card = await asked(driven, "")
    _, _, about, version = card.buttons[0][1].split(":")
    await chat.press(f"app:list:{about.partition('.')[0]}.:{version}")
    assert (await chat.say("Караганда")).text.startswith(chat.word("bad-choose"))


async def test_a_page_that_asks_before_it_erases(driven: Driven) -> None:
    """Neither a town nor a pin leads away from it; its buttons stay."""
    chat, _ = await asked(driven, "full_name")
    await chat.say("/my")
    draft = next(data for _, data in chat.seen()[-1].buttons if data.startswith("app:open:")).split(":")[2]
    version = chat.driven.rows("SELECT version FROM cases WHERE id = ?", draft)[0][0]
    page = await chat.press(f"app:discard:{draft}.:{version}")
    assert (await chat.say("Караганда")).text == chat.word("conversation-choose")
    assert next(each for each in chat.seen() if each.id == page.id).buttons == page.buttons
