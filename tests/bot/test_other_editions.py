"""A start refuses, and shows nothing, while a record belongs to another edition of the standard than the served one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.data_folder import HEADS, MASTER_KEY, NAMED
from domain.applications.case import Case, CaseState
from domain.complaints.complaint import Complaint, ComplaintState
from domain.retention import Remains
from domain.standard.edition import Standard
from storage.db.database import Database
from storage.db.keys import KeyStore
from storage.privacy.retention import SqlRetention
from tests.bot.losing import contents, with_stores
from tests.factories.cases import another, started, worked
from tests.factories.complaints import complained
from tests.factories.stored import store
from tests.factories.units import EDITION, KOKSHETAU

OTHER = "1994-7"
REFUSED = (("officer", "list"), ("receive", "2-3/2026-1"), ("quarantine", "list"), ("run",))
RESCUES = (("audit", "verify"), ("audit", "denials"), ("backup", "."))
ERASED = Remains(
    9, KOKSHETAU, "group", "2-3/2026-9", "issued", date(2026, 5, 1), date(2026, 6, 1), "1/2026", edition=OTHER
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("BOT_TOKEN", "42:token")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("MASTER_KEY", raising=False)
    return tmp_path / "data"


def put(folder: Path, *records: Case | Complaint | Remains, **how: Any) -> None:  # noqa: ANN401  # as `store` names it
    async def work(database: Database, keys: KeyStore) -> None:
        kept = [each for each in records if not isinstance(each, Remains)]
        await store(database, keys, *kept, **how)
        async with database.transaction() as transaction:
            for each in records:
                if isinstance(each, Remains):
                    await SqlRetention(transaction).save_remains(each)

    with_stores(folder, work)


def refused(capsys: pytest.CaptureFixture[str], command: tuple[str, ...] = REFUSED[1]) -> str:
    assert main(command) == 2, command
    line = capsys.readouterr().err
    assert line.startswith(f"EDITION: {EDITION} is to be served, but ")
    assert line.count("\n") == 1
    return line


@pytest.mark.parametrize("state", CaseState)
def test_an_application_in_any_state(
    folder: Path, standard: Standard, capsys: pytest.CaptureFixture[str], state: CaseState
) -> None:
    """It is named with its number, office and edition; one without a number by the beginning of its id."""
    put(folder, worked(standard, state, edition=OTHER), another(started(), "ours"))
    name = "draft1…, without a number" if state is CaseState.DRAFT else "2-3/2026-1"
    assert refused(capsys).endswith(
        f"but 1 record belongs to another edition and would be shown under the wrong law; set"
        f" EDITION back, no record was changed: application {name} (2/3): {OTHER}\n"
    )


@pytest.mark.parametrize("stage", ComplaintState)
def test_a_complaint_in_any_state(folder: Path, capsys: pytest.CaptureFixture[str], stage: ComplaintState) -> None:
    """It is named with its number and the body that answers it."""
    put(folder, complained(stage, edition=OTHER), complained(ComplaintState.FILED, 2))
    named = stage in {ComplaintState.DRAFT, ComplaintState.LETTER}
    name = "compla…, without a number" if named else "1/2026"
    assert refused(capsys).endswith(f": complaint {name} (4/3): {OTHER}\n")


def test_what_is_left_of_an_erased_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its line in a register would be shown under the wrong law, too."""
    put(folder, ERASED)
    assert refused(capsys).endswith(f": erased record 2-3/2026-9 (2/3): {OTHER}\n")


def test_every_command_refuses_and_nothing_changes(
    folder: Path, standard: Standard, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that show or write records; a backup and the audit, which show none, work."""
    put(folder, worked(standard, CaseState.IN_REVIEW, edition=OTHER), filed=True)
    left = contents(folder)
    assert len({refused(capsys, each) for each in REFUSED}) == 1
    assert contents(folder) == left
    for each in RESCUES:
        assert main(each) == 0, (each, capsys.readouterr().err)


def test_a_restore_is_not_refused(
    folder: Path, standard: Standard, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It saves what there is, whatever edition is served; the start after it refuses."""
    put(folder, worked(standard, CaseState.IN_REVIEW, edition=OTHER), filed=True)
    Path("backups").mkdir()
    assert main(("backup", "backups")) == 0
    new = folder.with_name("new")
    new.mkdir(mode=0o700)
    (new / MASTER_KEY).write_bytes((folder / MASTER_KEY).read_bytes())
    monkeypatch.setenv("DATA_DIR", str(new))
    data, keys = sorted(Path("backups").iterdir())
    assert main(("restore", str(data), str(keys), "--heads", str(folder / HEADS))) == 0, capsys.readouterr().err
    capsys.readouterr()
    refused(capsys)


def test_many_are_counted(folder: Path, standard: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """Applications with a number are named first, then drafts, then complaints; the rest is counted."""
    case = worked(standard, CaseState.ISSUED, edition=OTHER)
    cases = [another(case, f"case{number}", f"{number:02}") for number in range(NAMED)]
    put(
        folder,
        another(started(), "draft", edition=OTHER),
        *cases,
        complained(ComplaintState.CLOSED, edition=OTHER),
        ERASED,
    )
    line = refused(capsys)
    assert f"but {NAMED + 3} records belong to another edition" in line
    _, _, named = line.strip().partition("no record was changed: ")
    assert named.split("; ") == [
        *(f"application 2-3/2026-{number:02} (2/3): {OTHER}" for number in range(NAMED)),
        "and 3 more",
    ]


def test_records_of_the_served_edition_are_shown(
    folder: Path, standard: Standard, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With EDITION set to theirs, the same folder opens as before."""
    put(folder, worked(standard, CaseState.ISSUED, edition=OTHER), complained(ComplaintState.CLOSED, edition=OTHER))
    refused(capsys)
    monkeypatch.setenv("EDITION", OTHER)
    assert main(("officer", "list")) == 0
    assert capsys.readouterr().out == "no officers\n"
