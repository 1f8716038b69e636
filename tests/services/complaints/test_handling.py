"""How a body handles complaints: permissions, slip, answer, extension; and what the author does next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.complaints.complaint import Complaint, ComplaintState
from domain.complaints.complaint_number import TypedComplaintNumber
from domain.complaints.permissions import ComplaintAction
from domain.errors import BadAnswer, Changed, ConsentNeeded, Denied, IllegalMove, TooMany
from domain.staff.membership import Role
from domain.standard.edition import Standard
from domain.uploads import MAX_BYTES, UploadRefused
from services.casework.access import ActionRequest
from services.complaints.content import LONGEST_ANSWER, LONGEST_REASON
from services.complaints.handling import OfficerComplaint
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT, HEAD, OFFICER, REGISTRAR, officer_of
from tests.factories.terms import Terms
from tests.factories.units import AKIMAT, KOKSHETAU, REGION_AKIMAT
from tests.factories.uploads import offered
from tests.services.complaints.fakes import ABOVE, AKIM, AUTHOR, CLERK, TEXT, Bodies, bodies

FIRST = TypedComplaintNumber(1, "2026")
LATER = NOW + timedelta(days=20)
PHOTO = offered()


@pytest.fixture
async def town(standard: Standard) -> Bodies:
    return await bodies(standard)


def aim(complaint: Complaint, actor: int = CLERK, version: int | None = -1, now: object = NOW) -> ActionRequest:
    return ActionRequest(actor, complaint.id, complaint.version if version == -1 else version, now)  # type: ignore[arg-type]


async def accepted(town: Bodies) -> Complaint:
    return (await town.work.accept(aim(await town.filed()))).complaint


async def answered(town: Bodies) -> Complaint:
    held = await town.work.write(ComplaintAction.ANSWER, aim(await accepted(town)), "Приняли меры.")
    return (await town.work.answer(aim(held.complaint))).complaint


@pytest.mark.standard("25")
async def test_the_slip(town: Bodies) -> None:
    """The slip has the time and the registrar who accepted; a second attempt hears that the complaint has changed."""
    filed = await town.filed()
    held = await town.work.accept(aim(filed))
    assert held.complaint.slip is not None
    assert (held.complaint.slip.at, held.complaint.slip.officer) == (NOW, f"Имя {CLERK}")
    assert await town.events(filed) == ["complained", "complaint-accepted"]
    with pytest.raises(Changed):
        await town.work.accept(aim(filed, AKIM))
    with pytest.raises(Denied):
        await town.work.accept(aim(held.complaint, AKIM))


async def test_the_queue(town: Bodies) -> None:
    """The complaints of one's own bodies, the most urgent first; others are denied."""
    first = await town.filed()
    town.store.kept[first.id] = replace(first, touched_at=LATER)
    second = await town.filed()
    assert first.filed is not None
    town.store.kept[second.id] = replace(second, filed=replace(first.filed, number="2/2026", due=date(2026, 11, 25)))
    assert [each.complaint.id for each in await town.work.queue(CLERK)] == [second.id, first.id]
    assert await town.work.queue(ABOVE) == []
    for nobody in (OFFICER, APPLICANT):
        with pytest.raises(Denied):
            await town.work.queue(nobody)
    assert await town.work.units(CLERK) == (AKIMAT,)


@pytest.mark.parametrize("actor", [OFFICER, HEAD, REGISTRAR, ABOVE, APPLICANT, 1])
@pytest.mark.parametrize("handling", ComplaintAction)
async def test_who_may_not(town: Bodies, handling: ComplaintAction, actor: int) -> None:
    """Only the registrar and the head of the addressed body may; for everybody else it does not exist."""
    filed = await town.filed()
    for where in (aim(filed, actor), aim(filed, actor, None), replace(aim(filed, CLERK), record_id="none")):
        with pytest.raises(Denied):
            await town.work.authorize(handling, where)


async def test_nobody_handles_one_about_themselves(town: Bodies) -> None:
    """Nor one of their own: it is found neither by its number nor in the queue."""
    filed = await town.filed()
    town.store.kept[filed.id] = replace(filed, about=(CLERK,))
    with pytest.raises(Denied):
        await town.work.authorize(ComplaintAction.SEE, aim(filed))
    with pytest.raises(Denied):
        await town.work.find(CLERK, FIRST, NOW)
    assert await town.work.queue(CLERK) == []
    assert [each.complaint.id for each in await town.work.find(AKIM, FIRST, NOW)] == [filed.id]
    await town.rooms.officers.bind(officer_of(APPLICANT, AKIMAT, Role.HEAD))
    with pytest.raises(Denied):
        await town.work.find(APPLICANT, FIRST, NOW)
    with pytest.raises(Denied):
        await town.work.find(AKIM, TypedComplaintNumber(2, "2026"), NOW)


