"""Every screen with the longest answers that may be given: each message, button and toast is one that Telegram takes.

The front door looks at every call (`tests/handlers/fitting.py`); here it is given what is longest.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from dialogs.ui.callback_data import (
    ApplicationCallback,
    CallbackData,
    CaseworkCallback,
    ComplaintCallback,
    OfficerComplaintCallback,
)
from dialogs.ui.texts import Texts, unmark
from domain.applications.answers import LONGEST_NAME, LONGEST_NUMBER, LONGEST_TEXT
from domain.applications.case import Case, CaseState, Declaration
from domain.applications.checklist import MATERIALS, cards
from domain.applications.materials import LONGEST_TITLE, MOST_MATERIALS, Material
from domain.applications.outcomes import Handover, Refusal, Shortfall
from domain.complaints.complaint import Answer as BodysAnswer
from domain.complaints.complaint import Complaint, ComplaintState, Extension, Slip
from domain.languages import Language
from domain.offices.units import UnitId
from domain.people import NOTICE_VERSION, Person
from domain.staff.invitations import LONGEST as LONGEST_SIGNATURE
from domain.standard.edition import Standard
from domain.standard.questions import Kind
from domain.text import telegram_length
from services.casework.paperwork import LONGEST as LONGEST_LINE
from services.complaints.content import LONGEST_ALL, LONGEST_ANSWER, LONGEST_REASON
from services.complaints.content import LONGEST_TEXT as LONGEST_COMPLAINT
from tests.factories.cases import QUESTIONS, another, started, worked
from tests.factories.complaints import complained
from tests.factories.editions import add_acceptance, add_ground, add_pause
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD, REGISTRAR
from tests.factories.units import AKIMAT, KINDS, MISSIONARY
from tests.handlers.actions import commands
from tests.handlers.casework.test_kept_terms import changed
from tests.handlers.front_door import front_door
from tests.handlers.matrix.test_bounds import ADMIN, AKIM, CLERK, GROUND, REASON, TEAM, TRIES, WRITTEN, Town, actions

pytestmark = pytest.mark.untraced

EMOJI, MARKS, KAZAKH = "😀", "<&>", "Қ"
LANGUAGES = {EMOJI: Language.KK, MARKS: Language.RU, KAZAKH: Language.EN}


def filled(letters: str, most: int) -> str:
    """As long as may be, with a word in it."""
    text = "я" + letters * ((most - 1) // telegram_length(letters))
    return text + "я" * (most - telegram_length(text))


NAME = "Әділбек-" * ((LONGEST_NAME - 8) // 8) + "Қанат Ө"


def told(subject: str, letters: str) -> dict[str, str]:
    """Every question answered with the longest answer of its kind."""
    longest = {
        Kind.NAME: NAME,
        Kind.TEXT: filled(letters, LONGEST_TEXT),
        Kind.CHOICE_OR_TEXT: filled(letters, LONGEST_TEXT),
        Kind.NUMBER: "1" * LONGEST_NUMBER,
    }
    words = {each.id: longest[each.kind] for each in QUESTIONS[subject] if each.kind in longest}
    return words | {"by": "representative", "intent": "reregistration", "earlier_date": "2025-02-01"}


@dataclass
class Verbose(Town):
    """Where everybody says as much as they may."""

    letters: str = EMOJI
    subject: str = MISSIONARY

    async def newcomer(self) -> int:
        """Somebody who has agreed to the notice, in one of the languages."""
        user = 700_000 + next(self.numbers)
        await self.door.put(Person(user, LANGUAGES[self.letters]).consenting(NOTICE_VERSION, NOW))
        return user

    async def case(self, state: CaseState, **changes: Any) -> Case:  # noqa: ANN401  # fields of any type
        """A case of a newcomer's."""
        number, user = next(self.numbers), await self.newcomer()
        line = filled(self.letters, LONGEST_LINE)
        made = another(worked(self.standard, state, self.subject), f"case{number}", 500 + number, applicant=user)
        title = filled(self.letters, LONGEST_TITLE)
        materials = (Material(title, 99_999, "экземпляров"),) * MOST_MATERIALS
        items = [each.id for each in self.standard.checklists[self.subject]]
        refusal = Refusal.of([Shortfall(each, "illegible", line) for each in items], NOW, NOW.date() - timedelta(9))
        lines = dict.fromkeys(("need_note", "refuse_reason", "document", "power_of_attorney", "ground_words"), line)
        lines |= {"by": "other", "collector": NAME} | {f"refuse_words/{each}": line for each in items}
        lines |= dict.fromkeys(("need_items", "refuse_items"), ",".join(items))
        lines |= dict.fromkeys(
            ("citizenship", "association", "city", "office_city"), filled(self.letters, LONGEST_TEXT)
        )
        whole = replace(
            made,
            answers={**made.answers, **told(self.subject, self.letters)},
            materials=materials if self.subject == MISSIONARY else (),
            prepared=WRITTEN | lines,
            refusal=refusal if made.refusal else None,
            handing=Handover("1/2026", NOW, "Ахметова А.", NAME, line, line) if made.handing else None,
        )
        whole = replace(whole, **{name: value for name, value in changes.items() if name != "prepared"})
        whole = replace(whole, declared={each.item.id: Declaration.HAVE for each in cards(whole, self.standard)})
        await self.door.put(whole)
        return whole

    async def complaint(self, stage: ComplaintState, unit: UnitId = AKIMAT) -> Complaint:
        """A complaint of a newcomer's."""
        number, user = next(self.numbers), await self.newcomer()
        text, reason = filled(self.letters, LONGEST_COMPLAINT), filled(self.letters, LONGEST_REASON)
        answer = filled(self.letters, LONGEST_ANSWER)
        signature = "Ә" * (LONGEST_SIGNATURE - 6) + " А. Б."
        sent = stage not in {ComplaintState.DRAFT, ComplaintState.LETTER}
        made = complained(stage, 500 + number, author=user, unit=unit, prepared={"answer": text, "reason": reason})
        whole = replace(
            made,
            name=NAME,
            address=filled(self.letters, LONGEST_TEXT),
            texts=(text,) * (LONGEST_ALL // LONGEST_COMPLAINT),
            slip=Slip(NOW, signature) if made.slip else None,
            extension=Extension(NOW, reason, NOW.date()) if made.slip else None,
            answers=(BodysAnswer(NOW, signature, answer),) if made.answers or stage is ComplaintState.ACCEPTED else (),
            reopened=reason if sent and stage is not ComplaintState.ANSWERED else "",
        )
        await self.door.put(whole)
        return whole


@pytest.fixture
async def door_of_town(tmp_path: Path, standard: Standard) -> AsyncIterator[Verbose]:
    async with front_door(tmp_path, ADMIN) as door:
        reasons: dict[str, str] = dict.fromkeys(Language, "ы" * 60)
        why: dict[str, str] = dict.fromkeys(Language, "ы" * 300)
        law = (add_pause(REASON, "decision", names=reasons), add_ground(GROUND, why, explain=True), add_acceptance())
        door.serve(changed(tmp_path / "law", *law))
        long = [replace(each, name="Ә" * (LONGEST_SIGNATURE - 6) + " А. Б.") for each in TEAM]
        await door.put(*long, *(Person(each, Language.KK) for each in (HEAD, AKIM, ADMIN)))
        yield Verbose(door, standard)


@pytest.mark.parametrize("subject", KINDS)
@pytest.mark.parametrize("letters", [EMOJI, MARKS, KAZAKH], ids=["emoji", "marks", "kazakh"])
@pytest.mark.parametrize("capability", TRIES, ids=lambda each: each.prefix)
async def test_every_screen(door_of_town: Verbose, capability: type[CallbackData], letters: str, subject: str) -> None:
    """One tap on every button; the front door refuses what Telegram would."""
    town = replace(door_of_town, letters=letters, subject=subject)
    for action in actions(capability):
        made = await TRIES[capability](town, action)
        version = await town.version(made.record)
        await town.door.tap(made.actor, made.tap(capability, action, version))


@pytest.mark.parametrize("subject", KINDS)
@pytest.mark.parametrize("letters", [EMOJI, MARKS, KAZAKH], ids=["emoji", "marks", "kazakh"])
async def test_every_state_of_a_case(door_of_town: Verbose, letters: str, subject: str) -> None:
    """Its pages for the applicant and for the office, also after a refusal with words about every item."""
    town = replace(door_of_town, letters=letters, subject=subject)
    for state in CaseState:
        case = await town.case(state)
        for action in ("open",) if state is CaseState.DRAFT else ("open", "history", "clocks"):
            about = case.id if action == "open" else f"{case.id}."
            answer = await town.door.tap(case.applicant, ApplicationCallback(action, about, "0").pack())
            assert answer.texts[0]
        for action in () if state is CaseState.DRAFT else ("card", "answers", "history", "clocks"):
            assert (await town.door.tap(HEAD, CaseworkCallback(action, f"{case.id}.").pack())).texts[0]
    journal = await town.door.say(HEAD, "/journal 2-3 2026")
    assert NAME in journal.texts[0]


@pytest.mark.parametrize("letters", [EMOJI, MARKS, KAZAKH], ids=["emoji", "marks", "kazakh"])
async def test_every_stage_of_a_complaint(door_of_town: Verbose, letters: str) -> None:
    """Its pages for the author and for the body; whatever is cut on the card stands whole behind its button."""
    town = replace(door_of_town, letters=letters)
    for stage in ComplaintState:
        made = await town.complaint(stage)
        opened = await town.door.tap(made.author, ComplaintCallback("open", made.id).pack())
        assert opened.texts[0]
        if stage in {ComplaintState.DRAFT, ComplaintState.LETTER}:
            continue
        for action in ("card", "history", "first", "files"):
            assert (await town.door.tap(AKIM, OfficerComplaintCallback(action, f"{made.id}.").pack())).texts[0]
        whole = await town.door.tap(AKIM, OfficerComplaintCallback("whole", f"{made.id}.").pack())
        extended = made.extension.reason if made.extension else ""
        words = [*made.texts, made.reopened, extended, *(each.text for each in made.answers)]
        assert "".join(map(unmark, whole.texts)) == "".join(words)


async def test_an_application_of_emoji_is_filed(door_of_town: Verbose) -> None:
    """As many as the answers hold: what the review shows is cut, what is kept is not, and the last step works."""
    case = await replace(door_of_town, letters=EMOJI).case(CaseState.DRAFT)
    assert sum(each.count(EMOJI) for each in case.answers.values()) > 1_600
    for action in ("review", "answers", "preview", "confirm"):
        assert (
            await door_of_town.door.tap(case.applicant, ApplicationCallback(action, f"{case.id}.", "0").pack())
        ).calls
    filed = await door_of_town.door.tap(case.applicant, ApplicationCallback("file", f"{case.id}.", "0").pack())
    assert len(filed.texts) == 3
    kept = await door_of_town.door.case(case.id)
    assert kept.registration
    assert kept.answers["address"] == case.answers["address"]


@pytest.mark.parametrize("length", [LONGEST_TEXT, LONGEST_TEXT + 1])
async def test_what_cannot_fit_is_told_at_its_question(door_of_town: Verbose, russian: Texts, length: int) -> None:
    """An emoji is two units, as Telegram counts it: 500 units are an answer, one more is told with both figures."""
    door, draft = door_of_town.door, started()
    await door.put(Person(APPLICANT).consenting(NOTICE_VERSION, NOW))
    await door.put(replace(draft, answers={key: each for key, each in draft.answers.items() if key != "association"}))
    await door.tap(APPLICANT, ApplicationCallback("next", f"{draft.id}.", "0").pack())
    answer = await door.say(APPLICANT, filled(EMOJI, length))
    told = russian("bad-too-long", most=LONGEST_TEXT, given=length)
    assert (told in answer.texts[0]) == (length > LONGEST_TEXT)


MESSAGE = {"emoji": EMOJI * 2048, "marks": MARKS * 1365, "a word": "Қ" * 4096, "lines": "я\n" * 2048}


@pytest.mark.parametrize("text", MESSAGE.values(), ids=MESSAGE)
async def test_the_longest_message(door_of_town: Verbose, text: str) -> None:
    """Whatever a command is given, and what answers no question, is answered."""
    for command in ("", *sorted(commands())):
        typed = f"/{command} {text}" if command else text
        for actor in (HEAD, AKIM, ADMIN):
            assert (await door_of_town.door.say(actor, typed)).calls, command


@pytest.mark.parametrize("text", MESSAGE.values(), ids=MESSAGE)
async def test_the_longest_message_at_a_question(door_of_town: Verbose, text: str) -> None:
    """Of whatever kind; also where it comes too late, and is shown back."""
    door, town = door_of_town.door, door_of_town
    draft, case, issued = [await town.case(each) for each in (CaseState.DRAFT, CaseState.REGISTERED, CaseState.ISSUED)]
    accepted, answered = await town.complaint(ComplaintState.ACCEPTED), await town.complaint(ComplaintState.ANSWERED)
    written = await town.complaint(ComplaintState.DRAFT)
    drafts = [f"app:{each}:{draft.id}.{{}}:0" for each in ("edit", "item")]
    asks = [
        *((draft.applicant, drafts[0].format(each.id)) for each in QUESTIONS[MISSIONARY]),
        (draft.applicant, drafts[1].format(MATERIALS)),
        (HEAD, f"work:need-note:{case.id}.:0"),
        (AKIM, f"cpw:answer:{accepted.id}.:0"),
        (AKIM, f"cpw:extend:{accepted.id}.:0"),
        (answered.author, f"cmp:reopen:{answered.id}.:0"),
        *((written.author, f"cmp:edit:{written.id}.{each}:0") for each in ("name", "address", "text")),
        (issued.applicant, f"app:further:{issued.id}.:0"),
    ]
    for actor, data in asks:
        assert (await door.tap(actor, data)).calls
        assert (await door.say(actor, text)).texts[0], data


async def test_a_line_that_comes_too_late(door_of_town: Verbose) -> None:
    """It is shown back as far as it fits, above a card as long as it may be."""
    door, town = door_of_town.door, door_of_town
    case, complaint = await town.case(CaseState.REGISTERED), await town.complaint(ComplaintState.ACCEPTED)
    for actor, data, other, line, done in (
        (HEAD, f"work:need-note:{case.id}.:0", REGISTRAR, f"work:need-note:{case.id}.:0", f"work:needed:{case.id}.:1"),
        (
            AKIM,
            f"cpw:answer:{complaint.id}.:0",
            CLERK,
            f"cpw:extend:{complaint.id}.:0",
            f"cpw:extended:{complaint.id}.:1",
        ),
    ):
        await door.tap(actor, data)
        await door.tap(other, line)
        await door.say(other, "Принесите паспорт.")
        await door.tap(other, done)
        late = await door.say(actor, "я" + EMOJI * 2000)
        assert EMOJI * 400 in late.texts[0], data
