"""Editions made from that of 2011 by named changes load, and differ from it in nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assets.loaders.calendar import load_calendar, load_common_calendar
from assets.loaders.edition import EDITIONS, check_codes, load_standard
from assets.loaders.faults import AssetFaults
from domain.calendar import DayKind, LastDay, Length, TermUnit
from domain.languages import LANGUAGES, Language
from domain.standard.cites import Citation, CitedRange, CiteRole
from domain.standard.edition import Standard
from domain.standard.refusals import Acceptance, GroundSubject, RefusalGround
from domain.standard.terms import PauseReason, Term
from tests.factories.editions import (
    Change,
    add_acceptance,
    add_day_off,
    add_ground,
    add_pause,
    give_code,
    refuse_for_no_documents,
    remove_document,
    renumber_points,
    reprint_offices,
    set_answer_term,
    set_calendar_days,
    set_term,
    shuffle_units,
    swap_offices,
    write_edition,
)
from tests.factories.units import EDITION, KOKSHETAU, NEIGHBOUR
from tools.papers.build_forms import templates

NEW = "2031-1"


def changed(root: Path, *changes: Change) -> Standard:
    write_edition(root, NEW, *changes)
    return load_standard(NEW, root)


def test_only_the_id_differs(standard: Standard, tmp_path: Path) -> None:
    """A copy without changes is the same law under another id."""
    copied = changed(tmp_path)
    assert copied.status == replace(standard.status, id=NEW)
    assert replace(copied, status=standard.status) == standard


def test_another_term(standard: Standard, tmp_path: Path) -> None:
    """This one is shorter, all others are as long as before."""
    shorter = changed(tmp_path, set_term("decision", 5))
    expected = {**standard.timings, "decision": replace(standard.timings["decision"], amount=5)}
    assert shorter.timings == expected
    assert shorter.checklists == standard.checklists


def test_calendar_days_and_a_pause(standard: Standard, tmp_path: Path) -> None:
    """A term counts calendar days by its own rule of the last day, and stops for a reason; nothing else differs."""
    other = changed(
        tmp_path,
        set_calendar_days("decision", 30, "next-working"),
        add_pause("examination", "decision", "refusal", names=dict.fromkeys(LANGUAGES, "an examination")),
    )
    assert other.timings["decision"].length == Length(30, TermUnit.CALENDAR_DAYS, LastDay.NEXT_WORKING)
    assert other.timings["refusal"] == standard.timings["refusal"]
    assert other.pauses == {
        "examination": PauseReason("examination", frozenset({"decision", "refusal"}), Citation("7", 7))
    }
    assert standard.pauses == {}
    assert other.texts[Language.EN]["pause-examination"].endswith("= an examination\n")


def test_the_name_of_a_reason_is_needed(tmp_path: Path) -> None:
    """An edition that is served has it in every language; one that is missing is told at the row of the reason."""
    write_edition(tmp_path, NEW, add_pause("examination", "decision", names={"ru": "экспертиза", "en": "examination"}))
    with pytest.raises(AssetFaults) as told:
        load_standard(NEW, tmp_path, served=True)
    assert [(each.file, each.row, each.details["language"]) for each in told.value.faults] == [
        ("terms.toml", "pause #1", "kk")
    ]


def test_a_ground_on_substance(standard: Standard, tmp_path: Path) -> None:
    """The service may be refused for it though the package is complete; that of 2011 has no such ground."""
    other = changed(tmp_path, add_ground("threat", dict.fromkeys(LANGUAGES, "a threat"), explain=True))
    ground = RefusalGround("threat", "a threat", Citation("7", 7), GroundSubject.SUBSTANCE, explain=True)
    assert other.grounds_about(GroundSubject.SUBSTANCE) == (ground,)
    assert other.ground("threat") == ground
    assert other.grounds_about(GroundSubject.DOCUMENTS) == standard.refusal_grounds
    assert standard.grounds_about(GroundSubject.SUBSTANCE) == ()
    with pytest.raises(KeyError):
        standard.ground("threat")
    assert templates(other).keys() - templates(standard).keys() == {"refusal-on-substance"}
    assert templates(other)["refusal-on-substance"] == other.templates["refusal-on-substance"]


def test_what_a_ground_on_substance_needs(tmp_path: Path) -> None:
    """Its texts in each language and the template of its letter; texts of a ground about documents are of no use."""
    folder = write_edition(tmp_path, NEW, add_ground("threat", {"ru": "угроза", "en": "a threat"}))
    (folder / "papers" / "refusal-on-substance.docx").unlink()
    with pytest.raises(AssetFaults) as told:
        load_standard(NEW, tmp_path, served=True)
    assert sorted(str(told.value).splitlines(), reverse=True) == [
        "terms.toml: refusal_ground #2: id: no-text language=kk value=ground-threat, ground-threat-button",
        "papers: no-template value=refusal-on-substance",
    ]
    terms = folder / "terms.toml"
    terms.write_text(terms.read_text("utf-8").replace('about = "substance"\n', ""), "utf-8")
    with pytest.raises(AssetFaults) as told:
        load_standard(NEW, tmp_path, served=True)
    assert {(each.row, each.reason) for each in told.value.faults} == {
        ("ground-threat", "stray-text"),
        ("ground-threat-button", "stray-text"),
    }


def test_acceptance(standard: Standard, tmp_path: Path) -> None:
    """An incomplete package may be refused acceptance; that of 2011 has no rule for it, and has no such letter."""
    other = changed(tmp_path, add_acceptance())
    assert other.acceptance == Acceptance(Citation("11", 11))
    assert other.refusal_grounds == standard.refusal_grounds
    assert standard.acceptance is None
    assert templates(other).keys() - templates(standard).keys() == {"not-accepted"}
    assert templates(other)["not-accepted"] == other.templates["not-accepted"]
    (tmp_path / NEW / "papers" / "not-accepted.docx").unlink()
    with pytest.raises(AssetFaults, match="papers: no-template value=not-accepted"):
        load_standard(NEW, tmp_path, served=True)


def test_no_ground_about_documents(tmp_path: Path) -> None:
    """Such an edition needs neither the term of a refusal nor its texts and letters."""
    write_edition(tmp_path, NEW, add_acceptance(), refuse_for_no_documents())
    other = load_standard(NEW, tmp_path, served=True)
    assert (other.grounds_about(GroundSubject.DOCUMENTS), "refusal" in other.timings) == ((), False)
    assert not {"refusal", "refusal-with-reason"} & templates(other).keys()


def test_another_law_of_complaints(standard: Standard, tmp_path: Path) -> None:
    """It may count working days; without a unit the days are those of the calendar."""
    other = changed(tmp_path, set_answer_term(5, 8, "кодекс", "working-days"))
    assert other.complaint_term == Term(5, 8, "кодекс", TermUnit.WORKING_DAYS)
    assert replace(other, complaint_term=standard.complaint_term, status=standard.status) == standard
    assert "unit" not in (EDITIONS / EDITION / "complaints.toml").read_text("utf-8")
    assert standard.complaint_term.unit is TermUnit.CALENDAR_DAYS


def test_two_offices_change_places_in_print(standard: Standard, tmp_path: Path) -> None:
    """Nothing else of them changes: each is found by its id and its code, as before."""
    swapped = changed(tmp_path, reprint_offices(3, 4))
    for unit, number in ((KOKSHETAU, 4), (NEIGHBOUR, 3)):
        assert swapped.unit(unit) == replace(standard.unit(unit), number=number)
    assert dict(swapped.codes) == dict(standard.codes)
    assert swapped.regions == standard.regions


def test_two_offices_with_each_other_s_code(tmp_path: Path) -> None:
    """Numbers and signed copies say the code, so no edition gives it to another unit."""
    with pytest.raises(AssetFaults) as refused:
        changed(tmp_path, swap_offices(3, 4))
    assert [str(each) for each in refused.value.faults] == [
        "units/appendix-2.jsonl: #3: id: alias code=2/4 value=stepnogorsk-ip file=aliases.jsonl",
        "units/appendix-2.jsonl: #4: id: alias code=2/3 value=kokshetau-ip file=aliases.jsonl",
    ]


def test_a_code_of_two_units_in_two_editions(standard: Standard, tmp_path: Path) -> None:
    """Each edition is whole alone; together they are refused, and each such unit is told."""
    first = replace(standard, units={KOKSHETAU: replace(standard.unit(KOKSHETAU), code="7/7")})
    second = changed(tmp_path, give_code("7/7", "stepnogorsk-ip"))
    assert check_codes({EDITION: standard, NEW: second}) == []
    (told,) = check_codes({EDITION: first, NEW: second})
    assert told.place == f"{NEW}/units/appendix-2.jsonl: stepnogorsk-ip: code"
    assert told.reason == "code-of-other"
    assert told.details == {"code": "7/7", "value": "kokshetau-ip", "edition": EDITION}


def test_rows_of_units_stand_in_any_order(standard: Standard, tmp_path: Path) -> None:
    """What a unit is says its row, not the place of the row in its file: shuffled, nothing changes, no order either."""
    shuffled = changed(tmp_path, shuffle_units(20110121))
    assert list(shuffled.units.items()) == list(standard.units.items())
    assert shuffled.regions == standard.regions


@pytest.mark.parametrize("item", ["invitation", "premises"])
def test_a_document_is_gone(standard: Standard, tmp_path: Path, item: str) -> None:
    """No checklist asks for it, and no defect names it; a defect of it alone is gone, too."""
    without = changed(tmp_path, remove_document(item))
    for subject, items in standard.checklists.items():
        assert without.checklists[subject] == tuple(each for each in items if each.id != item)
    expected = [replace(each, items=each.items - {item}) for each in standard.defects]
    assert list(without.defects) == [each for each in expected if each.items]


def test_points_have_other_numbers(standard: Standard, tmp_path: Path) -> None:
    """Rules and roles cite the same points under these; no text of a point changes."""
    other = changed(tmp_path, renumber_points(30))
    assert other.points == standard.points
    assert other.fee.cites == Citation("38", 8)
    assert other.timings["decision"].cites == Citation("37.1.а", 7)
    assert other.cites.roles[CiteRole.APPEALS] == (CitedRange("50", "55"),)
    assert other.cites.roles[CiteRole.INDICATORS] == (CitedRange("app.39"),)
    assert other.forms == standard.forms


def test_a_decree_moves_a_day(tmp_path: Path) -> None:
    """A working day is off, and a weekend before it is worked."""
    day, worked = date(2026, 12, 1), date(2026, 11, 28)
    write_edition(tmp_path, NEW, add_day_off(day, worked))
    calendar = load_calendar(NEW, tmp_path)
    assert calendar.day(day).kind is DayKind.DAY_OFF_MOVED
    assert calendar.is_working(worked)


def test_a_decree_counts_for_every_edition(tmp_path: Path) -> None:
    """Whichever folder it stands in; two folders that say something else of a day are told."""
    day, worked = date(2026, 12, 1), date(2026, 11, 28)
    folders = [EDITIONS / "2011-20", write_edition(tmp_path, NEW, add_day_off(day, worked))]
    calendar = load_common_calendar(folders)
    assert calendar.day(day).kind is DayKind.DAY_OFF_MOVED
    assert calendar.is_working(worked)
    third = write_edition(tmp_path, "2031-2", add_day_off(day, date(2026, 12, 5)))
    with pytest.raises(AssetFaults) as found:
        load_common_calendar([*folders, third])
    assert [str(each) for each in found.value.faults] == [
        "2031-2/calendar.toml: day #1: when: other-day value=2026-12-01"
    ]
