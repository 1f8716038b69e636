"""`python -m bot poster UNIT`: an office's poster with the QR code of its deep link, in Kazakh and Russian."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.delivery.error_policy import NO_SUCH_BOT
from bot.delivery.telegram_api import TelegramApi, TelegramError, Unreachable
from bot.resources import load_library
from bot.settings import BadSettings, Refusal
from bot.updates.dispatch import MuteBot
from dialogs.offices.flow import office_link
from dialogs.offices.names import shown_name
from dialogs.offices.screens import short_notice
from dialogs.ui.texts import unmark
from documents.poster import PosterSide, PosterText
from documents.poster import poster as draw_poster
from domain.errors import UnknownUnit
from domain.languages import Language

if TYPE_CHECKING:
    from argparse import Namespace

    from bot.settings import Settings
    from dialogs.ui.texts import Texts
    from domain.offices.units import Unit
    from domain.standard.edition import Standard

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{4,31}")  # core.telegram.org/bots/features#creating-a-new-bot
SIDES = (Language.KK, Language.RU)
CAN = ("documents", "fill", "office", "follow")


class NoPoster(Refusal):
    """There is no such office, or nobody says what the bot is called."""


def poster(options: Namespace, settings: Settings) -> int:
    """Writes the poster; returns 0.

    Raises:
        NoPoster: no such office, no name of the bot, or the file cannot be written.
        BadSettings: Telegram does not know the token.
    """
    library = load_library(settings)
    unit = _office(options.unit, library.standard)
    link = office_link(_bot_name(options, settings), unit.id)
    sides = tuple(_side(unit, library.standard, library.texts(each)) for each in SIDES)
    path = options.output or Path(f"poster-{unit.id}.docx")
    try:
        path.write_bytes(draw_poster(PosterText(link, sides)))
    except OSError as error:
        raise NoPoster("terminal-file", file=str(path), why=str(error.strerror)) from None
    said = library.texts(settings.language).plain("poster-made", file=str(path), link=link)
    sys.stdout.write(f"{said}\n")
    return 0


def _office(named: str, standard: Standard) -> Unit:
    try:
        return standard.office(standard.find_unit_id(named)).corrected()
    except UnknownUnit:
        raise NoPoster("poster-no-office", unit=named) from None


def _side(unit: Unit, standard: Standard, texts: Texts) -> PosterSide:
    known = short_notice(standard.status, texts)
    return PosterSide(
        title=texts.plain("bot-name"),
        service=texts.plain("bot-description"),
        scan=texts.plain("poster-scan"),
        office=(shown_name(unit, texts), unit.address),
        can=(texts.plain("poster-can"), *(texts.plain(f"poster-can-{each}") for each in CAN)),
        notes=(texts.plain("poster-telegram"), *((unmark(known),) if known else ())),
    )


def _bot_name(options: Namespace, settings: Settings) -> str:
    if options.bot:
        name: str = options.bot.removeprefix("@")
        if not NAME.fullmatch(name):
            raise NoPoster("poster-bad-bot", typed=options.bot)
        return name
    if settings.bot_token is None:
        raise NoPoster("poster-no-bot")
    try:
        return asyncio.run(_ask_for_name(settings))
    except TelegramError as refused:
        if refused.code in NO_SUCH_BOT:
            raise BadSettings("setting-token-unknown") from None
        raise NoPoster("poster-no-answer", why=refused.description) from None
    except Unreachable as error:
        raise NoPoster("poster-no-answer", why=str(error)) from None


async def _ask_for_name(settings: Settings) -> str:
    """The name under which Telegram knows the bot, as receipts and invitations have it."""
    assert settings.bot_token  # noqa: S101  # whoever calls has looked
    api = TelegramApi(str(settings.telegram_api_base), settings.bot_token)
    try:
        bot = MuteBot.named(settings.bot_token.get_secret_value(), await api.call("getMe"))
    finally:
        await api.close()
    return bot.name
