"""Backups as files: intact, or refused with the reason; each is of one moment, whatever the bot does meanwhile."""

from __future__ import annotations

import asyncio
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.history import ChainHead
from storage.applications import SqlCases
from storage.backup.archive import DATA, KEYS, BackupRefused, Manifest, pack, unpack
from storage.backup.snapshots import name_of_store, open_signing_key, seal_signing_key
from storage.db.encryption import Unreadable
from storage.db.keys import case_owner, derive
from storage.history.chain_walk import Bad, Fault
from storage.history.head_file import HEADS_KEY, read_heads
from tests.factories.faults import in_english, refused
from tests.factories.stored import MASTER
from tests.storage.backup.backed_up import Backup, backed_up, copied
from tests.storage.history.historic import CASES, Place, make_history

OTHER = bytes(32)
PAGE = 4096
MADE_AT = datetime(2026, 11, 23, 3, 15, 0, 250_000, tzinfo=UTC)


@pytest.fixture
async def place(tmp_path: Path) -> Place:
    return await make_history(tmp_path / "data")


@pytest.fixture
def backup(place: Place, tmp_path: Path) -> Backup:
    return backed_up(place, tmp_path / "backup")


def refusal(archive: Path, folder: Path, kind: str = DATA, master: bytes = MASTER) -> str:
    """Returns why the archive is refused, after checking that nothing was extracted."""
    folder.mkdir()
    with pytest.raises(BackupRefused) as caught:
        unpack(archive, kind, folder, master)
    assert list(folder.iterdir()) == []
    folder.rmdir()
    return in_english(caught.value)


def test_whole(place: Place, backup: Backup, tmp_path: Path) -> None:
    """The extracted folder is as it was: every entry, its heads, its keys, readable only by the owner."""
    taken = backup.taken_out(tmp_path / "taken")
    assert taken.audit() == place.audit()
    assert taken.audit().bad is None
    files = (taken.files.database, taken.files.key_store, taken.files.heads, backup.data, backup.keys)
    assert {each.stat().st_mode & 0o777 for each in files} == {0o600}


def test_what_a_backup_says(tmp_path: Path) -> None:
    """Its kind, its time, the end of the history and the key store are read back as written."""
    (tmp_path / "file").write_text("x")
    for kind in (DATA, KEYS):
        manifest = Manifest(kind, MADE_AT, ChainHead(17, "ab" * 32), "cd" * 32)
        pack(tmp_path / kind, manifest, [tmp_path / "file"], MASTER)
        (tmp_path / f"{kind}-out").mkdir()
        assert unpack(tmp_path / kind, kind, tmp_path / f"{kind}-out", MASTER) == manifest


def test_fifty_page_flips(backup: Backup, tmp_path: Path) -> None:
    """A backup with any page flipped is refused before anything is extracted."""
    chance = random.Random(7)
    for archive, kind in ((backup.data, DATA), (backup.keys, KEYS)):
        whole = archive.read_bytes()
        for _ in range(50):
            start = chance.randrange(len(whole))
            flipped = bytes(each ^ 0xFF for each in whole[start : start + PAGE])
            archive.write_bytes(whole[:start] + flipped + whole[start + PAGE :])
            assert "damaged" in refusal(archive, tmp_path / "taken", kind)
        archive.write_bytes(whole)
    assert backup.taken_out(tmp_path / "taken").audit().bad is None


