"""What the server says when it refuses, in its own words.

Wording after tdlib/telegram-bot-api, Client.cpp, `fail_query_with_error`: a code, a prefix that names
the code, and the reason with its first letter lowered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.http.shapes import JsonObject

PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
}

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "terminated by setWebhook request"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True, eq=False)
class Refusal(Exception):
    """A request that is answered with `ok: false`."""

    code: int
    description: str
    parameters: JsonObject = field(default_factory=dict)

    def body(self) -> JsonObject:
        """The answer as it is sent."""
        answer: JsonObject = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def refuse(code: int, reason: str = "") -> Refusal:
    """A refusal with the code's own prefix."""
    prefix = PREFIXES[code]
    return Refusal(code, f"{prefix}: {reason}" if reason else prefix)


def bad_request(reason: str) -> Refusal:
    """A refusal for what was asked: 400.

    The first letter is lowered unless the second shows a constant such as BUTTON_DATA_INVALID.
    """
    constant = len(reason) > 1 and (reason[1] == "_" or "A" <= reason[1] <= "Z")
    return refuse(400, reason if constant else reason[:1].lower() + reason[1:])


def forbidden(reason: str) -> Refusal:
    """A refusal for who is asked: 403."""
    return refuse(403, reason)


def conflict(reason: str) -> Refusal:
    """A refusal for what else is going on: 409."""
    return refuse(409, reason)


def too_many(retry_after: int) -> Refusal:
    """A refusal for now: 429, with the seconds to wait."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def too_large() -> Refusal:
    """A refusal of a body that is too large: 413."""
    return Refusal(413, "Request Entity Too Large")
