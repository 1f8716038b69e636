"""Officers and applicants who use different languages: each reads everything in their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.ui.dates import full_date
from dialogs.ui.texts import Texts
from domain.calendar import day_of
from tests.e2e.drivers.bureau import APPLICANTS, COLLEAGUE, HEAD, MONDAY, OFFICER, REGISTRAR, Bureau, bureau
from tests.e2e.drivers.working import Applicant, newest
from tests.factories.units import MISSIONARY

pytestmark = pytest.mark.untraced

OFFICE = (OFFICER, COLLEAGUE, HEAD, REGISTRAR)
NAME = "Қожахметов Әлімжан Өтепұлы"
BOTH_WAYS = pytest.mark.parametrize(("applicants", "officers"), [("kk", "ru"), ("ru", "kk"), ("en", "kk")])


def spoken(applicants: str, officers: str) -> dict[int, str]:
    return {APPLICANTS: applicants, **dict.fromkeys(OFFICE, officers)}


def beginning(text: str) -> str:
    return text.partition("\n")[0]


def only(texts: Texts, told: list[str], *beginnings: str) -> None:
    """Checks that these messages and no others were sent, in this language and order."""
    assert [text[: len(start)] for text, start in zip(told, beginnings, strict=True)] == list(beginnings), texts


@BOTH_WAYS
async def test_a_case_to_issued(tmp_path: Path, applicants: str, officers: str) -> None:
    """Receipt, term, decision, where to collect and issue for one; notice, each card and each toast for the other."""
    async with bureau(tmp_path, MISSIONARY, languages=spoken(applicants, officers)) as office:
        officer, applicant = office.officer, await office.filed()
        before, number = len(applicant.told()), applicant.number
        assert newest(officer).text.startswith(beginning(officer.word("notice-filed", number=number, office="")))
        await officer.does(applicant, "work-take-button")
        await officer.receives(applicant)
        await officer.approves(applicant)
        await officer.makes_ready(applicant)
        card = await officer.issues(applicant, "паспорт № 1")
        assert card.text.startswith(officer.word("work-card-title", number=number))
        assert officer.word("work-state-issued") in card.text
        toasts = ("taken", "received", "approved", "ready", "issued")
        assert officer.chat.toasts() == [officer.word(f"toast-{each}") for each in toasts]
        texts = applicant.chat.texts
        issued = {"number": "1/2026", "name": NAME, "date": full_date(day_of(MONDAY), texts)}
        only(
            texts,
            applicant.told()[before:],
            texts.plain("receipt-caption"),
            texts.plain("received-all", number=number),
            texts.plain("told-approved-missionary", number=number),
            texts.plain("told-ready-missionary", number=number),
            texts.plain("told-issued-missionary", **issued),
            texts.plain("svy-what"),
        )


@BOTH_WAYS
async def test_asked_for_refused_and_written_to(tmp_path: Path, applicants: str, officers: str) -> None:
    """An officer's requests and reasons arrive as typed; everything around them is in the reader's language."""
    async with bureau(tmp_path, MISSIONARY, languages=spoken(applicants, officers)) as office:
        officer, applicant = office.officer, await office.filed()
        before = len(applicant.told())
        await officer.does(applicant, "work-take-button")
        await officer.receives(applicant, "identity")
        await officer.asks_for(applicant, "invitation", "Шақыру қағазы — вызов.")
        await officer.refuses(applicant, "invitation", "Шақыру жоқ, нет вызова.")
        texts, number = applicant.chat.texts, applicant.number
        told = applicant.told()[before:]
        only(
            texts,
            told,
            texts.plain("received-some", number=number),
            texts.plain("told-needed", number=number),
            texts.plain("told-refused", number=number),
            texts.plain("told-letter"),
            texts.plain("svy-what"),
        )
        assert "Шақыру қағазы — вызов." in told[1]
        assert texts.plain("item-invitation") in told[1]
        assert texts.plain("told-needed-clock") in told[1]
        assert "Шақыру жоқ, нет вызова." in told[2]
        assert texts.plain("item-invitation") in told[2]


@BOTH_WAYS
async def test_colleagues_and_a_withdrawal(tmp_path: Path, applicants: str, officers: str) -> None:
    """A case is assigned to a colleague, and another is withdrawn while an officer looks at it."""
    languages = spoken(applicants, officers) | {COLLEAGUE: applicants}
    async with bureau(tmp_path, MISSIONARY, languages=languages) as office:
        officer, colleague, applicant = office.officer, office.person(COLLEAGUE), await office.in_review()
        await office.head.does(applicant, "work-assign-button", "Ким В.")
        said = {"number": applicant.number, "name": "Омаров Д."}
        assert newest(officer).text == officer.word("told-released", **said)
        assert newest(colleague).text == colleague.word("told-assigned", **said)
        deciding = await colleague.does(applicant, "work-approve-button")
        await withdraws(applicant)
        assert told_of_withdrawal(office, applicant, OFFICER)
        assert told_of_withdrawal(office, applicant, COLLEAGUE)
        stale = await colleague.presses(deciding.data(colleague.word("work-approved-button")))
        assert colleague.word("work-changed") in stale.text
        assert colleague.word("work-state-withdrawn") in stale.text


async def withdraws(applicant: Applicant) -> None:
    await applicant.tap("case-withdraw-button")
    await applicant.chat.tap("withdraw-yes-button")


def told_of_withdrawal(office: Bureau, applicant: Applicant, user_id: int) -> bool:
    person = office.person(user_id)
    return newest(person).text == person.word("notice-withdrawn", number=applicant.number, detail="")
