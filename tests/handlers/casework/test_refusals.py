"""Refusal at the front door (point 16): because of missing or defective documents, and for no other reason."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio

from dialogs.ui.texts import Texts
from domain.applications.case import Case, CaseState
from domain.applications.outcomes import Refusal
from domain.languages import LANGUAGES, Language
from domain.people import Person
from domain.standard.edition import Standard
from storage.applications import SqlCases
from storage.db.keys import person
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER
from tests.factories.terms import Terms
from tests.factories.units import KINDS, MISSIONARY
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.front_door import Answer, FrontDoor

FAITH = "Вера заявителя нам не нравится."
TELEGRAM_TAKES = 4096  # characters in one message
A_BUTTON_SHOWS = 31  # characters, on a phone; an emoji counts as two


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        yield opened


class Deciding:
    """An officer who has the refusal page open."""

    def __init__(self, door: FrontDoor, texts: Texts) -> None:
        self.door, self.texts = door, texts
        self.answer = Answer()

    async def open(self) -> Answer:
        return await self.say(f"/refuse {NUMBER}")

    async def say(self, text: str) -> Answer:
        self.answer = await self.door.say(OFFICER, text)
        return self.answer

    async def tap(self, text_id: str, item: str = "", defect: str = "") -> Answer:
        values = {"item": self.texts.plain(f"item-{item}-button")} if item else {}
        values |= {"defect": self.texts.plain(f"defect-{defect}-button")} if defect else {}
        self.answer = await press(self.door, OFFICER, self.answer, self.texts.plain(text_id, **values))
        return self.answer

    def offers(self, text_id: str) -> bool:
        return self.texts.plain(text_id) in self.answer.buttons


@pytest.fixture
def deciding(door: FrontDoor, russian: Texts) -> Deciding:
    return Deciding(door, russian)


async def in_review(door: FrontDoor, standard: Standard, subject: str = MISSIONARY) -> Case:
    return await has(door, standard, CaseState.IN_REVIEW, assigned=OFFICER, subject=subject)


async def partly(door: FrontDoor, standard: Standard, *received: str) -> Case:
    return await has(door, standard, CaseState.REGISTERED, assigned=OFFICER, received=dict.fromkeys(received, NOW))


@pytest.mark.standard("16")
async def test_everything_was_received_and_is_in_order(door: FrontDoor, standard: Standard, deciding: Deciding) -> None:
    """Neither the page nor a typed reason leads to a refusal: the list of defects has nothing to do with belief."""
    await in_review(door, standard)
    await deciding.open()
    assert not deciding.offers("work-refused-button")
    await deciding.tap("work-received-mark", "invitation")
    labels = {deciding.texts.plain(f"defect-{each.id}-button") for each in standard.defects_of("invitation")}
    assert len([each for each in deciding.answer.buttons if each.partition(":")[0] in labels]) == len(labels)
    await deciding.say(FAITH)
    assert (await door.case("case1")).prepared == {}
    await deciding.open()
    assert not deciding.offers("work-refused-button")
    assert (await door.case("case1")).state is CaseState.IN_REVIEW


@pytest.mark.standard("16")
@pytest.mark.parametrize(
    "prepared",
    [
        {},
        {"refuse_reason": FAITH},
        {"refuse_items": "invitation", "refuse_reason": FAITH},
        {"refuse_items": "invitation", "refuse_words/invitation": FAITH},
        {"refuse_items": "invitation", "refuse_defect/invitation": "faith", "refuse_words/invitation": FAITH},
        {"refuse_items": "invitation", "refuse_defect/invitation": "expired"},
        {"refuse_items": "invitation", "refuse_defect/invitation": "illegible"},
        {"refuse_items": "identity,invitation", "refuse_defect/identity": "expired"},
        {"refuse_items": "invitation", "refuse_defect/invitation": "other"},
    ],
)
async def test_forged_taps_and_preparations(
    door: FrontDoor, standard: Standard, russian: Texts, prepared: dict[str, str]
) -> None:
    """The final button explains why refusal is impossible and what to do; nothing is refused and nobody is notified."""
    case = await has(door, standard, CaseState.IN_REVIEW, assigned=OFFICER, prepared=prepared)
    answer = await door.tap(OFFICER, tap("refused"))
    assert any(
        answer.texts[0].startswith(russian(f"bad-{each}"))
        for each in ("nothing-ticked", "reason-for-all", "no-ground", "unexplained")
    )
    assert {russian.plain("work-refuse-button"), russian.plain("work-approve-button")} <= answer.buttons.keys()
    assert (answer.notices, answer.files) == ([], [])
    assert await door.case("case1") == case
    assert [str(each.kind) for each in await door.events(case)] == ["filed"]


@pytest.mark.parametrize(
    ("action", "argument"),
    [
        ("refuse-tick", "premises"),
        ("refuse-tick", ""),
        ("refuse-as", "3.faith"),
        ("refuse-as", "3.expired"),
        ("refuse-as", "99.copy"),
        ("refuse-as", "-1.copy"),
        ("refuse-as", ".copy"),
        ("refuse-as", ""),
        ("refuse-words", "invitation"),
        ("refuse-words", ""),
    ],
)
async def test_forged_steps(door: FrontDoor, standard: Standard, action: str, argument: str) -> None:
    """For unneeded items, defects that do not fit, or words about nothing, the bot shows the case unchanged."""
    case = await in_review(door, standard)
    answer = await door.tap(OFFICER, tap(action, argument))
    assert f"Дело № {NUMBER}" in answer.texts[0]
    assert await door.case("case1") == case


@pytest.mark.standard("11", "16")
async def test_what_is_missing(door: FrontDoor, standard: Standard, deciding: Deciding, russian: Texts) -> None:
    """Ticking a missing item is enough for a refusal; the officer may add an explanation; the applicant reads both."""
    await partly(door, standard, "identity")
    await deciding.open()
    await deciding.tap("work-unticked", "invitation")
    assert deciding.offers("work-refused-button")
    await deciding.tap("work-refuse-words-button", "invitation")
    await deciding.say("Вызова <нет>.")
    answer = await deciding.tap("work-refused-button")
    case = await door.case("case1")
    assert case.refusal
    assert (case.state, case.refusal.items, case.refusal.reason) == (CaseState.REFUSED, ("invitation",), "")
    assert answer.files == ["otkaz-2-3-2026-1.docx"]
    missing = russian("shortfall-missing", item=russian("item-invitation"))
    told = answer.notices[0][1].parameters["text"]
    assert told.startswith(f"{russian('told-refused', number=NUMBER)}\n\n{missing}\nВызова &lt;нет&gt;.\n\n")
    assert standard.unit(case.office or next(iter(standard.units))).corrected().address in told
    for page in ("card", "history"):
        shown = (await door.tap(OFFICER, tap(page))).texts[0]
        assert f"{missing}\nВызова &lt;нет&gt;." in shown


@pytest.mark.standard("11", "16")
async def test_what_is_no_good(door: FrontDoor, standard: Standard, deciding: Deciding, russian: Texts) -> None:
    """A refusal names the item with its defect; if that says too little, the bot asks for words and requires them."""
    await in_review(door, standard)
    await deciding.open()
    await deciding.tap("work-received-mark", "invitation")
    await deciding.tap("defect-other-button")
    assert russian("work-ask-refuse-words") in deciding.answer.texts[0]
    await deciding.open()
    assert not deciding.offers("work-refused-button")
    assert russian("work-refuse-unexplained", items=russian("item-invitation-button")) in deciding.answer.texts[0]
    await deciding.tap("work-refuse-words-button", "invitation")
    again = await deciding.say("?!")
    assert again.texts[0].startswith(russian("bad-no-letters"))
    await deciding.say("Это письмо, а не вызов.")
    await deciding.tap("work-received-mark", "identity")
    await deciding.tap("defect-expired-button")
    await deciding.tap("work-defective", "identity")
    await deciding.tap("work-defect-none-button")
    answer = await deciding.tap("work-refused-button")
    case = await door.case("case1")
    assert case.refusal
    assert (case.refusal.defects, case.refusal.items) == ({"invitation": "other"}, ("invitation",))
    wrong = russian("shortfall-defect", item=russian("item-invitation"), defect=russian("defect-other"))
    assert f"{wrong}\nЭто письмо, а не вызов." in answer.notices[0][1].parameters["text"]


@pytest.mark.standard("16")
async def test_what_cannot_be_read(door: FrontDoor, standard: Standard, deciding: Deciding, russian: Texts) -> None:
    """The applicant is asked to bring an unreadable item again before the office may refuse because of it."""
    await in_review(door, standard)
    await deciding.open()
    await deciding.tap("work-received-mark", "invitation")
    await deciding.tap("work-ask-first-button", defect="illegible")
    item = russian("item-invitation-button")
    assert deciding.answer.texts[0].startswith(russian("work-ask-first", item=item))
    assert russian.plain("work-ticked", item=item) in deciding.answer.buttons
    answer = await deciding.tap("work-needed-button")
    assert [told for told, _ in answer.notices] == [APPLICANT]
    await deciding.open()
    await deciding.tap("work-received-mark", "invitation")
    await deciding.tap("defect-illegible-button")
    await deciding.tap("work-refused-button")
    case = await door.case("case1")
    assert case.refusal
    assert case.refusal.defects == {"invitation": "illegible"}
    kinds = [str(each.kind) for each in await door.events(case)]
    assert kinds == ["filed", "needed", "refused"]


async def test_it_comes_while_the_officer_looks(door: FrontDoor, standard: Standard, deciding: Deciding) -> None:
    """If a colleague records the missing item meanwhile, the final button says so and refuses nothing."""
    await partly(door, standard, "identity")
    await deciding.open()
    await deciding.tap("work-unticked", "invitation")
    version = (await door.case("case1")).version
    await door.tap(COLLEAGUE, tap("receive-tick", "invitation", version))
    shown = await door.tap(COLLEAGUE, tap("received", "", version + 1))
    await press(door, COLLEAGUE, shown, deciding.texts.plain("work-recorded-button"))
    answer = await deciding.tap("work-refused-button")
    assert answer.toast == deciding.texts.plain("toast-changed")
    await deciding.open()
    assert not deciding.offers("work-refused-button")
    assert (await door.case("case1")).state is CaseState.REGISTERED


async def test_a_refusal_that_was_prepared_before(
    door: FrontDoor, standard: Standard, deciding: Deciding, russian: Texts
) -> None:
    """Old buttons still work: their one reason explains the first item, and items in order are dropped."""
    prepared = {"refuse_items": "identity,invitation", "refuse_reason": "Нет вызова."}
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER, received={"identity": NOW}, prepared=prepared)
    answer = await door.tap(OFFICER, tap("refused"))
    assert answer.texts[0].startswith(russian("bad-reason-for-all"))
    deciding.answer = await door.tap(OFFICER, tap("refuse-reason"))
    missing = russian("shortfall-missing", item=russian("item-invitation"))
    assert f"{missing}\nНет вызова." in deciding.answer.texts[0]
    await deciding.tap("work-refused-button")
    case = await door.case("case1")
    assert case.refusal
    assert (case.refusal.items, case.refusal.words) == (("invitation",), {"invitation": "Нет вызова."})


async def test_a_reason_that_was_asked_for_before(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """An officer who was about to type the reason can go on: a bad text is asked for again, a good one is shown."""
    prepared = {"refuse_items": "invitation"}
    await has(door, standard, CaseState.REGISTERED, assigned=OFFICER, received={"identity": NOW}, prepared=prepared)
    await door.tap(OFFICER, tap("refuse-words", "invitation"))
    question = {"state": "work", "data": {"case": "case1", "question": "refuse.refuse_reason.0"}}
    cipher = await door.processor.keys.cipher(person(OFFICER))
    sealed = cipher.encrypt_json(question, f"sessions.sealed:{OFFICER}.{OFFICER}")
    async with door.processor.database.transaction() as transaction:
        await transaction.write("UPDATE sessions SET sealed = ?", (sealed,))
    wrong = await door.say(OFFICER, "?!")
    assert wrong.texts[0].startswith(russian("bad-no-letters"))
    right = await door.say(OFFICER, "Нет вызова.")
    missing = russian("shortfall-missing", item=russian("item-invitation"))
    assert f"{missing}\nНет вызова." in right.texts[0]


async def test_a_refusal_of_old_reads_as_it_was(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The card and the letter show its items and the one reason for all of them."""
    case = await has(door, standard, CaseState.REFUSED)
    assert case.refusal
    text = (await door.tap(OFFICER, tap("card"))).texts[0]
    assert "Нет вызова." in text
    assert russian.plain("item-invitation-button") in text
    assert (await door.tap(OFFICER, tap("papers"))).files[1] == "otkaz-2-3-2026-1.docx"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", KINDS)
