"""A start refuses, and shows nothing, while an open record needs an edition whose folder is not there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.data_folder import HEADS, MASTER_KEY, NAMED
from bot.monitoring import FIELDS
from bot.resources import load_texts
from domain.applications.case import OPEN_CASE_STATES, Case, CaseState
from domain.complaints.complaint import OPEN_COMPLAINT_STATES, Complaint, ComplaintState
from domain.languages import LANGUAGES
from domain.retention import Remains
from domain.standard.edition import Standard
from storage.db.database import Database
from storage.db.keys import KeyStore
from storage.privacy.retention import SqlRetention
from tests.bot.losing import contents, with_stores
from tests.factories.cases import another, started, worked
from tests.factories.complaints import complained
from tests.factories.editions import give_code, write_edition
from tests.factories.stored import store
from tests.factories.units import KOKSHETAU

OTHER = "1994-7"
ENDED = sorted(set(CaseState) - OPEN_CASE_STATES - {CaseState.DRAFT})
CLOSED = sorted(set(ComplaintState) - OPEN_COMPLAINT_STATES - {ComplaintState.DRAFT})
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
    assert line.startswith(f"EDITION: editions {OTHER} are not here, and ")
    assert line.count("\n") == 1
    return line


def listed(capsys: pytest.CaptureFixture[str]) -> str:
    """What a command that reads the data prints, where nothing keeps it from that."""
    capsys.readouterr()
    assert main(("officer", "list")) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("state", [CaseState.DRAFT, *sorted(OPEN_CASE_STATES)])
def test_a_draft_and_an_open_application(
    folder: Path, standard: Standard, capsys: pytest.CaptureFixture[str], state: CaseState
) -> None:
    """It is named with its number, office and edition; one without a number by the beginning of its id."""
    put(folder, worked(standard, state, edition=OTHER), another(started(), "ours"))
    name = "draft1…, without a number" if state is CaseState.DRAFT else "2-3/2026-1"
    assert refused(capsys).endswith(
        f"and 1 open record needs them; bring back their folders (or name where they are in EDITIONS_DIR),"
        f" no record was changed: application {name} (kokshetau-ip): {OTHER}\n"
    )


@pytest.mark.parametrize("stage", [ComplaintState.DRAFT, *sorted(OPEN_COMPLAINT_STATES)])
def test_a_draft_and_an_open_complaint(folder: Path, capsys: pytest.CaptureFixture[str], stage: ComplaintState) -> None:
    """It is named with its number and the body that answers it."""
    put(folder, complained(stage, edition=OTHER), complained(ComplaintState.FILED, 2))
    name = "compla…, without a number" if stage is ComplaintState.DRAFT else "1/2026"
    assert refused(capsys).endswith(f": complaint {name} (kokshetau-akim): {OTHER}\n")


def test_finished_ones_keep_nothing_from_starting(
    folder: Path, standard: Standard, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Each start counts them in the log, with what is left of erased ones."""
    ended: list[Case | Complaint] = [
        *(another(worked(standard, each, edition=OTHER), each, str(at)) for at, each in enumerate(ENDED, 1)),
        *(complained(each, at, edition=OTHER) for at, each in enumerate(CLOSED, 10)),
    ]
    put(folder, *ended, ERASED)
    assert listed(capsys) == "no officers\n"
    logged = [getattr(each, FIELDS) for each in caplog.records if each.getMessage() == "edition-missing"]
    assert logged == [{"edition": OTHER, "records": len(ended) + 1}]


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
    case = worked(standard, CaseState.IN_REVIEW, edition=OTHER)
    cases = [another(case, f"case{number}", f"{number:02}") for number in range(NAMED)]
    put(folder, another(started(), "draft", edition=OTHER), *cases, complained(ComplaintState.FILED, edition=OTHER))
    line = refused(capsys)
    assert f"and {NAMED + 2} open records need them" in line
    _, _, named = line.strip().partition("no record was changed: ")
    assert named.split("; ") == [
        *(f"application 2-3/2026-{number:02} (kokshetau-ip): {OTHER}" for number in range(NAMED)),
        "and 2 more",
    ]


def test_a_folder_that_is_brought_back(
    folder: Path, standard: Standard, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With it in EDITIONS_DIR the same data open as before, whichever edition is current."""
    put(folder, worked(standard, CaseState.IN_REVIEW, edition=OTHER), complained(ComplaintState.FILED, edition=OTHER))
    refused(capsys)
    monkeypatch.setenv("EDITIONS_DIR", str(write_edition(folder.parent / "editions", OTHER).parent))
    assert listed(capsys) == "no officers\n"
    monkeypatch.setenv("EDITION", OTHER)
    assert listed(capsys) == "no officers\n"


def test_a_folder_of_editions_that_is_not_there(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line names the variable and shows an example."""
    monkeypatch.setenv("EDITIONS_DIR", str(folder / "nowhere"))
    assert main(("offices", "search", "Кокшетау")) == 2
    line = capsys.readouterr().err
    assert line.startswith("EDITIONS_DIR: ")
    assert line.count("\n") == 1


def test_faults_of_every_edition_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those of an edition that is not the current one."""
    root = folder.parent / "editions"
    for edition in (OTHER, "1995-1"):
        (write_edition(root, edition) / "terms.toml").unlink()
    monkeypatch.setenv("EDITIONS_DIR", str(root))
    assert main(("offices", "search", "Кокшетау")) == 2
    lines = capsys.readouterr().err.splitlines()
    assert {each.partition("/terms.toml")[0] for each in lines} >= {OTHER, "1995-1"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_of_two_units(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Editions that give one code to two units do not start together; the line names both, with file and row."""
    root = folder.parent / "editions"
    write_edition(root, OTHER, give_code("7/7", "kokshetau-ip"))
    write_edition(root, "1995-1", give_code("7/7", "stepnogorsk-ip"))
    monkeypatch.setenv("EDITIONS_DIR", str(root))
    monkeypatch.setenv("LANGUAGE", language)
    assert main(("offices", "search", "Кокшетау")) == 2
    told = load_texts(language).plain("terminal-fault-code-of-other", edition=OTHER, code="7/7", value="kokshetau-ip")
    (line,) = [each for each in capsys.readouterr().err.splitlines() if "appendix-2" in each]
    assert line == f"1995-1/units/appendix-2.jsonl: stepnogorsk-ip: code: {told}"
