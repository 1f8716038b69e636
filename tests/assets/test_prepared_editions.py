"""An edition in preparation: what it may do without, what it must say, and that no other is let off anything."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assets.loaders.edition import EDITIONS, check_codes, find_editions, load_standard
from assets.loaders.faults import AssetFaults
from bot.data_folder import read_papers
from domain.errors import EditionMissing, PreparationOnly, UnknownUnit
from domain.offices.units import NOWHERE
from domain.standard.edition import Standard
from domain.standard.editions import Editions
from tests.assets.faulty_editions import EDITION, change, copy_edition

PREPARED = next(each for each in find_editions() if load_standard(each).preparation is not None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of it, to plant faults in."""
    return Path(shutil.copytree(EDITIONS / PREPARED, tmp_path / PREPARED))


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(AssetFaults) as error:
        load_standard(folder.name, folder.parent, served=True)
    return list(map(str, error.value.faults))


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("edition.toml", "checked_on = 2026-11-29\n", "", "edition.toml: checked_on: missing"),
        ("edition.toml", "checked_on = 2026-11-29", "checked_on = 20261129", "edition.toml: checked_on: not-date"),
        ("edition.toml", '"preparation"', '"reading"', "edition.toml: purpose: not-one-of"),
        ("edition.toml", 'id = "order"', 'id = "form"', "edition.toml: unknown id: twice value=form"),
        ("edition.toml", 'id = "order"', 'id = "orders"', "edition.toml: id: no-text language=ru value=unknown-orders"),
        ("edition.toml", 'id = "order"', 'id = "orders"', "texts/kk/service.ftl: unknown-order: stray-text"),
        ("edition.toml", 'cites = "3(11)"', 'cites = "4"', "edition.toml: unregistered #1 cites: no-citation value=4"),
        ("kinds.toml", 'form = "free-application"', 'form = "x"', "kinds.toml: kind #1: form: unknown value=x"),
        ("terms.toml", 'role = "result"', 'role = "waiting"', "terms.toml: timing: role: no-row value=result"),
        ("cites.toml", 'role = "result"', 'role = "basis"', "cites.toml: cite: role: no-row value=result"),
        ("regions.toml", 'office = "akmola-r-exec"', 'office = "akmola-r"', "regions.toml: region #1: office: unknown"),
        (
            "texts/en/service.ftl",
            "prepare-law = ",
            "prepare-laws = ",
            "texts/en: no-text language=en value=prepare-law",
        ),
    ],
)
def test_faults(folder: Path, file: str, old: str, new: str, fault: str) -> None:
    """Each is told with its file, row and field."""
    change(folder / file, old, new)
    assert [each for each in faults_of(folder) if each.startswith(fault)] != []


@pytest.mark.parametrize("name", ["checked_on = 2026-11-29\n", '[[unknown]]\nid = "form"\ntext = "форма"\n'])
def test_only_such_an_edition_has_gaps(tmp_path: Path, name: str) -> None:
    """An edition that applications are filed under says neither when it was checked nor what is not known."""
    folder = copy_edition(tmp_path)
    text = (folder / "edition.toml").read_text("utf-8")
    text = text.replace("\n[counts]", f"\n{name}\n[counts]", 1)
    (folder / "edition.toml").write_text(text, "utf-8")
    field = name.partition(" =")[0].strip("[]\n").partition("]")[0]
    assert faults_of(folder) == [f"edition.toml: {field}: unknown-field"]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("terms.toml", "[fee]", "[free]", "terms.toml: free: unknown-table"),
        ("regions.toml", 'akimat = "astana-r-akim"\n', "", "regions.toml: region #1: akimat: missing"),
        ("forms.toml", "appendix = 5\n", "", "forms.toml: form #1: appendix: missing"),
        (
            "kinds.toml",
            '[kind.paper]\nform = "group-note"',
            '[kind.papers]\nform = "group-note"',
            "kinds.toml: kind #2: paper: missing",
        ),
        (
            "units/appendix-1.jsonl",
            '"address": "г. Астана',
            '"adres": "г. Астана',
            "units/appendix-1.jsonl: #1: address: missing",
        ),
    ],
)
def test_no_other_edition_is_let_off(tmp_path: Path, file: str, old: str, new: str, fault: str) -> None:
    """What an edition in preparation may do without, one for filing may not."""
    folder = copy_edition(tmp_path)
    change(folder / file, old, new)
    assert [each for each in faults_of(folder) if each.startswith(fault)] != []


@pytest.mark.parametrize("file", ["defects.toml", "indicators.toml", "targets.toml", "places.jsonl"])
def test_files_that_may_be_absent(tmp_path: Path, folder: Path, file: str) -> None:
    """They are absent here; an edition for filing must have them."""
    assert not (folder / file).exists()
    filing = copy_edition(tmp_path)
    (filing / file).unlink()
    assert f"{file}: no-file" in faults_of(filing)


def test_what_is_here() -> None:
    """Twenty regions, each with the body that registers, of which nothing but the name is known."""
    law = load_standard(PREPARED, served=True)
    assert law.preparation is not None
    assert len(law.regions) == len(law.units) == 20
    assert {law.unit(each.office).region for each in law.regions} == {each.id for each in law.regions}
    assert {(each.address, each.phones, each.schedule, each.place) for each in law.units.values()} == {
        ("", (), None, NOWHERE)
    }
    assert {law.akimat_of(each).id for each in law.units.values()} == set(law.units)
    assert (law.fee, law.defects, law.indicators, law.targets) == (None, (), (), ())
    assert [each.paper for each in law.kinds.values()] == [None]
    assert not any(item.upload for items in law.checklists.values() for item in items)
    assert check_codes({each: load_standard(each) for each in find_editions()}) == []


def test_nothing_is_filed_under_it(standard: Standard) -> None:
    """The one rule that says so; and whoever looks for a unit does not meet its bodies."""
    law = load_standard(PREPARED)
    standard.require_filing()
    with pytest.raises(PreparationOnly):
        law.require_filing()
    papers = read_papers(law)
    for what in ("letters", "complaints"):
        with pytest.raises(PreparationOnly):
            getattr(papers, what)
    for kind in law.kinds.values():
        with pytest.raises(ValueError, match="ends with no paper"):
            _ = kind.result
    editions = Editions(standard, {PREPARED: law})
    assert editions.prepared == (law,)
    assert list(editions) == [standard]
    assert PREPARED in editions
    assert editions.get(PREPARED) is law
    body = law.regions[0].office
    assert not editions.is_office(body)
    assert editions.codes_of(body) == ()
    with pytest.raises(UnknownUnit):
        editions.unit(body)
    assert editions.find_unit_id(law.unit(body).code) != body
    assert set(editions.units()) == set(standard.units)


def test_what_begins(standard: Standard) -> None:
    """Under the current edition, or one in preparation that is named; under no other."""
    law = load_standard(PREPARED)
    other = replace(standard, status=replace(standard.status, id="1994-7"))
    editions = Editions(standard, {PREPARED: law, "1994-7": other})
    assert editions.to_begin() is standard
    assert editions.to_begin(EDITION) is standard
    assert editions.to_begin(PREPARED) is law
    for edition in ("1994-7", "2031-1"):
        with pytest.raises(EditionMissing):
            editions.to_begin(edition)
