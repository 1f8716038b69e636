"""The answers of the server: JSON, and errors in its own words.

After tdlib/telegram-bot-api, Client.cpp, `fail_query_with_error`: a code, a prefix for the code, and the reason with
its first letter in lower case.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]

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

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dumps(value: object) -> str:
    """Serializes to compact JSON; non-ASCII stays as it is, unless a lone surrogate makes it impossible to encode."""
    text = _encoder.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


@dataclass(slots=True, eq=False)
class Refusal(Exception):
    """A request answered with `ok: false`."""

    code: int
    description: str
    parameters: JsonObject = field(default_factory=dict)

    def body(self) -> JsonObject:
        """The JSON body of the answer."""
        answer: JsonObject = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def refuse(code: int, reason: str = "") -> Refusal:
    """Builds a refusal with the prefix of its code."""
    prefix = PREFIXES[code]
    return Refusal(code, f"{prefix}: {reason}" if reason else prefix)


def bad_request(reason: str) -> Refusal:
    """400: the request is wrong.

    The first letter is lowered, unless the second shows that it is a constant such as BUTTON_DATA_INVALID.
    """
    constant = len(reason) > 1 and (reason[1] == "_" or "A" <= reason[1] <= "Z")
    return refuse(400, reason if constant else reason[:1].lower() + reason[1:])


def forbidden(reason: str) -> Refusal:
    """403: the bot may not do this here."""
    return refuse(403, reason)


def conflict(reason: str) -> Refusal:
    """409: another request is in the way."""
    return refuse(409, reason)


def too_many(retry_after: int) -> Refusal:
    """429, with the seconds to wait."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def too_large() -> Refusal:
    """413: the body is too large."""
    return Refusal(413, "Request Entity Too Large")
