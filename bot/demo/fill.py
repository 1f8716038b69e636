"""An office at work, to look at before installing anything (`python -m bot demo`): fills an empty data folder."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

import aiohttp

from bot import clock
from bot.container import Container, ContainerOptions
from bot.data_folder import open_stores
from bot.delivery.bot_profile import build_commands_request
from bot.delivery.messages import Notification, queue_notification
from bot.demo.complaints import COMPLAINT_STORIES, ComplaintPlayer
from bot.demo.people import AIGUL, FIRST_NEIGHBOUR, GULNAR, TEAM, TIMUR, neighbour
from bot.demo.play import Player, cues
from bot.demo.steps import day_before
from bot.demo.stories import DRAFTS, STORIES
from bot.process import only_instance
from bot.resources import Wording, load_library, load_texts
from domain.calendar import KAZAKHSTAN, day_of
from domain.languages import Language
from domain.people import Person
from services.people import PersonSettings
from storage.db.keys import person

if TYPE_CHECKING:
    from bot.resources import Resources
    from bot.settings import Settings
    from sandbox.world.cast import Part
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

JOINED = 23  # working days ago, one day before the first application


async def prepare(settings: Settings, address: str) -> None:
    """Fills the data folder; at this address officers ask for their queue, applicants for their applications."""
    await fill(settings, clock.now())
    asked = {officer.user_id: "/queue" for officer in TEAM} | dict.fromkeys((TIMUR, AIGUL), "/my")
    async with aiohttp.ClientSession() as session:
        for user_id, text in asked.items():  # the bot answers once it is up
            act = {"user": user_id, "do": "text", "text": text}
            async with session.post(f"{address}/control/act", json=act) as answer:
                answer.raise_for_status()


async def fill(settings: Settings, now: datetime) -> None:
    """Fills an empty data folder with a month of events up to yesterday; the same day gives the same cases.

    No message about these events is queued, except each officer's menu of commands.
    """
    library = load_library(settings)
    with only_instance(settings.data_dir):
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            random = Random(day_of(now).toordinal()).randbytes  # noqa: S311  # repeatable, and no secret
            options = ContainerOptions(library, random=random)
            async with database.transaction() as transaction:
                services = Container(options, transaction, keys)
                people = PersonSettings(services.repositories.people)
                await _appoint(services, people, library, now)
                await _play(Player(services, people, library.standard, STORIES), library, now)
                await ComplaintPlayer(services, people, now, library.calendar).play()
                await _hand_out_menus(services, transaction, keys, library)


def neighbours() -> list[Part]:
    """Everybody who filed or complained and whose phone is not on the page."""
    filed = [neighbour(number, each.form.name) for number, each in enumerate(STORIES) if not each.applicant]
    return [
        *filed,
        *(neighbour(each.author - FIRST_NEIGHBOUR, each.name) for each in COMPLAINT_STORIES if each.neighbour),
    ]


async def _appoint(services: Container, people: PersonSettings, library: Resources, now: datetime) -> None:
    joined = datetime.combine(day_before(day_of(now), JOINED, library.calendar), time(9), KAZAKHSTAN)
    for officer in TEAM:
        await people.choose_language(Person(officer.user_id), _language(officer.user_id))
        await services.staff.appointments.appoint(officer, joined)


async def _play(player: Player, library: Resources, now: datetime) -> None:
    for cue in cues(STORIES, now, library.calendar):
        await player.play(cue)
    for number, story in enumerate(STORIES):
        if story in DRAFTS:
            await player.draft(number, now - timedelta(hours=14))


async def _hand_out_menus(services: Container, transaction: Transaction, keys: KeyStore, library: Resources) -> None:
    for officer in TEAM:
        language = _language(officer.user_id)
        who = await services.staff.get_membership(officer.user_id)
        menu = build_commands_request(who, load_texts(language), services.editions)
        letter = Notification(
            officer.user_id, person(officer.user_id), f"m{officer.user_id}", lambda _texts: (), further_requests=(menu,)
        )
        await queue_notification(transaction, keys, letter, Wording(library, language))


def _language(user_id: int) -> Language:
    return Language.KK if user_id in {AIGUL, GULNAR} else Language.RU
