"""The deployment's files, parsed as their programs parse them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = ("tirkeu.service", "tirkeu-backup.service", "tirkeu-backup.timer")
PROGRAM = "/opt/tirkeu/current/bin/tirkeu"
MANUAL = ROOT / "docs" / "administrator.md"


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def settings_of(unit: str) -> dict[str, list[str]]:
    """Returns every value of each key of a unit, in order."""
    found: dict[str, list[str]] = {}
    for line in text(unit).splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


def variables(name: str) -> set[str]:
    """Returns the environment variables that a file sets: `NAME=value` at the start of a line, or in `ENV`."""
    own = re.findall(r"^([A-Z][A-Z_]+)=", text(name), flags=re.MULTILINE)
    shared = [each for line in re.findall(r"^ENV (.+)$", text(name), flags=re.MULTILINE) for each in line.split()]
    return {*own, *(each.partition("=")[0] for each in shared if not each.startswith("PIP_"))}


def seconds(span: str) -> float:
    """Parses a unit's time span, in the forms that this deployment uses."""
    found = re.fullmatch(r"(\d+)(s|min)", span)
    assert found, span
    return int(found[1]) * {"s": 1, "min": 60}[found[2]]


def size(written: str) -> int:
    """Parses a size into bytes: `1m` of nginx, `1MiB` of Caddy, `2G` of systemd."""
    found = re.fullmatch(r"(\d+)(m|MiB|G)", written)
    assert found, written
    return int(found[1]) << {"m": 20, "MiB": 20, "G": 30}[found[2]]


def section(page: Path, title: str) -> str:
    """Returns the part of a page below a heading."""
    found = re.search(rf"^## {re.escape(title)}$(.*?)(?=^## |\Z)", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def run(
    *command: str, folder: Path = ROOT, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a program of this machine and returns its output; the caller judges the exit code."""
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)  # noqa: S603  # fixed commands of these tests
