"""aiogram's schemas built on first use, compared with those that aiogram builds on import."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.aiogram_schemas import build_on_first_use
from tests.clock import VARIABLE

pytestmark = pytest.mark.untraced

ROOT = Path(__file__).parents[2]
BASE = """
from pydantic import BaseModel
class TelegramObject(BaseModel):
    pass
"""
CHAT = """
from __future__ import annotations
from typing import TYPE_CHECKING
from .base import TelegramObject
if TYPE_CHECKING:
    from .user import User
class Chat(TelegramObject):
    owner: User
"""
USER = """
from .base import TelegramObject
class User(TelegramObject):
    id: int
"""
TYPES = """
from .chat import Chat
from .user import User
_types_namespace = {"Chat": Chat, "User": User}
for _entity in (Chat, User):
    _entity.model_rebuild(_types_namespace=_types_namespace)
"""
LOOK = """
import bot
from aiogram.types import Chat
print(Chat.__pydantic_complete__, Chat.model_validate({"owner": {"id": 1}}).owner.id)
"""
OF_ITS_OWN = """
    @classmethod
    def model_rebuild(cls, **given):
        return super().model_rebuild(**given)
"""


async def output(*arguments: str, **variables: str) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=ROOT, env=variables or None, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    assert process.returncode == 0
    return said.decode()


async def told(*how: str) -> dict[str, Any]:
    """Runs without the clock of the tests, which imports `bot` before the process has chosen how."""
    plain = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", VARIABLE}}
    return dict(json.loads(await output("-W", "error", "-m", "tests.bot.schemas_told", *how, **plain)))


async def test_every_type_and_method_is_as_aiogram_builds_it() -> None:
    """Every schema is the same, alone and inside an update's, and so are updates and methods used in threads."""
    plain, deferred = await asyncio.gather(told(), told("deferred"))
    assert len(plain["schemas"]) > 500
    assert plain["built"] == len(plain["schemas"])
    assert deferred["built"] < 5  # the base classes
    assert deferred["schemas"] == plain["schemas"]
    assert len(deferred["update"]) > 100
    assert deferred["update"] == {name: plain["schemas"][name] for name in deferred["update"]}
    assert deferred["outcomes"] == plain["outcomes"]


@pytest.mark.parametrize(
    ("name", "before", "after", "at_import"),
    [
        ("as it is", "", "", False),
        ("another namespace than the module's", "=_types_namespace", "=dict(_types_namespace)", True),
        ("another base class", "TelegramObject", "Base", True),
        ("a model_rebuild of its own", "    pass", OF_ITS_OWN, True),
    ],
)
async def test_a_newer_aiogram_that_differs_is_left_alone(
    tmp_path: Path, name: str, before: str, after: str, *, at_import: bool
) -> None:
    """If aiogram lacks what the bot relies on, its types are built on import, and everything still works."""
    types = tmp_path / "aiogram" / "types"
    types.mkdir(parents=True)
    (types.parent / "__init__.py").write_text("from . import types")
    for module, text in (("base", BASE), ("chat", CHAT), ("user", USER), ("__init__", TYPES)):
        (types / f"{module}.py").write_text(text.replace(before, after) if before else text)
    path = f"{tmp_path}:{ROOT}"
    assert await output("-c", LOOK, PYTHONPATH=path) == f"{at_import} 1\n", name


def test_what_is_imported_already_is_left_alone() -> None:
    """A repeated or late call changes nothing."""
    before = list(sys.meta_path)
    build_on_first_use()
    assert sys.meta_path == before
