"""The morning digests: short enough for a message, with buttons that fit, and without applicants' names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from dialogs.casework.digests import MOST_BUTTONS, digest_screen, head_screen, late_screen
from dialogs.complaints.silence import Ready, about_case
from dialogs.offices.names import shown_name
from dialogs.ui.callback_data import ApplicationCallback, CaseworkCallback, ComplaintCallback, unpack
from dialogs.ui.dates import full_date, long_date, short_date
from dialogs.ui.texts import Texts, unmark
from domain.applications.case import Case, CaseState
from domain.applications.deadlines import compute_deadlines
from domain.applications.kept_terms import TermMove, start_term
from domain.applications.recounts import recounts_of
from domain.calendar import WorkingCalendar
from domain.casework.digests import WatchedCase, digest_for
from domain.offices.units import UnitKind
from domain.staff.membership import Role
from domain.standard.edition import Standard
from sandbox.formatting.html_mode import parse_html
from services.casework.digests import HeadNotice, LateNotice, MorningDigest, Occasion
from services.offices.finder import OfficeFinder
from tests.factories.cases import another, registration, reviewed
from tests.factories.people import officer_of
from tests.factories.terms import Terms, unsettled
from tests.factories.units import KOKSHETAU

pytestmark = pytest.mark.untraced

MORNING = datetime.fromisoformat("2026-11-24T09:00+05:00")
LONGEST_MESSAGE = 4096  # Bot API: characters without the markup
LONGEST_ID = "c" * 16  # as long as the ids of cases


@pytest.fixture
def late(terms: Terms) -> Case:
    """A case in review that is due on 23 November."""
    whole = terms.started("decision", date(2026, 11, 23))
    return reviewed(LONGEST_ID, whole, registration=registration(1, whole))


@dataclass(frozen=True)
class Office:
    """Computes the terms of cases by the standard."""

    standard: Standard
    calendar: WorkingCalendar

    def watch(self, case: Case) -> tuple[WatchedCase, date]:
        """Returns the case with its term, and the term's last day."""
        watched = WatchedCase(case, compute_deadlines(case, self.standard, self.calendar))
        assert watched.last
        return watched, watched.last

    def morning(self, *cases: Case, role: Role = Role.HEAD) -> MorningDigest:
        """Returns the digest for somebody with this role."""
        bindings, today = [officer_of(1, KOKSHETAU, role)], MORNING.date()
        watched = [WatchedCase(each, compute_deadlines(each, self.standard, self.calendar)) for each in cases]
        return MorningDigest(1, today, digest_for(bindings, watched, today, self.calendar))


@pytest.fixture
def office(standard: Standard, calendar: WorkingCalendar) -> Office:
    return Office(standard, calendar)


def numbered(case: Case, number: int, **changes: object) -> Case:
    return another(case, f"case{number}", number, **changes)


def test_a_long_backlog_is_cut(office: Office, late: Case, texts: Texts) -> None:
    """A group has ten lines and the number of the rest; any backlog makes one message with a few buttons."""
    cases = [numbered(late, number) for number in range(1, 5001)]
    screen = digest_screen(office.morning(*cases), texts)
    told = unmark(screen.text)
    assert told.count("2-3/2026-") == 10
    assert texts.plain("digest-more", count=4990) in told
    assert len(told) < LONGEST_MESSAGE
    assert sum(map(len, screen.rows)) == MOST_BUTTONS + 1


def test_ten_are_not_cut(office: Office, late: Case, russian: Texts) -> None:
    """If all lines are there, no number follows."""
    screen = digest_screen(office.morning(*(numbered(late, each) for each in range(10))), russian)
    assert screen.text.count("2-3/2026-") == 10
    assert "и ещё" not in screen.text


def test_the_digest_leads_on(office: Office, late: Case, texts: Texts) -> None:
    """One button for each case, once, the most urgent first; the last button opens the queue."""
    new = numbered(late, 7, state=CaseState.REGISTERED, complete_at=None, received={})
    new = replace(new, registration=replace(new.registration, at=MORNING - timedelta(hours=2)))  # type: ignore[type-var]
    screen = digest_screen(office.morning(new, numbered(late, 5)), texts)
    taps = [unpack(button.data) for row in screen.rows for button in row]
    assert taps == [CaseworkCallback("card", "case5."), CaseworkCallback("card", "case7."), CaseworkCallback("queue")]
    assert "2-3/2026-5" in screen.rows[0][0].text


def test_a_registrars_digest(office: Office, late: Case, russian: Texts) -> None:
    """Waiting cases and those to collect have their own headings, without days if no term runs."""
    ready = numbered(late, 1, state=CaseState.READY)
    waits = numbered(late, 2, state=CaseState.REGISTERED, complete_at=None, received={})
    text = unmark(digest_screen(office.morning(ready, waits, role=Role.REGISTRAR), russian).text)
    assert text.splitlines()[2:] == [
        "Ждём документы: 1",
        "• № 2-3/2026-2",
        "",
        "Готово, можно выдавать: 1",
        "• № 2-3/2026-1",
    ]


