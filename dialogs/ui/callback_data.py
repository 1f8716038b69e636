"""What a button says when tapped: capability, action, argument and the version it was drawn for."""

from __future__ import annotations

from dataclasses import dataclass, replace

MAX_CALLBACK_BYTES = 64  # Bot API: callback_data is 1-64 bytes
SEPARATOR = ":"
PARTS = 4


class BadTap(ValueError):
    """Callback data that no button of ours carries now: drawn for another version, or forged."""


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap, packed as `capability:action:argument:version`."""

    capability: str
    action: str
    argument: str = ""
    version: str = ""

    def pack(self) -> str:
        """The callback data.

        Raises:
            ValueError: it would not fit, or a part holds the separator: a fault of the program.
        """
        parts = (self.capability, self.action, self.argument, self.version)
        packed = SEPARATOR.join(parts)
        if len(packed.encode()) > MAX_CALLBACK_BYTES or packed.count(SEPARATOR) != PARTS - 1:
            raise ValueError(packed)
        return packed

    @classmethod
    def unpack(cls, data: str) -> Tap:
        """Read callback data.

        Raises:
            BadTap: it is not of this form.
        """
        parts = data.split(SEPARATOR)
        if len(parts) != PARTS:
            raise BadTap(data)
        return cls(*parts)

    def drawn_for(self, version: str) -> Tap:
        """The same tap, bound to the version of the data it was drawn for."""
        return replace(self, version=version)
