"""The bot in a chat: each command and button, over real HTTP."""

from datetime import datetime, timedelta

import pytest

from bot.demo.botapi.world import Json
from storage.model import Bullet, Picture, Shows, Source
from tests.chatting import Chatting, button, labels
from tests.make import NOW, make_png, make_text

PNG = make_png(64, 48)


async def publish(chat: Chatting, *headlines: str, now: datetime = NOW) -> None:
    for headline in headlines:
        await chat.storage.articles.add([make_text(headline)], now=now, publish=True)


def texts(messages: list[Json]) -> list[str]:
    return [message["text"] for message in messages]


async def test_start_greets_and_shows_a_briefing(chat: Chatting) -> None:
    await publish(chat, "One", "Two")

    greeting, briefing = await chat.ada.say("/start")

    assert greeting["text"].startswith("Welcome to Dateline.")
    assert briefing["text"].startswith("☀️ Morning briefing · Monday, 23 November\n2 stories · 1 min\n\n1. Two\n")
    assert labels(briefing) == [["1", "2"], ["Settings"]]
    assert labels(greeting) == [["Times", "Time zone", "Sections"]]
    assert chat.refused() == []


async def test_start_with_a_deep_link_opens_what_it_names(chat: Chatting) -> None:
    await publish(chat, "One")
    assert texts(await chat.ada.say("/start story_1"))[0].startswith("One\n")
    assert texts(await chat.ada.say("/start section_world"))[0].startswith("Recent · World")
    assert texts(await chat.ada.say("/start story_9")) == ["There is no story #9."]
    assert len(await chat.ada.say("/start nonsense")) == 2


async def test_briefing_shows_nothing_twice(chat: Chatting) -> None:
    await publish(chat, *"ABCDEF", now=NOW - timedelta(hours=1))
    first = await chat.ada.say("/briefing")
    again = await chat.ada.say("/briefing")
    await publish(chat, "G")
    third = await chat.ada.say("/briefing")

    assert "+1 more · /recent" in first[0]["text"]
    assert texts(again) == ["Nothing new since 07:00."]
    assert "\n1 story · 1 min\n\n1. G\n" in third[0]["text"]
    (recent,) = await chat.ada.say("/recent")
    assert labels(again[0]) == [["Recent"]]
    assert recent["text"].startswith("Recent\n\nG\n")


async def test_briefing_before_anything_is_published(chat: Chatting) -> None:
    assert texts(await chat.ada.say("/briefing")) == [
        "Nothing has been published yet. The first story will be here when you ask again."
    ]


@pytest.mark.parametrize("command", ["/story 1", "/story_1", "/story #1", "/story_1@dateline_bot", "/STORY 1"])
async def test_story_is_opened_by_its_number(chat: Chatting, command: str) -> None:
    await publish(chat, "One", "Two")
    assert texts(await chat.ada.say(command))[0].startswith("One\nCredited from:")


async def test_story_without_a_number_is_the_newest_or_the_one_replied_to(chat: Chatting) -> None:
    assert texts(await chat.ada.say("/story")) == ["No stories yet."]
    await publish(chat, "One", "Two")
    (newest,) = await chat.ada.say("/story")
    (first,) = await chat.ada.say("/story 1")
    (replied,) = await chat.ada.say("/sources", reply_to=first["message_id"])

    assert newest["text"].startswith("Two\n")
    assert replied["text"].startswith("Sources\nOne\n")
    assert (await chat.ada.say("/sources", reply_to=replied["message_id"]))[0]["text"] == replied["text"]


async def test_reply_with_a_number_opens_that_story(chat: Chatting) -> None:
    await publish(chat, "One", "Two")
    (briefing,) = await chat.ada.say("/briefing")
    reply_to = briefing["message_id"]

    assert texts(await chat.ada.say("2", reply_to=reply_to))[0].startswith("One\n")
    assert texts(await chat.ada.say("7", reply_to=reply_to)) == ["There is no number 7 in this briefing."]
    (story,) = await chat.ada.say("/story 1")
    assert texts(await chat.ada.say("1", reply_to=story["message_id"])) == [
        "Which briefing? Reply to it with 1, and I open that story."
    ]


