"""Takes pictures of the screens as on a phone, in Russian and Kazakh, for docs/screens/.

Starts the bot on its stand-in like `make run` and drives the chat page in Chromium. Run `make screens` in the
repository.
"""

from __future__ import annotations

import asyncio
import io
import os
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.async_api import expect

from tests.e2e.drivers.browsing import DESKTOP, PHONE, chromium, opened
from tests.factories.units import KINDS
from tools.screens.complaint_scenes import complaint, silence
from tools.screens.journeys import journey
from tools.screens.office_scenes import office
from tools.screens.office_stage import LATER, MORNING, morning
from tools.screens.scenes import CAST, SCENES, Actor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime

    from playwright.async_api import Browser, Page

    from tests.e2e.drivers.browsing import Tab

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
START_SECONDS = 60.0
SCALE = 1  # device pixels a point
QUALITY = 75
LARGEST = 60_000  # bytes of a picture
MORNINGS = (("office", office, MORNING), ("complaint", complaint, MORNING), ("complaint", silence, LATER))
UNSET = ("BOT_TOKEN", "WEBHOOK_URL", "DATA_DIR", "TELEGRAM_API_BASE")  # unset, so that the bot cannot reach Telegram


async def film() -> dict[str, bytes]:
    """All pictures by name."""
    pictures: dict[str, bytes] = {}
    async with address() as url, chromium() as browser:
        for language in CAST:
            pictures |= await _film_in(browser, url, language)
        pictures["desktop"] = await _film_desktop(browser, url)
        for language in CAST:
            pictures |= await _film_journeys(browser, url, language)
    for title, play, at in MORNINGS:
        pictures |= await film_mornings(title, play, at)
    return pictures


async def film_mornings(
    title: str, play: Callable[[Tab, str], AsyncIterator[str]], at: datetime = MORNING
) -> dict[str, bytes]:
    """Scenes of the demo office; each language has a morning of its own."""
    pictures: dict[str, bytes] = {}
    async with chromium() as browser:
        for language in CAST:
            async with (
                morning(language, at) as url,
                opened(browser, url, viewport=PHONE, device_scale_factor=SCALE, color_scheme="light") as tab,
            ):
                async for name in play(tab, language):
                    pictures[f"{title}-{name}-{language}"] = await _shoot(tab.page)
    return pictures


async def _film_in(browser: Browser, url: str, language: str) -> dict[str, bytes]:
    pictures: dict[str, bytes] = {}
    async with opened(browser, url, viewport=PHONE, device_scale_factor=SCALE, color_scheme="light") as tab:
        actor = await Actor.enter(tab, language)
        for name, play in SCENES.items():
            await play(actor)
            pictures[f"{name}-{language}"] = await _shoot(tab.page)
        await actor.shut()
        await tab.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        pictures[f"dark-{language}"] = await _shoot(tab.page)
    return pictures


async def _film_journeys(browser: Browser, url: str, language: str) -> dict[str, bytes]:
    """Both applications, from the first question to the stamped copy."""
    pictures: dict[str, bytes] = {}
    async with opened(browser, url, viewport=PHONE, device_scale_factor=SCALE, color_scheme="light") as tab:
        actor = await Actor.enter(tab, language)
        for subject in KINDS:
            async for name in journey(actor, subject):
                pictures[f"{subject}-{name}-{language}"] = await _shoot(tab.page)
    return pictures


async def _film_desktop(browser: Browser, url: str) -> bytes:
    """Two phones side by side, after both have been used."""
    async with opened(browser, url, viewport=DESKTOP, color_scheme="light") as tab:
        await expect(tab.page.locator("article").first).to_be_visible()
        return await _shoot(tab.page)


async def _shoot(page: Page) -> bytes:
    """Takes a picture once nothing moves and no pointer hovers."""
    await page.mouse.move(0, 0)
    await expect(page.locator(".toast")).to_have_count(0)
    await expect(page.locator("[aria-busy]")).to_have_count(0)
    return await page.screenshot()


def develop(pictures: dict[str, bytes], folder: Path) -> None:
    """Compresses the pictures and replaces the previous ones.

    Raises:
        ValueError: a picture is too large for the repository.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    for name, taken in pictures.items():
        path = folder / f"{name}.webp"
        Image.open(io.BytesIO(taken)).convert("RGB").save(path, "WEBP", quality=QUALITY, method=6)
        if (size := path.stat().st_size) > LARGEST:
            raise ValueError(f"{path.name}: {size} bytes")


@asynccontextmanager
async def address() -> AsyncIterator[str]:
    """Starts a bot; yields the address of its chat page."""
    environment = {name: value for name, value in os.environ.items() if name not in UNSET}
    with tempfile.TemporaryDirectory(prefix="film-") as folder:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "start", "--port", "0"),
            cwd=folder,  # away from the repository's .env, which may hold a token
            env=environment,
            stdout=asyncio.subprocess.PIPE,
        )
        try:
            yield await asyncio.wait_for(_address(process), START_SECONDS)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout  # noqa: S101  # requested above
    while line := (await process.stdout.readline()).decode():
        if "http" in line:
            return line[line.index("http") :].strip().rstrip("/")
    raise RuntimeError("the bot ended before it had an address")


if __name__ == "__main__":
    develop(asyncio.run(film()), FOLDER)
