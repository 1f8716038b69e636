"""What an act will do is shown before it is done: the term, the day, what the applicant is told, the journal's line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.updates.reading import Payload
from dialogs.ui.texts import Texts
from domain.applications.case import Case, CaseState
from domain.standard.edition import Standard
from domain.standard.terms import TermRole
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, OFFICER, REGISTRAR
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.front_door import Answer, FrontDoor

DAY = timedelta(days=1)
PREVIEWED = ("received", "receive-all")  # of older screens, too: what recorded at once


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        yield opened


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


async def kept(door: FrontDoor, before: Case) -> None:
    """Nothing is recorded: neither the case nor its history has changed."""
    assert (await door.case(before.id, OFFICER)) == before
    assert [str(each.kind) for each in await door.events(before)] == ["filed"]


def quoted(answer: Answer) -> str:
    return answer.texts[0].partition("<blockquote>")[2].partition("</blockquote>")[0]


async def test_everything_is_handed_over(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """All items, the term that starts, its last day and the applicant's own message; one more tap records it."""
    await has(door, standard, CaseState.REGISTERED)
    before = await door.case("case1", OFFICER)
    page = await door.say(OFFICER, f"/receive {NUMBER}")
    term = standard.term(TermRole.RESULT).length
    assert russian("work-receive", number=NUMBER, days=term.amount, unit=term.unit) in page.texts[0]
    shown = await press(door, OFFICER, page, russian.plain("work-receive-all-button"))
    text = shown.texts[0]
    for item in ("application", "identity", "invitation"):
        assert russian("work-receiving-row", item=russian.plain(f"item-{item}-button")) in text
    assert russian("work-receiving-whole", date="вторник, 1 декабря 2026 года") in text
    assert russian("work-receiving-told-copy") in text
    assert "1-й день: понедельник, 23 ноября" in quoted(shown)
    assert shown.notices == []
    await kept(door, before)
    done = await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    assert done.toast == russian.plain("toast-received")
    _, (told, message) = done.notices
    assert told == APPLICANT
    assert message.parameters["text"] == quoted(shown)
    assert (await door.case("case1")).state is CaseState.IN_REVIEW


