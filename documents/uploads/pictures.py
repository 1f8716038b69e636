"""A picture made anew: the same to the eye, and none of what the camera wrote beside it."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import ExifTags, Image

from domain.uploads import MAX_PIXELS, Broken, BrokenFile, Clean, Kind, TooHard, TooManyPixels, UploadRefused

MAX_SIDE = 2600  # pixels: A4 at 220 dots an inch, where small print is still read with ease
QUALITY = 85  # of 100: no difference is seen in print, at a fifth of the size of 100
_WHITE = (255, 255, 255)

# EXIF 2.32, 4.6.4, tag 0x0112: how the stored picture has to be turned to stand upright.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def clean_picture(content: bytes, picture_format: str) -> Clean:
    """Decode a picture of a known format ("JPEG", "PNG", "WEBP") and encode its first frame as JPEG.

    Raises:
        TooManyPixels: told by the header, before anything is decoded.
        BrokenFile: damaged or cut short.
        TooHard: not enough memory.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in a picture that can be seen
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Clean(Kind.JPEG, _encoded(content, picture_format), pages=1)
    except UploadRefused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TooManyPixels(MAX_PIXELS) from None
    except MemoryError:
        raise TooHard from None
    except Exception as error:  # Pillow's readers raise whatever damaged bytes lead them to
        raise BrokenFile(Broken.UNREADABLE) from error


def _encoded(content: bytes, picture_format: str) -> bytes:
    with Image.open(BytesIO(content), formats=(picture_format,)) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise TooManyPixels(MAX_PIXELS)
        picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a JPEG is decoded at a fraction of its size, in less memory
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
    except Exception:  # noqa: BLE001  # damaged EXIF in a sound picture: it is shown as it is stored
        return None


def _upright(picture: Image.Image, orientation: object) -> Image.Image:
    turn = _UPRIGHT.get(orientation) if isinstance(orientation, int) else None
    return picture if turn is None else picture.transpose(turn)
