from __future__ import annotations

from pathlib import Path

import pytest

from tools.house_plan import BEGIN, END, PAGE, drawn, imports_between_rooms, picture, places

pytestmark = pytest.mark.untraced


def test_the_page_shows_the_house_as_it_stands() -> None:
    """After adding a module, or an import between packages, the plan has to be drawn again."""
    page = PAGE.read_text("utf-8")
    assert drawn(page) == page, "python -m tools.house_plan"


def test_arrows_and_places(tmp_path: Path) -> None:
    """An import from another package is an arrow, even for types; one from its own package or a library is not."""
    (tmp_path / "handlers" / "staff").mkdir(parents=True)
    (tmp_path / "domain").mkdir()
    (tmp_path / "domain" / "staff.py").write_text("import re\n")
    (tmp_path / "handlers" / "staff" / "__init__.py").touch()
    source = "if TYPE_CHECKING:\n    from domain.staff import Role\nimport handlers.core\n"
    (tmp_path / "handlers" / "staff" / "context.py").write_text(source)
    assert imports_between_rooms(tmp_path) == {("handlers", "domain")}
    assert "handlers --> domain" in picture({("handlers", "domain")})
    assert "| **staff** | `staff.py` |  |  |  |  | context |" in places(tmp_path).splitlines()


def test_a_page_without_marks() -> None:
    """The error names the page that lacks them."""
    with pytest.raises(ValueError, match=r"architecture\.md"):
        drawn(f"{END} {BEGIN}".replace(BEGIN, ""))
