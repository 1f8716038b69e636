"""The buttons of a draft; each is for the version of the draft it was drawn for."""

from __future__ import annotations

import re
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from dialogs.applications.case import filed_screen, receipt_screen, registered_screen
from dialogs.applications.dates import read_term
from dialogs.applications.elements import application_button
from dialogs.applications.review import answers_screen, confirm_screen, discard_screen, package_screen
from dialogs.casework.notices import new_case_screen
from dialogs.made import Application, ApplicationPackage, StampedCopy
from dialogs.ui.callback_data import BadTap
from dialogs.ui.screen import Screen, column
from domain.applications.territory import WHOLE
from handlers.applications.checklist import register_checklist
from handlers.applications.context import find_draft, page_of
from handlers.core.filters import OnAction
from handlers.core.reply import Notice, Reply, end_question, expect
from services.offices.finder import next_visit

if TYPE_CHECKING:
    from aiogram import Router
    from aiogram.types import CallbackQuery

    from domain.applications.case import Case
    from domain.offices.units import Unit
    from domain.standard.questions import Question
    from handlers.applications.context import ApplicationContext
    from services.applications.filing import CaseChange

CALENDAR = re.compile(r"|(19|20)\d\d(-(0[1-9]|1[0-2]))?")  # nothing, a year, a month of it


def register_drafts(router: Router) -> None:
    """Their buttons."""
    taps = router.callback_query
    register_checklist(taps)
    taps.register(show_next, OnAction("next"))
    taps.register(edit, OnAction("edit"))
    taps.register(save_choice, OnAction("ans"))
    taps.register(save_date, OnAction("date"))
    taps.register(save_term, OnAction("term"))
    taps.register(show_calendar, OnAction("cal"))
    taps.register(choose_region, OnAction("region"))
    taps.register(choose_district, OnAction("district"))
    taps.register(fix_territory, OnAction("placed"))
    taps.register(show_other_offices, OnAction("offices"))
    taps.register(choose_office, OnAction("office"))
    taps.register(review, OnAction("review"))
    taps.register(show_answers, OnAction("answers"))
    taps.register(preview, OnAction("preview"))
    taps.register(confirm, OnAction("confirm"))
    taps.register(file, OnAction("file"))
    taps.register(send_package, OnAction("package"))
    taps.register(stay, OnAction("stay"))
    taps.register(move, OnAction("move"))
    taps.register(ask_to_discard, OnAction("discard"))
    taps.register(discard, OnAction("erase"))


async def _find_to_discard(context: ApplicationContext) -> Case:
    """The same, also for whoever took the consent back."""
    return await context.drafts.draft(context.user_id, context.callback.record_id, context.callback.seen_version)


