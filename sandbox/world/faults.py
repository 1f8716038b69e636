"""Faults injected on purpose."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.http.answers import JsonObject

# For calls: refuse, break the connection before or after, delay.
TOO_MANY = "too_many"
BAD_REQUEST = "bad_request"
FORBIDDEN = "forbidden"
SERVER_ERROR = "server_error"
DROP_BEFORE = "drop_before"
DROP_AFTER = "drop_after"
DELAY = "delay"
# For updates: deliver a confirmed one again, shuffle those of one poll.
DUPLICATE = "duplicate"
REORDER = "reorder"

CALL_FAULTS = frozenset({TOO_MANY, BAD_REQUEST, FORBIDDEN, SERVER_ERROR, DROP_BEFORE, DROP_AFTER, DELAY})
UPDATE_FAULTS = frozenset({DUPLICATE, REORDER})


@dataclass(slots=True)
class Fault:
    """A rule: what fails, where, and how often.

    Attributes:
        kind: one of the names above.
        method: only calls of this method, case-insensitive; None for all.
        chat_id: only calls about this chat; None for all.
        probability: for each matching call.
        count: how many more times; None for no limit.
        retry_after: seconds named in a 429.
        status: code of a server error, 500 or 502.
        description: replaces the usual text of a refusal; of a bad request, which has none, it is the reason.
        seconds: how long a call is delayed.
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
    def from_json(cls, value: JsonObject) -> Fault:
        """Parses a rule.

        Raises:
            ValueError: unknown or missing fields, or an unknown kind.
        """
        unknown = value.keys() - {found.name for found in fields(cls)}
        if unknown or "kind" not in value:
            raise ValueError(f"a fault has a kind and no {', '.join(sorted(unknown)) or 'less'}")
        return cls(**value)

    def to_json(self) -> JsonObject:
        """The inverse of `from_json`."""
        return asdict(self)

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Whether the rule applies to such a call and is not used up."""
        return (
            self.count != 0
            and (self.method is None or self.method.lower() == method.lower())
            and (self.chat_id is None or self.chat_id == chat_id)
        )


@dataclass(slots=True)
class FaultPlan:
    """The active rules; the same seed and the same calls give the same faults."""

    random: Random = field(default_factory=lambda: Random(0))  # noqa: S311  # for chance, not secrecy
    rules: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        """Activates a rule."""
        self.rules.append(fault)
        return fault

    def strike(self, kinds: frozenset[str], method: str, chat_id: int | None) -> list[Fault]:
        """Returns the rules of these kinds that hit this call, and counts them down."""
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
