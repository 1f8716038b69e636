"""Things that go wrong on purpose."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.http.shapes import JsonObject

# Of a call: refuse it, lose the connection around it, hold it up.
TOO_MANY = "too_many"
FORBIDDEN = "forbidden"
SERVER_ERROR = "server_error"
DROP_BEFORE = "drop_before"
DROP_AFTER = "drop_after"
DELAY = "delay"
# Of updates: deliver a confirmed one again, mix those of one poll.
DUPLICATE = "duplicate"
REORDER = "reorder"

CALL_FAULTS = frozenset({TOO_MANY, FORBIDDEN, SERVER_ERROR, DROP_BEFORE, DROP_AFTER, DELAY})
UPDATE_FAULTS = frozenset({DUPLICATE, REORDER})


@dataclass(slots=True)
class Fault:
    """One rule: what goes wrong, where, how often.

    Attributes:
        kind: One of the names above.
        method: Only in calls of this method, in any case of letters; None for all.
        chat_id: Only in calls about this chat; None for all.
        probability: Chance of each matching call.
        count: How many more times; None for ever.
        retry_after: Seconds that a 429 names.
        status: Code of a server error: 500 or 502.
        description: What a refusal says instead of the usual.
        seconds: How long a call is held up.
    """

    kind: str
    method: str | None = None
    chat_id: int | None = None
    probability: float = 1.0
    count: int | None = None
    retry_after: int = 1
    status: int = 500
    description: str = ""
    seconds: float = 0.0

    def __post_init__(self) -> None:
        if self.kind not in CALL_FAULTS | UPDATE_FAULTS:
            raise ValueError(f"no such fault: {self.kind}")

    @classmethod
    def from_json(cls, given: JsonObject) -> Fault:
        """The rule that `given` describes.

        Raises:
            ValueError: A name or a value that no rule has.
        """
        unknown = given.keys() - {found.name for found in fields(cls)}
        if unknown or "kind" not in given:
            raise ValueError(f"a fault has a kind and no {', '.join(sorted(unknown)) or 'less'}")
        return cls(**given)

    def to_json(self) -> JsonObject:
        """This rule as `from_json` reads it."""
        return asdict(self)

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Whether the rule is about such a call and not used up."""
        return (
            self.count != 0
            and (self.method is None or self.method.lower() == method.lower())
            and (self.chat_id is None or self.chat_id == chat_id)
        )


@dataclass(slots=True)
class FaultPlan:
    """The rules in force. The same seed and the same calls give the same faults."""

    random: Random = field(default_factory=lambda: Random(0))  # noqa: S311  chance, not secrecy
    rules: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        """Put a rule in force."""
        self.rules.append(fault)
        return fault

    def strike(self, kinds: frozenset[str], method: str, chat_id: int | None) -> list[Fault]:
        """The rules of these kinds that hit this call, each counted down."""
        if not self.rules:
            return []
        return [rule for rule in self.rules if rule.kind in kinds and self._hits(rule, method, chat_id)]

    def _hits(self, rule: Fault, method: str, chat_id: int | None) -> bool:
        if not rule.matches(method, chat_id):
            return False
        if rule.probability < 1 and self.random.random() >= rule.probability:
            return False
        if rule.count is not None:
            rule.count -= 1
        return True