async def show_next(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Go on where it was left."""
    return await context.go_on(await find_draft(context))


async def edit(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """A question once more."""
    case = await find_draft(context)
    step = context.application_pages.edit(await context.look_at(case), context.argument, context.texts)
    return await context.show_step(case, step)


async def save_choice(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """One of the answers that stand on buttons, or one to each of two questions."""
    case = await find_draft(context)
    asked, value = _read_question(context, case)
    said: dict[str, str] = {}
    together = context.standard.questions[case.subject].together(asked, case.answers)
    for each, index in zip_longest(together, value.split("."), fillvalue=None):
        if index is None:
            break
        if each is None or not index.isdecimal() or int(index) >= len(each.choices):
            raise BadTap(value)
        said[each.id] = each.choices[int(index)].value
    return await context.go_on(await context.drafts.answer_together(case, said, context.now))


async def save_date(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """A day of the calendar."""
    case = await find_draft(context)
    asked, value = _read_question(context, case)
    return await context.go_on(await context.drafts.answer(case, asked.id, value, context.now))


async def save_term(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The first day and the last."""
    case = await find_draft(context)
    asked, value = _read_question(context, case)
    together = context.standard.questions[case.subject].together(asked, case.answers)
    try:
        days = read_term(value)
    except (ValueError, OverflowError):
        raise BadTap(value) from None
    if len(together) != len(days):
        raise BadTap(value)
    said = {each.id: day.isoformat() for each, day in zip(together, days, strict=True)}
    return await context.go_on(await context.drafts.answer_together(case, said, context.now))


async def show_calendar(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Years, months or days to choose from."""
    case = await find_draft(context)
    asked, prefix = _read_question(context, case)
    if not CALENDAR.fullmatch(prefix):
        raise BadTap(prefix)
    step = context.application_pages.calendar(await context.look_at(case), asked, prefix, context.texts)
    return await context.show_step(case, step)


async def choose_region(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Where the activity will be; then in which districts of it."""
    case = await context.drafts.choose_region(await find_draft(context), context.argument, context.now)
    only = context.finder.districts(context.argument)
    if not only:  # the body of the region serves all of it
        return await context.go_on(await context.drafts.whole_region(case, context.now))
    if len(only) != 1:
        return await _show_districts(context, case)
    case = await context.drafts.toggle_district(case, str(only[0].id), context.now)  # a city: nothing to choose
    return await context.go_on(await context.drafts.fix_territory(case, context.now))


async def choose_district(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """One more, or one less; or the whole region."""
    case = await find_draft(context)
    if context.argument == WHOLE:
        return await context.go_on(await context.drafts.whole_region(case, context.now))
    return await _show_districts(context, await context.drafts.toggle_district(case, context.argument, context.now))


async def _show_districts(context: ApplicationContext, case: Case) -> Reply:
    step = context.application_pages.districts(await context.look_at(case), context.texts)
    return await context.show_step(case, step)


async def fix_territory(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """These districts."""
    return await context.go_on(await context.drafts.fix_territory(await find_draft(context), context.now))


async def show_other_offices(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Where else in the region it can be filed."""
    case = await find_draft(context)
    step = context.application_pages.other_offices(await context.look_at(case), context.texts)
    return await context.show_step(case, step)


async def choose_office(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """This one."""
    case = await find_draft(context)
    return await context.go_on(
        await context.drafts.choose_office(case, context.standard.find_unit_id(context.argument), context.now)
    )


async def review(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Everything on one screen."""
    case = await find_draft(context)
    step = context.application_pages.review(await context.look_at(case), context.texts)
    return await context.show_step(case, step)


async def show_answers(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Which answer is to be changed?"""
    case = await find_draft(context)
    return await context.show_page(case, answers_screen(case, context.standard, context.texts))


async def preview(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The form as it would be filed."""
    case = await find_draft(context)
    back = application_button(case, context.texts, "review-button", "review")
    page = Screen(context.texts("preview-caption"), column(back), made=Application(case.id))
    return await context.show_page(case, page)


async def confirm(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """The last look before it is filed; reviews have it no more, but older ones are still in the chats."""
    case = await _find_with_office(context)
    context.filing.require_filing(case)
    return await context.show_page(case, confirm_screen(case, context.standard, context.texts))


async def file(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """It is a case with a number; its office is told."""
    draft = await find_draft(context)
    if asked := await context.offer_edition(draft):
        return asked
    change = await context.filing.file(draft, context.now)
    await end_question(context.state, change.case.id)
    case, texts, card = change.case, context.texts, context.office_card(change.case)
    promised = context.deadlines.result_by(case, next_visit(card, context.today))
    screens = (
        registered_screen(case, texts),
        receipt_screen(StampedCopy.of(case), context.receipts.link(case), texts),
        filed_screen(case, card, context.standard, promised, texts),
    )
    return Reply(screens, _notices(change, card.unit), case_id=case.id)


async def send_package(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """For an office that takes nothing in the bot: the form, and what else to bring."""
    case = await _find_with_office(context)
    if asked := await context.offer_edition(case):
        return asked
    await end_question(context.state, case.id)
    form = Screen(context.texts("package-caption"), made=ApplicationPackage(case.id, context.texts.language))
    return page_of(case, form, package_screen(case, context.office_card(case), context.standard, context.texts))


async def stay(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Under the edition it was begun under; the page that was asked for comes next."""
    case = await context.offers.stay(await find_draft(context), context.argument, context.now)
    return await context.go_on(case, context.texts("offer-stayed"))


async def move(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """To the current edition; what does not fit there is asked again."""
    case = await context.offers.move(await find_draft(context), context.argument, context.now)
    return await context.go_on(case, context.texts("offer-moved"))


async def ask_to_discard(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """Erase it?"""
    case = await _find_to_discard(context)
    await expect(context.state, case.id, "")
    return page_of(case, discard_screen(case, context.texts))


async def discard(_query: CallbackQuery, context: ApplicationContext) -> Reply:
    """It is erased."""
    case = await _find_to_discard(context)
    await context.drafts.discard(case)
    await end_question(context.state, case.id)
    return Reply((await context.list_own(),), toast=context.texts.plain("discarded"))


async def _find_with_office(context: ApplicationContext) -> Case:
    case = await find_draft(context)
    if case.office is None:  # no button of ours is drawn so early
        raise BadTap(case.id)
    return case


def _read_question(context: ApplicationContext, case: Case) -> tuple[Question, str]:
    question_id, _, value = context.argument.partition(".")
    asked = context.standard.questions[case.subject].find(question_id)
    if asked is None:
        raise BadTap(question_id)
    return asked, value


def _notices(change: CaseChange, office: Unit) -> tuple[Notice, ...]:
    draw = partial(new_case_screen, change.case, office)
    return tuple(Notice(each.user_id, draw, change.case.id) for each in change.officers)