async def test_a_number_without_its_year(town: Bodies) -> None:
    """It is looked for in the years lately, newest first, in the actor's own bodies; a missing one is no denial."""
    filed = await town.filed()
    older = replace(filed, id="older", filed=replace(filed.filing, number="1/2024"))
    forgotten = replace(filed, id="forgotten", filed=replace(filed.filing, number="1/2020"))
    elsewhere = replace(filed, id="elsewhere", unit=REGION_AKIMAT)
    town.store.kept |= {each.id: each for each in (older, forgotten, elsewhere)}
    found = await town.work.find(CLERK, TypedComplaintNumber(1, ""), NOW)
    assert [each.complaint.id for each in found] == [filed.id, older.id]
    assert await town.work.find(CLERK, TypedComplaintNumber(2, ""), NOW) == []
    with pytest.raises(Denied):
        await town.work.find(APPLICANT, TypedComplaintNumber(2, ""), NOW)


async def test_a_draft_is_nobodys(town: Bodies) -> None:
    """The addressed body sees neither a draft nor a letter."""
    draft = await town.drafted()
    for seen in (draft, replace(draft, stage=ComplaintState.LETTER), replace(draft, unit=None)):
        town.store.kept[draft.id] = seen
        with pytest.raises(Denied):
            await town.work.authorize(ComplaintAction.SEE, aim(seen))


async def test_an_act_keeps_the_name_of_who_did_it(town: Bodies) -> None:
    """The author's own acts keep none."""
    held = await accepted(town)
    filed, taken = await town.work.events(await town.work.authorize(ComplaintAction.SEE, aim(held)))
    assert (filed.name, taken.name) == ("", officer_of(CLERK).name)


async def test_an_answer_in_words(town: Bodies) -> None:
    """It is typed, then sent; an empty answer is not sent."""
    before = await accepted(town)
    with pytest.raises(BadAnswer, match="empty"):
        await town.work.answer(aim(before))
    for text, reason in (("", "empty"), ("!", "no-letters"), ("я" * (LONGEST_ANSWER + 1), "too-long")):
        with pytest.raises(BadAnswer, match=reason):
            await town.work.write(ComplaintAction.ANSWER, aim(before), text)
    held = await town.work.write(ComplaintAction.ANSWER, aim(before), "Приняли меры.")
    done = await town.work.answer(aim(held.complaint))
    (answer,) = done.complaint.answers
    assert (answer.text, answer.officer, answer.file, done.complaint.stage) == (
        "Приняли меры.",
        f"Имя {CLERK}",
        None,
        ComplaintState.ANSWERED,
    )
    assert (done.complaint.due, dict(done.complaint.prepared)) == (None, {})
    assert [each.kind for each in await town.work.events(done)][-1] == "complaint-answered"
    assert await town.work.names(done) == {CLERK: f"Имя {CLERK}", AKIM: f"Имя {AKIM}"}


async def test_what_was_written_is_taken_out(town: Bodies) -> None:
    """A text whose other part did not fit is not sent by half."""
    before = await accepted(town)
    held = await town.work.write(ComplaintAction.ANSWER, aim(before), "Первая половина")
    held = await town.work.write(ComplaintAction.EXTEND, aim(held.complaint), "Запросили архив.")
    held = await town.work.clear(ComplaintAction.ANSWER, aim(held.complaint))
    with pytest.raises(BadAnswer, match="empty"):
        await town.work.answer(aim(held.complaint))
    held = await town.work.clear(ComplaintAction.EXTEND, aim(held.complaint))
    assert dict(held.complaint.prepared) == {}


