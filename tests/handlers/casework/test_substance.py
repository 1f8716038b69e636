"""Refusing on substance, under an edition that names grounds for it, and under one that names none."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, time
from pathlib import Path

import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.data_folder import paper_library
from bot.resources import Resources
from dialogs.ui.callback_data import ApplicationCallback
from dialogs.ui.dates import full_date, long_date
from dialogs.ui.texts import Texts
from documents.factory import DocumentFactory
from documents.receipts.signing import Signer
from domain.applications.case import CaseState
from domain.calendar import KAZAKHSTAN
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from tests.documents.reading import every_word
from tests.factories.editions import add_ground, add_pause
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR
from tests.factories.terms import ONE_DAY, Terms
from tests.factories.units import EDITION
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.casework.test_decrees import due, late_by
from tests.handlers.casework.test_kept_terms import changed, hand_over
from tests.handlers.front_door import Answer, FrontDoor

CONCLUSION = {
    "ru": "отрицательное заключение экспертизы",
    "kk": "сараптаманың теріс қорытындысы",
    "en": "a negative conclusion of the examination",
}
THREAT = {"ru": "угроза общественному порядку", "kk": "қоғамдық тәртіпке қатер", "en": "a threat to public order"}
WHY = "Письмо <прокурора> № 7 от 2 ноября 2026 года."
SHOWN = "Письмо &lt;прокурора&gt; № 7 от 2 ноября 2026 года."
ACTIONS = ("substance", "ground", "ground-words", "refused-on")


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture
def law(tmp_path: Path) -> Resources:
    """The standard with two grounds on substance, of which one must be explained."""
    grounds = (add_ground("conclusion", CONCLUSION), add_ground("threat", THREAT, explain=True))
    return changed(tmp_path / "law", *grounds, add_pause("examination", "decision", names=CONCLUSION))


@pytest_asyncio.fixture
async def case(door: FrontDoor, law: Resources, standard: Standard, russian: Texts) -> None:
    """A case in review under that law, with the officer who handles it."""
    door.serve(law)
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    await hand_over(door, russian, NUMBER)


async def card(door: FrontDoor, actor: int = OFFICER) -> Answer:
    return await door.tap(actor, tap("card"))


async def page(door: FrontDoor, texts: Texts, actor: int = OFFICER) -> Answer:
    return await press(door, actor, await card(door, actor), texts.plain("work-refuse-on-substance-button"))


async def named(door: FrontDoor, texts: Texts, ground: str) -> Answer:
    """The page after a ground was tapped."""
    return await press(door, OFFICER, await page(door, texts), texts.plain("work-unticked", item=ground))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("case")
async def test_refused_though_the_package_is_complete(
    door: FrontDoor, law: Resources, terms: Terms, russian: Texts, language: Language
) -> None:
    """Ground and explanation are asked for, shown, told in the applicant's language, printed and kept."""
    await door.put(Person(APPLICANT, language).consenting(NOTICE_VERSION, NOW))
    theirs, last = law.texts(language), terms.last("decision", NOW.date())
    opened = await page(door, russian)
    assert russian("work-substance-term", date=long_date(last, russian)) in opened.texts[0]
    assert russian.plain("work-refused-button") not in opened.buttons
    asked = await press(door, OFFICER, opened, russian.plain("work-unticked", item=THREAT["ru"]))
    assert russian("work-ask-ground-words") in asked.texts[0]
    opened = await page(door, russian)
    assert russian("work-ground-unexplained") in opened.texts[0]
    assert russian.plain("work-refused-button") not in opened.buttons
    version = (await door.case("case1")).version
    forged = await door.tap(OFFICER, tap("refused-on", "", version))
    assert russian("bad-unexplained-ground") in forged.texts[0]
    await press(door, OFFICER, await page(door, russian), russian.plain("work-ground-words-button"))
    again = await door.say(OFFICER, "?!")
    assert again.texts[0].startswith(russian("bad-no-letters"))
    shown = await door.say(OFFICER, WHY)
    assert f"{THREAT['ru']} (пункт 7).\n{SHOWN}" in shown.texts[0].replace("\u00a0", " ")
    answer = await press(door, OFFICER, shown, russian.plain("work-refused-button"))

    case = await door.case("case1")
    assert case.refusal
    assert (case.state, case.prepared) == (CaseState.REFUSED, {})
    assert (case.refusal.ground, case.refusal.explanation, case.refusal.items) == ("threat", WHY, ())
    assert (case.refusal.due, case.refusal.late) == (last, False)
    assert await due(door) == [(last.isoformat(), NOW.date().isoformat())]
    assert [user for user, _ in answer.notices] == [APPLICANT] * 3
    told = str(answer.notices[0][1].parameters["text"])
    assert told.startswith(theirs("told-refused-on-substance", number=NUMBER))
    assert f"{theirs('told-ground', ground=THREAT[language], cites=theirs.cited('7'))}\n{SHOWN}" in told
    assert answer.files == ["otkaz-2-3-2026-1.docx"]
    for shown_page in ("card", "history"):
        assert f"{THREAT['ru']}\n{SHOWN}" in (await door.tap(OFFICER, tap(shown_page))).texts[0]
    opened = await door.tap(APPLICANT, ApplicationCallback("open", "case1.", "").pack())
    assert theirs("state-refused-on-substance", filed=full_date(NOW.date(), theirs)) in opened.texts[0]
    history = await door.tap(APPLICANT, opened.buttons[theirs.plain("case-history-button")])
    assert theirs("event-ground", ground=THREAT[language]) in history.texts[0]
    events = await door.events(case)
    assert events[-1].details == {"ground": "threat", "words": WHY}


