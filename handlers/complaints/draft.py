"""A complaint that is being written, and its sending: filed where its body takes it in the bot, else a letter.

Each button is for the version it was drawn for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaints import draft as pages
from dialogs.complaints import entry as complaints
from dialogs.complaints.draft import Writing
from dialogs.complaints.elements import body, button
from dialogs.complaints.notices import new_screen
from dialogs.made import ComplaintLetter, Copy, StampedCopy
from dialogs.ui.callback_data import BadTap
from domain.offices.units import UnitId
from handlers.casework.card import EXTENSIONS
from handlers.core.reply import COMPLAINING, Notice, Reply, expect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.fsm.context import FSMContext

    from dialogs.ui.screen import Screen
    from dialogs.ui.texts import Html, Texts
    from domain.complaints.complaint import Complaint
    from handlers.core.desk import Desk
    from handlers.core.reply import Viewer
    from services.complaints.filing import Sent

TEXT = "text"
TYPED = frozenset({"name", "address"})


async def look(desk: Desk, complaint: Complaint) -> Writing:
    """A draft with what its screens need to know besides."""
    return Writing(
        complaint,
        taken=bool(await desk.complaints.list_handlers(complaint)),
        files=len(await desk.complaint_files.photos(complaint)),
        case=await desk.complaints.case_of(complaint),
        earlier=await desk.follow_up.first_of(complaint),
    )


async def go_on(desk: Desk, complaint: Complaint, visitor: Viewer, state: FSMContext) -> Reply:
    """What comes next."""
    screen, expects = await current(desk, complaint, visitor)
    await expect(state, complaint.id, expects, COMPLAINING)
    return Reply((screen,), case_id=complaint.id)


async def current(desk: Desk, complaint: Complaint, visitor: Viewer, told: Html | None = None) -> tuple[Screen, str]:
    """The page of what comes next, and what the next text answers there; `told` is said on it where it can be."""
    missing, texts = desk.complaints.missing(complaint), visitor.texts
    if missing == "office":
        return complaints.regions_screen(complaint, desk.finder.regions(), texts), ""
    if missing == "unit":
        return await _addressees(desk, complaint, visitor), ""
    draft = await look(desk, complaint)
    if missing in TYPED:
        return pages.line_screen(draft, missing, texts, told), missing
    if missing == TEXT:
        return pages.text_screen(draft, desk.standard, texts, told), TEXT
    return pages.review_screen(draft, desk.standard, texts, told), ""


async def asked_again(desk: Desk, complaint: Complaint, question: str, problem: Html, visitor: Viewer) -> Screen:
    """The same question with what is wrong."""
    draft = await look(desk, complaint)
    if question in TYPED:
        return pages.line_screen(draft, question, visitor.texts, problem)
    return pages.text_screen(draft, desk.standard, visitor.texts, problem)


async def writing(desk: Desk, complaint: Complaint, visitor: Viewer, state: FSMContext) -> Reply:
    """The text, for one message more."""
    if desk.complaints.missing(complaint) not in {"", TEXT}:
        return await go_on(desk, complaint, visitor, state)
    await expect(state, complaint.id, TEXT, COMPLAINING)
    return _page(complaint, pages.text_screen(await look(desk, complaint), desk.standard, visitor.texts))


async def _next(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    return await go_on(desk, complaint, visitor, state)


async def _regions(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    _check_free(complaint)
    await state.clear()
    return _page(complaint, complaints.regions_screen(complaint, desk.finder.regions(), visitor.texts))


async def _region(desk: Desk, complaint: Complaint, argument: str, visitor: Viewer, _state: FSMContext) -> Reply:
    _check_free(complaint)
    region, districts = desk.standard.region(argument), desk.finder.districts(argument)
    return _page(complaint, complaints.offices_screen(complaint, region, districts, visitor.texts))


async def _office(desk: Desk, complaint: Complaint, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    _check_free(complaint)
    complaint = await desk.complaints.about_office(complaint, UnitId.parse(argument), visitor.now)
    return await go_on(desk, complaint, visitor, state)


async def _units(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    if complaint.office is None:
        return await go_on(desk, complaint, visitor, state)
    await state.clear()
    return _page(complaint, await _addressees(desk, complaint, visitor))


async def _addressees(desk: Desk, complaint: Complaint, visitor: Viewer) -> Screen:
    options = await desk.complaints.list_options(complaint)
    fixed = bool(complaint.case_id or complaint.earlier)
    return complaints.addressees_screen(complaint, options, desk.standard, visitor.texts, fixed=fixed)


async def _unit(desk: Desk, complaint: Complaint, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    complaint = await desk.complaints.address_to(complaint, UnitId.parse(argument), visitor.now)
    return await go_on(desk, complaint, visitor, state)


async def _edit(desk: Desk, complaint: Complaint, argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    if complaint.unit is None:
        return await go_on(desk, complaint, visitor, state)
    if argument == TEXT:
        return await writing(desk, complaint, visitor, state)
    if argument not in TYPED:
        raise BadTap(argument)
    await expect(state, complaint.id, argument, COMPLAINING)
    return _page(complaint, pages.line_screen(await look(desk, complaint), argument, visitor.texts))


async def _rewrite(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    return await writing(desk, await desk.complaints.rewrite(complaint, visitor.now), visitor, state)


async def _drop(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    await desk.complaint_files.drop_photos(complaint)
    return await writing(desk, complaint, visitor, state)


async def _whole(_desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    await state.clear()
    back = button(complaint, visitor.texts, "review-button", "next")
    return Reply(pages.whole_screens(complaint, back), case_id=complaint.id)


async def _discard(_desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    await state.clear()
    return _page(complaint, pages.discard_screen(complaint, visitor.texts))


async def _erase(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    await desk.complaints.discard(complaint)
    await state.clear()
    return Reply((pages.gone_screen(visitor.texts),))


def _check_free(complaint: Complaint) -> None:
    """A case, or the first complaint, says which office it is about."""
    if complaint.case_id or complaint.earlier:
        raise BadTap(complaint.id)


def _page(complaint: Complaint, screen: Screen) -> Reply:
    return Reply((screen,), case_id=complaint.id)


async def file(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    """It has its number; whoever may take it is told."""
    sent = await desk.complaints.file(complaint, visitor.now)
    await state.clear()
    page = pages.filed_screen(sent.complaint, desk.complaints.term, desk.standard, visitor.texts)
    return Reply((page,), _notices(sent, desk), case_id=complaint.id)


async def letter(desk: Desk, complaint: Complaint, _argument: str, visitor: Viewer, state: FSMContext) -> Reply:
    """The letter, with the stamped copy that goes along."""
    kept = await desk.complaints.letter(complaint, visitor.now)
    await state.clear()
    return Reply(await letter_screens(desk, kept, visitor), case_id=complaint.id)


async def send(desk: Desk, complaint: Complaint, visitor: Viewer, state: FSMContext) -> Reply:
    """File it where the body takes it in the bot; else make it a letter."""
    way = file if await desk.complaints.list_handlers(complaint) else letter
    return await way(desk, complaint, "", visitor, state)


async def letter_screens(desk: Desk, complaint: Complaint, visitor: Viewer) -> tuple[Screen, ...]:
    """Where to send it, after what is to be printed; the author's own files, which the chat has lost, among it."""
    case, photos = await desk.complaints.case_of(complaint), await _photos(desk, complaint)
    papers = [pages.paper_screen(ComplaintLetter(complaint.id, len(photos)), visitor.texts)]
    if case is not None:
        papers.append(pages.paper_screen(StampedCopy.of(case), visitor.texts, "cmp-copy-file"))
    papers += pages.photo_screens(photos, visitor.texts)
    return (*papers, pages.letter_screen(complaint, desk.standard, visitor.texts))


