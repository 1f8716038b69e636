"""A person with a phone: does what a plan says, with what the screens offer, and reads at the end what was kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.conversations.people.plans import IDLE
from benchmarks.conversations.people.words import LAST_DAY, MARK, TOWNS, WORDLESS, answer_to, long_parts, mark
from benchmarks.conversations.reading import CHOSEN, CHOSEN_OR_TYPED, DATES, question_on
from benchmarks.conversations.wire import Edited, Said, Shown, Tapped
from domain.people import NOTICE_VERSION
from sandbox.http.request import Upload

if TYPE_CHECKING:
    from benchmarks.conversations.people.plans import Intention, Plan
    from benchmarks.conversations.wire import Log
    from sandbox.http.answers import JsonObject
    from sandbox.people.person import Person as Phone

MARKS_AN_ACT = 4
LOOKS_BACK = 3  # screens
COMMANDS = ("/offices", "/language", "/my", "/help", "/complain", "/mydata", "/apply", "/start", "/privacy", "/about")
# What a button that leads on says, the best first.
ONWARD = (
    *(
        "q:take:",
        "q:resume:",
        "app:ans:",
        "app:have:",
        "app:office:",
        "app:region:",
        "app:subject:",
        "app:begin:",
        "app:agree:",
    ),
    *("cmp:region:", "cmp:office:", "cmp:unit:", "cmp:begin:", "cmp:agree:", "app:open:", "cmp:open:", "app:next:"),
    *("cmp:next:", "app:intro:"),
)
ANY_OF = frozenset({"app:region:", "cmp:region:", "app:ans:"})  # not always the first
WHOLE_REGION = re.compile(r"app:district:[a-z2-7]+\.(?!\d)\w+:\d+")
DATE = re.compile(r"\d\d\.\d\d\.\d{4}")
STICKER = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 2}
CONTENTS: tuple[JsonObject, ...] = (
    {"sticker": STICKER | {"is_animated": False, "is_video": False}},
    {"voice": VOICE},
    {"video_note": VOICE | {"length": 240}},
    {"video": VOICE | {"width": 320, "height": 240}},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\0\x10" * 2


@dataclass(slots=True)
class Person:
    """Somebody in the chat with the bot; each act is noted in the log of the chat as it goes over the wire."""

    plan: Plan
    phone: Phone
    log: Log
    said: list[int] = field(default_factory=list)  # ids of texts that are no commands
    pasted: int = 0

    # what stands on the screen

    def newest(self) -> Shown | None:
        """The screen that was shown last."""
        return next((each for each in reversed(self.log) if isinstance(each, Shown)), None)

    def buttons(self) -> list[tuple[int, str, str]]:
        """Those that can be tapped now, from the newest screen back."""
        messages = self.phone.chat.messages
        found: list[tuple[int, str, str]] = []
        for number in sorted(messages, reverse=True):
            rows = (messages[number].keyboard or {}).get("inline_keyboard", [])
            found += [
                (number, each["callback_data"], each["text"]) for row in rows for each in row if "callback_data" in each
            ]
        return found

    def newest_buttons(self) -> list[tuple[int, str, str]]:
        """Those of the screen shown last."""
        shown = self.newest()
        return [each for each in self.buttons() if shown and each[0] == shown.message_id]

    # acts as they go over the wire

    def say(self, text: str, *, paste: int = 0) -> None:
        """Send a text."""
        self.phone.say(text)
        sent = self.phone.chat.last_message_id
        self.log.append(Said(self._now(), sent, text, paste=paste))
        if not text.startswith("/") and not paste:
            self.said.append(sent)

    def send(self, content: JsonObject, kind: str) -> None:
        """Send something else than a text."""
        world, chat = self.phone.world, self.phone.chat
        message = world.post(chat, self.phone.user, content)
        self.log.append(Said(self._now(), message.id, str(content.get("caption", "")), kind))
        world.push("message", message.to_json(), chat.id)

    def press(self, message_id: int, data: str, label: str = "") -> None:
        """Tap a button."""
        self.log.append(Tapped(self._now(), message_id, data, label))
        self.phone.press(message_id, data)

    def _now(self) -> int:
        return self.phone.world.now()

    # acts as they are meant

    def begin(self) -> None:
        """Agree to the notice and begin what they came for."""
        if self.plan.role == "complaint":
            data = f"cmp:agree:service..{NOTICE_VERSION}:"
        else:
            data = f"app:agree:{self.plan.role}.{NOTICE_VERSION}:"
        self.press(0, data, "I agree, begin")

    def do(self, intention: Intention, at: int) -> None:
        """The act number `at` of the plan."""
        if intention.name != IDLE:
            getattr(self, f"_{intention.name}")(intention.pick, MARKS_AN_ACT * at)

    def _answer(self, pick: int, number: int) -> None:
        shown = self.newest()
        question = question_on(shown.text) if shown else ""
        typed = question and question not in CHOSEN
        if question in CHOSEN_OR_TYPED | DATES and shown:
            typed = pick % 3 > 0 or not any(data.startswith("app:ans:") for _, data in shown.buttons)
        if typed:
            self.say(answer_to(question, number))
        elif not self._go_on(pick):
            self._remember(pick, number)

    def _remember(self, pick: int, number: int) -> None:
        """What a screen without a way on leads to: an answer to the question above it, or the list of drafts."""
        above = [question_on(each.text) for each in self.log if isinstance(each, Shown)][-LOOKS_BACK:]
        question = next((each for each in reversed(above) if each and each not in CHOSEN), "")
        if question and pick % 2:
            self.say(answer_to(question, number))
        else:
            self.say("/complain" if self.plan.role == "complaint" else "/my")

    def _go_on(self, pick: int) -> bool:
        buttons = self.newest_buttons()
        if pick % 4 == 0 and (refusing := [each for each in buttons if each[1].startswith("q:drop:")]):
            self.press(*refusing[0])
            return True
        for button in buttons:
            if WHOLE_REGION.fullmatch(button[1]):
                self.press(*button)
                return True
        for onward in ONWARD:
            if found := [each for each in buttons if each[1].startswith(onward)]:
                self.press(*found[pick % len(found) if onward in ANY_OF else 0])
                return True
        return False

    def _answer_twice(self, pick: int, number: int) -> None:
        self._answer(pick, number)
        self._answer(pick + 1, number + 1)

    def _command(self, pick: int, _number: int) -> None:
        self.say(COMMANDS[pick % len(COMMANDS)])

    def _command_and_answer(self, pick: int, number: int) -> None:
        self._command(pick, number)
        self._answer(pick, number)

    def _tap_newest(self, pick: int, _number: int) -> None:
        if buttons := self.newest_buttons():
            self.press(*buttons[pick % len(buttons)])

    def _tap_old(self, pick: int, _number: int) -> None:
        if buttons := self.buttons():
            self.press(*buttons[pick % len(buttons)])

    def _tap_remembered(self, pick: int, _number: int) -> None:
        shown = [each for each in self.log if isinstance(each, Shown)]
        buttons = [(each.message_id, data, label) for each in shown for label, data in each.buttons if data]
        if buttons:
            self.press(*buttons[pick % len(buttons)])

    def _town(self, pick: int, _number: int) -> None:
        self.say(TOWNS[pick % len(TOWNS)])

    def _pin(self, pick: int, _number: int) -> None:
        self.send({"location": {"latitude": 43 + pick % 9, "longitude": 55 + pick % 25}}, "pin")

    def _wordless(self, pick: int, _number: int) -> None:
        at = pick % (len(CONTENTS) + len(WORDLESS))
        if at < len(CONTENTS):
            self.send(CONTENTS[at], next(iter(CONTENTS[at])))
        else:
            self.say(WORDLESS[at - len(CONTENTS)])

    def _label(self, pick: int, _number: int) -> None:
        if buttons := self.newest_buttons():
            self.say(buttons[pick % len(buttons)][2])

    def _edit(self, pick: int, number: int) -> None:
        if not self.said:
            return
        # Mostly the last one, which people see is wrong.
        message_id = self.said[-1] if pick % 3 else self.said[pick % len(self.said)]
        before = self.phone.chat.messages[message_id].content["text"]
        text = _corrected(before, number)
        self.log.append(Edited(self._now(), message_id, text))
        self.phone.edit(message_id, text)

    def _album(self, pick: int, number: int) -> None:
        shown = self.newest()
        question = question_on(shown.text) if shown else ""
        group = {"media_group_id": str(self.phone.world.next_serial())}
        stored = self.phone.world.files.keep(Upload("photo.jpg", "image/png", PNG), "photo", (16, 16))
        for at in range(2 + pick % 2):
            caption = {} if at else {"caption": answer_to(question, number)}
            self.send(group | caption | {"photo": stored.as_photo()}, "album" if at else "caption")

    def _paste(self, _pick: int, number: int) -> None:
        self.pasted += 1
        for part in long_parts(number):
            self.say(part, paste=self.pasted)

    def _speak(self, pick: int, _number: int) -> None:
        self.press(0, f"base:speak:{('ru', 'kk', 'en')[pick % 3]}:", "language")


def _corrected(text: str, number: int) -> str:
    """The same text with another mark in it."""
    if DATE.fullmatch(text):
        return f"{1 + number % LAST_DAY:02}{text[2:]}"
    if text.isdecimal():
        return str(int(text) + 3)
    if text[1:].isdecimal():
        return f"{text}1"
    found = MARK.search(text)
    return text.replace(found[0], mark(number)) if found else f"{text} {mark(number)}"
