"""What became of each filing, according to the registers and the messages shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from benchmarks.chaos.applications.records import Found, Kind

if TYPE_CHECKING:
    from benchmarks.chaos.applications.records import Evidence, Shown


def judge(evidence: Evidence) -> Found:
    """Compares every filing, register and message with what it must be."""
    filings, times = evidence.filings, Counter(evidence.history)
    given = Counter(each.number for each in filings.values() if each.number)
    seen = {(each.draft, each.chat, each.number, each.kind) for each in evidence.shown}
    repeats = Counter(each.origin for each in evidence.shown if _update(each) not in evidence.set_aside)
    return Found(
        filings=len(filings),
        taps=len(evidence.taps),
        lost=sum(not (each.number and times[draft]) for draft, each in filings.items()),
        doubled=sum(count > 1 for count in (*times.values(), *given.values())) + _filed_by_two(evidence),
        gaps=_gaps(evidence),
        undelivered=sum((draft, it.applicant, it.number, Kind.RECEIPT) not in seen for draft, it in filings.items())
        + len(evidence.taps.keys() - {_update(each) for each in evidence.shown}),
        strange=_strange(evidence),
        untold=sum((draft, it.officer, it.number, Kind.NOTICE) not in seen for draft, it in filings.items()),
        disordered=_disordered(evidence),
        stale=sum(each.page != each.number for each in filings.values()) + _stale_receipts(evidence),
        queued=evidence.queued,
        left=evidence.left,
        unsound=int(not evidence.sound),
        repeated=sum(count > 1 for count in repeats.values()),
        set_aside=len(evidence.set_aside),
        copies=sum((draft, it.applicant, it.number, Kind.RECEIPT) in seen for draft, it in filings.items()),
        by_edition=Counter(each.edition for each in filings.values() if each.edition),
        by_year=Counter(_parts(each.number)[1] for each in filings.values() if each.number),
    )


def _update(shown: Shown) -> int:
    return int(shown.origin[1:].partition(".")[0])


def _parts(number: str) -> tuple[str, int, int]:
    """Splits `2-65/2026-17` into office 2/65, year 2026 and serial 17."""
    office, _, place = number.partition("/")
    year, _, serial = place.partition("-")
    return office.replace("-", "/"), int(year), int(serial)


def _filed_by_two(evidence: Evidence) -> int:
    """Drafts for which two taps led to a receipt."""
    taps: defaultdict[int, set[int]] = defaultdict(set)
    for each in evidence.shown:
        if each.kind is Kind.RECEIPT:
            taps[each.draft].add(_update(each))
    return sum(len(updates) > 1 for updates in taps.values())


def _gaps(evidence: Evidence) -> int:
    """Registers that are missing, or not 1, 2, 3 … up to their last number."""
    serials: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for filing in evidence.filings.values():
        if filing.number:
            office, year, serial = _parts(filing.number)
            serials[office, year].append(serial)
    must = {(each.office, year) for each in evidence.filings.values() for year in evidence.years}
    return sum(
        sorted(serials[each]) != list(range(1, evidence.registers.get(each, 0) + 1))
        or (each in must and not serials[each])
        for each in serials.keys() | evidence.registers.keys() | must
    )


def _strange(evidence: Evidence) -> int:
    """Another office's numbers or edition, messages to the wrong chat or of another number, receipts of other bytes."""
    found = sum(
        (bool(each.number) and (_parts(each.number)[0] != each.office or each.sealed_number != each.number))
        or each.edition != each.begun_under
        for each in evidence.filings.values()
    )
    first: dict[int, str] = {draft: each.bytes_of for draft, each in evidence.filings.items() if each.bytes_of}
    for each in evidence.shown:
        filing = evidence.filings[each.draft]
        to = filing.officer if each.kind is Kind.NOTICE else filing.applicant
        found += each.number != filing.number or each.chat != to
        found += each.kind is Kind.RECEIPT and first.setdefault(each.draft, each.bytes_of) != each.bytes_of
    return found


def _disordered(evidence: Evidence) -> int:
    """Messages about a filing first shown before one in the same chat that was committed earlier."""
    rank = {draft: place for place, draft in enumerate(dict.fromkeys(evidence.history))}
    filed_by = {_update(each) for each in evidence.shown if each.kind is Kind.RECEIPT}
    latest: dict[int, tuple[int, str]] = {}
    found, known = 0, set()
    for each in evidence.shown:
        if each.origin in known or _update(each) not in filed_by - evidence.set_aside or each.draft not in rank:
            continue
        known.add(each.origin)
        place = rank[each.draft], each.origin.partition(".")[2]
        found += place < latest.get(each.chat, place)
        latest[each.chat] = max(place, latest.get(each.chat, place))
    return found


def _stale_receipts(evidence: Evidence) -> int:
    """Applicants whose newest receipt is not for their last filing."""
    last = {evidence.filings[draft].applicant: evidence.filings[draft].number for draft in evidence.history}
    newest = {each.chat: each.number for each in evidence.shown if each.kind is Kind.RECEIPT}
    return sum(newest.get(applicant) != number for applicant, number in last.items())
