"""What can be turned, with the real server's figures as defaults."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20
DAY = 86_400.0


@dataclass(slots=True)
class Settings:
    """Limits and times of the stand-in.

    Attributes:
        update_seconds: How long an unconfirmed update is kept.
        callback_update_seconds: The same for a tap on a button (Client.cpp, `add_new_callback_query`).
        callback_seconds: How long a tap can be answered.
        delete_seconds: How long a message can be deleted.
        poll_gather: How long a waiting poll collects updates after the first (Client.h, LONG_POLL_WAIT_AFTER).
        poll_limit: The longest a poll may wait.
        throttle_repeats: Slow a poll that repeats its offset, as the real server does: the same offset within
            three seconds waits three seconds, within half a second it is given one update only.
        webhook_retry_base: Seconds that the growing delay between deliveries is counted in.
        calls_kept: How many calls the journal remembers.
        download_limit: Largest file, in bytes, a bot may download.
        upload_limit: Largest file a bot may send.
        photo_limit: Largest photo a bot may send.
    """

    update_seconds: float = DAY
    callback_update_seconds: float = 150.0
    callback_seconds: float = 150.0
    delete_seconds: float = 2 * DAY
    poll_gather: float = 0.001
    poll_limit: int = 50
    throttle_repeats: bool = False
    webhook_retry_base: float = 1.0
    calls_kept: int = 100_000
    download_limit: int = 20 * MEBIBYTE
    upload_limit: int = 50 * MEBIBYTE
    photo_limit: int = 10 * MEBIBYTE
