"""What is drawn by seeds: what a person means to do, one act a round, and the weather that a group has in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import cycle
from random import Random

ROUNDS = 24
USUAL_SECONDS = 10
SHORT = (0, 0, 1)  # rounds within a second: whatever people do then is in the second of the last screen
SHARE_OF_SHORT, SHARE_OF_OUTAGES = 0.08, 0.12
LONGEST_OUTAGE = 2
CALM = 4  # rounds at the beginning
ROLES = (("missionary", 45), ("group", 25), ("complaint", 30))
LANGUAGES = (("ru", 60), ("kk", 25), ("en", 15))
SHORTEST = 10
GAPS = (0, *(1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9) * 2)  # seconds after the bot's last screen
DILIGENCE = (1, 1, 3)  # some go on with what they came for, whatever else there is
STRAIGHT, WAY_IN = 0.75, 5  # this share goes straight to what has to be typed; acts until then
IDLE = "idle"
WEIGHTS = {
    "answer": 48,  # what the newest screen asks for, in a sensible way
    "answer_twice": 4,  # two messages before the bot has read the first
    "command": 10,
    "command_and_answer": 2,  # likewise
    "tap_newest": 6,
    "tap_old": 4,
    "tap_remembered": 2,  # on a second device, where the keyboard still stands
    "town": 6,
    "pin": 3,
    "wordless": 5,
    "label": 2,  # the words of a button, typed
    "edit": 6,
    "album": 2,
    "paste": 2,
    "speak": 2,
    IDLE: 6,
}


@dataclass(frozen=True, slots=True)
class Intention:
    """One act: `pick` chooses among what there is, `gap` is in seconds after the bot's last screen."""

    name: str
    pick: int = 0
    gap: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole conversation; the group is whose weather it has."""

    seed: int
    group: int
    role: str
    language: str
    acts: tuple[Intention, ...]

    @property
    def length(self) -> int:
        """Acts that are done."""
        return sum(each.name != IDLE for each in self.acts)


def draw_plan(seed: int, group: int) -> Plan:
    """The conversation of a seed."""
    chance = Random(seed)  # for chance, not secrecy
    length = chance.randint(SHORTEST, ROUNDS)
    weights = WEIGHTS | {"answer": WEIGHTS["answer"] * chance.choice(DILIGENCE)}
    acts = [
        Intention(_pick(chance, tuple(weights.items())), chance.randrange(1 << 16), chance.choice(GAPS))
        for _ in range(length)
    ]
    if chance.random() < STRAIGHT:
        acts[:WAY_IN] = [replace(each, name="answer") for each in acts[:WAY_IN]]
    role, language = _pick(chance, ROLES), _pick(chance, LANGUAGES)
    return Plan(seed, group, role, language, tuple(acts + [Intention(IDLE)] * (ROUNDS - length)))


def _pick(chance: Random, weighted: tuple[tuple[str, int], ...]) -> str:
    return chance.choices([name for name, _ in weighted], [weight for _, weight in weighted])[0]


class End(Enum):
    """Where the bot was with its last work when it ended."""

    STOPPED = "stopped"
    SENT = "killed when all was sent and no mark of it written"
    COMMITTED = "killed when all was committed and nothing sent"


@dataclass(frozen=True, slots=True)
class Round:
    """One act of everybody. `seconds`: until the bot has answered; `down`: it does not, this time.

    `end`: how it ended before these acts, if it did; it is started again when it is to answer.
    """

    seconds: int = USUAL_SECONDS
    down: bool = False
    end: End | None = None


def draw_weather(seed: int) -> list[Round]:
    """The rounds of a group."""
    chance = Random(seed)  # for chance, not secrecy
    rounds, ends = [Round()] * CALM, cycle(chance.sample(list(End), len(End)))
    while len(rounds) < ROUNDS:
        if chance.random() < SHARE_OF_OUTAGES:
            rounds.append(Round(USUAL_SECONDS, down=True, end=next(ends)))
            rounds += [Round(USUAL_SECONDS, down=True)] * chance.randrange(LONGEST_OUTAGE)
            rounds.append(Round())
        elif chance.random() < SHARE_OF_SHORT:
            rounds.append(Round(chance.choice(SHORT)))
        else:
            rounds.append(Round())
    return [*rounds[: ROUNDS - 1], Round()]
