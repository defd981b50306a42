"""The pages in a real browser: no console error, nothing serious for axe, light, dark, narrow, Arabic, printed."""

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, async_playwright

from bot.clock import system_clock
from bot.demo.edition_files import publish_edition
from storage.store import Storage
from tests.demo.browsing import CHROMIUM, IN_BROWSER, SHOTS
from tests.demo.conftest import FLAGS
from tests.http.test_pages import serving

pytestmark = IN_BROWSER
PLACES = {"home": "/", "story": "/story/1", "arabic": "/story/6", "section": "/section/world", "search": "/search?q=harbour",
          "corrections": "/corrections", "missing": "/story/99"}  # fmt: skip
SERIOUS = ("serious", "critical")


@pytest.fixture
async def address(sqlite_storage: Storage) -> AsyncIterator[str]:
    await publish_edition(sqlite_storage, now=system_clock())
    async with serving(sqlite_storage, public_url="") as client:
        yield str(client.base_url).rstrip("/")


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
async def test_pages_read_well_for_everybody(address: str, look: str) -> None:
    size = {"width": 360, "height": 740} if look == "narrow" else {"width": 1000, "height": 900}
    errors: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = await browser.new_context(viewport=size, color_scheme="dark" if look == "dark" else "light")  # type: ignore[arg-type]
        page = await context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        for name, path in PLACES.items():
            await page.goto(address + path)
            found = await Axe().run(page)
            assert [each["id"] for each in found.response["violations"] if each["impact"] in SERIOUS] == []
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            await shoot(page, f"web-{name}-{look}")
        await page.emulate_media(media="print")
        await page.goto(f"{address}/story/1")
        assert await page.locator("header.site").is_hidden()
        await shoot(page, f"web-print-{look}")
        await browser.close()
    assert [each for each in errors if "404" not in each] == []


async def shoot(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=f"{SHOTS}/{name}.png", full_page="story" in name or "home" in name)
