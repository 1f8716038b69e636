"""Refusing to accept an incomplete package, under an edition that lets an office do so, and under that of 2011."""

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
from dialogs.ui.dates import full_date
from dialogs.ui.texts import Texts
from documents.factory import DocumentFactory
from documents.receipts.signing import Signer
from domain.applications.case import CaseState
from domain.applications.outcomes import Shortfall
from domain.calendar import KAZAKHSTAN
from domain.languages import LANGUAGES, Language
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from tests.documents.reading import every_word
from tests.factories.editions import add_acceptance, refuse_for_no_documents
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR
from tests.factories.terms import ONE_DAY, Terms
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.casework.test_decrees import due, late_by, morning
from tests.handlers.casework.test_kept_terms import changed
from tests.handlers.front_door import Answer, FrontDoor

WORDS = "Это письмо, а не <вызов>."
ACTIONS = ("not-accept", "short", "short-as", "short-words", "not-accepted")


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path / "data") as opened:
        await opened.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest.fixture(params=[True, False], ids=["and-refuses", "refuses-for-no-documents"])
def law(tmp_path: Path, request: pytest.FixtureRequest) -> Resources:
    """An edition that lets a package be refused acceptance, and still refuses for documents, or does not."""
    return changed(tmp_path / "law", add_acceptance(), *(() if request.param else (refuse_for_no_documents(),)))


@pytest_asyncio.fixture
async def case(door: FrontDoor, law: Resources, standard: Standard) -> None:
    """A registered case under that law, with the officer who handles it; nothing was handed over."""
    door.serve(law)
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)


async def page(door: FrontDoor, texts: Texts, actor: int = OFFICER) -> Answer:
    card = await door.tap(actor, tap("card"))
    return await press(door, actor, card, texts.plain("work-refuse-to-accept-button"))


async def looked(door: FrontDoor, texts: Texts, item: str, finding: str) -> Answer:
    """The page after something was found wrong with an item."""
    name = texts.plain(f"item-{item}-button")
    opened = await press(door, OFFICER, await page(door, texts), texts.plain("work-unticked", item=name))
    return await press(door, OFFICER, opened, texts.plain(finding))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("case")
async def test_not_accepted(door: FrontDoor, law: Resources, russian: Texts, language: Language) -> None:
    """What is missing or no good is named, told in the applicant's language, printed and kept; no term runs or ends."""
    await door.put(Person(APPLICANT, language).consenting(NOTICE_VERSION, NOW))
    theirs = law.texts(language)
    opened = await page(door, russian)
    assert russian("work-not-accept", number=NUMBER, cites=russian.cited("11")) in opened.texts[0]
    assert russian.plain("work-not-accepted-button") not in opened.buttons
    await looked(door, russian, "identity", "work-missing-button")
    asked = await looked(door, russian, "invitation", "defect-other-button")
    assert russian("work-ask-refuse-words") in asked.texts[0]
    opened = await page(door, russian)
    assert russian.plain("work-not-accepted-button") not in opened.buttons
    name = russian.plain("item-invitation-button")
    await press(door, OFFICER, opened, russian.plain("work-refuse-words-button", item=name))
    assert (await door.say(OFFICER, "?!")).texts[0].startswith(russian("bad-no-letters"))
    shown = await door.say(OFFICER, WORDS)
    assert russian("work-not-accept-told") in shown.texts[0]
    answer = await press(door, OFFICER, shown, russian.plain("work-not-accepted-button"))

    case = await door.case("case1")
    found = (Shortfall("invitation", "other", WORDS), Shortfall("identity"))
    assert case.not_accepted
    assert (case.state, case.prepared, case.refusal) == (CaseState.NOT_ACCEPTED, {}, None)
    assert (case.not_accepted.shortfalls, case.received, case.terms) == (found, {}, {})
    assert await due(door) == []
    assert answer.files == ["ne-prinyato-2-3-2026-1.docx"]
    assert answer.toast == russian.plain("toast-not-accepted")
    assert [user for user, _ in answer.notices] == [APPLICANT] * 2
    told = str(answer.notices[0][1].parameters["text"])
    assert told.startswith(theirs("told-not-accepted", number=NUMBER, cites=theirs.cited("11")))
    assert theirs("shortfall-missing", item=theirs("item-identity")) in told
    assert "не &lt;вызов&gt;" in told
    missing = russian("shortfall-missing", item=russian("item-identity"))
    for shown_page in ("card", "history"):
        assert missing in (await door.tap(OFFICER, tap(shown_page))).texts[0]
    assert (await door.tap(OFFICER, tap("papers"))).files[1:] == ["ne-prinyato-2-3-2026-1.docx"]
    opened = await door.tap(APPLICANT, ApplicationCallback("open", "case1.", "").pack())
    assert theirs("state-not-accepted", filed=full_date(NOW.date(), theirs)) in opened.texts[0]
    assert theirs.plain("case-withdraw-button") not in opened.buttons
    events = await door.events(case)
    assert [str(each.kind) for each in events] == ["filed", "not-accepted"]
    assert events[-1].details["items"] == "invitation,identity"
    queue = await door.say(OFFICER, "/queue")
    assert NUMBER not in queue.texts[0]