@pytest.mark.usefixtures("case")
async def test_the_letter(door: FrontDoor, law: Resources, russian: Texts) -> None:
    """It names what was handed over, the ground with its citation, the explanation, and what can be done."""
    await named(door, russian, THREAT["ru"])
    shown = await door.say(OFFICER, WHY)
    await press(door, OFFICER, shown, russian.plain("work-refused-button"))
    papers = DocumentFactory(paper_library(law), Signer(Ed25519PrivateKey.generate()), "tirkeu_bot")
    letter = papers.refusal_letter(await door.case("case1"))
    rows = every_word(letter.content).replace("\u00a0", " ").splitlines()
    at = rows.index("Основание отказа (словами стандарта):")
    assert rows[at + 1 : at + 3] == ["«угроза общественному порядку» (пункт 7).", WHY]
    assert "не полон" not in "".join(rows)
    assert rows[at + 4].startswith("1. Если этого основания больше нет, подайте новое заявление.")


@pytest.mark.usefixtures("case")
async def test_one_that_needs_no_explanation(door: FrontDoor, russian: Texts) -> None:
    """It can be refused on at once, or explained; another tap takes it back, another ground drops the explanation."""
    shown = await named(door, russian, CONCLUSION["ru"])
    assert russian.plain("work-refused-button") in shown.buttons
    await press(door, OFFICER, shown, russian.plain("work-ground-words-button"))
    await door.say(OFFICER, WHY)
    assert (await door.case("case1")).seen_by(OFFICER).prepared["ground_words"] == WHY
    await press(door, OFFICER, await page(door, russian), russian.plain("work-unticked", item=THREAT["ru"]))
    case = await door.case("case1")
    assert case.seen_by(OFFICER).prepared == {"refuse_ground": "threat"}
    shown = await press(door, OFFICER, await page(door, russian), russian.plain("work-ticked", item=THREAT["ru"]))
    assert russian.plain("work-ground-words-button") not in shown.buttons
    version = (await door.case("case1")).version
    for action in ("refused-on", "ground-words"):
        assert russian("bad-nothing-ticked") in (await door.tap(OFFICER, tap(action, "", version))).texts[0]
    assert (await door.case("case1")).seen_by(OFFICER).prepared == {}


@pytest.mark.usefixtures("case")
async def test_who_may(door: FrontDoor, russian: Texts) -> None:
    """Whoever decides the case; what one prepares is theirs alone; nothing while the term stands still."""
    label = russian.plain("work-refuse-on-substance-button")
    for actor in (OFFICER, COLLEAGUE, REGISTRAR, HEAD):
        assert (label in (await card(door, actor)).buttons) is (actor in {OFFICER, HEAD})
    shown = await named(door, russian, CONCLUSION["ru"])
    version = (await door.case("case1")).version
    for actor in (COLLEAGUE, REGISTRAR, APPLICANT):
        assert (await door.tap(actor, tap("refused-on", "", version))).texts == [russian("work-denied")]
    theirs = await page(door, russian, HEAD)
    assert russian.plain("work-ticked", item=CONCLUSION["ru"]) not in theirs.buttons
    forged = await door.tap(HEAD, tap("refused-on", "", version))
    assert russian("bad-nothing-ticked") in forged.texts[0]
    stopped = await press(door, HEAD, await card(door, HEAD), russian.plain("work-pause-button"))
    await press(door, HEAD, stopped, russian.plain("work-paused-button"))
    assert label not in (await card(door)).buttons
    assert (await press(door, OFFICER, shown, russian.plain("work-refused-button"))).toast == russian.plain(
        "toast-changed"
    )
    assert (await door.case("case1")).state is CaseState.IN_REVIEW


