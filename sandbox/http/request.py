"""One call of a bot method: name, parameters, files."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from sandbox.http.answers import JsonObject, bad_request, dumps

ATTACHED = "attach://"


_INTEGER = re.compile(r"\s*-?\d+")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file sent with a request."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Request:
    """A call as it was made.

    Values are strings if the body was a form, and any JSON value if it was JSON. The methods below accept both, as the
    server does (Client.cpp, `get_integer_arg`, `to_bool`, `json_decode`).
    """

    method: str
    values: dict[str, object]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A parameter as text; empty if absent."""
        value = self.values.get(name)
        if isinstance(value, str):
            return value
        return "" if value is None else dumps(value)

    def integer(self, name: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        """The leading digits of a parameter as a number within the bounds; `default` if there are none.

        Like td's to_integer in Client.cpp, this ignores whatever follows the digits.
        """
        digits = _INTEGER.match(self.text(name))
        value = int(digits[0]) if digits else default
        value = value if low is None else max(value, low)
        return value if high is None else min(value, high)

    def number(self, name: str) -> float:
        """A required number.

        Raises:
            Refusal: the parameter is absent.
        """
        text = self.text(name).strip()
        if not text:
            raise bad_request(f"{name} is empty")
        try:
            return float(text)
        except ValueError:
            return 0.0

    def boolean(self, name: str) -> bool:
        """Whether a parameter is true."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def structure(self, name: str, called: str) -> object:
        """A parameter as a JSON value; None if absent.

        Raises:
            Refusal: the text is not JSON. `called` is the server's name for the expected value.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            result: object = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {called} JSON object") from None
        return result

    def upload(self, name: str) -> Upload | None:
        """The file sent as a parameter or referred to by it."""
        value = self.text(name)
        if value.startswith(ATTACHED):
            return self.uploads.get(value.removeprefix(ATTACHED))
        return self.uploads.get(name)

    @property
    def chat_id(self) -> int | None:
        """The chat of the call, if it is named by number."""
        try:
            return int(self.text("chat_id"))
        except ValueError:
            return None

    def described(self) -> JsonObject:
        """The parameters for the journal, with name and size of files instead of their content."""
        files = {
            name: {"file": upload.name, "mime": upload.mime, "size": len(upload.data)}
            for name, upload in self.uploads.items()
        }
        return {**self.values, **files}
