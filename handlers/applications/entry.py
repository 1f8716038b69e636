"""Applications: the way in, the list of one's own, and the answers that are typed or sent as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.filters import StateFilter

from dialogs.applications.case import which_screen
from dialogs.applications.dates import date_as_read
from dialogs.applications.elements import NEW
from dialogs.applications.flow import CHECKLIST, REVIEW, consent_screen, intro_screen, subject_screen
from dialogs.applications.questions import recorded_text
from dialogs.applications.typed import read_choice, read_choices_of_two, read_declaration, says_all
from dialogs.prepared import LAW, entry_callback, law_screen
from dialogs.ui.callback_data import ApplicationCallback, BadTap
from dialogs.ui.screen import Button
from dialogs.uploads import attach_screen
from domain.applications.checklist import MATERIALS, next_card
from domain.errors import BadAnswer, DoubtfulAnswer
from domain.offices.units import Region, Unit
from domain.standard.questions import Kind, Role
from domain.standard.together import is_pair_of_choices, split_answer
from handlers.applications.case import register_cases, save_materials
from handlers.applications.context import ApplicationContext, page_of
from handlers.applications.draft import register_drafts
from handlers.core.context import capability_router
from handlers.core.doubts import is_said_again
from handlers.core.errors import refuse_other_kind
from handlers.core.filters import OnAction, TextCommand, has_file, has_location, plain_text, read_file, wordless
from handlers.core.reply import ANSWERING, FURTHER, REPLACES, RETRACTED, UPLOADING, Reply, expect

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from domain.applications.case import Case
    from domain.people import Person
    from domain.standard.questions import Question
    from services.people import PersonSettings


def router() -> Router:
    """Commands, taps, typed answers and copies."""
    made = capability_router("applications", ApplicationCallback, ApplicationContext)
    made.message.register(introduce, TextCommand("apply"))
    made.message.register(show_list, TextCommand("my"))
    made.message.register(save_answer, StateFilter(ANSWERING), plain_text)
    made.message.register(save_place, StateFilter(ANSWERING), has_location)
    made.message.register(attach_copy, StateFilter(UPLOADING), has_file)
    made.message.register(save_materials, StateFilter(FURTHER), plain_text)
    made.message.register(refuse_other_kind, StateFilter(ANSWERING, UPLOADING, FURTHER), wordless)
    made.callback_query.register(introduce, OnAction("intro"))
    made.callback_query.register(show_needed, OnAction("subject"))
    made.callback_query.register(show_law, OnAction(LAW))
    made.callback_query.register(begin, OnAction("begin"))
    made.callback_query.register(agree_and_begin, OnAction("agree"))
    made.callback_query.register(begin_like, OnAction("like"))
    made.callback_query.register(leave_for_list, OnAction("mine"))
    made.callback_query.register(open_application, OnAction("open"))
    register_drafts(made)
    register_cases(made)
    return made


async def introduce(_event: Message | CallbackQuery, context: ApplicationContext) -> Reply:
    """What the service is; before it, which one is meant, where there are drafts."""
    drafts = await context.drafts.list_alike(context.user_id, context.standard)
    if drafts and context.callback.argument != NEW:
        return Reply((which_screen(drafts, context.viewer.law_of, context.standard, context.texts),))
    return Reply((intro_screen(context.standard, context.texts),))


async def show_needed(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """What is needed for an application of this kind."""
    subject = _read_kind(context, context.callback.argument)
    consents, prepared = context.viewer.person.consents, context.viewer.prepared
    registers = context.standard.preparation is None
    earlier = await context.further.find_earlier(context.user_id, subject) if consents and registers else None
    like = earlier.id if earlier else ""
    return Reply((subject_screen(subject, context.standard, context.texts, prepared, consents=consents, like=like),))


async def show_law(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """What a law says by which applications are only prepared; back to the draft, or to the introduction."""
    if context.standard.preparation is None:
        raise BadTap(context.callback.action)
    draft, texts = context.callback.argument, context.texts
    intro = entry_callback("intro", NEW, context.standard)
    way = ApplicationCallback("open", draft).pack() if draft else intro
    return Reply((law_screen(context.standard, texts, Button(texts.plain("apply-back-button"), way)),))


async def begin(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """A draft; before it a consent, where there is none."""
    subject = _read_kind(context, context.callback.argument)
    if not context.viewer.person.consents:
        return Reply((consent_screen(subject, context.standard, context.texts),))
    return await _begin(context, context.viewer.person, subject)


async def agree_and_begin(_query: CallbackQuery, context: ApplicationContext, people: PersonSettings) -> Reply:
    """The consent, and the draft it was asked for."""
    subject, _, version = context.callback.argument.partition(".")
    person = await people.agree(context.viewer.person, version, context.now)
    return await _begin(context, person, _read_kind(context, subject))


async def begin_like(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """A draft with the answers that are the same as in an earlier application."""
    return await context.go_on(
        await context.further.begin_like(context.viewer.person, context.callback.argument, context.now)
    )


async def _begin(context: ApplicationContext, person: Person, subject: str) -> Reply:
    edition = context.standard.status.id if context.standard.preparation else ""
    return await context.go_on(await context.drafts.begin(person, subject, context.now, edition))


async def show_list(_message: Message, context: ApplicationContext) -> Reply:
    """The person's own applications."""
    return Reply((await context.list_own(),))


