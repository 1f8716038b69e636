"""The edition in this folder: a law that was never adopted, unlike that of 2011 in all that an edition can say."""

from __future__ import annotations

from pathlib import Path

from domain.offices.units import UnitId

EDITIONS_DIR = Path(__file__).parent
EDITION = "2026-7"
PREACHER = "roaming_preacher"
OFFICE, AKIMAT = UnitId("akshatyr-chan"), UnitId("akshatyr-pref")
CITY = UnitId("zhana-ord-r-chan")  # of a region without districts