async def test_an_answer_in_a_file(town: Bodies) -> None:
    """It is sent once it was fetched; a new file replaces the old one, and it can be removed."""
    before = await accepted(town)
    before = before.seen_by(CLERK)
    await town.files.answer_with(before, PHOTO)
    with pytest.raises(BadAnswer, match="file-waiting"):
        await town.work.answer(aim(before))
    town.uploads.fetch()
    await town.files.drop_answer(before)
    assert (await town.files.ready_answer(before), await town.files.answer(before)) == (None, None)
    await town.files.answer_with(before, PHOTO)
    await town.files.answer_with(before, PHOTO)
    town.uploads.fetch()
    file = await town.files.ready_answer(before)
    assert file is not None
    done = (await town.work.answer(aim(before))).complaint
    assert done.answers[0].file == file
    assert (await town.files.kept(done, file)).item == f"answer-0.{CLERK}"
    assert await town.files.answer(done) is None, "after a reopening the next answer has a file of its own"
    with pytest.raises(BadAnswer):
        await town.files.kept(done, 99)


async def test_a_file_with_words_under_it(town: Bodies) -> None:
    """The words are the answer's text; a file alone leaves the text that was written before."""
    before = await accepted(town)
    held = await town.work.attach(aim(before), PHOTO, "Приняли меры.")
    again = await town.work.attach(aim(held.complaint), PHOTO, "")
    assert again.complaint == held.complaint
    town.uploads.fetch()
    (answer,) = (await town.work.answer(aim(again.complaint))).complaint.answers
    assert (answer.text, answer.file) == ("Приняли меры.", await town.files.ready_answer(before.seen_by(CLERK)))


async def test_a_late_answer_is_kept_as_late(town: Bodies, terms: Terms) -> None:
    """The history has the day on which it was due."""
    before, due = await accepted(town), terms.answer_by(NOW.date())
    late = NOW + (due - NOW.date()) + timedelta(days=1)
    held = await town.work.write(ComplaintAction.ANSWER, aim(before), "Поздно.")
    done = await town.work.answer(aim(held.complaint, now=late))
    assert dict((await town.work.events(done))[-1].details) == {"late": due.isoformat()}


async def test_a_longer_term(town: Bodies, terms: Terms) -> None:
    """It needs a reason, may reach the law's limit, and happens once."""
    before = await accepted(town)
    with pytest.raises(BadAnswer, match="empty"):
        await town.work.extend(aim(before))
    with pytest.raises(BadAnswer, match="too-long"):
        await town.work.write(ComplaintAction.EXTEND, aim(before), "я" * (LONGEST_REASON + 1))
    held = await town.work.write(ComplaintAction.ANSWER, aim(before), "Начали.")
    held = await town.work.write(ComplaintAction.EXTEND, aim(held.complaint), "Нужна проверка.")
    done = (await town.work.extend(aim(held.complaint))).complaint
    longest = terms.answer_by(NOW.date(), checked=True)
    assert (done.due, done.answer_by) == (longest, longest)
    assert dict(done.prepared) == {"answer": "Начали."}, "an answer that was begun stays"
    assert not OfficerComplaint(done, officer_of(CLERK, AKIMAT, Role.REGISTRAR)).may(ComplaintAction.EXTEND)
    with pytest.raises(Denied):
        await town.work.extend(aim(done))


async def test_rating_closes(town: Bodies) -> None:
    """An answer can be rated once, with one to five stars."""
    before = await answered(town)
    for rating in (0, 6):
        with pytest.raises(BadAnswer):
            await town.follow_up.rate(before, rating, NOW)
    rated = await town.follow_up.rate(before, 5, NOW)
    assert (rated.stage, rated.rating) == (ComplaintState.CLOSED, 5)
    with pytest.raises(IllegalMove):
        await town.follow_up.rate(rated, 1, NOW)


async def test_once_more_and_no_more(town: Bodies, terms: Terms) -> None:
    """The body reviews it again, the term starts over, staff are notified; a second reopening is refused."""
    before = await answered(town)
    sent = await town.follow_up.reopen(before, "Не ответили на вопрос.", LATER)
    again = sent.complaint
    assert (again.stage, again.due, again.reopened) == (
        ComplaintState.ACCEPTED,
        terms.answer_by(LATER.date()),
        "Не ответили на вопрос.",
    )
    assert [each.user_id for each in sent.officers] == [CLERK, AKIM]
    held = await town.work.write(ComplaintAction.ANSWER, aim(again), "Ещё раз.")
    done = (await town.work.answer(aim(held.complaint))).complaint
    assert len(done.answers) == 2
    with pytest.raises(IllegalMove):
        await town.follow_up.reopen(done, "Ещё.", LATER)


async def test_nothing_is_reopened_before_an_answer(town: Bodies) -> None:
    """Authors cannot get their own complaint accepted that way."""
    for before in (await town.filed(), await accepted(town)):
        with pytest.raises(IllegalMove):
            await town.follow_up.reopen(before, "Почему?", NOW)


