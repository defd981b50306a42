"""The one table of commands and buttons: registration, Telegram's menu and /help are made from it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.context import Request
from bot.handlers import briefing, channels, recent, saved, search, settings, sources, start, story
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
    Command("schedule", settings.schedule),
    Command("sections", settings.sections),
    Command("mute", settings.mute),
    Command("unmute", settings.unmute),
    Command("pause", settings.pause),
    Command("resume", settings.resume),
    Command("stop", settings.stop),
)
_HELP = make_help((*(command.name for command in _WITHOUT_HELP), "help"))
COMMANDS = (*_WITHOUT_HELP, Command("help", _HELP))

# What a button sends back, up to its first colon.
BUTTONS: dict[str, Press] = {
    "story": story.open_story,
    "page": story.turn_page,
    "older": story.older,
    "newer": story.newer,
    "save": story.save,
    "unsave": story.unsave,
    "sources": sources.open_sources,
    "recent": recent.turn_recent,
    "saved": saved.turn_saved,
    "search": search.turn_search,
    "settings": settings.open_settings,
    "times": settings.open_times,
    "time": settings.set_time,
    "weekdays": settings.set_weekdays,
    "zone": settings.open_zones,
    "in": settings.set_zone,
    "sections": settings.open_sections,
    "follow": settings.follow,
    "toggle": settings.toggle,
    "limit": settings.set_limit,
    "unmute": settings.press_unmute,
    "pause": settings.press_pause,
    "resume": settings.press_resume,
    "where": settings.ask_location,
    "channel": channels.ask_channel,
}
OPEN_NUMBERED = briefing.open_numbered
TAKE_LOCATION = settings.take_location
TAKE_CHANNEL = channels.take_channel
