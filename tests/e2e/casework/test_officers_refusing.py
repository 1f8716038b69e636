"""Refusals (point 16): only for missing or defective documents, and within their own term."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from dialogs.ui.dates import full_date, long_date
from domain.standard.edition import Subject
from tests.e2e.drivers.bureau import MONDAY, Bureau, bureau
from tests.e2e.drivers.working import Applicant, files_of, newest, words_of
from tests.factories.terms import Terms

REASON = "Нет вызова от объединения.\nПринесите его & подайте снова <до весны>."


@pytest.fixture
def last(terms: Terms) -> date:
    """The last day to refuse if the first items were handed over on that Monday."""
    return terms.last("refusal", MONDAY.date())


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, Subject.MISSIONARY, Subject.GROUP) as opened:
        yield opened


def forged(office: Bureau, applicant: Applicant, action: str, argument: str = "") -> str:
    """Returns the data of a button for the case in its current version."""
    return f"work:{action}:{applicant.case_id}.{argument}:{office.row(applicant)[1]}"


def nothing_was_sent(applicant: Applicant) -> bool:
    return not any(name.startswith("otkaz") for name in files_of(applicant.chat))


async def handed_over_in_part(office: Bureau) -> Applicant:
    applicant = await office.filed()
    await office.officer.does(applicant, "work-take-button")
    await office.officer.receives(applicant, "identity")
    return applicant


async def test_nothing_handed_over_is_no_ground(office: Bureau) -> None:
    """Nothing can be incomplete yet: there is no button, and forged ones are denied, even for the head."""
    officer, applicant = office.officer, await office.filed()
    card = await officer.does(applicant, "work-take-button")
    assert officer.word("work-refuse-button") not in card.labels
    assert officer.word("work-refuse-button") not in (await office.head.opens(applicant)).labels
    row = office.row(applicant)
    for person in (officer, office.head):
        steps = (("refuse-tick", "identity"), ("refuse-as", "0.form"), ("refuse-words", "identity"))
        for action, argument in (("refuse", ""), *steps, ("refuse-reason", ""), ("refused", "")):
            denied = await person.presses(forged(office, applicant, action, argument))
            assert denied.text == officer.word("work-denied")
    assert office.row(applicant) == row
    assert (await officer.says(f"/refuse {applicant.number}")).text == officer.word("work-denied")


@pytest.mark.standard("5", "16", "23")
async def test_a_part_was_handed_over(office: Bureau, last: date) -> None:
    """Received items are not called missing; both get the letter, and the applicant learns what they can do."""
    officer, applicant = office.officer, await handed_over_in_part(office)
    asked = await officer.does(applicant, "work-refuse-button")
    assert long_date(last, officer.chat.texts) in asked.text
    assert officer.word("work-unticked", item=officer.word("item-identity-button")) not in asked.labels
    await officer.ticks("invitation", "materials")
    assert REASON in (await officer.explains("invitation", REASON)).text
    await officer.taps("work-refused-button")
    assert office.state(applicant) == "refused"
    for chat in (officer.chat, applicant.chat):
        letter = words_of(chat, "otkaz-2-3-2026-1")
        for line in (*REASON.splitlines(), "не сдано: «вызов", "не сдано: «литератур", "11.1", "Қожахметов Әлімжан"):
            assert line in letter, letter
        assert "опозда" not in letter
        assert letter.count("паспорт") == 1
    explained, caption, _survey = applicant.told()[-3:]
    assert caption == applicant.chat.word("told-letter")
    texts = applicant.chat.texts
    for said in (
        REASON,
        texts.plain("item-invitation"),
        texts.plain("item-materials"),
        "пункт\u00a021",
        "пункт\u00a023",
    ):
        assert said in explained
    assert texts.plain("item-identity") not in explained
    assert "опоздал" not in explained
    assert "отказ" in (await applicant.chat.say("/my")).labels[0]


@pytest.mark.standard("16")
async def test_everything_is_there_and_in_order(office: Bureau) -> None:
    """With everything in order, nothing asks for a reason about belief, and a forged tap refuses nothing."""
    officer, applicant = office.officer, await office.in_review()
    page = await officer.says(f"/refuse {applicant.number}")
    assert officer.word("work-refused-button") not in page.labels
    await officer.taps(officer.word("work-received-mark", item=officer.word("item-invitation-button")))
    await officer.says("Вера заявителя нам не нравится.")
    refused = await officer.presses(forged(office, applicant, "refused"))
    assert refused.text.startswith(officer.word("bad-nothing-ticked"))
    assert officer.word("work-approve-button") in refused.labels
    assert office.state(applicant) == "in_review"
    assert nothing_was_sent(applicant)


@pytest.mark.standard("16")
async def test_no_refusal_without_items(office: Bureau) -> None:
    """The button to refuse appears once an item is missing; a forged tap before that reads what is lacking."""
    officer, applicant = office.officer, await handed_over_in_part(office)
    await officer.does(applicant, "work-refuse-button")
    assert "work:refused" not in "".join(data for _, data in newest(officer).buttons)
    nothing = await officer.presses(forged(office, applicant, "refused"))
    assert nothing.text.startswith(officer.word("bad-nothing-ticked"))
    await officer.does(applicant, "work-refuse-button")
    ticked = await officer.ticks("invitation")
    assert ticked.data(officer.word("work-refused-button"))
    name = officer.word("item-invitation-button")
    await officer.taps(officer.word("work-refuse-words-button", item=name))
    assert (await officer.says("!!!")).text.startswith(officer.word("bad-no-letters"))
    assert "Нет вызова." in (await officer.says("Нет вызова.")).text
    await officer.taps(officer.word("work-ticked", item=name))
    assert (await officer.presses(forged(office, applicant, "refused"))).text.startswith(nothing.text[:20])
    assert office.state(applicant) == "registered"
    assert nothing_was_sent(applicant)


@pytest.mark.standard("11", "16")
async def test_what_cannot_be_read_is_asked_for_first(office: Bureau) -> None:
    """An unreadable item is asked for again first; the letter says when it was handed over and what is wrong."""
    officer, applicant = office.officer, await office.in_review()
    item = officer.word("work-received-mark", item=officer.word("item-invitation-button"))
    await officer.does(applicant, "work-refuse-button", item)
    await officer.taps(officer.word("work-ask-first-button", defect=officer.word("defect-illegible-button")))
    await officer.taps("work-needed-button")
    assert applicant.told()[-1].startswith(applicant.chat.texts.plain("told-needed", number=applicant.number))
    await officer.refuses(applicant, "invitation", "Печать не видна.", "illegible")
    assert office.state(applicant) == "refused"
    letter = words_of(applicant.chat, "otkaz-2-3-2026-1")
    assert "сдано 23.11.2026: «вызов" in letter
    assert "не годится: документ нельзя прочитать (пункт\u00a011)" in letter
    in_order = letter[letter.index("Вы сдали, и замечаний нет") : letter.index("Пакет документов не полон")]
    assert "паспорт" in in_order
    assert "вызов" not in in_order


async def test_an_item_turns_out_no_good_in_review(office: Bureau, last: date) -> None:
    """A received item may be named with its defect; the term of the decision does not apply to the refusal."""
    officer, applicant = office.officer, await office.in_review()
    page = await officer.does(applicant, "work-refuse-button")
    assert long_date(last, officer.chat.texts) in page.text
    await officer.refuses(applicant, "identity", "Паспорт недействителен.")
    assert office.state(applicant) == "refused"
    assert "Паспорт недействителен." in applicant.told()[-3]  # before the letter and the survey
    card = await officer.opens(applicant)
    assert "Паспорт недействителен." in card.text
    assert set(card.labels) == officer.looks()
    await officer.taps("work-papers-button")
    assert "Паспорт недействителен." in words_of(officer.chat, "otkaz-2-3-2026-1")


@pytest.mark.untraced
@pytest.mark.standard("16")
@pytest.mark.parametrize(("days", "late"), [(0, False), (1, True), (12, True)])
async def test_a_late_refusal_is_late(office: Bureau, last: date, days: int, *, late: bool) -> None:
    """The term of a refusal runs from the first item handed over; after it, both people read that it is late."""
    officer, applicant = office.officer, await handed_over_in_part(office)
    office.clock.set(MONDAY + (last - MONDAY.date()) + timedelta(days=days))
    await officer.receives(applicant, "application")
    assert ("Срок отказа прошёл" in (await officer.does(applicant, "work-refuse-button")).text) is late
    await officer.refuses(applicant, "invitation", "Нет вызова.")
    day = full_date(last, officer.chat.texts)
    assert (f"Отказ опоздал: срок был {day}" in (await officer.opens(applicant)).text) is late
    assert (f"Отказ опоздал: ответить надо было не позже {day}" in applicant.told()[-3]) is late
    await officer.says("/export 01.11.2026 31.12.2026")
    export = files_of(officer.chat)["cases-2-3-2026-11-01-2026-12-31.csv"].decode("utf-8-sig")
    row = export.splitlines()[1].split(";")
    assert row[-3] == ('"да"' if late else '""')


async def test_typed_while_the_applicant_withdraws(office: Bureau) -> None:
    """The officer's text is shown back for copying; nothing is refused, and no question stays open."""
    officer, applicant = office.officer, await office.in_review()
    await officer.does(applicant, "work-refuse-button")
    await officer.taps(officer.word("work-received-mark", item=officer.word("item-invitation-button")))
    await officer.taps("defect-other-button")
    await applicant.tap("case-withdraw-button")
    await applicant.chat.tap("withdraw-yes-button")
    seen = await officer.says("Длинная причина, которую жаль потерять.")
    assert "Длинная причина, которую жаль потерять." in seen.text
    assert "отозвано — заявитель" in seen.text
    assert office.state(applicant) == "withdrawn"
    assert nothing_was_sent(applicant)
    assert "Нашлось" in (await officer.says("Кокшетау")).text
