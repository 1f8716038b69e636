"""Sealing: AES-256-GCM for each field, bound to the place of its row, so that rows cannot be swapped."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY_BYTES = 32
NONCE_BYTES = 12
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
VERSION = b"\x01"  # layout: version, nonce, ciphertext with tag


class Unreadable(Exception):
    """Sealed bytes do not open: wrong key, wrong place, altered, or of an unknown version."""


class Cipher:
    """AES-GCM with one key."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def encrypt(self, plain: bytes, place: str) -> bytes:
        """Seals bytes to a place, written `table.column:row`."""
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def decrypt(self, sealed: bytes, place: str) -> bytes:
        """Opens bytes sealed to this place.

        Raises:
            Unreadable: they were sealed to another place or with another key, or were altered.
        """
        if sealed[:1] != VERSION:
            raise Unreadable(place)
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, body, place.encode())
        except (InvalidTag, ValueError):
            raise Unreadable(place) from None

    def encrypt_json(self, value: Mapping[str, Any], place: str) -> bytes:
        """Seals a JSON object; lone surrogates are allowed, as an update in quarantine may contain anything."""
        return self.encrypt(ENCODER.encode(value).encode("utf-8", "surrogatepass"), place)

    def decrypt_json(self, sealed: bytes, place: str) -> dict[str, Any]:
        """Opens a JSON object.

        Raises:
            Unreadable: as `decrypt`.
        """
        value: dict[str, Any] = json.loads(self.decrypt(sealed, place))
        return value
