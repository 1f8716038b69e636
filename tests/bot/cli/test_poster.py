"""`python -m bot poster`: an office's poster with the code of its deep link."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import segno
from docx import Document
from PIL import Image
from pypdf import PdfReader

from bot.__main__ import main
from bot.delivery.telegram_api import TelegramError, Unreachable
from documents.receipts.qr_code import QUIET_ZONE
from domain.languages import Language
from domain.standard.edition import Standard
from tests.documents.office_suite import needs_libreoffice, to_pdf
from tests.factories.texts import texts_under
from tests.factories.units import KOKSHETAU

LINK = "https://t.me/tirkeu_bot?start=o_kokshetau-ip"
TOKEN = "123456:ABC-DEF"  # noqa: S105  # of nobody


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
    return "\n".join(each.text for each in paragraphs)


def code(content: bytes) -> list[list[bool]]:
    """The modules of the picture, dark ones true, with the margin."""
    with ZipFile(BytesIO(content)) as archive:
        (name,) = [each for each in archive.namelist() if each.startswith("word/media/")]
        picture = Image.open(BytesIO(archive.read(name))).convert("L")
    left = next(x for x in range(picture.width) if picture.getpixel((x, x)) == 0)
    module, side = left // QUIET_ZONE, picture.width
    centres = range(module // 2, side, module)
    return [[picture.getpixel((x, y)) == 0 for x in centres] for y in centres]


def test_a_poster_in_two_languages(here: Path, standard: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """The code opens the office's card; the service, the office and what one can do stand there in both languages."""
    assert main(["poster", "kokshetau-ip", "--bot", "@tirkeu_bot"]) == 0
    assert LINK in capsys.readouterr().out
    content = (here / "poster-kokshetau-ip.docx").read_bytes()
    drawn = segno.make_qr(LINK, error="m", mask=3, boost_error=False).matrix_iter(border=QUIET_ZONE)
    assert code(content) == [list(map(bool, row)) for row in drawn]
    shown = words(content)
    assert LINK.removeprefix("https://") in shown
    for language in (Language.RU, Language.KK):
        texts = texts_under(standard, language)
        for told in ("bot-name", "bot-description", "poster-scan", "poster-can-fill", "poster-telegram"):
            assert texts.plain(told) in shown
        assert standard.unit(KOKSHETAU).name_in(language).text in shown
    assert "Стандарт утратил силу 7 февраля 2012 года." in shown


def test_by_its_number_and_the_same_bytes(here: Path) -> None:
    """An office may be named by its printed number; the same poster is the same file."""
    for name in ("a.docx", "b.docx"):
        assert main(["poster", "2/3", "--bot", "tirkeu_bot", "-o", name]) == 0
    assert (here / "a.docx").read_bytes() == (here / "b.docx").read_bytes()


class Telegram:
    """Says who the bot is, or fails."""

    answer: object = None

    def __init__(self, *_: object) -> None:
        self.closed = False

    async def call(self, method: str) -> object:
        assert method == "getMe"
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def close(self) -> None:
        self.closed = True


def test_telegram_tells_the_name(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a token nobody has to know what the bot is called."""
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setattr("bot.cli.poster.TelegramApi", Telegram)
    monkeypatch.setattr(Telegram, "answer", {"id": 1, "is_bot": True, "first_name": "T", "username": "other_bot"})
    assert main(["poster", "kokshetau-ip"]) == 0
    assert "t.me/other_bot?start=o_kokshetau-ip" in words((here / "poster-kokshetau-ip.docx").read_bytes())


@pytest.mark.parametrize(
    ("arguments", "answer", "told"),
    [
        (["nowhere-ip", "--bot", "tirkeu_bot"], None, "nowhere-ip"),
        (["akmola-r-ak", "--bot", "tirkeu_bot"], None, "akmola-r-ak"),
        (["?", "--bot", "tirkeu_bot"], None, "?"),
        (["kokshetau-ip", "--bot", "https://t.me/x"], None, "https://t.me/x"),
        (["kokshetau-ip", "--bot", "tirkeu_bot", "-o", "no/such/folder.docx"], None, "no/such/folder.docx"),
        (["kokshetau-ip"], None, "--bot"),
        (["kokshetau-ip"], Unreachable("TimeoutError"), "TimeoutError"),
        (["kokshetau-ip"], TelegramError("getMe", 401, "Unauthorized"), "BOT_TOKEN"),
        (["kokshetau-ip"], TelegramError("getMe", 500, "Oops"), "Oops"),
    ],
)
def test_no_poster(
    arguments: list[str],
    answer: Exception | None,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    here: Path,
) -> None:
    """One line says what is wrong, and nothing is written."""
    if answer:
        monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setattr("bot.cli.poster.TelegramApi", Telegram)
    monkeypatch.setattr(Telegram, "answer", answer)
    assert main(["poster", *arguments]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert list(here.iterdir()) == []


@needs_libreoffice
@pytest.mark.untraced
def test_it_is_one_page(here: Path, standard: Standard) -> None:
    """One sheet of A4, also for the office with the longest name and address and the longest name of a bot."""
    longest = max(standard.units.values(), key=lambda each: (each.takes_applications, len(each.name + each.address)))
    assert main(["poster", str(longest.id), "--bot", "b" * 32, "-o", "longest.docx"]) == 0
    (page,) = PdfReader(to_pdf({"poster": (here / "longest.docx").read_bytes()}, here)["poster"]).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
