"""The bot's process: starts the parts, processes updates until stopped, and shuts down in order."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, ExitStack, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from aiogram.types import Update

from bot import clock
from bot.container import ContainerFactory, ContainerOptions
from bot.data_folder import DATABASE, SPARE_MARKS, open_papers, open_stores
from bot.delivery.error_policy import call_until_answered
from bot.delivery.rate_limit import RateLimits
from bot.delivery.sender import Sender
from bot.delivery.spare_marks import SpareMarks
from bot.delivery.telegram_api import TelegramApi
from bot.jobs.drafts import DraftJobs
from bot.jobs.erasure import ERASURE_SECONDS, ErasureJobs
from bot.jobs.maintenance import HOUR, forget_seen, keep_running_terms, merge_denials, record_missing_deadlines
from bot.jobs.pins import PIN_SECONDS, PinJobs
from bot.jobs.references import refuse_edited_editions
from bot.jobs.reminders import REMINDER_SECONDS, ReminderJobs, drop_stale_digests
from bot.jobs.uploads import UploadJobs
from bot.making.making import open_making
from bot.monitoring import Watchdog, fault_name, log_event, set_up_logs
from bot.process import Stopped, every, freeze_gc, only_instance, stop_on_signals
from bot.resources import Wording, load_library
from bot.settings import BadSettings, Settings, unset_but_wanted
from bot.updates.admission import Admission, TapCounter
from bot.updates.dispatch import Dispatch, MuteBot
from bot.updates.processor import Processor
from bot.updates.source import bring_updates
from bot.waiting import once_usable
from documents.uploads.isolation import landlock_version
from domain.languages import LANGUAGES
from domain.offices.units import UnitKind
from domain.staff.membership import DECIDING
from services.complaints.filing import Allowance
from storage.staff import SqlOfficers

if TYPE_CHECKING:
    from aiogram import Router

    from bot.resources import Resources
    from documents.factory import DocumentFactory
    from domain.offices.units import Units
    from storage.db.database import Database
    from storage.db.keys import KeyStore

DRAIN_SECONDS = 10
JOB_SECONDS = 600.0
UPLOAD_SECONDS = 2.0
PATIENCE = 4.0  # times the timeout of a handler, before a blocked loop is ended


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a running bot."""

    api: TelegramApi
    processor: Processor
    sender: Sender
    library: Resources
    connected: int  # offices that take applications


def run(settings: Settings, extra: tuple[Router, ...] = ()) -> None:
    """Runs until SIGTERM or SIGINT.

    Raises:
        BadSettings: a setting is missing or invalid.
        AlreadyRunning: another process uses the data folder.
    """
    set_up_logs(settings.log_level)
    with ExitStack() as lock:
        asyncio.run(_serve_alone(settings, extra, lock))


async def _serve_alone(settings: Settings, extra: tuple[Router, ...], lock: ExitStack) -> None:
    async def take_lock() -> None:
        lock.enter_context(only_instance(settings.data_dir))

    stop = stop_on_signals()
    try:
        await once_usable(settings.data_dir, stop, take_lock)
    except Stopped:
        log_event("stopped")
    else:
        await serve(settings, extra, stop)


async def serve(settings: Settings, extra: tuple[Router, ...] = (), stop: asyncio.Event | None = None) -> None:
    """Serves until stopped, even while still waiting for Telegram or for the disk."""
    stop = stop or stop_on_signals()
    asyncio.get_running_loop().set_exception_handler(_log_fault)
    async with AsyncExitStack() as stack:
        with suppress(Stopped):
            await _work(settings, await start(settings, stack, stop, extra), stop)
        log_event("stopped")


async def _work(settings: Settings, parts: Parts, stop: asyncio.Event) -> None:
    """Processes updates and runs the jobs; when stopped, finishes the current batch, then lets the sender finish."""
    _log_start(settings, parts)
    Update.model_rebuild()  # now, because it takes a tenth of a second that the first update should not wait for
    freeze_gc()
    jobs = asyncio.gather(
        every(HOUR, lambda: forget_seen(parts.processor.database, parts.processor.dispatch.bot.id), stop),
        every(JOB_SECONDS, _draft_jobs(settings, parts).run, stop),
        every(ERASURE_SECONDS, _erasure_jobs(settings, parts).run, stop),
        every(UPLOAD_SECONDS, _upload_jobs(settings, parts).run, stop),
        every(REMINDER_SECONDS, _office_jobs(settings, parts).run, stop),
        every(PIN_SECONDS, _pin_jobs(settings, parts).run, stop),
    )
    watch = asyncio.create_task(Watchdog(PATIENCE * settings.handler_seconds).beat())
    try:
        await bring_updates(settings, parts.api, parts.processor, stop)
    finally:
        for task in (jobs, watch):
            task.cancel()
        await asyncio.gather(jobs, watch, return_exceptions=True)
        await parts.sender.drain(DRAIN_SECONDS)


