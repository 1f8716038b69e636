"""A Bot API call as stored in the outbox, in a schema of our own."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from domain.files import Attachment

if TYPE_CHECKING:
    from collections.abc import Mapping

SENDS = "send"  # the methods that make a message begin with this
FILE_FIELD = "document"  # the parameter of sendDocument, and the name of the same file in an album
BESIDE_FIELD = "beside"  # the name of the other file in an album of two


@dataclass(frozen=True, slots=True)
class BotApiRequest:
    """A method with its parameters, and the file uploaded with them.

    `content_to_make` describes text or a file that is made when the request is sent (decision 13); None if it is
    complete. It stays as stored, so that a version that does not know this description can still read the row.
    What is `protected` shows the data of people to somebody in their role (`bot/delivery/protection.py`). `as_pdf` asks
    for the PDF of a paper, whose DOCX another request sends. `beside` is the second file of an album; it is made when
    it is sent, and never stored.
    """

    method: str
    parameters: dict[str, Any]
    file: Attachment | None = None
    content_to_make: Mapping[str, Any] | None = None
    protected: bool = False
    as_pdf: bool = False
    beside: Attachment | None = None

    @property
    def call_parameters(self) -> dict[str, Any]:
        """The parameters of the call; an edit has none for the protection, as a message keeps it."""
        protects = self.protected and self.method.startswith(SENDS)
        return self.parameters | {"protect_content": True} if protects else self.parameters

    @property
    def edited_message_id(self) -> int | None:
        """The message whose text is replaced; None for a new message."""
        return self.parameters.get("message_id")

    def to_json(self) -> dict[str, Any]:
        """The stored value. Rows of every version have these keys, in this order."""
        value: dict[str, Any] = {"method": self.method, "params": self.parameters}
        if self.file is not None:
            content = b64encode(self.file.content).decode()
            value["file"] = {"field": FILE_FIELD, "name": self.file.name, "content": content}
        if self.content_to_make is not None:
            value["made"] = self.content_to_make
        if self.protected:
            value["protected"] = True
        if self.as_pdf:
            value["pdf"] = True
        return value

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> BotApiRequest:
        """Parses a stored value."""
        file = value.get("file")
        return cls(
            value["method"],
            value["params"],
            Attachment(file["name"], b64decode(file["content"])) if file else None,
            value.get("made"),
            value.get("protected", False),
            value.get("pdf", False),
        )
