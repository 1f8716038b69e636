"""Texts of an edition: complete, alike in three languages, and drawn before those of the program."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assets.loaders.edition import EDITIONS, load_standard
from assets.loaders.edition_files import read_edition
from assets.loaders.faults import AssetFaults, FaultList
from assets.loaders.files import FolderReader
from assets.loaders.templates import load_messages, split_messages
from assets.loaders.texts import grammar
from assets.loaders.texts.grammar import find_fault
from assets.loaders.texts.needed import needed_texts
from bot.resources import load_texts
from dialogs.ui.texts import MissingText
from domain.languages import LANGUAGES, Language
from domain.standard.edition import Standard
from tests.assets.faulty_editions import EDITION, change, copy_edition
from tests.factories.editions import mark_texts, remove_document, write_edition
from tests.factories.texts import texts_under

ROOT = Path(__file__).parents[2]
NEW, MARK = "2031-1", "⟦E⟧"
INDIRECT = re.compile(r"visit-times|head-(?:ahead|missed)-\w+")  # drawn with `**`, or by an id in a variable
SERVICE, QUESTIONS = "texts/kk/service.ftl", "texts/kk/questions.ftl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_edition(tmp_path)


def told(folder: Path) -> list[str]:
    with pytest.raises(AssetFaults) as faults:
        load_standard(EDITION, folder.parent, served=True)
    return str(faults.value).splitlines()


@pytest.mark.parametrize(
    ("file", "old", "new", "faults"),
    [
        (SERVICE, "visit-ramp =", "visit-lift =", [
            "texts/kk: no-text language=kk value=visit-ramp",
            f"{SERVICE}: visit-lift: stray-text",
        ]),
        (SERVICE, "visit-ramp =", "# visit-ramp =", ["texts/kk: no-text language=kk value=visit-ramp"]),
        (SERVICE, "visit-ramp =", "visit_ramp =", [
            "texts/kk: no-text language=kk value=visit-ramp",
            f"{SERVICE}: visit-bureau: unreadable said=visit_ramp",
        ]),
        (SERVICE, "visit-ramp =", "visit-pass =", [
            "texts/kk: no-text language=kk value=visit-ramp",
            f"{SERVICE}: visit-pass: twice value=visit-pass",
        ]),
        (SERVICE, "visit-ramp =", "visit-ramp = {", [f"{SERVICE}: visit-ramp: unreadable said=Expected"]),
        (SERVICE, "visit-ramp =", "visit-ramp = { home }", [f"{SERVICE}: visit-ramp: unreadable said=home"]),
        (SERVICE, "visit-ramp =", "visit-ramp = { NUMBER(1) }", [f"{SERVICE}: visit-ramp: unreadable said=NUMBER"]),
        (SERVICE, "### ", "## x\nVisit = ", [f"{SERVICE}: unreadable said=Visit"]),
        (SERVICE, 'CITE("ramp")', 'CITE("lift")', [f"{SERVICE}: visit-ramp: unknown value=lift file=cites.toml"]),
        (SERVICE, 'CITE("ramp")', 'CITE("ramp", case: "dative")', [
            f"{SERVICE}: visit-ramp: unknown value=dative file=cites.toml",
        ]),
        (SERVICE, "$phones", "$faxes", [
            f"{SERVICE}: visit-call: unknown-variable value=faxes",
            f"{SERVICE}: visit-call: other-variables language=ru value=phones",
        ]),
        (SERVICE, "{ $phones }", "", [f"{SERVICE}: visit-call: other-variables language=ru value=phones"]),
        (QUESTIONS, "q-intent =", "q-wish =", [
            "questions.toml: question #1: id: no-text language=kk value=q-intent",
            f"{QUESTIONS}: q-wish: stray-text",
        ]),
        (QUESTIONS, "q-city-example =", "q-town-example =", [
            "texts/en/questions.ftl: q-city-example: no-text language=kk value=q-city-example",
            f"{QUESTIONS}: q-town-example: stray-text",
        ]),
        (QUESTIONS, "q-intent =", "home-button = Tirkeu\nq-intent =", [
            f"{QUESTIONS}: home-button: no-text language={language} value=home-button" for language in ("ru", "en")
        ]),
        (QUESTIONS, "q-intent =", "card-phone = { $phone }\nq-intent =", [
            f"{QUESTIONS}: card-phone: unknown-variable value=phone",
            *(f"{QUESTIONS}: card-phone: no-text language={language} value=card-phone" for language in ("ru", "en")),
        ]),
    ],
)  # fmt: skip
def test_a_fault_names_the_file_and_the_text(folder: Path, file: str, old: str, new: str, faults: list[str]) -> None:
    """What is missing, of no use, or cannot be drawn is told before anybody meets it in a chat."""
    change(folder / file, old, new)
    found = told(folder)
    assert len(found) == len(faults), found
    for line, fault in zip(found, faults, strict=True):
        assert line.startswith(fault)


def test_a_lost_language_is_one_fault(folder: Path) -> None:
    """So is a file that cannot be read: its texts are not missed one by one."""
    for path in (folder / "texts" / "kk").iterdir():
        path.unlink()
    assert told(folder) == ["texts/kk: no-file"]
    (folder / "texts" / "kk" / "terms.ftl").write_bytes(b"\xff")
    assert [line.partition(" said")[0] for line in told(folder)] == ["texts/kk/terms.ftl: unreadable"]


def test_nothing_is_strayed_by_a_lost_checklist(folder: Path) -> None:
    """Texts of documents are not called useless when the file that names the documents is gone."""
    (folder / "checklists.toml").unlink()
    assert told(folder) == ["checklists.toml: no-file"]


def test_a_document_that_is_gone_takes_its_texts(tmp_path: Path) -> None:
    """An edition without it is served without them."""
    write_edition(tmp_path, NEW, remove_document("premises"))
    standard = load_standard(NEW, tmp_path, served=True)
    assert not [each for each in standard.texts[Language.RU] if "premises" in each and each.startswith("item-")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_of_the_edition_comes_first(standard: Standard, tmp_path: Path, language: str) -> None:
    """Every text of an edition is drawn in its words, also in the place of one that the program has."""
    folder = write_edition(tmp_path, NEW, mark_texts(MARK))
    for each in LANGUAGES:
        (folder / "texts" / each / "more.ftl").write_text(f"card-phone = {MARK} {{ $phones }}\n", "utf-8")
    there = texts_under(load_standard(NEW, tmp_path, served=True), language)
    here = texts_under(standard, language)
    for name, source in standard.texts[Language(language)].items():
        values = dict.fromkeys(re.findall(r"\$([a-z-]+)", source), "5")
        assert there(name, **values) == f"{MARK} {here(name, **values)}"
    assert there("card-phone", phones="1") == f"{MARK} 1" != here("card-phone", phones="1")
    assert there("card-forms-button") == here("card-forms-button")


def test_texts_without_an_edition() -> None:
    """The program's texts alone know no question; those under an edition are made once for all."""
    for language in LANGUAGES:
        assert load_texts(language, EDITION) is load_texts(language, EDITION)
        with pytest.raises(MissingText, match="q-intent"):
            load_texts(language)("q-intent")


