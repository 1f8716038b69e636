"""Over HTTP, beside a stand-in for Telegram: from the first page to the package, with nothing filed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assets.loaders.edition import find_editions, load_standard
from bot.resources import library_of
from domain.languages import LANGUAGES
from domain.standard.questions import Question, Role
from tests.e2e.drivers.applying import Applying
from tests.e2e.drivers.bureau import bureau
from tests.e2e.drivers.chatting import Seen, acquaintance
from tests.e2e.drivers.working import words_of
from tests.factories.units import EDITION, MISSIONARY

pytestmark = pytest.mark.untraced

CHECKED = {"ru": "29 ноября 2026", "kk": "2026 жылғы 29 қараша", "en": "29 November 2026"}


class Preparing(Applying):
    """Somebody whose territory is a whole region."""

    async def answer(self, question: Question) -> Seen:
        if question.role is Role.TERRITORY:
            return await self.tap(self.region)
        if question.role is Role.OFFICE:  # the only body there is: nothing is asked
            return self.chat.seen()[-1]
        return await super().answer(question)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_package(tmp_path: Path, language: str) -> None:
    """Each page says what it rests on and when that was checked; the paper has territory, term and what to bring."""
    law = next(each for each in map(load_standard, find_editions()) if each.preparation is not None)
    async with bureau(tmp_path, MISSIONARY) as office:
        words = library_of(EDITION).texts(language, law.status.id)
        chat = replace(await acquaintance(office.driven, language), texts=words)
        asked = {kind: each.all for kind, each in law.questions.items()}
        made = Preparing(chat, questions=asked)
        made.region = law.region("ulytau").name_in(language)
        made.tapped = {
            "intent": "registration",
            "citizenship": "kazakhstan",
            "places": "everywhere",
            "document_kind": "passport",
        }
        await made.tap("prepare-offer-button")
        begun = len(chat.seen())
        await made.tap(f"subject-{MISSIONARY}")
        await made.tap("apply-agree-button")
        await made.answer_all()
        await made.tick_all()
        await made.tap("review-preview-button")
        await made.tap("review-button")
        await made.tap("review-package-button")
        pages = [each.text for each in chat.seen()[begun:] if each.text]
        assert [page for page in pages if CHECKED[language] not in page or "483-IV" not in page] == []
        written = words_of(chat, "chernovik")
        for expected in ("29.11.2026", "область Ұлытау, вся территория", "с 05.03.2031 по 05.03.2032", "Книга «Путь»"):
            assert expected in written
        needed = [each.title for each in law.checklists[MISSIONARY] if each.condition == "always"]
        assert [title for title in needed if title not in written] == []
        assert office.driven.rows("SELECT edition, number, state FROM cases WHERE edition = ?", law.status.id) == [
            (law.status.id, None, "draft")
        ]
        assert office.driven.rows("SELECT * FROM terms") == []
