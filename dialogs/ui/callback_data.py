"""What a button says when it is tapped: one class a capability, in the shape of aiogram's, packed into 64 bytes.

The command line draws the same screens and must not wait for aiogram to be imported: hence a base of our own. Fields
are text, so that what a button of an older version, or a forger, sends reaches a handler, which says what has changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Self

if TYPE_CHECKING:
    from domain.retention import Record

MAX_CALLBACK_BYTES = 64  # Bot API: callback_data is 1-64 bytes
SEPARATOR = ":"
PARTS = 4  # prefix, action, argument, version
LONGEST_VERSION = 18  # digits: no record was saved so often
WITHIN = "."  # between the record and what else an argument says


class BadTap(ValueError):
    """Callback data that no button of ours carries now: drawn for another version, or forged."""


@dataclass(frozen=True)
class CallbackData:
    """One tap, packed as `prefix:action:argument:version`.

    Attributes:
        prefix: Which capability the button belongs to.
        own: Whether the pages of this capability show nobody's data, or only those of the person who taps.
        action: What is to be done.
        argument: The id of a record and, after a dot, what else the action needs; or what the action needs alone.
        version: Of the record that the button was drawn for; empty where any will do.
    """

    prefix: ClassVar[str]
    own: ClassVar[bool]

    action: str
    argument: str = ""
    version: str = ""

    def __init_subclass__(cls, *, prefix: str, own: bool = False) -> None:
        super().__init_subclass__()
        cls.prefix = prefix
        cls.own = own

    @classmethod
    def about(cls, record: Record, action: str, argument: str = "") -> Self:
        """A tap about this version of a case or complaint."""
        return cls(action, f"{record.id}{WITHIN}{argument}", str(record.version))

    def pack(self) -> str:
        """The callback data.

        Raises:
            ValueError: it would not fit, or a part holds the separator: a fault of the program.
        """
        packed = SEPARATOR.join((self.prefix, self.action, self.argument, self.version))
        if len(packed.encode()) > MAX_CALLBACK_BYTES or packed.count(SEPARATOR) != PARTS - 1:
            raise ValueError(packed)
        return packed

    @classmethod
    def unpack(cls, data: str) -> Self:
        """Read callback data.

        Raises:
            BadTap: it is not of this form, or of another capability.
        """
        prefix, *parts = data.split(SEPARATOR)
        if prefix != cls.prefix or len(parts) != PARTS - 1:
            raise BadTap(data)
        return cls(*parts)

    @property
    def record_id(self) -> str:
        """The record that the button is about."""
        return self.argument.partition(WITHIN)[0]

    @property
    def rest(self) -> str:
        """What the argument says beside the record."""
        return self.argument.partition(WITHIN)[2]

    @property
    def seen_version(self) -> int:
        """The version of the record that the button was drawn for.

        Raises:
            BadTap: there is none.
        """
        if not (self.version.isascii() and self.version.isdecimal()) or len(self.version) > LONGEST_VERSION:
            raise BadTap(self.version)
        return int(self.version)

    def drawn_for(self, version: str) -> Self:
        """The same tap, bound to the version of the data it was drawn for."""
        return replace(self, version=version)


class HomeCallback(CallbackData, prefix="base", own=True):
    """Home, language, about, privacy notice, help."""


class OfficeCallback(CallbackData, prefix="off", own=True):
    """The office finder; the version is the edition's, whose units are numbered anew in the next."""


class FormCallback(CallbackData, prefix="form", own=True):
    """Blank forms; the version is the edition's."""


class ApplicationCallback(CallbackData, prefix="app", own=True):
    """One's own applications: drafts and registered cases."""


class ComplaintCallback(CallbackData, prefix="cmp", own=True):
    """One's own complaints."""


class SurveyCallback(CallbackData, prefix="svy", own=True):
    """The survey after an outcome."""


class PrivacyCallback(CallbackData, prefix="me", own=True):
    """One's own data: getting and erasing it."""


class CaseworkCallback(CallbackData, prefix="work"):
    """Officers: the queue, cases, registers."""


class OfficerComplaintCallback(CallbackData, prefix="cpw"):
    """Complaints, for those who answer them."""


class StaffCallback(CallbackData, prefix="staff"):
    """People and invitations."""


class IndicatorCallback(CallbackData, prefix="ind"):
    """The indicators of an office, a region, the country; the version is the edition's that they are counted under."""


class ConversationCallback(CallbackData, prefix="q"):
    """The conversation itself: back to a question that was left, or a message that may be its answer."""


CALLBACKS: tuple[type[CallbackData], ...] = tuple(CallbackData.__subclasses__())
BY_PREFIX = {each.prefix: each for each in CALLBACKS}


def unpack(data: str) -> CallbackData:
    """Read callback data of any capability.

    Raises:
        BadTap: it is of none.
    """
    callback = BY_PREFIX.get(data.partition(SEPARATOR)[0])
    if callback is None:
        raise BadTap(data)
    return callback.unpack(data)
