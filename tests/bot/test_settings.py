from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, load_settings
from domain.standard.terms import Term

EXAMPLE = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8")


def test_the_example_is_the_settings() -> None:
    """`.env.example` names every variable and no other, each with its default; optional ones are empty."""
    shown = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", EXAMPLE, flags=re.MULTILINE))
    defaults = {
        name.upper(): "" if default is None else str(default)
        for name, field in Settings.model_fields.items()
        for default in (field.get_default(call_default_factory=True),)
    }
    assert shown == defaults


def test_the_example_explains_each_variable() -> None:
    """A comment above every variable says what it is for."""
    lines = EXAMPLE.splitlines()
    for number, line in enumerate(lines):
        if re.match(r"[A-Z_]+=", line):
            assert lines[number - 1].startswith("#"), line


@pytest.mark.parametrize(
    ("given", "admins"), [("", set()), ("123", {123}), (" 123, 456 ,", {123, 456}), (str(1 << 52), {1 << 52})]
)
def test_admins(monkeypatch: pytest.MonkeyPatch, given: str, admins: set[int]) -> None:
    """The ids are separated by commas; there need not be any."""
    monkeypatch.setenv("ADMIN_IDS", given)
    assert load_settings().admins == admins


@pytest.mark.parametrize("given", ["me", "0", "-5", "1;2", "1 2", "٣", str((1 << 52) + 1)])
def test_an_admin_who_is_none(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """The bot does not start, and says why in one line."""
    monkeypatch.setenv("ADMIN_IDS", given)
    with pytest.raises(BadSettings, match=r"^ADMIN_IDS: .+ is no Telegram user id; .+$") as told:
        load_settings()
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "given",
    [
        {"COMPLAINT_DAYS": "10"},
        {"COMPLAINT_DAYS": "10", "COMPLAINT_DAYS_WITH_CHECK": "20"},
        {"COMPLAINT_SOURCE": "закон"},
        {"COMPLAINT_SOURCE_KK": "заң"},
        {"COMPLAINT_DAYS": "10", "COMPLAINT_DAYS_WITH_CHECK": "9", "COMPLAINT_SOURCE": "закон"},
    ],
)
def test_a_term_of_complaints_without_its_law(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> None:
    """An incomplete law, or an extension that shortens the term, is refused in one line."""
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=r"^COMPLAINT_DAYS") as told:
        load_settings()
    assert "\n" not in str(told.value)


def test_a_law_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """All three together replace the edition's; with none of them the edition's apply."""
    assert load_settings().complaint_term is None
    for name, value in {"DAYS": "10", "DAYS_WITH_CHECK": "20", "SOURCE": " закон "}.items():
        monkeypatch.setenv(f"COMPLAINT_{name}", value)
    assert load_settings().complaint_term == Term(10, 20, "закон", own=True)
    monkeypatch.setenv("COMPLAINT_SOURCE_KK", "заң")
    named = load_settings().complaint_term
    assert named
    assert [named.named_in(each) for each in ("ru", "kk", "en")] == ["закон", "заң", "закон"]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("BOT_TOKEN", "987654"),
        ("BOT_TOKEN", "1:é"),
        ("BOT_TOKEN", "٣:abc"),
        ("BOT_TOKEN", "1:a b"),
        ("TELEGRAM_API_BASE", "ftp://x"),
        ("LANGUAGE", "de"),
        ("WEBHOOK_URL", "nonsense"),
        ("WEBHOOK_SECRET", "a b"),
        ("WEBHOOK_PORT", "0"),
        ("POLL_SECONDS", "51"),
        ("HANDLER_SECONDS", "inf"),
        ("SEND_RATE", "nan"),
        ("CHAT_SEND_RATE", "0"),
        ("CHAT_SEND_BURST", "inf"),
        ("DRAFT_DAYS", "6"),
        ("RETENTION_DAYS", "year"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_value_that_cannot_be(monkeypatch: pytest.MonkeyPatch, name: str, given: str) -> None:
    """One line begins with the variable's name and does not reveal a secret."""
    monkeypatch.setenv(name, given)
    with pytest.raises(BadSettings, match=f"^{name}: ") as told:
        load_settings()
    assert "\n" not in str(told.value)
    assert name not in {"BOT_TOKEN", "WEBHOOK_SECRET"} or given not in str(told.value)


def test_several_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each wrong variable gets its own line."""
    for name in ("POLL_SECONDS", "SEND_RATE", "LANGUAGE"):
        monkeypatch.setenv(name, "x")
    with pytest.raises(BadSettings) as told:
        load_settings()
    assert [str(each).partition(":")[0] for each in (told.value, *told.value.further)] == [
        "LANGUAGE",
        "POLL_SECONDS",
        "SEND_RATE",
    ]


def test_a_file_that_is_no_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An `.env` in another encoding is reported as such."""
    (tmp_path / ".env").write_bytes("COMPLAINT_SOURCE=закон\n".encode("cp1251"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadSettings, match=r"^\.env: not in UTF-8$"):
        load_settings()
