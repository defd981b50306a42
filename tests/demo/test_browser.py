"""The demo in headless Chromium, as a person uses it."""

from playwright.async_api import Page, expect

from bot.i18n import load_catalog
from tests.demo.browsing import IN_BROWSER, say, shoot

pytestmark = IN_BROWSER


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
    await expect(greeting).to_contain_text("07:00 and 08:00 every day")
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
    await last.get_by_role("button", name=load_catalog().words("ar")("story-full")).click()
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
