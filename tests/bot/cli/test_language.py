"""What a command prints comes from the texts of the language that LANGUAGE names: no line is written in the code.

Two things are in English: what argparse finds wrong with arguments, and the addresses that the stand-in prints.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assets.loaders.templates import load_locale, split_messages
from bot import resources
from bot.__main__ import main
from bot.cli import usage
from bot.data_folder import DATABASE, KEY_STORE, MASTER_KEY
from dialogs.ui.texts import Texts
from domain.errors import Explained
from domain.languages import LANGUAGES
from tests.bot.cli.backups.backing_up import Bot, a_bot
from tests.bot.losing import remove
from tests.documents.receipts.receipts import STRANGER, copy

ROOT = Path(__file__).parents[3]
ROOMS = ("bot", "documents", "storage")
WRITES = {"write", "_print", "print"}
LETTERS = re.compile(r"[^\W\d_]{3,}")
HIDDEN = "▒"


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Bot]:
    with a_bot(tmp_path, monkeypatch, capsys) as made:
        yield made


@pytest.fixture
def hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every letter of the texts is hidden, so that those which are left are data, or written in the code."""
    texts = Texts("en", split_messages(_hidden(load_locale("en"))))
    for module in ("audit", "backups.backup", "commands", "quarantine", "rekey", "backups.restore", "staff", "verify"):
        monkeypatch.setattr(f"bot.cli.{module}.load_texts", lambda *_: texts, raising=False)
    monkeypatch.setattr(resources, "load_texts", lambda *_: texts)
    monkeypatch.setattr(resources.Resources, "texts", lambda *_: texts)
    monkeypatch.setattr(usage, "help_texts", lambda _language: texts)


def _hidden(locale: str) -> str:
    """The texts with their letters hidden: ids, variables and the keys of a selection stay."""
    kept = re.compile(r"^[a-z][a-z0-9-]* =|\{ *\$[a-z-]+ *(?:->|\})|^ +\*?\[\w+\]|\}", re.MULTILINE)
    done, end = [], 0
    for each in kept.finditer(locale):
        done += [re.sub(r"[^\W\d_]", HIDDEN, locale[end : each.start()]), each[0]]
        end = each.end()
    return "".join(done) + re.sub(r"[^\W\d_]", HIDDEN, locale[end:])


def no_data(bot: Bot) -> tuple[str | Path, ...]:
    shutil.rmtree(bot.old)
    return ("audit", "verify")


def no_key(bot: Bot) -> tuple[str | Path, ...]:
    (bot.old / MASTER_KEY).unlink()
    return ("rekey",)


def bad_key(bot: Bot) -> tuple[str | Path, ...]:
    (bot.old / MASTER_KEY).write_text("short")
    return ("backup", bot.backups)


def lost_keys(bot: Bot) -> tuple[str | Path, ...]:
    remove(bot.old, KEY_STORE)
    return ("officer", "list")


def damaged(bot: Bot) -> tuple[str | Path, ...]:
    (bot.old / DATABASE).write_bytes(b"?" * 9000)
    return ("backup", bot.backups)


def no_heads(bot: Bot) -> tuple[str | Path, ...]:
    (bot.old / "history.heads").unlink()
    return ("audit", "verify")


def stamped(bot: Bot) -> tuple[str | Path, ...]:
    path = bot.root / "copy.docx"
    path.write_bytes(copy(signer=STRANGER))
    return ("verify", path)


def trusted(bot: Bot) -> tuple[str | Path, ...]:
    (bot.root / "stranger.pub").write_text(STRANGER.public_pem())
    return (*stamped(bot), "--key", bot.root / "stranger.pub")


def restoring(*options: str) -> Callable[[Bot], tuple[str | Path, ...]]:
    def prepare(bot: Bot) -> tuple[str | Path, ...]:
        data, keys = bot.backup()
        bot.capsys.readouterr()
        bot.monkeypatch.setattr(bot, "old", bot.new)
        return ("restore", data, keys, *options)

    return prepare


def always(*arguments: str) -> Callable[[Bot], tuple[str | Path, ...]]:
    return lambda _bot: arguments