async def test_going_on_to_the_akimat(town: Bodies) -> None:
    """To the akimat above, with the first complaint; those who answered do not handle it; the last one is the top."""
    before = await answered(town)
    further = await town.follow_up.take_further(AUTHOR, before, NOW)
    assert (further.unit, further.earlier, further.about) == (REGION_AKIMAT, before.id, (CLERK,))
    assert (further.name, town.complaints.missing(further)) == (before.name, "text")
    assert await town.follow_up.first_of(further) == before
    assert await town.follow_up.first_of(before) is None
    assert await town.follow_up.take_further(AUTHOR, before, NOW) == further, "a second tap makes no second one"
    with pytest.raises(ConsentNeeded):
        await town.follow_up.take_further(replace(AUTHOR, consent=None), before, NOW)


async def test_going_on_from_silence(town: Bodies) -> None:
    """Not while the term runs; afterwards, with the given text."""
    filed = await town.filed()
    with pytest.raises(IllegalMove):
        await town.follow_up.take_further(AUTHOR, filed, NOW)
    further = await town.follow_up.take_further(AUTHOR, filed, LATER, TEXT)
    assert (further.texts, town.complaints.missing(further)) == ((TEXT,), "")
    sent = (await town.complaints.file(further, LATER)).complaint
    assert await town.follow_up.take_further(AUTHOR, filed, LATER, TEXT) == sent, "the same is not taken further twice"


async def test_nobody_is_above_a_region(town: Bodies) -> None:
    """Only the akimat of the city is left; after it, the court."""
    draft = replace(await town.drafted(unit=REGION_AKIMAT), stage=ComplaintState.ANSWERED)
    assert await town.follow_up.may_go_further(draft, NOW), "the office's own akimat is another body"
    alone = replace(draft, office=None)
    assert not await town.follow_up.may_go_further(alone, NOW)


async def test_the_usual_limits(town: Bodies) -> None:
    """A person may have five open complaints."""
    for _ in range(5):
        await town.filed()
    with pytest.raises(TooMany, match=r"^5$"):
        await town.filed()


async def test_photos(town: Bodies) -> None:
    """Each may be as large as can be fetched; they can be removed."""
    draft = await town.drafted()
    with pytest.raises(UploadRefused):
        await town.files.attach(draft, offered(MAX_BYTES + 1))
    for _ in range(2):
        await town.files.attach(draft, PHOTO)
    assert len(await town.files.photos(draft)) == 2
    await town.files.drop_photos(draft)
    assert await town.files.photos(draft) == []
    assert draft.office == KOKSHETAU


async def test_an_answer_being_written_is_its_writer_s(town: Bodies) -> None:
    """A colleague sees neither its text nor its file, and sends only their own; what was not sent is erased."""
    before = await accepted(town)
    theirs = await town.work.attach(aim(before, AKIM), PHOTO, "Черновик руководителя.")
    town.uploads.fetch()
    mine = await town.work.write(ComplaintAction.ANSWER, aim(before), "Ответ.")
    assert await town.files.answer(mine.complaint) is None
    again = await town.work.authorize(ComplaintAction.ANSWER, aim(theirs.complaint, AKIM))
    assert again.complaint.prepared == {"answer": "Черновик руководителя."}
    assert await town.files.answer(again.complaint) is not None
    (answer,) = (await town.work.answer(aim(mine.complaint))).complaint.answers
    assert (answer.text, answer.file, town.uploads.files) == ("Ответ.", None, [])


async def test_a_file_that_turns_out_unusable(town: Bodies) -> None:
    """The good one sent before stays, and is the answer's."""
    before = await accepted(town)
    held = await town.work.attach(aim(before), PHOTO, "")
    town.uploads.fetch()
    good = await town.files.answer(held.complaint)
    await town.work.attach(aim(before), PHOTO, "")
    with pytest.raises(BadAnswer, match="file-waiting"):
        await town.work.answer(aim(before))
    town.uploads.files.pop()  # the job that fetches it has refused it
    assert await town.files.answer(held.complaint) == good is not None
    await town.work.attach(aim(before), PHOTO, "")
    town.uploads.fetch()
    (answer,) = (await town.work.answer(aim(before))).complaint.answers
    assert answer.file is not None
    assert good is not None
    assert answer.file > good.id
    assert [each.id for _, each in town.uploads.files] == [answer.file]
