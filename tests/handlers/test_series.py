"""A reader follows a story: what continues it comes first, marked, until it ends or is unfollowed."""

from datetime import timedelta
from typing import Any

import pytest

from bot.clock import system_clock
from bot.publishing import Publishing
from storage.errors import Conflict
from storage.model import Action, Label
from storage.store import Storage
from tests.chatting import Chatting, Reader, button, chatting, labels
from tests.delivery.test_corrections import carried
from tests.desking import last
from tests.make import make_text


def has_button(story: dict[str, Any], label: str) -> bool:
    return label in [each for row in labels(story) for each in row]


async def publish(storage: Storage, headline: str, *, earlier: int | None = None, section: str | None = None) -> int:
    """Publish an article that continues another."""
    (number,) = await storage.articles.add([make_text(headline, section=section)], now=system_clock())
    editor = Publishing(storage, "7")
    if earlier is not None:
        await editor.take(Action.CONTINUE, number, earlier=earlier, now=system_clock())
    await editor.publish(number, now=system_clock())
    return number


async def follow(chat: Chatting, number: int = 1) -> Reader:
    await chat.ada.say("/start")
    (story,) = await chat.ada.say(f"/story {number}")
    toast = await chat.ada.press(story, "Follow")
    assert toast["text"] == "Its later instalments come first in your briefings."
    return chat.ada


