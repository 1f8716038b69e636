"""Erasure: drafts when their owner wants it, closed records when their time has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.applications.case import CaseState
from domain.complaints.complaint import ComplaintState
from domain.errors import Changed
from domain.history import Event, EventKind
from domain.retention import NOTICE, Remains
from domain.standard.edition import Standard
from services.privacy.erasure import Erased, Notice, person_of
from tests.factories.cases import started, worked
from tests.factories.complaints import begun, complained
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import EDITION, KOKSHETAU
from tests.services.privacy.fakes import Archive, archive

TERM, DAY = timedelta(days=365), timedelta(days=1)
DRAFT = begun("c-draft")
LETTER = replace(DRAFT, id="c-letter", stage=ComplaintState.LETTER)
OPEN = complained(ComplaintState.ACCEPTED, id="c-open")
THEIRS = replace(DRAFT, id="c-theirs", author=APPLICANT + 1)


@pytest.fixture
async def kept(standard: Standard) -> Archive:
    """A draft, a refused case, complaints of every kind, and records of another person."""
    made = archive(TERM)
    for case in (started(), worked(standard, CaseState.REFUSED, id="refused"), replace(started(), id="x", applicant=1)):
        await made.cases.add(case)
    await made.cases.append(worked(standard, CaseState.REFUSED, id="refused"), Event(EventKind.FILED, NOW, APPLICANT))
    for complaint in (DRAFT, LETTER, OPEN, THEIRS):
        await made.complaints.add(complaint)
    return made


async def test_what_can_be_erased_now_and_what_later(kept: Archive) -> None:
    """Drafts and letters now; a closed case on its day; open records have no day; nothing of others."""
    overview = await kept.erasing.overview(APPLICANT, NOW)
    assert [each.id for each in overview.unsent.cases] == ["draft1"]
    assert {each.id for each in overview.unsent.complaints} == {"c-draft", "c-letter"}
    assert {each.record.id: each.at for each in overview.planned} == {"refused": NOW + TERM, "c-open": None}


async def test_the_day_that_was_told_stays(kept: Archive) -> None:
    """After the notice the page shows the notice's day, not a later one; if it is late, 14 days from now."""
    late = NOW + TERM + DAY
    (planned,) = [each for each in (await kept.erasing.overview(APPLICANT, late)).planned if each.at]
    assert planned.at == late + NOTICE
    await kept.erasing.take("refused", late)
    (planned,) = [each for each in (await kept.erasing.overview(APPLICANT, late + DAY)).planned if each.at]
    assert planned.at == late + NOTICE


async def test_drafts_go_at_once(kept: Archive) -> None:
    """All of the person's, in the versions on the screen; a second time there is nothing to erase."""
    version = (await kept.erasing.unsent(APPLICANT)).version
    assert len(await kept.erasing.erase_unsent(APPLICANT, version)) == 3
    assert set(kept.cases.kept) == {"refused", "x"}
    assert set(kept.complaints.kept) == {"c-open", "c-theirs"}
    assert not await kept.erasing.erase_unsent(APPLICANT)


async def test_what_was_set_aside_goes_with_the_drafts(kept: Archive) -> None:
    """A message that could not be read counts as one more thing to erase; nobody else's goes."""
    version = (await kept.erasing.unsent(APPLICANT)).version
    kept.shelf.set_aside += [(APPLICANT, NOW), (APPLICANT + 1, NOW)]
    with pytest.raises(Changed):
        await kept.erasing.erase_unsent(APPLICANT, version)
    erased = await kept.erasing.erase_unsent(APPLICANT)
    assert (len(erased), erased.set_aside) == (4, 1)
    assert kept.shelf.set_aside == [(APPLICANT + 1, NOW)]
    assert not await kept.erasing.unsent(APPLICANT)


async def test_what_was_set_aside_has_a_term(kept: Archive) -> None:
    """As long as a finished case is kept, counted from when it was sent."""
    kept.shelf.set_aside += [(APPLICANT, NOW - TERM - DAY), (APPLICANT, NOW - TERM)]
    await kept.erasing.forget_set_aside(NOW)
    assert kept.shelf.set_aside == [(APPLICANT, NOW - TERM)]


async def test_other_drafts_than_those_on_the_screen(kept: Archive) -> None:
    """With one draft more, or one changed, nothing is erased."""
    version = (await kept.erasing.unsent(APPLICANT)).version
    await kept.cases.save(started().answering(city="Астана"))
    with pytest.raises(Changed):
        await kept.erasing.erase_unsent(APPLICANT, version)
    assert "draft1" in kept.cases.kept


