"""The chat page in a real browser, and people who use it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, ConsoleMessage, Locator, Page, Request, async_playwright, expect

from tests.machine import CHROMIUM
from tests.patience import CHAINED_SECONDS, stretched

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
THUMB = 44

NARROW = """() => [...document.querySelectorAll("button, input, textarea, a.key")]
    .filter((each) => each.offsetParent && !each.matches(".command"))
    .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 44)
    .map((each) => `${each.offsetWidth} x ${each.offsetHeight} ${each.textContent || each.ariaLabel}`)"""
NAMELESS = """() => [...document.querySelectorAll("button, input, textarea, a, [role]")]
    .filter((each) => each.offsetParent && !each.matches("[role=status], [role=alert]"))
    .filter((each) => !(each.textContent.trim() || each.ariaLabel || each.labels?.length))
    .map((each) => each.outerHTML)"""
WIDER = """() => [document.documentElement, ...document.querySelectorAll(".log, .sheet-body, .key, .reply-key")]
    .filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.className)"""


@dataclass(slots=True)
class Tab:
    """The page in one tab; `faults` collects what a careful developer would see in the browser's tools."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def watch(self, host: str) -> None:
        """Records errors and every request to another host."""

        def said(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.faults.append(message.text)

        def asked(request: Request) -> None:
            if urlsplit(request.url).scheme in {"http", "https"} and urlsplit(request.url).netloc != host:
                self.faults.append(f"asked {request.url}")

        self.page.on("console", said)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", asked)

    async def ready(self) -> None:
        await self.page.wait_for_selector("html[data-ready]")

    async def reload(self) -> None:
        await self.page.reload()
        await self.ready()

    def phone(self, name: str) -> Phone:
        return Phone(self, self.page.locator("section.phone").filter(has=self.page.locator(".owner", has_text=name)))

    async def show(self, name: str) -> Phone:
        """Brings the person's phone to the front."""
        await self.page.locator(".tab").filter(has_text=name).click()
        return self.phone(name)


@dataclass(frozen=True, slots=True)
class Phone:
    """One person's phone on the page."""

    tab: Tab
    frame: Locator

    @property
    def messages(self) -> Locator:
        return self.frame.locator("article")

    @property
    def last(self) -> Locator:
        return self.messages.last

    @property
    def field(self) -> Locator:
        return self.frame.locator("textarea")

    def button(self, text: str) -> Locator:
        return self.frame.locator(".key, .reply-key, .main, .choice, .option").filter(has_text=text).last

    async def tap(self, *texts: str) -> None:
        for text in texts:
            await self.button(text).click()

    async def press(self, name: str) -> None:
        """Presses a button that shows an icon, by its accessible name."""
        await self.frame.get_by_role("button", name=name, exact=True).click()

    async def say(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")

    async def shows(self, text: str) -> None:
        await expect(self.last).to_contain_text(text)

    async def texts(self) -> list[str]:
        return await self.messages.all_inner_texts()

    async def focused(self) -> str:
        """Returns the text or the name of the focused element."""
        return str(
            await self.tab.page.evaluate("document.activeElement.textContent || document.activeElement.ariaLabel")
        )

    async def go(self, key: str, text: str) -> None:
        """Presses a key until the focused element shows the text."""
        for _ in range(10):
            await self.tab.page.keyboard.press(key)
            if text in await self.focused():
                return
        raise AssertionError(f"{key} does not lead to {text}")

    async def is_fit_for_a_thumb(self) -> None:
        """Checks that every button is large enough, every control has a name, and nothing is wider than the screen."""
        page = self.tab.page
        assert await page.evaluate(NARROW) == []
        assert await page.evaluate(NAMELESS) == []
        assert await page.evaluate(WIDER) == []


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Starts the machine's Chromium without its background traffic."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def opened(browser: Browser, url: str, path: str = "/", **context: Any) -> AsyncIterator[Tab]:  # noqa: ANN401
    """Opens the page in a browser context of its own; anything wrong in it fails the test."""
    given = {"viewport": PHONE, "reduced_motion": "reduce", **context}
    made = await browser.new_context(**given)
    patience = stretched(CHAINED_SECONDS) * 1000  # ms
    made.set_default_timeout(patience)
    expect.set_options(timeout=patience)
    tab = Tab(await made.new_page())
    tab.watch(urlsplit(url).netloc)
    try:
        await tab.page.goto(url + path)
        await tab.ready()
        yield tab
    finally:
        await made.close()
    assert tab.faults == []
