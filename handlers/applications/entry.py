"""Applications: the way in, the list of one's own, and the answers that are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import StateFilter

from dialogs.applications import case as case_pages
from dialogs.applications import flow as apply_intro
from dialogs.ui.callback_data import BadTap
from dialogs.ui.navigation import APPLY
from domain.applications.case import CaseState
from domain.applications.checklist import MATERIALS
from domain.errors import BadAnswer
from domain.standard.edition import Subject
from handlers import uploads
from handlers.applications import case as registered
from handlers.applications import draft as drafts
from handlers.core.filters import TapOf, TextCommand, plain_text, wordless
from handlers.core.reply import ANSWERING, FURTHER, UPLOADING, Reply

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import Tap
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.people import PersonSettings


def router() -> Router:
    """Commands, taps and typed answers."""
    made = Router(name="applications")
    made.message.register(begin, TextCommand("apply"))
    made.message.register(mine, TextCommand("my"))
    made.callback_query.register(tapped, TapOf(APPLY))
    made.message.register(answered, StateFilter(ANSWERING), plain_text)
    made.message.register(uploads.sent, StateFilter(UPLOADING), uploads.has_file)
    made.message.register(registered.further_typed, StateFilter(FURTHER), plain_text)
    made.message.register(no_answer, StateFilter(ANSWERING, UPLOADING, FURTHER), wordless)
    return made


async def begin(_message: Message, visitor: Viewer, desk: Desk) -> Reply:
    """What the service is."""
    return Reply((apply_intro.intro_screen(desk.standard, visitor.texts),))


async def mine(_message: Message, visitor: Viewer, desk: Desk) -> Reply:
    """The person's own applications."""
    return Reply((case_pages.mine_screen(await desk.applications.list_for_person(visitor.person.id), visitor.texts),))


async def answered(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A typed answer to the question that was asked."""
    asked = await state.get_data()
    visitor.person.check_consent()
    case = await desk.applications.draft(visitor.person.id, asked["case"])
    text = message.text or ""
    if asked["question"] == MATERIALS:
        case = await desk.applications.add_materials(case, text, visitor.now)
        return await drafts.show_card(desk, case, MATERIALS, visitor, state)
    case = await desk.applications.answer(case, asked["question"], text, visitor.now)
    return await drafts.go_on(desk, case, visitor, state)


async def no_answer(_message: Message) -> Reply:
    """A photo where a text is asked for, or a text where a photo is."""
    raise BadAnswer("empty")


async def tapped(
    _query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk, people: PersonSettings, state: FSMContext
) -> Reply:
    """A button of an application, or of the way to one."""
    if tap.action in WAYS_IN:
        return await WAYS_IN[tap.action](tap, visitor, desk, people, state)
    case_id, _, argument = tap.argument.partition(".")
    if not tap.version.isdecimal():
        raise BadTap(tap.version)
    version = int(tap.version)
    if tap.action in drafts.ACTIONS:
        if tap.action not in drafts.WITHOUT_CONSENT:
            visitor.person.check_consent()
        case = await desk.applications.draft(visitor.person.id, case_id, version)
        return await drafts.ACTIONS[tap.action](desk, case, argument, visitor, state)
    if tap.action in registered.ACTIONS:
        case = await desk.applications.get_own(visitor.person.id, case_id)
        case.require_version(version)
        if case.state is CaseState.DRAFT:
            raise BadTap(tap.action)
        return await registered.ACTIONS[tap.action](desk, case, visitor, state)
    raise BadTap(tap.action)


async def _intro(_tap: Tap, visitor: Viewer, desk: Desk, _people: PersonSettings, _state: FSMContext) -> Reply:
    return Reply((apply_intro.intro_screen(desk.standard, visitor.texts),))


async def _subject(tap: Tap, visitor: Viewer, desk: Desk, _people: PersonSettings, _state: FSMContext) -> Reply:
    return Reply((apply_intro.subject_screen(_read_subject(tap.argument), desk.standard, visitor.texts),))


async def _begin(tap: Tap, visitor: Viewer, desk: Desk, _people: PersonSettings, state: FSMContext) -> Reply:
    subject = _read_subject(tap.argument)
    if not visitor.person.consents:
        return Reply((apply_intro.consent_screen(subject, visitor.texts),))
    case = await desk.applications.begin(visitor.person, subject, visitor.now)
    return await drafts.go_on(desk, case, visitor, state)


async def _agree(tap: Tap, visitor: Viewer, desk: Desk, people: PersonSettings, state: FSMContext) -> Reply:
    subject, _, version = tap.argument.partition(".")
    person = await people.agree(visitor.person, version, visitor.now)
    case = await desk.applications.begin(person, _read_subject(subject), visitor.now)
    return await drafts.go_on(desk, case, visitor, state)


async def _mine(_tap: Tap, visitor: Viewer, desk: Desk, _people: PersonSettings, state: FSMContext) -> Reply:
    await state.clear()
    return Reply((case_pages.mine_screen(await desk.applications.list_for_person(visitor.person.id), visitor.texts),))


async def _open(tap: Tap, visitor: Viewer, desk: Desk, _people: PersonSettings, state: FSMContext) -> Reply:
    case = await desk.applications.get_own(visitor.person.id, tap.argument)
    if case.state is CaseState.DRAFT:
        return await drafts.go_on(desk, case, visitor, state)
    await state.clear()
    return Reply((desk.case_page(case, visitor),), case_id=case.id)


def _read_subject(name: str) -> Subject:
    if name not in set(Subject):
        raise BadTap(name)
    return Subject(name)


WAYS_IN = {
    "intro": _intro,
    "subject": _subject,
    "begin": _begin,
    "agree": _agree,
    "mine": _mine,
    "open": _open,
}
