"""Offices and akimats in data of before they had ids: each record names the same one, by its id."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.data_folder import open_stores
from bot.resources import load_library
from bot.settings import Settings
from domain.applications.territory import read_territory
from domain.languages import Language
from domain.standard.edition import Standard
from domain.standard.questions import DISTRICTS, Role
from storage.applications import SqlCases
from storage.complaints import SqlComplaints
from storage.staff import SqlOfficers
from tests.factories.units import unit_id
from tests.kept.folder import FOLDERS, Kept

# The column with the unit, and what else of a row must be as it was.
NAMED = {
    "cases": ("office", "id, number, sealed"),
    "complaints": ("unit", "id, number, sealed"),
    "terms": ("office", "case_id, due, done"),
    "survey": ("office", "subject, question, day, answer"),
    "remains": ("unit", "entry, number"),
    "registers": ("office", "book, year, last"),
    "officers": ("unit", "user_id, sealed, role"),
}


@pytest.fixture(params=FOLDERS)
def kept(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    unpacked = Kept.unpacked(request.param, tmp_path)
    monkeypatch.setenv("DATA_DIR", str(unpacked.folder))
    monkeypatch.setenv("BOT_TOKEN", unpacked.about["token"])
    monkeypatch.delenv("MASTER_KEY", raising=False)
    return unpacked


async def test_rows_name_the_unit_that_had_the_code(kept: Kept) -> None:
    """Table by table; nothing sealed, no number and no entry of the history is touched."""
    before = {table: kept.rows(f"SELECT {unit}, {rest} FROM {table}") for table, (unit, rest) in NAMED.items()}  # noqa: S608  # names above
    history = kept.rows("SELECT * FROM events ORDER BY id")
    async with AsyncExitStack() as stack:
        database, _ = await open_stores(Settings(_env_file=None, data_dir=kept.folder), stack)
        for table, (unit, rest) in NAMED.items():
            found = await database.read(f"SELECT {unit}, {rest} FROM {table}")  # noqa: S608  # names above
            renamed = [(str(unit_id(was)) if was else None, *others) for was, *others in before[table]]
            assert sorted(map(repr, found)) == sorted(map(repr, renamed)), table
            assert found or table == "remains"
        assert await database.read("SELECT * FROM events ORDER BY id") == history


async def test_what_is_sealed_names_the_same_units(kept: Kept, standard: Standard) -> None:
    """Answers, complaints and the names of officers, which are sealed for a unit, open and fit their rows.

    So they do after each of them was written once more.
    """
    offices = dict(kept.rows("SELECT id, office FROM cases"))
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(Settings(_env_file=None, data_dir=kept.folder), stack)
        people = await database.read("SELECT DISTINCT applicant FROM cases")
        authors = await database.read("SELECT DISTINCT author FROM complaints")
        async with database.transaction() as transaction:
            cases = [each for (person,) in people for each in await SqlCases(transaction, keys).list_for_person(person)]
            complaints = SqlComplaints(transaction, keys)
            written = [each for (author,) in authors for each in await complaints.list_for_person(author)]
            officers = await SqlOfficers(transaction, keys).all()
            for case in cases:
                assert await SqlCases(transaction, keys).save(case) == replace(case, version=case.version + 1)
                assert await SqlCases(transaction, keys).get(case.id) == replace(case, version=case.version + 1)
            for each in written:
                assert await complaints.save(each) == replace(each, version=each.version + 1)
                assert await complaints.get(each.id) == replace(each, version=each.version + 1)
            for officer in officers:
                await SqlOfficers(transaction, keys).bind(officer)
            assert await SqlOfficers(transaction, keys).all() == officers
    assert len(cases) == len(offices)
    assert len(officers) > 1
    placed = 0
    for case in cases:
        asked = standard.questions[case.subject].with_role(Role.OFFICE)
        said = case.answers.get(asked.id, "") if asked else ""
        assert said in {"", str(case.office)}
        assert case.office == (unit_id(offices[case.id]) if offices[case.id] else None)
        if territory := read_territory(case.answers, standard):
            placed += 1
            assert case.answers[DISTRICTS] in {"all", ",".join(str(each.id) for each in territory.districts)}
    assert placed > 1
    assert all(each.office is None or standard.is_office(each.office) for each in written)
    assert all(each.name and standard.unit(each.unit) for each in officers)


def test_the_history_is_whole_after_the_change(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    """Its entries go on naming bodies by code; a complaint moved to another body is still found."""
    settings = Settings(_env_file=None, data_dir=kept.folder, language=Language.EN)
    load_library(settings)
    asyncio.run(_change(settings))
    assert main(["audit", "verify"]) == 0
    capsys.readouterr()
    asyncio.run(_change(settings, "UPDATE complaints SET unit = 'astana-akim' WHERE number IS NOT NULL"))
    assert main(["audit", "verify"]) == 1


async def _change(settings: Settings, sql: str = "") -> None:
    async with AsyncExitStack() as stack:
        database, _ = await open_stores(settings, stack)
        if sql:
            async with database.transaction() as transaction:
                await transaction.run(sql)
