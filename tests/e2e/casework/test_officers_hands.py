"""Who has a case: taken, given back, taken over, reassigned; officers who leave, and roles with other rights."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.staff import release_officer
from domain.casework.reassignment import Reassignment, Sharing
from tests.e2e.drivers.bureau import COLLEAGUE, ELSEWHERE, OFFICER, Bureau, bureau
from tests.e2e.drivers.working import Applicant, AtWork, newest
from tests.factories.folders import settings_of
from tests.factories.units import GROUP, MISSIONARY

pytestmark = pytest.mark.untraced

MISSING = "zzzzzzzzzzzzzzzz"  # not the id of any case
TO_QUEUE = Reassignment(Sharing.QUEUE)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, MISSIONARY, GROUP) as opened:
        yield opened


def forged(office: Bureau, applicant: Applicant, action: str, argument: str = "") -> str:
    """Returns the data of a button for the case in its current version."""
    return f"work:{action}:{applicant.case_id}.{argument}:{office.row(applicant)[1]}"


async def heaps(person: AtWork) -> list[str]:
    """Returns the labels that count one's own, the free and all cases."""
    labels = (await person.says("/queue")).labels
    return [label for label in labels if label.startswith(("Мои", "Свободные", "Все:"))]


async def test_taken_and_given_back(office: Bureau) -> None:
    """The queue counts the case as mine, then as free; whoever gives back a colleague's case notifies them."""
    officer, colleague, applicant = office.officer, office.person(COLLEAGUE), await office.filed()
    assert await heaps(officer) == ["Мои: 0", "Свободные: 1", "Все: 1"]
    await officer.does(applicant, "work-take-button")
    assert await heaps(officer) == ["Мои: 1", "Свободные: 0", "Все: 1"]
    assert await heaps(colleague) == ["Мои: 0", "Свободные: 0", "Все: 1"]
    before = len(officer.told())
    card = await colleague.does(applicant, "work-release-button")
    assert colleague.word("work-unassigned") in card.text
    assert officer.told()[before:] == [officer.word("told-released", number=applicant.number, name="Ким В.")]
    assert await heaps(colleague) == ["Мои: 0", "Свободные: 1", "Все: 1"]


async def test_taken_over(office: Bureau) -> None:
    """A colleague takes over the case; the previous officer is notified and can no longer decide it."""
    officer, colleague, applicant = office.officer, office.person(COLLEAGUE), await office.in_review()
    approving = await officer.does(applicant, "work-approve-button")
    approve = approving.data(officer.word("work-approved-button"))
    await colleague.does(applicant, "work-take-button")
    assert newest(officer).text == officer.word("told-taken", number=applicant.number, name="Ким В.")
    stale = await officer.presses(approve)
    assert officer.word("work-changed") in stale.text
    assert "дело взято — Ким В." in stale.text
    assert officer.word("work-approve-button") not in stale.labels
    assert (await officer.presses(forged(office, applicant, "approved"))).text == officer.word("work-denied")
    assert office.state(applicant) == "in_review"
    await colleague.approves(applicant)
    assert office.state(applicant) == "approved"


async def test_two_take_the_same_case(office: Bureau) -> None:
    """If both tap before either gets an answer, one has the case and the other sees who."""
    officer, colleague, applicant = office.officer, office.person(COLLEAGUE), await office.filed()
    await officer.opens(applicant)
    await colleague.opens(applicant)
    for person in (officer, colleague):
        person.chat.person.tap(text=person.word("work-take-button"))
    await officer.chat.after()
    cards = [next(seen for seen in reversed(each.chat.seen()) if "Ведёт" in seen.text) for each in (officer, colleague)]
    assert all("Ведёт: Ахметова А." in each.text for each in cards)
    assert colleague.word("work-changed") in cards[1].text
    assert officer.word("work-changed") not in cards[0].text
    assert [row[0] for row in office.driven.rows("SELECT kind FROM events ORDER BY id")] == ["filed", "taken"]


