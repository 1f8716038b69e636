"""Kinds of application that are not complete are told at load, with file, row and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.loaders.edition import load_standard
from assets.loaders.faults import AssetFaults
from tests.assets.faulty_editions import EDITION, change, copy_edition

KINDS, CHECKLISTS, FORMS, QUESTIONS = "kinds.toml", "checklists.toml", "forms.toml", "questions.toml"
FAULTS = [
    (KINDS, 'id = "group"', 'id = "missionary"', "kinds.toml: kind #2: id: twice value=missionary"),
    (KINDS, 'id = "group"', 'id = "groups"', "checklists.toml: group: unknown-table"),
    (KINDS, 'id = "group"', 'id = "groups"', "checklists.toml: groups: no-table"),
    (KINDS, 'id = "group"', 'id = "groups"', "questions.toml: question #1: of: unknown value=group file=kinds.toml"),
    (KINDS, 'form = "group-application"', 'form = "x"', "kinds.toml: kind #2: form: unknown value=x file=forms.toml"),
    (
        KINDS,
        'form = "group-application"',
        'form = "x"',
        "forms.toml: form #4: id: unknown value=group-application file=kinds.toml",
    ),
    (KINDS, 'form = "group-note"', 'form = "x"', "kinds.toml: kind #2: paper form: unknown value=x file=forms.toml"),
    (
        KINDS,
        'form = "group-note"',
        'form = "group-application"',
        "kinds.toml: kind #2: form: twice value=group-application",
    ),
    (KINDS, '"office_city", ', '"town", ', "kinds.toml: kind #2: paper confirmed: unknown value=town file=forms.toml"),
    (KINDS, 'refused = "справки"\n', "", "kinds.toml: kind #2: paper refused: missing"),
    (
        CHECKLISTS,
        'role = "application-form"\n',
        "",
        "checklists.toml: missionary: role: no-item kind=missionary value=application-form",
    ),
    (CHECKLISTS, 'role = "materials"', 'role = "application-form"', "checklists.toml: missionary #5: role: twice"),
    (
        CHECKLISTS,
        'of = "adult_members"',
        'of = "location"',
        "checklists.toml: group #2: copies of: unknown value=location file=questions.toml",
    ),
    (
        CHECKLISTS,
        'leader_counted = "no"',
        'leader_counted = "never"',
        "checklists.toml: group #2: copies one_more: no-choice question=leader_counted value=never",
    ),
    (FORMS, 'parts = ["city"]', 'parts = ["town"]', "forms.toml: form #1: field #2 parts: unknown value=town"),
    (
        FORMS,
        'parts = ["place_of_worship"]',
        'parts = ["place_of_worship", "premises_owner"]',
        "forms.toml: form #4: field #6 parts: no-printed value=premises_owner",
    ),
    (
        FORMS,
        'parts = ["adult_members"]\n',
        'parts = ["adult_members"]\nshape = "date"\n',
        "forms.toml: form #4: field #4 shape: other-shape value=date",
    ),
    (FORMS, 'shape = "term"\n', "", "forms.toml: form #3: field #6 shape: other-shape value=list"),
    (
        FORMS,
        'parts = ["term_from", "term_to"]',
        'parts = ["term_to"]',
        "forms.toml: form #3: field #6 shape: other-shape value=term",
    ),
    (
        FORMS,
        'parts = ["term_from", "term_to"]\nshape = "term"',
        'parts = ["term_from", "address"]\nshape = "document"',
        "forms.toml: form #3: field #6 shape: other-shape value=document",
    ),
    (
        FORMS,
        'parts = ["term_to"]',
        'parts = ["full_name"]',
        "forms.toml: form #1: field #10 shape: other-shape value=list",
    ),
    (FORMS, 'area = "office-area"', 'area = "area"', "forms.toml: given: parts area: not-one-of"),
    (FORMS, " внутренней политики ", " of ", "units/appendix-1.jsonl: #1: name: no-territory value=of"),
    (FORMS, 'area_after = " внутренней политики "\n', "", "units/appendix-1.jsonl: #1: name: no-territory value="),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), FAULTS, ids=[f"{each[3]}" for each in FAULTS])
def test_a_fault(tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    """Where it is, and what is wrong."""
    folder = copy_edition(tmp_path)
    change(folder / file, old, new)
    with pytest.raises(AssetFaults) as found:
        load_standard(EDITION, folder.parent)
    assert any(str(each).startswith(told) for each in found.value.faults), found.value


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        ("group-note", "forms.toml: form #2: id: no-template value=group-note"),
        ("slip", "papers: no-template value=slip"),
    ],
)
def test_a_paper_without_a_template(tmp_path: Path, paper: str, told: str) -> None:
    """Each form and each letter has one in the folder, and each is a document."""
    folder = copy_edition(tmp_path)
    template = folder / "papers" / f"{paper}.docx"
    template.write_bytes(b"none")
    with pytest.raises(AssetFaults) as found:
        load_standard(EDITION, folder.parent, served=True)
    assert [str(each) for each in found.value.faults] == [f"papers/{paper}.docx: unreadable said=DOCX"]
    template.unlink()
    with pytest.raises(AssetFaults) as found:
        load_standard(EDITION, folder.parent, served=True)
    assert [str(each) for each in found.value.faults] == [told]


def test_no_kind(tmp_path: Path) -> None:
    """An edition under which nothing can be applied for is a fault, and nothing else is told of it."""
    folder = copy_edition(tmp_path)
    (folder / KINDS).write_text("kind = []\n", "utf-8")
    with pytest.raises(AssetFaults) as found:
        load_standard(EDITION, folder.parent)
    assert "kinds.toml: kind: empty" in [str(each) for each in found.value.faults]


def test_an_unreadable_file_hides_no_more_than_itself(tmp_path: Path) -> None:
    """Tables of documents are not called unknown where the kinds cannot be read."""
    folder = copy_edition(tmp_path)
    (folder / KINDS).write_text("kind = [", "utf-8")
    with pytest.raises(AssetFaults) as found:
        load_standard(EDITION, folder.parent)
    assert [each.file for each in found.value.faults] == [KINDS]
