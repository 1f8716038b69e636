"""The proof of a case's history: what it contains, what it withholds, and how the page's script checks it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from domain.applications.case import Case
from domain.calendar import WorkingCalendar
from domain.history import Event, EventKind, Proof, proof_value, what_digest, who_digest
from domain.standard.edition import Standard
from services.applications.filing import CaseFiling
from tests.factories.cases import registered, started
from tests.factories.moments import NOW
from tests.factories.people import APPLICANT
from tests.factories.services import case_filing
from tests.services.fakes import Rooms

PAGE = Path(__file__).parents[2] / "docs" / "history.md"
OFFICER = 4001
Value = dict[str, Any]


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


@pytest.fixture
def cases(rooms: Rooms, standard: Standard, calendar: WorkingCalendar) -> CaseFiling:
    return case_filing(rooms, standard, calendar)


@pytest.fixture
def mine(standard: Standard) -> Case:
    return registered(standard)


@pytest.fixture
async def value(cases: CaseFiling, rooms: Rooms, mine: Case) -> Value:
    """The proof of a case with five entries among those of another case."""
    other = replace(mine, id="other", applicant=OFFICER)
    await happen(rooms, other, EventKind.FILED, OFFICER)
    await happen(rooms, mine, EventKind.FILED, APPLICANT)
    await happen(rooms, mine, EventKind.TAKEN, OFFICER)
    await happen(rooms, other, EventKind.COMING, OFFICER, visitor="Canary")
    await happen(rooms, mine, EventKind.RECEIVED, OFFICER, items="identity")
    await happen(rooms, mine, EventKind.ASSIGNED, OFFICER, to="4002")
    await happen(rooms, mine, EventKind.COMING, APPLICANT, visitor="Әйгерім 😀")
    return proof_value(await cases.proof(mine))


async def happen(rooms: Rooms, case: Case, kind: EventKind, actor: int, **details: str) -> None:
    name = "Canary O." if actor == OFFICER else ""
    await rooms.cases.append(case, Event(kind, NOW, actor, details, seen=3, name=name))


async def test_what_it_gives(cases: CaseFiling, value: Value, mine: Case) -> None:
    """The case's entries in order, with all their details, and the head of the whole history."""
    assert [each["kind"] for each in value["entries"]] == ["filed", "taken", "received", "assigned", "coming"]
    assert [each["id"] for each in value["entries"]] == [2, 3, 5, 6, 7]
    assert value["entries"][-1]["details"] == {"visitor": "Әйгерім 😀"}
    assert {each["at"] for each in value["entries"]} == {f"{NOW:%Y-%m-%dT%H:%M:%SZ}"}
    assert {each["seen"] for each in value["entries"]} == {3}
    assert value["head"] == {"id": 7, "hash": value["entries"][-1]["hash"]}
    assert mine.registration is not None
    assert value["number"] == mine.registration.number
    assert proof_value(await cases.proof(replace(started(), id="new")))["entries"] == []


async def test_what_it_keeps_back(value: Value) -> None:
    """No officer's account, name or salt, nothing of other cases, and not who has the case."""
    text = json.dumps(value, ensure_ascii=False)
    assert "Canary" not in text
    assert str(OFFICER) not in text
    assert "4002" not in text
    assert [each["by"] for each in value["entries"]] == ["you", "office", "office", "office", "you"]
    for entry in value["entries"]:
        assert ("who_salt" in entry) == ("actor" in entry) == (entry["by"] == "you")
        assert ("details" in entry) == ("salt" in entry) == (entry["kind"] not in {"taken", "assigned"})


async def test_its_digests_open(value: Value) -> None:
    """The salts in it reproduce the digests."""
    for entry in value["entries"]:
        if "salt" in entry:
            assert entry["what"] == what_digest(entry["salt"], entry["details"])
        if "who_salt" in entry:
            assert entry["who"] == who_digest(entry["who_salt"], APPLICANT)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The script as a reader of the page copies it."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    (tmp_path / "check.py").write_text(code, encoding="utf-8")
    return tmp_path / "check.py"


def checked(script: Path, *values: Value) -> str:
    """Returns the script's output for these proofs."""
    files = [script.with_name(f"{number}.json") for number in range(len(values))]
    for file, each in zip(files, values, strict=True):
        file.write_text(json.dumps(each, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run([sys.executable, "-I", script, *files], capture_output=True, text=True, check=False)  # noqa: S603  # ours
    assert (done.returncode == 0) == done.stdout.startswith("whole: "), done.stderr
    return done.stdout or done.stderr


async def test_the_script_finds_a_true_proof_whole(script: Path, value: Value, rooms: Rooms, cases: CaseFiling) -> None:
    """With no entries and with many; alone, and beside a later one."""
    assert checked(script, value).startswith("whole: 5 entries, number ")
    assert checked(script, value | {"entries": []}) == f"whole: 0 entries, number {value['number']}\n"
    mine = (await cases.proof(started())).case
    await happen(rooms, replace(mine, id=value["entries"][0]["case_id"]), EventKind.READY, OFFICER)
    later = proof_value(await cases.proof(replace(mine, id=value["entries"][0]["case_id"])))
    assert checked(script, value, later).startswith("whole: 6 entries")
    assert checked(script, later, value).startswith("NOT WHOLE: entry 8: is not in the newer file as it was")


@pytest.mark.parametrize("field", ["id", "case_id", "kind", "at", "seen", "what", "who", "prev", "case_prev", "hash"])
async def test_the_script_finds_any_changed_field(script: Path, value: Value, field: str) -> None:
    """In the first entry, in one in the middle, and in the last."""
    for at in (0, 2, 4):
        forged = deepcopy(value)
        was = forged["entries"][at][field]
        forged["entries"][at][field] = was + 1 if isinstance(was, int) else f"{was}0"
        assert checked(script, forged).startswith(f"NOT WHOLE: entry {forged['entries'][at]['id']}: ")


async def test_the_script_finds_other_forgeries(script: Path, value: Value) -> None:
    """Other details, another actor, a missing or swapped entry, another head, a different later history."""

    def forged(change: str) -> str:
        made = deepcopy(value)
        exec(change, {"proof": made, "entries": made["entries"]})  # noqa: S102  # of this test alone
        return checked(script, made)

    assert forged("entries[4]['details']['visitor'] = 'Ким'").endswith("entry 7: its details are others\n")
    assert forged("entries[0]['actor'] = 5").endswith("entry 2: somebody else did it\n")
    assert forged("del entries[2]").endswith("entry 6: an entry before it is missing or another\n")
    assert forged("del entries[0]").endswith("entry 3: an entry before it is missing or another\n")
    assert forged("entries[1], entries[2] = entries[2], entries[1]").startswith("NOT WHOLE: entry 5: ")
    assert forged("proof['head']['id'] = 6").endswith("the history ends before the last entry\n")
    assert forged("proof['head']['hash'] = '0' * 64").endswith("the head is another than the last entry\n")
    shorter = deepcopy(value) | {
        "entries": value["entries"][:-1],
        "head": {"id": 6, "hash": value["entries"][-2]["hash"]},
    }
    assert checked(script, shorter, value).startswith("whole: 5")
    assert "entry 7: is not in the newer file" in checked(script, value, shorter)
    assert Proof(started(), [], value["head"]).entries == []
