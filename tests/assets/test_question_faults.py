"""Questions that do not fit together are told at load, with row and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.loaders.edition import load_standard
from assets.loaders.faults import AssetFaults
from tests.assets.faulty_editions import EDITION, change, copy_edition

QUESTIONS = "questions.toml"
FAULTS = [
    ('id = "by"', 'id = "intent"', "question #2: id: repeated-question"),
    ('role = "office"', 'role = "end"', "question #4: kind: kind-of-role"),
    ('role = "earlier-date"', 'role = "earlier-number"', "question #6: role: repeated-role"),
    ('again = "reregistration"', 'again = "anew"', "question #1: again: no-such-choice"),
    ('when = { by = "representative" }', 'when = { by = "nobody" }', "question #7: when: no-such-choice"),
    ('when = { by = "representative" }', 'when = { premises_owner = "person" }', "question #7: when: no-such-choice"),
    (
        'when = { by = "representative" }',
        'when = { by = ["self", "nobody"] }',
        "question #7: when: no-such-choice",
    ),
    ('when = { by = "representative" }', "when = { by = [] }", "question #7: when by: empty"),
    ('when = { by = "representative" }', "when = { by = 3 }", "question #7: when by #1: not-text"),
    ('after = "term_from"', 'after = "full_name"', "question #16: after: no-date-above"),
    ('kind = "name"', 'kind = "choice"', "question #7: choices: choices-of-kind"),
    (
        'choices = [{ value = "registration" }, { value = "reregistration" }]\n',
        "",
        "question #1: choices: choices-of-kind",
    ),
    ('cites = "app.7"', 'cites = "app.17"', "question #8: cites: no-citation value=app.17"),
    ('role = "applicant-name"\n', "", "question: role: no-role kind=missionary value=applicant-name"),
    ('kind = "place"', 'kind = "places"', "question #3: kind: not-one-of allowed="),
]


@pytest.mark.parametrize(("old", "new", "told"), FAULTS, ids=[each[2] for each in FAULTS])
def test_a_fault(tmp_path: Path, old: str, new: str, told: str) -> None:
    """Where it is, and what is wrong."""
    folder = copy_edition(tmp_path)
    change(folder / QUESTIONS, old, new)
    with pytest.raises(AssetFaults) as found:
        load_standard(EDITION, folder.parent)
    assert any(str(each).startswith(f"{QUESTIONS}: {told}") for each in found.value.faults), found.value


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('{ by = "representative" }', '{ by = "somebody" }', "conditions: representative: no-choice question=by"),
        (
            '{ by = "representative" }',
            '{ by = ["representative", "somebody"] }',
            "conditions: representative: no-choice question=by value=somebody",
        ),
        (
            '{ by = "representative" }',
            '{ who = "representative" }',
            "conditions: representative: no-choice question=who",
        ),
        (
            'condition = "representative"',
            'condition = "represented"',
            "missionary #7: condition: unknown value=represented",
        ),
    ],
)
def test_a_condition_of_a_document(tmp_path: Path, old: str, new: str, told: str) -> None:
    """It names a question, and one of its choices; and each document a condition that there is."""
    folder = copy_edition(tmp_path)
    change(folder / "checklists.toml", old, new)
    with pytest.raises(AssetFaults) as found:
        load_standard(EDITION, folder.parent)
    assert any(str(each).startswith(f"checklists.toml: {told}") for each in found.value.faults), found.value
