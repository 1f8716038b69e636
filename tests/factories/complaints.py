"""Complaints as the domain has them: about the office of Kokshetau, to its akimat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from domain.complaints.complaint import Answer, Complaint, ComplaintRegistration, ComplaintState, Grievance, Slip
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.units import AKIMAT, EDITION, KOKSHETAU

UNSENT = frozenset({ComplaintState.DRAFT, ComplaintState.LETTER})
ANSWERED = frozenset({ComplaintState.ANSWERED, ComplaintState.CLOSED})
TODAY = NOW.date()
SLIP, ANSWER = Slip(NOW, "Ли Б."), Answer(NOW, "Ли Б.", "Ответ.")


def begun(complaint_id: str = "complaint1", **changes: Any) -> Complaint:  # noqa: ANN401  # fields of any type
    """A complaint without any details yet."""
    return replace(Complaint(complaint_id, APPLICANT, Grievance.SERVICE, NOW, edition=EDITION), **changes)


def filed(number: int = 1, due: date = TODAY) -> ComplaintRegistration:
    """A number in the register of the body that answers, and the last day of the answer."""
    return ComplaintRegistration(f"{number}/2026", NOW, due, "закон")


def complained(stage: ComplaintState, number: int = 1, **changes: Any) -> Complaint:  # noqa: ANN401  # as above
    """A whole complaint at this stage with everything that led there."""
    sent = stage not in UNSENT
    made = begun(
        f"complaint{number}",
        stage=stage,
        unit=AKIMAT,
        office=KOKSHETAU,
        name="Иванов Пётр",
        address="г. Кокшетау",
        texts=("Текст.",),
        filed=filed(number) if sent else None,
        slip=SLIP if sent and stage is not ComplaintState.FILED else None,
        answers=(ANSWER,) if stage in ANSWERED else (),
    )
    return replace(made, **changes)
