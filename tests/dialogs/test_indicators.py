"""The chart and its explanations: words come before the bar, and Telegram accepts any content."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.indicators.chart import CELLS, MARK, bar, chart_screen, choice_screen, how_screen
from dialogs.staff.elements import Places
from dialogs.ui.callback_data import MAX_CALLBACK_BYTES
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Texts, unmark
from domain.indicators.formulas import Tally
from domain.indicators.scope import IndicatorScope, Period
from domain.offices.units import UnitKind
from domain.staff.membership import Membership, Role
from domain.standard.cites import Citation
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from domain.standard.indicators import Target
from services.indicators.report import Line, Report
from services.offices.finder import OfficeFinder
from tests.factories.people import officer_of
from tests.factories.units import DEPARTMENT, unit_id

TODAY = date(2026, 11, 25)
ORDER = "приказ Агентства Республики Казахстан по делам религий от 1 декабря 2025 года № 117"
ADMIN = Membership(1, admin=True)
LONGEST_TEXT, MOST_BUTTONS = 4096, 100
MANY = Tally(99_999, 98_765)
LONGEST_LINE = 34  # characters in a line that a phone of 390 pixels shows in full


@pytest.fixture
def places(standard: Standard, finder: OfficeFinder) -> Places:
    return Places(standard, finder.districts, Editions(standard))


def report(standard: Standard, extent: str, period: str, tally: Tally = MANY, target: int | None = None) -> Report:
    def given(row: str) -> Target | None:
        return None if target is None else Target(2026, row, 1000, target, ORDER, Citation("19", 19))

    lines = tuple(Line(row, tally, given(row.number), None) for row in standard.indicators)
    return Report(IndicatorScope.read(extent, standard), Period.parse(period), TODAY, lines)


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize(
    ("tenths", "target", "drawn"),
    [
        (0, None, "░" * 14),
        (1000, None, "▓" * 14),
        (999, None, "▓" * 13 + "░"),
        (500, None, "▓" * 7 + "░" * 7),
        (500, 0, "┃" + "▓" * 7 + "░" * 7),
        (500, 950, "▓" * 7 + "░" * 6 + "┃" + "░"),
        (1000, 1000, "▓" * 14 + "┃"),
    ],
)
def test_bars(tenths: int, target: int | None, drawn: str) -> None:
    """A cell is full once reached; only 100 % fills all; the mark stands at the target."""
    assert bar(tenths, target) == drawn


def test_figures_are_told_before_they_are_drawn(standard: Standard, places: Places, russian: Texts) -> None:
    """A screen reader reads row, name and share, then the counts and whether the target is reached."""
    shown = chart_screen(report(standard, "2/3", "2026q4", Tally(50, 47), 950), ADMIN, places, russian)
    chart = unmark(shown.text).split("\n\n")
    assert chart[0].split("\n") == [
        "Показатели качества услуги",
        "Отдел внутренней политики г. Кокшетау",
        "IV квартал 2026 года",
        "Ещё идёт, сегодня 25 ноября",
    ]
    assert chart[1].split("\n") == [
        "1.1. В срок: 94 %",
        f"{bar(940, 950)} 47 из 50",
        "Цель 95 % не достигнута",
    ]
    assert len(chart) == 7


def test_what_there_is_no_figure_for(standard: Standard, places: Places, russian: Texts) -> None:
    """It is described in words without a bar; a target stands beside it."""
    shown = chart_screen(report(standard, "2/3", "2026", Tally(), 950), ADMIN, places, russian)
    chart = unmark(shown.text).split("\n\n")
    assert chart[1] == "1.1. В срок\nдел нет\nЦель 95 %"
    assert chart[2] == "2.1. Качество процесса\nменьше 5 ответов\nЦель 95 %"
    assert MARK not in shown.text
    how = unmark(how_screen(report(standard, "2/3", "2026", Tally()), places, russian).text)
    assert "1.1. В срок: дел нет\nФормула:" in how


@pytest.mark.standard("19")
def test_targets_that_are_not_set(standard: Standard, places: Places, texts: Texts) -> None:
    """If no target is set, the chart says so once, and so does the explanation of each figure."""
    told = report(standard, "2/3", "2025")
    assert texts("ind-no-targets", year="2025") in chart_screen(told, ADMIN, places, texts).text
    assert how_screen(told, places, texts).text.count(texts("ind-set-none", year="2025")) == 6


@pytest.mark.standard("19")
def test_how_it_is_computed(standard: Standard, places: Places, russian: Texts) -> None:
    """The explanation names what was counted, the formula, its source, and what is set by which order."""
    how = unmark(how_screen(report(standard, "2/3", "2026", Tally(50, 47), 955), places, russian).text)
    first = how.split("\n\n")[1].split("\n")
    assert first[:2] == ["1.1. В срок: 94 %", "Посчитано дел: 50, из них в срок: 47."]
    assert "приложение\u00a09, строка 1.1; сроки — пункты\u00a07 и 16" in first[2]
    assert first[3] == f"Норматив: 100 %. Цель на 2026 год: 95,5 %. Установлено: {ORDER}."
    assert how.count("Формула:") == 6


def test_lines_fit_a_phone(standard: Standard, places: Places, texts: Texts) -> None:
    """Neither a figure nor its bar breaks, even with the largest counts; an office's name may."""
    told = report(standard, "country", "2026m9", target=955)
    for block in unmark(chart_screen(told, ADMIN, places, texts).text).split("\n\n")[1:]:
        assert max(map(len, block.split("\n"))) <= LONGEST_LINE, block
        assert len(block.split("\n")[1]) > CELLS


