"""What the standard requires the bot to say: result, fee, visit, further reading, and how to appeal."""

from __future__ import annotations

import pytest

from domain.offices.units import UnitId
from domain.standard.edition import Standard
from tests.e2e.drivers.chatting import Chatting, Seen, acquaintance
from tests.e2e.drivers.driving import Driven
from tests.factories.units import AKIMAT, REGION_AKIMAT

pytestmark = pytest.mark.asyncio(loop_scope="module")

BY_HAND = {  # not automated; on paper; handed over in person: about page, then the first page of an application
    "ru": (("не автоматизирована (пункт 2)", "бумажные", "лично"), ("бумажные", "лично", "пункты 2 и 15")),
    "kk": (("автоматтандырылмаған (2‑тармақ)", "қағаз түрінде"), ("қағаз түрінде", "өз қолыңызға", "2 және 15")),
    "en": (("not automated (point 2)", "paper", "in person"), ("paper", "in person", "points 2 and 15")),
}
FREE = {"ru": "бесплатная (пункт 8)", "kk": "тегін (8‑тармақ)", "en": "free of charge (point 8)"}


def words(page: Seen) -> str:
    """Returns the text with ordinary spaces, without the no-break ones before a point's number."""
    return page.text.replace("\u00a0", " ")


@pytest.mark.standard("2")
@pytest.mark.parametrize("language", BY_HAND)
async def test_nothing_is_promised_that_is_done_by_hand(driven: Driven, language: str) -> None:
    """The page about the service and the first page of an application say that the result is paper, given in person."""
    person = await acquaintance(driven, language)
    about, intro = BY_HAND[language]
    for page, parts in ((await person.say("/about"), about), (await person.say("/apply"), intro)):
        for part in parts:
            assert part in words(page)


@pytest.mark.standard("8")
@pytest.mark.parametrize("language", FREE)
async def test_that_it_is_free_is_said_before_the_first_question(driven: Driven, language: str) -> None:
    """The first page of an application says that the service is free, before anything is asked or saved."""
    person = await acquaintance(driven, language)
    page = await person.tap("home-apply-button")
    assert FREE[language] in words(page)
    assert person.word("subject-missionary") in page.labels
    assert driven.rows("SELECT id FROM cases") == []


@pytest.mark.standard("7.2", "7.3", "7.4", "9", "10")
async def test_a_visit(aigul: Chatting) -> None:
    """The page about the visit has the way in, the pass, the ramp, the queue without booking, three waiting times."""
    await aigul.say("/offices")
    await aigul.press("off:card:2/3:2011-20")
    visit = await aigul.tap("card-visit-button")
    for told in (
        "по разовому пропуску",
        "8 (7162) 25-09-65",
        "пандус",
        "в порядке очереди. Записи нет, ускоренного приёма тоже",
        "Ждать в очереди — не больше 30 минут",
        "сам приём — до 15 минут",
        "При получении результата ждать не больше 15 минут",
    ):
        assert told in words(visit)


@pytest.mark.standard("4", "26")
@pytest.mark.parametrize(("office", "akimat"), [("2/3", AKIMAT), ("1/3", REGION_AKIMAT)])
async def test_where_to_read_on(aigul: Chatting, standard: Standard, office: str, akimat: UnitId) -> None:
    """The card of an office names the site of its akimat (appendix 3 or 4), and so does the akimat's own card."""
    (site,) = standard.unit(akimat).websites
    await aigul.say("/offices")
    assert site in (await aigul.press(f"off:card:{office}:2011-20")).text
    assert site in (await aigul.tap("card-akimat-button")).text


@pytest.mark.standard("20", "21", "22", "23", "24")
async def test_how_to_appeal(aigul: Chatting, standard: Standard) -> None:
    """For a chosen office: who explains how to appeal, who takes which complaint, how to write it, and the court."""
    await aigul.say("/complain")
    await aigul.tap("cmp-how-button")
    await aigul.tap("Акмолинская область")
    page = await aigul.tap("г. Кокшетау")
    asking, result, service, writing, then, court = words(page).split("\n\n")[1:]
    for part in ("служба документационного обеспечения", "(пункт 20)", "ул. Ауэзова, 141", "8 (7162) 25-09-65"):
        assert part in asking
    akimat = standard.unit(AKIMAT)
    for part in ("руководству акимата (пункт 21)", akimat.name, akimat.address, *akimat.phones):
        assert part in result
    for part in ("в отдел, управление или акимат", "по почте или лично", "(пункт 22)"):
        assert part in service
    for part in ("В свободной форме", "копию заявления", "(пункт 24)"):
        assert part in writing
    for part in ("талон", "№ 221", "пункт 25"):
        assert part in then
    assert "(пункт 23)" in court
