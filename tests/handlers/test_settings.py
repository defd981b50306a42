"""Settings in a chat: by command and by button; in groups, by administrators only."""

from datetime import timedelta

import pytest

from storage.model import Picture, Preferences, Slot, Subscription
from tests.chatting import Chatting, labels
from tests.make import NOW, make_png, make_text, wishes


async def subscription(chat: Chatting, chat_id: int | None = None) -> Subscription:
    return await chat.storage.subscriptions.get(chat_id or chat.ada.chat.id, None)


async def preferences(chat: Chatting) -> Preferences:
    return (await subscription(chat)).preferences


def current(chat: Chatting, message: dict[str, object]) -> dict[str, object]:
    return chat.world.messages[chat.ada.chat.id, message["message_id"]]  # type: ignore[index]


async def test_whoever_starts_as_a_briefing_is_due_gets_the_next_one_a_day_later(chat: Chatting) -> None:
    await chat.ada.say("/start")
    following = (await subscription(chat)).next_occurrence
    assert following is not None
    assert (following.due_at, NOW.hour) == (NOW + timedelta(days=1), 8)


async def test_schedule_takes_times_cities_and_quiet_hours(chat: Chatting) -> None:
    await chat.ada.say("/start")
    (times,) = await chat.ada.say("/schedule 7:30 18:00 mon-fri")
    (zone,) = await chat.ada.say("/schedule Lisbon")
    (quiet,) = await chat.ada.say("/schedule quiet 22-7")

    assert "Times: 07:30 and 18:00 on weekdays" in times["text"]
    assert "Time zone: Europe/Lisbon" in zone["text"]
    assert "Quiet hours: 22:00–07:00" in quiet["text"]
    assert "Next briefing: Monday, 23 November, 18:00." in quiet["text"]
    assert "Quiet hours" not in (await chat.ada.say("/schedule quiet off"))[0]["text"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/schedule 25:00", "I did not understand that."),
        ("/schedule Nowhereville", "Time zone\n\nUTC\n\nI know no such city."),
        ("/schedule san", "Time zone\n\nUTC\n\nWhich one do you mean?"),
    ],
)
async def test_what_is_not_understood_changes_nothing(chat: Chatting, typed: str, answer: str) -> None:
    await chat.ada.say("/start")
    before = await subscription(chat)
    (said,) = await chat.ada.say(typed)
    assert said["text"].startswith(answer)
    assert wishes(await subscription(chat)) == wishes(before)


async def test_buttons_change_times_zone_limit_and_silence_in_place(chat: Chatting) -> None:
    greeting, *_ = await chat.ada.say("/start")
    await chat.ada.press(greeting, "Times")
    await chat.ada.press(current(chat, greeting), "07:00")
    await chat.ada.press(current(chat, greeting), "Weekdays only")
    await chat.ada.press(current(chat, greeting), "Time zone")
    await chat.ada.press(current(chat, greeting), "Tokyo")
    await chat.ada.press(current(chat, greeting), "Silent")
    await chat.ada.press(current(chat, greeting), "8")

    changed = await preferences(chat)
    weekdays = frozenset(range(5))
    assert changed == Preferences(
        slots=(Slot(NOW.time().replace(hour=7), weekdays), Slot(NOW.time(), weekdays)),
        zone="Asia/Tokyo",
        max_articles=8,
        is_silent=True,
    )
    assert labels(current(chat, greeting))[1:7] == [
        ["✓ Silent", "✓ Breaking alerts"], ["Source marks", "✓ Pictures"],
        ["Native story pages"], ["Say when nothing is new"], ["Quiet hours", "Muted"], ["Language", "Story languages"],
    ]  # fmt: skip


async def test_sections_are_followed_and_unfollowed(chat: Chatting) -> None:
    for section in ("World", "Sport"):
        await chat.storage.articles.add([make_text(section, section=section)], now=NOW, publish=True)
    await chat.ada.say("/start")
    (sections,) = await chat.ada.say("/sections")
    await chat.ada.press(sections, "✓ Sport")
    assert (await preferences(chat)).sections == {"world"}
    assert labels(current(chat, sections)) == [["All"], ["Sport", "✓ World"], ["◀ Settings"]]
    await chat.ada.press(current(chat, sections), "All")
    assert (await preferences(chat)).sections == frozenset()


