"""A term was missed: the words of a complaint about it, and the one message that offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogs.complaint_parts import body, contacts, number_of, open_button, tap
from dialogs.dates import full_date, long_date
from dialogs.screens import Button, Screen, column
from dialogs.texts import lines, paragraphs, unmark
from domain.zone import day_of

if TYPE_CHECKING:
    from dialogs.texts import Texts
    from domain.cases import Case
    from domain.clocks import Clocks
    from domain.complaints import Complaint
    from domain.standard import Standard
    from domain.units import Unit


def about_case(case: Case, clocks: Clocks, texts: Texts) -> str:
    """What a complaint about an office's silence says."""
    assert case.registration is not None  # noqa: S101  # only a case has terms
    assert clocks.last is not None  # noqa: S101  # the caller saw one missed
    which = "decision" if clocks.decision else "refusal"
    filed = full_date(day_of(case.registration.at), texts)
    told = texts(
        f"cmp-silence-{which}", number=case.registration.number, filed=filed, date=full_date(clocks.last, texts)
    )
    return unmark(told)


def about_complaint(complaint: Complaint, standard: Standard, texts: Texts) -> str:
    """What a complaint about a body's silence says."""
    assert complaint.unit is not None  # noqa: S101  # it was filed
    assert complaint.filed is not None  # noqa: S101
    assert complaint.due is not None  # noqa: S101  # the caller saw its term missed
    return unmark(
        texts(
            "cmp-silence-complaint",
            body=body(complaint.unit, standard).name,
            number=complaint.filed.number,
            filed=full_date(day_of(complaint.filed.at), texts),
            date=full_date(complaint.due, texts),
        )
    )


def silent_screen(complaint: Complaint, next_body: Unit | None, standard: Standard, texts: Texts) -> Screen:
    """To the author: the body has missed the term of the answer; a complaint to the next one waits, whole."""
    assert complaint.unit is not None  # noqa: S101  # it was filed
    assert complaint.due is not None  # noqa: S101
    text = paragraphs(
        texts("cmp-silent", number=number_of(complaint), date=long_date(complaint.due, texts)),
        lines(texts("cmp-silent-call"), contacts(body(complaint.unit, standard), texts)),
        lines(texts("cmp-silent-further"), contacts(next_body, texts)) if next_body else texts("cmp-silent-court"),
    )
    further = Button(texts.plain("cmp-silent-button"), tap(complaint, "further")) if next_body else None
    return Screen(text, column(further, open_button(complaint.id, texts)))
