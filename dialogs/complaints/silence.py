"""A term was missed: the words of a complaint about it, and the one message that offers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.complaints.elements import body, contacts, number_of, open_button, tap
from dialogs.ui.dates import full_date, long_date
from dialogs.ui.screen import Button, Screen, column
from dialogs.ui.texts import Html, lines, paragraphs, safe, unmark
from domain.calendar import day_of

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from domain.applications.case import Case
    from domain.applications.deadlines import CaseDeadlines
    from domain.complaints.complaint import Complaint
    from domain.offices.units import Unit
    from domain.standard.edition import Standard

AT_ONCE = "now"  # the argument of a button that sends what its message shows


@dataclass(frozen=True, slots=True)
class Ready:
    """A complaint that only has to be sent: to whom, and whether it is taken in the bot; else it is a letter."""

    to: Unit
    taken: bool


def ready_text(ready: Ready, said: str, texts: Texts) -> Html:
    """To whom it goes, how, and every word of it."""
    how = "cmp-ready-taken" if ready.taken else "cmp-ready-by-post"
    return paragraphs(
        lines(f"<b>{safe(ready.to.name)}</b>", texts(how)), Html(f"<blockquote>{safe(said)}</blockquote>")
    )


def ready_buttons(ready: Ready, at_once: str, looked_at: str, texts: Texts) -> tuple[Button, Button]:
    """Send it as it is, or look at it first; the two are callback data."""
    send = "cmp-file-button" if ready.taken else "cmp-letter-button"
    return Button(texts.plain(send), at_once), Button(texts.plain("cmp-silent-edit-button"), looked_at)


def about_case(case: Case, clocks: CaseDeadlines, texts: Texts) -> str:
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


def silent_screen(complaint: Complaint, ready: Ready | None, standard: Standard, texts: Texts) -> Screen:
    """To the author: the body has missed the term of the answer; a complaint to the next one waits, whole."""
    assert complaint.unit is not None  # noqa: S101  # it was filed
    assert complaint.due is not None  # noqa: S101
    text = paragraphs(
        texts("cmp-silent", number=number_of(complaint), date=long_date(complaint.due, texts)),
        lines(texts("cmp-silent-call"), contacts(body(complaint.unit, standard), texts)),
        texts("cmp-silent-further") if ready else texts("cmp-silent-court"),
        ready_text(ready, about_complaint(complaint, standard, texts), texts) if ready else None,
    )
    ways = (tap(complaint, "further", AT_ONCE), tap(complaint, "further"))
    further = ready_buttons(ready, *ways, texts) if ready else ()
    return Screen(text, column(*further, open_button(complaint.id, texts)))
