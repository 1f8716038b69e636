from __future__ import annotations

import pytest

from benchmarks.chaos.complaints.paths import wish
from benchmarks.chaos.complaints.town import Town
from dialogs.ui.callback_data import ComplaintCallback
from tests.e2e.drivers.killing import campaign

pytestmark = pytest.mark.untraced

FAULTS = (
    "complaints, acts or typed lines lost",
    "done twice",
    "registers of a body and year not 1, 2, 3 …, or a letter with a number",
    "history not whole, or not an entry an act",
    "never answered, or without the slip or letter",
    "authors or bodies not told once of each act",
    "denied",
    "at another body, told to others, or with the number of another",
    "slips and letters of another, or of other bytes than made anew",
    "messages out of order",
    "last seen differs from the database",
    "still queued at the end",
    "still in quarantine at the end",
    "database damaged",
    "ended by itself",
)
GAPS = FAULTS[2]


@pytest.mark.e2e
@pytest.mark.standard("25")
def test_complaints_survive_kills_across_new_year() -> None:
    """No complaint is lost or done twice; each register restarts with the year without gaps; everybody hears once."""
    code, figures = campaign("--only", "complaints", "--complaints", "24", "--kills", "14", "--seed", "5")
    assert {name: figures[name] for name in FAULTS} == dict.fromkeys(FAULTS, "0")
    assert figures["complaints"] == "24"
    assert int(figures["slips delivered"]) > 0
    assert int(figures["letters to print delivered"]) > 0
    assert figures["SIGKILLs"] == "14"
    for some in ("once more, after an answer", "further, to the akimat above", "as letters, without a number"):
        assert int(figures[f"... {some}"]) > 0
    assert int(figures["... tapped twice, of the bodies' half by two"]) > 0
    assert int(figures["numbers of 2026"]) > 0
    assert int(figures["numbers of 2027"]) > 0
    assert code == 0


@pytest.mark.e2e
def test_a_number_that_a_late_tap_wastes_is_seen() -> None:
    """A bot that takes the number outside of the transaction, before it checks, leaves gaps and fails."""
    options = ("--complaints", "12", "--kills", "2", "--twice", "0.9", "--break", "number-before-look")
    code, figures = campaign("--only", "complaints", *options)
    assert int(figures[GAPS]) > 0
    assert {name for name in FAULTS if figures[name] != "0"} == {GAPS}
    assert code == 1


def test_an_author_taps_what_leads_on_of_their_own_complaint() -> None:
    """The author skips buttons of other complaints, ways back and the other stars."""
    offered = ["cmp:rate:b.5:3", "cmp:mine::", "cmp:rate:a.1:3", "cmp:slip:a.:3", "cmp:rate:a.5:3"]
    found = wish(("rate",), "a", ComplaintCallback, offered)
    assert found is not None
    assert (found.data, found.version) == ("cmp:rate:a.5:3", 3)
    assert wish(("rate",), "c", ComplaintCallback, offered) is None


def test_every_body_has_complaints_of_several_ways() -> None:
    """There are tens of bodies, each with complaints that take different paths, and the akimats of their regions."""
    town = Town.of(1_000)
    ways = {body: {town.path(number) for number in range(body, 1_000, town.bodies)} for body in range(town.bodies)}
    assert town.bodies == 50
    assert all(len(each) > 2 for each in ways.values())
    assert {town.above(number) for number in range(50)} < town.teams
