"""Settings from the environment and `.env`; a bad one is told in one line that names it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class BadSettings(Exception):
    """The configuration is wrong; the message has one line for each variable."""


class Settings(BaseSettings):
    """Every variable the program reads, with its meaning in `.env.example`."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    edition: Annotated[str, Field(min_length=1)] = "2011-20"
    language: Literal["ru", "kk", "en"] = "ru"


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        BadSettings: a variable has a value it cannot have.
    """
    try:
        return Settings()
    except ValidationError as error:
        told = (_line(tuple(each["loc"]), each["msg"]) for each in error.errors(include_input=False))
        raise BadSettings("\n".join(told)) from None


def _line(where: tuple[int | str, ...], problem: str) -> str:
    return f"{'_'.join(str(step) for step in where).upper()}: {problem}"
