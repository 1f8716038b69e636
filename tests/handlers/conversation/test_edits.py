"""A message that says again what another said: an edit, and the next part of a text that a client has cut."""

from __future__ import annotations

import pytest

from tests.e2e.applications.test_uploads import photo
from tests.e2e.drivers.applying import Applying, connect
from tests.e2e.drivers.chatting import Chatting, acquaintance
from tests.e2e.drivers.driving import Driven
from tests.handlers.conversation.test_leaving import asked

pytestmark = pytest.mark.asyncio(loop_scope="module")
NAME, OTHER = "Иванов Пётр Сергеевич", "Петров Иван Сергеевич"


def mine(chat: Chatting) -> int:
    """The id of the person's newest message."""
    return max(number for number, each in chat.person.chat.messages.items() if not each.sender["is_bot"])


async def edits(chat: Chatting, message_id: int, text: str) -> str:
    """What the bot says of it."""
    chat.person.edit(message_id, text)
    before = len(chat.seen())
    await chat.after()
    return "\n".join(each.text for each in chat.seen()[before:])


async def test_an_edit_changes_the_answer(driven: Driven) -> None:
    """The chat and the bot say the same, and the question on the screen is asked again below."""
    chat, _ = await asked(driven, "full_name")
    following = await chat.say(NAME)
    said = await edits(chat, mine(chat), OTHER)
    assert said.startswith(f"Ответ исправлен по вашей правке: «{OTHER}».")
    assert said.endswith(following.text)
    assert OTHER in (await chat.tap("apply-previous-button")).text


async def test_an_edit_that_is_no_answer(driven: Driven) -> None:
    """What is wrong with it is said; the answer of before stays."""
    chat, _ = await asked(driven, "full_name")
    following = await chat.say(NAME)
    said = await edits(chat, mine(chat), "7")
    assert said.startswith("Правка не записана: ")
    assert chat.word("q-address") in following.text
    assert chat.word("q-document-kind") in (await chat.say("г. Кокшетау, ул. Ауэзова, 141")).text
    await chat.tap("apply-previous-button")
    assert NAME in (await chat.tap("apply-previous-button")).text


async def test_an_edit_from_elsewhere(driven: Driven) -> None:
    """Whoever left the form is told, and stays where they are."""
    chat, _ = await asked(driven, "full_name")
    await chat.say(NAME)
    answer = mine(chat)
    await chat.say("/offices")
    assert (await edits(chat, answer, OTHER)) == f"Ответ исправлен по вашей правке: «{OTHER}»."
    assert "Кокшетау" in (await chat.say("Кокшетау")).text


async def test_a_refused_answer_is_put_right(driven: Driven) -> None:
    """An edit of what was no answer answers the question that still stands."""
    chat, _ = await asked(driven, "full_name")
    await chat.say("7")
    assert chat.word("q-address") in await edits(chat, mine(chat), NAME)


async def test_an_edit_that_is_doubtful(driven: Driven) -> None:
    """It is believed when it is sent once more, as any doubtful answer."""
    chat, _ = await asked(driven, "full_name")
    await chat.say("7")
    assert chat.word("bad-doubtful-short") in await edits(chat, mine(chat), "Ким")
    assert chat.word("q-address") in (await chat.say("Ким")).text


async def test_a_refused_answer_of_a_question_that_was_left(driven: Driven) -> None:
    """It answers nothing any more."""
    chat, _ = await asked(driven, "full_name")
    await chat.say("7")
    refused = mine(chat)
    await chat.say("/help")
    assert not await edits(chat, refused, NAME)


async def test_an_edit_that_changes_nothing(driven: Driven) -> None:
    """Telegram tells of an edit also where a preview was added; nothing is said then, nor of what was no answer."""
    chat, _ = await asked(driven, "full_name")
    await chat.say(NAME)
    assert not await edits(chat, mine(chat), NAME)
    await chat.say("/help")
    assert not await edits(chat, mine(chat), "/offices")


async def test_an_edit_of_an_answer_that_was_changed_since(driven: Driven) -> None:
    """The newer message gave the answer; the older one is past."""
    chat, _ = await asked(driven, "full_name")
    await chat.say(NAME)
    older = mine(chat)
    await chat.tap("apply-previous-button")
    await chat.say(OTHER)
    assert not await edits(chat, older, "Сидоров Сидор Сидорович")


async def test_an_edit_of_a_draft_that_is_gone(driven: Driven) -> None:
    """Its messages are forgotten with it."""
    chat, _ = await asked(driven, "full_name")
    await chat.say(NAME)
    answer = mine(chat)
    await chat.say("/my")
    draft = next(data for _, data in chat.seen()[-1].buttons if data.startswith("app:open:")).split(":")[2]
    ((version,),) = driven.rows("SELECT version FROM cases WHERE id = ?", draft)
    await chat.press(f"app:erase:{draft}.:{version}")
    assert driven.rows("SELECT * FROM given_answers WHERE record_id = ?", draft) == []
    assert not await edits(chat, answer, OTHER)


