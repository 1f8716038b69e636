"""Errors raised by the rules."""

from __future__ import annotations

from typing import Self


class Explained(Exception):
    """A fault that is told in the reader's language; `reason` is the id of the message, `details` are its arguments.

    A detail may be explained itself, or be a list of such.
    """

    def __init__(self, reason: str, **details: str | int | Explained | tuple[Explained, ...]) -> None:
        super().__init__(" ".join((reason, *map(str, details.values()))))
        self.reason = reason
        self.details = details

    @classmethod
    def of(cls, other: Explained) -> Self:
        """The same fault as one of this kind."""
        return cls(other.reason, **other.details)


class DomainError(Exception):
    """A rule says no: not a fault of the program. The edge words it in the person's language."""


class UnknownUnit(DomainError):
    """The standard has no unit with this appendix and number."""


class FormerUnit(UnknownUnit):
    """The unit is of an earlier edition only and has no open work, so nobody new is appointed there."""


class UnknownRegion(DomainError):
    """The standard has no region with this id."""


class EditionMissing(DomainError):
    """A record belongs to an edition of the standard that is not loaded."""


class PreparationOnly(DomainError):
    """Under this edition applications are only prepared: nothing is filed, numbered or counted."""


class UnknownLanguage(DomainError):
    """The bot does not speak this language."""


class OutdatedNotice(DomainError):
    """Consent was given to a version of the privacy notice that is no longer in force."""


class CalendarUnknown(DomainError):
    """The working calendar does not cover this year."""


class BadCoordinates(DomainError):
    """Latitude or longitude is out of range."""


class BadAnswer(DomainError):
    """The text does not answer the question; `reason` is the id of the error message, `details` are its arguments."""

    def __init__(self, reason: str, **details: str | int) -> None:
        super().__init__(" ".join((reason, *map(str, details.values()))))
        self.reason = reason
        self.details = details


class DoubtfulAnswer(BadAnswer):
    """The text looks like no answer: the question is asked again, and the same text is then believed."""


class NoSuchCase(DomainError):
    """There is no such application, or it belongs to somebody else: the reply does not tell which."""


class NoSuchComplaint(DomainError):
    """There is no such complaint, or it is somebody else's: both are answered alike."""


class Denied(DomainError):
    """The case or complaint does not exist, is not theirs, or the action is not allowed to this role or in this state.

    The reply does not tell which. `action` and `about` (an id, or the text that was typed) go into the log of denials.
    """

    def __init__(self, action: str, about: str = "") -> None:
        super().__init__(action)
        self.action = action
        self.about = about


class NoManager(Denied):
    """Whoever asks may appoint nobody, whatever they asked about."""


class BadInvitation(DomainError):
    """The invitation was used, revoked, has expired or never existed: the reply does not tell which."""


class Changed(DomainError):
    """The button or text was meant for an earlier version of the record."""


class IllegalMove(DomainError):
    """The record cannot go from its state to the requested one."""


class NotIssued(IllegalMove):
    """There is no certificate or reference note that could be registered again."""


class NotComplete(DomainError):
    """The package of point 11 is incomplete; `missing` holds the ids of the items."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class OfficeNotConnected(DomainError):
    """No officer of the office uses the bot, so a receipt from it would promise what nobody will do."""


class ConsentNeeded(DomainError):
    """Personal data may be asked for only after consent to the privacy notice in force."""


class TooMany(DomainError):
    """A limit on the number of these is reached: there may be `most`."""

    def __init__(self, most: int) -> None:
        super().__init__(str(most))
        self.most = most


class TooManyToday(TooMany):
    """The act was done to one case as often as a day allows."""


class TooManyFiled(TooMany):
    """One person has as many open applications at one office as allowed."""
