"""What must hold at any moment of any conversation."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable

from bot.resources import load_texts
from domain.languages import LANGUAGES
from sandbox.world.journal import Call
from tests.e2e.drivers.chatting import Seen
from tests.e2e.drivers.driving import Driven

KNOWN = re.compile(
    r"base:(home|offices|about|privacy|help|language)::|base:withdraw::([0-9a-f]{8})?"
    r"|me:(show|send|erase|ask|stays)::|me:drop::[0-9a-f]{8}"
    r"|base:speak:(ru|kk|en):"
    r"|base:agree:[\w-]+:"
    r"|off:regions::2011-20"
    r"|https://www\.google\.com/maps/search/\?api=1&query=[\w%+.~-]+"
    r"|off:(region|card|map|visit|forms):[\w/-]+:2011-20|form:get:[78]:2011-20"
    r"|app:(intro|mine)::|app:(subject|begin):(missionary|group):|app:agree:(missionary|group)\.[\w-]+:"
    r"|app:(intro|law|subject|begin|agree):[\w.-]*:483-iv"
    r"|cmp:(mine|how|how-regions|kind)::|cmp:how-(region|office):[\w/-]+:"
    r"|cmp:(kind|open|how|silent):[a-z2-7]{16}(\.now)?:|cmp:begin:(result|service)\.[a-z2-7]*:"
    r"|cmp:agree:(result|service)\.[a-z2-7]*\.[\w-]+:"
    r"|cmp:[a-z]+:[a-z2-7]{16}\.[\w./-]*:\d+"
    r"|svy:(yes|no):[a-z2-7]{16}\.[a-z]+:|svy:stop:[a-z2-7]{16}\.:"
    r"|q:resume:[a-z]+\.([a-z2-7]{16})?:|q:(take|drop):\d+:"
    r"|app:open:[a-z2-7]{16}:|app:[a-z]+:[a-z2-7]{16}\.[\w./-]*:\d+"
)
REMARKS = ("early", "early-file", "dropped", "choose", "edited", "edit-refused", "edit-late", "edit-file")
ANYTHING = {"text": "#", "question": "#", "problem": "#"}
DRAWN = [load_texts(each).plain(f"conversation-{remark}", **ANYTHING) for each in LANGUAGES for remark in REMARKS]
REMARK = re.compile("|".join(re.escape(each).replace(r"\#", ".*") for each in DRAWN), re.DOTALL)
FILES = {"sendDocument", "sendMediaGroup"}
SHOWING = {"sendMessage", "sendVenue", "editMessageText"} | FILES


def unharmed(driven: Driven, malformed: set[int]) -> None:
    """No fault in the log, nothing in quarantine but unreadable updates, nothing refused by Telegram."""
    assert driven.events.faults == [], driven.events.said
    assert driven.events.named("quarantined") == []
    assert {row[0] for row in driven.rows("SELECT update_id FROM quarantine")} == malformed
    assert driven.rows("SELECT origin, code FROM dead_letters") == []


def groups_are_left_alone(driven: Driven) -> None:
    """In a group the bot only says why it leaves."""
    groups = [each for each in driven.world.journal.calls if each.chat_id is not None and each.chat_id < 0]
    assert {each.method for each in groups} <= {"sendMessage", "leaveChat"}


def ways_on(screens: Iterable[Seen], past: Collection[int] = ()) -> None:
    """Each screen is a pin, a file, or a text with buttons, and the bot knows every button.

    A remark stands below a question that has its own buttons; `past` questions have lost theirs.
    """
    for seen in screens:
        needless = {"venue", "document"} & seen.content.keys() or seen.id in past or REMARK.fullmatch(seen.text)
        assert needless or seen.buttons, seen
        for label, data in seen.buttons:
            assert label.strip(), seen
            assert KNOWN.fullmatch(data), data


def answers_to(driven: Driven, chat_id: int) -> int:
    """Counts the screens shown to a chat, including one that was there already."""
    answers = 0
    for call in driven.world.journal.calls:
        answer = call.answer or {}
        done = answer.get("ok") or "message is not modified" in answer.get("description", "")
        answers += bool(call.method in SHOWING and done and call.chat_id == chat_id and not is_pdf_of_next(call))
    return answers


def is_pdf_of_next(call: Call) -> bool:
    """Whether a file says nothing: it is the PDF of the paper that comes next, and part of the same screen."""
    return call.method == "sendDocument" and "caption" not in call.parameters


def words_of_call(call: Call) -> str:
    """Returns what a call says: its text, or what stands under its file or the last one of its album."""
    (*_, last) = json.loads(call.parameters.get("media", "[{}]"))
    given = call.parameters | last
    return str(given.get("text") or given.get("caption", ""))


def past_questions(driven: Driven, chat_id: int) -> set[int]:
    """The messages of a chat whose buttons the bot has taken off."""
    calls = driven.world.journal.calls
    taken = (each for each in calls if each.method == "editMessageReplyMarkup" and each.chat_id == chat_id)
    return {int(each.parameters["message_id"]) for each in taken}