def test_each_language_has_its_texts_in_the_same_files() -> None:
    """A translator finds a text of another language in the file of the same name."""
    folder = EDITIONS / EDITION / "texts"
    ids = {
        language: {path.name: list(split_messages(path.read_text("utf-8"))) for path in (folder / language).iterdir()}
        for language in LANGUAGES
    }
    for language in LANGUAGES:
        assert {file: set(names) for file, names in ids[language].items()} == {
            file: set(names) for file, names in ids["ru"].items()
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_without_a_fault_are_none(standard: Standard, language: str) -> None:
    """Neither of the program nor of the edition, by the same rules; the parser agrees (`test_messages`)."""
    messages = {**load_messages(language), **standard.texts[Language(language)]}
    assert {name: fault for name, source in messages.items() if (fault := find_fault(source))} == {}


def test_what_is_known_to_be_right_is_right() -> None:
    """No single letter lost or added makes a message pass that Fluent does not read: the short way is never wrong."""
    source = (
        "case = Срок — { $unit ->\n    [calendar-days] { $days ->\n        [0] сегодня\n        [one] { $days } день\n"
        '       *[other] дни\n    }\n   *[working-days] рабочий\n    } ({ CITE("result") }).\n    Конец.'
    )
    parsed = grammar._parse  # noqa: SLF001  # the long way
    assert (find_fault(source), parsed(source)) == ("", "")
    lost = [source[:at] + source[at + 1 :] for at in range(len(source))]
    added = [source[:at] + each + source[at:] for at in range(len(source)) for each in "{}[*]\n-> $"]
    passed = [each for each in (*lost, *added) if not find_fault(each)]
    assert len(passed) > 100
    assert [each for each in passed if parsed(each)] == []
    assert find_fault(source.replace("*", "")) == parsed(source.replace("*", "")) != ""
    assert find_fault(source.replace(" [one]", "*[one]")) == parsed(source.replace(" [one]", "*[one]")) != ""


@cache
def calls() -> list[tuple[re.Pattern[str], frozenset[str]]]:
    """Where code draws a text: a pattern of its id, and the variables given."""
    found = []
    for room in ("bot", "dialogs", "handlers"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and node.args and all(each.arg for each in node.keywords):
                    found += [
                        (pattern, frozenset(str(each.arg).replace("_", "-") for each in node.keywords))
                        for pattern in id_drawn(node)
                    ]
    return found


def id_drawn(call: ast.Call) -> Iterator[re.Pattern[str]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in {"texts", "plain"}:
        return
    match call.args[0]:
        case ast.Constant(value=str(text)):
            yield re.compile(re.escape(text))
        case ast.JoinedStr(values=parts) if any(isinstance(each, ast.Constant) for each in parts):
            yield re.compile(
                "".join(re.escape(str(each.value)) if isinstance(each, ast.Constant) else ".+" for each in parts)
            )


def test_a_text_may_use_what_the_program_gives() -> None:
    """The variables that a text of an edition is allowed are those with which code draws it."""
    faults = FaultList()
    given = needed_texts(read_edition(FolderReader(EDITIONS / EDITION, faults), FolderReader(EDITIONS, faults))).given
    assert len(given) > 200  # else nothing is compared
    wrong = {}
    for name, variables in given.items():
        drawn = [each for pattern, each in calls() if pattern.fullmatch(name)]
        if drawn and variables not in drawn and not INDIRECT.fullmatch(name):
            wrong[name] = drawn
    assert wrong == {}
