"""Copies of documents, sent to the real bot over HTTP."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from sandbox.world.world import World
from storage.db.encryption import VERSION
from tests.e2e.drivers.applying import Applying
from tests.e2e.drivers.chatting import Watched, acquaintance
from tests.e2e.drivers.driving import bot, eventually
from tests.factories.units import MISSIONARY

ITEM = "mission-authority"


@pytest.fixture
async def attaching(tmp_path: Path) -> AsyncIterator[Applying]:
    """An applicant whose next photo is a copy of the first document on the list."""
    async with bot(tmp_path, World()) as driven:
        applying = Applying(await acquaintance(driven, "ru"), MISSIONARY)
        await applying.begin()
        await applying.answer_all()
        await applying.opens("mission-authority")
        await applying.tap("card-attach-button")
        yield applying
        assert driven.events.faults == []
        assert driven.rows("SELECT * FROM dead_letters") == []


def photo(colour: str = "red") -> bytes:
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "canary-in-exif"
    Image.new("RGB", (600, 400), colour).save(target, "JPEG", exif=exif)
    return target.getvalue()


def pdf(*, script: bool = False) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if script:
        act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(act)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def kinds(driven: Watched) -> list[str | None]:
    return [row[0] for row in driven.rows("SELECT kind FROM uploads ORDER BY id")]


async def kept(applying: Applying, count: int) -> None:
    driven = applying.chat.driven
    await eventually("kept", lambda: len(kinds(driven)) == count and all(kinds(driven)))
    await applying.chat.after()


@pytest.mark.untraced
async def test_a_photo_is_kept_sealed_and_leaves_the_chat(attaching: Applying) -> None:
    """It is re-encoded without the camera's metadata; the message is deleted, and no note pushes the page away."""
    chat = attaching.chat
    chat.person.send_photo(photo())
    assert [each for each in chat.person.chat.messages.values() if "photo" in each.content]
    page = await chat.after()
    await kept(attaching, 1)
    assert not [each for each in chat.person.chat.messages.values() if "photo" in each.content]
    assert chat.seen()[-1] == page
    assert chat.texts.plain("upload-count", count=1) in page.text
    ((kind, pages, source, sealed),) = chat.driven.rows("SELECT kind, pages, source, sealed FROM uploads")
    assert (kind, pages, source) == ("jpeg", 1, None)
    assert sealed.startswith(VERSION)
    assert b"JFIF" not in sealed


@pytest.mark.untraced
async def test_an_album_is_taken_item_by_item(attaching: Applying) -> None:
    """After three pictures and a PDF all are counted; Done leads to the checklist, where this one is marked."""
    for colour in ("red", "green", "blue"):
        attaching.chat.person.send_photo(photo(colour))
    attaching.chat.person.send_document(pdf(), name="scan.pdf")
    await kept(attaching, 4)
    page = attaching.chat.seen()[-1]
    assert attaching.chat.texts.plain("upload-count", count=4) in page.text
    assert attaching.chat.word("card-said-have") in page.text
    card = await attaching.tap("upload-done-button")
    have = attaching.chat.texts.plain("checklist-have", item=attaching.chat.word(f"item-{ITEM}"))
    assert have in card.text
    assert attaching.chat.driven.rows("SELECT DISTINCT item FROM uploads") == [(ITEM,)]


@pytest.mark.untraced
async def test_a_pdf_that_could_act_is_refused_with_a_reason(attaching: Applying) -> None:
    """None of it is kept; the message stays with its sender, who may send another copy."""
    attaching.chat.person.send_document(pdf(script=True), name="form.pdf")
    await attaching.chat.after()
    await eventually("refused", lambda: kinds(attaching.chat.driven) == [])
    seen = await attaching.chat.after()
    assert attaching.chat.texts.plain("upload-active") in seen.text
    attaching.chat.person.send_photo(photo())
    await kept(attaching, 1)


async def test_what_is_no_picture_is_refused(attaching: Applying) -> None:
    """The content decides, whatever the file is called."""
    attaching.chat.person.send_document(b"MZ this is a program", name="photo.jpg")
    await attaching.chat.after()
    await eventually("refused", lambda: kinds(attaching.chat.driven) == [])
    seen = await attaching.chat.after()
    assert attaching.chat.texts.plain("upload-not-a-picture") in seen.text


async def test_an_eleventh_file_of_an_item_is_refused_at_once(attaching: Applying) -> None:
    """The quota applies before anything is downloaded; earlier files stay."""
    for _ in range(11):
        attaching.chat.person.send_document(pdf(), name="scan.pdf")
    await attaching.chat.after()
    texts = [each.text for each in attaching.chat.seen()]
    assert sum(attaching.chat.texts.plain("upload-too-many", most=10) in each for each in texts) == 1
    await kept(attaching, 10)


async def test_copies_are_erased_on_demand_and_with_the_draft(attaching: Applying) -> None:
    """A tap erases them, and erasing the draft erases them all."""
    attaching.chat.person.send_photo(photo())
    await kept(attaching, 1)
    await attaching.tap("upload-drop-button")
    assert kinds(attaching.chat.driven) == []


@pytest.mark.standard("11.1")
async def test_identity_documents_are_never_taken(attaching: Applying) -> None:
    """The card of an identity document has no button for a copy, and a forged one is refused."""
    (case_id,) = attaching.chat.driven.rows("SELECT id FROM cases")[0]
    (version,) = attaching.chat.driven.rows("SELECT version FROM cases")[0]
    seen = await attaching.chat.press(f"app:item:{case_id}.identity:{version}")
    assert attaching.chat.word("card-attach-button") not in seen.labels
    await attaching.chat.press(f"app:attach:{case_id}.identity:{version}")
    assert attaching.chat.toasts()[-1] == attaching.chat.texts.plain("stale")
    attaching.chat.person.send_photo(photo())
    await attaching.chat.after()
    assert kinds(attaching.chat.driven) == []