async def test_an_edit_after_filing(driven: Driven) -> None:
    """The application stands in the register as it was filed: the bot says that it can no longer change it."""
    await connect(driven.settings)
    applicant = Applying(await acquaintance(driven))
    await applicant.whole()
    chat, name = applicant.chat, applicant.typed["full_name"]
    messages = chat.person.chat.messages.items()
    answer = next(number for number, each in messages if each.content.get("text") == name)
    assert await edits(chat, answer, OTHER) == chat.word("conversation-edit-late")


async def paste(chat: Chatting, text: str) -> None:
    """A client cuts what is too long for one message, and sends the parts at once."""
    at = driven_now(chat) + 1
    for part in (text[:4096], text[4096:]):
        message = chat.message({"text": part, "date": at})
        chat.driven.world.inject({"message": message})
    await chat.after()


def driven_now(chat: Chatting) -> int:
    return chat.driven.world.now()


async def test_a_cut_text_that_is_too_long(driven: Driven) -> None:
    """Neither part of it becomes the answer."""
    chat, question = await asked(driven, "address")
    await paste(chat, "ул. Абая " * 500)
    refusals = [each.text for each in chat.seen() if each.text.startswith("Слишком длинно")]
    assert len(refusals) == 2
    assert refusals[-1].endswith(question.text)
    assert "4\xa0499" in refusals[-1]
    assert chat.word("q-document-kind") in (await chat.say("г. Кокшетау, ул. Абая, 5")).text


async def complaint(driven: Driven) -> Chatting:
    """Somebody new at the text of a complaint."""
    chat, _ = await asked(driven, "intent")
    await chat.say("/complain")
    await chat.tap("cmp-new-button")
    await chat.tap("cmp-kind-service-button")
    await chat.say("Кокшетау")
    await chat.press(next(data for _, data in chat.seen()[-1].buttons if data.startswith("cmp:unit:")))
    await chat.say(NAME)
    await chat.say("г. Кокшетау, ул. Абая, 5")
    return chat


async def test_a_cut_text_of_a_complaint(driven: Driven) -> None:
    """Both parts are one text, as it was pasted."""
    chat = await complaint(driven)
    text = "".join(f"{number:>4} " for number in range(900))[:4500].strip()
    await paste(chat, text)
    await chat.tap("cmp-done-button")
    before = len(chat.seen())
    await chat.tap("cmp-whole-button")
    whole = " ".join(each.text for each in chat.seen()[before - 1 :])
    assert " ".join(whole.split()) == " ".join(text.split())


async def test_an_edit_of_a_part_of_a_complaint(driven: Driven) -> None:
    """The message that was edited changes, the others stay in their order."""
    chat = await complaint(driven)
    await chat.say("Первое.")
    first = mine(chat)
    await chat.say("Второе.")
    await edits(chat, first, "Исправлено.")
    review = await chat.tap("cmp-done-button")
    assert "Исправлено.\n\nВторое." in review.text
    assert "Первое" not in review.text


@pytest.mark.parametrize("caption", ["👍", "...", ""])
async def test_a_photo_with_a_caption_that_says_nothing(driven: Driven, caption: str) -> None:
    """The photo is kept, one of an album as well; nothing is added to the text."""
    chat = await complaint(driven)
    await chat.say("Первое.")
    more = {"caption": caption} if caption else {}
    chat.person.send_photo(photo(), media_group_id="1", **more)
    chat.person.send_photo(photo("blue"), media_group_id="1")
    assert chat.texts.plain("cmp-with-photos", count=2) in (await chat.after()).text


@pytest.mark.parametrize("content", [{"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}])
async def test_a_voice_as_evidence(driven: Driven, content: dict[str, object]) -> None:
    """What can be sent is said, and the text is asked for again."""
    chat = await complaint(driven)
    await chat.inject({"message": chat.message(content)})
    assert (await chat.after()).text.startswith(chat.word("bad-other-kind-evidence"))


SERVICE = [
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🎄"}}},
    {"pinned_message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}},
    {"write_access_allowed": {}},
]


@pytest.mark.parametrize("content", SERVICE, ids=lambda each: next(iter(each)))
async def test_what_nobody_said_gets_no_answer(driven: Driven, content: dict[str, object]) -> None:
    """A timer, a wallpaper, a pinned message: the question goes on to wait, and nothing is said."""
    chat, question = await asked(driven, "full_name")
    await chat.inject({"message": chat.message(content)})
    assert await chat.after() == question
    assert chat.word("q-address") in (await chat.say(NAME)).text
