"""Chats, bookmarks, sent messages and pictures, on both engines."""

import asyncio
from datetime import timedelta

from bot.publishing import Publishing
from storage.model import Chat, Message, Preferences, Shown, Shows, StoredPicture, StoryState, Vote
from storage.pictures import name_picture, picture_extension
from storage.store import Storage
from tests.make import NOW, ensure_subscription, make_text


async def test_chat_is_met_once(storage: Storage) -> None:
    met = await asyncio.gather(*(storage.chats.ensure(5, kind="private", language="en", now=NOW) for _ in range(5)))
    assert met == [Chat(id=5, kind="private", language="en")] * 5


async def test_chat_comes_with_the_subscription_of_its_own_topic(storage: Storage) -> None:
    await storage.chats.ensure(-5, kind="supergroup", language="en", now=NOW)
    general, _ = await ensure_subscription(
        storage, -5, None, language="de", preferences=Preferences(), next_occurrence=None, now=NOW
    )
    met = [await storage.subscriptions.find_with_chat(*each) for each in ((-5, None), (-5, 7), (6, None))]
    chat = Chat(id=-5, kind="supergroup", language="en")
    assert met == [(chat, general), (chat, None), None]


async def test_bookmarks_are_listed_last_saved_first(storage: Storage) -> None:
    await storage.chats.ensure(5, kind="private", language="en", now=NOW)
    await storage.articles.add([make_text()] * 3, now=NOW, publish=True)
    for minutes, number in enumerate((1, 3, 2, 1)):
        await storage.chats.save(5, number, now=NOW + timedelta(minutes=minutes))
    await storage.chats.unsave(5, 3)
    await Publishing(storage, "editor").withdraw(2, reason="no", now=NOW)

    assert [article.number for article in await storage.chats.list_saved(5, limit=9)] == [1]
    assert await storage.chats.count_saved(5) == 1
    states = [await storage.chats.get_story_state(5, number) for number in (1, 3)]
    assert states == [StoryState(is_saved=True), StoryState()]


async def test_each_chat_has_one_vote_on_a_story(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW, publish=True)
    for chat_id, vote in ((5, Vote.UP), (6, Vote.UP), (7, Vote.DOWN), (6, Vote.DOWN), (7, None), (8, None)):
        await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
        await storage.votes.cast(chat_id, 1, vote, now=NOW)
    assert await storage.votes.count(1) == {Vote.UP: 1, Vote.DOWN: 1}
    assert await storage.chats.get_story_state(6, 1) == StoryState(vote=Vote.DOWN)


async def test_message_shows_what_was_recorded_last(storage: Storage) -> None:
    await storage.articles.add([make_text()] * 2, now=NOW, publish=True)
    first = Message(
        chat_id=5, message_id=9, shows=Shows.BRIEFING, sent_at=NOW, articles=(Shown(4, 2, 1), Shown(5, 1, 1))
    )
    edited = Message(chat_id=5, message_id=9, shows=Shows.STORY, sent_at=NOW, articles=(Shown(1, 1, 1),))

    await storage.messages.record(first)
    assert await storage.messages.find(5, 9) == first
    await storage.messages.record(edited)
    assert await storage.messages.find(5, 9) == edited
    assert await storage.messages.find(5, 8) is None


async def test_picture_is_stored_once_under_its_content(storage: Storage) -> None:
    content = b"\xff\xd8\xffpicture"
    name = await storage.pictures.add(content)
    assert await storage.pictures.add(content) == name == name_picture(content)
    await storage.pictures.set_file_id(name, "photo7")
    assert await storage.pictures.find(name) == StoredPicture(name=name, content=content, file_id="photo7")
    assert await storage.pictures.find("none.jpg") is None


def test_pictures_are_told_by_their_first_bytes() -> None:
    assert [picture_extension(start) for start in (b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"GIF89a")] == [
        "jpg", "png", None,
    ]  # fmt: skip
