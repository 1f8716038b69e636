"""The indicators of a place and period, for those who may see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from domain.errors import Denied, UnknownRegion
from domain.indicators.formulas import ASKED, Tally
from domain.indicators.scope import IndicatorScope, Period
from domain.offices.units import UnitId
from domain.staff.membership import Membership, Role
from domain.standard.cites import Citation
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from domain.standard.indicators import Measure, Target
from services.indicators.report import Indicators, Report
from tests.factories.people import officer_of
from tests.factories.units import DEPARTMENT, KOKSHETAU, NEIGHBOUR, unit_id
from tests.services.indicators.fakes import FakeCounts, Kept, Said

TODAY = date(2026, 11, 25)
OFFICER, HEAD, ADMIN, NOBODY = 1, 2, 3, 4
WHO = {
    OFFICER: Membership(OFFICER, bindings=(officer_of(OFFICER),)),
    HEAD: Membership(HEAD, bindings=(officer_of(HEAD, DEPARTMENT, Role.HEAD),)),
    ADMIN: Membership(ADMIN, admin=True),
}
Asked = Callable[[FakeCounts], Indicators]


async def standing(user_id: int) -> Membership:
    return WHO.get(user_id, Membership(user_id))


@pytest.fixture
def over(standard: Standard) -> Asked:
    return lambda counts: Indicators(counts, standing, Editions(standard))


def figures(report: Report) -> dict[str, Tally]:
    return {line.row.number: line.tally for line in report.lines}


def answers(number: int, day: date, office: UnitId = KOKSHETAU) -> list[Said]:
    return [Said(office, day, measure) for measure in ASKED for _ in range(number)]


@pytest.mark.standard("18", "app.9")
async def test_an_office_in_a_quarter(over: Asked) -> None:
    """Timeliness comes from the cases, satisfaction from five answers on, electronic access from the edition's data."""
    kept = [
        Kept(KOKSHETAU, date(2026, 11, 10), date(2026, 11, 9)),
        Kept(KOKSHETAU, date(2026, 10, 10), date(2026, 11, 9)),
        Kept(KOKSHETAU, date(2026, 11, 24)),
        Kept(KOKSHETAU, TODAY),
        Kept(KOKSHETAU, date(2026, 9, 30), date(2026, 9, 30)),
        Kept(NEIGHBOUR, date(2026, 11, 10), date(2026, 11, 9)),
    ]
    said = [*answers(4, date(2026, 11, 2)), Said(KOKSHETAU, date(2026, 11, 24), Measure.PROCESS, satisfied=False)]
    report = await over(FakeCounts(kept, said)).report(
        OFFICER, IndicatorScope(unit_id("2/3")), Period.parse("2026q4"), TODAY
    )
    assert figures(report) == {
        "1.1": Tally(3, 1),
        "2.1": Tally(5, 4),
        "3.1": Tally(),
        "3.3": Tally(2, 2),
        "4.1": Tally(),
        "5.1": Tally(),
    }
    assert report.parts == ()


async def test_sitting_on_a_case_does_not_improve_the_figure(over: Asked) -> None:
    """A case without a result counts as late from the day after its term; a late result changes nothing."""
    due, extent, year = date(2026, 11, 10), IndicatorScope(unit_id("2/3")), Period.parse("2026")

    async def told(done: date | None, today: date) -> Tally:
        kept = [Kept(KOKSHETAU, due, done), Kept(KOKSHETAU, due, due)]
        return figures(await over(FakeCounts(kept)).report(OFFICER, extent, year, today))["1.1"]

    assert await told(None, due) == Tally(1, 1)
    assert await told(None, date(2026, 11, 11)) == Tally(2, 1)
    assert await told(date(2026, 11, 20), TODAY) == Tally(2, 1)


