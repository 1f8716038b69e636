"""`edition check`, `new` and `diff`, and a start with a faulty edition: all is told in the language of the terminal."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from assets.loaders.edition import EDITIONS, find_editions
from assets.loaders.faults import REASONS, TYPES
from dialogs.ui.texts import Texts
from domain.languages import LANGUAGES
from sandbox.world.world import DEFAULT_TOKEN
from tests import editions as fictional
from tests.assets.faulty_editions import EDITION, TEN, change, copy_edition, plant_ten
from tests.bot.cli.test_commands import ROOT, run
from tests.editions import EDITIONS_DIR
from tests.factories.editions import (
    give_code,
    remove_document,
    renumber_points,
    set_answer_term,
    set_fee,
    set_id,
    set_term,
    write_edition,
)
from tests.factories.units import NEIGHBOUR

pytestmark = pytest.mark.e2e
WHOLE = {
    "ru": "Ошибок нет. 2011-20: пунктов — 26, областей — 16, отделов и акиматов — 430, ",
    "kk": "Қате жоқ. 2011-20: тармақтар — 26, облыстар — 16, бөлімдер мен әкімдіктер — 430, ",
    "en": "No faults. 2011-20: points 26, regions 16, offices and akimats 430, ",
}


@pytest.fixture(autouse=True)
def russian_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless a test says otherwise."""
    monkeypatch.setenv("LANGUAGE", "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_edition_is_one_line(tmp_path: Path, language: str) -> None:
    """The command says what the edition holds; it needs neither token nor data folder, and makes none."""
    done = run("edition", "check", str(EDITIONS / EDITION), LANGUAGE=language, DATA_DIR=str(tmp_path / "data"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(WHOLE[language])
    assert done.stdout.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_faults_are_ten_lines(tmp_path: Path, language: str) -> None:
    """Each planted fault has a line with its file, row and field, and the exit code is 1."""
    planted = plant_ten(copy_edition(tmp_path))
    done = run("edition", "check", str(tmp_path / EDITION), LANGUAGE=language)
    assert done.returncode == 1
    lines = sorted(done.stdout.splitlines())
    assert len(lines) == len(TEN)
    for line, told in zip(lines, planted, strict=True):
        assert line.startswith(told.rpartition(": ")[0])


def test_a_fault_in_words(tmp_path: Path) -> None:
    """The editor reads what is wrong without knowing the program."""
    plant_ten(copy_edition(tmp_path))
    change(tmp_path / EDITION / "defects.toml", 'id = "stamp"', 'id = "seal"')
    lines = run("edition", "check", str(tmp_path / EDITION)).stdout.splitlines()
    assert "terms.toml: timing #1: unit: не указано." in lines
    assert "indicators.toml: строк должно быть 7, а их 6." in lines
    assert "defects.toml: defect #5: items: «premise» нет в checklists.toml." in lines
    assert "defects.toml: defect #5: id: нет текста на языке kk: defect-seal, defect-seal-button." in lines


def test_a_fault_stays_on_its_line(tmp_path: Path) -> None:
    """A value with a line break does not look like two faults."""
    change(copy_edition(tmp_path) / "defects.toml", 'items = ["premises"]', 'items = ["one\\ntwo"]')
    done = run("edition", "check", str(tmp_path / EDITION))
    assert done.stdout == "defects.toml: defect #5: items: «one two» нет в checklists.toml.\n"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A mistyped folder is one line, not a list of files that are missing."""
    done = run("edition", "check", str(tmp_path / "2012-1"))
    assert done.returncode == 1
    assert done.stdout == f"Папки {tmp_path / '2012-1'} нет.\n"


@pytest.mark.parametrize("arguments", [("edition",), ("edition", "check"), ("edition", "mend", ".")])
def test_bad_arguments_are_told(arguments: tuple[str, ...]) -> None:
    """An act that there is not, or no folder, ends with the usage."""
    done = run(*arguments)
    assert done.returncode == 2
    assert "как вызывать: " in done.stderr


def reasons() -> set[str]:
    """The reasons that the loaders give: an argument of those who note a fault."""
    found = {*REASONS.values(), *TYPES.values(), "unreadable", "invalid"}
    for path in (ROOT / "assets" / "loaders").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                place = {"_add": 2, "add": 3, "AssetFault": 3}.get(name, len(node.args))
                found |= {str(each.value) for each in node.args[place : place + 1] if isinstance(each, ast.Constant)}
    return found


def test_every_reason_has_its_words(texts: Texts) -> None:
    """Whatever is wrong with a file, there is a text for it in every language."""
    assert {"missing", "count", "no-citation", "no-file", "unknown-holiday"} <= reasons()
    for reason in reasons():
        assert texts.knows(f"terminal-fault-{reason}"), reason


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A program whose edition has ten faults and a misnamed text: its own copy of `assets`, all else as it is."""
    for each in ("bot", "dialogs", "documents", "domain", "handlers", "sandbox", "services", "storage"):
        (tmp_path / each).symlink_to(ROOT / each)
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    edition = tmp_path / "assets" / "standard" / EDITION
    plant_ten(edition)
    change(edition / "texts" / "kk" / "documents.ftl", "defect-stamp =", "defect-seal =")
    return tmp_path


def start(program: Path, *arguments: str, **environment: str) -> CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=program,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(program)} | environment,
    )


def test_the_start_tells_every_fault(faulty: Path) -> None:
    """The bot does not start with a faulty edition: a line for each fault, code 2, no traceback, no data written."""
    done = start(faulty, "run", BOT_TOKEN=DEFAULT_TOKEN, DATA_DIR=str(faulty / "data"), LANGUAGE="en")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == len(TEN) + 2
    assert "2011-20/terms.toml: timing #1: unit: is missing." in lines
    assert [line for line in lines if "there is no text in the language kk: defect-stamp." in line]
    assert "2011-20/texts/kk/documents.ftl: defect-seal: the program shows no such text." in lines
    assert not list(faulty.glob("data/*.db"))


def test_other_commands_tell_them_too(faulty: Path) -> None:
    """A command that reads the edition says the same instead of half of it."""
    done = start(faulty, "units", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == len(TEN) + 2


def test_a_new_edition_loads(tmp_path: Path) -> None:
    """What the command writes has no fault: one region with four units, all texts, and at the top what to fill in."""
    folder = tmp_path / "2031-1"
    folder.mkdir()
    done = run("edition", "new", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ошибок нет. 2031-1: пунктов — 26, областей — 1, отделов и акиматов — 4, " in done.stdout
    assert run("edition", "check", str(folder)).returncode == 0
    for path in (*folder.rglob("*.toml"), *folder.rglob("*.ftl")):
        assert path.read_text("utf-8").lstrip("# ").startswith("Fill in "), path
    status = (folder / "edition.toml").read_text("utf-8")
    assert 'act = "to be filled in"' in status
    assert "[repealed]" not in status
    assert "оказывается" not in (folder / "points.toml").read_text("utf-8")


def test_a_new_edition_from_one_with_targets_and_repeal(tmp_path: Path) -> None:
    """What an order or a repeal said of the earlier edition is not said of the new one."""
    source = write_edition(tmp_path, "2031-1")
    target = '[[target]]\nyear = 2012\nrow = "1.1"\ntarget = 95\norder = "an order"\ncites = "19"\n'
    (source / "targets.toml").write_text(f"# Targets.\n{target}", "utf-8")
    settings = {"EDITIONS_DIR": str(tmp_path), "EDITION": "2031-1"}
    done = run("edition", "new", str(tmp_path / "2032-2"), **settings)
    assert done.returncode == 0, done.stdout
    assert "target" not in (tmp_path / "2032-2" / "targets.toml").read_text("utf-8").replace("targets", "")


def test_a_folder_that_contradicts_another_edition(tmp_path: Path) -> None:
    """Its units are compared with those of the editions that the bot loads, as at a start; its own id is itself."""
    first, second = tmp_path / "served", tmp_path / "begun"
    write_edition(first, "2031-1", give_code("7/7", "kokshetau-ip"))
    write_edition(second, "2032-1", give_code("7/7", "stepnogorsk-ip"))
    done = run("edition", "check", str(second / "2032-1"), EDITIONS_DIR=str(first))
    assert done.returncode == 1
    assert done.stdout == (
        "units/appendix-2.jsonl: stepnogorsk-ip: code: в редакции 2031-1 код 7/7 у «kokshetau-ip»: "
        "во всех редакциях код называет один орган.\n"
    )
    (second / "2032-1").rename(second / "2031-1")
    set_id("2031-1", "2032-1")(second / "2031-1")
    assert run("edition", "check", str(second / "2031-1"), EDITIONS_DIR=str(first)).returncode == 0


@pytest.mark.parametrize("command", [("offices", "Кокшетау"), ("due", "2026-11-20"), ("officer", "remove")])
def test_commands_under_an_edition_of_ones_own(tmp_path: Path, command: tuple[str, ...]) -> None:
    """They answer, and refuse, in its words."""
    write_edition(tmp_path / "editions", "2031-1", renumber_points(30))
    settings = {"EDITIONS_DIR": str(tmp_path / "editions"), "EDITION": "2031-1", "DATA_DIR": str(tmp_path)}
    further = ("--user", "1", "--unit", "9/9") if command[0] == "officer" else ()
    done = run(*command, *further, **settings)
    assert "Traceback" not in done.stderr
    if further:
        assert "нет в приложениях 31 и 32" in done.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2011-20", "Редакция 2011-20 уже есть."),
        ("Закон", "не больше 12 знаков; Закон не подходит."),
        ("a-very-long-one", "не больше 12 знаков; a-very-long-one не подходит."),
        ("full", "не пуста."),
        ("file", "не пуста."),
        ("file/2031-1", "2031-1: Not a directory"),
    ],
)
def test_a_new_edition_that_cannot_be(tmp_path: Path, name: str, said: str) -> None:
    """It needs an id of its own, and a folder in which nothing is lost."""
    (tmp_path / "full" / "inside").mkdir(parents=True)
    (tmp_path / "file").write_text("kept", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    done = run("edition", "new", str(tmp_path / name))
    assert done.returncode == 1
    assert said in done.stdout
    assert sorted(tmp_path.rglob("*")) == before


FOLLOWED = {
    "moved": "• отдел или акимат обслуживает другое место или стоит в другом списке",
    "second": "Отдел внутренней политики г. Степногорск, г. Степногорск",
}
DIFFERENT = {
    "ru": """Что меняется для заявителя: 2011-20 → 2031-1

Миссионер
• документ больше не нужен: вызов от религиозного объединения, зарегистрированного в Казахстане

Для всех заявлений
• срок решения: было 7 рабочих дней, станет 1 рабочий день
• ожидание в день обращения: было 30 минут, станет 2 минуты
• ответ на жалобу: было 15 календарных дней, станет 21 рабочий день
• самый долгий ответ на жалобу: было 30 календарных дней, станет 42 рабочих дня
• плата: было бесплатно, станет 1 500 тенге

Отделы и акиматы
{moved}: 2/4 {second} → 2/904 {second}
""",
    "kk": """Өтініш беруші үшін не өзгереді: 2011-20 → 2031-1

Миссионер
• құжат енді керек емес: """,
    "en": """What changes for an applicant: 2011-20 → 2031-1

Missionary
• a document is no longer needed: """,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changes_for_an_applicant(tmp_path: Path, language: str) -> None:
    """In plain words of three languages, whether an edition is named by its id or its folder."""
    changes = (
        *(remove_document("invitation"), set_term("decision", 1), set_term("waiting", 2)),
        *(give_code("2/904", str(NEIGHBOUR)), set_answer_term(21, 42, "закон", "working-days"), set_fee(1500)),
    )
    folder = write_edition(tmp_path, "2031-1", *changes)
    done = run("edition", "diff", EDITION, "2031-1", LANGUAGE=language, EDITIONS_DIR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.replace("\u00a0", " ").startswith(DIFFERENT[language].format(**FOLLOWED))
    lines = done.stdout.count("\n")
    assert lines == DIFFERENT["ru"].count("\n")
    by_folder = run("edition", "diff", str(EDITIONS / EDITION), str(folder), "--lang", language)
    assert by_folder.stdout == done.stdout


KNOWN = {
    "ru": (
        "• заявление называется иначе: Миссионер → Странствующий проповедник",
        "• прежних отделов и акиматов больше нет ни одного, их было 430",
        "• срок результата может стоять, пока: ждут ответа из другой страны",
        "• могут отказать и при полном пакете, если: сведения в ходатайстве недостоверны",
        "• неполный пакет могут не принять",
    ),
    "kk": (
        "• өтініш басқаша аталады: Миссионер → Көшпелі уағызшы",
        "• бұрынғы бөлімдер мен әкімдіктердің ешқайсысы енді жоқ, олардың саны 430 болған",
        "• нәтиже мерзімі мына себеппен тоқтап тұруы мүмкін: басқа елден жауап күтіліп тұр",
        "• толық емес топтаманы қабылдамауы мүмкін",
    ),
    "en": (
        "• an application is called otherwise: Missionary → Roaming preacher",
        "• none of the offices and akimats that there were is left; there were 430",
        "• a complete package may be refused if: the particulars in the petition are untrue",
        "• an incomplete package may not be accepted",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_law_that_has_nothing_in_common(language: str) -> None:
    """Its application is compared with the one that it continues; hundreds of offices that are gone are one line."""
    done = run("edition", "diff", EDITION, str(EDITIONS_DIR / fictional.EDITION), "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    told = done.stdout.splitlines()
    for line in KNOWN[language]:
        assert told.count(line) == 1, line
    assert len(told) < 90
    assert [line for line in told if re.search(r"\b[a-z]+[-_][a-z]+\b", line) and language != "en"] == []


def test_nothing_changes(tmp_path: Path) -> None:
    """Points under other numbers change nothing for an applicant."""
    folder = write_edition(tmp_path, "2031-1", renumber_points(30))
    done = run("edition", "diff", EDITION, str(folder))
    assert done.stdout == "Что меняется для заявителя: 2011-20 → 2031-1\n\nНичего не меняется.\n"


def test_editions_that_cannot_be_compared(tmp_path: Path) -> None:
    """A missing folder is named; a faulty edition tells its faults; two are needed, and for a check only one."""
    missing = run("edition", "diff", EDITION, str(tmp_path / "none"))
    assert (missing.returncode, missing.stdout) == (1, f"Папки {tmp_path / 'none'} нет.\n")
    plant_ten(copy_edition(tmp_path))
    faulty = run("edition", "diff", EDITION, str(tmp_path / EDITION))
    assert (faulty.returncode, faulty.stdout.count("\n")) == (1, len(TEN))
    for arguments in (("diff", EDITION), ("check", EDITION, EDITION), ("new", EDITION, EDITION)):
        done = run("edition", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("например edition diff")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edition_in_preparation(language: str) -> None:
    """It has no fault; what differs from that of 2011 is told with what is not known."""
    prepared = next(each for each in find_editions() if each != EDITION)
    done = run("edition", "check", str(EDITIONS / prepared), LANGUAGE=language)
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")
    for first, second in ((EDITION, prepared), (prepared, EDITION)):
        told = run("edition", "diff", first, second, LANGUAGE=language)
        assert (told.returncode, told.stderr) == (0, "")
        assert "2026" in told.stdout
        assert "№ 226-VII" in told.stdout or "No 226-VII" in told.stdout
        assert "  " not in told.stdout


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [("due", "2026-11-30"), ("offices", "Астана"), ("form", "7", "--blank", "-o", "x")])
def test_no_command_works_under_it(tmp_path: Path, command: tuple[str, ...], language: str) -> None:
    """One line names the setting and says why; nothing is written."""
    prepared = next(each for each in find_editions() if each != EDITION)
    done = run(*command, LANGUAGE=language, EDITION=prepared, DATA_DIR=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"EDITION: '{prepared}'")
    assert done.stderr.rstrip().endswith(EDITION)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_counted_under_it() -> None:
    """Its term is told, not counted."""
    prepared = next(each for each in find_editions() if each != EDITION)
    assert run("due", "--edition", prepared, "2026-11-30").returncode == 2


def test_no_bot_starts_under_it(tmp_path: Path) -> None:
    """The start ends with 2, before any database is made."""
    prepared = next(each for each in find_editions() if each != EDITION)
    done = run("run", EDITION=prepared, BOT_TOKEN=DEFAULT_TOKEN, DATA_DIR=str(tmp_path / "data"))
    assert done.returncode == 2
    assert done.stderr.startswith("EDITION: ")
    assert [each.name for each in (tmp_path / "data").iterdir()] == ["lock"]
