"""The command `edition`: checks the folder of an edition before a bot is started with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from assets.loaders.edition import load_standard
from assets.loaders.faults import AssetFaults
from bot.cli.refusals import describe_faults
from bot.resources import load_texts

if TYPE_CHECKING:
    from argparse import Namespace

    from bot.settings import Settings
    from dialogs.ui.texts import Texts
    from domain.standard.edition import Standard

FAULTY = 1


def run(options: Namespace, settings: Settings) -> int:
    """Prints every fault of the folder and returns 1, or what it holds and returns 0."""
    texts, folder = load_texts(settings.language), options.folder.resolve()
    if not folder.is_dir():
        sys.stdout.write(texts.plain("terminal-no-folder", folder=str(options.folder)) + "\n")
        return FAULTY
    try:
        standard = load_standard(folder.name, folder.parent, served=True)
    except AssetFaults as error:
        sys.stdout.writelines(f"{line}\n" for line in describe_faults(error, texts))
        return FAULTY
    sys.stdout.write(_summary(standard, texts) + "\n")
    return 0


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
