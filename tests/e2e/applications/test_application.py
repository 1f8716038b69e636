"""Applicants' journeys through the real bot over HTTP."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from bot.cli.staff import receive
from bot.data_folder import DATABASE
from bot.resources import load_texts
from dialogs.ui.dates import full_date
from documents.formats.zip_files import unzip
from documents.receipts import qr_code as qr_text
from documents.receipts.qr_code import SignedStatement
from documents.receipts.stamped_copy import RECORD, read_record
from domain.languages import LANGUAGES
from sandbox.people.person import Person
from sandbox.world.world import World
from tests.e2e.drivers.applying import DISTRICT, OFFICER, REGION, TYPED, Applying, connect
from tests.e2e.drivers.bureau import Clock
from tests.e2e.drivers.chatting import Chatting, Seen, acquaintance, shown
from tests.e2e.drivers.driving import Driven, bot
from tests.factories.folders import settings_of
from tests.factories.terms import Terms
from tests.factories.texts import home_page
from tests.factories.units import EDITION, GROUP, KINDS, MISSIONARY

MOST_ACTS = 40  # messages and taps for a complete form 7 with its checklist


@pytest.fixture(autouse=True)
def _in_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers, terms and days belong to one November, whenever the tests run."""
    monkeypatch.setattr("bot.clock.now", Clock())


@pytest.fixture
async def connected(tmp_path: Path) -> AsyncIterator[Driven]:
    """A bot whose Kokshetau office has an officer."""
    await connect(settings_of(tmp_path))
    world = World()
    Person.meet(world, OFFICER).chat  # noqa: B018  # the first look opens it
    async with bot(tmp_path, world) as driven:
        yield driven
        unharmed(driven)


def unharmed(driven: Driven) -> None:
    assert driven.events.faults == []
    assert driven.rows("SELECT * FROM quarantine") == []
    assert driven.rows("SELECT * FROM dead_letters") == []


def document(chat: Chatting) -> str:
    """Returns the text of the newest DOCX in the chat, including its stamp."""
    files = [each.content["document"] for each in chat.seen() if "document" in each.content]
    content = chat.driven.world.files.by_id[files[-1]["file_id"]].upload.data
    paragraphs = Document(io.BytesIO(content)).element.body.iter(qn("w:p"))
    return "\n".join("".join(run.text or "" for run in each.iter(qn("w:t"))) for each in paragraphs)


def content_of(driven: Driven, seen: Seen) -> bytes:
    return driven.world.files.by_id[seen.content["document"]["file_id"]].upload.data


def told_to_officer(driven: Driven) -> list[str]:
    return [each.text for each in shown(Person.meet(driven.world, OFFICER))]


async def applicant(driven: Driven, subject: str = MISSIONARY, language: str = "ru") -> Applying:
    return Applying(await acquaintance(driven, language), subject)


@pytest.mark.untraced
@pytest.mark.standard("11", "14", "app.7", "app.8")
@pytest.mark.parametrize("subject", KINDS)
@pytest.mark.parametrize("intent", ["registration", "reregistration"])
@pytest.mark.parametrize("by", ["self", "representative"])
async def test_from_checklist_to_receipt(connected: Driven, subject: str, intent: str, by: str) -> None:
    """A person answers, ticks and files; number, stamped copy and list of papers follow; the officer is notified."""
    applying = await applicant(connected, subject)
    applying.tapped |= {"intent": intent, "by": by}
    await applying.whole()
    chat = applying.chat
    registered, pdf, receipt, filed = chat.seen()[-4:]
    assert "№ 2-3/2026-1" in registered.text
    assert chat.texts.plain("filed-nothing-received") in filed.text
    assert (chat.texts.plain("item-power-of-attorney") in filed.text) == (by == "representative")
    assert receipt.content["document"]["file_name"] == "zayavlenie-2-3-2026-1.docx"
    assert pdf.content["document"]["file_name"] == "zayavlenie-2-3-2026-1.pdf"
    assert pdf.content["media_group_id"] == receipt.content["media_group_id"]
    words = document(chat)
    name = TYPED["full_name" if subject == MISSIONARY else "leader_name"]
    assert name in words
    assert "2-3/2026-1" in words
    assert TYPED["citizenship"] not in words  # no form asks for it
    assert [("2-3/2026-1" in text) for text in told_to_officer(connected)] == [True]
    assert name not in told_to_officer(connected)[0]


