"""A law unlike that of 2011 in all that an edition can say, from /start to the journal, in three languages."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from dialogs.ui.dates import full_date, long_date
from domain.languages import LANGUAGES
from tests.e2e.applications.test_application import qr_text_of
from tests.e2e.drivers.bureau import ELSEWHERE, HEAD, MONDAY, OFFICER
from tests.e2e.drivers.complaining import CLERK, does, files
from tests.e2e.drivers.driving import eventually
from tests.e2e.drivers.preaching import FOREIGN, TYPED, WHOLE, Town, town
from tests.e2e.drivers.working import Applicant, files_of, newest, words_of
from tests.e2e.editions.test_beginning import assert_checked, assert_verified, copy_of
from tests.editions import AKIMAT, CITY, EDITION, EDITIONS_DIR

pytestmark = pytest.mark.untraced

WEDNESDAY, NEXT_MONDAY = MONDAY + timedelta(days=2), MONDAY + timedelta(days=7)
DUE = date(2026, 12, 14)  # the twentieth day, 13 December, is a Sunday
MOVED = date(2026, 12, 18)  # it stood still for five days
REFUSED_BY = date(2026, 11, 30)  # five working days
ANSWERED_BY = date(2026, 12, 9)  # seven working days
PETITION = "hodataystvo"  # with which its name begins
WITHIN = {"edition": EDITION, "editions_dir": EDITIONS_DIR}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_service(tmp_path: Path, language: str) -> None:
    """A card with a pause before it; a refusal and a complaint about it; figures; receipts that stay authentic."""
    async with town(tmp_path, language) as here:
        await the_bot_introduces_itself(here)
        first, second = await here.petitioned(), await here.petitioned(FOREIGN)
        assert (first.number, second.number) == ("72-21/2026-1", "72-21/2026-2")
        await petitions_say_what_was_asked(first, second)
        await documents_are_handed_in(here, first, second)
        here.office.clock.set(WEDNESDAY)
        await the_term_stands_still(here, first)
        here.office.clock.set(NEXT_MONDAY)
        await the_card_is_handed_over(here, first)
        await it_is_refused(here, second)
        await a_complaint_is_answered(here, second)
        await the_figures_count(here)
        third = await here.petitioned(places=WHOLE)
        await it_is_refused_on_substance(here, third)
        await assert_checked(here.office, first, language)
        made = [(each.number, each.chat) for each in (first, second, third)]
        copies = [(number, copy_of(chat, PETITION), qr_text_of(chat, PETITION)) for number, chat in made]
    for number, copy, code in copies:
        await assert_verified(tmp_path, WITHIN, number, copy, code)


async def the_bot_introduces_itself(here: Town) -> None:
    """Telegram shows what this law is about before anybody writes."""
    driven, said = here.office.driven, here.texts.plain("bot-description")
    calls = driven.world.journal.calls
    await eventually("description", lambda: any(each.parameters.get("description") == said for each in list(calls)))


async def petitions_say_what_was_asked(first: Applicant, second: Applicant) -> None:
    """Days in figures, choices as papers call them, and a line of handwriting for what was not asked."""
    own, foreign = (words_of(each.chat, PETITION).splitlines() for each in (first, second))
    assert f"Проповедник: {TYPED['preacher_name']}, гражданин Республики Казахстан" in own
    assert f"Проповедник: {TYPED['preacher_name']}, иностранец" in foreign
    for line in ("Первый день: 05.03.2027", "Последний день: 05.03.2028", "Где: Желтауский край: г. Акшатыр"):
        assert line in own
    assert ("Число помощников: 2" in foreign, "Число помощников: " in own) == (True, True)
    assert "Удостоверение личности: № N7654321 от 07.04.2021, выдано: вымышленное ведомство" in own


async def documents_are_handed_in(here: Town, first: Applicant, second: Applicant) -> None:
    """All of one person, in calendar days; of the other a part, which starts the term of a refusal."""
    officer, texts = here.person(OFFICER), here.texts
    assert texts.plain("handover-row", item=texts("item-helper_papers"), count=3) in "\n".join(second.told())
    for item in ("stay_permit", "helper_papers", "attorney_power"):
        assert texts.plain(f"item-{item}") not in "\n".join(first.told())
    for who in (first, second):
        await officer.does(who, "work-take-button")
    await officer.receives(first)
    assert long_date(DUE, texts) in first.told()[-1]
    await officer.receives(second, "signed_petition", "stay_permit")
    assert texts.plain("case-return-term", date=long_date(REFUSED_BY, texts)) in second.told()[-1]


async def the_term_stands_still(here: Town, who: Applicant) -> None:
    """An inquiry abroad: no last day while it stands."""
    await here.person(HEAD).stops_the_term(who)
    assert here.texts.plain("pause-answer_from_abroad") in who.told()[-1]
    assert here.office.driven.rows("SELECT due FROM terms WHERE case_id = ?", who.case_id) == [("9999-12-31",)]


async def the_card_is_handed_over(here: Town, who: Applicant) -> None:
    """After the pause, with a correction; then it stands in the journal, and two questions are asked."""
    officer, texts, office = here.person(OFFICER), here.texts, here.office
    await officer.lets_the_term_go_on(who)
    assert long_date(MOVED, texts) in who.told()[-1]
    await officer.approves(who, community="община «Корабль»")
    card = words_of(officer.chat, "kartochka-1-2026.docx").splitlines()
    for line in (
        *("Номер карточки: 1/2026", "Выдана: 30.11.2026", "Место выдачи: Акшатыр", TYPED["preacher_name"]),
        *("Край или округ канцелярии: г. Акшатыра", "От имени общины: община «Корабль»", "Действует по 05.03.2028"),
    ):
        assert line in card, line
    await officer.makes_ready(who)
    await officer.issues(who, "удостоверение № 1")
    assert office.state(who) == "issued"
    assert office.driven.rows("SELECT edition, due, done FROM terms WHERE case_id = ?", who.case_id) == [
        (EDITION, str(MOVED), str(NEXT_MONDAY.date()))
    ]
    await officer.says("/export 01.11.2026 31.12.2026")
    (export,) = (content for name, content in files_of(officer.chat).items() if name.endswith(".csv"))
    assert "72-21/2026-1" in export.decode("utf-8-sig")
    journal = (await officer.says("/journal")).text
    assert full_date(NEXT_MONDAY.date(), texts) in journal
    assert TYPED["preacher_name"] in journal
    for topic in ("information", "politeness"):
        assert texts.plain(f"svy-ask-{topic}") in newest(who).text
        await who.chat.tap("svy-yes-button")
    assert newest(who).text == texts.plain("svy-thanks")


async def it_is_refused(here: Town, who: Applicant) -> None:
    """For a defect of a document, with a letter in the words of the law."""
    officer = here.person(OFFICER)
    await officer.receives(who)
    await officer.refuses(who, "fee_receipt", "Не хватает 500 тенге.", "sum_too_small")
    assert here.office.state(who) == "refused"
    letter = words_of(who.chat, "otkaz")
    for part in (
        *("пакет документов неполон (статья 7(1) приказа)", "об отказе в выдаче карточки проповедника"),
        *("квитанцию об уплате сбора", "сбор уплачен не полностью", "Не хватает 500 тенге.", "Префектура г. Акшатыра"),
    ):
        assert part in letter, part


async def it_is_refused_on_substance(here: Town, who: Applicant) -> None:
    """Though the package is complete, by the only office of a region without districts, with a letter of its own."""
    assert who.number == "71-30/2026-1"
    assert here.office.driven.rows("SELECT office FROM cases WHERE id = ?", who.case_id) == [(str(CITY),)]
    officer, texts = here.person(ELSEWHERE), here.texts
    await officer.does(who, "work-take-button")
    await officer.receives(who)
    await officer.refuses_on_substance(who, "untrue_particulars", "Такой общины нет.")
    assert here.office.state(who) == "refused"
    assert any(texts.plain("ground-untrue_particulars") in each for each in who.told())
    letter = words_of(who.chat, "otkaz")
    for part in ("сведения в ходатайстве недостоверны", "статья 7(2)", "Такой общины нет.", "Префектура г. Жана-Орды"):
        assert part in letter, part
    assert "неполон" not in letter


async def a_complaint_is_answered(here: Town, who: Applicant) -> None:
    """The prefecture has seven working days for it."""
    clerk, texts = here.person(CLERK), here.texts
    await files(here.office, who, AKIMAT)
    await does(clerk, "accept", "hnd-accepted-button")
    slip = words_of(who.chat, "talon")
    for part in (f"{ANSWERED_BY:%d.%m.%Y}", "Префектура г. Акшатыра", "Оспан Д.", "статья 11"):
        assert part in slip, part
    await does(clerk, "answer", "Разобрались.", "hnd-answered-button")
    assert any("Разобрались." in each for each in who.told())
    assert texts.plain("svy-ask-complaints") in newest(who).text


async def the_figures_count(here: Town) -> None:
    """The rows of this law, with its targets, and no other."""
    head = here.person(HEAD)
    chart = (await head.says("/indicators")).text
    for row, label in (("1", "in-time"), ("2", "politeness"), ("3", "information"), ("4.2", "complaints")):
        assert f"{row}. {here.texts.plain(f'ind-label-{label}')}" in chart
    assert here.texts.plain("ind-label-electronic") not in chart
    await head.taps("ind-docx-button")
    table = words_of(head.chat, "indicators").splitlines()
    assert table[0].startswith("Статья 9приказа о государственной услуге")
    assert table[table.index("1. доля карточек, готовых в срок") :][1:3] == ["100 %", "98 %"]
