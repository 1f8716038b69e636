"""What was sent before its question was shown answers nothing: Telegram's own dates decide, to the second."""

from __future__ import annotations

import pytest

from sandbox.world.records import Message
from tests.e2e.drivers.chatting import Chatting, Seen
from tests.e2e.drivers.driving import Driven
from tests.handlers.conversation.test_leaving import asked

pytestmark = pytest.mark.asyncio(loop_scope="module")
NAME = "Иванов Пётр Сергеевич"


def shown_at(chat: Chatting, seen: Seen) -> int:
    """Since when, by Telegram's clock, a message says what it says."""
    message: Message = chat.person.chat.messages[seen.id]
    return message.edit_date or message.date


async def says(chat: Chatting, text: str, *, at: int) -> Seen:
    """A message with this date of Telegram's."""
    await chat.inject({"message": chat.message({"text": text, "date": at})})
    return await chat.after()


async def test_before_the_question(driven: Driven) -> None:
    """It is not kept, and the person learns why; the question goes on to wait."""
    chat, question = await asked(driven, "full_name")
    at = shown_at(chat, question)
    note = await says(chat, "вы тут?", at=at - 1)
    assert note.text.startswith("«вы тут?» отправлено раньше, чем появился вопрос ")
    assert (await chat.say(NAME)).text != question.text
    assert NAME in (await chat.tap("apply-previous-button")).text


async def test_in_the_same_second(driven: Driven) -> None:
    """Nobody can tell: the message is offered as the answer, and kept once the person says so."""
    chat, question = await asked(driven, "full_name")
    offer = await says(chat, NAME, at=shown_at(chat, question))
    assert offer.text.startswith("Это ответ на вопрос ")
    assert NAME in offer.text
    following = await chat.tap("conversation-take-button")
    assert chat.word("q-address") in following.text
    assert NAME in (await chat.tap("apply-previous-button")).text


async def test_an_offer_that_is_declined(driven: Driven) -> None:
    """Nothing is kept; the question still waits."""
    chat, question = await asked(driven, "full_name")
    await says(chat, "алло", at=shown_at(chat, question))
    assert (await chat.tap("conversation-drop-button")).text == chat.word("conversation-dropped")
    assert chat.word("q-address") in (await chat.say(NAME)).text


async def test_an_offer_that_is_edited(driven: Driven) -> None:
    """It is offered again as it says now, and that is what is kept."""
    chat, question = await asked(driven, "full_name")
    message = chat.message({"text": "алло", "date": shown_at(chat, question)})
    await chat.inject({"message": message})
    await chat.inject({"edited_message": message | {"text": NAME, "edit_date": chat.driven.world.now()}})
    assert NAME in (await chat.after()).text
    assert chat.word("q-address") in (await chat.tap("conversation-take-button")).text
    assert NAME in (await chat.tap("apply-previous-button")).text


async def test_a_cut_text_that_is_offered(driven: Driven) -> None:
    """Its parts are offered as one; a tap on the first offer, or a second one, changes nothing on the screen."""
    chat, question = await asked(driven, "address")
    at = shown_at(chat, question)
    await says(chat, "г. Кокшетау, " + "ул. Абая " * 300, at=at)
    offer = await says(chat, "дом 5", at=at)
    first = next(data for each in chat.seen() for _, data in each.buttons if data.startswith("q:take:"))
    shown = chat.seen()
    await chat.press(first)
    assert chat.seen() == shown
    assert (await chat.press(offer.data(chat.word("conversation-take-button")), offer.id)).text.startswith(
        "Слишком длинно: 2\xa0718"
    )


async def test_an_offer_that_is_outdated(driven: Driven) -> None:
    """A second tap, or one after the question was answered, keeps nothing."""
    chat, question = await asked(driven, "full_name")
    offer = await says(chat, "алло", at=shown_at(chat, question))
    await chat.say(NAME)
    for _ in range(2):
        await chat.press(offer.data(chat.word("conversation-take-button")), offer.id)
    applicant = chat.driven.rows("SELECT count(*) FROM given_answers WHERE chat_id = ?", chat.id)
    assert applicant[0][0] > 0
    await chat.say("/my")
    await chat.press(next(data for _, data in chat.seen()[-1].buttons if data.startswith("app:open:")))
    assert NAME in (await chat.tap("apply-previous-button")).text


async def test_a_question_that_took_the_place_of_another(driven: Driven) -> None:
    """After a tap the screen is an older message: its last edit counts."""
    chat, _ = await asked(driven, "intent")
    question = await chat.tap("choice-intent-registration-by-self")
    await says(chat, "Кокшетау", at=shown_at(chat, question) - 1)
    assert chat.seen()[-1].text.startswith("«Кокшетау» отправлено раньше")
    assert chat.word("office-keep-button") in (await chat.say("Кокшетау")).labels


async def test_three_texts_while_the_bot_was_down(driven: Driven) -> None:
    """The first was written to the question on the screen; nobody had seen the questions of the others."""
    chat, question = await asked(driven, "full_name")
    at = shown_at(chat, question)
    await driven.stop()
    for second, text in enumerate((NAME, "вы тут?", "алло"), 1):
        driven.world.inject({"message": chat.message({"text": text, "date": at + second})})
    driven.world.ahead += 60
    await driven.start()
    await chat.after()
    notes = [each.text for each in chat.seen() if "отправлено раньше" in each.text]
    assert [note.partition("»")[0] for note in notes] == ["«вы тут?", "«алло"]
    await chat.tap("apply-previous-button")
    assert [each.text for each in chat.seen() if chat.texts.plain("apply-now", answer=NAME) in each.text]


async def test_an_early_file(driven: Driven) -> None:
    """A photo that was sent before it was asked for is not kept either."""
    chat, card = await asked(driven, "")
    _, _, about, version = card.buttons[0][1].split(":")
    question = await chat.press(f"app:attach:{about}:{version}")
    photo = {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]}
    await chat.inject({"message": chat.message(photo | {"date": shown_at(chat, question) - 1})})
    assert (await chat.after()).text == chat.word("conversation-early-file")
    assert chat.driven.rows("SELECT count(*) FROM uploads WHERE case_id = ?", about.partition(".")[0]) == [(0,)]
