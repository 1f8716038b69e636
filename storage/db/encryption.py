"""Sealing: AES-GCM a field, bound to the place it stands in, so that rows cannot be swapped."""

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
VERSION = b"\x01"  # of this layout: version, nonce, ciphertext with its tag


class Unreadable(Exception):
    """Sealed bytes that do not open: another key, another place, altered, or of an unknown version."""


class Cipher:
    """One key, ready for use."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def encrypt(self, plain: bytes, place: str) -> bytes:
        """Seal bytes for one place, named `table.column:row`."""
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def decrypt(self, sealed: bytes, place: str) -> bytes:
        """Open bytes sealed for this place.

        Raises:
            Unreadable: they were not, or not with this key.
        """
        if sealed[:1] != VERSION:
            raise Unreadable(place)
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, body, place.encode())
        except (InvalidTag, ValueError):
            raise Unreadable(place) from None

    def encrypt_json(self, value: Mapping[str, Any], place: str) -> bytes:
        """Seal a JSON object, even one with half a letter in it: an update that is set aside may hold anything."""
        return self.encrypt(ENCODER.encode(value).encode("utf-8", "surrogatepass"), place)

    def decrypt_json(self, sealed: bytes, place: str) -> dict[str, Any]:
        """Open a JSON object.

        Raises:
            Unreadable: it was not sealed for this place with this key.
        """
        value: dict[str, Any] = json.loads(self.decrypt(sealed, place))
        return value