async def test_a_complete_form_7_takes_at_most_forty_acts(
    connected: Driven, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the home screen to the receipt, counting every message and tap."""
    applying = await applicant(connected)
    await applying.whole()
    with capsys.disabled():
        print(f"\nform 7 with its checklist: {applying.acts} messages and taps")  # the figure is wanted in the output
    assert applying.acts <= MOST_ACTS


async def test_a_second_tap_does_not_file_twice(connected: Driven) -> None:
    """Two taps on the same button and a later tap on an old one give one number."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all()
    seen = await applying.tick_all()
    button = seen.data(applying.chat.word("review-file-button"))
    applying.chat.person.press(seen.id, button)
    applying.chat.person.press(seen.id, button)
    await applying.chat.after()
    await applying.chat.press(button, seen.id)
    assert connected.rows("SELECT number FROM cases") == [("2-3/2026-1",)]
    assert connected.rows("SELECT last FROM registers") == [(1,)]
    assert len(told_to_officer(connected)) == 1


@pytest.mark.standard("14")
async def test_an_office_that_is_not_connected_gives_a_package_and_no_receipt(
    tmp_path: Path,
) -> None:
    """Without staff at the office, the bot says so before the first question and ends with papers to hand in."""
    async with bot(tmp_path, World()) as driven:
        applying = await applicant(driven)
        await applying.begin()
        await applying.answer_all(until="office")
        offered = applying.chat.seen()[-1]
        assert applying.chat.texts.plain("office-not-connected") in offered.text
        await applying.tap("office-keep-button")
        await applying.answer_all(after="office")
        review = await applying.tick_all()
        assert applying.chat.word("review-file-button") not in review.labels
        await applying.tap("review-package-button")
        pdf, form, package = applying.chat.seen()[-3:]
        assert applying.chat.texts.plain("package-no-receipt") in package.text
        application, page = PdfReader(io.BytesIO(content_of(driven, pdf))).pages
        assert TYPED["full_name"] in application.extract_text()
        assert page.extract_text().split() == package.text.split()  # what to bring, and where
        assert "document" in form.content
        assert TYPED["full_name"] in document(applying.chat)
        forged = review.data(applying.chat.word("review-preview-button")).replace("preview", "file")
        await applying.chat.press(forged)
        assert applying.chat.toasts()[-1] == applying.chat.texts.plain("toast-not-connected")
        assert driven.rows("SELECT number, state FROM cases") == [(None, "draft")]
        assert driven.rows("SELECT * FROM registers") == []
        unharmed(driven)


@pytest.mark.standard("11.2", "16")
async def test_what_is_missing_stops_the_filing(connected: Driven) -> None:
    """The page names each missing item with its point and has no button to file."""
    applying = await applicant(connected, GROUP)
    await applying.begin()
    await applying.answer_all()
    await applying.lack("premises")
    review = await applying.tick_all()
    assert applying.chat.texts.plain("review-lacking") in review.text
    assert "пункт\u00a011.2" in review.text
    assert applying.chat.word("review-file-button") not in review.labels
    await applying.chat.press(review.data(applying.chat.word("review-preview-button")).replace("preview", "file"))
    assert connected.rows("SELECT number FROM cases") == [(None,)]


async def test_any_answer_is_edited_and_the_review_comes_straight_back(
    connected: Driven,
) -> None:
    """A question opened from the review takes a new answer and leads back; all other answers stay."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all()
    await applying.tick_all()
    await applying.tap("review-edit-button")
    asked = await applying.tap("label-full-name")
    assert TYPED["full_name"] in asked.text
    review = await applying.say("Әбдіғалиев Ғалым")
    assert "Әбдіғалиев Ғалым" in review.text
    assert TYPED["address"] in review.text
    assert applying.chat.word("review-file-button") in review.labels


@pytest.mark.standard("17")
async def test_a_bad_answer_is_explained_and_keeps_the_rest(connected: Driven) -> None:
    """The bot says what is wrong and shows a good answer; the question stays open, and earlier answers stay."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all(until="document_date")
    asked = await applying.say("32.13.2020")
    assert asked.text.startswith(applying.chat.texts.plain("bad-date-impossible"))
    assert "05.03.2020" in asked.text
    next_one = await applying.say("5 марта 2020")
    assert applying.chat.texts.plain("q-document-issuer") in next_one.text


async def test_a_language_switch_in_the_middle_of_a_form(connected: Driven) -> None:
    """The same question continues in the other language, and every answer is still there."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all(until="document_number")
    for language in LANGUAGES[1:]:
        await applying.chat.say("/language")
        await applying.chat.tap(f"language-{language}")
        other = Applying(Chatting(connected, applying.chat.person, load_texts(language, EDITION)))
        await other.chat.tap("home-mine-button")
        asked = await other.chat.tap(
            other.chat.texts.plain("mine-draft", subject=other.chat.word("subject-missionary"))
        )
        assert other.chat.texts.plain("q-document-number") in asked.text
        assert other.chat.texts.plain("apply-later-button") in asked.labels
    asked = await applying.say("N12345678")
    assert load_texts(LANGUAGES[-1], EDITION).plain("q-document-date") in asked.text


@pytest.mark.e2e
@pytest.mark.untraced
@pytest.mark.parametrize("subject", KINDS)
async def test_a_kill_at_every_step_loses_no_answer(connected: Driven, subject: str) -> None:
    """Killed and restarted after each step, the bot continues where the person is."""
    applying = await applicant(connected, subject)
    applying.after_each = connected.revive
    await applying.whole()
    assert connected.rows("SELECT number FROM cases") == [("2-3/2026-1",)]


@pytest.mark.standard("7.1", "14", "16")
async def test_handed_over_in_two_parts(connected: Driven, tmp_path: Path) -> None:
    """The first part starts the 3 days for a refusal; the last one starts the 7 days and brings the second stamp."""
    applying = await applicant(connected, GROUP)
    await applying.whole()
    settings = settings_of(tmp_path)
    await connected.stop()
    told = await receive(settings, "2-3/2026-1", ["application", "premises"])
    assert told == ["2-3/2026-1  registered", "осталось: identity-copies, owner-consent"]
    await connected.start()
    seen = await applying.chat.after()
    assert applying.chat.texts.plain("received-some", number="2-3/2026-1") in seen.text
    page = await applying.tap("case-back-button")
    assert "пункт\u00a016" in page.text
    await connected.stop()
    told = await receive(settings, "2-3/2026-1", [])
    assert told == ["2-3/2026-1  in_review", "осталось: ничего"]
    await connected.start()
    await applying.chat.after()
    assert "Документы приняты" in document(applying.chat)
    assert applying.chat.texts.plain("received-all", number="2-3/2026-1") in applying.chat.seen()[-1].text
    page = await applying.tap("case-back-button")
    clocks = await applying.tap("case-clocks-button")
    assert applying.chat.texts.plain("reason-weekend") in clocks.text
    page = await applying.tap("case-back-button")
    assert "пункт\u00a07" in page.text
    assert "пункт\u00a016" not in page.text


async def test_withdrawn_before_a_decision(connected: Driven) -> None:
    """After a confirmation the application is withdrawn; officers are notified; no further action is offered."""
    applying = await applicant(connected)
    await applying.whole()
    await applying.tap("case-withdraw-button")
    page = await applying.tap("withdraw-yes-button")
    assert applying.chat.word("case-withdraw-button") not in page.labels
    assert connected.rows("SELECT state FROM cases") == [("withdrawn",)]
    assert "отозвано" in told_to_officer(connected)[-1]


@pytest.mark.standard("10")
async def test_i_am_coming_gives_the_officers_the_name(connected: Driven) -> None:
    """«I am coming» asks for the day and tells the office's officers for whom to order a pass."""
    applying = await applicant(connected)
    await applying.whole()
    await applying.come()
    assert TYPED["full_name"] in told_to_officer(connected)[-1]


@pytest.mark.standard("17")
async def test_somebody_elses_application_is_as_good_as_none(connected: Driven) -> None:
    """A forged button for another person's application gets the same answer as one for a missing application."""
    applying = await applicant(connected)
    await applying.whole()
    ((case_id, version),) = connected.rows("SELECT id, version FROM cases")
    other = await acquaintance(connected, "ru")
    answers = [
        await other.press(data)
        for data in (
            f"app:papers:{case_id}.:{version}",
            "app:papers:aaaaaaaaaaaaaaaa.:1",
            f"app:open:{case_id}:",
        )
    ]
    assert {each.text for each in answers} == {f"{other.texts.plain('stale')}\n\n{home_page(other.texts.language)}"}


async def test_a_draft_is_erased_on_demand(connected: Driven) -> None:
    """After a confirmation the draft and its answers are gone."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all()
    await applying.tick_all()
    await applying.tap("review-discard-button")
    await applying.tap("discard-button")
    assert connected.rows("SELECT * FROM cases") == []
    assert len(connected.rows("SELECT * FROM doomed_keys")) == 1


@pytest.mark.standard("14")
async def test_a_receipt_is_checked_by_its_code_and_by_its_link(connected: Driven) -> None:
    """Anybody may check a receipt: the answer has the office, number and date, but nobody's name."""
    applying = await applicant(connected)
    await applying.whole()
    receipt = applying.chat.seen()[-2]
    handle = receipt.text.partition("start=")[2]
    stranger = await acquaintance(connected, "ru")
    by_link = await stranger.say(f"/start {handle}")
    assert stranger.texts.plain("receipt-authentic") in by_link.text
    assert "2-3/2026-1" in by_link.text
    assert TYPED["full_name"] not in by_link.text
    code = qr_text_of(applying.chat)
    assert (await stranger.say(code)).text == by_link.text
    altered = await stranger.say(code[:40] + ("A" if code[40] != "A" else "B") + code[41:])
    assert altered.text == stranger.texts.plain("receipt-altered")
    assert (await stranger.say("/start r_nothing")).text == stranger.texts.plain("receipt-not-ours")
    assert (await stranger.say("TIRKEU")).text == stranger.texts.plain("receipt-not-ours")


def qr_text_of(chat: Chatting, name: str = "") -> str:
    """Returns the content of the QR code on the newest receipt whose name begins so, from its embedded record."""
    sent = [each.content["document"] for each in chat.seen() if "document" in each.content]
    files = [each for each in sent if each["file_name"].startswith(name)]
    archive = unzip(chat.driven.world.files.by_id[files[-1]["file_id"]].upload.data)
    found = read_record(archive.files[RECORD])
    return qr_text.write(SignedStatement(found.receipt.statement(found.handle), found.key_id, found.signature))


@pytest.mark.untraced
@pytest.mark.standard("9")
@pytest.mark.parametrize(
    ("moment", "number", "day"),
    [
        (datetime(2026, 12, 31, 15, 30, tzinfo=UTC), "2-3/2026-1", date(2027, 1, 5)),
        (datetime(2026, 12, 31, 19, 30, tzinfo=UTC), "2-3/2027-1", date(2027, 1, 5)),
        (datetime(2027, 3, 12, 6, 0, tzinfo=UTC), "2-3/2027-1", date(2027, 3, 12)),
    ],
    ids=["in the evening", "on a holiday", "in office hours"],
)
async def test_filed_when_the_office_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terms: Terms, moment: datetime, number: str, day: date
) -> None:
    """Filed while the office is closed, it is registered at once; the page names the next working day and its term."""
    monkeypatch.setattr("bot.clock.now", lambda: moment)
    await connect(settings_of(tmp_path))
    async with bot(tmp_path, World()) as driven:
        applying = await applicant(driven)
        await applying.whole()
        page = applying.chat.seen()[-1]
        assert number in page.text
        for told in (day, terms.last("decision", day)):
            assert full_date(told, applying.chat.texts) in page.text
        unharmed(driven)