async def test_what_telegram_takes(door: FrontDoor, standard: Standard, subject: str, language: str) -> None:
    """The longest pages fit into one message, and a phone cuts off no button's label."""
    texts = door.processor.wording.library.texts(language)
    await door.put(*(Person(each, Language(language)) for each in (OFFICER, APPLICANT)))
    case = await in_review(door, standard, subject)
    first = {item: standard.defects_of(item)[0].id for item in case.received}
    prepared = {"refuse_items": ",".join(first)}
    for item, defect in first.items():
        prepared |= {f"refuse_defect/{item}": defect, f"refuse_words/{item}": "я" * 1000}
    async with door.processor.database.transaction() as transaction:
        await SqlCases(transaction, door.processor.keys).save(replace(case, prepared=prepared))
    pages = [await door.say(OFFICER, f"/refuse {NUMBER}")]
    pages += [await door.tap(OFFICER, tap("refuse-tick", item, 1)) for item in first]
    for page in pages:
        assert max(map(len, page.buttons)) <= A_BUTTON_SHOWS, page.buttons
    refused = await door.tap(OFFICER, tap("refused", "", 1))
    pages += [refused, *[await door.tap(OFFICER, tap(each)) for each in ("card", "history")]]
    told = [str(each.parameters.get("text", "")) for _, each in refused.notices]
    assert told[0].startswith(texts("told-refused", number=NUMBER))
    assert max(len(each) for each in [*told, *(page.texts[0] for page in pages)]) <= TELEGRAM_TAKES


async def test_a_late_one_is_late(door: FrontDoor, terms: Terms, russian: Texts) -> None:
    """The page says beforehand that the decision is late, and the applicant hears it afterwards."""
    prepared = {"refuse_items": "invitation"}
    last = date(2026, 11, 17)
    received = {"identity": terms.started("refusal", last)}
    await has(door, terms.standard, CaseState.REGISTERED, received=received, prepared=prepared)
    answer = await door.tap(HEAD, tap("refused"))
    case = await door.case("case1")
    assert isinstance(case.refusal, Refusal)
    assert case.refusal.due == last
    assert russian("told-refused-late", date="17 ноября 2026 года") in answer.notices[0][1].parameters["text"]
