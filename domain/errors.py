"""What a rule answers when it says no."""

from __future__ import annotations


class DomainError(Exception):
    """An answer for the person, not a fault of the program; the edge words it in their language."""


class UnknownUnit(DomainError):
    """No unit of the standard has this appendix and number."""


class UnknownRegion(DomainError):
    """No region of the standard has this id."""


class UnknownLanguage(DomainError):
    """The bot does not speak this language."""


class OutdatedNotice(DomainError):
    """Consent was given to another version of the privacy notice than the one in force."""


class CalendarUnknown(DomainError):
    """The working calendar says nothing about this year."""


class BadCoordinates(DomainError):
    """Latitude or longitude lies outside the globe."""


class BadAnswer(DomainError):
    """What was typed does not answer the question: `reason` says what is wrong, `details` are for its words."""

    def __init__(self, reason: str, **details: str | int) -> None:
        super().__init__(" ".join((reason, *map(str, details.values()))))
        self.reason = reason
        self.details = details


class NoSuchCase(DomainError):
    """There is no such application, or it is somebody else's: both are answered alike."""


class NoSuchComplaint(DomainError):
    """There is no such complaint, or it is somebody else's: both are answered alike."""


class Denied(DomainError):
    """No such case or complaint, not theirs, not their part, or not in this state: all are answered alike.

    `act` and `about` (an id, or what was typed) go into the history of denials.
    """

    def __init__(self, action: str, about: str = "") -> None:
        super().__init__(action)
        self.action = action
        self.about = about


class BadInvitation(DomainError):
    """An invitation that is used, withdrawn, too old, or never was: all are answered alike."""


class Changed(DomainError):
    """What was tapped or typed was meant for an earlier version of the application."""


class IllegalMove(DomainError):
    """An application cannot go from its state to that one."""


class NotComplete(DomainError):
    """The package of point 11 lacks something; `missing` names it."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class OfficeNotConnected(DomainError):
    """No officer of the office works with the bot: it cannot take an application, and a receipt would be a lie."""


class ConsentNeeded(DomainError):
    """Personal data is asked for only after consent to the privacy notice in force."""


class TooMany(DomainError):
    """There are as many of these as there may be."""


class TooManyToday(TooMany):
    """This was done to one case as often as may be within a day."""


class TooManyFiled(TooMany):
    """As many applications of one person are open at one office as may be."""
