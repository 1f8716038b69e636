"""Fills an empty data folder with the month of the demo."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from bot.container import Container, complaint_rooms
from bot.data_folder import open_papers, open_stores
from bot.delivery.bot_profile import renewal
from bot.delivery.notices import Notification, post
from bot.demo.complaints import COMPLAINT_STORIES, ComplaintPlayer, seeded
from bot.demo.people import AIGUL, FIRST_NEIGHBOUR, GULNAR, TEAM, neighbour
from bot.demo.play import Player, cues
from bot.demo.steps import day_before
from bot.demo.stories import DRAFTS, STORIES
from bot.process import only_instance
from bot.resources import load_library, load_texts
from domain.calendar import KAZAKHSTAN, day_of
from domain.people import Language, Person
from services.applications.drafting import ApplicationDrafts
from services.applications.filing import CaseFiling, CaseRepositories
from services.people import PersonSettings
from storage.applications import SqlCases
from storage.db.keys import person
from storage.db.records import SqlRegister
from storage.history.events import SqlHistory
from storage.indicators import SqlTerms
from storage.officers import SqlOfficers
from storage.people import SqlPeople

if TYPE_CHECKING:
    from bot.resources import Resources
    from bot.settings import Settings
    from handlers.core.desk import Desk
    from sandbox.world.cast import Part
    from storage.db.keys import KeyStore
    from storage.db.transaction import Transaction

JOINED = 23  # working days ago, one day before the first application


async def fill(settings: Settings, now: datetime) -> None:
    """Fills the folder with events up to yesterday; the same day gives the same cases.

    No message about these events is queued, except each officer's menu of commands.
    """
    library = load_library(settings)
    with only_instance(settings.data_dir):
        async with AsyncExitStack() as stack:
            database, keys = await open_stores(settings, stack)
            services = Container(library, open_papers(settings, library))
            async with database.transaction() as transaction:
                desk = _seeded(services.desk(transaction, keys), library, transaction, keys, now)
                people = PersonSettings(SqlPeople(transaction))
                await _appoint(desk, people, library, now)
                await _play(Player(desk, people, library.standard, STORIES), library, now)
                await ComplaintPlayer(desk, people, now, library.calendar).play()
                await _hand_out_menus(desk, transaction, keys)


def neighbours() -> list[Part]:
    """Everybody who filed or complained and whose phone is not on the page."""
    filed = [neighbour(number, each.form.name) for number, each in enumerate(STORIES) if not each.applicant]
    return [
        *filed,
        *(neighbour(each.author - FIRST_NEIGHBOUR, each.name) for each in COMPLAINT_STORIES if each.neighbour),
    ]


async def _appoint(desk: Desk, people: PersonSettings, library: Resources, now: datetime) -> None:
    joined = datetime.combine(day_before(day_of(now), JOINED, library.calendar), time(9), KAZAKHSTAN)
    for officer in TEAM:
        await people.choose_language(Person(officer.user_id), _language(officer.user_id))
        await desk.staff.appointing.appoint(officer, joined)


async def _play(player: Player, library: Resources, now: datetime) -> None:
    for cue in cues(STORIES, now, library.calendar):
        await player.play(cue)
    for number, story in enumerate(STORIES):
        if story in DRAFTS:
            await player.draft(number, now - timedelta(hours=14))


async def _hand_out_menus(desk: Desk, transaction: Transaction, keys: KeyStore) -> None:
    for officer in TEAM:
        language = _language(officer.user_id)
        menu = renewal(await desk.staff.roles(officer.user_id), load_texts(language))
        letter = Notification(
            officer.user_id, person(officer.user_id), f"m{officer.user_id}", lambda _texts: (), also=(menu,)
        )
        await post(transaction, keys, letter, language)


def _seeded(desk: Desk, library: Resources, transaction: Transaction, keys: KeyStore, now: datetime) -> Desk:
    """The same use cases with ids derived from the day; the demo's data folder is local."""
    random = Random(day_of(now).toordinal()).randbytes  # noqa: S311  # repeatable randomness, no secret
    store = SqlCases(transaction, keys)
    history, officers = SqlHistory(transaction, keys), SqlOfficers(transaction, keys)
    rooms = CaseRepositories(store, history, SqlRegister(transaction), officers, SqlTerms(transaction))
    return replace(
        desk,
        applications=ApplicationDrafts(store, library.standard, random),
        cases=CaseFiling(rooms, library.standard, library.calendar, random),
        complaints=seeded(desk, complaint_rooms(transaction, keys), random),
    )


def _language(user_id: int) -> Language:
    return Language.KK if user_id in {AIGUL, GULNAR} else Language.RU