async def test_pictures_and_an_empty_briefing_are_set_by_a_press(chat: Chatting) -> None:
    name = await chat.storage.pictures.add(make_png(64, 48))
    pictured = make_text("Harbour", picture=Picture(url=name, caption="Gulls", credit="Ada"))
    await chat.storage.articles.add([pictured], now=NOW, publish=True)
    await chat.ada.say("/start")
    assert len(await chat.ada.say("/story 1")) == 2
    (settings,) = await chat.ada.say("/settings")
    await chat.ada.press(settings, "✓ Pictures")
    await chat.ada.press(current(chat, settings), "Say when nothing is new")
    changed = await preferences(chat)
    assert (changed.has_pictures, changed.says_nothing_new) == (False, True)
    assert len(await chat.ada.say("/story 1")) == 1


async def test_languages_of_stories_are_picked(chat: Chatting) -> None:
    await chat.ada.say("/start")
    (settings,) = await chat.ada.say("/settings")
    await chat.ada.press(settings, "Story languages")
    assert labels(current(chat, settings))[0] == ["✓ All"]
    await chat.ada.press_raw(settings, "read:es:on")  # all are read already
    assert (await preferences(chat)).languages == frozenset()
    for code in ("ar", "de", "en", "fa", "fr", "hi", "id", "it", "pt", "ru", "tr", "uk", "zh"):
        await chat.ada.press_raw(settings, f"read:{code}:off")
    assert (await preferences(chat)).languages == {"es"}
    assert (await chat.ada.press_raw(settings, "read:es:off"))["text"] == "One language is needed; All takes every one."
    assert "Story languages: Español" in (await chat.ada.say("/settings"))[0]["text"]
    await chat.ada.press_raw(settings, "read")
    assert (await preferences(chat)).languages == frozenset()


async def test_quiet_hours_and_muted_words_open_from_the_settings(chat: Chatting) -> None:
    await chat.ada.say("/start")
    (settings,) = await chat.ada.say("/settings")
    await chat.ada.press(settings, "Quiet hours")
    assert str(current(chat, settings)["text"]).startswith("No quiet hours")
    await chat.ada.press(current(chat, settings), "Settings")
    await chat.ada.press(current(chat, settings), "Muted")
    assert str(current(chat, settings)["text"]).startswith("Muted")


async def test_last_section_stays_until_another_is_chosen(chat: Chatting) -> None:
    for section in ("World", "Sport"):
        await chat.storage.articles.add([make_text(section, section=section)], now=NOW, publish=True)
    await chat.ada.say("/start")
    (sections,) = await chat.ada.say("/sections")
    await chat.ada.press(sections, "✓ Sport")
    toast = await chat.ada.press(current(chat, sections), "✓ World")
    assert toast["text"] == "One section is needed. /pause and /stop end briefings."
    assert (await preferences(chat)).sections == {"world"}


async def test_days_of_ones_own_are_not_taken_away_by_a_button(chat: Chatting) -> None:
    await chat.ada.say("/start")
    (settings,) = await chat.ada.say("/schedule 7:30 mon-fri 10:00 sat,sun")
    before = (await preferences(chat)).slots
    await chat.ada.press(settings, "Times")
    shown = current(chat, settings)
    assert "Weekdays only" not in [label for row in labels(shown) for label in row]
    await chat.ada.press_raw(shown, "weekdays:on")
    assert (await preferences(chat)).slots == before


async def test_marks_of_sources_are_no_words(chat: Chatting) -> None:
    await chat.ada.say("/start")
    await chat.ada.say("/mute 1")
    await chat.storage.articles.add([make_text("Ferries", body=("The first boat left. [1]",))], now=NOW, publish=True)
    assert "Ferries" in (await chat.ada.say("/search boat"))[0]["text"]
    assert "Nothing found" in (await chat.ada.say("/search 1"))[0]["text"]
    assert "Ferries" in (await chat.ada.say("/briefing"))[0]["text"]