async def start(
    settings: Settings, stack: AsyncExitStack, stop: asyncio.Event, extra: tuple[Router, ...] = ()
) -> Parts:
    """Opens everything; the stack closes it.

    Raises:
        BadSettings: a setting is missing or invalid.
        Stopped: the bot was stopped before Telegram answered, or while the data folder could not be used.
    """
    if settings.bot_token is None:
        raise BadSettings("setting-token-needed")
    library = load_library(settings)
    folder = settings.data_dir
    database, keys = await once_usable(folder, stop, partial(_open_stores, settings, stack))
    await once_usable(folder, stop, partial(refuse_edited_editions, database, keys, library))
    await once_usable(folder, stop, partial(record_missing_deadlines, database, keys, library))
    await once_usable(folder, stop, partial(keep_running_terms, database, keys, library))
    await once_usable(folder, stop, partial(merge_denials, database, keys))
    api = TelegramApi(str(settings.telegram_api_base), settings.bot_token)
    stack.push_async_callback(api.close)
    me = await call_until_answered(api, stop, "getMe")
    dispatch = Dispatch(MuteBot.named(settings.bot_token.get_secret_value(), me), extra)
    stack.push_async_callback(dispatch.bot.session.close)
    limits = RateLimits(
        per_chat=settings.chat_send_rate, chat_burst=settings.chat_send_burst, overall=settings.send_rate
    )
    papers = await once_usable(folder, stop, partial(_open_papers, settings, library, dispatch.bot_name))
    making = await once_usable(folder, stop, partial(open_making, settings, stack, library, keys, papers))
    sender = Sender(api, database, keys, limits, making, SpareMarks(folder / SPARE_MARKS))
    await once_usable(folder, stop, partial(drop_stale_digests, database))
    await once_usable(folder, stop, sender.start)
    connected = await once_usable(folder, stop, partial(_connected, database, keys, library.editions))
    for language in LANGUAGES:
        library.texts(language)  # read now, and not while somebody waits
    processor = Processor(
        database=database,
        keys=keys,
        dispatch=dispatch,
        containers=ContainerFactory(container_options(settings, library), papers, settings.personal_limits),
        sender=sender,
        wording=Wording(library, settings.language),
        admission=Admission(TapCounter(settings.personal_limits)),
        handler_seconds=settings.handler_seconds,
        clock=clock.now,
    )
    return Parts(api, processor, sender, library, connected)


async def _open_stores(settings: Settings, stack: AsyncExitStack) -> tuple[Database, KeyStore]:
    """Opens the stores for the stack to close; if that fails, what was opened is closed at once."""
    async with AsyncExitStack() as attempt:
        stores = await open_stores(settings, attempt)
        await stack.enter_async_context(attempt.pop_all())
    return stores


async def _open_papers(settings: Settings, library: Resources, bot_name: str) -> DocumentFactory:
    return open_papers(settings, library, bot_name)


def container_options(settings: Settings, library: Resources) -> ContainerOptions:
    """What the settings say of the use cases."""
    return ContainerOptions(
        library,
        admins=settings.admins,
        term=settings.complaint_term,
        limits=Allowance(settings.max_open_complaints, settings.max_open_applications),
        retention=timedelta(days=settings.retention_days),
        renewal_notice=timedelta(days=settings.renewal_notice_days),
    )


async def _connected(database: Database, keys: KeyStore, units: Units) -> int:
    """The number of offices where somebody can decide."""
    async with database.transaction() as transaction:
        tally = await SqlOfficers(transaction, keys).tally()
    return sum(units.is_office(unit) and any(roles[role] for role in DECIDING) for unit, roles in tally.items())


def _wording(settings: Settings, parts: Parts) -> Wording:
    return Wording(parts.library, settings.language)


def _draft_jobs(settings: Settings, parts: Parts) -> DraftJobs:
    processor = parts.processor
    retention = timedelta(days=settings.draft_days)
    return DraftJobs(processor.database, processor.keys, parts.sender, retention, _wording(settings, parts))


def _erasure_jobs(settings: Settings, parts: Parts) -> ErasureJobs:
    processor = parts.processor
    retention = timedelta(days=settings.retention_days)
    return ErasureJobs(processor.database, processor.keys, parts.sender, retention, _wording(settings, parts))


def _upload_jobs(settings: Settings, parts: Parts) -> UploadJobs:
    processor = parts.processor
    return UploadJobs(processor.database, processor.keys, parts.api, parts.sender, _wording(settings, parts))


def _office_jobs(settings: Settings, parts: Parts) -> ReminderJobs:
    processor = parts.processor
    options = processor.containers.options
    return ReminderJobs(processor.database, processor.keys, parts.sender, options, _wording(settings, parts))


def _pin_jobs(settings: Settings, parts: Parts) -> PinJobs:
    processor = parts.processor
    options = processor.containers.options
    return PinJobs(processor.database, processor.keys, parts.sender, options, _wording(settings, parts))


def _log_start(settings: Settings, parts: Parts) -> None:
    offices = len(parts.library.standard.of_kind(UnitKind.OFFICE))
    log_event(
        "started",
        edition=parts.library.standard.status.id,
        repealed=str(parts.library.standard.status.repealed is not None).lower(),
        database=str(settings.data_dir / DATABASE),
        bot=parts.processor.dispatch.bot_name,
        offices=offices,
        offices_with_officers=parts.connected,
        unset=", ".join(unset_but_wanted(settings)),
        source="webhook" if settings.webhook_url else "polling",
    )
    if not landlock_version():
        log_event("landlock-missing")


def _log_fault(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    log_event("stray-fault", fault=fault_name(error) if error else "?")
