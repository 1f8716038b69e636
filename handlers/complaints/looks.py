"""How to appeal (point 20): for the office of one's own application, or for one that is picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints import entry as pages
from domain.applications.case import State
from domain.offices.units import UnitId
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from handlers.core.desk import Desk
    from handlers.core.reply import Visitor


async def _how(desk: Desk, case_id: str, visitor: Visitor) -> Reply:
    theirs = await desk.applications.all_of(visitor.person.id)
    filed = [each for each in theirs if each.state is not State.DRAFT and each.id == (case_id or each.id)]
    if not filed or filed[0].office is None:
        return Reply((pages.how_regions_screen(desk.finder.regions(), visitor.texts),))
    card = desk.finder.card(filed[0].office, visitor.now)
    page = pages.how_screen(card, filed[0].id if case_id else "", desk.complaints.term, visitor.texts)
    return Reply((page,), case_id=filed[0].id)


async def _regions(desk: Desk, _argument: str, visitor: Visitor) -> Reply:
    return Reply((pages.how_regions_screen(desk.finder.regions(), visitor.texts),))


async def _region(desk: Desk, region_id: str, visitor: Visitor) -> Reply:
    region = desk.standard.region(region_id)
    return Reply((pages.how_offices_screen(region, desk.finder.districts(region_id), visitor.texts),))


async def _office(desk: Desk, unit: str, visitor: Visitor) -> Reply:
    office = desk.standard.office(UnitId.parse(unit))
    card = desk.finder.card(office.id, visitor.now)
    return Reply((pages.how_screen(card, "", desk.complaints.term, visitor.texts),))


LOOKS: dict[str, Callable[[Desk, str, Visitor], Awaitable[Reply]]] = {
    "how": _how,
    "how-regions": _regions,
    "how-region": _region,
    "how-office": _office,
}