async def test_muted_words_hide_stories(chat: Chatting) -> None:
    await chat.ada.say("/start")
    assert "“golf”" in (await chat.ada.say("/mute Golf"))[0]["text"]
    await chat.storage.articles.add([make_text("A golf story"), make_text("Another")], now=NOW, publish=True)
    (briefing,) = await chat.ada.say("/briefing")
    assert "golf" not in briefing["text"]
    (mutes,) = await chat.ada.say("/mute")
    await chat.ada.press(mutes, "✕ golf")
    assert (await preferences(chat)).mutes == frozenset()
    assert (await chat.ada.say("/unmute golf"))[0]["text"] == "“golf” is not muted. /mute lists what is."


async def test_several_words_are_muted_at_once_and_unmuted_however_they_are_written(chat: Chatting) -> None:
    await chat.ada.say("/start")
    (said,) = await chat.ada.say('/mute "Golf", #tennis; Café')
    assert said["text"].startswith("Stories that mention “golf, tennis, café” are hidden.")
    assert (await preferences(chat)).mutes == {"golf", "tennis", "café"}
    (said,) = await chat.ada.say("/unmute cafe")
    assert said["text"] == "Stories that mention “cafe” are shown again."
    assert (await preferences(chat)).mutes == {"golf", "tennis"}
    assert (await chat.ada.say("/mute 🎉"))[0]["text"].startswith("There is no word in that to look for.")


async def test_a_pause_of_what_is_stopped_promises_nothing(chat: Chatting) -> None:
    await chat.ada.say("/start")
    await chat.ada.say("/stop")
    assert (await chat.ada.say("/pause 3"))[0]["text"].startswith("Stopped: nothing comes by itself.")


async def test_pause_resume_and_stop(chat: Chatting) -> None:
    await chat.ada.say("/start")
    (paused,) = await chat.ada.say("/pause 3")
    while_paused = await subscription(chat)
    await chat.ada.say("/resume")
    resumed = await subscription(chat)
    await chat.ada.say("/stop")
    stopped = await subscription(chat)
    await chat.ada.say("/start")

    assert paused["text"] == "Paused until Thursday, 26 November, 08:00. /resume ends the pause."
    assert while_paused.next_occurrence is not None
    assert while_paused.next_occurrence.due_at == NOW + timedelta(days=3)
    assert resumed.next_occurrence is not None
    assert resumed.next_occurrence.due_at == NOW
    assert (stopped.next_occurrence, stopped.is_stopped) == (None, True)
    assert (await subscription(chat)).is_stopped is False


async def test_settings_under_a_briefing_leave_the_briefing_alone(chat: Chatting) -> None:
    await chat.storage.articles.add([make_text("One")], now=NOW, publish=True)
    _, briefing = await chat.ada.say("/start")
    await chat.ada.press(briefing, "Settings")
    assert current(chat, briefing)["text"] == briefing["text"]
    assert chat.ada.said()[-1].startswith("Settings\n")


COMMANDS = ("/settings", "/schedule 9", "/sections", "/mute x", "/unmute x", "/pause", "/resume", "/stop")
PRESSES = (
    "settings",
    "time:0900:on",
    "in:Asia/Tokyo",
    "follow",
    "switch:silent:on",
    "limit:8",
    "unmute:x",
    "pause",
    "resume",
)


@pytest.mark.parametrize("chat_type", ["group", "supergroup"])
async def test_member_who_is_no_administrator_changes_nothing(chat: Chatting, chat_type: str) -> None:
    chat.group.chat.type = chat_type
    await chat.group.say("/start")
    before = await subscription(chat, chat.group.chat.id)
    (settings,) = await chat.group.say("/settings")
    chat.group.chat.administrators.clear()

    for command in COMMANDS:
        (answer,) = await chat.group.say(command)
        assert answer["text"] == "Only administrators can change what this group gets."
    for data in PRESSES:
        toast = await chat.group.press_raw(settings, data)
        assert toast == {"text": "Only administrators can change what this group gets."}

    assert wishes(await subscription(chat, chat.group.chat.id)) == wishes(before)


async def test_anonymous_administrator_is_known_by_the_group_itself(chat: Chatting) -> None:
    chat.group.chat.administrators.clear()
    chat.group.as_chat = chat.group.chat.id
    (settings,) = await chat.group.say("/settings")
    chat.group.as_chat = -100999
    (refused,) = await chat.group.say("/settings")
    assert settings["text"].startswith("Settings\n")
    assert refused["text"] == "Only administrators can change what this group gets."
