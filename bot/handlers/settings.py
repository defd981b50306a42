"""/settings and its screens: sections, times, zone, mutes, pauses. In groups, administrators only."""

from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import format_date

from bot import subscribing
from bot.context import Request
from bot.errors import ReaderError
from bot.newsroom.cleaning import clean_line
from bot.newsroom.slots import parse_hours, parse_slots, toggle_time, toggle_weekdays
from bot.newsroom.zones import get_zone_at, list_zones
from bot.views import settings as view
from bot.views.page import Page, Wish
from storage.model import Subscription

MOST_PAUSED_DAYS = 365
PAUSE_BY_BUTTON_DAYS = 7
MUTE_CHARACTERS = 30
MUTE_BYTES = 40  # so that a button can carry it, aimed at a channel too


async def settings(request: Request) -> None:
    """Answer /settings."""
    await request.answer(view.settings(request.local_frame, await request.own_subscription()))


async def open_settings(request: Request) -> None:
    """Show the settings: below a briefing, which stays as it is, else in place."""
    page = view.settings(request.local_frame, await request.own_subscription())
    is_ours = await request.storage.messages.find(request.chat.id, request.message_id) is not None
    await (request.answer(page) if is_ours else request.replace(page))


async def schedule(request: Request) -> None:
    """Answer /schedule: alone, with times, with a city, or with quiet hours."""
    subscription = await request.own_subscription()
    typed = " ".join(request.arguments)
    if not typed:
        await request.answer(view.times(request.local_frame, subscription))
        return
    slots = parse_slots(typed)
    quiet = parse_hours(request.arguments[-1]) if request.arguments[0].casefold() == "quiet" else None
    if slots is not None:
        changed = await _change(request, subscription, slots=slots)
    elif quiet is not None or typed.casefold() == "quiet off":
        changed = await _change(request, subscription, quiet=quiet)
    else:
        found = list_zones(typed)
        if len(found) != 1:
            key = "times-unknown" if any(map(str.isdigit, typed)) else None
            await request.answer(view.said(request.frame, key) if key else _zones(request, subscription, found))
            return
        changed = await _change(request, subscription, zone=found[0])
    await request.answer(view.settings(request.framed(changed), changed))


def _zones(request: Request, subscription: Subscription, found: tuple[str, ...] | None) -> Page:
    return view.zones(request.local_frame, subscription, found)


async def open_times(request: Request) -> None:
    """Show the times, in place."""
    await request.replace(view.times(request.local_frame, await request.own_subscription()))


async def set_time(request: Request) -> None:
    """Add or take away a time."""
    digits = request.arguments[0]
    at = time(int(digits[:2]), int(digits[2:]))
    subscription = await request.own_subscription()
    changed = await _change(request, subscription, slots=toggle_time(subscription.preferences.slots, at))
    await request.replace(view.times(request.framed(changed), changed))


async def set_weekdays(request: Request) -> None:
    """Change between every day and weekdays."""
    subscription = await request.own_subscription()
    changed = await _change(request, subscription, slots=toggle_weekdays(subscription.preferences.slots))
    await request.replace(view.times(request.framed(changed), changed))


async def open_zones(request: Request) -> None:
    """Show the zones, in place."""
    await request.replace(_zones(request, await request.own_subscription(), None))


async def set_zone(request: Request) -> str:
    """Take a zone."""
    (zone,) = request.arguments
    if zone not in available_timezones():
        raise ValueError(zone)
    changed = await _change(request, await request.own_subscription(), zone=zone)
    await request.replace(view.settings(request.framed(changed), changed))
    return request.frame.words("settings-changed")


async def ask_location(request: Request) -> None:
    """Ask the phone where it is."""
    if not request.frame.is_private:
        raise ReaderError("error-old-button")
    await request.answer(view.ask(request.frame, Wish.LOCATION))


async def take_location(request: Request) -> None:
    """Take the zone of a shared location; the place itself is not kept."""
    if request.location is None:
        return
    zone = get_zone_at(*request.location)
    changed = await _change(request, await request.own_subscription(), zone=zone)
    await request.answer(view.located(request.frame, zone))
    await request.answer(view.settings(request.framed(changed), changed))


async def sections(request: Request) -> None:
    """Answer /sections."""
    known = await request.storage.articles.list_sections()
    await request.answer(view.sections(request.frame, await request.own_subscription(), known))


async def open_sections(request: Request) -> None:
    """Show the sections, in place."""
    known = await request.storage.articles.list_sections()
    await request.replace(view.sections(request.frame, await request.own_subscription(), known))


