"""Copies of an edition with faults planted in its files."""

from __future__ import annotations

import shutil
from pathlib import Path

from assets.loaders.edition import EDITIONS

EDITION = "2011-20"
# File, what stands there, what is planted, and how the fault is told: file, row, field, reason.
TEN = [
    ("terms.toml", 'unit = "working-days"\n', "", "terms.toml: timing #1: unit: missing"),
    ("terms.toml", 'cites = "8"', 'cites = "27"', "terms.toml: fee: cites: no-citation value=27"),
    (
        "checklists.toml",
        'presentation = "original"',
        'presentation = "sung"',
        "checklists.toml: missionary #1: presentation: not-one-of allowed=",
    ),
    (
        "forms.toml",
        'source = "office"',
        'source = "nobody"',
        "forms.toml: form #1: field #1 source: not-one-of allowed=",
    ),
    (
        "defects.toml",
        'items = ["premises"]',
        'items = ["premise"]',
        "defects.toml: defect #5: items: unknown value=premise file=checklists.toml",
    ),
    (
        "regions.toml",
        'office = "astana-r-ip"',
        'office = "astana-r"',
        "regions.toml: region #1: office: unknown value=astana-r file=units/",
    ),
    ("points.toml", "number = 26\n", "number = 27\n", "points.toml: point #26: number: order wanted=26 found=27"),
    ("places.jsonl", '"lat": 51.1801', '"lat": 71.446', "places.jsonl: #1: lat: outside first=40.0 last=56.0"),
    (
        "units/appendix-2.jsonl",
        "8 (7172) 55-66-92",
        "55-66-92",
        "units/appendix-2.jsonl: #1: phones #1: pattern pattern=",
    ),
    ("edition.toml", "\nindicators = 6", "\nindicators = 7", "indicators.toml: count wanted=7 found=6"),
]


def copy_edition(root: Path) -> Path:
    """Copies the edition into this folder; returns the copy's folder."""
    return Path(shutil.copytree(EDITIONS / EDITION, root / EDITION))


def change(path: Path, old: str, new: str) -> None:
    """Replaces the first occurrence."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def plant_ten(folder: Path) -> list[str]:
    """Plants ten faults in ten places; returns how each begins to be told."""
    for file, old, new, _ in TEN:
        change(folder / file, old, new)
    return sorted(told for *_, told in TEN)
