"""The bot's signing key, and the keys that a check trusts."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from documents.receipts.signing import BadSigningKey, Verifier, key_id, load_or_make_signer, load_public_key
from tests.documents.receipts.receipts import SIGNER, STRANGER, VERIFIER
from tests.factories.faults import refused


def test_the_key_is_made_once(tmp_path: Path) -> None:
    """The first start makes a key that only its owner can read; later starts use it."""
    path = tmp_path / "data" / "signing.key"
    made = load_or_make_signer(path)
    assert load_or_make_signer(path).key_id == made.key_id
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["signing.key"]


def test_a_crash_while_the_key_is_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An incomplete file is never taken for the key, and does not block the next start."""
    path = tmp_path / "signing.key"
    monkeypatch.setattr("os.getpid", lambda: 77)
    (tmp_path / "signing.key.77").write_bytes(b"-----BEGIN PRIV")
    assert load_or_make_signer(path).key_id == load_or_make_signer(path).key_id


def test_of_two_that_start_at_once_the_first_makes_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that appears meanwhile is kept: it may already have signed something."""
    path = tmp_path / "signing.key"
    first = load_or_make_signer(path)
    monkeypatch.setattr(Path, "exists", lambda _path: False)
    assert load_or_make_signer(path).key_id == first.key_id


@pytest.mark.parametrize("content", [b"", b"half a key", SIGNER.public_pem().encode()])
def test_a_file_without_a_private_key_is_told(tmp_path: Path, content: bytes) -> None:
    """An overwritten signing key is reported, not replaced, as existing receipts need the lost one."""
    path = tmp_path / "signing.key"
    path.write_bytes(content)
    with refused(BadSigningKey, match=r"signing\.key"):
        load_or_make_signer(path)
    assert path.read_bytes() == content


def test_a_key_of_another_kind_is_told(tmp_path: Path) -> None:
    """Only Ed25519 keys sign and check receipts."""
    other = Ed448PrivateKey.generate()
    private, public = tmp_path / "other.key", tmp_path / "other.pub"
    private.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    with refused(BadSigningKey, match="Ed25519"):
        load_or_make_signer(private)
    with refused(BadSigningKey, match="Ed25519"):
        load_public_key(public)


def test_a_public_key_survives_its_file(tmp_path: Path) -> None:
    """The published key checks the bot's signatures; anything else in the file is reported."""
    path = tmp_path / "office.pub"
    path.write_text(SIGNER.public_pem())
    assert key_id(load_public_key(path)) == SIGNER.key_id
    path.write_text("nothing")
    with refused(BadSigningKey, match=r"office\.pub"):
        load_public_key(path)


def test_a_signature_is_of_its_key_and_message() -> None:
    """Another message, another key or a changed signature does not pass."""
    signature = SIGNER.sign(b"message")
    assert VERIFIER.signer_of(b"message", signature) == SIGNER.key_id
    assert VERIFIER.signer_of(b"massage", signature) is None
    assert VERIFIER.signer_of(b"message", STRANGER.sign(b"message")) is None
    assert VERIFIER.signer_of(b"message", signature[:-1] + b"\0") is None
    assert Verifier([STRANGER.public, SIGNER.public]).signer_of(b"message", signature) == SIGNER.key_id
    assert VERIFIER.knows(SIGNER.key_id)
    assert not VERIFIER.knows(STRANGER.key_id)
