"""Plays any sequence of actions against the real bot, and after each one checks what must always hold."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sandbox.world.faults import SERVER_ERROR, Fault
from sandbox.world.records import Chat
from tests.e2e.drivers.chatting import Chatting, Seen, newcomer
from tests.e2e.drivers.driving import Driven, eventually
from tests.e2e.drivers.invariants import (
    FILES,
    SHOWING,
    answers_to,
    groups_are_left_alone,
    is_pdf_of_next,
    past_questions,
    unharmed,
    ways_on,
)

Act = tuple[Any, ...]
HOME = {"app:intro::", "app:intro::483-iv", "app:mine::", "cmp:mine::"} | {
    f"base:{each}::" for each in ("offices", "about", "privacy", "help", "language")
}
LANGUAGE = {"base:speak:ru:", "base:speak:kk:", "base:speak:en:"}
GROUPS = count(-9_000_000)
DEEPEST = 6  # taps on Back from anywhere to the start


@dataclass(slots=True)
class Conversation:
    """Two people, some groups, one bot; `malformed` holds the updates that belong in quarantine."""

    driven: Driven
    people: list[Chatting] = field(default_factory=list)
    malformed: set[int] = field(default_factory=set)
    owed: Counter[int] = field(default_factory=Counter)
    killed: bool = False

    @classmethod
    def between(cls, driven: Driven) -> Conversation:
        return cls(driven, [newcomer(driven, "ru"), newcomer(driven, "kk")])

    async def play(self, acts: Sequence[Act]) -> None:
        for name, who, *given in acts:
            await getattr(self, name)(self.people[who], *given)
            await self.driven.settle()
            self.check()
        for somebody in self.people:
            await self.walk_home(somebody)
            await self.start(somebody)
        self.check()

    def check(self) -> None:
        unharmed(self.driven, self.malformed)
        groups_are_left_alone(self.driven)
        for somebody in self.people:
            ways_on(somebody.seen(), past_questions(self.driven, somebody.id))
        for somebody in self.people:
            answers, owed = answers_to(self.driven, somebody.id), self.owed[somebody.id]
            assert answers == owed or (self.killed and answers > owed), "each message and each tap brings one screen"

    async def start(self, who: Chatting) -> None:
        self.owed[who.id] += 1
        seen = await who.say("/start")
        assert without_way_back(seen) in (HOME, LANGUAGE), seen

    async def walk_home(self, who: Chatting) -> None:
        """Goes back to the home screen: on every screen the last button but that to a question is the way back."""
        texts = [each for each in who.seen() if each.buttons]
        if not texts:
            return
        at = texts[-1]
        for _ in range(DEEPEST):
            if without_way_back(at) == HOME:
                return
            await self.genuine(who, at, -2 if at.buttons[-1][1].startswith("q:resume:") else -1)
            at = [each for each in who.seen() if each.buttons][-1]
        raise AssertionError(f"no way back from {at}")

    async def genuine(self, who: Chatting, seen: Seen, index: int) -> None:
        """Taps a button that the bot has drawn: within an edition only a record's button can be out of date."""
        stale = {each.plain("stale") for each in (who.texts, *(other.texts for other in self.people))}
        before = sum(toast in stale for toast in who.toasts())
        data = seen.buttons[index][1]
        packages = len(who.driven.world.journal.calls)
        self.owed[who.id] += 1
        await who.press(data, seen.id)
        self.owed[who.id] += data.startswith(("app:package:", "cmp:letter:", "cmp:paper:")) and self._files(packages)
        assert data.startswith(("app:", "cmp:", "q:")) or sum(toast in stale for toast in who.toasts()) == before, data

    def _files(self, since: int) -> int:
        """Counts documents since this call: a package comes as two messages, the form and where to bring it."""
        calls = list(self.driven.world.journal.calls)[since:]
        return sum(each.method in FILES and not is_pdf_of_next(each) for each in calls)

    async def tap(self, who: Chatting, message: int, button: int) -> None:
        """Taps a button of the newest message (0) or of an older one."""
        with_buttons = [each for each in reversed(who.seen()) if each.buttons]
        if with_buttons:
            seen = with_buttons[message % len(with_buttons)]
            await self.genuine(who, seen, button % len(seen.buttons))

    async def wander(self, who: Chatting, buttons: Sequence[int]) -> None:
        """Goes from screen to screen as deep as possible."""
        for button in buttons:
            await self.tap(who, 0, button)

    async def forge(self, who: Chatting, message: int, data: str) -> None:
        self.owed[who.id] += 1
        who.person.press(message, data)

    async def say(self, who: Chatting, text: str) -> None:
        self.owed[who.id] += 1
        who.person.say(text)

    async def edit(self, who: Chatting, text: str) -> None:
        messages = who.person.chat.messages.values()
        if mine := [each.id for each in messages if "text" in each.content and not each.sender["is_bot"]]:
            await who.after()
            before = answers_to(self.driven, who.id)
            who.person.edit(mine[-1], text)
            await who.after()
            self.owed[who.id] += answers_to(self.driven, who.id) - before  # only an answer that was given is answered

    async def locate(self, who: Chatting, latitude: float, longitude: float) -> None:
        self.owed[who.id] += 1
        who.person.share_location(latitude, longitude)

    async def contact(self, who: Chatting, phone: str, user_id: int | None) -> None:
        self.owed[who.id] += 1
        who.person.share_contact(phone, user_id)

    async def file(self, who: Chatting, data: bytes, text: str, kind: str) -> None:
        self.owed[who.id] += 1
        send = who.person.send_photo if kind == "photo" else who.person.send_document
        send(data, caption=text)

    async def forget(self, who: Chatting) -> None:
        """Deletes the whole chat on the person's side, so that every button left belongs to a deleted message."""
        who.person.chat.messages.clear()

    async def raw(self, who: Chatting, kind: str, content: dict[str, Any], without: str) -> None:
        """Sends a well-formed update that no client of ours sends."""
        self.owed[who.id] += kind == "message"
        self.driven.world.inject({kind: who.message(content, without)})

    async def query(self, who: Chatting, content: dict[str, Any]) -> None:
        self.owed[who.id] += 1
        who.person.chat  # noqa: B018  opens the chat: whoever taps has one
        self.driven.world.inject(who.query(**content))

    async def unknown(self, _who: Chatting, update: dict[str, Any]) -> None:
        self.driven.world.inject(update)

    async def malform(self, who: Chatting, kind: str, content: dict[str, Any], without: str) -> None:
        """An update of which nothing counts: told in the chat where it stands, unless that is a stranger's."""
        self.owed[who.id] += "chat" not in content
        self.malformed.add(self.driven.world.inject({kind: who.message(content, without)}))

    async def group(self, who: Chatting, title: str, text: str) -> None:
        number = next(GROUPS)
        who.person.add_bot_to(number, title)
        who.person.say(text, chat_id=number)
        await self.driven.settle()
        assert not self.driven.world.chats[number].present

    async def channel(self, who: Chatting, text: str) -> None:
        number = next(GROUPS)
        self.driven.world.chats[number] = Chat(number, "supergroup", {"title": "Channel"})
        post = who.message({"text": text, "chat": {"id": number, "type": "channel", "title": "Channel"}}, "from")
        self.driven.world.inject({"channel_post": post})

    async def together(self, who: Chatting, acts: Sequence[Act]) -> None:
        """Sends several actions before the bot receives the first, so that it takes them as one batch."""
        for name, *given in acts:
            await getattr(self, name)(who, *given)

    async def away(self, who: Chatting, text: str) -> None:
        """Blocks the bot and unblocks it; what was sent in between is answered afterwards."""
        who.person.block()
        self.owed[who.id] += 1
        who.person.say(text)
        await self.driven.settle()
        before = len(who.seen())
        who.person.unblock()
        await self.driven.settle()
        assert len(who.seen()) > before

    async def restart(self, _who: Chatting) -> None:
        await self.driven.restart()

    async def kill(self, who: Chatting, acts: Sequence[Act], moments: int) -> None:
        """Kills the bot in the middle of something."""
        await self.together(who, acts)
        for _ in range(moments):
            await asyncio.sleep(0)
        await self.revive()

    async def kill_before_delivery(self, who: Chatting, acts: Sequence[Act]) -> None:
        """Kills the bot once everything is committed and nothing sent."""
        world = self.driven.world
        world.faults.rules += [Fault(SERVER_ERROR, method) for method in sorted(SHOWING)]
        await self.together(who, acts)
        await eventually("taken", lambda: not world.updates.pending)
        await self.driven.kill()
        world.faults.rules.clear()
        await self.revive()

    async def revive(self) -> None:
        """Kills the bot and restarts it; taps that it had received may stay unanswered, but nothing else is lost."""
        self.killed = True
        await self.driven.kill()
        for tap in self.driven.world.taps.values():
            tap.answered = True
        await self.driven.start()


def without_way_back(seen: Seen) -> set[str]:
    """The buttons of a screen except the one that leads back to a question."""
    return {data for _, data in seen.buttons if not data.startswith("q:resume:")}
