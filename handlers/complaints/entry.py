"""Complaints, for those who complain: how to appeal (point 20), the ways in, what they type and send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import StateFilter

from dialogs.complaints import entry as pages
from dialogs.ui.callback_data import BadTap
from dialogs.ui.navigation import COMPLAIN
from domain.applications.case import CaseState
from domain.calendar import day_of
from domain.complaints.complaint import ComplaintState, Grievance
from domain.errors import BadAnswer
from domain.offices.units import UnitId
from handlers.complaints import draft as complaint_drafts
from handlers.complaints import status as complaint_filed
from handlers.core.filters import TapOf, TextCommand, plain_text, wordless
from handlers.core.reply import COMPLAINING, Reply
from handlers.uploads import has_file, offered

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from dialogs.ui.callback_data import Tap
    from domain.complaints.complaint import Complaint
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.people import PersonSettings


def router() -> Router:
    """Commands, taps, typed texts and photos."""
    made = Router(name="complaints")
    made.message.register(begin, TextCommand("complain"))
    made.callback_query.register(tapped, TapOf(COMPLAIN))
    made.message.register(typed, StateFilter(COMPLAINING), plain_text)
    made.message.register(sent, StateFilter(COMPLAINING), has_file)
    made.message.register(no_text, StateFilter(COMPLAINING), wordless)
    return made


async def begin(_message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """One's own complaints, and a new one."""
    await state.clear()
    return await mine(desk, visitor)


async def mine(desk: Desk, visitor: Viewer) -> Reply:
    """The list."""
    theirs = await desk.complaints.list_for_person(visitor.person.id)
    return Reply((pages.mine_screen(theirs, day_of(visitor.now), visitor.texts),))