async def test_later_instalment_comes_first_marked_and_linked_to_what_was_told_before(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await publish(storage, "Harbour", section="World")
        ada = await follow(chat)
        await publish(storage, "Harbour strike ends", earlier=1, section="World")
        await publish(storage, "Gulls", section="World")
        (briefing,) = await ada.say("/briefing")
        first, second = briefing["text"].split("\n\n")[1:3]
        assert first.split("\n")[:2] == ["1. You follow this · Harbour strike ends", "Earlier: #1"]
        assert second.startswith("2. Gulls\n")
        addresses = [each["url"] for each in briefing["entities"] if each["type"] == "text_link"]
        assert f"https://t.me/{chat.world.bot['username']}?start=story_1" in addresses


async def test_who_follows_a_story_follows_on_when_it_is_said_to_continue_an_earlier_one(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await publish(storage, "Fire", section="World")
        await publish(storage, "Harbour", section="World")
        await follow(chat, 2)
        await Publishing(storage, "7").take(Action.CONTINUE, 2, earlier=1, now=system_clock())
        (story,) = await chat.ada.say("/story 2")
        assert has_button(story, "Following")
        assert await storage.series.list_followed([chat.ada.chat.id]) == {chat.ada.chat.id: frozenset({1, 2})}


async def test_instalment_comes_whatever_the_sections_one_reads(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await publish(storage, "Harbour", section="World")
        await publish(storage, "Cup", section="Sport")
        ada = await follow(chat)
        await ada.say("/sections")
        await ada.press(last(ada), "✓ World")
        await publish(storage, "Harbour strike ends", earlier=1, section="World")
        await publish(storage, "Quay", section="World")
        (briefing,) = await ada.say("/briefing")
        assert ("Harbour strike ends" in briefing["text"], "Quay" in briefing["text"]) == (True, False)


async def test_unfollowed_story_is_news_like_any_other(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await publish(storage, "Harbour")
        ada = await follow(chat)
        (story,) = await ada.say("/story 1")
        assert has_button(story, "Following")
        toast = await ada.press(story, "Following")
        assert toast["text"] == "You do not follow it any more."
        await publish(storage, "Harbour strike ends", earlier=1)
        (briefing,) = await ada.say("/briefing")
        assert "1. Harbour strike ends\nEarlier: #1\n" in briefing["text"]


async def test_each_later_instalment_belongs_to_the_first_story(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await publish(storage, "Harbour")
        await publish(storage, "Harbour strike", earlier=1)
        ada = await follow(chat, number=2)
        await publish(storage, "Harbour strike ends", earlier=2)
        (story,) = await ada.say("/story 1")
        assert has_button(story, "Following")
        (briefing,) = await ada.say("/briefing")
        assert "1. You follow this · Harbour strike ends\nEarlier: #2\n" in briefing["text"]


async def test_story_found_later_to_continue_another_takes_its_instalments_along(storage: Storage) -> None:
    await publish(storage, "Storm")
    await publish(storage, "Harbour")
    await publish(storage, "Harbour strike", earlier=2)
    await publish(storage, "Harbour strike ends", earlier=3)
    editor = Publishing(storage, "7")
    await editor.take(Action.CONTINUE, 2, earlier=1, now=system_clock())
    found = await storage.candidates.list_series(frozenset({1}), since=None)
    assert {(each.number, each.series) for each in found} == {(1, None), (2, 1), (3, 1), (4, 1)}
    await editor.take(Action.CONTINUE, 3, earlier=0, now=system_clock())
    found = await storage.candidates.list_series(frozenset({3}), since=None)
    assert {(each.number, each.series) for each in found} == {(3, None), (4, 3)}


@pytest.mark.parametrize("earlier", [1, 2, 3, 9])
async def test_article_continues_none_but_an_earlier_published_one(storage: Storage, earlier: int) -> None:
    await storage.articles.add([make_text("Draft")], now=system_clock())
    await publish(storage, "Harbour")
    await publish(storage, "Gulls")
    with pytest.raises(Conflict, match="there is no published article"):
        await Publishing(storage, "7").take(Action.CONTINUE, 2, earlier=earlier, now=system_clock())


async def test_update_says_what_is_new_and_links_its_story(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await publish(storage, "Harbour")
        ada = await follow(chat)
        text = make_text("Harbour strike ends")
        await Publishing(storage, "7").revise(
            1, text, revision=1, note="the crews agreed", label=Label.UPDATE, now=system_clock()
        )
        await carried(storage)
        (briefing,) = await ada.say("/briefing")
        lines = briefing["text"].split("\n\n")[1].split("\n")
        assert lines[:2] == ["1. You follow this · Update · Harbour strike ends", "New: the crews agreed · Earlier: #1"]


async def test_series_ends_a_month_after_its_last_instalment(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await publish(storage, "Harbour")
        ada = await follow(chat)
    now = system_clock()
    assert await storage.series.prune(now + timedelta(days=29)) == 0
    assert await storage.series.prune(now + timedelta(days=31)) == 1
    assert await storage.series.list_followed([ada.chat.id]) == {}


async def test_editor_says_which_story_is_continued(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await publish(storage, "Harbour")
    await storage.articles.add([make_text("Harbour strike ends")], now=system_clock())
    await ada.say("/desk")
    await ada.press_raw(last(ada), "review:2")
    await ada.settled()
    await ada.press(last(ada), "Series…")
    (said,) = await ada.say("the strike")
    assert said["text"].startswith("Send the number of the earlier article, like #12; - for none.")
    (said,) = await ada.say("#2")
    assert said["text"].startswith("There is no published article #2 before #2.")
    _, panel = await ada.say("#1")
    assert "continues #1" in panel["text"]
    assert button(panel, "Series…")
    assert desk.refused() == []


async def test_what_is_followed_is_listed_by_its_newest_instalment(storage: Storage) -> None:
    for headline in ("Harbour", "Gulls"):
        await publish(storage, headline)
    async with chatting(storage, system_clock) as chat:
        (empty,) = await chat.ada.say("/following")
        assert empty["text"].startswith("You follow nothing yet.")
        await follow(chat, 1)
        await follow(chat, 2)
        await publish(storage, "Harbour goes on", earlier=1)
        (listed,) = await chat.ada.say("/following")
        assert listed["text"].split("\n\n")[0] == "Following"
        assert [each for each in ("Harbour goes on", "Gulls", "Harbour\n") if each in listed["text"]] == [
            "Harbour goes on", "Gulls",
        ]  # fmt: skip
        (story,) = await chat.ada.say("/story 3")
        await chat.ada.press(story, "Following")
        (left,) = await chat.ada.say("/following")
        assert ("Gulls" in left["text"], "Harbour" in left["text"]) == (True, False)
        (elsewhere,) = await chat.group.say("/following@dateline_bot")
        assert button(elsewhere, "Following")["url"].endswith("?start=following")
        (opened,) = await chat.ada.say("/start following")
        assert "Gulls" in opened["text"]
