"""Making a complaint: what is accepted, where it may go, and that it is filed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import CaseState
from domain.calendar import day_of
from domain.complaints.complaint import (
    ComplaintState,
    Grievance,
    Reason,
    addressees,
    draft_appeal,
    transition_complaint,
)
from domain.errors import (
    BadAnswer,
    Changed,
    ConsentNeeded,
    IllegalMove,
    NoSuchCase,
    NoSuchComplaint,
    OfficeNotConnected,
    TooMany,
    UnknownUnit,
)
from domain.history import Event, EventKind
from domain.staff.membership import Role
from domain.standard.cites import CiteRole
from domain.standard.edition import Standard
from services.applications.ports import Book
from services.complaints.content import LONGEST_TEXT, MOST_TEXTS
from services.complaints.filing import Allowance
from services.complaints.follow_up import Offer
from tests.factories.cases import worked
from tests.factories.complaints import begun
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD, OFFICER, REGISTRAR, officer_of
from tests.factories.terms import Terms
from tests.factories.units import AKIMAT, DEPARTMENT, KINDS, KOKSHETAU, REGION_AKIMAT, unit_id
from tests.services.complaints.fakes import ABOVE, AKIM, AUTHOR, CLERK, TEXT, Bodies, bodies

MISSED = day_of(NOW) - timedelta(days=1)


@pytest.fixture
async def town(standard: Standard) -> Bodies:
    return await bodies(standard)


@pytest.mark.standard("21", "22")
@pytest.mark.parametrize(
    ("grievance", "reasons", "cites"),
    [
        (Grievance.RESULT, [Reason.OWN_AKIMAT, Reason.REGION_AKIMAT], CiteRole.COMPLAIN_RESULT),
        (
            Grievance.SERVICE,
            [Reason.OFFICE, Reason.DEPARTMENT, Reason.OWN_AKIMAT, Reason.REGION_AKIMAT],
            CiteRole.COMPLAIN_SERVICE,
        ),
    ],
)
def test_who_fits(standard: Standard, grievance: Grievance, reasons: list[Reason], cites: CiteRole) -> None:
    """About a result: akimats, nearest first; about the service: office and department, too. Each cites its rule."""
    found = addressees(grievance, KOKSHETAU, standard)
    assert [each.reason for each in found] == reasons
    assert {each.cites for each in found} == {cites}


def test_each_body_is_named_once(standard: Standard) -> None:
    """A department has no department above it, and its akimat is the region's."""
    for office in (DEPARTMENT, *(each.id for each in standard.units.values() if each.appendix == 2)):
        found = [each.unit for each in addressees(Grievance.SERVICE, office, standard)]
        assert len(found) == len(set(found)) >= 2
    with pytest.raises(UnknownUnit):
        addressees(Grievance.RESULT, AKIMAT, standard)


@pytest.mark.parametrize("subject", KINDS)
async def test_a_case_gives_who_where_and_whom_about(town: Bodies, standard: Standard, subject: str) -> None:
    """Name, address and office come from the case, as do the people who worked on it."""
    case = replace(worked(standard, CaseState.IN_REVIEW, subject), applicant=APPLICANT)
    await town.rooms.cases.add(case)
    for actor in (APPLICANT, 0, HEAD):
        await town.rooms.cases.append(case, Event(EventKind.TAKEN, NOW, actor))
    begun = await town.complaints.begin(AUTHOR, Grievance.RESULT, NOW, case.id)
    assert (begun.office, begun.name, begun.about) == (KOKSHETAU, "Қожахметов Әлімжан Өтепұлы", (HEAD,))
    assert begun.address == case.answers.get("address", case.answers.get("location"))
    assert town.complaints.missing(begun) == "unit"
    assert await town.complaints.addressing.case_of(begun) == case


async def test_a_complaint_belongs_to_the_edition_of_its_matter(town: Bodies, standard: Standard) -> None:
    """That of the case, and of the complaint that it appeals; without a case, the served one."""
    case = worked(standard, CaseState.IN_REVIEW, edition="1994-7")
    await town.rooms.cases.add(case)
    about = await town.complaints.begin(AUTHOR, Grievance.SERVICE, NOW, case.id)
    silence = await town.follow_up.about_silence(AUTHOR, case.id, TEXT, MISSED, NOW)
    assert [each.edition for each in (about, silence, draft_appeal(about, "next", NOW))] == ["1994-7"] * 3
    assert (await town.complaints.begin(AUTHOR, Grievance.SERVICE, NOW)).edition == standard.status.id