async def test_a_region_and_its_offices(over: Asked) -> None:
    """The region is the sum of what its offices show; answers short of five wait for the year's end in both."""
    said = [
        *answers(6, date(2026, 3, 3)),
        *answers(3, date(2026, 3, 3), NEIGHBOUR),
        *answers(1, date(2026, 3, 3), DEPARTMENT),
    ]
    indicators, extent = over(FakeCounts([], said)), IndicatorScope("akmola")
    report = await indicators.report(HEAD, extent, Period.parse("2026"), TODAY)
    parts = {part.code: tallies["2.1"] for part, tallies in report.parts}
    assert figures(report)["2.1"] == parts[str(KOKSHETAU)] == Tally(5, 5)
    assert parts[str(NEIGHBOUR)] == parts[str(DEPARTMENT)] == Tally()
    assert len(parts) == 20
    over_now = await indicators.report(HEAD, extent, Period.parse("2026"), date(2027, 1, 1))
    assert figures(over_now)["2.1"] == Tally(10, 10)
    assert {part.code: tallies["2.1"] for part, tallies in over_now.parts} == parts
    first_quarter = await indicators.report(HEAD, extent, Period.parse("2026q1"), date(2027, 1, 1))
    assert figures(first_quarter)["2.1"] == Tally(5, 5)


async def test_the_country_and_its_regions(over: Asked) -> None:
    """An admin sees all sixteen, and the parts add up."""
    kept = [Kept(office, TODAY, TODAY) for office in (KOKSHETAU, NEIGHBOUR, unit_id("2/60"))]
    report = await over(FakeCounts(kept)).report(ADMIN, IndicatorScope(), Period.parse("2026m11"), TODAY)
    assert figures(report)["1.1"] == Tally(3, 3)
    assert len(report.parts) == 16
    assert sum((tallies["1.1"] for _, tallies in report.parts), Tally()) == Tally(3, 3)


@pytest.mark.standard("19")
async def test_targets_of_this_year_and_the_next(standard: Standard) -> None:
    """A target set by order for the period's year, or the next one, is shown; others count as not set."""
    cites = Citation("19", 19)
    this, after = Target(2026, "1.1", 1000, 950, "приказ", cites), Target(2027, "1.1", None, 960, "приказ", cites)
    set_for = replace(standard, targets=(this, after))
    report = await Indicators(FakeCounts(), standing, Editions(set_for)).report(
        OFFICER, IndicatorScope(unit_id("2/3")), Period.parse("2026q1"), TODAY
    )
    assert [(line.set, line.set_next) for line in report.lines] == [(this, after), *[(None, None)] * 5]


@pytest.mark.parametrize(
    ("actor", "place"),
    [(OFFICER, NEIGHBOUR), (OFFICER, "akmola"), (OFFICER, "country"), (HEAD, "astana"), (NOBODY, KOKSHETAU)],
)
async def test_to_others_it_is_denied(over: Asked, actor: int, place: UnitId | str) -> None:
    """Nothing is counted for them; the denial names what they asked for."""
    with pytest.raises(Denied) as denied:
        await over(FakeCounts()).report(actor, IndicatorScope(place), Period.parse("2026"), TODAY)
    assert (denied.value.action, denied.value.about) == ("indicators", str(place))


async def test_what_is_seen_first(over: Asked) -> None:
    """One's own office, or the country; people without an appointment are denied."""
    indicators = over(FakeCounts())
    assert [await indicators.own(actor) for actor in (OFFICER, ADMIN)] == [
        (WHO[OFFICER], (IndicatorScope(unit_id("2/3")),)),
        (WHO[ADMIN], (IndicatorScope(),)),
    ]
    with pytest.raises(Denied):
        await indicators.own(NOBODY)
    with pytest.raises(UnknownRegion):
        await indicators.report(ADMIN, IndicatorScope("atlantis"), Period.parse("2026"), TODAY)


async def test_other_editions_with_figures(standard: Standard) -> None:
    """They are named where the place has any under them; one that has no such place has none."""
    units = {unit: each for unit, each in standard.units.items() if unit != KOKSHETAU}
    others = {
        edition: replace(
            standard, status=replace(standard.status, id=edition), units=units if edition == "c" else standard.units
        )
        for edition in ("a", "b", "c")
    }
    day = date(2026, 11, 10)
    counts = FakeCounts([Kept(KOKSHETAU, day, day, edition) for edition in ("a", "c")])
    indicators = Indicators(counts, standing, Editions(standard, others))
    report = await indicators.report(OFFICER, IndicatorScope(KOKSHETAU), Period.parse("2026q4"), TODAY)
    assert (figures(report)["1.1"], [each.id for each in report.others]) == (Tally(), ["a"])
    under = await indicators.report(OFFICER, IndicatorScope(KOKSHETAU), Period.parse("2026q4"), TODAY, "a")
    assert (under.edition, figures(under)["1.1"]) == ("a", Tally(1, 1))