@pytest.mark.usefixtures("case")
async def test_applied_again(door: FrontDoor, russian: Texts) -> None:
    """The answers are kept, and nothing said of documents; a second tap opens the same draft."""
    await looked(door, russian, "identity", "work-missing-button")
    answer = await press(door, OFFICER, await page(door, russian), russian.plain("work-not-accepted-button"))
    markup = answer.notices[0][1].parameters["reply_markup"]["inline_keyboard"]
    (again,) = [each["callback_data"] for row in markup for each in row if each["text"] == russian("case-again-button")]
    before = await door.case("case1")
    for _ in range(2):
        await door.tap(APPLICANT, again)
        ((made,),) = await door.rows("SELECT id FROM cases WHERE state = 'draft'")
        draft = await door.case(made)
        assert (draft.answers, draft.office, draft.materials) == (before.answers, before.office, before.materials)
        assert draft.declared == {}
    assert await door.case("case1") == before


@pytest.mark.usefixtures("case")
async def test_the_letter(door: FrontDoor, law: Resources, russian: Texts) -> None:
    """It says by which rule the documents were not accepted, what is missing and what is no good."""
    await looked(door, russian, "invitation", "work-missing-button")
    await looked(door, russian, "identity", "defect-expired-button")
    await press(door, OFFICER, await page(door, russian), russian.plain("work-not-accepted-button"))
    papers = DocumentFactory(paper_library(law), Signer(Ed25519PrivateKey.generate()), "tirkeu_bot")
    letter = papers.refusal_letter(await door.case("case1"))
    rows = every_word(letter.content).replace("\u00a0", " ").splitlines()
    assert "об отказе принять документы для выдачи свидетельства" in rows
    at = rows.index("Чего нет или что не годится (документы названы словами стандарта):")
    assert rows[at - 2 : at] == ["Принято раньше:", "—"]
    assert rows[at + 1].startswith("1. не сдано: «вызов")
    assert rows[at + 2].startswith("2. не годится: «")
    assert "не приняты (пункт 11 стандарта): пакет не полон." in "".join(rows)


@pytest.mark.usefixtures("case")
async def test_who_may(door: FrontDoor, russian: Texts) -> None:
    """Whoever decides the case, while it is registered; what one names is theirs alone."""
    label = russian.plain("work-refuse-to-accept-button")
    for actor in (OFFICER, COLLEAGUE, REGISTRAR, HEAD):
        assert (label in (await door.tap(actor, tap("card"))).buttons) is (actor in {OFFICER, HEAD})
    shown = await looked(door, russian, "identity", "work-missing-button")
    version = (await door.case("case1")).version
    for actor in (COLLEAGUE, REGISTRAR, APPLICANT):
        assert (await door.tap(actor, tap("not-accepted", "", version))).texts == [russian("work-denied")]
    assert russian("bad-nothing-ticked") in (await door.tap(HEAD, tap("not-accepted", "", version))).texts[0]
    await press(door, OFFICER, shown, russian.plain("work-not-accepted-button"))
    again = await press(door, OFFICER, shown, russian.plain("work-not-accepted-button"))
    assert (again.toast, again.notices) == (russian.plain("toast-changed"), [])


@pytest.mark.usefixtures("case")
async def test_what_does_not_fit(door: FrontDoor, russian: Texts) -> None:
    """Other items, other defects, or words about nothing change nothing; a finding can be taken back."""
    for action, argument in (
        ("short", "premises"),
        ("short-as", "0.faith"),
        ("short-as", "99.missing"),
        ("short-as", ""),
        ("short-words", "identity"),
    ):
        await door.tap(OFFICER, tap(action, argument, 0))
        assert (await door.case("case1")).drafts.lines(OFFICER) == {}, (action, argument)
    await looked(door, russian, "identity", "work-missing-button")
    name = russian.plain("item-identity-button")
    opened = await press(door, OFFICER, await page(door, russian), russian.plain("work-defective", item=name))
    shown = await press(door, OFFICER, opened, russian.plain("work-defect-none-button"))
    assert russian.plain("work-not-accepted-button") not in shown.buttons


