"""The command `edition`: checks the folder of an edition, begins a new one, tells what differs between two."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.loaders.edition import check_together, load_standard
from assets.loaders.edition_rows import LONGEST_EDITION
from assets.loaders.faults import AssetFaults
from assets.loaders.templates import load_messages
from assets.skeleton import is_edition_id, write_skeleton
from bot import clock
from bot.cli.refusals import describe_faults
from bot.resources import known_editions, load_texts
from dialogs.difference import whole_difference
from dialogs.ui.law import Law
from dialogs.ui.texts import EditionWords, Texts, unmark
from domain.calendar import day_of
from domain.languages import Language
from domain.standard.difference import compare

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from assets.loaders.faults import AssetFault
    from bot.settings import Settings
    from domain.standard.edition import Standard

FAULTY = 1
USAGE_ERROR = 2


def run(options: Namespace, settings: Settings) -> int:
    """Does what the first argument says; 0 if it could be done, 1 if not, 2 if an argument is missing or too many."""
    texts = load_texts(options.lang or settings.language)
    if (options.act == "diff") is not bool(options.other):
        sys.stderr.write(f"{texts.plain('terminal-edition-usage')}\n")
        return USAGE_ERROR
    try:
        if options.act == "diff":
            return _tell_difference([options.folder, options.other], settings, texts)
        if options.act == "new":
            return _begin(options.folder.resolve(), settings, texts)
        return _check(options.folder, settings, texts)
    except AssetFaults as error:
        sys.stdout.writelines(f"{line}\n" for line in describe_faults(error, texts))
        return FAULTY


def _check(typed: Path, settings: Settings, texts: Texts) -> int:
    """Prints what the folder holds, or every fault of it."""
    folder = typed.resolve()
    if not folder.is_dir():
        return _refuse(texts.plain("terminal-no-folder", folder=str(typed)))
    standard = load_standard(folder.name, folder.parent, served=True)
    if faults := _check_beside(folder, standard, settings):
        raise AssetFaults(faults)
    sys.stdout.write(_summary(standard, texts) + "\n")
    return 0


def _check_beside(folder: Path, standard: Standard, settings: Settings) -> list[AssetFault]:
    """What it contradicts the editions in that the bot loads; those with faults of their own are told by a start."""
    others: dict[str, Standard] = {}
    for edition, path in known_editions(settings).items():
        if edition != folder.name:
            with suppress(AssetFaults):
                others[edition] = load_standard(edition, path.parent)
    here = f"{folder.name}/"
    found = check_together({**others, folder.name: standard})
    return [replace(each, file=each.file.removeprefix(here)) for each in found if each.file.startswith(here)]


def _begin(folder: Path, settings: Settings, texts: Texts) -> int:
    """Writes an edition that loads, made of the current one."""
    known = known_editions(settings)
    if not is_edition_id(folder.name):
        return _refuse(texts.plain("terminal-edition-id", most=LONGEST_EDITION, typed=folder.name))
    if folder.name in known:
        return _refuse(texts.plain("terminal-edition-taken", edition=folder.name))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return _refuse(texts.plain("terminal-edition-not-empty", folder=str(folder)))
    try:
        write_skeleton(folder, known[settings.edition], day_of(clock.now()))
    except OSError as error:
        return _refuse(texts.plain("terminal-file", file=str(folder), why=str(error.strerror or error)))
    sys.stdout.write(texts.plain("terminal-edition-written", folder=str(folder)) + "\n")
    return _check(folder, settings, texts)


def _tell_difference(typed: list[Path], settings: Settings, texts: Texts) -> int:
    """Prints what changes for an applicant; each edition is known by its id, or is a folder."""
    known, laws = known_editions(settings), []
    for each in typed:
        folder = known.get(str(each), each.resolve())
        if not folder.is_dir():
            return _refuse(texts.plain("terminal-no-folder", folder=str(each)))
        laws.append(_law(load_standard(folder.name, folder.parent, served=True), texts.language))
    before, after = laws
    sys.stdout.write(unmark(whole_difference(compare(before.standard, after.standard), before, after)) + "\n")
    return 0


def _law(standard: Standard, language: str) -> Law:
    words = EditionWords(standard.texts[Language(language)], standard.cites)
    return Law(standard, Texts(language, load_messages(language), words))


def _refuse(said: str) -> int:
    sys.stdout.write(f"{said}\n")
    return FAULTY


def _summary(standard: Standard, texts: Texts) -> str:
    counts = {
        "points": len(standard.points),
        "regions": len(standard.regions),
        "units": len(standard.units),
        "items": sum(map(len, standard.checklists.values())),
        "forms": len(standard.forms),
        "indicators": len(standard.indicators),
    }
    return texts.plain("terminal-edition-whole", edition=standard.status.id, **{k: str(v) for k, v in counts.items()})
