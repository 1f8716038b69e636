"""A complaint that is being written, and its sending: filed where its body takes it in the bot, else a letter.

Each button is for the version it was drawn for.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dialogs.applications.questions import answer_problem_text
from dialogs.complaints import draft as pages
from dialogs.complaints.draft import Writing
from dialogs.complaints.elements import body, complaint_button
from dialogs.complaints.entry import addressees_screen, offices_screen, regions_screen
from dialogs.complaints.notices import new_screen
from dialogs.made import ComplaintLetter, ComplaintPackage, Copy, StampedCopy
from dialogs.ui.callback_data import BadTap
from dialogs.ui.texts import paragraphs
from domain.errors import BadAnswer
from domain.offices.units import Region
from handlers.complaints.context import page_of
from handlers.core.filters import OnAction
from handlers.core.reply import COMPLAINING, Notice, Reply, end_question, expect

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.applications.case import Case
    from domain.complaints.complaint import Complaint
    from domain.errors import TooMany
    from handlers.complaints.context import ComplaintContext
    from services.complaints.filing import Sent

TEXT = "text"
OFFICE, UNIT = "office", "unit"  # as `missing` names them
REVIEW = "review"
MOST_JOINED = 20_000_000  # bytes of the author's files that are sent with the letter in one file
TYPED = frozenset({"name", "address"})


def register_drafts(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    taps.register(show_next, OnAction("next", "review"))
    taps.register(choose_region, OnAction("regions"))
    taps.register(choose_office, OnAction("region"))
    taps.register(save_office, OnAction("office"))
    taps.register(choose_addressee, OnAction("units"))
    taps.register(save_addressee, OnAction("unit"))
    taps.register(edit, OnAction("edit"))
    taps.register(rewrite, OnAction("rewrite"))
    taps.register(drop_photos, OnAction("drop"))
    taps.register(show_whole_text, OnAction("whole"))
    taps.register(file, OnAction("file"))
    taps.register(make_letter, OnAction("letter"))
    taps.register(ask_to_discard, OnAction("discard"))
    taps.register(discard, OnAction("erase"))


async def find_draft(context: ComplaintContext) -> Complaint:
    """The draft of a button, as it was drawn.

    Raises:
        ConsentNeeded: nothing may be written down without a consent.
        NoSuchComplaint: it is none of theirs, or was sent.
        Changed: it has changed since.
    """
    version = context.callback.seen_version
    context.viewer.person.check_consent()
    return await context.complaints.draft(context.user_id, context.callback.record_id, version)


async def look_at(context: ComplaintContext, complaint: Complaint) -> Writing:
    """A draft with what its screens need to know besides."""
    return Writing(
        complaint,
        taken=bool(await context.complaints.addressing.list_handlers(complaint)),
        files=len(await context.complaint_files.photos(complaint)),
        case=await context.complaints.addressing.case_of(complaint),
        earlier=await context.follow_up.first_of(complaint),
    )


async def go_on(context: ComplaintContext, complaint: Complaint) -> Reply:
    """What comes next."""
    context = context.under(complaint)
    screen, expects = await _draw_next(context, complaint)
    await expect(context.state, complaint.id, expects, COMPLAINING)
    return page_of(complaint, screen)


async def _draw_next(context: ComplaintContext, complaint: Complaint) -> tuple[Screen, str]:
    """The page of what comes next, and what the next text answers there."""
    missing, texts = context.complaints.missing(complaint), context.texts
    if missing == OFFICE:
        return regions_screen(complaint, context.finder.regions(), texts), OFFICE
    if missing == UNIT:
        return await _draw_addressees(context, complaint), UNIT
    draft = await look_at(context, complaint)
    if missing in TYPED:
        return pages.line_screen(draft, missing, texts), missing
    if missing == TEXT:
        return pages.text_screen(draft, context.standard, texts), TEXT
    return pages.review_screen(draft, context.standard, texts), REVIEW


async def ask_again(context: ComplaintContext, complaint: Complaint, question: str, problem: Html | None) -> Reply:
    """A question again, with what is wrong."""
    draft = await look_at(context, complaint)
    if question in TYPED:
        screen = pages.line_screen(draft, question, context.texts, problem)
    elif question == TEXT:
        screen = pages.text_screen(draft, context.standard, context.texts, problem)
    else:
        shown, question = await _draw_next(context, complaint)
        screen = replace(shown, text=paragraphs(problem, shown.text))
    await expect(context.state, complaint.id, question, COMPLAINING)
    return page_of(complaint, screen)


async def ask_for_text(context: ComplaintContext, complaint: Complaint, problem: Html | None = None) -> Reply:
    """The text, for one message more."""
    if context.complaints.missing(complaint) not in {"", TEXT}:
        return await go_on(context, complaint)
    context = context.under(complaint)
    await expect(context.state, complaint.id, TEXT, COMPLAINING)
    draft = await look_at(context, complaint)
    return page_of(complaint, pages.text_screen(draft, context.standard, context.texts, problem))


def text_problem(refused: BadAnswer | TooMany, texts: Texts) -> Html | None:
    """What is wrong with a message of the text."""
    if isinstance(refused, BadAnswer):
        return answer_problem_text(refused, texts)
    return texts("cmp-too-many-texts", most=refused.most)


async def name_office(context: ComplaintContext, complaint: Complaint, typed: str) -> Reply:
    """The office of a district, or of a region, whose name was typed."""
    place = context.finder.read_place(typed, context.texts.language)
    office = place.office if isinstance(place, Region) else place.id
    return await go_on(context, await context.complaints.about_office(complaint, office, context.now))


async def show_next(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """Go on where it was left."""
    return await go_on(context, await find_draft(context))


async def choose_region(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """Where is the office it is about?"""
    complaint = await _find_unbound(context)
    await expect(context.state, complaint.id, OFFICE, COMPLAINING)
    return page_of(complaint, regions_screen(complaint, context.finder.regions(), context.texts))


async def choose_office(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """Which of the region's?"""
    complaint = await _find_unbound(context)
    region, districts = context.standard.region(context.argument), context.finder.districts(context.argument)
    await expect(context.state, complaint.id, OFFICE, COMPLAINING)
    return page_of(complaint, offices_screen(complaint, region, districts, context.texts))


