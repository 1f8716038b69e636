"""Pages for officers: the queue, the registers, what a forged button shows, and how long a page may be."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import pytest_asyncio
from pypdf import PdfReader

from dialogs.casework.registers import made_text
from dialogs.ui.dates import full_date
from dialogs.ui.texts import Texts, unmark
from documents.uploads.cleaning import clean
from domain.applications.case import CaseState
from domain.applications.materials import Material
from domain.history import Event, EventKind
from domain.staff.membership import Role
from domain.standard.edition import Standard
from domain.standard.questions import Kind
from storage.applications import SqlCases
from storage.history.events import SqlHistory
from tests.documents.uploads.test_pictures import picture
from tests.factories.cases import QUESTIONS
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, COLLEAGUE, HEAD, OFFICER, REGISTRAR, officer_of
from tests.factories.texts import home_html
from tests.factories.units import DEPARTMENT, KINDS, KOKSHETAU
from tests.handlers.casework.office import NUMBER, has, manned, press, tap
from tests.handlers.front_door import FrontDoor

TELEGRAM_TAKES = 4096  # characters in one message


@pytest.fixture
def unharmed() -> None:
    """Overrides the check of the shared bot: the front door looks into the quarantine after each update."""


@pytest_asyncio.fixture
async def door(tmp_path: Path) -> AsyncIterator[FrontDoor]:
    async with manned(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    "data",
    [
        "work:take:case1.:",
        "work:take:case1.:x",
        "work:take:case1.:٣",
        "work:take:case1.:-1",
        "work:nothing:case1.:0",
        "work:__class__:case1.:0",
        "work:give:case1.:0",
        "work:give:case1.x:0",
        "work:mend:case1.full_name:0",
        "work:collector:case1.both:0",
        "work:copy:case1.x:",
    ],
)
async def test_a_forged_button_of_a_case_shows_the_case(
    door: FrontDoor, standard: Standard, russian: Texts, data: str
) -> None:
    """Anyone who may see the case gets its card; nothing changes and no denial is recorded."""
    states = {"mend": CaseState.IN_REVIEW, "collector": CaseState.READY}
    case = await has(door, standard, states.get(data.split(":")[1], CaseState.REGISTERED))
    answer = await door.tap(HEAD, data)
    assert answer.texts[0].startswith(russian("work-changed"))
    assert f"Дело № {NUMBER}" in answer.texts[0]
    assert await door.case("case1") == case
    assert await door.denials() == []
    stranger = await door.tap(1, data)
    assert stranger.texts == [russian("work-denied")]


@pytest.mark.parametrize(
    "data",
    [
        "work:queue:everything.0:",
        "work:queue:mine.-1:",
        "work:queue:mine.99999:",
        "work:queue:mine.:",
        "work:journal:2/3.1066:",
        "work:journal:x.2026:",
        "work:journal-file:2/3.:",
        "work:export-file:2/3.261301.261130:",
        "work:export-file:2/3.1.2:",
        "work:export-file:x.261101.261130:",
        "work:export:x:",
        "work:nothing::0",
        "work:take::0",
    ],
)
async def test_a_forged_button_of_no_case_leads_home(door: FrontDoor, russian: Texts, data: str) -> None:
    """The button is answered like any other outdated one."""
    answer = await door.tap(HEAD, data)
    assert answer.texts in ([f"{russian('stale')}\n\n{home_html('ru')}"], [russian("work-denied")])
    assert (answer.texts == [russian("work-denied")]) is data.startswith("work:take")


async def test_pages_of_the_queue(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Eight cases to a page, forward and back; beyond the end comes the last page; each tab shows its count."""
    for number in range(1, 18):
        await has(door, standard, CaseState.REGISTERED, number, assigned=OFFICER if number < 3 else None)
    first = await door.say(OFFICER, "/queue")
    assert russian("work-heap-all", count=17) in first.texts[0]
    assert russian("work-page", page="1", pages="3") in first.texts[0]
    assert russian.plain("work-earlier-button") not in first.buttons
    second = await press(door, OFFICER, first, russian.plain("work-later-button"))
    third = await press(door, OFFICER, second, russian.plain("work-later-button"))
    assert russian.plain("work-later-button") not in third.buttons
    shown = [{each for each in page.buttons if each.startswith("2-3/")} for page in (first, second, third)]
    assert [len(each) for each in shown] == [8, 8, 1]
    assert len(set().union(*shown)) == 17
    again = await press(door, OFFICER, third, russian.plain("work-earlier-button"))
    assert again.texts == second.texts
    assert (await door.tap(OFFICER, "work:queue:all.9:")).texts == third.texts
    mine = await press(door, OFFICER, first, russian.plain("work-heap-mine-button", count="2"))
    assert russian("work-heap-mine", count=2) in mine.texts[0]
    empty = await press(door, OFFICER, first, russian.plain("work-heap-overdue-button", count="0"))
    assert russian("work-heap-empty") in empty.texts[0]
    card = await press(door, OFFICER, first, next(iter(first.buttons)))
    assert card.texts[0].startswith("<b>Дело № 2-3/2026-")


