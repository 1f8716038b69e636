from __future__ import annotations

import pytest

from benchmarks.chaos.officers.paths import Path, wish
from tests.e2e.drivers.killing import campaign

pytestmark = pytest.mark.untraced

FAULTS = (
    "acts or typed lines lost",
    "done twice",
    "certificates or journal of an office and year not 1, 2, 3 …",
    "history not whole, or not an entry an act",
    "officers never answered, or without the paper",
    "applicants not told once of each act",
    "denied",
    "told to others, or with the number of another case",
    "documents of another case, or of other bytes than made anew",
    "messages out of order",
    "last seen differs from the database",
    "still queued at the end",
    "still in quarantine at the end",
    "database damaged",
    "ended by itself",
)
GAPS = FAULTS[2]


@pytest.mark.e2e
def test_officers_acts_survive_kills_across_new_year() -> None:
    """Each action is done and notified once, no register has a gap in either year, and the history is intact."""
    code, figures = campaign("--only", "officers", "--cases", "24", "--kills", "10", "--seed", "5")
    assert {name: figures[name] for name in FAULTS} == dict.fromkeys(FAULTS, "0")
    assert figures["cases"] == "24"
    assert int(figures["stamped copies for complete packages delivered"]) > 0
    assert figures["certificates, notes and letters of refusal delivered"] == "24"
    assert figures["SIGKILLs"] == "10"
    assert int(figures["... tapped twice, half of them by two"]) > 0
    for year in (2026, 2027):  # how many of either it comes to depends on when the process is killed
        assert int(figures[f"certificates of {year}"]) + int(figures[f"journal of {year}"]) > 0
    assert code == 0


@pytest.mark.e2e
def test_a_certificate_number_that_a_late_tap_wastes_is_seen() -> None:
    """A bot that takes the number outside of the transaction, before it checks, leaves gaps and fails."""
    options = ("--cases", "24", "--kills", "4", "--twice", "0.6", "--break", "number-before-look")
    code, figures = campaign("--only", "officers", *options)
    assert int(figures[GAPS]) > 0
    assert {name for name in FAULTS if figures[name] != "0"} == {GAPS}
    assert code == 1


def test_an_officer_taps_what_leads_farthest_on_their_own_case() -> None:
    """The officer skips buttons of other cases, ways back, and a line that was corrected already."""
    offered = ["work:approved:b.:3", "work:card:a.:", "work:mend:a.city:3", "work:approved:a.:3"]
    corrected = wish(Path.CORRECTED, "a", offered, mended=False)
    done = wish(Path.CORRECTED, "a", offered, mended=True)
    assert corrected is not None
    assert done is not None
    assert (corrected.data, done.data) == ("work:mend:a.city:3", "work:approved:a.:3")
    assert wish(Path.CERTIFICATE, "c", offered, mended=False) is None
