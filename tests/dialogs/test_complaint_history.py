"""The history of a complaint as those who answer it see it."""

from __future__ import annotations

from dialogs.complaints.officer import complaint_event_text
from dialogs.ui.texts import Texts
from domain.history import Event, EventKind
from tests.factories.moments import NOW


def test_who_acted(russian: Texts) -> None:
    """By the name they had then, else by the one known now; a body for those of whom neither is kept."""
    accepted = Event(EventKind.COMPLAINT_ACCEPTED, NOW, 7)
    named = Event(EventKind.COMPLAINT_ACCEPTED, NOW, 7, name="Ким А.")
    rows = [
        complaint_event_text(*each, russian)
        for each in ((named, {7: "Ли А."}), (accepted, {7: "Ли А."}), (accepted, {}))
    ]
    assert [each.rpartition(" — ")[2] for each in rows] == ["Ким А.", "Ли А.", "орган"]
