from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from dialogs.offices.flow import OfficePages
from dialogs.offices.screens import notice
from dialogs.ui.callback_data import BadTap, OfficeCallback, unpack
from dialogs.ui.dates import explain
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Texts
from domain.calendar import WorkingCalendar, due
from domain.errors import DomainError
from domain.standard.edition import Standard
from services.offices.finder import OfficeFinder

NOW = datetime(2025, 4, 1, 5, 0, tzinfo=UTC)
LONGEST_MESSAGE = 4096
LONGEST_CALLBACK = 64
LONGEST_BUTTON = 45  # characters that a phone of 390 points shows in one row


@pytest.fixture
def pages(finder: OfficeFinder, standard: Standard) -> OfficePages:
    return OfficePages(finder, standard)


def tap(action: str, argument: str = "") -> OfficeCallback:
    return OfficeCallback(action, argument, "2011-20")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        assert tag == "b"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check(screen: Screen) -> None:
    tags = Tags()
    tags.feed(screen.text)
    assert tags.open == []
    assert 0 < len(screen.text) <= LONGEST_MESSAGE
    for row in screen.rows:
        for button in row:
            assert len(button.data.encode()) <= LONGEST_CALLBACK
            assert button.text
            assert "<" not in button.text


def walk(pages: OfficePages, texts: Texts) -> dict[str, Screen]:
    seen: dict[str, Screen] = {}
    todo = [pages.start(texts)]
    while todo:
        for row in todo.pop().rows:
            for button in row:
                if button.data not in seen and button.data.startswith("off:"):
                    seen[button.data] = pages.open(OfficeCallback.unpack(button.data), texts, NOW)
                    todo.append(seen[button.data])
    return seen


@pytest.mark.standard("app.1", "app.2", "app.3", "app.4")
def test_every_page_can_be_reached_and_left(pages: OfficePages, texts: Texts, standard: Standard) -> None:
    """Taps from the first page reach every unit of the standard; each page is valid, and none is a dead end."""
    seen = walk(pages, texts)
    cards = {data for data in seen if data.startswith("off:card:")}
    assert {f"off:card:{unit}:2011-20" for unit in standard.units} == cards
    for screen in seen.values():
        check(screen)
        assert screen.rows or screen.pin


@pytest.mark.standard("13")
def test_card_says_all_a_visitor_needs(pages: OfficePages, russian: Texts) -> None:
    """The card has name, address, phone, hours, whether it is open, the akimat with its site, and a pin on the map."""
    screen = pages.open(tap("card", "2/3"), russian, NOW)
    for part in (
        "Отдел внутренней политики г. Кокшетау",
        "Акмолинская область",
        "г. Кокшетау, ул. Ауэзова, 141",
        "8 (7162) 25-09-65",
        "09:00–18:00, перерыв 13:00–14:00",
        "<b>Сейчас открыто</b> до 13:00, потом перерыв.",
        "Акимат г. Кокшетау: www.kokshe.akmol.kz",
    ):
        assert part in screen.text
    pin = pages.open(tap("map", "2/3"), russian, NOW).pin
    assert pin
    assert pin.lat == pytest.approx(53.28, abs=0.01)
    assert pin.address == russian.plain("map-place", address="г. Кокшетау, ул. Ауэзова, 141")


def test_a_pin_claims_no_more_than_it_knows(pages: OfficePages, texts: Texts, standard: Standard) -> None:
    """430 units share the centres of 198 settlements: each pin says so, and its link searches for the address."""
    places = {(each.place.lat, each.place.lon) for each in standard.units.values()}
    assert len(places) < len(standard.units) / 2
    searched = set()
    for unit in standard.units.values():
        screen = pages.open(tap("map", str(unit.id)), texts, NOW)
        address, ((button,),) = unit.corrected().address, screen.rows
        assert screen.pin
        assert screen.pin.address == texts.plain("map-place", address=address)
        assert not button.data
        assert unquote(button.url).endswith(f"query=Казахстан, {standard.region_of(unit).name}, {address}")
        assert button.url.isascii()
        assert len(button.url) < 2048
        searched.add(button.url)
    assert len(searched) > len(places)


@pytest.mark.standard("9")
@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2025-04-01T03:00", "<b>Сейчас закрыто</b>, откроется сегодня в 09:00."),
        ("2025-04-01T08:30", "<b>Сейчас перерыв</b>, откроется в 14:00."),
        ("2025-04-01T10:00", "<b>Сейчас открыто</b> до 18:00."),
        ("2025-04-01T15:00", "<b>Сейчас закрыто</b>. Откроется: среда, 2 апреля, в 09:00."),
        ("2025-04-05T06:00", "<b>Сегодня закрыто</b>: выходной. Откроется: понедельник, 7 апреля, в 09:00."),
        ("2025-03-21T06:00", "<b>Сегодня закрыто</b>: праздник: Наурыз мейрамы. Откроется: среда, 26 марта"),
        ("2024-05-08T06:00", "выходной, перенесён с 4 мая. Откроется: пятница, 10 мая"),
    ],
)
def test_open_or_when(pages: OfficePages, russian: Texts, now: str, told: str) -> None:
    """At any moment the card says whether the office is open, if not why, and when it opens."""
    when = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert told in pages.open(tap("card", "2/3"), russian, when).text


