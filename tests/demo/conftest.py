"""A running demo, and its page in light, dark and narrow."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, async_playwright

from bot.demo.demo import Demo, started_demo
from tests.demo.browsing import CHROMIUM

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    async with started_demo() as running:
        yield running


@pytest.fixture(params=["light", "dark", "narrow"])
async def page(request: pytest.FixtureRequest, demo: Demo) -> AsyncIterator[Page]:
    """The demo's page; nothing may have gone wrong on its console."""
    size = {"width": 360, "height": 700} if request.param == "narrow" else {"width": 900, "height": 940}
    scheme = "dark" if request.param == "dark" else "light"
    errors: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = await browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
        page = await context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(demo.url)
        await page.wait_for_selector("html[data-ready]")
        yield page
        await browser.close()
    assert errors == []
