from __future__ import annotations

from pathlib import Path

from tools.shape import figures


def test_figures_of_a_house(tmp_path: Path) -> None:
    """Modules without `__init__.py`, folders by their content, public names by their words, imported names."""
    room = tmp_path / "domain" / "offices"
    room.mkdir(parents=True)
    (room / "__init__.py").write_text("")
    (room / "units.py").write_text(
        "from a import b, c\n\n\nclass Unit:\n    def x(self): ...\n\n\ndef find_unit(): ...\n"
    )
    (room / "hours.py").write_text("def _own(): ...\nclass OpeningHours: ...\n")
    assert figures(tmp_path) == {
        "modules": "2",
        "lines": "10",
        "lines a module": "median 5, most 8",
        "modules a folder": "most 2 (domain/offices)",
        "one-word public names": "33% of 3",
        "imported names": "20% of the lines",
    }
