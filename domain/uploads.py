"""Copies of documents that an applicant attaches: what is taken, how much of it, and why something is not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import DomainError

MEGABYTE = 1024 * 1024
MAX_BYTES = 10 * MEGABYTE  # a file: a bot can fetch 20 MB at most (Bot API, getFile), and 60 scanned pages fit in 10
MAX_PAGES = 60  # a PDF: a charter is the longest paper of point 11, some 30 pages
MAX_PIXELS = 50_000_000  # a picture: the cameras of today's phones, and A4 scanned at 600 dots an inch (35 million)
MAX_FILES_OF_ITEM = 10  # one album in Telegram
MAX_FILES_OF_CASE = 40  # more than every item of point 11 with some pages each
MAX_BYTES_OF_CASE = 100 * MEGABYTE  # what one person may take of the disk that all share


class Kind(StrEnum):
    """What a copy is kept as."""

    JPEG = "jpeg"
    PDF = "pdf"


class Active(StrEnum):
    """What in a PDF could act on the computer of the officer who opens it."""

    SCRIPT = "script"
    PROGRAM = "program"  # starts a program or opens a file beside it
    SENDING = "sending"  # sends or fetches data
    ATTACHMENT = "attachment"  # another file inside
    MEDIA = "media"  # sound, film, 3D
    XFA = "xfa"  # a form that is a program of its own


class Broken(StrEnum):
    """What is wrong with a file that cannot be read."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"  # cut short, or damaged
    NO_PAGES = "no_pages"


class Full(StrEnum):
    """What has as many files as it may have."""

    ITEM = "item"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Clean:
    """A copy as it is kept: made anew of what can be seen, nothing else is left in it."""

    kind: Kind
    content: bytes
    pages: int


class UploadRefused(DomainError):
    """A copy is not taken; its attributes say what the person has to be told."""


class FileTooBig(UploadRefused):
    """A file of `found` bytes, where `limit` are taken."""

    def __init__(self, limit: int, found: int) -> None:
        super().__init__(limit, found)
        self.limit = limit
        self.found = found


class TooManyFiles(UploadRefused):
    """The item or the whole application (`full`) has its `limit` of files."""

    def __init__(self, full: str, limit: int) -> None:
        super().__init__(full, limit)
        self.full = Full(full)
        self.limit = limit


class NoRoom(UploadRefused):
    """An application's files may have `limit` bytes together; `left` are left, this file has `found`."""

    def __init__(self, limit: int, left: int, found: int) -> None:
        super().__init__(limit, left, found)
        self.limit = limit
        self.left = left
        self.found = found


class TooManyPages(UploadRefused):
    """A PDF of `found` pages, where `limit` are taken."""

    def __init__(self, limit: int, found: int) -> None:
        super().__init__(limit, found)
        self.limit = limit
        self.found = found


class TooManyPixels(UploadRefused):
    """A picture, also one inside a PDF, has more than `limit` pixels."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class NotAPicture(UploadRefused):
    """Neither a picture that can be read nor a PDF; `found` is what it looks like ("heic", "zip"), or "unknown"."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class ActiveContent(UploadRefused):
    """A PDF holds something that could act: `found` says what."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = Active(found)


class EncryptedPdf(UploadRefused):
    """A PDF is locked, be it only against printing: what is in it cannot be checked."""


class BrokenFile(UploadRefused):
    """A picture or a PDF that cannot be read: `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = Broken(reason)


class TooHard(UploadRefused):
    """Reading the file takes more time or memory than one file may have."""


def check_size(size: int | None) -> None:
    """Refuse a file by its size in bytes, before it is fetched.

    Telegram may leave the size out (None): then fetching has to end after `MAX_BYTES + 1` bytes, and what came is
    checked.

    Raises:
        FileTooBig: more than `MAX_BYTES`.
        BrokenFile: nothing in it.
    """
    if size is None:
        return
    if size > MAX_BYTES:
        raise FileTooBig(MAX_BYTES, size)
    if size <= 0:
        raise BrokenFile(Broken.EMPTY)


def check_quota(files_of_item: int, files_of_case: int, bytes_of_case: int, size: int) -> None:
    """Refuse one more file of `size` bytes, given what is kept already.

    Raises:
        TooManyFiles: the item, or the application, has as many as it may have.
        NoRoom: the application's files would be too big together.
    """
    if files_of_item >= MAX_FILES_OF_ITEM:
        raise TooManyFiles(Full.ITEM, MAX_FILES_OF_ITEM)
    if files_of_case >= MAX_FILES_OF_CASE:
        raise TooManyFiles(Full.CASE, MAX_FILES_OF_CASE)
    left = max(0, MAX_BYTES_OF_CASE - bytes_of_case)
    if size > left:
        raise NoRoom(MAX_BYTES_OF_CASE, left, size)