async def test_story_buttons_answer(chat: Chatting) -> None:
    await publish(chat, "One", "Two", "Three")
    (story,) = await chat.ada.say("/story 2")
    message = (chat.ada.chat.id, story["message_id"])

    await chat.ada.press(story, "Sources (2)")
    assert chat.ada.said()[-1].startswith("Sources\nTwo")
    assert await chat.ada.press(story, "Save") == {"text": "Saved"}
    assert labels(chat.world.messages[message])[0] == ["Sources (2)", "Share", "Saved"]
    assert texts(await chat.ada.say("/saved"))[0].startswith("Saved\n\nTwo\n")
    await chat.ada.press(chat.world.messages[message], "Saved")
    assert texts(await chat.ada.say("/saved"))[0].startswith("You have saved nothing yet.")
    await chat.ada.press(story, "◀ Older")
    assert chat.world.messages[message]["text"].startswith("One\n")
    assert labels(chat.world.messages[message])[1] == ["Newer ▶"]
    assert await chat.ada.press_raw(story, "older:1") == {"text": "This is the oldest story."}
    assert await chat.ada.press_raw(story, "newer:3") == {"text": "This is the newest story."}
    share = button(chat.world.messages[message], "Share")["switch_inline_query_chosen_chat"]
    assert (share["query"], share["allow_group_chats"]) == ("#1", True)
    (found,) = (await chat.ada.ask_inline(share["query"]))["results"]
    assert found["title"] == "One"
    assert chat.refused() == []


async def test_numbers_under_a_briefing_open_stories(chat: Chatting) -> None:
    await publish(chat, "One", "Two")
    (briefing,) = await chat.ada.say("/briefing")
    await chat.ada.press(briefing, "2")
    assert chat.ada.said()[-1].startswith("One\n")


async def test_long_story_turns_pages_in_place(chat: Chatting) -> None:
    await chat.storage.articles.add([make_text(body=("word " * 700 + "end.",) * 3)], now=NOW, publish=True)
    (story,) = await chat.ada.say("/story 1")
    await chat.ada.press(story, "1/3 ▶")
    turned = chat.world.messages[chat.ada.chat.id, story["message_id"]]
    assert labels(turned)[0] == ["◀", "2/3 ▶"]
    assert turned["text"].startswith("word")
    await chat.ada.press(turned, "◀")
    assert chat.world.messages[chat.ada.chat.id, story["message_id"]]["text"] == story["text"]


async def test_recent_pages_sections_and_numbers(chat: Chatting) -> None:
    await publish(chat, *(f"Headline {number}" for number in range(1, 21)))
    (recent,) = await chat.ada.say("/recent")
    key = (chat.ada.chat.id, recent["message_id"])
    await chat.ada.press(recent, "1/3 ▶")
    assert chat.world.messages[key]["text"].startswith("Recent\n\nHeadline 12\n")
    assert texts(await chat.ada.say("/recent 17"))[0].startswith("Recent\n\nHeadline 4\n")
    assert texts(await chat.ada.say("/recent world"))[0].startswith("Recent · World\n")
    assert texts(await chat.ada.say("/recent sports")) == ["There is no section “sports”.\nSections: World"]
    await chat.ada.press_raw(recent, "recent:world:2")
    assert chat.world.messages[key]["text"].startswith("Recent · World\n\nHeadline 12")


async def test_search_finds_and_turns_pages(chat: Chatting) -> None:
    await publish(chat, *(f"Whale {number}" for number in range(1, 12)))
    (found,) = await chat.ada.say("/search whale")
    key = (chat.ada.chat.id, found["message_id"])

    assert found["text"].startswith("Search: whale\n\nWhale 11\n")
    await chat.ada.press(found, "1/2 ▶")
    assert chat.world.messages[key]["text"].startswith("Search: whale\n\nWhale 3\n")
    assert labels(chat.world.messages[key]) == [["◀ 2/2"]]
    assert texts(await chat.ada.say("/search")) == [
        "What are you looking for? Send /search and some words, like /search elections."
    ]
    assert texts(await chat.ada.say('/search "* OR (')) == [
        'Search: "* OR (\n\nNothing found. Try fewer or other words.'
    ]


