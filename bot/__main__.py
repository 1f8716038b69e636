"""The command line: `python -m bot COMMAND`."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from assets.loaders.faults import AssetFaults
from bot.cli.usage import CommandParser
from bot.settings import Refusal, load_settings, wanted_language
from domain.errors import BadCoordinates, DomainError
from domain.languages import Language
from domain.offices.geo import Point
from domain.people import LARGEST_USER_ID
from domain.text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE_ERROR = 2
INSTALLED = "tirkeu"  # the name of the package and of its command
OWNER_ONLY = 0o077  # mode bits that a command's files never have, because they contain personal data
LONGEST_TERM = 1000  # working days, about four years
LONGEST_NAME = 100
MOST_SKIPPED = 1_000_000  # numbers
ROLES = ("registrar", "officer", "head")
SHARING = ("queue", "evenly")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code, or 2 for invalid usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    os.umask(OWNER_ONLY)
    language: str = wanted_language()
    served: tuple[str, Path | None] = ("", None)
    try:
        settings = load_settings()
        language, served = settings.language, (settings.edition, settings.editions_dir)
        from bot.cli import commands  # noqa: PLC0415  # not needed for `--help`

        return int(getattr(commands, options.command.replace("-", "_"))(options, settings))
    except DomainError as error:
        from bot.cli.refusals import describe_refusal  # noqa: PLC0415  # as above
        from bot.resources import load_texts  # noqa: PLC0415

        sys.stderr.write(f"{describe_refusal(error, load_texts(language, *served))}\n")
        return USAGE_ERROR
    except (Refusal, AssetFaults) as error:
        from bot.cli.refusals import describe_lines  # noqa: PLC0415  # as above
        from bot.resources import load_texts  # noqa: PLC0415

        sys.stderr.write("".join(f"{line}\n" for line in describe_lines(error, load_texts(language))))
        return USAGE_ERROR
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    name = Path(sys.argv[0]).name
    parser = CommandParser(prog=INSTALLED if name == INSTALLED else "python -m bot", description="help-description")
    parser.add_argument("--version", action="version", help="help-version", version=f"{INSTALLED} {version(INSTALLED)}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    finder = commands.add_parser("finder", help="help-finder")
    _language(finder)

    commands.add_parser("run", help="help-run")

    start = commands.add_parser("start", help="help-start")
    start.add_argument("--port", type=int, default=8081, help="help-page-port")

    demo = commands.add_parser("demo", help="help-demo")
    demo.add_argument("--port", type=int, default=8081, help="help-page-port")

    quarantine = commands.add_parser("quarantine", help="help-quarantine")
    quarantine.add_argument("act", choices=("list", "replay"))

    _officer(commands)

    receive = commands.add_parser("receive", help="help-receive")
    receive.add_argument("number", help="help-number")
    receive.add_argument("items", nargs="*", help="help-items")

    audit = commands.add_parser("audit", help="help-audit")
    audit.add_argument("act", choices=("verify", "denials"))
    audit.add_argument("--proof", type=Path, metavar="FILE", help="help-proof")

    _backups(commands)

    commands.add_parser("rekey", help="help-rekey")

    _edition(commands)

    form = commands.add_parser("form", help="help-form")
    form.add_argument("form", metavar="FORM", help="help-form-id")
    form.add_argument("answers", type=Path, nargs="?", help="help-answers")
    form.add_argument("--blank", action="store_true", help="help-blank")
    form.add_argument("-o", "--output", type=Path, required=True, help="help-output")

    poster = commands.add_parser("poster", help="help-poster")
    poster.add_argument("unit", metavar="UNIT", help="help-poster-unit")
    poster.add_argument("--bot", metavar="NAME", help="help-poster-bot")
    poster.add_argument("-o", "--output", type=Path, help="help-poster-output")

    sandbox = commands.add_parser("sandbox", help="help-sandbox")
    sandbox.add_argument("--api-only", action="store_true", help="help-api-only")
    sandbox.add_argument("--port", type=int, default=8081)
    sandbox.add_argument("--ends-with-input", action="store_true", help="help-ends-with-input")
    sandbox.add_argument("--cast", type=Path, metavar="FILE", help="help-cast")

    units = commands.add_parser("units", help="help-units")
    units.add_argument("--json", action="store_true", required=True, help="help-json")

    offices = commands.add_parser("offices", help="help-offices")
    what = offices.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="*", default=[], help="help-text")
    what.add_argument("--near", type=_coordinates, metavar="LAT,LON", help="help-near")
    offices.add_argument("--akimats", action="store_true", help="help-akimats")
    _language(offices)

    _due(commands)

    verify = commands.add_parser("verify", help="help-verify")
    verify.add_argument("receipt", metavar="RECEIPT", help="help-receipt")
    verify.add_argument("--key", type=Path, metavar="FILE", help="help-key")

    commands.add_parser("public-key", help="help-public-key")
    return parser


def _due(commands: argparse._SubParsersAction[CommandParser]) -> None:
    due = commands.add_parser("due", help="help-due")
    due.add_argument("start", type=_day, help="help-day")
    due.add_argument("--edition", metavar="ID", help="help-term-edition")
    due.add_argument("--term", metavar="ID", help="help-term")
    due.add_argument("--days", type=_term, help="help-days")
    _language(due)


def _edition(commands: argparse._SubParsersAction[CommandParser]) -> None:
    edition = commands.add_parser("edition", help="help-edition")
    edition.add_argument("act", choices=("check", "new", "diff"))
    edition.add_argument("folder", type=Path, help="help-edition-folder")
    edition.add_argument("other", type=Path, nargs="?", help="help-edition-other")
    _language(edition)


def _officer(commands: argparse._SubParsersAction[CommandParser]) -> None:
    officer = commands.add_parser("officer", help="help-officer")
    officer.add_argument("act", choices=("add", "remove", "lock", "unlock", "list"))
    officer.add_argument("id", nargs="?", type=_user_id, metavar="ID", help="help-lock")
    officer.add_argument("--user", type=_user_id, metavar="ID", help="help-user")
    officer.add_argument("--unit", help="help-unit")
    officer.add_argument("--role", choices=ROLES, default="officer", help="help-role")
    officer.add_argument("--name", type=_name, help="help-name")
    officer.add_argument("--cases-to", type=_destination, metavar="WHO", help="help-cases-to")


def _backups(commands: argparse._SubParsersAction[CommandParser]) -> None:
    backup = commands.add_parser("backup", help="help-backup")
    backup.add_argument("folder", type=Path, help="help-folder")

    restore = commands.add_parser("restore", help="help-restore")
    restore.add_argument("data", type=Path, metavar="DATA.zip")
    restore.add_argument("keys", type=Path, metavar="KEYS.zip", help="help-keys")
    restore.add_argument("--heads", type=Path, metavar="FILE", help="help-heads")
    restore.add_argument(
        "--skip",
        type=_skip,
        metavar="N",
        help="help-skip",
    )
    restore.add_argument(
        "--even-if-not-whole",
        action="store_true",
        dest="not_whole",
        help="help-not-whole",
    )


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=tuple(Language), help="help-lang")


def _unfit(reason: str, **details: str) -> argparse.ArgumentTypeError:
    """The reason in the language of LANGUAGE; what argparse writes before it is in English."""
    from bot.resources import load_texts  # noqa: PLC0415  # seldom needed

    return argparse.ArgumentTypeError(load_texts(wanted_language()).plain(reason, **details))


def _coordinates(text: str) -> tuple[float, float]:
    try:
        lat, lon = (float(part) for part in text.split(","))
        Point(lat, lon)
    except (ValueError, BadCoordinates):
        raise _unfit("terminal-bad-coordinates", typed=repr(text)) from None
    return lat, lon


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _unfit("terminal-bad-day", typed=repr(text)) from None


def _user_id(text: str) -> int:
    if not text.isdecimal() or not 0 < len(text.lstrip("0")) <= len(str(LARGEST_USER_ID)):
        raise _unfit("terminal-bad-user", typed=repr(text))
    return int(text)


def _destination(text: str) -> str:
    if text not in SHARING:
        try:
            _user_id(text)
        except argparse.ArgumentTypeError:
            raise _unfit("terminal-bad-destination", typed=repr(text), names=", ".join(SHARING)) from None
    return text


def _name(text: str) -> str:
    name = visible(text)
    if not 0 < len(name) <= LONGEST_NAME:
        raise _unfit("terminal-bad-name")
    return name


def _term(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST_TERM:
        raise _unfit("terminal-bad-term", typed=repr(text), number=str(LONGEST_TERM))
    return int(text)


def _skip(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_SKIPPED):
        raise _unfit("terminal-bad-skip", typed=repr(text), number=str(MOST_SKIPPED))
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
