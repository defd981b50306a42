"""The demo's page in headless Chromium."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.async_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHOTS = os.environ.get("DATELINE_SCREENSHOTS")  # a folder to leave screenshots in
IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


async def shoot(page: Page, name: str) -> None:
    if SHOTS:
        await page.wait_for_timeout(400)
        size = page.viewport_size or {"width": 0}
        theme = await page.evaluate("document.documentElement.dataset.theme")
        await page.screenshot(path=Path(SHOTS) / f"{name}-{theme}-{size['width']}.png")


async def say(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.press("#text", "Enter")
