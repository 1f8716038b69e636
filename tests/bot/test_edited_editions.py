"""A start refuses a folder of an edition that lost, after use, what a record names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.cli.refusals import describe_lines
from bot.data_folder import NAMED
from bot.jobs.references import refuse_edited_editions
from bot.resources import library_of, load_texts
from bot.settings import BadSettings
from domain.applications.case import Case, CaseState
from domain.applications.kept_terms import KeptTerm
from domain.applications.outcomes import Certificate, NotAccepted, Refusal, Shortfall
from domain.calendar import TermUnit
from domain.complaints.complaint import Complaint, ComplaintState
from domain.languages import LANGUAGES
from domain.standard.edition import Standard
from storage.db.database import Database
from storage.db.keys import KeyStore
from tests.bot.losing import with_stores
from tests.factories.cases import another, complete, worked
from tests.factories.complaints import complained
from tests.factories.editions import (
    Change,
    add_pause,
    remove_document,
    remove_kind,
    remove_question,
    remove_units,
    rename_kind,
    write_edition,
)
from tests.factories.moments import NOW
from tests.factories.stored import store
from tests.factories.units import AKIMAT, EDITION, FAR, GROUP, KOKSHETAU, MISSIONARY

OTHER = "1994-7"
CASE = f"application 2-3/2026-1 (kokshetau-ip): {OTHER}"
REASON = "examination"
PAUSED = KeptTerm("decision", NOW, date(2026, 12, 20), 15, TermUnit.WORKING_DAYS, "7", ()).stopped(
    REASON, date(2026, 11, 23)
)


def looked(
    folder: Path, *records: Case | Complaint, changes: tuple[Change, ...] = (), language: str = "en"
) -> list[str]:
    """What a start says of the records' edition, which was changed after they came to be; nothing if it begins."""
    root = folder / "editions"
    write_edition(root, OTHER, *changes)

    async def work(database: Database, keys: KeyStore) -> list[str]:
        await store(database, keys, *(replace(each, edition=OTHER) for each in records))
        try:
            await refuse_edited_editions(database, keys, library_of(EDITION, root))
        except BadSettings as error:
            return describe_lines(error, load_texts(language))
        return []

    found: list[str] = with_stores(folder / "data", work)
    return found


def drop_defect(folder: Path) -> None:
    """A defect that had been used goes, and its texts."""
    defects = folder / "defects.toml"
    kept = [each for each in defects.read_text("utf-8").split("[[defect]]\n") if not each.startswith('id = "stamp"')]
    defects.write_text("[[defect]]\n".join(kept), "utf-8")
    for path in folder.glob("texts/*/documents.ftl"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(each for each in lines if not each.startswith("defect-stamp")), "utf-8")


@pytest.mark.parametrize("state", CaseState)
def test_what_an_unchanged_folder_has(tmp_path: Path, standard: Standard, state: CaseState) -> None:
    """In every state, of both kinds of application, and of complaints in each of theirs."""
    kinds = [another(worked(standard, state, each), each, each) for each in standard.kinds]
    stages = [complained(each, number) for number, each in enumerate(ComplaintState)]
    assert looked(tmp_path, *kinds, *stages) == []


@pytest.mark.parametrize(
    ("state", "changes", "lost"),
    [
        (CaseState.IN_REVIEW, {"terms": {"decision": PAUSED}}, (f"terms.toml: {REASON}",)),
        (CaseState.IN_REVIEW, {"terms": {"term": replace(PAUSED, name="term", pauses=())}}, ("terms.toml: term",)),
        (CaseState.APPROVED, {"certificate": Certificate("1/2026", NOW, {"seal": "1"})}, ("forms.toml: seal",)),
    ],
)
def test_what_an_open_application_names(
    tmp_path: Path, standard: Standard, state: CaseState, changes: dict[str, Any], lost: tuple[str, ...]
) -> None:
    """A line says the application, the file and the id."""
    lines = looked(tmp_path, worked(standard, state, **changes))
    assert lines[0].startswith("The folders of the editions lack what 1 record names; ")
    assert lines[1:] == [f"{CASE}: {each}" for each in lost]


def test_a_reason_that_is_there(tmp_path: Path, standard: Standard) -> None:
    """The pause that the folder names keeps nothing from starting."""
    reason = add_pause(REASON, "decision", names=dict.fromkeys(LANGUAGES, "why"))
    assert looked(tmp_path, worked(standard, CaseState.IN_REVIEW, terms={"decision": PAUSED}), changes=(reason,)) == []