async def test_from_what_nobody_may_complain(town: Bodies, standard: Standard) -> None:
    """Not without consent, nor about a draft, another person's case, or a missing one."""
    draft, theirs = (
        worked(standard, CaseState.DRAFT),
        replace(worked(standard, CaseState.IN_REVIEW), id="x", applicant=5),
    )
    await town.rooms.cases.add(draft)
    await town.rooms.cases.add(theirs)
    for case_id in (draft.id, theirs.id, "none"):
        with pytest.raises(NoSuchCase):
            await town.complaints.begin(AUTHOR, Grievance.RESULT, NOW, case_id)
    with pytest.raises(ConsentNeeded):
        await town.complaints.begin(replace(AUTHOR, consent=None), Grievance.RESULT, NOW)
    assert town.store.kept == {}


async def test_a_second_tap_goes_on_with_the_same(town: Bodies) -> None:
    """There is one draft of each kind; a second tap continues it, and another kind gets its own."""
    first = await town.complaints.begin(AUTHOR, Grievance.RESULT, NOW)
    assert await town.complaints.begin(AUTHOR, Grievance.RESULT, NOW) == first
    assert (await town.complaints.begin(AUTHOR, Grievance.SERVICE, NOW)).id != first.id


async def test_so_many_and_no_more(standard: Standard) -> None:
    """Open complaints and drafts count towards the limit; an answered one does not."""
    town = await bodies(standard, Allowance(open=1))
    first = await town.filed()
    with pytest.raises(TooMany, match=r"^1$"):
        await town.complaints.begin(AUTHOR, Grievance.RESULT, NOW)
    town.store.kept[first.id] = replace(first, stage=ComplaintState.ANSWERED)
    await town.complaints.begin(AUTHOR, Grievance.RESULT, NOW)


async def test_each_sees_their_own(town: Bodies) -> None:
    """Another's and a missing one get the same answer; an outdated version, or a draft filed since, is reported."""
    draft = await town.drafted()
    assert await town.complaints.list_for_person(APPLICANT) == [draft]
    for user, complaint_id in ((5, draft.id), (APPLICANT, "none")):
        with pytest.raises(NoSuchComplaint):
            await town.complaints.get_own(user, complaint_id)
    with pytest.raises(Changed):
        await town.complaints.draft(APPLICANT, draft.id, draft.version - 1)
    assert await town.complaints.draft(APPLICANT, draft.id) == draft
    await town.complaints.file(draft, NOW)
    with pytest.raises(Changed):
        await town.complaints.draft(APPLICANT, draft.id)


async def test_what_is_missing_comes_next(town: Bodies) -> None:
    """Office, body, name, address and text, in this order."""
    begun = await town.complaints.begin(AUTHOR, Grievance.SERVICE, NOW)
    assert (town.complaints.missing(begun), await town.complaints.addressing.list_options(begun)) == ("office", ())
    begun = await town.complaints.about_office(begun, KOKSHETAU, NOW)
    for wanted in ("unit", "name", "address", "text"):
        assert town.complaints.missing(begun) == wanted
        for send in (town.complaints.file, town.complaints.letter):
            with pytest.raises(BadAnswer, match=wanted):
                await send(begun, NOW)
        if wanted == "unit":
            begun = await town.complaints.address_to(begun, AKIMAT, NOW)
        elif wanted == "text":
            begun = await town.complaints.write(begun, f" {TEXT} \n\n ещё ", NOW)
        else:
            begun = await town.complaints.tell(begun, wanted, "Иванов Пётр", NOW)
    assert begun.texts == (f"{TEXT}\nещё",)
    assert town.complaints.missing(begun) == ""
    assert (await town.complaints.rewrite(begun, NOW)).texts == ()


async def test_what_does_not_fit(town: Bodies) -> None:
    """A body that does not answer for the office, a line that does not exist, an empty or too long text."""
    draft = await town.drafted()
    with pytest.raises(BadAnswer, match="choose"):
        await town.complaints.address_to(draft, unit_id("4/4"), NOW)
    with pytest.raises(UnknownUnit):
        await town.complaints.about_office(draft, AKIMAT, NOW)
    with pytest.raises(BadAnswer, match="choose"):
        await town.complaints.tell(draft, "stage", "filed", NOW)
    for text, reason in ((" \n ", "empty"), ("…!", "no-letters"), ("я" * (LONGEST_TEXT + 1), "too-long")):
        with pytest.raises(BadAnswer, match=reason):
            await town.complaints.write(draft, text, NOW)
    assert town.store.kept[draft.id] == draft


