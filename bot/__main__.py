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
from bot.process import AlreadyRunning
from bot.settings import BadSettings, load_settings
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code, or 2 for invalid usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    os.umask(OWNER_ONLY)
    language: str = Language.RU
    try:
        settings = load_settings()
        language = settings.language
        from bot.cli import commands  # noqa: PLC0415  # not needed for `--help`

        return int(getattr(commands, options.command.replace("-", "_"))(options, settings))
    except DomainError as error:
        from bot.cli.refusals import describe_refusal  # noqa: PLC0415  # as above
        from bot.resources import load_texts  # noqa: PLC0415

        sys.stderr.write(f"{describe_refusal(error, load_texts(language))}\n")
        return USAGE_ERROR
    except AssetFaults as error:
        from bot.cli.refusals import describe_faults  # noqa: PLC0415  # as above
        from bot.resources import load_texts  # noqa: PLC0415

        sys.stderr.writelines(f"{line}\n" for line in describe_faults(error, load_texts(language)))
        return USAGE_ERROR
    except (BadSettings, AlreadyRunning) as error:
        sys.stderr.write(f"{error}\n")
        return USAGE_ERROR
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    name = Path(sys.argv[0]).name
    parser = argparse.ArgumentParser(
        prog=INSTALLED if name == INSTALLED else "python -m bot", description="Tirkeu, the bot and its administration"
    )
    parser.add_argument("--version", action="version", version=f"{INSTALLED} {version(INSTALLED)}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    finder = commands.add_parser("finder", help="find an office page by page in the terminal")
    _language(finder)

    commands.add_parser("run", help="run the bot (needs BOT_TOKEN)")

    start = commands.add_parser(
        "start", help="run the bot; without BOT_TOKEN, on a stand-in for Telegram with a chat page"
    )
    start.add_argument("--port", type=int, default=8081, help="port of the chat page, by default 8081")

    demo = commands.add_parser("demo", help="show offices at work in the chat page: 3 offices, 5 people, 30 cases")
    demo.add_argument("--port", type=int, default=8081, help="port of the chat page, by default 8081")

    quarantine = commands.add_parser(
        "quarantine", help="list or rerun updates that were set aside: they failed three times, or cannot be read"
    )
    quarantine.add_argument("act", choices=("list", "replay"))

    _officer(commands)

    receive = commands.add_parser("receive", help="record documents that an office received")
    receive.add_argument("number", help="the incoming number, e.g. 2-65/2026-17")
    receive.add_argument("items", nargs="*", help="ids of the checklist's items; by default all that are missing")

    audit = commands.add_parser("audit", help="verify the history (exit code 0 if intact, 1 if not), or list denials")
    audit.add_argument("act", choices=("verify", "denials"))
    audit.add_argument("--proof", type=Path, metavar="FILE", help="compare with a file from /proof, too")

    _backups(commands)

    edition = commands.add_parser("edition", help="check the folder of an edition of the standard")
    edition.add_argument("act", choices=("check",))
    edition.add_argument("folder", type=Path, help="e.g. assets/standard/2011-20")

    form = commands.add_parser("form", help="write form 7 or 8 as DOCX, blank or filled in")
    form.add_argument("appendix", type=int, choices=(7, 8))
    form.add_argument("answers", type=Path, nargs="?", help="a file with a JSON object that maps fields to texts")
    form.add_argument("--blank", action="store_true", help="leave the lines empty for handwriting")
    form.add_argument("-o", "--output", type=Path, required=True, help="the DOCX file to write")

    sandbox = commands.add_parser("sandbox", help="run a stand-in for Telegram on this machine")
    sandbox.add_argument("--api-only", action="store_true", help="offer the Bot API without the chat page")
    sandbox.add_argument("--port", type=int, default=8081)
    sandbox.add_argument(
        "--ends-with-input", action="store_true", help="end with standard input, and so with the parent process"
    )
    sandbox.add_argument("--cast", type=Path, metavar="FILE", help="a JSON file of people who have met the bot")

    units = commands.add_parser("units", help="print the 430 units of appendices 1-4")
    units.add_argument("--json", action="store_true", required=True, help="as a JSON array")

    offices = commands.add_parser("offices", help="find an office by name or by location")
    what = offices.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="*", default=[], help="town, district or street, e.g. Кокшетау")
    what.add_argument("--near", type=_coordinates, metavar="LAT,LON", help="e.g. 51.1,71.4")
    offices.add_argument("--akimats", action="store_true", help="search the akimats instead")
    _language(offices)

    due = commands.add_parser("due", help="compute the last day of a term and explain it day by day")
    due.add_argument("start", type=_day, help="the day of the event, e.g. 2025-03-20")
    due.add_argument("--days", type=_term, default=7, help="number of working days, by default 7")
    _language(due)

    verify = commands.add_parser(
        "verify", help="check whether a stamped copy is authentic (exit code 0 if it is, 1 if not)"
    )
    verify.add_argument("receipt", metavar="RECEIPT", help="a DOCX file, or the text of its QR code (TIRKEU1...)")
    verify.add_argument(
        "--key", type=Path, metavar="FILE", help="a public key to trust besides those in the data folder"
    )

    commands.add_parser("public-key", help="print the key id and the public key, with which anyone can check receipts")
    return parser