@pytest.mark.parametrize("worker", ["Ахметова А. <b>&", ""])
@pytest.mark.parametrize("occasion", list(Occasion))
@pytest.mark.parametrize("whole", [True, False])
def test_what_a_head_is_told(
    office: Office, late: Case, texts: Texts, occasion: Occasion, worker: str, *, whole: bool
) -> None:
    """The number, the last day, the point, and the officer who has it; one tap opens the case."""
    case = late if whole else replace(late, state=CaseState.REGISTERED, complete_at=None)
    screen = head_screen(HeadNotice(occasion, 1, *office.watch(case), worker), texts)
    text = parse_html(screen.text).text
    assert "2-3/2026-1" in text
    assert ("7" if whole else "16") in text.split("(")[1]
    assert (worker or texts.plain("head-nobody")) in text
    assert case.answers["full_name"] not in text
    assert unpack(screen.rows[0][0].data) == CaseworkCallback("card", f"{LONGEST_ID}.")
    assert unpack(screen.rows[-1][-1].data) == CaseworkCallback("queue")


@pytest.mark.parametrize("taken", [True, False])
def test_what_an_applicant_is_told(
    office: Office, late: Case, finder: OfficeFinder, texts: Texts, *, taken: bool
) -> None:
    """Which term passed on which day, whom to call, and a finished complaint that one tap sends."""
    for case in (late, replace(late, state=CaseState.REGISTERED, complete_at=None)):
        card = finder.card(KOKSHETAU, MORNING)
        notice = LateNotice(*office.watch(case))
        screen = late_screen(notice, card.unit, Ready(card.akimat, taken), texts)
        text = parse_html(screen.text).text
        assert about_case(case, notice.watched.deadlines, texts) in text
        assert screen.rows[0][0].text == texts.plain("cmp-file-button" if taken else "cmp-letter-button")
        assert unpack(screen.rows[0][0].data) == ComplaintCallback("silent", f"{LONGEST_ID}.now")
        assert unpack(screen.rows[1][0].data) == ComplaintCallback("silent", LONGEST_ID)
        for unit in (card.unit, card.akimat):
            assert shown_name(unit, texts) in text
            assert unit.address in text
            assert unit.phones
            assert all(phone in text for phone in unit.phones)
        for point in ("22", "24"):
            assert point in text
        assert unpack(screen.rows[-1][-1].data) == ApplicationCallback("open", LONGEST_ID)


def test_a_day_that_was_moved_since(office: Office, late: Case, finder: OfficeFinder, texts: Texts) -> None:
    """The day that was told has passed: both days and the decree are there, and the complaint says both."""
    last = office.watch(late)[1]
    moved = start_term(office.standard.timings["decision"], MORNING, office.calendar)
    moved = replace(moved, moved=TermMove(last, "Постановление <№ 905>"))
    case = replace(late, terms={"decision": moved})
    watched, now = office.watch(case)
    card = finder.card(KOKSHETAU, MORNING)
    notice = LateNotice(watched, last)
    text = parse_html(late_screen(notice, card.unit, Ready(card.akimat, taken=True), texts).text).text
    assert notice.moved_to == now > last
    assert unmark(long_date(last, texts)) in text
    assert unmark(long_date(now, texts)) in text
    assert "Постановление <№ 905>" in text
    complaint = about_case(case, watched.deadlines, texts)
    assert complaint in text
    assert complaint.index(unmark(full_date(last, texts))) < complaint.index(unmark(full_date(now, texts)))
    assert LateNotice(watched, now).moved_to is None


def test_a_changed_calendar_in_the_digest(office: Office, late: Case, texts: Texts) -> None:
    """The day that was told, and the one by the calendar; the case has its button."""
    told = unsettled("decision", MORNING, office.standard, office.calendar)
    case = numbered(late, 5, terms=told)
    watched = WatchedCase(
        case, office.watch(case)[0].deadlines, recounts=recounts_of(case, office.standard, office.calendar)
    )
    digest = digest_for([officer_of(1, KOKSHETAU, Role.HEAD)], [watched], MORNING.date(), office.calendar)
    assert digest.recounted == (watched,)
    screen = digest_screen(MorningDigest(1, MORNING.date(), digest), texts)
    (recount,) = watched.recounts
    row = texts(
        "digest-row-recounted",
        number="2-3/2026-5",
        said=short_date(recount.said, texts),
        now=short_date(recount.now, texts),
    )
    assert row in screen.text
    assert unpack(screen.rows[0][0].data) == CaseworkCallback("card", "case5.")


def test_of_every_office(office: Office, late: Case, finder: OfficeFinder, russian: Texts) -> None:
    """For each office the way to complain fits into a message, whether phones are printed or not."""
    for unit in office.standard.of_kind(UnitKind.OFFICE):
        notice = LateNotice(*office.watch(replace(late, office=unit.id)))
        card = finder.card(unit.id, MORNING)
        screen = late_screen(notice, card.unit, Ready(card.akimat, taken=False), russian)
        assert len(parse_html(screen.text).text) < LONGEST_MESSAGE
