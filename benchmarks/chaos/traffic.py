"""The acts of a hundred people: additions that must count exactly once, and use of the product."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from benchmarks.chaos.wording import ADD
from dialogs.ui.callback_data import HomeCallback
from domain.languages import LANGUAGES
from sandbox.people.person import Person

if TYPE_CHECKING:
    from random import Random

    from sandbox.world.world import World

FIRST_USER = 5001
NAMES = ("Алматы", "Шымкент", "Kokshetau", "Ақтау", "Семей", "Тараз")


class Kind(Enum):
    """What a person does, with its percentage of the traffic."""

    ADD = 50
    SPEAK = 20
    SEARCH = 12
    NEAR = 10
    START = 8


@dataclass(frozen=True, slots=True)
class Sent:
    """An update as sent; `word` is the chosen language, if any."""

    chat: int
    kind: Kind
    word: str = ""


@dataclass(slots=True)
class Traffic:
    """People who write at random."""

    world: World
    random: Random
    people: list[Person]
    sent: dict[int, Sent] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World, random: Random, chats: int) -> Traffic:
        """People who have not written yet."""
        return cls(world, random, [Person.meet(world, FIRST_USER + each) for each in range(chats)])

    @property
    def done(self) -> int:
        """The number of updates sent."""
        return len(self.sent)

    @property
    def finished(self) -> bool:
        """Never: these people go on writing."""
        return False

    def wind_up(self) -> bool:
        """Nothing is ever unfinished."""
        return False

    def one(self) -> bool:
        """Lets a random person act."""
        person = self.random.choice(self.people)
        kind = self.random.choices(list(Kind), [each.value for each in Kind])[0]
        tapped = self._message_of_bot(person)
        if tapped is None and kind is Kind.SPEAK:
            kind = Kind.START
        number, word = len(self.sent) + 1, ""
        if kind is Kind.ADD:
            update = person.say(f"{ADD}{number}")
        elif kind is Kind.SEARCH:
            update = person.say(self.random.choice(NAMES))
        elif kind is Kind.NEAR:
            update = person.share_location(self.random.uniform(42, 54), self.random.uniform(50, 85))
        elif kind is Kind.START:
            update = person.start()
        else:
            word = self.random.choice(LANGUAGES)
            update = person.press(tapped or 0, HomeCallback("speak", word).pack())
        self.sent[update] = Sent(person.chat.id, kind, word)
        return True

    def _message_of_bot(self, person: Person) -> int | None:
        found = [m.id for m in person.chat.messages.values() if m.sender["id"] == self.world.bot.id]
        return found[-1] if found else None
