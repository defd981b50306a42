"""The screens of a reader in other languages and scripts, as they look on a phone."""

import pytest
from playwright.async_api import Page, expect

from bot.i18n import load_catalog
from tests.demo.browsing import IN_BROWSER, say, shoot

pytestmark = IN_BROWSER
CATALOG = load_catalog()


@pytest.mark.parametrize("language", ["ar", "de", "hi", "zh"])
async def test_reader_sees_every_screen_in_their_language(page: Page, language: str) -> None:
    words, last = CATALOG.words(language), page.locator(".message").last
    await page.click("#start-button")
    await expect(last).to_contain_text("+7 more")
    await say(page, f"/language {language}")
    await expect(last).to_contain_text(words("settings-title"))
    await shoot(page, f"{language}-1-settings")
    await say(page, "/briefing")
    await say(page, "/story 6")
    await expect(last.get_by_role("button", name=words("story-share"))).to_be_visible()
    await shoot(page, f"{language}-2-story")
    await say(page, "/schedule Hyderabad")
    await expect(last).to_contain_text(words("zone-which"))
    await say(page, "/schedule quiet")
    await say(page, "/privacy")
    await expect(last).to_contain_text(words("privacy-title"))
    await shoot(page, f"{language}-3-privacy")
    await say(page, "/help")
    await expect(last).to_contain_text(words("help-title"))
    await shoot(page, f"{language}-4-help")


@pytest.mark.parametrize("language", ["en", "ar", "de", "hi", "zh"])
async def test_story_is_shown_as_a_native_page_and_its_marks_lead_to_its_sources(page: Page, language: str) -> None:
    words, last = CATALOG.words(language), page.locator(".message").last
    await page.click("#start-button")
    await expect(last).to_contain_text("+7 more")
    await say(page, f"/language {language}")
    await expect(last).to_contain_text(words("settings-title"))
    await last.get_by_role("button", name=words("settings-rich")).click()
    await expect(last.get_by_role("button", name=f"✓ {words('settings-rich')}")).to_be_visible()
    await say(page, "/story 6")
    await expect(last.locator(".rich h2")).to_be_visible()
    await shoot(page, f"{language}-5-native")
    await last.locator(".rich sup a").first.click()
    await expect(last.locator("[data-reference=s1]")).to_be_in_viewport()
    await shoot(page, f"{language}-6-footnotes")
    await last.get_by_role("button", name=words("story-follow"), exact=True).click()
    await expect(last.get_by_role("button", name=words("story-followed"), exact=True)).to_be_visible()
    await shoot(page, f"{language}-7-followed")