@pytest.mark.parametrize("period", ["2011", "2026", "2026q4", "2026m11", "2025m12"])
def test_telegram_takes_every_screen(standard: Standard, places: Places, texts: Texts, period: str) -> None:
    """Even with the largest counts, the longest names, and all offices."""
    offices = [unit.id for unit in standard.of_kind(UnitKind.OFFICE)]
    longest = max(offices, key=lambda unit: len(places.name(unit, texts)))
    many = Membership(1, bindings=tuple(officer_of(1, unit, Role.HEAD) for unit in offices[:30]))
    region = max(standard.regions, key=lambda each: len(places.offices(each)))
    screens = [
        choice_screen(
            IndicatorScope(region.id).parts(standard), IndicatorScope(region.id), Period.parse(period), places, texts
        )
    ]
    for extent in (str(longest), region.id, "country"):
        told = report(standard, extent, period, target=955)
        screens.append(how_screen(told, places, texts))
        screens += [chart_screen(told, who, places, texts) for who in (ADMIN, many)]
    for screen in screens:
        assert len(unmark(screen.text).encode("utf-16-le")) // 2 <= LONGEST_TEXT
        buttons = [button for row in screen.rows for button in row]
        assert 0 < len(buttons) <= MOST_BUTTONS
        assert all(button.text and len(button.data.encode()) <= MAX_CALLBACK_BYTES for button in buttons)
        assert len({button.data for button in buttons}) == len(buttons)


def test_ways_through_time(standard: Standard, places: Places, russian: Texts) -> None:
    """Back to the standard's beginning, forward to today, and to the two other lengths."""

    def told(period: str) -> list[str]:
        return labels(chart_screen(report(standard, "2/3", period), ADMIN, places, russian))

    earlier, later = russian.plain("ind-earlier-button"), russian.plain("ind-later-button")
    assert earlier in told("2012")
    assert later in told("2012")
    assert earlier not in told("2011q1")
    assert later not in told("2026")
    assert {russian.plain(f"ind-{each}-button") for each in ("year", "month")} < set(told("2026q4"))
    assert russian.plain("ind-quarter-button") not in told("2026q4")


def test_ways_to_other_places(standard: Standard, places: Places, russian: Texts) -> None:
    """Wider and narrower as far as the person may see, and back to their own place."""

    def told(who: Membership, extent: str) -> list[str]:
        return labels(chart_screen(report(standard, extent, "2026"), who, places, russian))

    region, country = "Акмолинская область", russian.plain("ind-country")
    own, offices = russian.plain("ind-own-button"), russian.plain("ind-offices-button")
    officer = Membership(1, bindings=(officer_of(1),))
    assert {region, country, own, offices}.isdisjoint(told(officer, "2/3"))
    head = Membership(1, bindings=(officer_of(1, DEPARTMENT, Role.HEAD),))
    assert region in told(head, "1/3")
    assert {offices, places.label(DEPARTMENT, russian)} < set(told(head, "akmola"))
    assert country not in told(head, "akmola")
    assert "Кокшетау" in " ".join(labels(_choice(("2/3", "2/60"), "2/3", standard, places, russian)))
    department = _choice(("1/3", "1/4"), "1/3", standard, places, russian)
    assert len(set(labels(department))) == 3  # two departments are distinguished
    both = Membership(1, bindings=(*officer.bindings, officer_of(1, unit_id("2/60"))))
    assert own in told(both, "2/3")
    assert {country, offices} < set(told(ADMIN, "akmola"))
    assert russian.plain("ind-regions-button") in told(ADMIN, "country")


def _choice(offices: tuple[str, ...], shown: str, standard: Standard, places: Places, texts: Texts) -> Screen:
    period = report(standard, shown, "2026").period
    return choice_screen(
        [IndicatorScope.read(each, standard) for each in offices],
        IndicatorScope.read(shown, standard),
        period,
        places,
        texts,
    )
