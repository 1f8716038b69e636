"""The people in a campaign of complaints; each taps what the last screen offers, once it is there."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from benchmarks.chaos.complaints.paths import ACTS, LINES, REOPEN, TEXT, wish
from benchmarks.chaos.complaints.phones import Matter, Phone, Turn
from benchmarks.chaos.complaints.town import head, registrar
from benchmarks.chaos.officers.records import Sent, find_offer
from benchmarks.chaos.officers.replies import Replies
from dialogs.ui.callback_data import ComplaintCallback, OfficerComplaintCallback
from sandbox.people.person import Person

if TYPE_CHECKING:
    from random import Random

    from benchmarks.chaos.complaints.paths import Wish
    from benchmarks.chaos.complaints.town import Town
    from benchmarks.chaos.officers.replies import Reply
    from sandbox.world.world import World

AT_A_TIME = 40  # at most this many complaints in progress; in a short campaign a sixth of all
MOST_LOOKS = 10  # openings of a complaint in one turn, before it is given up
BY_TWO = 0.5  # share of the body's double taps where the second is the head's
MOST_TEXTS = 2


@dataclass(slots=True)
class People:
    """Authors, registrars, and heads who sometimes tap the same as a registrar.

    Attributes:
        waiting: numbers of the complaints nobody has opened.
        active: those in progress.
        twice: share of the acts that are tapped twice.
        sent: every update.
    """

    world: World
    random: Random
    town: Town
    twice: float
    replies: Replies
    waiting: deque[int]
    phones: dict[int, Phone] = field(default_factory=dict)
    active: list[Matter] = field(default_factory=list)
    sent: dict[int, Sent] = field(default_factory=dict)
    waits: dict[int, Matter] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World, random: Random, town: Town, twice: float) -> People:
        """Nobody has opened a complaint; everybody has opened a chat."""
        order = deque(random.sample(range(town.complaints), town.complaints))
        made = cls(world, random, town, twice, Replies(world), order)
        everybody = [town.author(each) for each in range(town.complaints)]
        for user_id in (*everybody, *map(registrar, town.teams), *map(head, town.teams)):
            made._phone(user_id)
        return made

    @property
    def done(self) -> int:
        """The number of updates."""
        return len(self.sent)

    @property
    def finished(self) -> bool:
        """Whether no complaint is left."""
        return not self.waiting and not self.active

    def close(self) -> None:
        """Opens no more complaints."""
        self.waiting.clear()

    def wind_up(self) -> bool:
        """Continues with what is left."""
        return self.one()

    def one(self) -> bool:
        """Lets somebody do the next thing; False if all wait for an answer."""
        self._look()
        while self.waiting and len(self.active) < min(AT_A_TIME, 1 + self.town.complaints // 6):
            self.active.append(self._begin(self.waiting.popleft()))
        ready = [each for each in self.active if self._may_go_on(each)]
        if not ready:
            return False
        self._go_on(self.random.choice(ready))
        return True

    def _begin(self, number: int) -> Matter:
        town, unit = self.town, self.town.akimat(number)
        who = [self._phone(each) for each in (town.author(number), registrar(unit), head(unit))]
        wanted = self.random.randint(1, MOST_TEXTS)
        return Matter(number, town.id(number), town.path(number), who[0], who[1], who[2], wanted)

    def _phone(self, user_id: int) -> Phone:
        if user_id not in self.phones:
            person = Person.meet(self.world, user_id)
            person.chat  # noqa: B018  # creates the chat
            self.phones[user_id] = Phone(person)
        return self.phones[user_id]

    def _may_go_on(self, matter: Matter) -> bool:
        """Whether nothing is awaited, the registrar is free, and the notice of their turn has arrived."""
        if matter.awaited or matter.phone.matter not in {None, matter.number}:
            return False
        return bool(matter.screen or matter.turn is Turn.FILES or matter.phone.with_button(matter.way_in))

    def _look(self) -> None:
        for reply in self.replies.new():
            matter = self.waits.pop(reply.update, None)
            if matter is None:
                continue  # shown again after a crash
            matter.awaited.discard(reply.update)
            sent = self.sent[reply.update]
            # A quarantined update changes nothing: the screen and the line to type stay as they were.
            if reply.heard and sent.chat == matter.phone.person.user.id:
                self._see(matter, sent, reply)

    def _see(self, matter: Matter, sent: Sent, reply: Reply) -> None:
        matter.screen = reply.message or matter.screen
        if sent.line and find_offer(matter.phone.offered(matter.screen)):
            matter.typed = sent  # nobody can say when its question was shown: a bot was killed
            return
        matter.lines += sent.after == TEXT
        if sent.after == matter.asked:
            matter.asked = ""
        if matter.turn is Turn.FILES and sent.action in {"file", "letter"}:
            self._end(matter) if sent.action == "letter" or matter.further else matter.take(Turn.BODY)
        elif matter.turn is Turn.BODY and sent.action == "answered":
            matter.take(Turn.ENDS)
        elif matter.turn is Turn.ENDS and sent.after == REOPEN:
            matter.round += 1
            matter.take(Turn.BODY)
        elif matter.turn is Turn.ENDS and sent.action == "further":
            self._go_further(matter)
        elif matter.turn is Turn.ENDS and sent.action == "rate":
            self._end(matter)

    def _go_further(self, matter: Matter) -> None:
        """The new screen belongs to the appeal, which has an id of its own."""
        found = wish(("units",), "", ComplaintCallback, matter.author.offered(matter.screen))
        if found and found.complaint != matter.id:
            screen = matter.screen
            matter.id, matter.further = found.complaint, True
            matter.take(Turn.FILES)
            matter.screen = screen

    def _end(self, matter: Matter) -> None:
        matter.take(Turn.DONE)
        if matter in self.active:
            self.active.remove(matter)

    def _go_on(self, matter: Matter) -> None:
        phone = matter.phone
        phone.matter = matter.number if matter.turn is Turn.BODY else None
        capability = OfficerComplaintCallback if matter.turn is Turn.BODY else ComplaintCallback
        offered = phone.offered(matter.screen)
        found = wish(matter.actions, matter.id, capability, offered)
        if matter.typed and (offer := find_offer(offered)):
            self._wait(matter, phone.person.press(matter.screen, offer), replace(matter.typed, message=matter.screen))
            matter.typed = None
        elif found:
            self._tap(matter, found)
        elif matter.asked or (matter.turn is Turn.FILES and matter.screen and matter.lines < matter.wanted):
            self._type(matter, matter.asked or TEXT)
        elif matter.looks >= MOST_LOOKS:
            self._end(matter)
        else:
            self._open(matter)

    def _tap(self, matter: Matter, found: Wish) -> None:
        again = found.action in ACTS and self.random.random() < self.twice
        taps = [(matter.phone, matter.screen)]
        if again:
            by_head = matter.turn is Turn.BODY and self.random.random() < BY_TWO
            taps.append((matter.head, max(matter.head.person.chat.messages)) if by_head else taps[0])
            self.random.shuffle(taps)
        for phone, message in taps:
            sent = Sent(matter.key, phone.person.user.id, found.action, found.version, message)
            self._wait(matter, phone.person.press(message, found.data), sent)
        if found.action in LINES:
            matter.asked, matter.asked_for = found.action, found.version

    def _type(self, matter: Matter, after: str) -> None:
        times = matter.lines + 1 if after == TEXT else matter.round
        line = LINES[after].format(matter.key, times)
        version = -1 if after == TEXT else matter.asked_for
        sent = Sent(matter.key, matter.phone.person.user.id, version=version, line=line, after=after)
        self._wait(matter, matter.phone.person.say(line), sent)

    def _open(self, matter: Matter) -> None:
        person = matter.phone.person
        message = matter.phone.with_button(matter.way_in)
        if not message:
            message = self.world.post(person.chat, self.world.bot, {"text": "?"}).id
        self._wait(matter, person.press(message, matter.way_in), Sent(matter.key, person.user.id, message=message))
        matter.looks += 1

    def _wait(self, matter: Matter, update: int, sent: Sent) -> None:
        self.sent[update] = sent
        matter.awaited.add(update)
        self.waits[update] = matter
