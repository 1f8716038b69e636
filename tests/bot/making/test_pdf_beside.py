"""A paper comes as a PDF to look at and print, and as the DOCX it was made from."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from bot.making import pdf_beside
from dialogs.ui.callback_data import FormCallback, IndicatorCallback
from documents.formats.pdf import Unprintable, pdf_of
from domain.applications.case import CaseState
from domain.standard.edition import Standard
from tests.bot.making.test_making import ADMIN, files, office, put
from tests.bot.updates.spine import Telegram
from tests.factories.cases import worked
from tests.factories.people import APPLICANT, OFFICER
from tests.factories.units import EDITION
from tests.factories.updates import tap_update

BLANK = FormCallback("get", "7", EDITION).pack()


async def sent(folder: Path, user_id: int, tapped: str, *cases: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # Case
    """Returns the calls that answer a tap."""
    telegram = Telegram()
    async with office(folder, telegram) as processor:
        await put(processor, *cases)
        await processor.process([tap_update(1, user_id, tapped)])
        await processor.sender.drain(30)
        assert await processor.database.read("SELECT 1 FROM dead_letters UNION ALL SELECT 1 FROM outbox") == []
    return telegram.sent[user_id]


async def test_one_album(tmp_path: Path) -> None:
    """The PDF first, then the DOCX with the caption, which stands below both; both have the same name."""
    (call,) = await sent(tmp_path, APPLICANT, BLANK)
    assert call["method"] == "sendMediaGroup"
    pdf, docx = call["media"]
    assert pdf == {"type": "document", "media": "attach://beside"}
    assert docx["media"] == "attach://document"
    assert "Заявление" in docx["caption"]
    assert docx["parse_mode"] == "HTML"
    assert (call["beside"].name, call["file"].name) == ("form-7.pdf", "form-7.docx")
    assert call["beside"].content == pdf_of(call["file"].content, "form-7")


@pytest.mark.parametrize(
    ("user_id", "tapped", "name"),
    [
        (APPLICANT, "app:papers:draft1:0", "zayavlenie-2-3-2026-1"),
        (OFFICER, "work:papers:draft1:0", "zayavlenie-2-3-2026-1"),
        (ADMIN, IndicatorCallback("docx", "2/3.2026q4").pack(), "indicators-2-3-2026q4"),
    ],
)
async def test_before_a_message_with_buttons(
    tmp_path: Path, standard: Standard, user_id: int, tapped: str, name: str
) -> None:
    """An album has no buttons: the PDF comes as a message of its own, then the DOCX with caption and buttons."""
    pdf, docx, *_ = await sent(tmp_path, user_id, tapped, worked(standard, CaseState.REGISTERED))
    assert [each["method"] for each in (pdf, docx)] == ["sendDocument", "sendDocument"]
    assert (pdf["file"].name, docx["file"].name) == (f"{name}.pdf", f"{name}.docx")
    assert pdf.keys().isdisjoint({"caption", "reply_markup"})
    assert pdf.get("protect_content") == docx.get("protect_content")
    assert docx["reply_markup"]
    assert pdf["file"].content == pdf_of(docx["file"].content, name)


async def test_files_of_people_stay_as_they_are(tmp_path: Path, standard: Standard) -> None:
    """What is no paper of ours has no PDF: a workbook comes alone."""
    calls = await sent(
        tmp_path, ADMIN, IndicatorCallback("xlsx", "2/3.2026q4").pack(), worked(standard, CaseState.ISSUED)
    )
    assert [each["file"].name for each in calls] == ["indicators-2-3-2026q4.xlsx"]


@pytest.mark.parametrize(
    ("tapped", "names"), [(BLANK, ["form-7.docx"]), ("app:papers:draft1:0", ["zayavlenie-2-3-2026-1.docx"])]
)
async def test_a_paper_rather_than_nothing(
    tmp_path: Path,
    standard: Standard,
    tapped: str,
    names: list[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """If the PDF cannot be made, the DOCX comes alone as before, and the log says so."""

    def refuse(*_: object) -> bytes:
        raise Unprintable("PanicException")

    monkeypatch.setattr(pdf_beside, "pdf_of", refuse)
    caplog.set_level(logging.INFO)
    telegram = Telegram()
    async with office(tmp_path, telegram) as processor:
        await put(processor, worked(standard, CaseState.REGISTERED))
        await processor.process([tap_update(1, APPLICANT, tapped)])
        await processor.sender.drain(30)
    assert files(telegram, APPLICANT) == names
    assert [each["method"] for each in telegram.sent[APPLICANT]] == ["sendDocument"]
    assert [each.getMessage() for each in caplog.records].count("pdf-not-made") == 1