async def test_notice_then_erasure_then_proof(kept: Archive) -> None:
    """Each comes once; the proof has every entry up to the erasure; the register keeps the number."""
    assert list(await kept.erasing.ended(NOW + TERM - NOTICE - DAY)) == []
    at = NOW + TERM - NOTICE
    assert "refused" in await kept.erasing.ended(at)
    told = await kept.erasing.take("refused", at)
    assert isinstance(told, Notice)
    assert (told.at, person_of(told.record)) == (NOW + TERM, APPLICANT)
    assert await kept.erasing.take("refused", at + DAY) is None
    erased = await kept.erasing.take("refused", NOW + TERM)
    assert isinstance(erased, Erased)
    assert [each.event.kind for each in erased.entries] == [EventKind.FILED, EventKind.ERASED]
    assert erased.entries[-1].event.actor == 0
    assert erased.head.hash == erased.entries[-1].link.hash
    assert "refused" not in kept.cases.kept
    (left,) = await kept.shelf.list_remains(KOKSHETAU)
    assert (left.number, left.entry) == ("2-3/2026-1", erased.head.id)
    assert await kept.erasing.take("refused", NOW + TERM) is None


async def test_a_complaint_is_erased_alike(kept: Archive) -> None:
    """An answered one leaves its number, a letter leaves nothing; each gets a proof."""
    await kept.complaints.save(replace(OPEN, stage=ComplaintState.CLOSED))
    for record_id in ("c-open", "c-letter"):
        told = await kept.erasing.take(record_id, NOW + TERM)
        assert isinstance(told, Notice)
        erased = await kept.erasing.take(record_id, NOW + TERM + NOTICE)
        assert isinstance(erased, Erased)
        assert person_of(erased.record) == APPLICANT
        assert record_id not in kept.complaints.kept
    assert [each.kind for each in kept.shelf.kept] == ["complaint"]


async def test_an_open_complaint_holds_its_case(kept: Archive) -> None:
    """There is no notice while it is open; an earlier one no longer counts and is repeated afterwards."""
    at = NOW + TERM
    assert isinstance(await kept.erasing.take("refused", at), Notice)
    about = await kept.complaints.save(replace(OPEN, case_id="refused"))
    assert await kept.erasing.take("refused", at + NOTICE) is None
    assert (await kept.erasing.overview(APPLICANT, at + NOTICE)).planned[0].at is None
    assert await kept.erasing.take("refused", at + NOTICE) is None
    await kept.complaints.save(replace(about, stage=ComplaintState.CLOSED))
    again = await kept.erasing.take("refused", at + NOTICE + DAY)
    assert isinstance(again, Notice)
    assert again.at == at + NOTICE + DAY + NOTICE


async def test_what_the_books_keep(kept: Archive) -> None:
    """The journal counts by the year of handover, the register by the day of filing; complaints are in neither."""
    unit, day = KOKSHETAU, date(2026, 5, 1)
    issued = Remains(
        1, unit, "group", "2-3/2026-1", "issued", day, date(2027, 1, 2), "1/2026", "1/2027", edition=EDITION
    )
    refused = replace(issued, entry=2, outcome="refused", certificate="", journal="")
    complaint = replace(refused, entry=3, kind="complaint")
    for each in (issued, refused, complaint):
        await kept.shelf.save_remains(each)
    assert await kept.erasing.journal_of(unit, 2027) == [issued]
    assert await kept.erasing.journal_of(unit, 2026) == []
    assert await kept.erasing.registered(unit, day, day) == [issued, refused]
    for first, last in ((date(2026, 5, 2), date(2026, 6, 1)), (date(2026, 4, 1), date(2026, 4, 30))):
        assert await kept.erasing.registered(unit, first, last) == []


async def test_a_finished_case_whose_edition_is_gone_waits(standard: Standard) -> None:
    """Its certificate may be in force, which only its edition knows: it is neither erased nor announced."""
    made = archive(TERM)
    await made.cases.add(worked(standard, CaseState.ISSUED, edition="1994-7"))
    overview = await made.erasing.overview(APPLICANT, NOW + 10 * TERM)
    assert [each.at for each in overview.planned] == [None]
    assert await made.erasing.take(overview.planned[0].record.id, NOW + 10 * TERM) is None
    assert made.cases.kept
