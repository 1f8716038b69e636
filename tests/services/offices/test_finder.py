from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from benchmarks.offices import error_queries, found_share
from benchmarks.queries import spellings
from domain.errors import BadAnswer, BadCoordinates, UnknownRegion, UnknownUnit
from domain.offices.hours import Closed, Open
from domain.offices.units import Unit, UnitId, UnitKind
from domain.standard.edition import Standard
from services.offices.finder import OfficeFinder, Renamed
from tests.factories.moments import in_kazakhstan
from tests.factories.units import unit_id

NOON_UTC5 = datetime(2025, 4, 1, 5, 0, tzinfo=UTC)  # 10:00 in Kazakhstan, a Tuesday


def found(finder: OfficeFinder, text: str, kind: UnitKind = UnitKind.OFFICE) -> list[str]:
    return [unit.code for unit in finder.search(text, kind=kind)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Кокшетау", "2/3"),
        ("кокчетав", "2/3"),
        ("Көкшетау", "2/3"),
        ("Kokshetau", "2/3"),
        ("кокшитау", "2/3"),
        ("Кокш", "2/3"),
        ("Целиноград", "2/1"),
        ("Нур-Султан", "2/1"),
        ("Алма-Ата", "2/2"),
        ("Қонаев", "2/52"),
        ("Капчагай", "2/52"),
        ("Зыряновск", "2/73"),
        ("Алтай", "2/73"),
        ("Семипалатинск", "2/63"),
        ("Oskemen", "2/62"),
        ("Байганинский район", "2/25"),
        ("байганин", "2/25"),
        ("Каскелен", "2/44"),
        ("Биржан сал", "2/12"),
        ("Кокшетау Ауэзова", "2/3"),
        ("Есильский район Северо-Казахстанская область", "2/175"),
        ("Акмолинская область Есильский район", "2/14"),
        ("мусрепова", "2/180"),
    ],
)
def test_typed_names_find_the_office(finder: OfficeFinder, text: str, unit: str) -> None:
    """Old and new names, Kazakh, Russian and Latin spelling, typos, streets: the office is among the first."""
    assert unit in found(finder, text)[:2]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Бәйтерек ауданы", "2/98"),
        ("район Беимбета Майлина", "2/140"),
        ("Мендыкаринский район", "2/137"),
        ("Келес", "2/194"),
        ("Шу", "2/91"),
        ("Чапаев", "2/93"),
        ("Бөрлі ауданы", "2/94"),
        ("Солтүстік Қазақстан Есіл ауданы", "2/175"),
        ("Ақмола облысы Есіл ауданы", "2/14"),
        ("Semey, East Kazakhstan", "2/63"),
        ("ЗКО Аксай", "2/94"),
        ("Есильский район Акмолинская боласть", "2/14"),
        ("Аулиекольский раион", "2/129"),
    ],
)
def test_names_of_districts_and_regions(finder: OfficeFinder, text: str, unit: str) -> None:
    """Districts are first by their Kazakh, earlier and later names, with the region in any language."""
    assert found(finder, text)[0] == unit


def test_every_district_in_kazakh(standard: Standard, finder: OfficeFinder) -> None:
    """Each other name of a district finds its office among the first three, and first with its region in Kazakh."""
    for unit in standard.of_kind(UnitKind.OFFICE):
        for name in unit.place.districts:
            assert unit in finder.search(name)[:3], name
            assert finder.search(f"{name} {finder.region_of(unit).name_kk}")[0] == unit, name


def test_every_name_of_a_region(finder: OfficeFinder) -> None:
    """A region in any language, by its letters, or by an earlier or later name finds the department that serves it."""
    for region in finder.regions():
        for name in (region.name, region.name_kk, region.name_en, *region.also):
            assert region.office in [unit.id for unit in finder.search(name)[:2]], name


