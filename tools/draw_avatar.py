"""Draws the bot's avatar: a sheet with lines and a tick, in a circle as Telegram shows it.

`python -m tools.draw_avatar` writes the picture for @BotFather (`docs/avatar.png`) and the one of the chat page
(`sandbox/page/avatar.svg`) from the same shapes: no letters, so that it is one picture for every language.
"""

from __future__ import annotations

import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
PNG = ROOT / "docs" / "avatar.png"
SVG = ROOT / "sandbox" / "page" / "avatar.svg"
SIDE = 64  # units of the drawing
PIXELS = 640  # of the picture for @BotFather, which Telegram makes smaller
FINER = 4  # drawn so many times larger, then made smaller, so that edges are smooth
BLUE, PAPER, LINE, GOLD = "#1a6fb0", "#ffffff", "#9cc3e2", "#f0b429"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled polygon, or with a width a line through its points."""

    points: tuple[Point, ...]
    colour: str
    width: float = 0


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    centre: Point
    radius: float
    colour: str


DRAWING: tuple[Shape | Disc, ...] = (
    Shape(((18, 12), (38, 12), (46, 20), (46, 52), (18, 52)), PAPER),
    Shape(((38, 12), (46, 20), (38, 20)), LINE),
    *(Shape(((23, y), (end, y)), LINE, 3) for y, end in ((26, 41), (33, 41), (40, 33))),
    Disc((44, 45), 11, BLUE),
    Disc((44, 45), 9, GOLD),
    Shape(((39.5, 45), (43, 48.5), (49, 41.5)), PAPER, 3),
)


def svg() -> str:
    """The chat page's picture."""
    ground = f'<path d="M0 0h{SIDE}v{SIDE}H0z" fill="{BLUE}"/>'
    shapes = "".join(map(_element, DRAWING))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">{ground}{shapes}</svg>\n'


def png() -> bytes:
    """The picture for @BotFather. The same drawing gives the same bytes."""
    scale = PIXELS * FINER / SIDE
    picture = Image.new("RGB", (PIXELS * FINER,) * 2, BLUE)
    pen = ImageDraw.Draw(picture)
    for each in DRAWING:
        if isinstance(each, Disc):
            _dot(pen, each.centre, each.radius, each.colour, scale)
            continue
        points = [(x * scale, y * scale) for x, y in each.points]
        if not each.width:
            pen.polygon(points, fill=each.colour)
            continue
        pen.line(points, fill=each.colour, width=round(each.width * scale))
        for point in each.points:  # round ends and corners
            _dot(pen, point, each.width / 2, each.colour, scale)
    return _written(picture.resize((PIXELS, PIXELS), Image.Resampling.BOX))


def _dot(pen: ImageDraw.ImageDraw, centre: Point, radius: float, colour: str, scale: float) -> None:
    (x, y), reach = centre, radius * scale
    pen.ellipse((x * scale - reach, y * scale - reach, x * scale + reach, y * scale + reach), fill=colour)


def _element(each: Shape | Disc) -> str:
    if isinstance(each, Disc):
        (x, y) = each.centre
        return f'<circle cx="{x}" cy="{y}" r="{each.radius}" fill="{each.colour}"/>'
    path = "M" + "L".join(f"{x} {y}" for x, y in each.points)
    if not each.width:
        return f'<path d="{path}Z" fill="{each.colour}"/>'
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{path}" fill="none" stroke="{each.colour}" stroke-width="{each.width}" {ends}/>'


def _written(picture: Image.Image) -> bytes:
    """A PNG (2nd edition); Pillow's own would depend on its version."""
    width, height = picture.size
    pixels = picture.tobytes()
    rows = b"".join(b"\0" + pixels[at : at + width * 3] for at in range(0, len(pixels), width * 3))
    parts = ((b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows, 9)))
    chunks = (
        struct.pack(">I", len(each)) + kind + each + struct.pack(">I", zlib.crc32(kind + each))
        for kind, each in (*parts, (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def main() -> int:
    """Writes both pictures, and prints their names."""
    PNG.write_bytes(png())
    SVG.write_text(svg(), encoding="utf-8")
    sys.stdout.write(f"{PNG.relative_to(ROOT)}\n{SVG.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
