"""Adjustable limits; the defaults are those of the real server."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20
DAY = 86_400.0


@dataclass(slots=True)
class Settings:
    """Limits and times of the stand-in.

    Attributes:
        update_seconds: how long an unconfirmed update is kept.
        callback_update_seconds: the same for a button tap (Client.cpp, `add_new_callback_query`).
        callback_seconds: how long a tap can be answered.
        delete_seconds: how long a message can be deleted.
        poll_gather: how long a waiting poll collects updates after the first (Client.h, LONG_POLL_WAIT_AFTER).
        poll_limit: how long a poll may wait.
        throttle_repeats: slow down polls that repeat their offset, as the real server does: within three seconds they
            wait three seconds, within half a second they get only one update.
        webhook_retry_base: unit, in seconds, of the growing delay between deliveries.
        calls_kept: size of the journal.
        download_limit: largest file a bot may download, in bytes.
        upload_limit: largest file a bot may send, in bytes.
        photo_limit: largest photo a bot may send, in bytes.
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
