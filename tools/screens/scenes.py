"""The pictures taken of a walk through the bot, scene by scene, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from mimetypes import guess_type
from typing import TYPE_CHECKING

from playwright.async_api import expect

from bot.resources import load_texts
from tools.screens.words import EDITION

if TYPE_CHECKING:
    from dialogs.ui.texts import Texts
    from tests.e2e.drivers.browsing import Phone, Tab

CAST = {"ru": "Тимур", "kk": "Айгүл"}  # the person on the page who speaks the language
REGION = {"ru": "Акмолинская область", "kk": "Ақмола облысы"}
DISTRICT = {"ru": "г. Кокшетау", "kk": "Көкшетау қ.", "en": "Kokshetau city"}
HOMONYM = "Жамбылский район"
A_SECOND = 1000.0  # milliseconds
MENU, COMMANDS, ATTACH = (
    ".phone-head .icon-button",
    ".composer [aria-haspopup] >> nth=0",
    ".composer [aria-haspopup] >> nth=1",
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with a phone, who waits for the reply to each act."""

    phone: Phone
    language: str
    texts: Texts

    @classmethod
    async def enter(cls, tab: Tab, language: str) -> Actor:
        """Opens the phone of the person who speaks the language."""
        return cls(await tab.show(CAST[language]), language, load_texts(language, EDITION))

    async def begin(self) -> None:
        """Presses Start in the empty chat."""
        await self.phone.frame.locator(".main").click()
        await self.answered("")

    async def tap(self, label: str) -> None:
        """Taps a button, by text id or by its text."""
        before = await self.phone.frame.locator(".log").inner_text()
        words = self.texts.plain(label) if self.texts.knows(label) else label
        newest = self.phone.last.get_by_role("button", name=words, exact=True)
        if await newest.count():
            await newest.click()
        else:
            await self.phone.tap(words)
        await self.answered(before)

    async def tap_first(self, place: int = 0) -> None:
        """Taps a button under the newest message by position."""
        before = await self.phone.frame.locator(".log").inner_text()
        await self.phone.last.locator(".key").nth(place).click()
        await self.answered(before)

    async def say(self, text: str) -> None:
        """Types and sends a text."""
        await self._linger()
        before = await self.phone.frame.locator(".log").inner_text()
        await self.phone.say(text)
        await self.answered(before)

    async def attach(self, name: str, content: bytes, place: int, expected: str) -> None:
        """Sends a photo (place 0) or file (place 1) from the menu, and waits for the text once it was fetched."""
        page = self.phone.tab.page
        await self._linger()
        await self.look(ATTACH)
        async with page.expect_file_chooser() as choosing:
            await self.phone.frame.locator(".choice").nth(place).click()
        kind = guess_type(name)[0] or ""
        await (await choosing.value).set_files({"name": name, "mimeType": kind, "buffer": content})
        await self.phone.frame.locator(".fields .main").click()
        await expect(self.phone.last).to_contain_text(self.texts.plain(expected))

    async def _linger(self) -> None:
        """Lets a second pass: of what comes in the second of the question, the bot asks whether it is the answer.

        The clock of the stage is not the page's, so only a whole second is surely a later one.
        """
        await self.phone.tab.page.wait_for_timeout(A_SECOND)

    async def sees(self, label: str) -> bool:
        """Whether the newest message has a button with this text."""
        button = self.phone.last.get_by_role("button", name=self.texts.plain(label), exact=True)
        return await button.count() > 0

    async def answered(self, before: str) -> None:
        """Waits until the chat has changed and the last message is the bot's."""
        await expect(self.phone.frame.locator(".log")).not_to_have_text(before, use_inner_text=True)
        await expect(self.phone.last).to_have_class(re.compile("theirs"))
        await expect(self.phone.frame.locator("[aria-busy]")).to_have_count(0)

    async def look(self, control: str) -> None:
        """Opens a panel of the page."""
        await self.phone.frame.locator(control).click()
        await expect(self.phone.frame.get_by_role("dialog")).to_be_visible()

    async def shut(self) -> None:
        """Closes the panel."""
        await self.phone.tab.page.keyboard.press("Escape")


Scene = Callable[[Actor], Awaitable[None]]


async def _intro(actor: Actor) -> None:
    await expect(actor.phone.frame.locator(".main")).to_be_visible()


async def _language(actor: Actor) -> None:
    await actor.begin()


async def _start(actor: Actor) -> None:
    await actor.tap(f"language-{actor.language}")


def _opening(button: str) -> Scene:
    """A screen one tap from home."""

    async def scene(actor: Actor) -> None:
        await actor.say("/start")
        await actor.tap(button)

    return scene


async def _districts(actor: Actor) -> None:
    await actor.tap(REGION[actor.language])


async def _card(actor: Actor) -> None:
    await actor.tap(DISTRICT[actor.language])


async def _visit(actor: Actor) -> None:
    await actor.tap("card-visit-button")


async def _akimat(actor: Actor) -> None:
    await actor.tap("card-office-button")
    await actor.tap("card-akimat-button")


async def _forms(actor: Actor) -> None:
    await actor.tap("card-office-button")
    await actor.tap("card-forms-button")


async def _form_file(actor: Actor) -> None:
    await actor.tap("forms-get-missionary-button")


async def _pin(actor: Actor) -> None:
    await actor.say("/offices")
    await _districts(actor)
    await _card(actor)
    await actor.tap("card-map-button")


async def _homonyms(actor: Actor) -> None:
    await actor.say(HOMONYM)


async def _not_found(actor: Actor) -> None:
    await actor.say("xyzzyx")


async def _near(actor: Actor) -> None:
    await actor.look(ATTACH)
    before = await actor.phone.frame.locator(".log").inner_text()
    await actor.phone.frame.locator(".choice").nth(2).click()
    await actor.phone.frame.locator(".towns .choice").nth(3).click()
    await actor.answered(before)


async def _not_understood(actor: Actor) -> None:
    await actor.say("/what")


async def _settings(actor: Actor) -> None:
    await actor.look(MENU)


async def _commands(actor: Actor) -> None:
    await actor.shut()
    await actor.look(COMMANDS)


# The order matters: each scene starts where the previous one ended.
SCENES: dict[str, Scene] = {
    "intro": _intro,
    "language": _language,
    "start": _start,
    "about": _opening("home-about-button"),
    "privacy": _opening("home-privacy-button"),
    "help": _opening("home-help-button"),
    "regions": _opening("home-offices-button"),
    "districts": _districts,
    "card": _card,
    "visit": _visit,
    "akimat": _akimat,
    "forms": _forms,
    "form-file": _form_file,
    "pin": _pin,
    "homonyms": _homonyms,
    "not-found": _not_found,
    "near": _near,
    "not-understood": _not_understood,
    "settings": _settings,
    "commands": _commands,
}
