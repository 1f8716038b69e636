"""The bot's avatar is what its script draws."""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image

from tools.draw_avatar import DRAWING, PIXELS, PNG, SIDE, SVG, Disc, png, svg


def test_the_kept_pictures_are_the_drawn_ones() -> None:
    """Whoever changes the drawing runs `python -m tools.draw_avatar`; both pictures show the same."""
    assert PNG.read_bytes() == png()
    assert SVG.read_text("utf-8") == svg()


def test_botfather_takes_it() -> None:
    """A square picture, large enough, of few bytes."""
    picture = Image.open(BytesIO(png()))
    assert (picture.format, picture.size) == ("PNG", (PIXELS, PIXELS))
    assert len(PNG.read_bytes()) < 20_000


def test_nothing_is_cut_by_the_circle() -> None:
    """Telegram shows the circle within the square."""
    middle = SIDE / 2
    reach = [
        math.dist(each.centre, (middle, middle)) + each.radius
        if isinstance(each, Disc)
        else max(math.dist(point, (middle, middle)) for point in each.points) + each.width / 2
        for each in DRAWING
    ]
    assert max(reach) < middle