async def typed(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A line, a message of the text, or the reason of a reopening."""
    asked = await state.get_data()
    if asked["question"] == complaint_filed.REOPEN:
        complaint = await desk.complaints.get_own(visitor.person.id, asked["case"])
        return await complaint_filed.reopened(desk, complaint, message.text or "", visitor, state)
    visitor.person.check_consent()
    complaint = await desk.complaints.draft(visitor.person.id, asked["case"])
    if asked["question"] == complaint_drafts.TEXT:
        complaint = await desk.complaints.write(complaint, message.text or "", visitor.now)
        return await complaint_drafts.writing(desk, complaint, visitor, state)
    complaint = await desk.complaints.tell(complaint, asked["question"], message.text or "", visitor.now)
    return await complaint_drafts.go_on(desk, complaint, visitor, state)


async def sent(message: Message, visitor: Viewer, desk: Desk, state: FSMContext) -> Reply:
    """A photo or a PDF, alone or of an album; what is written under it is taken, too."""
    asked = await state.get_data()
    if asked["question"] != complaint_drafts.TEXT:
        raise BadAnswer("empty")
    visitor.person.check_consent()
    complaint = await desk.complaints.draft(visitor.person.id, asked["case"])
    await desk.complaint_files.attach(complaint, offered(message))
    if message.caption:
        complaint = await desk.complaints.write(complaint, message.caption, visitor.now)
    return await complaint_drafts.writing(desk, complaint, visitor, state)


async def no_text(_message: Message) -> Reply:
    """A sticker where a text is asked for."""
    raise BadAnswer("empty")


async def tapped(
    _query: CallbackQuery, tap: Tap, visitor: Viewer, desk: Desk, people: PersonSettings, state: FSMContext
) -> Reply:
    """A button of a complaint, or of the way to one."""
    if tap.action in WAYS_IN:
        return await WAYS_IN[tap.action](tap.argument, visitor, desk, people, state)
    if tap.action in LOOKS:
        return await LOOKS[tap.action](desk, tap.argument, visitor)
    complaint_id, _, argument = tap.argument.partition(".")
    if not (tap.version.isascii() and tap.version.isdecimal()):
        raise BadTap(tap.version)
    if tap.action in complaint_drafts.ACTIONS:
        if tap.action not in complaint_drafts.WITHOUT_CONSENT:
            visitor.person.check_consent()
        complaint = await desk.complaints.draft(visitor.person.id, complaint_id, int(tap.version))
        return await complaint_drafts.ACTIONS[tap.action](desk, complaint, argument, visitor, state)
    if tap.action in complaint_filed.ACTIONS:
        complaint = await desk.complaints.get_own(visitor.person.id, complaint_id, int(tap.version))
        if complaint.stage is ComplaintState.DRAFT:
            raise BadTap(tap.action)
        return await complaint_filed.ACTIONS[tap.action](desk, complaint, argument, visitor, state)
    raise BadTap(tap.action)


async def _mine(_argument: str, visitor: Viewer, desk: Desk, _people: PersonSettings, state: FSMContext) -> Reply:
    await state.clear()
    return await mine(desk, visitor)


async def _kind(case_id: str, visitor: Viewer, desk: Desk, _people: PersonSettings, _state: FSMContext) -> Reply:
    if not case_id:
        theirs = await desk.applications.list_for_person(visitor.person.id)
        filed = [each for each in theirs if each.state is not CaseState.DRAFT]
        return Reply((pages.kind_screen("", "", filed, visitor.texts),))
    case = await desk.applications.get_own(visitor.person.id, case_id)
    number = case.registration.number if case.registration else ""
    return Reply((pages.kind_screen(case_id, number, (), visitor.texts),), case_id=case_id)


async def _begin(argument: str, visitor: Viewer, desk: Desk, _people: PersonSettings, state: FSMContext) -> Reply:
    name, _, case_id = argument.partition(".")
    grievance = _read(name)
    if not visitor.person.consents:
        return Reply((pages.consent_screen(grievance, case_id, visitor.texts),))
    complaint = await desk.complaints.begin(visitor.person, grievance, visitor.now, case_id)
    return await complaint_drafts.go_on(desk, complaint, visitor, state)


async def _agree(argument: str, visitor: Viewer, desk: Desk, people: PersonSettings, state: FSMContext) -> Reply:
    name, _, rest = argument.partition(".")
    case_id, _, version = rest.partition(".")
    person = await people.agree(visitor.person, version, visitor.now)
    complaint = await desk.complaints.begin(person, _read(name), visitor.now, case_id)
    return await complaint_drafts.go_on(desk, complaint, visitor.now_being(person), state)


async def _open(complaint_id: str, visitor: Viewer, desk: Desk, _people: PersonSettings, state: FSMContext) -> Reply:
    complaint = await desk.complaints.get_own(visitor.person.id, complaint_id)
    return await show(desk, complaint, visitor, state)


async def show(desk: Desk, complaint: Complaint, visitor: Viewer, state: FSMContext) -> Reply:
    """A complaint as it stands."""
    if complaint.stage is ComplaintState.DRAFT:
        return await complaint_drafts.go_on(desk, complaint, visitor, state)
    await state.clear()
    return Reply((await complaint_filed.page(desk, complaint, visitor),), case_id=complaint.id)


async def _silent(case_id: str, visitor: Viewer, desk: Desk, _people: PersonSettings, state: FSMContext) -> Reply:
    return await complaint_filed.about_silence(desk, case_id, visitor, state)


def _read(name: str) -> Grievance:
    if name not in set(Grievance):
        raise BadTap(name)
    return Grievance(name)


WAYS_IN = {
    "mine": _mine,
    "kind": _kind,
    "begin": _begin,
    "agree": _agree,
    "open": _open,
    "silent": _silent,
}


async def _how(desk: Desk, case_id: str, visitor: Viewer) -> Reply:
    theirs = await desk.applications.list_for_person(visitor.person.id)
    filed = [each for each in theirs if each.state is not CaseState.DRAFT and each.id == (case_id or each.id)]
    if not filed or filed[0].office is None:
        return Reply((pages.how_regions_screen(desk.finder.regions(), visitor.texts),))
    card = desk.finder.card(filed[0].office, visitor.now)
    page = pages.how_screen(card, filed[0].id if case_id else "", desk.complaints.term, visitor.texts)
    return Reply((page,), case_id=filed[0].id)


async def _regions(desk: Desk, _argument: str, visitor: Viewer) -> Reply:
    return Reply((pages.how_regions_screen(desk.finder.regions(), visitor.texts),))


async def _region(desk: Desk, region_id: str, visitor: Viewer) -> Reply:
    region = desk.standard.region(region_id)
    return Reply((pages.how_offices_screen(region, desk.finder.districts(region_id), visitor.texts),))


async def _office(desk: Desk, unit: str, visitor: Viewer) -> Reply:
    office = desk.standard.office(UnitId.parse(unit))
    card = desk.finder.card(office.id, visitor.now)
    return Reply((pages.how_screen(card, "", desk.complaints.term, visitor.texts),))


LOOKS: dict[str, Callable[[Desk, str, Viewer], Awaitable[Reply]]] = {
    "how": _how,
    "how-regions": _regions,
    "how-region": _region,
    "how-office": _office,
}