async def test_given_by_the_head_alone(office: Bureau) -> None:
    """Only to those who may decide and do not have it; an officer has no such button, and a forged one is denied."""
    officer, head, applicant = office.officer, office.head, await office.in_review()
    card = await officer.opens(applicant)
    assert officer.word("work-assign-button") not in card.labels
    for data in (forged(office, applicant, "assign"), forged(office, applicant, "give", str(COLLEAGUE))):
        assert (await officer.presses(data)).text == officer.word("work-denied")
    choice = await head.does(applicant, "work-assign-button")
    assert sorted(choice.labels) == ["К делу", "Ким В.", "Омаров Д."]
    for nobody in (ELSEWHERE, OFFICER, 1, 4_100_001):
        refused = await head.presses(forged(office, applicant, "give", str(nobody)))
        assert "Ведёт: Ахметова А." in refused.text
    await head.does(applicant, "work-assign-button", "Ким В.")
    given = office.person(COLLEAGUE).told()[-1]
    assert given == head.word("told-assigned", number=applicant.number, name="Омаров Д.")
    card = await office.person(COLLEAGUE).taps("work-card-button")
    assert "Ведёт: Ким В." in card.text
    assert newest(officer).text == officer.word("told-released", number=applicant.number, name="Омаров Д.")
    assert officer.word("work-approve-button") not in (await officer.opens(applicant)).labels
    assert (await officer.presses(forged(office, applicant, "approved"))).text == officer.word("work-denied")
    assert office.state(applicant) == "in_review"
    await office.person(COLLEAGUE).approves(applicant)
    assert office.state(applicant) == "approved"


async def test_what_a_registrar_does(office: Bureau) -> None:
    """A registrar receives, asks for missing items, makes ready and hands over, but takes and decides nothing."""
    registrar, applicant = office.registrar, await office.filed()
    card = await registrar.opens(applicant)
    acts = {registrar.word(f"work-{each}-button") for each in ("take", "release", "assign", "approve", "refuse")}
    assert not acts & set(card.labels)
    await registrar.asks_for(applicant, "identity", "Покажите паспорт.")
    assert "Покажите паспорт." in applicant.told()[-1]
    await registrar.receives(applicant)
    assert not acts & set((await registrar.opens(applicant)).labels)
    for action in ("take", "approve", "approved", "refuse"):
        assert (await registrar.presses(forged(office, applicant, action))).text == registrar.word("work-denied")
    await office.head.approves(applicant)
    await registrar.makes_ready(applicant)
    await registrar.issues(applicant, "паспорт № N12345678")
    assert office.state(applicant) == "issued"
    assert "Сейтова Р." in (await registrar.taps("work-history-button")).text


async def test_an_officer_was_released_while_the_bot_stood_still(office: Bureau, tmp_path: Path) -> None:
    """Their old buttons and every command find no case; their cases are free for colleagues."""
    officer, applicant = office.officer, await office.in_review()
    approving = await officer.does(applicant, "work-approve-button")
    approve = approving.data(officer.word("work-approved-button"))
    await office.driven.stop()
    assert await release_officer(settings_of(tmp_path), OFFICER, "2/3", TO_QUEUE) == ["готово"]
    await office.driven.start()
    answers = [
        await officer.presses(approve),
        await officer.presses(f"work:approved:{MISSING}.:1"),
        await officer.opens(applicant),
        await officer.says("/case 2-3/2026-99"),
        await officer.says("/queue"),
        await officer.says("/journal"),
    ]
    assert {each.text for each in answers} == {officer.word("work-denied")}
    assert office.denials() == len(answers)
    assert office.state(applicant) == "in_review"
    colleague = office.person(COLLEAGUE)
    assert await heaps(colleague) == ["Мои: 0", "Свободные: 1", "Все: 1"]
    await colleague.does(applicant, "work-take-button")
    await colleague.approves(applicant)
    assert office.state(applicant) == "approved"


async def test_released_while_a_line_is_typed(office: Bureau, tmp_path: Path) -> None:
    """A text typed by a former officer is denied, and the case does not change."""
    officer, applicant = office.officer, await office.in_review()
    await officer.does(applicant, "work-approve-button", "work-mend-city-button")
    await office.driven.stop()
    await release_officer(settings_of(tmp_path), OFFICER, "2/3", TO_QUEUE)
    await office.driven.start()
    before = office.row(applicant)
    assert (await officer.says("Боровое")).text == officer.word("work-denied")
    assert office.row(applicant) == before
    assert "Нашлось" in (await officer.says("Кокшетау")).text  # no question is open any more


async def test_nothing_is_done_to_a_case_of_another_office(office: Bureau) -> None:
    """Every action on it is answered as for a missing case and recorded as a denial."""
    applicant, stranger = await office.in_review(), office.person(ELSEWHERE)
    row = office.row(applicant)
    await stranger.says("/start")
    actions = ("card", "answers", "papers", "history", "take", "receive-all", "needed", "approved", "made-ready")
    for action in actions:
        foreign = await stranger.presses(forged(office, applicant, action))
        missing = await stranger.presses(f"work:{action}:{MISSING}.:1")
        assert foreign.text == missing.text == stranger.word("work-denied")
    assert office.row(applicant) == row
    assert office.denials() == 2 * len(actions)
    assert applicant.number not in "".join(stranger.told())