SITUATIONS: dict[str, Callable[[Bot], tuple[str | Path, ...]]] = {
    "audit": always("audit", "verify"),
    "backup": lambda bot: ("backup", bot.backups),
    "backup-nowhere": lambda bot: ("backup", bot.root / "7"),
    "bad-key": bad_key,
    "damaged": damaged,
    "form": always("form", "7", "-o", "7.docx"),
    "lost-keys": lost_keys,
    "no-data": no_data,
    "no-heads": no_heads,
    "no-key": no_key,
    "officers": always("officer", "list"),
    "quarantine": always("quarantine", "list"),
    "receive": always("receive", "2-3/2026-77"),
    "rekey": always("rekey"),
    "remove": always("officer", "remove", "--user", "5", "--unit", "2/3"),
    "restore": restoring("--skip", "3"),
    "restore-refused": restoring(),
    "run": always("run"),
    "settings": always("officer", "list"),
    "usage": always("officer", "add"),
    "verify": stamped,
    "verify-authentic": trusted,
}
# Data: settings, commands and options are the same in every language; names of offices and files are what they are.
DATA = re.compile(
    r"\S*/\S*|\S+\.(?:db|key|zip|heads|docx|pub)\b|[A-Z]+(?:_[A-Z]+)+|UTC"
    r"|(?:Отдел|Управление)[\w .,«»-]*"
)


@pytest.mark.usefixtures("hidden")
@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_line_is_written_in_the_code(bot: Bot, situation: str) -> None:
    """With every letter of the texts hidden, only data are left of what a command prints."""
    bot.monkeypatch.chdir(bot.root)
    bot.monkeypatch.delenv("BOT_TOKEN", raising=False)
    if situation == "settings":
        bot.monkeypatch.setenv("WEBHOOK_PORT", "many")
    arguments = SITUATIONS[situation](bot)
    _, said = bot.does(bot.old, *arguments)
    assert HIDDEN in said, said
    assert LETTERS.findall(DATA.sub("", said).replace("officer", "")) == [], said


@pytest.mark.usefixtures("hidden")
@pytest.mark.parametrize("command", ["", "audit", "backup", "due", "form", "offices", "officer", "restore", "verify"])
def test_help_is_not_written_in_the_code(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With every letter of the texts hidden, only names are left: of commands, arguments and their values."""
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    module = ast.walk(ast.parse((ROOT / "bot" / "__main__.py").read_text("utf-8")))
    words = [str(each.value) for each in module if isinstance(each, ast.Constant)]
    names = {
        name for each in words if " " not in each and not each.startswith("help-") for name in LETTERS.findall(each)
    }
    said = re.sub(r"python -m bot|--help", "", capsys.readouterr().out)
    assert HIDDEN in said
    assert {each for each in LETTERS.findall(said) if each.lower() not in names and each not in names} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_reaches_every_command(bot: Bot, language: str) -> None:
    """The same line in the language of LANGUAGE, also where the settings are not valid."""
    texts = resources.load_texts(language)
    bot.monkeypatch.setenv("LANGUAGE", language)
    assert bot.does(bot.old, "audit", "verify") == (0, f"{texts.plain('audit-whole', count=2)}\n")
    assert bot.does(bot.old, "officer", "list") == (0, f"{texts.plain('terminal-no-officers')}\n")
    nowhere = texts.plain("backup-no-folder", folder=str(bot.root / "no"))
    assert bot.does(bot.old, "backup", bot.root / "no") == (2, f"{nowhere}\n")
    bot.monkeypatch.setenv("WEBHOOK_PORT", "many")
    number = texts.plain("setting-number", name="WEBHOOK_PORT")
    assert bot.does(bot.old, "officer", "list") == (2, f"{number}\n")


def test_what_is_raised_and_written_is_no_sentence() -> None:
    """Faults that are told name a message of the texts, and no command writes words of its own."""
    known = set(re.findall(r"^([a-z][a-z0-9-]*) =", load_locale("ru"), re.MULTILINE))
    kinds = {each.__name__ for each in _kinds(Explained)}
    wrong = []
    for path in (each for room in ROOMS for each in (ROOT / room).rglob("*.py")):
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if not call.args or (name not in kinds and name not in WRITES):
                continue
            words = [str(each.value) for each in ast.walk(call.args[0]) if isinstance(each, ast.Constant)]
            if name in kinds:
                bad = isinstance(call.args[0], ast.Constant) and call.args[0].value not in known
            else:
                bad = path.is_relative_to(ROOT / "bot" / "cli") and any(
                    LETTERS.search(each) for each in words if each not in known and " " in each.strip()
                )
            if bad:
                wrong.append(f"{path.relative_to(ROOT)}:{call.lineno}")
    assert wrong == []


def _kinds(kind: type[Explained]) -> Iterator[type[Explained]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _kinds(each)
