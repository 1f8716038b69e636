from __future__ import annotations

from datetime import date

import pytest

from dialogs.ui.dates import full_date
from dialogs.ui.texts import unmark
from domain.languages import LANGUAGES
from domain.standard.edition import Standard
from tests.e2e.drivers.chatting import Chatting, acquaintance, newcomer
from tests.e2e.drivers.driving import Driven
from tests.factories.texts import home_page

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.untraced]

TEXT_LIMIT = 4096


@pytest.mark.standard("13")
async def test_walk_from_the_region_to_the_door_and_back(aigul: Chatting, standard: Standard) -> None:
    """Region, district, card, visit, akimat and the way back share one message."""
    regions = await aigul.say("/offices")
    assert len(regions.buttons) == 16 + 1
    districts = await aigul.tap("Акмолинская область")
    assert districts.text.startswith("Акмолинская область")
    card = await aigul.tap("г. Кокшетау")
    assert card.bold()[0] == "Отдел внутренней политики г. Кокшетау"
    assert "ул. Ауэзова, 141" in card.text
    visit = await aigul.tap("card-visit-button")
    waiting = f"не больше {standard.timings['waiting'].amount} минут"
    for told in ("разовому пропуску", waiting, "пандус", "бесплатная"):
        assert told in visit.text
    assert (await aigul.tap("card-office-button")).text == card.text
    akimat = await aigul.tap("card-akimat-button")
    assert akimat.text != card.text
    assert "кимат" in akimat.bold()[0]
    assert (await aigul.tap("card-office-button")).text == card.text
    assert (await aigul.tap("back-districts-button")) == districts
    assert (await aigul.tap("back-regions-button")) == regions
    home = await aigul.tap("home-button")
    assert (home.id, home.text) == (regions.id, home_page(aigul.texts.language))


@pytest.mark.standard("13")
async def test_map_pin_comes_as_a_message_of_its_own(aigul: Chatting) -> None:
    """The pin on the map comes as a message with the office's name and address; the card stays as it was."""
    await aigul.say("/offices")
    await aigul.tap("Акмолинская область")
    card = await aigul.tap("г. Кокшетау")
    pin = await aigul.tap("card-map-button")
    assert pin.id > card.id
    venue = pin.content["venue"]
    assert venue["title"] == "Отдел внутренней политики г. Кокшетау"
    assert venue["address"] == aigul.texts.plain("map-place", address="г. Кокшетау, ул. Ауэзова, 141")
    assert pin.labels == [aigul.word("map-search-button")]
    assert venue["location"]["latitude"] == pytest.approx(53.28, abs=0.1)
    assert venue["location"]["longitude"] == pytest.approx(69.39, abs=0.1)
    assert card in aigul.seen()


async def test_department_of_several_districts_is_one_tap_from_the_card(aigul: Chatting) -> None:
    """Applicants active in several districts find the department of the region."""
    await aigul.say("Аксуский район")
    await aigul.tap("Аксуский район (Алматинская область)")
    department = await aigul.tap("card-department-button")
    assert department.text.startswith("Управление внутренней политики Алматинской области")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_finder_opens_by_button_and_by_command_in_every_language(driven: Driven, language: str) -> None:
    """Button and command show the same regions, in the person's language."""
    person = await acquaintance(driven, language)
    by_button = await person.tap(person.texts.plain("home-offices-button"))
    by_command = await person.say("/offices")
    assert by_button.buttons == by_command.buttons
    assert by_button.text == person.texts.plain("offices-regions")
    named = {"ru": "Акмолинская область", "kk": "Ақмола облысы", "en": "Akmola region"}[language]
    assert named in by_button.labels


@pytest.mark.parametrize("typed", ["Кокшетау", "кокшетау", "Kokshetau", "Көкшетау", "  Кокшетау  ", "Кокшетав"])
async def test_typed_name_finds_the_office(aigul: Chatting, typed: str) -> None:
    """The name may be in either script, in upper or lower case, and misspelled."""
    found = await aigul.say(typed)
    assert "г. Кокшетау (Акмолинская область)" in found.labels
    card = await aigul.tap("г. Кокшетау (Акмолинская область)")
    assert (card.id, card.bold()[0]) == (found.id, "Отдел внутренней политики г. Кокшетау")


async def test_name_that_nothing_is_like_says_so_with_an_example(aigul: Chatting) -> None:
    """The answer quotes the query and leads to the regions."""
    answer = await aigul.say("☃☃☃")
    assert "«☃☃☃»" in answer.text
    assert answer.bold() == ["Кокшетау"]
    assert answer.labels == [aigul.word("back-regions-button")]
    assert len((await aigul.tap("back-regions-button")).buttons) == 17


@pytest.mark.parametrize("letter", ["ы", "a", "<", "&", "🙂", "\u202e", "\u0301"])
async def test_text_of_five_thousand_characters_is_answered(aigul: Chatting, letter: str) -> None:
    """Whatever it consists of, the answer fits into a message and quotes only its beginning."""
    answer = await aigul.say(letter * 5000)
    assert 0 < len(answer.text) < 300
    assert answer.labels[-1] == aigul.word("back-regions-button")
    assert len(answer.text.encode("utf-16-le")) // 2 <= TEXT_LIMIT


