from __future__ import annotations

import pytest

from domain.uploads import (
    MAX_BYTES,
    MAX_BYTES_OF_CASE,
    MAX_FILES_OF_CASE,
    MAX_FILES_OF_ITEM,
    BrokenFile,
    Damage,
    FileTooBig,
    NoRoom,
    QuotaScope,
    TooManyFiles,
    check_quota,
    check_size,
)


@pytest.mark.parametrize("size", [1, MAX_BYTES, None])
def test_a_file_up_to_the_limit_may_be_fetched_also_one_of_unknown_size(size: int | None) -> None:
    """The largest size is accepted, and so is a size that Telegram leaves out."""
    check_size(size)


def test_a_file_that_is_too_big_is_refused_with_both_sizes() -> None:
    """The refusal has the file's size and the limit."""
    with pytest.raises(FileTooBig) as refusal:
        check_size(MAX_BYTES + 1)
    assert (refusal.value.limit, refusal.value.found) == (10 * 1024 * 1024, 10 * 1024 * 1024 + 1)


@pytest.mark.parametrize("size", [0, -1])
def test_an_empty_file_is_not_fetched(size: int) -> None:
    """An empty file is not a copy."""
    with pytest.raises(BrokenFile) as refusal:
        check_size(size)
    assert refusal.value.reason is Damage.EMPTY


def test_what_just_fits_is_taken() -> None:
    """The last file of an item, of a case and of the storage space is still accepted."""
    check_quota(MAX_FILES_OF_ITEM - 1, MAX_FILES_OF_CASE - 1, MAX_BYTES_OF_CASE - 5, 5)


@pytest.mark.parametrize(
    ("of_item", "of_case", "full", "limit"),
    [
        (MAX_FILES_OF_ITEM, 10, QuotaScope.ITEM, 10),
        (MAX_FILES_OF_ITEM, MAX_FILES_OF_CASE, QuotaScope.ITEM, 10),
        (0, MAX_FILES_OF_CASE, QuotaScope.CASE, 40),
        (0, MAX_FILES_OF_CASE + 1, QuotaScope.CASE, 40),
    ],
)
def test_one_file_too_many_is_refused_naming_what_is_full(
    of_item: int, of_case: int, full: QuotaScope, limit: int
) -> None:
    """The item is named if both are full: another item would not help, fewer files of this one would."""
    with pytest.raises(TooManyFiles) as refusal:
        check_quota(of_item, of_case, 0, 1)
    assert (refusal.value.full, refusal.value.limit) == (full, limit)


@pytest.mark.parametrize(("kept", "left"), [(MAX_BYTES_OF_CASE - 5, 5), (MAX_BYTES_OF_CASE + 7, 0)])
def test_a_file_that_finds_no_room_is_told_how_much_is_left(kept: int, left: int) -> None:
    """The space left is never reported as negative."""
    with pytest.raises(NoRoom) as refusal:
        check_quota(0, 0, kept, 6)
    assert (refusal.value.limit, refusal.value.left, refusal.value.found) == (MAX_BYTES_OF_CASE, left, 6)