def _officer(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    officer = commands.add_parser("officer", help="appoint, dismiss or list the staff of offices")
    officer.add_argument("act", choices=("add", "remove", "list"))
    officer.add_argument("--user", type=_user_id, metavar="ID", help="the person's Telegram user id")
    officer.add_argument("--unit", help="the office: appendix and row, e.g. 2/65, as `offices` shows it")
    officer.add_argument("--role", choices=ROLES, default="officer", help="by default officer")
    officer.add_argument("--name", type=_name, help='surname and initials, e.g. "Ахметова А."')


def _backups(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = commands.add_parser("backup", help="back up the data and the keys to two files, even while the bot runs")
    backup.add_argument("folder", type=Path, help="where to write them; choose another disk")

    restore = commands.add_parser("restore", help="create a data folder from a backup of the data and one of the keys")
    restore.add_argument("data", type=Path, metavar="DATA.zip")
    restore.add_argument("keys", type=Path, metavar="KEYS.zip", help="as old as the data, or newer")
    restore.add_argument("--heads", type=Path, metavar="FILE", help="history.heads from the disk of the lost machine")
    restore.add_argument(
        "--skip",
        type=_skip,
        metavar="N",
        help="continue the registers N numbers later, so that no number is given twice",
    )
    restore.add_argument(
        "--even-if-not-whole",
        action="store_true",
        dest="not_whole",
        help="restore even if the backup's history is not intact",
    )


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=tuple(Language), help="language, by default that of the LANGUAGE setting")


def _coordinates(text: str) -> tuple[float, float]:
    try:
        lat, lon = (float(part) for part in text.split(","))
        Point(lat, lon)
    except (ValueError, BadCoordinates):
        raise argparse.ArgumentTypeError(f"{text!r} is not LAT,LON, e.g. 51.1,71.4") from None
    return lat, lon


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, e.g. 2025-03-20") from None


def _user_id(text: str) -> int:
    if not text.isdecimal() or not 0 < len(text.lstrip("0")) <= len(str(LARGEST_USER_ID)):
        raise argparse.ArgumentTypeError(f"{text!r} is no Telegram user id, e.g. 123456789")
    return int(text)


def _name(text: str) -> str:
    name = visible(text)
    if not 0 < len(name) <= LONGEST_NAME:
        raise argparse.ArgumentTypeError('write the surname and initials, e.g. "Ахметова А."')
    return name


def _term(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST_TERM:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days from 1 to {LONGEST_TERM}, e.g. 7")
    return int(text)


def _skip(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_SKIPPED):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_SKIPPED}, e.g. 1000")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
