"""Applicants with a draft each, who file it in random order, some of them twice."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dialogs.ui.callback_data import ApplicationCallback
from sandbox.people.person import Person

if TYPE_CHECKING:
    from random import Random

    from benchmarks.chaos.applications.drafts import Intake
    from sandbox.world.world import World

DRAFT_VERSION = 0


IMPATIENT = 0.1  # share of drafts whose applicant taps again right away


SOON = 5.0  # the most taps of others in between


@dataclass(slots=True)
class Filers:
    """They tap the button that files, some of them twice.

    Attributes:
        waiting: numbers of the drafts, in the order of future taps.
        taps: update of a tap → number of the draft.
        pages: number of the draft → message with the button.
    """

    world: World
    random: Random
    intake: Intake
    waiting: deque[int]
    taps: dict[int, int] = field(default_factory=dict)
    pages: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World, random: Random, intake: Intake) -> Filers:
        """Applicants who have not tapped yet, and officers who have opened their chats."""
        for number in range(intake.offices):
            Person.meet(world, intake.officer(number)).chat  # noqa: B018  # creates the chat
        order = random.sample(range(intake.drafts), intake.drafts)
        places = [(float(place), number) for place, number in enumerate(order)]
        places += [(place + random.uniform(0, SOON), number) for place, number in places if random.random() < IMPATIENT]
        return cls(world, random, intake, deque(number for _, number in sorted(places)))

    @property
    def done(self) -> int:
        """The number of taps."""
        return len(self.taps)

    @property
    def finished(self) -> bool:
        """Whether everybody has filed."""
        return not self.waiting

    def wind_up(self) -> bool:
        """Nothing is ever unfinished."""
        return False

    def one(self) -> bool:
        """Files the next draft."""
        number = self.waiting.popleft()
        person = Person.meet(self.world, self.intake.applicant(number))
        if number not in self.pages:
            self.pages[number] = self.world.post(person.chat, self.world.bot, {"text": "?"}).id
        data = ApplicationCallback("file", f"{self.intake.case_id(number)}.", str(DRAFT_VERSION)).pack()
        self.taps[person.press(self.pages[number], data)] = number
        return True
