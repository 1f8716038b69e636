"""Whoever goes elsewhere leaves the question: what they type there is no answer, and every screen leads back."""

from __future__ import annotations

import pytest

from tests.e2e.drivers.applying import Applying, connect
from tests.e2e.drivers.chatting import Chatting, Seen, acquaintance
from tests.e2e.drivers.driving import Driven
from tests.factories.units import MISSIONARY

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def asked(driven: Driven, question: str, subject: str = MISSIONARY) -> tuple[Chatting, Seen]:
    """Somebody new at this question of the form, and the question."""
    chat = await acquaintance(driven)
    applying = Applying(chat, subject)
    await applying.begin()
    return chat, await applying.answer_all(until=question)


def way_back(seen: Seen) -> str:
    """The label of the button that leads back to a question."""
    return next((label for label, data in seen.buttons if data.startswith("q:resume:")), "")


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("question", "command", "town"),
    [
        ("full_name", "/offices", "Кокшетау"),
        ("address", "/language", "Astana"),
        ("document_kind", "/my", "Караганда"),
        ("citizenship", "/help", "Алматы"),
        ("confession", "/complain", "Шымкент"),
        ("association", "/mydata", "Тараз"),
        ("term_to", "/about", "Павлодар"),
        ("document_issuer", "/privacy", "Уральск"),
        ("document_number", "/apply", "Семей 7"),
        ("full_name", "/start", "Кокшетау"),
        ("full_name", "/nothing", "Кокшетау"),
    ],
)
async def test_a_command_leaves_the_question(driven: Driven, question: str, command: str, town: str) -> None:
    """A town typed after it is looked for, and never kept as an answer; the way back asks the question again."""
    chat, at_question = await asked(driven, question)
    elsewhere = await chat.say(command)
    number = chat.texts.plain("apply-place", number="1", total="1").split()[0]
    assert number in at_question.text
    assert way_back(elsewhere).startswith("Вернуться к вопросу ")
    found = await chat.say(town)
    assert at_question.text.splitlines()[2:4] != found.text.splitlines()[2:4]
    assert way_back(found) == way_back(elsewhere)
    toasts = chat.toasts()
    again = await chat.tap(way_back(found))
    assert again.text == at_question.text
    assert chat.toasts() == toasts
    assert town not in again.text


async def test_the_buttons_of_a_question_that_was_left_are_gone(driven: Driven) -> None:
    """A screen that no longer counts has no buttons: one taps what stands below."""
    chat, question = await asked(driven, "full_name")
    assert question.buttons
    await chat.say("/offices")
    assert next(each for each in chat.seen() if each.id == question.id).buttons == ()


async def test_the_buttons_of_an_answered_question_are_gone(driven: Driven) -> None:
    """They belong to what was answered by a message below."""
    chat, question = await asked(driven, "full_name")
    await chat.say("Иванов Пётр Сергеевич")
    assert next(each for each in chat.seen() if each.id == question.id).buttons == ()


async def test_a_tap_elsewhere_leaves_the_question(driven: Driven) -> None:
    """As a command does: the home screen of a tap leads back."""
    chat, question = await asked(driven, "full_name")
    home = await chat.tap("apply-later-button")
    assert way_back(home)
    await chat.say("Кокшетау")
    assert (await chat.tap(way_back(home))).text == question.text


async def test_a_complaint_in_the_midst_of_a_form(driven: Driven) -> None:
    """Two questions do not answer each other: what is left first can be come back to afterwards."""
    chat, question = await asked(driven, "full_name")
    await chat.say("/complain")
    await chat.tap("cmp-new-button")
    await chat.tap("cmp-kind-service-button")
    await chat.say("Кокшетау")  # the office that the complaint is about
    seen = await chat.say("/help")
    assert not [label for label, _ in seen.buttons if "вопросу" in label]
    assert "жалобе" in way_back(seen)
    assert question.text not in [each.text for each in chat.seen() if each.id > question.id]


async def test_the_way_back_after_an_erased_draft(driven: Driven) -> None:
    """It says that this is gone, and asks nothing."""
    chat, question = await asked(driven, "full_name")
    await chat.say("/my")
    left = way_back(chat.seen()[-1])
    data = chat.seen()[-1].data(left)
    await chat.press(question.data(chat.word("apply-previous-button")), question.id)
    await chat.say("/my")
    assert data.startswith("q:resume:apply.")
    await chat.press("q:resume:apply.aaaaaaaaaaaaaaaa:")
    await chat.say("Кокшетау")
    assert "Кокшетау" in chat.seen()[-1].text


async def test_another_record_of_ones_own(driven: Driven) -> None:
    """Looking at a registered application leads away from a draft's question, and back."""
    await connect(driven.settings)
    applicant = Applying(await acquaintance(driven))
    await applicant.whole()
    chat = applicant.chat
    await chat.say("/start")
    for tapped in ("home-apply-button", "subject-missionary"):
        await chat.tap(tapped)
    question = await chat.tap("apply-begin-button")
    filed = driven.rows("SELECT id FROM cases WHERE state = 'registered' ORDER BY id")
    pages = [await chat.press(f"app:open:{each}:") for (each,) in filed]
    registered = next(each for each in pages if "app:history:" in str(each.buttons))
    assert way_back(registered) == "Вернуться к вопросу 1 из 11"
    assert (await chat.tap(way_back(registered))).text == question.text
