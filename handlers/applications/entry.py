"""Applications: the way in, the list of one's own, and the answers that are typed or sent as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.applications.dates import date_as_read
from dialogs.applications.flow import consent_screen, intro_screen, subject_screen
from dialogs.ui.callback_data import ApplicationCallback, BadTap
from dialogs.uploads import attach_screen
from domain.applications.checklist import MATERIALS
from domain.standard.edition import Subject
from handlers.applications.case import register_cases, save_materials
from handlers.applications.context import ApplicationContext, page_of
from handlers.applications.draft import register_drafts
from handlers.core.context import capability_router
from handlers.core.doubts import is_said_again
from handlers.core.errors import refuse_other_kind
from handlers.core.filters import OnAction, TextCommand, has_file, plain_text, wordless
from handlers.core.reply import ANSWERING, FURTHER, UPLOADING, Reply
from handlers.uploads import offered

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from services.people import PersonSettings


def router() -> Router:
    """Commands, taps, typed answers and copies."""
    made = capability_router("applications", ApplicationCallback, ApplicationContext)
    made.message.register(introduce, TextCommand("apply"))
    made.message.register(show_list, TextCommand("my"))
    made.message.register(save_answer, StateFilter(ANSWERING), plain_text)
    made.message.register(attach_copy, StateFilter(UPLOADING), has_file)
    made.message.register(save_materials, StateFilter(FURTHER), plain_text)
    made.message.register(refuse_other_kind, StateFilter(ANSWERING, UPLOADING, FURTHER), wordless)
    made.callback_query.register(introduce, OnAction("intro"))
    made.callback_query.register(show_needed, OnAction("subject"))
    made.callback_query.register(begin, OnAction("begin"))
    made.callback_query.register(agree_and_begin, OnAction("agree"))
    made.callback_query.register(leave_for_list, OnAction("mine"))
    made.callback_query.register(open_application, OnAction("open"))
    register_drafts(made)
    register_cases(made)
    return made


async def introduce(_event: Message | CallbackQuery, context: ApplicationContext) -> Reply:
    """What the service is."""
    return Reply((intro_screen(context.standard, context.texts),))


async def show_needed(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """What is needed for an application of this kind."""
    subject = _read_subject(context.callback.argument)
    return Reply((subject_screen(subject, context.standard, context.texts),))


async def begin(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """A draft; before it a consent, where there is none."""
    subject = _read_subject(context.callback.argument)
    if not context.viewer.person.consents:
        return Reply((consent_screen(subject, context.texts),))
    return await context.go_on(await context.drafts.begin(context.viewer.person, subject, context.now))


async def agree_and_begin(_query: CallbackQuery, context: ApplicationContext, people: PersonSettings) -> Reply:
    """The consent, and the draft it was asked for."""
    subject, _, version = context.callback.argument.partition(".")
    person = await people.agree(context.viewer.person, version, context.now)
    return await context.go_on(await context.drafts.begin(person, _read_subject(subject), context.now))


async def show_list(_message: Message, context: ApplicationContext) -> Reply:
    """The person's own applications; a question that was asked still waits for its answer."""
    return Reply((await context.list_own(),))


async def leave_for_list(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The same by its button, which leaves the question."""
    await context.state.clear()
    return Reply((await context.list_own(),))


async def open_application(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """One of them as it stands."""
    return await context.show_application(await context.drafts.get_own(context.user_id, context.callback.argument))


async def save_answer(message: Message, context: ApplicationContext) -> Reply:
    """A typed answer to the question that was asked."""
    asked, text = await context.state.get_data(), message.text or ""
    context.viewer.person.check_consent()
    case = await context.drafts.draft(context.user_id, asked["case"])
    sure = is_said_again(asked, text)
    if asked["question"] == MATERIALS:
        case = await context.drafts.add_materials(case, text, context.now, sure=sure)
        return await context.show_item(case, MATERIALS)
    case = await context.drafts.answer(case, asked["question"], text, context.now, sure=sure)
    return await context.go_on(case, date_as_read(case, asked["question"], text, context.texts))


async def attach_copy(message: Message, context: ApplicationContext) -> Reply:
    """One photo or file, alone or of an album, for the item that was asked for."""
    asked = await context.state.get_data()
    item = asked["question"]
    context.viewer.person.check_consent()
    case = await context.drafts.draft(context.user_id, asked["case"])
    await context.uploads.offer(case, item, offered(message))
    count = len(await context.uploads.list_for_item(case, item))
    return page_of(case, attach_screen(case, item, count, context.texts))


def _read_subject(name: str) -> Subject:
    if name not in set(Subject):
        raise BadTap(name)
    return Subject(name)