async def follow(request: Request) -> None:
    """Follow or unfollow a section; without one, follow all."""
    subscription = await request.own_subscription()
    known = await request.storage.articles.list_sections()
    slugs = frozenset(section.slug for section in known)
    chosen = subscription.preferences.sections or slugs
    if not request.arguments:
        chosen = slugs
    elif request.arguments[0] in slugs:
        chosen = (chosen ^ {request.arguments[0]}) or slugs
    changed = await _change(request, subscription, sections=frozenset() if chosen >= slugs else chosen)
    await request.replace(view.sections(request.frame, changed, known))


async def mute(request: Request) -> None:
    """Answer /mute word; alone, what is muted."""
    subscription = await request.own_subscription()
    word = _muted_word(request)
    if not word:
        await request.answer(view.mutes(request.frame, subscription))
        return
    mutes = subscription.preferences.mutes | {word}
    if len(mutes) > subscribing.MOST_MUTES:
        raise ReaderError("mute-too-many")
    await _change(request, subscription, mutes=mutes)
    await request.answer(view.said(request.frame, "mute-done", word=word))


async def unmute(request: Request) -> None:
    """Answer /unmute word."""
    subscription = await request.own_subscription()
    word = _muted_word(request)
    if not word:
        await request.answer(view.mutes(request.frame, subscription))
        return
    await _change(request, subscription, mutes=subscription.preferences.mutes - {word})
    await request.answer(view.said(request.frame, "unmute-done", word=word))


async def press_unmute(request: Request) -> None:
    """Take one muted word away, in place."""
    subscription = await request.own_subscription()
    mutes = subscription.preferences.mutes - {":".join(request.arguments)}
    changed = await _change(request, subscription, mutes=mutes)
    await request.replace(view.mutes(request.frame, changed))


def _muted_word(request: Request) -> str:
    word = clean_line(" ".join(request.arguments)).casefold()[:MUTE_CHARACTERS]
    while len(word.encode()) > MUTE_BYTES:
        word = word[:-1]
    return word.strip()


async def toggle(request: Request) -> None:
    """Turn silence or alerts on and off."""
    subscription = await request.own_subscription()
    key = {"silent": "is_silent", "alerts": "has_alerts"}[request.arguments[0]]
    changed = await _change(request, subscription, **{key: not getattr(subscription.preferences, key)})
    await request.replace(view.settings(request.framed(changed), changed))


async def set_limit(request: Request) -> None:
    """Take how many stories a briefing may have."""
    limit = int(request.arguments[0])
    if limit not in view.STORY_LIMITS:
        raise ValueError(limit)
    changed = await _change(request, await request.own_subscription(), max_articles=limit)
    await request.replace(view.settings(request.framed(changed), changed))


async def pause(request: Request) -> None:
    """Answer /pause and /pause 10."""
    days = int(request.arguments[0][:4]) if request.arguments and request.arguments[0].isdecimal() else 1
    changed = await _pause(request, min(max(days, 1), MOST_PAUSED_DAYS))
    until = changed.paused_until or request.now
    local = until.astimezone(ZoneInfo(changed.preferences.zone))
    day = str(format_date(local, "EEEE, d MMMM", locale=request.frame.words.locale))
    await request.answer(view.said(request.frame, "pause-done", day=day))


async def _pause(request: Request, days: int) -> Subscription:
    subscription = await request.own_subscription()
    return await subscribing.pause(request.storage.subscriptions, subscription, days=days, now=request.now)


async def press_pause(request: Request) -> None:
    """Pause for a week, in place."""
    changed = await _pause(request, PAUSE_BY_BUTTON_DAYS)
    await request.replace(view.settings(request.framed(changed), changed))


async def resume(request: Request) -> None:
    """Answer /resume."""
    subscription = await request.own_subscription()
    changed = await subscribing.resume(request.storage.subscriptions, subscription, now=request.now)
    await request.answer(view.settings(request.framed(changed), changed))


async def press_resume(request: Request) -> str:
    """End the pause, in place."""
    subscription = await request.own_subscription()
    changed = await subscribing.resume(request.storage.subscriptions, subscription, now=request.now)
    await request.replace(view.settings(request.framed(changed), changed))
    return request.frame.words("resume-done")


async def stop(request: Request) -> None:
    """Answer /stop."""
    subscription = await request.own_subscription()
    await subscribing.stop(request.storage.subscriptions, subscription, now=request.now)
    await request.answer(view.said(request.frame, "stop-done"))


async def _change(request: Request, subscription: Subscription, **changes: object) -> Subscription:
    return await subscribing.change(request.storage.subscriptions, subscription, now=request.now, **changes)
