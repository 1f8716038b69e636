"""A conversation as people can read it, and the table of a campaign."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks.conversations.people.plans import IDLE
from benchmarks.conversations.reading import place_of, question_on
from benchmarks.conversations.wire import Edited, Noted, Said, Shown, Tapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.conversations.campaign import Verdict
    from benchmarks.conversations.wire import Event

LONGEST = 90
SEEDS = 5
ANSWER = 2  # an event and what followed it


@dataclass(slots=True)
class Tally:
    """How many conversations had which fault; of each kind the first few are kept, and `examples` of them whole."""

    examples: int = 1
    conversations: int = 0
    failing: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    seeds: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    first: dict[str, list[Verdict]] = field(default_factory=dict)

    def add(self, conversations: int, failing: Iterable[Verdict]) -> None:
        """Count conversations, and those among them that have a fault."""
        self.conversations += conversations
        for verdict in failing:
            self.failing += 1
            for kind in sorted(verdict.kinds):
                self.counts[kind] += 1
                if len(self.seeds[kind]) < SEEDS:
                    self.seeds[kind].append(verdict.plan.seed)
                if len(kept := self.first.setdefault(kind, [])) < self.examples:
                    kept.append(verdict)

    def __str__(self) -> str:
        rows = [self.summary]
        for kind, count in self.counts.most_common():
            rows.append(f"{count:6}  {kind} (seeds {', '.join(map(str, self.seeds[kind]))})")
        return "\n".join(rows)

    @property
    def summary(self) -> str:
        """In one line."""
        return f"{self.conversations} conversations, {self.failing} with a fault"


def story(verdict: Verdict) -> str:
    """One conversation, event by event, with what is wrong."""
    plan, faults = verdict.plan, {each.at: each for each in verdict.faults}
    acts = " ".join(each.name for each in plan.acts if each.name != IDLE)
    rows = [f"seed {plan.seed}: {plan.role}, {plan.language}: {acts}"]
    last = max([verdict.played.ended, *(each + ANSWER for each in faults)])
    for at, event in enumerate(verdict.played.log[:last]):
        rows.append(f"{_clock(event.date)} {_told(event)}{'   <--' if at in faults else ''}")
    rows += [f"kept   {each.question}: {_cut(' | '.join(each.values))}" for each in verdict.played.kept if each.values]
    return "\n".join([*rows, *(f"FAULT  {each}" for each in verdict.faults)])


def _told(event: Event) -> str:
    return "".join(_parts(event))


def _parts(event: Event) -> Iterator[str]:
    if isinstance(event, Shown):
        asked = place_of(event.text) or question_on(event.text)
        yield f"  bot    #{event.message_id} {'(as before) ' if event.again else ''}"
        yield f"[{asked}] {_cut(event.text)}" if asked else _cut(event.text)
    elif isinstance(event, Said):
        yield f"person   #{event.message_id} {event.kind if event.kind != 'text' else ''} {_cut(event.text)}"
    elif isinstance(event, Edited):
        yield f"person   edits #{event.message_id}: {_cut(event.text)}"
    elif isinstance(event, Tapped):
        yield f"person   taps on #{event.message_id}: {event.label or event.data}"
    elif isinstance(event, Noted):
        yield f"       * the bot is {event.what}"


def _clock(date: int) -> str:
    return datetime.fromtimestamp(date, UTC).strftime("%H:%M:%S")


def _cut(text: str) -> str:
    line = " / ".join(each for each in text.split("\n") if each)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
