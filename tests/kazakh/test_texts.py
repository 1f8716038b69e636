"""Kazakh texts as a careful reader would have them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assets.loaders.edition import find_editions, load_standard
from assets.loaders.templates import split_messages
from dialogs.ui.dates import on_date
from dialogs.ui.texts import Texts, unmark
from tests.factories.texts import all_sources, texts_under

pytestmark = pytest.mark.untraced

ROOT = Path(__file__).parents[2]
THREE_LANGUAGES = "language-choose"  # one text for all
# What readers stumbled over, and what stands there instead.
STUMBLED = {
    r"\} ішінен \{": "out of so many: «9 істен 6»",
    r"инициал": "initials: «аты мен әкесінің атының бас әріптері»",
    r"-бет, барлығы": "page 1 of 2: «2 беттің 1-беті»",
    r"Ертерек": "the former: «Алдыңғы»",
    r"PDF не фото": "«PDF немесе фото»",
    r"Осыған дейін не болды": "«Істің тарихы»",
    r"Шешу: құжат": "«Құжат беру туралы шешім»",
    r"барлығы \{": "the third of so many: «9 сұрақтың 3-сұрағы»",
    r"\} күнтізбелік": "as laws have it: «күнтізбелік 15 күн»",
    r"(?:күт|дайындал|қаралу|күтіл)уд[ае]": "what goes on: «күтіліп тұр», «дайындалып жатыр»",
    r"команда": "«пәрмен»",
    r"папка": "«қалта»",
    r"Рахмет": "«Рақмет»",
    r"бланкі(?:л|с|г|д)": "«бланк», as in the glossary",
    r"қолжетім": "access is «рұқсат»",
    r"кері ал": "to withdraw is «қайтарып алу»",
    r"басып шығаратын": "the reader prints, not the letter: «басып шығарылатын»",
    r"ботпен (?:қосыл|жібер|жаз)": "the bot does it: «бот қосты»",
}
# A number's ending depends on how it is read (9-дан, 10-нан): a variable has none.
ENDINGS = re.compile(
    r"\{ \$[a-z-]+ \}-?(?:ға|ге|қа|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|ның|нің|дың|дің|тың|тің|ды|ді|ты|ті)(?!\w)"
)
YOU = re.compile(r"(?<!\w)сіз(?:дің|ден|ге|ді|де|бен|дікі)?(?!\w)")  # «бересіз» has the word as its ending
PAGES = (ROOT / "sandbox" / "page" / "labels-kk.js", *sorted((ROOT / "docs").glob("guide*-kk.md")))


@cache
def messages() -> dict[str, str]:
    """Every Kazakh message, of the program and of each edition."""
    found: dict[str, str] = {}
    for edition in find_editions():
        for name, source in split_messages(all_sources(load_standard(edition), "kk")).items():
            found[f"{edition}: {name}"] = source.partition("=")[2]
    return {name: value for name, value in found.items() if not name.endswith(THREE_LANGUAGES)}


@pytest.mark.parametrize("fault", STUMBLED)
def test_no_fault_comes_back(fault: str) -> None:
    """What a careful reader found once is in no message again."""
    assert [name for name, value in messages().items() if re.search(fault, value)] == [], STUMBLED[fault]


LONGEST_BUTTON = 30  # letters that a phone shows in one row
WIDER = {"prepare-offer-button"}  # the same sentence as in Russian, and a screen's first offer


def test_buttons_fit_a_row() -> None:
    """What a button says of itself is not cut on a phone; names in variables may be longer."""
    lines = {name.partition(": ")[2]: value.strip().partition("\n")[0] for name, value in messages().items()}
    buttons = {name: re.sub(r"\{[^}]*\}", "", line).strip() for name, line in lines.items()}
    long = {name for name, text in buttons.items() if name.endswith("-button") and len(text) > LONGEST_BUTTON}
    assert long - WIDER == set()


def test_one_person_is_written_to_politely() -> None:
    """«Сіз» has its capital letter wherever it stands, as in a letter to one person."""
    pages = {page.name: page.read_text("utf-8") for page in PAGES}
    assert len(pages) > 1
    assert [name for name, text in (messages() | pages).items() if YOU.search(text)] == []


def test_no_variable_has_an_ending() -> None:
    """Nobody reads «10-дан», where Kazakh says «10-нан»."""
    assert [name for name, value in messages().items() if ENDINGS.search(value)] == []


def kazakh() -> Texts:
    return texts_under(load_standard(), "kk")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 12, 17), "17 желтоқсанда"),
        (date(2026, 4, 1), "1 сәуірде"),
        (date(2026, 7, 30), "30 шілдеде"),
        (date(2026, 9, 9), "9 қыркүйекте"),
    ],
)
def test_a_month_has_the_ending_of_its_vowels(day: date, told: str) -> None:
    """A complaint's term passed «17 желтоқсанда», not «17 желтоқсан күні»."""
    texts = kazakh()
    assert on_date(day, texts) == told
    row = unmark(texts("hnd-row-late", number="3/2026", kind="нәтиже", day=on_date(day, texts)))
    assert row.endswith(f"мерзімі {told} өтті.")


@pytest.mark.parametrize(
    ("message", "values", "told"),
    [
        ("ind-line-count-cases", {"good": "6", "counted": "9"}, "9 істен 6"),
        ("ind-line-count-answers", {"good": "5", "counted": "10"}, "10 жауаптан 5"),
        ("work-page", {"page": "1", "pages": "2"}, "2 беттің 1-беті"),
        ("ind-no-targets", {"year": "2026"}, "2026 жылға арналған мақсаттар белгіленбеген"),
        ("hnd-queue", {"count": 3}, "Жауап күтіп тұрған шағымдар: 3"),
    ],
)
def test_a_count_is_said_as_in_speech(message: str, values: dict[str, str | int], told: str) -> None:
    """Numbers stand in the case that the phrase asks for."""
    assert unmark(kazakh()(message, **values)).startswith(told)
