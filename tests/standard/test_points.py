"""The 26 points, word for word."""

from __future__ import annotations

from collections import Counter

from domain.standard.edition import Standard
from tests.standard.source import SOURCE, squeeze

# Lines of the published text from the first section's heading to the end of point 26.
FIRST, LAST = 37, 212


def test_the_points_are_whole(standard: Standard) -> None:
    """Sections and points have exactly the characters of the published text, none lost or added."""
    points = list(standard.points.values())
    assert [point.number for point in points] == list(range(1, 27))
    ours = "".join(dict.fromkeys(point.section for point in points))
    ours += "".join(f"{point.number}.{point.text}{point.note}" for point in points)
    text = "\n".join(SOURCE[FIRST - 1 : LAST])
    assert Counter(squeeze(ours)) == Counter(squeeze(text))


def test_link_words_stand_where_they_belong(standard: Standard) -> None:
    """The words that the text extraction displaced are back in their sentences."""
    assert standard.points[1].text.endswith("адреса которых указаны в приложениях 1 и 2 к настоящему стандарту.")
    assert "согласно приложению 7 к настоящему стандарту;" in standard.points[11].text
    assert "указаны в приложениях 1, 2, 3 и 4 к настоящему стандарту." in standard.points[22].text
    assert standard.points[19].note.startswith("Сноска. Пункт 19 в редакции")