@pytest.mark.parametrize(
    ("kind", "change", "lost"),
    [
        (MISSIONARY, remove_document("invitation"), "checklists.toml: invitation"),
        (GROUP, remove_question("place_of_worship"), "questions.toml: place_of_worship"),
        (GROUP, remove_units(str(KOKSHETAU)), "units/: kokshetau-ip"),
        (MISSIONARY, rename_kind(MISSIONARY, "preacher"), "kinds.toml: missionary"),
    ],
    ids=("document", "question", "unit", "kind"),
)
@pytest.mark.parametrize("state", [CaseState.DRAFT, CaseState.IN_REVIEW])
def test_what_the_folder_lost(
    tmp_path: Path, standard: Standard, kind: str, change: Change, lost: str, state: CaseState
) -> None:
    """Documents, questions, units and kinds of application; a draft is named by the beginning of its id."""
    name = CASE if state is not CaseState.DRAFT else f"application draft1…, without a number (kokshetau-ip): {OTHER}"
    at = str(KOKSHETAU)
    named = worked(standard, state, kind).answering(office=at, districts=at)
    assert looked(tmp_path, named, changes=(change,))[1:] == [f"{name}: {lost}"]


def test_the_reasons_of_a_refusal(tmp_path: Path, standard: Standard) -> None:
    """Its letter can still be fetched."""
    refusal = Refusal(NOW, ("premises",), "", date(2026, 11, 25), {"premises": "stamp"})
    case = worked(standard, CaseState.REFUSED, GROUP, refusal=refusal)
    assert looked(tmp_path, case, changes=(drop_defect,))[1:] == [f"{CASE}: defects.toml: stamp"]


def test_the_ground_of_a_refusal(tmp_path: Path, standard: Standard) -> None:
    """One on substance is named by its id, and its words are the folder's."""
    refusal = Refusal(NOW, (), "", date(2026, 11, 25), ground="harm")
    case = worked(standard, CaseState.REFUSED, refusal=refusal)
    assert looked(tmp_path, case)[1:] == [f"{CASE}: terms.toml: harm"]


def test_why_a_package_was_not_accepted(tmp_path: Path, standard: Standard) -> None:
    """What it lacked is told by documents and defects of the folder."""
    lacked = NotAccepted(NOW, (Shortfall("invitation"), Shortfall("premises", "stamp")))
    case = worked(standard, CaseState.NOT_ACCEPTED, GROUP, not_accepted=lacked)
    assert looked(tmp_path, case, changes=(drop_defect,))[1:] == [
        f"{CASE}: defects.toml: stamp",
        f"{CASE}: checklists.toml: invitation",
    ]


def test_choices_and_places(tmp_path: Path, standard: Standard) -> None:
    """A choice that is no longer offered, a region and a district that are gone."""
    answers = {"intent": "third", "region": "nowhere", "districts": f"{FAR},no-where"}
    lines = looked(tmp_path, complete(standard).answering(**answers))
    assert [each.rpartition(f"{OTHER}: ")[2] for each in lines[1:]] == [
        "questions.toml: intent: third",
        "regions.toml: nowhere",
        "units/: no-where",
    ]


def test_the_body_of_a_complaint(tmp_path: Path) -> None:
    """It is named with its number and its body."""
    lines = looked(tmp_path, complained(ComplaintState.ACCEPTED), changes=(remove_units(str(AKIMAT)),))
    assert lines[1:] == [f"complaint 1/2026 (kokshetau-akim): {OTHER}: units/: kokshetau-akim"]


def test_finished_ones_and_other_editions(tmp_path: Path, standard: Standard) -> None:
    """Neither keeps a bot from starting; a missing edition is told as such."""
    ended = another(worked(standard, CaseState.ISSUED), "ended", 2)
    assert looked(tmp_path, ended, changes=(remove_document("invitation"),)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_are_counted(tmp_path: Path, standard: Standard, language: str) -> None:
    """The first ones are named, the others counted."""
    case = worked(standard, CaseState.REGISTERED)
    cases = [another(case, f"case{number:02}", f"{number:02}") for number in range(NAMED + 2)]
    lines = looked(tmp_path, *cases, changes=(remove_kind("group"), remove_document("invitation")), language=language)
    assert len(lines) == 1 + NAMED + 1
    assert "2" in lines[-1]


def test_a_start_refuses(
    tmp_path: Path, standard: Standard, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With code 2, before anything is sent or changed; a damaged record keeps it from looking at no other."""
    case = worked(standard, CaseState.REGISTERED)
    damaged = another(case, "a-damaged", 2)
    assert len(looked(tmp_path, case, damaged, changes=(remove_document("invitation"),))) == 3

    async def damage(database: Database, _keys: KeyStore) -> None:
        async with database.transaction() as transaction:
            await transaction.run("UPDATE cases SET sealed = x'00' WHERE id = 'a-damaged'")

    for name, value in {"DATA_DIR": "data", "EDITIONS_DIR": "editions", "BOT_TOKEN": "42:token"}.items():
        monkeypatch.setenv(name, value if "token" in value else str(tmp_path / value))
    monkeypatch.setenv("LANGUAGE", "en")
    with_stores(tmp_path / "data", damage)
    assert main(("run",)) == 2
    assert capsys.readouterr().err.splitlines()[1:] == [f"{CASE}: checklists.toml: invitation"]
