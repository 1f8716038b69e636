from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from bot.cli.quarantine import replay_quarantine
from dialogs.home import COMMANDS
from domain.people import NOTICE_VERSION
from sandbox.world.world import World
from tests.e2e.drivers.conversation import Act, Conversation
from tests.e2e.drivers.driving import bot

AT_LENGTH = "CONVERSATIONS" in os.environ
EXAMPLES = int(os.environ.get("CONVERSATIONS", "30"))  # with this variable set, each run plays different ones
LONGEST = int(os.environ.get("CONVERSATION_ACTS", "12"))

WHO = st.integers(0, 1)
ODD = "\u202e\u202d\u200f\u2066\u2069\u200b\u200d\ufeff\u0000\u0001\u001b\u007f\u0085\u2028\u0301<>&\"'/:@#%"
TEXT = st.one_of(
    st.sampled_from(["Кокшетау", "Kokshetau", "Аксу", "Есиль", "a", "ул", " ", "\n", "1", "🙂", "<b>", "&amp;"]),
    st.text(min_size=1, max_size=80),
    st.text(ODD, min_size=1, max_size=40),
    st.builds(lambda letter, times: letter * times, st.characters(codec="utf-8"), st.sampled_from([64, 4096, 5000])),
)
COMMAND = st.builds(
    lambda name, more: f"/{name}{more}",
    st.sampled_from([*COMMANDS, "", "unknown", "start2", "Start"]),
    st.sampled_from(["", " payload", "@sandbox_bot", "@other_bot", " <b>&", "\n", " \u202e"]),
)
PARTS = st.sampled_from(
    [
        "off",
        "base",
        "app",
        "open",
        "file",
        "case",
        "",
        "card",
        "region",
        "map",
        "visit",
        "regions",
        "speak",
        "agree",
    ]  # one of them empty
)
ARGUMENTS = st.one_of(
    st.sampled_from(["2/3", "1/3", "9/9", "0/0", "2/99999999999999999999", "akmola", "ru", "xx", NOTICE_VERSION, ""]),
    st.text(max_size=12),
)
EDITIONS = st.sampled_from(["2011-20", "1999-1", ""])
DATA = st.one_of(
    st.text(max_size=64),
    st.builds(lambda *parts: ":".join(parts), PARTS, PARTS, ARGUMENTS, EDITIONS),
    st.builds(lambda action, argument: f"off:{action}:{argument}:2011-20", PARTS, st.text(max_size=90)),
)
DEGREES = st.one_of(st.floats(-180, 180), st.sampled_from([90.0, -90.0, 180.0, 91.0, -181.0, 1e300, 0.0]))
STICKER = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
CONTENT = st.one_of(
    st.sampled_from(
        [
            {},
            {"text": ""},
            {"dice": {"emoji": "🎲", "value": 6}},
            {"sticker": STICKER | {"is_animated": False, "is_video": False}},
            {"new_field": {"of": ["the", "future"]}},
            {"new_chat_title": "<b>"},
            {"location": {"latitude": 91, "longitude": 0}},
            {"location": {"latitude": 53.28, "longitude": 69.39, "live_period": 60}},
            {"reply_markup": 5},
            {"text": "Кокшетау", "entities": [{"type": "bold"}]},
            {"text": "Кокшетау", "forward_origin": {"type": "hidden_user", "date": 1}},
            {"text": "Кокшетау", "reply_to_message": {"message_id": "many"}},
            {"gift": {"gift": 5}},
            {"poll": {"id": "1", "type": "ranked"}},
        ]
    ),
    st.builds(lambda text: {"text": text}, TEXT | COMMAND),
)
UNKNOWN = st.sampled_from(
    [
        {},
        {"future_thing": {"text": "/start"}},
        {"future_thing": 7},
        {"poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}},
        {"inline_query": {"id": "1", "from": {"id": 7, "is_bot": False, "first_name": "x"}, "query": "", "offset": ""}},
    ]
)
QUERY = st.one_of(
    st.builds(lambda data: {"data": data, "inline_message_id": "x"}, DATA),
    st.just({"game_short_name": "chess"}),
    st.builds(lambda data: {"data": data}, DATA),
)
MALFORMED = st.sampled_from(
    [
        ({}, "date"),
        ({}, "chat"),
        ({}, "message_id"),
        ({"date": "yesterday"}, ""),
        ({"chat": {"id": 1}}, ""),
        ({"from": {"id": 1}}, ""),
        ({"text": ["a", "list"]}, ""),
        ({"location": {"latitude": "north", "longitude": 0}}, ""),
    ]
)

QUIET = [  # actions that need not wait for the bot, so several can be sent together
    st.tuples(st.just("say"), TEXT),
    st.tuples(st.just("say"), COMMAND),
    st.tuples(st.just("forge"), st.integers(0, 30), DATA),
    st.tuples(st.just("edit"), TEXT),
    st.tuples(st.just("locate"), DEGREES, DEGREES),
    st.tuples(st.just("contact"), st.sampled_from(["+77010000000", "<b>"]), st.sampled_from([None, 0, 12345])),
    st.tuples(st.just("file"), st.binary(max_size=8), TEXT, st.sampled_from(["photo", "document"])),
    st.tuples(st.just("raw"), st.sampled_from(["message", "edited_message"]), CONTENT, st.sampled_from(["", "from"])),
    st.tuples(st.just("query"), QUERY),
    st.tuples(st.just("unknown"), UNKNOWN),
    MALFORMED.map(lambda found: ("malform", "message", *found)),
    st.tuples(st.just("forget")),
]
TOGETHER = st.lists(st.one_of(QUIET), min_size=1, max_size=6)


def by(strategy: st.SearchStrategy[tuple[object, ...]]) -> st.SearchStrategy[Act]:
    return st.builds(lambda who, act: (act[0], who, *act[1:]), WHO, strategy)


TAP = st.tuples(st.just("tap"), WHO, st.integers(0, 3), st.integers(0, 25))
WANDER = st.tuples(st.just("wander"), WHO, st.lists(st.integers(0, 25), min_size=2, max_size=8))
ACTS = st.one_of(
    TAP,
    WANDER,
    WANDER,
    st.tuples(st.just("start"), WHO),
    *(by(quiet) for quiet in QUIET),
    st.tuples(st.just("walk_home"), WHO),
    st.tuples(st.just("together"), WHO, TOGETHER),
    st.tuples(st.just("group"), WHO, TEXT, TEXT | COMMAND),
    st.tuples(st.just("channel"), WHO, TEXT),
    st.tuples(st.just("away"), WHO, st.sampled_from(["/help", "Кокшетау"])),
    st.tuples(st.just("restart"), WHO),
    st.tuples(st.just("kill"), WHO, TOGETHER, st.integers(0, 60)),
    st.tuples(st.just("kill_before_delivery"), WHO, TOGETHER),
)
SEVERAL: list[Act] = [("say", "Кокшетау"), ("malform", "message", {}, "date"), ("say", "/help"), ("forge", 1, "off:::")]
LONG_WALK: list[Act] = [  # a region, a district, its card, how to get in: chance seldom gets so far
    ("start", 0),
    ("wander", 0, [1, 0, 2, 1, 0]),
    ("walk_home", 0),
    ("wander", 0, [0, 2, 1, 2, 3, 4]),
    ("together", 0, SEVERAL),
    ("kill_before_delivery", 0, SEVERAL),
    ("kill", 0, SEVERAL, 20),
    ("restart", 0),
    ("tap", 0, 2, 0),
    ("away", 0, "/help"),
    ("group", 0, "Group", "/start"),
]


APPLICATION: list[Act] = [  # into a draft, past its first questions, off in mid-word, and home
    ("start", 0),
    ("wander", 0, [0, 0, 0, 0, 0, 0, 0, 4, 2, 0, 0]),
    ("say", 0, "Иванов Пётр"),
    ("say", 0, "\u202e1"),
    ("say", 0, "г. Кокшетау, ул. Абая, 5"),
    ("wander", 0, [0, 0]),
    ("kill", 0, SEVERAL, 20),
    ("say", 0, "N1"),
    ("wander", 0, [0, 0, 0, 0]),
    ("restart", 0),
    ("walk_home", 0),
    ("wander", 0, [1, 0, 3]),
]


def play(folder_maker: pytest.TempPathFactory, acts: list[Act]) -> None:
    async def played() -> None:
        async with bot(folder_maker.mktemp("data"), World()) as driven:
            await Conversation.between(driven).play(acts)

    asyncio.run(played())


@pytest.mark.e2e
@pytest.mark.untraced
@settings(
    max_examples=EXAMPLES,
    derandomize=not AT_LENGTH,
    phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if AT_LENGTH else [])],  # shrinking takes minutes
    database=None,
    deadline=None,  # a conversation takes as long as the machine is busy
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],  # texts of 5000 characters on purpose
)
@example(acts=LONG_WALK)
@example(acts=APPLICATION)
@given(acts=st.lists(ACTS, max_size=LONGEST))
def test_bot_answers_whatever_people_do(tmp_path_factory: pytest.TempPathFactory, acts: list[Act]) -> None:
    """No sequence of actions breaks the bot, loses an update, or leaves anybody without a way on."""
    play(tmp_path_factory, acts)


