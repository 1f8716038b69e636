from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from documents.uploads.cleaning import MAX_SIDE, clean
from documents.uploads.pdf_page_copy import without_metadata
from domain.uploads import BrokenFile, Damage, FileFormat, TooManyPixels

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F
CANARY = "51-08-N-Respubliki-7"


def drawn(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """Draws a picture that is red above and blue below."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0], size[1] // 2))
    return image.convert(mode)


def picture(picture_format: str, image: Image.Image | None = None, **options: Any) -> bytes:  # noqa: ANN401  # Pillow's own signature
    out = BytesIO()
    (image or drawn()).save(out, picture_format, **options)
    return out.getvalue()


def open_jpeg(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content), formats=("JPEG",))
    image.load()
    return image


def close(seen: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(one - other) < 12 for one, other in zip(seen, colour, strict=True))


def png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    header = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), *chunks, (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, body) for name, body in parts)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_kept_as_a_jpeg_that_looks_the_same(picture_format: str) -> None:
    """Whatever was sent, the stored copy is one JPEG with one page."""
    cleaned = clean(picture(picture_format))
    kept = open_jpeg(cleaned.content)
    assert (cleaned.kind, cleaned.pages, kept.size, kept.mode) == (
        FileFormat.JPEG,
        1,
        (64, 48),
        "RGB",
    )
    assert close(kept.getpixel((10, 5)), RED)
    assert close(kept.getpixel((50, 43)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_pictures_of_every_depth_are_taken(mode: str) -> None:
    """A scanner's black and white, a screenshot's palette, a camera's sixteen bits."""
    image = Image.new("I;16", (64, 48), 40000) if mode == "I;16" else drawn(mode=mode)
    assert open_jpeg(clean(picture("PNG", image)).content).size == (64, 48)


def test_a_cmyk_jpeg_is_taken() -> None:
    """Print shops' scanners produce them."""
    kept = open_jpeg(clean(picture("JPEG", drawn(mode="CMYK"))).content)
    assert close(kept.getpixel((10, 5)), RED)


def test_place_camera_comments_and_profiles_are_gone() -> None:
    """A paper's picture does not reveal where and with what it was taken."""
    exif = Image.Exif()
    exif[MAKER] = CANARY
    exif[GPS] = {1: "N", 2: (51.0, 8.0, 0.0), 29: CANARY}
    sent = picture(
        "JPEG",
        exif=exif,
        comment=CANARY,
        icc_profile=CANARY.encode(),
        xmp=f"<x>{CANARY}</x>".encode(),
    )
    assert sent.count(CANARY.encode()) == 5
    kept = clean(sent).content
    assert CANARY.encode() not in kept
    assert not open_jpeg(kept).getexif()
    assert not {"exif", "comment", "icc_profile", "xmp"} & open_jpeg(kept).info.keys()


def test_texts_in_a_png_are_gone() -> None:
    """A screenshot's own notes are removed, too."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", CANARY)
    sent = picture("PNG", pnginfo=notes)
    assert CANARY.encode() in sent
    assert CANARY.encode() not in clean(sent).content


# EXIF's name of each orientation, and where the red upper half of the stored picture should appear.
RED_AT = {
    1: "top",
    2: "top",
    3: "bottom",
    4: "bottom",
    5: "left",
    6: "right",
    7: "right",
    8: "left",
}
POINTS = {
    "top": (0.5, 0.1),
    "bottom": (0.5, 0.9),
    "left": (0.1, 0.5),
    "right": (0.9, 0.5),
}


@pytest.mark.parametrize(("orientation", "side"), RED_AT.items())
def test_a_photo_taken_sideways_is_kept_upright(orientation: int, side: str) -> None:
    """The rotation noted by the camera is applied, because the note is dropped."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    kept = open_jpeg(clean(picture("JPEG", exif=exif)).content)
    x, y = POINTS[side]
    assert kept.size == ((64, 48) if side in ("top", "bottom") else (48, 64))
    assert close(kept.getpixel((int(kept.width * x), int(kept.height * y))), RED)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_turns_nothing(orientation: int) -> None:
    """Nonsense in EXIF is no reason to refuse a sound picture."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    assert open_jpeg(clean(picture("JPEG", exif=exif)).content).size == (64, 48)


def test_damaged_exif_is_no_reason_to_refuse() -> None:
    """The picture itself is visible."""
    assert open_jpeg(clean(picture("JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")).content).size == (64, 48)


def test_what_is_transparent_becomes_white_paper() -> None:
    """Black letters on nothing must not become black on black."""
    image = Image.new("RGBA", (64, 48), (0, 0, 0, 0))
    assert close(open_jpeg(clean(picture("PNG", image)).content).getpixel((32, 24)), WHITE)


@pytest.mark.parametrize("picture_format", ["PNG", "WEBP"])
def test_of_an_animation_the_first_frame_is_kept(picture_format: str) -> None:
    """A copy of a paper does not move."""
    frames = [Image.new("RGB", (64, 48), colour) for colour in (RED, BLUE)]
    sent = picture(picture_format, frames[0], save_all=True, append_images=frames[1:], duration=100)
    assert close(open_jpeg(clean(sent).content).getpixel((32, 24)), RED)


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG"])
def test_a_large_picture_is_made_smaller_in_proportion(picture_format: str) -> None:
    """Fine print stays readable, and the database stays small."""
    kept = open_jpeg(clean(picture(picture_format, drawn((4000, 3000)))).content)
    assert kept.size == (MAX_SIDE, MAX_SIDE * 3 // 4)


@pytest.mark.parametrize("size", [(20_000, 20_000), (10_000, 10_000), (7_072, 7_071), (1, 50_000_001)])
def test_a_picture_that_would_fill_the_memory_is_refused_by_its_header(
    size: tuple[int, int],
) -> None:
    """Nothing is decoded: this file has no pixels at all, and still it is not called broken."""
    with pytest.raises(TooManyPixels) as refusal:
        clean(png(*size, (b"IDAT", zlib.compress(b""))))
    assert refusal.value.limit == 50_000_000


def test_a_real_bomb_of_400_million_pixels_is_refused() -> None:
    """400 MB packed into 400 KB."""
    packer = zlib.compressobj(9)
    row = bytes(20_001)
    packed = b"".join(packer.compress(row * 100) for _ in range(200)) + packer.flush()
    with pytest.raises(TooManyPixels):
        clean(png(20_000, 20_000, (b"IDAT", packed)))


@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_picture_cut_short_is_refused(picture_format: str, part: float) -> None:
    """Half a paper is not a copy of it."""
    noisy = Image.effect_noise((200, 200), 90).convert("RGB")
    sent = picture(picture_format, noisy)
    with pytest.raises(BrokenFile) as refusal:
        clean(sent[: int(len(sent) * part)])
    assert refusal.value.reason is Damage.UNREADABLE


def test_a_text_that_unpacks_without_end_is_refused() -> None:
    """A PNG may contain compressed texts, which can be bombs as well."""
    text = b"Comment\0\0" + zlib.compress(bytes(100_000_000))
    with pytest.raises(BrokenFile):
        clean(png(8, 8, (b"zTXt", text), (b"IDAT", zlib.compress(bytes(72)))))


def test_segments_beside_a_picture_are_dropped_and_colours_kept() -> None:
    """A JPEG in a PDF is not re-encoded: camera data is cut out, colour information stays."""
    exif = Image.Exif()
    exif[MAKER] = CANARY
    sent = picture(
        "JPEG",
        drawn(mode="CMYK"),
        exif=exif,
        comment=CANARY,
        icc_profile=CANARY.encode(),
    )
    kept = without_metadata(sent)
    assert CANARY.encode() not in kept
    assert b"Adobe" in kept
    assert open_jpeg(kept).tobytes() == open_jpeg(sent).tobytes()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b"\xff\xd8",
        b"\xff\xd8\xff\xe1\xff\xff",
        b"\xff\xd8\xff\xe1\0\0",
    ],
)
def test_what_is_no_jpeg_is_left_as_it_is(content: bytes) -> None:
    """Nothing is guessed or cut out."""
    assert without_metadata(content) == content