@pytest.mark.parametrize(
    ("text", "unit", "renamed"),
    [
        ("Бәйтерек ауданы", unit_id("2/98"), Renamed("Бәйтерек ауданы", "Зеленовский район")),
        ("Алтай", unit_id("2/73"), Renamed("Алтай", "г. Зыряновск")),
        ("чимкент", unit_id("2/185"), Renamed("Чимкент", "г. Шымкент")),
        ("Зеленовский район", unit_id("2/98"), None),
        ("Kokshetau", unit_id("2/3"), None),
        ("Чимкентт", unit_id("2/185"), None),
        ("", unit_id("2/98"), None),
    ],
)
def test_what_the_standard_prints_for_another_name(
    finder: OfficeFinder, text: str, unit: UnitId, renamed: Renamed | None
) -> None:
    """An earlier, later or Kazakh name is shown beside the printed one; another spelling or a typo is not."""
    assert finder.renamed(text, finder.card(unit, NOON_UTC5).unit) == renamed


def test_the_name_on_the_screen_is_no_other_name(finder: OfficeFinder) -> None:
    """A reader of Kazakh who typed what the button says is told of no other name."""
    unit = finder.card(unit_id("2/98"), NOON_UTC5).unit
    assert finder.renamed("Зеленов ауданы", unit, "kk") is None
    assert finder.renamed("Бәйтерек ауданы", unit, "kk") == Renamed("Бәйтерек ауданы", "Зеленов ауданы")


def test_homonyms_are_all_there(finder: OfficeFinder) -> None:
    """Three districts are called Жамбылский; each is offered and told apart by its region."""
    offered = [finder.region_of(unit).id for unit in finder.search("Жамбылский район")[:3]]
    assert sorted(offered) == ["almaty", "north", "zhambyl"]


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("Кокшетау", "г. Кокшетау"),
        ("г. Кокшетау", "г. Кокшетау"),
        ("kokshetau", "г. Кокшетау"),
        ("Есильский район", ""),
    ],
)
def test_a_place_by_its_name(finder: OfficeFinder, typed: str, district: str) -> None:
    """The only one that has it; namesakes are told with their regions."""
    if district:
        place = finder.read_place(typed)
        assert isinstance(place, Unit)
        assert place.district == district
        return
    with pytest.raises(BadAnswer, match="place-many") as refused:
        finder.read_place(typed)
    assert "Акмолинская область" in str(refused.value.details["names"])
    with pytest.raises(BadAnswer, match="place-many") as refused:
        finder.read_place(typed, "kk")
    assert refused.value.details["names"] == "Есіл ауданы (Ақмола облысы), Есіл ауданы (Солтүстік Қазақстан облысы)"


@pytest.mark.parametrize("typed", ["Акмолинская область", "Ақмола облысы", "Астана"])
def test_a_region_by_its_name(finder: OfficeFinder, typed: str) -> None:
    """In any language of its names; a city of republican significance is one."""
    assert finder.read_place(typed) in finder.regions()


@pytest.mark.parametrize("typed", ["", "область", "Тимбукту", "Кокшетао", "🙂"])
def test_no_place_by_that_name(finder: OfficeFinder, typed: str) -> None:
    """A name with an error is looked for, but is no answer."""
    with pytest.raises(BadAnswer, match="place-unknown"):
        finder.read_place(typed)


def test_a_region_finds_its_department_first(finder: OfficeFinder) -> None:
    """A region's name means its department."""
    assert found(finder, "Актюбинская область")[0] == "1/5"


def test_akimats_are_searched_apart(finder: OfficeFinder) -> None:
    """The same town finds the akimat among akimats and the office among offices."""
    assert found(finder, "Кокшетау", UnitKind.AKIMAT)[:2] == ["3/4", "4/3"]


@pytest.mark.parametrize("text", ["", "   ", "?!", "ъъъ", "xyzzyx", "район", "а" * 5000])
def test_what_is_no_name_finds_nothing(finder: OfficeFinder, text: str) -> None:
    """The bot offers nothing rather than something dissimilar."""
    assert found(finder, text) == []


def test_single_errors_still_find_it(standard: Standard) -> None:
    """Of single-error queries over all 430 units, at least 99 in 100 have the right one in the first five."""
    queries = error_queries(standard, spellings)[::6]
    share, missed = found_share(standard, queries)
    assert share >= 0.99, missed


