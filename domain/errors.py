"""What a rule answers when it says no."""


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
