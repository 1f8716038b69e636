"""The Bot API over HTTP. No error contains anything that was sent."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol

import aiohttp

from storage.messaging.bot_api_request import BESIDE_FIELD, FILE_FIELD

if TYPE_CHECKING:
    from pydantic import SecretStr

    from domain.files import Attachment

CALL_SECONDS = 20
UPLOAD_SECONDS = 60
LONGEST_WAIT = 86_400 * 7  # seconds that Telegram may ask for
JSON = {"Content-Type": "application/json"}


class TelegramError(Exception):
    """Telegram returned an error; `migrated_to` is the id of the supergroup that the group has become."""

    def __init__(
        self, method: str, code: int, description: str, retry_after: float | None = None, migrated_to: int | None = None
    ) -> None:
        super().__init__(f"{method}: {code}")  # the description may quote what was sent
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrated_to = migrated_to


class Unreachable(Exception):
    """No answer came, so the call may or may not have been executed. The text has no URL, which contains the token."""


class BotApi(Protocol):
    """The part of the Bot API needed for sending."""

    async def call(self, method: str, parameters: dict[str, Any], seconds: float = ...) -> Any:  # noqa: ANN401
        """Returns the result of a method, or raises TelegramError or Unreachable."""

    async def upload(
        self, method: str, parameters: dict[str, Any], file: Attachment, beside: Attachment | None = None
    ) -> Any:  # noqa: ANN401
        """Like `call`, with a file, or two."""


class TelegramApi:
    """Calls methods for one bot; connections are opened on first use."""

    def __init__(self, base: str, token: SecretStr) -> None:
        self._prefix = f"{base.rstrip('/')}/bot{token.get_secret_value()}/"
        self._files = f"{base.rstrip('/')}/file/bot{token.get_secret_value()}/"
        self._session: aiohttp.ClientSession | None = None

    async def call(self, method: str, parameters: dict[str, Any] | None = None, seconds: float = CALL_SECONDS) -> Any:  # noqa: ANN401  # a method's result is whatever Telegram returns
        """Returns the result of a method.

        Raises:
            TelegramError: Telegram returned an error.
            Unreachable: no answer, or an unreadable one.
        """
        body = json.dumps(parameters or {}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        return await self._post(method, body, seconds, JSON)

    async def _post(self, method: str, body: bytes | aiohttp.FormData, seconds: float, headers: dict[str, str]) -> Any:  # noqa: ANN401
        try:
            async with self._open_session().post(
                self._prefix + method,
                data=body,
                headers=headers,
                timeout=aiohttp.ClientTimeout(total=seconds),
                allow_redirects=False,
            ) as response:
                answer = await response.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError, LookupError, RecursionError) as error:
            raise Unreachable(type(error).__name__) from None  # among them an unknown charset, and JSON without an end
        return _result(method, answer)

    async def upload(
        self, method: str, parameters: dict[str, Any], file: Attachment, beside: Attachment | None = None
    ) -> Any:  # noqa: ANN401
        """Returns the result of a method that sends a file, or two.

        Raises:
            TelegramError, Unreachable: as from `call`.
        """
        form = aiohttp.FormData()
        for name, value in parameters.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        form.add_field(FILE_FIELD, file.content, filename=file.name)
        if beside is not None:
            form.add_field(BESIDE_FIELD, beside.content, filename=beside.name)
        return await self._post(method, form, UPLOAD_SECONDS, {})

    async def download(self, path: str, most: int) -> bytes:
        """Returns the first `most` bytes of a file prepared by getFile.

        Raises:
            TelegramError: the server does not have the file.
            Unreachable: the file did not arrive completely. The text has no URL, which contains the token.
        """
        try:
            async with self._open_session().get(
                self._files + path, timeout=aiohttp.ClientTimeout(total=UPLOAD_SECONDS), allow_redirects=False
            ) as response:
                if response.status != HTTPStatus.OK:
                    raise TelegramError("download", response.status, "")
                return await _first(response.content, most)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable(type(error).__name__) from None

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        return self._session

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


async def _first(stream: aiohttp.StreamReader, most: int) -> bytes:
    content = bytearray()
    async for piece in stream.iter_any():
        content += piece
        if len(content) >= most:
            break
    return bytes(content[:most])


def _result(method: str, answer: object) -> Any:  # noqa: ANN401
    told = answer if isinstance(answer, dict) else {}
    code = told.get("error_code", 0)
    if told.get("ok") is True:
        return told.get("result")
    if told.get("ok") is not False or type(code) is not int:
        raise Unreachable("not an answer of the Bot API")
    more = told.get("parameters")
    more = more if isinstance(more, dict) else {}
    description = str(told.get("description", ""))
    raise TelegramError(
        method, code, description, _seconds(more.get("retry_after")), _whole(more.get("migrate_to_chat_id"))
    )


def _seconds(value: object) -> float | None:
    """A time to wait; None where it is none."""
    return float(value) if isinstance(value, int | float) and 0 <= value < LONGEST_WAIT else None


def _whole(value: object) -> int | None:
    return value if type(value) is int else None
