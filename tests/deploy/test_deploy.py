"""The files of `deploy/` agree with the program, and with each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import monitoring
from bot.__main__ import USAGE_ERROR
from bot.cli.backups.backup import OF_KEYS
from bot.run import DRAIN_SECONDS, PATIENCE
from bot.settings import Settings, load_settings
from bot.updates import webhook
from documents.uploads.worker import MEMORY
from tests.deploy.reading import PROGRAM, ROOT, UNITS, run, seconds, settings_of, size, text, variables
from tests.machine import ANALYZE, needs

WORST_EXPOSURE = 15  # tenths, of systemd-analyze security: below 2.0 is "OK"
PROXIES = ("nginx.conf", "Caddyfile")


@pytest.mark.parametrize("name", ["tirkeu.env", "Containerfile", "tirkeu.service", "tirkeu-backup.service"])
def test_every_variable_is_a_setting(name: str) -> None:
    """A variable that the program does not read would be an empty promise."""
    assert variables(name) <= {each.upper() for each in Settings.model_fields}


def test_the_variables_of_the_files_are_found() -> None:
    """Otherwise the test above would check nothing."""
    assert {"BOT_TOKEN", "MASTER_KEY", "DATA_DIR"} <= variables("tirkeu.env")
    assert variables("Containerfile") == {"DATA_DIR", "WEBHOOK_HOST"}


def test_the_settings_as_they_come_start_a_bot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With nothing filled in, only the token is missing; the data folder is where the units let the bot write."""
    (tmp_path / ".env").write_text(text("tirkeu.env"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.webhook_url is None
    state = {f"/var/lib/{each}" for unit in UNITS[:2] for each in settings_of(unit)["StateDirectory"]}
    assert state == {str(settings.data_dir)}


def test_who_is_started_again() -> None:
    """Bad settings stay bad, so that start is not repeated; a bot whose loop was blocked is restarted."""
    unit = settings_of("tirkeu.service")
    assert unit["Restart"] == ["on-failure"]
    assert unit["RestartPreventExitStatus"] == [str(USAGE_ERROR)]
    assert f"# {USAGE_ERROR}: " in text("tirkeu.service")
    assert f"# {monitoring.EXIT_CODE}: " in text("tirkeu.service")


def test_the_bot_is_given_its_time_to_stop() -> None:
    """Its slowest batch and then its sender may finish before it is killed; its helpers are not killed under it."""
    unit = settings_of("tirkeu.service")
    slowest = PATIENCE * Settings.model_fields["handler_seconds"].default
    assert seconds(unit["TimeoutStopSec"][0]) >= DRAIN_SECONDS + slowest
    assert unit["KillMode"] == ["mixed"]


def test_an_upload_may_be_cleaned_inside_the_sandbox() -> None:
    """The worker may shut itself in and use that much memory; running out ends the worker, not the bot."""
    unit = settings_of("tirkeu.service")
    assert {"landlock_create_ruleset", "landlock_restrict_self"} <= set(unit["SystemCallFilter"][0].split())
    assert size(unit["MemoryMax"][0]) >= 2 * MEMORY
    assert unit["OOMPolicy"] == ["continue"]
    assert int(unit["TasksMax"][0]) > 1


def test_the_proxies_agree_with_the_bot() -> None:
    """Port, path, body size and Telegram's address ranges are the same everywhere."""
    port = Settings.model_fields["webhook_port"].default
    paths, ranges = set(), []
    for name in PROXIES:
        assert f"127.0.0.1:{port}" in text(name)
        paths |= set(re.findall(r"(?:location = |\bpath )(/\S+)", text(name)))
        ranges.append(set(re.findall(r"\d+\.\d+\.\d+\.\d+/\d+", text(name))))
        limits = re.findall(r"(?:client_max_body_size|client_body_buffer_size|max_size) (\w+)", text(name))
        assert {size(each) for each in limits} == {webhook.LARGEST_BODY}
    assert paths == {"/telegram"}
    assert ranges[0] == ranges[1] != set()
    for page in ("deploy/tirkeu.env", "docs/administrator.md"):
        urls = re.findall(r"https://bot\.example\.org(/\w*)", (ROOT / page).read_text(encoding="utf-8"))
        assert urls, page
        assert set(urls) == paths


def test_the_newest_backups_stay(tmp_path: Path) -> None:
    """Of 33 backups of the data the oldest three are deleted; keys are left to the program."""
    line = settings_of("tirkeu-backup.service")["ExecStart"][-1]
    found = re.fullmatch(r"/bin/sh -c '(.+)'", line)
    assert found, line
    stamps = [f"202601{day:02d}T023000Z" for day in range(1, 32)] + ["20260201T023000Z", "20260202T023000Z"]
    for stamp in stamps:
        (tmp_path / f"tirkeu-{stamp}.data.zip").touch()
        (tmp_path / f"tirkeu-{stamp}.keys.zip").touch()
    for _ in range(2):
        assert run("/bin/sh", "-c", found[1].replace("/var/backups/tirkeu", str(tmp_path))).returncode == 0
    left = sorted(each.name for each in tmp_path.glob("*.data.zip"))
    assert left == [f"tirkeu-{stamp}.data.zip" for stamp in stamps[3:]]
    assert sum(OF_KEYS.fullmatch(each.name) is not None for each in tmp_path.iterdir()) == len(stamps)


def test_backups_are_written_where_the_unit_may_write() -> None:
    """All paths in the unit's commands are in the one folder that it may write besides the data."""
    unit = settings_of("tirkeu-backup.service")
    assert {each for line in unit["ExecStart"] for each in re.findall(r"/var/backups/\w+", line)} == set(
        unit["ReadWritePaths"]
    )


@needs("systemd")
def test_systemd_reads_the_units(tmp_path: Path) -> None:
    """It finds no unknown key and no wrong value, and rates the services as well isolated."""
    assert ANALYZE
    for unit in UNITS:
        (tmp_path / unit).write_text(text(unit).replace(PROGRAM, "/bin/true"), encoding="utf-8")
    paths = [str(tmp_path / unit) for unit in UNITS]
    told = run(ANALYZE, "verify", "--recursive-errors=one", *paths)
    assert (told.returncode, told.stderr) == (0, "")
    for path in paths[:2]:
        told = run(ANALYZE, "security", "--no-pager", "--offline=yes", f"--threshold={WORST_EXPOSURE}", path)
        assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("script", ["install.sh", "tirkeu.sh"])
def test_the_shell_reads_the_scripts(script: str) -> None:
    """They parse, are executable, and find the program where the units do."""
    path = ROOT / "deploy" / script
    assert run("/bin/sh", "-n", str(path)).returncode == 0
    assert path.stat().st_mode & 0o111
    assert PROGRAM.rpartition("/bin/")[0] in text(script)