async def _photos(desk: Desk, complaint: Complaint) -> list[Copy]:
    kept = [each for each in await desk.complaint_files.photos(complaint) if each.kept]
    return [Copy(each.id, f"prilozhenie-{at}.{EXTENSIONS[each.kind]}") for at, each in enumerate(kept, 1)]


def _notices(sent: Sent, desk: Desk) -> tuple[Notice, ...]:
    assert sent.complaint.unit is not None  # noqa: S101  # it was filed
    name = body(sent.complaint.unit, desk.standard).name

    def draw(texts: Texts) -> Screen:
        return new_screen(sent.complaint, name, texts)

    return tuple(Notice(each.user_id, draw, sent.complaint.id) for each in sent.officers)


WITHOUT_CONSENT = frozenset({"discard", "erase"})  # what a person may do who has taken the consent back
ACTIONS: dict[str, Callable[[Desk, Complaint, str, Viewer, FSMContext], Awaitable[Reply]]] = {
    "next": _next,
    "review": _next,
    "regions": _regions,
    "region": _region,
    "office": _office,
    "units": _units,
    "unit": _unit,
    "edit": _edit,
    "rewrite": _rewrite,
    "drop": _drop,
    "whole": _whole,
    "file": file,
    "letter": letter,
    "discard": _discard,
    "erase": _erase,
}
