"""Officers at the front door: their commands, taps and typed text, and what each of them sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from dialogs.ui.texts import Texts
from domain.applications.case import CaseState
from domain.standard.edition import Standard
from domain.standard.terms import TermRole
from tests.factories.cases import another, worked
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of
from tests.factories.units import unit_id
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.front_door import FrontDoor


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("command", "offered"),
    [
        ("case", {"1", "2", "3", "4"}),
        ("take", {"1", "3", "4"}),
        ("release", {"2"}),
        ("receive", {"1", "2"}),
        ("need", {"1", "2"}),
        ("approve", {"2"}),
        ("refuse", {"2"}),
        ("ready", set()),
        ("assign", set()),
    ],
)
async def test_a_bare_command_offers_the_cases_it_can_be_done_to(
    door: FrontDoor, standard: Standard, russian: Texts, command: str, offered: set[str]
) -> None:
    """Only cases that allow the action are offered, with an example of naming one directly and a way back."""
    await has(door, standard, CaseState.REGISTERED, 1)
    await has(door, standard, CaseState.IN_REVIEW, 2, assigned=OFFICER)
    await has(door, standard, CaseState.APPROVED, 3)
    await has(door, standard, CaseState.READY, 4)
    await has(door, standard, CaseState.ISSUED, 5)
    answer = await door.say(OFFICER, f"/{command}")
    (text,) = answer.texts
    assert f"/{command} 2-65/2026-17" in text
    title = russian("work-pick-none") if not offered else russian(f"work-pick-{command.replace('case', 'see')}")
    assert text.startswith(title)
    *cases, back = answer.buttons
    assert {each.partition(":")[0].removeprefix("2-3/2026-") for each in cases} == offered
    assert back == russian.plain("work-queue-button")
    if offered:
        shown = await press(door, OFFICER, answer, cases[0])
        assert cases[0].partition(":")[0] in shown.texts[0]


@pytest.mark.parametrize("typed", ["2-3/2026", "2/3/2026-1", "<b>", "2-3/2026-1 2-3/2026-2", "№"])
async def test_what_is_no_number_shows_an_example(
    door: FrontDoor, standard: Standard, russian: Texts, typed: str
) -> None:
    """The answer quotes what was typed and offers the cases below it."""
    await has(door, standard, CaseState.IN_REVIEW, assigned=OFFICER)
    answer = await door.say(OFFICER, f"/approve {typed}")
    assert answer.texts[0].startswith(russian("work-bad-number", typed=typed))
    assert "/approve 2-65/2026-17" in answer.texts[0]
    assert len(answer.buttons) == 2
    assert await door.denials() == []


@pytest.mark.parametrize(
    "typed", ["№ 2-3/2026-1", "2–3/2026–1", "2‑3/2026‑1", f"{NUMBER}.", "\n2-3/2026-1", "1", "№ 1", "2026-1", "2026–1."]
)
async def test_a_number_however_it_is_typed(door: FrontDoor, standard: Standard, russian: Texts, typed: str) -> None:
    """As printed by the bot, with a phone's dashes, at the end of a sentence, or in part if only one case matches."""
    case = await has(door, standard, CaseState.IN_REVIEW, assigned=OFFICER)
    answer = await door.say(OFFICER, f"/approve {typed}")
    assert answer.texts[0].startswith(russian("work-approve-missionary", number=NUMBER, name=case.answers["full_name"]))


async def test_a_closed_case_is_found_by_the_end_of_its_number(door: FrontDoor, standard: Standard) -> None:
    """Although the queue no longer lists it."""
    await has(door, standard, CaseState.ISSUED, 7)
    assert "2-3/2026-7" in (await door.say(OFFICER, "/case 7")).texts[0]