async def test_inline_mode_offers_recent_words_and_numbers(chat: Chatting) -> None:
    await publish(chat, *(f"Whale {number}" for number in range(1, 24)))

    recent = await chat.ada.ask_inline("")
    more = await chat.ada.ask_inline("", recent["next_offset"])
    words = await chat.ada.ask_inline("whale 7")
    one = await chat.ada.ask_inline("#12")
    nothing = await chat.ada.ask_inline("#99")

    assert ([result["title"] for result in recent["results"]][0], len(recent["results"])) == ("Whale 23", 20)
    assert [result["title"] for result in more["results"]] == ["Whale 3", "Whale 2", "Whale 1"]
    assert [result["title"] for result in words["results"]] == ["Whale 7"]
    assert one["results"][0]["content"]["text"].startswith("Whale 12\n• Four boats")
    assert one["results"][0]["reply_markup"]["inline_keyboard"][0][0]["url"] == (
        "https://t.me/dateline_bot?start=story_12"
    )
    section = await chat.ada.ask_inline("section:World")
    assert [result["title"] for result in section["results"]][:1] == ["Whale 23"]
    assert (await chat.ada.ask_inline("section:nowhere"))["results"] == []
    answers = [call[1] for call in chat.world.calls if call[0] == "answerInlineQuery"]
    assert {str(each["is_personal"]).lower() for each in answers} == {"true"}  # others may speak another language
    assert (nothing["results"], nothing["button"]["text"]) == ([], "Nothing found · open Dateline")
    assert chat.refused() == []


async def test_unknown_words_and_commands_are_answered_kindly(chat: Chatting) -> None:
    assert texts(await chat.ada.say("/nonsense")) == ["I do not know this command. /help lists what I can do."]
    assert texts(await chat.ada.say("hello")) == ["Search: hello\n\nNothing found. Try fewer or other words."]
    assert texts(await chat.ada.say("/story twelve")) == ["Which story? Send /story and its number, like /story 12."]
    assert texts(await chat.ada.say("/story 99999999999999999999")) == ["There is no story #999999999."]


async def test_help_and_menu_are_made_from_the_same_table(chat: Chatting) -> None:
    (answer,) = await chat.ada.say("/help")
    listed = [line.split(" ")[0].removeprefix("/") for line in answer["text"].split("\n") if line.startswith("/")]
    for scope in ("all_private_chats", "all_group_chats"):
        menu = chat.world.commands[f'[{{"type": "{scope}"}}, ""]']
        own = {"export", "forget"} if scope == "all_group_chats" else set()
        assert [command["command"] for command in menu] == [name for name in listed if name not in own]


@pytest.mark.parametrize("data", ["story:", "story:x", "page:1", "save:1:2:3", "nonsense", ":", "search:x", "recent:"])
async def test_forged_presses_are_answered_and_do_nothing(chat: Chatting, data: str) -> None:
    await publish(chat, "One")
    (story,) = await chat.ada.say("/story 1")
    before = dict(chat.world.messages)
    toast = await chat.ada.press_raw(story, data)
    assert toast["text"] in {
        "This button is too old. Send the command again.", "This list is too old. Send the search again.",
    }  # fmt: skip
    assert chat.world.messages == before


async def test_draft_is_shown_to_nobody(chat: Chatting) -> None:
    await chat.storage.articles.add([make_text("Secret")], now=NOW)
    (one, *_) = await chat.ada.say("/help")
    assert texts(await chat.ada.say("/story 1")) == ["There is no story #1."]
    assert await chat.ada.press_raw(one, "story:1") == {"text": "There is no story #1."}
    assert (await chat.ada.ask_inline("#1"))["results"] == []
    assert texts(await chat.ada.say("/search secret"))[0].endswith("Nothing found. Try fewer or other words.")