async def test_first_documents_and_more_of_them(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The first start the term of a refusal, counted day by day; later ones say that it runs."""
    await has(door, standard, CaseState.REGISTERED)
    day = "среда, 25 ноября 2026 года"
    page = await door.tap(OFFICER, tap("receive-tick", "identity"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    assert russian("work-receiving-first", date=day) in shown.texts[0]
    assert "3-й день: среда, 25 ноября" in shown.texts[0]
    assert russian.plain("item-identity-button") in shown.texts[0]
    assert russian("work-receiving-row", item=russian.plain("item-invitation-button")) not in shown.texts[0]
    done = await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    ((told, message),) = done.notices
    assert (told, message.parameters["text"]) == (APPLICANT, quoted(shown))
    assert set((await door.case("case1")).received) == {"identity"}
    page = await press(door, OFFICER, done, russian.plain("work-receive-button"))
    page = await press(door, OFFICER, page, "▫️ " + russian.plain("item-invitation-button"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    assert russian("work-receiving-runs", date=day) in shown.texts[0]
    assert russian("work-receiving-first", date=day) not in shown.texts[0]


async def test_what_comes_again_during_the_review(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """No term changes, and the applicant will read just that."""
    await has(door, standard, CaseState.IN_REVIEW, complete_at=NOW - DAY)
    page = await door.tap(OFFICER, tap("receive-tick", "identity"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    assert russian("work-receiving-same") in shown.texts[0]
    assert quoted(shown).startswith(russian("received-more", number=NUMBER))


async def test_the_way_back_from_the_preview(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The ticks stand as they were and can be changed; the preview of the earlier ticks records nothing then."""
    await has(door, standard, CaseState.REGISTERED)
    page = await door.tap(OFFICER, tap("receive-tick", "identity"))
    shown = await press(door, OFFICER, page, russian.plain("work-received-button"))
    page = await press(door, OFFICER, shown, russian.plain("work-receiving-back-button"))
    await press(door, OFFICER, page, "✅ " + russian.plain("item-identity-button"))
    late = await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    assert late.toast == russian.plain("toast-changed")
    assert (await door.case("case1")).received == {}


@pytest.mark.parametrize("action", PREVIEWED)
async def test_a_button_that_recorded_at_once(door: FrontDoor, standard: Standard, russian: Texts, action: str) -> None:
    """One of an older screen opens the preview, and tells nobody."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("receive-tick", "identity"))
    before = await door.case("case1", OFFICER)
    shown = await door.tap(OFFICER, tap(action, "", 1))
    assert russian("work-receiving", number=NUMBER) in shown.texts[0]
    assert shown.notices == []
    await kept(door, before)


@pytest.mark.parametrize("which", ["all", "ticked"])
async def test_midnight_between_the_preview_and_its_button(
    door: FrontDoor, standard: Standard, russian: Texts, which: str
) -> None:
    """The day would be another one: it is shown anew and nothing is recorded until that is confirmed."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(REGISTRAR, tap("receive-tick", "identity"))
    shown = await door.tap(REGISTRAR, tap({"all": "receive-all", "ticked": "received"}[which], "", 1))
    before = await door.case("case1", OFFICER)
    door.processor.clock = lambda: NOW + DAY
    again = await press(door, REGISTRAR, shown, russian.plain("work-recorded-button"))
    assert again.texts[0].startswith(russian("work-day-changed"))
    assert again.toast == russian.plain("toast-day-changed")
    assert again.notices == []
    assert again.texts[0] != shown.texts[0]
    await kept(door, before)
    done = await press(door, REGISTRAR, again, russian.plain("work-recorded-button"))
    assert done.toast == russian.plain("toast-received")
    assert (await door.case("case1")).received


async def test_a_forged_confirmation(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """A button that names neither ticks nor everything records nothing."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("receive-tick", "identity"))
    before = await door.case("case1", OFFICER)
    answer = await door.tap(OFFICER, tap("recorded", "some.261125", 1))
    assert answer.toast == russian.plain("toast-changed")
    await kept(door, before)


SELF = {"by": "self", "collector": "Иванов Пётр", "document": "паспорт № 1"}
REPRESENTED = {"by": "representative", "collector": "Ким А. Б.", "document": "паспорт № 1"}
REPRESENTED |= {"power_of_attorney": "доверенность № 15 от 01.11.2026"}


async def test_the_line_of_the_journal(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """All its columns but the number of the entry, and the applicant's message; then it is written just so."""
    await has(door, standard, CaseState.READY, assigned=OFFICER, prepared=REPRESENTED)
    shown = await door.say(OFFICER, f"/issue {NUMBER}")
    text = shown.texts[0]
    values = {
        "entry": russian("work-handover-entry"),
        "kind": "свидетельство",
        "certificate": "1/2026",
        "given": "22 ноября 2026 года",
        "collector": "Ким А. Б.",
        "document": "паспорт № 1",
        "power": "доверенность № 15 от 01.11.2026",
        "handed": "22 ноября 2026 года",
        "officer": f"Имя {OFFICER}",
    }
    for name, value in values.items():
        assert russian("review-row", label=russian(f"column-{name}"), answer=value) in text
    assert shown.notices == []
    before = await door.case("case1")
    assert before.state is CaseState.READY
    done = await press(door, OFFICER, shown, russian.plain("work-issued-button"))
    assert done.notices[0][1].parameters["text"] == quoted(shown)
    handing = (await door.case("case1")).handover
    assert (handing.number, handing.officer) == ("1/2026", f"Имя {OFFICER}")
    assert (handing.collector, handing.document, handing.power_of_attorney) == tuple(REPRESENTED.values())[1:]


@pytest.mark.parametrize(
    ("prepared", "typed", "line"),
    [
        (SELF, "Иванов Пётр Сергеевич", "collector"),
        (SELF, "удостоверение личности № 012345678", "document"),
        (SELF, "Паспорт РК", "document"),
        (REPRESENTED, "Ким Анна Борисовна", "collector"),
        (REPRESENTED, "удостоверение личности № 012345678", "document"),
        (REPRESENTED, "паспорт № N2", "document"),
        (REPRESENTED, "доверенность № 16 от 02.11.2026", "power_of_attorney"),
        (REPRESENTED | {"power_of_attorney": "№ 15 от 01.11.2026"}, "№ 16 от 02.11.2026 г.", "power_of_attorney"),
    ],
)
async def test_a_typed_correction(
    door: FrontDoor, standard: Standard, russian: Texts, prepared: dict[str, str], typed: str, line: str
) -> None:
    """It replaces what it corrects, alone, and the whole line is shown anew with its button."""
    await has(door, standard, CaseState.READY, assigned=OFFICER, prepared=prepared)
    await door.say(OFFICER, f"/issue {NUMBER}")
    again = await door.say(OFFICER, typed)
    assert (await door.case("case1", OFFICER)).prepared == prepared | {line: typed}
    column = {"power_of_attorney": "power"}.get(line, line)
    assert russian("review-row", label=russian(f"column-{column}"), answer=typed) in again.texts[0]
    await press(door, OFFICER, again, russian.plain("work-issued-button"))
    assert getattr((await door.case("case1")).handover, line) == typed


@pytest.mark.parametrize("line", ["collector", "document", "power_of_attorney"])
async def test_a_part_that_is_chosen_to_be_corrected(
    door: FrontDoor, standard: Standard, russian: Texts, line: str
) -> None:
    """Its button asks for it, with the example; whatever is typed then is that part."""
    await has(door, standard, CaseState.READY, assigned=OFFICER, prepared=REPRESENTED)
    shown = await door.say(OFFICER, f"/issue {NUMBER}")
    slug = line.replace("_", "-")
    asked = await press(door, OFFICER, shown, russian.plain(f"work-reword-{slug}-button"))
    assert russian(f"work-ask-{slug}") in asked.texts[0]
    typed = "Ким Анна Борисовна" if line == "collector" else "нотариальная бумага № 7"
    again = await door.say(OFFICER, typed)
    assert (await door.case("case1", OFFICER)).prepared == REPRESENTED | {line: typed}
    assert russian("work-handover", number=NUMBER) in again.texts[0]


async def test_a_doubtful_correction(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The line stays as it is and says what is wrong; the same text typed again is believed."""
    await has(door, standard, CaseState.READY, assigned=OFFICER, prepared=SELF)
    await door.say(OFFICER, f"/issue {NUMBER}")
    doubted = await door.say(OFFICER, "Караганда")
    assert russian("work-handover", number=NUMBER) in doubted.texts[0]
    assert not doubted.texts[0].startswith(russian("work-handover", number=NUMBER))
    assert (await door.case("case1", OFFICER)).prepared == SELF
    again = await door.say(OFFICER, "Караганда")
    assert "Караганда" in again.texts[0]
    assert (await door.case("case1", OFFICER)).prepared == SELF | {"collector": "Караганда"}


def edited(said: Payload, update_id: int, text: str) -> Payload:
    """The same message with another text, as its author's phone sends it."""
    return {"update_id": update_id, "edited_message": said["message"] | {"text": text, "edit_date": 1}}


async def test_a_correction_that_is_edited(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The edited message corrects again, after somebody started anew it corrects nothing."""
    await has(door, standard, CaseState.READY, assigned=OFFICER, prepared=SELF)
    await door.say(OFFICER, f"/issue {NUMBER}")
    saying = door.saying(OFFICER, "паспорт № 12")
    (shown,) = await door.send([saying])
    (again,) = await door.send([edited(saying, 9001, "паспорт № 123")])
    assert (await door.case("case1", OFFICER)).prepared == SELF | {"document": "паспорт № 123"}
    assert "паспорт № 123" in again.texts[-1]
    await press(door, OFFICER, again, russian.plain("work-issue-again-button"))
    await door.send([edited(saying, 9002, "паспорт № 1234")])
    assert (await door.case("case1", OFFICER)).prepared == {}
    assert shown.texts


async def test_the_journal_s_line_of_an_older_screen(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The button that wrote at once opens the line; what is not prepared yet is asked for."""
    await has(door, standard, CaseState.READY, assigned=OFFICER, prepared=SELF)
    shown = await door.tap(OFFICER, tap("issued"))
    assert shown.texts[0].startswith(russian("work-handover", number=NUMBER))
    assert shown.notices == []
    assert (await door.case("case1")).state is CaseState.READY


async def test_midnight_before_the_journal_s_line_is_written(
    door: FrontDoor, standard: Standard, russian: Texts
) -> None:
    """The line would have another day: it is shown anew, and nothing is written until that is confirmed."""
    await has(door, standard, CaseState.READY, assigned=OFFICER, prepared=SELF)
    shown = await door.say(OFFICER, f"/issue {NUMBER}")
    door.processor.clock = lambda: NOW + DAY
    again = await press(door, OFFICER, shown, russian.plain("work-issued-button"))
    assert again.texts[0].startswith(russian("work-day-changed"))
    assert "23 ноября 2026 года" in again.texts[0]
    assert (await door.case("case1")).state is CaseState.READY
    assert await door.rows("SELECT * FROM registers WHERE book = 'journal'") == []
    await press(door, OFFICER, again, russian.plain("work-issued-button"))
    assert (await door.case("case1")).handover.number == "1/2026"


async def test_the_line_is_resumed_or_gone(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The way back from elsewhere shows the line again; once a colleague has handed over, the card."""
    await has(door, standard, CaseState.READY, assigned=OFFICER, prepared=SELF)
    await door.say(OFFICER, f"/issue {NUMBER}")
    elsewhere = await door.say(OFFICER, "/queue")
    back = next(data for data in elsewhere.buttons.values() if data.startswith("q:resume:work."))
    shown = await door.tap(OFFICER, back)
    assert russian("work-handover", number=NUMBER) in shown.texts[0]
    elsewhere = await door.say(OFFICER, "/queue")
    await press(door, REGISTRAR, await door.say(REGISTRAR, f"/issue {NUMBER}"), russian.plain("work-issued-button"))
    card = await door.tap(OFFICER, back)
    assert russian("work-card-title", number=NUMBER) in card.texts[0]