@pytest.mark.standard("11.1")
async def test_further_materials_of_a_registered_missionary(connected: Driven, tmp_path: Path) -> None:
    """The holder of a certificate asks to agree new materials; the officers get the list (point 11.1)."""
    applying = await applicant(connected)
    await applying.whole()
    await connected.stop()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        database.execute("UPDATE cases SET state = 'issued'")
        database.commit()
    await connected.start()
    await applying.chat.say("/my")
    await applying.tap("2-3/2026-1: выдано")
    await applying.tap("case-further-button")
    await applying.say("Книга «Путь» — 20 экз.")
    assert applying.chat.seen()[-1].text == applying.chat.texts.plain("further-told")
    assert "Книга «Путь» — 20 экз." in told_to_officer(connected)[-1]
    await applying.tap("case-back-button")
    page = await applying.tap("case-history-button")
    assert "согласовать материалы" in page.text


async def test_a_date_is_chosen_by_buttons(connected: Driven) -> None:
    """Year, month and day each have a way back, and the answer is the day that was tapped."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all(until="document_date")
    await applying.tap("date-pick-button")
    await applying.tap("2020")
    await applying.tap("apply-back-button")
    await applying.tap("2019")
    await applying.tap("month-name-3")
    next_one = await applying.tap("5")
    assert applying.chat.texts.plain("q-document-issuer") in next_one.text
    asked = await applying.tap("apply-previous-button")
    assert "5 марта 2019 года" in asked.text


@pytest.mark.standard("1")
async def test_several_districts_go_to_the_department_of_the_region(connected: Driven) -> None:
    """After one of two districts is swapped, the department is proposed, and both districts stand on the form."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all(until="territory")
    await applying.tap(REGION)
    await applying.tap(DISTRICT)
    await applying.tap("Аккольский район")
    await applying.tap("✓ Аккольский район")
    await applying.tap("Бурабайский район")
    office = await applying.tap(applying.chat.texts.plain("territory-done-button", count="2"))
    assert "Управление внутренней политики Акмолинской области" in office.text
    await applying.tap("office-other-button")
    other = await applying.tap(DISTRICT)
    assert applying.chat.texts.plain("q-full-name") in other.text


