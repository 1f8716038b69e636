"""Whole cases at an office, from notice to journal: who does what, and who is notified of what and when."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.ui.dates import long_date
from domain.staff.membership import Officer, Role
from tests.e2e.drivers.bureau import APPLICANTS, COLLEAGUE, MONDAY, OFFICER, TEAM, Bureau, bureau
from tests.e2e.drivers.working import Applicant, newest, words_of
from tests.factories.cases import ANSWERS
from tests.factories.terms import Terms
from tests.factories.units import GROUP, KOKSHETAU, MISSIONARY


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    """An office at work, and two applicants who have not filed yet."""
    async with bureau(tmp_path, MISSIONARY, GROUP) as opened:
        yield opened


async def withdraws(applicant: Applicant) -> None:
    await applicant.tap("case-withdraw-button")
    await applicant.chat.tap("withdraw-yes-button")


def copies(applicant: Applicant) -> int:
    """Counts the stamped copies sent to the applicant."""
    return sum(
        each.content.get("document", {}).get("file_name", "").endswith(".docx") for each in applicant.chat.seen()
    )


@pytest.mark.standard("5", "15", "app.5")
async def test_a_missionary_gets_the_certificate(office: Bureau, terms: Terms) -> None:
    """A missionary's case to the journal; the applicant hears of each step before the officer takes the next one."""
    officer, applicant = office.officer, await office.filed()
    due = long_date(terms.last("decision", MONDAY.date()), officer.chat.texts)
    stamped = words_of(applicant.chat, "zayavlenie")
    assert applicant.number in newest(officer).text
    assert officer.word("work-unassigned") in (await officer.taps("work-card-button")).text
    for label in ("work-take-button", "work-receive-button", "work-receive-all-button", "work-recorded-button"):
        await officer.taps(label)
    assert due in newest(officer).text
    assert applicant.told()[-1].startswith(applicant.chat.texts.plain("received-all", number=applicant.number))
    assert "1-й день: вторник, 24 ноября" in applicant.told()[-1]
    assert f"Последний день срока: {due}." in applicant.told()[-1]

    await officer.taps("work-approve-button")
    await officer.taps("work-mend-city-button")
    assert "Город: Боровое" in (await officer.says("Боровое")).text
    await officer.taps("work-approved-button")
    certificate = words_of(officer.chat, "svidetelstvo-1-2026.docx")
    answers = ANSWERS[MISSIONARY]
    for line in ("1/2026", "Боровое", *(answers[each] for each in ("full_name", "citizenship", "association"))):
        assert line in certificate
    assert "решено выдать свидетельство" in applicant.told()[-1]

    await officer.makes_ready(applicant)
    assert applicant.told()[-1].startswith(applicant.chat.texts.plain("told-ready-missionary", number=applicant.number))
    assert "г. Кокшетау, ул. Ауэзова, 141" in applicant.told()[-1]
    assert "Часы: понедельник–пятница, 09:00–18:00" in applicant.told()[-1]
    assert applicant.chat.texts.plain("visit-title") in (await applicant.chat.tap("card-visit-button")).text

    card = await officer.issues(applicant, "удостоверение личности № 012345678")
    assert "удостоверение личности № 012345678" in card.text
    assert "Свидетельство № 1/2026 выдано 23 ноября 2026 года" in applicant.told()[-2]  # before the survey
    assert office.state(applicant) == "issued"
    assert "1/2026. 23 ноября 2026 года" in (await officer.says("/journal")).text
    assert_the_form_is_as_it_was(stamped, words_of(applicant.chat, "zayavlenie"))


def assert_the_form_is_as_it_was(before: str, after: str) -> None:
    """The officer's corrections stand on the certificate alone; only the second stamp is new on the copy."""
    new = [line for line in after.splitlines() if line not in before.splitlines()]
    gone = [line for line in before.splitlines() if line not in after.splitlines()]
    assert (new, gone) == (["Документы приняты", "23.11.2026"], [])


@pytest.mark.standard("5", "15", "app.6")
async def test_a_groups_note_is_collected_by_a_representative(office: Bureau) -> None:
    """A representative collects the note of appendix 6 with a power of attorney, and the card keeps their name."""
    officer = office.officer
    await office.filed()
    applicant = await office.to_collect()
    note = words_of(officer.chat, "spravka-1-2026.docx")
    answers = ANSWERS[GROUP]
    for line in ("1/2026", *(answers[each] for each in ("group_name", "leader_name", "territory"))):
        assert line in note
    assert applicant.told()[-2] == applicant.chat.texts.plain("told-approved-group", number=applicant.number)
    await officer.does(applicant, "work-issue-button", "work-collector-other-button")
    again = await officer.says("удостоверение № 1")
    assert again.text.startswith(officer.word("bad-name-letter", letter="№"))
    await officer.says("Ахметова Айгуль Сериковна")
    await officer.says("удостоверение личности № 012345678")
    assert officer.word("work-issued-button") not in newest(officer).labels
    last_look = await officer.says("№ 15 от 01.11.2026")
    for line in ("Ахметова Айгуль Сериковна", "удостоверение личности № 012345678", "№ 15 от 01.11.2026"):
        assert line in last_look.text
    card = await officer.taps("work-issued-button")
    assert "Ахметова Айгуль Сериковна" in card.text
    assert office.state(applicant) == "issued"
    assert "Справка № 1/2026 выдана" in applicant.told()[-2]  # before the survey
    assert "Ахметова Айгуль Сериковна" in applicant.told()[-2]
    registers = office.driven.rows("SELECT book, last FROM registers ORDER BY book")
    assert registers == [("certificates", 1), ("incoming", 2), ("journal", 1)]


