"""A complaint to print and sign, for post or by hand (points 22 and 24)."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from documents.formats.docx import Template


@dataclass(frozen=True, slots=True)
class ComplaintText:
    """What the letter says, ready to print.

    `to_head` follows the body's name where its head is addressed (point 21); `ground` and `about` say what it
    complains of, `attached` lists what goes along.
    """

    body_name: str
    to_head: str
    body_address: str
    body_phones: str
    author: str
    author_address: str
    ground: str
    about: str
    text: str
    attached: str


class ComplaintLetters:
    """Letters of one template."""

    def __init__(self, template: bytes) -> None:
        self._template = Template.load(template)

    def letter(self, text: ComplaintText) -> bytes:
        """The letter as DOCX; same input, same bytes.

        Raises:
            IllegalCharacter: a text holds what a document cannot hold.
        """
        return self._template.fill(asdict(text))