async def test_a_text_has_an_end(town: Bodies) -> None:
    """The number of messages is limited, and so is their total length."""
    draft = await town.drafted()
    long = draft
    for _ in range(5):
        long = await town.complaints.write(long, "я" * 3500, NOW)
    with pytest.raises(TooMany):
        await town.complaints.write(long, "я" * 3500, NOW)
    short = replace(await town.complaints.rewrite(long, NOW), texts=("я",) * MOST_TEXTS)
    with pytest.raises(TooMany):
        await town.complaints.write(short, "я", NOW)


async def test_a_message_of_the_text_is_put_right(town: Bodies) -> None:
    """In its place; what was no part of the text is added, and an empty one takes the message out."""
    draft = await town.drafted()
    draft = await town.complaints.rewrite(draft, NOW)
    for text in ("Первое.", "Второе.", "Первое."):
        draft = await town.complaints.write(draft, text, NOW)
    draft = await town.complaints.replace_text(draft, " Первое. ", "Третье.", NOW)
    assert draft.texts == ("Первое.", "Второе.", "Третье.")
    draft = await town.complaints.replace_text(draft, "👍", "Четвёртое.", NOW)
    assert draft.texts[3:] == ("Четвёртое.",)
    draft = await town.complaints.replace_text(draft, "Второе.", "", NOW)
    assert draft.texts == ("Первое.", "Третье.", "Четвёртое.")
    with pytest.raises(BadAnswer):
        await town.complaints.replace_text(draft, "Первое.", "👍", NOW)
    with pytest.raises(TooMany):
        await town.complaints.replace_text(replace(draft, texts=("я" * 9000,) * 2), "", "я" * 9000, NOW)


@pytest.mark.standard("25")
async def test_filing(town: Bodies, terms: Terms) -> None:
    """Filing gives the body's next number, the law's last day and whom to notify; a second tap files nothing."""
    draft = await town.drafted()
    sent = await town.complaints.file(draft, NOW)
    filed = sent.complaint.filed
    assert filed is not None
    assert (filed.number, filed.at, filed.due) == ("1/2026", NOW, terms.answer_by(NOW.date()))
    assert "№ 221" in filed.source
    assert [each.user_id for each in sent.officers] == [CLERK, AKIM]
    assert await town.events(sent.complaint) == ["complained"]
    with pytest.raises(IllegalMove):
        await town.complaints.file(sent.complaint, NOW)
    assert town.rooms.register.last[Book.COMPLAINTS, AKIMAT, 2026] == 1
    with pytest.raises(Changed):
        await town.complaints.file(draft, NOW)


async def test_nobody_is_told_of_a_complaint_about_themselves(town: Bodies) -> None:
    """Nor of one by themselves; if nobody else is left, it goes as a letter, without a number."""
    draft = await town.drafted(unit=KOKSHETAU)
    assert [each.user_id for each in await town.complaints.addressing.list_handlers(draft)] == [HEAD, REGISTRAR]
    barred = replace(draft, about=(HEAD, OFFICER))
    await town.rooms.officers.bind(officer_of(APPLICANT, KOKSHETAU, Role.HEAD))
    assert [each.user_id for each in await town.complaints.addressing.list_handlers(barred)] == [REGISTRAR]
    alone = replace(draft, about=(HEAD, REGISTRAR))
    town.store.kept[draft.id] = alone
    with pytest.raises(OfficeNotConnected):
        await town.complaints.file(alone, NOW)
    letter = await town.complaints.letter(alone, NOW)
    assert (letter.stage, letter.filed) == (ComplaintState.LETTER, None)
    assert town.rooms.register.last == {}


async def test_whoever_works_on_the_case_before_it_is_filed_is_barred(town: Bodies, standard: Standard) -> None:
    """This holds after the complaint was begun, too: the office's work goes on while somebody writes."""
    draft = await town.drafted(case=replace(worked(standard, CaseState.IN_REVIEW), applicant=APPLICANT), unit=KOKSHETAU)
    case = await town.complaints.addressing.case_of(draft)
    assert case is not None
    assert [each.user_id for each in await town.complaints.addressing.list_handlers(draft)] == [HEAD, REGISTRAR]
    await town.rooms.cases.append(case, Event(EventKind.RECEIVED, NOW, REGISTRAR))
    assert [each.user_id for each in await town.complaints.addressing.list_handlers(draft)] == [HEAD]
    sent = await town.complaints.file(draft, NOW)
    assert (sent.complaint.about, [each.user_id for each in sent.officers]) == ((REGISTRAR,), [HEAD])
    await town.rooms.cases.append(case, Event(EventKind.ASSIGNED, NOW, HEAD))
    handlers = await town.complaints.addressing.list_handlers(sent.complaint)
    assert [each.user_id for each in handlers] == [HEAD], "not about that"


