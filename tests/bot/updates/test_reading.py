"""What of an update is read, and what is told of one that is not; each input was once set aside in silence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.types import Update

from bot.updates.reading import MOST_ID, NotRead, Origin, Payload, find_origin, read_update

PERSON = {"id": 5, "is_bot": False, "first_name": "Ә", "language_code": "kk"}
MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "from": PERSON, "text": "Айша"}
STRANGE = {"type": "of-the-future"}
SIZE = {"file_id": "large", "file_unique_id": "u", "width": 2, "height": 2}
FILE = {"file_id": "f", "file_unique_id": "u"}


def of_message(**content: object) -> Payload:
    return {"update_id": 1, "message": MESSAGE | content}


def of_tap(**content: object) -> Payload:
    tap = {"id": "7", "from": PERSON, "chat_instance": "1", "data": "base:home::", "message": MESSAGE}
    return {"update_id": 1, "callback_query": tap | content}


def of_member(old: dict[str, Any], new: dict[str, Any]) -> Payload:
    change = {"chat": MESSAGE["chat"], "from": PERSON, "date": 1}
    return {"update_id": 1, "my_chat_member": {**change, "old_chat_member": old, "new_chat_member": new}}


def member(status: str) -> dict[str, Any]:
    return {"user": PERSON, "status": status}


READ = {
    "forward of a hidden user without the name": of_message(forward_origin={"type": "hidden_user", "date": 1}),
    "forward of a new origin": of_message(forward_origin=STRANGE),
    "reply to a message with a new origin": of_message(reply_to_message=MESSAGE | {"forward_origin": STRANGE}),
    "reply to a message elsewhere, of a new origin": of_message(external_reply={"origin": STRANGE}),
    "quote without a position": of_message(quote={"text": "x"}),
    "bot of another kind": of_message(via_bot={"id": "many"}),
    "gift": of_message(gift={"gift": 5}),
    "poll of a new kind": of_message(poll={"id": "1", "type": "ranked"}),
    "paid media of a new kind": of_message(paid_media={"star_count": 1, "paid_media": [STRANGE]}),
    "story": of_message(story={"id": "x"}),
    "pinned message": of_message(pinned_message=MESSAGE | {"poll": {"id": 1}}),
    "keyboard": of_message(reply_markup=5),
    "format without a position": of_message(entities=[{"type": "bold"}, {"type": "bold", "offset": 0, "length": 1}]),
    "small size of a photo": of_message(photo=[{"file_id": "small"}, SIZE], text=None),
    "name of a file": of_message(document=FILE | {"file_name": 7}, text=None),
    "preview of a file": of_message(document=FILE | {"thumbnail": {"file_id": "t"}}, text=None),
    "title of a chat": of_message(chat={"id": 5, "type": "private", "title": 5}),
    "language of a person": of_message(**{"from": PERSON | {"language_code": 5}}),
    "edited forward": {"update_id": 1, "edited_message": MESSAGE | {"forward_origin": STRANGE, "edit_date": 2}},
}
NOT_READ = {
    "text": of_message(text=["a", "list"]),
    "caption": of_message(caption=7, photo=[SIZE]),
    "largest size of a photo": of_message(photo=[SIZE, {"file_id": "larger"}]),
    "file": of_message(document={"file_name": "a.pdf"}),
    "place": of_message(location={"latitude": "north", "longitude": 0}),
    "date": of_message(date="yesterday"),
    "number": of_message(message_id=None),
    "sender": of_message(**{"from": {"id": 5}}),
    "kind of chat": of_message(chat={"id": 5}),
    "edited text": {"update_id": 1, "edited_message": MESSAGE | {"text": 7}},
    "what was tapped": of_tap(data=7),
    "who tapped": of_tap(**{"from": {"id": 5}}),
    "new status": of_member(member("member"), member("of-the-future")),
}


@pytest.mark.parametrize("payload", READ.values(), ids=READ.keys())
def test_what_the_bot_does_not_use_is_cut_out(payload: Payload) -> None:
    """The text, the photo and the file count as sent, and the payload stays as it came."""
    before = json.dumps(payload)
    with pytest.raises(ValueError, match="validation error"):
        Update.model_validate(payload)
    update, cut = read_update(payload, Update.model_validate)
    message = update.message or update.edited_message
    assert message is not None
    assert message.chat.id == 5
    assert message.from_user is not None
    given = payload.get("message") or payload["edited_message"]
    assert message.text == given["text"]
    assert bool(message.photo) == ("photo" in given)
    assert not message.photo or message.photo[-1].file_id == "large"
    assert bool(message.document) == ("document" in given)
    assert cut
    assert json.dumps(payload) == before


def test_what_can_be_read_is_left_whole() -> None:
    """Nothing is cut out of it."""
    update, cut = read_update(of_message(), Update.model_validate)
    assert update == Update.model_validate(of_message())
    assert cut == ()


@pytest.mark.parametrize("payload", NOT_READ.values(), ids=NOT_READ.keys())
def test_what_the_bot_uses_is_not_cut_out(payload: Payload) -> None:
    """A rest without it would pass for something else; who sent it is known all the same."""
    with pytest.raises(NotRead):
        read_update(payload, Update.model_validate)
    origin = find_origin(payload)
    assert (origin.chat_id, origin.user_id) == (5, 5)
    assert origin.is_sent == ("my_chat_member" not in payload)


@pytest.mark.parametrize(
    ("message", "edited"),
    [
        (MESSAGE | {"forward_origin": STRANGE}, True),
        (MESSAGE | {"reply_markup": 5}, True),
        (MESSAGE | {"text": 5}, True),
        (MESSAGE | {"date": "yesterday"}, False),
        ({"chat": {"id": 5}}, False),
        (7, False),
    ],
)
def test_a_tap_counts_whatever_it_stands_under(message: object, edited: bool) -> None:  # noqa: FBT001
    """Its answer takes the place of the message as long as that has its number, chat and date."""
    update, cut = read_update(of_tap(message=message), Update.model_validate)
    assert update.callback_query is not None
    assert update.callback_query.data == "base:home::"
    under = update.callback_query.message
    assert bool(under and under.date) == edited
    assert cut


def test_a_tap_in_a_group_is_not_taken_for_one_in_private() -> None:
    """Where the message under it cannot be read, and its chat is a group."""
    payload = of_tap(message={"chat": {"id": -5}})
    with pytest.raises(NotRead):
        read_update(payload, Update.model_validate)
    assert find_origin(payload) == Origin("callback_query", -5, 5, "kk", "7")
    assert find_origin(payload).in_group


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("of-the-future", "kicked", "kicked"),
        ("member", "kicked", "kicked"),
        ("kicked", "member", "member"),
        ("left", "administrator", "member"),
        ("restricted", "left", "left"),
    ],
)
def test_the_status_of_the_bot_without_its_particulars(old: str, new: str, status: str) -> None:
    """Whether it is blocked or in the group is all it needs to know."""
    update, _ = read_update(of_member(member(old), member(new)), Update.model_validate)
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == status


def places(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401  any JSON
    """Every place in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inner:
        yield (*at, step)
        yield from places(each, (*at, step))