async def test_after_a_part_was_received(
    door: FrontDoor, law: Resources, terms: Terms, standard: Standard, russian: Texts
) -> None:
    """What was received is not missing; the term of a refusal, if there is one, ends unmissed with it."""
    door.serve(law)
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    name = russian.plain("item-identity-button")
    shown = await door.say(OFFICER, f"/receive {NUMBER}")
    shown = await press(door, OFFICER, shown, russian.plain("work-unticked", item=name))
    shown = await press(door, OFFICER, shown, russian.plain("work-received-button"))
    await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    refuses = "refusal" in law.standard.timings
    assert set((await door.case("case1")).terms) == ({"refusal"} if refuses else set())
    opened = await press(door, OFFICER, await page(door, russian), russian.plain("work-unticked", item=name))
    assert russian.plain("work-missing-button") not in opened.buttons
    shown = await looked(door, russian, "invitation", "work-missing-button")
    await press(door, OFFICER, shown, russian.plain("work-not-accepted-button"))
    assert await due(door) == []
    day = terms.after(terms.last("refusal", NOW.date()), 1)
    door.processor.clock = lambda: datetime.combine(day, time(10), KAZAKHSTAN)
    assert await morning(door, day) == ([], [])
    assert await late_by(door, day + ONE_DAY) == 0


async def test_no_refusal_for_documents(door: FrontDoor, standard: Standard, russian: Texts, tmp_path: Path) -> None:
    """Where the edition names no such ground, no button, command or forged tap refuses for documents."""
    door.serve(changed(tmp_path / "law", add_acceptance(), refuse_for_no_documents()))
    prepared = {"refuse_items": "invitation"}
    case = await has(
        door, standard, CaseState.REGISTERED, assigned=OFFICER, received={"identity": NOW}, prepared=prepared
    )
    assert russian.plain("work-refuse-button") not in (await door.tap(OFFICER, tap("card"))).buttons
    assert russian("bad-no-refusal-for-documents") in (await door.say(OFFICER, f"/refuse {NUMBER}")).texts[0]
    for action in ("refuse", "refuse-tick", "refuse-as", "refused"):
        answer = await door.tap(OFFICER, tap(action, "invitation"))
        assert russian("bad-no-refusal-for-documents") in answer.texts[0], action
        assert answer.notices == []
    assert await door.case("case1") == case


@pytest.mark.parametrize("prepared", [{}, {"refuse_items": "identity"}])
async def test_the_standard_of_2011_accepts_whatever_is_brought(
    door: FrontDoor, standard: Standard, russian: Texts, prepared: dict[str, str]
) -> None:
    """There is no button and no command, and no forged or replayed tap refuses to accept."""
    case = await has(door, standard, CaseState.REGISTERED, assigned=OFFICER, prepared=prepared)
    for actor in (OFFICER, HEAD):
        assert russian.plain("work-refuse-to-accept-button") not in (await door.tap(actor, tap("card"))).buttons
        for action in ACTIONS:
            for argument in ("", "identity", "5.missing"):
                answer = await door.tap(actor, tap(action, argument))
                assert russian("bad-must-be-accepted") in answer.texts[0], (action, argument)
                assert answer.notices == []
    await door.say(OFFICER, f"/refuse-to-accept {NUMBER}")
    assert await door.case("case1") == case
    await door.tap(APPLICANT, "app:again:case1.:0")
    assert await door.rows("SELECT id FROM cases WHERE state = 'draft'") == []


async def test_under_another_edition(door: FrontDoor, standard: Standard, russian: Texts, tmp_path: Path) -> None:
    """A page of a time when the edition had the rule does nothing once it has it no more."""
    own = door.processor.containers.options.library
    door.serve(changed(tmp_path / "law", add_acceptance()))
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER)
    shown = await looked(door, russian, "identity", "work-missing-button")
    door.serve(own)
    answer = await press(door, OFFICER, shown, russian.plain("work-not-accepted-button"))
    assert russian("bad-must-be-accepted") in answer.texts[0]
    assert (await door.case("case1")).state is CaseState.REGISTERED
