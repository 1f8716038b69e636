"""The help of the command line, in the language of the LANGUAGE setting: `help` of an argument is the id of a text.

What is wrong with the arguments argparse words itself, in English.
"""

from __future__ import annotations

import argparse
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.settings import wanted_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialogs.ui.texts import Texts

OURS = "help-"
# What argparse writes itself, and the texts for it.
BUILT_IN = {
    "positional arguments": "help-arguments",
    "options": "help-options",
    "show this help message and exit": "help-help",
}


class Usage(argparse.HelpFormatter):
    """Looks the texts up when they are shown: nothing else needs them at the start of a command."""

    def start_section(self, heading: str | None) -> None:
        """Begins a group of arguments."""
        super().start_section(_text(heading) if heading else heading)

    def add_text(self, text: str | None) -> None:
        """Adds the description of the program, or its version, which is no text."""
        super().add_text(_text(text) if text and text.startswith(OURS) else text)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Adds the line of usage."""
        super().add_usage(usage, actions, groups, prefix if prefix is not None else f"{_text('help-usage')} ")

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _text(action.help) if action.help else action.help


class CommandParser(argparse.ArgumentParser):
    """A parser with this help; its commands get it, too."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # as argparse has them
        super().__init__(**options, formatter_class=Usage)


def _text(name: str) -> str:
    return help_texts(wanted_language()).plain(BUILT_IN.get(name, name))


@cache
def help_texts(language: str) -> Texts:
    """The messages alone: `bot.resources` would import what reads an edition, a quarter of the time of a help."""
    from assets.loaders.templates import load_messages  # noqa: PLC0415  # seldom needed
    from dialogs.ui.texts import Texts  # noqa: PLC0415

    return Texts(language, load_messages(language))