async def save_office(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """This one."""
    complaint = await _find_unbound(context)
    complaint = await context.complaints.about_office(
        complaint, context.standard.find_unit_id(context.argument), context.now
    )
    return await go_on(context, complaint)


async def _find_unbound(context: ComplaintContext) -> Complaint:
    complaint = await find_draft(context)
    if complaint.case_id or complaint.earlier:  # a case, or the first complaint, says which office it is about
        raise BadTap(complaint.id)
    return complaint


async def choose_addressee(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """Who is to answer it?"""
    complaint = await find_draft(context)
    if complaint.office is None:
        return await go_on(context, complaint)
    await expect(context.state, complaint.id, UNIT, COMPLAINING)
    return page_of(complaint, await _draw_addressees(context, complaint))


async def _draw_addressees(context: ComplaintContext, complaint: Complaint) -> Screen:
    options = await context.complaints.addressing.list_options(complaint)
    fixed = bool(complaint.case_id or complaint.earlier)
    return addressees_screen(complaint, options, context.standard, context.texts, fixed=fixed)


async def save_addressee(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """This body."""
    complaint = await find_draft(context)
    complaint = await context.complaints.address_to(
        complaint, context.standard.find_unit_id(context.argument), context.now
    )
    return await go_on(context, complaint)


async def edit(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """One of the lines, or the text, once more."""
    complaint, line = await find_draft(context), context.argument
    if complaint.unit is None:
        return await go_on(context, complaint)
    if line == TEXT:
        return await ask_for_text(context, complaint)
    if line not in TYPED:
        raise BadTap(line)
    await expect(context.state, complaint.id, line, COMPLAINING)
    return page_of(complaint, pages.line_screen(await look_at(context, complaint), line, context.texts))


async def rewrite(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """The whole text from the beginning."""
    complaint = await context.complaints.rewrite(await find_draft(context), context.now)
    return await ask_for_text(context, complaint)


async def drop_photos(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """None goes along after all."""
    complaint = await find_draft(context)
    await context.complaint_files.drop_photos(complaint)
    return await ask_for_text(context, complaint)


async def show_whole_text(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """All that was written, where the review shows its beginning."""
    complaint = await find_draft(context)
    await expect(context.state, complaint.id, REVIEW, COMPLAINING)
    return page_of(
        complaint, *pages.whole_screens(complaint, complaint_button(complaint, context.texts, "review-button", "next"))
    )


async def ask_to_discard(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """Erase it? Whoever took the consent back may, too."""
    complaint = await _find_to_discard(context)
    await expect(context.state, complaint.id, "")
    return page_of(complaint, pages.discard_screen(complaint, context.texts))


async def discard(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """It is erased."""
    complaint = await _find_to_discard(context)
    await context.complaints.discard(complaint)
    await end_question(context.state, complaint.id)
    return Reply((pages.gone_screen(context.texts),))


async def _find_to_discard(context: ComplaintContext) -> Complaint:
    version = context.callback.seen_version
    return await context.complaints.draft(context.user_id, context.callback.record_id, version)


async def file(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """It has its number; whoever may take it is told."""
    return await _file(context, await find_draft(context))


async def make_letter(_query: CallbackQuery, context: ComplaintContext) -> Reply:
    """The letter, with the stamped copy that goes along."""
    return await _make_letter(context, await find_draft(context))


async def send(context: ComplaintContext, complaint: Complaint) -> Reply:
    """File it where the body takes it in the bot; else make it a letter."""
    context = context.under(complaint)
    way = _file if await context.complaints.addressing.list_handlers(complaint) else _make_letter
    return await way(context, complaint)


async def _file(context: ComplaintContext, complaint: Complaint) -> Reply:
    sent = await context.complaints.file(complaint, context.now)
    await end_question(context.state, complaint.id)
    term = context.complaints.terms.of(sent.complaint)
    page = pages.filed_screen(sent.complaint, term, context.standard, context.texts)
    return Reply((page,), _notices(context, sent), case_id=complaint.id)


async def _make_letter(context: ComplaintContext, complaint: Complaint) -> Reply:
    kept = await context.complaints.letter(complaint, context.now)
    await end_question(context.state, complaint.id)
    return page_of(complaint, *await letter_screens(context, kept))


async def letter_screens(context: ComplaintContext, complaint: Complaint) -> tuple[Screen, ...]:
    """Where to send it, after what is to be printed; the author's own files, which the chat has lost, among it."""
    case, photos = await context.complaints.addressing.case_of(complaint), await _photos(context, complaint)
    papers = [pages.paper_screen(ComplaintLetter(complaint.id, len(photos)), context.texts)]
    if case is not None:
        papers.append(pages.paper_screen(StampedCopy.of(case), context.texts, "cmp-copy-file"))
    papers += pages.photo_screens(photos, context.texts)
    if await _is_worth_joining(context, complaint, case):
        whole = ComplaintPackage(complaint.id, tuple(each.upload for each in photos))
        papers.append(pages.package_screen(whole, context.texts))
    return (*papers, pages.letter_screen(complaint, context.standard, context.texts))


async def _is_worth_joining(context: ComplaintContext, complaint: Complaint, case: Case | None) -> bool:
    """Whether something goes along with the letter, and all of it is no more than can be sent."""
    sizes = [each.size for each in await context.complaint_files.photos(complaint) if each.kept]
    return bool(sizes or (case is not None and case.registration)) and sum(sizes) <= MOST_JOINED


async def _photos(context: ComplaintContext, complaint: Complaint) -> list[Copy]:
    kept = [each for each in await context.complaint_files.photos(complaint) if each.kept]
    return [Copy(each.id, f"prilozhenie-{at}.{each.extension}") for at, each in enumerate(kept, 1)]


def _notices(context: ComplaintContext, sent: Sent) -> tuple[Notice, ...]:
    draw = partial(new_screen, sent.complaint, body(sent.complaint.addressee, context.standard))
    return tuple(Notice(each.user_id, draw, sent.complaint.id) for each in sent.officers)
