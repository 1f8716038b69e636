"""What looks as if it were typed to get on is asked about once, and believed when it is sent again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.ui.callback_data import ApplicationCallback, CaseworkCallback, ComplaintCallback
from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.complaints.complaint import Complaint, ComplaintState
from domain.people import NOTICE_VERSION, Person
from domain.standard.edition import Standard
from storage.complaints import SqlComplaints
from tests.factories.cases import started
from tests.factories.complaints import complained
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD, team
from tests.handlers.casework.office import has
from tests.handlers.front_door import FrontDoor, front_door

ADMIN, NEWCOMER = 6006, 6007


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with front_door(tmp_path, ADMIN) as opened:
        await opened.put(*team(), Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
        yield opened


async def asked(door: FrontDoor, question: str) -> None:
    """The next text answers this question of a draft that lacks nothing else."""
    draft = started()
    await door.put(replace(draft, answers={key: value for key, value in draft.answers.items() if key != question}))
    await door.tap(APPLICANT, ApplicationCallback("next", f"{draft.id}.", "0").pack())


async def answer_to(door: FrontDoor, question: str) -> str | None:
    return (await door.case("draft1")).answers.get(question)


@pytest.mark.parametrize(
    ("question", "typed", "reason"),
    [
        ("address", "И" * 300, "random"),
        ("address", "Кокшетау", "short"),
        ("address", "12", "figures"),
        ("document_kind", "Ким", "short"),
        ("document_number", "00000000", "random"),
        ("document_issuer", "йцукен", "random"),
        ("full_name", "Ким", "short"),
        ("full_name", "Ахмeтова Айгуль", "mixed"),
        ("association", "asdf", "random"),
        ("city", "1", "figures"),
    ],
)
async def test_an_answer_of_an_application(
    door: FrontDoor, russian: Texts, question: str, typed: str, reason: str
) -> None:
    """Nothing is kept until it is sent again; the question stands below the remark."""
    await asked(door, question)
    answer = await door.say(APPLICANT, typed)
    assert answer.texts[0].startswith(russian(f"bad-doubtful-{reason}"))
    assert russian(f"q-{question.replace('_', '-')}") in answer.texts[0]
    assert await answer_to(door, question) is None
    again = await door.say(APPLICANT, f" {typed} ")
    assert not again.texts[0].startswith(russian(f"bad-doubtful-{reason}"))
    assert await answer_to(door, question) == typed


async def test_another_text_is_doubted_anew(door: FrontDoor, russian: Texts) -> None:
    """What was asked about is believed, and nothing else; a real answer is taken at once."""
    await asked(door, "address")
    await door.say(APPLICANT, "Кокшетау")
    assert russian("bad-doubtful-short") in (await door.say(APPLICANT, "Астана")).texts[0]
    assert russian("bad-doubtful-short") in (await door.say(APPLICANT, "Кокшетау")).texts[0]
    await door.say(APPLICANT, "г. Астана, ул. Абая, 1")
    assert await answer_to(door, "address") == "г. Астана, ул. Абая, 1"


async def test_a_doubt_is_of_one_question(door: FrontDoor, russian: Texts) -> None:
    """What was doubted there is no answer elsewhere."""
    await asked(door, "address")
    await door.say(APPLICANT, "Ким")
    case = await door.case("draft1")
    await door.tap(APPLICANT, ApplicationCallback("edit", f"{case.id}.full_name", str(case.version)).pack())
    assert russian("bad-doubtful-short") in (await door.say(APPLICANT, "Ким")).texts[0]


def begun_without(line: str) -> Complaint:
    """A draft that lacks this line alone."""
    draft = complained(ComplaintState.DRAFT)
    return replace(draft, name="") if line == "name" else replace(draft, address="")


async def kept(door: FrontDoor) -> Complaint:
    async with door.processor.database.transaction() as transaction:
        found = await SqlComplaints(transaction, door.processor.keys).get("complaint1")
    assert found
    return found


@pytest.mark.parametrize(
    ("line", "typed", "reason"),
    [
        *(("name", "Ким", "short"), ("name", "ааа ааа", "random")),
        *(("address", "И" * 300, "random"), ("address", "5", "figures")),
    ],
)
async def test_a_line_of_a_complaint(door: FrontDoor, russian: Texts, line: str, typed: str, reason: str) -> None:
    """As with an application."""
    await door.put(begun_without(line))
    await door.tap(APPLICANT, ComplaintCallback("edit", f"complaint1.{line}", "0").pack())
    answer = await door.say(APPLICANT, typed)
    assert answer.texts[0].startswith(russian(f"bad-doubtful-{reason}"))
    assert getattr(await kept(door), line) == ""
    await door.say(APPLICANT, typed)
    assert getattr(await kept(door), line) == typed


async def test_lines_of_the_journal(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Who collects, with which paper and which power of attorney: the journal keeps it for good."""
    case = await has(door, standard, CaseState.READY)
    await door.tap(HEAD, CaseworkCallback("collector", f"{case.id}.other", "0").pack())
    for line, doubtful, good in (
        ("collector", "ахметова", "Ахметова Айгуль"),
        ("document", "паспорт", "паспорт N12345678"),
        ("power_of_attorney", "паспорт", "№ 5 от 01.11.2026, нотариус Ли Б."),
    ):
        answer = await door.say(HEAD, doubtful)
        assert answer.texts[0].startswith(russian("bad-doubtful-short"))
        assert line not in (await door.case(case.id, HEAD)).prepared
        await door.say(HEAD, good)
        assert (await door.case(case.id, HEAD)).prepared[line] == good