@pytest.mark.parametrize("typed", ["<b>Кокшетау", "</b>", "<a href='tg://user?id=1'>x</a>", "&lt;i&gt;", "a & b < c"])
async def test_markup_in_a_text_is_shown_as_typed(aigul: Chatting, typed: str) -> None:
    """None of it becomes a tag, a link or an entity."""
    answer = await aigul.say(typed)
    assert f"«{typed}»" in answer.text
    assert {each["type"] for each in answer.content.get("entities", [])} <= {"bold"}
    assert not any(typed == bold for bold in answer.bold())


async def test_shared_place_lists_the_nearest_offices(aigul: Chatting) -> None:
    """The nearest comes first, with distance and direction, one tap away from its card."""
    aigul.person.share_location(53.28, 69.39)
    near = await aigul.after()
    assert near.text == aigul.word("offices-nearest")
    assert near.labels[0].startswith("г. Кокшетау: ")
    assert len(near.labels) == 4
    assert (await aigul.tap(near.labels[0])).bold()[0] == "Отдел внутренней политики г. Кокшетау"


async def test_place_far_away_says_so_and_shows_the_nearest(aigul: Chatting) -> None:
    """Even Sydney gets an answer."""
    aigul.person.share_location(-33.87, 151.21)
    near = await aigul.after()
    assert aigul.word("offices-far") in near.text
    assert len(near.labels) == 4


@pytest.mark.parametrize(("lat", "lon"), [(90.0, 0.0), (-90.0, 180.0), (0.0, -180.0), (0.0, 0.0)])
async def test_edges_of_the_globe_are_places(aigul: Chatting, lat: float, lon: float) -> None:
    """The poles, the date line and the zero point are answered like any other location."""
    aigul.person.share_location(lat, lon)
    assert (await aigul.after()).text.startswith(aigul.word("offices-nearest"))


@pytest.mark.parametrize(("lat", "lon"), [(91.0, 0.0), (0.0, 180.5), (-1000.0, 1e300)])
async def test_place_off_the_globe_asks_for_another(aigul: Chatting, lat: float, lon: float) -> None:
    """Only a forger can send one; the answer says what to do and leads home."""
    aigul.person.share_location(lat, lon)
    answer = await aigul.after()
    assert answer.text == aigul.texts.plain("bad-place")
    assert (await aigul.tap("home-button")).text == home_page(aigul.texts.language)


async def test_venue_counts_as_a_place(aigul: Chatting) -> None:
    """A place picked by its name on the map carries a location as well."""
    location = {"latitude": 53.28, "longitude": 69.39}
    venue = {"location": location, "title": "Вокзал", "address": "Кокшетау"}
    await aigul.inject({"message": aigul.message({"location": location, "venue": venue})})
    assert (await aigul.after()).labels[0].startswith("г. Кокшетау: ")


async def test_an_offices_link_opens_its_card(aigul: Chatting) -> None:
    """The link of a poster shows the office at once, as its button does."""
    await aigul.say("/offices")
    await aigul.tap("Акмолинская область")
    card = await aigul.tap("г. Кокшетау")
    opened = await aigul.say("/start o_kokshetau-ip")
    assert (opened.text, opened.buttons) == (card.text, card.buttons)
    assert (await aigul.tap("card-visit-button")).bold()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_newcomer_sees_the_card_after_the_language(driven: Driven, language: str) -> None:
    """The question of the language comes first, then the office whose code was scanned, with the repeal above it."""
    person = newcomer(driven, language)
    asked = await person.say("/start o_kokshetau-ip")
    assert asked.labels == ["Русский", "Қазақша", "English"]
    card = await person.tap(person.word(f"language-{language}"))
    assert card.id == asked.id
    days = [unmark(full_date(each, person.texts)) for each in (date(2011, 1, 21), date(2012, 2, 7))]
    notice = person.texts.plain("notice-short", number="20", adopted=days[0], repealed=days[1])
    assert card.text.startswith(notice)
    assert "141" in card.text
    assert (await person.tap("card-visit-button")).bold()
    assert (await person.say("/start o_kokshetau-ip")).text in card.text


@pytest.mark.parametrize("payload", ["o_", "o_nowhere-ip", "o_?", "o_x.y:z", f"o_{'a' * 60}"])
async def test_a_link_to_no_office_leads_to_the_finder(driven: Driven, aigul: Chatting, payload: str) -> None:
    """Whoever has a language is told at once, a newcomer after the question."""
    told = aigul.texts.plain("offices-link-unknown")
    seen = await aigul.say(f"/start {payload}")
    assert seen.text.startswith(told)
    assert len(seen.buttons) == 16 + 1
    person = newcomer(driven, "ru")
    await person.say(f"/start {payload}")
    found = await person.tap("Русский")
    assert told in found.text
    assert (await person.tap("Акмолинская область")).text.startswith("Акмолинская область")
