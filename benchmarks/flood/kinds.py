"""The kinds of floods: the preparation, and what is then sent repeatedly."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import count, repeat
from typing import TYPE_CHECKING

from PIL import Image
from pypdf import PdfWriter

from benchmarks.flood.people import NoSuchButton, Phone, said, sent_file, sent_photo, tapped

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from benchmarks.flood.telegram import Telegram
    from benchmarks.spine.workload import Payload

FIRST_STRANGER = 30_000_000
MOST_ITEMS = 20  # of a checklist
PHOTO_SIZE = (1280, 960)
NOISE = 40


@dataclass(frozen=True, slots=True)
class Flood:
    """A kind of flood; `begin` prepares it and returns an endless iterator of updates."""

    name: str
    begin: Callable[[Phone], Awaitable[Iterator[Payload]]]
    most: int  # requests
    rate: float  # a second


async def _case(phone: Phone, offers: str) -> None:
    """Opens the person's prepared application for a button with this action."""
    await phone.say("/my", then="open")
    await phone.press("open", then=offers)


async def _filed(phone: Phone) -> None:
    await _case(phone, "file")
    await phone.press("file")
    await _case(phone, "coming")


async def _coming(phone: Phone) -> Iterator[Payload]:
    await _filed(phone)
    await phone.press("coming", then="coming")  # asks for the day
    data = phone.find("coming")
    return (tapped(phone.user_id, data) for _ in count())


async def _proof(phone: Phone) -> Iterator[Payload]:
    await _filed(phone)
    return (said(phone.user_id, "/proof") for _ in count())


async def _preview(phone: Phone) -> Iterator[Payload]:
    await _case(phone, "preview")
    data = phone.find("preview")
    return (tapped(phone.user_id, data) for _ in count())


async def _my_data(phone: Phone) -> Iterator[Payload]:
    await phone.say("/mydata", then="send")
    data = phone.find("send")
    return (said(phone.user_id, "/mydata") if number % 2 else tapped(phone.user_id, data) for number in count())


async def _indicators(phone: Phone) -> Iterator[Payload]:
    await phone.say("/indicators", then="xlsx")
    data = phone.find("xlsx")
    return (said(phone.user_id, "/indicators") if number % 2 else tapped(phone.user_id, data) for number in count())


async def _uploads(phone: Phone) -> Iterator[Payload]:
    await _case(phone, "documents")
    await phone.press("documents", then="list")
    await phone.press("list", then="item")
    for item in range(MOST_ITEMS):
        await phone.press("item", nth=item)
        try:
            await phone.press("attach")
            break
        except NoSuchButton:
            await phone.press("list", then="item")
    photo, paper = keep_files(phone.telegram)
    user = phone.user_id
    return (sent_photo(user, *photo) if number % 2 else sent_file(user, *paper) for number in count())


async def _strangers(_phone: Phone) -> Iterator[Payload]:
    return (said(user_id, "/start") for user_id in count(FIRST_STRANGER))


def keep_files(telegram: Telegram) -> tuple[tuple[str, int], tuple[str, int]]:
    """Stores a photo and a PDF on the server; returns their names and sizes."""
    photo, paper = io.BytesIO(), io.BytesIO()
    Image.effect_noise(PHOTO_SIZE, NOISE).convert("RGB").save(photo, "JPEG")
    writer = PdfWriter()
    for _ in repeat(None, 3):
        writer.add_blank_page(595, 842)
    writer.write(paper)
    telegram.files |= {"photo.jpg": photo.getvalue(), "paper.pdf": paper.getvalue()}
    return ("photo.jpg", len(photo.getvalue())), ("paper.pdf", len(paper.getvalue()))


FLOODS = (
    Flood("coming", _coming, 2_500, 125),
    Flood("proof", _proof, 300, 15),
    Flood("preview", _preview, 300, 15),
    Flood("/mydata", _my_data, 300, 15),
    Flood("/indicators and XLSX of an admin", _indicators, 300, 15),
    Flood("uploads", _uploads, 200, 10),
    Flood("strangers", _strangers, 10_000, 500),
)
