from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.applications.case import ALLOWED, CaseState, transition_case
from domain.applications.outcomes import Certificate, Handover, Refusal
from domain.applications.parties import applicant_label, applicant_name, representative_name
from domain.calendar import day_of
from domain.errors import Changed, IllegalMove
from domain.standard.edition import Standard
from tests.factories.cases import registered, started
from tests.factories.moments import NOW
from tests.factories.units import GROUP, KOKSHETAU

WAYS = {
    (CaseState.DRAFT, CaseState.REGISTERED),
    (CaseState.REGISTERED, CaseState.IN_REVIEW),
    (CaseState.REGISTERED, CaseState.REFUSED),
    (CaseState.REGISTERED, CaseState.WITHDRAWN),
    (CaseState.REGISTERED, CaseState.NOT_ACCEPTED),
    (CaseState.IN_REVIEW, CaseState.APPROVED),
    (CaseState.IN_REVIEW, CaseState.REFUSED),
    (CaseState.IN_REVIEW, CaseState.WITHDRAWN),
    (CaseState.APPROVED, CaseState.READY),
    (CaseState.READY, CaseState.ISSUED),
}


@pytest.mark.parametrize("before", CaseState)
@pytest.mark.parametrize("after", CaseState)
def test_every_pair_of_states(before: CaseState, after: CaseState) -> None:
    """Ten transitions exist; every other one is refused, and the case stays as it was."""
    case = replace(started(), state=before)
    if (before, after) in WAYS:
        assert transition_case(case, after) == replace(case, state=after)
    else:
        with pytest.raises(IllegalMove, match=f"{before} to {after}"):
            transition_case(case, after)
    assert case.state is before


def test_every_state_is_reached_and_told_of() -> None:
    """Every state lists where it leads, and every state except the draft can be reached."""
    assert set(ALLOWED) == set(CaseState)
    assert {after for _, after in WAYS} == set(CaseState) - {CaseState.DRAFT}


def test_a_version_that_is_no_longer_there() -> None:
    """A button of another version, older or never existing, is refused; None means that no version was seen."""
    case = replace(started(), version=3)
    case.require_version(3)
    case.require_version(None)
    for other in (2, 4, -1):
        with pytest.raises(Changed):
            case.require_version(other)


def test_what_filing_gave(standard: Standard) -> None:
    """A filed case has its number and its office; asking a draft for them is a fault of the program."""
    case = registered(standard)
    assert (case.filing, case.filed_office) == (case.registration, KOKSHETAU)
    draft = replace(started(), office=None)
    with pytest.raises(ValueError, match="draft"):
        _ = draft.filing
    with pytest.raises(ValueError, match="office"):
        _ = draft.filed_office


def test_what_a_decision_gave() -> None:
    """An issued case has certificate and handover, a refused one its refusal; asking others is a fault."""
    certificate = Certificate("12", NOW, {})
    handing = Handover("1/2026", NOW, "Н. Касымова", "Айша Ким", "паспорт")
    issued = replace(started(), certificate=certificate, handing=handing)
    assert (issued.approval, issued.handover) == (certificate, handing)
    refusal = Refusal(NOW, ("invitation",), "", day_of(NOW))
    assert replace(started(), refusal=refusal).final_refusal == refusal
    with pytest.raises(ValueError, match="not approved"):
        _ = started().approval
    with pytest.raises(ValueError, match="not issued"):
        _ = started().handover
    with pytest.raises(ValueError, match="not refused"):
        _ = issued.final_refusal
    with pytest.raises(ValueError, match="not refused acceptance"):
        _ = issued.return_of_package


def test_answers_are_added_changed_and_taken_out() -> None:
    """An empty answer removes the old one; the others stay; the original application is not modified."""
    case = replace(started(), answers={"confession": "ислам", "city": "Астана"})
    assert case.answering(city="Алматы", address="ул. Абая").answers == {
        "confession": "ислам",
        "city": "Алматы",
        "address": "ул. Абая",
    }
    assert case.answering(city="", address="").answers == {"confession": "ислам"}
    assert case.answers == {"confession": "ислам", "city": "Астана"}


def test_the_first_thing_handed_over() -> None:
    """The earliest received item counts; before any is received there is none."""
    case = started()
    assert case.first_received_at is None
    received = {"identity": NOW + timedelta(days=1), "invitation": NOW, "materials": NOW + timedelta(days=2)}
    assert replace(case, received=received).first_received_at == NOW


def test_who_applies_and_who_files(standard: Standard) -> None:
    """The missionary or the leader of the group; a representative if the form names one."""
    missionary = replace(started(), answers={"full_name": "Иванов Пётр", "representative_name": "Ким Анна"})
    assert applicant_name(missionary, standard) == applicant_label(missionary, standard) == "Иванов Пётр"
    assert representative_name(missionary, standard) == "Ким Анна"
    group = replace(started(GROUP), answers={"leader_name": "Ли Борис", "group_name": "Свет"})
    assert (applicant_name(group, standard), representative_name(group, standard)) == ("Ли Борис", "")
    assert applicant_label(group, standard) == "Свет, Ли Борис"
    assert applicant_name(replace(started(), answers={}), standard) == ""
