"""Composition root: settings, command line, and the running processes."""

from bot.aiogram_schemas import build_on_first_use

build_on_first_use()
