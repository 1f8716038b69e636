"""The results of the campaigns as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.chaos.applications.records import Found as Register
    from benchmarks.chaos.campaign import Outcome
    from benchmarks.chaos.complaints.records import Found as Grievances
    from benchmarks.chaos.ends import Judged
    from benchmarks.chaos.officers.records import Found as Work

    Filed = Judged[Register]
    Worked = Judged[Work]
    Complained = Judged[Grievances]

ROWS: tuple[tuple[str, Callable[[Outcome], object]], ...] = (
    ("updates", lambda it: it.updates),
    ("... confirmed before the last SIGKILL", lambda it: it.moments["confirmed"]),
    ("SIGKILLs", lambda it: it.kills),
    ("... while starting", lambda it: it.moments["starting"]),
    ("... with nothing in hand", lambda it: it.moments["idle"]),
    ("... in the careful first batch", lambda it: it.moments["careful"]),
    ("... in a batch", lambda it: it.moments["batch"]),
    ("... of all these, at a commit", lambda it: it.moments["committing"]),
    ("... of all these, with messages on their way", lambda it: it.moments["sending"]),
    ("**lost**", lambda it: it.counts.lost),
    ("**applied twice**", lambda it: it.counts.twice),
    ("**replies never delivered**", lambda it: it.counts.undelivered),
    ("**replies out of order**", lambda it: it.counts.disordered),
    ("**last seen differs from the database**", lambda it: it.counts.stale),
    ("**still queued at the end**", lambda it: it.counts.queued),
    ("**database damaged**", lambda it: it.counts.unsound),
    ("**ended by itself**", lambda it: it.ended_alone + (not it.clean_end)),
    ("lost or applied twice, per 1,000 updates", lambda it: _rate(it, it.counts.lost + it.counts.twice)),
    ("replies never delivered, per 1,000 updates", lambda it: _rate(it, it.counts.undelivered)),
    ("replies delivered more than once", lambda it: it.counts.repeated),
    ("set aside after three kills, then replayed", lambda it: it.counts.set_aside),
    ("seconds", lambda it: f"{it.seconds:.0f}"),
)


def _rate(outcome: Outcome, count: int) -> str:
    return f"{1000 * count / max(1, outcome.updates):.0f}"


def table(ours: Outcome, peer: Outcome | None) -> str:
    """Both campaigns side by side in Markdown; whatever must be zero is bold."""
    shown: Sequence[Outcome] = (ours,) if peer is None else (ours, peer)
    head = ["", "Tirkeu", "stock aiogram polling"][: len(shown) + 1]
    rows = [head, ["---"] * len(head)]
    rows += [[name, *(str(figure(each)) for each in shown)] for name, figure in ROWS]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


FILINGS: tuple[tuple[str, Callable[[Filed], object]], ...] = (
    ("filings", lambda it: it.found.filings),
    ("taps, some of them twice", lambda it: it.found.taps),
    ("... confirmed before the last SIGKILL", lambda it: it.moments["confirmed"]),
    ("SIGKILLs", lambda it: it.kills),
    ("... while starting", lambda it: it.moments["starting"]),
    ("... with nothing in hand", lambda it: it.moments["idle"]),
    ("... in the careful first batch", lambda it: it.moments["careful"]),
    ("... in a batch", lambda it: it.moments["batch"]),
    ("... of all these, at a commit", lambda it: it.moments["committing"]),
    ("... of all these, with messages on their way", lambda it: it.moments["sending"]),
    ("numbers of 2026", lambda it: it.found.by_year[2026]),
    ("numbers of 2027", lambda it: it.found.by_year[2027]),
    ("under each edition", lambda it: ", ".join(f"{of}: {count}" for of, count in sorted(it.found.by_edition.items()))),
    ("**lost**", lambda it: it.found.lost),
    ("**filed twice, or a number given twice**", lambda it: it.found.doubled),
    ("**registers of an office and year not 1, 2, 3 …**", lambda it: it.found.gaps),
    ("**receipts or answers never delivered**", lambda it: it.found.undelivered),
    ("**another number or edition shown, sealed, or on a receipt**", lambda it: it.found.strange),
    ("**officers never told**", lambda it: it.found.untold),
    ("**messages out of order**", lambda it: it.found.disordered),
    ("**last seen differs from the database**", lambda it: it.found.stale),
    ("**still queued at the end**", lambda it: it.found.queued),
    ("**still in quarantine at the end**", lambda it: it.found.left),
    ("**database damaged**", lambda it: it.found.unsound),
    ("**ended by itself**", lambda it: it.ended_alone + (not it.clean_end)),
    ("stamped copies delivered", lambda it: it.found.copies),
    ("messages delivered more than once", lambda it: it.found.repeated),
    ("set aside after three kills, then replayed", lambda it: it.found.set_aside),
    ("seconds", lambda it: f"{it.seconds:.0f}"),
)


OFFICERS: tuple[tuple[str, Callable[[Worked], object]], ...] = (
    ("cases", lambda it: it.found.cases),
    ("acts", lambda it: it.found.acts),
    ("... tapped twice, half of them by two", lambda it: it.found.twice_tapped),
    ("updates", lambda it: it.found.updates),
    ("... confirmed before the last SIGKILL", lambda it: it.moments["confirmed"]),
    ("SIGKILLs", lambda it: it.kills),
    ("... while starting", lambda it: it.moments["starting"]),
    ("... with nothing in hand", lambda it: it.moments["idle"]),
    ("... in the careful first batch", lambda it: it.moments["careful"]),
    ("... in a batch", lambda it: it.moments["batch"]),
    ("... of all these, at a commit", lambda it: it.moments["committing"]),
    ("... of all these, with messages on their way", lambda it: it.moments["sending"]),
    ("... of all these, with an entry of the history announced, not confirmed", lambda it: it.moments["announced"]),
    ("certificates of 2026", lambda it: it.found.by_year["certificates", 2026]),
    ("certificates of 2027", lambda it: it.found.by_year["certificates", 2027]),
    ("journal of 2026", lambda it: it.found.by_year["journal", 2026]),
    ("journal of 2027", lambda it: it.found.by_year["journal", 2027]),
    ("**acts or typed lines lost**", lambda it: it.found.lost),
    ("**done twice**", lambda it: it.found.doubled),
    ("**certificates or journal of an office and year not 1, 2, 3 …**", lambda it: it.found.gaps),
    ("**history not whole, or not an entry an act**", lambda it: it.found.unwhole),
    ("**officers never answered, or without the paper**", lambda it: it.found.unanswered),
    ("**applicants not told once of each act**", lambda it: it.found.untold),
    ("**denied**", lambda it: it.found.denied),
    ("**told to others, or with the number of another case**", lambda it: it.found.strange),
    ("**documents of another case, or of other bytes than made anew**", lambda it: it.found.unlike),
    ("**messages out of order**", lambda it: it.found.disordered),
    ("**last seen differs from the database**", lambda it: it.found.stale),
    ("**still queued at the end**", lambda it: it.found.queued),
    ("**still in quarantine at the end**", lambda it: it.found.remaining),
    ("**database damaged**", lambda it: it.found.unsound),
    ("**ended by itself**", lambda it: it.ended_alone + (not it.clean_end)),
    ("stamped copies for complete packages delivered", lambda it: it.found.copies),
    ("certificates, notes and letters of refusal delivered", lambda it: it.found.papers),
    ("messages delivered more than once", lambda it: it.found.repeated),
    ("set aside after three kills, then replayed", lambda it: it.found.set_aside),
    ("seconds", lambda it: f"{it.seconds:.0f}"),
)

COMPLAINTS: tuple[tuple[str, Callable[[Complained], object]], ...] = (
    ("complaints", lambda it: it.found.complaints),
    ("... once more, after an answer", lambda it: it.found.reopened),
    ("... further, to the akimat above", lambda it: it.found.further),
    ("... as letters, without a number", lambda it: it.found.letters),
    ("acts", lambda it: it.found.acts),
    ("... tapped twice, of the bodies' half by two", lambda it: it.found.twice_tapped),
    ("updates", lambda it: it.found.updates),
    ("... confirmed before the last SIGKILL", lambda it: it.moments["confirmed"]),
    ("SIGKILLs", lambda it: it.kills),
    ("... while starting", lambda it: it.moments["starting"]),
    ("... with nothing in hand", lambda it: it.moments["idle"]),
    ("... in the careful first batch", lambda it: it.moments["careful"]),
    ("... in a batch", lambda it: it.moments["batch"]),
    ("... of all these, at a commit", lambda it: it.moments["committing"]),
    ("... of all these, with messages on their way", lambda it: it.moments["sending"]),
    ("... of all these, with an entry of the history announced, not confirmed", lambda it: it.moments["announced"]),
    ("numbers of 2026", lambda it: it.found.by_year[2026]),
    ("numbers of 2027", lambda it: it.found.by_year[2027]),
    ("**complaints, acts or typed lines lost**", lambda it: it.found.lost),
    ("**done twice**", lambda it: it.found.doubled),
    ("**registers of a body and year not 1, 2, 3 …, or a letter with a number**", lambda it: it.found.gaps),
    ("**history not whole, or not an entry an act**", lambda it: it.found.unwhole),
    ("**never answered, or without the slip or letter**", lambda it: it.found.unanswered),
    ("**authors or bodies not told once of each act**", lambda it: it.found.untold),
    ("**denied**", lambda it: it.found.denied),
    ("**at another body, told to others, or with the number of another**", lambda it: it.found.strange),
    ("**slips and letters of another, or of other bytes than made anew**", lambda it: it.found.unlike),
    ("**messages out of order**", lambda it: it.found.disordered),
    ("**last seen differs from the database**", lambda it: it.found.stale),
    ("**still queued at the end**", lambda it: it.found.queued),
    ("**still in quarantine at the end**", lambda it: it.found.remaining),
    ("**database damaged**", lambda it: it.found.unsound),
    ("**ended by itself**", lambda it: it.ended_alone + (not it.clean_end)),
    ("slips delivered", lambda it: it.found.slips),
    ("letters to print delivered", lambda it: it.found.papers),
    ("messages delivered more than once", lambda it: it.found.repeated),
    ("set aside after three kills, then replayed", lambda it: it.found.set_aside),
    ("seconds", lambda it: f"{it.seconds:.0f}"),
)


def filings_table(outcome: Filed) -> str:
    """The campaign of filings in Markdown."""
    return _ours([[name, str(figure(outcome))] for name, figure in FILINGS])


def officers_table(outcome: Worked) -> str:
    """The campaign of officers' acts in Markdown."""
    return _ours([[name, str(figure(outcome))] for name, figure in OFFICERS])


def complaints_table(outcome: Complained) -> str:
    """The campaign of complaints in Markdown."""
    return _ours([[name, str(figure(outcome))] for name, figure in COMPLAINTS])


def _ours(figures: list[list[str]]) -> str:
    rows = [["", "Tirkeu"], ["---", "---"], *figures]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
