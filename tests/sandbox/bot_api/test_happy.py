from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    MenuButtonCommands,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from tests.sandbox.client import PNG

if TYPE_CHECKING:
    from aiogram import Bot
    from aiogram.types import Message

    from sandbox.people.person import Person
    from sandbox.world.world import World

KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])


def shown(message: Message) -> object:
    """Returns the keyboard under a message."""
    return message.reply_markup and message.reply_markup.model_dump()


async def test_the_bot_knows_itself(bot: Bot) -> None:
    """The method getMe answers with the number in the token."""
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (1000001, True, "sandbox_bot")


async def test_a_text_is_answered_as_a_message(bot: Bot, person: Person) -> None:
    """The answer has plain text, its entities and its inline keyboard."""
    sent = await bot.send_message(100, "<b>Привет</b>, Aigul", parse_mode="HTML", reply_markup=KEYBOARD)
    assert (sent.message_id, sent.chat.id, sent.chat.first_name) == (2, 100, "Aigul")
    assert sent.text == "Привет, Aigul"
    assert sent.html_text == "<b>Привет</b>, Aigul"
    assert shown(sent) == KEYBOARD.model_dump()
    assert sent.from_user is not None
    assert sent.from_user.id == bot.id
    assert person.chat.messages[2].to_json()["text"] == "Привет, Aigul"


async def test_a_mention_by_number_names_the_user(bot: Bot, person: Person) -> None:
    """A known user is described in full; a stranger is not mentioned."""
    html = f'<a href="tg://user?id={person.user.id}">a</a><a href="tg://user?id=5">b</a>'
    sent = await bot.send_message(100, html, parse_mode="HTML")
    assert sent.entities is not None
    assert [(entity.type, entity.user and entity.user.username) for entity in sent.entities] == [
        ("text_mention", "aigul")
    ]


async def test_a_reply_shows_what_it_answers(bot: Bot, person: Person) -> None:
    """reply_parameters bring the message along."""
    person.say("вопрос")
    sent = await bot.send_message(100, "ответ", reply_parameters=ReplyParameters(message_id=2))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "вопрос"


async def test_a_reply_to_nothing_can_be_allowed(bot: Bot, person: Person) -> None:
    """If the bot allows it, the message is sent without being a reply."""
    nothing = ReplyParameters(message_id=77, allow_sending_without_reply=True)
    sent = await bot.send_message(person.user.id, "ответ", reply_parameters=nothing)
    assert sent.reply_to_message is None


async def test_options_of_sending_are_told(bot: Bot, person: Person) -> None:
    """The answer has the protection and the choice of preview."""
    preview = LinkPreviewOptions(is_disabled=True)
    sent = await bot.send_message(person.user.id, "x", protect_content=True, link_preview_options=preview)
    assert sent.has_protected_content
    assert sent.link_preview_options is not None
    assert sent.link_preview_options.is_disabled


async def test_a_bot_may_list_its_entities(bot: Bot, person: Person) -> None:
    """They may be in any order; those that Telegram finds by itself are ignored."""
    entities = [
        MessageEntity(type="url", offset=0, length=1),
        MessageEntity(type="italic", offset=2, length=1),
        MessageEntity(type="bold", offset=0, length=3),
    ]
    sent = await bot.send_message(person.user.id, "a b", entities=entities)
    assert [entity.type for entity in sent.entities or ()] == ["bold", "italic"]


async def test_a_reply_keyboard_belongs_to_the_chat(bot: Bot, person: Person) -> None:
    """It is not in the answer; the chat keeps it until it is removed."""
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Где я", request_location=True)]])
    sent = await bot.send_message(100, "?", reply_markup=markup)
    assert sent.reply_markup is None
    assert person.chat.keyboard is not None
    assert person.chat.keyboard["keyboard"] == [[{"text": "Где я", "request_location": True}]]
    await bot.send_message(100, "!", reply_markup=ReplyKeyboardRemove())
    assert person.chat.keyboard is None


async def test_places_and_contacts(bot: Bot, person: Person) -> None:
    """Location, venue and contact are returned as sent."""
    location = (await bot.send_location(person.user.id, 51.13, 71.43)).location
    assert location is not None
    assert (location.latitude, location.longitude) == (51.13, 71.43)
    venue = (await bot.send_venue(person.user.id, 51.13, 71.43, "Офис", "ул. Мира, 1")).venue
    assert venue is not None
    assert (venue.title, venue.address, venue.location.latitude) == ("Офис", "ул. Мира, 1", 51.13)
    contact = (await bot.send_contact(person.user.id, "+77010000000", "Офис")).contact
    assert contact is not None
    assert contact.phone_number == "+77010000000"


async def test_a_document_goes_up_and_comes_down(bot: Bot, person: Person) -> None:
    """The downloaded bytes are the uploaded ones, and the id sends the file again."""
    data = bytes(range(256)) * 400
    file = BufferedInputFile(data, "заявление №5.docx")
    sent = await bot.send_document(person.user.id, file, caption="<i>форма</i>", parse_mode="HTML")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("заявление №5.docx", len(data))
    assert sent.html_text == "<i>форма</i>"
    path = (await bot.get_file(sent.document.file_id)).file_path
    assert path is not None
    assert path.endswith(".docx")
    down = await bot.download_file(path)
    assert down is not None
    assert down.read() == data
    again = await bot.send_document(person.user.id, sent.document.file_id)
    assert again.document == sent.document


