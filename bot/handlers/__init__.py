"""The one table of commands and buttons: registration, Telegram's menu and /help are made from it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.context import Request
from bot.handlers import (
    briefing,
    channels,
    mutes,
    pauses,
    recent,
    saved,
    schedule,
    search,
    sections,
    settings,
    sources,
    start,
    story,
)
from bot.handlers.help import make_help

# A button's handler may return a few words, shown for a moment over the chat.
Press = Callable[[Request], Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class Command:
    """One command; its description is the catalogue's `command-NAME`."""

    name: str
    handler: Callable[[Request], Awaitable[None]]
    is_for_groups: bool = True


_WITHOUT_HELP = (
    Command("start", start.start),
    Command("briefing", briefing.briefing),
    Command("recent", recent.recent),
    Command("story", story.story),
    Command("sources", sources.sources),
    Command("search", search.search),
    Command("saved", saved.saved, is_for_groups=False),
    Command("settings", settings.settings),
    Command("schedule", schedule.schedule),
    Command("sections", sections.sections),
    Command("mute", mutes.mute),
    Command("unmute", mutes.unmute),
    Command("pause", pauses.pause),
    Command("resume", pauses.resume),
    Command("stop", pauses.stop),
)
_HELP = make_help((*(command.name for command in _WITHOUT_HELP), "help"))
COMMANDS = (*_WITHOUT_HELP, Command("help", _HELP))


@dataclass(frozen=True, slots=True)
class Button:
    """What a button does. In groups only those that change settings, for administrators; in channels none."""

    handler: Press
    is_for_groups: bool = False


# What a button sends back, up to its first colon.
BUTTONS: dict[str, Button] = {
    "story": Button(story.open_story),
    "page": Button(story.turn_page),
    "older": Button(story.older),
    "newer": Button(story.newer),
    "save": Button(story.save),
    "unsave": Button(story.unsave),
    "sources": Button(sources.open_sources),
    "recent": Button(recent.turn_recent),
    "saved": Button(saved.turn_saved),
    "search": Button(search.turn_search),
    "settings": Button(settings.open_settings, is_for_groups=True),
    "switch": Button(settings.switch, is_for_groups=True),
    "limit": Button(settings.set_limit, is_for_groups=True),
    "times": Button(schedule.open_times, is_for_groups=True),
    "time": Button(schedule.set_time, is_for_groups=True),
    "weekdays": Button(schedule.set_weekdays, is_for_groups=True),
    "zone": Button(schedule.open_zones, is_for_groups=True),
    "in": Button(schedule.set_zone, is_for_groups=True),
    "where": Button(schedule.ask_location),
    "sections": Button(sections.open_sections, is_for_groups=True),
    "follow": Button(sections.follow, is_for_groups=True),
    "unmute": Button(mutes.press_unmute, is_for_groups=True),
    "pause": Button(pauses.press_pause, is_for_groups=True),
    "resume": Button(pauses.press_resume, is_for_groups=True),
    "channel": Button(channels.ask_channel),
}
OPEN_NUMBERED = briefing.open_numbered
TAKE_LOCATION = schedule.take_location
TAKE_CHANNEL = channels.take_channel
