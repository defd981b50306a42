"""The demo in headless Chromium, as a person uses it."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.demo.demo import Demo, started_demo

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SHOTS = os.environ.get("DATELINE_SCREENSHOTS")  # a folder to leave screenshots in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


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


async def shoot(page: Page, name: str) -> None:
    if SHOTS:
        await page.wait_for_timeout(400)
        size = page.viewport_size or {"width": 0}
        theme = await page.evaluate("document.documentElement.dataset.theme")
        await page.screenshot(path=Path(SHOTS) / f"{name}-{theme}-{size['width']}.png")


async def say(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.press("#text", "Enter")


async def test_first_minute(page: Page) -> None:
    last = page.locator(".message").last
    await shoot(page, "0-start")
    await page.click("#start-button")
    await expect(page.locator(".message", has_text="5 stories · ")).to_be_visible(timeout=1000)
    await shoot(page, "1-briefing")

    await page.get_by_role("button", name="1", exact=True).click()
    await expect(page.locator(".message")).to_have_count(4)
    story = page.locator(".message").nth(3)
    await expect(story).to_contain_text("The first electric ferry left")
    await shoot(page, "2-story")
    await story.get_by_role("button", name="Sources (4)").click()
    await expect(last).to_contain_text("4 independent outlets")
    await shoot(page, "3-sources")
    await story.get_by_role("button", name="◀ Older").click()
    await expect(story).to_contain_text("Desert telescope sends its first picture")
    await story.get_by_role("button", name="Newer ▶").click()
    await expect(story).to_contain_text("Ferries between the Valdemar islands go electric")

    await say(page, "/search valdemar")
    await expect(last).to_contain_text("Search: valdemar")
    await shoot(page, "4-search")
    await page.fill("#text", "@dateline_bot comet")
    await page.get_by_role("button", name="A faint comet will pass").click()
    await expect(last).to_contain_text("via @dateline_bot")
    await shoot(page, "5-inline")


async def test_new_reader_sets_times_and_gets_tomorrows_briefing(page: Page) -> None:
    last = page.locator(".message").last
    await page.click("#start-button")
    await expect(last).to_contain_text("+7 more")
    await page.get_by_role("button", name="Times").first.click()
    greeting = page.locator(".message").nth(1)
    await expect(greeting).to_contain_text("08:00 every day")
    await shoot(page, "7-times")
    await greeting.get_by_role("button", name="07:00").click()
    await expect(greeting).to_contain_text("07:00, 08:00 every day")
    await greeting.get_by_role("button", name="07:00").click()
    await greeting.get_by_role("button", name="Time zone").click()
    await expect(greeting).to_contain_text("Or type a city")
    await shoot(page, "8-zone")
    await greeting.get_by_role("button", name="Berlin").click()
    await expect(greeting).to_contain_text("Time zone: Europe/Berlin")
    await shoot(page, "9-settings")
    await greeting.get_by_role("button", name="Sections").click()
    await expect(greeting).to_contain_text("Tap what you follow")
    await shoot(page, "10-sections")

    await page.locator("#tips-row").get_by_role("button", name="Tomorrow 08:00").click()
    await expect(last).to_contain_text("2 stories · ", timeout=10_000)
    await expect(last).to_contain_text("Morning briefing")
    await expect(last).not_to_contain_text("Ferries between the Valdemar islands")
    await shoot(page, "11-tomorrow")


async def test_several_people_share_a_group(page: Page) -> None:
    await page.select_option("#person", label="Leila")
    await expect(page.locator("#start-button")).to_be_visible()
    await page.get_by_role("button", name="Breakfast table").click()
    await say(page, "/story_6")
    last = page.locator(".message").last
    await expect(last).to_contain_text("لاعبة في الرابعة عشرة")
    await shoot(page, "6-group-right-to-left")
    await last.get_by_role("button", name="Full story").click()
    await expect(page.locator("#chat-title")).to_have_text("Dateline")
    await expect(last).to_contain_text("ليلى مراد")


async def test_keyboard_is_enough(page: Page) -> None:
    await page.focus("#start-button")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message").last).to_contain_text("+7 more")
    await page.keyboard.press("Tab")
    await page.focus("#log")
    await page.keyboard.press("/")
    await expect(page.locator("#panel").get_by_role("button", name="/recent")).to_be_visible()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Escape")
    await expect(page.locator("#panel")).to_be_hidden()
    await page.click("#tips-close")
    await expect(page.locator("#tips")).to_be_hidden()


async def test_editor_publishes_and_corrects_and_a_readers_message_changes(page: Page) -> None:
    last = page.locator(".message").last
    await page.click("#start-button")
    await expect(page.locator(".message", has_text="5 stories · ")).to_be_visible()
    await say(page, "/story 12")
    await expect(last).to_contain_text("Credited from")
    old = await last.inner_text()

    await page.select_option("#person", label="Edda, editor")
    await page.click("#start-button")
    await page.get_by_role("button", name="the desk").click()
    await expect(last).to_contain_text("Desk")
    await shoot(page, "20-desk")
    await page.get_by_role("button", name="paste a post").click()
    await page.press("#text", "Enter")
    await expect(last).to_contain_text("A draft of your post.")
    await shoot(page, "21-draft")
    await last.get_by_role("button", name="Bullets").click()
    await expect(last).to_contain_text("Bullets of #")
    await shoot(page, "22-bullets")
    await last.get_by_role("button", name="✎ 1").click()
    await expect(last).to_contain_text("Send the new bullet 1 of #")
    await shoot(page, "23-question")
    await say(page, "The lamps stay dark until July. [1]")
    await expect(last).to_contain_text("revision 2")
    await last.get_by_role("button", name="Publish…").click()
    await expect(last).to_contain_text("Publish #")
    await shoot(page, "24-confirm")
    await last.get_by_role("button", name="Publish", exact=True).click()
    await expect(last).to_contain_text("is published in 10 seconds")
    await shoot(page, "25-undo")

    await page.get_by_role("button", name="correct #12").click()
    await expect(last).to_contain_text("correction in the making")
    await last.get_by_role("button", name="Headline").click()
    await say(page, "Corrected in front of your eyes")
    await expect(last).to_contain_text("correction in the making")
    await shoot(page, "26-correction")
    await last.get_by_role("button", name="Save…").click()
    await expect(last).to_contain_text("What is this change of #12?")
    await shoot(page, "27-labels")
    await last.get_by_role("button", name="Correction: it was wrong").click()
    await say(page, "The headline named the wrong island.")
    await expect(last).to_contain_text("messages corrected.", timeout=15_000)
    await shoot(page, "28-progress")

    await page.select_option("#person", label="Ada")
    await expect(last).to_contain_text("Corrected in front of your eyes")
    await expect(last).to_contain_text("Correction: The headline named the wrong island.")
    assert old not in await last.inner_text()
    await shoot(page, "29-corrected")
