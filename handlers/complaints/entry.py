"""Complaints, for those who complain: how to appeal (point 20), the ways in, what they type and send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram.filters import StateFilter

from dialogs.complaints import entry as pages
from dialogs.ui.callback_data import BadTap, ComplaintCallback
from domain.applications.case import CaseState
from domain.complaints.complaint import Grievance
from domain.errors import BadAnswer, TooMany
from domain.text import says_something
from handlers.complaints.context import ComplaintContext
from handlers.complaints.draft import TEXT, ask_for_text, go_on, name_office, register_drafts, text_problem
from handlers.complaints.status import REOPEN, register_status, reopen, show_complaint
from handlers.core.context import capability_router
from handlers.core.doubts import is_said_again
from handlers.core.filters import OnAction, TextCommand, has_file, plain_text, read_file, wordless
from handlers.core.reply import COMPLAINING, REPLACES, RETRACTED, Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram import Router
    from aiogram.types import CallbackQuery, Message

    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from services.people import PersonSettings


def router() -> Router:
    """Commands, taps, typed texts and photos."""
    made = capability_router("complaints", ComplaintCallback, ComplaintContext)
    made.message.register(show_list, TextCommand("complain"))
    made.message.register(save_text, StateFilter(COMPLAINING), plain_text)
    made.message.register(attach_file, StateFilter(COMPLAINING), has_file)
    made.message.register(refuse_evidence, StateFilter(COMPLAINING), wordless)
    made.callback_query.register(show_list, OnAction("mine"))
    made.callback_query.register(choose_kind, OnAction("kind"))
    made.callback_query.register(begin, OnAction("begin"))
    made.callback_query.register(agree_and_begin, OnAction("agree"))
    made.callback_query.register(open_complaint, OnAction("open"))
    made.callback_query.register(explain_appeal, OnAction("how"))
    made.callback_query.register(show_regions, OnAction("how-regions"))
    made.callback_query.register(show_offices, OnAction("how-region"))
    made.callback_query.register(explain_appeal_at, OnAction("how-office"))
    register_drafts(made)
    register_status(made)
    return made


async def show_list(_event: Message | CallbackQuery, context: ComplaintContext) -> Reply:
    """One's own complaints, and a new one."""
    theirs = await context.complaints.list_for_person(context.user_id)
    return Reply((pages.own_complaints_screen(theirs, context.today, context.texts),))


async def save_text(message: Message, context: ComplaintContext) -> Reply:
    """A line, a message of the text, or the reason of a reopening."""
    asked, text = await context.state.get_data(), message.text or ""
    if asked["question"] == REOPEN:
        return await reopen(context, await context.complaints.get_own(context.user_id, asked["case"]), text)
    context.viewer.person.check_consent()
    complaint = await context.complaints.draft(context.user_id, asked["case"])
    match asked["question"]:
        case "text":
            return await _save_message(context, complaint, asked, text)
        case "office":
            return await name_office(context, complaint, text)
        case "unit" | "review":
            raise BadAnswer("choose")
    line, sure = asked["question"], is_said_again(asked, text)
    return await go_on(context, await context.complaints.tell(complaint, line, text, context.now, sure=sure))


async def _save_message(context: ComplaintContext, complaint: Complaint, asked: Mapping[str, Any], text: str) -> Reply:
    """One message more of the text, or in the place of one that was edited or that goes on in this one."""
    if not asked.get(REPLACES):
        return await ask_for_text(context, await context.complaints.write(complaint, text, context.now))
    now_said = "" if asked.get(RETRACTED) else text
    complaint = await context.complaints.replace_text(complaint, asked[REPLACES], now_said, context.now)
    return await ask_for_text(context, complaint)


async def attach_file(message: Message, context: ComplaintContext) -> Reply:
    """A photo or a PDF, alone or of an album; what is written under it is taken, too."""
    asked = await context.state.get_data()
    if asked["question"] != TEXT:
        raise BadAnswer("other-kind")
    context.viewer.person.check_consent()
    complaint = await context.complaints.draft(context.user_id, asked["case"])
    await context.complaint_files.attach(complaint, read_file(message))
    problem = None
    if says_something(message.caption or ""):
        try:
            complaint = await context.complaints.write(complaint, message.caption or "", context.now)
        except (BadAnswer, TooMany) as refused:  # the photo is kept whatever stands under it
            problem = text_problem(refused, context.texts)
    return await ask_for_text(context, complaint, problem)


async def refuse_evidence(_message: Message, context: ComplaintContext) -> Reply:
    """A voice or a video: what can be sent is said, and the question is asked again."""
    asked = await context.state.get_data()
    raise BadAnswer("other-kind-evidence" if asked["question"] == TEXT else "other-kind")


async def choose_kind(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """What is it about: from a case, or without one."""
    case_id = context.callback.argument
    if not case_id:
        return Reply((pages.kind_screen("", "", await _filed_cases(context), context.texts),))
    case = await context.drafts.get_own(context.user_id, case_id)
    number = case.registration.number if case.registration else ""
    return Reply((pages.kind_screen(case_id, number, (), context.texts),), case_id=case_id)


async def begin(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """A complaint of this kind; before it a consent, where there is none."""
    name, _, case_id = context.callback.argument.partition(".")
    grievance = _read_grievance(name)
    if not context.viewer.person.consents:
        return Reply((pages.consent_screen(grievance, case_id, context.texts),))
    complaint = await context.complaints.begin(context.viewer.person, grievance, context.now, case_id)
    return await go_on(context, complaint)


async def agree_and_begin(_query: CallbackQuery, context: ComplaintContext, people: PersonSettings) -> Reply:
    """The consent, and the complaint it was asked for."""
    name, _, rest = context.callback.argument.partition(".")
    case_id, _, version = rest.partition(".")
    person = await people.agree(context.viewer.person, version, context.now)
    return await go_on(context, await context.complaints.begin(person, _read_grievance(name), context.now, case_id))


async def open_complaint(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """A complaint as it stands."""
    complaint = await context.complaints.get_own(context.user_id, context.callback.argument)
    return await show_complaint(context, complaint)


async def explain_appeal(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """How to appeal against the office of a case; without one, which office?"""
    case_id = context.callback.argument
    found = [each for each in await _filed_cases(context) if each.id == (case_id or each.id)]
    if not found:
        return Reply((pages.how_regions_screen(context.finder.regions(), context.texts),))
    context = context.under(found[0])
    card = context.finder.card_of(found[0], context.now)
    page = pages.how_screen(
        card, found[0].id if case_id else "", context.complaints.terms.law_under(context.standard), context.texts
    )
    return Reply((page,), case_id=found[0].id)


async def show_regions(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """In which region is the office?"""
    return Reply((pages.how_regions_screen(context.finder.regions(), context.texts),))


async def show_offices(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """Which of the region's?"""
    region_id = context.callback.argument
    region, districts = context.standard.region(region_id), context.finder.districts(region_id)
    return Reply((pages.how_offices_screen(region, districts, context.texts),))


async def explain_appeal_at(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """How to appeal against this office."""
    office = context.standard.office(context.standard.find_unit_id(context.callback.argument))
    card = context.finder.card(office.id, context.now)
    return Reply((pages.how_screen(card, "", context.complaints.terms.law_under(context.standard), context.texts),))


async def _filed_cases(context: ComplaintContext) -> list[Case]:
    return [each for each in await context.drafts.list_for_person(context.user_id) if each.state is not CaseState.DRAFT]


def _read_grievance(name: str) -> Grievance:
    if name not in set(Grievance):
        raise BadTap(name)
    return Grievance(name)
