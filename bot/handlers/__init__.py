"""The one table of commands and buttons: registration, Telegram's menu and /help are made from it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.context import Request
from bot.handlers import (
    briefing,
    channels,
    corrections,
    desk,
    editing,
    editors,
    events,
    following,
    groups,
    languages,
    mistakes,
    mutes,
    pauses,
    privacy,
    publishing,
    recent,
    saved,
    schedule,
    search,
    sections,
    settings,
    sources,
    start,
    stats,
    story,
    words,
)
from bot.handlers.help import make_help
from bot.views.page import Opened

# A button's handler may return a few words, shown for a moment over the chat.
Press = Callable[[Request], Awaitable[str | Opened | None]]


@dataclass(frozen=True, slots=True)
class Command:
    """One command; its description is the catalogue's `command-NAME`, or its own where only editors see it."""

    name: str
    handler: Callable[[Request], Awaitable[None]]
    is_for_groups: bool = True
    description: str | None = None
    is_for_owners: bool = False


_WITHOUT_HELP = (
    Command("start", start.start),
    Command("briefing", briefing.briefing),
    Command("recent", recent.recent),
    Command("story", story.story),
    Command("sources", sources.sources),
    Command("search", search.search),
    Command("saved", saved.saved),
    Command("following", following.following),
    Command("settings", settings.settings),
    Command("schedule", schedule.schedule),
    Command("sections", sections.sections),
    Command("mute", mutes.mute),
    Command("unmute", mutes.unmute),
    Command("language", languages.language),
    Command("pause", pauses.pause),
    Command("resume", pauses.resume),
    Command("stop", pauses.stop),
    Command("about", privacy.about),
    Command("privacy", privacy.privacy),
    Command("export", privacy.export, is_for_groups=False),
    Command("forget", privacy.forget, is_for_groups=False),
)
_HELP = make_help((*(command.name for command in _WITHOUT_HELP), "help"))
READERS_COMMANDS = (*_WITHOUT_HELP, Command("help", _HELP))
# In private chats of editors and owners; nobody else sees them in a menu, or gets anything by them.
DESK_COMMANDS = (
    Command("desk", desk.desk, is_for_groups=False, description="The desk: events, drafts, what is scheduled"),
    Command("correct", corrections.correct, is_for_groups=False, description="Correct a published article"),
    Command("withdraw", corrections.withdraw, is_for_groups=False, description="Withdraw a published article"),
    Command("stats", stats.stats, is_for_groups=False, description="Readers, deliveries, what is opened"),
    Command("editors", editors.editors, is_for_groups=False, description="Who may judge articles", is_for_owners=True),
)
COMMANDS = (*READERS_COMMANDS, *DESK_COMMANDS)


@dataclass(frozen=True, slots=True)
class Button:
    """What a button does. In groups those that change settings do it, for administrators; in channels none does.

    `outside` is what it does in a group or channel for whoever presses it, where nobody else may notice.
    """

    handler: Press
    is_for_groups: bool = False
    outside: Press | None = None


# What a button sends back, up to its first colon.
READERS_BUTTONS: dict[str, Button] = {
    "story": Button(story.open_story, outside=groups.open_story),
    "page": Button(story.turn_page),
    "older": Button(story.older),
    "newer": Button(story.newer),
    "save": Button(story.save),
    "unsave": Button(story.unsave),
    "vote": Button(story.cast_vote),
    "follow_story": Button(story.follow_story),
    "mistake": Button(mistakes.ask),
    "nevermind": Button(mistakes.cancel),
    "sources": Button(sources.open_sources, outside=groups.open_sources),
    "recent": Button(recent.turn_recent),
    "saved": Button(saved.turn_saved),
    "following": Button(following.turn_following),
    "search": Button(search.turn_search),
    "settings": Button(settings.open_settings, is_for_groups=True),
    "switch": Button(settings.switch, is_for_groups=True),
    "limit": Button(settings.set_limit, is_for_groups=True),
    "times": Button(schedule.open_times, is_for_groups=True),
    "time": Button(schedule.set_time, is_for_groups=True),
    "weekdays": Button(schedule.set_weekdays, is_for_groups=True),
    "zone": Button(schedule.open_zones, is_for_groups=True),
    "in": Button(schedule.set_zone, is_for_groups=True),
    "language": Button(languages.open_languages, is_for_groups=True),
    "speak": Button(languages.speak, is_for_groups=True),
    "where": Button(schedule.ask_location),
    "sections": Button(sections.open_sections, is_for_groups=True),
    "follow": Button(sections.follow, is_for_groups=True),
    "unmute": Button(mutes.press_unmute, is_for_groups=True),
    "mutes": Button(mutes.open_mutes, is_for_groups=True),
    "quiet": Button(schedule.open_quiet, is_for_groups=True),
    "reading": Button(languages.open_reading, is_for_groups=True),
    "read": Button(languages.read, is_for_groups=True),
    "pause": Button(pauses.press_pause, is_for_groups=True),
    "resume": Button(pauses.press_resume, is_for_groups=True),
    "forget": Button(privacy.press_forget),
    "keep": Button(privacy.keep),
    "channel": Button(channels.ask_channel),
}
# Each looks anew who presses.
DESK_BUTTONS: dict[str, Button] = {
    "desk": Button(desk.turn_desk),
    "coverage": Button(desk.show_coverage),
    "event": Button(events.open_event),
    "draft": Button(events.draft_event),
    "merging": Button(events.ask_merge),
    "merge": Button(events.merge),
    "splitting": Button(events.ask_split),
    "split": Button(events.split),
    "reported": Button(mistakes.open_mistake),
    "settled": Button(mistakes.settle_mistake),
    "changed": Button(mistakes.open_changed),
    "seen": Button(mistakes.settle_changed),
    "review": Button(desk.review),
    "card": Button(desk.show_card),
    "history": Button(desk.show_history),
    "edit": Button(editing.ask_field),
    "lines": Button(editing.open_lines),
    "line": Button(editing.ask_line),
    "up": Button(editing.move_up),
    "drop": Button(editing.drop_line),
    "mine": Button(editing.put_mine_in),
    "cancel": Button(editing.cancel),
    "priority": Button(editing.set_priority),
    "continue": Button(editing.ask_earlier),
    "publish": Button(publishing.ask_to_publish),
    "override": Button(publishing.ask_reason),
    "confirm": Button(publishing.publish),
    "undo": Button(publishing.undo),
    "schedule": Button(publishing.ask_time),
    "unschedule": Button(publishing.unschedule),
    "spike": Button(publishing.spike),
    "revive": Button(publishing.revive),
    "correct": Button(corrections.press_correct),
    "discard": Button(corrections.discard),
    "despite": Button(corrections.ask_override),
    "labels": Button(corrections.ask_label),
    "label": Button(corrections.ask_note),
    "withdraw": Button(corrections.press_withdraw),
    "withdrawn": Button(corrections.confirm_withdrawal),
    "unname": Button(editors.press_unname),
}
BUTTONS = {**READERS_BUTTONS, **DESK_BUTTONS}
OPEN_NUMBERED = briefing.open_numbered
TAKE_LOCATION = schedule.take_location
TAKE_CHANNEL = channels.take_channel
TAKE_WORDS = words.take_words
