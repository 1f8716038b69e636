"""What begins while another edition is current goes by that one, beside what began before, in one office."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.resources import library_of
from dialogs.ui.texts import Texts
from domain.languages import LANGUAGES
from tests.e2e.applications.test_application import qr_text_of
from tests.e2e.drivers.applying import TYPED, Applying
from tests.e2e.drivers.bureau import APPLICANTS, OFFICER, Bureau, bureau
from tests.e2e.drivers.chatting import Chatting, acquaintance
from tests.e2e.drivers.working import Applicant, AtWork, files_of, words_of
from tests.factories.cases import ANSWERS
from tests.factories.editions import MARK, NEWER
from tests.factories.units import EDITION, MISSIONARY

pytestmark = pytest.mark.untraced

PHONE = "тел. 701 000 00 00"
PLACES = {
    "ru": ("Акмолинская область", "г. Кокшетау"),
    "kk": ("Ақмола облысы", "Көкшетау қ."),
    "en": ("Akmola region", "Kokshetau city"),
}


def words(newer: dict[str, Any], language: str) -> Texts:
    """The words of the newer edition."""
    return library_of(NEWER, newer["editions_dir"]).texts(language)


async def applying(office: Bureau, newer: dict[str, Any], language: str) -> Applying:
    """Somebody who begins an application under the newer edition, and has an answer to each of its questions."""
    chat = replace(await acquaintance(office.driven, language), texts=words(newer, language))
    standard = library_of(NEWER, newer["editions_dir"]).standard
    made = Applying(chat, questions={each: asked.all for each, asked in standard.questions.items()})
    made.region, made.district = PLACES[language]
    made.typed |= {"person": TYPED["full_name"], "phone": PHONE}
    await made.begin()
    await made.answer_all()
    await made.tick_all()
    return made


async def began(office: Bureau, newer: dict[str, Any], language: str) -> Applicant:
    """Somebody whose application under the newer edition is complete and not filed."""
    return applicant(office, await applying(office, newer, language))


async def applied(office: Bureau, newer: dict[str, Any], language: str) -> Applicant:
    """Somebody who has gone from the first page to the receipt."""
    made = await applying(office, newer, language)
    await made.file()
    return applicant(office, made)


def applicant(office: Bureau, made: Applying) -> Applicant:
    ((case_id, number),) = office.driven.rows("SELECT id, number FROM cases WHERE applicant = ?", made.chat.id)
    return Applicant(made.chat, case_id, number or "")


def of_newer(officer: AtWork, newer: dict[str, Any]) -> AtWork:
    """An officer who reads a page in the words of the newer edition."""
    return AtWork(replace(officer.chat, texts=words(newer, officer.chat.texts.language)))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_case_of_each_edition(tmp_path: Path, newer: dict[str, Any], language: str) -> None:
    """To receipt, decision and handover: each with documents, days and words of its own edition, in one register."""
    spoken = {APPLICANTS: language, OFFICER: language}
    async with bureau(tmp_path, MISSIONARY, languages=spoken, **newer) as office:
        old, new = await office.filed(), await applied(office, newer, language)
        for who, officer in ((old, office.officer), (new, of_newer(office.officer, newer))):
            await officer.does(who, "work-take-button")
            await officer.receives(who)
            await officer.approves(who)
            await officer.makes_ready(who)
            await officer.issues(who, "паспорт № 1")
            assert office.state(who) == "issued"
        assert office.driven.rows(
            "SELECT number, cases.edition, due FROM cases JOIN terms ON case_id = id ORDER BY 1"
        ) == [
            ("2-3/2026-1", EDITION, "2026-12-02"),
            ("2-3/2026-2", NEWER, "2026-11-30"),
        ]
        assert [each for each in old.told() if MARK in each] == []
        assert len([each for each in new.told() if MARK in each]) > 12
        assert PHONE in words_of(new.chat, "zayavlenie")
        assert PHONE not in words_of(old.chat, "zayavlenie")
        for serial, name in ((1, ANSWERS[MISSIONARY]["full_name"]), (2, TYPED["full_name"])):
            assert name in words_of(office.officer.chat, f"svidetelstvo-{serial}-2026.docx")
        for who in (old, new):
            await assert_checked(office, who, language)
        copies = [(who.number, copy_of(who.chat), qr_text_of(who.chat)) for who in (old, new)]
    for number, copy, code in copies:
        await assert_verified(tmp_path, newer, number, copy, code)


def copy_of(chat: Chatting, name: str = "zayavlenie") -> bytes:
    """The newest stamped copy in the chat, whose name begins so."""
    return next(content for file, content in files_of(chat).items() if file.startswith(name) and file.endswith(".docx"))


async def assert_checked(office: Bureau, who: Applicant, language: str) -> None:
    """A stranger checks a receipt in the chat, by the text of its code and by its link."""
    stranger = await acquaintance(office.driven, language)
    by_code = await stranger.say(qr_text_of(who.chat))
    assert stranger.texts.plain("receipt-authentic") in by_code.text
    assert who.number in by_code.text
    link = next(each for each in who.told() if "start=r_" in each).partition("start=")[2].split()[0]
    assert (await stranger.say(f"/start {link}")).text == by_code.text


async def assert_verified(folder: Path, newer: dict[str, Any], number: str, copy: bytes, code: str) -> None:
    """The command finds the copy and the text of its code authentic, whichever edition is current."""
    path = folder / "copy.docx"
    path.write_bytes(copy)
    for settings in ({}, {"EDITION": newer["edition"]}):
        with pytest.MonkeyPatch.context() as environment:
            given = {"DATA_DIR": str(folder), "LANGUAGE": "en", "EDITIONS_DIR": str(newer["editions_dir"]), **settings}
            for name, value in given.items():
                environment.setenv(name, value)
            for receipt in (str(path), code):
                assert await asyncio.to_thread(main, ["verify", receipt]) == 0, (number, settings)