async def test_a_photo_has_a_size(bot: Bot, person: Person) -> None:
    """Width and height are the picture's own."""
    sent = await bot.send_photo(person.user.id, BufferedInputFile(PNG, "a.png"))
    assert sent.photo is not None
    assert (sent.photo[-1].width, sent.photo[-1].height) == (7, 5)


async def test_an_album_has_one_group(bot: Bot, person: Person) -> None:
    """Every message of an album has the album's id and its own caption."""
    files = [BufferedInputFile(b"1", "1.pdf"), BufferedInputFile(b"2", "2.pdf")]
    media = [InputMediaDocument(media=file, caption=file.filename) for file in files]
    sent = await bot.send_media_group(person.user.id, media=list(media))
    assert [message.caption for message in sent] == ["1.pdf", "2.pdf"]
    assert len({message.media_group_id for message in sent}) == 1
    assert sent[0].media_group_id


async def test_messages_are_edited(bot: Bot, person: Person, world: World) -> None:
    """Text, keyboard, caption and file change in place, with the date of the edit."""
    text = await bot.send_message(100, "one", reply_markup=KEYBOARD)
    edited = await bot.edit_message_text("two", chat_id=100, message_id=text.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup, edited.edit_date) == ("two", None, world.now())
    edited = await bot.edit_message_reply_markup(chat_id=100, message_id=text.message_id, reply_markup=KEYBOARD)
    assert not isinstance(edited, bool)
    assert (edited.text, shown(edited)) == ("two", KEYBOARD.model_dump())
    file = await bot.send_document(100, BufferedInputFile(b"x", "x.pdf"), caption="a")
    edited = await bot.edit_message_caption(chat_id=100, message_id=file.message_id, caption="b")
    assert not isinstance(edited, bool)
    assert (edited.caption, edited.document) == ("b", file.document)
    photo = InputMediaPhoto(media=BufferedInputFile(PNG, "a.png"), caption="c")
    edited = await bot.edit_message_media(photo, chat_id=100, message_id=file.message_id)
    assert not isinstance(edited, bool)
    assert (edited.caption, edited.document, bool(edited.photo)) == ("c", None, True)
    assert person.chat.messages[text.message_id].content["text"] == "two"


async def test_a_message_is_deleted(bot: Bot, person: Person) -> None:
    """A deleted message is gone from the chat, and so may be the person's own."""
    sent = await bot.send_message(100, "x")
    assert await bot.delete_message(100, sent.message_id)
    assert await bot.delete_message(100, 1)
    assert not person.chat.messages


async def test_a_tap_arrives_with_its_message_and_is_answered(bot: Bot, person: Person) -> None:
    """The callback query has the data and the message in its current form; the chat keeps the answer's text."""
    await bot.send_message(100, "?", reply_markup=KEYBOARD)
    update_id = person.tap(text="Да")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert query.message is not None
    assert (update.update_id, query.data, query.message.message_id) == (update_id, "yes", 2)
    assert await bot.answer_callback_query(query.id, "Принято", show_alert=True)
    assert person.chat.notices == [{"callback_query_id": query.id, "text": "Принято", "show_alert": True}]


async def test_commands_by_scope_and_language(bot: Bot, person: Person) -> None:
    """Each scope and language has its own list, until it is deleted."""
    scope = BotCommandScopeChat(chat_id=person.user.id)
    commands = [BotCommand(command="cases", description="Дела")]
    assert await bot.set_my_commands(commands, scope=scope, language_code="ru")
    (command,) = await bot.get_my_commands(scope=scope, language_code="ru")
    assert (command.command, command.description) == ("cases", "Дела")
    assert await bot.get_my_commands(language_code="ru") == []
    assert await bot.delete_my_commands(scope=scope, language_code="ru")
    assert await bot.get_my_commands(scope=scope, language_code="ru") == []


async def test_the_profile_by_language(bot: Bot) -> None:
    """A text of the profile comes in the requested language, or else in the default one."""
    await bot.set_my_name("Тіркеу")
    await bot.set_my_name("Register", language_code="en")
    await bot.set_my_description("долго")
    await bot.set_my_short_description("кратко")
    assert (await bot.get_my_name("en")).name == "Register"
    assert (await bot.get_my_name("ru")).name == "Тіркеу"
    assert (await bot.get_my_description()).description == "долго"
    assert (await bot.get_my_short_description()).short_description == "кратко"


async def test_chats_as_wholes(bot: Bot, person: Person, world: World) -> None:
    """getChat, sendChatAction and the menu button know the chat; the bot can leave a group."""
    chat = await bot.get_chat(person.user.id)
    assert (chat.type, chat.username) == ("private", "aigul")
    assert await bot.send_chat_action(person.user.id, "typing")
    assert await bot.set_chat_menu_button(person.user.id, MenuButtonCommands())
    assert world.menu_buttons == {100: {"type": "commands"}}
    person.add_bot_to(-5, "Жамағат")
    assert (await bot.get_chat(-5)).title == "Жамағат"
    assert await bot.leave_chat(-5)
    assert person.say("есть кто?", chat_id=-5) == 0
