from __future__ import annotations

import pytest

from bot.resources import load_texts
from dialogs.home import COMMANDS
from domain.languages import LANGUAGES
from domain.standard.edition import Standard
from tests.e2e.drivers.chatting import Chatting, acquaintance, newcomer
from tests.e2e.drivers.driving import Driven
from tests.factories.texts import home_page
from tests.factories.units import EDITION

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.untraced]

REPEALED_BY = "от 7 февраля 2012 года № 211"
REPEALED_ON = "Стандарт утратил силу 7 февраля 2012 года."
ACTIONS = ("offices", "about", "privacy", "help", "language")
HOME = ["app:intro::", "app:intro::483-iv", "app:mine::", "cmp:mine::", *(f"base:{each}::" for each in ACTIONS)]


async def test_start_asks_a_newcomer_for_the_language_first(driven: Driven) -> None:
    """The question comes in all three languages, whatever the language of the phone."""
    seen = await newcomer(driven, "en").say("/start")
    assert seen.labels == ["Русский", "Қазақша", "English"]
    for question in ("Тілді таңдаңыз.", "Выберите язык.", "Choose a language."):
        assert question in seen.text


async def test_start_asks_again_until_a_language_is_chosen(driven: Driven) -> None:
    """Commands in between do not count as an answer."""
    somebody = newcomer(driven, "kk")
    await somebody.say("/start")
    await somebody.say("/help")
    assert (await somebody.say("/start")).labels == ["Русский", "Қазақша", "English"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_is_chosen_and_kept(driven: Driven, language: str) -> None:
    """The chosen language replaces the phone's, from that tap on and at the next start."""
    texts = load_texts(language, EDITION)
    person = newcomer(driven, "en" if language == "ru" else "ru")
    first = await person.say("/start")
    home = await person.tap(texts.plain(f"language-{language}"))
    assert (home.id, [data for _, data in home.buttons]) == (first.id, HOME)
    assert home.text.endswith(home_page(texts.language))
    assert person.toasts() == [texts.plain("language-chosen")]
    assert (await person.say("/start")).text.endswith(home_page(texts.language))
    assert (await person.say("/help")).text == texts.plain("help")


async def test_first_home_screen_tells_that_the_edition_is_repealed_and_once(driven: Driven) -> None:
    """A newcomer reads it above the home screen; a button back does not repeat it."""
    person = newcomer(driven, "ru")
    await person.say("/start")
    home = await person.tap("Русский")
    assert home.text.startswith("Бот работает по стандарту № 20 от 21 января 2011 года.")
    assert home.text.count(REPEALED_ON) == 1
    await person.tap("home-help-button")
    assert (await person.tap("home-button")).text == home_page(person.texts.language)
    await person.tap("home-language-button")
    assert (await person.tap("Русский")).text == home_page(person.texts.language)


async def test_start_tells_that_the_edition_is_repealed(aigul: Chatting) -> None:
    """A returning person reads it at each start, in one message with the home screen."""
    before = len(aigul.seen())
    home = await aigul.say("/start")
    assert len(aigul.seen()) == before + 1
    assert home.text.count(REPEALED_ON) == 1
    assert home.text.endswith(home_page(aigul.texts.language))


async def test_language_switch_redraws_the_screen_at_once(aigul: Chatting) -> None:
    """The message with the question turns into the home screen of the new language."""
    asked = await aigul.say("/language")
    home = await aigul.tap("Қазақша")
    assert (home.id, home.text) == (asked.id, home_page("kk"))
    assert aigul.toasts()[-1] == load_texts("kk").plain("language-chosen")
    english = await aigul.say("/language")
    assert (await aigul.tap("English")).text == home_page("en")
    assert english.id != asked.id


async def test_old_button_answers_in_the_language_chosen_since(aigul: Chatting) -> None:
    """A keyboard drawn in Russian leads to a Kazakh screen after the switch."""
    old = await aigul.say("/offices")
    await aigul.say("/language")
    await aigul.tap("Қазақша")
    await aigul.press(old.data("Акмолинская область"), old.id)
    redrawn = next(each for each in aigul.seen() if each.id == old.id)
    assert "Ақмола облысы" in redrawn.text


@pytest.mark.standard("3", "6")
@pytest.mark.parametrize("opening", ["/about", "home-about-button"])
async def test_about_tells_the_service_and_its_standard(aigul: Chatting, standard: Standard, opening: str) -> None:
    """The page about the service names edition, act, repeal, recipients, fee, term and basis, by command and button."""
    about = await (aigul.say(opening) if opening.startswith("/") else aigul.tap(opening))
    for told in (
        f"{standard.timings['decision'].amount} рабочих д",
        "Бесплатно (пункт\u00a08)",
        "Для физических лиц",
        "от 21 января 2011 года № 20",
        "7 февраля 2012",
        REPEALED_BY,
        "статья 6-2 Закона",
    ):
        assert told in about.text
    assert about.labels == [aigul.word("home-button")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["about", "help", "privacy", "language"])
async def test_every_basic_screen_opens_by_command_and_button_in_every_language(
    driven: Driven, language: str, name: str
) -> None:
    """Command and button show the same page, and its way back leads home."""
    person = await acquaintance(driven, language)
    by_button = await person.tap(person.texts.plain(f"home-{name}-button"))
    by_command = await person.say(f"/{name}")
    assert (by_button.text, by_button.buttons) == (by_command.text, by_command.buttons)
    assert by_button.id < by_command.id
    if name != "language":
        assert by_command.labels[-1] == person.texts.plain("home-button")
        assert (await person.tap(by_command.labels[-1])).text == home_page(person.texts.language)


@pytest.mark.parametrize("command", ["/help", "/help@sandbox_bot", "/help please"])
async def test_command_is_known_in_every_spelling_that_telegram_allows(aigul: Chatting, command: str) -> None:
    """It may carry the name of the bot and an argument."""
    assert (await aigul.say(command)).text == aigul.texts.plain("help")


async def test_help_names_every_command_of_the_menu(driven: Driven, aigul: Chatting) -> None:
    """The commands in Telegram's menu, in all three languages, are those that the help lists and the bot answers."""
    helped = await aigul.say("/help")
    menus = driven.world.commands
    assert {language for _, language in menus} == {"", "kk", "en"}
    for menu in menus.values():
        assert [each["command"] for each in menu] == list(COMMANDS)
        for each in menu:
            assert f"/{each['command']} — " in helped.text


async def test_start_with_a_payload_is_a_start(aigul: Chatting) -> None:
    """A link to the bot may carry anything."""
    aigul.person.start("<b>from-somewhere")
    assert (await aigul.after()).text.endswith(home_page(aigul.texts.language))


@pytest.mark.parametrize("code", ["", "de", "kk-KZ", "en-GB", "zz-zz-zz"])
async def test_phone_language_draws_the_screens_before_a_choice(driven: Driven, code: str) -> None:
    """The first part of a known code decides, with or without a region; any other code gets the default language."""
    expected = load_texts(code[:2] if code[:2] in LANGUAGES else "ru", EDITION)
    person = newcomer(driven, "ru")
    person.person.user.language_code = code
    assert (await person.say("/help")).text == expected.plain("help")