def put(payload: Payload, place: tuple[str | int, ...], value: object) -> Payload:
    changed: Payload = json.loads(json.dumps(payload))  # as it comes: no part of it is the same object as another
    holder: Any = changed
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    return changed


RICH = of_message(
    entities=[{"type": "bold", "offset": 0, "length": 1}],
    photo=[SIZE],
    document=FILE | {"thumbnail": SIZE},
    location={"latitude": 1.0, "longitude": 2.0},
    forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "Ә"},
    reply_to_message=MESSAGE,
    reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
    via_bot=PERSON,
)
JUNK: tuple[object, ...] = (None, True, -1, 1 << 70, 0.5, "of-the-future", [], [{}], {}, {"id": 1, "type": "x"})


@pytest.mark.parametrize(
    "payload", [RICH, of_tap(message=RICH["message"]), of_member(member("left"), member("member"))]
)
@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_whatever_stands_anywhere(payload: Payload, junk: object) -> None:
    """Each value in turn replaced by another: the update is read with all that the bot uses, or it is not read."""
    for place in places(payload):
        if len(place) > 1:
            changed = put(payload, place, junk)
            find_origin(changed)
            try:
                update, cut = read_update(changed, Update.model_validate)
            except NotRead:
                continue
            if update.message is not None and cut:
                assert update.message.text == changed["message"]["text"], place
                assert update.message.photo, place
                assert update.message.document, place
                assert update.message.location, place


@pytest.mark.parametrize(
    ("payload", "origin"),
    [
        ({"update_id": 1}, Origin()),
        ({"update_id": 1, "message": 7}, Origin()),
        ({"update_id": 1, "message": {"chat": {"id": "5"}, "from": {"id": True}}}, Origin("message")),
        ({"update_id": 1, "message": {"chat": {"id": MOST_ID}, "from": {"id": -MOST_ID}}}, Origin("message")),
        ({"update_id": 1, "message": {"chat": {"id": 5}, "from": 7}}, Origin("message", 5, 5)),
        ({"update_id": 1, "message": {"chat": {"id": 5}, "from": {"id": 6}}}, Origin("message", 5, 5)),
        ({"update_id": 1, "message": {"from": {"id": 6, "language_code": "ru"}}}, Origin("message", 6, 6, "ru")),
        ({"update_id": 1, "message": {"chat": {"id": -6}, "from": {"id": -6}}}, Origin("message", -6, 0)),
        ({"update_id": 1, "callback_query": {"id": 7, "from": {"id": 5}}}, Origin("callback_query", 5, 5)),
        ({"update_id": 1, "callback_query": {"id": "7"}}, Origin("callback_query", tap_id="7")),
    ],
)
def test_who_is_to_be_told(payload: Payload, origin: Origin) -> None:
    """The person in whose chat it stands; nobody where no id is one."""
    assert find_origin(payload) == origin