async def test_malformed_update_that_is_replayed_stays_in_quarantine(tmp_path: Path) -> None:
    """Running it again does not make it readable, and the administrator is told so."""
    async with bot(tmp_path, World()) as driven:
        conversation = Conversation.between(driven)
        await conversation.malform(conversation.people[0], "message", {}, "date")
        await driven.settle()
        conversation.check()
        await driven.stop()
        assert (await replay_quarantine(driven.settings))[0].endswith("снова не вышло")
        conversation.check()


@pytest.mark.e2e
@pytest.mark.untraced
@pytest.mark.parametrize(
    "content",
    [{"text": "\ud83d"}, {"text": "/start", "chat": {"id": 1 << 70, "type": "private"}}, {"message_id": 1 << 70}],
    ids=["half a letter", "chat beyond numbers", "message beyond numbers"],
)
def test_update_that_cannot_even_be_stored_stops_nothing(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]
) -> None:
    """Whatever becomes of it, the bot continues with the following ones."""

    async def played() -> None:
        async with bot(tmp_path_factory.mktemp("data"), World()) as driven:
            conversation = Conversation.between(driven)
            aigul = conversation.people[0]
            await conversation.raw(aigul, "message", content, "")
            assert (await aigul.say("/help")).text == aigul.word("help")
            owners = {row[0] for row in driven.rows("SELECT owner FROM quarantine")}
            assert owners <= {f"person:{aigul.id}"}, "what is set aside is its person's"

    asyncio.run(played())