async def test_the_preview_is_the_application_as_it_stands(connected: Driven) -> None:
    """The person gets a DOCX with the answers so far, without a stamp, and a way back to the review."""
    applying = await applicant(connected, GROUP)
    await applying.begin()
    await applying.answer_all()
    await applying.tick_all()
    await applying.tap("review-preview-button")
    words = document(applying.chat)
    assert TYPED["group_name"] in words
    assert "Входящий" not in words
    review = await applying.tap("review-button")
    assert applying.chat.word("review-file-button") in review.labels


async def test_a_photo_where_a_text_is_asked_for(connected: Driven) -> None:
    """The bot says that it needs words, and the question stays."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all(until="address")
    applying.chat.person.send_photo(b"x")
    asked = await applying.chat.after()
    assert asked.text.startswith(applying.chat.texts.plain("bad-other-kind"))
    assert applying.chat.texts.plain("q-document-kind") in (await applying.say(TYPED["address"])).text


async def test_a_stale_tap_shows_the_question_that_the_next_text_answers(connected: Driven) -> None:
    """If an old button is tapped while an answer is edited, the next text answers the question on the screen."""
    applying = await applicant(connected)
    await applying.begin()
    old = await applying.answer_all(until="address")
    await applying.say(TYPED["address"])
    await applying.tap("apply-previous-button")
    asked = await applying.chat.press(old.data(applying.chat.word("apply-previous-button")))
    assert applying.chat.toasts()[-1] == applying.chat.word("stale")
    assert applying.chat.texts.plain("q-document-kind") in asked.text
    await applying.say("загранпаспорт")
    await applying.tap("apply-previous-button")
    await applying.tap("apply-previous-button")
    assert TYPED["address"] in applying.chat.seen()[-1].text


async def test_without_consent_nothing_more_is_asked(connected: Driven) -> None:
    """Withdrawal is confirmed first, as it erases the draft; the next application asks for consent again."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all(until="address")
    await applying.chat.say("/privacy")
    asked = await applying.tap("privacy-withdraw-button")
    assert applying.chat.word("withdraw-consent-button") in asked.labels
    assert len(connected.rows("SELECT id FROM cases")) == 1
    await applying.tap("withdraw-consent-button")
    assert connected.rows("SELECT id FROM cases") == []
    gone = await applying.say(TYPED["address"])
    assert applying.chat.texts.plain("q-address") not in gone.text
    await applying.chat.say("/apply")
    again = await applying.tap("subject-missionary")
    assert applying.chat.word("apply-agree-button") in again.labels
    assert connected.rows("SELECT id FROM cases") == []


