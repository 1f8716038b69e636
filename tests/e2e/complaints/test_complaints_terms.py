"""Terms of complaints: which law is shown, and how registers start again at New Year."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.drivers.bureau import APPLICANTS, Bureau
from tests.e2e.drivers.complaining import CLERK, begins, does, opened, opens
from tests.e2e.drivers.working import Applicant, newest, texts_of, words_of
from tests.factories.units import AKIMAT

pytestmark = [pytest.mark.e2e, pytest.mark.untraced]

LAW = "статья 7 закона-примера № 999"
OWN = {"complaint_days": 10, "complaint_days_with_check": 20, "complaint_source": LAW}
EDITION = "№ 221"
NEW_YEARS_EVE = datetime(2026, 12, 31, 18, 59, tzinfo=UTC)  # 23:59 in Kazakhstan
NEW_YEAR = datetime(2026, 12, 31, 19, 0, 5, tzinfo=UTC)


@pytest.mark.standard("25")
@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_the_law_of_those_who_run_the_bot(tmp_path: Path, language: str) -> None:
    """The body's own terms and their source stand on every page with a term: appeal, filing, slip, extension, card."""
    async with opened(tmp_path, languages=dict.fromkeys((APPLICANTS, CLERK), language), **OWN) as town:
        who, clerk = await town.filed(), town.person(CLERK)
        await who.chat.press(f"cmp:how:{who.case_id}:")
        assert LAW in newest(who).text
        seen = await sends(town, who)
        assert LAW in seen
        assert who.chat.texts.plain("cmp-term-own") in seen
        card = await clerk.says("/complaint 1/2026")
        assert LAW in card.text
        await does(clerk, "accept", "hnd-accepted-button")
        slip = words_of(who.chat, "talon")
        assert LAW in slip
        assert "03.12.2026" in slip
        await does(clerk, "extend", "Проверяем.")
        assert LAW in newest(clerk).text
        await clerk.taps("hnd-extended-button")
        ((due,),) = [(each,) for each in texts_of(who) if "Проверяем." in each]
        assert "13" in due
        assert not any(EDITION in each for each in (*texts_of(who), *texts_of(clerk), slip))


async def test_the_law_of_the_edition(tmp_path: Path) -> None:
    """By default the law in force at the standard's time applies, and the page says so."""
    async with opened(tmp_path) as town:
        who = await town.filed()
        seen = await sends(town, who)
        assert EDITION in seen
        assert who.chat.texts.plain("cmp-term-edition") in seen


async def test_registers_begin_anew_with_the_year(tmp_path: Path) -> None:
    """After two complaints in the old year the next gets number 1; each is found by its number; old ones stay."""
    async with opened(tmp_path) as town:
        who, clerk = await town.filed(), town.person(CLERK)
        town.clock.set(NEW_YEARS_EVE)
        assert "1/2026" in await sends(town, who)
        assert "2/2026" in await sends(town, who)
        town.clock.set(NEW_YEAR)
        assert "1/2027" in await sends(town, who)
        rows = town.driven.rows("SELECT office, year, last FROM registers WHERE book = 'complaints' ORDER BY year")
        assert rows == [(str(AKIMAT), 2026, 2), (str(AKIMAT), 2027, 1)]
        for number in ("1/2026", "2/2026", "1/2027"):
            assert clerk.word("hnd-title", number=number) in (await clerk.says(f"/complaint {number}")).text
        await does(clerk, "accept", "hnd-accepted-button")
        assert "31.12.2026" in words_of(who.chat, "talon-1-2026")
        assert "01.01.2027" in words_of(who.chat, "talon-1-2026")
        await opens(town, who)
        assert "1/2026" in newest(who).text


async def sends(town: Bureau, who: Applicant) -> str:
    """Sends a whole complaint to the akimat, and returns the page that says it is filed."""
    await begins(town, who)
    await who.chat.say("Ждал два часа.")
    await who.chat.tap("cmp-done-button")
    return (await who.chat.tap("cmp-file-button")).text