async def test_handed_over_in_parts(office: Bureau, terms: Terms) -> None:
    """Over three days with a note in between; an item that comes again during review changes no date."""
    officer, applicant = office.officer, await office.filed()
    answer_by = long_date(terms.last("refusal", MONDAY.date()), officer.chat.texts)
    wednesday = MONDAY + timedelta(days=2)
    due = long_date(terms.last("decision", wednesday.date()), officer.chat.texts)
    await officer.does(applicant, "work-take-button")
    await officer.receives(applicant, "invitation", "application")
    texts, number = applicant.chat.texts, applicant.number
    assert applicant.told()[-1].startswith(texts.plain("received-some", number=number))
    assert answer_by in applicant.told()[-1]
    assert texts.plain("item-invitation") not in applicant.told()[-1]
    office.clock.set(MONDAY + timedelta(days=1))
    await officer.asks_for(applicant, "identity", "Покажите паспорт при сдаче.")
    for said in ("Покажите паспорт при сдаче.", texts.plain("told-needed-clock"), texts.plain("item-identity")):
        assert said in applicant.told()[-1]
    assert answer_by in (await officer.opens(applicant)).text
    office.clock.set(wednesday)
    await officer.receives(applicant)
    assert office.state(applicant) == "in_review"
    assert f"Последний день срока: {due}." in applicant.told()[-1]
    before = copies(applicant)
    office.clock.set(MONDAY + timedelta(days=3))
    card = await officer.receives(applicant, "invitation")
    assert applicant.told()[-1].startswith(texts.plain("received-more", number=number))
    assert f"Последний день срока: {due}." in applicant.told()[-1]
    assert due in card.text
    assert copies(applicant) == before == 2
    assert "25.11.2026" in words_of(applicant.chat, "zayavlenie")


async def test_an_officer_leaves_in_the_middle_of_a_case(office: Bureau) -> None:
    """After the head dismisses them, their next tap finds no case, and a colleague can continue it."""
    officer, head, applicant = office.officer, office.head, await office.in_review()
    approve = (await officer.opens(applicant)).data(officer.word("work-approve-button"))
    await head.says("/officers")
    for label in ("Ахметова А.", "staff-end-button", "staff-left-queue-button"):
        await head.taps(label)
    gone = await officer.presses(approve)
    missing = await officer.presses("work:approve:zzzzzzzzzzzzzzzz.:1")
    assert gone.text == missing.text == officer.word("work-denied")
    assert "Никто не взял. До 23 ноября 2026 года вёл(а): Ахметова А." in (await head.opens(applicant)).text
    colleague = office.person(COLLEAGUE)
    await colleague.does(applicant, "work-take-button")
    await colleague.approves(applicant)
    assert office.state(applicant) == "approved"


async def test_withdrawn_while_an_officer_looks_at_it(office: Bureau) -> None:
    """The officer's next tap shows what happened and changes nothing."""
    officer, applicant = office.officer, await office.in_review()
    deciding = await officer.does(applicant, "work-approve-button")
    await withdraws(applicant)
    assert newest(officer).text == officer.word("notice-withdrawn", number=applicant.number, detail="")
    row = office.row(applicant)
    stale = await officer.presses(deciding.data(officer.word("work-approved-button")))
    assert officer.word("work-changed") in stale.text
    assert "отозвано — заявитель" in stale.text
    assert officer.chat.toasts()[-1] == officer.word("toast-changed")
    assert office.row(applicant) == row == ("withdrawn", row[1])
    assert office.driven.rows("SELECT last FROM registers WHERE book = 'certificates'") == []
    assert set(stale.labels) == officer.looks()
    assert applicant.number not in (await officer.says("/queue")).text


@pytest.mark.parametrize("role", list(Role))
async def test_nobody_decides_their_own_case(tmp_path: Path, role: Role) -> None:
    """Staff who apply at their own office see their case but can do nothing to it."""
    own = (*TEAM, Officer(APPLICANTS, KOKSHETAU, "Заявитель З.", role))
    async with bureau(tmp_path, MISSIONARY, team=own) as office:
        officer, applicant = office.officer, await office.filed()
        own_self = office.person(APPLICANTS)
        assert own_self.looks() == set((await own_self.opens(applicant)).labels)
        await officer.does(applicant, "work-take-button")
        await officer.receives(applicant)
        assert own_self.looks() == set((await own_self.opens(applicant)).labels)
        row = office.row(applicant)
        actions = ("take", "release", "give", "recorded", "needed", "approved", "refused", "made-ready", "issued")
        for action in actions:
            argument = str(OFFICER) if action == "give" else ""
            seen = await own_self.presses(f"work:{action}:{applicant.case_id}.{argument}:{row[1]}")
            assert seen.text == own_self.word("work-denied")
        assert office.row(applicant) == row
        assert office.denials() == len(actions)
        await office.head.does(applicant, "work-assign-button")
        assert "Заявитель З." not in newest(office.head).labels
        await withdraws(applicant)
        assert office.state(applicant) == "withdrawn"