async def test_an_answer_to_a_draft_that_is_gone(connected: Driven, tmp_path: Path) -> None:
    """The bot says once that the draft is gone; the next text searches for offices again."""
    applying = await applicant(connected)
    await applying.begin()
    await applying.answer_all(until="address")
    await connected.stop()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        database.execute("DELETE FROM cases")
        database.commit()
    await connected.start()
    assert applying.chat.texts.plain("stale") in (await applying.say("улица")).text
    assert applying.chat.texts.plain("offices-found", query="Кокшетау") in (await applying.say("Кокшетау")).text


async def test_a_draft_filed_after_its_term_has_begun_asks_for_the_term_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question returns with the reason; after a new date the application is filed."""
    moment = datetime(2026, 11, 22, 6, tzinfo=UTC)
    monkeypatch.setattr("bot.clock.now", lambda: moment)
    await connect(settings_of(tmp_path))
    async with bot(tmp_path, World()) as driven:
        applying = await applicant(driven)
        applying.typed |= {"term_from": "01.12.2026", "term_to": "01.12.2027"}
        await applying.begin()
        await applying.answer_all()
        await applying.tick_all()
        moment = datetime(2026, 12, 2, 6, tzinfo=UTC)
        asked = await applying.file()
        assert asked.text.startswith(applying.chat.texts.plain("bad-date-past"))
        assert driven.rows("SELECT * FROM registers") == []
        await applying.say("15.12.2026")
        await applying.file()
        assert driven.rows("SELECT number FROM cases") == [("2-3/2026-1",)]
        unharmed(driven)


@pytest.mark.parametrize("answered", [False, True], ids=["nothing answered", "everything answered"])
async def test_forged_buttons_of_ones_own_draft(connected: Driven, *, answered: bool) -> None:
    """Any of them shows the draft as it is; none causes a fault, and none files an incomplete draft."""
    applying = await applicant(connected)
    await applying.begin()
    if answered:
        await applying.answer_all()
    ((case_id,),) = connected.rows("SELECT id FROM cases")
    for data in FORGED:
        ((version,),) = connected.rows("SELECT version FROM cases")
        seen = await applying.chat.press(f"app:{data.replace('@', case_id)}:{version}")
        assert seen.buttons or "document" in seen.content
    assert connected.rows("SELECT number FROM cases") == [(None,)]


FORGED = (
    *("papers:@.", "clocks:@.", "history:@.", "coming:@.", "withdraw:@.", "withdrawn:@.", "further:@.", "renew:@."),
    *(
        "cal:@.document_date.2027-99",
        "cal:@.document_date.0000-01",
        "cal:@.document_date.x",
        "cal:@.nothing.",
        "cal:@.",
    ),
    *(
        "date:@.document_date.2027-02-31",
        "date:@.full_name.x",
        "ans:@.intent.9",
        "ans:@.intent.-1",
        "ans:@.full_name.0",
    ),
    *("offices:@.", "office:@.9/9", "office:@.3/1", "office:@.x", "district:@.999999999", "district:@.x", "placed:@."),
    *(
        "region:@.atlantis",
        "item:@.nothing",
        "what:@.x",
        "have:@.x",
        "lack:@.application",
        "attach:@.identity",
        "drop:@.x",
    ),
    *(
        "file:@.",
        "confirm:@.",
        "package:@.",
        "preview:@.",
        "review:@.",
        "answers:@.",
        "list:@.",
        "clear:@.",
        "edit:@.x",
    ),
)
