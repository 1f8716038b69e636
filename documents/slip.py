"""The slip of a complaint (point 25): when it came, when and by whom it was received, until when it is answered."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from documents.formats.docx import Template


@dataclass(frozen=True, slots=True)
class SlipText:
    """What the slip says, ready to print: dates with times, `officer` is the surname with initials."""

    body_name: str
    body_address: str
    number: str
    author: str
    filed: str
    accepted: str
    officer: str
    due: str
    source: str
    phones: str


class Slips:
    """Slips of one template."""

    def __init__(self, template: bytes) -> None:
        self._template = Template.load(template)

    def slip(self, text: SlipText) -> bytes:
        """The slip as DOCX; same input, same bytes.

        Raises:
            IllegalCharacter: a text holds what a document cannot hold.
        """
        return self._template.fill(asdict(text))
