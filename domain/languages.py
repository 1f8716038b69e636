"""The languages that the bot speaks; the texts of each are in `assets/locales/` and in the folders of editions."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language by its code (ISO 639-1)."""

    RU = "ru"
    KK = "kk"
    EN = "en"


LANGUAGES = tuple(map(str, Language))