async def test_the_books(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The journal of a year, the expected visitors and the cases of a period open as a page and as a file."""
    await has(door, standard, CaseState.ISSUED)
    await has(door, standard, CaseState.REFUSED, 2)
    books = await press(door, REGISTRAR, await door.say(REGISTRAR, "/queue"), russian.plain("work-books-button"))
    journal = await press(door, REGISTRAR, books, russian.plain("work-journal-button"))
    assert "Записей: 1" in journal.texts[0]
    assert "1/2026" in journal.texts[0]
    file = await press(door, REGISTRAR, journal, russian.plain("work-journal-file-button"))
    assert file.files == ["journal-2-3-2026.xlsx"]
    before = await press(door, REGISTRAR, journal, "2025")
    assert russian("work-journal-none") in before.texts[0]
    assert russian.plain("work-journal-file-button") not in before.buttons
    passes = await press(door, REGISTRAR, books, russian.plain("work-passes-button"))
    assert passes.texts == [russian("work-passes-none")]
    export = await press(door, REGISTRAR, books, russian.plain("work-export-button"))
    files = await press(door, REGISTRAR, export, "01.11.2026 – 22.11.2026")
    assert files.files == ["cases-2-3-2026-11-01-2026-11-22.xlsx", "cases-2-3-2026-11-01-2026-11-22.csv"]
    title = russian("work-export-title", unit=standard.unit(KOKSHETAU).corrected().name)
    assert files.texts == [f"{title}\n{russian('work-table', count=2)}\n{made_text(NOW, russian)}"] * 2
    typed = await door.say(REGISTRAR, "/export 22.11.2026 01.11.2026")
    assert typed.files == files.files


@pytest.mark.parametrize(
    "days",
    [
        *("01.11.2026–22.11.2026", "01.11.2026 - 22.11.2026.", "с 01.11.2026 по 22.11.2026", "01.11.2026, 22.11.2026"),
        *("1 ноября 2026 г. – 22 ноября 2026 г.", "01.11.26 22.11.26", "2–3 01.11.2026\n22.11.2026"),
    ],
)
async def test_days_however_they_are_typed(door: FrontDoor, days: str) -> None:
    """With a dash between, in words, with years of two figures, behind the unit's number with a phone's dash."""
    answer = await door.say(REGISTRAR, f"/export {days}")
    assert answer.files[:1] == ["cases-2-3-2026-11-01-2026-11-22.xlsx"]


@pytest.mark.parametrize("days", ["вчера", "01.11.2026", "01.11.2026 потом", "01.11.2026 02.11.2026 03.11.2026"])
async def test_days_that_are_none_show_an_example(door: FrontDoor, russian: Texts, days: str) -> None:
    """An export needs two dates; anything else is answered with an example and the usual periods below it."""
    answer = await door.say(REGISTRAR, f"/export {days}")
    assert answer.texts[0].startswith(russian("work-export-how"))
    assert len(answer.buttons) == 5


async def test_books_of_several_units(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """Staff of two units are asked which one they mean, unless the command names it."""
    await door.put(officer_of(HEAD, DEPARTMENT, Role.HEAD))
    names = [standard.unit(each).corrected().name for each in (DEPARTMENT, KOKSHETAU)]
    for command in ("journal", "export"):
        answer = await door.say(HEAD, f"/{command}")
        assert answer.texts == [russian(f"work-{command}-unit")]
        assert list(answer.buttons)[:2] == names
        chosen = await press(door, HEAD, answer, names[1])
        assert names[1] in chosen.texts[0]
        assert names[0] in (await door.say(HEAD, f"/{command} 1-3")).texts[0]
    for typed in ("2025 1/3", "1–3 2025.", "1‑3, 2025"):
        assert "2025 год" in (await door.say(HEAD, f"/journal {typed}")).texts[0]


async def test_copies_that_were_attached(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """A copy that has been fetched and cleaned opens as a file; one not fetched yet is not offered."""
    case = await has(door, standard, CaseState.REGISTERED)
    empty = await door.tap(REGISTRAR, tap("copies"))
    assert empty.texts == [russian("work-copies-none")]
    for item, content in (("invitation", b"first"), ("mission-authority", None), ("invitation", b"third")):
        await door.attach(case, item, content)
    copies = await door.tap(REGISTRAR, tap("copies"))
    assert copies.texts == [russian("work-copies", count=2)]
    assert len(copies.buttons) == 3
    name = russian.plain("item-invitation-button")
    shown = await press(door, REGISTRAR, copies, russian.plain("work-copy-button", number="2", item=name))
    assert shown.files == ["invitation-3.pdf"]
    (call,) = shown.calls
    assert call.file
    assert call.file.content == b"third"
    waits = await door.tap(REGISTRAR, tap("copy", "2"))
    assert waits.files == []


async def test_a_whole_case_to_print(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The stamped copy, the answers, the history, what was decided, and the copies, in one PDF for the file."""
    case = await has(door, standard, CaseState.ISSUED)
    photo = clean(picture("JPEG")).content
    for item, content in (("invitation", photo), ("mission-authority", None), ("identity", photo)):
        await door.attach(case, item, content)
    answer = await door.tap(REGISTRAR, tap("print"))
    assert answer.texts == [russian("work-print-file", number=NUMBER, copies="2", of="2")]
    (call,) = answer.calls
    assert call.file
    assert (call.file.name, call.protected) == (f"delo-{NUMBER.replace('/', '-')}.pdf", False)
    pages = PdfReader(BytesIO(call.file.content)).pages
    stamped, answers, history, certificate, *copies = (" ".join(page.extract_text().split()) for page in pages)
    assert f"Входящий № {NUMBER}" in stamped
    assert answers.startswith(unmark(russian("work-answers", number=NUMBER)))
    assert case.answers["citizenship"] in answers  # which stands on no form
    assert history.startswith(unmark(russian("history-title")))
    assert certificate.endswith("Печать")
    assert copies == ["", ""]
    assert all(len(page.images) == 1 for page in pages[-2:])


async def test_what_does_not_fit_is_not_printed(
    door: FrontDoor, standard: Standard, russian: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies that are too large together stay out, and the officer is told how many are in."""
    case = await has(door, standard, CaseState.REGISTERED)
    photo = clean(picture("JPEG")).content
    monkeypatch.setattr("handlers.casework.card.MOST_PRINTED", len(photo))
    for _ in range(2):
        await door.attach(case, "identity", photo)
    answer = await door.tap(REGISTRAR, tap("print"))
    assert answer.texts == [russian("work-print-file", number=NUMBER, copies="1", of="2")]
    (call,) = answer.calls
    assert call.file
    assert [len(page.images) for page in PdfReader(BytesIO(call.file.content)).pages] == [1, 0, 0, 1]


@pytest.mark.parametrize(
    ("state", "papers"),
    [
        (CaseState.REGISTERED, 1),
        (CaseState.IN_REVIEW, 1),
        (CaseState.APPROVED, 2),
        (CaseState.ISSUED, 2),
        (CaseState.REFUSED, 2),
    ],
)
async def test_papers_of_a_case(door: FrontDoor, standard: Standard, state: CaseState, papers: int) -> None:
    """The officer gets the stamped copy and, once it exists, the certificate or the letter of refusal."""
    await has(door, standard, state)
    answer = await door.tap(REGISTRAR, tap("papers"))
    assert len(answer.files) == papers
    assert all(each.endswith(".docx") for each in answer.files)
    assert len(set(answer.files)) == papers


async def test_who_is_coming(door: FrontDoor, standard: Standard, russian: Texts) -> None:
    """The applicant names the day, and the office sees for whom to order a pass, and for when."""
    case = await has(door, standard, CaseState.REGISTERED)
    await door.tap(APPLICANT, f"app:coming:{case.id}.2026-11-24:0")
    answer = await door.say(REGISTRAR, "/passes")
    assert answer.texts[0].startswith(russian("work-passes"))
    assert f"<b>вторник, 24 ноября</b>: <b>{case.answers['full_name']}</b>" in answer.texts[0]
    assert (await press(door, REGISTRAR, answer, NUMBER)).texts[0].startswith(f"<b>Дело № {NUMBER}")


@pytest.mark.parametrize("subject", KINDS)
async def test_pages_of_the_longest_case(door: FrontDoor, standard: Standard, subject: str) -> None:
    """Telegram accepts every page, however much was typed."""
    long = {Kind.NAME: "я" * 150, Kind.TEXT: "<" * 500, Kind.CHOICE_OR_TEXT: "&" * 500}
    answers = {each.id: long[each.kind] for each in QUESTIONS[subject] if each.kind in long} | {"territory": "т" * 500}
    materials = tuple(Material("М" * 200, 1, "экз") for _ in range(100))
    case = await has(door, standard, CaseState.REGISTERED, subject=subject, materials=materials, assigned=OFFICER)
    case = case.answering(**answers)
    async with door.processor.database.transaction() as transaction:
        await SqlCases(transaction, door.processor.keys).save(case)
    version = 1
    for _ in range(6):
        for action, argument in (("need-tick", "application"), ("need-note", "")):
            await door.tap(OFFICER, tap(action, argument, version))
            version += action == "need-tick"
        await door.say(OFFICER, "\n".join(["п" * 99] * 10))
        await door.tap(OFFICER, tap("needed", "", version + 1))
        version += 2
    assert (await door.case("case1")).version == version
    await door.tap(OFFICER, tap("need-note", "", version))
    await door.tap(COLLEAGUE, tap("take", "", version))
    pages = [await door.say(OFFICER, "ю" * 4096)]
    pages += [await door.tap(OFFICER, tap(page)) for page in ("card", "answers", "history", "clocks", "copies")]
    for page in pages:
        text = page.texts[0].replace("&lt;", "<").replace("&amp;", "&")
        assert 0 < len(text) <= TELEGRAM_TAKES


async def test_the_history_keeps_the_name_of_somebody_who_has_left(
    door: FrontDoor, standard: Standard, russian: Texts
) -> None:
    """Each act names who did it, by the name they had then; the card says who had the case, and until when."""
    await has(door, standard, CaseState.REGISTERED)
    await door.tap(OFFICER, tap("take"))
    await door.put(replace(officer_of(OFFICER), name="Замужняя А."))
    shown = await door.tap(OFFICER, tap("receive-all", version=1))
    await press(door, OFFICER, shown, russian.plain("work-recorded-button"))
    asked = await door.tap(HEAD, f"staff:end:{OFFICER}.2/3:")
    await press(door, HEAD, asked, russian.plain("staff-left-queue-button"))
    history = (await door.tap(COLLEAGUE, tap("history"))).texts[0]
    assert "дело взято — Имя 4001" in history
    assert "приняты документы — Замужняя А." in history
    card = (await door.tap(COLLEAGUE, tap("card"))).texts[0]
    assert russian("work-unassigned-since", name="Замужняя А.", date=full_date(NOW.date(), russian)) in card


async def test_entries_from_before_names_were_kept(door: FrontDoor, standard: Standard) -> None:
    """They name those who work here still, and those whom another entry names; for others the office did it."""
    case = await has(door, standard, CaseState.IN_REVIEW, assigned=OFFICER)
    taken = [Event(EventKind.TAKEN, NOW, each) for each in (COLLEAGUE, 4999, OFFICER)]
    async with door.processor.database.transaction() as transaction:
        for event in taken:
            await SqlHistory(transaction, door.processor.keys).append(case, event)
    await door.tap(HEAD, tap("release"))
    await door.leave(officer_of(OFFICER))
    history = (await door.tap(HEAD, tap("history"))).texts[0]
    for name in ("Имя 4002", "отдел", "Имя 4001"):
        assert f"дело взято — {name}" in history
    assert "до этого его вёл(а) Имя 4001 — Имя 4003" in history


@pytest.mark.parametrize("name", ["Ким А.", ""])
async def test_a_finished_case_of_somebody_who_has_left(
    door: FrontDoor, standard: Standard, russian: Texts, name: str
) -> None:
    """The card does not say that nobody took it: it names them, if any entry does."""
    case = await has(door, standard, CaseState.ISSUED, assigned=OFFICER)
    async with door.processor.database.transaction() as transaction:
        event = Event(EventKind.TAKEN, NOW, OFFICER, name=name)
        await SqlHistory(transaction, door.processor.keys).append(case, event)
    await door.leave(officer_of(OFFICER))
    card = (await door.tap(COLLEAGUE, tap("card"))).texts[0]
    assert (russian("work-assigned-before", name=name) if name else russian("work-assigned-gone")) in card
    assert russian("work-unassigned") not in card