async def leave_for_list(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The same by its button."""
    return Reply((await context.list_own(),))


async def open_application(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """One of them as it stands."""
    return await context.show_application(await context.drafts.get_own(context.user_id, context.callback.argument))


async def save_answer(message: Message, context: ApplicationContext) -> Reply:
    """What is typed answers the question on the screen, also one whose answers stand on buttons."""
    case, expected = await _find_asked(context)
    text = message.text or ""
    sure = is_said_again(await context.state.get_data(), text)
    if expected in {CHECKLIST, MATERIALS}:
        return await _save_documents(context, case, expected, text)
    asked = context.standard.questions[case.subject].find(expected)
    if asked is None:
        return await _declare(context, case, expected, text)
    if asked.kind is Kind.PLACE:
        place = context.finder.read_place(text, context.texts.language)
        return await _choose_place(context, case, asked, place)
    said = _read_said(context, case, asked, text)
    case = await context.drafts.answer_together(case, said, context.now, sure=sure)
    here = context.under(case)
    recorded = recorded_text(case, tuple(said), here.standard, here.texts)
    return await context.go_on(case, recorded or date_as_read(case, asked, text, context.texts))


def _read_said(context: ApplicationContext, case: Case, asked: Question, text: str) -> dict[str, str]:
    """What a text says to the question, and to those that may be answered with it; choices by the words of buttons."""
    languages = context.viewer.languages
    together = context.standard.questions[case.subject].together(asked, case.answers)
    if is_pair_of_choices([each.kind for each in together]):
        one, other = read_choices_of_two(asked, together[1], text, languages)
        if one:
            return {asked.id: one, together[1].id: other}
    said = split_answer(together, text, context.today)
    for each in together:
        if each.choices and each.id in said:
            chosen = read_choice(each, said[each.id], languages)
            if not chosen and each.kind is Kind.CHOICE and each is not asked:
                return {asked.id: text}  # what stands behind the answer says nothing of the other question
            said[each.id] = chosen or said[each.id]
    return said


async def _save_documents(context: ApplicationContext, case: Case, expected: str, text: str) -> Reply:
    """Below the checklist: all is there, or more of the list of materials."""
    data, asks = await context.state.get_data(), next_card(case, context.standard) is not None
    if asks and not data.get(REPLACES) and says_all(text, context.viewer.languages):
        return await context.go_on(await context.drafts.declare_rest(case, context.now))
    if expected == CHECKLIST:
        raise BadAnswer("declare-all")
    if asks and REPLACES not in data and not is_said_again(data, text) and not any(map(str.isdigit, text)):
        raise DoubtfulAnswer("doubtful-title")  # a title with how many is one; other words may be meant otherwise
    return await _save_materials(context, case, text)


async def _save_materials(context: ApplicationContext, case: Case, text: str) -> Reply:
    """More of the list, or in the place of what was edited or goes on in this message."""
    data, now = await context.state.get_data(), context.now
    sure = is_said_again(data, text)
    if data.get(REPLACES):
        now_said = "" if data.get(RETRACTED) else text
        case = await context.drafts.replace_materials(case, data[REPLACES], now_said, now, sure=sure)
    else:
        case = await context.drafts.add_materials(case, text, now, sure=sure)
    if next_card(case, context.standard):
        return await context.go_on(case)
    return await context.show_item(case, MATERIALS)


async def save_place(message: Message, context: ApplicationContext) -> Reply:
    """A place on the map, where a place is asked for."""
    case, expected = await _find_asked(context)
    asked, place = context.standard.questions[case.subject].find(expected), message.location
    if asked is None or asked.kind is not Kind.PLACE or place is None:
        raise BadAnswer("other-kind")
    nearest = context.finder.nearest(place.latitude, place.longitude, 1)
    if not nearest:  # no source says where the offices are
        raise BadAnswer("choose")
    return await _choose_place(context, case, asked, nearest[0].item)


async def attach_copy(message: Message, context: ApplicationContext) -> Reply:
    """One photo or file, alone or of an album, for the item that was asked for."""
    case, item = await _find_asked(context)
    await context.uploads.offer(case, item, read_file(message))
    case = await context.drafts.note_copy(case, item, context.now)
    await expect(context.state, case.id, item, UPLOADING)
    count = len(await context.uploads.list_for_item(case, item))
    return page_of(case, attach_screen(case, item, count, context.texts))


async def _find_asked(context: ApplicationContext) -> tuple[Case, str]:
    """The draft whose page is on the screen, and what the page asks."""
    asked = await context.state.get_data()
    context.viewer.person.check_consent()
    return await context.drafts.draft(context.user_id, asked["case"]), asked["question"]


async def _declare(context: ApplicationContext, case: Case, item: str, text: str) -> Reply:
    """Whether they have a document; the pages about none are left by their buttons."""
    declared = None if item == REVIEW else read_declaration(text, context.viewer.languages)
    if declared is None:
        raise BadAnswer("choose" if item == REVIEW else "declare")
    return await context.go_on(await context.drafts.declare(case, item, declared, context.now))


async def _choose_place(context: ApplicationContext, case: Case, asked: Question, place: Unit | Region) -> Reply:
    """A district or a city is the territory; of a region its districts are offered. Or the office that was named."""
    drafts, now = context.drafts, context.now
    if asked.role is Role.OFFICE:
        office = place.id if isinstance(place, Unit) else place.office
        return await context.go_on(await drafts.choose_office(case, office, now))
    region = place if isinstance(place, Region) else context.finder.region_of(place)
    case, only = await drafts.choose_region(case, region.id, now), context.finder.districts(region.id)
    if not only:
        return await context.go_on(await drafts.whole_region(case, now))
    if isinstance(place, Region) and len(only) == 1:  # a city
        place = only[0]
    if isinstance(place, Region):
        step = context.application_pages.districts(await context.look_at(case), context.texts)
        return await context.show_step(case, step)
    case = await drafts.toggle_district(case, str(place.id), now)
    return await context.go_on(await drafts.fix_territory(case, now))


def _read_kind(context: ApplicationContext, name: str) -> str:
    """The id of a kind of application, as it stands on a button."""
    if name not in context.standard.kinds:
        raise BadTap(name)
    return name