async def test_a_journal_believes_what_is_said_again(door: FrontDoor, standard: Standard) -> None:
    """Some people have one name."""
    case = await has(door, standard, CaseState.READY)
    await door.tap(HEAD, CaseworkCallback("collector", f"{case.id}.other", "0").pack())
    for _ in range(2):
        await door.say(HEAD, "Сукарно")
    assert (await door.case(case.id, HEAD)).prepared["collector"] == "Сукарно"


async def test_the_reason_of_a_note_is_free(door: FrontDoor, standard: Standard) -> None:
    """Only what has a shape of its own is doubted."""
    case = await has(door, standard, CaseState.REGISTERED)
    await door.tap(HEAD, CaseworkCallback("need-note", f"{case.id}.", "0").pack())
    await door.say(HEAD, "срочно")
    assert (await door.case(case.id, HEAD)).prepared["need_note"] == "срочно"


async def test_the_name_of_somebody_invited(door: FrontDoor, russian: Texts) -> None:
    """It will stand on papers: random letters are asked about."""
    link = (await door.say(ADMIN, "/invite officer 2/3")).texts[0]
    secret = link.partition("?start=")[2].split()[0].partition('"')[0]
    await door.say(NEWCOMER, f"/start {secret}")
    answer = await door.say(NEWCOMER, "Йцукен А. Б.")
    assert russian("bad-doubtful-random") in answer.texts[0]
    welcome = await door.say(NEWCOMER, "Йцукен А. Б.")
    assert "Йцукен А. Б." in welcome.texts[0]


async def test_a_title_of_random_letters(door: FrontDoor, russian: Texts) -> None:
    """A list of materials is doubted line by line; titles may be one word, or a year."""
    draft = started()
    await door.put(draft)
    await door.tap(APPLICANT, ApplicationCallback("item", f"{draft.id}.materials", "0").pack())
    answer = await door.say(APPLICANT, "Книга «Путь» — 10 экз.\nйцукен")
    assert answer.texts[0].startswith(russian("bad-doubtful-random"))
    assert (await door.case("draft1")).materials == ()
    await door.say(APPLICANT, "Путь\n1984 - 3\nПсалтирь")
    assert [each.title for each in (await door.case("draft1")).materials] == ["Путь", "1984", "Псалтирь"]
    for _ in range(2):
        await door.say(APPLICANT, "йцукен")
    assert (await door.case("draft1")).materials[-1].title == "йцукен"
