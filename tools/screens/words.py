"""Writes docs/screens/texts.md, the screens as text in three languages, for proofreading (`make screens`)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.resources import load_library, load_texts
from bot.settings import Settings
from dialogs.offices.screens import notice
from dialogs.ui.callback_data import OfficeCallback
from dialogs.ui.dates import explain
from dialogs.ui.texts import unmark
from domain.calendar import due
from domain.languages import LANGUAGES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "screens" / "texts.md"
EDITION = "2011-20"
NOW = datetime(2025, 4, 1, 5, 0, tzinfo=UTC)


def main() -> None:
    """Writes every kind of screen in each language."""
    library = load_library(Settings(_env_file=None))
    parts = ["# Screens as words", "", "Made by `make screens`. A line with `▢` is a button."]
    for language in LANGUAGES:
        texts = load_texts(language, EDITION)
        screens = [
            library.served().office_pages.start(texts),
            library.served().office_pages.open(OfficeCallback("region", "akmola", EDITION), texts, NOW),
            library.served().office_pages.open(OfficeCallback("card", "2/3", EDITION), texts, NOW),
            library.served().office_pages.open(OfficeCallback("visit", "2/3", EDITION), texts, NOW),
            library.served().office_pages.open(OfficeCallback("card", "4/81", EDITION), texts, NOW.replace(hour=20)),
            library.served().office_pages.search("Есильский", texts),
            library.served().office_pages.search("xyzzyx", texts),
            library.served().office_pages.near(51.1, 71.4, texts),
        ]
        blocks = [unmark(notice(library.standard.status, texts) or "")]
        for screen in screens:
            buttons = [f"▢ {button.text}" for row in screen.rows for button in row]
            blocks.append("\n".join([unmark(screen.text), "", *buttons]))
        blocks.append(unmark(explain(due(NOW.date().replace(month=3, day=20), 7, library.calendar), texts)))
        parts += ["", f"## {language}"]
        for text in blocks:
            parts += ["", "```", text, "```"]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