def test_misprints_are_told_where_they_mislead(pages: OfficePages, russian: Texts) -> None:
    """A misprinted phone is shown corrected beside the printed one; a missing comma is not mentioned."""
    wrong = pages.open(tap("card", "4/81"), russian, NOW).text
    assert "Телефон: 8 (7262) 45-59-85" in wrong
    assert "напечатано «8 (7262) 455-59-85»" in wrong
    assert "напечатано" not in pages.open(tap("card", "2/4"), russian, NOW).text


def test_an_address_of_a_site_is_not_shown_as_mail(pages: OfficePages, russian: Texts) -> None:
    """Appendix 1 prints a site in the e-mail column; a visitor sees it as a site."""
    text = pages.open(tap("card", "1/1"), russian, NOW).text
    assert "Сайт: ishki-sayasat.astana.kz" in text
    assert "Эл. почта" not in text


def test_visit(pages: OfficePages, standard: Standard, russian: Texts) -> None:
    """How to get in, no booking, the three waiting limits, the ramp, free of charge: points 7 to 10."""
    text = pages.open(tap("visit", "2/3"), russian, NOW).text
    limits = (f"{standard.timings[each].amount} минут" for each in ("waiting", "serving", "collecting"))
    for part in ("пропуск", "Записи нет", *limits, "пандус", "бесплатная", "25-09-65"):
        assert part in text


def test_search_and_nearest_pages(pages: OfficePages, texts: Texts) -> None:
    """Found offices show their region; an empty result says so with an example; great distances are pointed out."""
    check(pages.search("Жамбылский район", texts))
    labels = [row[0].text for row in pages.search("Жамбылский район", texts).rows]
    assert len(set(labels)) == len(labels)
    later = pages.search("Бәйтерек ауданы", texts)
    check(later)
    shown = {"ru": "Зеленовский район", "kk": "Зеленов ауданы", "en": "Zelenov district"}[texts.language]
    assert f"<b>{shown}</b>" in later.text
    nothing = pages.search("<xyzzyx>", texts)
    check(nothing)
    assert "&lt;xyzzyx&gt;" in nothing.text
    near, far = pages.near(51.1, 71.4, texts), pages.near(-33.9, 151.2, texts)
    check(near)
    assert len(far.text) > len(near.text)


@pytest.mark.parametrize("data", ["", "off", "off:card", "off:card:2/3", "off:card:2/3::", "x" * 64])
def test_forged_callback_data_does_not_unpack(data: str) -> None:
    """Data that none of our buttons carries is refused as a whole."""
    with pytest.raises(BadTap):
        unpack(data)


@pytest.mark.parametrize(
    "forged", [("card", "9/9"), ("card", "<b>"), ("region", "nowhere"), ("visit", "2/200"), ("nothing", "")]
)
def test_forged_taps_are_refused(pages: OfficePages, russian: Texts, forged: tuple[str, str]) -> None:
    """A tap for a unit, region or page that does not exist gets an answer, never a crash."""
    with pytest.raises((DomainError, BadTap)):
        pages.open(tap(*forged), russian, NOW)


def test_a_button_of_another_edition_is_stale(pages: OfficePages, russian: Texts) -> None:
    """The same number may be another office in another edition, so its buttons do not open here."""
    with pytest.raises(BadTap):
        pages.open(OfficeCallback("card", "2/3", "1999-1"), russian, NOW)


def test_a_tap_that_would_not_fit_is_a_fault() -> None:
    """A button whose data exceeds 64 bytes, or would not unpack, is never drawn."""
    with pytest.raises(ValueError, match="я"):
        OfficeCallback("card", "я" * 32).pack()
    with pytest.raises(ValueError, match="a:b"):
        OfficeCallback("card", "a:b").pack()


def test_notice_of_the_repealed_edition(standard: Standard, texts: Texts) -> None:
    """The notice names the standard, the date of its repeal, and the act that repealed it."""
    told = notice(standard.status, texts)
    assert told
    assert "2012" in told
    assert standard.status.act_in(texts.language) in told
    assert standard.status.repealed_by(texts.language) in told
    assert "211" in told


def test_an_edition_in_force_has_no_notice(standard: Standard, russian: Texts) -> None:
    """An edition in force has no warning."""
    assert notice(replace(standard.status, repealed=None), russian) is None


@pytest.mark.standard("7.1")
@pytest.mark.parametrize(
    ("start", "parts"),
    [
        (
            "2024-04-29",
            ("4-й день: суббота, 4 мая (рабочий день вместо 8 мая)", "выходной, перенесён с 4 мая"),
        ),
        ("2025-03-20", ("выходной за праздник: Наурыз мейрамы", "четверг, 3 апреля 2025 года")),
        ("2026-05-25", ("праздник: Курбан айт (дата предварительная)", "зависит от луны")),
    ],
)
def test_deadlines_are_explained(calendar: WorkingCalendar, russian: Texts, start: str, parts: tuple[str, ...]) -> None:
    """The explanation of a term gives the reason for each skipped day and working Saturday, and marks estimates."""
    told = explain(due(datetime.fromisoformat(start).date(), 7, calendar), russian)
    for part in parts:
        assert part in told