async def test_how_each_body_takes_it(town: Bodies) -> None:
    """This is known before a word is written."""
    begun = await town.complaints.about_office(
        await town.complaints.begin(AUTHOR, Grievance.SERVICE, NOW), KOKSHETAU, NOW
    )
    assert await town.complaints.addressing.list_handlers(begun) == ()
    assert [each.taken for each in await town.complaints.addressing.list_options(begun)] == [True, False, True, True]
    assert await town.complaints.addressing.case_of(begun) is None


async def test_a_draft_can_be_erased(town: Bodies) -> None:
    """None of it is left."""
    await town.complaints.discard(await town.drafted())
    assert town.store.kept == {}


async def test_silence_about_a_case(town: Bodies, standard: Standard) -> None:
    """A whole complaint to the nearest akimat that takes it in the bot; a second tap makes no second one."""
    case = worked(standard, CaseState.IN_REVIEW)
    await town.rooms.cases.add(case)
    made = await town.follow_up.about_silence(AUTHOR, case.id, TEXT, MISSED, NOW)
    assert (made.unit, made.texts, town.complaints.missing(made)) == (AKIMAT, (TEXT,), "")
    assert await town.follow_up.about_silence(AUTHOR, case.id, "ещё", MISSED, NOW) == made
    with pytest.raises(NoSuchCase):
        await town.follow_up.about_silence(AUTHOR, "", TEXT, MISSED, NOW)
    assert await town.silence.about(case, NOW) == Offer(AKIMAT, taken=True)


async def test_silence_about_a_case_is_complained_of_once(town: Bodies, standard: Standard) -> None:
    """One sent after the term is shown again; one sent before it was about something else."""
    case = worked(standard, CaseState.IN_REVIEW)
    await town.rooms.cases.add(case)
    made = await town.follow_up.about_silence(AUTHOR, case.id, TEXT, MISSED, NOW)
    filed = (await town.complaints.file(made, NOW)).complaint
    later = NOW + timedelta(days=1)
    assert await town.follow_up.about_silence(AUTHOR, case.id, TEXT, MISSED, later) == filed
    another = await town.follow_up.about_silence(AUTHOR, case.id, TEXT, day_of(NOW), later)
    assert (another.stage, another.id != filed.id) == (ComplaintState.DRAFT, True)
    letter = await town.complaints.letter(another, later)
    assert await town.follow_up.about_silence(AUTHOR, case.id, TEXT, day_of(NOW), later) == letter


async def test_silence_where_the_nearest_takes_nothing(town: Bodies, standard: Standard) -> None:
    """The next one is proposed; if none takes it in the bot, the nearest one, by letter."""
    case = worked(standard, CaseState.IN_REVIEW)
    await town.rooms.cases.add(case)
    for user in (CLERK, AKIM):
        await town.rooms.officers.release(user, AKIMAT)
    made = await town.follow_up.about_silence(AUTHOR, case.id, TEXT, MISSED, NOW)
    assert made.unit == REGION_AKIMAT
    await town.complaints.discard(made)
    await town.rooms.officers.release(ABOVE, REGION_AKIMAT)
    assert await town.silence.about(case, NOW) == Offer(AKIMAT, taken=False)
    assert (await town.follow_up.about_silence(AUTHOR, case.id, TEXT, MISSED, NOW)).unit == AKIMAT


async def test_overdue_complaints(town: Bodies) -> None:
    """The author hears once for each term, with the next body; not on the last day, nor after an answer."""
    filed = await town.filed()
    assert filed.due is not None
    last = NOW + (filed.due - NOW.date())
    morning = last + timedelta(days=1)
    assert await town.silence.list_for_unit(AKIMAT, last) == []
    (told,) = await town.silence.list_for_unit(AKIMAT, morning)
    assert (told.complaint, told.offer) == (filed, Offer(REGION_AKIMAT, taken=True))
    assert told.key == f"silent:{filed.id}:{filed.due}"
    town.store.kept[filed.id] = replace(filed, stage=ComplaintState.ANSWERED)
    assert await town.silence.list_for_unit(AKIMAT, morning) == []


def test_a_complaint_goes_its_way_only() -> None:
    """No stage is skipped, and only reopening leads back; a complaint that is not open has no term."""
    draft = begun()
    assert (draft.due, draft.answer_by, draft.text) == (None, None, "")
    for to in (ComplaintState.ACCEPTED, ComplaintState.ANSWERED, ComplaintState.CLOSED):
        with pytest.raises(IllegalMove):
            transition_complaint(draft, to)
