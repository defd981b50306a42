"""A briefing made while a fifth or more of a section's feeds are dead says so in one line, corrected ones too."""

from datetime import timedelta

from bot.clock import system_clock
from storage.model import NewFeed, Polled
from storage.store import Storage
from tests.chatting import chatting
from tests.delivery.test_corrections import carried, correct, text_of
from tests.make import make_text

HOUR = timedelta(hours=1)
LINE = "Some outlets do not answer at the moment: stories may be missing from World."


async def test_briefing_tells_readers_of_a_thin_section_and_nobody_else(storage: Storage) -> None:
    now = system_clock()
    await storage.articles.add([make_text("Harbour", section="World")], now=now, publish=True)
    await storage.articles.add([make_text("Match", section="Sport")], now=now, publish=True)
    feeds = [NewFeed(url=f"https://{name}.example/feed", outlet=name, section="World") for name in "abcde"]
    await storage.feeds.add(feeds, interval=HOUR, now=now - 30 * HOUR)
    for feed in await storage.feeds.list():
        error = "HTTP 500" if feed.outlet == "a" else None
        await storage.feeds.record(
            Polled(feed_id=feed.id, at=now, next_poll_at=now + HOUR, interval_seconds=900, error=error)
        )
    async with chatting(storage, system_clock) as chat:
        _, briefing = await chat.ada.say("/start")
        assert briefing["text"].endswith(LINE)
        await correct(storage)
        await carried(storage)
        corrected = text_of(chat, chat.ada, briefing["message_id"])
        assert ("Harbour!" in corrected, corrected.endswith(LINE)) == (True, True)
        await storage.articles.add([make_text("Score", section="Sport")], now=system_clock(), publish=True)
        (screen,) = await chat.ada.say("/sections")
        await chat.ada.press_raw(screen, "follow:world:off")
        (sport,) = await chat.ada.say("/briefing")
        assert ("Score" in sport["text"], LINE in sport["text"]) == (True, False)
