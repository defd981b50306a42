"""/schedule: times, zone and quiet hours."""

from datetime import time
from zoneinfo import available_timezones

from bot.context import Request
from bot.errors import ReaderError
from bot.handlers.settings import read_switch
from bot.newsroom.slots import MOST_SLOTS, on_weekdays, parse_hours, parse_slots, with_time, without_time
from bot.newsroom.zones import get_zone_at, list_zones
from bot.views import settings as view
from bot.views.page import Page, Wish
from storage.model import Subscription


async def schedule(request: Request) -> None:
    """Answer /schedule: alone, with times, with a city, or with quiet hours."""
    typed = " ".join(request.arguments)
    if not typed:
        viewed = await request.viewed_subscription()
        await request.answer(view.times(request.framed(viewed), viewed))
        return
    subscription = await request.own_subscription()
    slots = parse_slots(typed)
    quiet = parse_hours(request.arguments[-1]) if request.arguments[0].casefold() == "quiet" else None
    if slots is not None:
        changed = await request.change(subscription, begins=True, slots=slots)
    elif quiet is not None or typed.casefold() == "quiet off":
        changed = await request.change(subscription, quiet=quiet)
    else:
        found = list_zones(typed)
        if len(found) != 1:
            key = "times-unknown" if any(map(str.isdigit, typed)) else None
            await request.answer(view.said(request.frame, key) if key else _zones(request, subscription, found))
            return
        changed = await request.change(subscription, zone=found[0])
    await request.answer(view.settings(request.framed(changed), changed))


def _zones(request: Request, subscription: Subscription, found: tuple[str, ...] | None) -> Page:
    return view.zones(request.framed(subscription), subscription, found)


async def open_times(request: Request) -> None:
    """Show the times, in place."""
    viewed = await request.viewed_subscription()
    await request.replace(view.times(request.framed(viewed), viewed))


async def set_time(request: Request) -> None:
    """Add a time or take it away, as the press says."""
    subscription = await request.own_subscription()
    digits, word = request.arguments
    at, slots = time(int(digits[:2]), int(digits[2:])), subscription.preferences.slots
    is_on = read_switch(word)
    if is_on and len(slots) >= MOST_SLOTS and all(slot.at != at for slot in slots):
        raise ReaderError("times-full", count=MOST_SLOTS)
    changed_slots = with_time(slots, at) if is_on else without_time(slots, at)
    changed = await request.change(subscription, begins=is_on, slots=changed_slots)
    await request.replace(view.times(request.framed(changed), changed))


async def set_weekdays(request: Request) -> None:
    """Let all times be on weekdays alone, or on every day, as the press says."""
    subscription = await request.own_subscription()
    slots = on_weekdays(subscription.preferences.slots, is_on=read_switch(request.arguments[0]))
    changed = await request.change(subscription, slots=slots)
    await request.replace(view.times(request.framed(changed), changed))


async def open_zones(request: Request) -> None:
    """Show the zones, in place."""
    await request.replace(_zones(request, await request.viewed_subscription(), None))


async def set_zone(request: Request) -> str:
    """Take a zone."""
    subscription = await request.own_subscription()
    (zone,) = request.arguments
    if zone not in available_timezones():
        raise ValueError(zone)
    changed = await request.change(subscription, zone=zone)
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
    changed = await request.change(await request.own_subscription(), zone=zone)
    await request.answer(view.located(request.frame, zone))
    await request.answer(view.settings(request.framed(changed), changed))
