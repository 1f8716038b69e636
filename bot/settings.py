"""Settings from the environment and `.env`; an invalid one is reported in one line with its name."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, HttpUrl, SecretStr, StringConstraints, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assets.default import default_edition
from bot.file_access import account_name
from domain.errors import Explained
from domain.languages import Language
from domain.limits import Cost, PersonalLimits
from domain.people import LARGEST_USER_ID
from domain.retention import RETENTION
from domain.standard.terms import Term
from services.applications.reminders import RENEWAL_NOTICE

if TYPE_CHECKING:
    from collections.abc import Mapping

Port = Annotated[int, Field(ge=1, le=65535)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
LawName = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
# By the start of the type of a fault, as pydantic names it (https://docs.pydantic.dev/latest/errors/validation_errors/):
# the message, and what of the fault's context it tells.
FAULTS: Mapping[str, tuple[str, str]] = {
    "token": ("setting-token", ""),
    "admin": ("setting-admin", "given"),
    "secret": ("setting-secret", ""),
    "enum": ("setting-choice", "expected"),
    "literal_error": ("setting-choice", "expected"),
    "greater_than_equal": ("setting-least", "ge"),
    "greater_than": ("setting-more", "gt"),
    "less_than_equal": ("setting-most", "le"),
    "string_too_long": ("setting-length", "max_length"),
    "string_too_short": ("setting-empty", ""),
    "int_": ("setting-number", ""),
    "float_": ("setting-number", ""),
    "finite_": ("setting-number", ""),
    "url_": ("setting-url", ""),
}
TOKEN = re.compile("[0-9]+:[A-Za-z0-9_-]+")


class Refusal(Explained):
    """A command or a start ends with code 2; `str` is the reason in English, for the log."""

    def __str__(self) -> str:
        from assets.loaders.templates import load_messages  # noqa: PLC0415  # seldom needed
        from dialogs.ui.texts import Texts, describe_reason  # noqa: PLC0415

        return describe_reason(self, Texts(Language.EN, load_messages(Language.EN)))


class BadSettings(Refusal):
    """The configuration is invalid; `further` are the faults of further variables, a line each."""

    further: tuple[BadSettings, ...] = ()


class Settings(BaseSettings):
    """All variables of the program; `.env.example` explains them."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    telegram_api_base: HttpUrl = HttpUrl("https://api.telegram.org")
    data_dir: Path = Path("data")
    master_key: SecretStr | None = None
    new_master_key: SecretStr | None = None
    edition: Annotated[str, Field(min_length=1)] = Field(default_factory=default_edition)
    editions_dir: Path | None = None
    language: Language = Language.RU
    admin_ids: str = ""

    webhook_url: HttpUrl | None = None
    webhook_secret: SecretStr | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: Port = 8080

    poll_seconds: Annotated[int, Field(ge=0, le=50)] = 25
    handler_seconds: Positive = 5
    send_rate: Positive = 30
    chat_send_rate: Positive = 1
    chat_send_burst: Annotated[float, Field(ge=1, allow_inf_nan=False)] = 5
    draft_days: Annotated[int, Field(ge=7, le=365)] = 30
    retention_days: Annotated[int, Field(ge=30, le=3650)] = RETENTION.days
    renewal_notice_days: Annotated[int, Field(ge=7, le=365)] = RENEWAL_NOTICE.days
    complaint_days: Annotated[int, Field(ge=1, le=365)] | None = None
    complaint_days_with_check: Annotated[int, Field(ge=1, le=365)] | None = None
    complaint_source: LawName = ""
    complaint_source_kk: LawName = ""
    complaint_source_en: LawName = ""
    max_open_complaints: Annotated[int, Field(ge=1, le=100)] = 5
    max_open_applications: Count = 20
    max_taps_a_minute: Count = 120
    max_documents_an_hour: Count = 30
    max_files_a_day: Count = 100
    max_drafts_a_day: Count = 20
    max_actions_a_day: Count = 100
    staff_limits_factor: Annotated[int, Field(ge=1, le=1000)] = 10
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_form(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not TOKEN.fullmatch(token.get_secret_value()):
            raise PydanticCustomError("token", "has another form")
        return token

    @field_validator("admin_ids")
    @classmethod
    def _admins_are_user_ids(cls, value: str) -> str:
        for each in _split(value):
            if not (each.isascii() and each.isdecimal() and 0 < int(each) <= LARGEST_USER_ID):
                raise PydanticCustomError("admin", "no user id", {"given": repr(each)})
        return value

    @property
    def admins(self) -> frozenset[int]:
        """The first admins, from `ADMIN_IDS`."""
        return frozenset(map(int, _split(self.admin_ids)))

    @property
    def personal_limits(self) -> PersonalLimits:
        """How much one person may ask for in each period."""
        most = {
            Cost.TAP: self.max_taps_a_minute,
            Cost.DOCUMENT: self.max_documents_an_hour,
            Cost.FILE: self.max_files_a_day,
            Cost.DRAFT: self.max_drafts_a_day,
            Cost.ACTION: self.max_actions_a_day,
        }
        return PersonalLimits(most, self.staff_limits_factor)

    @property
    def complaint_term(self) -> Term | None:
        """The term by another law than the edition's; None if that one applies."""
        if self.complaint_days is None or self.complaint_days_with_check is None:
            return None
        return Term(
            self.complaint_days,
            self.complaint_days_with_check,
            self.complaint_source,
            own=True,
            source_kk=self.complaint_source_kk,
            source_en=self.complaint_source_en,
        )

    @field_validator("webhook_secret")
    @classmethod
    def _secret_has_its_form(cls, secret: SecretStr | None) -> SecretStr | None:
        allowed = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
        if secret is not None and not (
            set(secret.get_secret_value()) <= allowed and len(secret.get_secret_value()) <= 256  # noqa: PLR2004  # Bot API
        ):
            raise PydanticCustomError("secret", "has another form")
        return secret


def _split(value: str) -> list[str]:
    return [each.strip() for each in value.split(",") if each.strip()]


def load_settings() -> Settings:
    """Reads the settings.

    Raises:
        BadSettings: a value is invalid, or a variable required by another one is missing.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        first, *further = (
            _explained(str(each["loc"][0]).upper(), each["type"], each.get("ctx", {}))
            for each in error.errors(include_input=False)
        )
        first.further = tuple(further)
        raise first from None
    except UnicodeDecodeError:
        raise BadSettings("setting-file-encoding") from None
    except PermissionError:
        file = Path(".env").absolute()
        raise BadSettings("setting-file-denied", account=account_name(os.geteuid()), file=str(file)) from None
    if settings.webhook_url and not settings.webhook_secret:
        raise BadSettings("setting-secret-needed")
    _check_complaint_term(settings)
    return settings


def _check_complaint_term(settings: Settings) -> None:
    """A term without its law, or a law without its term, would be presented to people as a fact.

    Raises:
        BadSettings: only some of the three are set, or the longer term is shorter than the other.
    """
    short, long, source = settings.complaint_days, settings.complaint_days_with_check, settings.complaint_source
    named = settings.complaint_source_kk or settings.complaint_source_en
    if len({short is None, long is None, not source}) > 1 or (named and not source):
        raise BadSettings("setting-complaint-parts")
    if short is not None and long is not None and long < short:
        raise BadSettings("setting-complaint-order")


def unset_but_wanted(settings: Settings) -> list[str]:
    """Variables that may be unset, but that the operator of a public bot should consider."""
    return [] if settings.master_key else ["MASTER_KEY"]


def _explained(name: str, kind: str, context: Mapping[str, Any]) -> BadSettings:
    for start, (reason, detail) in FAULTS.items():
        if kind.startswith(start):
            value = str(context[detail]).replace(" or ", ", ") if detail else ""
            return BadSettings(reason, name=name, value=value)
    return BadSettings("setting-other", name=name, value=kind)


def wanted_language() -> Language:
    """The language of what is said of settings that are not valid: LANGUAGE if that one is, or else Russian."""
    for file in (".env", None):  # a file that cannot be read may be what is wrong
        with suppress(ValidationError, UnicodeDecodeError, OSError):
            return _LanguageAlone(_env_file=file).language
    return Language.RU


class _LanguageAlone(BaseSettings):
    model_config = Settings.model_config
    language: Language = Language.RU
