"""Officers with phones; each taps what the last screen offers, once it is there."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from benchmarks.chaos.applications.drafts import YEARS
from benchmarks.chaos.officers.office import OFFICERS, head, officer
from benchmarks.chaos.officers.paths import ACTS, LINES, Path, line, wish
from benchmarks.chaos.officers.phone import Phone
from benchmarks.chaos.officers.records import Sent, find_offer
from benchmarks.chaos.officers.replies import Replies
from domain.casework.incoming_number import incoming_number
from sandbox.people.person import Person

if TYPE_CHECKING:
    from random import Random

    from benchmarks.chaos.applications.drafts import Intake
    from benchmarks.chaos.officers.paths import Wish
    from sandbox.world.world import World

BY_TWO = 0.5  # share of double taps where the second is the head's
MOST_LOOKS = 10  # openings of one case, before it is given up
AGAIN = 1.5  # updates for a second tap: the head opens the case first


@dataclass(slots=True)
class Officers:
    """Two officers at each office, with one case at a time, and heads who sometimes tap the same as an officer.

    What an officer has ticked or written is theirs alone: heads do not tap what follows from it.

    Attributes:
        numbers: number of the case → incoming number, as visitors give it.
        waiting: office → numbers of the cases nobody has started.
        paths: what is to be done with each case.
        twice: share of the acts that are tapped twice.
        sent: every update.
    """

    world: World
    random: Random
    intake: Intake
    numbers: dict[int, str]
    phones: list[Phone]
    heads: dict[int, Phone]
    waiting: dict[int, deque[int]]
    paths: dict[int, Path]
    replies: Replies
    twice: float
    sent: dict[int, Sent] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World, random: Random, intake: Intake, twice: float) -> Officers:
        """Officers who have not opened a case, and applicants who have opened their chats."""
        offices = range(intake.offices)

        def phone(user_id: int, office: int) -> Phone:
            return Phone(_met(world, user_id), office)

        for number in range(intake.drafts):
            _met(world, intake.applicant(number))
        numbers = {each: _incoming(intake, each) for each in range(intake.drafts)}
        phones = [phone(officer(office, place), office) for office in offices for place in range(OFFICERS)]
        heads = {office: phone(head(office), office) for office in offices}
        waiting = {office: deque(range(office, intake.drafts, intake.offices)) for office in offices}
        paths = dict(enumerate(random.choices(list(Path), [each.share for each in Path], k=intake.drafts)))
        return cls(world, random, intake, numbers, phones, heads, waiting, paths, Replies(world), twice)

    @property
    def likely(self) -> int:
        """Approximate number of updates."""
        taps = sum(1 + len(each.actions) + each.refused + ("collector" in each.actions) for each in self.paths.values())
        acts = sum(len(ACTS.keys() & set(each.actions)) for each in self.paths.values())
        return round(taps + acts * self.twice * AGAIN)

    @property
    def done(self) -> int:
        """The number of updates."""
        return len(self.sent)

    @property
    def finished(self) -> bool:
        """Whether no case is left."""
        return not any(self.waiting.values()) and all(each.case is None for each in self.phones)

    @property
    def begun(self) -> set[int]:
        """The cases somebody has started."""
        return {each.case for each in self.sent.values()}

    def team(self, office: int) -> tuple[Phone, ...]:
        """The staff of an office by its number: the officers, then the head."""
        return (*self.phones[office * OFFICERS : (office + 1) * OFFICERS], self.heads[office])

    def close(self) -> None:
        """Starts no more cases."""
        for each in self.waiting.values():
            each.clear()

    def wind_up(self) -> bool:
        """Continues with what is left."""
        return self.one()

    def one(self) -> bool:
        """Lets somebody do the next thing; False if all wait for an answer."""
        self._look()
        ready = [each for each in self.phones if not each.awaited and (each.case is not None or self._next(each))]
        if not ready:
            return False
        phone = self.random.choice(ready)
        if phone.together:
            self._tap_together(phone, phone.together)
        else:
            self._go_on(phone)
        return True

    def _look(self) -> None:
        for reply in self.replies.new():
            sent = self.sent[reply.update]
            for each in self.team(sent.case % self.intake.offices):
                each.awaited.discard(reply.update)
                # A quarantined update changes nothing: the screen and the line to type stay as they were.
                if reply.heard and each.person.user.id == sent.chat and each.case == sent.case:
                    each.see(sent, reply.message)

    def _next(self, phone: Phone) -> bool:
        waiting = self.waiting[phone.office]
        phone.begin(waiting.popleft() if waiting else None)
        return phone.case is not None

    def _go_on(self, phone: Phone) -> None:
        assert phone.case is not None
        path = self.paths[phone.case]
        found = wish(path, self.intake.case_id(phone.case), phone.offered, mended=phone.mended)
        if phone.typed and (offer := find_offer(phone.offered)):
            update = phone.person.press(phone.screen, offer)
            self.sent[update], phone.typed = replace(phone.typed, message=phone.screen), None
            phone.awaited.add(update)
        elif found:
            self._tap(phone, found)
        elif phone.asked:
            self._type(phone, phone.case)
        elif phone.ended or phone.looks > MOST_LOOKS:
            phone.begin(None)
            if self._next(phone):
                self._open(phone, phone)
        else:
            self._open(phone, phone)

    def _tap(self, phone: Phone, found: Wish) -> None:
        again = found.action in ACTS and self.random.random() < self.twice
        boss = self.heads[phone.office]
        alone = phone.case is None or self.paths[phone.case].is_prepared(found.action)
        if again and not alone and self.random.random() < BY_TWO and boss.case is None:
            boss.begin(phone.case)
            phone.together = found
            self._open(boss, phone)
            return
        self._press(phone, found, phone)
        if again:
            self._press(phone, found, phone)
        if found.action in LINES:
            phone.asked, phone.asked_for = found.action, found.version

    def _tap_together(self, phone: Phone, found: Wish) -> None:
        boss = self.heads[phone.office]
        # Whoever has the case already is not offered to take it, and a tap nobody could make would be denied.
        both = found.action != "take" or found.data in boss.offered
        for each in self.random.sample((phone, boss), 2) if both else (phone,):
            self._press(each, found, phone)
        phone.together = None
        boss.begin(None)

    def _press(self, phone: Phone, found: Wish, waits: Phone) -> None:
        assert waits.case is not None
        update = phone.person.press(phone.screen, found.data)
        self.sent[update] = Sent(waits.case, phone.person.user.id, found.action, found.version, phone.screen)
        waits.awaited.add(update)

    def _type(self, phone: Phone, case: int) -> None:
        text = line(phone.asked, case)
        update = phone.person.say(text)
        self.sent[update] = Sent(case, phone.person.user.id, version=phone.asked_for, line=text, after=phone.asked)
        phone.awaited.add(update)

    def _open(self, phone: Phone, waits: Phone) -> None:
        assert phone.case is not None
        update = phone.person.say(f"/case {self.numbers[phone.case]}")
        self.sent[update] = Sent(phone.case, phone.person.user.id)
        phone.looks += 1
        waits.awaited.add(update)


def _met(world: World, user_id: int) -> Person:
    person = Person.meet(world, user_id)
    person.chat  # noqa: B018  # creates the chat
    return person


def _incoming(intake: Intake, number: int) -> str:
    """Cases were filed in the order of their numbers."""
    return incoming_number(intake.code(number), YEARS[0], number // intake.offices + 1)
