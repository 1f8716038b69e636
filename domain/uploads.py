"""Copies of documents attached by an applicant: what is accepted, how much, and why a file is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import DomainError

MEGABYTE = 1024 * 1024
MAX_BYTES = 10 * MEGABYTE  # a bot can fetch at most 20 MB (Bot API, getFile); 60 scanned pages fit in 10
MAX_PAGES = 60  # of a PDF: a charter, the longest document of point 11, has some 30
MAX_PIXELS = 50_000_000  # of a picture: covers phone cameras and A4 scanned at 600 dpi (35 million)
MAX_FILES_OF_ITEM = 10  # one album in Telegram
MAX_FILES_OF_CASE = 40  # more than every item of point 11 with several pages each
MAX_BYTES_OF_CASE = 100 * MEGABYTE  # the disk is shared by all applicants


class FileFormat(StrEnum):
    """The formats in which copies are stored."""

    JPEG = "jpeg"
    PDF = "pdf"


class ActiveElement(StrEnum):
    """What in a PDF could act on the computer of the officer who opens it."""

    SCRIPT = "script"
    PROGRAM = "program"  # starts a program or opens another file
    SENDING = "sending"  # sends or fetches data
    ATTACHMENT = "attachment"  # an embedded file
    MEDIA = "media"  # sound, video, 3D
    XFA = "xfa"  # a form with logic of its own


class Damage(StrEnum):
    """Why a file cannot be read."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"  # truncated or damaged
    NO_PAGES = "no_pages"


class QuotaScope(StrEnum):
    """What has reached its limit of files."""

    ITEM = "item"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A copy rebuilt from what is visible in the file, with nothing else left in it."""

    kind: FileFormat
    content: bytes
    pages: int


class UploadRefused(DomainError):
    """A copy is refused; the attributes are what the message to the person needs."""


class FileTooBig(UploadRefused):
    """The file has `found` bytes, more than `limit`."""

    def __init__(self, limit: int, found: int) -> None:
        super().__init__(limit, found)
        self.limit = limit
        self.found = found


class TooManyFiles(UploadRefused):
    """The item or the whole application (`full`) already has `limit` files."""

    def __init__(self, full: str, limit: int) -> None:
        super().__init__(full, limit)
        self.full = QuotaScope(full)
        self.limit = limit


class NoRoom(UploadRefused):
    """The application has `left` of its `limit` bytes left, the file has `found`."""

    def __init__(self, limit: int, left: int, found: int) -> None:
        super().__init__(limit, left, found)
        self.limit = limit
        self.left = left
        self.found = found


class TooManyPages(UploadRefused):
    """The PDF has `found` pages, more than `limit`."""

    def __init__(self, limit: int, found: int) -> None:
        super().__init__(limit, found)
        self.limit = limit
        self.found = found


class TooManyPixels(UploadRefused):
    """A picture, or one inside a PDF, has more than `limit` pixels."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class NotAPicture(UploadRefused):
    """Not a readable picture nor a PDF; `found` is the format it looks like ("heic", "zip") or "unknown"."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class ActiveContent(UploadRefused):
    """The PDF contains something that could act; `found` says what."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = ActiveElement(found)


class EncryptedPdf(UploadRefused):
    """The PDF is encrypted, even if only against printing, so its content cannot be checked."""


class BrokenFile(UploadRefused):
    """The picture or PDF cannot be read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = Damage(reason)


class TooHard(UploadRefused):
    """Reading the file exceeds the time or memory allowed for one file."""


def check_size(size: int | None) -> None:
    """Checks the size in bytes before a file is fetched.

    Telegram may omit the size (None). The download then has to stop after `MAX_BYTES + 1` bytes, and the number of
    bytes received is checked.

    Raises:
        FileTooBig: more than `MAX_BYTES`.
        BrokenFile: the file is empty.
    """
    if size is None:
        return
    if size > MAX_BYTES:
        raise FileTooBig(MAX_BYTES, size)
    if size <= 0:
        raise BrokenFile(Damage.EMPTY)


def check_quota(files_of_item: int, files_of_case: int, bytes_of_case: int, size: int) -> None:
    """Checks whether one more file of `size` bytes fits beside those already stored.

    Raises:
        TooManyFiles: the item or the application has reached its limit.
        NoRoom: the files of the application would exceed their total size.
    """
    if files_of_item >= MAX_FILES_OF_ITEM:
        raise TooManyFiles(QuotaScope.ITEM, MAX_FILES_OF_ITEM)
    if files_of_case >= MAX_FILES_OF_CASE:
        raise TooManyFiles(QuotaScope.CASE, MAX_FILES_OF_CASE)
    left = max(0, MAX_BYTES_OF_CASE - bytes_of_case)
    if size > left:
        raise NoRoom(MAX_BYTES_OF_CASE, left, size)