async def test_group_gets_links_instead_of_pages(chat: Chatting) -> None:
    await publish(chat, "One")
    (story,) = await chat.group.say("/story 1")
    (briefing,) = await chat.group.say("/briefing@dateline_bot")

    assert labels(story) == [["Full story", "Sources (2)", "Share"]]
    assert button(briefing, "1")["callback_data"] == "story:1"
    assert await chat.group.say("/nonsense") == []
    assert await chat.group.say("/story@other_bot 1") == []
    assert await chat.group.say("hello @dateline_bot") == []


async def test_stored_picture_is_a_photo_before_the_story_and_uploaded_once(chat: Chatting) -> None:
    name = await chat.storage.pictures.add(PNG)
    picture = Picture(url=name, caption="A ferry", credit="Ada")
    await chat.storage.articles.add([make_text("With"), make_text("Without")], now=NOW, publish=True)
    await chat.storage.articles.add([make_text("Photo", picture=picture)], now=NOW, publish=True)

    photo, story = await chat.ada.say("/story 3")
    again, _ = await chat.ada.say("/story 3")
    await chat.ada.press(story, "◀ Older")

    assert (photo["caption"], again["photo"]) == ("A ferry · Ada", photo["photo"])
    assert (story["text"].split("\n")[0], chat.ada.said()[-1].split("\n")[0]) == ("Photo", "Without")
    uploads = [call for call in chat.world.calls if call[0] == "sendPhoto" and not isinstance(call[1]["photo"], str)]
    assert len(uploads) == 1


async def test_public_picture_is_a_preview_above_the_text(chat: Chatting) -> None:
    picture = Picture(url="https://example.org/p.jpg")
    await chat.storage.articles.add([make_text(picture=picture)], now=NOW, publish=True)
    (story,) = await chat.ada.say("/story 1")
    assert story["link_preview_options"] == {
        "url": "https://example.org/p.jpg", "prefer_large_media": True, "show_above_text": True,
    }  # fmt: skip


async def test_sent_messages_are_recorded_with_what_they_show(chat: Chatting) -> None:
    await publish(chat, "One", "Two")
    (briefing,) = await chat.ada.say("/briefing")
    recorded = await chat.storage.messages.find(chat.ada.chat.id, briefing["message_id"])
    assert recorded is not None
    assert (recorded.shows, [each.number for each in recorded.articles]) == (Shows.BRIEFING, [2, 1])


async def test_article_of_many_entities_and_addresses_is_never_refused(chat: Chatting) -> None:
    sources = tuple(Source(outlet=f"Outlet {n}", url=f"https://o{n}.example/" + "x" * 900) for n in range(1, 30))
    marks = "".join(f"[{number}]" for number in range(1, 30))
    text = make_text(
        "<b>&amp; *headline* _x_ [1] \U0001f600",
        bullets=tuple(Bullet(text=f"<i>{n}</i> & so on", sources=tuple(range(1, 30))) for n in range(6)),
        body=tuple(f"**Paragraph** {n} says *so*. {marks}" for n in range(12)),
        sources=sources,
    )
    await chat.storage.articles.add([text] * 5, now=NOW, publish=True)
    for command in ("/start", "/story 1", "/sources 1", "/recent", "/search paragraph"):
        await chat.ada.say(command)
    await chat.ada.ask_inline("")
    assert chat.refused() == []


async def test_reader_votes_once_and_takes_it_back(chat: Chatting) -> None:
    await publish(chat, "One")
    (story,) = await chat.ada.say("/story 1")
    key = (chat.ada.chat.id, story["message_id"])
    for label, after in (("👍", ["✓ 👍", "👎"]), ("👎", ["👍", "✓ 👎"]), ("✓ 👎", ["👍", "👎"])):
        await chat.ada.press(chat.world.messages[key], label)
        assert labels(chat.world.messages[key])[-2] == ["Follow", *after]
