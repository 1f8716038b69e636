"""Turns the bytes a person sent into a clean copy, a fresh JPEG or PDF, or refuses them with a reason."""

from __future__ import annotations

import re
import warnings
from io import BytesIO

from PIL import ExifTags, Image

from documents.uploads.pdf import clean_pdf
from domain import uploads

MAX_SIDE = 2600  # pixels: A4 at 220 dpi, where small print is still easy to read
QUALITY = 85  # of 100: looks the same in print at a fifth of the size
_WHITE = (255, 255, 255)
# How to turn a stored picture upright (EXIF 2.32, 4.6.4, tag 0x0112).
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_PDF_HEADER_WITHIN = 1024  # bytes: how far readers search for it (PDF Reference 1.7, appendix H, note 13)
# Other formats people often send, by their first bytes, so that the reply can name them.
_OTHERS = (
    (re.compile(rb"....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL), "heic"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "avif"),
    (re.compile(rb"....ftyp", re.DOTALL), "video"),
    (re.compile(rb"GIF8"), "gif"),
    (re.compile(rb"II\*\0|MM\0\*"), "tiff"),
    (re.compile(rb"BM"), "bmp"),
    (re.compile(rb"AT&TFORM"), "djvu"),
    (re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]|_rels/|docProps/|word/)", re.DOTALL), "docx"),
    (re.compile(rb"PK\x03\x04"), "zip"),
    (re.compile(rb"Rar!"), "rar"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "doc"),
)


def clean_picture(content: bytes, picture_format: str) -> uploads.CleanFile:
    """Decodes a picture of a known format ("JPEG", "PNG", "WEBP") and encodes its first frame as JPEG.

    Raises:
        TooManyPixels: according to the header, before anything is decoded.
        BrokenFile: damaged or truncated.
        TooHard: out of memory.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # oddities of a picture that can be decoded
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return uploads.CleanFile(uploads.FileFormat.JPEG, _encoded(content, picture_format), pages=1)
    except uploads.UploadRefused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise uploads.TooManyPixels(uploads.MAX_PIXELS) from None
    except MemoryError:
        raise uploads.TooHard from None
    except Exception as error:  # Pillow raises arbitrary errors on damaged data
        raise uploads.BrokenFile(uploads.Damage.UNREADABLE) from error


def _encoded(content: bytes, picture_format: str) -> bytes:
    with Image.open(BytesIO(content), formats=(picture_format,)) as picture:
        if picture.width * picture.height > uploads.MAX_PIXELS:
            raise uploads.TooManyPixels(uploads.MAX_PIXELS)
        picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # decodes a JPEG at a fraction of its size, with less memory
        picture.load()
        upright = _upright(_on_white(_shrunk(picture)), _orientation(picture))
    upright.info.clear()  # Pillow would write the comment again
    out = BytesIO()
    upright.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _shrunk(picture: Image.Image) -> Image.Image:
    plain = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    plain.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return plain


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGB":
        return picture
    paper = Image.new("RGB", picture.size, _WHITE)
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _orientation(picture: Image.Image) -> object:
    try:
        return picture.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # noqa: BLE001  # damaged EXIF in an intact picture: it stays as stored
        return None


def _upright(picture: Image.Image, orientation: object) -> Image.Image:
    turn = _UPRIGHT.get(orientation) if isinstance(orientation, int) else None
    return picture if turn is None else picture.transpose(turn)


def clean(content: bytes) -> uploads.CleanFile:
    """Makes a clean copy of a JPEG, PNG, WebP or PDF; only the content decides which it is.

    This blocks for seconds, and hostile input can make it block longer or exhaust memory. The bot calls
    `documents.uploads.worker.clean_apart` instead, which does the same in a separate process.

    Raises:
        UploadRefused: one of its subclasses, with what the message to the person needs.
    """
    uploads.check_size(len(content))
    if picture := _picture_format(content):
        return clean_picture(content, picture)
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return clean_pdf(content)
    raise uploads.NotAPicture(next((name for pattern, name in _OTHERS if pattern.match(content)), "unknown"))


def _picture_format(content: bytes) -> str | None:
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "WEBP"
    return None
