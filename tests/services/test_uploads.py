from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from domain.applications.case import Case, CaseState
from domain.errors import BadAnswer
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from domain.uploads import MAX_BYTES, MAX_BYTES_OF_CASE, MAX_FILES_OF_CASE, MAX_FILES_OF_ITEM, UploadRefused
from services.history import FiledRecord
from services.uploads import Offered, Upload, Uploads
from tests.factories.cases import worked
from tests.factories.units import KINDS
from tests.factories.uploads import offered


@dataclass
class FakeUploads:
    """`UploadStore` of one case, in memory; a noted copy waits to be fetched."""

    files: list[Upload] = field(default_factory=list)

    async def list_for_record(self, _case: FiledRecord) -> list[Upload]:
        return list(self.files)

    async def add(self, _case: FiledRecord, item: str, offered: Offered) -> None:
        self.files.append(Upload(len(self.files) + 1, item, offered.size, kept=False))

    async def drop(self, _case: FiledRecord, item: str, keep: int = 0) -> None:
        self.files = [each for each in self.files if each.item != item or each.id == keep]

    async def rename(self, _case: FiledRecord, items: Mapping[str, str]) -> None:
        self.files = [replace(each, item=items.get(each.item, each.item)) for each in self.files]

    async def content(self, _case: FiledRecord, upload_id: int) -> bytes:
        return f"content of {upload_id}".encode()


@pytest.fixture
def store() -> FakeUploads:
    return FakeUploads()


@pytest.fixture
def uploads(store: FakeUploads, standard: Standard) -> Uploads:
    return Uploads(store, Editions(standard))


@pytest.fixture
def case(standard: Standard) -> Case:
    return worked(standard, CaseState.DRAFT)


async def test_a_copy_is_noted_for_its_item(uploads: Uploads, case: Case) -> None:
    """Each item has its own copies in the order they came; removing one item's leaves the others."""
    for item in ("invitation", "mission-authority", "invitation"):
        await uploads.offer(case, item, offered())
    assert [each.id for each in await uploads.list_for_item(case, "invitation")] == [1, 3]
    assert [each.id for each in await uploads.list_for_case(case)] == [1, 2, 3]
    await uploads.drop(case, "invitation")
    assert [each.item for each in await uploads.list_for_case(case)] == ["mission-authority"]


@pytest.mark.parametrize("subject", KINDS)
async def test_identity_documents_are_not_copied(uploads: Uploads, standard: Standard, subject: str) -> None:
    """Nor is anything that the case does not need, or the application itself."""
    case = worked(standard, CaseState.DRAFT, subject)
    for item in ("identity", "identity-copies", "application", "power-of-attorney", "nothing", ""):
        for attempt in (uploads.offer(case, item, offered()), uploads.drop(case, item)):
            with pytest.raises(BadAnswer, match="choose"):
                await attempt
    assert await uploads.list_for_case(case) == []


async def test_how_much_is_taken(uploads: Uploads, store: FakeUploads, case: Case) -> None:
    """A file, an item and an application have their limits; an unknown size is checked once the file is fetched."""
    with pytest.raises(UploadRefused):
        await uploads.offer(case, "invitation", offered(MAX_BYTES + 1))
    await uploads.offer(case, "invitation", offered(0))
    for full in (
        [Upload(n, "invitation", 1, kept=True) for n in range(MAX_FILES_OF_ITEM)],
        [Upload(n, "premises", 1, kept=True) for n in range(MAX_FILES_OF_CASE)],
        [Upload(1, "premises", MAX_BYTES_OF_CASE, kept=True)],
    ):
        store.files = list(full)
        with pytest.raises(UploadRefused):
            await uploads.offer(case, "invitation", offered())
        assert store.files == full


async def test_looking_at_a_copy(uploads: Uploads, store: FakeUploads, case: Case) -> None:
    """Only a copy that was fetched and cleaned can be opened, and only from its own case."""
    await uploads.offer(case, "invitation", offered())
    await uploads.offer(case, "invitation", offered())
    with pytest.raises(BadAnswer, match="choose"):
        await uploads.kept(case, 2)
    store.files[1] = replace(store.files[1], kept=True, kind="pdf")
    assert await uploads.kept(case, 2) == store.files[1]
    for missing in (0, 3):
        with pytest.raises(BadAnswer, match="choose"):
            await uploads.kept(case, missing)
