"""A processor over real storage, with a Bot API that answers at once."""

from __future__ import annotations

from collections import defaultdict
from contextlib import AsyncExitStack, asynccontextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from aiogram import F, Router
from aiogram.types import Message, User
from pydantic import SecretStr

from bot.container import ContainerFactory, ContainerOptions
from bot.data_folder import open_papers, open_stores
from bot.delivery.rate_limit import RateLimits
from bot.delivery.sender import Sender
from bot.making.making import open_making
from bot.resources import Wording, load_library
from bot.settings import Settings
from bot.updates.admission import Admission, TapCounter
from bot.updates.dispatch import Dispatch, MuteBot
from bot.updates.processor import Processor
from bot.updates.unit_of_work import CURRENT
from dialogs.ui.screen import Screen
from dialogs.ui.texts import Html
from domain.limits import UNLIMITED
from handlers.core.reply import Reply

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from domain.files import Attachment

TOKEN = "7:test-token"  # noqa: S105  # of a bot that does not exist
ME = User(id=7, is_bot=True, first_name="Tirkeu", username="tirkeu_bot")
HANDLER_SECONDS = 300.0  # `tests.leaping` skips this time for a hanging handler, and a slow one needs it
TALLY = "CREATE TABLE IF NOT EXISTS tally (user_id INTEGER, word TEXT)"


class Telegram:
    """Accepts every call and records it, in order for each chat."""

    def __init__(self) -> None:
        self.sent: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
        self.answered: list[dict[str, Any]] = []

    async def call(self, method: str, parameters: dict[str, Any], seconds: float = 0) -> Any:  # noqa: ANN401, ARG002
        if method == "answerCallbackQuery":
            self.answered.append(parameters)
        else:
            chat_id = parameters.get("chat_id") or parameters["scope"]["chat_id"]
            self.sent[chat_id].append({"method": method, **parameters})
        return True

    async def upload(
        self, method: str, parameters: dict[str, Any], file: Attachment, beside: Attachment | None = None
    ) -> Any:  # noqa: ANN401
        return await self.call(method, parameters | {"file": file} | ({"beside": beside} if beside else {}))

    def texts(self, chat_id: int) -> list[str]:
        return [call["text"] for call in self.sent[chat_id]]


def tally() -> Router:
    """Writes each text into a table and repeats it, so that a loss or a repetition shows."""
    router = Router(name="tally")
    router.message.register(count, F.text.startswith("add "))
    return router


async def count(message: Message) -> Reply:
    word = (message.text or "").removeprefix("add ")
    user = message.from_user.id if message.from_user else 0
    transaction = CURRENT.get().transaction
    await transaction.write("INSERT INTO tally (user_id, word) VALUES (?, ?)", (user, word))
    return Reply((Screen(Html(word)),))


@lru_cache(maxsize=2)
def dispatch_of(routers: tuple[Router, ...]) -> Dispatch:
    """One for all spines: it keeps nothing of an update, and making it is half the work of a spine."""
    return Dispatch(MuteBot(TOKEN, ME), routers)


@asynccontextmanager
async def spine(folder: Path, *routers: Router, api: Any = None, **settings: Any) -> AsyncIterator[Processor]:  # noqa: ANN401
    """A processor ready to work on the data folder, as in a fresh process."""
    fixed: dict[str, Any] = {"bot_token": SecretStr(TOKEN), "data_dir": folder, "handler_seconds": HANDLER_SECONDS}
    given = Settings(_env_file=None, **(fixed | settings))
    library = load_library(given)
    async with AsyncExitStack() as stack:
        database, keys = await open_stores(given, stack)
        async with database.transaction() as transaction:
            await transaction.run(TALLY)
        dispatch = dispatch_of(routers)
        stack.push_async_callback(dispatch.bot.session.close)
        limits = RateLimits(per_chat=1e6, chat_burst=1e6, overall=1e6)
        papers = open_papers(given, library, dispatch.bot_name)
        making = await open_making(given, stack, library, keys, papers)
        sender = Sender(Telegram() if api is None else api, database, keys, limits, making)
        await sender.start()
        stack.push_async_callback(sender.drain, 5)
        yield Processor(
            database=database,
            keys=keys,
            dispatch=dispatch,
            containers=ContainerFactory(ContainerOptions(library), papers),
            sender=sender,
            wording=Wording(library, "ru"),
            admission=Admission(TapCounter(UNLIMITED)),
            handler_seconds=given.handler_seconds,
        )
