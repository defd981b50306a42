"""The editor's seat in the demo: what is published and corrected there changes at its readers."""

from playwright.async_api import Page, expect

from tests.demo.browsing import IN_BROWSER, say, shoot

pytestmark = IN_BROWSER


async def sit_down(page: Page) -> None:
    """Take the editor's seat."""
    await page.select_option("#person", label="Edda, editor")
    await page.click("#start-button")


async def test_editor_pastes_a_post_edits_it_and_publishes(page: Page) -> None:
    last = page.locator(".message").last
    await sit_down(page)
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
    await expect(last).to_contain_text("will be published in 10 seconds")
    await shoot(page, "25-undo")


async def test_editor_corrects_and_a_readers_message_changes(page: Page) -> None:
    last = page.locator(".message").last
    await page.click("#start-button")
    await expect(page.locator(".message", has_text="5 stories · ")).to_be_visible()
    await say(page, "/story 12")
    await expect(last).to_contain_text("Ferries between the Valdemar islands go electric")

    await sit_down(page)
    await page.get_by_role("button", name="correct #12").click()
    await expect(last).to_contain_text("correction in the making")
    await last.get_by_role("button", name="Headline").click()
    await expect(last).to_contain_text("Send the new headline")
    await say(page, "Ferries between three islands go electric")
    await expect(last).to_contain_text("correction in the making")
    await shoot(page, "26-correction")
    await last.get_by_role("button", name="Save…").click()
    await expect(last).to_contain_text("What kind of change is this to #12?")
    await shoot(page, "27-labels")
    await last.get_by_role("button", name="Correction: it was wrong").click()
    await expect(last).to_contain_text("What changed in #12?")
    await say(page, "The headline named the wrong islands.")
    await expect(last).to_contain_text("messages corrected.", timeout=15_000)
    await shoot(page, "28-progress")

    await page.select_option("#person", label="Ada")
    await expect(last).to_contain_text("Ferries between three islands go electric")
    await expect(last).to_contain_text("Correction: The headline named the wrong islands.")
    await shoot(page, "29-corrected")


async def test_reader_reports_a_mistake_and_the_editor_finds_it_on_the_desk(page: Page) -> None:
    last = page.locator(".message").last
    await page.click("#start-button")
    await expect(page.locator(".message", has_text="5 stories · ")).to_be_visible()
    await say(page, "/story 12")
    await expect(last).to_contain_text("Ferries between the Valdemar islands go electric")
    await shoot(page, "30-story")
    await last.get_by_role("button", name="Report a mistake").click()
    await expect(last).to_contain_text("What is wrong in “Ferries between the Valdemar islands go electric")
    await shoot(page, "31-mistake")
    await say(page, "It is nine boats that are replaced, not ten.")
    await expect(last).to_contain_text("Thank you. The editors have it.")
    await sit_down(page)
    await page.get_by_role("button", name="the desk").click()
    await expect(last).to_contain_text("Desk")
    await last.get_by_role("button", name="Mistakes").click()
    await expect(last).to_contain_text("It is nine boats that are replaced, not ten.")
    await shoot(page, "32-mistakes")
    await last.get_by_role("button", name="1", exact=True).click()
    await expect(last).to_contain_text("A reader, 0 min ago:")
    await shoot(page, "33-mistake-opened")
    await last.get_by_role("button", name="Settled").click()
    await expect(last).to_contain_text("No reader has reported a mistake.")