def test_nearest(finder: OfficeFinder) -> None:
    """Near Astana, its own office comes first, with distance and direction."""
    near = finder.nearest(51.1, 71.4)
    assert [each.item.code for each in near] == ["2/1", "2/20", "2/6"]
    assert near[0].km == pytest.approx(9.5, abs=0.5)
    with pytest.raises(BadCoordinates):
        finder.nearest(100, 0)


def test_regions_and_districts(finder: OfficeFinder) -> None:
    """Sixteen regions in the order of appendix 2; together their districts are its 199 rows."""
    regions = finder.regions()
    rows = [unit.number for region in regions for unit in finder.districts(region.id)]
    assert len(regions) == 16
    assert rows == list(range(1, 200))
    with pytest.raises(UnknownRegion):
        finder.districts("nowhere")


def test_a_card(finder: OfficeFinder) -> None:
    """A card has whether the office is open, its akimat, and its region's department."""
    card = finder.card(unit_id("2/25"), NOON_UTC5)
    assert isinstance(card.hours, Open)
    assert card.hours.until.isoformat() == "2025-04-01T13:00:00+05:00"
    assert card.akimat.id == unit_id("4/25")
    assert card.department.id == unit_id("1/5")
    with pytest.raises(UnknownUnit):
        finder.card(unit_id("2/200"), NOON_UTC5)


def test_the_zone_of_the_caller_does_not_matter(finder: OfficeFinder) -> None:
    """The same moment in another zone gives the same hours."""
    tokyo = NOON_UTC5.astimezone(timezone(timedelta(hours=9)))
    assert finder.card(unit_id("2/25"), tokyo).hours == finder.card(unit_id("2/25"), NOON_UTC5).hours


def test_akimats_have_cards(finder: OfficeFinder) -> None:
    """A region's akimat has no printed hours, a district's has; each answers for itself."""
    region = finder.card(unit_id("3/5"), NOON_UTC5)
    assert region.hours is None
    assert region.akimat.id == unit_id("3/5")
    district = finder.card(unit_id("4/25"), NOON_UTC5.replace(hour=20))
    assert isinstance(district.hours, Closed)


def test_the_akimat_of_a_department_is_the_regions(finder: OfficeFinder, standard: Standard) -> None:
    """Appendices 1 and 3 order their regions differently; each department still gets its own akimat."""
    for region in standard.regions:
        akimat = finder.akimat_of(standard.unit(region.office))
        assert akimat.id == region.akimat
        assert akimat.region == region.id


def test_a_card_shows_corrected_values(finder: OfficeFinder) -> None:
    """Whatever a person dials or reads is corrected; the printed value stands beside it."""
    card = finder.card(unit_id("4/81"), NOON_UTC5)
    assert card.unit.phones == ("8 (7262) 45-59-85",)
    assert card.unit.corrections[0].printed == "8 (7262) 455-59-85"


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-11-23T08:00", "11-23 11-24 11-25 11-26 11-27"),
        ("2026-11-23T17:59", "11-23 11-24 11-25 11-26 11-27"),
        ("2026-11-23T18:00", "11-24 11-25 11-26 11-27 11-30"),
        ("2026-11-28T12:00", "11-30 12-01 12-02 12-03 12-04"),
        ("2026-12-15T19:00", "12-17 12-18 12-21 12-22 12-23"),
    ],
)
def test_days_on_which_one_may_come(finder: OfficeFinder, now: str, days: str) -> None:
    """The next five working days, today among them until the office closes."""
    found = finder.visit_days(unit_id("2/3"), in_kazakhstan(now))
    assert [each.isoformat()[5:] for each in found] == days.split()


def test_days_without_printed_hours(finder: OfficeFinder) -> None:
    """Appendix 3 prints none: any working day will do, and today does until it ends."""
    found = finder.visit_days(unit_id("3/1"), in_kazakhstan("2026-12-15T23:00"))
    assert [each.day for each in found] == [15, 17, 18, 21, 22]
