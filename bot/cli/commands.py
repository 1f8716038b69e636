"""The commands that need no Telegram."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import clock
from bot.cli.offices import show, unit_to_json
from bot.process import undisturbed
from bot.resources import load_library, load_texts
from dialogs.offices.screens import card_screen, notice
from dialogs.ui.dates import explain
from dialogs.ui.texts import unmark
from domain.calendar import Length, TermUnit, count
from domain.offices.units import UnitKind
from domain.standard.terms import TermRole

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Coroutine

    from bot.settings import Settings
    from domain.standard.edition import Status

NOT_FOUND = FAILED = 1
USAGE_ERROR = 2


def units(_options: Namespace, settings: Settings) -> int:
    """Prints all units as JSON."""
    standard = load_library(settings).standard
    rows = [unit_to_json(unit, standard.region_of(unit)) for unit in standard.units.values()]
    _print(json.dumps(rows, ensure_ascii=False, indent=1))
    return 0


def offices(options: Namespace, settings: Settings) -> int:
    """Prints the cards of the offices that match a name or location."""
    library = load_library(settings)
    texts = library.texts(options.lang or settings.language)
    kind = UnitKind.AKIMAT if options.akimats else UnitKind.OFFICE
    if options.near:
        lat, lon = options.near
        found = [each.item for each in library.finder.nearest(lat, lon)]
        screen = library.served().office_pages.near(lat, lon, texts)
        show(replace(screen, rows=screen.rows[: len(found)]), sys.stdout, buttons=True)
    else:
        found = library.finder.search(" ".join(options.text), kind=kind)
        if not found:
            show(library.served().office_pages.search(" ".join(options.text), texts), sys.stdout)
            return NOT_FOUND
    now = clock.now()
    for unit in found:
        _print(f"\n{unit.code}")
        show(card_screen(library.finder.card(unit.id, now), texts), sys.stdout)
    _warn(library.standard.status, texts_of=options.lang or settings.language)
    return 0


def due(options: Namespace, settings: Settings) -> int:
    """Prints the last day of a term and how it was counted."""
    library = load_library(settings.model_copy(update={"edition": options.edition or settings.edition}))
    texts = library.texts(options.lang or settings.language)
    wanted = options.term or library.standard.term(TermRole.RESULT).id
    term = library.standard.timings.get(wanted)
    if term is None or term.unit is TermUnit.MINUTES:
        named = ", ".join(each.id for each in library.standard.timings.values() if each.unit is not TermUnit.MINUTES)
        sys.stderr.write(f"{texts.plain('terminal-no-term', typed=wanted, terms=named)}\n")
        return USAGE_ERROR
    length = Length(options.days) if options.days else term.length
    _print(unmark(explain(count(options.start, length, library.calendar), texts)))
    return 0


def run(_options: Namespace, settings: Settings) -> int:
    """Runs the bot until it is stopped."""
    with undisturbed():
        from bot.run import run as run_bot  # noqa: PLC0415  # importing aiogram takes seconds

    run_bot(settings)
    return 0


def start(options: Namespace, settings: Settings) -> int:
    """Runs the bot with its token, or else on the local stand-in with a chat page in the browser."""
    if settings.bot_token is not None:
        return run(options, settings)
    from bot.cli.local import run_locally  # noqa: PLC0415

    return run_locally(settings, options.port)


def demo(options: Namespace, settings: Settings) -> int:
    """Runs the bot on the stand-in with three offices, five people, thirty applications and four complaints.

    Its stories happen under the edition that they were written for, whatever EDITION says.
    """
    from bot.cli.local import Scenario, run_scenario  # noqa: PLC0415  # importing aiohttp takes time
    from bot.demo.fill import neighbours, prepare  # noqa: PLC0415
    from bot.demo.people import EDITION, ON_THE_PAGE  # noqa: PLC0415

    settings = settings.model_copy(update={"edition": EDITION})
    return run_scenario(settings, options.port, Scenario(prepare, (*ON_THE_PAGE, *neighbours())))


def quarantine(options: Namespace, settings: Settings) -> int:
    """Lists the updates in quarantine, or runs them again."""
    from bot.cli.quarantine import FAILED_AGAIN, list_quarantine, replay_quarantine  # noqa: PLC0415

    if options.act == "list":
        return _print_lines(list_quarantine(settings))
    lines = asyncio.run(replay_quarantine(settings))
    for line in lines:
        _print(line)
    failed = load_texts(settings.language).plain(FAILED_AGAIN)
    return FAILED if any(line.endswith(failed) for line in lines) else 0


def officer(options: Namespace, settings: Settings) -> int:
    """Binds an officer to an office, ends a binding, locks and unlocks a person, or lists them."""
    from bot.cli.staff import NoSuchOfficer, bind_officer, list_officers, release_officer  # noqa: PLC0415
    from domain.casework.reassignment import Reassignment, read_destination  # noqa: PLC0415
    from domain.staff.invitations import read_signature  # noqa: PLC0415
    from domain.staff.membership import Role  # noqa: PLC0415

    if options.act == "list":
        return _print_lines(list_officers(settings))
    if options.act in {"lock", "unlock"}:
        return _lock(options, settings)
    if options.user is None or not options.unit or (options.act == "add" and not options.name):
        sys.stderr.write(f"{load_texts(settings.language).plain('terminal-officer-usage')}\n")
        return USAGE_ERROR
    cases_to = Reassignment(read_destination(options.cases_to)) if options.cases_to else None
    if options.act == "add":
        name = read_signature(options.name, sure=True)
        return _print_lines(bind_officer(settings, options.user, options.unit, name, Role(options.role), cases_to))
    try:
        return _print_lines(release_officer(settings, options.user, options.unit, cases_to))
    except NoSuchOfficer:
        texts = load_texts(settings.language)
        _print(texts.plain("terminal-no-officer", user=str(options.user), unit=options.unit))
        return NOT_FOUND


def _lock(options: Namespace, settings: Settings) -> int:
    from bot.cli.staff import NoSuchOfficer, lock_officer, unlock_officer  # noqa: PLC0415

    user_id = options.id or options.user
    if user_id is None:
        sys.stderr.write(f"{load_texts(settings.language).plain('terminal-lock-usage', act=options.act)}\n")
        return USAGE_ERROR
    try:
        return _print_lines((lock_officer if options.act == "lock" else unlock_officer)(settings, user_id))
    except NoSuchOfficer:
        _print(load_texts(settings.language).plain("terminal-no-role", user=str(user_id)))
        return NOT_FOUND


def receive(options: Namespace, settings: Settings) -> int:
    """Records which documents of a case the office received; all remaining ones if none is named."""
    from bot.cli.staff import receive as record  # noqa: PLC0415

    return _print_lines(record(settings, options.number, options.items))


def audit(options: Namespace, settings: Settings) -> int:
    """Verifies the history, or lists the denials."""
    from bot.cli.audit import run as run_audit  # noqa: PLC0415  # importing cryptography takes time

    return run_audit(options, settings)


def edition(options: Namespace, settings: Settings) -> int:
    """Checks the folder of an edition, begins a new one, or tells what differs between two."""
    from bot.cli.edition import run as run_edition  # noqa: PLC0415

    return run_edition(options, settings)


def backup(options: Namespace, settings: Settings) -> int:
    """Writes data and keys to two files."""
    from bot.cli.backups.backup import run as run_backup  # noqa: PLC0415  # importing cryptography takes time

    return run_backup(options, settings)


def restore(options: Namespace, settings: Settings) -> int:
    """Creates a data folder from two backups."""
    from bot.cli.backups.restore import run as run_restore  # noqa: PLC0415

    return run_restore(options, settings)


def rekey(_options: Namespace, settings: Settings) -> int:
    """Changes the master key."""
    from bot.cli.rekey import run as change_key  # noqa: PLC0415  # importing cryptography takes time

    return change_key(settings)


def verify(options: Namespace, settings: Settings) -> int:
    """Checks whether a stamped copy is authentic."""
    from bot.cli.verify import verify as check  # noqa: PLC0415  # importing cryptography takes time

    return check(options, settings)


def public_key(options: Namespace, settings: Settings) -> int:
    """Prints the public key that verifies stamped copies."""
    from bot.cli.verify import public_key as tell  # noqa: PLC0415

    return tell(options, settings)


def poster(options: Namespace, settings: Settings) -> int:
    """Writes an office's poster with its deep link."""
    from bot.cli.poster import poster as write_poster  # noqa: PLC0415  # importing aiogram takes seconds

    return write_poster(options, settings)