def test_single_bits(backup: Backup, tmp_path: Path) -> None:
    """One flipped bit anywhere, even in a date that no program reads, leads to a refusal."""
    chance, whole = random.Random(11), backup.data.read_bytes()
    for at in (*chance.sample(range(len(whole)), 200), *range(len(whole) - 100, len(whole))):
        changed = bytearray(whole)
        changed[at] ^= 1 << chance.randrange(8)
        backup.data.write_bytes(changed)
        assert refusal(backup.data, tmp_path / "taken")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"no backup at all",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:-1],
        lambda whole: whole + b"\n",
        lambda whole: b"\n" + whole,
        lambda whole: whole[PAGE:],
    ],
)
def test_what_is_no_backup(backup: Backup, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """Truncated, extended, empty or foreign files are refused."""
    backup.data.write_bytes(spoil(backup.data.read_bytes()))
    assert refusal(backup.data, tmp_path / "taken").startswith("data.zip is damaged")


def test_a_zip_put_together_anew(backup: Backup, tmp_path: Path) -> None:
    """An archive with other files under the same trailer is detected."""
    with zipfile.ZipFile(backup.data) as packed:
        comment, manifest = packed.comment, packed.read("manifest.json")
    with zipfile.ZipFile(backup.data, "w") as forged:
        forged.writestr("manifest.json", manifest)
        forged.writestr("tirkeu.db", "another")
        forged.comment = comment
    assert refusal(backup.data, tmp_path / "taken") == "data.zip is damaged: it is not as it was written"


def test_another_master_key(backup: Backup, tmp_path: Path) -> None:
    """It is distinguished from damage, and its name does not reveal the key."""
    assert refusal(backup.data, tmp_path / "taken", master=OTHER) == "data.zip was made with another master key"
    assert MASTER.hex()[:16].encode() not in backup.data.read_bytes()


def test_the_wrong_one_of_two(backup: Backup, tmp_path: Path) -> None:
    """Data in the place of keys, and keys in the place of data, are reported."""
    assert refusal(backup.data, tmp_path / "taken", KEYS) == "data.zip is a backup of data, not of keys"
    assert refusal(backup.keys, tmp_path / "taken", DATA) == "keys.zip is a backup of keys, not of data"


def test_another_format(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup in another format is reported, not guessed at."""
    monkeypatch.setattr("storage.backup.archive.FORMAT", 2)
    backup = backed_up(place, tmp_path / "backup")
    monkeypatch.undo()
    assert refusal(backup.data, tmp_path / "taken") == "data.zip is of another format (2) than this program's (1)"


def test_whole_or_not_at_all(tmp_path: Path) -> None:
    """A backup that fails half-way leaves nothing; an existing one is never overwritten."""
    manifest = Manifest(DATA, MADE_AT, ChainHead(), "")
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileNotFoundError):
        pack(tmp_path / "a.zip", manifest, [tmp_path / "file", tmp_path / "nowhere"], MASTER)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file"]
    pack(tmp_path / "a.zip", manifest, [tmp_path / "file"], MASTER)
    before = (tmp_path / "a.zip").read_bytes()
    with refused(BackupRefused, match="is there already"):
        pack(tmp_path / "a.zip", manifest, [], MASTER)
    assert (tmp_path / "a.zip").read_bytes() == before


async def test_beside_a_writer(place: Place, tmp_path: Path) -> None:
    """Each copy made while entries are written is intact, and ends where its heads say."""
    ends: list[int] = []
    async with place.opened() as store:
        stop = asyncio.Event()

        async def write() -> int:
            written = 0
            while not stop.is_set():
                await store.note(*CASES[:2])
                written += 1
            return written

        writing = asyncio.create_task(write())
        for number in range(12):
            copy, head = await asyncio.to_thread(copied, place.files, tmp_path / f"copy{number}")
            assert copy.audit().bad is None
            assert copy.audit().entries == head.id
            assert read_heads(copy.files.heads, derive(MASTER, HEADS_KEY)).confirmed == head
            ends.append(head.id)
        stop.set()
        assert await writing > 0
    assert ends == sorted(ends)
    assert ends[0] < ends[-1]


async def test_a_copy_goes_on(place: Place, backup: Backup, tmp_path: Path) -> None:
    """The bot that opens the extracted files finds its history uncut and adds to it."""
    taken = backup.taken_out(tmp_path / "taken")
    async with taken.opened() as store:
        assert store.cut is None
        await store.note(*CASES[:2])
    assert taken.audit().entries == place.audit().entries + 2
    assert taken.audit().bad is None


@pytest.mark.parametrize("noticed", ["by nobody yet", "by the bot"])
async def test_a_cut_history_stays_cut(place: Place, tmp_path: Path, noticed: str) -> None:
    """A backup hides nothing: a cut shows in the copy, whether the bot had noticed it or not."""
    last = place.audit().entries
    place.run("DELETE FROM events WHERE id = (SELECT max(id) FROM events)")
    if noticed == "by the bot":
        async with place.opened() as store:
            assert store.cut is not None
            await store.note(CASES[0])
    copy = backed_up(place, tmp_path / "backup").taken_out(tmp_path / "taken")
    assert copy.audit().bad == Bad(last, Fault.CUT)


def test_after_a_crash_before_the_head_was_confirmed(place: Place, tmp_path: Path) -> None:
    """If the bot died right after a commit, a backup of what it left is intact."""
    lines = place.files.heads.read_bytes().splitlines(keepends=True)
    while not lines[-1].startswith(b"pending"):
        lines.pop()
    place.files.heads.write_bytes(b"".join(lines))
    copy, head = copied(place.files, tmp_path / "copy")
    said = read_heads(copy.files.heads, derive(MASTER, HEADS_KEY))
    assert (said.confirmed, said.pending) == (head, None)
    assert copy.audit().bad is None


def test_changed_heads_stay_changed(place: Place, tmp_path: Path) -> None:
    """Heads that somebody without the key has written remain invalid in the copy, as lost ones remain lost."""
    heads = place.files.heads.read_bytes()
    place.files.heads.write_bytes(b"confirmed 1 - 00\n" + heads)
    assert copied(place.files, tmp_path / "foreign")[0].audit().bad == Bad(place.audit().entries, Fault.HEADS_FOREIGN)
    place.files.heads.unlink()
    assert copied(place.files, tmp_path / "lost")[0].audit().bad == Bad(place.audit().entries, Fault.HEADS_LOST)


async def test_keys_of_what_was_erased_are_left_out(place: Place, tmp_path: Path) -> None:
    """A record that is erased and whose key awaits destruction is in no later backup of keys."""
    case = CASES[0]
    async with place.opened() as store:
        async with store.database.transaction() as transaction:
            await SqlCases(transaction, store.keys).erase(case)
        copy, _ = copied(place.files, tmp_path / "copy")
        assert [row[0] for row in await store.keys._database.read("SELECT owner FROM keys")].count(  # noqa: SLF001  the file
            case_owner(case.id)
        )
    assert case_owner(case.id).encode() not in copy.files.key_store.read_bytes()


@pytest.mark.parametrize("spoil", ["database", "key_store"])
def test_a_damaged_file_is_not_backed_up(place: Place, tmp_path: Path, spoil: str) -> None:
    """It is refused, so that the older, sound backups are kept."""
    path: Path = getattr(place.files, spoil)
    content = bytearray(path.read_bytes())
    content[PAGE : 2 * PAGE] = bytes(each ^ 0xFF for each in content[PAGE : 2 * PAGE])
    path.write_bytes(content)
    with refused(BackupRefused, match=rf"{path.name} (is damaged|cannot be copied|holds no keys)"):
        backed_up(place, tmp_path / "backup")


@pytest.mark.parametrize("lost", ["database", "key_store"])
def test_a_lost_file_is_not_backed_up(place: Place, tmp_path: Path, lost: str) -> None:
    """The refusal names the file, and none is created in its place."""
    path: Path = getattr(place.files, lost)
    path.unlink()
    with refused(BackupRefused, match=rf"{path.name} cannot be copied \(SQLITE_CANTOPEN\)"):
        copied(place.files, tmp_path / "copy")
    assert not path.exists()


def test_what_is_no_key_store(place: Place, tmp_path: Path) -> None:
    """A missing file, a foreign file and a store of another master key have no name."""
    with refused(BackupRefused, match=r"the master key does not open keys\.db"):
        name_of_store(place.files, OTHER)
    with refused(BackupRefused, match="cannot be read"):
        name_of_store(replace(place.files, key_store=tmp_path / "nowhere"), MASTER)
    (tmp_path / "foreign").write_bytes(b"x" * 5000)
    with refused(BackupRefused, match="cannot be read"):
        name_of_store(replace(place.files, key_store=tmp_path / "foreign"), MASTER)


async def test_stores_are_told_apart(place: Place, tmp_path: Path) -> None:
    """Two key stores under one master key have two names, and each keeps its name."""
    other = await make_history(tmp_path / "other", rounds=1)
    before = name_of_store(place.files, MASTER)
    async with place.opened() as store:
        await store.note(*CASES)
    assert name_of_store(place.files, MASTER) == before
    assert name_of_store(other.files, MASTER) != before


def test_the_signing_key_is_sealed(tmp_path: Path) -> None:
    """Without the master key the backup of keys can sign nothing."""
    (tmp_path / "signing.key").write_bytes(b"a private key")
    seal_signing_key(tmp_path / "signing.key", tmp_path / "sealed", MASTER)
    sealed = (tmp_path / "sealed").read_bytes()
    assert b"private" not in sealed
    assert open_signing_key(sealed, MASTER) == b"a private key"
    with pytest.raises(Unreadable):
        open_signing_key(sealed, OTHER)


def test_the_manifest_is_plain(backup: Backup) -> None:
    """Anybody can see a file's kind and time, but nothing about anybody."""
    with zipfile.ZipFile(backup.data) as packed:
        assert sorted(packed.namelist()) == ["history.heads", "manifest.json", "tirkeu.db"]
        assert set(json.loads(packed.read("manifest.json"))) == {"kind", "made_at", "head", "store"}