async def test_a_number_that_no_register_has(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The officer reads that there is no such case and is offered the open ones; no denial is recorded."""
    await has(door, standard, CaseState.IN_REVIEW)
    answer = await door.say(OFFICER, "/case 99")
    assert answer.texts[0].startswith(russian("work-no-number", typed="99"))
    assert len(answer.buttons) == 2
    assert await door.denials() == []


async def test_a_number_of_two_years_is_asked_about(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """A tap decides which of the two cases was meant; cases of other offices are not offered."""
    await has(door, standard, CaseState.IN_REVIEW)
    old = another(worked(standard, CaseState.ISSUED), "old", 1)
    before = replace(old, registration=replace(old.filing, number="2-3/2025-1", handle="old"))
    given = replace(old.filing, number="2-4/2026-1", handle="elsewhere")
    elsewhere = replace(old, id="else", office=unit_id("2/4"), registration=given)
    await door.put(before, elsewhere)
    answer = await door.say(OFFICER, "/case 1")
    assert answer.texts == [russian("work-which-number")]
    assert list(answer.buttons)[:-1] == [NUMBER, "2-3/2025-1"]
    assert "2-3/2025-1" in (await press(door, OFFICER, answer, "2-3/2025-1")).texts[0]


@pytest.mark.parametrize(
    ("word", "state", "opened"),
    [
        *((word, CaseState.REGISTERED, "receive") for word in ("приняты", "received", "in_review", "ҚАБЫЛДАНДЫ")),
        *((word, CaseState.IN_REVIEW, "approve-missionary") for word in ("Решено", "approved", "мақұлданды")),
        *(
            (word, CaseState.IN_REVIEW, "refuse")
            for word in ("отказ", "ОТКАЗАНО", "refused", "бас тарту", "бас  тарту")
        ),
        *((word, CaseState.APPROVED, "ready") for word in ("готово", "ready", "дайын")),
        *((word, CaseState.READY, "issue") for word in ("выдано", "issued", "берілді")),
    ],
)
async def test_status_opens_the_step_that_leads_there(
    door: FrontDoor, standard: Standard, russian: Texts, word: str, state: CaseState, opened: str
) -> None:
    """In any of the three languages, upper or lower case, it opens the page that the button opens, and does nothing."""
    case = await has(door, standard, state, assigned=OFFICER)
    answer = await door.say(OFFICER, f"/status {NUMBER}  {word}")
    result = standard.term(TermRole.RESULT)
    details: dict[str, dict[str, str | int]] = {
        "ready": {"certificate": "1/2026"},
        "approve-missionary": {"name": case.answers["full_name"]},
        "receive": {"days": result.amount, "unit": result.unit},
    }
    assert answer.texts[0].startswith(russian(f"work-{opened}", number=NUMBER, **details.get(opened, {})))
    assert await door.case("case1") == case


@pytest.mark.parametrize("typed", ["№ 2-3/2026-1 готово", "1 готово.", "2–3/2026–1  ready"])
async def test_status_with_a_number_however_it_is_typed(
    door: FrontDoor, standard: Standard, russian: Texts, typed: str
) -> None:
    """The command takes a number in the same spellings as every other command."""
    await has(door, standard, CaseState.APPROVED, assigned=OFFICER)
    answer = await door.say(OFFICER, f"/status {typed}")
    assert answer.texts[0].startswith(russian("work-ready", number=NUMBER, certificate="1/2026"))


@pytest.mark.parametrize("typed", ["", NUMBER, f"{NUMBER} потом", "готово", f"готово {NUMBER}"])
async def test_status_shows_how_it_is_written(door: FrontDoor, standard: Standard, russian: Texts, typed: str) -> None:
    """The example has the number first, then the state; the cases are listed below it."""
    await has(door, standard, CaseState.APPROVED)
    answer = await door.say(REGISTRAR, f"/status {typed}")
    assert answer.texts[0].startswith(russian("work-status-how"))
    assert len(answer.buttons) == 2


async def test_a_stale_button_shows_what_has_changed(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """If two officers take the card at once, the second sees who was faster and the current card, and can go on."""
    await has(door, standard, CaseState.REGISTERED)
    cards = {who: await door.say(who, f"/case {NUMBER}") for who in (OFFICER, COLLEAGUE)}
    await press(door, OFFICER, cards[OFFICER], "Взять дело")
    answer = await press(door, COLLEAGUE, cards[COLLEAGUE], "Взять дело")
    assert answer.toast == russian.plain("toast-changed")
    (text,) = answer.texts
    assert text.startswith(russian("work-changed"))
    assert f"дело взято — Имя {OFFICER}" in text
    assert f"Ведёт: Имя {OFFICER}" in text
    assert (await door.case("case1")).assigned == OFFICER
    assert await door.denials() == []
    again = await press(door, COLLEAGUE, answer, "Взять дело")
    assert f"Ведёт: Имя {COLLEAGUE}" in again.texts[0]
    ((told, _),) = again.notices
    assert told == OFFICER


async def test_a_typed_line(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The officer ticks items, types a note and sends it; the applicant reads both, and the history gets one entry."""
    await has(door, standard, CaseState.REGISTERED)
    answer = await door.say(OFFICER, f"/need {NUMBER}")
    answer = await press(door, OFFICER, answer, next(each for each in answer.buttons if "Вызов" in each or "▫️" in each))
    answer = await press(door, OFFICER, answer, russian.plain("work-need-note-button"))
    assert russian("work-ask-need-note") in answer.texts[0]
    answer = await door.say(OFFICER, "Принесите <завтра>")
    assert "Принесите &lt;завтра&gt;" in answer.texts[0]
    answer = await press(door, OFFICER, answer, russian.plain("work-needed-button"))
    assert answer.toast == russian.plain("toast-needed")
    ((told, message),) = answer.notices
    assert told == APPLICANT
    assert "Принесите &lt;завтра&gt;" in message.parameters["text"]
    assert [str(each.kind) for each in await door.events(await door.case("case1"))] == ["filed", "needed"]


async def test_a_line_typed_for_an_older_version(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The text is not saved but shown back for copying, and the next text no longer counts as the answer."""
    await has(door, standard, CaseState.REGISTERED, prepared={"need_items": "identity"})
    await door.tap(OFFICER, tap("need-note"))
    await door.tap(COLLEAGUE, tap("take"))
    answer = await door.say(OFFICER, "Принесите <новую>")
    text = answer.texts[0]
    assert text.startswith(russian("work-changed"))
    assert russian("work-not-kept", text="Принесите <новую>") in text
    assert f"дело взято — Имя {COLLEAGUE}" in text
    assert "need_note" not in (await door.case("case1")).prepared
    searched = await door.say(OFFICER, "Кокшетау")
    assert russian("work-changed") not in searched.texts[0]
    assert (await door.case("case1")).version == 1


@dataclass(frozen=True)
class Line:
    """A question that a button asks, with a text it refuses, a text it accepts, and how the latter is stored."""

    button: str
    ask: str
    wrong: str
    right: str
    kept: str = ""


REFUSING = {"refuse_items": "identity", "refuse_defect/identity": "expired"}
LINES = {
    Line(tap("need-note"), "work-ask-need-note", "?!", "Да"): CaseState.REGISTERED,
    Line(tap("refuse-words", "identity"), "work-ask-refuse-words", "…", "Срок вышел"): CaseState.IN_REVIEW,
    Line(tap("mend", "term_to"), "work-mend-term-to", "01.01.2027", "05.03.2029", "2029-03-05"): CaseState.IN_REVIEW,
    Line(tap("mend", "city"), "work-mend-city", "—", "Боровое"): CaseState.IN_REVIEW,
    Line(tap("collector", "other"), "work-ask-collector", "А", "Ким А. Б."): CaseState.READY,
}
PROBLEMS = {"work-mend-term-to": "bad-date-before-start", "work-ask-collector": "bad-name-short"}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.ask)
async def test_a_wrong_line_is_asked_again(door: FrontDoor, standard: Standard, russian: Texts, line: Line) -> None:
    """The reply says what is wrong and repeats the question with its example; the next text answers it."""
    await has(door, standard, LINES[line], assigned=OFFICER, prepared=REFUSING)
    await door.tap(OFFICER, line.button)
    before = await door.case("case1", OFFICER)
    answer = await door.say(OFFICER, line.wrong)
    assert answer.texts[0].startswith(russian(PROBLEMS.get(line.ask, "bad-no-letters")))
    assert russian(line.ask) in answer.texts[0]
    assert await door.case("case1", OFFICER) == before
    await door.say(OFFICER, line.right)
    after = await door.case("case1", OFFICER)
    assert after.version == before.version + 1
    assert set(after.prepared.items()) - set(before.prepared.items()) == {
        ([*after.prepared][-1], line.kept or line.right)
    }


@dataclass(frozen=True)
class Act:
    """An action of the head on a case in this state, and how many messages each person gets about it."""

    button: str
    state: CaseState
    told: dict[int, int]
    files: int = 0
    changes: dict[str, Any] = field(default_factory=dict)


ISSUING = {"by": "self", "collector": "Ким А. Б.", "document": "паспорт"}
ACTS = [
    Act(tap("take"), CaseState.REGISTERED, {}),
    Act(tap("take"), CaseState.REGISTERED, {OFFICER: 1}, changes={"assigned": OFFICER}),
    Act(tap("take"), CaseState.REGISTERED, {}, changes={"assigned": 99}),
    Act(tap("release"), CaseState.REGISTERED, {OFFICER: 1}, changes={"assigned": OFFICER}),
    Act(tap("release"), CaseState.REGISTERED, {}, changes={"assigned": HEAD}),
    Act(tap("give", str(OFFICER)), CaseState.REGISTERED, {OFFICER: 1}),
    Act(tap("give", str(OFFICER)), CaseState.REGISTERED, {OFFICER: 1, COLLEAGUE: 1}, changes={"assigned": COLLEAGUE}),
    Act(tap("give", str(HEAD)), CaseState.REGISTERED, {COLLEAGUE: 1}, changes={"assigned": COLLEAGUE}),
    Act(tap("received"), CaseState.REGISTERED, {}, changes={"prepared": {"receive_items": "identity"}}),
    Act(tap("receive-all"), CaseState.REGISTERED, {}),
    Act(
        tap("recorded", "ticked.261125"),
        CaseState.REGISTERED,
        {APPLICANT: 1},
        changes={"prepared": {"receive_items": "identity"}},
    ),
    Act(tap("recorded", "all.261201"), CaseState.REGISTERED, {APPLICANT: 2}),
    Act(
        tap("recorded", "all.261201"),
        CaseState.IN_REVIEW,
        {APPLICANT: 1},
        changes={"complete_at": NOW - timedelta(days=1)},
    ),
    Act(tap("needed"), CaseState.REGISTERED, {APPLICANT: 1}, changes={"prepared": {"need_items": "identity"}}),
    Act(tap("approved"), CaseState.IN_REVIEW, {APPLICANT: 1}, 1),
    Act(tap("refused"), CaseState.IN_REVIEW, {APPLICANT: 3}, 1, changes={"prepared": REFUSING}),
    Act(tap("made-ready"), CaseState.APPROVED, {APPLICANT: 1}),
    Act(tap("issued"), CaseState.READY, {}, changes={"prepared": ISSUING}),
    Act(tap("issued", "261122"), CaseState.READY, {APPLICANT: 2}, changes={"prepared": ISSUING}),
    Act(tap("need-tick", "identity"), CaseState.REGISTERED, {}),
    Act(tap("refuse"), CaseState.IN_REVIEW, {}),
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.button)
async def test_who_is_told(door: FrontDoor, standard: Standard, act: Act) -> None:
    """The applicant hears at once what concerns them, and so does the previous or new officer; nobody else does."""
    await has(door, standard, act.state, **act.changes)
    answer = await door.tap(HEAD, act.button)
    assert Counter(told for told, _ in answer.notices) == act.told
    assert len(answer.files) == act.files


async def test_a_photo_where_a_text_is_asked_for(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The bot repeats the question, and a text answers it."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("need-note"))
    photo = door.saying(OFFICER, "")
    photo["message"] |= {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]}
    del photo["message"]["text"]
    (answer,) = await door.send([photo])
    assert answer.texts[0].startswith(russian("bad-other-kind"))
    assert russian("work-ask-need-note") in answer.texts[0]
    await door.say(OFFICER, "Принесите")
    assert (await door.case("case1", OFFICER)).prepared == {"need_note": "Принесите"}


@pytest.mark.parametrize("elsewhere", ["/approve", "/status", "/queue", "/passes", "/journal", "/export", "card"])
async def test_what_is_typed_after_another_page_is_no_line(door: FrontDoor, standard: Standard, elsewhere: str) -> None:
    """Text does not answer a question that is no longer on the screen."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("need-note"))
    await (door.say(OFFICER, elsewhere) if elsewhere.startswith("/") else door.tap(OFFICER, tap(elsewhere)))
    await door.say(OFFICER, "Кокшетау")
    assert (await door.case("case1", OFFICER)).prepared == {}


async def test_a_line_typed_by_somebody_who_left(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """An officer dismissed between question and answer is denied, and nothing is saved."""
    case = await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("need-note"))
    await door.leave(officer_of(OFFICER))
    answer = await door.say(OFFICER, "Принесите")
    assert answer.texts == [russian("work-denied")]
    assert await door.denials() == [(OFFICER, "need", "case1")]
    assert await door.case("case1") == case


async def test_ticks_that_came_to_nothing(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """An action that needs ticked items says above the card that none is ticked."""
    await has(door, standard, CaseState.REGISTERED)
    for action in ("received", "needed"):
        answer = await door.tap(OFFICER, tap(action))
        assert answer.texts[0].startswith(russian("bad-nothing-ticked"))
    for action, argument in (("receive-tick", "premises"), ("give", "1"), ("copy", "7")):
        answer = await door.tap(HEAD, tap(action, argument))
        assert answer.texts[0].startswith(russian("bad-choose"))


@pytest.mark.parametrize(
    "command", ["/queue", "/offices", "/journal", "/complaints", "/officers", "/indicators", "/help"]
)
async def test_a_reason_that_was_left(door: FrontDoor, standard: Standard, command: str) -> None:
    """A town typed elsewhere is no reason of an act; the way back asks for the reason again."""
    case = await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("need-note"))
    elsewhere = await door.say(OFFICER, command)
    back = next((data for data in elsewhere.buttons.values() if data.startswith("q:resume:work.")), None)
    await door.say(OFFICER, "Караганда")
    assert "Караганда" not in (await door.case(case.id, OFFICER)).prepared.values()
    if back is None:  # what cannot have the button is followed by a message that has
        assert command == "/indicators"
        return
    again = await door.tap(OFFICER, back)
    assert "need_note" not in (await door.case(case.id, OFFICER)).prepared
    await door.say(OFFICER, "Нужна доверенность.")
    assert (await door.case(case.id, OFFICER)).prepared["need_note"] == "Нужна доверенность."
    assert again.texts


async def test_a_town_on_the_page_of_an_act(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The page stays and waits for its button; the office finder is left alone."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("receive"))
    assert (await door.say(OFFICER, "Караганда")).texts == [russian("conversation-choose")]


async def test_what_an_officer_prepares_is_theirs_alone(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Ticks do not reach a colleague's page, are not recorded in their name, and make no page of theirs outdated."""
    await has(door, standard, CaseState.REGISTERED)
    theirs = await door.tap(REGISTRAR, tap("receive"))
    mine = await door.tap(HEAD, tap("receive-tick", "identity"))
    assert russian.plain("work-received-button") in mine.buttons
    button = next(
        data for label, data in theirs.buttons.items() if data.startswith("work:receive-tick:case1.application")
    )
    theirs = await door.tap(REGISTRAR, button)
    assert theirs.toast != russian.plain("toast-changed")
    shown = await press(door, REGISTRAR, theirs, russian.plain("work-received-button"))
    await press(door, REGISTRAR, shown, russian.plain("work-recorded-button"))
    assert set((await door.case("case1")).received) == {"application"}
    assert (await door.case("case1", HEAD)).prepared == {"receive_items": "identity"}


async def test_a_note_is_sent_by_whoever_wrote_it_or_removed(
    door: FrontDoor, standard: Standard, russian: Texts
) -> None:
    """It does not go out with what a colleague asks for."""
    await has(door, standard, CaseState.REGISTERED)
    answer = await door.tap(HEAD, tap("need-tick", "identity"))
    await press(door, HEAD, answer, russian.plain("work-need-note-button"))
    noted = await door.say(HEAD, "Паспорт просрочен.")
    assert "Паспорт просрочен." in noted.texts[0]
    answer = await door.tap(OFFICER, tap("need-tick", "invitation"))
    assert "Паспорт просрочен." not in answer.texts[0]
    sent = await press(door, OFFICER, answer, russian.plain("work-needed-button"))
    assert "Паспорт просрочен." not in sent.notices[0][1].parameters["text"]
    noted = await door.say(HEAD, f"/need {NUMBER}")
    assert "Паспорт просрочен." in noted.texts[0]
    removed = await press(door, HEAD, noted, russian.plain("work-need-note-drop-button"))
    assert "Паспорт просрочен." not in removed.texts[0]
    assert (await door.case("case1", HEAD)).prepared == {"need_items": "identity"}


async def test_all_that_changed_since_the_screen(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Not only the last entry, and nothing the officer saw there already; with what was received, and who did it."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(COLLEAGUE, tap("take"))
    seen = await door.say(OFFICER, f"/case {NUMBER}")
    take = next(each for each in seen.buttons.values() if each.startswith("work:take"))
    ticked = await door.tap(REGISTRAR, tap("receive-tick", "identity", 1))
    shown = await press(door, REGISTRAR, ticked, russian.plain("work-received-button"))
    await press(door, REGISTRAR, shown, russian.plain("work-recorded-button"))
    version = (await door.case("case1")).version
    await door.tap(HEAD, tap("release", "", version))
    text = (await door.tap(OFFICER, take)).texts[0].split(f"Дело № {NUMBER}")[0]
    assert f"Имя {REGISTRAR}" in text
    assert russian.plain("item-identity-button") in text
    assert f"Имя {HEAD}" in text
    assert f"дело взято — Имя {COLLEAGUE}" not in text


async def test_an_officer_s_own_newer_screen(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """A button of a screen that the officer themselves left behind does not blame a colleague."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("need-tick", "identity"))
    answer = await door.tap(OFFICER, tap("need-tick", "identity"))
    assert answer.texts[0].startswith(russian("work-changed-own"))
    assert russian("work-changed") not in answer.texts[0]
    assert (await door.case("case1", OFFICER)).prepared == {"need_items": "identity"}


@pytest.mark.parametrize(
    ("actor", "named", "not_named"),
    [
        (REGISTRAR, {"receive", "complaints", "export"}, {"approve", "invite"}),
        (OFFICER, {"take", "approve", "indicators"}, {"assign", "invite"}),
        (HEAD, {"assign", "invite", "complaints"}, set[str]()),
        (APPLICANT, set[str](), {"queue", "invite"}),
    ],
)
async def test_help_for_work(door: FrontDoor, russian: Texts, actor: int, named: set[str], not_named: set[str]) -> None:
    """It names the commands of the person's role, and no others."""
    (text,) = (await door.say(actor, "/help")).texts
    said = {each: f"/{each} — {russian.plain(f'command-{each}')}" for each in named | not_named}
    assert {each for each, row in said.items() if row in text} == named
    assert (russian("help-work") in text) == bool(named)


async def test_a_choice_of_many_cases(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """In order of their numbers, the colleague's marked, and with a word that there are more."""
    for number in (10, 9, 2, *range(11, 29)):
        await has(door, standard, CaseState.REGISTERED, number, assigned=COLLEAGUE if number == 9 else None)
    answer = await door.say(OFFICER, "/take")
    assert russian("work-cut", most=20, total=21) in answer.texts[0]
    labels = list(answer.buttons)
    numbers = [label.partition(":")[0].rpartition("-")[2] for label in labels if "2-3/2026-" in label]
    assert numbers == [str(each) for each in (2, *range(9, 28))]
    state = russian.plain("work-state-registered-short")
    marked = russian.plain("work-case-colleague-button", number="2-3/2026-9", state=state)
    assert [label for label in labels if "коллега" in label] == [marked]