@pytest.mark.usefixtures("case")
async def test_a_second_tap(door: FrontDoor, russian: Texts) -> None:
    """It refuses once and tells once."""
    shown = await named(door, russian, CONCLUSION["ru"])
    await press(door, OFFICER, shown, russian.plain("work-refused-button"))
    again = await press(door, OFFICER, shown, russian.plain("work-refused-button"))
    assert (again.toast, again.notices) == (russian.plain("toast-changed"), [])
    assert [str(each.kind) for each in await door.events(await door.case("case1"))].count("refused") == 1


@pytest.mark.usefixtures("case")
async def test_late(door: FrontDoor, terms: Terms, russian: Texts) -> None:
    """Within the term of the result it is in time, also after that of a refusal; after it, it is late and says so."""
    last = terms.last("decision", NOW.date())
    assert terms.last("refusal", NOW.date()) < last
    shown = await named(door, russian, CONCLUSION["ru"])
    door.processor.clock = lambda: datetime.combine(last + ONE_DAY, time(10), KAZAKHSTAN)
    opened = await page(door, russian)
    assert russian("work-substance-late", date=long_date(last, russian)) in opened.texts[0]
    answer = await press(door, OFFICER, shown, russian.plain("work-refused-button"))
    told = str(answer.notices[0][1].parameters["text"])
    assert russian("told-refused-on-substance-late", date=full_date(last, russian)) in told
    assert await late_by(door, last + ONE_DAY) == 1
    events = await door.events(await door.case("case1"))
    assert events[-1].details == {"ground": "conclusion", "late": last.isoformat()}


@pytest.mark.usefixtures("case")
async def test_on_the_last_day(door: FrontDoor, terms: Terms, russian: Texts) -> None:
    """The term of the result counts, not that of a refusal for documents."""
    last = terms.last("decision", NOW.date())
    door.processor.clock = lambda: datetime.combine(last, time(10), KAZAKHSTAN)
    shown = await named(door, russian, CONCLUSION["ru"])
    await press(door, OFFICER, shown, russian.plain("work-refused-button"))
    refusal = (await door.case("case1")).refusal
    assert refusal
    assert (refusal.due, refusal.late) == (last, False)
    assert await late_by(door, last + ONE_DAY) == 0


@pytest.mark.standard("16")
@pytest.mark.parametrize("prepared", [{}, {"refuse_ground": "threat", "ground_words": WHY}])
async def test_the_standard_of_2011_knows_no_such_ground(
    door: FrontDoor, standard: Standard, russian: Texts, prepared: dict[str, str]
) -> None:
    """There is no button and no command; neither a forged tap nor one of another edition refuses on substance."""
    case = await has(door, standard, CaseState.IN_REVIEW, assigned=OFFICER, prepared=prepared)
    for actor in (OFFICER, HEAD):
        assert russian.plain("work-refuse-on-substance-button") not in (await card(door, actor)).buttons
        for action in ACTIONS:
            for argument in ("", "threat", "incomplete-package"):
                forged = await door.tap(actor, tap(action, argument, case.version))
                assert russian("bad-no-ground-on-substance") in forged.texts[0], (action, argument)
                assert forged.notices == []
    for command in ("/refuse-on-substance", "/refuse_on_substance", "/substance"):
        answer = await door.say(OFFICER, f"{command} {NUMBER}")
        assert russian.plain("work-refused-button") not in answer.buttons
    assert await door.case("case1") == case
    assert "refused" not in [str(each.kind) for each in await door.events(case)]


async def test_a_button_that_is_replayed_under_another_edition(
    door: FrontDoor, law: Resources, standard: Standard, russian: Texts
) -> None:
    """A page of a time when the edition had the ground refuses nothing once it has it no more."""
    own = door.processor.containers.options.library
    door.serve(law)
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    await hand_over(door, russian, NUMBER)
    shown = await named(door, russian, CONCLUSION["ru"])
    door.serve(own)
    answer = await press(door, OFFICER, shown, russian.plain("work-refused-button"))
    assert russian("bad-no-ground-on-substance") in answer.texts[0]
    assert ((await door.case("case1")).state, EDITION) == (CaseState.IN_REVIEW, "2011-20")