def form(options: Namespace, settings: Settings) -> int:
    """Writes a form, blank or filled."""
    from bot.cli.form import form as write_form  # noqa: PLC0415

    return write_form(options, settings)


def sandbox(options: Namespace, settings: Settings) -> int:
    """Runs the stand-in for Telegram until interrupted."""
    from sandbox.server.server import serve  # noqa: PLC0415
    from sandbox.world.cast import read_cast  # noqa: PLC0415

    cast = read_cast(options.cast) if options.cast else ()
    try:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(
                serve(
                    port=options.port,
                    page=not options.api_only,
                    cast=cast,
                    ends_with_input=options.ends_with_input,
                )
            )
    except OSError:
        sys.stderr.write(f"{load_texts(settings.language).plain('terminal-port', port=str(options.port))}\n")
        return USAGE_ERROR
    return 0


def finder(options: Namespace, settings: Settings) -> int:
    """Opens the office finder in the terminal."""
    from bot.cli.offices import converse  # noqa: PLC0415

    language = options.lang or settings.language
    library = load_library(settings)
    texts = library.texts(language)
    _warn(library.standard.status, texts_of=language)
    converse(library.served().office_pages, texts, sys.stdin, sys.stdout)
    return 0


def _print_lines(work: Coroutine[None, None, list[str]]) -> int:
    for line in asyncio.run(work):
        _print(line)
    return 0


def _warn(status: Status, texts_of: str) -> None:
    warning = notice(status, load_texts(texts_of))
    if warning:
        _print(f"\n{unmark(warning)}")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
