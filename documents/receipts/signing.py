"""Ed25519 signatures (RFC 8032): the bot's own key, and the public keys a check trusts."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from domain.errors import Explained

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KEY_ID_BYTES = 8
SIGNATURE_BYTES = 64
OWNER_ONLY = 0o600
_CONTEXT = b"tirkeu receipt\0"  # domain separation: a signature for one purpose is invalid for another


class BadSigningKey(Explained):
    """A key file does not contain an Ed25519 key."""


class Signer:
    """Signs with one private key; `key_id` identifies its public key."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.public = key.public_key()
        self.key_id = key_id(self.public)

    def sign(self, message: bytes) -> bytes:
        """The signature of 64 bytes; Ed25519 is deterministic."""
        return self._key.sign(_CONTEXT + message)

    def public_pem(self) -> str:
        """The public key as PEM, for anybody who wants to check signatures."""
        return self.public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


class Verifier:
    """The trusted public keys, by id."""

    def __init__(self, keys: Iterable[Ed25519PublicKey]) -> None:
        self._keys = {key_id(key): key for key in keys}

    def signer_of(self, message: bytes, signature: bytes) -> bytes | None:
        """The id of the trusted key that signed this message, or None."""
        for each, key in self._keys.items():
            try:
                key.verify(signature, _CONTEXT + message)
            except InvalidSignature:
                continue
            return each
        return None

    def knows(self, key_id: bytes) -> bool:
        """Whether a key is trusted."""
        return key_id in self._keys


def key_id(key: Ed25519PublicKey) -> bytes:
    """The first 8 bytes of the SHA-256 of the raw public key."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).digest()[:KEY_ID_BYTES]


def load_or_make_signer(path: Path) -> Signer:
    """Loads the key of a file (PEM, PKCS 8); creates it on first use, readable by its owner only.

    Raises:
        BadSigningKey: the file contains something else.
    """
    if not path.exists():
        _make_key_file(path)
    return load_signer(path)


def load_signer(path: Path) -> Signer:
    """Loads the key of an existing file.

    Raises:
        BadSigningKey: the file contains something else.
    """
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise BadSigningKey("signing-no-private-key", file=str(path)) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise BadSigningKey("signing-not-ed25519", file=str(path))
    return Signer(key)


def load_public_key(path: Path) -> Ed25519PublicKey:
    """Loads a public key written by `Signer.public_pem`.

    Raises:
        BadSigningKey: the file contains something else.
    """
    try:
        key = load_pem_public_key(path.read_bytes())
    except (ValueError, UnsupportedAlgorithm):
        raise BadSigningKey("signing-no-public-key", file=str(path)) from None
    if not isinstance(key, Ed25519PublicKey):
        raise BadSigningKey("signing-not-ed25519", file=str(path))
    return key


def _make_key_file(path: Path) -> None:
    """Writes the key atomically and syncs it to disk before its first use, so that a crash never leaves half a key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    key = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    _name_unless_taken(unfinished, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _name_unless_taken(unfinished: Path, path: Path) -> None:
    """Keeps the key of another process that started at the same time and was first."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()
